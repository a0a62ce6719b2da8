import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { TextInput } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { useText } from '../../language.tsx'
import { readDateText } from './date-text.ts'
import type { FieldProps } from './field-state.tsx'
import { SavingSign, useSaving } from './field-state.tsx'

/** A civil date, `YYYY-MM-DD` or null, typed as dd/mm/aaaa: "5-3-26", "05032026" and "5 mar 2026" are understood. */
export function DateField(props: FieldProps<string | null>) {
  const t = useText()
  const saving = useSaving<string | null>(props)
  const [typed, setTyped] = useState<string>()
  const [wrong, setWrong] = useState(false)
  const shown = typed ?? formatDate(props.value)

  const commit = async (): Promise<void> => {
    if (typed === undefined) return
    const read = typed.trim() === '' ? null : readDateText(typed)
    if (read === undefined) {
      setWrong(true)
      return
    }
    setWrong(false)
    if (read === props.value || (await saving.save(read))) setTyped(undefined)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') void commit()
    if (event.key === 'Escape' && typed !== undefined) {
      event.preventDefault()
      setTyped(undefined)
      setWrong(false)
      saving.forget()
    }
  }
  return (
    <TextInput
      label={props.label}
      description={props.description}
      withAsterisk={props.required ?? false}
      disabled={props.disabled ?? false}
      placeholder={t('frame.dateShape')}
      error={wrong ? t('frame.badDate') : (saving.failure ?? props.error)}
      value={shown}
      classNames={{ input: 'tabular' }}
      autoComplete="off"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void commit()}
      onKeyDown={onKeyDown}
      rightSectionPointerEvents="none"
      rightSection={<SavingSign state={saving.state} />}
    />
  )
}
