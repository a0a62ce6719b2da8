import { formatDate } from '../../../shared/domain/dates.ts'
import { textSortKey } from '../../../shared/domain/names.ts'
import { groupedNumber } from '../../../shared/domain/numbers.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { byText } from '../../../shared/domain/order.ts'
import type { RegisterField, RegisterFieldKind, RegisterValue } from '../../../shared/domain/registers.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { About, JobContext } from '../../core/context.ts'
import type { Breakdown, ColumnKind, Fact, ReportData } from '../../documents/report-model.ts'
import { districtName, districtsOf } from '../geography.ts'
import type { ListColumn } from '../reports/columns.ts'
import { listed } from '../reports/columns.ts'
import { headerOf, written } from '../reports/written.ts'
import type { Register } from './records.ts'
import type { RegisterRow } from './rows.ts'
import { registerRows } from './rows.ts'
import { columnName } from './sheet.ts'

/** The rows of a register, with how many there are in each region, year and option. */
export async function registerReport(context: JobContext, registerId: string, format: 'xlsx' | 'pdf'): Promise<FileRef> {
  const { language, about } = context
  const data = await context.read(async (db) => {
    const { register, rows: records } = await registerRows(db, registerId, null, null)
    const { columns, rows, facts } = listed(records, columnsOf(language, register, records, about), format)
    const result: ReportData = {
      language,
      title: register.name,
      header: await headerOf(db, context.today(), null),
      facts: [...factsOf(language, register, records), ...facts],
      columns,
      rows,
      totals: totalsOf(language, register, records, about),
      columnsThatStay: 2,
    }
    return result
  })
  return written(context, data, format)
}

const COLUMN_KINDS: Readonly<Record<RegisterFieldKind, ColumnKind>> = { text: 'text', number: 'decimal', date: 'date', choice: 'text', yesno: 'text', money: 'money' }

/** Whole numbers stand without decimals. */
function columnKind({ id, kind }: RegisterField, rows: readonly RegisterRow[]): ColumnKind {
  return kind === 'number' && rows.every((row) => Number.isInteger(row.values[id] ?? 0)) ? 'integer' : COLUMN_KINDS[kind]
}

function columnsOf(language: Language, register: Register, rows: readonly RegisterRow[], about: About): ListColumn<RegisterRow>[] {
  const own = register.fields.map((field): ListColumn<RegisterRow> => ({ label: field.label, kind: columnKind(field, rows), of: (row) => shown(language, row.values[field.id] ?? null) }))
  return [
    { label: say(language, 'lists.order'), kind: 'integer', of: (_, index) => index + 1 },
    { label: columnName(language, 'title', register), kind: 'text', of: (row) => row.title },
    { label: columnName(language, 'on', register), kind: 'date', of: (row) => row.on },
    { label: columnName(language, 'district', register), kind: 'text', of: (row) => districtName(about, row.districtCode), foldable: true },
    ...own,
    { label: say(language, 'resultRegisters.links'), kind: 'text', of: (row) => row.links.map((link) => link.name).join('\n') },
    { label: say(language, 'resultRegisters.files'), kind: 'integer', of: (row) => row.attachments },
    { label: columnName(language, 'note', register), kind: 'text', of: (row) => row.note, sheetOnly: true },
  ]
}

function shown(language: Language, value: RegisterValue): RegisterValue {
  return typeof value === 'boolean' ? say(language, value ? 'reports.yes' : 'reports.no') : value
}

function factsOf(language: Language, register: Register, rows: readonly RegisterRow[]): Fact[] {
  const [first, last] = [rows[0], rows.at(-1)]
  const sums = register.fields.filter((field) => field.kind === 'money' || field.kind === 'number').flatMap((field): Fact[] => {
    const values = rows.flatMap((row) => (typeof row.values[field.id] === 'number' ? [Number(row.values[field.id])] : []))
    const sum = values.reduce((total, value) => total + value, 0)
    return values.length === 0 ? [] : [{ label: say(language, 'resultRegisters.sumOf', { label: field.label }), value: field.kind === 'money' ? formatMoney(sum) : groupedNumber(sum, Number.isInteger(sum) ? 0 : 2) }]
  })
  return [
    ...(register.description === null ? [] : [{ label: say(language, 'resultRegisters.about'), value: register.description }]),
    { label: say(language, 'resultRegisters.factRows'), value: groupedNumber(rows.length) },
    ...(first === undefined || last === undefined ? [] : [{ label: say(language, 'resultRegisters.factDays'), value: first.on === last.on ? formatDate(first.on) : `${formatDate(first.on)} – ${formatDate(last.on)}` }]),
    ...(rows.length === 0 ? [] : [{ label: say(language, 'resultRegisters.factFiles'), value: say(language, 'resultRegisters.ofRows', { n: rows.filter((row) => row.attachments > 0).length, of: rows.length }) }]),
    ...sums,
  ]
}

function totalsOf(language: Language, register: Register, rows: readonly RegisterRow[], about: About): Breakdown[] {
  if (rows.length === 0) return []
  const unknown = say(language, 'lists.unknown')
  const counted = (title: string, column: string, names: readonly string[]): Breakdown => {
    const counts = [...Map.groupBy(names, (name) => name)].map(([name, all]): [string, number] => [name, all.length])
    counts.sort(([one, n], [other, m]) => Number(one === unknown) - Number(other === unknown) || m - n || byText(textSortKey(one), textSortKey(other)))
    return { title, columns: [column, say(language, 'resultRegisters.factRows')], rows: counts }
  }
  const region = (row: RegisterRow): string => (row.districtCode === null ? unknown : (districtsOf(about).byCode(row.districtCode)?.department ?? unknown))
  const years = [...Map.groupBy(rows, (row) => row.on.slice(0, 4))].map(([year, of]): [string, number] => [year, of.length])
  return [
    counted(say(language, 'lists.byRegion'), say(language, 'lists.region'), rows.map(region)),
    ...(years.length > 1 ? [{ title: say(language, 'resultRegisters.byYear'), columns: [say(language, 'resultRegisters.year'), say(language, 'resultRegisters.factRows')] as const, rows: years }] : []),
    ...register.fields
      .filter((field) => field.kind === 'choice' || field.kind === 'yesno')
      .map((field) => counted(say(language, 'resultRegisters.byField', { label: field.label }), field.label, rows.map((row) => String(shown(language, row.values[field.id] ?? null) ?? unknown)))),
  ]
}
