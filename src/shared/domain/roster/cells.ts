/** What a cell of an office's sheet holds, as the intake hands it: never a moment, so that no time zone touches a date. */
export type RosterCell = string | number | boolean | null | RosterDate

export interface RosterDate {
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly time: string | null
}

export type RosterRow = readonly RosterCell[]

export interface RosterSheet {
  readonly name: string
  /** The row of the sheet, from 1, that `rows[0]` is. */
  readonly firstRow: number
  readonly rows: readonly RosterRow[]
  readonly hidden: boolean
}

const NOTHING = /^[\s\u00a0\u200b\ufeff]*$/

export function isBlank(cell: RosterCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && NOTHING.test(cell))
}

/** Quotation marks or "ídem" in place of a value: the same as above. */
export function isDitto(cell: RosterCell | undefined): boolean {
  return typeof cell === 'string' && /^\s*(["“”″'´`]{1,2}|,,|[-–— ]*([ií]dem|do)[-–— .]*)\s*$/iu.test(cell.normalize('NFC'))
}

/** The cell as the office sees it: dates as dd/mm/aaaa, numbers without a decimal tail that they do not have. */
export function cellText(cell: RosterCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'boolean') return cell ? 'VERDADERO' : 'FALSO'
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell.toFixed(0) : String(cell)
  const [year, month, day] = cell.date.split('-')
  return `${day}/${month}/${year}${cell.time === null ? '' : ` ${cell.time}`}`
}

/** The cell as it reads on one line. */
export function cellLine(cell: RosterCell | undefined): string {
  return cellText(cell).replace(/\s+/gu, ' ').trim()
}

/**
 * Letters and digits in lower case without accents, one space between words: how labels and words of a list meet.
 * For names there is `searchKey`; here an apostrophe is a space ("mother's name"), which the patterns of labels count on.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

export function cellsFilled(row: RosterRow): number {
  let filled = 0
  for (const cell of row) if (!isBlank(cell)) filled += 1
  return filled
}
