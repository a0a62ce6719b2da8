/**
 * Identity documents: codes of Tabla 3 of the Planilla Electrónica (SUNAT/MTPE, update of 26-06-2026); 00 is ours, for
 * who has none or waits for it (common among community leaders).
 */
export type DocumentType = '01' | '04' | '06' | '07' | '09' | '22' | '23' | '24' | '26' | '00'

export interface DocumentRule {
  /** What a number must look like to be kept at all. */
  readonly pattern: RegExp
  /** What it usually looks like; anything else is only warned of. */
  readonly usual: RegExp
  readonly needsCountry: boolean
}

const ALPHANUMERIC = /^[0-9A-Z]{4,15}$/

/** In the order in which a form offers them. Labels are sentences: see messages. */
export const documentTypes: Readonly<Record<DocumentType, DocumentRule>> = {
  // Ley 26497 art. 31: one code for life.
  '01': { pattern: /^\d{8}$/, usual: /^\d{8}$/, needsCountry: false },
  '04': { pattern: ALPHANUMERIC, usual: /^(\d{9}|\d{12})$/, needsCountry: false },
  '07': { pattern: ALPHANUMERIC, usual: /^[0-9A-Z]{6,12}$/, needsCountry: true },
  '23': { pattern: ALPHANUMERIC, usual: /^\d{9}$/, needsCountry: false },
  '26': { pattern: ALPHANUMERIC, usual: /^\d{9}$/, needsCountry: false },
  '24': { pattern: ALPHANUMERIC, usual: ALPHANUMERIC, needsCountry: true },
  '09': { pattern: ALPHANUMERIC, usual: ALPHANUMERIC, needsCountry: false },
  '22': { pattern: ALPHANUMERIC, usual: ALPHANUMERIC, needsCountry: false },
  '06': { pattern: /^\d{11}$/, usual: /^(10|15|16|17|20)\d{9}$/, needsCountry: false },
  '00': { pattern: /^$/, usual: /^$/, needsCountry: false },
}

export const documentTypeCodes = Object.keys(documentTypes) as readonly DocumentType[]

export type DocumentProblem = 'missing' | 'not-eight-digits' | 'characters' | 'bad-ruc' | 'placeholder' | 'number-without-type'
export type DocumentWarning = 'unusual' | 'repeated'
export type DocumentCheck =
  | { readonly ok: true; readonly warning: DocumentWarning | null }
  | { readonly ok: false; readonly problem: DocumentProblem }

/** Whether a number may be kept under a type. A warning never refuses: old and foreign numbers vary. */
export function checkDocument(type: DocumentType, number: string | null): DocumentCheck {
  if (type === '00') return number === null || number === '' ? { ok: true, warning: null } : { ok: false, problem: 'number-without-type' }
  if (number === null || number === '') return { ok: false, problem: 'missing' }
  const rule = documentTypes[type]
  if (!rule.pattern.test(number)) return { ok: false, problem: type === '01' ? 'not-eight-digits' : type === '06' ? 'bad-ruc' : 'characters' }
  if (/^0+$/.test(number)) return { ok: false, problem: 'placeholder' }
  if (type === '06' && !isRuc(number)) return { ok: false, problem: 'bad-ruc' }
  if (/^(.)\1+$/.test(number) || number === '12345678') return { ok: true, warning: 'repeated' }
  return { ok: true, warning: rule.usual.test(number) ? null : 'unusual' }
}

/**
 * The check character printed after a DNI's eight digits: `digit` on today's cards, `letter` on those before 2007
 * (RJ 042-99, RJ 470-2007 and RJ 692-2007 of RENIEC). Null when the text is not eight digits. It is no part of the number.
 */
export function dniCheckDigit(dni: string): { readonly digit: string; readonly letter: string } | null {
  if (!/^\d{8}$/.test(dni)) return null
  const at = (11 - (weighted(dni, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11
  return { digit: '67890112345'.charAt(at), letter: 'KABCDEFGHIJ'.charAt(at) }
}

/** Eleven digits whose last one is the check digit of the other ten (SUNAT, modulus 11). */
export function isRuc(ruc: string): boolean {
  if (!/^\d{11}$/.test(ruc) || /^0+$/.test(ruc)) return false
  return (11 - (weighted(ruc, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(ruc.charAt(10))
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits.charAt(at)), 0)
}

/** Hides all but the last three characters: `*****378`. Short numbers are hidden whole. */
export function maskDocument(number: string): string {
  const shown = number.length >= 6 ? 3 : 0
  return '*'.repeat(number.length - shown) + number.slice(number.length - shown)
}
