import { n, pageHeight } from '../pdf-canvas.ts'
import type { Canvas, Colour } from '../pdf-canvas.ts'

// Woven geometry of the Andes (warp-faced bands: stepped lozenges between zigzags) and lines in the manner of the
// Amazon's kené (a broad line with finer ones that follow it). Our own drawing; no figure is copied from a piece.

export const dye = {
  cochineal: '#a5223b',
  madder: '#d1495b',
  marigold: '#e9a23b',
  indigo: '#1f3b57',
  chillka: '#1f7a6d',
  night: '#2b1a2f',
  wool: '#fbf3e2',
} as const satisfies Record<string, Colour>

/** The colours of one lozenge from its heart outwards. */
const ways: readonly (readonly Colour[])[] = [
  [dye.wool, dye.cochineal, dye.cochineal, dye.wool, dye.marigold, dye.marigold, dye.indigo, dye.indigo, dye.wool],
  [dye.wool, dye.chillka, dye.chillka, dye.wool, dye.madder, dye.madder, dye.night, dye.night, dye.wool],
  [dye.wool, dye.indigo, dye.indigo, dye.wool, dye.cochineal, dye.cochineal, dye.chillka, dye.chillka, dye.wool],
]

const columns = 27
/** Cells from one lozenge's heart to the next. */
const repeat = 20

/** The band: cells of `cell` points from the top left corner, `rows` of them. Each colour is one path of merged runs. */
export function drawTextile(canvas: Canvas, at: { x: number; y: number; cell: number; rows: number }): void {
  const paths = new Map<Colour, string>()
  for (let row = 0; row < at.rows; row += 1) {
    for (let column = 0; column < columns; ) {
      const colour = thread(column, row)
      let end = column + 1
      while (end < columns && thread(end, row) === colour) end += 1
      const y = pageHeight - at.y - (row + 1) * at.cell
      const cells = `${n(at.x + column * at.cell)} ${n(y)} ${n((end - column) * at.cell)} ${n(at.cell)} re`
      paths.set(colour, `${paths.get(colour) ?? ''}${cells}\n`)
      column = end
    }
  }
  for (const [colour, path] of paths) canvas.fill(path, colour)
}

/** The colour of one crossing of the weave. */
function thread(column: number, row: number): Colour {
  const fromEdge = Math.min(column, columns - 1 - column)
  if (fromEdge === 0) return dye.night
  if (fromEdge <= 3) return fromEdge - 1 === [0, 1, 2, 1][row % 4] ? dye.marigold : dye.cochineal
  if (fromEdge === 4) return row % 2 === 0 ? dye.wool : dye.night
  return lozenge(column - 5, row)
}

/** The broad middle, 17 cells: lozenges with hooked hearts, and half lozenges in the gaps at both sides. */
function lozenge(column: number, row: number): Colour {
  const across = Math.abs(column - 8)
  const turn = Math.floor(row / repeat)
  const along = Math.abs((row % repeat) - repeat / 2)
  const distance = across + along
  const way = ways[turn % ways.length] ?? []
  const hooked = distance === 5 && (across === 1 || along === 1)
  if (hooked) return dye.wool
  const inside = way[distance]
  if (inside !== undefined) return inside
  // The side gaps belong to both neighbours: count from the point where two lozenges meet.
  const gap = 8 - across + (repeat / 2 - along)
  if (gap === 0) return dye.marigold
  if (gap <= 2) return dye.night
  if (gap === 3) return dye.marigold
  return gap >= 8 ? dye.madder : dye.cochineal
}

/** A short run of stepped cells: an accent under the name. */
export function drawSteps(canvas: Canvas, x: number, y: number, cell: number, count: number): void {
  const colours = [dye.cochineal, dye.marigold, dye.chillka, dye.indigo] as const
  for (let index = 0; index < count; index += 1) {
    const colour = colours[Math.floor(index / 3) % colours.length] ?? dye.cochineal
    const height = [1, 2, 1][index % 3] ?? 1
    canvas.rectangle(x + index * cell, y - (height * cell) / 2, cell, height * cell, colour)
  }
}

/**
 * One repeat of the kené border on a grid eight wide and sixteen high: a line that turns in on itself, its answer
 * turned half round, and the crosses between them.
 */
const kene: readonly (readonly (readonly [number, number])[])[] = [
  [[0, 0], [0, 1], [1, 2], [6, 2], [7, 3], [7, 6], [6, 7], [3, 7], [2, 6], [2, 5], [3, 4], [5, 4]],
  [[8, 16], [8, 15], [7, 14], [2, 14], [1, 13], [1, 10], [2, 9], [5, 9], [6, 10], [6, 11], [5, 12], [3, 12]],
  [[0, 1], [0, 16]],
  [[8, 15], [8, 0]],
  [[0, 8], [8, 8]],
]

/** A vertical border of kené lines: `unit` points a grid step, `repeats` one below another. */
export function drawKene(canvas: Canvas, at: { x: number; y: number; unit: number; repeats: number; colour: Colour; ground: Colour }): void {
  let path = ''
  for (let turn = 0; turn < at.repeats; turn += 1) {
    for (const line of kene) {
      for (const [index, [gx, gy]] of line.entries()) {
        path += `${n(at.x + gx * at.unit)} ${n(pageHeight - at.y - (turn * 16 + gy) * at.unit)} ${index === 0 ? 'm' : 'l'} `
      }
    }
  }
  canvas.raw('2 J 2 j')
  canvas.stroke(path, at.colour, at.unit * 0.78)
  canvas.stroke(path, at.ground, at.unit * 0.52)
  canvas.stroke(path, at.colour, at.unit * 0.2)
  canvas.raw('0 J 0 j')
}
