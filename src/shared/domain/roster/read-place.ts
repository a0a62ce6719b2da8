import type { District, DistrictIndex } from '../geography.ts'
import { districtLabel } from '../geography.ts'
import { cleanText } from '../names.ts'
import { cellText, isBlank } from './cells.ts'
import type { RosterField } from './fields.ts'
import type { RowCells, RowNotes } from './row-notes.ts'
import { cellOf } from './row-notes.ts'

/** Finds districts for the rows of a file: the same names come again and again. */
export interface PlaceFinder {
  code(raw: string | number): ReturnType<DistrictIndex['readCode']>
  find(district: string, province: string, department: string): ReturnType<DistrictIndex['find']>
}

export function placeFinder(index: DistrictIndex): PlaceFinder {
  const found = new Map<string, ReturnType<DistrictIndex['find']>>()
  return {
    code: (raw) => index.readCode(raw),
    find: (district, province, department) => {
      const key = `${district}|${province}|${department}`
      const known = found.get(key) ?? index.find(district, { province: province === '' ? null : province, department: department === '' ? null : department })
      found.set(key, known)
      return known
    },
  }
}

/** Where the row says it is, as INEI's code: by its UBIGEO, else by the names of its places. */
export function readPlace(notes: RowNotes, cells: RowCells, places: PlaceFinder): string | null {
  const cell = cellOf(cells, 'ubigeo')
  if (!isBlank(cell)) {
    const before = cellText(cell).trim()
    const read = places.code(typeof cell === 'number' ? cell : before)
    if (read.code !== null && read.district !== null) {
      if (!read.lostZero) return read.code
      return notes.note('ubigeo-zero', 'ubigeo', before, `${read.code} · ${districtLabel(read.district)}`) ? read.code : null
    }
    if (read.problem !== null) notes.note('ubigeo-unknown', 'ubigeo', before, '')
  }
  return byNames(notes, cells, places)
}

/** The district of a UBIGEO cell, its lost zero given back: what is known before anything is accepted. */
export function districtOfUbigeo(cells: RowCells, places: PlaceFinder): District | null {
  const cell = cellOf(cells, 'ubigeo')
  return isBlank(cell) ? null : places.code(typeof cell === 'number' ? cell : cellText(cell)).district
}

function byNames(notes: RowNotes, cells: RowCells, places: PlaceFinder): string | null {
  const [district, province, department] = (['district', 'province', 'department'] as const).map((field: RosterField) => cleanText(cellText(cellOf(cells, field))))
  if (district === undefined || province === undefined || department === undefined) return null
  const before = [district, province, department].filter((part) => part !== '').join(', ')
  if (district === '' || /^[-–.]+$/.test(district)) return null
  const { district: found, candidates } = places.find(district, province, department)
  if (found?.code != null) {
    const after = districtLabel(found)
    if (after !== before) notes.note('district-found', 'district', before, after)
    return found.code
  }
  notes.note(candidates.length > 1 ? 'district-several' : 'district-unknown', 'district', before, candidates.slice(0, 4).map(districtLabel).join(' / '))
  return null
}
