/** A PDF that cannot be read as one, or that asks for more than a paper ever needs. */
export class PdfBroken extends Error {
  override readonly name = 'PdfBroken'
}

export interface PdfName {
  readonly name: string
}
export interface PdfRef {
  readonly ref: number
}
/** A string as its bytes, one character each. */
export interface PdfText {
  readonly text: string
}
export interface PdfStream {
  readonly dict: PdfDict
  readonly raw: Uint8Array
}
export type PdfDict = ReadonlyMap<string, PdfValue>
export type PdfValue = number | boolean | null | PdfName | PdfRef | PdfText | PdfStream | PdfDict | readonly PdfValue[]

export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map
export const isList = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value)
export const isRef = (value: PdfValue | undefined): value is PdfRef => typeof value === 'object' && value !== null && 'ref' in value
export const isStream = (value: PdfValue | undefined): value is PdfStream => typeof value === 'object' && value !== null && 'raw' in value
export const isText = (value: PdfValue | undefined): value is PdfText => typeof value === 'object' && value !== null && 'text' in value
export const nameOf = (value: PdfValue | undefined): string | null => (typeof value === 'object' && value !== null && 'name' in value ? (value as PdfName).name : null)

/** As deep as a paper nests its objects, and then some. */
const deepest = 60
const spaces = new Set([0, 9, 10, 12, 13, 32])
const delimiters = new Set(Buffer.from('()<>[]{}/%', 'latin1'))

/** Reads values one after the other (ISO 32000-1, 7.2 and 7.3). `at` may be set. Throws `PdfBroken`. */
export class PdfReader {
  readonly bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes
    this.at = at
  }

  skip(): void {
    for (;;) {
      const byte = this.bytes[this.at]
      if (byte === undefined) return
      if (byte === 37) while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at += 1
      else if (spaces.has(byte)) this.at += 1
      else return
    }
  }

  /** The next word: letters and digits up to a space or a delimiter; '' at a delimiter. */
  word(): string {
    this.skip()
    const from = this.at
    while (this.at < this.bytes.length && !spaces.has(this.bytes[this.at] ?? 0) && !delimiters.has(this.bytes[this.at] ?? 0)) this.at += 1
    return latin(this.bytes.subarray(from, Math.min(this.at, from + 64)))
  }

  value(depth = 0): PdfValue {
    if (depth > deepest) throw new PdfBroken('too deep')
    this.skip()
    const byte = this.bytes[this.at]
    if (byte === 47) return { name: this.#name() }
    if (byte === 40) return { text: this.#literal() }
    if (byte === 91) return this.#list(depth)
    if (byte === 60) return this.bytes[this.at + 1] === 60 ? this.#dict(depth) : { text: this.#hex() }
    const word = this.word()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw new PdfBroken(`no value: ${word}`)
    return this.#numberOrRef(Number(word))
  }

  #numberOrRef(first: number): PdfValue {
    if (!Number.isInteger(first) || first < 0) return first
    const back = this.at
    if (/^\d{1,5}$/.test(this.word()) && this.word() === 'R') return { ref: first }
    this.at = back
    return first
  }

  #name(): string {
    this.at += 1
    const from = this.at
    while (this.at < this.bytes.length && !spaces.has(this.bytes[this.at] ?? 0) && !delimiters.has(this.bytes[this.at] ?? 0)) this.at += 1
    return latin(this.bytes.subarray(from, this.at)).replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  }

  #list(depth: number): PdfValue[] {
    this.at += 1
    const values: PdfValue[] = []
    for (;;) {
      this.skip()
      if (this.bytes[this.at] === 93) return (this.at += 1), values
      values.push(this.value(depth + 1))
    }
  }

  #dict(depth: number): PdfDict {
    this.at += 2
    const entries = new Map<string, PdfValue>()
    for (;;) {
      this.skip()
      if (this.bytes[this.at] === 62 && this.bytes[this.at + 1] === 62) return (this.at += 2), entries
      if (this.bytes[this.at] !== 47) throw new PdfBroken('a dictionary without a name')
      const key = this.#name()
      // Two values of one name: readers differ in which they take.
      if (entries.has(key)) throw new PdfBroken(`twice ${key}`)
      entries.set(key, this.value(depth + 1))
    }
  }

  #hex(): string {
    const end = this.bytes.indexOf(62, this.at)
    if (end < 0) throw new PdfBroken('an open string')
    const digits = latin(this.bytes.subarray(this.at + 1, end)).replace(/\s/g, '')
    this.at = end + 1
    if (!/^[0-9a-fA-F]*$/.test(digits)) throw new PdfBroken('no hexadecimal')
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1')
  }

  #literal(): string {
    let depth = 1
    const from = (this.at += 1)
    while (depth > 0) {
      const byte = this.bytes[this.at]
      if (byte === undefined) throw new PdfBroken('an open string')
      if (byte === 92) this.at += 1
      else if (byte === 40) depth += 1
      else if (byte === 41) depth -= 1
      this.at += 1
    }
    return unescaped(latin(this.bytes.subarray(from, this.at - 1)))
  }
}

export function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescaped(text: string): string {
  return text.replace(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_, what: string) => (/^[0-7]/.test(what) ? String.fromCharCode(Number.parseInt(what, 8) & 255) : /^[\r\n]/.test(what) ? '' : (escapes[what] ?? what)))
}

/** Whether two values say the same, byte for byte in their strings and streams. */
export function same(one: PdfValue | undefined, other: PdfValue | undefined): boolean {
  if (one === other) return true
  if (isStream(one) && isStream(other)) return same(one.dict, other.dict) && Buffer.from(one.raw).equals(other.raw)
  if (isDict(one) && isDict(other)) return one.size === other.size && [...one].every(([key, value]) => other.has(key) && same(value, other.get(key)))
  if (isList(one) && isList(other)) return one.length === other.length && one.every((value, at) => same(value, other[at]))
  if (isRef(one) && isRef(other)) return one.ref === other.ref
  if (isText(one) && isText(other)) return one.text === other.text
  return nameOf(one) !== null && nameOf(one) === nameOf(other)
}
