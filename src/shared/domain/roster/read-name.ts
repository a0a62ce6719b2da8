import { splitFullName, splitSurnames } from '../name-parts.ts'
import type { NameOrder } from '../name-parts.ts'
import type { PersonName } from '../names.ts'
import { cleanText, nameProblem } from '../names.ts'
import { cellText, isBlank } from './cells.ts'
import type { RosterField } from './fields.ts'
import type { RowCells, RowNotes } from './row-notes.ts'
import { cellOf, tidied } from './row-notes.ts'

const SURNAME_MAX = 40
const GIVEN_MAX = 60

/** The name of a row in its parts, or null when it cannot enter. What the office wrote stands in the findings. */
export function readRowName(notes: RowNotes, cells: RowCells, order: NameOrder): PersonName | null {
  const name = partsOf(notes, cells, order)
  if (name === null) return null
  if (name.firstSurname === '' || name.givenNames === '') {
    notes.note('name-one-word', name.firstSurname === '' ? 'firstSurname' : 'givenNames', writtenName(cells), '')
    return null
  }
  const tooLong = name.firstSurname.length > SURNAME_MAX || (name.secondSurname ?? '').length > SURNAME_MAX || name.givenNames.length > GIVEN_MAX
  if (!tooLong) return name
  notes.note('name-long', 'fullName', writtenName(cells), '')
  return null
}

/** The name as the office wrote it, for telling which row is meant. */
export function writtenName(cells: RowCells): string {
  const parts = (['fullName', 'surnames', 'firstSurname', 'secondSurname', 'givenNames'] as const).map((field) => cleanText(cellText(cellOf(cells, field))))
  return parts.filter((part) => part !== '').join(' ')
}

function partsOf(notes: RowNotes, cells: RowCells, order: NameOrder): PersonName | null {
  const has = (field: RosterField): boolean => !isBlank(cellOf(cells, field))
  const separate = has('surnames') || has('firstSurname') || has('givenNames')
  if (!separate && !has('fullName')) {
    notes.note('name-missing', 'fullName', '', '')
    return null
  }
  if (!separate) return wholeName(notes, cells, order)
  const given = namePart(notes, cells, 'givenNames')
  const second = namePart(notes, cells, 'secondSurname')
  const first = namePart(notes, cells, has('firstSurname') ? 'firstSurname' : 'surnames')
  if (given === null || second === null || first === null) return null
  if (has('firstSurname') || second !== '') return { firstSurname: first, secondSurname: second === '' ? null : second, givenNames: given }
  const { guess, alternatives, ...surnames } = splitSurnames(first)
  if (surnames.secondSurname !== null) notes.note(guess ? 'name-guess' : 'name-split', 'surnames', first, `${surnames.firstSurname} | ${surnames.secondSurname}`)
  return { ...surnames, givenNames: given }
}

function wholeName(notes: RowNotes, cells: RowCells, order: NameOrder): PersonName | null {
  const text = namePart(notes, cells, 'fullName')
  if (text === null) return null
  const { guess, alternatives, ...name } = splitFullName(text, order)
  if (name.givenNames !== '') {
    const after = [[name.firstSurname, name.secondSurname ?? ''].filter((part) => part !== '').join(' | '), name.givenNames].join(', ')
    notes.note(guess ? 'name-guess' : 'name-split', 'fullName', text, after)
  }
  return name
}

/** One cell of a name: '' when blank; null when it cannot be part of a name. */
function namePart(notes: RowNotes, cells: RowCells, field: RosterField): string | null {
  const cell = cellOf(cells, field)
  if (isBlank(cell)) return ''
  const raw = cellText(cell)
  const clean = cleanText(raw)
  // A lone dash says that there is no second surname.
  if (/^[-–—.*]+$/.test(clean)) return ''
  const problem = nameProblem(clean)
  if (problem === 'formula' || problem === 'email') {
    notes.note('name-formula', field, clean, '', problem)
    return null
  }
  const odd = problem ?? (/[()]/.test(clean) ? 'symbols' : null)
  if (odd !== null && !notes.note('name-odd', field, clean, clean, odd)) return clean
  tidied(notes, field, raw, clean)
  const bare = withoutTitles(clean)
  return bare !== clean && bare !== '' && notes.note('name-title', field, clean, bare) ? bare : clean
}

/** What offices write before a name: treatments and degrees. Those that could be part of a name count only with their full stop. */
const TITLES = /(^|,\s*)(?:(?:(?:sra|srta|sr|dra|dr|ing|lic|abog|abg)(?!\p{L})\.?|(?:mgtr|mag|mg|prof|econ|arq|bach|t[eé]c|tco|blg[oa]|obst|psic|enf|cpcc?|c\.\s?p\.\s?c|ph\.?\s?d|m\.?\s?sc)\.)\s*)+(?=\p{L})/giu

/** "Ing. Juan" is Juan, "PÉREZ QUISPE, Dr. Luis" is PÉREZ QUISPE, Luis. */
function withoutTitles(name: string): string {
  return name.replace(TITLES, '$1').trim()
}
