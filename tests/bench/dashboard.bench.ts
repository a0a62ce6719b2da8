import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyDefinition } from '../../src/shared/domain/counting/definition.ts'
import { medianOf, report } from './measure.ts'
import { openOffice } from './open-office.ts'
import { seedAttendance } from './seed-attendance.ts'

/** The overview of results of 100,000 people and 1,000,000 attendances, as the screen asks it. `CONSTANCIA_BENCH_FILE`: a file seeded before, used again. */
const PEOPLE = 100_000
const SESSIONS = 10

const folder = await mkdtemp(join(tmpdir(), 'constancia-bench-'))
const file = join(folder, 'constancia.db')
const kept = process.env['CONSTANCIA_BENCH_FILE']
try {
  if (kept === undefined) await seedAttendance(file, PEOPLE, SESSIONS)
  else await copyFile(kept, file)
  const { api, close } = await openOffice(folder)
  const timed = async (name: string, work: () => Promise<unknown>, note = ''): Promise<void> => {
    const [start, cpu] = [performance.now(), process.cpuUsage()]
    await work()
    const { user, system } = process.cpuUsage(cpu)
    report(name, `${Math.round(performance.now() - start)} ms`, `${Math.round((user + system) / 1000)} ms of the processor${note}`)
  }
  await timed('The overview for the first time, everything read', () => api.dashboard.overview({}))
  report('The overview again', `${Math.round(await medianOf(5, () => api.dashboard.overview({})))} ms`, 'aim: 1 s')
  report('… of one year', `${Math.round(await medianOf(5, () => api.dashboard.overview({ from: '2025-01-01', until: '2025-12-31' })))} ms`)
  report('The first hundred people of a region', `${Math.round(await medianOf(5, () => api.dashboard.people({ department: '15' })))} ms`)

  const { id: frameId } = await api.frames.create({ name: 'Matriz', organisationId: null, agreementId: null, commitmentId: null, notes: null })
  await api.frames.makePeriods({ frameId, startsOn: '2025-01-01', months: 3, count: 8 })
  for (let at = 0; at < 10; at += 1) {
    const { id: indicatorId } = await api.indicators.create({ frameId, fields: { resultId: null, code: null, name: `Indicador ${at}`, unit: 'personas', counts: at % 2 === 0 ? 'people' : 'hours', once: 'ever', definition: { ...emptyDefinition, roles: ['participant'], leastShare: at * 5 }, parts: [], over: [], hourMinutes: 60, baseline: null, baselineOn: null, baselineNote: null, verification: null, dimensions: [], notes: null } })
    await api.indicators.setTarget({ indicatorId, fields: { periodId: null, dimension: null, category: null, value: 50_000 } })
  }
  await timed('With ten indicators of eight periods, just written', () => api.dashboard.overview({}))
  report('With ten indicators of eight periods, again', `${Math.round(await medianOf(3, () => api.dashboard.overview({})))} ms`, 'aim: 1 s')
  await close()
} finally {
  await rm(folder, { recursive: true, force: true })
}
