import { create } from 'qrcode'
import type { QRCodeSegment } from 'qrcode'

/** A QR symbol as the inside of one PDF path, a module one unit wide, y upwards, without its quiet zone. */
export interface QrPath {
  /** Modules a side. */
  readonly size: number
  readonly path: string
}

/** Error correction M, as design/SEAL.md asks. Neighbouring modules of a row are one rectangle. */
export function qrPath(text: string): QrPath {
  return pathOf(segmentsOf(text))
}

/** The same for a text of digits, capitals and ` $%*+-./:` only, which then takes a third less (ISO/IEC 18004, 7.3.4). */
export function alphanumericQrPath(text: string): QrPath {
  return pathOf([{ data: text, mode: 'alphanumeric' }])
}

/** The modules of a symbol, row by row from the top: 1 is dark. */
export interface QrModules {
  /** Modules a side. */
  readonly size: number
  readonly data: Uint8Array
}

/** The same symbol as `qrPath` gives, as its modules. */
export function qrModules(text: string): QrModules {
  return modulesOf(segmentsOf(text))
}

function modulesOf(segments: QRCodeSegment[]): QrModules {
  const { modules } = create(segments, { errorCorrectionLevel: 'M', maskPattern: 0 })
  const { size } = modules
  const data = Uint8Array.from(modules.data, (module) => (module === 0 ? 0 : 1))
  // The package's types leave out the map of modules that no mask may touch.
  remask(data, (modules as unknown as { reservedBit: Uint8Array }).reservedBit, size)
  return { size, data }
}

function pathOf(segments: QRCodeSegment[]): QrPath {
  const symbol = modulesOf(segments)
  const { size } = symbol
  let path = ''
  for (const { row, column, length } of darkRuns(symbol)) path += `${column} ${size - 1 - row} ${length} 1 re\n`
  return { size, path }
}

/** Neighbouring dark modules of a row together, row by row from the top. */
export function* darkRuns({ size, data }: QrModules): Generator<{ readonly row: number; readonly column: number; readonly length: number }> {
  for (let row = 0; row < size; row += 1) {
    const start = row * size
    for (let column = 0; column < size; column += 1) {
      if (data[start + column] === 0) continue
      let end = column + 1
      while (end < size && data[start + end] === 1) end += 1
      yield { row, column, length: end - column }
      column = end
    }
  }
}

/**
 * Long runs of digits in numeric mode, the rest as bytes. The package finds the very shortest mixture by a search
 * in a graph, which takes longer than all the rest of the page.
 */
function segmentsOf(text: string): QRCodeSegment[] {
  return text
    .split(/(\d{16,})/)
    .filter((part) => part !== '')
    .map((part) =>
      /^\d{16,}$/.test(part) ? { data: part, mode: 'numeric' } : { data: new TextEncoder().encode(part), mode: 'byte' },
    ) as QRCodeSegment[]
}

/** Whether each mask turns the module of that row and column (ISO/IEC 18004, table 10). */
const turns: readonly ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i * j) % 3) + ((i + j) % 2)) % 2 === 0,
]

/** Format information for level M and masks 0 to 7 (ISO/IEC 18004, annex C). */
const formats = [0x5412, 0x5125, 0x5e7c, 0x5b4b, 0x45f9, 0x40ce, 0x4f97, 0x4aa0]

/** Per size, the modules in which each mask differs from mask 0. */
const differences = new Map<number, readonly Uint8Array[]>()

/** Puts the mask with the least penalty (ISO/IEC 18004, 7.8.3) in the place of mask 0. */
function remask(data: Uint8Array, reserved: Uint8Array, size: number): void {
  const masks = masksOf(size, reserved)
  const trial = new Uint8Array(data.length)
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [mask, difference] of masks.entries()) {
    turnInto(trial, data, difference)
    const found = penalty(trial, size, least)
    if (found < least) {
      least = found
      best = mask
    }
  }
  const difference = masks[best]
  if (best === 0 || difference === undefined) return
  turnInto(data, data, difference)
  writeFormat(data, size, formats[best] ?? 0)
}

function turnInto(target: Uint8Array, data: Uint8Array, difference: Uint8Array): void {
  for (let at = 0; at < data.length; at += 1) target[at] = (data[at] ?? 0) ^ (difference[at] ?? 0)
}

function masksOf(size: number, reserved: Uint8Array): readonly Uint8Array[] {
  const known = differences.get(size)
  if (known !== undefined) return known
  const made = turns.map((turn) =>
    Uint8Array.from({ length: size * size }, (_, at) => {
      const row = Math.floor(at / size)
      const column = at % size
      return reserved[at] || turn(row, column) === ((row + column) % 2 === 0) ? 0 : 1
    }),
  )
  differences.set(size, made)
  return made
}

/** Runs, blocks, finder-like patterns and balance; gives up once above `limit`. */
function penalty(data: Uint8Array, size: number, limit: number): number {
  let points = 0
  let dark = 0
  for (let line = 0; line < size && points < limit; line += 1) {
    let rowRun = 0
    let columnRun = 0
    let rowBits = 0
    let columnBits = 0
    let rowLast = 2
    let columnLast = 2
    for (let at = 0; at < size; at += 1) {
      const inRow = data[line * size + at] ?? 0
      const inColumn = data[at * size + line] ?? 0
      dark += inRow
      rowRun = inRow === rowLast ? rowRun + 1 : 1
      columnRun = inColumn === columnLast ? columnRun + 1 : 1
      points += (rowRun === 5 ? 3 : rowRun > 5 ? 1 : 0) + (columnRun === 5 ? 3 : columnRun > 5 ? 1 : 0)
      rowLast = inRow
      columnLast = inColumn
      rowBits = ((rowBits << 1) & 0x7ff) | inRow
      columnBits = ((columnBits << 1) & 0x7ff) | inColumn
      if (at >= 10) {
        if (rowBits === 0x5d0 || rowBits === 0x05d) points += 40
        if (columnBits === 0x5d0 || columnBits === 0x05d) points += 40
      }
      if (line > 0 && at > 0) {
        const up = (line - 1) * size + at
        if (inRow === data[up] && inRow === data[up - 1] && inRow === data[line * size + at - 1]) points += 3
      }
    }
  }
  return points + 10 * Math.floor(Math.abs((dark * 20) / (size * size) - 10))
}

/** The fifteen bits of format information, twice (ISO/IEC 18004, 7.9). */
function writeFormat(data: Uint8Array, size: number, bits: number): void {
  for (let i = 0; i < 15; i += 1) {
    const bit = (bits >> i) & 1
    const row = i < 6 ? i : i < 8 ? i + 1 : size - 15 + i
    const column = i < 8 ? size - i - 1 : i < 9 ? 15 - i : 14 - i
    data[row * size + 8] = bit
    data[8 * size + column] = bit
  }
  data[(size - 8) * size + 8] = 1
}
