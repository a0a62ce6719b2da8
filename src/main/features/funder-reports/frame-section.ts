import { formatDate } from '../../../shared/domain/dates.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Block } from '../../documents/funder-report/model.ts'
import { figureText } from '../../documents/report-format.ts'
import type { Row } from '../../documents/report-model.ts'
import { answeredValue } from '../indicators/answers.ts'
import type { Book } from '../indicators/book.ts'
import { addsUp, bookOf } from '../indicators/book.ts'
import { frameFigures } from '../indicators/figures.ts'
import type { Indicator, Period } from '../indicators/records.ts'
import { everyIndicator, indicatorsOf } from '../indicators/records.ts'
import type { Composing } from './composing.ts'
import { bodyOf, table } from './composing.ts'
import { isProtected } from './protect.ts'
import type { Section, Span } from './records.ts'

/** One indicator as the report tells it. Protected: its figure is not told. */
export interface ToldIndicator {
  readonly indicator: Indicator
  readonly label: string
  readonly resultId: string | null
  /** Of the whole frame. */
  readonly wholeTarget: number | null
  /** Of the report's days. */
  readonly target: number | null
  readonly real: number | null
  /** From the frame's first day until the last day of the report. */
  readonly accumulated: number | null
  readonly adjustment: number
  readonly isProtected: boolean
  /** Counts people of sensitive categories: the list behind it stays in the office. */
  readonly isSensitive: boolean
}

/** Every indicator of the frame over the report's days, each figure only as far as it may go out. */
export async function toldIndicators(composing: Composing): Promise<ToldIndicator[]> {
  const { context, report, span, facts, protection, figures, isDraft } = composing
  const own = await indicatorsOf(context.db, report.frameId)
  const all = await everyIndicator(context.db)
  const framed = await frameFigures(context, report.frameId)
  const book = await bookOf(context)
  const within = periodsWithin(framed.periods, span)
  const places = within.map((period) => framed.periods.indexOf(period))
  const told: ToldIndicator[] = []
  for (const indicator of own) {
    const row = framed.rows.find((one) => one.indicatorId === indicator.id)
    const seen = places.flatMap((place) => row?.figures[place] ?? [])
    const ofPeriod = span.period === null ? null : (seen[0] ?? null)
    const value = ofPeriod === null ? answeredValue(book, indicator, { kind: 'days', span }) : ofPeriod.actual
    const isSensitive = isProtected(indicator, all)
    // A draft does not tell: two drafts side by side would be two reports.
    const real = !isSensitive ? value : isDraft ? null : protection.figure(facts, indicator, span, value)
    const label = [indicator.code, indicator.name].filter((part) => part !== null).join(' ')
    figures.push({ key: indicator.id, label, value })
    told.push({
      indicator, label, resultId: indicator.resultId, wholeTarget: row?.figures.at(-1)?.target ?? null, target: targetOf(indicator, seen), real,
      accumulated: isSensitive ? null : accumulatedOf(book, indicator, framed.periods, span.until), adjustment: isSensitive ? 0 : (ofPeriod?.adjustment ?? 0), isProtected: isSensitive && real === null, isSensitive,
    })
  }
  return told
}

/** The periods that a report's days are made of; none where the days begin or end amid one. */
function periodsWithin(periods: readonly Period[], { from, until, period }: Span): readonly Period[] {
  if (period !== null) return periods.filter((one) => one.id === period.id)
  const inside = periods.filter((one) => one.startsOn >= from && one.endsOn <= until)
  return inside[0]?.startsOn === from && inside.at(-1)?.endsOn === until ? inside : []
}

/** Targets of periods add up only where their figures do. */
function targetOf(indicator: Indicator, seen: readonly { readonly target: number | null }[]): number | null {
  const targets = seen.flatMap((one) => one.target ?? [])
  if (targets.length === 0 || (seen.length > 1 && !addsUp(indicator) && indicator.counts !== 'sum')) return null
  return targets.reduce((sum, target) => sum + target, 0)
}

/** What was closed as it was closed, and the rest live, up to a day. */
function accumulatedOf(book: Book, indicator: Indicator, periods: readonly Period[], until: string): number | null {
  const begun = periods.filter((one) => one.startsOn <= until)
  if (begun.length === 0) return answeredValue(book, indicator, { kind: 'days', span: { from: null, until } })
  const cut = begun.map((one): Period => (one.endsOn <= until ? one : { ...one, id: `${one.id} until ${until}`, endsOn: until, closedAt: null }))
  return answeredValue(book, indicator, { kind: 'frame', periods: cut })
}

/** A percentage with one decimal. */
export const rounded = (percent: number | null): number | null => (percent === null ? null : Math.round(percent * 10) / 10)
export const percentOf = ({ real, target }: Pick<ToldIndicator, 'real' | 'target'>): number | null => (real === null || target === null || target === 0 ? null : (real / target) * 100)
export const percentText = (percent: number | null): string => (percent === null ? '—' : `${figureText(rounded(percent) ?? 0)} %`)

/** What a protected figure shows in the place of a number. */
export const hiddenWord = (language: Language): string => say(language, 'funderReports.hidden')

