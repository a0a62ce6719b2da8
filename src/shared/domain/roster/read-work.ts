import { isRuc } from '../documents.ts'
import { cleanText } from '../names.ts'
import { readRegime as regimeOf } from '../regimes.ts'
import { readSector as sectorOf } from '../sectors.ts'
import { cellText, isBlank, isDitto } from './cells.ts'
import type { BookedOrganisation, OrganisationBook } from './organisation-book.ts'
import type { PlaceFinder } from './read-place.ts'
import { districtOfUbigeo } from './read-place.ts'
import type { RowCells, RowNotes } from './row-notes.ts'
import { cellOf, textOf } from './row-notes.ts'

export interface OrganisationSeen {
  readonly organisationKey: string | null
  readonly organisationName: string | null
}

const NO_ORGANISATION = /^(-+|s\/?d|n\/?a|no aplica|ninguna?|independiente|particular|sin entidad)$/i

/** What a row calls the organisation that its person comes from: an entity, or for leaders their community. */
export function organisationWriting(cells: RowCells): string {
  if (isDitto(cellOf(cells, 'organisation'))) return ''
  const entity = cleanText(cellText(cellOf(cells, 'organisation')))
  if (entity !== '' && !NO_ORGANISATION.test(entity)) return entity
  return cells.has('organisation') ? '' : cleanText(cellText(cellOf(cells, 'community')))
}

/** The organisation of a row. A blank one may be told by the UBIGEO; another writing meets the one already known. */
export function readOrganisation(notes: RowNotes, cells: RowCells, book: OrganisationBook, places: PlaceFinder): OrganisationSeen {
  const written = organisationWriting(cells)
  const seen = written === '' ? filledOrganisation(notes, cells, book, places) : meantOrganisation(notes, cells, written, book)
  if (seen === null) return { organisationKey: null, organisationName: null }
  book.tell(seen.key, { ruc: readRuc(notes, cells), districtCode: districtOfUbigeo(cells, places)?.code ?? null, federation: federationOf(cells) })
  return { organisationKey: seen.key, organisationName: seen.name }
}

function meantOrganisation(notes: RowNotes, cells: RowCells, written: string, book: OrganisationBook): BookedOrganisation | null {
  if (written.length > 200) {
    notes.note('value-long', 'organisation', written, '')
    return null
  }
  const field = isBlank(cellOf(cells, 'organisation')) ? 'community' : 'organisation'
  const similar = book.similar(written)
  if (similar !== null && notes.note('organisation-similar', field, written, similar.name)) return similar
  const meant = book.of(written)
  if (meant !== null && meant.name !== written) notes.note('organisation-spelling', field, written, meant.name)
  return meant
}

function filledOrganisation(notes: RowNotes, cells: RowCells, book: OrganisationBook, places: PlaceFinder): BookedOrganisation | null {
  if (!cells.has('organisation') || !isBlank(cellOf(cells, 'organisation'))) return null
  const district = districtOfUbigeo(cells, places)
  const name = district === null ? null : book.municipalityOf(district)
  if (name === null) return null
  return notes.note('organisation-filled', 'organisation', '', name) ? book.of(name) : null
}

function readRuc(notes: RowNotes, cells: RowCells): string | null {
  const cell = cellOf(cells, 'ruc')
  if (isBlank(cell)) return null
  const digits = cellText(cell).replace(/\D+/gu, '')
  if (isRuc(digits)) return digits
  notes.note('ruc-bad', 'ruc', cellText(cell).trim(), '')
  return null
}

function federationOf(cells: RowCells): string | null {
  const text = cleanText(cellText(cellOf(cells, 'federation')))
  return text === '' || text.length > 120 || /^-+$/.test(text) ? null : text
}

/** The unit; for leaders, whose lists have none, the federation that the row names. */
export function readUnit(notes: RowNotes, cells: RowCells): string | null {
  return textOf(notes, cells, 'unit', 160) ?? textOf(notes, cells, 'federation', 120)
}

/** Code of Tabla 33 of the Planilla Electrónica, L or N of ours. */
export function readRegime(notes: RowNotes, cells: RowCells): string | null {
  const cell = cellOf(cells, 'regime')
  if (isBlank(cell)) return null
  const before = cleanText(cellText(cell))
  const { regime, unknown } = regimeOf(before)
  if (unknown) notes.note('regime-unknown', 'regime', before, '')
  if (regime !== null && before !== regime) notes.note('regime-spelling', 'regime', before, regime)
  return regime
}

/** The sector that the row states: a code of `domain/sectors.ts`, or the office's own word where it is none of them. */
export function readSector(notes: RowNotes, cells: RowCells): string | null {
  const text = textOf(notes, cells, 'organisationKind', 40)
  if (text === null) return null
  const code = sectorOf(text)
  if (code === null) return text
  if (text !== code) notes.note('kind-spelling', 'organisationKind', text, code)
  return code
}
