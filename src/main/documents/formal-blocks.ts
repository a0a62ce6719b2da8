import type { FormalDocument } from './formal-model.ts'
import type { Page } from './report-head.ts'
import type { Pen } from './report-pen.ts'
import { inks } from './report-pen.ts'
import type { Table } from './report-table.ts'
import { drawTableRow, paged, setRow, settingOf, tableIn } from './report-table.ts'
import { wrapped } from './report-text.ts'

/** A stretch of the paper that stands on one page. Heights in points. */
export interface Block {
  readonly height: number
  /** Rows stand under the table's head, which is repeated on each page that they reach. */
  readonly isRow: boolean
  /** Never the last of its page. */
  readonly staysWithNext: boolean
  readonly draw: (pen: Pen, y: number) => void
}

const body = 9
const leading = 12.5
/** Rows that go along with the signatures when these begin a page; without signatures one is enough. */
const rowsKept = { signed: 3, unsigned: 1 }
/** In points: where the hand signs and the seal stands, and the line under it. */
const signingRoom = 54
const lineWidth = 140

export function tableOf({ columns, rows, language }: FormalDocument, page: Page): Table {
  const room = page.width - 2 * page.margin
  // The paper always stands upright: both rooms are the same.
  return tableIn(settingOf(columns, rows, language, { portrait: room, landscape: room }), columns)
}

/** What stands between the facts and the table. */
export function openingBlocks({ notice, rules }: FormalDocument, page: Page): Block[] {
  const blocks: Block[] = []
  if (notice !== null) blocks.push(noticeBlock(notice, page))
  if (rules !== null && rules.lines.length > 0) {
    blocks.push({ ...textBlock(rules.heading, page, { face: 'sansSemiBold', size: 8.5 }), staysWithNext: true })
    for (const line of rules.lines) blocks.push(textBlock(line, page, { size: 8.5, bullet: true }))
  }
  if (blocks.length > 0) blocks.push(gap(8))
  return blocks
}

/** The rows of the table; the last ones stay with what follows. `room` is the height of a page under the table's head. */
export function rowBlocks(document: FormalDocument, table: Table, page: Page, room: number): Block[] {
  const quiet = new Set(document.quietRows)
  const { setting, columns } = table
  const last = document.rows.length - (document.signers.length > 0 ? rowsKept.signed : rowsKept.unsigned)
  return document.rows.flatMap((row, index) =>
    // A row taller than a page goes on over the next.
    paged([setRow(row, columns, setting, document.language)], room, room, setting.size)
      .flat()
      .map((set) => ({
        height: set.height,
        isRow: true,
        staysWithNext: index >= last,
        draw: (pen: Pen, y: number) => drawTableRow(pen, table, set, page, { top: y, color: quiet.has(index) ? inks.quiet : inks.ink }),
      })),
  )
}

/** Totals, paragraphs and signatures: all of it stays with the last rows where a page holds it. */
export function closingBlocks(document: FormalDocument, page: Page): Block[] {
  const { rows, nothing, totals, paragraphs, signers } = document
  const blocks: Block[] = []
  if (rows.length === 0) blocks.push(textBlock(nothing, page, { size: body }))
  if (totals.length > 0) blocks.push(totalsBlock(totals, page))
  for (const { heading, text } of paragraphs) {
    if (heading !== null) blocks.push(textBlock(heading, page, { face: 'sansSemiBold', size: 8.5, above: 6 }))
    for (const part of text.split('\n').filter((each) => each.trim() !== '')) blocks.push(textBlock(part, page, { size: body, above: heading === null ? 8 : 0 }))
  }
  const across = signers.length === 4 ? 2 : 3
  for (let at = 0; at < signers.length; at += across) blocks.push(signersBlock(signers.slice(at, at + across), page))
  return blocks.map((block, at) => ({ ...block, staysWithNext: at < blocks.length - 1 }))
}

