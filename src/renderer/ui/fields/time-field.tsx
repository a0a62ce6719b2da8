import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { TextInput } from '@mantine/core'
import { useText } from '../../language.tsx'
import type { FieldProps } from './field-state.tsx'
import { SavingSign, useSaving } from './field-state.tsx'
import { readTimeText } from './time-text.ts'

/** A time of day, `HH:MM` of 24 hours or '' for none yet: "9", "9.30" and "0930" are understood. */
export function TimeField(props: FieldProps<string>) {
  const t = useText()
  const saving = useSaving<string>(props)
  const [typed, setTyped] = useState<string>()
  const [wrong, setWrong] = useState(false)

  const commit = async (): Promise<void> => {
    if (typed === undefined) return
    const read = typed.trim() === '' && props.required !== true ? '' : readTimeText(typed)
    setWrong(read === undefined)
    if (read === undefined) return
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
      placeholder={t('frame.timeShape')}
      error={wrong ? t('frame.badTime') : (saving.failure ?? props.error)}
      value={typed ?? props.value}
      classNames={{ input: 'tabular' }}
      autoComplete="off"
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void commit()}
      onKeyDown={onKeyDown}
      rightSectionPointerEvents="none"
      rightSection={<SavingSign state={saving.state} />}
    />
  )
}
