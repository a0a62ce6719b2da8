import { groupedNumber } from '../../../shared/domain/numbers.ts'

/** A figure of an indicator as people write it: 1,250; 37.5. At most two decimals, an en dash where there is none. */
export function figureText(value: number | null): string {
  if (value === null) return '–'
  const rounded = Math.round(value * 100) / 100
  const decimals = Number.isInteger(rounded) ? 0 : Number.isInteger(rounded * 10) ? 1 : 2
  return groupedNumber(rounded, decimals)
}

/** "87 %"; nothing where there is no target. */
export function percentText(percent: number | null): string {
  return percent === null ? '' : `${figureText(Math.round(percent))} %`
}

/** "+3", "−2". */
export function signedText(value: number): string {
  return value < 0 ? `−${figureText(-value)}` : `+${figureText(value)}`
}
