import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Gives, Takes } from '../../src/renderer/api.ts'
import { CertificatesScreen } from '../../src/renderer/screens/certificates/certificates-screen.tsx'
import { say } from '../../src/shared/messages/messages.ts'
import type { FakeAnswers } from './support/fake-client.ts'
import { idOf } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

type Enrolled = Gives<'enrolments.list'>[number]

const COHORT = idOf(1)
const EDITION = idOf(2)
const CERTIFICADOS = idOf(3)
const CONSTANCIAS = idOf(4)
const ROSA = idOf(5)
const HECTOR = idOf(6)

const enrolled = (n: number, firstSurname: string, givenNames: string, fields: Partial<Enrolled> = {}): Enrolled => ({
  id: idOf(100 + n), personId: idOf(200 + n), cohortId: COHORT, cohortName: 'Cusco', role: 'participant', state: 'approved', documentType: '01', documentNumber: `2000000${n}`,
  firstSurname, secondSurname: null, givenNames, certificateName: null, sex: 'F', organisationName: null, postTitle: null, certificates: [], ...fields,
})
const PEOPLE = [
  enrolled(1, 'ÑAUPARI', 'María de los Ángeles Guadalupe'),
  enrolled(2, 'QUISPE', 'Ana'),
  enrolled(3, 'QUISPE', 'Luis', { state: 'withdrawn' }),
  enrolled(4, 'TSAMAJẼIN', 'Ĩwã', { documentType: '00', documentNumber: null }),
]
const cohort = { id: COHORT, editionId: EDITION, name: 'Cusco', site: 'Cusco', districtCode: null, startsOn: null, endsOn: null, modality: null, participants: 4, others: 0, certificates: 0 }
const edition = {
  id: EDITION, programmeId: idOf(7), name: 'I edición', title: null, actionType: 'curso', year: 2026, modality: 'presencial' as const,
  startsOn: '2026-10-12', endsOn: '2026-10-21', hours: 24, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null,
}
const signatory = (id: string, name: string, until: string | null, position: number) => ({ id, name, post: 'Gerente', entityName: null, imageAssetId: null, act: null, papers: null, since: '2026-01-01', until, position })
const office = (name: string | null): Gives<'entity.get'> => ({
  entity: { name, siglas: 'MPC', unit: null, unitSiglas: 'GRH', ruc: null, districtCode: null, city: 'Cusco', address: null, logoAssetId: null, verifyUrl: null },
  yearNames: [], signatories: [signatory(HECTOR, 'Héctor', null, 1), signatory(ROSA, 'Rosa', '2026-12-31', 0)],
})
const series = (id: string, paperKind: 'certificado' | 'constancia') => ({ id, name: paperKind, paperKind, pattern: 'N° {corr:3}-{año}-{siglas_entidad}/{siglas_unidad}', nextNumber: 'N° 001-2026-MPC/GRH', counters: [], unitSiglas: null, book: null, rowsPerFolio: 25, owner: null, isOurs: true, left: null, blocks: [] })
const withdrawn = say('es', 'certificates.withdrawn')

