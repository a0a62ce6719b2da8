import { inChunks } from '../../db/chunks.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import { addSpeakers, sessionKey } from './records.ts'
import type { SessionFields, SpeakerChoice } from './records.ts'

export interface WantedSession {
  readonly fields: SessionFields & { readonly cohortId: string }
  readonly speakers: readonly SpeakerChoice[]
}

/** Adds those that do not stand in their group yet (same day, hour and subject), each with its speakers. */
export async function addAbsent(db: Writer, wanted: readonly WantedSession[]): Promise<{ ids: string[]; alreadyThere: number }> {
  const there = await keysOf(db, wanted.map(({ fields }) => fields.cohortId))
  const absent: WantedSession[] = []
  for (const one of wanted) {
    const key = groupKey(one.fields)
    if (there.has(key)) continue
    there.add(key)
    absent.push(one)
  }
  const ids = await db.add('sessions', absent.map(({ fields: { cohortId, day, startsAt, endsAt, plannedMinutes, subject, module, place, link, modality, isRequired } }) => ({ cohortId, day, startsAt, endsAt, plannedMinutes, subject, module, place, link, modality, isRequired })))
  await addSpeakers(db, absent.map(({ speakers }, at) => ({ sessionId: ids[at] ?? '', speakers })))
  return { ids, alreadyThere: wanted.length - absent.length }
}

const groupKey = (fields: WantedSession['fields']): string => `${fields.cohortId} ${sessionKey(fields)}`

async function keysOf(db: Reader, cohortIds: readonly string[]): Promise<Set<string>> {
  const keys = new Set<string>()
  for (const chunk of inChunks([...new Set(cohortIds)], 1)) {
    const rows = await db.selectFrom('sessions').select(['cohortId', 'day', 'startsAt', 'subject']).where('cohortId', 'in', chunk).where('removedAt', 'is', null).execute()
    for (const row of rows) keys.add(`${row.cohortId} ${sessionKey(row)}`)
  }
  return keys
}
