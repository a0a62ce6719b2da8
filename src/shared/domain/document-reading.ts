import type { DocumentProblem, DocumentType } from './documents.ts'
import { checkDocument, dniCheckDigit, isRuc } from './documents.ts'
import { cleanText, searchKey } from './names.ts'

export type RepairKind =
  | 'spaces' | 'apostrophe' | 'formula-text' | 'prefix' | 'separators' | 'fraction' | 'scientific' | 'check-digit'
  | 'lost-zero' | 'letter-for-digit'

/** One step from what the cell held towards the number. What `needsConsent` is a proposal: a person must accept it. */
export interface Repair {
  readonly kind: RepairKind
  readonly before: string
  readonly after: string
  readonly needsConsent: boolean
}

export type ReadProblem =
  | DocumentProblem | 'too-short' | 'too-long' | 'digits-lost' | 'several' | 'check-digit-mismatch' | 'negative-or-fraction'

export interface ReadDocument {
  readonly type: DocumentType
  /** Null where there is none, or where what is there cannot be read. */
  readonly number: string | null
  /** True when neither the column nor a prefix said which document it is. */
  readonly guessedType: boolean
  /** Why there is no number: the cell is blank, it says that there is none, or that it is being issued. */
  readonly absence: 'blank' | 'none' | 'in-process' | null
  readonly repairs: readonly Repair[]
  readonly problem: ReadProblem | null
}

/** Folded words (searchKey without spaces) by which offices name a document. */
const TYPE_WORDS: readonly (readonly [DocumentType, readonly string[]])[] = [
  ['01', ['dni', 'dnie', 'documentonacionaldeidentidad', 'docnacionaldeidentidad', 'docnacidentidad', 'le', 'libretaelectoral', '1', '01', 'cui', 'dniazul', 'dniamarillo', 'ddni']],
  ['04', ['ce', 'cext', 'carneextranjeria', 'carnetextranjeria', 'carnedeextranjeria', 'carnetdeextranjeria', 'carneext', 'carnetext', 'carneextr', 'carnetextr', 'cextranjeria', 'cdeextranjeria', 'extranjeria', '4', '04']],
  ['06', ['ruc', 'registrounicodecontribuyentes', 'registrounicodecontribuyente', '6', '06']],
  ['07', ['pasaporte', 'pas', 'ppte', 'pasap', 'passport', 'pass', '7', '07']],
  ['09', ['carnedesolicitantederefugio', 'carnetdesolicitantederefugio', 'carnesolicitanterefugio', 'carnetsolicitanterefugio', 'carnesolicrefugio', 'solicitantederefugio', 'carnederefugio', 'carnetderefugio', 'refugio', 'refugiado', '9', '09']],
  ['22', ['carnedeidentidadrelacionesexteriores', 'carnetdeidentidadrelacionesexteriores', 'carnedeidentidadrree', 'carnetdeidentidadrree', 'carneidentrelexteriores', 'carneidentidadrelexteriores', 'cedulad', 'ceduladiplomatica', 'ceduladiplomaticadeidentidad', 'cdi', 'rree', '22']],
  ['23', ['ptp', 'permisotemporaldepermanencia', 'permisotemppermanencia', 'permisotemporal', '23']],
  ['24', ['documentodeidentidadextranjero', 'docidentidadextranjero', 'docidextranjero', 'documentoextranjero', 'docextranjero', 'cedula', 'ceduladeidentidad', 'ceduladeciudadania', 'cedulaextranjera', 'ci', 'cc', 'die', '24']],
  ['26', ['cpp', 'carnedepermisotemporaldepermanencia', 'carnetdepermisotemporaldepermanencia', 'carnetpermisotemppermanencia', 'carnepermisotemppermanencia', 'carnetpermisotemporal', '26']],
  ['00', ['sindocumento', 'sd', 'sindoc', 'sindni', 'notiene', 'ninguno', 'entramite', 'indocumentado', 'indocumentada', '00']],
]
const TYPE_OF = new Map(TYPE_WORDS.flatMap(([type, words]) => words.map((word) => [word, type] as const)))

/** The document that an office's word names ("Carné de extranjería", "C.E.", "PTP", "L.E."); null when none is recognised. */
export function readDocumentType(text: string | number | null): DocumentType | null {
  if (text === null) return null
  const key = searchKey(String(text)).replaceAll(' ', '')
  return TYPE_OF.get(key.replace(/(numero|nro|num|no|n)$/, '')) ?? TYPE_OF.get(key) ?? null
}

