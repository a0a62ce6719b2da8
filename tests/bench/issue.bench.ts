import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createApp } from '../../src/main/app.ts'
import { openStore } from '../../src/main/db/store.ts'
import { contract } from '../../src/shared/contract/index.ts'
import { createClient } from '../../src/shared/rpc/client.ts'
import { percentile, report } from './measure.ts'
import { seedPeople } from './seed-people.ts'

/**
 * Issuing through the core, as the screen asks it: numbers, frozen words and their log, SQLite on a real file, synced at
 * each commit. Then the paper of what was issued. Each run begins on the same data; medians of five.
 */
const RUNS = 5
const samples = join(import.meta.dirname, '../../samples')

const root = await mkdtemp(join(tmpdir(), 'constancia-issue-'))
try {
  const seed = join(root, 'semilla')
  const enrolmentIds = await seedOffice(seed)
  for (const count of [320, 10_000]) {
    // The first run warms the program and is not counted.
    const runs: Taken[] = []
    for (let run = 0; run <= RUNS; run += 1) runs.push(await issueAndDraw(join(root, `${count}-${run}`), seed, enrolmentIds.slice(0, count)))
    const median = (of: (one: Taken) => number): number => percentile(runs.slice(1).map(of), 0.5)
    const time = median((one) => one.issuing)
    report(`Issuing ${count.toLocaleString('en')} certificates (records)`, `${time.toFixed(0)} ms`, `${Math.round((1000 * count) / time).toLocaleString('en')} a second`)
    report('… drawing them, one file to print', `${median((one) => one.one).toFixed(0)} ms`)
    if (count === 320) report('… drawing them, separate files in a ZIP', `${median((one) => one.zip).toFixed(0)} ms`)
  }
  report('Memory at the highest', `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
} finally {
  await rm(root, { recursive: true, force: true })
}

interface Taken {
  readonly issuing: number
  readonly one: number
  readonly zip: number
}

/** Milliseconds of each, on a copy of the seed of its own. */
async function issueAndDraw(folder: string, seed: string, enrolmentIds: readonly string[]): Promise<Taken> {
  await cp(seed, folder, { recursive: true })
  const { api, close } = await open(folder)
  const series = (await api.numbering.list({})).find((one) => one.paperKind === 'certificado')
  const signatoryIds = (await api.entity.get({})).signatories.map((one) => one.id)
  const choice = { enrolmentIds: [...enrolmentIds], paperKind: 'certificado' as const, seriesId: series?.id ?? '', issuedOn: '2026-11-20', model: 'sober' as const, signatoryIds }
  const start = performance.now()
  const { issued } = await api.certificates.issue(choice)
  const numbered = performance.now()
  await api.certificates.draw({ ids: issued, as: 'one' })
  const printed = performance.now()
  // Ten thousand separate files are no errand of an office.
  if (issued.length <= 320) await api.certificates.draw({ ids: issued, as: 'zip' })
  const zipped = performance.now()
  await close()
  await rm(folder, { recursive: true, force: true })
  return { issuing: numbered - start, one: printed - numbered, zip: zipped - printed }
}

async function open(folder: string) {
  const app = await createApp({
    folder,
    resources: join(import.meta.dirname, '../..'),
    version: 'bench',
    log: { error: (_ref, error) => console.error(error) },
    desk: { open: async () => ({ inPage: true }), reveal: async () => {}, print: async () => ({ inPage: true }), saveCopy: async () => ({ inPage: true, saved: false }) },
  })
  const refuse = (): Promise<never> => Promise.reject(new Error('not in this benchmark'))
  const api = createClient(contract, { call: (request) => app.call(request, { who: 'bench', language: 'es' }), cancel: () => {}, onNews: () => () => {}, send: refuse, fetch: refuse }, randomUUID)
  return { app, api, close: () => app.close() }
}

/** An office with its data and one group of 10,000. Gives the enrolments. */
async function seedOffice(folder: string): Promise<string[]> {
  await seedPeople(join(folder, 'constancia.db'), 10_000)
  const { app, api, close } = await open(folder)
  const take = async (name: string): Promise<string> => (await api.assets.add({ file: await app.files().receive(basename(name), await readFile(join(samples, name))) })).id
  await api.entity.save({ name: 'Municipalidad Provincial de Cajamarca', siglas: 'MPC', unit: 'Gerencia de Recursos Humanos', unitSiglas: 'GRH', city: 'Cajamarca', logoAssetId: await take('assets/logo-municipalidad.png') })
  await api.entity.addSignatory({ name: 'Rosa Ñaupari', post: 'Gerente', entityName: null, imageAssetId: null, since: null, until: null, position: 0 })
  const programme = await api.programmes.create({ name: 'Gestión pública', shortName: null, description: null })
  const edition = await api.editions.create({
    programmeId: programme.id, name: 'I edición', title: 'Curso de gestión pública', actionType: 'curso', year: 2026, modality: 'presencial', startsOn: '2026-10-12', endsOn: '2026-10-21',
    hours: 24, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null,
  })
  await api.rules.configure({ editionId: edition.id, withoutActa: true })
  const cohort = await api.cohorts.create({ editionId: edition.id, name: 'Cusco', site: 'Cusco', districtCode: null, startsOn: null, endsOn: null, modality: null })
  await close()
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'constancia.db') })
  const ids = await store.write({ who: 'bench', at: '2026-11-22T15:00:00.000Z' }, async (db) => {
    const people = await db.selectFrom('people').select('id').orderBy('id').execute()
    return db.add('enrolments', people.map((person) => ({ cohortId: cohort.id, personId: person.id, postId: null, role: 'participant' as const, state: 'approved' as const })))
  })
  await store.close()
  return ids
}
