import { changeBetween } from './pdf-changes.ts'
import type { SignatureFacts } from './pdf-cms.ts'
import { readCms } from './pdf-cms.ts'
import type { PdfDict, PdfValue } from './pdf-objects.ts'
import { isDict, isList, isRef, isText, latin, PdfBroken } from './pdf-objects.ts'
import type { PdfDocument } from './pdf-revisions.ts'
import { openRevision } from './pdf-revisions.ts'

/** As many signatures as a paper may bear. */
const mostSignatures = 20

export type SignedWhy =
  | 'fits'
  /** Nothing was added, or nothing that signs. */
  | 'unsigned'
  /** Pages, objects, catalog, form: see `pdf-changes.ts`. */
  | 'pages'
  | 'objects'
  | 'catalog'
  | 'fields'
  | 'covers'
  | 'trailer'
  /** A signature does not cover the file, or bytes follow the last one. */
  | 'range'
  /** A signature does not fit its certificate or the bytes. */
  | 'signature'
  | 'unreadable'

export interface SignedRead {
  readonly why: SignedWhy
  readonly signatures: readonly SignatureFacts[]
}

/** Judges a file that begins with the paper as it was issued (`keptLength` bytes): what follows must be signatures and nothing else. */
export async function judgeSigned(bytes: Uint8Array, keptLength: number): Promise<SignedRead> {
  if (bytes.length <= keptLength) return { why: 'unsigned', signatures: [] }
  try {
    const before = openRevision(bytes, keptLength)
    const after = openRevision(bytes, bytes.length)
    if (after.startxref === before.startxref) return { why: isBlank(bytes.subarray(keptLength)) ? 'unsigned' : 'range', signatures: [] }
    const change = changeBetween(before, after)
    if (change !== null) return { why: change, signatures: [] }
    return await judgeSignatures(bytes, keptLength, after)
  } catch (error) {
    if (error instanceof PdfBroken || error instanceof RangeError) return { why: 'unreadable', signatures: [] }
    throw error
  }
}

async function judgeSignatures(bytes: Uint8Array, keptLength: number, document: PdfDocument): Promise<SignedRead> {
  const dictionaries = signaturesOf(document)
  if (dictionaries.length === 0) return { why: 'unsigned', signatures: [] }
  const signatures: SignatureFacts[] = []
  let end = 0
  let isCovered = true
  for (const dictionary of dictionaries) {
    const range = rangeOf(bytes, keptLength, dictionary)
    if (range === null) {
      isCovered = false
      continue
    }
    end = Math.max(end, range.end)
    const facts = await readCms(range.contents, range.data, pdfMoment(dictionary.get('M')))
    if (facts === null) return { why: 'signature', signatures }
    signatures.push(facts)
  }
  if (signatures.some((one) => !one.isIntact)) return { why: 'signature', signatures }
  if (!isCovered) return { why: 'range', signatures }
  // After the last signature only the data for its later validation may come (ETSI EN 319 142-1, 5.4).
  if (end < bytes.length && !isBlank(bytes.subarray(end)) && !addsOnlyValidation(bytes, end, document)) return { why: 'range', signatures }
  return { why: 'fits', signatures }
}

/** The dictionaries of the signed fields, as the form lists them. */
function signaturesOf(document: PdfDocument): PdfDict[] {
  const catalog = document.resolve(document.trailer.get('Root'))
  const form = isDict(catalog) ? document.resolve(catalog.get('AcroForm')) : null
  const found: PdfDict[] = []
  const walk = (value: PdfValue, depth: number): void => {
    const field = document.resolve(value)
    if (!isDict(field) || depth > 5 || found.length > mostSignatures) return
    const signature = document.resolve(field.get('V'))
    if (isDict(signature)) found.push(signature)
    const kids = document.resolve(field.get('Kids'))
    if (isList(kids)) kids.forEach((kid) => walk(kid, depth + 1))
  }
  const fields = isDict(form) ? document.resolve(form.get('Fields')) : null
  if (isList(fields)) fields.forEach((field) => walk(field, 0))
  return found
}

interface Signed {
  readonly contents: Uint8Array
  readonly data: Uint8Array
  readonly end: number
}

/** The bytes that a signature covers: all but its own, from the beginning to the end of its revision. Null when it leaves something out. */
function rangeOf(bytes: Uint8Array, keptLength: number, dictionary: PdfDict): Signed | null {
  const list = dictionary.get('ByteRange')
  const contents = dictionary.get('Contents')
  if (!isList(list) || list.length !== 4 || !list.every((one) => typeof one === 'number') || !isText(contents)) return null
  const [start = -1, length = -1, next = -1, rest = -1] = list as readonly number[]
  const end = next + rest
  if (start !== 0 || length < keptLength || next <= length || rest < 0 || end > bytes.length) return null
  // What is left out must be the signature itself and nothing more.
  const gap = latin(bytes.subarray(length, next))
  if (!/^<[0-9a-fA-F\s]*>$/.test(gap) || Buffer.from(gap.slice(1, -1).replace(/\s/g, ''), 'hex').toString('latin1') !== contents.text) return null
  if (!/%%EOF\s*$/.test(latin(bytes.subarray(Math.max(0, end - 16), end)))) return null
  return { contents: Buffer.from(contents.text, 'latin1'), data: Buffer.concat([bytes.subarray(0, length), bytes.subarray(next, end)]), end }
}

function addsOnlyValidation(bytes: Uint8Array, end: number, after: PdfDocument): boolean {
  const signed = openRevision(bytes, end)
  // What is no revision of its own has no business there.
  if (signed.startxref === after.startxref) return false
  const root = signed.trailer.get('Root')
  const numbers = [...signed.entries.keys()].filter((number) => JSON.stringify(signed.entries.get(number)) !== JSON.stringify(after.entries.get(number)))
  if (!isRef(root) || numbers.some((number) => number !== root.ref)) return false
  const [old, now] = [signed.get(root.ref), after.get(root.ref)]
  if (!isDict(old) || !isDict(now) || !now.has('DSS')) return false
  const isSame = (key: string): boolean => JSON.stringify(plain(old.get(key))) === JSON.stringify(plain(now.get(key)))
  return [...new Set([...old.keys(), ...now.keys()])].every((key) => key === 'DSS' || key === 'Extensions' || isSame(key))
}

/** A value that JSON can tell apart. */
function plain(value: PdfValue | undefined): unknown {
  if (isDict(value)) return [...value].map(([key, one]) => [key, plain(one)])
  return isList(value) ? value.map(plain) : (value ?? null)
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32)
}

/** "D:20261122100000-05'00'" as UTC text; null when it is no moment (ISO 32000-1, 7.9.4). */
function pdfMoment(value: PdfValue | undefined): string | null {
  const found = isText(value) ? /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z|([+-])(\d{2})'?(\d{2})?)?/.exec(value.text) : null
  if (found === null) return null
  const [, year, month, day, hour, minute, second, sign, hours, minutes] = found
  const utc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  const shift = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
  return new Date(sign === '-' ? utc + shift : utc - shift).toISOString()
}

