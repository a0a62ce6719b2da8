import {
  AlignmentType, BorderStyle, Document, Footer, Header, HeadingLevel, ImageRun, LineRuleType, PageNumber, PageOrientation, Packer, Paragraph, SectionType, ShadingType, Table, TableCell, TableOfContents, TableRow, TextRun, VerticalAlign, WidthType,
} from 'docx'
import type { IRunOptions, ISectionOptions } from 'docx'
import { ChartRun } from 'docx/charts'
import { unzipSync, zipSync } from 'fflate'
import type { ChartData } from '../../../shared/domain/charts/model.ts'
import { readImageFacts } from '../image-facts.ts'
import { valueText } from '../report-format.ts'
import type { Column, Row } from '../report-model.ts'
import { isNumber } from '../report-model.ts'
import { a4 } from '../report-paper.ts'
import type { Block, DrawnSection, FunderReportData, TableBlock } from './model.ts'
import { settingOfTable } from './table-pieces.ts'

type Child = Paragraph | Table | TableOfContents

const ink = '1B2433'
const quiet = '5B6270'
const seal = '9B2D2A'
const ground = 'F4F0E7'
const hairline = 'C9C2B4'
/** In twentieths of a point, as Word counts. */
const twips = (points: number): number => Math.round(points * 20)
const margin = 50

/**
 * The report as a Word text to go on writing: headings as styles, real tables whose heads are repeated, charts of Word's
 * own, which show the same figures as the paper's; the map, which Word has not, stays its table. `images` by SHA-256.
 * The same data give the same bytes.
 */
export async function funderReportDocx(data: FunderReportData, images: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const sections = data.sections.filter((section) => section.kind !== 'cover')
  const cover = data.sections.find((section) => section.kind === 'cover')
  const document = new Document({
    title: data.title,
    creator: data.entityName,
    lastModifiedBy: data.entityName,
    description: data.subtitle ?? '',
    features: { updateFields: false },
    styles: stylesOf(data),
    sections: [coverOf(data, cover, images), ...sections.map((section) => sectionOf(data, section))],
  })
  return settled(await Packer.toBuffer(document), data.madeAt)
}

function stylesOf(data: FunderReportData): ConstructorParameters<typeof Document>[0]['styles'] & object {
  const heading = (size: number, color: string, before: number): object => ({ run: { font: 'Noto Serif', size: size * 2, bold: true, color }, paragraph: { spacing: { before: twips(before), after: twips(6) }, keepNext: true } })
  return {
    default: {
      document: { run: { font: 'Noto Sans', size: 20, color: ink, language: { value: data.language === 'es' ? 'es-PE' : 'en-US' } }, paragraph: { spacing: { after: twips(6), line: 288, lineRule: LineRuleType.AUTO } } },
      title: heading(28, ink, 150),
      heading1: heading(18, ink, 18),
      heading2: { run: { font: 'Noto Sans', size: 23, bold: true, color: ink }, paragraph: { spacing: { before: twips(12), after: twips(4) }, keepNext: true } },
    },
  }
}

