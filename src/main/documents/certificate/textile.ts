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
  // A ground under the cells: without it readers show hairlines of paper between them.
  canvas.rectangle(at.x, at.y, columns * at.cell, at.rows * at.cell, dye.cochineal)
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

/** A quarter of one repeat of the kené border on a grid five wide and eight high; its mirror images complete it. */
const kene: readonly (readonly (readonly [number, number])[])[] = [
  [[0, 0], [1, 0], [3, 2], [3, 3], [2, 4], [0, 4]],
  [[0, 1.5], [0.7, 1.5], [1.5, 2.3], [0.7, 3], [0, 3]],
  [[5, 0.6], [3.6, 0.6], [4.3, 1.5], [4.3, 4.6], [3, 6], [1.6, 6], [1.6, 7], [0, 7]],
  [[0, 4], [0, 5.4]],
  [[5, 2.6], [5, 8]],
  [[3, 8], [3, 7.3], [5, 5.6]],
]

/** A vertical border of kené lines: `unit` points a grid step, ten wide, sixteen a repeat, one below another. */
export function drawKene(canvas: Canvas, at: { x: number; y: number; unit: number; repeats: number; colour: Colour; ground: Colour }): void {
  let path = ''
  for (let turn = 0; turn < at.repeats; turn += 1) {
    for (const [right, down] of [[1, 1], [-1, 1], [1, -1], [-1, -1]] as const) {
      for (const line of kene) {
        for (const [index, [gx, gy]] of line.entries()) {
          const x = at.x + (5 + right * gx) * at.unit
          const y = at.y + (turn * 16 + 8 + down * gy) * at.unit
          path += `${n(x)} ${n(pageHeight - y)} ${index === 0 ? 'm' : 'l'} `
        }
      }
    }
  }
  canvas.raw('1 J 1 j')
  canvas.stroke(path, at.colour, at.unit * 0.62)
  canvas.stroke(path, at.ground, at.unit * 0.36)
  canvas.stroke(path, at.colour, at.unit * 0.13)
  canvas.raw('0 J 0 j')
}
