import type { Language } from '../../shared/messages/messages.ts'
import { say } from '../../shared/messages/messages.ts'
import type { ColumnKind, Value } from './report-model.ts'

/** A value as a person in Peru reads it (CLDR es-PE): 22/11/2026, 1,250, S/ 1,250.00. Empty for nothing. */
export function valueText(value: Value, kind: ColumnKind, language: Language): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return say(language, value ? 'reports.yes' : 'reports.no')
  if (typeof value === 'string') return kind === 'date' ? dayText(value) : value
  if (kind === 'money') return `S/ ${grouped(value / 100, 2)}`
  if (kind === 'decimal') return grouped(value, 2)
  return kind === 'document' ? String(value) : grouped(value, 0)
}

/** 2026-11-22 as 22/11/2026; anything that is not such a day, as it came. */
export function dayText(day: string): string {
  const parts = dayParts(day)
  return parts ? `${parts.day}/${parts.month}/${parts.year}` : day
}

/** The midnight in UTC of a YYYY-MM-DD that exists in the calendar, or null: never the midnight of this machine's zone. */
export function utcDay(day: string): Date | null {
  const parts = dayParts(day)
  if (!parts) return null
  const date = new Date(Date.UTC(Number(parts.year), Number(parts.month) - 1, Number(parts.day)))
  return date.toISOString().startsWith(day) ? date : null
}

/** A number with comma for thousands and point for decimals. */
export function grouped(value: number, decimals: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
  return value < 0 && Number(text.replaceAll(',', '')) !== 0 ? `-${text}` : text
}

/** 0.569 as "56.9 %". */
export function percent(share: number): string {
  return `${grouped(share * 100, 1)} %`
}

function dayParts(day: string): { year: string; month: string; day: string } | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  return match ? { year: match[1] ?? '', month: match[2] ?? '', day: match[3] ?? '' } : null
}
