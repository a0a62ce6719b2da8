import SVGtoPDF from 'svg-to-pdfkit'
import type { Bars } from '../../shared/domain/charts/model.ts'
import { groupedNumber } from '../../shared/domain/numbers.ts'
import { say } from '../../shared/messages/messages.ts'
import { chartSvg, paperChart, paperChartHeight } from './chart.ts'
import { registerFaces } from './fonts.ts'
import { percent } from './report-format.ts'
import type { Breakdown, ReportData } from './report-model.ts'
import { figuresOf, sharesOf, totalsOf } from './report-model.ts'
import type { Paper, Pen } from './report-pen.ts'
import { inks } from './report-pen.ts'
import { wrapped } from './report-text.ts'

/** A breakdown, or a part of a long one, as it will stand on a page: its table at the left, its chart beside it. */
export type Block = {
  readonly title: string
  readonly lines: readonly BlockLine[]
  readonly chart: Bars
  /** In points, with the space under it. */
  readonly height: number
}

type BlockLine = { readonly label: readonly string[]; readonly figures: readonly string[]; readonly look: 'head' | 'row' | 'total' }

const size = 8.5
const leading = 11
const pad = 2.8
const figureWidth = 66
const shareWidth = 46
const titleHeight = 22
const after = 20
/** Of the width: the table's part, and the chart's. */
const tablePart = 0.5
const chartPart = 0.46

/** The blocks of every breakdown; one too tall for `room` points is continued in further blocks. */
export function blocksOf(data: ReportData, width: number, room: number): readonly Block[] {
  return data.totals.flatMap((breakdown) => parts(breakdown, data, width, room))
}

/** Draws a block with its upper left corner there. */
export function drawBlock(doc: Paper, pen: Pen, block: Block, left: number, top: number, width: number): void {
  const right = left + width * tablePart
  pen.write({ text: block.title, x: left, baseline: top + 12, size: 10.5, face: 'sansSemiBold' })
  let y = top + titleHeight
  for (const line of block.lines) {
    y = drawLine(pen, line, left, right, y)
  }
  const head = lineHeight(block.lines[0])
  const chartWidth = width * chartPart
  const height = Math.max(paperChartHeight(block.chart, chartWidth), rowsHeight(block))
  const place = { width: chartWidth, height }
  const svg = chartSvg(paperChart(block.chart, place), place)
  registerFaces(doc, ['sans'])
  SVGtoPDF(doc, svg, left + width - chartWidth, top + titleHeight + head, {
    assumePt: true,
    width: chartWidth,
    height,
    fontCallback: () => 'sans',
  })
}

function parts(breakdown: Breakdown, data: ReportData, width: number, room: number): readonly Block[] {
  const all = linesOf(breakdown, data, width)
  const [head, ...rows] = all.slice(0, -1)
  const total = all.at(-1)
  if (!head || !total) return []
  const bars = barsOf(breakdown)
  const tallest = Math.max(leading + 2 * pad, ...rows.map(lineHeight), paperChartHeight({ kind: 'bars', bars }, width * chartPart) / Math.max(1, bars.length))
  const most = Math.max(1, Math.floor((room - titleHeight - after - lineHeight(head) - lineHeight(total)) / tallest))
  const full = Math.max(1, ...bars.map((bar) => bar.value))
  const count = Math.max(1, Math.ceil(rows.length / most))
  return Array.from({ length: count }, (_, i) => {
    const lines = [head, ...rows.slice(i * most, (i + 1) * most), ...(i === count - 1 ? [total] : [])]
    const chart: Bars = { kind: 'bars', bars: bars.slice(i * most, (i + 1) * most), full }
    const title = count > 1 ? `${breakdown.title} (${i + 1}/${count})` : breakdown.title
    return { title, lines, chart, height: blockHeight(lines, chart, width) }
  })
}

function blockHeight(lines: readonly BlockLine[], chart: Bars, width: number): number {
  const table = lines.reduce((total, line) => total + lineHeight(line), 0)
  return titleHeight + Math.max(table, lineHeight(lines[0]) + paperChartHeight(chart, width * chartPart)) + after
}

function linesOf(breakdown: Breakdown, data: ReportData, width: number): readonly BlockLine[] {
  const [label, ...figures] = breakdown.columns
  const shares = sharesOf(breakdown)
  const room = width * tablePart - figures.length * figureWidth - shareWidth
  const line = (text: string, numbers: readonly string[], look: BlockLine['look']): BlockLine => ({
    label: wrapped(text, look === 'row' ? 'sans' : 'sansSemiBold', size, room),
    figures: numbers,
    look,
  })
  const whole = breakdown.rows.length === 0 ? 0 : 1
  return [
    line(label, [...figures, say(data.language, 'reports.share')], 'head'),
    ...breakdown.rows.map((row, i) => line(row[0], [...figuresOf(row).map((n) => groupedNumber(n, 0)), percent(shares[i] ?? 0)], 'row')),
    line(say(data.language, 'reports.total'), [...totalsOf(breakdown).map((n) => groupedNumber(n, 0)), percent(whole)], 'total'),
  ]
}

function barsOf(breakdown: Breakdown): Bars['bars'] {
  const shares = sharesOf(breakdown)
  return breakdown.rows.map((row, i) => {
    const value = figuresOf(row)[0] ?? 0
    return { label: row[0], value, words: `${groupedNumber(value, 0)} · ${percent(shares[i] ?? 0)}` }
  })
}

function drawLine(pen: Pen, line: BlockLine, left: number, right: number, y: number): number {
  const bottom = y + lineHeight(line)
  const face = line.look === 'row' ? 'sans' : 'sansSemiBold'
  const first = y + pad + size * 0.95
  if (line.look !== 'row') pen.rule(left, right, y, 0.7, inks.ink)
  line.label.forEach((text, i) => pen.write({ text, x: left, baseline: first + i * leading, size, face }))
  line.figures.forEach((text, i) => {
    const behind = line.figures.length - 1 - i
    const x = right - (behind === 0 ? 0 : shareWidth + (behind - 1) * figureWidth)
    pen.write({ text, x, baseline: first, size, face, align: 'right' })
  })
  pen.rule(left, right, bottom, line.look === 'row' ? 0.35 : 0.7, line.look === 'row' ? inks.hairline : inks.ink)
  return bottom
}

function lineHeight(line: BlockLine | undefined): number {
  return (line?.label.length ?? 1) * leading + 2 * pad
}

function rowsHeight(block: Block): number {
  return block.lines.filter((line) => line.look === 'row').reduce((total, line) => total + lineHeight(line), 0)
}
