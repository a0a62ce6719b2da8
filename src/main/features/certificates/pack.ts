import { deflateRawSync, inflateRawSync } from 'node:zlib'

// A paper's own bytes differ little from those of the paper before it: a name, a number, the modules of a QR. What differs is
// all that is kept: against the own stretches of the first paper of its look (the skeleton). Whatever is not of the shape
// expected here is merely deflated; what was packed is unpacked and compared at once, so nothing is ever kept wrongly.

/** Own stretches of the first paper kept of a look. */
export type Skeleton = readonly Uint8Array[]

const plain = 0
const against = 1

/** Whether a piece is what the skeleton has in its place. */
const same = 0
const other = 1

/** The own stretches as few bytes, to be read with the same skeleton. */
export function packOwn(own: readonly Uint8Array[], skeleton: Skeleton): Uint8Array<ArrayBuffer> {
  const packed = packedAgainst(own, skeleton)
  if (packed !== null && isSame(unpackOwn(packed, skeleton), own)) return packed
  const out = new Out()
  out.number(own.length)
  for (const stretch of own) out.block(stretch)
  return joined([Uint8Array.of(plain), deflateRawSync(out.bytes(), { level: 9 })])
}

/** The stretches that `packOwn` packed. Throws RangeError or a zlib error when they are not whole. */
export function unpackOwn(packed: Uint8Array, skeleton: Skeleton): Uint8Array[] {
  const [kind] = packed
  if (kind === against) return unpackedAgainst(packed.subarray(1), skeleton)
  const read = new In(inflateRawSync(packed.subarray(1)))
  return Array.from({ length: read.number() }, () => read.block())
}

function isSame(one: readonly Uint8Array[], other: readonly Uint8Array[]): boolean {
  return one.length === other.length && one.every((stretch, at) => Buffer.compare(stretch, other[at] ?? new Uint8Array()) === 0)
}

function packedAgainst(own: readonly Uint8Array[], skeleton: Skeleton): Uint8Array<ArrayBuffer> | null {
  if (own.length !== skeleton.length) return null
  const known = preparedOf(skeleton)
  const out = new Out()
  const modules: Uint8Array[] = []
  for (const [at, stretch] of own.entries()) {
    const before = known.pieces[at] ?? []
    const pieces = piecesOf(stretch)
    out.number(pieces.length)
    for (const [index, piece] of pieces.entries()) {
      const folded = fold(piece)
      if (folded.modules !== null) modules.push(folded.modules)
      writePiece(out, folded, before[index] ?? nothing)
    }
  }
  const residue = deflateRawSync(out.bytes(), { level: 9, dictionary: known.dictionary })
  const head = new Out()
  head.number(residue.length)
  // Modules of a QR are as good as random: they stand as they are.
  return joined([Uint8Array.of(against), head.bytes(), residue, ...modules])
}

function unpackedAgainst(packed: Uint8Array, skeleton: Skeleton): Uint8Array[] {
  const known = preparedOf(skeleton)
  const head = new In(packed)
  const residue = new In(inflateRawSync(head.take(head.number()), { dictionary: known.dictionary }))
  return skeleton.map((_, at) => {
    const before = known.pieces[at] ?? []
    const count = residue.number()
    return Buffer.concat(Array.from({ length: count }, (__, index) => unfold(readPiece(residue, before[index] ?? nothing), head)))
  })
}

/** What is the same at both ends is only counted. */
function writePiece(out: Out, { text, offsets }: Folded, before: Folded): void {
  if (offsets.length === 0 && before.offsets.length === 0 && text.equals(before.text)) {
    out.number(same)
    return
  }
  out.number(other)
  const most = Math.min(text.length, before.text.length)
  let head = 0
  while (head < most && text[head] === before.text[head]) head += 1
  let tail = 0
  while (tail < most - head && text[text.length - 1 - tail] === before.text[before.text.length - 1 - tail]) tail += 1
  out.number(head)
  out.number(tail)
  out.block(text.subarray(head, text.length - tail))
  // Offsets in the table of contents move together: by how much, and where that changes.
  let last = 0
  out.number(offsets.length)
  for (const [at, offset] of offsets.entries()) {
    const moved = offset - (before.offsets[at] ?? 0)
    out.signed(moved - last)
    last = moved
  }
}

