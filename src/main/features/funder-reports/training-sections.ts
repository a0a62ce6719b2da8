import { sql } from 'kysely'
import { formatDate } from '../../../shared/domain/dates.ts'
import { say } from '../../../shared/messages/messages.ts'
import { rowCount } from '../../db/queries.ts'
import type { Block } from '../../documents/funder-report/model.ts'
import { figureText, percent } from '../../documents/report-format.ts'
import type { Row } from '../../documents/report-model.ts'
import { countFigure, splitFigure } from '../counting/count.ts'
import { resultsSeen } from '../surveys/results.ts'
import type { Composing } from './composing.ts'
import { bodyOf, table } from './composing.ts'
import { peopleAsked } from './people-section.ts'
import type { Section } from './records.ts'

/** What was planned and what was done: courses, groups, sessions, days, hours, people. */
export async function activitiesSection(composing: Composing, section: Section): Promise<Block[]> {
  const { context: { db, language, today }, editionIds, span } = composing
  if (editionIds.length === 0) return nothing(composing, section)
  const last = span.until < today() ? span.until : today()
  const sessions = db
    .selectFrom('sessions')
    .select(['cohortId', rowCount().as('planned')])
    .select(sql<number>`cast(sum("plannedMinutes") as integer)`.as('minutes'))
    .select(sql<number>`cast(sum(case when "day" <= ${last} then 1 else 0 end) as integer)`.as('held'))
    .select(sql<string>`min("day")`.as('first'))
    .select(sql<string>`max("day")`.as('last'))
    .where('removedAt', 'is', null)
    .groupBy('cohortId')
    .as('own')
  const people = db.selectFrom('enrolments').select(['cohortId', rowCount().as('participants')]).where('removedAt', 'is', null).where('role', '=', 'participant').where('state', '<>', 'withdrawn').groupBy('cohortId').as('joined')
  const rows = await db
    .selectFrom('cohorts')
    .innerJoin('editions', 'editions.id', 'cohorts.editionId')
    .innerJoin('programmes', 'programmes.id', 'editions.programmeId')
    .leftJoin(sessions, 'own.cohortId', 'cohorts.id')
    .leftJoin(people, 'joined.cohortId', 'cohorts.id')
    .select(['editions.id as editionId', 'programmes.name as programme', 'editions.name as edition', 'cohorts.name as cohort', 'cohorts.startsOn', 'cohorts.endsOn', 'own.planned', 'own.held', 'own.minutes', 'own.first', 'own.last', 'joined.participants'])
    .where('cohorts.editionId', 'in', [...editionIds])
    .where('cohorts.removedAt', 'is', null)
    .where('editions.removedAt', 'is', null)
    .where('programmes.removedAt', 'is', null)
    .orderBy('programmes.name')
    .orderBy('editions.year')
    .orderBy('editions.id')
    .orderBy('cohorts.sortKey')
    .orderBy('cohorts.id')
    .execute()
  const within = rows.filter((row) => (row.first ?? row.startsOn ?? span.from) <= span.until && (row.last ?? row.endsOn ?? span.until) >= span.from)
  if (within.length === 0) return nothing(composing, section)
  const lines: Row[] = []
  const headings: number[] = []
  for (const [, groups] of Map.groupBy(within, (row) => row.editionId)) {
    headings.push(lines.length)
    lines.push([`${groups[0]?.programme ?? ''} · ${groups[0]?.edition ?? ''}`])
    for (const row of groups) lines.push([row.cohort, formatDate(row.first ?? row.startsOn), formatDate(row.last ?? row.endsOn), row.planned ?? 0, row.held ?? 0, percent((row.planned ?? 0) === 0 ? 0 : (row.held ?? 0) / (row.planned ?? 1)), (row.minutes ?? 0) / 60, row.participants ?? 0])
  }
  const sum = (of: (row: (typeof within)[number]) => number | null): number => within.reduce((total, row) => total + (of(row) ?? 0), 0)
  const text = (label: string) => ({ label, kind: 'text' as const })
  const number = (label: string) => ({ label, kind: 'integer' as const })
  return [
    ...bodyOf(section),
    table(
      [text(say(language, 'funderReports.group')), text(say(language, 'funderReports.from')), text(say(language, 'funderReports.until')), number(say(language, 'funderReports.planned')), number(say(language, 'funderReports.held')), text('%'), { label: say(language, 'funderReports.hours'), kind: 'figure' }, number(say(language, 'funderReports.participants'))],
      lines,
      { headingRows: headings, total: [say(language, 'funderReports.total'), null, null, sum((row) => row.planned), sum((row) => row.held), percent(sum((row) => row.planned) === 0 ? 0 : sum((row) => row.held) / sum((row) => row.planned)), sum((row) => row.minutes) / 60, sum((row) => row.participants)] },
    ),
  ]
}