const plan = ({ enrolmentIds, paperKind }: Takes<'certificates.plan'>): Gives<'certificates.plan'> => {
  const out = PEOPLE.filter((one) => one.state === 'withdrawn' && enrolmentIds.includes(one.id))
  const toIssue = enrolmentIds.length - out.length
  return {
    toIssue,
    firstNumber: 'N° 001-2026-MPC/GRH',
    lastNumber: `N° 00${toIssue}-2026-MPC/GRH`,
    leftOut: out.map((one) => ({ enrolmentId: one.id, personName: one.firstSurname, because: 'withdrew' as const, reason: withdrawn })),
    warnings: paperKind === 'certificado' ? [say('es', 'certificates.notApproved', { n: 2 }), say('es', 'certificates.noSiglas')] : [],
  }
}
const models = (['sober', 'festive', 'attendance', 'speaker'] as const).map((model) => ({ model, name: model, about: '', paperKind: model === 'attendance' || model === 'speaker' ? ('constancia' as const) : ('certificado' as const), role: model === 'speaker' ? ('speaker' as const) : ('participant' as const) }))
const OWN = { id: idOf(9), name: 'El nuestro', paperKind: null, role: null, hasDraft: false, version: 2, savedAt: '2026-11-01T10:00:00.000Z', used: 0 }
const style = { id: 'text', name: 'Texto', face: 'serif' as const, size: 12, colour: '#000000' as const, align: 'left' as const, leading: 1.2, spacing: 0, capitals: false }
const blank = { format: 1 as const, styles: [style], pages: [{ id: 'page1', name: '1', width: 297, height: 210, background: null, backgroundImage: null, when: 'always' as const, elements: [] }] }
const page = (n: number) => ({ id: `page-${n}`, name: 'Vista previa.pdf', size: 10, type: 'pdf' as const })
const ANSWERS: FakeAnswers = {
  'app.about': { version: '0.1.0', engine: 'sqlite', folder: '/datos', example: false, today: '2026-11-22', who: 'Rosa' },
  'cohorts.get': { programme: { id: idOf(7), name: 'Gestión pública', shortName: null, description: null }, edition, cohort },
  'enrolments.list': PEOPLE,
  'entity.get': office('Municipalidad Provincial del Cusco'),
  'numbering.list': [series(CERTIFICADOS, 'certificado'), series(CONSTANCIAS, 'constancia')],
  'designs.list': { models, designs: [OWN] },
  'designs.get': ({ id }) => ({ id, name: id, paperKind: null, role: null, document: blank, isDraft: false, version: 1, versions: [] }),
  'designs.look': { pages: [{ width: 842, height: 595, items: [] }], warnings: [] },
  'certificates.plan': plan,
  'certificates.preview': page(1),
  'certificates.draw': page(2),
  'certificates.issue': ({ enrolmentIds }) => ({ issued: [...enrolmentIds], leftOut: 0, firstNumber: 'N° 001-2026-MPC/GRH', lastNumber: 'N° 003-2026-MPC/GRH' }),
}
const open = (answers: FakeAnswers = {}, more = '') => renderScreen(<CertificatesScreen />, { ...ANSWERS, ...answers }, `#/certificados/emitir?grupo=${COHORT}${more}`)
const list = () => screen.findByRole('listbox', { name: 'Quiénes' })
const lastAsked = (core: ReturnType<typeof open>, name: string) => core.asked.findLast((one) => one.name === name)?.input as Record<string, unknown> | undefined

test('all who can be given one are chosen, and the plan says from which number to which', async () => {
  open()
  await screen.findByRole('button', { name: 'Emitir 3 certificados' })
  expect(screen.getByText('3 de 4')).toBeTruthy()
  expect(screen.getByText('del N° 001-2026-MPC/GRH al N° 003-2026-MPC/GRH')).toBeTruthy()
  expect(screen.getByText('Queda fuera 1 persona')).toBeTruthy()
  const options = within(await list()).getAllByRole('option')
  expect(options.map((one) => [one.textContent, one.getAttribute('aria-selected'), one.getAttribute('aria-disabled')])).toEqual([
    ['ÑAUPARI, María de los Ángeles Guadalupe', 'true', 'false'],
    ['QUISPE, Ana', 'true', 'false'],
    ['QUISPE, Luis', 'false', 'true'],
    ['TSAMAJẼIN, Ĩwã', 'true', 'false'],
  ])
})

test('the arrows show whose page it is, the space bar leaves one out, Ctrl+A takes all again', async () => {
  const core = open()
  await screen.findByRole('button', { name: 'Emitir 3 certificados' })
  fireEvent.keyDown(await list(), { key: 'ArrowDown' })
  await waitFor(() => expect(lastAsked(core, 'certificates.preview')?.['enrolmentId']).toBe(idOf(102)))
  fireEvent.keyDown(await list(), { key: ' ' })
  await screen.findByRole('button', { name: 'Emitir 2 certificados' })
  fireEvent.keyDown(await list(), { key: 'ArrowDown' })
  fireEvent.keyDown(await list(), { key: ' ' })
  await screen.findByText('2 de 4')
  fireEvent.keyDown(await list(), { key: 'a', ctrlKey: true })
  await screen.findByRole('button', { name: 'Emitir 3 certificados' })
})

