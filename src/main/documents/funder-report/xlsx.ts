import type { Style } from 'exceljs'
import { columnLetters } from '../../../shared/domain/column-letters.ts'
import type { Column, Row } from '../report-model.ts'
import { isNumber } from '../report-model.ts'
import type { Book, Sheet } from '../sheet-book.ts'
import { framedSheet, heightOf, linesOf, sheetName, styles, workbookPieces } from '../sheet-book.ts'
import { cellStyle, firstRows, typedCell, widthOf } from '../sheet-xlsx.ts'
import type { AnnexList, DrawnSection, FunderReportData, TableBlock } from './model.ts'

/** Rows written between two looks at what waits. */
const turn = 100
const widest = 70
/** What a text over the whole width may take, in characters. */
const textWidest = 110

/** What all sheets need to know. */
interface Writing {
  readonly book: Book
  readonly data: FunderReportData
  readonly goOn: (sheet: Sheet) => Promise<void>
  readonly taken: string[]
}

/**
 * The report as an Excel workbook, in pieces: a sheet a section, its numbers as numbers, then a sheet for each list behind
 * the figures. Memory does not grow with the lists. Throws what `lists` throw.
 */
export function funderReportBook(data: FunderReportData, lists: Iterable<AnnexList> | AsyncIterable<AnnexList>): AsyncGenerator<Uint8Array> {
  return workbookPieces({ title: data.title, author: data.entityName, day: data.generatedOn }, async (book, goOn) => {
    const writing: Writing = { book, data, goOn, taken: [] }
    for (const section of data.sections) await writeSection(writing, section)
    for await (const list of lists) await writeList(writing, list)
  })
}

async function writeSection(writing: Writing, section: DrawnSection): Promise<void> {
  const tables = section.blocks.filter((block): block is TableBlock => block.kind === 'table')
  const before = linesBefore(writing.data, section)
  const first = section.blocks.findIndex((block) => block.kind === 'table')
  const isFrozen = tables.length === 1 && section.blocks.slice(0, first).every((block) => block.kind === 'chart' || block.kind === 'heading')
  const titled = tables[0]?.title === null || tables[0] === undefined ? 0 : 1
  const sheet = opened(writing, section.title, isFrozen ? before.length + titled + 1 : 1)
  sheet.columns = widthsOf(tables, writing.data).map((width) => ({ width }))
  for (const line of before) put(sheet, [line.text], [line.style], line.height)
  for (const block of section.blocks) {
    const isUnderChart = section.blocks[section.blocks.indexOf(block) - 1]?.kind === 'chart'
    if (block.kind === 'table') await writeTable(writing, sheet, block, !isFrozen && !isUnderChart)
    else if (block.kind === 'figures') for (const { label, value, detail } of block.figures) put(sheet, [label, numberOf(value), detail], [styles.plain, { ...styles.heading, alignment: { horizontal: 'right' } }, styles.quiet])
    else if (isFrozen) continue
    // The picture stays on the paper; its title stands over the table of the same figures.
    else if (block.kind === 'chart') titleOfChart(sheet, block.title)
    else for (const line of block.text.split('\n')) put(sheet, [line], [block.kind === 'heading' ? styles.heading : block.kind === 'note' ? styles.quiet : styles.plain])
  }
  if (isFrozen) for (const block of section.blocks) if (block.kind === 'text' || block.kind === 'note') put(sheet, [block.text], [styles.quiet])
  sheet.commit()
  await writing.goOn(sheet)
}

function titleOfChart(sheet: Sheet, title: string): void {
  put(sheet, [], [])
  put(sheet, [title], [styles.heading], 20)
}

function linesBefore(data: FunderReportData, section: DrawnSection): { text: string; style: Partial<Style>; height?: number }[] {
  if (section.kind !== 'cover') return [{ text: section.title, style: styles.title, height: 24 }]
  const draft = data.watermark === null ? [] : [{ text: data.watermark, style: styles.title }]
  const about = [data.subtitle, data.entityName, data.unit, data.yearName === null ? null : `“${data.yearName}”`].flatMap((text) => (text === null || text === '' ? [] : [{ text, style: styles.plain }]))
  return [{ text: data.title, style: styles.title, height: 26 }, ...draft, ...about, ...data.facts.map(({ label, value }) => ({ text: `${label}: ${value}`, style: styles.plain }))]
}