function readPiece(residue: In, before: Folded): Folded {
  if (residue.number() === same) return before
  const head = residue.number()
  const tail = residue.number()
  const text = Buffer.concat([before.text.subarray(0, head), residue.block(), before.text.subarray(before.text.length - tail)])
  let last = 0
  const offsets = Array.from({ length: residue.number() }, (_, at) => (before.offsets[at] ?? 0) + (last += residue.signed()))
  return { text, offsets, modules: null }
}

/** One object of the file with what is not text taken out of it. */
interface Folded {
  readonly text: Buffer
  /** Of the table of contents, in its order. */
  readonly offsets: readonly number[]
  /** Rows of a QR as bits. */
  readonly modules: Uint8Array | null
}

const nothing: Folded = { text: Buffer.alloc(0), offsets: [], modules: null }

/** Objects of a stretch. */
function piecesOf(stretch: Uint8Array): Buffer[] {
  const bytes = Buffer.from(stretch.buffer, stretch.byteOffset, stretch.byteLength)
  const pieces: Buffer[] = []
  let from = 0
  for (let at = bytes.indexOf('endobj\n'); at >= 0; at = bytes.indexOf('endobj\n', from)) pieces.push(bytes.subarray(from, (from = at + 7)))
  if (from < bytes.length) pieces.push(bytes.subarray(from))
  return pieces
}

const prepared = new WeakMap<Skeleton, { readonly pieces: readonly (readonly Folded[])[]; readonly dictionary: Buffer }>()
/** The last that deflate looks back to, less what it is to pack. */
const longestDictionary = 28_000

function preparedOf(skeleton: Skeleton) {
  const known = prepared.get(skeleton)
  if (known !== undefined) return known
  const pieces = skeleton.map((stretch) => piecesOf(stretch).map(fold))
  const all = Buffer.concat(pieces.flat().map((piece) => piece.text))
  const made = { pieces, dictionary: all.subarray(Math.max(0, all.length - longestDictionary)) }
  prepared.set(skeleton, made)
  return made
}

const table = /xref\n0 \d+\n(?:\d{10} \d{5} [nf] \n)+/
const run = String.raw`\d{1,3} 0 \d{1,3} [\d.]{1,6} re\n`
/** A QR as pages draw it: the dark runs of a row, then the pen goes down by one, in the same words for every row. */
const symbol = new RegExp(`(?:${run})+(f\\s1 0 0 1 0 -[\\d.]{1,6} cm\\n)(?:${run})+(?:\\1(?:${run})+){8,}`)
/** Where the modules were. */
const mark = '\u0001QR '

function fold(piece: Buffer): Folded {
  let text = piece.toString('latin1')
  const offsets: number[] = []
  let modules: Uint8Array | null = null
  if (text.includes('xref\n0 ')) {
    text = text.replace(table, (entries) => entries.replace(/\d{10}(?= \d{5} [nf] \n)/g, (offset) => (offsets.push(Number(offset)), '0000000000')))
  }
  if (text.includes(' re\nf')) {
    text = text.replace(symbol, (drawn: string, down: string) => {
      const height = drawn.slice(0, drawn.indexOf(' re')).split(' ')[3] ?? ''
      const rows = rowsOf(drawn)
      const width = rows.reduce((most, runs) => runs.reduce((edge, [column, length]) => Math.max(edge, column + length), most), 0)
      const bits = bitsOf(rows, width)
      modules = bits
      return `${mark}${width} ${rows.length} ${height} ${down}`
    })
  }
  return { text: Buffer.from(text, 'latin1'), offsets, modules }
}