test('those in office on the day are proposed to sign, in their order, and follow the date until they are touched', async () => {
  const core = open()
  await screen.findByRole('button', { name: 'Emitir 3 certificados' })
  await waitFor(() => expect(lastAsked(core, 'certificates.preview')?.['signatoryIds']).toEqual([ROSA, HECTOR]))
  const date = screen.getByLabelText('Fecha de emisión')
  fireEvent.change(date, { target: { value: '5-1-27' } })
  fireEvent.blur(date)
  await waitFor(() => expect(lastAsked(core, 'certificates.preview')).toMatchObject({ issuedOn: '2027-01-05', signatoryIds: [HECTOR] }))
  expect(screen.getByText('N° 001-2027-MPC/GRH')).toBeTruthy()
})

test('signatories are moved and taken away with buttons', async () => {
  const core = open()
  fireEvent.click(await screen.findByRole('button', { name: 'Mover a Rosa a la derecha' }))
  await waitFor(() => expect(lastAsked(core, 'certificates.preview')?.['signatoryIds']).toEqual([HECTOR, ROSA]))
  fireEvent.click(screen.getByRole('button', { name: 'Quitar a Héctor' }))
  await waitFor(() => expect(lastAsked(core, 'certificates.preview')?.['signatoryIds']).toEqual([ROSA]))
})

test('a warning leads to where it is mended', async () => {
  const core = open()
  const link = await screen.findByRole('link', { name: 'Corregir en Ajustes' })
  expect(link.getAttribute('href')).toBe('#/ajustes/entidad')
  fireEvent.click(screen.getByRole('button', { name: 'Emitir constancias' }))
  await screen.findByRole('button', { name: 'Emitir 3 constancias' })
  expect(lastAsked(core, 'certificates.plan')).toMatchObject({ paperKind: 'constancia', seriesId: CONSTANCIAS })
})

test('where nobody passed, a constancia is what is proposed', async () => {
  open({ 'enrolments.list': PEOPLE.map((one) => ({ ...one, state: one.state === 'approved' ? ('completed' as const) : one.state })) })
  await screen.findByRole('button', { name: 'Emitir 3 constancias' })
})

test('the search is blind to accents and order, and what it shows can be chosen alone', async () => {
  open()
  await screen.findByRole('button', { name: 'Emitir 3 certificados' })
  fireEvent.change(screen.getByLabelText('Buscar por nombre o documento'), { target: { value: 'ana quispe' } })
  await waitFor(async () => expect(within(await list()).getAllByRole('option')).toHaveLength(1))
  fireEvent.click(screen.getByRole('button', { name: 'Solo estos' }))
  await screen.findByRole('button', { name: 'Emitir 1 certificado' })
})

test('the person with the longest name is one click away', async () => {
  const core = open()
  await screen.findByRole('button', { name: 'Emitir 3 certificados' })
  fireEvent.keyDown(await list(), { key: 'End' })
  fireEvent.click(screen.getByRole('button', { name: 'Nombre más largo' }))
  await waitFor(() => expect(lastAsked(core, 'certificates.preview')?.['enrolmentId']).toBe(idOf(101)))
})

test('coming from a selection, only those are chosen', async () => {
  sessionStorage.setItem('constancia.issue.enrolments', JSON.stringify([idOf(102)]))
  open({}, '&personas=elegidas')
  await screen.findByRole('button', { name: 'Emitir 1 certificado' })
  expect(within(await list()).getAllByRole('option')).toHaveLength(1)
})

test('issuing gives the numbers, then offers the paper', async () => {
  const core = open()
  fireEvent.click(await screen.findByRole('button', { name: 'Emitir 3 certificados' }))
  await screen.findByText('Se emitieron 3 certificados')
  expect(lastAsked(core, 'certificates.issue')).toEqual({
    enrolmentIds: [idOf(101), idOf(102), idOf(104)], paperKind: 'certificado', seriesId: CERTIFICADOS, issuedOn: '2026-11-22', model: 'sober',
    signatoryIds: [ROSA, HECTOR], document: 'whole', language: 'es', withSyllabus: false,
  })
  fireEvent.click(screen.getByRole('radio', { name: /Un ZIP/ }))
  fireEvent.click(screen.getByRole('radio', { name: 'Organización' }))
  fireEvent.click(screen.getByRole('button', { name: 'Preparar el ZIP' }))
  await screen.findByText('El archivo está listo')
  expect(lastAsked(core, 'certificates.draw')).toEqual({ ids: [idOf(101), idOf(102), idOf(104)], as: 'zip', order: 'organisation' })
})

