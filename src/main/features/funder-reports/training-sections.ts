import { sql } from 'kysely'
import { formatDate } from '../../../shared/domain/dates.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Reader } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'
import type { Block } from '../../documents/funder-report/model.ts'
import { figureText } from '../../documents/report-format.ts'
import type { Row } from '../../documents/report-model.ts'
import type { Asked } from '../counting/count.ts'
import { behindFigure, splitFigure } from '../counting/count.ts'
import type { Results } from '../surveys/results.ts'
import { resultsSeen } from '../surveys/results.ts'
import type { Composing } from './composing.ts'
import { bodyOf, percentFigure, table } from './composing.ts'
import { peopleAsked } from './people-section.ts'
import type { Section, Span } from './records.ts'

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
    .where('day', '>=', span.from)
    .where('day', '<=', span.until)
    .groupBy('cohortId')
    .as('own')
  const anyDay = db.selectFrom('sessions').select(['cohortId', rowCount().as('sessions')]).where('removedAt', 'is', null).groupBy('cohortId').as('ever')
  const people = db.selectFrom('enrolments').select(['cohortId', rowCount().as('participants')]).where('removedAt', 'is', null).where('role', '=', 'participant').where('state', '<>', 'withdrawn').groupBy('cohortId').as('joined')
  const rows = await db
    .selectFrom('cohorts')
    .innerJoin('editions', 'editions.id', 'cohorts.editionId')
    .innerJoin('programmes', 'programmes.id', 'editions.programmeId')
    .leftJoin(sessions, 'own.cohortId', 'cohorts.id')
    .leftJoin(anyDay, 'ever.cohortId', 'cohorts.id')
    .leftJoin(people, 'joined.cohortId', 'cohorts.id')
    .select(['editions.id as editionId', 'programmes.name as programme', 'editions.name as edition', 'cohorts.name as cohort', 'cohorts.startsOn', 'cohorts.endsOn', 'own.planned', 'own.held', 'own.minutes', 'own.first', 'own.last', 'ever.sessions', 'joined.participants'])
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
  // A group that has no sessions written down is there on the days that it says.
  const within = rows.filter((row) => (row.sessions === null ? (row.startsOn ?? span.from) <= span.until && (row.endsOn ?? span.until) >= span.from : row.planned !== null))
  if (within.length === 0) return nothing(composing, section)
  const lines: Row[] = []
  const headings: number[] = []
  for (const [, groups] of Map.groupBy(within, (row) => row.editionId)) {
    headings.push(lines.length)
    lines.push([`${groups[0]?.programme ?? ''} · ${groups[0]?.edition ?? ''}`])
    for (const row of groups) lines.push([row.cohort, formatDate(row.first ?? row.startsOn), formatDate(row.last ?? row.endsOn), row.planned ?? 0, row.held ?? 0, percentFigure(row.held ?? 0, row.planned ?? 0), (row.minutes ?? 0) / 60, row.participants ?? 0])
  }
  const sum = (of: (row: (typeof within)[number]) => number | null): number => within.reduce((total, row) => total + (of(row) ?? 0), 0)
  const text = (label: string) => ({ label, kind: 'text' as const })
  const number = (label: string) => ({ label, kind: 'integer' as const })
  return [
    ...bodyOf(section),
    table(
      [text(say(language, 'funderReports.group')), text(say(language, 'funderReports.from')), text(say(language, 'funderReports.until')), number(say(language, 'funderReports.planned')), number(say(language, 'funderReports.held')), { label: '%', kind: 'figure' }, { label: say(language, 'funderReports.hours'), kind: 'figure' }, number(say(language, 'funderReports.participants'))],
      lines,
      { headingRows: headings, total: [say(language, 'funderReports.total'), null, null, sum((row) => row.planned), sum((row) => row.held), percentFigure(sum((row) => row.held), sum((row) => row.planned)), sum((row) => row.minutes) / 60, sum((row) => row.participants)] },
    ),
  ]
}

/** Who attended in these days and how long, by group; and of the groups that ended in them, who finished. */
export function attendanceSection(composing: Composing, section: Section): Block[] {
  const { context: { language }, facts, editionIds } = composing
  if (editionIds.length === 0) return nothing(composing, section)
  const enrolled: Asked = { ...peopleAsked(composing), counts: 'participations' }
  const attended: Asked = { ...enrolled, counts: 'hours', definition: { ...enrolled.definition, dated: 'session' } }
  const split = (asked: Asked): ReturnType<typeof splitFigure>[number] | undefined => splitFigure(facts, asked, ['cohort'], language)[0]
  const hours = split(attended)
  // Each who attended stands once behind the hours.
  const present = new Map<string, number>()
  for (const { cohortId } of behindFigure(facts, attended, null)) present.set(cohortId ?? '', (present.get(cohortId ?? '') ?? 0) + 1)
  const came = (hours?.cells ?? []).map((cell) => ({ ...cell, value: present.get(cell.key) ?? 0 }))
  const columns = [{ cells: came, total: came.reduce((sum, cell) => sum + cell.value, 0) }, hours, split(enrolled), split({ ...enrolled, definition: { ...enrolled.definition, states: ['completed', 'approved'] } })]
  const labels = new Map(columns.flatMap((column) => column?.cells ?? []).map((cell) => [cell.key, cell.label]))
  if (labels.size === 0) return nothing(composing, section)
  const rowOf = (label: string, [here = 0, time = 0, ended = 0, finished = 0]: readonly number[]): Row => [label, here, time, here === 0 ? null : time / here, ended === 0 ? null : ended, ended === 0 ? null : finished, ended === 0 ? null : percentFigure(finished, ended)]
  const integer = (label: string) => ({ label, kind: 'integer' as const })
  return [
    ...bodyOf(section),
    table(
      [{ label: say(language, 'funderReports.group'), kind: 'text' }, integer(say(language, 'funderReports.attended')), { label: say(language, 'funderReports.hoursAttended'), kind: 'figure' }, { label: say(language, 'funderReports.hoursEach'), kind: 'figure' }, integer(say(language, 'funderReports.atTheEnd')), integer(say(language, 'funderReports.finished')), { label: '%', kind: 'figure' }],
      [...labels].map(([key, label]) => rowOf(label, columns.map((column) => column?.cells.find((cell) => cell.key === key)?.value ?? 0))),
      { total: rowOf(say(language, 'funderReports.total'), columns.map((column) => column?.total ?? 0)) },
    ),
    { kind: 'note', text: say(language, 'funderReports.attendanceNote') },
  ]
}

