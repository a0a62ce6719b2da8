import { useState } from 'react'
import { useQuery } from '../../api.ts'
import { FindField } from '../../ui/fields/find-field.tsx'
import type { Found } from '../../ui/fields/find-field.tsx'
import type { FieldProps } from '../../ui/fields/field-state.tsx'

/** An edition, found by any part of its programme's name or its own. */
export function EditionField(props: FieldProps<Found | null>) {
  const [search, setSearch] = useState('')
  const found = useQuery('programmes.list', { search }, { keepOld: true })
  const editions = (found.data ?? []).flatMap((programme) => programme.editions.map((edition) => ({ id: edition.id, label: `${programme.shortName ?? programme.name} · ${edition.name}`, detail: String(edition.year) })))
  return <FindField {...props} found={editions.slice(0, 30)} searching={found.loading} onSearch={setSearch} />
}
