import PDFDocument from 'pdfkit'
import { registerFaces } from '../fonts.ts'
import type { Page } from '../report-head.ts'
import { drawFoot, openLogos, pageFoot } from '../report-head.ts'
import { a4, collected } from '../report-paper.ts'
import type { Paper } from '../report-pen.ts'
import { inks, penFor } from '../report-pen.ts'
import { textWidth, wrapped } from '../report-text.ts'
import { drawCover } from './cover.ts'
import type { DrawnSection, FunderReportData } from './model.ts'
import type { Piece } from './pieces.ts'
import { sectionPieces, titlePiece } from './pieces.ts'
import { settingOfTable } from './table-pieces.ts'
import { Told } from './tagged.ts'

const margin = 50
const top = 66
const upright: Page = { width: a4.short, height: a4.long, margin }
const onItsSide: Page = { width: a4.long, height: a4.short, margin }
/** In points: a section does not begin under this. */
const leastLeft = 230

interface Sheet {
  readonly page: Page
  readonly pieces: Piece[]
  /** The sections that begin here. */
  readonly begins: { readonly title: string; readonly at: number }[]
  left: number
}

/**
 * The report on A4: its cover, its contents, its sections, each wide table on a page on its side; tagged, with bookmarks,
 * charts as vectors. `images` by SHA-256. The same data give the same bytes.
 */
export async function funderReportPdf(data: FunderReportData, images: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const doc = opened(data)
  const bytes = collected(doc)
  const logos = await openLogos(doc, data.logos.flatMap((hash) => images.get(hash) ?? []))
  const told = new Told(doc, penFor(doc))
  const [cover] = data.sections.filter((section) => section.kind === 'cover')
  const sections = data.sections.filter((section) => section.kind !== 'cover')
  const sheets = placed(sections, data)
  const contents = contentsPages(sheets, data, cover === undefined ? 0 : 1)
  const all = (cover === undefined ? 0 : 1) + contents.length + sheets.length
  let number = 0
  const open = (page: Page): void => {
    number += 1
    doc.addPage({ size: [page.width, page.height], margin: 0 })
    if (data.watermark !== null) drawWatermark(told, data.watermark, page)
  }
  if (cover !== undefined) {
    open(upright)
    drawCover(told, { data, section: cover, logos, page: upright })
  }
  for (const pieces of contents) {
    open(upright)
    drawSheet(told, data, { page: upright, pieces, begins: [] }, { n: number, of: all })
  }
  for (const sheet of sheets) {
    open(sheet.page)
    for (const { title } of sheet.begins) doc.outline.addItem(title)
    drawSheet(told, data, sheet, { n: number, of: all })
  }
  told.end()
  doc.end()
  return bytes
}

function opened(data: FunderReportData): Paper {
  const madeAt = new Date(data.madeAt)
  return new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    font: '',
    lang: data.language === 'es' ? 'es-PE' : 'en',
    displayTitle: true,
    pdfVersion: '1.7',
    tagged: true,
    info: { Title: data.title, Author: data.entityName, Creator: 'Constancia', Producer: 'Constancia', CreationDate: madeAt, ModDate: madeAt },
  })
}

/** Everything is placed before anything is drawn, so that the contents know their pages. */
function placed(sections: readonly DrawnSection[], data: FunderReportData): readonly Sheet[] {
  const sheets: Sheet[] = []
  const begin = (page: Page): Sheet => {
    const sheet: Sheet = { page, pieces: [], begins: [], left: page.height - top - margin - pageFoot }
    sheets.push(sheet)
    return sheet
  }
  for (const section of sections) {
    const page = pageOf(section, data)
    const last = sheets.at(-1)
    let sheet = last === undefined || last.page !== page || last.left < leastLeft ? begin(page) : last
    let isFirst = true
    const makeRoom = (height: number, head: Piece | undefined): void => {
      if (height <= sheet.left || sheet.pieces.length === 0) return
      sheet = begin(page)
      if (head !== undefined) add(sheet, head)
    }
    for (const group of groupsOf(sectionPieces(section, page, data.language))) {
      if (group.every((piece) => piece.isAir !== true)) makeRoom(group.reduce((sum, piece) => sum + piece.height, 0), group[0]?.head)
      for (const piece of group) {
        if (piece.isAir === true && piece.height > sheet.left) continue
        // Taller than a page together: they part where the page ends.
        makeRoom(piece.height, piece.head)
        if (isFirst) sheet.begins.push({ title: section.title, at: sheet.pieces.length })
        isFirst = false
        add(sheet, piece)
      }
    }
  }
  return sheets
}

