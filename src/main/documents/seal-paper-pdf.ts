import { qrPath } from './pdf-qr.ts'
import type { Page } from './report-head.ts'
import { composeHead, drawFoot, openLogos } from './report-head.ts'
import type { ReportData } from './report-model.ts'
import { a4, collected, openPaper } from './report-paper.ts'
import type { Paper, Pen } from './report-pen.ts'
import { inks, penFor } from './report-pen.ts'
import { wrapped } from './report-text.ts'
import type { SealPaper } from './seal-paper-model.ts'

/** A4 upright, in points. */
const page: Page = { width: a4.short, height: a4.long, margin: 48 }
const room = page.width - 2 * page.margin
const size = 9.5
const leading = 13.5
const millimetre = 72 / 25.4
/** A module of 0.5 mm is read by any telephone and survives a photocopy. */
const moduleSize = 0.5 * millimetre
const quietZone = 4
const widest = 104 * millimetre

/** The page as a PDF. The same data give the same bytes. */
export async function sealPaperPdf(paper: SealPaper): Promise<Uint8Array> {
  const doc = openPaper({ language: paper.language, title: paper.title, author: paper.header.entityName, madeAt: new Date(paper.madeAt) })
  const bytes = collected(doc)
  const head = composeHead(asReport(paper), page, await openLogos(doc, paper.header.logos))
  doc.addPage()
  const pen = penFor(doc)
  head.draw(doc, pen)
  let y = drawNotice(pen, paper.notice, head.height + 2)
  if (paper.words.length > 0) y = drawWords(pen, paper.words, y + 14)
  y = drawMarks(doc, pen, paper, y + 16)
  for (const { heading, lines } of paper.paragraphs) y = drawParagraph(pen, heading, lines, y + 10)
  drawFoot(pen, page, { left: paper.foot, right: paper.page })
  doc.end()
  return bytes
}

/** Set apart by a bar in the colour of the seal; gives where it ends. */
function drawNotice(pen: Pen, text: string, top: number): number {
  const lines = wrapped(text, 'sansSemiBold', size, room - 14)
  lines.forEach((line, at) => pen.write({ text: line, x: page.margin + 14, baseline: top + 10 + at * leading, size, face: 'sansSemiBold' }))
  const height = lines.length * leading
  pen.rule(page.margin, page.margin + 3, top + height / 2, height, inks.seal)
  return top + height
}

/** Four columns, read from left to right, so that a hand copies line by line. */
function drawWords(pen: Pen, words: readonly string[], top: number): number {
  const across = 4
  const step = 25
  const lines = Math.ceil(words.length / across)
  for (let line = 0; line <= lines; line += 1) pen.rule(page.margin, page.margin + room, top + line * step, 0.4, inks.hairline)
  words.forEach((word, at) => {
    const x = page.margin + (at % across) * (room / across)
    const baseline = top + Math.floor(at / across) * step + 16.5
    pen.write({ text: String(at + 1), x: x + 20, baseline, size: 8, color: inks.quiet, align: 'right' })
    pen.write({ text: word, x: x + 27, baseline, size: 13, face: 'sansSemiBold' })
  })
  return top + lines * step
}

/** The symbol at the left, and beside it what it is and the fingerprint. */
function drawMarks(doc: Paper, pen: Pen, { qr, fingerprint }: SealPaper, top: number): number {
  const symbol = qr === null ? null : qrPath(qr.text)
  const side = symbol === null ? 0 : Math.min(widest, Math.max((qr?.least ?? 0) * millimetre, symbol.size * moduleSize))
  const left = symbol === null ? page.margin : page.margin + side + (2 * quietZone * side) / symbol.size + 12
  const width = page.margin + room - left
  if (symbol !== null) {
    const scale = side / symbol.size
    const quiet = quietZone * scale
    doc.save()
    // The path's y goes up, the page's down.
    doc.translate(page.margin + quiet, top + quiet + side).scale(scale, -scale)
    for (const [x, y, w, h] of symbol.path.trim().split('\n').map((line) => line.split(' ').map(Number))) doc.rect(x ?? 0, y ?? 0, w ?? 0, h ?? 0)
    doc.fillColor('#000000').fill()
    doc.restore()
  }
  let y = top + 12
  for (const line of qr === null ? [] : wrapped(qr.caption, 'sans', size, width)) {
    pen.write({ text: line, x: left, baseline: y, size })
    y += leading
  }
  y += qr === null ? 0 : 10
  pen.write({ text: fingerprint.label, x: left, baseline: y, size: 8, color: inks.quiet })
  y += 16
  for (const line of wrapped(fingerprint.words, 'sansSemiBold', 12, width)) {
    pen.write({ text: line, x: left, baseline: y, size: 12, face: 'sansSemiBold' })
    y += 16
  }
  return Math.max(y - 8, symbol === null ? 0 : top + side + (2 * quietZone * side) / symbol.size)
}

function drawParagraph(pen: Pen, heading: string, lines: readonly string[], top: number): number {
  let y = top + 10
  pen.write({ text: heading, x: page.margin, baseline: y, size: 10, face: 'sansBold' })
  y += leading + 1
  for (const text of lines) {
    pen.write({ text: '·', x: page.margin + 2, baseline: y, size, color: inks.seal, face: 'sansBold' })
    for (const line of wrapped(text, 'sans', size, room - 12)) {
      pen.write({ text: line, x: page.margin + 12, baseline: y, size })
      y += leading
    }
    y += 1.5
  }
  return y - leading + 2
}

/** In the shape that the heads of reports are drawn from. */
function asReport({ language, title, subtitle, header, facts }: SealPaper): ReportData {
  return { language, title, ...(subtitle === null ? {} : { subtitle }), header, facts, columns: [], rows: [], totals: [] }
}
