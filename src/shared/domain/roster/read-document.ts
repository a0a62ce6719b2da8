import type { ReadDocument, Repair } from '../document-reading.ts'
import { readDocument, readDocumentType } from '../document-reading.ts'
import type { DocumentType } from '../documents.ts'
import { checkDocument, documentTypes, isRuc } from '../documents.ts'
import { cleanText } from '../names.ts'
import type { RosterCell } from './cells.ts'
import { cellText, isBlank } from './cells.ts'
import type { Cause, Detail } from './findings.ts'
import type { RowCells, RowNotes } from './row-notes.ts'
import { cellOf, textOf } from './row-notes.ts'

export interface RowDocument {
  readonly documentType: DocumentType
  readonly documentNumber: string | null
  readonly documentCountry: string | null
}

const NONE: RowDocument = { documentType: '00', documentNumber: null, documentCountry: null }

/** The identity document of a row, each repair told; those that guess wait for a yes. */
export function readRowDocument(notes: RowNotes, cells: RowCells): RowDocument {
  const cell = cellOf(cells, 'documentNumber')
  const country = textOf(notes, cells, 'documentCountry', 40)
  const before = cellText(cell).trim()
  const read = readDocument(asRead(cell), typeHint(notes, cells))
  if (read.absence !== null) {
    notes.note('document-missing', 'documentNumber', before, '', read.absence)
    return NONE
  }
  const ruc = dniInRuc(read)
  if (ruc !== null) return notes.note('document-ruc-person', 'documentNumber', before, ruc) ? { documentType: '01', documentNumber: ruc, documentCountry: null } : NONE
  const isEntity = read.type === '06'
  const hasDigits = read.number !== null && /\d/.test(read.number)
  if (read.number === null || read.problem !== null || isEntity || !hasDigits) {
    notes.note('document-impossible', 'documentNumber', before, '', read.problem ?? (isEntity ? 'bad-ruc' : 'characters'))
    return NONE
  }
  tellRepairs(notes, read.repairs, before, read.number)
  if (read.guessedType && read.type !== '01') notes.note('document-type-guess', 'documentType', before, read.number)
  const check = checkDocument(read.type, read.number)
  if (check.ok && check.warning !== null) notes.note('document-unusual', 'documentNumber', before, read.number, check.warning)
  if (documentTypes[read.type].needsCountry && country === null) notes.note('document-country', 'documentCountry', read.number, '')
  return { documentType: read.type, documentNumber: read.number, documentCountry: documentTypes[read.type].needsCountry ? country : null }
}

function asRead(cell: RosterCell): string | number | null {
  if (typeof cell === 'number') return cell
  return isBlank(cell) ? null : cellText(cell)
}

function typeHint(notes: RowNotes, cells: RowCells): DocumentType | null {
  const cell = cellOf(cells, 'documentType')
  if (isBlank(cell)) return null
  const text = cleanText(cellText(cell))
  const type = readDocumentType(text)
  if (type === null) notes.note('document-type-unknown', 'documentType', text, '')
  return type
}

/** The RUC of a natural person is 10, her DNI, and a check digit. */
function dniInRuc(read: ReadDocument): string | null {
  const { number } = read
  if (number === null && read.problem === null) return null
  const digits = number ?? read.repairs.at(-1)?.after ?? ''
  return /^10\d{9}$/.test(digits) && isRuc(digits) ? digits.slice(2, 10) : null
}

const TIDIED: Readonly<Record<Repair['kind'], Cause>> = {
  spaces: 'document-separators', apostrophe: 'document-separators', 'formula-text': 'document-separators', separators: 'document-separators',
  fraction: 'document-separators', scientific: 'document-separators', prefix: 'document-prefix', 'check-digit': 'document-check-digit',
  'lost-zero': 'document-zero', 'letter-for-digit': 'document-guess',
}

const GUESSED: Partial<Record<Repair['kind'], Detail>> = { 'letter-for-digit': 'letter-for-digit', 'check-digit': 'check-digit', scientific: 'scientific', separators: 'separators' }

/** One finding for each kind of repair, from what the office wrote to what enters. */
function tellRepairs(notes: RowNotes, repairs: readonly Repair[], before: string, after: string): void {
  const told = new Set<Cause>()
  for (const repair of repairs) {
    const cause = !repair.needsConsent ? TIDIED[repair.kind] : repair.kind === 'lost-zero' ? 'document-zero' : 'document-guess'
    if (told.has(cause)) continue
    told.add(cause)
    notes.note(cause, 'documentNumber', before, after, cause === 'document-guess' ? GUESSED[repair.kind] : undefined)
  }
  // Capitals alone are no repair of the reader's, and still a change.
  if (told.size === 0 && before !== after) notes.note('document-separators', 'documentNumber', before, after)
}
