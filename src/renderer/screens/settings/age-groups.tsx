import { AppError } from '../../../shared/rpc/errors.ts'
import { useText } from '../../language.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Card } from '../../ui/screen.tsx'
import style from './trait-settings.module.css'

/** From which age each group begins, typed in one line, and the groups that they make. */
export function AgeGroups(props: { readonly bounds: readonly number[]; readonly onSave: (bounds: number[]) => Promise<unknown> }) {
  const t = useText()
  const { bounds } = props
  const save = (typed: string): Promise<unknown> => {
    const read = typed.split(/[\s,;]+/).filter((piece) => piece !== '').map(Number)
    return read.length === 0 || read.some((age) => !Number.isInteger(age) || age < 0 || age > 120) ? Promise.reject(new AppError({ code: 'invalid', message: t('traitScreens.badAges') })) : props.onSave(read)
  }
  const groups = bounds.map((from, at) => {
    const next = bounds[at + 1]
    return next === undefined ? t('traitScreens.ageAndMore', { from }) : t('traitScreens.ageGroup', { from, to: next - 1 })
  })
  return (
    <Card title={t('traitScreens.ages')}>
      <TextField label={t('traitScreens.agesFrom')} description={t('traitScreens.agesHow')} value={bounds.join(', ')} maxLength={80} onSave={save} />
      <ul className={style['groups']} aria-label={t('traitScreens.ages')}>
        {groups.map((group) => (
          <li key={group}>{group}</li>
        ))}
      </ul>
    </Card>
  )
}
