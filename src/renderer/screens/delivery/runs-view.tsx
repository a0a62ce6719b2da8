import { useState } from 'react'
import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import style from './delivery.module.css'
import { OutcomePanel, PrintPanel } from './print-panel.tsx'
import { dayOf } from './state-cells.tsx'

/** Every batch that went to the printer: when, which, why again, and how many sheets it cost. */
export function RunsView() {
  const t = useText()
  const runs = useQuery('delivery.runs', { limit: 500 })
  const [open, setOpen] = useState<{ readonly runId: string } | { readonly again: readonly string[] }>()
  const { data } = runs
  if (data === undefined) return <Failure error={runs.error} onRetry={runs.reload} />
  if (data.total === 0) {
    return (
      <div className={style['blank']}>
        <EmptyState drawing="sheet" title={t('deliveryScreens.noRuns')}>{t('deliveryScreens.noRunsWhy')}</EmptyState>
      </div>
    )
  }
  return (
    <div className={style['beside']}>
      <div className={style['column']}>
        <p className={style['sum']}>{t('deliveryScreens.damagedSheets', { n: data.damagedSheets })}</p>
        {/* Long lists of mere words are read by the arrows too. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={style['card']} role="group" tabIndex={0} aria-label={t('deliveryScreens.view', { view: 'impresiones' })}>
          <table className={style['table']}>
            <thead>
              <tr>
                <th>{t('deliveryScreens.day')}</th>
                <th>{t('deliveryScreens.numbers')}</th>
                <th data-figure>{t('deliveryScreens.papers')}</th>
                <th data-figure>{t('deliveryScreens.unanswered')}</th>
                <th data-figure>{t('deliveryScreens.damaged')}</th>
                <th>{t('deliveryScreens.whyAgain')}</th>
                <th>{t('deliveryScreens.who')}</th>
                <th>
                  <span className="unseen">{t('deliveryScreens.cameOut')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((run) => (
                <tr key={run.id}>
                  <td data-narrow>{dayOf(run.printedAt)}</td>
                  <td data-narrow>{run.first === run.last ? run.first : `${run.first} … ${run.last}`}</td>
                  <td data-figure>{run.certificates}</td>
                  <td data-figure data-none={run.asked === 0}>{run.asked}</td>
                  <td data-figure data-none={run.damaged === 0}>{run.damaged}</td>
                  <td>{run.reason ?? ''}</td>
                  <td>{run.who}</td>
                  <td data-narrow>
                    <Button size="compact-sm" onClick={() => setOpen({ runId: run.id })}>
                      {run.asked > 0 ? t('deliveryScreens.answer') : t('deliveryScreens.tellAgain')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      {open !== undefined && 'runId' in open && <OutcomePanel key={open.runId} runId={open.runId} onClose={() => setOpen(undefined)} onAgain={(again) => setOpen({ again })} />}
      {open !== undefined && 'again' in open && <PrintPanel ids={open.again} reason={t('deliveryScreens.damagedReason')} onClose={() => setOpen(undefined)} />}
    </div>
  )
}
