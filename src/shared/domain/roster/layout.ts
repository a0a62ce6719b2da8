import type { RosterCell, RosterRow, RosterSheet } from './cells.ts'
import { cellLine, cellsFilled, cellText, folded, isBlank } from './cells.ts'
import type { RosterField } from './fields.ts'
import { labelMatch } from './fields.ts'

/** Why a row of the sheet is not one of the list. */
export type LeftRowKind = 'blank' | 'title' | 'total' | 'header-again' | 'footnote' | 'section' | 'signature'

export interface LeftRow {
  /** Index in `sheet.rows`. */
  readonly index: number
  readonly kind: LeftRowKind
}

export interface ListRow {
  readonly index: number
  /** The heading inside the list that this row stands under ("SEDE CUSCO"), if any. */
  readonly section: string | null
}

export interface Layout {
  /** Indexes in `sheet.rows` of the one or two rows of labels; none when the list starts at once. */
  readonly headerRows: readonly number[]
  /** One label a column; '' where there is none. */
  readonly labels: readonly string[]
  readonly list: readonly ListRow[]
  readonly left: readonly LeftRow[]
  /** What the sheet itself says it holds ("TOTAL: 54 PARTICIPANTES"). */
  readonly statedTotal: number | null
}

const SEARCHED_ROWS = 40
const TOTAL = /^(sub ?)?total(es)?\b|^total general|^suma( total)?\b|^nro de participantes|^numero de participantes|^(grand )?total\b/
const FOOTNOTE = /^(elaborado|fuente|nota|leyenda|firma|v b|vo bo|responsable|preparado|revisado|aprobado|source|prepared by|notes?\b|hecho en|pagina \d|fecha de (corte|emision|impresion))/
/** A line to sign on: the list is over. */
const SIGNATURE = /^[\s._\-–—]{6,}$/u
const SECTION = /^(sede|grupo|aula|turno|seccion|ciudad|site|group)\s+\S/
const DATA_LIKE = /@|^\D{0,5}\d[\d.\s-]{4,}\w?$|^\d{1,4}[/-]\d{1,2}[/-]\d{1,4}/

/**
 * Finds the list inside a sheet: the row of labels among the titles above it, the rows of the list, and what is not one of them
 * (blank rows, totals and notes below, the labels again after a page break).
 * Null when the sheet has nothing that looks like a list.
 */
export function findLayout(sheet: RosterSheet): Layout | null {
  const header = headerRowsOf(sheet.rows)
  const width = Math.max(0, ...sheet.rows.map((row) => row.length))
  if (width === 0) return null
  const labels = labelsOf(sheet.rows, header, width)
  const written = labels.map(folded).filter((label) => label !== '')
  const left: LeftRow[] = []
  const list: ListRow[] = []
  let section: string | null = null
  let totalSeen = false
  let statedTotal: number | null = null
  const first = header.length === 0 ? 0 : Math.max(...header) + 1
  for (const [index, row] of sheet.rows.entries()) {
    if (header.includes(index)) continue
    const kind = index < first ? 'title' : leftKind(row, { written, labels, totalSeen, width })
    if (cellsFilled(row) === 0) left.push({ index, kind: 'blank' })
    else if (kind === null) list.push({ index, section })
    else left.push({ index, kind })
    if (kind === 'signature') totalSeen = true
    if (kind === 'section') section = onlyText(row)
    if (kind === 'total') {
      totalSeen = totalSeen || !isPartial(row)
      if (!isPartial(row)) statedTotal = numberIn(row) ?? statedTotal
    }
  }
  return { headerRows: header, labels, list, left, statedTotal }
}

/** What the rows before one say of the list. */
interface SeenSoFar {
  /** Folded labels of the columns that have one. */
  readonly written: readonly string[]
  readonly labels: readonly string[]
  /** A total or a line for a signature came already. */
  readonly totalSeen: boolean
  readonly width: number
}