async function writeTable(writing: Writing, sheet: Sheet, block: TableBlock, apart: boolean): Promise<void> {
  if (apart) put(sheet, [], [])
  if (block.title !== null) put(sheet, [block.title], [styles.heading], 20)
  putHead(sheet, block.columns)
  const headings = new Set(block.headingRows)
  const looks = block.columns.map(({ kind }) => cellStyle(kind))
  const widths = widthsOf([block], writing.data)
  for (const [at, row] of block.rows.entries()) {
    if (headings.has(at)) put(sheet, [row[0] ?? null], [styles.heading])
    else put(sheet, typed(row, block.columns), looksOf(row, block.columns, looks), tall(row, block.columns, widths))
    if (at % turn === turn - 1) await writing.goOn(sheet)
  }
  if (block.total !== null) put(sheet, typed(block.total, block.columns), looksOf(block.total, block.columns, block.columns.map(({ kind }) => ({ ...cellStyle(kind), ...styles.total }))))
}

async function writeList(writing: Writing, list: AnnexList): Promise<void> {
  const { head, rest } = await firstRows(list.rows)
  const sheet = opened(writing, `${list.number} ${list.title}`, 2)
  const widths = list.columns.map((column, at) => Math.min(48, widthOf(column, head.map((row) => row[at] ?? null), writing.data)))
  sheet.columns = widths.map((width) => ({ width }))
  put(sheet, [`${list.number}. ${list.title}`], [styles.title], 24)
  putHead(sheet, list.columns)
  const looks = list.columns.map(({ kind }) => cellStyle(kind))
  let count = 0
  const one = async (row: Row): Promise<void> => {
    put(sheet, typed(row, list.columns), looks)
    count += 1
    if (count % turn === 0) await writing.goOn(sheet)
  }
  for (const row of head) await one(row)
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) await one(next.value)
  sheet.autoFilter = `A2:${columnLetters(list.columns.length)}${Math.max(3, count + 2)}`
  sheet.commit()
  await writing.goOn(sheet)
}

function opened({ book, data, taken }: Writing, wanted: string, headerRow: number): Sheet {
  let name = sheetName(wanted)
  for (let n = 2; taken.includes(name.toLowerCase()); n += 1) name = `${sheetName(wanted).slice(0, 27)} ${n}`
  taken.push(name.toLowerCase())
  return framedSheet(book, { name, headerRow, columnsThatStay: 0, orientation: 'landscape', footer: { left: `${data.entityName} · ${data.title}`.slice(0, 160), right: data.words.page.replace('{n}', '&P').replace('{of}', '&N') } })
}

type Cell = ReturnType<typeof typedCell>

function put(sheet: Sheet, cells: readonly Cell[], looks: readonly Partial<Style>[], height?: number): void {
  const row = sheet.addRow([...cells])
  looks.forEach((look, at) => (row.getCell(at + 1).style = look))
  if (height !== undefined) row.height = height
  row.commit()
}

function putHead(sheet: Sheet, columns: readonly Column[]): void {
  put(sheet, columns.map(({ label }) => label), columns.map(({ kind }) => ({ ...styles.tableHead, alignment: { ...styles.tableHead.alignment, horizontal: isNumber(kind) ? ('right' as const) : ('left' as const) } })), 32)
}

/** A whole figure without the point that its column's format would leave. */
function looksOf(row: Row, columns: readonly Column[], looks: readonly Partial<Style>[]): readonly Partial<Style>[] {
  return looks.map((look, at) => (columns[at]?.kind === 'figure' && Number.isInteger(row[at]) ? { ...look, numFmt: '#,##0' } : look))
}

const typed = (row: Row, columns: readonly Column[]): Cell[] => columns.map(({ kind }, at) => typedCell(row[at] ?? null, kind))

function tall(row: Row, columns: readonly Column[], widths: readonly number[]): number | undefined {
  const lines = Math.max(1, ...columns.map(({ kind }, at) => (kind === 'text' && typeof row[at] === 'string' ? linesOf(row[at], (widths[at] ?? 10) - 1) : 1)))
  return lines > 1 ? heightOf(lines) : undefined
}

/** Of all tables of a sheet: each column as wide as its widest needs. */
function widthsOf(tables: readonly TableBlock[], data: FunderReportData): number[] {
  const widths: number[] = tables.length === 0 ? [textWidest] : [30]
  for (const table of tables) {
    const rows = table.rows.filter((_, at) => !table.headingRows.includes(at))
    table.columns.forEach((column, at) => (widths[at] = Math.min(widest, Math.max(widths[at] ?? 0, widthOf(column, rows.map((row) => row[at] ?? null), data)))))
  }
  return widths
}

/** A figure of the summary as a number where it is nothing else. */
function numberOf(value: string): string | number {
  return /^[\d,]+(\.\d+)?$/.test(value) ? Number(value.replaceAll(',', '')) : value
}
