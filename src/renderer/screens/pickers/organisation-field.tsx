import { useState } from 'react'
import { guessOrganisationKind } from '../../../shared/domain/organisations.ts'
import { useCommand, useQuery } from '../../api.ts'
import { FindField } from '../../ui/fields/find-field.tsx'
import type { Found } from '../../ui/fields/find-field.tsx'
import type { FieldProps } from '../../ui/fields/field-state.tsx'

/**
 * An organisation: found by any part of its name, or created with what was typed: of the kind that its name tells, else
 * `kindOfNew` (code of `domain/organisations.ts`; without it nothing can be created here).
 */
export function OrganisationField(props: FieldProps<Found | null> & { readonly kindOfNew?: string }) {
  const [search, setSearch] = useState('')
  const found = useQuery('organisations.list', { search, limit: 20 }, { keepOld: true })
  const create = useCommand('organisations.create')
  const { kindOfNew, ...rest } = props
  const made = async (name: string): Promise<Found | undefined> => {
    const saved = await create.run({ name, kind: guessOrganisationKind(name) ?? kindOfNew ?? '', shortName: null, ruc: null, districtCode: null, federation: null })
    return saved === undefined ? undefined : { id: saved.id, label: name }
  }
  return (
    <FindField
      {...rest}
      error={props.error ?? create.error?.message}
      found={(found.data?.rows ?? []).map((one) => ({ id: one.id, label: one.name, detail: one.districtName ?? undefined }))}
      searching={found.loading}
      onSearch={setSearch}
      onCreate={kindOfNew === undefined ? undefined : made}
    />
  )
}
