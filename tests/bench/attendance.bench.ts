import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src/main/db/store.ts'
import { addDays } from '../../src/shared/domain/dates.ts'
import { percentile, report } from './measure.ts'
import { openOffice } from './open-office.ts'
import { seedPeople } from './seed-people.ts'

/** Attendance of 320 people in 40 sessions through the core, as the screen asks it; SQLite on a real file, synced at each commit; 10,000 people in the register. */
const PEOPLE = 320
const SESSIONS = 40
/** Other groups of the same edition, marked whole: what stands around. */
const OTHERS = 9

const folder = await mkdtemp(join(tmpdir(), 'constancia-bench-'))
try {
  await seedPeople(join(folder, 'constancia.db'), 10_000)
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'constancia.db') })
  const people = (await store.read((db) => db.selectFrom('people').select('id').orderBy('id').limit((OTHERS + 1) * PEOPLE).execute())).map((row) => row.id)
  await store.close()
  const { api, close } = await openOffice(folder)
  const programme = await api.programmes.create({ name: 'Gestión pública', shortName: null, description: null })
  const edition = await api.editions.create({
    programmeId: programme.id, name: 'I edición', title: null, actionType: 'curso', year: 2026, modality: 'presencial', startsOn: '2026-03-02', endsOn: '2026-12-18', hours: 160, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null,
  })
  const groups: { cohortId: string; cells: { sessionId: string; enrolmentId: string; status: string }[] }[] = []
  for (let at = 0; at <= OTHERS; at += 1) {
    const { id: cohortId } = await api.cohorts.create({ editionId: edition.id, name: `Grupo ${at}`, site: null, districtCode: null, startsOn: null, endsOn: null, modality: null })
    await api.enrolments.add({ cohortId, personIds: people.slice(at * PEOPLE, (at + 1) * PEOPLE) })
    const first = await api.sessions.create({ cohortId, fields: { day: '2026-03-02', startsAt: '09:00', endsAt: '12:00', plannedMinutes: 180, subject: 'Tema', module: null, place: null, link: null, modality: null, isRequired: 0 } })
    await api.sessions.repeat({ id: first.id, days: Array.from({ length: SESSIONS - 1 }, (_, step) => addDays('2026-03-03', step)) })
    const grid = await api.attendance.grid({ cohortId })
    groups.push({ cohortId, cells: grid.people.flatMap(({ enrolmentId }) => grid.sessions.map(({ id: sessionId }) => ({ sessionId, enrolmentId, status: 'present' }))) })
    if (at > 0) await api.attendance.set({ cells: groups.at(-1)?.cells ?? [] })
  }
  const { cohortId, cells } = groups[0] ?? { cohortId: '', cells: [] }
  await several(`Grid of ${PEOPLE} × ${SESSIONS}, empty`, 9, () => api.attendance.grid({ cohortId }))
  await timed(`Paste of ${cells.length.toLocaleString('en')} marks into it`, () => api.attendance.set({ cells }))
  await several('Grid full (aim: 100 ms)', 15, () => api.attendance.grid({ cohortId }))
  let turn = 0
  const next = (cell: (typeof cells)[number]) => ({ ...cell, status: (turn += 1) % 2 === 0 ? 'present' : 'absent' })
  await several('One key (aim: 50 ms with the screen)', 41, () => api.attendance.set({ cells: cells.slice((turn * 41) % cells.length).slice(0, 1).map(next) }))
  const column = cells.filter((cell) => cell.sessionId === cells[0]?.sessionId)
  await several('One column filled down, 320 marks changed', 5, () => api.attendance.set({ cells: column.map((cell) => ({ ...cell, status: 'late', minutes: (turn += 1) % 180 })) }))
  const { act } = await timed('The whole block again with another status', () => api.attendance.set({ cells: cells.map((cell) => ({ ...cell, status: 'late', minutes: 150 })) }))
  await timed('… taken back', () => api.history.undo({ act }))
  await several(`Two places at once, ${OTHERS} other groups at these hours`, 5, () => api.attendance.clashes({ cohortId }))
  await several('Sessions of the group with their figures', 9, () => api.sessions.list({ cohortId }))
  await several(`${(OTHERS + 1) * SESSIONS} sessions of the edition, ${((OTHERS + 1) * cells.length).toLocaleString('en')} marks`, 5, () => api.sessions.list({ editionId: edition.id }))
  for (let at = 0; at < 30; at += 1) await api.walkIns.add({ sessionId: cells[at]?.sessionId ?? '', fields: { sheetId: null, page: null, row: null, writtenName: ['Rosa Quispe Mamani', 'Luis Huaman Flores', 'Maria Elena Condori'][at % 3] ?? '', writtenDocument: null, writtenOrganisation: null, status: 'present', minutes: null, source: 'paper' } })
  await several('30 walk-ins with whom they may be, of 10,000 people', 5, () => api.walkIns.list({ cohortId }))
  await close()
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** One run: the time it took, and the processor's, which is what it takes on a machine at rest. */
async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const value = await work()
  told(what, performance.now() - start, cpuSince(before))
  return value
}

/** The medians of several runs; the first, cold one is not counted. */
async function several(what: string, times: number, work: () => Promise<unknown>): Promise<void> {
  const [taken, worked]: [number[], number[]] = [[], []]
  for (let run = 0; run <= times; run += 1) {
    const [start, before] = [performance.now(), process.cpuUsage()]
    await work()
    if (run === 0) continue
    taken.push(performance.now() - start)
    worked.push(cpuSince(before))
  }
  told(what, percentile(taken, 0.5), percentile(worked, 0.5))
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function told(what: string, time: number, worked: number): void {
  const digits = (figure: number): string => figure.toFixed(figure < 10 ? 1 : 0)
  report(what, `${digits(time)} ms`, `processor ${digits(worked)} ms`)
}
