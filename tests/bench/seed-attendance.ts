import type { NewRow } from '../../src/main/db/changes.ts'
import { openStore } from '../../src/main/db/store.ts'
import { addDays } from '../../src/shared/domain/dates.ts'
import { seedPeople } from './seed-people.ts'

const STATUSES = ['present', 'present', 'present', 'present', 'late', 'leftEarly', 'excused', 'absent'] as const
const PEOPLE_A_GROUP = 50

/** Fills a new file with so many people (a multiple of 10,000), each in one group of fifty and present or not in each of its `sessions`. */
export async function seedAttendance(file: string, people: number, sessions: number): Promise<void> {
  await seedPeople(file, people)
  const store = await openStore({ kind: 'sqlite', file })
  const author = { who: 'bench', at: '2026-11-22T15:00:00.000Z' }
  const posts = await store.read((db) => db.selectFrom('posts').select(['id', 'personId']).orderBy('id').execute())
  const editionIds = await store.write(author, async (db) => {
    const programmeIds = await db.add('programmes', ['Gobernabilidad', 'Innovación', 'Líderes', 'Cooperación', 'Gobierno abierto'].map((name) => ({ name, shortName: null, description: null, sortKey: name })))
    return db.add('editions', Array.from({ length: 100 }, (_, at) => ({
      programmeId: programmeIds[at % 5] ?? '', name: `Edición ${at}`, title: null, actionType: 'curso', year: 2021 + (at % 6), modality: 'presencial' as const, startsOn: `${2021 + (at % 6)}-0${1 + (at % 9)}-02`, endsOn: `${2021 + (at % 6)}-0${1 + (at % 9)}-28`, hours: 20, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null,
    })))
  })
  const groups = people / PEOPLE_A_GROUP
  for (let group = 0; group < groups; group += 20) {
    await store.write(author, async (db) => {
      const cohortIds = await db.add('cohorts', Array.from({ length: 20 }, (_, at) => ({ editionId: editionIds[(group + at) % 100] ?? '', name: `Grupo ${group + at}`, site: null, districtCode: ['060101', '080101', '150101', '210101'][at % 4] ?? null, startsOn: null, endsOn: null, modality: null, sortKey: `grupo ${group + at}` })))
      for (const [at, cohortId] of cohortIds.entries()) {
        const edition = (group + at) % 100
        const sessionIds = await db.add('sessions', Array.from({ length: sessions }, (_, day): NewRow<'sessions'> => ({ cohortId, day: addDays(`${2021 + (edition % 6)}-0${1 + (edition % 9)}-02`, day * 2), startsAt: '09:00', endsAt: '12:00', plannedMinutes: 180, subject: `Tema ${day}`, module: null, place: null, link: null, modality: null, isRequired: 0 })))
        const own = posts.slice((group + at) * PEOPLE_A_GROUP, (group + at + 1) * PEOPLE_A_GROUP)
        const enrolmentIds = await db.add('enrolments', own.map(({ id, personId }, index) => ({ cohortId, personId, postId: id, role: 'participant' as const, state: index % 10 === 9 ? ('withdrawn' as const) : ('completed' as const) })))
        await db.add('attendances', enrolmentIds.flatMap((enrolmentId, index) => sessionIds.map((sessionId, day): NewRow<'attendances'> => ({ sessionId, enrolmentId, status: STATUSES[(index * 7 + day * 3 + at) % STATUSES.length] ?? 'present', minutes: null, source: 'typed', note: null }))))
      }
    })
  }
  await store.close()
}