test('the designs that fit the kind of paper are offered, the others behind a word, and the choice is drawn', async () => {
  const core = open()
  await screen.findByRole('button', { name: 'Emitir 3 certificados' })
  const offered = (): (string | null)[] => within(screen.getByRole('group', { name: 'Modelo' })).getAllByRole('radio').map((one) => one.getAttribute('value'))
  expect(offered()).toEqual([OWN.id, 'sober', 'festive'])
  expect(lastAsked(core, 'certificates.plan')).toMatchObject({ model: 'sober' })
  fireEvent.click(screen.getByRole('button', { name: 'Ver los 5 modelos' }))
  expect(offered()).toEqual([OWN.id, 'sober', 'festive', 'attendance', 'speaker'])
  fireEvent.click(screen.getByRole('radio', { name: 'El nuestro' }))
  await waitFor(() => expect(lastAsked(core, 'certificates.preview')).toMatchObject({ model: OWN.id }))
  expect(screen.getByRole('link', { name: 'Abrir el diseño' }).getAttribute('href')).toBe(`#/certificados/disenos/${OWN.id}`)
  fireEvent.click(screen.getByRole('radio', { name: /Constancia/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Ver solo los que corresponden' }))
  await waitFor(() => expect(offered()).toEqual([OWN.id, 'attendance']))
})

test('nothing is issued while somebody who may not sign is among those who sign', async () => {
  const core = open({ 'entity.get': { ...office('Municipalidad'), signatories: [{ ...signatory(ROSA, 'Rosa', null, 0), papers: '["constancia"]' }, signatory(HECTOR, 'Héctor', null, 1)] } })
  await screen.findByRole('button', { name: 'Emitir 3 certificados' })
  await waitFor(() => expect(lastAsked(core, 'certificates.preview')?.['signatoryIds']).toEqual([HECTOR]))
  fireEvent.click(screen.getByRole('radio', { name: /Constancia/ }))
  await waitFor(() => expect(lastAsked(core, 'certificates.preview')?.['signatoryIds']).toEqual([ROSA, HECTOR]))
  fireEvent.click(await screen.findByRole('button', { name: 'Mover a Rosa a la derecha' }))
  fireEvent.click(screen.getByRole('radio', { name: /Certificado/ }))
  await screen.findByText('No firma este documento')
  expect(screen.getByRole('button', { name: 'Emitir 3 certificados' }).hasAttribute('disabled')).toBe(true)
})

test('an office without a name is taught to write it first', async () => {
  open({ 'entity.get': office(null) })
  await screen.findByText('Antes de emitir, diga quién emite')
  fireEvent.click(screen.getByRole('button', { name: 'Escribir los datos de la entidad' }))
  expect(window.location.hash).toBe('#/ajustes/entidad')
})

test('without a group, those that wait for their certificate come first', async () => {
  const overview = { people: 4, organisations: 0, cohorts: 1, certificates: 0, entityReady: true, signatoriesReady: true, cohortsToCertify: [{ id: COHORT, name: 'Cusco', edition: 'Gestión pública · I edición', people: 3, isReleased: true }], withoutDocument: 1, lastIssues: [], lastImports: [] }
  const tree = [{ id: idOf(7), name: 'Gestión pública', shortName: null, description: null, editions: [{ ...edition, cohorts: [cohort] }] }]
  renderScreen(<CertificatesScreen />, { ...ANSWERS, 'home.overview': overview, 'programmes.list': tree }, '#/certificados/emitir')
  await screen.findByText('Esperan su certificado')
  expect(screen.getAllByRole('link').map((one) => one.getAttribute('href'))).toEqual([`#/certificados/emitir?grupo=${COHORT}`, `#/certificados/emitir?grupo=${COHORT}`])
})
