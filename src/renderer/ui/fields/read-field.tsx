import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { TextInput } from '@mantine/core'
import type { FieldProps } from './field-state.tsx'
import { SavingSign, useSaving } from './field-state.tsx'

/**
 * A value that is typed in many ways and shown in one. `read` gives undefined for what is no such value: then `wrong` is
 * said, and what was typed stays. Blur and Enter save; Esc puts back what was there.
 */
export function ReadField<V extends string | null>(
  props: FieldProps<V> & { readonly shown: string; readonly read: (typed: string) => V | undefined; readonly wrong: string; readonly placeholder: string; readonly isChosenOnFocus?: boolean },
) {
  const saving = useSaving<V>(props)
  const [typed, setTyped] = useState<string>()
  const [isWrong, setWrong] = useState(false)

  const commit = async (): Promise<void> => {
    if (typed === undefined) return
    const read = props.read(typed)
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
      placeholder={props.placeholder}
      error={isWrong ? props.wrong : (saving.failure ?? props.error)}
      value={typed ?? props.shown}
      classNames={{ input: 'tabular' }}
      autoComplete="off"
      // The first field of a form that the person has just opened: she came to type in it.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={props.autoFocus ?? false}
      onFocus={(event) => props.isChosenOnFocus === true && event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void commit()}
      onKeyDown={onKeyDown}
      rightSectionPointerEvents="none"
      rightSection={<SavingSign state={saving.state} />}
    />
  )
}
