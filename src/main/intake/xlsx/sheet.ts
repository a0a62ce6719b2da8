import { columnLetters } from '../../../shared/domain/column-letters.ts'
import { clockOfSerial, momentOfSerial } from '../../../shared/domain/excel-serial.ts'
import { failure } from '../failures.ts'
import { NoteBook } from '../notes.ts'
import { textOrNull, trimmed, type Cell, type Limits, type Sheet } from '../table.ts'
import type { GuardedZip } from '../zip.ts'
import type { BookSheet } from './book.ts'
import { dateOfIso, type NumberLook } from './dates.ts'
import { ItemText, unescaped } from './strings.ts'
import { isTrue, readXml, type Attributes } from './xml.ts'

export interface SheetRequest {
  readonly zip: GuardedZip
  readonly file: string
  readonly limits: Limits
  readonly sheet: BookSheet
  readonly strings: readonly string[]
  readonly looks: readonly NumberLook[]
  readonly date1904: boolean
  /** Cells that the whole book may still have. */
  readonly budget: { cells: number }
}

/** One sheet of the book: its values at their own rows and columns. Cells and rows without `r` follow the one before. */
export async function readSheet(request: SheetRequest): Promise<Sheet> {
  const reader = new SheetReader(request)
  await readXml(request.zip, request.sheet.part, request.file, reader)
  return reader.result()
}

class SheetReader {
  private readonly request: SheetRequest
  private readonly rows: Cell[][] = []
  private readonly notes = new NoteBook()
  private readonly inline = new ItemText()
  private firstRow = 0
  private row = 0
  private column = 0
  private cells: Cell[] = []
  private type = ''
  private style = ''
  private value = ''
  private formula: string | null = null
  private into: 'none' | 'value' | 'formula' | 'inline' = 'none'
  private hiddenFrom = 0
  private inData = false

  constructor(request: SheetRequest) {
    this.request = request
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (this.into === 'inline') return this.inline.open(name)
    if (!this.inData) return this.openOutside(name, attributes)
    switch (name) {
      case 'c':
        return this.openCell(attributes)
      case 'v':
        this.into = 'value'
        return
      case 'f':
        this.into = 'formula'
        this.formula = ''
        return
      case 'is':
        this.into = 'inline'
        return
      case 'row':
        return this.openRow(attributes)
    }
  }

  readonly text = (text: string): void => {
    if (this.into === 'value') this.value += text
    else if (this.into === 'formula') this.formula += text
    else if (this.into === 'inline') this.inline.text(text)
  }

  readonly close = (name: string): void => {
    if (name === 'sheetData') this.inData = false
    if (!this.inData) return
    if (name === 'c') return this.closeCell()
    if (name === 'v' || name === 'f') this.into = 'none'
    else if (name === 'row') this.closeRow()
    else if (this.into === 'inline') {
      if (name === 'is') {
        this.value = this.inline.take()
        this.into = 'none'
      } else this.inline.close(name)
    }
  }

  result(): Sheet {
    this.closeHidden()
    const { name, hidden } = this.request.sheet
    return { name, firstRow: Math.max(1, this.firstRow), rows: this.rows, hidden, notes: this.notes.all() }
  }

  /** Anchors of buttons have a `row` and a `col` of their own, so the same names mean nothing outside the data. */
  private openOutside(name: string, attributes: Attributes): void {
    if (name === 'sheetData') this.inData = true
    else if (name === 'col') this.noteHiddenColumns(attributes)
    else if (name === 'mergeCell') this.noteMerged(attributes['ref'] ?? '')
  }

  private openRow(attributes: Attributes): void {
    const said = attributes['r']
    const row = said === undefined ? this.row + 1 : Number(said)
    // Excel calls rows that go back, or a row 0, a damaged book too.
    if (!Number.isInteger(row) || row <= this.row) throw this.damaged()
    if (isTrue(attributes['hidden'])) {
      if (this.hiddenFrom === 0 || row !== this.row + 1) {
        this.closeHidden()
        this.hiddenFrom = row
      }
    } else this.closeHidden()
    this.row = row
    this.column = 0
    this.cells = []
  }

