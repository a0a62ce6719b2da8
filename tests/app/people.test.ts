import { expect, test } from 'vitest'
import { aPerson } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'

test('a person is kept as written, in NFC, without odd spaces, with every letter', async () => {
  const { api } = await openApp()
  const { id } = await api.people.create(
    aPerson({ documentType: '07', documentNumber: 'ab-123 456', documentCountry: ' Bolivia ', firstSurname: 'Nun\u0303ez\u00a0 de la  Cruz', secondSurname: '', givenNames: 'Chʼaska Ĩrẽne', email: 'Rosa@Muni.GOB.pe' }),
  )
  const { person } = await api.people.get({ id })
  expect(person).toEqual({
    ...aPerson({ documentType: '07', documentNumber: 'AB123456', documentCountry: 'Bolivia', firstSurname: 'Nuñez de la Cruz', givenNames: 'Chʼaska Ĩrẽne', secondSurname: null, email: 'rosa@muni.gob.pe' }),
    id,
    searchKey: 'nunez de la cruz chaska irene ab123456',
    sortKey: 'nun~ez de la cruz    chaska irene',
    nameKey: 'chaska cruz irene nunez',
    removedAt: null,
  })
})

test('a leader without document is a person like any other', async () => {
  const { api } = await openApp()
  await api.people.create(aPerson({ firstSurname: 'TSAKIM', secondSurname: null, givenNames: 'Shawit', personClass: 'lider', community: 'Comunidad nativa Wawas', statedAge: '58' }))
  const { rows, total } = await api.people.list({ only: 'withoutDocument' })
  expect({ total, names: rows.map((row) => [row.firstSurname, row.documentType, row.documentNumber, row.personClass]) }).toEqual({ total: 1, names: [['TSAKIM', '00', null, 'lider']] })
})

test('an age that a list states keeps the day on which it was stated', async () => {
  const { api } = await openApp({ today: '2026-11-22' })
  const { id } = await api.people.create(aPerson({ statedAge: '30-59' }))
  const { person } = await api.people.get({ id })
  expect([person.statedAge, person.statedAgeOn]).toEqual(['30-59', '2026-11-22'])
})

test.each([
  ['a DNI that lost its zero', { documentType: '01', documentNumber: '1234567' }, 'El DNI tiene 8 dígitos y «1234567» tiene 7. ¿Perdió el cero de la izquierda? Sería 01234567.'],
  ['a DNI with its check digit', { documentType: '01', documentNumber: '123456789' }, 'El DNI tiene 8 dígitos y «123456789» tiene 9. No incluya el dígito verificador.'],
  ['a DNI of zeros', { documentType: '01', documentNumber: '00000000' }, '«00000000» no es un número de documento. Si no tiene, elija «Sin documento».'],
  ['a DNI without number', { documentType: '01', documentNumber: null }, 'Falta el número. Si no tiene documento, elija «Sin documento».'],
  ['a number without type', { documentType: '00', documentNumber: '12345678' }, 'Hay un número pero dice «Sin documento». Elija de qué documento es.'],
  ['a RUC whose check digit is wrong', { documentType: '06', documentNumber: '20131257751' }, 'El RUC 20131257751 no es válido: revise sus 11 dígitos.'],
  ['a passport with signs', { documentType: '07', documentNumber: 'AB#12' }, '«AB#12» no puede ser: ese documento lleva de 4 a 15 letras sin tilde o dígitos.'],
  ['a birth date still to come', { birthDate: '2026-11-23' }, 'La fecha de nacimiento todavía no llega: revise el año.'],
  ['a birth date of another age', { birthDate: '1876-11-23' }, 'La fecha de nacimiento es anterior a 1900: revise el año.'],
  ['an address that is none', { email: 'rosa.muni.gob.pe' }, '«rosa.muni.gob.pe» no parece un correo electrónico.'],
] as const)('%s is refused in a sentence, and nothing is kept', async (_what, fields, message) => {
  const { api } = await openApp()
  await expect(api.people.create(aPerson(fields))).rejects.toMatchObject({ code: 'refused', message })
  expect((await api.people.counts({})).all).toBe(0)
})

test('a document that somebody has is refused, naming who has it', async () => {
  const { api } = await openApp()
  await api.people.create(aPerson({ documentType: '01', documentNumber: '01234567', firstSurname: 'DE LA CRUZ', secondSurname: 'ÑAUPARI', givenNames: 'MARÍA' }))
  const other = await api.people.create(aPerson({ documentType: '01', documentNumber: '76543210' }))
  const message = 'El documento 01234567 ya es de DE LA CRUZ ÑAUPARI, María. Búsquela y use su ficha, o revise el número.'
  await expect(api.people.create(aPerson({ documentType: '01', documentNumber: '01.234.567' }))).rejects.toMatchObject({ code: 'refused', message })
  await expect(api.people.update({ id: other.id, fields: { documentNumber: '01234567' } })).rejects.toMatchObject({ code: 'refused', message })
})

