import { figureWords, percentWords } from '../../../shared/domain/numbers.ts'

/** A figure of an indicator as people write it: 1,250; 37.5; with the sign where its unit is a percentage. An en dash where there is none. */
export function figureText(value: number | null, unit: string | null = null): string {
  if (value === null) return '–'
  return unit?.trim().startsWith('%') ? percentWords(value) : figureWords(value)
}

/** "87.9 %"; nothing where there is no target. */
export function percentText(percent: number | null): string {
  return percent === null ? '' : percentWords(percent)
}

/** "+3", "−2". */
export function signedText(value: number): string {
  return value < 0 ? `−${figureText(-value)}` : `+${figureText(value)}`
}
