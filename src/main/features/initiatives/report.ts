import { formatDate } from '../../../shared/domain/dates.ts'
import { initiativeStages } from '../../../shared/domain/initiatives.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { groupedNumber } from '../../../shared/domain/numbers.ts'
import { byText } from '../../../shared/domain/order.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { Breakdown, Fact, ReportData } from '../../documents/report-model.ts'
import type { ListColumn } from '../reports/columns.ts'
import { listed } from '../reports/columns.ts'
import { headerOf, written } from '../reports/written.ts'
import type { InitiativeFilter, InitiativeRow, Taking } from './list.ts'
import { initiativesListed, peopleOf } from './list.ts'

/** A row of the list with what only a report has room for. */
interface ReportRow extends InitiativeRow {
  readonly people: readonly Taking[]
  readonly problem: string | null
  readonly proposal: string | null
  readonly outcome: string | null
}

/** Initiatives and action plans as the filter shows them, with how many stand in each stage and place. */
export async function initiativesReport(context: JobContext, { format, ...filter }: InitiativeFilter & { readonly format: 'xlsx' | 'pdf' }): Promise<FileRef> {
  const { language } = context
  const data = await context.read(async (db) => {
    const { rows: seen } = await initiativesListed(db, filter, { about: context.about, today: context.today() })
    const records = await whole(db, seen)
    const { columns, rows, facts } = listed(records, columnsOf(language), format)
    const editionId = filter.editionId ?? null
    const result: ReportData = {
      language,
      title: say(language, 'initiatives.report', { kind: filter.kind ?? 'all' }),
      ...(seen[0]?.editionName && new Set(seen.map((row) => row.editionId)).size === 1 ? { subtitle: seen[0].editionName } : {}),
      header: await headerOf(db, context.today(), editionId),
      facts: [...factsOf(language, seen), ...facts],
      columns,
      rows,
      totals: totalsOf(language, seen),
      columnsThatStay: 2,
    }
    return result
  })
  return written(context, data, format)
}

async function whole(db: Reader, rows: readonly InitiativeRow[]): Promise<ReportRow[]> {
  const ids = rows.map((row) => row.id)
  const people = Map.groupBy(await peopleOf(db, ids), (one) => one.initiativeId)
  const texts = new Map<string, Pick<ReportRow, 'problem' | 'proposal' | 'outcome'>>()
  for (const chunk of inChunks(ids, 1)) {
    const found = await db.selectFrom('initiatives').select(['id', 'problem', 'proposal', 'outcome']).where('id', 'in', chunk).execute()
    for (const { id, ...text } of found) texts.set(id, text)
  }
  return rows.map((row) => ({ ...row, people: people.get(row.id) ?? [], ...(texts.get(row.id) ?? { problem: null, proposal: null, outcome: null }) }))
}

function columnsOf(language: Language): ListColumn<ReportRow>[] {
  const text = (label: string, of: (row: ReportRow) => string | null, rest: Partial<ListColumn<ReportRow>> = {}): ListColumn<ReportRow> => ({ label, kind: 'text', of, ...rest })
  const people = (role: Taking['role']) => (row: ReportRow): string => row.people.filter((one) => one.role === role).map((one) => one.shownName).join('\n')
  return [
    { label: say(language, 'lists.order'), kind: 'integer', of: (_, index) => index + 1 },
    text(say(language, 'initiatives.title'), (row) => (row.code === null ? row.title : `${row.code}. ${row.title}`), { width: 34 }),
    text(say(language, 'initiatives.kind'), (row) => say(language, `initiatives.kind.${row.kind}`), { foldable: true }),
    text(say(language, 'initiatives.place'), (row) => row.placeLabel, { foldable: true }),
    text(say(language, 'initiatives.district'), (row) => row.districtName, { sheetOnly: true }),
    text(say(language, 'initiatives.stage'), (row) => say(language, `initiatives.stage.${row.stage}`)),
    { label: say(language, 'initiatives.since'), kind: 'date', of: (row) => row.stageOn },
    text(say(language, 'initiatives.authors'), people('author')),
    text(say(language, 'initiatives.advisers'), people('adviser'), { sheetOnly: true }),
    text(say(language, 'initiatives.responsibles'), people('responsible'), { sheetOnly: true }),
    text(say(language, 'initiatives.budget'), (row) => (row.amountCents === null ? null : formatMoney(row.amountCents, row.currency ?? 'PEN'))),
    { label: say(language, 'initiatives.beneficiaries'), kind: 'integer', of: (row) => row.beneficiaries },
    text(say(language, 'initiatives.followUps'), (row) => row.followUps.map((one) => followUpSaid(language, one)).join('\n')),
    text(say(language, 'initiatives.problem'), (row) => row.problem, { sheetOnly: true }),
    text(say(language, 'initiatives.proposal'), (row) => row.proposal, { sheetOnly: true }),
    text(say(language, 'initiatives.outcome'), (row) => row.outcome),
    text(say(language, 'initiatives.course'), (row) => row.editionName, { sheetOnly: true }),
  ]
}

