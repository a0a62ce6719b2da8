import { Select } from '@mantine/core'
import { useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { FilterWords } from '../../ui/filter-words.tsx'
import { IconChevronDown } from '../../ui/icons.ts'
import { PaperSearch } from './paper-search.tsx'
import { STATES } from './register-filter.ts'
import type { RegisterFilter } from './register-filter.ts'
import style from './register.module.css'

const ALL = ''

/** Before the id of an edition that is meant whole. */
const WHOLE = 'edicion:'

/** Search, year, series, state and group, in one line. */
export function RegisterTools(props: { readonly filter: RegisterFilter; readonly years: readonly number[]; readonly onFilter: (filter: RegisterFilter) => void }) {
  const t = useText()
  const { filter } = props
  const all = useQuery('numbering.list', {})
  // The records of results have numbers too, but no papers of this register.
  const series = (all.data ?? []).filter((one) => one.paperKind !== 'acta')
  const tree = useQuery('programmes.list', { search: '' })
  const { year: _year, ...withoutYear } = filter
  const { seriesId: _series, ...withoutSeries } = filter
  const { cohortId: _cohort, editionId: _edition, ...withoutGroup } = filter
  const { state: _state, ...withoutState } = filter
  const groups = (tree.data ?? []).flatMap((programme) =>
    programme.editions.map((edition) => ({
      group: `${programme.shortName ?? programme.name} · ${edition.name}`,
      items: itemsOf(edition, filter, t('issuing.wholeOf', { edition: edition.name })),
    })),
  ).filter(({ items }) => items.length > 0)
  return (
    <>
      <PaperSearch className={style['search']} text={filter.search ?? ''} onSearch={(search) => props.onFilter({ ...filter, search })} />
      {(props.years.length > 1 || filter.year !== undefined) && (
        <FilterWords
          label={t('issuing.years')}
          words={[{ value: ALL, word: t('issuing.allYears') }, ...props.years.map((year) => ({ value: String(year), word: String(year) }))]}
          value={filter.year === undefined ? ALL : String(filter.year)}
          onChange={(year) => props.onFilter(year === ALL ? withoutYear : { ...filter, year: Number(year) })}
        />
      )}
      {series.length > 1 && (
        <FilterWords
          label={t('issuing.series')}
          words={[{ value: ALL, word: t('issuing.allSeries') }, ...series.map((one) => ({ value: one.id, word: one.name }))]}
          value={filter.seriesId ?? ALL}
          onChange={(seriesId) => props.onFilter(seriesId === ALL ? withoutSeries : { ...filter, seriesId })}
        />
      )}
      <FilterWords
        label={t('issuing.state')}
        words={[{ value: ALL, word: t('issuing.allStates') }, ...STATES.map((state) => ({ value: state, word: t('issuing.stateWord', { state }) }))]}
        value={filter.state ?? ALL}
        onChange={(state) => props.onFilter(state === ALL ? withoutState : { ...filter, state: STATES.find((one) => one === state) })}
      />
      <Select
        className={style['group']}
        aria-label={t('issuing.cohort')}
        placeholder={t('issuing.allCohorts')}
        data={groups}
        value={filter.cohortId ?? (filter.editionId === undefined ? null : `${WHOLE}${filter.editionId}`)}
        clearable
        searchable
        nothingFoundMessage={t('frame.nothingFound')}
        maxDropdownHeight={360}
        {...(filter.cohortId === undefined && filter.editionId === undefined ? { rightSection: <IconChevronDown size={16} aria-hidden />, rightSectionPointerEvents: 'none' as const } : {})}
        onChange={(chosen) => props.onFilter(chosen === null ? withoutGroup : chosen.startsWith(WHOLE) ? { ...withoutGroup, editionId: chosen.slice(WHOLE.length) } : { ...withoutGroup, cohortId: chosen })}
      />
    </>
  )
}

type Edition = Gives<'programmes.list'>[number]['editions'][number]

/** Groups with papers, and before them the edition whole where it has several. */
function itemsOf(edition: Edition, filter: RegisterFilter, whole: string): { value: string; label: string }[] {
  const cohorts = edition.cohorts.filter((cohort) => cohort.certificates > 0 || cohort.id === filter.cohortId)
  const all = cohorts.length > 1 || edition.id === filter.editionId ? [{ value: `${WHOLE}${edition.id}`, label: whole }] : []
  return [...all, ...cohorts.map((cohort) => ({ value: cohort.id, label: cohort.name }))]
}
