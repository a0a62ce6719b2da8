import type { Head, Piece } from './commitment-sheet-flow.ts'
import { drawPieces, leadingOf, ornamentPiece, placed, TaggedPen, textPieces } from './commitment-sheet-flow.ts'
import type { CommitmentSheet, OutcomeLine, Part, ProductLine, ReplanningLine } from './commitment-sheet-model.ts'
import type { Cell } from './commitment-sheet-table.ts'
import { hairline, sheetInks, stateInk, tablePieces } from './commitment-sheet-table.ts'
import type { Logo, Page } from './report-head.ts'
import { drawFoot, drawRunningHead, openLogos, pageFoot, runningHead } from './report-head.ts'
import { a4, collected, openPaper } from './report-paper.ts'
import type { Paper } from './report-pen.ts'
import { inks } from './report-pen.ts'
import { textWidth, wrapped } from './report-text.ts'

/** A4 upright, in points. */
const page: Page = { width: a4.short, height: a4.long, margin: 46 }
const left = page.margin
const room = page.width - 2 * page.margin
const body = 9.5

/** The commitment as a tagged paper of as many pages as it needs. The same data give the same bytes. */
export async function commitmentSheetPdf(sheet: CommitmentSheet): Promise<Uint8Array> {
  const doc = openPaper({ language: sheet.language, title: `${sheet.title} · ${sheet.kicker}`, author: sheet.header.entityName, madeAt: new Date(sheet.madeAt), tagged: true })
  const bytes = collected(doc)
  const [logo] = await openLogos(doc, sheet.header.hasOwnLogo === false ? [] : sheet.header.logos)
  const tags = new TaggedPen(doc)
  const pages = placed(composed(tags, sheet, logo), page, { first: page.margin, others: runningHead }, pageFoot)
  const told = new Set<Head>()
  pages.forEach((pieces, index) => {
    doc.addPage()
    if (index > 0) tags.ornament(() => drawRunningHead({ ...asReport(sheet), title: sheet.title }, page, tags.pen))
    drawPieces(pieces, index === 0 ? page.margin : runningHead, told)
    const number = sheet.page.replace('{n}', String(index + 1)).replace('{of}', String(pages.length))
    tags.ornament(() => drawFoot(tags.pen, page, { left: sheet.foot, right: number }))
  })
  doc.end()
  return bytes
}

function composed(tags: TaggedPen, sheet: CommitmentSheet, logo: Logo | undefined): Piece[] {
  return [
    ...letterhead(tags, sheet, logo),
    ...titles(tags, sheet),
    ...facts(tags, sheet),
    ...completion(tags, sheet),
    ...sheet.texts.flatMap(({ heading, text }) => [...headingPieces(tags, heading), ...paragraphs(tags, text)]),
    ...part(tags, sheet.values, (lines) => lines.flatMap(({ name, explanation, degree }, at) => [
      ...textPieces(tags, tags.node('P'), name, { size: body, face: 'sansSemiBold', x: left, width: room, above: at === 0 ? 0 : 4 }).map(kept),
      ...[explanation, degree].filter((one) => one !== null).flatMap((one) => paragraphs(tags, one)),
    ])),
    ...part(tags, sheet.products, (lines) => tablePieces(tags, { left, widths: [157, 96, 104, room - 357], columns: sheet.products.columns, rows: lines.map(productCells), names: 0 })),
    ...part(tags, sheet.outcomes, (lines) => lines.flatMap((line) => outcome(tags, line))),
    ...part(tags, sheet.actors, (lines) => lines.flatMap(({ kind, names }) => [...textPieces(tags, tags.node('H3'), kind, { size: 9, face: 'sansSemiBold', color: inks.quiet, x: left, width: room, above: 2 }).map(kept), ...bullets(tags, names)])),
    ...part(tags, sheet.training, (lines) => bullets(tags, lines)),
    ...part(tags, sheet.initiatives, (lines) => bullets(tags, lines)),
    ...part(tags, sheet.replannings, (lines) => tablePieces(tags, { left, widths: [60, 130, 158, room - 348], columns: sheet.replannings.columns, rows: lines.map(replanningCells), names: 1 })),
    ...(sheet.closing === null ? [] : [...headingPieces(tags, sheet.closing.heading), ...paragraphs(tags, sheet.closing.text)]),
  ]
}

