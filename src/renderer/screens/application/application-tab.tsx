import { useMemo, useState } from 'react'
import { Button } from '@mantine/core'
import { useJob, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FilterWords } from '../../ui/filter-words.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortTabProps } from '../programmes/cohort-frame.tsx'
import { SearchBox } from '../programmes/search-box.tsx'
import { ReportMenu, useMadeFile } from '../surveys/report-file.tsx'
import { PromisePanel } from './promise-panel.tsx'
import { promiseStates, rowsOfPromises, shownRows, stateOf } from './promise-rows.ts'
import type { Listed, PromiseRow, PromiseState } from './promise-rows.ts'
import { PromiseTable } from './promise-table.tsx'

/** What the participants promised to apply, and what became of it (levels 3 and 4). */
export function ApplicationTab({ seen }: CohortTabProps) {
  const frame = useCohortFrame(seen, 'aplicacion')
  const list = useQuery('application.list', { cohortId: seen.cohort.id })
  const today = useQuery('app.about', {}).data?.today
  if (list.data === undefined || today === undefined) {
    return (
      <Screen {...frame}>
        <Failure error={list.error} onRetry={list.reload} />
      </Screen>
    )
  }
  return <Seen seen={seen} listed={list.data} frame={frame} today={today} />
}

function Seen(props: { readonly seen: CohortTabProps['seen']; readonly listed: Listed; readonly frame: ReturnType<typeof useCohortFrame>; readonly today: string }) {
  const t = useText()
  const { seen, listed } = props
  const [state, setState] = useState<PromiseState | 'all'>('all')
  const [search, setSearch] = useState('')
  const [openKey, setOpenKey] = useState<string>()
  const report = useJob('application.report', { label: t('promise.makingReport') })
  const made = useMadeFile()
  const rows = useMemo(() => rowsOfPromises(listed), [listed])
  const shown = useMemo(() => shownRows(rows, { state, search }), [rows, state, search])
  // A promise just written is another row than "without": the panel stays with its person.
  const open = rows.find((row) => row.key === openKey) ?? rows.find((row) => row.enrolmentId === openKey)
  const onReport = async (format: 'xlsx' | 'pdf'): Promise<void> => {
    made.show(undefined)
    made.show(await report.run({ cohortId: seen.cohort.id, format }), t('promise.reportReady'))
  }
  if (rows.length === 0) {
    return (
      <Screen {...props.frame}>
        <EmptyState drawing="people" title={t('promise.nobody')} actions={<Button component="a" variant="filled" href={href('programmes', ['grupo', seen.cohort.id])}>{t('promise.toPeople')}</Button>}>
          {t('promise.nobodyWhy')}
        </EmptyState>
      </Screen>
    )
  }
  const first = rows.find((row) => row.plan === null)
  return (
    <Screen
      {...props.frame}
      fill
      actions={listed.plans.length > 0 && <ReportMenu word={t('promise.report')} running={report.running} onMake={(format) => void onReport(format)} />}
      tools={listed.plans.length > 0 && <Tools rows={rows} state={state} onState={setState} search={search} onSearch={setSearch} />}
      panel={open === undefined ? null : <PromisePanel key={open.enrolmentId} row={open} plans={listed.plans.filter((plan) => plan.enrolmentId === open.enrolmentId)} today={props.today} onClose={() => setOpenKey(undefined)} />}
    >
      {made.outcome}
      <Failure error={report.error} onClose={report.forget} />
      {listed.plans.length === 0 && open === undefined ? (
        <EmptyState drawing="signature" title={t('promise.none')} actions={first !== undefined && <Button variant="filled" onClick={() => setOpenKey(first.key)}>{t('promise.writeFirst', { name: first.name })}</Button>}>
          {t('promise.noneWhy')}
        </EmptyState>
      ) : (
        <PromiseTable rows={shown} looking={`${state} ${search}`} openKey={open?.key} onOpen={(row) => setOpenKey(row.key)} onSeeAll={() => (setState('all'), setSearch(''))} />
      )}
    </Screen>
  )
}

function Tools(props: { readonly rows: readonly PromiseRow[]; readonly state: PromiseState | 'all'; readonly onState: (state: PromiseState | 'all') => void; readonly search: string; readonly onSearch: (search: string) => void }) {
  const t = useText()
  const counts = Map.groupBy(props.rows, stateOf)
  const words = promiseStates.filter((state) => state === props.state || (counts.get(state)?.length ?? 0) > 0)
  return (
    <>
      <SearchBox label={t('promise.search')} value={props.search} onChange={props.onSearch} />
      <FilterWords value={props.state} onChange={props.onState} words={[{ value: 'all' as const, word: t('promise.all'), count: props.rows.length }, ...words.map((state) => ({ value: state, word: t(`promise.filter.${state}`), count: counts.get(state)?.length ?? 0 }))]} />
    </>
  )
}
