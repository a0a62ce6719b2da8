import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyDefinition } from '../../src/shared/domain/counting/definition.ts'
import { report } from './measure.ts'
import { openOffice } from './open-office.ts'
import { seedAttendance } from './seed-attendance.ts'

/** A funder's report of 40 indicators over 100,000 people and 1,000,000 attendances, with the lists behind each. `CONSTANCIA_BENCH_FILE`: a file seeded before, used again. */
const PEOPLE = 100_000
const SESSIONS = 10

const folder = await mkdtemp(join(tmpdir(), 'constancia-bench-'))
const file = join(folder, 'constancia.db')
const kept = process.env['CONSTANCIA_BENCH_FILE']
try {
  if (kept === undefined) await seedAttendance(file, PEOPLE, SESSIONS)
  else await copyFile(kept, file)
  const { api, app, close } = await openOffice(folder)
  const { id: frameId } = await api.frames.create({ name: 'Matriz', organisationId: null, agreementId: null, commitmentId: null, notes: null })
  const { ids: periodIds } = await api.frames.makePeriods({ frameId, startsOn: '2025-01-01', months: 3, count: 8 })
  for (let at = 0; at < 40; at += 1) {
    const counts = (['people', 'participations', 'hours', 'organisations', 'sessions'] as const)[at % 5] ?? 'people'
    const { id: indicatorId } = await api.indicators.create({ frameId, fields: { resultId: null, code: String(at + 1), name: `Indicador ${at + 1}`, unit: counts, counts, once: 'ever', definition: { ...emptyDefinition, roles: ['participant'], leastShare: at }, parts: [], over: [], hourMinutes: 60, baseline: 0, baselineOn: null, baselineNote: null, verification: 'Listas de asistencia', dimensions: [], notes: null } })
    await api.indicators.setTarget({ indicatorId, fields: { periodId: periodIds[0] ?? null, dimension: null, category: null, value: 50_000 } })
  }
  const { id: reportId } = await api.funderReports.create({ name: 'Informe', frameId })
  const span = { reportId, periodId: null, from: '2020-01-01', until: '2026-12-31' }
  await timed('What to look at, the first time of the day', () => api.funderReports.check(span))
  await timed('What to look at, again', () => api.funderReports.check(span))
  await timed('A draft on paper (aim: 10 s)', () => api.funderReports.draft({ ...span, format: 'pdf' }))
  await timed('A draft in Word (aim: 10 s)', () => api.funderReports.draft({ ...span, format: 'docx' }))
  // Its people alone behind it: what a workbook of 100,000 rows takes.
  const { sections } = await api.funderReports.get({ id: reportId })
  await api.funderReports.update({ id: reportId, fields: { sections: sections.map((section) => ({ ...section, annexes: section.kind === 'annexes' ? ['lists'] : [] })) } })
  const oneFrame = await api.frames.create({ name: 'Una cifra', organisationId: null, agreementId: null, commitmentId: null, notes: null })
  await api.indicators.create({ frameId: oneFrame.id, fields: { resultId: null, code: null, name: 'Actas', unit: 'actas', counts: 'manual', once: 'ever', definition: emptyDefinition, parts: [], over: [], hourMinutes: 60, baseline: null, baselineOn: null, baselineNote: null, verification: null, dimensions: [], notes: null } })
  const one = await api.funderReports.create({ name: 'Lista', frameId: oneFrame.id })
  const { id: issuedId } = await timed('A report issued with everybody behind one figure', () => api.funderReports.issue({ ...span, reportId: one.id }))
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let highest = 0
  const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 20)
  const written = await timed('Its Excel of 100,000 rows (aim: 8 s under 300 MB)', () => api.funderReports.draw({ issuedId, format: 'xlsx' }))
  clearInterval(watch)
  report('… its file and what it took', `${Math.round((await stat(app.files().path(written))).size / 2 ** 20)} MB`, `${Math.round((highest - before) / 2 ** 20)} MB more than before`)
  await timed('The 40 indicators issued, each with its list kept', () => api.funderReports.issue(span))
  await close()
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const made = await work()
  const { user, system } = process.cpuUsage(cpu)
  report(name, `${((performance.now() - start) / 1000).toFixed(1)} s`, `${((user + system) / 1e6).toFixed(1)} s of the processor`)
  return made
}
