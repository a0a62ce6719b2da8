import { useState } from 'react'
import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useText } from '../../language.tsx'
import { IconPlus, IconX } from '../icons.ts'
import type { FieldProps } from './field-state.tsx'
import { SavingSign, useSaving } from './field-state.tsx'
import style from './fields.module.css'

/** Something to be found: its id, its name, and what tells it from others of the same name. */
export interface Found {
  readonly id: string
  readonly label: string
  readonly detail?: string | undefined
}

const NEW = 'new:'

/** One of many, found by typing. The screen asks the core for `found` each time `onSearch` tells what was typed. */
export function FindField(
  props: FieldProps<Found | null> & {
    readonly found: readonly Found[]
    readonly searching?: boolean
    readonly onSearch: (text: string) => void
    /** Offers to create what was typed; gives what it became, or undefined when it failed. */
    readonly onCreate?: ((text: string) => Promise<Found | undefined>) | undefined
    readonly placeholder?: string
  },
) {
  const t = useText()
  const saving = useSaving<Found | null>(props)
  const [typed, setTyped] = useState<string>()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })

  const search = (text: string): void => {
    setTyped(text)
    props.onSearch(text)
    combobox.openDropdown()
    combobox.selectFirstOption()
  }
  const choose = async (value: string): Promise<void> => {
    combobox.closeDropdown()
    const chosen = value.startsWith(NEW) ? await props.onCreate?.(value.slice(NEW.length)) : props.found.find((one) => one.id === value)
    if (chosen === undefined) return
    if (chosen.id === props.value?.id || (await saving.save(chosen))) setTyped(undefined)
  }
  const leave = (): void => {
    combobox.closeDropdown()
    if (typed?.trim() === '' && props.value !== null && props.required !== true) void saving.save(null)
    setTyped(undefined)
  }
  const canCreate = props.onCreate !== undefined && typed !== undefined && typed.trim().length > 1
  return (
    <Combobox store={combobox} onOptionSubmit={(value) => void choose(value)}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          label={props.label}
          description={props.description}
          withAsterisk={props.required ?? false}
          disabled={props.disabled ?? false}
          error={saving.failure ?? props.error}
          placeholder={props.placeholder ?? t('frame.typeToFind')}
          value={typed ?? props.value?.label ?? ''}
          autoComplete="off"
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={props.autoFocus ?? false}
          onChange={(event) => search(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={leave}
          rightSection={<SavingSign state={saving.state} otherwise={<Clear shown={props.value !== null && props.required !== true} onClear={() => void saving.save(null)} />} />}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed === undefined}>
        <Combobox.Options className={style['options']}>
          {props.found.map((one) => (
            <Combobox.Option key={one.id} value={one.id}>
              <span className={style['option']}>
                {one.label}
                {one.detail !== undefined && <small>{one.detail}</small>}
              </span>
            </Combobox.Option>
          ))}
          {canCreate && (
            <Combobox.Option value={`${NEW}${typed.trim()}`}>
              <span className={style['create']}>
                <IconPlus size={14} aria-hidden />
                {t('frame.createNamed', { name: typed.trim() })}
              </span>
            </Combobox.Option>
          )}
          {props.found.length === 0 && !canCreate && <Combobox.Empty>{props.searching === true ? t('frame.loading') : t('frame.nothingFound')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function Clear(props: { readonly shown: boolean; readonly onClear: () => void }) {
  const t = useText()
  if (!props.shown) return null
  return (
    <button type="button" tabIndex={-1} className={style['clear']} aria-label={t('frame.clearSelection')} onClick={props.onClear}>
      <IconX size={14} />
    </button>
  )
}
