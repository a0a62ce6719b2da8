import { useState } from 'react'
import { Select, TextInput } from '@mantine/core'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { FilterWords } from '../../ui/filter-words.tsx'
import { IconChevronDown, IconSearch } from '../../ui/icons.ts'
import type { RegisterFilter } from './register-filter.ts'
import style from './register.module.css'

const ALL = ''

/** Search, year, series and group, in one line. */
export function RegisterTools(props: { readonly filter: RegisterFilter; readonly years: readonly number[]; readonly onFilter: (filter: RegisterFilter) => void }) {
  const t = useText()
  const { filter } = props
  const all = useQuery('numbering.list', {})
  // The records of results have numbers too, but no papers of this register.
  const series = (all.data ?? []).filter((one) => one.paperKind !== 'acta')
  const tree = useQuery('programmes.list', { search: '' })
  const { year: _year, ...withoutYear } = filter
  const { seriesId: _series, ...withoutSeries } = filter
  const { cohortId: _cohort, ...withoutCohort } = filter
  const groups = (tree.data ?? []).flatMap((programme) =>
    programme.editions.map((edition) => ({
      group: `${programme.shortName ?? programme.name} · ${edition.name}`,
      items: edition.cohorts.filter((cohort) => cohort.certificates > 0 || cohort.id === filter.cohortId).map((cohort) => ({ value: cohort.id, label: cohort.name })),
    })),
  ).filter(({ items }) => items.length > 0)
  return (
    <>
      <Search text={filter.search ?? ''} onSearch={(search) => props.onFilter({ ...filter, search })} />
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
      <Select
        className={style['group']}
        aria-label={t('issuing.cohort')}
        placeholder={t('issuing.allCohorts')}
        data={groups}
        value={filter.cohortId ?? null}
        clearable
        searchable
        nothingFoundMessage={t('frame.nothingFound')}
        maxDropdownHeight={360}
        {...(filter.cohortId === undefined ? { rightSection: <IconChevronDown size={16} aria-hidden />, rightSectionPointerEvents: 'none' as const } : {})}
        onChange={(cohortId) => props.onFilter(cohortId === null ? withoutCohort : { ...filter, cohortId })}
      />
    </>
  )
}

/** The text is the box's own while it is typed in: the address follows it, not the other way round. */
function Search(props: { readonly text: string; readonly onSearch: (text: string) => void }) {
  const t = useText()
  const [typed, setTyped] = useState<string>()
  return (
    <TextInput
      className={style['search']}
      type="search"
      aria-label={t('issuing.findPaper')}
      placeholder={t('issuing.findPaper')}
      leftSection={<IconSearch size={15} aria-hidden />}
      value={typed ?? props.text}
      maxLength={120}
      autoComplete="off"
      spellCheck={false}
      onBlur={() => setTyped(undefined)}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        props.onSearch(event.currentTarget.value)
      }}
    />
  )
}
