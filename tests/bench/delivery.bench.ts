import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src/main/app.ts'
import { openStore } from '../../src/main/db/store.ts'
import { contract } from '../../src/shared/contract/index.ts'
import { createClient } from '../../src/shared/rpc/client.ts'
import { medianOf, report } from './measure.ts'
import { seedPeople } from './seed-people.ts'

/** The list of delivery over 10,000 papers in every state, as the screen asks it; SQLite on a real file. */
const PAPERS = 10_000
const author = { who: 'bench', at: '2026-11-20T15:00:00.000Z' }

const folder = await mkdtemp(join(tmpdir(), 'constancia-delivery-'))
try {
  await seedPeople(join(folder, 'constancia.db'), PAPERS)
  await seedPapers(join(folder, 'constancia.db'))
  const app = await opened()
  const api = createClient(contract, { call: (request) => app.call(request, { who: 'bench', language: 'es' }), cancel: () => {}, onNews: () => () => {}, send: () => Promise.reject(new Error()), fetch: () => Promise.reject(new Error()) }, randomUUID)
  const first = await medianOf(9, () => api.delivery.list({ limit: 100 }))
  const last = await medianOf(9, () => api.delivery.list({ limit: 100, offset: PAPERS - 100 }))
  const narrowed = await medianOf(9, () => api.delivery.list({ limit: 100, pending: 'signed', search: 'quispe' }))
  report(`Delivery list of ${PAPERS.toLocaleString('en')}, first window with counts`, `${first.toFixed(0)} ms`, `the last window ${last.toFixed(0)} ms, filtered ${narrowed.toFixed(0)} ms`)
  report('… what waits by organisation', `${(await medianOf(9, () => api.delivery.pending({}))).toFixed(0)} ms`)
  const ids = await api.delivery.ids({ pending: 'signed' })
  const start = performance.now()
  await api.delivery.signByHand({ certificateIds: ids, signedOn: '2026-11-22', note: null })
  report(`… noting ${ids.length.toLocaleString('en')} as signed`, `${(performance.now() - start).toFixed(0)} ms`)
  await app.close()
} finally {
  await rm(folder, { recursive: true, force: true })
}

function opened() {
  return createApp({
    folder,
    resources: join(import.meta.dirname, '../..'),
    version: 'bench',
    clock: () => new Date('2026-11-22T15:00:00.000Z'),
    log: { error: (_ref, error) => console.error(error) },
    desk: { open: async () => ({ inPage: true }), reveal: async () => {}, print: async () => ({ inPage: true }), saveCopy: async () => ({ inPage: true, saved: false }) },
  })
}

/** A course of all of them with a certificate each: a quarter printed and not answered, a half well, some signed, some handed over. */
async function seedPapers(file: string): Promise<void> {
  const store = await openStore({ kind: 'sqlite', file })
  await store.write(author, async (db) => {
    const [programmeId = ''] = await db.add('programmes', [{ name: 'Programa', shortName: null, description: null, sortKey: 'x' }])
    const [editionId = ''] = await db.add('editions', [{ programmeId, name: 'I', year: 2026, actionType: 'curso', title: 'Curso', modality: 'presencial', startsOn: '2026-10-12', endsOn: '2026-10-21', hours: 24, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null }])
    const [cohortId = ''] = await db.add('cohorts', [{ editionId, name: 'Cusco', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null, sortKey: 'x' }])
    const people = await db.selectFrom('people').innerJoin('posts', 'posts.personId', 'people.id').select(['people.id', 'people.sortKey', 'people.searchKey', 'posts.id as postId']).orderBy('people.sortKey').execute()
    const [seriesId = ''] = await db.add('series', [{ name: 'Certificados', paperKind: 'certificado', pattern: 'N° {corr}-{año}', unitSiglas: null, book: null, rowsPerFolio: 25, owner: null }])
    const enrolmentIds = await db.add('enrolments', people.map((one) => ({ cohortId, personId: one.id, postId: one.postId, role: 'participant' as const, state: 'approved' as const })))
    const ids = await db.add('certificates', people.map((one, at) => ({
      enrolmentId: enrolmentIds[at] ?? '', personId: one.id, cohortId, seriesId, year: 2026, correlative: at + 1, number: `N° ${at + 1}-2026`, paperKind: 'certificado' as const, role: 'participant' as const, personName: one.searchKey,
      documentNumber: null, title: 'Curso', issuedOn: '2026-11-20', issuedAt: author.at, code: String(at).padStart(10, '0'), version: 1, replacesId: null, sealKeyId: null, serial: null, lookId: null,
      frozen: 'x'.repeat(2000), frozenHash: 'x', searchKey: one.searchKey, sortKey: one.sortKey, actaId: null,
    })))
    await db.add('papers', ids.map((certificateId) => ({ certificateId, sha256: createHash('sha256').update(certificateId).digest('hex'), byteLength: 100_000, own: new Uint8Array(randomBytes(3500)), recipe: 'x', drawnAt: author.at })))
    const [runId = ''] = await db.add('printRuns', [{ kind: 'first', reason: null, printedAt: author.at, who: 'bench' }])
    await db.add('prints', ids.slice(0, 7500).map((certificateId, at) => ({ runId, certificateId, position: at + 1, pages: 1, outcome: at < 5000 ? ('well' as const) : ('asked' as const) })))
    await db.add('signings', ids.slice(0, 2500).map((certificateId) => ({ certificateId, kind: 'hand' as const, signedOn: '2026-11-21', assetId: null, signers: '[]', note: null })))
    await db.add('handovers', ids.slice(0, 1000).map((certificateId) => ({ certificateId, handedOn: '2026-11-21', toWhom: 'person' as const, proxyName: null, proxyDocument: null, proxyNote: null, sheetId: null })))
  })
  await store.close()
}
