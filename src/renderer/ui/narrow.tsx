import { Select } from '@mantine/core'
import { useText } from '../language.tsx'
import type { Choice } from './fields/select-field.tsx'
import { IconChevronDown } from './icons.ts'

/** One of many that the list is narrowed to; empty, it says what it would narrow by. */
export function Narrow(props: { readonly label: string; readonly choices: readonly Choice[]; readonly value: string | undefined; readonly width?: number; readonly onChange: (value: string | null) => void }) {
  const t = useText()
  return (
    <Select
      aria-label={props.label}
      placeholder={props.label}
      data={[...props.choices]}
      value={props.value ?? null}
      clearable
      searchable={props.choices.length > 10}
      nothingFoundMessage={t('frame.nothingFound')}
      maxDropdownHeight={320}
      w={props.width ?? 172}
      rightSection={props.value === undefined ? <IconChevronDown size={16} aria-hidden /> : undefined}
      onChange={props.onChange}
    />
  )
}
