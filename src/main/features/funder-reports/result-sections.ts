import { formatDate } from '../../../shared/domain/dates.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { groupedNumber } from '../../../shared/domain/numbers.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Block } from '../../documents/funder-report/model.ts'
import { figureText } from '../../documents/report-format.ts'
import type { Column, Row, Value } from '../../documents/report-model.ts'
import { budgetOf } from '../budget/sums.ts'
import { completionSaid, datesSaid } from '../commitments/words.ts'
import { commitmentSeen } from '../commitments/seen.ts'
import type { InitiativeRow } from '../initiatives/list.ts'
import { initiativesListed } from '../initiatives/list.ts'
import { registerRows } from '../result-registers/rows.ts'
import type { Composing } from './composing.ts'
import { bodyOf, table } from './composing.ts'
import type { Section } from './records.ts'
import { nothing } from './training-sections.ts'

const text = (label: string): Column => ({ label, kind: 'text' })

/** Initiatives and action plans of its courses and of its agreement, with their stage and their follow-up. */
export async function initiativesSection(composing: Composing, section: Section): Promise<Block[]> {
  const { context: { language } } = composing
  const rows = await initiativesOf(composing)
  if (rows.length === 0) return nothing(composing, section)
  const done = rows.filter((row) => row.followUps.some((one) => one.state === 'done')).length
  const stages = [...Map.groupBy(rows, (row) => row.stage)].map(([stage, own]) => ({ label: say(language, `initiatives.stage.${stage}`), value: own.length, words: String(own.length) }))
  return [
    ...bodyOf(section),
    { kind: 'text', text: say(language, 'funderReports.initiativesTold', { n: rows.length, followed: done }) },
    ...(stages.length < 2 ? [] : [{ kind: 'chart' as const, title: say(language, 'funderReports.byStage'), alt: stages.map((one) => `${one.label}: ${one.words}`).join('; '), chart: { kind: 'bars' as const, bars: stages } }]),
    table(
      [text(say(language, 'funderReports.initiative')), text(say(language, 'funderReports.place')), text(say(language, 'funderReports.authors')), text(say(language, 'funderReports.stage')), text(say(language, 'funderReports.since')), { label: say(language, 'funderReports.beneficiaries'), kind: 'integer' }, text(say(language, 'funderReports.amount'))],
      rows.map((row): Row => [row.title, row.placeLabel, row.authors.join('; '), say(language, `initiatives.stage.${row.stage}`), formatDate(row.stageOn), row.beneficiaries, row.amountCents === null ? null : moneyText(row.amountCents, row.currency ?? 'PEN')]),
    ),
  ]
}

/** Those of the courses of the report, and of its agreement. */
export async function initiativesOf({ context: { db, about, today }, report, editionIds }: Pick<Composing, 'context' | 'report' | 'editionIds'>): Promise<InitiativeRow[]> {
  const { rows } = await initiativesListed(db, {}, { about, today: today() })
  const editions = new Set(editionIds)
  return rows.filter((row) => (row.editionId !== null && editions.has(row.editionId)) || (report.agreementId !== null && row.agreementId === report.agreementId))
}

