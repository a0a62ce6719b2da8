import type { DesignElement, DisplayItem } from '../../../shared/contract/designs.ts'
import { darkRuns, qrModules } from '../pdf-qr.ts'
import type { QrModules } from '../pdf-qr.ts'
import { boxOf, mm } from './items.ts'
import { rectanglePath } from './paths.ts'

/** Of a module on paper, millimetres: smaller ones a telephone may not read (design/SEAL.md). */
const leastModule = 0.4

/** Modules of blank border at each side (ISO/IEC 18004, 9.1). */
export const quietZone = 4

/** Where a symbol lies, points: a square in the middle of its element, its quiet zone within. */
export interface QrPlace {
  readonly x: number
  readonly y: number
  readonly side: number
  /** A module's side. */
  readonly module: number
}

export function qrPlace(element: Pick<DesignElement, 'x' | 'y' | 'width' | 'height'>, modules: number): QrPlace {
  const box = boxOf(element)
  const side = Math.min(box.width, box.height)
  return { x: box.x + (box.width - side) / 2, y: box.y + (box.height - side) / 2, side, module: Math.round((side / (modules + 2 * quietZone)) * 1e5) / 1e5 }
}

/** The last few symbols: the screen asks for the same one at every change of its page. */
const known = new Map<string, QrModules>()

export function symbolOf(text: string): QrModules {
  const found = known.get(text)
  if (found !== undefined) return found
  const made = qrModules(text)
  if (known.size >= 4) known.clear()
  known.set(text, made)
  return made
}

/** The side in millimetres that a QR of this text needs, quiet zone included. */
export function neededSide(text: string): number {
  return (symbolOf(text).size + 2 * quietZone) * leastModule
}

/** Dark on white, whatever the design has below it. */
export function qrItems(element: Extract<DesignElement, { kind: 'qr' }>, text: string): DisplayItem[] {
  const symbol = symbolOf(text)
  const { x, y, side, module } = qrPlace(element, symbol.size)
  let path = ''
  for (const run of darkRuns(symbol)) path += `M${run.column} ${run.row}h${run.length}v1h-${run.length}z`
  const at = [x + quietZone * module, y + quietZone * module].map((value) => Math.round(value * 1e4) / 1e4)
  return [
    { kind: 'path', element: element.id, path: rectanglePath(x, y, side, side), fill: '#ffffff', stroke: null, strokeWidth: 0 },
    { kind: 'path', element: element.id, path, fill: '#000000', stroke: null, strokeWidth: 0, copies: [[module, 0, 0, module, at[0] ?? 0, at[1] ?? 0]] },
  ]
}

/** Millimetres of a length in points, to a tenth. */
export function inMillimetres(points: number): number {
  return Math.round((points / mm) * 10) / 10
}
