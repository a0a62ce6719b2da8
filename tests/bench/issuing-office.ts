import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { openStore } from '../../src/main/db/store.ts'
import { openOffice } from './open-office.ts'
import { seedPeople } from './seed-people.ts'

const samples = join(import.meta.dirname, '../../samples')

/** An office with its data and one group of 10,000; with `sealed`, its seal is prepared. Gives the enrolments. */
export async function seedIssuingOffice(folder: string, { sealed }: { readonly sealed: boolean }): Promise<string[]> {
  await seedPeople(join(folder, 'constancia.db'), 10_000)
  const { app, api, close } = await openOffice(folder)
  const take = async (name: string): Promise<string> => (await api.assets.add({ file: await app.files().receive(basename(name), await readFile(join(samples, name))) })).id
  await api.entity.save({ name: 'Municipalidad Provincial de Cajamarca', siglas: 'MPC', unit: 'Gerencia de Recursos Humanos', unitSiglas: 'GRH', city: 'Cajamarca', ruc: '20143625681', logoAssetId: await take('assets/logo-municipalidad.png') })
  await api.entity.addSignatory({ name: 'Rosa Ñaupari', post: 'Gerente', entityName: null, imageAssetId: null, since: null, until: null, position: 0 })
  if (sealed) await api.seal.prepare({ computerName: 'Mesa de partes' })
  const programme = await api.programmes.create({ name: 'Gestión pública', shortName: null, description: null })
  const edition = await api.editions.create({
    programmeId: programme.id, name: 'I edición', title: 'Curso de gestión pública', actionType: 'curso', year: 2026, modality: 'presencial', startsOn: '2026-10-12', endsOn: '2026-10-21',
    hours: 24, minutesPerHour: 45, place: null, syllabus: null, legalBasis: 'Resolución de Alcaldía N° 120-2026-MPC',
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

/** Gives numbers to these, draws and keeps their papers. Milliseconds, and the ids. */
export async function issueTo(folder: string, enrolmentIds: readonly string[]): Promise<{ readonly time: number; readonly issued: readonly string[] }> {
  const { api, close } = await openOffice(folder)
  const series = (await api.numbering.list({})).find((one) => one.paperKind === 'certificado')
  const signatoryIds = (await api.entity.get({})).signatories.map((one) => one.id)
  const start = performance.now()
  const { issued } = await api.certificates.issue({ enrolmentIds: [...enrolmentIds], paperKind: 'certificado', seriesId: series?.id ?? '', issuedOn: '2026-11-20', model: 'sober', signatoryIds })
  const time = performance.now() - start
  await close()
  return { time, issued }
}