/** The registers that the frame counts, or all where it counts none, over the report's days. */
export async function registersSection(composing: Composing, section: Section): Promise<Block[]> {
  const { context: { db, language }, report, span } = composing
  const counted = (await db.selectFrom('indicators').select('definition').where('frameId', '=', report.frameId).where('removedAt', 'is', null).where('counts', '=', 'rows').execute()).flatMap((row) => (JSON.parse(row.definition) as { registerId: string | null }).registerId ?? [])
  const all = (await db.selectFrom('resultRegisters').select('id').where('removedAt', 'is', null).orderBy('sortKey').orderBy('id').execute()).map((row) => row.id)
  const blocks: Block[] = []
  for (const id of all.filter((one) => counted.length === 0 || counted.includes(one))) {
    const { register, rows } = await registerRows(db, id, span.from, span.until)
    if (rows.length === 0) continue
    const fields = register.fields.slice(0, 6)
    const saidValue = (value: unknown, kind: string): Value => (value === null || value === undefined ? null : typeof value === 'boolean' ? value : kind === 'date' ? formatDate(String(value)) : kind === 'money' ? formatMoney(Number(value)) : typeof value === 'number' ? figureText(value) : String(value))
    blocks.push({ kind: 'heading', text: register.name })
    blocks.push(
      table(
        [text(register.rowName), text(say(language, 'funderReports.day')), ...fields.map((field) => text(field.label)), text(say(language, 'funderReports.linked'))],
        rows.map((row): Row => [row.title, formatDate(row.on), ...fields.map((field) => saidValue(row.values[field.id], field.kind)), row.links.map((link) => link.name).join('; ')]),
      ),
    )
  }
  return blocks.length === 0 ? nothing(composing, section) : [...bodyOf(section), ...blocks]
}

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
        [text(say(language, 'funderReports.product')), text(say(language, 'funderReports.dates')), text(say(language, 'funderReports.state')), text(say(language, 'funderReports.verification')), text(say(language, 'funderReports.responsible'))],
        seen.items.map((item): Row => [item.kind === 'milestone' ? `— ${item.name}` : item.name, item.startsOn === null && item.endsOn === null ? null : datesSaid(language, item), say(language, `commitments.state.${item.state}`), item.verification, item.responsible]),
      ),
    )
  }
  return blocks.length === 0 ? nothing(composing, section) : [...bodyOf(section), ...blocks]
}

async function linkedCommitments({ context: { db }, editionIds }: Composing): Promise<string[]> {
  if (editionIds.length === 0) return []
  const rows = await db.selectFrom('commitmentLinks').innerJoin('commitments', 'commitments.id', 'commitmentLinks.commitmentId').select('commitmentLinks.commitmentId').distinct().where('commitmentLinks.editionId', 'in', [...editionIds]).where('commitmentLinks.removedAt', 'is', null).where('commitments.removedAt', 'is', null).orderBy('commitmentLinks.commitmentId').execute()
  return rows.map((row) => row.commitmentId)
}

/** Planned and spent, line by line, in soles and in the funder's currency. */
export async function budgetSection(composing: Composing, section: Section): Promise<Block[]> {
  const { context: { db, language, today }, report, editionIds, problems } = composing
  const which = report.agreementId !== null ? { agreementId: report.agreementId } : { editionIds }
  if (report.agreementId === null && editionIds.length === 0) return nothing(composing, section)
  const budget = await budgetOf(db, { ...which, currency: report.currency, language, today: today() })
  for (const sentence of budget.missing) problems.push({ sentence, isFatal: false, sectionId: section.id })
  if (budget.lines.length === 0) return nothing(composing, section)
  const money = (cents: number, currency: string): string => moneyText(cents, currency)
  const shown = budget.sums.filter((sum) => sum.currency === 'PEN' || report.currency === null || sum.currency === report.currency)
  return [
    ...bodyOf(section),
    table(
      [text(say(language, 'funderReports.concept')), text(say(language, 'funderReports.category')), text(say(language, 'funderReports.plannedMoney')), text(say(language, 'funderReports.spentMoney')), text('%')],
      budget.lines.map((line): Row => [line.concept, line.category, money(line.plannedCents, line.currency), money(line.spentCents, line.currency), line.percent === null ? '—' : `${figureText(Math.round(line.percent * 10) / 10)} %`]),
    ),
    table(
      [text(say(language, 'funderReports.currency')), { label: say(language, 'funderReports.plannedMoney'), kind: 'decimal' }, { label: say(language, 'funderReports.spentMoney'), kind: 'decimal' }, text('%'), { label: say(language, 'funderReports.people'), kind: 'integer' }, { label: say(language, 'funderReports.perPerson'), kind: 'decimal' }],
      shown.map((sum): Row => [sum.currency, sum.plannedCents / 100, sum.spentCents / 100, sum.percent === null ? '—' : `${figureText(Math.round(sum.percent * 10) / 10)} %`, sum.people, sum.costPerPersonCents === null ? null : sum.costPerPersonCents / 100]),
      { title: say(language, 'funderReports.sums') },
    ),
    ...budget.missing.map((sentence): Block => ({ kind: 'note', text: sentence })),
  ]
}

const moneyText = (cents: number, currency: string): string => (currency === 'PEN' ? formatMoney(cents) : `${currency} ${groupedNumber(cents / 100, 2)}`)
