import { formatDate } from '../../../shared/domain/dates.ts'
import { initiativeStages } from '../../../shared/domain/initiatives.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { groupedNumber } from '../../../shared/domain/numbers.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Block } from '../../documents/funder-report/model.ts'
import type { Column, Row, Value } from '../../documents/report-model.ts'
import { budgetOf } from '../budget/sums.ts'
import { completionSaid, datesSaid } from '../commitments/words.ts'
import { commitmentSeen } from '../commitments/seen.ts'
import type { InitiativeRow } from '../initiatives/list.ts'
import { initiativesListed } from '../initiatives/list.ts'
import type { Register } from '../result-registers/records.ts'
import type { RegisterRow } from '../result-registers/rows.ts'
import { registerRows } from '../result-registers/rows.ts'
import type { Composing } from './composing.ts'
import { bodyOf, percentFigure, table, withoutEmpty } from './composing.ts'
import type { Section } from './records.ts'

const text = (label: string): Column => ({ label, kind: 'text' })

/** Initiatives and action plans of its courses and of its agreement, as far as they were on the report's last day. */
export async function initiativesSection(composing: Composing, section: Section): Promise<Block[]> {
  const { context: { language } } = composing
  const rows = await initiativesOf(composing)
  if (rows.length === 0) return bodyOf(section)
  const done = rows.filter((row) => row.followUps.some((one) => one.state === 'done' && (one.checkedOn ?? one.dueOn) <= composing.span.until)).length
  const stages = initiativeStages.flatMap((stage) => {
    const n = rows.filter((row) => row.stage === stage).length
    return n === 0 ? [] : [{ label: say(language, `initiatives.stage.${stage}`), value: n, words: String(n) }]
  })
  const currencies = new Set(rows.flatMap((row) => (row.amountCents === null ? [] : (row.currency ?? 'PEN'))))
  const [only] = currencies
  const isOne = currencies.size === 1 && only !== undefined
  const amount: Column = isOne ? { label: `${say(language, 'funderReports.amount')} (${only === 'PEN' ? 'S/' : only})`, kind: 'decimal' } : text(say(language, 'funderReports.amount'))
  const title = say(language, 'funderReports.byStage')
  return [
    ...bodyOf(section),
    { kind: 'text', text: say(language, 'funderReports.initiativesTold', { n: rows.length, followed: done }) },
    ...(stages.length < 2 ? [] : [{ kind: 'chart' as const, title, alt: `${title}: ${stages.map((one) => `${one.label}, ${one.words}`).join('; ')}`, chart: { kind: 'bars' as const, bars: stages } }]),
    table([text(say(language, 'funderReports.stage')), { label: say(language, 'funderReports.initiatives'), kind: 'integer' }, { label: '%', kind: 'figure' }], stages.map((one): Row => [one.label, one.value, percentFigure(one.value, rows.length)]), { title: stages.length < 2 ? title : null, total: [say(language, 'funderReports.total'), rows.length, 100] }),
    table(
      [text(say(language, 'funderReports.initiative')), text(say(language, 'funderReports.place')), text(say(language, 'funderReports.authors')), text(say(language, 'funderReports.stage')), text(say(language, 'funderReports.since')), { label: say(language, 'funderReports.beneficiaries'), kind: 'integer' }, amount],
      rows.map((row): Row => [row.title, row.placeLabel, row.authors.join('; '), say(language, `initiatives.stage.${row.stage}`), formatDate(row.stageOn), row.beneficiaries, row.amountCents === null ? null : isOne ? row.amountCents / 100 : moneyText(row.amountCents, row.currency ?? 'PEN')]),
    ),
  ]
}

