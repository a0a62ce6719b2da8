import { cleanText } from '../names.ts'
import type { RosterCell } from './cells.ts'
import { cellText, isBlank } from './cells.ts'
import type { DecisionBook } from './decisions.ts'
import type { RosterField } from './fields.ts'
import type { Cause, Detail, Finding, RowPlace } from './findings.ts'
import { takesEffect } from './findings.ts'

/** What is noticed while one row is read. */
export interface RowNotes {
  readonly place: RowPlace
  readonly findings: readonly Finding[]
  /** Notes it, and tells whether `after` stands: it is safe, or a yes was given. */
  note(cause: Cause, field: RosterField, before: string, after: string, detail?: Detail): boolean
}

export function rowNotes(place: RowPlace, decisions: DecisionBook): RowNotes {
  const findings: Finding[] = []
  return {
    place,
    findings,
    note: (cause, field, before, after, detail) => {
      const accepted = decisions.accepts(cause, place)
      findings.push({ cause, field, before, after, accepted, ...(detail === undefined ? {} : { detail }) })
      return takesEffect(cause, accepted)
    },
  }
}

/** The cells of one row by the field of their column; a value typed in the review stands instead of the cell. */
export type RowCells = ReadonlyMap<RosterField, RosterCell>

export function cellOf(cells: RowCells, field: RosterField): RosterCell {
  return cells.get(field) ?? null
}

/** A cell as text that can be kept: Unicode NFC, single spaces. Null when there is none or when it does not fit `max` characters. */
export function textOf(notes: RowNotes, cells: RowCells, field: RosterField, max: number): string | null {
  const cell = cellOf(cells, field)
  if (isBlank(cell)) return null
  const raw = cellText(cell)
  const clean = cleanText(raw)
  if (clean === '' || /^[-–—.]+$/.test(clean)) return null
  tidied(notes, field, raw, clean)
  if (clean.length <= max) return clean
  notes.note('value-long', field, clean, '')
  return null
}

/** Says what the cleaning changed. */
export function tidied(notes: RowNotes, field: RosterField, raw: string, clean: string): void {
  if (raw === clean) return
  const composed = raw.normalize('NFC')
  if (composed !== raw) notes.note('letters-composed', field, raw, clean)
  if (composed !== clean) notes.note('text-tidied', field, shown(raw), clean)
}

/** Odd spaces made visible, so that before and after do not look the same. */
function shown(raw: string): string {
  return raw.replace(/[\u00a0\u2000-\u200b\u202f\u3000\ufeff\t\n\r]/gu, '␣').replace(/^ +| +$| {2,}/g, (spaces) => '␣'.repeat(spaces.length))
}
