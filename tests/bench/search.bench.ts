import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { createApp } from '../../src/main/app.ts'
import type { NewRow } from '../../src/main/db/changes.ts'
import { openStore } from '../../src/main/db/store.ts'
import { personKeys } from '../../src/main/features/keys.ts'
import { contract } from '../../src/shared/contract/index.ts'
import { createClient } from '../../src/shared/rpc/client.ts'
import { percentile, report } from './measure.ts'

/** Search over 100,000 people, keystroke by keystroke, through the core as a screen asks it; SQLite on a real file. */
const PEOPLE = 100_000
const SURNAMES = 'QUISPE MAMANI FLORES SÁNCHEZ GARCÍA RODRÍGUEZ ROJAS HUAMÁN GONZÁLES DÍAZ RAMOS VÁSQUEZ TORRES LÓPEZ MENDOZA PÉREZ RAMÍREZ CASTILLO CHÁVEZ ESPINOZA CONDORI CRUZ FERNÁNDEZ RAMÍREZ ÑAHUI ÑAUPARI CHUQUIHUANCA TSAKIM WAMPUTSAR YUPANQUI APAZA TICONA CCOPA HUANCA VILCA PUMA SULLCA CALLA CHOQUE'.split(' ')
const GIVEN = 'María José Luis Ana Carlos Rosa Juan Carmen Jorge Elena Víctor Julia Miguel Luz Pedro Sonia César Nélida Wilder Yesenia Edwin Gladys Percy Maritza Ñusta Inti Illari Sisa'.split(' ')
const SEARCHES = ['quispe mamani rosa', 'HUAMÁN jos', '40012345', 'ñahui', 'de la cruz', 'wamputsar', 'maria elena quispe', '7000', 'zzzz', 'chuqui ana', 'a', 'cesar ticona']

const folder = await mkdtemp(join(tmpdir(), 'constancia-bench-'))
try {
  const seeding = performance.now()
  await seed(join(folder, 'constancia.db'))
  report(`Seed of ${PEOPLE.toLocaleString('en')} people with their posts and log`, `${((performance.now() - seeding) / 1000).toFixed(1)} s`)
  const opening = performance.now()
  const app = await createApp({
    folder,
    resources: join(import.meta.dirname, '../..'),
    version: 'bench',
    log: { error: (_ref, error) => console.error(error) },
    desk: { open: async () => ({ inPage: true }), reveal: async () => {}, print: async () => ({ inPage: true }), saveCopy: async () => ({ inPage: true, saved: false }) },
  })
  report('Opening the core on them', `${(performance.now() - opening).toFixed(0)} ms`, 'aim: 300 ms')
  const api = createClient(contract, { call: (request) => app.call(request, { who: 'bench', language: 'es' }), cancel: () => {}, onNews: () => () => {}, send: () => Promise.reject(new Error()), fetch: () => Promise.reject(new Error()) }, randomUUID)
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now()
    await work()
    return performance.now() - start
  }

  const keystrokes = SEARCHES.flatMap((search) => Array.from(search, (_, at) => search.slice(0, at + 1)))
  const taken: number[] = []
  const worked: number[] = []
  let slowest = { text: '', time: 0 }
  for (let round = 0; round < 6; round += 1) {
    for (const text of keystrokes) {
      const before = process.cpuUsage()
      const time = await timed(() => api.people.list({ search: text, limit: 100 }))
      const { user, system } = process.cpuUsage(before)
      if (round === 0) continue
      taken.push(time)
      worked.push((user + system) / 1000)
      if (time > slowest.time) slowest = { text, time }
    }
  }
  report(`people.list, ${taken.length} keystrokes with total: median`, `${percentile(taken, 0.5).toFixed(1)} ms`)
  report('… 99th percentile', `${percentile(taken, 0.99).toFixed(1)} ms`, 'aim: 50 ms')
  report('… processor time: median, 99th percentile', `${percentile(worked, 0.5).toFixed(1)}, ${percentile(worked, 0.99).toFixed(1)} ms`, 'what it takes on a machine at rest')
  report('… slowest', `${slowest.time.toFixed(1)} ms`, `«${slowest.text}»`)

  const several = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    await work()
    const times: number[] = []
    for (let run = 0; run < 15; run += 1) times.push(await timed(work))
    report(what, `${percentile(times, 0.5).toFixed(1)} ms`, `slowest ${Math.max(...times).toFixed(1)} ms`)
  }
  await several('people.list, no search, first window', () => api.people.list({ limit: 100 }))
  await several('people.list, no search, window at 90,000', () => api.people.list({ offset: 90_000, limit: 100 }))
  await several('people.list, «sin DNI»', () => api.people.list({ only: 'withoutDocument', limit: 100 }))
  await several('people.counts', () => api.people.counts({}))
  await several('search.everywhere «mamani ros»', () => api.search.everywhere({ text: 'mamani ros' }))
  await several('organisations.list with counts of people', () => api.organisations.list({ limit: 100 }))
  await several('home.overview', () => api.home.overview({}))
  await app.close()
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function seed(file: string): Promise<void> {
  const store = await openStore({ kind: 'sqlite', file })
  const author = { who: 'bench', at: '2026-11-22T15:00:00.000Z' }
  const organisationIds = await store.write(author, (db) =>
    db.add('organisations', Array.from({ length: 1500 }, (_, at) => {
      const key = `municipalidad distrital ${String(at).padStart(4, '0')}`
      return { name: `Municipalidad Distrital ${at}`, shortName: null, kind: 'municipalidad-distrital', ruc: null, districtCode: null, federation: null, searchKey: key, sortKey: key, nameKey: key }
    })),
  )
  for (let from = 0; from < PEOPLE; from += 10_000) {
    await store.write(author, async (db) => {
      const ids = await db.add('people', Array.from({ length: 10_000 }, (_, at) => personAt(from + at)))
      await db.add('posts', ids.map((personId, at) => ({ personId, organisationId: organisationIds[(from + at) % organisationIds.length] ?? null, title: 'Especialista', unit: null, regime: '15', sector: null, since: '2024-01-01', until: null })))
    })
  }
  await store.close()
}

/** The same people at every run: a small linear congruential generator. */
function personAt(index: number): NewRow<'people'> {
  let state = (index * 2_654_435_761) >>> 0
  const next = (from: readonly string[]): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return from[(state >>> 8) % from.length] ?? ''
  }
  const names = {
    firstSurname: index % 50 === 0 ? `DE LA ${next(SURNAMES)}` : next(SURNAMES),
    secondSurname: next(SURNAMES),
    givenNames: `${next(GIVEN)} ${next(GIVEN)}`,
    certificateName: null,
    documentNumber: index % 25 === 0 ? null : String(40_000_000 + index * 397).slice(0, 8),
  }
  return {
    ...names, ...personKeys(names), documentType: names.documentNumber === null ? '00' : '01', documentCountry: null, sex: index % 2 === 0 ? 'F' : 'M', birthDate: index % 10 === 0 ? null : '1980-05-04',
    statedAge: null, statedAgeOn: null, email: null, phone: null, personClass: index % 8 === 0 ? 'lider' : 'servidor', community: null, districtCode: null, notes: null,
  }
}
