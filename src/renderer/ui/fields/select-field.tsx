import { Select } from '@mantine/core'
import { useText } from '../../language.tsx'
import type { FieldProps } from './field-state.tsx'
import { SavingSign, useSaving } from './field-state.tsx'
import { IconChevronDown } from '../icons.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}

/** One of a few. Saves as soon as it is chosen. `canBeEmpty` lets it be cleared: the value is then null. */
export function SelectField(props: FieldProps<string | null> & { readonly choices: readonly Choice[]; readonly canBeEmpty?: boolean }) {
  const t = useText()
  const saving = useSaving<string | null>(props)
  return (
    <Select
      label={props.label}
      description={props.description}
      withAsterisk={props.required ?? false}
      disabled={props.disabled ?? false}
      error={saving.failure ?? props.error}
      placeholder={t('frame.choose')}
      data={[...props.choices]}
      value={props.value}
      clearable={props.canBeEmpty ?? false}
      searchable={props.choices.length > 10}
      nothingFoundMessage={t('frame.nothingFound')}
      maxDropdownHeight={320}
      rightSectionPointerEvents="none"
      rightSection={<SavingSign state={saving.state} otherwise={<IconChevronDown size={16} aria-hidden />} />}
      onChange={(value) => value !== props.value && void saving.save(value)}
    />
  )
}