/** Hours attended of those who took part, by group. */
export function attendanceSection(composing: Composing, section: Section): Block[] {
  const { context: { language }, facts, editionIds } = composing
  if (editionIds.length === 0) return nothing(composing, section)
  const asked = peopleAsked(composing)
  const [places] = splitFigure(facts, { ...asked, counts: 'participations' }, ['cohort'], language)
  const [hours] = splitFigure(facts, { ...asked, counts: 'hours' }, ['cohort'], language)
  const [finished] = splitFigure(facts, { ...asked, counts: 'participations', definition: { ...asked.definition, states: ['completed', 'approved'] } }, ['cohort'], language)
  const total = countFigure(facts, { ...asked, counts: 'participations' }) ?? 0
  if (places === undefined || total === 0) return nothing(composing, section)
  const valueOf = (split: typeof hours, key: string): number => split?.cells.find((cell) => cell.key === key)?.value ?? 0
  const ended = places.cells.reduce((sum, cell) => sum + valueOf(finished, cell.key), 0)
  return [
    ...bodyOf(section),
    table(
      [{ label: say(language, 'funderReports.group'), kind: 'text' }, { label: say(language, 'funderReports.participants'), kind: 'integer' }, { label: say(language, 'funderReports.finished'), kind: 'integer' }, { label: '%', kind: 'text' }, { label: say(language, 'funderReports.hoursAttended'), kind: 'figure' }, { label: say(language, 'funderReports.hoursEach'), kind: 'figure' }],
      places.cells.map((cell): Row => [cell.label, cell.value, valueOf(finished, cell.key), percent(cell.value === 0 ? 0 : valueOf(finished, cell.key) / cell.value), valueOf(hours, cell.key), cell.value === 0 ? null : valueOf(hours, cell.key) / cell.value]),
      { total: [say(language, 'funderReports.total'), total, ended, percent(ended / total), hours?.total ?? 0, (hours?.total ?? 0) / total] },
    ),
  ]
}

/** What the surveys of the courses say; groups with few answers are kept back by the surveys themselves. */
export async function satisfactionSection(composing: Composing, section: Section): Promise<Block[]> {
  const { context: { db, language }, editionIds } = composing
  const surveys = editionIds.length === 0 ? [] : await db.selectFrom('surveys').innerJoin('editions', 'editions.id', 'surveys.editionId').select(['surveys.id', 'surveys.name', 'editions.name as edition']).where('surveys.editionId', 'in', [...editionIds]).where('surveys.removedAt', 'is', null).orderBy('editions.id').orderBy('surveys.id').execute()
  const blocks: Block[] = []
  for (const survey of surveys) {
    const seen = await resultsSeen(db, { surveyId: survey.id }, language)
    if (seen.responses === 0) continue
    blocks.push({ kind: 'heading', text: `${survey.name} · ${survey.edition}` })
    blocks.push({ kind: 'text', text: say(language, 'funderReports.answered', { n: figureText(seen.responses), of: figureText(seen.participants), mean: seen.mean === null ? null : figureText(seen.mean) }) })
    const scaled = seen.questions.filter((one) => one.mean !== null && one.mean !== undefined)
    if (scaled.length > 0) blocks.push(table([{ label: say(language, 'funderReports.question'), kind: 'text' }, { label: say(language, 'funderReports.answers'), kind: 'integer' }, { label: say(language, 'funderReports.mean'), kind: 'figure' }], scaled.map((one): Row => [one.question.text, one.counts.reduce((sum, count) => sum + count.n, 0), one.mean ?? null])))
  }
  return blocks.length === 0 ? nothing(composing, section) : [...bodyOf(section), ...blocks]
}

export function nothing({ context: { language } }: Pick<Composing, 'context'>, section: Section): Block[] {
  return [...bodyOf(section), { kind: 'note', text: say(language, 'funderReports.nothing') }]
}
