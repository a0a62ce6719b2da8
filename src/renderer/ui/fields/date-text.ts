const MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'set', 'oct', 'nov', 'dic'] as const

/** `2026-03-05` as dd/mm/aaaa. */
export function dateText(iso: string): string {
  const [year, month, day] = iso.split('-')
  return `${day}/${month}/${year}`
}

/**
 * The date in what a person typed, as `YYYY-MM-DD`; undefined when there is none. Day first, always. Two figures of
 * a year are this century up to 2049, the last one from 50 on.
 */
export function readDateText(typed: string): string | undefined {
  const text = typed.trim().toLowerCase().normalize('NFC')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso !== null) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const run = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text)
  if (run !== null) return real(fullYear(run[3] ?? ''), Number(run[2]), Number(run[1]))
  const parts = /^(\d{1,2})(?:\s*[-/.\s]\s*|\s+de\s+)(\d{1,2}|\p{L}{3,10})\.?(?:\s*[-/.\s]\s*|\s+del?\s+)(\d{4}|\d{2})$/u.exec(text)
  if (parts === null) return undefined
  return real(fullYear(parts[3] ?? ''), monthOf(parts[2] ?? ''), Number(parts[1]))
}

function fullYear(figures: string): number {
  const year = Number(figures)
  if (figures.length === 4) return year
  return year < 50 ? 2000 + year : 1900 + year
}

function monthOf(word: string): number {
  if (/^\d/.test(word)) return Number(word)
  const short = word.startsWith('sep') ? 'set' : word.slice(0, 3)
  return MONTHS.findIndex((month) => month === short) + 1
}

function real(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : undefined
}