/** Those of the courses of the report, and of its agreement, that had begun by its last day and had not ended before its first; each in the stage of that day. */
export async function initiativesOf({ context: { db, about, today }, report, editionIds, span }: Pick<Composing, 'context' | 'report' | 'editionIds' | 'span'>): Promise<InitiativeRow[]> {
  const { rows } = await initiativesListed(db, {}, { about, today: today() })
  const editions = new Set(editionIds)
  const own = rows.filter((row) => (row.editionId !== null && editions.has(row.editionId)) || (report.agreementId !== null && row.agreementId === report.agreementId))
  if (own.length === 0) return []
  const steps = Map.groupBy(await db.selectFrom('initiativeSteps').select(['initiativeId', 'stage', 'on']).where('removedAt', 'is', null).where('on', '<=', span.until).orderBy('on').orderBy('id').execute(), (step) => step.initiativeId)
  return own.flatMap((row) => {
    const last = steps.get(row.id)?.at(-1)
    if (last === undefined) return []
    const hasEnded = (last.stage === 'finished' || last.stage === 'stopped') && last.on < span.from
    return hasEnded && !row.followUps.some((one) => one.checkedOn !== null && one.checkedOn >= span.from && one.checkedOn <= span.until) ? [] : [{ ...row, stage: last.stage, stageOn: last.on }]
  })
}

/** The registers that the frame counts, and rows of others that belong to its agreement or its courses, over the report's days. */
export async function registersSection(composing: Composing, section: Section): Promise<Block[]> {
  const { context: { db, language }, report, span } = composing
  const counted = new Set((await db.selectFrom('indicators').select('definition').where('frameId', '=', report.frameId).where('removedAt', 'is', null).where('counts', '=', 'rows').execute()).flatMap((row) => (JSON.parse(row.definition) as { registerId: string | null }).registerId ?? []))
  const editions = new Set(composing.editionIds)
  const isOwn = (row: RegisterRow): boolean => (row.agreementId !== null && row.agreementId === report.agreementId) || (row.editionId !== null && editions.has(row.editionId))
  const all = (await db.selectFrom('resultRegisters').select('id').where('removedAt', 'is', null).orderBy('sortKey').orderBy('id').execute()).map((row) => row.id)
  const blocks: Block[] = []
  for (const id of all) {
    const { register, rows } = await registerRows(db, id, span.from, span.until)
    const told = counted.has(id) ? rows : rows.filter(isOwn)
    if (told.length > 0) blocks.push({ kind: 'heading', text: register.name }, { kind: 'text', text: say(language, 'funderReports.registerTold', { n: told.length }) }, registerTable(composing, register, told))
    else if (counted.has(id)) blocks.push({ kind: 'heading', text: register.name }, { kind: 'note', text: say(language, 'funderReports.nothing') })
  }
  return [...bodyOf(section), ...blocks]
}

/** So many fields of a register stand beside each other. */
const mostFields = 6

