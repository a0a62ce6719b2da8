/**
 * What the QR of a sign-in sheet's page says: group, session or day, sheet, page. Only characters of QR's alphanumeric mode
 * (ISO/IEC 18004, 7.3.4), 86 at most, so that version 4 at level M holds it and its modules are large enough to survive
 * a photocopy.
 */
export interface PageCode {
  /** UUID. */
  readonly cohortId: string
  /** The session by its UUID, or the day (`YYYY-MM-DD`) whose sessions are all on one sheet. */
  readonly for: { readonly kind: 'session'; readonly sessionId: string } | { readonly kind: 'day'; readonly day: string }
  /** Six letters and digits of `sheetLetters`. */
  readonly sheet: string
  /** From 1. */
  readonly page: number
  readonly pages: number
}

/** What a text read from paper is. */
export type PageCodeRead =
  | { readonly kind: 'page'; readonly code: PageCode }
  /** A page of a later version of this program: it must be updated to read it. */
  | { readonly kind: 'future'; readonly version: number }
  /** It begins as ours and does not hold together. */
  | { readonly kind: 'damaged' }
  /** Another thing's code: a certificate, a product, an address. */
  | { readonly kind: 'foreign' }

/** Letters of a sheet's code: none that a hand or an eye takes for another, no vowels that would make words. */
export const sheetLetters = '23456789CDFHJKMNPQRTVWXY'

const mark = 'CONSTANCIA'
const version = 1

/** The text of a page's QR. Throws a `RangeError` when a part cannot be written. */
export function pageCodeText(code: PageCode): string {
  const what = code.for.kind === 'session' ? `S${packId(code.for.sessionId)}` : `D${code.for.day.replaceAll('-', '')}`
  const body = [`${mark}${version}`, packId(code.cohortId), what, code.sheet, count(code.page), count(code.pages)].join('/')
  return `${body}/${check(body)}`
}

/** Reads such a text back, whole or not at all. */
export function readPageCode(text: string): PageCodeRead {
  const found = new RegExp(`^${mark}(\\d{1,4})/`).exec(text)
  if (found === null) return { kind: 'foreign' }
  // The form of another version is its own business: only its number is sure.
  if (Number(found[1]) > version) return { kind: 'future', version: Number(found[1]) }
  const cut = text.lastIndexOf('/')
  const body = text.slice(0, cut)
  const code = text.slice(cut + 1) === check(body) ? readBody(body) : null
  return code === null ? { kind: 'damaged' } : { kind: 'page', code }
}

function readBody(body: string): PageCode | null {
  const [, cohort = '', what = '', sheet = '', page = '', pages = '', ...rest] = body.split('/')
  const cohortId = unpackId(cohort)
  const of = readFor(what)
  const isSheet = new RegExp(`^[${sheetLetters}]{6}$`).test(sheet)
  const isCount = /^[1-9]\d{0,3}$/.test(page) && /^[1-9]\d{0,3}$/.test(pages) && Number(page) <= Number(pages)
  if (cohortId === null || of === null || !isSheet || !isCount || rest.length > 0) return null
  return { cohortId, for: of, sheet, page: Number(page), pages: Number(pages) }
}

function readFor(what: string): PageCode['for'] | null {
  if (what.startsWith('S')) {
    const sessionId = unpackId(what.slice(1))
    return sessionId === null ? null : { kind: 'session', sessionId }
  }
  const day = /^D(\d{4})(\d{2})(\d{2})$/.exec(what)
  return day === null ? null : { kind: 'day', day: `${day[1]}-${day[2]}-${day[3]}` }
}

/** A UUID's 128 bits in base 36: 25 characters instead of 36. */
function packId(id: string): string {
  const digits = id.replaceAll('-', '')
  if (!/^[0-9a-f]{32}$/i.test(digits)) throw new RangeError(`${id} is no UUID`)
  return BigInt(`0x${digits}`).toString(36).toUpperCase().padStart(25, '0')
}

function unpackId(packed: string): string | null {
  if (!/^[0-9A-Z]{25}$/.test(packed)) return null
  let value = 0n
  for (const letter of packed) value = value * 36n + BigInt(Number.parseInt(letter, 36))
  if (value >= 1n << 128n) return null
  const digits = value.toString(16).padStart(32, '0')
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-')
}

function count(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) throw new RangeError(`${value} is no page`)
  return String(value)
}

/** Four characters over all that stands before them: CRC-16 of ISO/IEC 13239 with CCITT's polynomial, in base 36. */
function check(body: string): string {
  let crc = 0xffff
  for (let at = 0; at < body.length; at += 1) {
    crc ^= body.charCodeAt(at) << 8
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  }
  return crc.toString(36).toUpperCase().padStart(4, '0')
}
