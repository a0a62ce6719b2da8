import { useState } from 'react'
import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { placesOf } from '../../../../shared/domain/counting/dimensions.ts'
import type { PlaceOf } from '../../../../shared/domain/counting/dimensions.ts'
import { departments } from '../../../../shared/domain/geography.ts'
import { searchKey } from '../../../../shared/domain/names.ts'
import { useQuery } from '../../../api.ts'
import { useText } from '../../../language.tsx'
import { IconSearch, IconX } from '../../../ui/icons.ts'
import { OneOf } from './check-list.tsx'
import type { Choice } from './use-choices.ts'
import style from './definition.module.css'

/** Any of very many: found by typing, the chosen ones above, each with its way out. */
function FoundList(props: { readonly label: string; readonly found: readonly Choice[]; readonly value: readonly string[]; readonly nameOf: (value: string) => string; readonly search: string; readonly onSearch: (text: string) => void; readonly onChange: (value: string[]) => void }) {
  const t = useText()
  const { value, onChange, search } = props
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const found = props.found.filter((one) => !value.includes(one.value))
  const choose = (one: string): void => {
    onChange([...value, one])
    props.onSearch('')
    combobox.closeDropdown()
  }
  return (
    <>
      {value.length > 0 && (
        <ul className={style['chosen']}>
          {value.map((one) => (
            <li key={one}>
              {props.nameOf(one)}
              <button type="button" aria-label={t('indicatorScreens.removePart', { indicator: props.nameOf(one) })} onClick={() => onChange(value.filter((other) => other !== one))}>
                <IconX size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox store={combobox} withinPortal={false} onOptionSubmit={choose}>
        <Combobox.Target withExpandedAttribute>
          <TextInput
            data-autofocus
            aria-label={props.label}
            placeholder={props.label}
            autoComplete="off"
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => {
              props.onSearch(event.currentTarget.value)
              combobox.openDropdown()
              combobox.selectFirstOption()
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={search.trim() === ''}>
          <Combobox.Options mah={220} style={{ overflowY: 'auto' }}>
            {found.map((one) => (
              <Combobox.Option key={one.value} value={one.value}>
                <span className={style['words']}>
                  {one.label}
                  {one.detail !== undefined && <small>{one.detail}</small>}
                </span>
              </Combobox.Option>
            ))}
            {found.length === 0 && <Combobox.Empty>{t('frame.nothingFound')}</Combobox.Empty>}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </>
  )
}

/** Departments, provinces and districts by INEI's codes of two, four and six digits, and whose place is meant. */
export function PlaceChoice(props: { readonly value: readonly string[]; readonly placeOf: PlaceOf; readonly nameOf: (value: string) => string; readonly onChange: (value: string[], placeOf: PlaceOf) => void }) {
  const t = useText()
  const [search, setSearch] = useState('')
  const districts = useQuery('geography.districts', { search, limit: 20 }, { enabled: search.trim() !== '', keepOld: true }).data ?? []
  const key = searchKey(search)
  const provinces = [...new Map(districts.map((one) => [one.code.slice(0, 4), one])).entries()].filter(([, one]) => key !== '' && searchKey(one.province).startsWith(key))
  const found: readonly Choice[] = [
    ...departments.filter((one) => key !== '' && searchKey(one.name).startsWith(key)).map((one) => ({ value: one.code, label: one.name, detail: t('indicatorScreens.wholeDepartment') })),
    ...provinces.map(([code, one]) => ({ value: code, label: one.province, detail: t('indicatorScreens.wholeProvince', { department: one.department }) })),
    ...districts.map((one) => ({ value: one.code, label: one.name, detail: `${one.province}, ${one.department}` })),
  ]
  return (
    <>
      <FoundList label={t('indicatorScreens.placeSearch')} found={found} value={props.value} nameOf={props.nameOf} search={search} onSearch={setSearch} onChange={(value) => props.onChange(value, props.placeOf)} />
      <div className={style['under']}>
        <h4>{t('indicatorScreens.placeOf')}</h4>
        <OneOf label={t('indicatorScreens.placeOf')} value={props.placeOf} choices={placesOf.map((one) => ({ value: one, label: t('indicatorScreens.placeOfName', { placeOf: one }) }))} onChange={(placeOf) => props.onChange([...props.value], placeOf)} />
      </div>
    </>
  )
}

export function OrganisationChoice(props: { readonly value: readonly string[]; readonly nameOf: (value: string) => string; readonly onChange: (value: string[]) => void }) {
  const t = useText()
  const [search, setSearch] = useState('')
  const found = useQuery('organisations.list', { search, limit: 20 }, { enabled: search.trim() !== '', keepOld: true }).data?.rows ?? []
  return <FoundList label={t('indicatorScreens.condition.organisationIds')} found={found.map((one) => ({ value: one.id, label: one.name, detail: one.districtName ?? undefined }))} value={props.value} nameOf={props.nameOf} search={search} onSearch={setSearch} onChange={props.onChange} />
}
