import { useState } from 'react'
import { formatDate } from '../../../shared/domain/dates.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { groupedNumber, parseNumber } from '../../../shared/domain/numbers.ts'
import type { RegisterField, RegisterValue } from '../../../shared/domain/registers.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import type { FieldProps } from '../../ui/fields/field-state.tsx'
import { MoneyField } from '../../ui/fields/money-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { NumberField } from '../programmes/number-field.tsx'

/** A value as it is read in the table. */
export function shownValue(t: Text, field: RegisterField, value: RegisterValue): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return t(value ? 'reports.yes' : 'reports.no')
  if (typeof value === 'number') return field.kind === 'money' ? formatMoney(value) : groupedNumber(value, Number.isInteger(value) ? 0 : 2)
  return field.kind === 'date' ? formatDate(value) : value
}

/** The field of a register in a form, by its kind. */
export function ValueField(props: { readonly field: RegisterField; readonly value: RegisterValue } & Pick<FieldProps<RegisterValue>, 'onSave' | 'onChange'>) {
  const t = useText()
  const { field, value, onSave, onChange } = props
  const common = { label: field.label, required: field.isRequired }
  const text = typeof value === 'string' ? value : null
  const figure = typeof value === 'number' ? value : null
  switch (field.kind) {
    case 'text':
      return <TextField {...common} lines={2} maxLength={4000} value={text ?? ''} onSave={onSave} onChange={onChange} />
    case 'date':
      return <DateField {...common} value={text} onSave={onSave} onChange={onChange} />
    case 'money':
      return <MoneyField {...common} required={false} currency="PEN" value={figure} onSave={onSave} onChange={onChange} />
    case 'choice':
      return <SelectField {...common} canBeEmpty={!field.isRequired} value={text} choices={field.options.map((option) => ({ value: option, label: option }))} onSave={onSave} onChange={onChange} />
    case 'yesno': {
      const told = (word: string | null): boolean | null => (word === null ? null : word === 'yes')
      return (
        <SelectField
          {...common}
          canBeEmpty={!field.isRequired}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
          choices={[{ value: 'yes', label: t('reports.yes') }, { value: 'no', label: t('reports.no') }]}
          onSave={onSave && ((word) => onSave(told(word)))}
          onChange={onChange && ((word) => onChange(told(word)))}
        />
      )
    }
    case 'number':
      if (onSave !== undefined) return <NumberField label={field.label} maxLength={20} value={figure} read={readFigure} wrong={t('registerScreens.badNumber')} onSave={onSave} />
      return <TypedNumber {...common} onChange={onChange} />
  }
}

function readFigure(typed: string): number | null | undefined {
  return typed.trim() === '' ? null : (parseNumber(typed) ?? undefined)
}

/** A figure of a form that is not sent yet: what is no number stays to be put right. */
function TypedNumber(props: { readonly label: string; readonly required: boolean; readonly onChange: ((value: RegisterValue) => void) | undefined }) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const take = (next: string): void => {
    setTyped(next)
    props.onChange?.(readFigure(next) ?? null)
  }
  return <TextField label={props.label} required={props.required} inputMode="decimal" value={typed} error={readFigure(typed) === undefined ? t('registerScreens.badNumber') : undefined} onChange={take} />
}
