import { TextInput } from '@mantine/core'
import { IconSearch } from '../../ui/icons.ts'

/** What narrows the list below while it is typed. Esc empties it. */
export function SearchBox(props: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <TextInput
      type="search"
      w={340}
      aria-label={props.label}
      placeholder={props.label}
      value={props.value}
      autoComplete="off"
      leftSection={<IconSearch size={16} aria-hidden />}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || props.value === '') return
        event.preventDefault()
        props.onChange('')
      }}
    />
  )
}
