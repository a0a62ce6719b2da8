import { inflateSync } from 'node:zlib'
import type { PdfDict, PdfStream, PdfValue } from './pdf-objects.ts'
import { isDict, isList, isRef, isStream, latin, nameOf, PdfBroken, PdfReader } from './pdf-objects.ts'

/** Objects and revisions that a paper may have, and bytes that a table of it may inflate to. */
const most = { objects: 200_000, revisions: 60, inflated: 32 * 1024 * 1024 }

/** Where an object lies: at an offset, or within another that holds several. */
type Entry = { readonly kind: 'at'; readonly offset: number } | { readonly kind: 'in'; readonly holder: number; readonly index: number } | { readonly kind: 'free' }

/** A PDF as one of its revisions shows it. */
export interface PdfDocument {
  readonly trailer: PdfDict
  /** Where its last table of objects begins. */
  readonly startxref: number
  readonly entries: ReadonlyMap<number, Entry>
  /** The object of that number; null when there is none. Throws `PdfBroken`. */
  get(number: number): PdfValue
  /** The value, or what it points at. */
  resolve(value: PdfValue | undefined): PdfValue
}

/** Opens the revision of a PDF that ends at `end` (ISO 32000-1, 7.5). Throws `PdfBroken`. */
export function openRevision(bytes: Uint8Array, end: number): PdfDocument {
  const startxref = startxrefOf(bytes, end)
  const entries = new Map<number, Entry>()
  let trailer: PdfDict | null = null
  const seen = new Set<number>()
  for (let at: number | null = startxref; at !== null; ) {
    if (seen.has(at) || seen.size > most.revisions || at < 0 || at >= end) throw new PdfBroken('tables in a circle')
    seen.add(at)
    const section = readSection(bytes, at, end)
    for (const [number, entry] of section.entries) if (!entries.has(number)) entries.set(number, entry)
    if (entries.size > most.objects) throw new PdfBroken('too many objects')
    trailer ??= section.trailer
    const previous = section.trailer.get('Prev')
    at = typeof previous === 'number' ? previous : null
  }
  if (trailer === null) throw new PdfBroken('no trailer')
  return new Revision(bytes.subarray(0, end), trailer, startxref, entries)
}

function startxrefOf(bytes: Uint8Array, end: number): number {
  const tail = latin(bytes.subarray(Math.max(0, end - 2048), end))
  const found = [...tail.matchAll(/startxref\s+(\d{1,12})\s+%%EOF/g)].at(-1)
  if (found === undefined) throw new PdfBroken('no startxref')
  return Number(found[1])
}

interface Table {
  readonly entries: ReadonlyMap<number, Entry>
  readonly trailer: PdfDict
}

function readSection(bytes: Uint8Array, at: number, end: number): Table {
  const reader = new PdfReader(bytes.subarray(0, end), at)
  if (reader.word() === 'xref') return readTable(reader)
  reader.at = at
  const { value } = readObject(reader, () => null)
  if (!isStream(value) || nameOf(value.dict.get('Type')) !== 'XRef') throw new PdfBroken('no table of objects')
  return { entries: streamEntries(value), trailer: value.dict }
}

function readTable(reader: PdfReader): Table {
  const entries = new Map<number, Entry>()
  for (;;) {
    const word = reader.word()
    if (word === 'trailer') break
    const count = reader.word()
    if (!/^\d{1,9}$/.test(word) || !/^\d{1,6}$/.test(count) || Number(count) > most.objects) throw new PdfBroken('a broken table')
    for (let number = Number(word); number < Number(word) + Number(count); number += 1) {
      const offset = Number(reader.word())
      reader.word()
      const kind = reader.word()
      if (!Number.isInteger(offset) || (kind !== 'n' && kind !== 'f')) throw new PdfBroken('a broken table')
      entries.set(number, kind === 'n' ? { kind: 'at', offset } : { kind: 'free' })
    }
  }
  const trailer = reader.value()
  if (!isDict(trailer)) throw new PdfBroken('no trailer')
  // A table beside a stream of entries would show two documents to two readers.
  if (trailer.has('XRefStm')) throw new PdfBroken('a hybrid table')
  return { entries, trailer }
}

function streamEntries(stream: PdfStream): ReadonlyMap<number, Entry> {
  const widths = stream.dict.get('W')
  const size = stream.dict.get('Size')
  if (!isList(widths) || widths.length !== 3 || typeof size !== 'number' || size > most.objects) throw new PdfBroken('a broken table')
  const [first = 0, second = 0, third = 0] = widths.map((width) => (typeof width === 'number' && width >= 0 && width <= 8 ? width : 0))
  const data = inflated(stream)
  const index = stream.dict.get('Index')
  const ranges = isList(index) ? index.map(Number) : [0, size]
  const entries = new Map<number, Entry>()
  let at = 0
  const field = (width: number): number => {
    let value = 0
    for (let i = 0; i < width; i += 1) value = value * 256 + (data[at++] ?? 0)
    return value
  }
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const from = ranges[range] ?? 0
    for (let number = from; number < from + (ranges[range + 1] ?? 0); number += 1) {
      if (at + first + second + third > data.length) throw new PdfBroken('a short table')
      const kind = first === 0 ? 1 : field(first)
      const [a, b] = [field(second), field(third)]
      entries.set(number, kind === 1 ? { kind: 'at', offset: a } : kind === 2 ? { kind: 'in', holder: a, index: b } : { kind: 'free' })
    }
  }
  return entries
}

