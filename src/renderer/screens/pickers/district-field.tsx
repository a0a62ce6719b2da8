import { useState } from 'react'
import { useQuery } from '../../api.ts'
import { FindField } from '../../ui/fields/find-field.tsx'
import type { FieldProps } from '../../ui/fields/field-state.tsx'

/** A district by its INEI code. */
export function DistrictField(props: FieldProps<string | null>) {
  const [search, setSearch] = useState('')
  const found = useQuery('geography.districts', { search, limit: 20 }, { keepOld: true })
  const chosen = useQuery('geography.districts', { codes: props.value === null ? [] : [props.value], limit: 1 }, { enabled: props.value !== null })
  const own = chosen.data?.[0]
  const { value, onSave, onChange, ...rest } = props
  return (
    <FindField
      {...rest}
      value={value === null ? null : { id: value, label: own?.label ?? value }}
      found={(found.data ?? []).map((one) => ({ id: one.code, label: one.name, detail: `${one.province}, ${one.department}` }))}
      searching={found.loading}
      onSearch={setSearch}
      onSave={onSave && ((one) => onSave(one?.id ?? null))}
      onChange={onChange && ((one) => onChange(one?.id ?? null))}
    />
  )
}
