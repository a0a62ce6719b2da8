import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addDays } from '../../src/shared/domain/dates.ts'
import type { OpenApp } from './open-app.ts'

/** Small invented worlds for tests: each gives the ids that the test needs. */

type Api = OpenApp['api']
export type PersonFields = Parameters<Api['people']['create']>[0]

/** A person with everything that a test does not care about. */
export function aPerson(fields: Partial<PersonFields> = {}): PersonFields {
  return {
    documentType: '00',
    documentNumber: null,
    documentCountry: null,
    firstSurname: 'QUISPE',
    secondSurname: null,
    givenNames: 'Ana',
    certificateName: null,
    sex: null,
    birthDate: null,
    statedAge: null,
    statedAgeOn: null,
    email: null,
    phone: null,
    personClass: 'servidor',
    community: null,
    districtCode: null,
    notes: null,
    ...fields,
  }
}

type PostFields = Parameters<Api['people']['addPost']>[0]

/** A post with nothing known but whose it is. */
export function aPost(fields: Partial<PostFields> & Pick<PostFields, 'personId'>): PostFields {
  return { organisationId: null, title: 'Especialista', unit: null, regime: null, sector: null, since: null, until: null, ...fields }
}

type OrganisationFields = Parameters<Api['organisations']['create']>[0]

export function anOrganisation(fields: Partial<OrganisationFields> = {}): OrganisationFields {
  return { name: 'Municipalidad Provincial de Cajamarca', shortName: null, kind: 'municipalidad-provincial', ruc: null, districtCode: null, federation: null, ...fields }
}

/** So many persons with different documents and names. */
export async function somePeople(api: Api, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const { id } = await api.people.create(aPerson({ documentType: '01', documentNumber: String(20_000_001 + index), secondSurname: 'HUAMÁN', givenNames: givenName(index), sex: index % 2 === 0 ? 'F' : 'M' }))
    ids.push(id)
  }
  return ids
}

const names = ['ANA', 'BEATRIZ', 'CARLA', 'DINA', 'ELMER', 'FREDY', 'GLADYS', 'HILDA', 'INÉS', 'JULIA', 'KARINA', 'LIZ']

/** The first ones stand in alphabetical order; later ones repeat them with a second name. */
function givenName(index: number): string {
  const name = names[index % names.length] ?? ''
  return index < names.length ? name : `${name} ${givenName(Math.floor(index / names.length) - 1)}`
}

export interface Course {
  readonly programmeId: string
  readonly editionId: string
  readonly cohortId: string
}

/**
 * A programme with one edition of 24 hours of 45 minutes and one group in Cusco. It is declared without acta, so that its
 * certificates wait for nothing, unless `withActa` asks for one.
 */
export async function aCourse(api: Api, edition: Partial<Parameters<Api['editions']['create']>[0]> = {}, { withActa = false }: { readonly withActa?: boolean } = {}): Promise<Course> {
  const programme = await api.programmes.create({ name: 'Gestión pública', shortName: null, description: null })
  const made = await api.editions.create({
    programmeId: programme.id,
    name: 'I edición',
    title: 'Curso de gestión pública',
    actionType: 'curso',
    year: 2026,
    modality: 'presencial',
    startsOn: '2026-10-12',
    endsOn: '2026-10-21',
    hours: 24,
    minutesPerHour: 45,
    place: null,
    syllabus: null,
    legalBasis: null,
    ...edition,
  })
  const cohort = await api.cohorts.create({ editionId: made.id, name: 'Cusco', site: 'Cusco', districtCode: null, startsOn: null, endsOn: null, modality: null })
  if (!withActa) await api.rules.configure({ editionId: made.id, withoutActa: true })
  return { programmeId: programme.id, editionId: made.id, cohortId: cohort.id }
}

export type SessionFields = Parameters<Api['sessions']['create']>[0]['fields']

/** A session of three hours of 60 minutes in the afternoon of 12 October, not required. */
export function aSession(fields: Partial<SessionFields> = {}): SessionFields {
  return { day: '2026-10-12', startsAt: '15:00', endsAt: '18:00', plannedMinutes: 180, subject: 'Gestión por resultados', module: null, place: null, link: null, modality: null, isRequired: 0, ...fields }
}

/** So many sessions of a group on days that follow each other, "Sesión 1", "Sesión 2"…; `fields` for all of them. */
export async function someSessions(api: Api, cohortId: string, count: number, fields: Partial<SessionFields> = {}): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const { id } = await api.sessions.create({ cohortId, fields: aSession({ day: addDays('2026-10-12', index), subject: `Sesión ${index + 1}`, ...fields }) })
    ids.push(id)
  }
  return ids
}

export interface Class {
  readonly editionId: string
  readonly cohortId: string
  readonly sessionIds: string[]
  readonly enrolmentIds: string[]
}

/** A course with so many participants, in alphabetical order, and so many sessions. */
export async function aClass(api: Api, people: number, { sessions = 0, edition = {} }: { readonly sessions?: number; readonly edition?: Parameters<typeof aCourse>[1] } = {}): Promise<Class> {
  const { editionId, cohortId } = await aCourse(api, edition)
  await api.enrolments.add({ cohortId, personIds: await somePeople(api, people) })
  const sessionIds = await someSessions(api, cohortId, sessions)
  return { editionId, cohortId, sessionIds, enrolmentIds: (await api.enrolments.list({ cohortId })).map((one) => one.id) }
}

/** An office that can issue: its data, the year's name, one signatory with a picture. Gives the series and the signatory. */
export async function anOffice({ api, drop }: OpenApp): Promise<{ seriesId: string; constanciaSeriesId: string; signatoryId: string }> {
  const samples = join(import.meta.dirname, '../../samples')
  const office = JSON.parse(await readFile(join(samples, 'ejemplo.json'), 'utf8')) as { entityLogo: string; signatories: { image: string }[] }
  const logo = await api.assets.add({ file: await drop(join(samples, office.entityLogo)) })
  const picture = await api.assets.add({ file: await drop(join(samples, office.signatories[0]?.image ?? '')) })
  await api.entity.save({ name: 'Municipalidad Provincial de Cajamarca', siglas: 'MPC', unit: 'Gerencia de Recursos Humanos', unitSiglas: 'GRH', city: 'Cajamarca', logoAssetId: logo.id })
  await api.entity.saveYearName({ year: 2026, name: 'Año de la Esperanza y el Fortalecimiento de la Democracia' })
  const signatory = await api.entity.addSignatory({ name: 'Rosa Ñaupari', post: 'Gerente', entityName: null, imageAssetId: picture.id, since: '2026-01-01', until: '2026-12-31', position: 0 })
  const series = await api.numbering.list({})
  const ofKind = (kind: string): string => series.find((one) => one.paperKind === kind)?.id ?? ''
  return { seriesId: ofKind('certificado'), constanciaSeriesId: ofKind('constancia'), signatoryId: signatory.id }
}
