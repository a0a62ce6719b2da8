import { useMemo } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { rowsOf } from '../../rows.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { lastMeasured, nextCheck, stateOf } from './promise-rows.ts'
import type { PromiseRow } from './promise-rows.ts'
import { PromiseStateWord } from './promise-state.tsx'
import style from './application.module.css'

/** Participants with what they promised; a row opens its promise and its checks. */
export function PromiseTable(props: { readonly rows: readonly PromiseRow[]; readonly looking: string; readonly openKey: string | undefined; readonly onOpen: (row: PromiseRow) => void; readonly onSeeAll: () => void }) {
  const t = useText()
  const source = useMemo(() => rowsOf(props.rows, props.looking), [props.rows, props.looking])
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <DataTable
      id="promises"
      label={t('promise.promises')}
      source={source}
      columns={columns}
      idOf={(row) => row.key}
      onOpen={props.onOpen}
      openId={props.openKey}
      empty={
        <EmptyState drawing="search" title={t('promise.noneMatch')} actions={<Button onClick={props.onSeeAll}>{t('promise.seeAll')}</Button>} />
      }
    />
  )
}

function columnsOf(t: Text): readonly Column<PromiseRow>[] {
  const due = ({ plan }: PromiseRow): string => {
    const check = plan === null ? undefined : nextCheck(plan)
    return check === undefined ? '' : t('promise.dueAt', { day: formatDate(check.dueOn), months: check.months })
  }
  const path = ({ plan }: PromiseRow): string => (plan === null || (plan.baseline ?? plan.target ?? lastMeasured(plan)) === null ? '' : [plan.baseline, plan.target, lastMeasured(plan)].map((one) => one ?? '—').join(' → '))
  const evidence = ({ plan }: PromiseRow): string => {
    const n = plan?.checks.reduce((sum, check) => sum + check.evidence.length, 0) ?? 0
    return n === 0 ? '' : String(n)
  }
  return [
    { key: 'name', title: t('lists.person'), width: 260, show: (row) => row.name, text: (row) => row.name },
    { key: 'state', title: t('promise.stateTitle'), width: 148, show: (row) => <PromiseStateWord state={stateOf(row)} />, text: (row) => t(`promise.state.${stateOf(row)}`) },
    { key: 'due', title: t('promise.nextCheck'), width: 168, show: (row) => <span className="tabular" data-late={stateOf(row) === 'overdue'}>{due(row)}</span>, text: due },
    { key: 'promise', title: t('application.promise'), width: 300, show: (row) => row.plan?.promise ?? <span className={style['lacking']}>{t('promise.writeIt')}</span>, text: (row) => row.plan?.promise ?? '' },
    { key: 'path', title: t('promise.path'), width: 190, show: path, text: path },
    { key: 'evidence', title: t('application.evidence'), width: 90, align: 'right', show: evidence, text: evidence },
  ]
}