/** What a stream holds, with PNG's prediction undone (ISO 32000-1, 7.4.4). */
function inflated({ dict, raw }: PdfStream): Uint8Array {
  const filter = dict.get('Filter')
  const only = isList(filter) && filter.length === 1 ? filter[0] : filter
  if (filter === undefined) return raw
  if (nameOf(only as PdfValue) !== 'FlateDecode') throw new PdfBroken('a filter that tables do not have')
  let data: Uint8Array
  try {
    data = inflateSync(raw, { maxOutputLength: most.inflated })
  } catch {
    throw new PdfBroken('does not inflate')
  }
  const given = dict.get('DecodeParms')
  const params = isList(given) ? given[0] : given
  if (!isDict(params) || Number(params.get('Predictor') ?? 1) < 10) return data
  return unpredicted(data, Number(params.get('Columns') ?? 1))
}

function unpredicted(data: Uint8Array, columns: number): Uint8Array {
  if (!Number.isInteger(columns) || columns < 1 || columns > 64) throw new PdfBroken('a broken table')
  const rows = Math.floor(data.length / (columns + 1))
  const out = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    const kind = data[row * (columns + 1)]
    if (kind !== 0 && kind !== 2) throw new PdfBroken('a prediction that tables do not have')
    for (let i = 0; i < columns; i += 1) out[row * columns + i] = ((data[row * (columns + 1) + 1 + i] ?? 0) + (kind === 2 && row > 0 ? (out[(row - 1) * columns + i] ?? 0) : 0)) & 255
  }
  return out
}

/** `n g obj … endobj`. `lengthOf` resolves a stream's length where it is an object of its own. */
function readObject(reader: PdfReader, lengthOf: (value: PdfValue) => PdfValue): { number: number; value: PdfValue } {
  const number = Number(reader.word())
  reader.word()
  if (reader.word() !== 'obj' || !Number.isInteger(number)) throw new PdfBroken('no object')
  const value = reader.value()
  const back = reader.at
  if (!isDict(value) || reader.word() !== 'stream') return (reader.at = back), { number, value }
  const { bytes } = reader
  let from = reader.at
  if (bytes[from] === 13) from += 1
  if (bytes[from] === 10) from += 1
  const given = value.get('Length') ?? null
  const length = isRef(given) ? lengthOf(given) : given
  if (typeof length !== 'number' || length < 0 || from + length > bytes.length) throw new PdfBroken('a stream without its length')
  reader.at = from + length
  if (reader.word() !== 'endstream') throw new PdfBroken('a stream without its end')
  return { number, value: { dict: value, raw: bytes.subarray(from, from + length) } }
}

class Revision implements PdfDocument {
  readonly trailer: PdfDict
  readonly startxref: number
  readonly entries: ReadonlyMap<number, Entry>
  readonly #bytes: Uint8Array
  readonly #known = new Map<number, PdfValue>()
  readonly #reading = new Set<number>()

  constructor(bytes: Uint8Array, trailer: PdfDict, startxref: number, entries: ReadonlyMap<number, Entry>) {
    this.#bytes = bytes
    this.trailer = trailer
    this.startxref = startxref
    this.entries = entries
  }

  get(number: number): PdfValue {
    const known = this.#known.get(number)
    if (known !== undefined) return known
    if (this.#reading.has(number)) throw new PdfBroken('objects in a circle')
    this.#reading.add(number)
    const value = this.#read(number)
    this.#reading.delete(number)
    this.#known.set(number, value)
    return value
  }

  resolve(value: PdfValue | undefined): PdfValue {
    let current = value ?? null
    for (let step = 0; isRef(current); step += 1) {
      if (step > 20) throw new PdfBroken('references in a circle')
      current = this.get(current.ref)
    }
    return current
  }

  #read(number: number): PdfValue {
    const entry = this.entries.get(number)
    if (entry === undefined || entry.kind === 'free') return null
    if (entry.kind === 'in') return this.#within(entry.holder, entry.index, number)
    if (entry.offset >= this.#bytes.length) throw new PdfBroken('an object outside')
    const found = readObject(new PdfReader(this.#bytes, entry.offset), (length) => this.resolve(length))
    if (found.number !== number) throw new PdfBroken('an object of another number')
    return found.value
  }

  /** Objects that lie packed in a stream (ISO 32000-1, 7.5.7). */
  #within(holder: number, index: number, number: number): PdfValue {
    const stream = this.get(holder)
    if (!isStream(stream) || nameOf(stream.dict.get('Type')) !== 'ObjStm') throw new PdfBroken('no pack of objects')
    const data = inflated(stream)
    const reader = new PdfReader(data, 0)
    const first = Number(this.resolve(stream.dict.get('First')))
    for (let at = 0; at <= index; at += 1) {
      const [found, offset] = [Number(reader.word()), Number(reader.word())]
      if (at === index) {
        if (found !== number || !Number.isInteger(first + offset)) throw new PdfBroken('an object of another number')
        return new PdfReader(data, first + offset).value()
      }
    }
    throw new PdfBroken('no such object')
  }
}
