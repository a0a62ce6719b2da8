import { byText } from '../../../shared/domain/order.ts'
import type { Reader } from '../../db/doors.ts'

/** The last day of a group's training: of its sessions, else as the group or its course says, else today. */
export async function lastDayOf(db: Reader, cohortId: string, today: string): Promise<string> {
  const sessions = await db.selectFrom('sessions').select('day').where('cohortId', '=', cohortId).where('removedAt', 'is', null).execute()
  const last = sessions.map((session) => session.day).toSorted(byText).at(-1)
  if (last !== undefined) return last
  const said = await db.selectFrom('cohorts').innerJoin('editions', 'editions.id', 'cohorts.editionId').select(['cohorts.endsOn as ofCohort', 'editions.endsOn as ofEdition']).where('cohorts.id', '=', cohortId).executeTakeFirst()
  return said?.ofCohort ?? said?.ofEdition ?? today
}
