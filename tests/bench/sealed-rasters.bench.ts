import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { createApp } from '../../src/main/app.ts'
import { contract } from '../../src/shared/contract/index.ts'
import { createClient } from '../../src/shared/rpc/client.ts'
import { report } from './measure.ts'
import { seedPeople } from './seed-people.ts'

/**
 * A thousand sealed papers, drawn as one file, rasterised by poppler at 200 dots an inch, decoded by ZXing and verified:
 * how many of them are authentic and say the number of their own page. `PAPERS` says another count.
 */
const COUNT = Number(process.env['PAPERS'] ?? '1000')
const STRETCH = 25
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer } })
const folder = await mkdtemp(join(tmpdir(), 'constancia-rasters-'))
try {
  await seedPeople(join(folder, 'constancia.db'), COUNT)
  const app = await createApp({
    folder, resources: join(import.meta.dirname, '../..'), version: 'bench', log: { error: (_ref, error) => console.error(error) },
    desk: { open: async () => ({ inPage: true }), reveal: async () => {}, print: async () => ({ inPage: true }), saveCopy: async () => ({ inPage: true, saved: false }) },
  })
  const api = createClient(
    contract,
    {
      call: (request) => app.call(request, { who: 'bench', language: 'es' }), cancel: () => {}, onNews: () => () => {},
      send: (name, bytes) => app.files().receive(name, bytes), fetch: async (file) => readFile(app.files().path(file)),
    },
    randomUUID,
  )
  const logo = join(import.meta.dirname, '../../samples/assets/logo-municipalidad.png')
  const { id: logoAssetId } = await api.assets.add({ file: await app.files().receive(basename(logo), await readFile(logo)) })
  await api.entity.save({ name: 'Municipalidad Provincial de Cajamarca', siglas: 'MPC', unit: 'Gerencia de Recursos Humanos', unitSiglas: 'GRH', ruc: '20143625681', city: 'Cajamarca', logoAssetId })
  await api.seal.prepare({ computerName: 'Mesa de partes' })
  const programme = await api.programmes.create({ name: 'Gestión pública', shortName: null, description: null })
  const edition = await api.editions.create({ programmeId: programme.id, name: 'I', title: null, actionType: 'curso', year: 2026, modality: 'presencial', startsOn: '2026-10-12', endsOn: '2026-10-21', hours: 24, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null })
  const { id: cohortId } = await api.cohorts.create({ editionId: edition.id, name: 'Único', site: 'Cajamarca', districtCode: null, startsOn: null, endsOn: null, modality: null })
  await api.rules.configure({ editionId: edition.id, withoutActa: true })
  const personIds: string[] = []
  while (personIds.length < COUNT) personIds.push(...(await api.people.list({ offset: personIds.length, limit: Math.min(500, COUNT - personIds.length) })).rows.map((one) => one.id))
  await api.enrolments.add({ cohortId, personIds })
  const enrolmentIds = (await api.enrolments.list({ cohortId })).map((one) => one.id)
  const series = (await api.numbering.list({})).find((one) => one.paperKind === 'certificado')
  const { issued } = await api.certificates.issue({ enrolmentIds, paperKind: 'certificado', seriesId: series?.id ?? '', issuedOn: '2026-11-20', model: 'sober', signatoryIds: [] })
  const file = app.files().path(await api.certificates.draw({ ids: issued, as: 'one', order: 'number' }))

  let decoded = 0
  let authentic = 0
  let isOwn = 0
  for (let first = 1; first <= issued.length; first += STRETCH) {
    const place = await mkdtemp(join(folder, 'paginas-'))
    execFileSync('pdftoppm', ['-r', '200', '-gray', '-png', '-f', String(first), '-l', String(Math.min(issued.length, first + STRETCH - 1)), file, join(place, 'p')])
    for (const [at, name] of (await readdir(place)).sort().entries()) {
      const [code] = await readBarcodes(new Uint8Array(await readFile(join(place, name))), { formats: ['QRCode'], tryHarder: true })
      if (code === undefined) continue
      decoded += 1
      const answer = await api.seal.verify({ kind: 'text', text: code.text })
      if (answer.answer === 'authentic') authentic += 1
      if (answer.certificate?.id === issued[first + at - 1]) isOwn += 1
    }
    await rm(place, { recursive: true })
  }
  report(`Sealed papers rasterised at 200 dots an inch`, String(issued.length))
  report('… whose code was decoded', String(decoded))
  report('… that are authentic', String(authentic))
  report('… that are the paper of their own page', String(isOwn))
  await app.close()
} finally {
  await rm(folder, { recursive: true, force: true })
}