test('the same passport number of another country is another document', async () => {
  const { api } = await openApp()
  await api.people.create(aPerson({ documentType: '07', documentNumber: 'AB123456', documentCountry: 'Bolivia' }))
  await api.people.create(aPerson({ documentType: '07', documentNumber: 'AB123456', documentCountry: 'Ecuador' }))
  await expect(api.people.create(aPerson({ documentType: '07', documentNumber: 'AB123456', documentCountry: 'Ecuador' }))).rejects.toMatchObject({ code: 'refused' })
  expect((await api.people.counts({})).all).toBe(2)
})

test('a corrected name is found by what it is now and stands in its new place', async () => {
  const { api } = await openApp()
  const { id } = await api.people.create(aPerson({ firstSurname: 'ZUNIGA', secondSurname: null, givenNames: 'Ana' }))
  await api.people.create(aPerson({ firstSurname: 'BELTRÁN', secondSurname: null, givenNames: 'Luis' }))
  await api.people.update({ id, fields: { firstSurname: 'ACUÑA', documentType: '01', documentNumber: '40506070' } })
  const names = async (search: string): Promise<string[]> => (await api.people.list({ search })).rows.map((row) => row.firstSurname)
  expect([await names(''), await names('zuniga'), await names('acuna'), await names('5060')]).toEqual([['ACUÑA', 'BELTRÁN'], [], ['ACUÑA'], ['ACUÑA']])
})

test('only what is changed must be right: an odd old document does not keep a phone from being saved', async () => {
  const { api } = await openApp()
  const { id } = await api.people.create(aPerson({ documentType: '07', documentNumber: 'AB1234' }))
  await api.people.update({ id, fields: { phone: '976 123 456' } })
  expect((await api.people.get({ id })).person.phone).toBe('976 123 456')
})

test('a person is removed and comes back with her posts and enrolments, as she was', async () => {
  const { api } = await openApp()
  const { id } = await api.people.create(aPerson())
  await api.people.addPost({ personId: id, organisationId: null, title: 'Jefa', unit: null, regime: null, sector: null, since: '2026-01-01', until: null })
  const { enrolmentId } = await enrolled(api, id)
  const before = await api.people.get({ id })
  await api.people.remove({ id })
  expect((await api.people.counts({})).all).toBe(0)
  await api.people.restore({ id })
  expect(before.enrolments.map((one) => one.id)).toEqual([enrolmentId])
  expect(await api.people.get({ id })).toEqual(before)
})

test('who comes back meets the rule again: her document may be of another by now', async () => {
  const { api } = await openApp()
  const { id } = await api.people.create(aPerson({ documentType: '01', documentNumber: '01234567' }))
  await api.people.remove({ id })
  await api.people.create(aPerson({ documentType: '01', documentNumber: '01234567', firstSurname: 'ROJAS', secondSurname: null, givenNames: 'Ana' }))
  await expect(api.people.restore({ id })).rejects.toMatchObject({ code: 'refused', message: 'El documento 01234567 ya es de ROJAS, Ana. Búsquela y use su ficha, o revise el número.' })
})

test('the training record names programme, edition, group, role, days and hours, the latest first', async () => {
  const { api } = await openApp()
  const { id } = await api.people.create(aPerson())
  const { enrolmentId, cohortId } = await enrolled(api, id)
  expect((await api.people.get({ id })).enrolments).toEqual([
    { id: enrolmentId, cohortId, programmeName: 'Gobernabilidad', editionName: 'XII edición', cohortName: 'Cusco', role: 'participant', state: 'enrolled', startsOn: '2026-03-02', endsOn: '2026-03-20', hours: 40 },
  ])
})

test('who is not there is said to be missing', async () => {
  const { api } = await openApp()
  const id = '019a0000-0000-7000-8000-000000000000'
  const missing = { code: 'missing', message: 'Esa persona ya no está en la lista.' }
  await expect(api.people.get({ id })).rejects.toMatchObject(missing)
  await expect(api.people.update({ id, fields: { phone: '1' } })).rejects.toMatchObject(missing)
})

type Api = Awaited<ReturnType<typeof openApp>>['api']

/** Enrols the person in a group of an edition of a programme. */
async function enrolled(api: Api, personId: string): Promise<{ enrolmentId: string; cohortId: string }> {
  const programme = await api.programmes.create({ name: 'Gobernabilidad', shortName: null, description: null })
  const edition = await api.editions.create({
    programmeId: programme.id, name: 'XII edición', title: null, actionType: 'curso', year: 2026, modality: 'presencial', startsOn: '2026-03-01', endsOn: '2026-03-20', hours: 40, minutesPerHour: 60, place: null, syllabus: null, legalBasis: null,
  })
  const cohort = await api.cohorts.create({ editionId: edition.id, name: 'Cusco', site: null, districtCode: null, startsOn: '2026-03-02', endsOn: null, modality: null })
  await api.enrolments.add({ cohortId: cohort.id, personIds: [personId] })
  const [row] = await api.enrolments.list({ cohortId: cohort.id })
  return { enrolmentId: row?.id ?? '', cohortId: cohort.id }
}
