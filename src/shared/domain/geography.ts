import { searchKey } from './names.ts'

/**
 * Peru's districts by INEI's code (UBIGEO): text of two digits for the department, two for the province, two for the
 * district. The catalogue is data (resources/catalogues/districts.csv) that an office can replace; here are its rules.
 */
export interface District {
  /** Null where the law created it and INEI has not published its code. */
  readonly code: string | null
  readonly name: string
  readonly province: string
  readonly department: string
  readonly note: string | null
}

export interface Department {
  /** INEI's two digits; `reniec` are those that a DNI carries: they are not interchangeable. */
  readonly code: string
  readonly reniec: string
  readonly iso: string
  readonly name: string
}

/** 24 departments and the Provincia Constitucional del Callao (INEI; RENIEC; ISO 3166-2). */
export const departments: readonly Department[] = (
  [
    ['01', '01', 'PE-AMA', 'Amazonas'], ['02', '02', 'PE-ANC', 'Áncash'], ['03', '03', 'PE-APU', 'Apurímac'], ['04', '04', 'PE-ARE', 'Arequipa'],
    ['05', '05', 'PE-AYA', 'Ayacucho'], ['06', '06', 'PE-CAJ', 'Cajamarca'], ['07', '24', 'PE-CAL', 'Callao'], ['08', '07', 'PE-CUS', 'Cusco'],
    ['09', '08', 'PE-HUV', 'Huancavelica'], ['10', '09', 'PE-HUC', 'Huánuco'], ['11', '10', 'PE-ICA', 'Ica'], ['12', '11', 'PE-JUN', 'Junín'],
    ['13', '12', 'PE-LAL', 'La Libertad'], ['14', '13', 'PE-LAM', 'Lambayeque'], ['15', '14', 'PE-LIM', 'Lima'], ['16', '15', 'PE-LOR', 'Loreto'],
    ['17', '16', 'PE-MDD', 'Madre de Dios'], ['18', '17', 'PE-MOQ', 'Moquegua'], ['19', '18', 'PE-PAS', 'Pasco'], ['20', '19', 'PE-PIU', 'Piura'],
    ['21', '20', 'PE-PUN', 'Puno'], ['22', '21', 'PE-SAM', 'San Martín'], ['23', '22', 'PE-TAC', 'Tacna'], ['24', '23', 'PE-TUM', 'Tumbes'],
    ['25', '25', 'PE-UCA', 'Ucayali'],
  ] as const
).map(([code, reniec, iso, name]) => ({ code, reniec, iso, name }))

/** The department of a district's code; null when no department begins so. */
export function departmentOf(districtCode: string): Department | null {
  return departments.find(({ code }) => districtCode.startsWith(code)) ?? null
}

/**
 * Lima province has regional powers of its own beside the region of Lima (26 jurisdictions in all): tells whether a
 * district lies in it.
 */
export function isMetropolitanLima(districtCode: string): boolean {
  return districtCode.startsWith('1501')
}

/** "Distrito, Provincia, Departamento": names of districts repeat (Santa Rosa, ten times). */
export function districtLabel(district: District): string {
  return `${district.name}, ${district.province}, ${district.department}`
}

/**
 * Reads the catalogue: a line a district, `ubigeo;distrito;provincia;departamento;nota`, with a heading. A code whose
 * first zero Excel took away gets it back. Throws RangeError with the number of the line that is no district.
 */
export function parseDistricts(csv: string): readonly District[] {
  const lines = csv.replace(/^\ufeff/, '').normalize('NFC').split(/\r?\n/)
  return lines.flatMap((line, at) => {
    if (at === 0 || line.trim() === '') return []
    const [code = '', name = '', province = '', department = '', note = ''] = line.split(';').map((cell) => cell.trim())
    const whole = /^\d{5}$/.test(code) ? `0${code}` : code
    if (name === '' || province === '' || department === '' || !/^(\d{6})?$/.test(whole)) throw new RangeError(`line ${at + 1} is no district`)
    return [{ code: whole || null, name, province, department, note: note || null }]
  })
}

export type UbigeoProblem = 'not-six-digits' | 'unknown'

export interface ReadUbigeo {
  readonly code: string | null
  readonly district: District | null
  /** A first zero that a sheet took away was put back: show it, let a person accept it. */
  readonly lostZero: boolean
  /** Null also where there was nothing to read. */
  readonly problem: UbigeoProblem | null
}

export interface DistrictMatch {
  /** The one district that the text can mean. */
  readonly district: District | null
  /** Those it can mean when they are several. */
  readonly candidates: readonly District[]
}