function pageOf(isWide: boolean): NonNullable<ISectionOptions['properties']> {
  const edge = twips(margin)
  return {
    type: SectionType.NEXT_PAGE,
    page: { size: { width: twips(a4.short), height: twips(a4.long), orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin: { top: edge, bottom: edge, left: edge, right: edge } },
  }
}

function coverOf(data: FunderReportData, section: DrawnSection | undefined, images: ReadonlyMap<string, Uint8Array>): ISectionOptions {
  const logos = data.logos.flatMap((hash) => {
    const bytes = images.get(hash)
    const facts = bytes === undefined ? null : readImageFacts(bytes)
    if (bytes === undefined || facts === null || facts === undefined) return []
    const scale = Math.min(64 / facts.height, 170 / facts.width)
    return [new ImageRun({ type: facts.type, data: bytes, transformation: { width: facts.width * scale, height: facts.height * scale } }), new TextRun({ text: '     ' })]
  })
  const words = section === undefined ? [] : section.blocks.flatMap((block) => (block.kind === 'text' ? block.text.split('\n').map((text) => plain(text)) : []))
  const children: Child[] = [
    new Paragraph({ children: logos }),
    new Paragraph({ text: data.title, heading: HeadingLevel.TITLE }),
    ...(data.subtitle === null ? [] : [new Paragraph({ children: [run(data.subtitle, { size: 28, color: quiet })] })]),
    ...(data.watermark === null ? [] : [new Paragraph({ children: [run(data.watermark, { size: 40, bold: true, color: seal })] })]),
    ...words,
    plain(''),
    factsTable(data),
    ...(data.yearName === null ? [] : [plain(''), new Paragraph({ alignment: AlignmentType.CENTER, children: [run(`“${data.yearName}”`, { italics: true, size: 17, color: quiet })] })]),
    new Paragraph({ pageBreakBefore: true, children: [run(data.words.contents, { size: 36, bold: true, font: 'Noto Serif' })] }),
    new TableOfContents(data.words.contents, { hyperlink: true, headingStyleRange: '1-1', cachedEntries: data.sections.filter(({ kind }) => kind !== 'cover').map(({ title }) => ({ title, level: 1 })) }),
  ]
  return { properties: { ...pageOf(false), titlePage: true }, ...headAndFoot(data), children }
}

function sectionOf(data: FunderReportData, section: DrawnSection): ISectionOptions {
  const room = { portrait: a4.short - 2 * margin, landscape: a4.long - 2 * margin }
  const isWide = section.blocks.some((block) => block.kind === 'table' && block.rows.length > 0 && settingOfTable(block, data.language, room).orientation === 'landscape')
  const width = isWide ? room.landscape : room.portrait
  const children = [new Paragraph({ text: section.title, heading: HeadingLevel.HEADING_1 }), ...section.blocks.flatMap((block) => childrenOf(block, data, width))]
  return { properties: pageOf(isWide), ...headAndFoot(data), children }
}

function headAndFoot(data: FunderReportData): Pick<ISectionOptions, 'headers' | 'footers'> {
  const [before = '', between = '', after = ''] = data.words.page.split(/\{n\}|\{of\}/)
  const words = data.watermark === null ? data.title : `${data.watermark} · ${data.title}`
  return {
    headers: { default: new Header({ children: [new Paragraph({ children: [run(words, { size: 16, color: quiet })] })] }) },
    footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [run(`${data.foot}    `, { size: 15, color: quiet }), new TextRun({ size: 15, color: quiet, children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] })] })] }) },
  }
}

function childrenOf(block: Block, data: FunderReportData, width: number): Child[] {
  if (block.kind === 'table') return [...(block.title === null ? [] : [new Paragraph({ text: block.title, heading: HeadingLevel.HEADING_2 })]), tableOf(block, data, width), plain('')]
  if (block.kind === 'heading') return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2 })]
  if (block.kind === 'note') return [new Paragraph({ children: [run(block.text, { size: 17, color: quiet })] })]
  if (block.kind === 'figures') return [figuresTable(block.figures, width), plain('')]
  if (block.kind === 'chart') {
    const chart = wordChart(block.chart, block.alt)
    return [new Paragraph({ keepNext: true, children: [run(block.title, { bold: true })] }), ...(chart === null ? [] : [new Paragraph({ keepNext: true, children: [chart] })])]
  }
  return block.text.split('\n').map((text) => plain(text))
}

/** The same figures as a chart of Word's own; null for the map. */
function wordChart(chart: ChartData, alt: string): ChartRun | null {
  const altText = { name: alt.slice(0, 60), description: alt }
  const labels = { dataLabels: { value: true } } as const
  const look = { legend: false, altText, chartArea: { border: 'none' } } as const
  if (chart.kind === 'bars') {
    const bars = chart.bars.toReversed()
    return new ChartRun({ type: 'bar', ...look, ...labels, gapWidth: 60, transformation: { width: 600, height: Math.max(120, 40 + bars.length * 26) }, valueAxis: { visible: false, gridlines: false }, categories: bars.map(({ label }) => label), series: [{ name: ' ', values: bars.map(({ value }) => value), fill: '4A5568' }] } as never)
  }
  if (chart.kind === 'progress') {
    const rows = chart.rows.toReversed()
    return new ChartRun({ type: 'bar', ...look, ...labels, gapWidth: 60, transformation: { width: 600, height: Math.max(120, 40 + rows.length * 26) }, valueAxis: { visible: false, gridlines: false }, categories: rows.map(({ label }) => label), series: [{ name: '%', values: rows.map(({ percent }) => (percent === null ? null : Math.round(percent * 10) / 10)), fill: '4A5568' }] } as never)
  }
  if (chart.kind === 'map') return null
  return new ChartRun({ type: chart.kind === 'columns' ? 'column' : 'line', altText, chartArea: { border: 'none' }, ...labels, categories: chart.categories, series: chart.series.map(({ name, values }, at) => ({ name, values, fill: ['B9B2A2', '4A5568', '9B2D2A', '1B2433'][at % 4] })) } as never)
}

