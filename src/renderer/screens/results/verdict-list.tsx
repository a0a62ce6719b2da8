import { useMemo, useState } from 'react'
import { Button } from '@mantine/core'
import { outcomeOf } from '../../../shared/domain/eligibility.ts'
import { hoursShown } from '../../../shared/domain/training-hours.ts'
import { searchPieces, searchKey } from '../../../shared/domain/names.ts'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { replace, useRoute } from '../../router.ts'
import { rowsOf } from '../../rows.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { figure } from '../../ui/figure.ts'
import { FilterWords } from '../../ui/filter-words.tsx'
import { IconPencil } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { Screen } from '../../ui/screen.tsx'
import { cohortHref, useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortSeen } from '../programmes/cohort-screen.tsx'
import { SearchBox } from '../programmes/search-box.tsx'
import { GrantPanel } from './grant-panel.tsx'
import { FILTERS, passes, whyOf } from './outcome.ts'
import type { Filter, Result } from './outcome.ts'
import { OutcomeWord } from './outcome-word.tsx'
import { ResultPanel } from './result-panel.tsx'
import { ResultsViews } from './results-views.tsx'

/** Everybody with what she earned and why; one person's whole account opens beside. */
export function VerdictList(props: { readonly seen: CohortSeen }) {
  const t = useText()
  const { cohort } = props.seen
  const frame = useCohortFrame(props.seen, 'resultados')
  const { params } = useRoute()
  const results = useQuery('eligibility.list', { cohortId: cohort.id })
  const [search, setSearch] = useState('')
  const [granting, setGranting] = useState<readonly string[]>()
  const filter = FILTERS.find((one) => one === params['ver']) ?? 'all'
  const openId = params['persona']
  const { data } = results
  const shown = useMemo(() => lookedFor(data?.people ?? [], filter, search), [data, filter, search])
  const source = useMemo(() => rowsOf(shown, `${filter} ${search}`), [shown, filter, search])
  const perHour = data?.minutesPerHour ?? props.seen.edition.minutesPerHour
  const columns = useMemo(() => columnsOf(t, perHour), [t, perHour])
  const put = (next: { readonly ver?: string | undefined; readonly persona?: string | undefined }): void => {
    const all = { ...params, ...next }
    replace('programmes', ['grupo', cohort.id, 'resultados'], Object.fromEntries(Object.entries(all).filter((one): one is [string, string] => one[1] !== undefined && one[1] !== 'all')))
  }
  const open = (id: string | undefined): void => put({ persona: id })
  return (
    <Screen
      fill
      {...frame}
      tools={
        <>
          <ResultsViews cohortId={cohort.id} at="people" />
          {(data?.people.length ?? 0) > 0 && <SearchBox label={t('outcome.search')} value={search} onChange={setSearch} />}
          {(data?.people.length ?? 0) > 0 && data !== undefined && <Filters people={data.people} value={filter} onChange={(ver) => put({ ver })} />}
        </>
      }
      panel={
        granting === undefined ? (
          openId !== undefined && <ResultPanel key={openId} enrolmentId={openId} onClose={() => open(undefined)} onGrant={() => setGranting([openId])} />
        ) : (
          <GrantPanel enrolmentIds={granting} name={granting.length === 1 ? data?.people.find((one) => one.enrolmentId === granting[0])?.name : undefined} papers={data?.people[0]?.papers.map((paper) => paper.paperKind) ?? []} onClose={() => setGranting(undefined)} />
        )
      }
    >
      <Failure error={results.error} onRetry={results.reload} />
      {data?.hasRules === false && data.people.length > 0 && <NoRules cohortId={cohort.id} />}
      {data !== undefined && (
        <DataTable
          id="results"
          label={t('outcome.list')}
          source={source}
          columns={columns}
          idOf={idOf}
          openId={openId}
          onOpen={(row) => open(row.enrolmentId)}
          actions={data.hasRules ? (ids) => <Button onClick={() => setGranting(ids)}>{t('outcome.grantMany', { n: ids.length })}</Button> : undefined}
          empty={data.people.length === 0 ? <Nobody cohortId={cohort.id} /> : <NoneMatch onSeeAll={() => (setSearch(''), put({ ver: 'all' }))} />}
        />
      )}
    </Screen>
  )
}

