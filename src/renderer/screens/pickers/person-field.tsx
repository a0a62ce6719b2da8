import { useState } from 'react'
import { displayName } from '../../../shared/domain/names.ts'
import { useQuery } from '../../api.ts'
import { FindField } from '../../ui/fields/find-field.tsx'
import type { Found } from '../../ui/fields/find-field.tsx'
import type { FieldProps } from '../../ui/fields/field-state.tsx'

/** A person, found by any part of the name or the document. */
export function PersonField(props: FieldProps<Found | null>) {
  const [search, setSearch] = useState('')
  const found = useQuery('people.list', { search, limit: 20 }, { keepOld: true })
  return (
    <FindField
      {...props}
      found={(found.data?.rows ?? []).map((one) => ({
        id: one.id,
        label: displayName(one),
        detail: [one.documentNumber, one.organisationName].filter(Boolean).join(' · '),
      }))}
      searching={found.loading}
      onSearch={setSearch}
    />
  )
}