function factsTable({ facts }: FunderReportData): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: onlyLines,
    rows: facts.map(({ label, value }) => new TableRow({ children: [new TableCell({ width: { size: 28, type: WidthType.PERCENTAGE }, children: [small(label, { color: quiet })] }), new TableCell({ width: { size: 72, type: WidthType.PERCENTAGE }, children: [small(value, { size: 20 })] })] })),
  })
}

function figuresTable(figures: Extract<Block, { kind: 'figures' }>['figures'], width: number): Table {
  const rows: TableRow[] = []
  for (let at = 0; at < figures.length; at += 3) {
    const three = [0, 1, 2].map((place) => figures[at + place])
    rows.push(
      new TableRow({
        cantSplit: true,
        children: three.map((figure) => new TableCell({ margins: { top: 80, bottom: 80, left: 120, right: 120 }, children: figure === undefined ? [plain('')] : [new Paragraph({ spacing: { after: 0 }, children: [run(figure.value, { size: 40, bold: true, font: 'Noto Serif' })] }), small(figure.label), ...(figure.detail === null ? [] : [small(figure.detail, { color: quiet, size: 15 })])] })),
      }),
    )
  }
  return new Table({ width: { size: twips(width), type: WidthType.DXA }, columnWidths: [1, 2, 3].map(() => twips(width / 3)), rows })
}

const line = { style: BorderStyle.SINGLE, size: 4, color: hairline } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const onlyLines = { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none } as const

function tableOf(block: TableBlock, data: FunderReportData, width: number): Table {
  const setting = settingOfTable(block, data.language, { portrait: width, landscape: width })
  const size = Math.round(setting.size * 2)
  const headings = new Set(block.headingRows)
  const row = (values: Row, look: { readonly bold?: boolean; readonly fill?: string }): TableRow =>
    new TableRow({
      cantSplit: true,
      children: block.columns.map((column, at) => cellOf(valueText(values[at] ?? null, column.kind, data.language), column, { width: setting.widths[at] ?? 0, size, ...look })),
    })
  const span = (text: string): TableRow => new TableRow({ cantSplit: true, children: [new TableCell({ columnSpan: block.columns.length, children: [new Paragraph({ spacing: { before: 60, after: 20 }, keepNext: true, children: [run(text, { size, bold: true, color: seal })] })] })] })
  return new Table({
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: setting.widths.map(twips),
    borders: onlyLines,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: block.columns.map((column, at) => cellOf(column.label, column, { width: setting.widths[at] ?? 0, size, bold: true, fill: ground })) }),
      ...block.rows.map((values, at) => (headings.has(at) ? span(String(values[0] ?? '')) : row(values, {}))),
      ...(block.total === null ? [] : [row(block.total, { bold: true })]),
    ],
  })
}

function cellOf(text: string, column: Column, look: { readonly width: number; readonly size: number; readonly bold?: boolean; readonly fill?: string }): TableCell {
  return new TableCell({
    width: { size: twips(look.width), type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 70, right: 70 },
    verticalAlign: VerticalAlign.TOP,
    ...(look.fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill: look.fill, color: 'auto' } }),
    children: text.split('\n').map((one) => new Paragraph({ spacing: { after: 0, line: 252 }, alignment: isNumber(column.kind) ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [run(one, { size: look.size, bold: look.bold === true })] })),
  })
}

const run = (text: string, look: IRunOptions): TextRun => new TextRun({ ...look, text })
const plain = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] })
const small = (text: string, look: IRunOptions = {}): Paragraph => new Paragraph({ spacing: { after: 0 }, children: [run(text, { size: 18, ...look })] })

/**
 * Archives keep the moment they were made, and the library gives names and numbers by chance and by turn: put to the
 * report's own moment and counted from one, the same report is the same bytes.
 */
function settled(bytes: Uint8Array, madeAt: string): Uint8Array {
  const mtime = new Date(2000, 0, 1)
  const moment = madeAt.replace(/\.\d+Z$/, 'Z')
  const names = new Map<string, string>()
  let drawings = 0
  const files = Object.entries(unzipSync(bytes)).map(([name, content]): [string, Uint8Array] => {
    if (name.endsWith('.xlsx')) return [name, settled(content, madeAt)]
    if (!/\.(xml|rels)$/.test(name)) return [name, content]
    const text = new TextDecoder()
      .decode(content)
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`)
      .replace(/rId[a-z0-9_-]{15,}/g, (id) => names.get(id) ?? (names.set(id, `rIdOf${names.size + 1}`).get(id) ?? id))
      .replace(/(<wp:docPr id=")\d+/g, (_, before: string) => `${before}${(drawings += 1)}`)
    return [name, new TextEncoder().encode(text)]
  })
  return zipSync(Object.fromEntries(files), { mtime, level: 6 })
}
