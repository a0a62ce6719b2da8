import PDFDocument from 'pdfkit'
import type { Language } from '../../shared/messages/messages.ts'
import type { Paper } from './report-pen.ts'

/** A4 (ISO 216), in points. */
export const a4 = { short: 595.28, long: 841.89 } as const

interface PaperFacts {
  readonly language: Language
  readonly title: string
  readonly author: string
  /** The moment inside the file: the same paper is the same bytes. */
  readonly madeAt: Date
  readonly layout?: 'portrait' | 'landscape'
  /** What draws it tells readers that speak what its pages say. */
  readonly tagged?: boolean
}

/** A PDF on A4 that has no page yet. */
export function openPaper({ language, title, author, madeAt, layout = 'portrait', tagged = false }: PaperFacts): Paper {
  return new PDFDocument({
    size: 'A4',
    layout,
    margin: 0,
    autoFirstPage: false,
    lang: language === 'es' ? 'es-PE' : 'en',
    displayTitle: true,
    tagged,
    pdfVersion: '1.7',
    info: { Title: title, Author: author, Creator: 'Constancia', Producer: 'Constancia', CreationDate: madeAt, ModDate: madeAt },
  })
}

/** The whole file, once the paper is ended; to be asked for before anything is drawn. */
export function collected(doc: Paper): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (piece: Uint8Array) => pieces.push(piece))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(pieces))))
    doc.on('error', reject)
  })
}
