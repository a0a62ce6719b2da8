import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Note } from '../../ui/note.tsx'
import style from './delivery.module.css'
import { dayOf } from './state-cells.tsx'

/** As many as are read at a glance; the others are among the print batches. */
const shown = 2

/** Piles of which nobody has said how they came out, on top of the list. */
export function WaitingRuns(props: { readonly onAnswer: (runId: string) => void }) {
  const t = useText()
  const runs = useQuery('delivery.runs', { limit: 50 })
  const waiting = (runs.data?.rows ?? []).filter((run) => run.asked > 0)
  if (waiting.length === 0) return null
  return (
    <div className={style['runs']}>
      {waiting.slice(0, shown).map((run) => (
        <Note key={run.id} tone="info" title={t('deliveryScreens.cameOut')} actions={<Button onClick={() => props.onAnswer(run.id)}>{t('deliveryScreens.answer')}</Button>}>
          {t('deliveryScreens.runWaits', { day: dayOf(run.printedAt), n: run.certificates, asked: run.asked, first: run.first, last: run.last })}
        </Note>
      ))}
    </div>
  )
}
