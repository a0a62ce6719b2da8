import type { OpenApp } from '../support/open-app.ts'
import type { SessionFields } from '../support/builders.ts'
import { aCourse, aSession as anAfternoon, somePeople } from '../support/builders.ts'

type Api = OpenApp['api']

/** A morning of three hours with everything that a test does not care about. */
export function aSession(fields: Partial<SessionFields> = {}): SessionFields {
  return anAfternoon({ startsAt: '09:00', endsAt: '12:00', subject: 'Planeamiento', ...fields })
}

/** A course whose group has so many participants and so many sessions of three hours, a day each. */
export async function aGroup(api: Api, { people, sessions }: { readonly people: number; readonly sessions: number }) {
  const course = await aCourse(api)
  const personIds = await somePeople(api, people)
  if (people > 0) await api.enrolments.add({ cohortId: course.cohortId, personIds })
  const sessionIds: string[] = []
  for (let at = 0; at < sessions; at += 1) {
    const { id } = await api.sessions.create({ cohortId: course.cohortId, fields: aSession({ day: `2026-10-${String(12 + at).padStart(2, '0')}`, subject: `Tema ${at + 1}` }) })
    sessionIds.push(id)
  }
  const grid = await api.attendance.grid({ cohortId: course.cohortId })
  return { ...course, personIds, sessionIds, enrolmentIds: grid.people.map((person) => person.enrolmentId) }
}
