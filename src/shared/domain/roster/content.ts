import type { RosterCell } from './cells.ts'
import { cellText, folded, isBlank } from './cells.ts'

/** What the cells of one column look like: shares of its filled cells, 0 to 1. */
export interface ColumnContent {
  readonly filled: number
  readonly empty: number
  readonly distinct: number
  readonly document: number
  readonly email: number
  readonly phone: number
  readonly date: number
  readonly dateTime: number
  readonly sex: number
  readonly age: number
  readonly ubigeo: number
  readonly regime: number
  readonly documentType: number
  readonly attendance: number
  readonly sequence: number
  readonly department: number
  readonly comma: number
  readonly ruc: number
  readonly people: number
  readonly organisation: number
  readonly sensitive: number
}

const SEX = new Set(['f', 'm', 'h', 'femenino', 'masculino', 'mujer', 'hombre', 'varon', 'fem', 'masc', 'female', 'male', 'woman', 'man', 'w'])
const REGIME = /^((dl|d leg|d l|decreto legislativo|ley|reg|regimen)( n[o°]?)? ?)?(276|728|1057|30057|1024|29944|24041)\b|^cas\b|^locador|^locacion|^orden(es)? de servicio|^servir$/
const DOCUMENT_TYPE = /^(dni|d n i|ce|c e|carne (de )?extranjeria|pasaporte|passport|ptp|cpp|ruc|cedula|sin documento|otro)$/
const MARK = new Set(['si', 'no', 'x', '1', '0', 'p', 'f', 't', 'a', 'asistio', 'falto', 'presente', 'ausente', 'yes', 'y', 'n', 's', 'tardanza', 'verdadero', 'falso'])
const DEPARTMENTS = new Set(['amazonas', 'ancash', 'apurimac', 'arequipa', 'ayacucho', 'cajamarca', 'callao', 'cusco', 'cuzco', 'huancavelica', 'huanuco', 'ica', 'junin', 'la libertad', 'lambayeque', 'lima', 'loreto', 'madre de dios', 'moquegua', 'pasco', 'piura', 'puno', 'san martin', 'tacna', 'tumbes', 'ucayali'])
const ORGANISATION = /^(municip|munic|gob|gobierno|ministerio|universidad|ong|camara|defensoria|congreso|instituto|ugel|dre|gerencia regional|direccion regional|empresa|asociacion|partido|poder judicial|contraloria|sunat|essalud|red de|hospital|comunidad|c n|junta|federacion|mp[cdp]? |ministry|university|municipality|regional government)/
const SENSITIVE = new Set(['quechua', 'aimara', 'awajun', 'wampis', 'ashaninka', 'shipibo', 'shipibo konibo', 'kukama kukamiria', 'urarina', 'mestizo', 'mestiza', 'afroperuano', 'afroperuana', 'afrodescendiente', 'prefiero no decir', 'kichwa', 'achuar', 'matsigenka', 'indigena'])

/** Looks at the cells of one column of the list. Reads at most 400 of them. */
export function contentOf(cells: readonly RosterCell[]): ColumnContent {
  const sample = cells.length <= 400 ? cells : cells.filter((_cell, index) => index % Math.ceil(cells.length / 400) === 0)
  const values = sample.filter((cell) => !isBlank(cell))
  const words = values.map((cell) => folded(cellText(cell)))
  const digits = values.map((cell) => (typeof cell === 'object' ? '' : cellText(cell).replace(/\D+/gu, '')))
  const share = (test: (index: number) => boolean): number =>
    values.length === 0 ? 0 : values.filter((_value, index) => test(index)).length / values.length
  const word = (index: number): string => words[index] ?? ''
  const number = (index: number): string => digits[index] ?? ''
  const letters = (index: number): number => (word(index).match(/\p{L}/gu) ?? []).length
  const years = (index: number): number => (/^\d{1,3}$/.test(word(index)) ? Number(word(index)) : 0)
  return {
    filled: values.length,
    empty: sample.length - values.length,
    distinct: new Set(words).size,
    document: share((i) => /^(\d{7,9}|\d{12})$/.test(number(i)) && letters(i) <= 3 && !isDate(values[i])),
    email: share((i) => cellText(values[i]).includes('@')),
    phone: share((i) => /^(51)?9\d{8}$/.test(number(i)) && letters(i) === 0),
    date: share((i) => isDate(values[i])),
    dateTime: share((i) => hasTime(values[i])),
    sex: share((i) => SEX.has(word(i))),
    age: share((i) => (years(i) >= 12 && years(i) <= 100) || /^\d{2} ?(a|y)? ?(\d{2}|mas)( a mas| anos)?$/.test(word(i)) || /^\d{1,3} anos$/.test(word(i))),
    ubigeo: share((i) => /^(0?[1-9]|1\d|2[0-5])\d{4}$/.test(word(i))),
    regime: share((i) => REGIME.test(word(i))),
    documentType: share((i) => DOCUMENT_TYPE.test(word(i))),
    attendance: share((i) => MARK.has(word(i))),
    sequence: inSequence(words),
    department: share((i) => DEPARTMENTS.has(word(i))),
    comma: share((i) => /\p{L},\s*\p{L}/u.test(cellText(values[i]))),
    ruc: share((i) => /^(10|15|17|20)\d{9}$/.test(number(i)) && letters(i) <= 3),
    people: share((i) => /^\p{L}+( \p{L}+){1,7}$/u.test(word(i)) && !ORGANISATION.test(word(i))),
    organisation: share((i) => ORGANISATION.test(word(i))),
    sensitive: share((i) => SENSITIVE.has(word(i))),
  }
}

function isDate(cell: RosterCell | undefined): boolean {
  if (cell === null || cell === undefined) return false
  if (typeof cell === 'object') return true
  return typeof cell === 'string' && /^\s*(\d{1,2}[/.-]\d{1,2}[/.-](\d{2}|\d{4})|\d{4}-\d{1,2}-\d{1,2})(\s+\d{1,2}:\d{2}.*)?\s*$/.test(cell)
}

function hasTime(cell: RosterCell | undefined): boolean {
  if (typeof cell === 'object') return cell !== null && cell.time !== null
  return typeof cell === 'string' && /\d{1,2}:\d{2}/.test(cell)
}

/** Share of steps of exactly one: a column of row numbers, even with a few repeated or out of order. */
function inSequence(words: readonly string[]): number {
  if (words.length < 2 || !words.every((word) => /^\d{1,6}$/.test(word))) return 0
  let steps = 0
  for (let at = 1; at < words.length; at += 1) if (Number(words[at]) === Number(words[at - 1]) + 1) steps += 1
  return steps / (words.length - 1)
}
