import type { contract } from '../../../shared/contract/index.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import type { ReadRegisterRow, RegisterColumn, RowProblem } from '../../../shared/domain/register-sheet.ts'
import { readRegisterSheet } from '../../../shared/domain/register-sheet.ts'
import { rowKey } from '../../../shared/domain/registers.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import type { Workbook } from '../../intake/table.ts'
import { sourceOf } from '../imports/source.ts'
import { resultRowKeys } from '../keys.ts'
import type { Register } from './records.ts'
import { registerOf } from './records.ts'
import type { Meant } from './targets.ts'
import { targetsOf } from './targets.ts'

type Calls = typeof contract.resultRegisters
interface Asked {
  readonly file: FileRef
  readonly registerId: string
}

/** Rows that could not be read and are told one by one; the rest is as many. */
const PROBLEMS = 200

interface Prepared {
  readonly sheet: string
  readonly columns: readonly RegisterColumn[]
  readonly rows: number
  readonly ready: readonly { readonly row: ReadRegisterRow; readonly meant: Meant }[]
  readonly alreadyThere: number
  /** By the sheet's own row. */
  readonly problems: readonly { readonly row: number; readonly sentence: string }[]
  readonly rejected: number
}

/** The sheet as it would be read, for the office to look at before anything is written. */
export async function sheetSeen(context: JobContext, asked: Asked): Promise<OutputOf<Calls['readSheet']>> {
  const { language } = context
  const { workbook } = await sourceOf(context, { file: asked.file })
  const { register, prepared } = await context.read(async (db) => {
    const of = await registerOf(db, asked.registerId)
    return { register: of, prepared: await prepare(db, context, of, workbook, asked.file.name) }
  })
  const without = register.fields.filter((field) => !prepared.columns.some(({ target }) => target !== null && 'own' in target && target.own.id === field.id))
  const unread = prepared.columns.filter((column) => column.target === null && column.label !== '')
  return {
    fileName: asked.file.name,
    rows: prepared.rows,
    ready: prepared.ready.length,
    alreadyThere: prepared.alreadyThere,
    columns: prepared.columns.filter((column) => column.label !== '').map(({ label, target }) => ({ label, field: target === null ? null : 'own' in target ? target.own.label : columnName(language, target.fixed, register) })),
    problems: prepared.problems.slice(0, PROBLEMS).map((one) => ({ ...one })),
    notes: [
      ...(workbook.sheets.length > 1 ? [say(language, 'resultRegisters.sheetRead', { sheet: prepared.sheet })] : []),
      ...(without.length === 0 ? [] : [say(language, 'resultRegisters.fieldsWithout', { labels: without.map((field) => field.label).join(', ') })]),
      ...(unread.length === 0 ? [] : [say(language, 'resultRegisters.columnsUnread', { labels: unread.map((column) => column.label).join(', ') })]),
      ...(prepared.problems.length > PROBLEMS ? [say(language, 'resultRegisters.moreProblems', { n: prepared.problems.length - PROBLEMS })] : []),
    ],
  }
}

/** Writes the rows that have no problem and are not there yet. */
export async function importRows(context: JobContext, asked: Asked): Promise<OutputOf<Calls['importSheet']>> {
  const { workbook } = await sourceOf(context, { file: asked.file })
  await context.step({ done: 0, total: 0, note: say(context.language, 'resultRegisters.writing') })
  return context.write(async (db) => {
    // What was looked at may have changed meanwhile: fields, organisations, rows.
    const register = await registerOf(db, asked.registerId)
    const { ready, alreadyThere, rejected } = await prepare(db, context, register, workbook, asked.file.name)
    const ids = await db.add(
      'resultRows',
      ready.map(({ row: { title, on, note, values }, meant: { districtCode, agreementId } }) => {
        const row = { title, on, note, districtCode, agreementId, editionId: null, values: JSON.stringify(Object.fromEntries(register.fields.flatMap(({ id }) => ((values[id] ?? null) === null ? [] : [[id, values[id]]])))) }
        return { ...row, registerId: register.id, ...resultRowKeys(row) }
      }),
    )
    await db.add('resultRowLinks', ready.flatMap(({ meant }, index) => meant.links.map((link, position) => ({ ...link, rowId: ids[index] ?? '', position }))))
    return { created: ids.length, alreadyThere, rejected, act: db.act }
  })
}

/** What heads a column that every register has. */
export function columnName(language: Language, fixed: 'title' | 'on' | 'district' | 'organisations' | 'people' | 'agreement' | 'note', { rowName }: Pick<Register, 'rowName'>): string {
  return fixed === 'title' ? `${rowName.slice(0, 1).toUpperCase()}${rowName.slice(1)}` : say(language, `resultRegisters.column.${fixed}`)
}

async function prepare(db: Reader, context: Pick<JobContext, 'about' | 'language' | 'today'>, register: Register, workbook: Workbook, file: string): Promise<Prepared> {
  const { language } = context
  const read = workbook.sheets.filter((sheet) => !sheet.hidden).flatMap((sheet) => {
    const found = readRegisterSheet(sheet.rows, register, { date1904: workbook.date1904 })
    return found === null ? [] : [{ sheet, ...found }]
  })
  const best = read.toSorted((one, other) => other.rows.length - one.rows.length)[0] ?? refuse('resultRegisters.noHeading', { file, title: columnName(language, 'title', register), day: columnName(language, 'on', register) })
  const meantBy = await targetsOf(db, best.rows, context)
  const there = new Set((await db.selectFrom('resultRows').select(['title', 'on']).where('registerId', '=', register.id).where('removedAt', 'is', null).execute()).map(rowKey))
  const required = register.fields.filter((field) => field.isRequired && !best.columns.some(({ target }) => target !== null && 'own' in target && target.own.id === field.id))
  const seen = new Map<string, number>()
  const ready: Prepared['ready'][number][] = []
  const problems: Prepared['problems'][number][] = []
  let [alreadyThere, rejected] = [0, 0]
  for (const row of best.rows) {
    const number = best.sheet.firstRow + row.index
    const meant = meantBy(row)
    const key = rowKey(row)
    const twin = seen.get(key)
    const said = [...row.problems.map((one) => problemSaid(language, one)), ...required.map((field) => say(language, 'resultRegisters.row.blank', { label: field.label })), ...meant.problems]
    if (row.on > context.today()) said.push(say(language, 'resultRegisters.row.later', { day: formatDate(row.on) }))
    if (said.length === 0 && there.has(key)) {
      alreadyThere += 1
      continue
    }
    if (said.length === 0 && twin !== undefined) said.push(say(language, 'resultRegisters.row.twice', { row: twin }))
    problems.push(...said.map((sentence) => ({ row: number, sentence })))
    if (said.length > 0) {
      rejected += 1
      continue
    }
    seen.set(key, number)
    ready.push({ row, meant })
  }
  return { sheet: best.sheet.name, columns: best.columns, rows: best.rows.length, ready, alreadyThere, problems, rejected }
}

function problemSaid(language: Language, { kind, label, written, field }: RowProblem): string {
  switch (kind) {
    case 'noTitle':
    case 'noDay':
      return say(language, `resultRegisters.row.${kind}`)
    case 'badDay':
      return say(language, 'resultRegisters.row.badDay', { written })
    case 'tooLong':
      return say(language, 'resultRegisters.row.tooLong', { written })
    case 'blank':
      return say(language, 'resultRegisters.row.blank', { label })
    case 'wrong':
      return say(language, 'resultRegisters.row.wrong', { label, written, kind: field?.kind ?? 'text', options: field?.options.join(', ') ?? '' })
  }
}
