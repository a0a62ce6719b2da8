import { aCourse, anOffice, somePeople } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'
import { aSession } from './sessions-support.ts'

export interface SheetGroup {
  readonly cohortId: string
  readonly enrolmentIds: readonly string[]
  readonly sessionIds: readonly string[]
}

/** A group of so many participants with sessions on the days given, all from 09:00 to 12:00 unless several fall on one day. */
export async function aSheetGroup(app: OpenApp, people: number, days: readonly string[] = ['2026-10-12']): Promise<SheetGroup> {
  const { api } = app
  await anOffice(app)
  const { cohortId } = await aCourse(api)
  if (people > 0) await api.enrolments.add({ cohortId, personIds: await somePeople(api, people), role: 'participant' })
  const sessionIds: string[] = []
  for (const [at, day] of days.entries()) {
    const hour = 8 + days.slice(0, at).filter((other) => other === day).length
    const times = days.filter((other) => other === day).length === 1 ? {} : { startsAt: `${String(hour).padStart(2, '0')}:00`, endsAt: `${String(hour).padStart(2, '0')}:50`, plannedMinutes: 50 }
    const { id } = await api.sessions.create({ cohortId, fields: aSession({ day, subject: `Tema ${at + 1}`, ...times }) })
    sessionIds.push(id)
  }
  return { cohortId, enrolmentIds: (await api.enrolments.list({ cohortId })).map((one) => one.id), sessionIds }
}
