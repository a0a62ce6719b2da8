import type { FileRef } from '../../../shared/rpc/wire.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { groupedNumber } from '../../../shared/domain/numbers.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { JobContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import type { Breakdown, Fact, ReportData, ReportHeader } from '../../documents/report-model.ts'
import { agreementOf, partiesOf } from '../agreements/records.ts'
import { editionOf, programmeOf } from '../programmes/records.ts'
import type { ListColumn } from '../reports/columns.ts'
import { listed } from '../reports/columns.ts'
import { headerOf, written } from '../reports/written.ts'
import type { Budget, LineSeen } from './sums.ts'
import { budgetOf } from './sums.ts'

interface Asked {
  readonly editionId?: string | undefined
  readonly agreementId?: string | undefined
  readonly format: 'xlsx' | 'pdf'
}

/** What was planned and spent, line by line, with the sums in soles and in the currency of who pays. */
export async function budgetReport(context: JobContext, { editionId, agreementId, format }: Asked): Promise<FileRef> {
  if (editionId === undefined && agreementId === undefined) refuse('lists.nothingChosen')
  const { language } = context
  const data = await context.read(async (db) => {
    const today = context.today()
    const budget = await budgetOf(db, { editionIds: editionId === undefined ? undefined : [editionId], agreementId, language, today })
    const { columns, rows, facts } = listed(budget.lines, columnsOf(language, budget, { ofEdition: editionId !== undefined, ofAgreement: agreementId !== undefined }), format)
    const result: ReportData = {
      language,
      title: say(language, 'budget.report'),
      subtitle: await subtitleOf(db, editionId, agreementId),
      header: await headerWith(db, today, editionId ?? null, agreementId),
      facts: [...factsOf(language, budget), ...facts],
      columns,
      rows,
      totals: totalsOf(language, budget),
      columnsThatStay: 2,
    }
    return result
  })
  return written(context, data, format)
}

async function subtitleOf(db: Reader, editionId: string | undefined, agreementId: string | undefined): Promise<string> {
  const agreement = agreementId === undefined ? null : await agreementOf(db, agreementId)
  const edition = editionId === undefined ? null : await editionOf(db, editionId)
  const programme = edition === null ? null : await programmeOf(db, edition.programmeId)
  return [agreement?.number, agreement?.title, programme?.name, edition?.name].filter((part) => part !== null && part !== undefined).join(' · ')
}

/** The usual head, with the logos of who signed the agreement. */
async function headerWith(db: Reader, today: string, editionId: string | null, agreementId: string | undefined): Promise<ReportHeader> {
  const header = await headerOf(db, today, editionId)
  if (agreementId === undefined || editionId !== null) return header
  const ids = [...new Set((await partiesOf(db, [agreementId])).flatMap((party) => party.logoAssetId ?? []))]
  const images = ids.length === 0 ? [] : await db.selectFrom('assets').select(['id', 'bytes']).where('id', 'in', ids).execute()
  return { ...header, logos: [...header.logos, ...ids.flatMap((id) => images.filter((image) => image.id === id).map((image) => image.bytes))] }
}

function columnsOf(language: Language, { sums }: Budget, of: { readonly ofEdition: boolean; readonly ofAgreement: boolean }): ListColumn<LineSeen>[] {
  const inCurrency = (currency: string): ListColumn<LineSeen>[] => {
    const part = (line: LineSeen) => line.inSums.find((one) => one.currency === currency)
    const column = (label: string, cents: (line: LineSeen) => number | null): ListColumn<LineSeen> =>
      currency === 'PEN' ? { label, kind: 'money', of: cents } : { label, kind: 'decimal', of: (line) => hundredth(cents(line)) }
    return [column(say(language, 'budget.plannedIn', { currency }), (line) => part(line)?.plannedCents ?? null), column(say(language, 'budget.spentIn', { currency }), (line) => part(line)?.spentCents ?? null)]
  }
  return [
    { label: say(language, 'lists.order'), kind: 'integer', of: (_, index) => index + 1 },
    { label: say(language, 'budget.concept'), kind: 'text', of: (line) => line.concept },
    { label: say(language, 'budget.category'), kind: 'text', foldable: true, of: (line) => line.category },
    ...(of.ofEdition ? [] : [{ label: say(language, 'budget.edition'), kind: 'text', foldable: true, of: (line) => line.editionName } satisfies ListColumn<LineSeen>]),
    ...(of.ofAgreement ? [] : [{ label: say(language, 'budget.paidBy'), kind: 'text', foldable: true, of: (line) => line.agreementTitle ?? say(language, 'budget.ownMoney') } satisfies ListColumn<LineSeen>]),
    { label: say(language, 'budget.currency'), kind: 'text', foldable: true, of: (line) => line.currency },
    { label: say(language, 'budget.planned'), kind: 'decimal', sheetOnly: true, of: (line) => line.plannedCents / 100 },
    { label: say(language, 'budget.spent'), kind: 'decimal', sheetOnly: true, of: (line) => line.spentCents / 100 },
    ...sums.flatMap((sum) => inCurrency(sum.currency)),
    { label: say(language, 'budget.percent'), kind: 'decimal', of: (line) => line.percent },
    { label: say(language, 'budget.expenses'), kind: 'text', of: (line) => line.expenses.map(expenseSaid).join('\n') },
  ]
}

const hundredth = (cents: number | null): number | null => (cents === null ? null : cents / 100)

/** "12/03/2026 · F001-23 · Imprenta Sol · € 300.00". */
function expenseSaid(one: LineSeen['expenses'][number]): string {
  return [formatDate(one.spentOn), one.document, one.supplier, formatMoney(one.amountCents, one.currency)].filter((part) => part !== null).join(' · ')
}

function factsOf(language: Language, { sums, missing }: Budget): Fact[] {
  const people = sums[0]?.people ?? 0
  return [
    ...sums.flatMap(({ currency, plannedCents, spentCents, percent, costPerPersonCents }): Fact[] => [
      { label: say(language, 'budget.plannedIn', { currency }), value: formatMoney(plannedCents, currency) },
      { label: say(language, 'budget.spentIn', { currency }), value: percent === null ? formatMoney(spentCents, currency) : `${formatMoney(spentCents, currency)} (${groupedNumber(percent, 1)} %)` },
      ...(costPerPersonCents === null ? [] : [{ label: say(language, 'budget.costPerPersonIn', { currency }), value: formatMoney(costPerPersonCents, currency) }]),
    ]),
    { label: say(language, 'budget.people'), value: groupedNumber(people) },
    ...missing.map((sentence) => ({ label: say(language, 'budget.missing'), value: sentence })),
  ]
}

/** By category, in whole soles: what was spent has the share and the chart. */
function totalsOf(language: Language, { lines, sums }: Budget): Breakdown[] {
  const soles = sums.find((sum) => sum.currency === 'PEN')
  if (soles === undefined || soles.spentCents === 0) return []
  const part = (line: LineSeen) => line.inSums.find((one) => one.currency === 'PEN')
  const groups = Map.groupBy(lines, (line) => line.category ?? say(language, 'budget.noCategory'))
  const whole = (some: readonly LineSeen[], cents: (line: LineSeen) => number): number => Math.round(some.reduce((sum, line) => sum + cents(line), 0) / 100)
  const rows = [...groups].map(([label, some]) => [label, whole(some, (line) => part(line)?.spentCents ?? 0), whole(some, (line) => part(line)?.plannedCents ?? 0)] as const)
  return [{ title: say(language, 'budget.byCategory'), columns: [say(language, 'budget.category'), say(language, 'budget.spent'), say(language, 'budget.planned')], rows, total: [Math.round(soles.spentCents / 100), Math.round(soles.plannedCents / 100)] }]
}
