import { dayParts, formatDate } from '../../shared/domain/dates.ts'
import { formatMoney } from '../../shared/domain/money.ts'
import { groupedNumber } from '../../shared/domain/numbers.ts'
import type { Language } from '../../shared/messages/messages.ts'
import { say } from '../../shared/messages/messages.ts'
import type { ColumnKind, Value } from './report-model.ts'

/** A value as a person in Peru reads it (CLDR es-PE): 22/11/2026, 1,250, S/ 1,250.00. Empty for nothing. */
export function valueText(value: Value, kind: ColumnKind, language: Language): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return say(language, value ? 'reports.yes' : 'reports.no')
  if (typeof value === 'string') return kind === 'date' ? formatDate(value) : value
  if (kind === 'money') return formatMoney(value)
  if (kind === 'decimal') return groupedNumber(value, 2)
  if (kind === 'figure') return figureText(value)
  return kind === 'document' ? String(value) : groupedNumber(value, 0)
}

/** 80, 1,386.5: two decimals at most. */
export function figureText(value: number): string {
  const rounded = Math.round(value * 100) / 100
  return groupedNumber(rounded, Number.isInteger(rounded) ? 0 : Number.isInteger(Math.round(rounded * 100) / 10) ? 1 : 2)
}

/** The midnight in UTC of a YYYY-MM-DD that exists in the calendar, or null: never the midnight of this machine's zone. */
export function utcDay(day: string): Date | null {
  const parts = dayParts(day)
  return parts === null ? null : new Date(Date.UTC(parts.year, parts.month - 1, parts.day))
}

/** 0.569 as "56.9 %". */
export function percent(share: number): string {
  return `${groupedNumber(share * 100, 1)} %`
}