function leftKind(row: RosterRow, { written, labels, totalSeen, width }: SeenSoFar): LeftRowKind | null {
  const filled = cellsFilled(row)
  if (filled === 0) return 'blank'
  const texts = row.filter((cell) => !isBlank(cell))
  const start = folded(cellText(texts[0]))
  if (filled > 1 && filled === written.length && start === written[0] && texts.every((cell, at) => folded(cellText(cell)) === written[at])) return 'header-again'
  // A row that fills most columns is somebody: only sparse ones can be something else, and folding every cell costs.
  const sparse = filled <= Math.max(1, Math.floor(width / 3))
  if (filled <= 4 && isTotal(texts, sparse)) return 'total'
  if (sparse && texts.some((cell) => typeof cell === 'string' && SIGNATURE.test(cell.trim()))) return 'signature'
  if (sparse && FOOTNOTE.test(start)) return 'footnote'
  if (filled === 1 && width > 2 && SECTION.test(start) && !DATA_LIKE.test(start)) return 'section'
  // Words alone, where the others have their number: a heading inside the list.
  if (filled === 1 && width > 3 && isHeading(row, labels)) return 'title'
  // Below the total only what still looks like a person is a row of the list.
  if (totalSeen && sparse && !row.some((cell) => typeof cell === 'string' && cell.includes(',')) && !row.some(looksLikeData)) return 'footnote'
  return null
}

/** "Sub total": the count of a page or a block, not of the list. */
function isPartial(row: RosterRow): boolean {
  return row.some((cell) => /^sub ?total/.test(folded(cellText(cell))))
}

/** "TOTAL", alone or beside the counts that it tells. */
function isTotal(texts: readonly RosterCell[], sparse: boolean): boolean {
  const words = texts.map((cell) => folded(cellText(cell)))
  return words.some((word) => TOTAL.test(word)) && (sparse || words.every((word) => TOTAL.test(word) || /^\d{1,5}$/.test(word)))
}

function isHeading(row: RosterRow, labels: readonly string[]): boolean {
  const column = row.findIndex((cell) => !isBlank(cell))
  return labelMatch(labels[column] ?? '')?.field === 'rowNumber' && /\p{L}{3}/u.test(cellText(row[column]))
}

/** The rows of labels: the one that scores best, with the one above or below it when together they name more columns. */
function headerRowsOf(rows: readonly RosterRow[]): number[] {
  let best = -1
  let bestScore = 0
  for (let index = 0; index < Math.min(rows.length, SEARCHED_ROWS); index += 1) {
    const score = headerScore(rows, index)
    if (score > bestScore) {
      best = index
      bestScore = score
    }
  }
  if (best === -1) return []
  for (const other of [best - 1, best + 1]) {
    const row = rows[other]
    if (row === undefined) continue
    if (completes(rows[best] ?? [], row, other > best) || (other > best && isUnderJoined(rows[best] ?? [], row))) return [Math.min(best, other), Math.max(best, other)]
  }
  return [best]
}

/** How much a row looks like labels; 0 when it cannot be. */
function headerScore(rows: readonly RosterRow[], index: number): number {
  const row = rows[index] ?? []
  const cells = row.filter((cell) => !isBlank(cell))
  if (cells.length === 0 || cells.some(looksLikeData) || cells.some((cell) => typeof cell !== 'string')) return 0
  const matches = cells.map((cell) => labelMatch(cellText(cell)))
  const known = matches.reduce((sum, match) => sum + (match?.strength ?? 0), 0)
  if (known === 0) return 0
  const kinds = new Set(matches.flatMap((match) => (match === null ? [] : [match.field]))).size
  const below = rows.slice(index + 1).filter((next) => cellsFilled(next) > 0).slice(0, 5)
  // A title is alone on its row ("RELACIÓN DE PARTICIPANTES - SEDE LIMA"): it names one field at most, and what follows is wider.
  const widest = Math.max(0, ...below.map(cellsFilled))
  if (cells.length === 1 && widest > 1) return 0
  const longest = Math.max(...cells.map((cell) => cellText(cell).length))
  const dataBelow = below.filter((next) => next.some((cell) => looksLikeData(cell) || (typeof cell === 'number'))).length
  return known + kinds + cells.length / Math.max(1, widest) + dataBelow / 5 - (longest > 60 ? 1 : 0)
}

