import type { AnyFrozen, FrozenCertificate, FrozenLook, FrozenPaper } from '../../../shared/contract/frozen.ts'
import type { FieldName, FieldValue } from '../../../shared/domain/design/fields.ts'
import { fieldNames } from '../../../shared/domain/design/fields.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'

/** What a paper says, by field: what is compared. */
export type Shown = ReadonlyMap<string, string>

/** One thing that a paper says otherwise than it did. */
export interface WordsChanged {
  readonly field: string
  readonly label: string
  readonly before: string
  readonly after: string
}

/** Fields that are a paper's own or the app's wording: that they differ is no mistake of the old one. */
const ownToEachPaper: ReadonlySet<string> = new Set<FieldName>(['numero', 'version', 'codigo', 'linea_sello', 'huella', 'registro', 'libro', 'folio', 'encabezado', 'otorgado_a', 'temario_titulo'])

/** Sentences made of other fields: where those say what changed, the sentence is not repeated. */
const madeOf: Readonly<Record<string, readonly FieldName[]>> = {
  enunciado: ['documento', 'rol', 'tipo_accion', 'accion', 'modalidad', 'lugar', 'fechas', 'horas', 'tipo_hora', 'nota', 'nota_letras'],
  documento: ['tipo_documento', 'numero_documento'],
  lugar_y_fecha: ['fecha'],
  nota: ['nota_letras'],
}

/** The order in which people ask: who, what, when, by what, by whom. */
const order: readonly string[] = [
  'nombre', 'tipo_documento', 'numero_documento', 'documento', 'rol', 'cargo', 'organizacion', 'accion', 'tipo_accion', 'programa', 'grupo', 'enunciado', 'nota_encabezado', 'modalidad', 'lugar', 'fechas', 'desde', 'hasta',
  'horas', 'tipo_hora', 'nota', 'nota_letras', 'base_legal', 'acta', 'lugar_y_fecha', 'fecha', 'entidad', 'unidad', 'ruc', 'nombre_anio', 'decenio', 'logos', 'syllabus', 'marks', 'sessions',
]

/** Everything known of a paper's words, shown or not: what explains a sentence that differs. */
export function knownOf(frozen: AnyFrozen): Shown {
  return frozen.format === 1 ? knownOfFirst(frozen) : knownOfPaper(frozen)
}

/** Names of what stands on the paper. Of the first shape everything does. */
function namesShown(frozen: AnyFrozen): ReadonlySet<string> {
  return frozen.format === 1 ? new Set(knownOfFirst(frozen).keys()) : shownBy(frozen.look)
}

/** What differs between a paper and the one that would take its place, in words. Empty: it would say the same. */
export function changesBetween(before: AnyFrozen, after: AnyFrozen, language: Language): WordsChanged[] {
  const [old, today] = [knownOf(before), knownOf(after)]
  const differing = [...namesShown(before)].filter((field) => !ownToEachPaper.has(field) && (old.get(field) ?? '') !== (today.get(field) ?? ''))
  const said = new Map<string, WordsChanged>()
  for (const field of differing) for (const change of explained(field, old, today, language)) said.set(change.field, change)
  return [...said.values()].toSorted((one, other) => placeOf(one.field) - placeOf(other.field))
}

/** Of a sentence the fields that it is made of, and the sentence itself only where these do not say everything. */
function explained(field: string, old: Shown, today: Shown, language: Language): WordsChanged[] {
  const [before, after] = [old.get(field) ?? '', today.get(field) ?? '']
  const parts = (madeOf[field] ?? []).filter((part) => old.has(part) && today.has(part) && old.get(part) !== today.get(part))
  const whole = { field, label: say(language, 'corrections.fieldName', { field }), ...excerpt(before, after) }
  if (parts.length === 0) return [whole]
  const replaced = parts
    .map((part) => [old.get(part) ?? '', today.get(part) ?? ''] as const)
    .filter(([from]) => from !== '')
    .toSorted(([one], [other]) => other.length - one.length)
    .reduce((text, [from, to]) => text.replaceAll(from, to), before)
  const told = parts.flatMap((part) => explained(part, old, today, language))
  return replaced === after ? told : [...told, whole]
}

/** As many characters as are read at a glance. */
const glance = 90
/** Words kept on each side of what differs. */
const around = 3

/** Of long texts only what differs with some words about it. */
export function excerpt(before: string, after: string): { before: string; after: string } {
  if (before.length <= glance && after.length <= glance) return { before, after }
  const [one, other] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)]
  const least = Math.min(one.length, other.length)
  let head = 0
  while (head < least && one[head] === other[head]) head += 1
  let tail = 0
  while (tail < least - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1
  const from = Math.max(0, head - around)
  const left = Math.max(0, tail - around)
  const cut = (words: readonly string[]): string => `${from > 0 ? '… ' : ''}${words.slice(from, words.length - left).join('').trim()}${left > 0 ? ' …' : ''}`
  return { before: cut(one), after: cut(other) }
}

function placeOf(field: string): number {
  const at = order.indexOf(field)
  return at === -1 ? order.length : at
}

function knownOfFirst(frozen: FrozenCertificate): Shown {
  const { entity } = frozen
  const all: readonly (readonly [string, string | null])[] = [
    ['nombre', frozen.personName],
    ['documento', frozen.documentText],
    ['nota_encabezado', frozen.headingNote],
    ['enunciado', frozen.statement.map((span) => span.text).join('')],
    ['base_legal', frozen.legalBasis],
    ['lugar_y_fecha', frozen.issuedLine],
    ['entidad', entity.name],
    ['unidad', entity.unit],
    ['nombre_anio', entity.yearName],
    ['logos', frozen.logos.map((logo) => logo.name).join(' · ')],
    ['syllabus', frozen.syllabus === null ? null : frozen.syllabus.lines.join('\n')],
  ]
  return new Map(all.map(([field, value]) => [field, value ?? '']))
}

function knownOfPaper({ look, own }: FrozenPaper): Shown {
  const known = new Map<string, string>(fieldNames.map((field) => [field, '']))
  for (const [field, value] of [...Object.entries(look.fields), ...Object.entries(own.fields)]) known.set(field, plain(value))
  for (const [source, rows] of [...Object.entries(look.tables), ...Object.entries(own.tables)]) known.set(source, rows.map((row) => Object.values(row).filter((cell) => cell !== '').join(' · ')).join('\n'))
  known.set('nombre', own.personName)
  known.set('logos', look.logos.map((logo) => logo.name).join(' · '))
  return known
}

function plain(value: FieldValue): string {
  return typeof value === 'string' ? value : value.map((span) => span.text).join('')
}

const shown = new WeakMap<FrozenLook, ReadonlySet<string>>()

/** Names of the fields, tables and images that a look draws. Papers of a batch share it, so it is worked out once. */
function shownBy(look: FrozenLook): ReadonlySet<string> {
  const known = shown.get(look)
  if (known !== undefined) return known
  const names = new Set<string>(['nombre'])
  const note = (text: string): void => {
    for (const [, name] of text.matchAll(/\{([a-z_]+)\}/g)) if (name !== undefined) names.add(name)
  }
  for (const page of look.document.pages) {
    if (page.when === 'syllabus' && !look.withSyllabus) continue
    for (const element of page.elements) {
      if (element.kind === 'text') note(element.text)
      else if (element.kind === 'logos') names.add('logos')
      else if (element.kind === 'table' && element.source !== 'own') names.add(element.source)
      else if (element.kind === 'table') for (const cell of element.rows.flat()) note(cell)
    }
  }
  shown.set(look, names)
  return names
}
