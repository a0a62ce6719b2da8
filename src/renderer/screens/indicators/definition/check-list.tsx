import { useState } from 'react'
import { Checkbox, TextInput } from '@mantine/core'
import { searchKey } from '../../../../shared/domain/names.ts'
import { useText } from '../../../language.tsx'
import { IconSearch } from '../../../ui/icons.ts'
import type { Choice } from './use-choices.ts'
import style from './definition.module.css'

/** Lists longer than this are looked through by typing. */
const FEW = 9

/** Any of a list; the chosen ones stand first when it opens. */
export function CheckList(props: { readonly label: string; readonly choices: readonly Choice[]; readonly value: readonly string[]; readonly onChange: (value: string[]) => void }) {
  const t = useText()
  const { choices, value, onChange } = props
  const [search, setSearch] = useState('')
  const [first] = useState(() => new Set(value))
  const wanted = searchKey(search).split(' ')
  const shown = choices
    .toSorted((one, other) => Number(first.has(other.value)) - Number(first.has(one.value)))
    .filter((one) => search.trim() === '' || wanted.every((word) => searchKey(`${one.label} ${one.detail ?? ''}`).includes(word)))
  const toggle = (one: string): void => onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one])
  if (choices.length === 0) return <p className={style['soft']}>{t('indicatorScreens.nothingToChoose')}</p>
  return (
    <>
      {choices.length > FEW && <TextInput type="search" data-autofocus aria-label={t('indicatorScreens.searchChoices')} placeholder={t('indicatorScreens.searchChoices')} leftSection={<IconSearch size={16} aria-hidden />} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />}
      <div role="group" aria-label={props.label} className={style['checks']}>
        {shown.map((one) => (
          <Checkbox key={one.value} size="sm" checked={value.includes(one.value)} onChange={() => toggle(one.value)} label={<ChoiceWords choice={one} />} />
        ))}
        {shown.length === 0 && <p className={style['soft']}>{t('frame.nothingFound')}</p>}
      </div>
    </>
  )
}

function ChoiceWords({ choice }: { readonly choice: Choice }) {
  return (
    <span className={style['words']}>
      {choice.label}
      {choice.detail !== undefined && <small>{choice.detail}</small>}
    </span>
  )
}

/** Exactly one of a few, each with what it means. */
export function OneOf<V extends string>(props: { readonly label: string; readonly value: V; readonly choices: readonly { readonly value: V; readonly label: string; readonly detail?: string | undefined }[]; readonly onChange: (value: V) => void }) {
  const [name] = useState(() => `one-of-${crypto.randomUUID()}`)
  return (
    <div role="radiogroup" aria-label={props.label} className={style['checks']}>
      {props.choices.map((one) => (
        <label key={one.value} className={style['radio']}>
          <input type="radio" name={name} checked={one.value === props.value} data-autofocus={one.value === props.value ? true : undefined} onChange={() => props.onChange(one.value)} />
          <span className={style['words']}>
            {one.label}
            {one.detail !== undefined && <small>{one.detail}</small>}
          </span>
        </label>
      ))}
    </div>
  )
}
