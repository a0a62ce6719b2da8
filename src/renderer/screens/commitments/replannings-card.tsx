import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { IconHistory } from '../../ui/icons.ts'
import { Card } from '../../ui/screen.tsx'
import type { CommitmentSeen } from './commitment-page.tsx'
import style from './commitments.module.css'

type Replanning = CommitmentSeen['replannings'][number]

/** What was promised before and after each change, why and by which document; the latest first. */
export function ReplanningsCard({ seen, onReplan }: { readonly seen: CommitmentSeen; readonly onReplan: () => void }) {
  const t = useText()
  return (
    <Card
      title={t('commitments.replannings')}
      actions={
        <Button variant="subtle" size="compact-sm" leftSection={<IconHistory size={15} aria-hidden />} onClick={onReplan}>
          {t('commitmentScreens.replanFacts')}
        </Button>
      }
    >
      {seen.replannings.length === 0 ? (
        <p className={style['soft']}>{t('commitmentScreens.replanningsWhy')}</p>
      ) : (
        <ol className={style['replannings']} reversed>
          {seen.replannings.toReversed().map((one) => (
            <li key={one.id}>
              <div>
                <strong>{one.itemName === null || one.itemName === one.after ? t(`commitments.field.${one.field}`) : t('commitmentScreens.fieldOf', { field: t(`commitments.field.${one.field}`), name: one.itemName })}</strong>
                <span className="tabular">{formatDate(one.decidedOn)}</span>
              </div>
              <p>
                <del>{told(t, one, one.before)}</del> <span aria-hidden>→</span> <ins>{told(t, one, one.after)}</ins>
              </p>
              <p className={style['soft']}>{[one.reason, one.document, t('commitmentScreens.keptBy', { who: one.who })].filter((part) => part !== null).join(' · ')}</p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}

function told(t: Text, { field }: Replanning, value: string | null): string {
  if (field === 'dropped') return value === 'dropped' ? t('commitments.state.dropped') : t('commitments.inPlan')
  if (value === null) return t('commitments.noDate')
  return field === 'startsOn' || field === 'endsOn' ? formatDate(value) : value
}