/** The logical frame: results over their indicators, planned against real, and where it is proved. */
export async function frameSection(composing: Composing, section: Section, told: readonly ToldIndicator[]): Promise<Block[]> {
  const { context, report, span, annexOf } = composing
  const { language } = context
  const results = await context.db.selectFrom('frameResults').selectAll().where('frameId', '=', report.frameId).where('removedAt', 'is', null).orderBy('position').orderBy('id').execute()
  const why = new Map(section.explanations.map((one) => [one.indicatorId, one.text]))
  const explained = told.some(({ indicator }) => why.has(indicator.id))
  const rowOf = (one: ToldIndicator): Row => [
    one.label, one.indicator.unit, one.indicator.baseline, one.wholeTarget, one.target, one.isProtected ? hiddenWord(language) : one.real, one.isProtected ? null : rounded(percentOf(one)), one.accumulated,
    one.indicator.verification, annexOf.get(one.indicator.id) ?? '—', ...(explained ? [why.get(one.indicator.id) ?? null] : []),
  ]
  const rows: Row[] = []
  const headings: number[] = []
  for (const result of [...results, null]) {
    const own = told.filter((one) => (result === null ? !results.some((each) => each.id === one.resultId) : one.resultId === result.id))
    if (result !== null || (own.length > 0 && results.length > 0)) {
      headings.push(rows.length)
      rows.push([result === null ? say(language, 'funderReports.withoutResult') : [result.code, result.text].filter((part) => part !== null).join(' ')])
    }
    rows.push(...own.map(rowOf))
  }
  const text = (label: string) => ({ label, kind: 'text' as const })
  const figure = (label: string) => ({ label, kind: 'figure' as const })
  const columns = [
    text(say(language, 'funderReports.indicator')), text(say(language, 'funderReports.unit')), figure(say(language, 'funderReports.baseline')), figure(say(language, 'funderReports.target')), figure(say(language, 'funderReports.foreseen')), figure(say(language, 'funderReports.real')),
    figure('%'), figure(say(language, 'funderReports.accumulated')), text(say(language, 'funderReports.verification')), text(say(language, 'funderReports.annex')), ...(explained ? [text(say(language, 'funderReports.explanation'))] : []),
  ]
  const late = told.filter((one) => one.adjustment !== 0)
  const notes: Block[] = [
    ...(span.period?.closedAt == null ? [] : [{ kind: 'note' as const, text: say(language, 'funderReports.closedOn', { period: span.period.name, day: formatDate(span.period.closedAt.slice(0, 10)) }) }]),
    ...late.map((one): Block => ({ kind: 'note', text: say(language, 'funderReports.adjusted', { indicator: one.label, n: `${one.adjustment > 0 ? '+' : ''}${figureText(one.adjustment)}` }) })),
    ...(told.some((one) => one.isProtected) ? [{ kind: 'note' as const, text: say(language, 'funderReports.hiddenNote') }] : []),
  ]
  return [...bodyOf(section), table(columns, rows, { headingRows: headings }), ...notes]
}

/** The figures that are read first, and how far each target is. */
export function summarySection(composing: Composing, section: Section, told: readonly ToldIndicator[]): Block[] {
  const { context: { language, today }, span } = composing
  const shown = told.filter((one) => !one.isProtected && one.real !== null)
  if (shown.length === 0) return [...bodyOf(section), { kind: 'note', text: say(language, 'funderReports.noFigures') }]
  const cards = shown.slice(0, 6).map((one) => ({ label: one.indicator.unit === null ? one.indicator.name : `${one.indicator.name} (${one.indicator.unit})`, value: figureText(one.real ?? 0), detail: cardDetail(language, one) }))
  const time = timeShare(span, today())
  const targeted = shown.filter((one) => percentOf(one) !== null)
  const title = say(language, 'funderReports.progress')
  const chart: Block[] =
    targeted.length === 0
      ? []
      : [
          { kind: 'chart', title, alt: `${title}: ${targeted.slice(0, 24).map((one) => `${one.label}, ${percentText(percentOf(one))}`).join('; ')}`, chart: { kind: 'progress', rows: targeted.slice(0, 24).map((one) => ({ label: one.label, percent: percentOf(one), timePercent: time, words: say(language, 'funderReports.realOfTarget', { real: figureText(one.real ?? 0), target: figureText(one.target ?? 0) }) })) } },
          table(
            [{ label: say(language, 'funderReports.indicator'), kind: 'text' }, { label: say(language, 'funderReports.foreseen'), kind: 'figure' }, { label: say(language, 'funderReports.real'), kind: 'figure' }, { label: '%', kind: 'figure' }],
            targeted.map((one): Row => [one.label, one.target, one.real, rounded(percentOf(one))]),
          ),
        ]
  return [...bodyOf(section), { kind: 'figures', figures: cards }, ...chart]
}

/** What was foreseen for these days; else how far the whole is. */
function cardDetail(language: Language, one: ToldIndicator): string | null {
  if (one.target !== null) return say(language, 'funderReports.ofForeseen', { target: figureText(one.target), percent: percentText(percentOf(one)) })
  if (one.wholeTarget === null) return null
  return one.accumulated === null ? say(language, 'funderReports.wholeTarget', { target: figureText(one.wholeTarget) }) : say(language, 'funderReports.accumulatedOf', { accumulated: figureText(one.accumulated), target: figureText(one.wholeTarget) })
}

/** How much of the days has gone, 0 to 100. */
function timeShare({ from, until }: { readonly from: string; readonly until: string }, today: string): number {
  const at = (day: string): number => Date.parse(`${day}T00:00:00Z`)
  const whole = at(until) - at(from) + 86_400_000
  return Math.min(100, Math.max(0, ((at(today) - at(from)) / whole) * 100))
}
