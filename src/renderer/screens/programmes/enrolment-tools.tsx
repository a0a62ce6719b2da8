import { enrolmentRoles } from '../../../shared/domain/training.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { FilterWords } from '../../ui/filter-words.tsx'
import type { Enrolled } from './cohort-screen.tsx'
import { countedBy, stateFilters } from './enrolment-filters.ts'
import type { Looking, RoleFilter, StateFilter } from './enrolment-filters.ts'
import { SearchBox } from './search-box.tsx'

/** Search and filters over those enrolled. Forms of taking part are offered only where there is more than one. */
export function EnrolmentTools(props: {
  readonly enrolled: readonly Enrolled[]
  readonly looking: Looking
  readonly onSearch: (search: string) => void
  readonly onState: (state: StateFilter) => void
  readonly onRole: (role: RoleFilter) => void
}) {
  const t = useText()
  const { enrolled, looking } = props
  const counts = countedBy(enrolled)
  const words = stateFilters.filter((one) => one === 'all' || one === looking.state || counts[one] > 0)
  const roles = enrolmentRoles.filter((role) => enrolled.some((one) => one.role === role))
  return (
    <>
      <SearchBox label={t('training.searchPeople')} value={looking.search} onChange={props.onSearch} />
      <FilterWords label={t('training.byState')} words={words.map((value) => ({ value, word: stateWord(t, value), count: counts[value] }))} value={looking.state} onChange={props.onState} />
      {(roles.length > 1 || looking.role !== 'any') && (
        <FilterWords
          label={t('training.byRole')}
          words={[
            { value: 'any' as RoleFilter, word: t('training.filterRole', { role: 'any' }) },
            ...roles.map((role) => ({ value: role as RoleFilter, word: t('training.filterRole', { role }), count: enrolled.filter((one) => one.role === role).length })),
          ]}
          value={looking.role}
          onChange={props.onRole}
        />
      )}
    </>
  )
}

function stateWord(t: Text, value: StateFilter): string {
  if (value === 'all') return t('training.filterAll')
  if (value === 'withoutDocument') return t('training.filterWithoutDocument')
  if (value === 'withoutCertificate') return t('training.filterWithoutCertificate')
  return t('training.filterState', { state: value })
}
