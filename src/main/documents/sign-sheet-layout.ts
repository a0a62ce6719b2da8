import type { FaceName } from './fonts.ts'
import type { Logo } from './report-head.ts'
import { a4 } from './report-paper.ts'
import type { Paper, Pen } from './report-pen.ts'
import { cellFace, textWidth, wrapped } from './report-text.ts'
import type { SignSheet, SignSheets } from './sign-sheet-model.ts'
import { liesOnItsSide, rowsPerPage } from './sign-sheet-model.ts'

/** In points. */
const millimetre = 72 / 25.4

/** Where everything stands on the page, points from its top left corner. The left margin leaves room for a binder's holes. */
export type SheetPlan = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  /** The QR at the top right corner, and its copy at the bottom left one: side without the quiet zone. */
  readonly qr: { readonly x: number; readonly y: number; readonly side: number }
  readonly copy: { readonly x: number; readonly y: number; readonly side: number }
  readonly facts: { readonly top: number; readonly height: number }
  readonly table: { readonly top: number; readonly head: number; readonly row: number; readonly rows: number }
  readonly columns: readonly SheetColumn[]
  readonly foot: number
}

export type SheetColumn = { readonly kind: 'number' | 'name' | 'organisation' | 'document' | 'in' | 'out' | 'signature'; readonly x: number; readonly width: number }

/** What one page is drawn with. */
export type SheetDrawing = {
  readonly doc: Paper
  readonly pen: Pen
  readonly logos: readonly Logo[]
  readonly all: SignSheets
  readonly sheet: SignSheet
  readonly plan: SheetPlan
}

/** @param signatures columns to sign in */
export function planOf(signatures: number): SheetPlan {
  const aside = liesOnItsSide(signatures)
  const [width, height] = aside ? [a4.long, a4.short] : [a4.short, a4.long]
  const left = 42
  const right = width - 34
  const top = 30
  const side = 23 * millimetre
  const small = 15.5 * millimetre
  const foot = height - 30 - small
  const facts = aside ? { top: top + 78, height: signatures > 4 ? 84 : 59 } : { top: top + 106, height: 70 }
  const tableTop = facts.top + facts.height + 6
  const head = signatures === 1 ? 20 : 30
  const rows = rowsPerPage(signatures)
  const row = (foot - 12 - tableTop - head) / rows
  return {
    width, height, left, right, top, facts, foot,
    qr: { x: right - side, y: top, side },
    copy: { x: left, y: foot, side: small },
    table: { top: tableTop, head, row, rows },
    columns: columnsOf(signatures, left, right - left),
  }
}

function columnsOf(signatures: number, left: number, room: number): SheetColumn[] {
  const one = signatures === 1
  const kept: [SheetColumn['kind'], number][] = liesOnItsSide(signatures)
    ? [['number', 25], ['name', signatures > 5 ? 150 : 178], ['organisation', signatures > 5 ? 84 : 118], ['document', 56]]
    : [['number', 25], ['name', one ? 156 : 146], ['organisation', one ? 100 : 86], ['document', 54]]
  if (one) kept.push(['in', 36], ['out', 36])
  const left2 = room - kept.reduce((sum, [, width]) => sum + width, 0)
  for (let at = 0; at < signatures; at += 1) kept.push(['signature', left2 / signatures])
  let x = left
  return kept.map(([kind, width]) => {
    const column = { kind, x, width }
    x += width
    return column
  })
}

export type Fitted = { readonly lines: readonly string[]; readonly size: number; readonly face: FaceName }

/** In points; `max` the largest size of the letters. */
export type FitBox = { readonly width: number; readonly height: number; readonly max: number }

/** From one line to the next, as a multiple of the size. */
export const leading = 1.16

/**
 * The text in the largest letters, `max` at most, at which it stands whole in the box: nothing is ever cut. One line down
 * to four fifths of the size, then as many lines as the box holds.
 */
export function fitted(text: string, wanted: FaceName, box: FitBox): Fitted {
  const key = `${wanted} ${box.width} ${box.height} ${box.max} ${text}`
  const known = fits.get(key)
  if (known !== undefined) return known
  const fit = fitAnew(text, wanted, box)
  // Heads repeat on each page and names on each sheet of a group; what would grow without end is kept no longer.
  if (fits.size > 20_000) fits.clear()
  fits.set(key, fit)
  return fit
}

const fits = new Map<string, Fitted>()

function fitAnew(text: string, wanted: FaceName, box: FitBox): Fitted {
  const face = cellFace(text, wanted)
  const natural = textWidth(text, face, 1)
  const one = Math.min(box.max, box.height / leading, natural === 0 ? box.max : box.width / natural)
  if (one >= box.max * 0.8 && !text.includes('\n')) return { lines: [text], size: one, face }
  for (let size = box.max; size > 2; size -= 0.25) {
    const lines = wrapped(text, face, size, box.width)
    const fits = lines.length * size * leading <= box.height
    // A word in two is the last resort: smaller letters come first.
    if (fits && (size <= 5 || keepsWords(text, face, size, box.width))) return { lines, size, face }
  }
  return { lines: wrapped(text, face, 2, box.width), size: 2, face }
}

function keepsWords(text: string, face: FaceName, size: number, width: number): boolean {
  return text.split(/\s+/).every((word) => textWidth(word, face, size) <= width)
}