function registerTable({ context: { language } }: Composing, register: Register, rows: readonly RegisterRow[]): Block {
  const fields = register.fields.slice(0, mostFields)
  const isLinked = rows.some((row) => row.links.length > 0)
  const columnOf = ({ label, kind }: (typeof fields)[number]): Column => ({ label, kind: kind === 'money' ? 'money' : kind === 'number' ? 'figure' : 'text' })
  const said = (value: Value | undefined, kind: string): Value => (value === null || value === undefined ? null : kind === 'date' ? formatDate(String(value)) : value)
  return table(
    ...withoutEmpty(
    [text(capital(register.rowName)), text(say(language, 'funderReports.day')), ...fields.map(columnOf), ...(isLinked ? [text(say(language, 'funderReports.linked'))] : [])],
    rows.map((row): Row => [row.title, formatDate(row.on), ...fields.map((field) => said(row.values[field.id], field.kind)), ...(isLinked ? [row.links.map((link) => link.name).join('; ')] : [])]),
    ),
  )
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** The commitment that the frame belongs to, product by product. */
export async function commitmentsSection(composing: Composing, section: Section): Promise<Block[]> {
  const { context, report } = composing
  const { db, language } = context
  const frame = await db.selectFrom('frames').select('commitmentId').where('id', '=', report.frameId).executeTakeFirst()
  const ids = frame?.commitmentId != null ? [frame.commitmentId] : await linkedCommitments(composing)
  const blocks: Block[] = []
  for (const id of ids) {
    const seen = await commitmentSeen(context, id)
    blocks.push({ kind: 'heading', text: [seen.commitment.code, seen.commitment.title].filter((part) => part !== null).join(' ') })
    blocks.push({ kind: 'text', text: `${completionSaid(language, seen.commitment)}${seen.commitment.completionNote === null ? '' : `. ${seen.commitment.completionNote}`}` })
    blocks.push(
      table(
        ...withoutEmpty(
        [text(say(language, 'funderReports.product')), text(say(language, 'funderReports.dates')), text(say(language, 'funderReports.state')), text(say(language, 'funderReports.verification')), text(say(language, 'funderReports.responsible'))],
        seen.items.map((item): Row => [item.kind === 'milestone' ? `— ${item.name}` : item.name, item.startsOn === null && item.endsOn === null ? null : datesSaid(language, item), say(language, `commitments.state.${item.state}`), item.verification, item.responsible]),
        ),
      ),
    )
  }
  return [...bodyOf(section), ...blocks]
}

async function linkedCommitments({ context: { db }, editionIds, span }: Composing): Promise<string[]> {
  if (editionIds.length === 0) return []
  const rows = await db.selectFrom('commitmentLinks').innerJoin('commitments', 'commitments.id', 'commitmentLinks.commitmentId').select('commitmentLinks.commitmentId').distinct().where('commitmentLinks.editionId', 'in', [...editionIds]).where('commitmentLinks.removedAt', 'is', null).where('commitments.removedAt', 'is', null)
    .where((eb) => eb.and([eb.or([eb('commitments.startsOn', 'is', null), eb('commitments.startsOn', '<=', span.until)]), eb.or([eb('commitments.endsOn', 'is', null), eb('commitments.endsOn', '>=', span.from)])]))
    .orderBy('commitmentLinks.commitmentId').execute()
  return rows.map((row) => row.commitmentId)
}

/** Planned, spent in these days and until their end, line by line, then in soles and in the funder's currency. */
export async function budgetSection(composing: Composing, section: Section): Promise<Block[]> {
  const { context: { db, language, today }, report, editionIds, problems, span } = composing
  const which = report.agreementId !== null ? { agreementId: report.agreementId } : { editionIds }
  if (report.agreementId === null && editionIds.length === 0) return bodyOf(section)
  const asked = { ...which, currency: report.currency, language, today: today(), until: span.until }
  const budget = await budgetOf(db, asked)
  const inDays = await budgetOf(db, { ...asked, from: span.from })
  for (const sentence of budget.missing) problems.push({ sentence, isFatal: false, sectionId: section.id })
  if (budget.lines.length === 0) return bodyOf(section)
  const money = (label: string): Column => ({ label, kind: 'decimal' })
  const spent = [money(say(language, 'funderReports.plannedMoney')), money(say(language, 'funderReports.spentInDays')), money(say(language, 'funderReports.spentMoney')), { label: '%', kind: 'figure' as const }]
  const oneDecimal = (percent: number | null): number | null => (percent === null ? null : Math.round(percent * 10) / 10)
  const shown = budget.sums.filter((sum) => sum.currency === 'PEN' || report.currency === null || sum.currency === report.currency)
  return [
    ...bodyOf(section),
    table(
      [text(say(language, 'funderReports.concept')), text(say(language, 'funderReports.category')), text(say(language, 'funderReports.currency')), ...spent],
      budget.lines.map((line): Row => [line.concept, line.category, line.currency, line.plannedCents / 100, (inDays.lines.find((one) => one.id === line.id)?.spentCents ?? 0) / 100, line.spentCents / 100, oneDecimal(line.percent)]),
    ),
    table(
      [text(say(language, 'funderReports.currency')), ...spent, { label: say(language, 'funderReports.people'), kind: 'integer' }, money(say(language, 'funderReports.perPerson'))],
      shown.map((sum): Row => [sum.currency, sum.plannedCents / 100, (inDays.sums.find((one) => one.currency === sum.currency)?.spentCents ?? 0) / 100, sum.spentCents / 100, oneDecimal(sum.percent), sum.people, sum.costPerPersonCents === null ? null : sum.costPerPersonCents / 100]),
      { title: say(language, 'funderReports.sums') },
    ),
    ...budget.missing.map((sentence): Block => ({ kind: 'note', text: sentence })),
  ]
}

const moneyText = (cents: number, currency: string): string => (currency === 'PEN' ? formatMoney(cents) : `${currency} ${groupedNumber(cents / 100, 2)}`)
