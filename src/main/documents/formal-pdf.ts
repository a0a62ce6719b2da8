import { registerFaces } from './fonts.ts'
import type { Block } from './formal-blocks.ts'
import { closingBlocks, openingBlocks, rowBlocks, tableOf } from './formal-blocks.ts'
import type { FormalDocument } from './formal-model.ts'
import { formalTitle } from './formal-model.ts'
import type { FirstHead, Page } from './report-head.ts'
import { composeHead, drawFoot, drawRunningHead, openLogos, pageFoot, runningHead } from './report-head.ts'
import type { ReportData } from './report-model.ts'
import { a4, collected, openPaper } from './report-paper.ts'
import type { Paper, Pen } from './report-pen.ts'
import { penFor } from './report-pen.ts'
import type { Table } from './report-table.ts'
import { drawTableHead } from './report-table.ts'
import { textWidth } from './report-text.ts'

/** A4 upright, in points. */
const page: Page = { width: a4.short, height: a4.long, margin: 40 }
const bottom = page.height - page.margin - pageFoot
const watermarkInk = '#ece6db'

/**
 * Papers in one file on A4, each from a page of its own and numbered by itself: every text whole, the head of the table on
 * each page, the signatures together with what is signed. Papers that share their list of logos hold them once. The same
 * data give the same bytes.
 */
export async function formalPdfs(documents: readonly FormalDocument[], title: string): Promise<Uint8Array> {
  const [first] = documents
  if (first === undefined) throw new Error('There is no paper to draw')
  const doc = openPaper({ language: first.language, title, author: first.header.entityName, madeAt: new Date(first.madeAt) })
  const bytes = collected(doc)
  const opened = new Map<FormalDocument['header']['logos'], Awaited<ReturnType<typeof openLogos>>>()
  for (const document of documents) {
    const { logos } = document.header
    const images = opened.get(logos) ?? (await openLogos(doc, logos))
    opened.set(logos, images)
    drawPages(doc, document, composeHead(asReport(document), page, images), tableOf(document, page))
  }
  doc.end()
  return bytes
}

/** Everything is placed before anything is drawn, so that the first page already knows how many there are. */
function drawPages(doc: Paper, document: FormalDocument, head: FirstHead, table: Table): void {
  const pen = penFor(doc)
  const room = bottom - runningHead - table.head.height
  const blocks = [...openingBlocks(document, page), ...rowBlocks(document, table, page, room), ...closingBlocks(document, page)]
  const pages = placed(blocks, head.height, table.head.height)
  pages.forEach((each, index) => {
    doc.addPage()
    if (document.watermark !== null) drawWatermark(doc, document.watermark)
    if (index === 0) head.draw(doc, pen)
    else drawRunningHead({ ...asReport(document), title: formalTitle(document) }, page, pen)
    drawBlocks(pen, each, index === 0 ? head.height : runningHead, table)
    const number = document.page.replace('{n}', String(index + 1)).replace('{of}', String(pages.length))
    drawFoot(pen, page, { left: document.foot, right: number })
  })
}

function drawBlocks(pen: Pen, blocks: readonly Block[], top: number, table: Table): void {
  let y = top
  blocks.forEach((block, at) => {
    if (block.isRow && blocks[at - 1]?.isRow !== true) {
      drawTableHead(pen, table, page, y)
      y += table.head.height
    }
    block.draw(pen, y)
    y += block.height
  })
}

/** The blocks of each page. What stays together goes to the next page together; where no page holds it, its end does. */
export function placed(blocks: readonly Block[], first: number, tableHead: number): readonly (readonly Block[])[] {
  const pages: Block[][] = [[]]
  let y = first
  const room = bottom - runningHead
  for (const together of groups(blocks).flatMap((group) => fitting(group, room, tableHead))) {
    const current = pages.at(-1) ?? []
    if (current.length > 0 && y + heightOf(together, current.at(-1)?.isRow === true, tableHead) > bottom) {
      pages.push([])
      y = runningHead
    }
    y += heightOf(together, pages.at(-1)?.at(-1)?.isRow === true, tableHead)
    pages.at(-1)?.push(...together)
  }
  return pages
}

/** A group that a page holds as it is; of a taller one each block by itself, but as many of the last as a third of a page holds. */
function fitting(group: readonly Block[], room: number, tableHead: number): readonly (readonly Block[])[] {
  if (heightOf(group, false, tableHead) <= room) return [group]
  let from = group.length - 1
  while (from > 0 && heightOf(group.slice(from - 1), false, tableHead) <= room / 3) from -= 1
  return [...group.slice(0, from).map((block) => [block]), group.slice(from)]
}

function heightOf(blocks: readonly Block[], isContinued: boolean, tableHead: number): number {
  let height = 0
  let inTable = isContinued
  for (const block of blocks) {
    if (block.isRow && !inTable) height += tableHead
    inTable = block.isRow
    height += block.height
  }
  return height
}

function groups(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const all: Block[][] = []
  let open = false
  for (const block of blocks) {
    if (open) all.at(-1)?.push(block)
    else all.push([block])
    open = block.staysWithNext
  }
  return all
}

/** From corner to corner, under everything else: words stay readable over it, and a photocopy keeps it. */
function drawWatermark(doc: Paper, words: string): void {
  const wide = Math.hypot(page.width, page.height) * 0.72
  const size = Math.min(72, (wide / textWidth(words, 'sansBold', 100)) * 100)
  const width = textWidth(words, 'sansBold', size)
  registerFaces(doc, ['sansBold'])
  doc.save()
  doc.rotate(-54, { origin: [page.width / 2, page.height / 2] })
  doc.font('sansBold').fontSize(size).fillColor(watermarkInk)
  doc.text(words, (page.width - width) / 2, page.height / 2 + size * 0.35, { lineBreak: false, baseline: 'alphabetic' })
  doc.restore()
}

/** In the shape that the heads of reports are drawn from. */
function asReport({ language, title, subtitle, header, facts }: FormalDocument): ReportData {
  return { language, title, ...(subtitle === null ? {} : { subtitle }), header, facts, columns: [], rows: [], totals: [] }
}
