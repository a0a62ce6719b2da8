import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../src/main/db/store.ts'
import { emptyDefinition } from '../../src/shared/domain/counting/definition.ts'
import { medianOf, report } from './measure.ts'
import { openOffice } from './open-office.ts'
import { seedPeople } from './seed-people.ts'

/** A frame over 100,000 people in 40 groups: its figures, the list behind one as a file, a period closed with everybody in it. */
const PEOPLE = 100_000
const GROUPS = 40

const self = fileURLToPath(import.meta.url)
const [, script, chosen] = process.argv

if (script === self && chosen !== undefined) {
  await measure(chosen)
} else {
  const folder = await mkdtemp(join(tmpdir(), 'constancia-bench-'))
  try {
    await seedPeople(join(folder, 'constancia.db'), PEOPLE)
    await seedGroups(join(folder, 'constancia.db'))
    // In a process that has only what the app has: seeding leaves memory of its own behind.
    execFileSync(process.execPath, [self, folder], { stdio: 'inherit' })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string): Promise<void> {
  const { api, app, close } = await openOffice(folder)
  const { id: frameId } = await api.frames.create({ name: 'ACCD', organisationId: null, agreementId: null, commitmentId: null, notes: null })
  const { ids } = await api.frames.makePeriods({ frameId, startsOn: '2026-01-01', months: 9, count: 1 })
  const make = async (name: string, more: object = {}) =>
    (await api.indicators.create({ frameId, fields: { resultId: null, code: null, name, unit: 'personas', counts: 'people', once: 'ever', definition: { ...emptyDefinition, roles: ['participant'] }, parts: [], over: [], hourMinutes: 60, baseline: null, baselineOn: null, baselineNote: null, verification: null, dimensions: ['sex'], notes: null, ...more } })).id
  const indicatorId = await make('Personas capacitadas')
  const first = performance.now()
  await api.indicators.figures({ frameId })
  report('The first figure of the day, facts gathered', `${Math.round(performance.now() - first)} ms`)
  report('One figure again', `${Math.round(await medianOf(5, () => api.indicators.figures({ frameId })))} ms`)
  report('The first 100 behind it', `${Math.round(await medianOf(5, () => api.indicators.behind({ indicatorId })))} ms`)
  report('By sex, kind of organisation and department (aim: 300 ms)', `${Math.round(await medianOf(5, () => api.indicators.breakdown({ indicatorId, dimensions: ['sex', 'organisationKind', 'department'] })))} ms`)
  let highest = 0
  const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 20)
  const before = process.memoryUsage().rss
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const written = await api.indicators.exportBehind({ indicatorId, periodId: ids[0] ?? '', format: 'xlsx' })
  const took = performance.now() - start
  const worked = process.cpuUsage(cpu)
  clearInterval(watch)
  const { size } = await stat(app.files().path(written))
  report('Excel of 100,000 rows (aim: 8 s under 300 MB)', `${(took / 1000).toFixed(1)} s`, `${((worked.user + worked.system) / 1e6).toFixed(1)} s of the processor · ${Math.round(size / 2 ** 20)} MB file · ${Math.round((highest - before) / 2 ** 20)} MB more than before, ${Math.round(highest / 2 ** 20)} MB in all`)
  const [closing, busy] = [performance.now(), process.cpuUsage()]
  await api.frames.closePeriod({ id: ids[0] ?? '' })
  report('A period closed with 100,000 people behind one figure', `${((performance.now() - closing) / 1000).toFixed(1)} s`, `${((process.cpuUsage(busy).user + process.cpuUsage(busy).system) / 1e6).toFixed(1)} s of the processor`)
  report('The first 100 behind it, as closed', `${Math.round(await medianOf(3, () => api.indicators.behind({ indicatorId, periodId: ids[0] ?? '' })))} ms`)
  report('Figures with their adjustments', `${Math.round(await medianOf(3, () => api.indicators.figures({ frameId })))} ms`)
  await close()
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'constancia.db') })
  const kept = await store.read((db) => db.selectFrom('frozenFigures').select('frozen').execute())
  report('What it keeps', `${(kept.reduce((sum, row) => sum + row.frozen.length, 0) / 2 ** 20).toFixed(1)} MB`)
  await store.close()
}

/** Groups that ended month by month, with 2,500 people each at the post they have. */
async function seedGroups(file: string): Promise<void> {
  const store = await openStore({ kind: 'sqlite', file })
  const author = { who: 'bench', at: '2026-11-22T15:00:00.000Z' }
  const posts = await store.read((db) => db.selectFrom('posts').select(['id', 'personId']).orderBy('personId').execute())
  const editionId = await store.write(author, async (db) => {
    const [programmeId = ''] = await db.add('programmes', [{ name: 'Gestión pública', shortName: null, description: null, sortKey: 'gestion publica' }])
    const [id = ''] = await db.add('editions', [{ programmeId, name: 'I edición', title: null, actionType: 'curso', year: 2026, modality: 'presencial', startsOn: '2026-01-05', endsOn: '2026-09-25', hours: 24, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null }])
    return id
  })
  for (let at = 0; at < GROUPS; at += 1) {
    await store.write(author, async (db) => {
      const [cohortId = ''] = await db.add('cohorts', [{ editionId, name: `Grupo ${at}`, site: null, districtCode: '080101', startsOn: null, endsOn: `2026-0${1 + (at % 9)}-25`, modality: null, sortKey: `grupo ${at}` }])
      const own = posts.slice((at * PEOPLE) / GROUPS, ((at + 1) * PEOPLE) / GROUPS)
      await db.add('enrolments', own.map(({ id, personId }) => ({ cohortId, personId, postId: id, role: 'participant' as const, state: 'completed' as const })))
    })
  }
  await store.close()
}
