import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src/main/db/store.ts'
import { countedMinutes, usualStatuses } from '../../src/shared/domain/attendance.ts'
import { addDays } from '../../src/shared/domain/dates.ts'
import type { CourseAsked, PersonFacts } from '../../src/shared/domain/eligibility.ts'
import { decide } from '../../src/shared/domain/eligibility.ts'
import { medianOf, percentile, report } from './measure.ts'
import { openOffice } from './open-office.ts'
import { seedPeople } from './seed-people.ts'

/** Who earned what among 10,000 people × 40 sessions: the rules alone, and the whole answer from the database. */
const PEOPLE = 10_000
const SESSIONS = 40
const statuses = new Map(usualStatuses.map((status) => [status.key, status]))
const author = { who: 'bench', at: '2026-11-22T15:00:00.000Z' }

/** The same cell at every run: most were there, some late or partly, some absent; the last sessions are still to come. */
function cellAt(person: number, session: number): { status: 'present' | 'late' | 'leftEarly' | 'absent'; minutes: number | null } | null {
  const draw = (Math.imul(person + 1, 2_654_435_761) ^ Math.imul(session + 1, 40_503)) >>> 8
  if (session >= SESSIONS - 2 && person % 3 === 0) return null
  if (draw % 10 === 0) return { status: 'absent', minutes: null }
  if (draw % 10 === 1) return { status: 'leftEarly', minutes: null }
  if (draw % 10 === 2) return { status: 'late', minutes: 60 + (draw % 90) }
  return { status: 'present', minutes: null }
}

const markAt = (person: number, item: number): number | null => (item === 1 && person % 4 === 0 ? null : (Math.imul(person + 7, 31) + item * 5) % 21)

function pureWorld(): { course: CourseAsked; people: PersonFacts[] } {
  const sessions = Array.from({ length: SESSIONS }, (_, index) => ({ id: `s${index}`, plannedMinutes: 180, isRequired: index % 10 === 9 }))
  const items = [0, 1].map((index) => ({ id: `i${index}`, kind: 'exam' as const, weight: 50, scaleMin: 0, scaleMax: 20 }))
  const course: CourseAsked = {
    sessions, items, markRounding: 'whole', retakes: 'best',
    papers: [
      { paperKind: 'certificado', leastShare: 80, needsRequired: true, leastMark: 11, requirementIds: ['plan'] },
      { paperKind: 'constancia', leastShare: 70, needsRequired: false, leastMark: null, requirementIds: [] },
    ],
  }
  const people = Array.from({ length: PEOPLE }, (_, person): PersonFacts => ({
    isWithdrawn: person % 50 === 0,
    attended: sessions.map((session, at) => {
      const cell = cellAt(person, at)
      const status = cell === null ? undefined : statuses.get(cell.status)
      return cell === null || status === undefined ? null : { minutes: countedMinutes(cell, status, session.plannedMinutes), exempts: false }
    }),
    attempts: items.map((_item, at) => {
      const mark = markAt(person, at)
      return mark === null ? [] : [mark]
    }),
    met: new Map([['plan', person % 5 !== 0]]),
    exceptions: person % 100 === 0 ? [{ paperKind: 'certificado', rule: 'share' }] : [],
  }))
  return { course, people }
}