/** Whether `other` is a second row of labels, filling columns that `header` leaves without one. */
function completes(header: RosterRow, other: RosterRow, isBelow: boolean): boolean {
  const cells = other.filter((cell) => !isBlank(cell))
  if (cells.length === 0 || cells.some((cell) => typeof cell !== 'string' || looksLikeData(cell))) return false
  let fills = 0
  for (const [column, cell] of other.entries()) {
    if (isBlank(cell) || labelMatch(cellText(cell)) === null) continue
    if (isBlank(header[column])) fills += 1
  }
  // A row below that repeats every column is the first person of the list, not labels: at least as many must be new ("APELLIDOS" over "PATERNO" and "MATERNO").
  const overlap = other.filter((cell, column) => !isBlank(cell) && !isBlank(header[column])).length
  return fills > 0 && (isBelow ? overlap <= fills && cells.every((cell) => labelMatch(cellText(cell)) !== null) : cells.length > 1 || fills > 0)
}

/** What tells who a row is about. */
const IDENTITY: ReadonlySet<RosterField> = new Set<RosterField>(['fullName', 'givenNames', 'surnames', 'firstSurname', 'secondSurname', 'documentNumber', 'email'])

/** Whether the row says what lies under joined labels ("ASISTENCIA" over S1, S2, S3 or over days) and nobody's name or document: no person is without both. */
function isUnderJoined(header: RosterRow, below: RosterRow): boolean {
  const filled = [...below.entries()].filter(([, cell]) => !isBlank(cell))
  const isLabel = (cell: RosterCell): boolean => typeof cell === 'string' || (typeof cell === 'number' ? Number.isInteger(cell) && cell > 0 && cell <= 60 : cell !== null && typeof cell === 'object')
  if (filled.length < 2 || !filled.every(([, cell]) => isLabel(cell)) || !filled.some(([column]) => isBlank(header[column]))) return false
  const identifying = [...header.entries()].filter(([, cell]) => !isBlank(cell) && IDENTITY.has(labelMatch(cellText(cell))?.field ?? 'sensitive'))
  const first = filled[0]?.[0] ?? 0
  // Each stands under a label or right of one: what lies left of all labels is under none.
  return identifying.length > 0 && identifying.every(([column]) => isBlank(below[column])) && header.slice(0, first + 1).some((cell) => !isBlank(cell))
}

function labelsOf(rows: readonly RosterRow[], header: readonly number[], width: number): string[] {
  const [top, bottom] = header.map((index) => rows[index] ?? [])
  const labels: string[] = []
  let carried = ''
  for (let column = 0; column < width; column += 1) {
    const above = cellLine(top?.[column])
    const below = cellLine(bottom?.[column])
    if (above !== '') carried = above
    if (bottom === undefined) labels.push(above)
    else if (below === '') labels.push(above)
    else labels.push(labelMatch(below) === null ? `${carried} ${below}`.trim() : below)
  }
  return labels
}

function looksLikeData(cell: RosterCell): boolean {
  if (typeof cell === 'string') return DATA_LIKE.test(cell.trim())
  return cell !== null && typeof cell === 'object'
}

function onlyText(row: RosterRow): string {
  return cellLine(row.find((cell) => !isBlank(cell)))
}

function numberIn(row: RosterRow): number | null {
  for (const cell of row) {
    if (typeof cell === 'number') return cell
    const digits = typeof cell === 'string' ? /\d+/.exec(cell) : null
    if (digits !== null) return Number(digits[0])
  }
  return null
}
