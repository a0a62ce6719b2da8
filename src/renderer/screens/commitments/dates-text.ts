import { formatDate } from '../../../shared/domain/dates.ts'
import type { Text } from '../../language.tsx'

/** "01/04/2025 – 31/12/2025", or as much of it as is known. */
export function datesText(t: Text, { startsOn, endsOn }: { readonly startsOn: string | null; readonly endsOn: string | null }): string {
  if (startsOn !== null && endsOn !== null) return `${formatDate(startsOn)} – ${formatDate(endsOn)}`
  if (startsOn !== null) return t('commitments.since', { from: formatDate(startsOn) })
  return endsOn === null ? t('commitments.noDates') : t('commitments.until', { to: formatDate(endsOn) })
}