/** One group of 10,000 with its sessions, attendance, marks, checks and rules. Gives the group. */
async function seedCourse(folder: string): Promise<string> {
  const file = join(folder, 'constancia.db')
  await seedPeople(file, PEOPLE)
  const store = await openStore({ kind: 'sqlite', file })
  const made = await store.write(author, async (db) => {
    const [programmeId = ''] = await db.add('programmes', [{ name: 'Gestión pública', shortName: null, description: null, sortKey: 'gestion publica' }])
    const [editionId = ''] = await db.add('editions', [{ programmeId, name: 'I edición', title: null, actionType: 'curso', year: 2026, modality: 'presencial', startsOn: '2026-10-01', endsOn: '2026-12-01', hours: 120, minutesPerHour: 60, place: null, syllabus: null, legalBasis: null }])
    const [cohortId = ''] = await db.add('cohorts', [{ editionId, name: 'Cusco', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null, sortKey: 'cusco' }])
    const people = await db.selectFrom('people').select('id').orderBy('id').execute()
    const enrolmentIds = await db.add('enrolments', people.map((person) => ({ cohortId, personId: person.id, postId: null, role: 'participant' as const, state: 'enrolled' as const })))
    const sessionIds = await db.add('sessions', Array.from({ length: SESSIONS }, (_, at) => ({ cohortId, day: addDays('2026-10-01', at), startsAt: '15:00', endsAt: '18:00', plannedMinutes: 180, subject: `Sesión ${at + 1}`, module: null, place: null, link: null, modality: null, isRequired: at % 10 === 9 ? (1 as const) : (0 as const) })))
    const itemIds = await db.add('markItems', ['Trabajo', 'Examen final'].map((name, position) => ({ editionId, name, kind: 'exam' as const, weight: 50, scaleMin: 0, scaleMax: 20, position })))
    const [requirementId = ''] = await db.add('requirements', [{ editionId, name: 'Plan de acción', dueOn: null, position: 0 }])
    await db.add('courseRules', [
      { editionId, paperKind: 'certificado', leastShare: 80, needsRequired: 1, leastMark: 11, requirementIds: JSON.stringify([requirementId]) },
      { editionId, paperKind: 'constancia', leastShare: 70, needsRequired: 0, leastMark: null, requirementIds: '[]' },
    ])
    await db.add('marks', enrolmentIds.flatMap((enrolmentId, person) => itemIds.flatMap((markItemId, item) => {
      const value = markAt(person, item)
      return value === null ? [] : [{ markItemId, enrolmentId, attempt: 1, value }]
    })))
    await db.add('requirementChecks', enrolmentIds.map((enrolmentId, person) => ({ requirementId, enrolmentId, met: person % 5 === 0 ? (0 as const) : (1 as const) })))
    return { cohortId, enrolmentIds, sessionIds }
  })
  // Attendance came in session by session, as paper does: a person's rows lie far apart.
  for (const [session, sessionId] of made.sessionIds.entries()) {
    await store.write(author, (db) => db.add('attendances', made.enrolmentIds.flatMap((enrolmentId, person) => {
      const cell = cellAt(person, session)
      return cell === null ? [] : [{ sessionId, enrolmentId, ...cell, source: 'paper' as const, note: null }]
    })))
  }
  await store.close()
  return made.cohortId
}

/** Processor time between two turns of the event loop, in milliseconds: what a key pressed meanwhile waits on a machine at rest. */
function watchTurns(): { begin(): void; end(): void; longest(): number } {
  let isOn = false
  let longest = 0
  let before = process.cpuUsage()
  const turn = (): void => {
    const { user, system } = process.cpuUsage(before)
    before = process.cpuUsage()
    longest = Math.max(longest, (user + system) / 1000)
    if (isOn) setImmediate(turn)
  }
  return {
    begin: () => {
      isOn = true
      before = process.cpuUsage()
      setImmediate(turn)
    },
    end: () => {
      isOn = false
    },
    longest: () => longest,
  }
}

const { course, people } = pureWorld()
let earned = 0
const pure = await medianOf(9, () => {
  earned = people.filter((person) => decide(course, person).verdict === 'earned').length
})
report(`Verdicts alone, ${PEOPLE.toLocaleString('en')} people × ${SESSIONS} sessions, two papers`, `${pure.toFixed(0)} ms`, `aim: 1,000 ms; ${earned.toLocaleString('en')} earned one`)

const folder = await mkdtemp(join(tmpdir(), 'constancia-verdicts-'))
try {
  const seeding = performance.now()
  const cohortId = await seedCourse(folder)
  report('Seed of the attendance with its log', `${((performance.now() - seeding) / 1000).toFixed(1)} s`)
  const { api, close } = await openOffice(folder)
  const turns = watchTurns()
  const times: number[] = []
  const worked: number[] = []
  let counts = ''
  for (let run = 0; run <= 5; run += 1) {
    const before = process.cpuUsage()
    if (run === 1) turns.begin()
    const start = performance.now()
    const list = await api.eligibility.list({ cohortId })
    const taken = performance.now() - start
    const { user, system } = process.cpuUsage(before)
    counts = JSON.stringify(list.counts)
    if (run === 0) continue
    times.push(taken)
    worked.push((user + system) / 1000)
  }
  turns.end()
  report('eligibility.list of them from the database', `${percentile(times, 0.5).toFixed(0)} ms`, `aim: 2,000 ms; processor ${percentile(worked, 0.5).toFixed(0)} ms`)
  report('… longest that others waited for their turn', `${turns.longest().toFixed(0)} ms`, 'processor time between two turns')
  report('… who earned what', '', counts)
  const [first] = (await api.eligibility.list({ cohortId })).people
  report('eligibility.person', `${(await medianOf(15, () => api.eligibility.person({ enrolmentId: first?.enrolmentId ?? '' }))).toFixed(1)} ms`)
  await close()
} finally {
  await rm(folder, { recursive: true, force: true })
}