function letterhead(tags: TaggedPen, { header }: CommitmentSheet, logo: Logo | undefined): Piece[] {
  const beside = logo === undefined ? 0 : logo.width + 12
  const words = [
    ...wrapped(header.entityName, 'sansSemiBold', 11, room - beside).map((text) => ({ text, size: 11, face: 'sansSemiBold' as const, color: inks.ink })),
    ...(header.unit === undefined ? [] : wrapped(header.unit, 'sans', 9, room - beside).map((text) => ({ text, size: 9, face: 'sans' as const, color: inks.quiet }))),
  ].filter((line) => line.text !== '')
  const tall = words.reduce((sum, line) => sum + line.size * 1.3, 0)
  const height = Math.max(tall, logo?.height ?? 0)
  const node = tags.node('P')
  const head: Piece = {
    height: height + 9,
    staysWithNext: true,
    head: null,
    draw: (y) => {
      if (logo !== undefined) tags.ornament((doc) => doc.image(logo.image as Buffer, left, y + (height - logo.height) / 2, { width: logo.width, height: logo.height }))
      let line = y + (height - tall) / 2
      for (const { size, ...word } of words) tags.tell(node, () => tags.pen.write({ ...word, size, x: left + beside, baseline: (line += size * 1.3) - size * 0.3 }))
      tags.ornament((doc) => hairline(doc, left, left + room, y + height + 7, 0.6, inks.hairline))
    },
  }
  const year = header.yearName === undefined ? [] : textPieces(tags, tags.node('P'), `“${header.yearName}”`, { size: 8, face: 'sansItalic', color: inks.quiet, x: left, width: room }).map(kept)
  return [head, ...year]
}

function titles(tags: TaggedPen, { kicker, title, subtitle }: CommitmentSheet): Piece[] {
  return [
    ...textPieces(tags, tags.node('P'), kicker, { size: 9.5, face: 'sansSemiBold', color: inks.seal, x: left, width: room, above: 16 }).map(kept),
    ...textPieces(tags, tags.node('H1'), title, { size: title.length > 90 ? 15 : 19, face: 'sansBold', x: left, width: room }).map(kept),
    ...textPieces(tags, tags.node('P'), subtitle, { size: 10, color: inks.quiet, x: left, width: room }).map(kept),
  ]
}

/** Two columns on a wash with the seal's bar, a piece a line of two. */
function facts(tags: TaggedPen, { facts: all }: CommitmentSheet): Piece[] {
  const width = room / 2 - 18
  const rows = Array.from({ length: Math.ceil(all.length / 2) }, (_, at) => all.slice(at * 2, at * 2 + 2))
  const pieces = rows.map((row, at): Piece => {
    const cells = row.map(({ label, value }, column) => ({ label, x: left + 14 + column * (room / 2), lines: wrapped(value, 'sans', body, width), node: tags.node('P') }))
    const isLast = at === rows.length - 1
    const tall = 5 + 10.5 + Math.max(...cells.map(({ lines }) => lines.length)) * 13 + (isLast ? 6 : 0)
    return {
      height: tall,
      staysWithNext: !isLast,
      head: null,
      draw: (y) => {
        tags.ornament((doc) => {
          doc.rect(left, y, room, tall + 0.3).fill(sheetInks.wash)
          doc.rect(left, y, 2.5, tall + 0.3).fill(inks.seal)
        })
        for (const { label, x, lines, node } of cells) {
          tags.tell(node, () => tags.pen.write({ text: label, x, baseline: y + 13, size: 7.5, color: inks.quiet }))
          lines.forEach((text, line) => tags.tell(node, () => tags.pen.write({ text, x, baseline: y + 25 + line * 13, size: body })))
        }
      },
    }
  })
  return pieces.length === 0 ? [] : [space(10), ...pieces]
}

/** OGP's five levels as one scale, the one that holds in strong ink; the sentence above it is what is told. */
function completion(tags: TaggedPen, { completion: { heading, levels, at, said, note }, progress }: CommitmentSheet): Piece[] {
  const gap = 4
  const width = (room - gap * (levels.length - 1)) / levels.length
  const scale = ornamentPiece(tags, 30, (doc, y) => {
    levels.forEach((level, index) => {
      const x = left + index * (width + gap)
      const color = at === null || index > at ? sheetInks.track : index === at ? sheetInks.teal : sheetInks.past
      doc.rect(x, y + 4, width, 7).fill(color)
      if (index === at) doc.moveTo(x + width / 2 - 4, y).lineTo(x + width / 2 + 4, y).lineTo(x + width / 2, y + 4.5).closePath().fill(sheetInks.teal)
      tags.pen.write({ text: level, x, baseline: y + 21, size: 8, face: index === at ? 'sansBold' : 'sans', color: index === at ? inks.ink : inks.quiet })
    })
  })
  return [
    ...headingPieces(tags, heading),
    ...textPieces(tags, tags.node('P'), said, { size: body, face: 'sansSemiBold', x: left, width: room }).map(kept),
    scale,
    ...(note === null ? [] : paragraphs(tags, note)),
    ...(progress === null ? [] : [...textPieces(tags, tags.node('P'), `${progress.label}: ${progress.said}`, { size: body, x: left, width: room, above: 2 }).map(kept), bar(tags, progress.share)]),
  ]
}

/** How much of the whole: only to be seen, what it shows stands above it in words. */
const bar = (tags: TaggedPen, share: number): Piece =>
  ornamentPiece(tags, 11, (doc, y) => {
    doc.rect(left, y + 3, room, 5).fill(sheetInks.track)
    const done = room * Math.min(1, Math.max(0, share))
    if (done > 0) doc.rect(left, y + 3, done, 5).fill(sheetInks.teal)
  })