function add(sheet: Sheet, piece: Piece): void {
  sheet.pieces.push(piece)
  sheet.left -= piece.height
}

function groupsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const all: Piece[][] = []
  let isOpen = false
  for (const piece of pieces) {
    if (isOpen) all.at(-1)?.push(piece)
    else all.push([piece])
    isOpen = piece.staysWithNext
  }
  return all
}

/** On its side where one of its tables needs it. */
function pageOf(section: DrawnSection, { language }: FunderReportData): Page {
  const room = { portrait: upright.width - 2 * margin, landscape: onItsSide.width - 2 * margin }
  const isWide = section.blocks.some((block) => block.kind === 'table' && block.rows.length > 0 && settingOfTable(block, language, room).orientation === 'landscape')
  return isWide ? onItsSide : upright
}

const lineHeight = 22
const linesAPage = 30

function contentsPages(sheets: readonly Sheet[], data: FunderReportData, before: number): Piece[][] {
  const entries = sheets.flatMap((sheet, at) => sheet.begins.map(({ title }) => ({ title, sheet: at })))
  if (entries.length === 0) return []
  const pages = Math.ceil(entries.length / linesAPage)
  return Array.from({ length: pages }, (_, page) => [
    titlePiece(data.words.contents, upright),
    ...entries.slice(page * linesAPage, (page + 1) * linesAPage).map(({ title, sheet }): Piece => ({
      height: lineHeight,
      staysWithNext: false,
      draw: (told, y) => drawEntry(told, { title, page: before + pages + sheet + 1, y }),
    })),
  ])
}

function drawEntry(told: Told, { title, page, y }: { readonly title: string; readonly page: number; readonly y: number }): void {
  const right = upright.width - margin
  const number = String(page)
  const [line = ''] = wrapped(title, 'sans', 10.5, right - margin - 50)
  const from = margin + textWidth(line, 'sans', 10.5) + 8
  const to = right - textWidth(number, 'sansSemiBold', 10.5) - 8
  told.ornament(() => {
    told.doc.save().moveTo(from, y + 12).lineTo(to, y + 12).lineWidth(0.5).dash(1, { space: 3 }).strokeColor(inks.hairline).stroke().restore()
  })
  told.say('P', () => {
    told.pen.write({ text: line, x: margin, baseline: y + 12, size: 10.5 })
    told.pen.write({ text: number, x: right, baseline: y + 12, size: 10.5, face: 'sansSemiBold', align: 'right' })
  })
}

function drawSheet(told: Told, data: FunderReportData, sheet: Pick<Sheet, 'page' | 'pieces' | 'begins'>, number: { readonly n: number; readonly of: number }): void {
  const { page } = sheet
  told.ornament(() => {
    const [title = ''] = wrapped(data.title, 'sansSemiBold', 8, (page.width - 2 * margin) * 0.6)
    const [entity = ''] = wrapped(data.entityName, 'sans', 8, (page.width - 2 * margin) * 0.36)
    told.pen.write({ text: title, x: margin, baseline: 40, size: 8, face: 'sansSemiBold', color: inks.quiet })
    told.pen.write({ text: entity, x: page.width - margin, baseline: 40, size: 8, color: inks.quiet, align: 'right' })
    told.pen.rule(margin, page.width - margin, 48, 0.4, inks.hairline)
    drawFoot(told.pen, page, { left: data.foot, right: data.words.page.replace('{n}', String(number.n)).replace('{of}', String(number.of)) })
  })
  let y = top
  for (const piece of sheet.pieces) {
    piece.draw(told, y)
    y += piece.height
  }
}

/** From corner to corner, under everything else. */
function drawWatermark(told: Told, words: string, page: Page): void {
  const size = Math.min(96, (Math.hypot(page.width, page.height) * 60) / textWidth(words, 'sansBold', 100))
  registerFaces(told.doc, ['sansBold'])
  told.ornament(() => {
    const { doc } = told
    doc.save()
    doc.rotate((-Math.atan2(page.height, page.width) * 180) / Math.PI, { origin: [page.width / 2, page.height / 2] })
    doc.font('sansBold').fontSize(size).fillColor('#efe9dd')
    doc.text(words, (page.width - textWidth(words, 'sansBold', size)) / 2, page.height / 2 + size * 0.35, { lineBreak: false, baseline: 'alphabetic' })
    doc.restore()
  })
}