/** What the surveys of groups that met in these days say; groups with few answers are kept back by the surveys themselves. */
export async function satisfactionSection(composing: Composing, section: Section): Promise<Block[]> {
  const { context: { language } } = composing
  const surveys = await surveysOf(composing)
  const blocks: Block[] = []
  for (const { title, seen } of surveys) {
    blocks.push({ kind: 'heading', text: title })
    blocks.push({ kind: 'text', text: say(language, 'funderReports.answered', { n: figureText(seen.responses), of: figureText(seen.participants), mean: seen.mean === null ? null : figureText(seen.mean) }) })
    const scaled = seen.questions.filter((one) => one.mean !== null && one.mean !== undefined)
    if (scaled.length > 0) blocks.push(table([{ label: say(language, 'funderReports.question'), kind: 'text' }, { label: say(language, 'funderReports.answers'), kind: 'integer' }, { label: say(language, 'funderReports.mean'), kind: 'figure' }], scaled.map((one): Row => [one.question.text, one.counts.reduce((sum, count) => sum + count.n, 0), one.mean ?? null])))
  }
  return blocks.length === 0 ? nothing(composing, section) : [...bodyOf(section), ...blocks]
}

/** A survey of the report with its answers: of the whole course where all its groups met in the report's days, else group by group. */
export interface SurveyTold {
  readonly key: string
  readonly title: string
  readonly seen: Results
}

export async function surveysOf({ context: { db, language }, editionIds, span }: Composing): Promise<SurveyTold[]> {
  if (editionIds.length === 0) return []
  const surveys = await db.selectFrom('surveys').innerJoin('editions', 'editions.id', 'surveys.editionId').select(['surveys.id', 'surveys.name', 'editions.name as edition']).where('surveys.editionId', 'in', [...editionIds]).where('surveys.removedAt', 'is', null).where('editions.removedAt', 'is', null).orderBy('editions.id').orderBy('surveys.id').execute()
  const met = await groupsMet(db, editionIds, span)
  const told: SurveyTold[] = []
  for (const { id, name, edition } of surveys) {
    const whole = await resultsSeen(db, { surveyId: id }, language)
    const answered = whole.cohorts.filter((cohort) => cohort.responses > 0)
    const own = answered.filter((cohort) => met.has(cohort.id))
    if (own.length === 0) continue
    if (own.length === answered.length) told.push({ key: id, title: `${name} · ${edition}`, seen: whole })
    else for (const cohort of own) told.push({ key: `${id} ${cohort.id}`, title: `${name} · ${edition} · ${cohort.name}`, seen: await resultsSeen(db, { surveyId: id, cohortId: cohort.id }, language) })
  }
  return told
}

/** Groups with a session in these days; of those without any session, whose own days touch them. */
async function groupsMet(db: Reader, editionIds: readonly string[], { from, until }: Pick<Span, 'from' | 'until'>): Promise<ReadonlySet<string>> {
  const groups = await db.selectFrom('cohorts').select(['id', 'startsOn', 'endsOn']).where('editionId', 'in', [...editionIds]).where('removedAt', 'is', null).execute()
  const sessions = await db.selectFrom('sessions').innerJoin('cohorts', 'cohorts.id', 'sessions.cohortId').select('sessions.cohortId').select(sql<number>`max(case when "day" >= ${from} and "day" <= ${until} then 1 else 0 end)`.as('met')).where('cohorts.editionId', 'in', [...editionIds]).where('sessions.removedAt', 'is', null).groupBy('sessions.cohortId').execute()
  const met = new Map(sessions.map((row) => [row.cohortId, Number(row.met) === 1]))
  return new Set(groups.filter(({ id, startsOn, endsOn }) => met.get(id) ?? ((startsOn ?? from) <= until && (endsOn ?? until) >= from)).map(({ id }) => id))
}

export function nothing({ context: { language } }: Pick<Composing, 'context'>, section: Section): Block[] {
  return [...bodyOf(section), { kind: 'note', text: say(language, 'funderReports.nothing') }]
}
