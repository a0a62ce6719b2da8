import type { FrozenCertificate } from '../../../shared/contract/frozen.ts'
import { faceFor } from '../fonts.ts'
import { Canvas, pageHeight, pageWidth } from '../pdf-canvas.ts'
import type { Layer } from '../pdf-canvas.ts'
import { breakLines } from '../pdf-text.ts'
import type { Line } from '../pdf-text.ts'
import type { Model } from './model.ts'
import { drawFitted } from './parts.ts'

const top = 128
const bottom = pageHeight - 92
const leading = 1.4
const gutter = 34

/** How the lines of a syllabus lie on the page: one column, else two, smaller, and at last on further pages. */
interface Setting {
  readonly size: number
  readonly columns: number
  readonly lines: readonly Line[]
  readonly perColumn: number
}

/** The layers of the pages after the first: heading, frame and lines, shared by the batch. Never fewer than needed. */
export function syllabusLayers(frozen: FrozenCertificate, model: Model): Layer[] {
  const { syllabus } = frozen
  if (syllabus === null) return []
  const { back } = model
  const width = pageWidth - back.left - back.right
  const setting = settle(syllabus.lines, width, (line) => faceFor(line, back.body))
  const perPage = setting.perColumn * setting.columns
  const layers: Layer[] = []
  for (let start = 0; start < setting.lines.length; start += perPage) {
    const canvas = new Canvas()
    model.drawBackFrame(canvas)
    canvas.text(faceFor(syllabus.heading, back.heading), syllabus.heading, { x: back.left, y: 86, size: 24, colour: back.accent })
    canvas.line(back.left, 100, back.left + width, 100, back.accent, 0.7)
    for (let column = 0; column < setting.columns; column += 1) {
      const from = start + column * setting.perColumn
      const x = back.left + column * ((width - gutter) / 2 + gutter)
      canvas.lines(setting.lines.slice(from, from + setting.perColumn), { x, y: top + setting.size, size: setting.size, leading, colour: back.ink })
    }
    layers.push(canvas.toLayer('Back'))
  }
  return layers
}

/** What ties a back page to its certificate: number and name. */
export function drawBackOwn(canvas: Canvas, frozen: FrozenCertificate, model: Model): void {
  const { back } = model
  const text = `${frozen.number} · ${frozen.personName}`
  const width = pageWidth - back.left - back.right
  drawFitted(canvas, back.body, text, { x: back.left, y: pageHeight - 66, size: 8.5, width, colour: back.quiet })
}

function settle(lines: readonly string[], width: number, faceOf: (line: string) => ReturnType<typeof faceFor>): Setting {
  const height = bottom - top
  const broken = (size: number, column: number) =>
    lines.flatMap((line) => (line.trim() === '' ? [{ pieces: [], width: 0 }] : breakLines([{ text: line, face: faceOf(line) }], size, column, 'full')))
  for (const { size, columns } of [
    { size: 11.5, columns: 1 },
    { size: 10.5, columns: 1 },
    { size: 9.75, columns: 2 },
    { size: 9, columns: 2 },
    { size: 8.25, columns: 2 },
    { size: 7.5, columns: 2 },
  ]) {
    const perColumn = Math.floor(height / (size * leading))
    const set = broken(size, columns === 1 ? width : (width - gutter) / 2)
    // The last setting takes whatever comes, on as many pages as it needs.
    if (set.length <= perColumn * columns || size === 7.5) return { size, columns, lines: set, perColumn }
  }
  return { size: 7.5, columns: 2, lines: [], perColumn: 1 }
}
