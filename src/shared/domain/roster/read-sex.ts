import { cleanText } from '../names.ts'
import type { RosterCell } from './cells.ts'
import { cellText, folded, isBlank } from './cells.ts'
import type { RowCells, RowNotes } from './row-notes.ts'
import { cellOf } from './row-notes.ts'

/** How one column writes sex: what its M means depends on what else it holds. */
export interface SexReader {
  readonly letterM: 'F' | 'M' | null
}

const FEMALE = new Set(['f', 'fem', 'femenino', 'femenina', 'mujer', 'muj', 'female', 'woman', 'w', 'dama', 'sra', 'srta', '2'])
const MALE = new Set(['h', 'masc', 'masculino', 'masculina', 'hombre', 'hom', 'varon', 'v', 'male', 'man', 'sr', '1'])

/** H/M is hombre and mujer; F/M is femenino and masculino. The cells tell, then the label ("Sexo (H/M)"); M alone is not told. */
export function sexReader(label: string, cells: readonly RosterCell[]): SexReader {
  const values = new Set(cells.filter((cell) => !isBlank(cell)).map((cell) => folded(cellText(cell))))
  const hasF = values.has('f')
  const hasH = values.has('h') || values.has('v')
  if (hasF !== hasH) return { letterM: hasF ? 'M' : 'F' }
  const words = folded(label)
  if (/\bh m\b|\bm h\b/.test(words)) return { letterM: 'F' }
  if (/\bf m\b|\bm f\b/.test(words)) return { letterM: 'M' }
  // "Mujer" written in full beside M: the M is the other one.
  if (!hasF && ['mujer', 'femenino', 'fem', 'female'].some((word) => values.has(word))) return { letterM: 'M' }
  if (!hasH && ['hombre', 'varon', 'masculino', 'masc', 'male'].some((word) => values.has(word))) return { letterM: 'F' }
  return { letterM: null }
}

/** F or M as the database keeps it. */
export function readSex(notes: RowNotes, cells: RowCells, reader: SexReader): 'F' | 'M' | null {
  const cell = cellOf(cells, 'sex')
  if (isBlank(cell)) return null
  const before = cleanText(cellText(cell))
  const word = folded(before)
  const sex = word === 'm' ? reader.letterM : FEMALE.has(word) ? 'F' : MALE.has(word) ? 'M' : null
  if (sex === null) {
    if (/^(s ?d|n ?a|no (indica|precisa|declara)|prefiero no decir(lo)?|)$/.test(word)) return null
    if (word === 'm') notes.note('sex-unknown', 'sex', before, '', 'ambiguous-m')
    else notes.note('sex-unknown', 'sex', before, '')
    return null
  }
  if (before !== sex) notes.note('sex-spelling', 'sex', before, sex)
  return sex
}
