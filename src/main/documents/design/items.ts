import type { DesignElement, DisplayItem, TextStyle } from '../../../shared/contract/designs.ts'
import type { Look, SetText } from './setting.ts'
import { baseline } from './setting.ts'

/** Points in a millimetre. */
export const mm = 72 / 25.4

/** A box in points from the page's top left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function boxOf({ x, y, width, height }: Pick<DesignElement, 'x' | 'y' | 'width' | 'height'>): Box {
  return { x: x * mm, y: y * mm, width: width * mm, height: height * mm }
}

/** A length as it is written into the paper: hundredths of a point are finer than any printer. */
export function h(value: number): number {
  return Math.round(value * 100) / 100
}

/** Lines of a set text in a box. */
export function textItems(element: string, set: SetText, look: Look, box: Box, valign: 'top' | 'middle' | 'bottom'): DisplayItem[] {
  const spare = box.height - set.height
  const top = box.y + (valign === 'middle' ? spare / 2 : valign === 'bottom' ? spare : 0)
  return set.lines.flatMap((line, index) => {
    const left = box.x + (look.align === 'center' ? (box.width - line.width) / 2 : look.align === 'right' ? box.width - line.width : 0)
    const y = h(top + set.size * (baseline + index * look.leading))
    return line.runs.map((run): DisplayItem => ({
      kind: 'text', element, x: h(left + run.x), y, text: run.text, face: run.face, size: set.size, colour: look.colour, spacing: set.spacing, width: h(run.width),
    }))
  })
}

/** The style of that id; a design that names one which is gone shows its first. */
export function styleOf(styles: readonly TextStyle[], id: string): TextStyle {
  const style = styles.find((one) => one.id === id) ?? styles[0]
  if (style === undefined) throw new Error('a design has at least one style')
  return style
}

export type Matrix = readonly [number, number, number, number, number, number]

const unturned: Matrix = [1, 0, 0, 1, 0, 0]

/** Turned by degrees clockwise about a point. */
export function turnAbout(degrees: number, x: number, y: number): Matrix {
  const angle = (degrees * Math.PI) / 180
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return exact([cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y])
}

/** First the second, then the first: as nested groups of SVG. */
export function times(m: Matrix, n: Matrix): Matrix {
  return exact([
    m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4], m[1] * n[4] + m[3] * n[5] + m[5],
  ])
}

/** The items turned with their element. */
export function turnedItems(items: readonly DisplayItem[], element: Pick<DesignElement, 'x' | 'y' | 'width' | 'height' | 'turn'>): DisplayItem[] {
  if (element.turn === 0) return [...items]
  const box = boxOf(element)
  const turn = turnAbout(element.turn, box.x + box.width / 2, box.y + box.height / 2)
  return items.map((item) => ({ ...item, copies: (item.copies ?? [[...unturned]]).map((copy) => [...times(turn, copy as unknown as Matrix)]) }))
}

/** Millionths: what two computers round alike. */
function exact(m: Matrix): Matrix {
  return m.map((value) => Math.round(value * 1e6) / 1e6 + 0) as unknown as Matrix
}
