import { monthNames, dayParts } from '../../../shared/domain/dates.ts'
import type { Language } from '../../../shared/messages/messages.ts'

/** "14 mar", "14 Mar". */
export function shortDay(day: string, language: Language): string {
  const parts = dayParts(day)
  if (parts === null) return day
  return `${parts.day} ${(monthNames[language][parts.month - 1] ?? '').slice(0, 3)}`
}

/** "14 mar 08:30 · Gestión pública". */
export function sessionWord(session: { readonly day: string; readonly startsAt: string; readonly subject: string }, language: Language): string {
  return `${shortDay(session.day, language)}${session.startsAt === '' ? '' : ` ${session.startsAt}`} · ${session.subject}`
}
