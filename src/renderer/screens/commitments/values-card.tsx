import { Checkbox } from '@mantine/core'
import { ogpValues, opennessDegrees } from '../../../shared/domain/commitments.ts'
import type { OgpValue } from '../../../shared/domain/commitments.ts'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Card } from '../../ui/screen.tsx'
import type { CommitmentSeen } from './commitment-page.tsx'
import style from './commitments.module.css'

type Value = Takes<'commitments.setValues'>['values'][number]

/** The values of open government it serves: why, and at its end how far it opened government. */
export function ValuesCard({ seen }: { readonly seen: CommitmentSeen }) {
  const t = useText()
  const save = useCommand('commitments.setValues', { quiet: true })
  const all = seen.values.map(({ value, explanation, degree }): Value => ({ value, explanation, degree }))
  const put = (values: readonly Value[]) => ({ id: seen.commitment.id, values: [...values] })
  const change = (value: OgpValue, to: Partial<Value>): Promise<unknown> => save.runOrThrow(put(all.map((one) => (one.value === value ? { ...one, ...to } : one))))
  const toggle = (value: OgpValue, isOn: boolean): void => void save.run(put(isOn ? [...all, { value, explanation: null, degree: null }] : all.filter((one) => one.value !== value)))
  return (
    <Card title={t('commitments.values')}>
      <ul className={style['values']}>
        {ogpValues.map((value) => {
          const kept = all.find((one) => one.value === value)
          const name = t(`commitments.value.${value}`)
          return (
            <li key={value}>
              <Checkbox label={name} checked={kept !== undefined} onChange={(event) => toggle(value, event.currentTarget.checked)} />
              {kept !== undefined && (
                <div className={style['value']}>
                  <TextField label={t('commitmentScreens.valueWhy', { value: name })} lines={2} maxLength={2000} value={kept.explanation ?? ''} onSave={(explanation) => change(value, { explanation })} />
                  <SelectField
                    label={t('commitmentScreens.valueDegree')}
                    value={kept.degree}
                    canBeEmpty
                    choices={opennessDegrees.map((degree) => ({ value: degree, label: t(`commitments.degree.${degree}`) }))}
                    onSave={(chosen) => change(value, { degree: opennessDegrees.find((degree) => degree === chosen) ?? null })}
                  />
                </div>
              )}
            </li>
          )
        })}
      </ul>
      <Failure error={save.error} onClose={save.forget} />
    </Card>
  )
}
