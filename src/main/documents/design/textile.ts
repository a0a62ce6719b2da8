import type { DisplayItem } from '../../../shared/contract/designs.ts'
import { dye } from '../certificate/textile.ts'
import type { Box } from './items.ts'
import { h } from './items.ts'
import { rectanglePath } from './paths.ts'

// Woven geometry of the Andes (warp-faced bands: stepped lozenges between zigzags) and lines in the manner of the Amazon's
// kené, in any size and in the design's two colours among the dyes. Our own drawing; no figure is copied from a piece.

type Colour = `#${string}`
type Dyes = Readonly<Record<keyof typeof dye, Colour>>

/** The dyes with the design's own two in the places of cochineal red and chillka green. */
export function dyesOf(colour: Colour, accent: Colour): Dyes {
  return { ...dye, cochineal: colour, chillka: accent }
}

/** Colours of one lozenge from its heart outwards. */
function ways(d: Dyes): readonly (readonly Colour[])[] {
  return [
    [d.wool, d.cochineal, d.cochineal, d.wool, d.marigold, d.marigold, d.indigo, d.indigo, d.wool],
    [d.wool, d.chillka, d.chillka, d.wool, d.madder, d.madder, d.night, d.night, d.wool],
    [d.wool, d.indigo, d.indigo, d.wool, d.cochineal, d.cochineal, d.chillka, d.chillka, d.wool],
  ]
}

const columns = 27
/** Cells from one lozenge's heart to the next. */
const repeat = 20
/** Rows after which the whole weave begins again. */
const period = 60

/** A woven band that fills its box, along its longer side. Each colour is one path of merged runs. */
export function textileItems(element: string, box: Box, dyes: Dyes): DisplayItem[] {
  const lying = box.width > box.height
  const [breadth, length] = lying ? [box.height, box.width] : [box.width, box.height]
  // Whole lozenges, so that the band ends as it begins; at least one.
  const rows = repeat * Math.max(1, Math.round((length * columns) / breadth / repeat))
  const cell = { across: breadth / columns, along: length / rows }
  const pattern = ways(dyes)
  // After three lozenges and sixty rows the weave begins again: long bands repeat what is drawn once.
  const turns = Math.floor(rows / period)
  const cells = (from: number, to: number) => coloursOf(from, to, dyes, pattern, (column, row, count) => {
    const [a, b, across] = [column * cell.across, row * cell.along, count * cell.across]
    return lying ? rectanglePath(box.x + b, box.y + a, cell.along, across) : rectanglePath(box.x + a, box.y + b, across, cell.along)
  })
  const copies = Array.from({ length: turns }, (_, turn) => [1, 0, 0, 1, lying ? h(turn * period * cell.along) : 0, lying ? 0 : h(turn * period * cell.along)])
  const whole = turns === 0 ? [] : [...cells(0, period)].map(([colour, d]) => ({ ...path(element, d, colour), copies }))
  const rest = [...cells(turns * period, rows)].map(([colour, d]) => path(element, d, colour))
  // A ground under the cells: without it readers show hairlines of paper between them.
  return [path(element, rectanglePath(box.x, box.y, box.width, box.height), dyes.cochineal), ...whole, ...rest]
}

type Cell = (column: number, row: number, count: number) => string

/** A path of merged cells for each colour of these rows; the ground's has none. */
function coloursOf(from: number, to: number, dyes: Dyes, pattern: readonly (readonly Colour[])[], cell: Cell): Map<Colour, string> {
  const paths = new Map<Colour, string>()
  for (let row = from; row < to; row += 1) {
    for (let column = 0; column < columns; ) {
      const colour = thread(column, row, dyes, pattern)
      let end = column + 1
      while (end < columns && thread(end, row, dyes, pattern) === colour) end += 1
      if (colour !== dyes.cochineal) paths.set(colour, (paths.get(colour) ?? '') + cell(column, row, end - column))
      column = end
    }
  }
  return paths
}

function path(element: string, d: string, fill: Colour): DisplayItem {
  return { kind: 'path', element, path: d, fill, stroke: null, strokeWidth: 0 }
}

/** The colour of one crossing of the weave. */
function thread(column: number, row: number, d: Dyes, pattern: readonly (readonly Colour[])[]): Colour {
  const fromEdge = Math.min(column, columns - 1 - column)
  if (fromEdge === 0) return d.night
  if (fromEdge <= 3) return fromEdge - 1 === [0, 1, 2, 1][row % 4] ? d.marigold : d.cochineal
  if (fromEdge === 4) return row % 2 === 0 ? d.wool : d.night
  return lozenge(column - 5, row, d, pattern)
}

/** The broad middle, 17 cells: lozenges with hooked hearts, and half lozenges in the gaps at both sides. */
function lozenge(column: number, row: number, d: Dyes, pattern: readonly (readonly Colour[])[]): Colour {
  const across = Math.abs(column - 8)
  const along = Math.abs((row % repeat) - repeat / 2)
  const distance = across + along
  if (distance === 5 && (across === 1 || along === 1)) return d.wool
  const inside = pattern[Math.floor(row / repeat) % pattern.length]?.[distance]
  if (inside !== undefined) return inside
  // The side gaps belong to both neighbours: count from the point where two lozenges meet.
  const gap = 8 - across + (repeat / 2 - along)
  if (gap === 0 || gap === 3) return d.marigold
  if (gap <= 2) return d.night
  return gap >= 8 ? d.madder : d.cochineal
}

/** A quarter of one repeat of the kené border on a grid five wide and eight high; its mirror images complete it. */
const kene: readonly (readonly (readonly [number, number])[])[] = [
  [[0, 0], [1, 0], [3, 2], [3, 3], [2, 4], [0, 4]],
  [[0, 1.5], [0.7, 1.5], [1.5, 2.3], [0.7, 3], [0, 3]],
  [[5, 0.6], [3.6, 0.6], [4.3, 1.5], [4.3, 4.6], [3, 6], [1.6, 6], [1.6, 7], [0, 7]],
  [[0, 4], [0, 5.4]],
  [[5, 2.6], [5, 8]],
  [[3, 8], [3, 7.3], [5, 5.6]],
]

/** A standing border of kené lines that fills its box: ten units wide, sixteen a repeat. */
export function keneItems(element: string, box: Box, colour: Colour): DisplayItem[] {
  const repeats = Math.max(1, Math.round(box.height / (box.width * 1.6)))
  const unit = { x: box.width / 10, y: box.height / (16 * repeats) }
  let d = ''
  for (let turn = 0; turn < repeats; turn += 1) {
    for (const [right, down] of [[1, 1], [-1, 1], [1, -1], [-1, -1]] as const) {
      for (const line of kene) {
        for (const [index, [gx, gy]] of line.entries()) {
          d += `${index === 0 ? 'M' : 'L'}${h(box.x + (5 + right * gx) * unit.x)} ${h(box.y + (turn * 16 + 8 + down * gy) * unit.y)}`
        }
      }
    }
  }
  const pen = (stroke: Colour, width: number): DisplayItem => ({ kind: 'path', element, path: d, fill: null, stroke, strokeWidth: h(Math.min(unit.x, unit.y) * width) })
  return [pen(colour, 0.62), pen('#ffffff', 0.36), pen(colour, 0.13)]
}