/** "3 meses: cumplido, 12/03/2027". */
function followUpSaid(language: Language, one: InitiativeRow['followUps'][number]): string {
  const state = say(language, one.isOverdue ? 'initiatives.followUp.overdue' : `initiatives.followUp.${one.state}`).toLowerCase()
  return say(language, 'initiatives.followUpSaid', { months: one.months, state, day: formatDate(one.state === 'pending' ? one.dueOn : one.checkedOn) })
}

function factsOf(language: Language, rows: readonly InitiativeRow[]): Fact[] {
  const sums = [...Map.groupBy(rows.filter((row) => row.amountCents !== null), (row) => row.currency ?? 'PEN')].toSorted(([one], [other]) => byText(one, other))
  const beneficiaries = rows.reduce((sum, row) => sum + (row.beneficiaries ?? 0), 0)
  const all = rows.flatMap((row) => row.followUps)
  const checked = all.filter((one) => one.state !== 'pending').length
  const overdue = rows.filter((row) => row.isOverdue).length
  return [
    { label: say(language, 'initiatives.factCount'), value: say(language, 'initiatives.inPlaces', { n: rows.length, places: new Set(rows.map((row) => row.placeLabel).filter((place) => place !== '')).size }) },
    ...(all.length === 0 ? [] : [{ label: say(language, 'initiatives.factChecked'), value: say(language, 'initiatives.ofFollowUps', { n: checked, of: all.length }) }]),
    ...(overdue === 0 ? [] : [{ label: say(language, 'initiatives.factOverdue'), value: groupedNumber(overdue) }]),
    ...(sums.length === 0 ? [] : [{ label: say(language, 'initiatives.budget'), value: sums.map(([currency, of]) => formatMoney(of.reduce((sum, row) => sum + (row.amountCents ?? 0), 0), currency)).join(' · ') }]),
    ...(beneficiaries === 0 ? [] : [{ label: say(language, 'initiatives.beneficiaries'), value: groupedNumber(beneficiaries) }]),
  ]
}

function totalsOf(language: Language, rows: readonly InitiativeRow[]): Breakdown[] {
  if (rows.length === 0) return []
  const unknown = say(language, 'lists.unknown')
  const heads = [say(language, 'initiatives.factCount'), say(language, 'initiatives.factOverdue')] as const
  const figures = (of: readonly InitiativeRow[]): [number, number] => [of.length, of.filter((row) => row.isOverdue).length]
  const places = [...Map.groupBy(rows, (row) => row.placeLabel)]
  const stages = initiativeStages.filter((stage) => rows.some((row) => row.stage === stage))
  return [
    { title: say(language, 'initiatives.byPlace'), columns: [say(language, 'initiatives.place'), ...heads], rows: places.map(([place, of]) => [place === '' ? unknown : place, ...figures(of)] as const) },
    { title: say(language, 'initiatives.byStage'), columns: [say(language, 'initiatives.stage'), ...heads], rows: stages.map((stage) => [say(language, `initiatives.stage.${stage}`), ...figures(rows.filter((row) => row.stage === stage))] as const) },
  ]
}