function unfold({ text, offsets }: Folded, modules: In): Buffer {
  let whole = text.toString('latin1')
  if (offsets.length > 0) {
    let at = 0
    whole = whole.replace(table, (entries) => entries.replace(/\d{10}(?= \d{5} [nf] \n)/g, () => String(offsets[at++] ?? 0).padStart(10, '0')))
  }
  if (whole.includes(mark)) {
    // oxlint-disable-next-line no-control-regex -- the mark begins with a sign that no page writes
    whole = whole.replace(/\u0001QR (\d+) (\d+) ([\d.]+) ([^\n]*\n?[^\n]*cm\n)/, (_, wide: string, high: string, height: string, down: string) => {
      const [width, rows] = [Number(wide), Number(high)]
      return drawnFrom(modules.take(Math.ceil((width * rows) / 8)), { width, rows, height, down })
    })
  }
  return Buffer.from(whole, 'latin1')
}

type Run = readonly [column: number, length: number]

/** The runs of each row. That they draw the same again is seen when the whole is unpacked and compared. */
function rowsOf(drawn: string): Run[][] {
  let row: Run[] = []
  const rows = [row]
  for (let from = 0; from < drawn.length; ) {
    const end = drawn.indexOf('\n', from)
    if (drawn.startsWith('f', from)) rows.push((row = []))
    else if (drawn.startsWith(' re', end - 3)) row.push([Number.parseInt(drawn.slice(from, from + 4), 10), Number.parseInt(drawn.slice(drawn.indexOf(' 0 ', from) + 3, end), 10)])
    from = end + 1
  }
  return rows
}

function bitsOf(rows: readonly (readonly Run[])[], width: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil((width * rows.length) / 8))
  for (const [row, runs] of rows.entries()) {
    for (const [column, length] of runs) {
      for (let at = row * width + column; at < row * width + column + length; at += 1) bits[at >> 3] = (bits[at >> 3] ?? 0) | (0x80 >> (at & 7))
    }
  }
  return bits
}

interface Drawn {
  readonly width: number
  readonly rows: number
  /** As the page writes it. */
  readonly height: string
  /** What the page writes between two rows. */
  readonly down: string
}

/** The dark runs of each row, as the page draws them: rows go down by one module. */
function drawnFrom(bits: Uint8Array, { width, rows, height, down }: Drawn): string {
  const drawn: string[] = []
  for (let row = 0; row < rows; row += 1) {
    if (row > 0) drawn.push(down)
    let from = -1
    for (let column = 0; column <= width; column += 1) {
      const at = row * width + column
      const isDark = column < width && ((bits[at >> 3] ?? 0) & (0x80 >> (at & 7))) !== 0
      if (isDark && from < 0) from = column
      if (isDark || from < 0) continue
      drawn.push(`${from} 0 ${column - from} ${height} re\n`)
      from = -1
    }
  }
  return drawn.join('')
}

/** Bytes on their way out: numbers of seven bits a byte, blocks behind their length. */
class Out {
  private readonly parts: Uint8Array[] = []

  number(value: number): void {
    const bytes: number[] = []
    let left = value
    for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128)
    this.parts.push(Uint8Array.from([...bytes, left]))
  }

  signed(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value)
  }

  block(bytes: Uint8Array): void {
    this.number(bytes.length)
    this.parts.push(bytes)
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.parts)
  }
}

class In {
  private readonly source: Uint8Array
  private at = 0

  constructor(source: Uint8Array) {
    this.source = source
  }

  number(): number {
    let value = 0
    for (let weight = 1; ; weight *= 128) {
      const byte = this.source[this.at]
      if (byte === undefined) throw new RangeError('these bytes end too early')
      this.at += 1
      value += (byte & 127) * weight
      if (byte < 128) return value
    }
  }

  signed(): number {
    const value = this.number()
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2
  }

  take(length: number): Uint8Array {
    if (this.at + length > this.source.length) throw new RangeError('these bytes end too early')
    return this.source.subarray(this.at, (this.at += length))
  }

  block(): Uint8Array {
    return this.take(this.number())
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts))
}
