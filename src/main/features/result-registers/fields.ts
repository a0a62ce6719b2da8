import { searchKey } from '../../../shared/domain/names.ts'
import type { RegisterField, RegisterValue } from '../../../shared/domain/registers.ts'
import { valueProblem } from '../../../shared/domain/registers.ts'
import { say } from '../../../shared/messages/messages.ts'
import { refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { Register } from './records.ts'
import { registerOf, valuesIn } from './records.ts'

/** The fields as they are kept: only a choice has options. Throws `refused` for fields or options that cannot be told apart, and for a choice of nothing. */
export function wholeRegisterFields(fields: readonly RegisterField[]): RegisterField[] {
  const whole = fields.map((field) => ({ ...field, options: field.kind === 'choice' ? [...field.options] : [] }))
  const label = twice(whole.map((field) => field.label))
  if (label !== undefined) refuse('resultRegisters.labelTwice', { label })
  const fixed = new Set((['es', 'en'] as const).flatMap((language) => (['on', 'district', 'organisations', 'people', 'agreement', 'note'] as const).map((column) => searchKey(say(language, `resultRegisters.column.${column}`)))))
  const reserved = whole.find((field) => fixed.has(searchKey(field.label)))
  if (reserved !== undefined) refuse('resultRegisters.labelReserved', { label: reserved.label })
  if (new Set(whole.map((field) => field.id)).size < whole.length) refuse('resultRegisters.idTwice')
  for (const field of whole) {
    if (field.kind !== 'choice') continue
    if (field.options.length < 2) refuse('resultRegisters.fewOptions', { label: field.label })
    const option = twice(field.options)
    if (option !== undefined) refuse('resultRegisters.optionTwice', { label: field.label, option })
  }
  return whole
}

/** Throws `refused` when rows or an indicator stand on what would go: a field with values, its kind, an option in use. */
export async function checkFieldChange(db: Reader, register: Register, after: readonly RegisterField[]): Promise<void> {
  const rows = await valuesIn(db, register.id)
  const written = (id: string): number => rows.filter(({ values }) => (values[id] ?? null) !== null).length
  const counted = await fieldsCounted(db, register.id)
  for (const before of register.fields) {
    const now = after.find((field) => field.id === before.id)
    const n = written(before.id)
    const { label } = before
    if ((now === undefined || now.kind !== before.kind) && n > 0) refuse(now === undefined ? 'resultRegisters.fieldUsed' : 'resultRegisters.kindUsed', { label, n })
    const indicator = counted.find((one) => one.fieldId === before.id)
    if (indicator !== undefined && (now === undefined || now.kind !== before.kind)) refuse('resultRegisters.fieldCounted', { label, indicator: indicator.name })
    for (const option of before.options) {
      if (now === undefined || now.options.includes(option)) continue
      const chosen = rows.filter(({ values }) => values[before.id] === option).length
      if (chosen > 0) refuse('resultRegisters.optionUsed', { label, option, n: chosen })
      const asking = counted.find((one) => one.fieldId === before.id && one.values.includes(option))
      if (asking !== undefined) refuse('resultRegisters.optionCounted', { label, option, indicator: asking.name })
    }
  }
  for (const field of after) {
    const blank = rows.length - written(field.id)
    const wasAsked = register.fields.find((one) => one.id === field.id)?.isRequired ?? false
    if (field.isRequired && !wasAsked && blank > 0) refuse('resultRegisters.blankRows', { label: field.label, n: blank })
  }
}

/** An indicator that counts rows of a register: as it is called, and the field that it asks or splits by. */
interface Counted {
  readonly name: string
  /** Null: it counts all rows. */
  readonly fieldId: string | null
  readonly values: readonly string[]
}

/** The indicators that count rows of a register, one entry for each of its fields they ask. */
export async function fieldsCounted(db: Reader, registerId: string): Promise<Counted[]> {
  const rows = await db.selectFrom('indicators').select(['name', 'definition', 'dimensions']).where('removedAt', 'is', null).where('counts', '=', 'rows').orderBy('id').execute()
  return rows.flatMap(({ name, definition, dimensions }): Counted[] => {
    const read = JSON.parse(definition) as { readonly registerId?: string | null; readonly rowConditions?: readonly { readonly fieldId: string; readonly values: readonly string[] }[] }
    if (read.registerId !== registerId) return []
    const split = (JSON.parse(dimensions) as readonly string[]).flatMap((one) => (one.startsWith('field:') ? [{ name, fieldId: one.slice('field:'.length), values: [] }] : []))
    return [{ name, fieldId: null, values: [] }, ...(read.rowConditions ?? []).map((condition) => ({ name, ...condition })), ...split]
  })
}

/** The values as they are kept, in the order of the fields. Throws `refused` with what is wrong and where. */
export function wholeValues(register: Pick<Register, 'name' | 'fields'>, given: Readonly<Record<string, RegisterValue>>): Record<string, RegisterValue> {
  const unknown = Object.keys(given).find((id) => (given[id] ?? null) !== null && !register.fields.some((field) => field.id === id))
  if (unknown !== undefined) refuse('resultRegisters.noSuchField', { register: register.name })
  const values: Record<string, RegisterValue> = {}
  for (const field of register.fields) {
    const value = tidy(given[field.id] ?? null)
    const problem = valueProblem(field, value)
    if (problem === 'blank') refuse('resultRegisters.blank', { label: field.label })
    if (problem === 'wrong') refuse('resultRegisters.wrongValue', { label: field.label, kind: field.kind, options: field.options.join(', ') })
    if (value !== null) values[field.id] = value
  }
  return values
}

/** Throws `refused` where taking an act back, which touched these ids, left a row that its register's fields do not allow. */
export async function refuseBrokenRegisters(db: Reader, touched: (entity: string) => readonly string[]): Promise<void> {
  const registerIds = new Set(touched('resultRegisters'))
  for (const ids of inChunks(touched('resultRows'), 1)) for (const row of await db.selectFrom('resultRows').select('registerId').distinct().where('id', 'in', ids).execute()) registerIds.add(row.registerId)
  for (const id of registerIds) {
    const rows = await valuesIn(db, id)
    if (rows.length === 0) continue
    const { name, fields } = await registerOf(db, id)
    for (const { title, values } of rows) {
      const strange = Object.keys(values).some((key) => !fields.some((field) => field.id === key))
      if (strange || fields.some((field) => valueProblem(field, values[field.id] ?? null) !== null)) refuse('resultRegisters.undoBreaks', { title, register: name })
    }
  }
}

function tidy(value: RegisterValue): RegisterValue {
  if (typeof value !== 'string') return value
  const text = value.normalize('NFC').trim()
  return text === '' ? null : text
}

/** The first of the names that another before it cannot be told from. */
function twice(names: readonly string[]): string | undefined {
  const keys = names.map((name) => searchKey(name) || name)
  return names.find((_, at) => keys.indexOf(keys[at] ?? '') !== at)
}