export interface DistrictIndex {
  readonly all: readonly District[]
  /** By INEI's six digits. */
  byCode(code: string): District | null
  /** Reads a UBIGEO cell: 10205 is 010205 with its zero lost. */
  readCode(raw: string | number | null): ReadUbigeo
  /** Loose text: "Distrito, Provincia, Departamento" in either direction, or the district's name within others given. */
  find(text: string, within?: { readonly province?: string | null; readonly department?: string | null }): DistrictMatch
  /** The provincial capital of that name: where a group called "Tarapoto" meets. Null when none or several are called so. */
  capital(name: string): District | null
  /** Districts whose names hold every word, those whose own name begins so first; at most `limit`. */
  search(text: string, limit: number): readonly District[]
}

interface Keyed {
  readonly district: District
  readonly name: string
  readonly province: string
  readonly department: string
  readonly words: string
}

export function indexDistricts(rows: readonly District[]): DistrictIndex {
  const keyed = rows.map((district): Keyed => {
    const [name, province, department] = [placeKey(district.name), placeKey(district.province), placeKey(district.department)]
    return { district, name, province, department, words: ` ${name} ${province} ${department} ` }
  })
  const codes = new Map(rows.flatMap((row) => (row.code === null ? [] : [[row.code, row] as const])))
  return {
    all: rows,
    byCode: (code) => codes.get(code) ?? null,
    readCode: (raw) => readCode(raw, codes),
    find: (text, within = {}) => find(keyed, text, within),
    capital: (name) => {
      // INEI gives 01 to the district that is its province's capital.
      const named = keyed.filter((one) => one.name === placeKey(name) && one.district.code?.endsWith('01') === true)
      return named.length === 1 ? (named[0]?.district ?? null) : null
    },
    search: (text, limit) => search(keyed, text, limit),
  }
}

/** Folded name of a place without the word that says what it is; old spellings as today's. */
function placeKey(text: string): string {
  return searchKey(text)
    .replace(/^(distrito|dist|provincia|prov|departamento|dpto|depto|dep|region|reg|prov const|provincia constitucional)( de| del)? (?=.)/, '')
    .replace(/\bcuzco\b/g, 'cusco')
    .replace(/\bnazca\b/g, 'nasca')
    .replace(/^gral /, 'general ')
    .replace(/^(sta|sto) /, (short) => (short === 'sta ' ? 'santa ' : 'santo '))
}

function readCode(raw: string | number | null, codes: ReadonlyMap<string, District>): ReadUbigeo {
  const text = String(raw ?? '').trim().replace(/^['\u2019]/, '').replace(/\.0+$/, '')
  if (text === '') return { code: null, district: null, lostZero: false, problem: null }
  const lostZero = /^\d{5}$/.test(text)
  const code = lostZero ? `0${text}` : text
  if (!/^\d{6}$/.test(code)) return { code: null, district: null, lostZero: false, problem: 'not-six-digits' }
  const district = codes.get(code) ?? null
  return { code: district === null ? null : code, district, lostZero, problem: district === null ? 'unknown' : null }
}

function find(keyed: readonly Keyed[], text: string, within: { readonly province?: string | null; readonly department?: string | null }): DistrictMatch {
  const parts = text.split(/[,;/|>]|\s[-–—]\s/).map(placeKey).filter((part) => part !== '')
  if (parts.length === 0) return { district: null, candidates: [] }
  const [province, department] = [placeKey(within.province ?? ''), placeKey(within.department ?? '')]
  const pool = keyed.filter((one) => (province === '' || one.province === province) && (department === '' || one.department === department))
  // The district stands first or last; what stands beside it narrows: its province, its department, or one after the other.
  const places = parts.filter((part) => part !== 'peru')
  const named = [places, places.toReversed()].map(([name = '', beside, last, ...more]) =>
    pool.filter((one) => {
      if (one.name !== name || more.length > 0) return false
      if (last !== undefined) return beside === one.province && last === one.department
      return beside === undefined || beside === one.province || beside === one.department
    }),
  )
  const found = (named[0]?.length ?? 0) > 0 ? (named[0] ?? []) : (named[1] ?? [])
  const candidates = found.map((one) => one.district)
  return { district: candidates.length === 1 ? (candidates[0] ?? null) : null, candidates }
}

function search(keyed: readonly Keyed[], text: string, limit: number): readonly District[] {
  const sought = searchKey(text)
  const words = sought.split(' ').filter((word) => word !== '')
  const rank = (one: Keyed) => (one.name === sought ? 0 : one.name.startsWith(sought) ? 1 : one.name.includes(words[0] ?? '') ? 2 : 3)
  return keyed
    .filter((one) => words.every((word) => one.words.includes(` ${word}`)) || one.district.code === text.trim())
    .map((one, at) => ({ one, at, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .slice(0, limit)
    .map(({ one }) => one.district)
}
