import { sql } from 'kysely'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'

/** What was given in an edition, whoever paid it. */
export interface Given {
  /** Participants enrolled, those who withdrew not among them: a person in two groups takes two places. */
  readonly participants: number
  /** Sessions held: their day has come. */
  readonly sessions: number
  /** Planned minutes of those sessions. */
  readonly minutes: number
}

const nothing: Given = { participants: 0, sessions: 0, minutes: 0 }

/** What was given in each edition by a day. */
export async function givenIn(db: Reader, editionIds: readonly string[], today: string): Promise<(editionId: string) => Given> {
  const given = new Map<string, Given>()
  const put = (editionId: string, part: Partial<Given>): void => void given.set(editionId, { ...(given.get(editionId) ?? nothing), ...part })
  for (const chunk of inChunks(editionIds, 1)) {
    const enrolled = await db
      .selectFrom('enrolments')
      .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
      .innerJoin('people', 'people.id', 'enrolments.personId')
      .select(['cohorts.editionId', rowCount().as('n')])
      .where('cohorts.editionId', 'in', chunk)
      .where('enrolments.role', '=', 'participant')
      .where('enrolments.state', '<>', 'withdrawn')
      .where('enrolments.removedAt', 'is', null)
      .where('cohorts.removedAt', 'is', null)
      .where('people.removedAt', 'is', null)
      .groupBy('cohorts.editionId')
      .execute()
    for (const { editionId, n } of enrolled) put(editionId, { participants: n })
    const held = await db
      .selectFrom('sessions')
      .innerJoin('cohorts', 'cohorts.id', 'sessions.cohortId')
      .select(['cohorts.editionId', rowCount().as('n'), sql<number>`cast(sum("sessions"."plannedMinutes") as integer)`.as('minutes')])
      .where('cohorts.editionId', 'in', chunk)
      .where('sessions.day', '<=', today)
      .where('sessions.removedAt', 'is', null)
      .where('cohorts.removedAt', 'is', null)
      .groupBy('cohorts.editionId')
      .execute()
    for (const { editionId, n, minutes } of held) put(editionId, { sessions: n, minutes })
  }
  return (editionId) => given.get(editionId) ?? nothing
}
