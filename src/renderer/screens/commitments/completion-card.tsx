import { completionLevels, productsDone } from '../../../shared/domain/commitments.ts'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Row } from '../../ui/panel.tsx'
import { Card } from '../../ui/screen.tsx'
import type { CommitmentSeen } from './commitment-page.tsx'
import { LevelScale, ProductsBar } from './state-mark.tsx'
import style from './commitments.module.css'

/** How far it is: products done, and the level at which it was judged, with its day and note. */
export function CompletionCard({ seen, today }: { readonly seen: CommitmentSeen; readonly today: string }) {
  const t = useText()
  const { commitment } = seen
  const update = useCommand('commitments.update', { quiet: true })
  const put = (fields: Takes<'commitments.update'>['fields']): Promise<unknown> => update.runOrThrow({ id: commitment.id, fields })
  const { products, done } = productsDone(seen.items)
  const late = seen.items.filter((item) => item.isOverdue).length
  // A level has its day: that of today until another is said; without a level there is none.
  const judge = (level: string | null): Promise<unknown> => {
    const completion = completionLevels.find((one) => one === level) ?? null
    return put({ completion, completionOn: completion === null ? null : (commitment.completionOn ?? today) })
  }
  return (
    <Card title={t('commitmentScreens.progress')}>
      <div className={style['standing']}>
        <div>
          <ProductsBar done={done} of={products} inWords />
          {late > 0 && <span className={style['late']}>{t('commitments.lateItems', { n: late })}</span>}
        </div>
        <LevelScale level={commitment.completion} large />
      </div>
      <Row columns={[3, 2]}>
        <SelectField label={t('commitmentScreens.level')} value={commitment.completion} canBeEmpty choices={completionLevels.map((level) => ({ value: level, label: t(`commitments.level.${level}`) }))} onSave={judge} />
        <DateField label={t('commitmentScreens.levelOn')} value={commitment.completionOn} disabled={commitment.completion === null} onSave={(completionOn) => put({ completionOn })} />
      </Row>
      <TextField label={t('commitmentScreens.levelNote')} lines={2} maxLength={4000} value={commitment.completionNote ?? ''} onSave={(completionNote) => put({ completionNote })} />
    </Card>
  )
}
