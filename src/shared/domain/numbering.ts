/**
 * Numbers of certificates in the manner of Peru's official documents (`N° 004-2023-GRA/CR`): a correlative, the year and
 * the siglas of who issues it. The pattern is the office's own data.
 */
export type NumberToken = 'corr' | 'año' | 'siglas_entidad' | 'siglas_unidad' | 'tipo'

export interface NumberValues {
  /** From 1; restarts each year, per series. */
  readonly correlative: number
  readonly year: number
  /** Siglas of the entity and of its unit. */
  readonly entitySiglas: string | null
  readonly unitSiglas: string | null
  /** "certificado", "constancia"; printed in capitals. */
  readonly kind: string | null
}

export type PatternProblem =
  | { readonly problem: 'no-correlative' | 'two-correlatives' | 'unclosed' }
  | { readonly problem: 'unknown-token' | 'bad-width'; readonly token: string }

type Piece = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'token'; readonly token: NumberToken; readonly width: number }

/** Spellings people try for a token. */
const TOKENS = new Map<string, NumberToken>([
  ['corr', 'corr'], ['correlativo', 'corr'], ['numero', 'corr'], ['número', 'corr'],
  ['año', 'año'], ['anio', 'año'], ['ano', 'año'],
  ['siglas_entidad', 'siglas_entidad'], ['siglas_unidad', 'siglas_unidad'], ['tipo', 'tipo'],
])

function pieces(pattern: string): { pieces: Piece[]; problems: PatternProblem[] } {
  const found: Piece[] = []
  const problems: PatternProblem[] = []
  for (const part of pattern.normalize('NFC').split(/(\{[^{}]*\})/)) {
    if (part === '') continue
    const match = /^\{\s*([^{}:]*?)\s*(?::\s*([^{}]*?)\s*)?\}$/.exec(part)
    if (!match) {
      if (/[{}]/.test(part)) problems.push({ problem: 'unclosed' })
      found.push({ kind: 'text', text: part })
      continue
    }
    const token = TOKENS.get((match[1] ?? '').toLowerCase())
    if (token === undefined) problems.push({ problem: 'unknown-token', token: part })
    else if (!isWidth(token, match[2])) problems.push({ problem: 'bad-width', token: part })
    else found.push({ kind: 'token', token, width: Number(match[2] ?? 0) })
  }
  return { pieces: found, problems }
}

/** `{corr:3}`: at least so many digits, 1 to 9. `{año:2}`: the year's last two digits. Nothing else takes a width. */
function isWidth(token: NumberToken, width: string | undefined): boolean {
  if (width === undefined) return true
  return token === 'corr' ? /^[1-9]$/.test(width) : token === 'año' && /^[24]$/.test(width)
}

export interface PatternCheck {
  /** A pattern with problems gives no numbers. */
  readonly problems: readonly PatternProblem[]
  /** Without the year, the numbers of two years look the same on paper. */
  readonly warnings: readonly 'no-year'[]
}

/** What is wrong with a pattern: it holds exactly one correlative, and every token is known. */
export function checkPattern(pattern: string): PatternCheck {
  const { pieces: found, problems } = pieces(pattern)
  const count = (token: NumberToken) => found.filter((piece) => piece.kind === 'token' && piece.token === token).length
  const correlatives = count('corr')
  const missing: PatternProblem[] =
    correlatives > 1 ? [{ problem: 'two-correlatives' }] : correlatives === 0 && problems.length === 0 ? [{ problem: 'no-correlative' }] : []
  return { problems: [...problems, ...missing], warnings: count('año') === 0 ? ['no-year'] : [] }
}

/**
 * The number's text: `N° {corr:3}-{año}-{siglas_entidad}/{siglas_unidad}` gives `N° 001-2026-MPC/GRH`. A correlative longer
 * than its width stands whole. Where siglas are missing, the sign before them goes with them.
 * Throws RangeError for a pattern with problems or a correlative below 1: numbers are never guessed.
 */
export function formatNumber(pattern: string, values: NumberValues): string {
  if (checkPattern(pattern).problems.length > 0) throw new RangeError(`not a pattern of numbers: ${pattern}`)
  if (!Number.isSafeInteger(values.correlative) || values.correlative < 1) throw new RangeError(`not a correlative: ${values.correlative}`)
  let text = ''
  let dropNext = false
  for (const piece of pieces(pattern).pieces) {
    if (piece.kind === 'text') {
      text += dropNext ? piece.text.replace(SIGN_AFTER, '') : piece.text
      dropNext = false
      continue
    }
    const value = valueOf(piece, values)
    if (value === '') {
      // "/GRH" without GRH is nothing; at the very beginning it is the sign after that goes.
      dropNext = text === ''
      text = text.replace(SIGN_BEFORE, '')
    } else text += value
  }
  return text.trim().replace(/ {2,}/g, ' ')
}

const SIGN_BEFORE = /\s*[-–/._]\s*$/
const SIGN_AFTER = /^\s*[-–/._]?\s*/

function valueOf(piece: Extract<Piece, { kind: 'token' }>, values: NumberValues): string {
  switch (piece.token) {
    case 'corr':
      return String(values.correlative).padStart(piece.width, '0')
    case 'año':
      return piece.width === 2 ? String(values.year).slice(-2) : String(values.year)
    case 'siglas_entidad':
      return values.entitySiglas?.trim() ?? ''
    case 'siglas_unidad':
      return values.unitSiglas?.trim() ?? ''
    case 'tipo':
      return values.kind?.trim().toUpperCase() ?? ''
  }
}

/** Crockford's base 32 (crockford.com/base32): no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The "código de verificación" printed on a certificate: nine characters of its hash (45 bits) and one check character.
 * It is ours, never a "CVD" (DS 029-2021-PCM arts. 36-37). `hash` is six bytes or more; fewer throw RangeError.
 */
export function verificationCode(hash: Uint8Array): string {
  if (hash.length < 6) throw new RangeError('a verification code needs six bytes of hash')
  let bits = 0n
  for (const byte of hash.subarray(0, 6)) bits = (bits << 8n) | BigInt(byte)
  const values = Array.from({ length: 9 }, (_, at) => Number((bits >> BigInt(43 - at * 5)) & 31n))
  return [...values, times2(checkSum(values))].map((value) => ALPHABET.charAt(value)).join('')
}

/**
 * Sum of the values times powers of x in GF(32), zero for a whole code: one wrong character, or any two that changed
 * places, always show.
 */
function checkSum(values: readonly number[]): number {
  return values.reduce((sum, value) => times2(sum) ^ value, 0)
}

/** Times x in GF(32) with the primitive polynomial x⁵ + x² + 1. */
function times2(value: number): number {
  return value & 16 ? ((value << 1) ^ 0b100101) & 31 : value << 1
}

/** As it is printed: `XXXXX-XXXXX`. */
export function groupedCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

export type ReadCode =
  | { readonly code: string; readonly problem: null }
  | { readonly code: null; readonly problem: 'length' | 'characters' | 'check' }

/**
 * Reads a code as a person types it from paper: small letters, blanks and hyphens pass, O is 0, I and L are 1.
 * A mistyped character is told by the check character.
 */
export function readVerificationCode(text: string): ReadCode {
  const code = text.normalize('NFKC').toUpperCase().replace(/[\s\-–—_.]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (code.length !== 10) return { code: null, problem: 'length' }
  const values = [...code].map((letter) => ALPHABET.indexOf(letter))
  if (values.includes(-1)) return { code: null, problem: 'characters' }
  return checkSum(values) === 0 ? { code, problem: null } : { code: null, problem: 'check' }
}
