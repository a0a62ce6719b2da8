import type PDFDocument from 'pdfkit'
import type { FaceName } from './fonts.ts'
import { registerFaces } from './fonts.ts'
import { cellFace, textWidth } from './report-text.ts'

export type Paper = InstanceType<typeof PDFDocument>

/** Ink that a photocopy keeps apart: blue-black words, quiet ones, hairlines, and one red for the mark under the title. */
export const inks = { ink: '#1b2433', quiet: '#5b6270', hairline: '#b9b3a7', seal: '#9b2d2a' } as const

export type Words = {
  readonly text: string
  /** The left end, or the right end where `align` is right, or the middle where it is center. */
  readonly x: number
  /** The line the letters stand on. */
  readonly baseline: number
  readonly size: number
  readonly face?: FaceName
  readonly color?: string
  readonly align?: 'left' | 'right' | 'center'
}

export type Pen = {
  readonly write: (words: Words) => void
  readonly rule: (x1: number, x2: number, y: number, width: number, color: string) => void
}

/** Writes single lines at exact places. A face is parsed when it is first written with. */
export function penFor(doc: Paper): Pen {
  const known = new Set<FaceName>()
  return {
    write: ({ text, x, baseline, size, face: wanted = 'sans', color = inks.ink, align = 'left' }) => {
      if (text === '') return
      const face = cellFace(text, wanted)
      const width = align === 'left' ? 0 : textWidth(text, face, size)
      const left = align === 'right' ? x - width : align === 'center' ? x - width / 2 : x
      if (!known.has(face)) registerFaces(doc, [face])
      known.add(face)
      doc.font(face).fontSize(size).fillColor(color)
      doc.text(text, left, baseline, { lineBreak: false, baseline: 'alphabetic' })
    },
    rule: (x1, x2, y, width, color) => {
      doc.moveTo(x1, y).lineTo(x2, y).lineWidth(width).strokeColor(color).stroke()
    },
  }
}
