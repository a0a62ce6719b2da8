import { useState } from 'react'
import { useQuery } from '../../api.ts'
import { FindField } from '../../ui/fields/find-field.tsx'
import type { Found } from '../../ui/fields/find-field.tsx'
import type { FieldProps } from '../../ui/fields/field-state.tsx'

/** An agreement, found by its number, its title or a party's name. `exceptId` is not offered. */
export function AgreementField(props: FieldProps<Found | null> & { readonly exceptId?: string }) {
  const [search, setSearch] = useState('')
  const found = useQuery('agreements.list', { search }, { keepOld: true })
  const { exceptId, ...rest } = props
  const agreements = (found.data ?? []).filter((one) => one.id !== exceptId).map((one) => ({ id: one.id, label: one.title, detail: one.number ?? one.funders.join(', ') }))
  return <FindField {...rest} found={agreements.slice(0, 30)} searching={found.loading} onSearch={setSearch} />
}
