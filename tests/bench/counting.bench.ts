import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { About } from '../../src/main/core/context.ts'
import { openStore } from '../../src/main/db/store.ts'
import type { Asked } from '../../src/main/features/counting/count.ts'
import { behindFigure, countFigure, splitFigure } from '../../src/main/features/counting/count.ts'
import { explainFigure } from '../../src/main/features/counting/explain.ts'
import { factsOf } from '../../src/main/features/counting/facts.ts'
import type { Facts } from '../../src/main/features/counting/model.ts'
import { emptyDefinition } from '../../src/shared/domain/counting/definition.ts'
import { medianOf, report } from './measure.ts'
import { seedAttendance } from './seed-attendance.ts'

/** Figures of an office of 100,000 people and 1,000,000 attendances. `CONSTANCIA_BENCH_FILE`: a file seeded before, used again. */
const PEOPLE = 100_000
const SESSIONS = 10

const folder = await mkdtemp(join(tmpdir(), 'constancia-bench-'))
const file = join(folder, 'constancia.db')
const kept = process.env['CONSTANCIA_BENCH_FILE']
try {
  if (kept === undefined) await seedAttendance(file, PEOPLE, SESSIONS)
  else await copyFile(kept, file)
  const store = await openStore({ kind: 'sqlite', file })
  const about: About = { version: 'bench', engine: 'sqlite', device: store.device, folder, example: false, resources: join(import.meta.dirname, '../..') }
  const facts = (): Promise<Facts> => store.read((db) => factsOf({ db, about, language: 'es', today: () => '2026-11-22' }))
  globalThis.gc?.()
  const before = process.memoryUsage()
  await watched('cold: everything read (1,000,000 attendances)', facts)
  globalThis.gc?.()
  const after = process.memoryUsage()
  report('memory that the facts keep', `${Math.round((after.heapUsed + after.external - before.heapUsed - before.external) / 2 ** 20)} MB`)

  const figure = (more: Partial<Asked>, definition: Partial<Asked['definition']> = {}): Asked => ({ counts: 'people', once: 'ever', hourMinutes: 60, from: null, until: null, ...more, definition: { ...emptyDefinition, ...definition } })
  const trained = { roles: ['participant' as const], states: ['completed' as const, 'approved' as const], leastShare: 60 }
  const dimensions = ['sex', 'age', 'department']
  const ask = async (asked: Asked): Promise<void> => {
    const seen = await facts()
    countFigure(seen, asked)
    splitFigure(seen, asked, dimensions, 'es')
  }
  await watched('an indicator with three breakdowns, never asked before (aim: 300 ms)', () => ask(figure({}, trained)))
  await median('… again', () => ask(figure({}, trained)))
  await median('… unique people of one quarter', () => ask(figure({ from: '2025-01-01', until: '2025-03-31' }, trained)))
  await median('… hours by the day of each session', () => ask(figure({ counts: 'hours', from: '2025-01-01', until: '2025-12-31' }, { ...trained, dated: 'session' })))
  await median('… unique people by the day of each session', () => ask(figure({ from: '2025-01-01', until: '2025-12-31' }, { ...trained, dated: 'session' })))
  await median('what each condition leaves out', async () => explainFigure(await facts(), figure({}, { ...trained, ageFrom: 18, sexes: ['F'], places: ['15'] }), 'es'))
  await median('the list behind 90,000, in order', async () => behindFigure(await facts(), figure({}, { states: ['completed'] }), null))
  const periods = Array.from({ length: 24 }, (_, at) => ({ from: `${2021 + Math.floor(at / 4)}-${['01', '04', '07', '10'][at % 4]}-01`, until: `${2021 + Math.floor(at / 4)}-${['03-31', '06-30', '09-30', '12-31'][at % 4]}` }))
  await watched('40 indicators in 24 periods and in all (aim of a report: 10 s)', async () => {
    for (let at = 0; at < 40; at += 1) {
      const [counts, definition] = [(['people', 'participations', 'hours', 'organisations', 'sessions'] as const)[at % 5] ?? 'people', { ...trained, leastShare: at }]
      for (const span of [{ from: null, until: null }, ...periods]) {
        countFigure(await facts(), figure({ counts, ...span }, definition))
        await new Promise((resolve) => setImmediate(resolve))
      }
      splitFigure(await facts(), figure({ counts }, definition), dimensions, 'es')
    }
  })
  await writes(store, facts, () => ask(figure({}, trained)))
  await store.close()
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** What a write costs the next figure. */
async function writes(store: Awaited<ReturnType<typeof openStore>>, facts: () => Promise<Facts>, ask: () => Promise<void>): Promise<void> {
  const author = { who: 'bench', at: '2026-11-22T15:00:00.000Z' }
  const [mark] = await store.read((db) => db.selectFrom('attendances').select('id').limit(1).execute())
  await store.write(author, (db) => db.change('attendances', mark?.id ?? '', { minutes: 17 }))
  await watched('after one mark was written: facts brought up to date', facts)
  await watched('… and the indicator with three breakdowns', ask)
  await store.write(author, async (db) => {
    const [cohort] = await db.selectFrom('cohorts').select('id').limit(1).execute()
    const names = Array.from({ length: 1000 }, (_, at) => `nuevo ${String(at).padStart(4, '0')}`)
    const ids = await db.add('people', names.map((name) => ({
      documentType: '00' as const, documentNumber: null, documentCountry: null, firstSurname: name, secondSurname: null, givenNames: 'Ana', certificateName: null, sex: 'F' as const, birthDate: null, statedAge: null, statedAgeOn: null, email: null, phone: null, personClass: 'servidor' as const, community: null, districtCode: null, notes: null,
      searchKey: name, sortKey: name, nameKey: name,
    })))
    await db.add('enrolments', ids.map((personId) => ({ cohortId: cohort?.id ?? '', personId, postId: null, role: 'participant' as const, state: 'completed' as const })))
  })
  await watched('after an import of 1,000 rows', facts)
  await watched('… and the indicator with three breakdowns', ask)
}

async function median(what: string, work: () => Promise<unknown>): Promise<void> {
  report(what, `${Math.round(await medianOf(5, work))} ms`)
}

/** One run: how long, the processor's share of it, and the longest that others waited. */
async function watched(what: string, work: () => Promise<unknown>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 2 })
  delay.enable()
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const [took, used] = [performance.now() - start, process.cpuUsage(cpu)]
  await new Promise((resolve) => setTimeout(resolve, 10))
  delay.disable()
  report(what, `${Math.round(took)} ms`, `processor ${Math.round((used.user + used.system) / 1000)} ms · longest stall ${Math.round(delay.max / 1e6)} ms`)
}
