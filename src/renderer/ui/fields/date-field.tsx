import { formatDate } from '../../../shared/domain/dates.ts'
import { useText } from '../../language.tsx'
import { readDateText } from './date-text.ts'
import type { FieldProps } from './field-state.tsx'
import { ReadField } from './read-field.tsx'

/** A civil date, `YYYY-MM-DD` or null, typed as dd/mm/aaaa: "5-3-26", "05032026" and "5 mar 2026" are understood. */
export function DateField(props: FieldProps<string | null>) {
  const t = useText()
  const read = (typed: string): string | null | undefined => (typed.trim() === '' ? null : readDateText(typed))
  return <ReadField {...props} shown={formatDate(props.value)} read={read} wrong={t('frame.badDate')} placeholder={t('frame.dateShape')} />
}
