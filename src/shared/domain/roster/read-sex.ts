import { cleanText } from '../names.ts'
import type { MMeaning } from '../sex.ts'
import { guessMMeaning, readSex } from '../sex.ts'
import type { RosterCell } from './cells.ts'
import { cellText, folded, isBlank } from './cells.ts'
import type { RowCells, RowNotes } from './row-notes.ts'
import { cellOf } from './row-notes.ts'

/** What a lone M means in a column: its other cells tell, then its label ("Sexo (H/M)"); null when nothing does. */
export function columnMMeaning(label: string, cells: readonly RosterCell[]): MMeaning | null {
  const meaning = guessMMeaning(cells.map(cellText))
  if (meaning !== null) return meaning
  const words = folded(label)
  if (/\bh m\b|\bm h\b/.test(words)) return 'mujer'
  return /\bf m\b|\bm f\b/.test(words) ? 'masculino' : null
}

/** F or M as the database keeps it. */
export function readRowSex(notes: RowNotes, cells: RowCells, mMeans: MMeaning | null): 'F' | 'M' | null {
  const cell = cellOf(cells, 'sex')
  if (isBlank(cell)) return null
  const before = cleanText(cellText(cell))
  const { sex, problem } = readSex(before, { mMeans })
  if (problem === 'ambiguous') notes.note('sex-unknown', 'sex', before, '', 'ambiguous-m')
  if (problem === 'unknown') notes.note('sex-unknown', 'sex', before, '')
  if (sex !== null && before !== sex) notes.note('sex-spelling', 'sex', before, sex)
  return sex
}