function productCells({ name, isMilestone, dates, state, stateWord, isLate, stateNote, responsible, proofs }: ProductLine): Cell[] {
  const sign = isLate ? 'late' : state
  const color = stateInk(sign)
  const quiet = state === 'dropped' ? { color: inks.quiet } : {}
  return [
    { parts: [{ text: name, ...(isMilestone ? {} : { face: 'sansSemiBold' as const }), ...quiet }], indent: isMilestone ? 12 : 0 },
    { parts: [{ text: dates, ...quiet }] },
    { parts: [{ text: stateWord, face: 'sansSemiBold', color }, ...(stateNote === null ? [] : [{ text: stateNote, color }])], indent: 12, mark: sign },
    { parts: [...(responsible === null ? [] : [{ text: responsible, face: 'sansSemiBold' as const, ...quiet }]), ...proofs.map((text) => ({ text, ...quiet })), ...(responsible === null && proofs.length === 0 ? [{ text: '—', color: inks.quiet }] : [])] },
  ]
}

function replanningCells({ on, what, before, after, reason }: ReplanningLine): Cell[] {
  return [{ parts: [{ text: on }] }, { parts: [{ text: what, face: 'sansSemiBold' }] }, { parts: [{ text: before, color: inks.quiet }, { text: `→ ${after}`, face: 'sansSemiBold' }] }, { parts: [{ text: reason }] }]
}

/** The figure large, its words beside it, a bar where there is a target. */
function outcome(tags: TaggedPen, { name, figure, beside, share, notes }: OutcomeLine): Piece[] {
  const title = textPieces(tags, tags.node('P'), name, { size: body, face: 'sansSemiBold', x: left, width: room, above: 4 })
  const told = figure === null && beside === null ? [] : [figurePiece(tags, figure, beside)]
  const bars = share === null ? [] : [bar(tags, share)]
  const rest = notes.flatMap((note) => textPieces(tags, tags.node('P'), note, { size: 8.5, color: inks.quiet, x: left, width: room }))
  const all = [...title, ...told, ...bars, ...rest]
  return all.map((piece, at) => (at < all.length - 1 ? kept(piece) : piece))
}

function figurePiece(tags: TaggedPen, figure: string | null, beside: string | null): Piece {
  const size = 18
  const node = tags.node('P')
  const x = left + (figure === null ? 0 : textWidth(figure, 'sansBold', size) + 6)
  const lines = beside === null ? [] : wrapped(beside, 'sans', body, left + room - x)
  return {
    height: (figure === null ? 4 : 24) + Math.max(0, lines.length - 1) * leadingOf(body) + (figure === null ? leadingOf(body) : 0),
    staysWithNext: true,
    head: null,
    draw: (y) => {
      const baseline = y + (figure === null ? 12 : 19)
      if (figure !== null) tags.tell(node, () => tags.pen.write({ text: figure, x: left, baseline, size, face: 'sansBold', color: sheetInks.teal }))
      lines.forEach((text, at) => tags.tell(node, () => tags.pen.write({ text, x, baseline: baseline + at * leadingOf(body), size: body })))
    },
  }
}

const headingPieces = (tags: TaggedPen, heading: string): Piece[] => textPieces(tags, tags.node('H2'), heading, { size: 11.5, face: 'sansBold', x: left, width: room, above: 13 }).map(kept)

const paragraphs = (tags: TaggedPen, text: string): Piece[] =>
  text
    .split(/\n+/)
    .filter((one) => one.trim() !== '')
    .flatMap((one, at) => textPieces(tags, tags.node('P'), one, { size: body, x: left, width: room, above: at === 0 ? 0 : 3 }))

function bullets(tags: TaggedPen, lines: readonly string[]): Piece[] {
  const list = tags.node('L')
  return lines.flatMap((text) => {
    const pieces = textPieces(tags, tags.node('LBody', tags.node('LI', list)), text, { size: body, x: left + 11, width: room - 11 })
    return pieces.map((piece, at) => (at > 0 ? piece : { ...piece, draw: (y: number) => (tags.ornament((doc: Paper) => doc.circle(left + 3, y + body * 0.72, 1.5).fill(inks.seal)), piece.draw(y)) }))
  })
}

/** A part under its heading; without lines what is said instead, or nothing at all. */
function part<T>(tags: TaggedPen, { heading, nothing, lines }: Part<T>, pieces: (lines: readonly T[]) => readonly Piece[]): Piece[] {
  if (lines.length === 0 && nothing === null) return []
  const above = headingPieces(tags, heading)
  return [...above, ...(lines.length > 0 ? pieces(lines) : textPieces(tags, tags.node('P'), nothing ?? '', { size: body, color: inks.quiet, x: left, width: room }))]
}

const kept = (piece: Piece): Piece => ({ ...piece, staysWithNext: true })
const space = (height: number): Piece => ({ height, staysWithNext: true, head: null, draw: () => {} })

/** In the shape that the heads of reports are drawn from. */
function asReport({ language, title, header }: CommitmentSheet) {
  return { language, title, header, facts: [], columns: [], rows: [], totals: [] }
}
