import { useState } from 'react'
import { useQuery } from '../../api.ts'
import { FindField } from '../../ui/fields/find-field.tsx'
import type { Found } from '../../ui/fields/find-field.tsx'
import type { FieldProps } from '../../ui/fields/field-state.tsx'

/** A group, found by any part of its programme's name; its edition and its own name tell which. */
export function CohortField(props: FieldProps<Found | null>) {
  const [search, setSearch] = useState('')
  const found = useQuery('programmes.list', { search }, { keepOld: true })
  const cohorts = (found.data ?? []).flatMap((programme) =>
    programme.editions.flatMap((edition) => edition.cohorts.map((cohort) => ({ id: cohort.id, label: `${programme.shortName ?? programme.name} · ${edition.name} · ${cohort.name}` }))),
  )
  return <FindField {...props} found={cohorts.slice(0, 30)} searching={found.loading} onSearch={setSearch} />
}