  private closeRow(): void {
    const cells = trimmed(this.cells)
    this.cells = []
    if (cells.length === 0) return
    if (this.firstRow === 0) this.firstRow = this.row
    const place = this.row - this.firstRow
    if (place >= this.request.limits.rows) throw this.tooManyRows()
    while (this.rows.length < place) this.rows.push([])
    this.rows.push(cells)
  }

  private openCell(attributes: Attributes): void {
    const said = attributes['r']
    this.column = said === undefined ? this.column + 1 : columnOf(said)
    if (this.column === 0) throw this.damaged()
    this.type = attributes['t'] ?? 'n'
    this.style = attributes['s'] ?? ''
    this.value = ''
    this.formula = null
  }

  private closeCell(): void {
    const { limits, budget, file, sheet } = this.request
    const cell = this.cellValue()
    if (this.formula !== null) this.noteFormula(cell)
    if (cell === null) return
    if (this.column > limits.columns) {
      const at = `${columnLetters(this.column)}${this.row}`
      throw failure('too-many-columns', { file, sheet: sheet.name, cell: at, limit: limits.columns })
    }
    budget.cells -= 1
    if (budget.cells < 0) throw failure('too-many-cells', { file, sheet: sheet.name, limit: limits.cells })
    this.cells[this.column - 1] = cell
  }

  private cellValue(): Cell {
    const { value } = this
    switch (this.type) {
      case 's':
        return this.sharedString()
      case 'inlineStr':
        return textOrNull(value)
      case 'str':
        return textOrNull(unescaped(value))
      case 'b':
        return value === '' ? null : isTrue(value.trim())
      case 'e':
        this.notes.add('error', this.row, this.column, value.trim())
        return null
      case 'd':
        return dateOfIso(value) ?? textOrNull(value)
      default:
        return this.numberValue()
    }
  }

  private sharedString(): Cell {
    if (this.value === '') return null
    const text = this.request.strings[Number(this.value)]
    // A name that is not there must not become an empty cell.
    if (text === undefined) throw this.damaged()
    return textOrNull(text)
  }

  /** A number as the office sees it: a date, a time, or text where the format pads with zeros (a DNI under `00000000`). */
  private numberValue(): Cell {
    if (this.value === '') return null
    const number = Number(this.value)
    if (!Number.isFinite(number)) return textOrNull(this.value)
    const look = this.request.looks[Number(this.style || 0)]
    if (look === undefined || look.kind === 'number') return number
    if (look.kind === 'date') return momentOfSerial(number, this.request.date1904) ?? number
    if (look.kind === 'time') return clockOfSerial(number) ?? number
    return Number.isSafeInteger(number) && number >= 0 ? String(number).padStart(look.width, '0') : number
  }

  private noteFormula(cell: Cell): void {
    // A formula may well result in an empty text; only one without a saved result is doubtful.
    const known = cell !== null || this.type === 'str' || this.type === 'e'
    this.notes.add(known ? 'formula' : 'formula-no-value', this.row, this.column, `=${this.formula}`)
  }

  private noteMerged(range: string): void {
    const match = /^([A-Z]+)(\d+):/.exec(range)
    if (match !== null) this.notes.add('merged', Number(match[2]), columnOf(match[1] ?? ''), range)
  }

  private noteHiddenColumns(attributes: Attributes): void {
    const from = Number(attributes['min'])
    // A book with everything hidden to the right of its table hides columns without end: those have nothing in them.
    if (!isTrue(attributes['hidden']) || from > this.request.limits.columns) return
    const to = Math.min(Number(attributes['max']), this.request.limits.columns)
    this.notes.add('hidden-columns', 0, from, `${columnLetters(from)}:${columnLetters(to)}`)
  }

  private closeHidden(): void {
    if (this.hiddenFrom > 0) this.notes.add('hidden-rows', this.hiddenFrom, 0, `${this.hiddenFrom}:${this.row}`)
    this.hiddenFrom = 0
  }

  private damaged() {
    return failure('damaged', { file: this.request.file, part: this.request.sheet.part })
  }

  private tooManyRows() {
    const { file, sheet, limits } = this.request
    return failure('too-many-rows', { file, sheet: sheet.name, row: this.row, limit: limits.rows })
  }
}

/** `AB12` → 28; 0 when it begins with no letter. */
function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length && at < 4; at += 1) {
    const code = reference.charCodeAt(at) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column
}