const NONE = /^(s ?d|s ?n|s ?dni|s ?doc|sin|sin (documento|doc|dni|numero|dato|datos|informacion|doc identidad|documento de identidad)|no|no (tiene|posee|cuenta|registra|presenta|aplica|tiene dni|tiene documento|cuenta con dni|precisa|indica)|ninguno|n ?a|nd|ns|x+|nt|indocumentad[oa]|null|0+)$/
const IN_PROCESS = /^((dni |documento )?(en |esta en |por )?(tramite|tramitar|proceso|renovacion)|pendiente|en tramite .*|por (entregar|confirmar|regularizar))$/

/** A step being read: the text so far and how it got there. */
interface Reading {
  text: string
  type: DocumentType | null
  readonly repairs: Repair[]
}

function repair(reading: Reading, kind: RepairKind, after: string, needsConsent = false): void {
  if (after === reading.text) return
  reading.repairs.push({ kind, before: reading.text, after, needsConsent })
  reading.text = after
}

/**
 * Reads a document as a cell of an office's sheet holds it: a number that lost its zeros, dots, an apostrophe, a prefix,
 * "S/D", "en trámite", `12345678.0`, `1.2345678E+07`. Every change is listed; those that guess (a lost zero) are proposals.
 * `hint` is the type that another column states. Sources: offices' rosters; lengths from Anexo 3 of the Planilla Electrónica.
 */
export function readDocument(raw: string | number | null, hint: DocumentType | null = null): ReadDocument {
  const start = raw === null ? '' : String(raw)
  const clean = cleanText(start.normalize('NFKC'))
  if (!/[\p{L}\p{N}]/u.test(clean)) return absent(clean === '' ? 'blank' : 'none')
  const words = searchKey(clean)
  if (NONE.test(words)) return absent('none')
  if (IN_PROCESS.test(words)) return absent('in-process')

  if (typeof raw === 'number' && (raw < 0 || !Number.isSafeInteger(raw))) {
    return { type: hint ?? '01', number: null, guessedType: hint === null, absence: null, repairs: [], problem: 'negative-or-fraction' }
  }
  const reading: Reading = { text: start, type: hint === '00' ? null : hint, repairs: [] }
  repair(reading, 'spaces', clean)
  takeWrapping(reading)
  takePrefix(reading)
  const lost = takeNumberForms(reading)
  if (lost !== null) return failed(reading, lost)
  if (holdsSeveral(reading.text)) return failed(reading, 'several')
  return reading.type === null || reading.type === '01' ? readAsDni(reading) : readAsOther(reading, reading.type)
}

function absent(absence: 'blank' | 'none' | 'in-process'): ReadDocument {
  return { type: '00', number: null, guessedType: false, absence, repairs: [], problem: null }
}

function failed(reading: Reading, problem: ReadProblem): ReadDocument {
  return { type: reading.type ?? '01', number: null, guessedType: reading.type === null, absence: null, repairs: reading.repairs, problem }
}

function found(reading: Reading, type: DocumentType, problem: ReadProblem | null = null): ReadDocument {
  const check = checkDocument(type, reading.text)
  const said = problem ?? (check.ok ? null : check.problem)
  return { type, number: reading.text, guessedType: reading.type === null, absence: null, repairs: reading.repairs, problem: said }
}