const idOf = (row: Result): string => row.enrolmentId

function lookedFor(people: readonly Result[], filter: Filter, search: string): readonly Result[] {
  const pieces = searchPieces(search)
  return people.filter((one) => passes(one, filter) && pieces.every((piece) => searchKey(`${one.name} ${one.documentNumber ?? ''}`).includes(piece)))
}

function columnsOf(t: Text, perHour: number): readonly Column<Result>[] {
  return [
    { key: 'name', title: t('outcome.person'), width: 270, show: (row) => row.name, text: (row) => row.name },
    { key: 'result', title: t('outcome.result'), width: 124, show: (row) => <OutcomeWord outcome={outcomeOf(row)} />, text: (row) => t('outcome.earns', { earns: outcomeOf(row) }) },
    {
      key: 'hours', title: t('outcome.hours'), width: 112, align: 'right',
      show: (row) => (row.plannedMinutes === 0 ? '–' : t('outcome.attended', { attended: hoursShown(row.attendedMinutes, perHour), planned: hoursShown(row.plannedMinutes, perHour) })),
    },
    { key: 'share', title: t('outcome.share'), width: 88, align: 'right', show: (row) => (row.share === null ? '–' : `${figure(row.share)} %`), text: (row) => figure(row.share) },
    { key: 'mark', title: t('outcome.mark'), width: 64, align: 'right', show: (row) => figure(row.mark), text: (row) => figure(row.mark) },
    { key: 'why', title: t('outcome.why'), width: 420, show: (row) => whyText(t, row), text: (row) => whyText(t, row) },
  ]
}

function whyText(t: Text, row: Result): string {
  const why = whyOf(row)
  if (why !== '' || row.earns === null || row.isWithdrawn) return why
  const { earns } = row
  return t(row.papers.some((paper) => paper.paperKind === earns && paper.reasons.some((reason) => reason.excepted)) ? 'outcome.metByException' : 'outcome.met')
}

function Filters(props: { readonly people: readonly Result[]; readonly value: Filter; readonly onChange: (value: Filter) => void }) {
  const t = useText()
  const words = FILTERS.map((value) => ({ value, word: t('outcome.filter', { filter: value }), count: props.people.filter((one) => passes(one, value)).length }))
  return <FilterWords words={words.filter((one) => one.value === 'all' || one.count > 0 || one.value === props.value)} value={props.value} onChange={props.onChange} />
}

function NoRules(props: { readonly cohortId: string }) {
  const t = useText()
  return (
    <Note
      tone="info"
      title={t('outcome.noRules')}
      actions={
        <Button component="a" href={cohortHref(props.cohortId, 'resultados', ['reglas'])} leftSection={<IconPencil size={16} aria-hidden />}>
          {t('outcome.goRules')}
        </Button>
      }
    >
      {t('outcome.noRulesWhy')}
    </Note>
  )
}

function Nobody(props: { readonly cohortId: string }) {
  const t = useText()
  return (
    <EmptyState
      drawing="sheet"
      title={t('outcome.nobody')}
      actions={
        <Button component="a" variant="filled" href={cohortHref(props.cohortId, 'personas')}>
          {t('outcome.goPeople')}
        </Button>
      }
    >
      {t('outcome.nobodyWhy')}
    </EmptyState>
  )
}

function NoneMatch(props: { readonly onSeeAll: () => void }) {
  const t = useText()
  return <EmptyState drawing="search" title={t('outcome.noneMatch')} actions={<Button onClick={props.onSeeAll}>{t('outcome.seeAll')}</Button>} />
}
