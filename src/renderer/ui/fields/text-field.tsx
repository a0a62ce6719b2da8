import { useEffect, useRef, useState } from 'react'
import type { HTMLAttributes, KeyboardEvent } from 'react'
import { Textarea, TextInput } from '@mantine/core'
import type { FieldProps } from './field-state.tsx'
import { SavingSign, useSaving } from './field-state.tsx'

/** A line of text, or several (`lines`). Blur and Enter save; Esc puts back what was there. An empty text is ''. */
export function TextField(
  props: FieldProps<string> & {
    readonly maxLength?: number
    readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
    readonly placeholder?: string
    /** More than one: a box of that many lines, where Enter is a new line and Ctrl+Enter saves. */
    readonly lines?: number
  },
) {
  const saving = useSaving<string>(props)
  // Undefined while what is shown is what is kept.
  const [typed, setTyped] = useState<string>()
  const isForm = props.onSave === undefined
  // What was saved and has not come back as the value yet: the old one must not show in between, to be typed on.
  const [kept, setKept] = useState<string>()
  const value = useRef(props.value)
  value.current = props.value
  useEffect(() => setKept(undefined), [props.value])
  const there = saving.state === 'saved' ? (kept ?? props.value) : props.value
  const shown = isForm ? props.value : (typed ?? there)
  const many = (props.lines ?? 1) > 1

  const commit = async (): Promise<void> => {
    if (isForm || typed === undefined) return
    if (typed.trim() === there) {
      setTyped(undefined)
      saving.forget()
      return
    }
    const before = props.value
    if (!(await saving.save(typed.trim()))) return
    if (value.current === before) setKept(typed.trim())
    // What was typed while it was being saved stays, to be saved in its turn.
    setTyped((now) => (now === typed ? undefined : now))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !isForm && (!many || event.ctrlKey)) void commit()
    if (event.key === 'Escape' && typed !== undefined && typed !== props.value) {
      event.preventDefault()
      setTyped(undefined)
      saving.forget()
    }
  }
  const common = {
    label: props.label,
    description: props.description,
    required: props.required ?? false,
    withAsterisk: props.required ?? false,
    disabled: props.disabled ?? false,
    maxLength: props.maxLength,
    placeholder: props.placeholder,
    error: saving.failure ?? props.error,
    value: shown,
    'data-autofocus': props.autoFocus,
    onBlur: () => void commit(),
    onKeyDown,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      isForm ? props.onChange?.(event.currentTarget.value) : setTyped(event.currentTarget.value),
    rightSection: isForm ? undefined : <SavingSign state={saving.state} />,
    // The sign must not catch the click meant for the text.
    rightSectionPointerEvents: 'none' as const,
  }
  // The first field of a form that the person has just opened: she came to type in it.
  // oxlint-disable-next-line jsx-a11y/no-autofocus
  if (many) return <Textarea {...common} autosize minRows={props.lines ?? 2} maxRows={12} autoFocus={props.autoFocus ?? false} />
  // oxlint-disable-next-line jsx-a11y/no-autofocus
  return <TextInput {...common} inputMode={props.inputMode} autoFocus={props.autoFocus ?? false} autoComplete="off" spellCheck={false} />
}