interface TextLook {
  readonly size: number
  readonly face?: 'sans' | 'sansSemiBold'
  readonly bullet?: boolean
  /** Room above, in points. */
  readonly above?: number
}

function textBlock(text: string, page: Page, { size, face = 'sans', bullet = false, above = 0 }: TextLook): Block {
  const indent = bullet ? 10 : 0
  const step = (size * leading) / body
  const lines = wrapped(text, face, size, page.width - 2 * page.margin - indent)
  return {
    height: above + lines.length * step + 1,
    isRow: false,
    staysWithNext: false,
    draw: (pen, y) => {
      if (bullet) pen.write({ text: '·', x: page.margin + 2, baseline: y + above + size, size, color: inks.seal, face: 'sansBold' })
      lines.forEach((line, at) => pen.write({ text: line, x: page.margin + indent, baseline: y + above + size + at * step, size, face }))
    },
  }
}

/** Set apart by a bar in the colour of the seal. */
function noticeBlock(text: string, page: Page): Block {
  const lines = wrapped(text, 'sansSemiBold', body, page.width - 2 * page.margin - 12)
  const tall = lines.length * leading
  return {
    height: tall + 10,
    isRow: false,
    staysWithNext: true,
    draw: (pen, y) => {
      lines.forEach((line, at) => {
        const baseline = y + body + at * leading
        pen.write({ text: line, x: page.margin + 12, baseline, size: body, face: 'sansSemiBold' })
      })
      pen.rule(page.margin, page.margin + 3, y + tall / 2, tall, inks.seal)
    },
  }
}

/** The figures side by side, each above its word; in further lines where they do not fit. */
function totalsBlock(totals: FormalDocument['totals'], page: Page): Block {
  const room = page.width - 2 * page.margin
  const across = Math.min(totals.length, 6)
  const width = room / across
  const labels = totals.map(({ label }) => wrapped(label, 'sans', 7.5, width - 8))
  const lines = Math.ceil(totals.length / across)
  const tall = 16 + Math.max(1, ...labels.map((label) => label.length)) * 9.5 + 6
  return {
    height: 12 + lines * tall,
    isRow: false,
    staysWithNext: false,
    draw: (pen, y) => {
      totals.forEach(({ value }, at) => {
        const x = page.margin + (at % across) * width
        const top = y + 12 + Math.floor(at / across) * tall
        pen.write({ text: value, x, baseline: top + 13, size: 13, face: 'sansSemiBold' })
        labels[at]?.forEach((text, line) => pen.write({ text, x, baseline: top + 24 + line * 9.5, size: 7.5, color: inks.quiet }))
      })
    },
  }
}

function signersBlock(signers: FormalDocument['signers'], page: Page): Block {
  const width = (page.width - 2 * page.margin) / signers.length
  const set = signers.map(({ name, post }) => ({ name: wrapped(name, 'sansSemiBold', 8.5, Math.min(width, lineWidth + 30) - 8), post: wrapped(post, 'sans', 8, Math.min(width, lineWidth + 30) - 8) }))
  const words = Math.max(...set.map((one) => one.name.length * 11.5 + one.post.length * 10.5))
  return {
    height: signingRoom + 6 + words + 6,
    isRow: false,
    staysWithNext: false,
    draw: (pen, y) => {
      set.forEach(({ name, post }, at) => {
        const x = page.margin + width * (at + 0.5)
        const line = y + signingRoom
        pen.rule(x - lineWidth / 2, x + lineWidth / 2, line, 0.7, inks.ink)
        name.forEach((text, i) => pen.write({ text, x, baseline: line + 12 + i * 11.5, size: 8.5, face: 'sansSemiBold', align: 'center' }))
        post.forEach((text, i) => pen.write({ text, x, baseline: line + 12 + name.length * 11.5 + i * 10.5, size: 8, color: inks.quiet, align: 'center' }))
      })
    },
  }
}

function gap(height: number): Block {
  return { height, isRow: false, staysWithNext: true, draw: () => {} }
}
