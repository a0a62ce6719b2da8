import { formatMoney, parseMoney } from '../../../shared/domain/money.ts'
import { useText } from '../../language.tsx'
import type { FieldProps } from './field-state.tsx'
import { ReadField } from './read-field.tsx'
import style from './fields.module.css'

/** An amount in hundredths of a currency, or null, typed as people write money: "1 250,50", "S/ 1,250", "1250". */
export function MoneyField(props: FieldProps<number | null> & { readonly currency: string; readonly canBeNegative?: boolean }) {
  const t = useText()
  const { currency, value, onSave, onChange, canBeNegative, ...rest } = props
  const read = (typed: string): string | null | undefined => {
    if (typed.trim() === '') return props.required === true ? undefined : null
    const cents = parseMoney(typed, currency)
    return cents === null || (cents < 0 && canBeNegative !== true) ? undefined : String(cents)
  }
  const cents = (text: string | null): number | null => (text === null ? null : Number(text))
  return (
    <div className={style['money']}>
      <ReadField
        {...rest}
        value={value === null ? null : String(value)}
        shown={value === null ? '' : formatMoney(value, currency)}
        read={read}
        wrong={t('agreementScreens.badMoney')}
        placeholder={formatMoney(125_000, currency)}
        isChosenOnFocus
        onSave={onSave && ((text) => onSave(cents(text)))}
        onChange={onChange && ((text) => onChange(cents(text)))}
      />
    </div>
  )
}