/** The apostrophe that keeps a number text in Excel, and the `="01587496"` of exports. */
function takeWrapping(reading: Reading): void {
  repair(reading, 'formula-text', reading.text.replace(/^="?([^"]*)"?$/, '$1').replace(/^"(.*)"$/, '$1'))
  repair(reading, 'apostrophe', reading.text.replace(/^['\u2018\u2019`\u00b4]+\s*|\s*['\u2018\u2019`\u00b4]+$/g, ''))
}

/** Documents whose letters may touch the number: "DNI10777616", "CE001234567". A passport begins with letters of its own. */
const TOUCHING = /^(dni|ce|ptp|cpp|ruc)$/i

/** "DNI 10777616", "DNI N° 10777616", "C.E.: 001234567": the letters before the number name the document. */
function takePrefix(reading: Reading): void {
  const { text } = reading
  const letters = /^[^\d]*/.exec(text)?.[0] ?? ''
  for (let end = letters.length; end > 0 && end < text.length; end -= 1) {
    const word = text.slice(0, end)
    const type = readDocumentType(word)
    const touches = /[\p{L}]$/u.test(word) && /^[\p{L}\p{N}]/u.test(text.slice(end))
    const allowed = !touches || (TOUCHING.test(word) && (reading.type === null || reading.type === type))
    if (type === null || type === '00' || !allowed) continue
    reading.type = type
    return repair(reading, 'prefix', text.slice(end).trim())
  }
  // A number sign that names no document: "N° 10777616", "NRO DOC 10777616".
  repair(reading, 'prefix', text.replace(/^(n\s*[°ºo]|n\.\s*[°ºo]|nro\.?|num\.?|doc(umento)?\.?|identificad[oa]( con)?|con|[#\s:.-])+(?=\d)/iu, ''))
}

/** `12345678.0` and `1.2345678E+07`. Gives the problem when the sheet has already lost digits. */
function takeNumberForms(reading: Reading): ReadProblem | null {
  repair(reading, 'fraction', reading.text.replace(/^(\d+)[.,]0{1,2}$/, '$1'))
  const match = /^(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i.exec(reading.text)
  if (!match) return null
  const digits = (match[1] ?? '') + (match[2] ?? '')
  const length = Number(match[3]) + 1
  if (digits.length > length) return 'negative-or-fraction'
  // Fewer digits than the number has: what is missing may be zeros, or may have been rounded away.
  if (digits.length < length - 1) return 'digits-lost'
  repair(reading, 'scientific', digits.padEnd(length, '0'), digits.length < length)
  return null
}

function holdsSeveral(text: string): boolean {
  return (text.match(/\d{7,}/g) ?? []).length > 1
}

const SEPARATORS = /[\s.,·\-–—_/]+/g

function readAsDni(reading: Reading): ReadDocument {
  const withCheck = /^(\d{8}|\d{1,3}(?:[.\s,]\d{3}){2})\s*[-–—/\s]\s*([0-9A-K])$/i.exec(reading.text)
  if (withCheck) {
    const dni = (withCheck[1] ?? '').replace(SEPARATORS, '').padStart(8, '0')
    repair(reading, 'check-digit', dni)
    return found(reading, '01', fitsCheck(dni, withCheck[2] ?? '') ? null : 'check-digit-mismatch')
  }
  repair(reading, 'separators', reading.text.replace(SEPARATORS, ''))
  // Cards before 2007 carry a letter that verifies the eight digits (RJ 042-99): only the right one is taken off.
  const lettered = /^(\d{8})([A-K])$/i.exec(reading.text)
  if (lettered !== null && fitsCheck(lettered[1] ?? '', lettered[2] ?? '')) {
    repair(reading, 'check-digit', lettered[1] ?? '')
    return found(reading, '01')
  }
  // Letters typed for digits: the letter O for zero, l or I for one.
  if (/^[\dOIL]{8}$/i.test(reading.text) && (reading.text.match(/\d/g) ?? []).length >= 5) {
    repair(reading, 'letter-for-digit', reading.text.replace(/o/gi, '0').replace(/[il]/gi, '1'), true)
  }
  if (!/^\d+$/.test(reading.text)) return reading.type === null ? readAsOther(reading, '07') : failed(reading, 'not-eight-digits')
  if (reading.text.length === 8) return found(reading, '01')
  return reading.text.length < 8 ? readAsShortDni(reading) : readAsLongDni(reading)
}

/** A spreadsheet takes leading zeros away from a number: up to three are proposed, never given silently. */
function readAsShortDni(reading: Reading): ReadDocument {
  if (reading.text.length < 5) return failed(reading, 'too-short')
  repair(reading, 'lost-zero', reading.text.padStart(8, '0'), true)
  return found(reading, '01')
}

function readAsLongDni(reading: Reading): ReadDocument {
  const { text } = reading
  if (reading.type === null && text.length === 11 && isRuc(text)) return found(reading, '06')
  if (reading.type === null && (text.length === 9 || text.length === 12)) return found(reading, '04')
  if (text.length === 9 && fitsCheck(text.slice(0, 8), text.charAt(8))) {
    repair(reading, 'check-digit', text.slice(0, 8), true)
    return found(reading, '01')
  }
  if (/^0+\d{8}$/.test(text)) {
    repair(reading, 'separators', text.slice(-8), true)
    return found(reading, '01')
  }
  return failed(reading, 'too-long')
}

function fitsCheck(dni: string, mark: string): boolean {
  const check = dniCheckDigit(dni)
  return check !== null && (check.digit === mark || check.letter === mark.toUpperCase())
}

function readAsOther(reading: Reading, type: DocumentType): ReadDocument {
  repair(reading, 'separators', reading.text.replace(SEPARATORS, ''))
  const upper = reading.text.toUpperCase()
  // Capitals are how these numbers are kept; the change says nothing to a person.
  reading.text = upper
  if (type === '04' && /^\d{5,8}$/.test(upper)) {
    // A carné usually has nine digits; eight may be an older one, so that the zero is only proposed where it was a number.
    if (upper.length < 8) repair(reading, 'lost-zero', upper.padStart(9, '0'), true)
  }
  if (upper.length > 15) return failed(reading, 'too-long')
  if (!/^[0-9A-Z]+$/.test(reading.text)) return failed(reading, 'characters')
  return found(reading, type)
}
