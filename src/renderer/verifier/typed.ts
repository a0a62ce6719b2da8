import { checkTypedCode } from './code.ts'
import { WORDS } from './sentences.ts'

export interface Typed {
  readonly number: string
  readonly ruc: string
  readonly code: string
}

/**
 * What can be said of number, RUC and code typed from the paper: whether they are written well, never whether the paper is
 * authentic. Null when nothing is wrong with them.
 */
export function problemOfTyped(typed: Typed): string | null {
  if (typed.ruc.trim() !== '' && !isRuc(typed.ruc.replace(/\D/g, ''))) return WORDS.typedRuc
  switch (checkTypedCode(typed.code)) {
    case 'length':
      return WORDS.typedLength
    case 'letters':
      return WORDS.typedLetters
    case 'check':
      return WORDS.typedCheck
    default:
      return null
  }
}

/** Eleven digits whose last is SUNAT's check: the weights 5 4 3 2 7 6 5 4 3 2, modulo 11. */
function isRuc(digits: string): boolean {
  const sum = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return /^\d{11}$/.test(digits) && (11 - (sum % 11)) % 10 === Number(digits[10])
}
