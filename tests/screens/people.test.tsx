import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AppError } from '../../src/shared/rpc/errors.ts'
import type { Gives } from '../../src/renderer/api.ts'
import { PeopleScreen } from '../../src/renderer/screens/people/people-screen.tsx'
import { idOf } from './support/fake-client.ts'
import type { FakeAnswers } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

type Row = Gives<'people.list'>['rows'][number]

const row: Row = {
  id: idOf(1), documentType: '01', documentNumber: '01234567', firstSurname: 'DE LA CRUZ', secondSurname: 'ÑAUPARI', givenNames: 'MARÍA ELENA', sex: 'F', personClass: 'servidor',
  organisationName: 'Municipalidad Distrital de Jesús', postTitle: 'Jefa',
}
const COUNTS = { all: 2, withoutDocument: 1, withoutSex: 0, withoutBirthDate: 0, servidor: 1, lider: 1, locador: 0, otro: 0 }
const RECORD: Gives<'people.get'> = {
  person: {
    id: idOf(1), documentType: '01', documentNumber: '01234567', documentCountry: null, firstSurname: 'DE LA CRUZ', secondSurname: 'ÑAUPARI', givenNames: 'MARÍA ELENA', certificateName: null, sex: 'F',
    birthDate: '1980-05-04', statedAge: null, statedAgeOn: null, email: null, phone: null, personClass: 'servidor', community: null, districtCode: null, notes: null, searchKey: '', sortKey: '', nameKey: '', removedAt: null,
  },
  districtName: null,
  posts: [
    { id: idOf(12), organisationId: idOf(20), organisationName: 'Municipalidad Distrital de Jesús', title: 'Jefa', unit: null, regime: '15', sector: null, since: '2025-01-01', until: null },
    { id: idOf(11), organisationId: null, organisationName: null, title: 'Asistente', unit: null, regime: null, sector: null, since: '2020-01-01', until: '2024-12-31' },
  ],
  enrolments: [
    { id: idOf(30), cohortId: idOf(31), programmeName: 'Gobernabilidad', editionName: 'XII edición', cohortName: 'Cusco', role: 'participant', state: 'approved', startsOn: '2026-03-02', endsOn: null, hours: 40 },
  ],
  certificates: [{ id: idOf(40), number: 'N° 001-2026-MPC/GRH', paperKind: 'certificado', issuedOn: '2026-04-01', title: 'Gobernabilidad', version: 1, state: 'valid' }],
}
/** A course of 20 hours of 45 minutes, of which she attended 18 and a half. */
const TRAINING: Gives<'people.record'> = {
  personId: idOf(1), name: 'DE LA CRUZ ÑAUPARI, María Elena', documentType: '01', documentNumber: '07654321', postTitle: 'Jefa', organisationName: 'Municipalidad',
  lines: [
    {
      enrolmentId: idOf(30), cohortId: idOf(31), editionId: idOf(32), programmeName: 'Gestión pública', editionName: 'XII edición', cohortName: 'Lima', title: 'Curso de gestión pública', actionType: 'curso',
      role: 'participant', state: 'approved', startsOn: '2026-03-02', endsOn: '2026-03-06', hours: 20, minutesPerHour: 45, plannedMinutes: 900, attendedMinutes: 832.5, mark: 15, postTitle: 'Jefa', organisationName: 'Municipalidad',
      acta: { id: idOf(33), number: 'ACTA N° 001-2026-MPC/GRH' }, certificates: [{ id: idOf(40), number: 'N° 001-2026-MPC/GRH', paperKind: 'certificado', issuedOn: '2026-03-20', version: 1, state: 'valid' }],
    },
  ],
  totals: { courses: 1, asSpeaker: 0, attendedMinutes: 1200, certificates: 1 },
}

const ANSWERS: FakeAnswers = {
  'app.about': { version: '0.1.0', engine: 'sqlite', folder: '/datos', example: false, today: '2026-11-22', who: 'Rosa' },
  'people.list': { rows: [row], total: 1 },
  'people.counts': COUNTS,
  'people.get': RECORD,
  'people.record': TRAINING,
  'geography.districts': [],
  'organisations.list': { rows: [], total: 0, kinds: [] },
}

test('an empty list says what belongs there and gives the first step, once', async () => {
  renderScreen(<PeopleScreen />, { ...ANSWERS, 'people.list': { rows: [], total: 0 }, 'people.counts': { ...COUNTS, all: 0 } }, '#/personas')
  expect(await screen.findByText('Aquí estarán las personas que usted capacita')).toBeTruthy()
  await waitFor(() => expect(screen.getAllByRole('link', { name: 'Importar una lista' }).map((one) => one.getAttribute('href'))).toEqual(['#/personas/importar']))
})

test('filters are words with what they would show; those that would show nobody are not offered', async () => {
  const core = renderScreen(<PeopleScreen />, ANSWERS, '#/personas')
  const filters = await screen.findByRole('group', { name: 'Filtros' })
  await within(filters).findByText('Todas · 2')
  expect(within(filters).getAllByRole('button').map((one) => one.textContent)).toEqual(['Todas · 2', 'Sin documento · 1', 'Servidores · 1', 'Líderes · 1'])
  fireEvent.click(within(filters).getByText('Sin documento · 1'))
  await waitFor(() => expect(core.asked.filter((one) => one.name === 'people.list').at(-1)?.input).toMatchObject({ only: 'withoutDocument' }))
  expect(window.location.hash).toBe('#/personas?ver=withoutDocument')
})

test('a search that finds nobody says so and leads back to all', async () => {
  renderScreen(<PeopleScreen />, { ...ANSWERS, 'people.list': { rows: [], total: 0 }, 'people.counts': { ...COUNTS, all: 0 } }, '#/personas?buscar=zzz')
  fireEvent.click(await screen.findByRole('button', { name: 'Ver todas' }))
  expect(window.location.hash).toBe('#/personas')
})

test('a field is saved as it is left, and a refusal is said below it with what was typed', async () => {
  const core = renderScreen(<PeopleScreen />, { ...ANSWERS, 'people.update': { id: idOf(1), act: idOf(2) } }, `#/personas/${idOf(1)}`)
  const phone = await screen.findByLabelText('Teléfono')
  fireEvent.change(phone, { target: { value: '976 123 456' } })
  fireEvent.blur(phone)
  await waitFor(() => expect(core.asked.find((one) => one.name === 'people.update')?.input).toEqual({ id: idOf(1), fields: { phone: '976 123 456' } }))

  core.answer({
    'people.update': () => {
      throw new AppError({ code: 'refused', message: 'El DNI tiene 8 dígitos.' })
    },
  })
  const number = screen.getByRole('textbox', { name: 'Número' })
  fireEvent.change(number, { target: { value: '1234567' } })
  fireEvent.keyDown(number, { key: 'Enter' })
  expect(await screen.findByText('El DNI tiene 8 dígitos.')).toBeTruthy()
  expect((number as HTMLInputElement).value).toBe('1234567')
})

test('the record shows her name as lists do, her posts with the one of today marked, and what she was trained in', async () => {
  renderScreen(<PeopleScreen />, ANSWERS, `#/personas/${idOf(1)}`)
  expect(await screen.findByRole('heading', { name: 'DE LA CRUZ ÑAUPARI, María Elena' })).toBeTruthy()
  fireEvent.click(screen.getByRole('tab', { name: 'Puestos · 2' }))
  await screen.findByText('Hoy')
  const posts = screen.getAllByRole('listitem').map((one) => [one.querySelector('strong')?.textContent, within(one).queryByText('Hoy') !== null])
  expect(posts).toEqual([['Jefa', true], ['Asistente', false]])
  fireEvent.click(screen.getByRole('tab', { name: 'Capacitación · 1' }))
  expect(await screen.findByText('1 capacitación · 20 h asistidas · 1 certificado o constancia')).toBeTruthy()
  expect(screen.getByText(/18\.5 de 20 h asistidas · nota 15$/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'N° 001-2026-MPC/GRH' }).getAttribute('href')).toBe(`#/certificados/${idOf(40)}`)
})

test('the history reads in words, and takes back one act', async () => {
  const entry = { at: '2026-11-22T15:00:00.000Z', who: 'Rosa', entity: 'people', entityId: idOf(1) }
  const core = renderScreen(
    <PeopleScreen />,
    {
      ...ANSWERS,
      'history.of': [
        { ...entry, act: idOf(51), field: 'sex', before: 'null', after: '"F"' },
        { ...entry, act: idOf(50), field: '', before: null, after: '{}' },
      ],
      'history.undo': { act: idOf(52), undone: 1, kept: [] },
    },
    `#/personas/${idOf(1)}`,
  )
  fireEvent.click(await screen.findByRole('tab', { name: 'Cambios' }))
  expect((await screen.findByText('Mujer')).parentElement?.textContent).toBe('SexovacíoMujer')
  expect(screen.getByText('Se creó la ficha')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Deshacer este cambio' }))
  await waitFor(() => expect(core.asked.find((one) => one.name === 'history.undo')?.input).toEqual({ act: idOf(51) }))
})

test('a document that changes its type waits for its number, and both are saved at once', async () => {
  const without = { ...RECORD, person: { ...RECORD.person, documentType: '00' as const, documentNumber: null } }
  const core = renderScreen(<PeopleScreen />, { ...ANSWERS, 'people.get': without, 'people.update': { id: idOf(1), act: idOf(2) } }, `#/personas/${idOf(1)}`)
  const type = await screen.findByRole('combobox', { name: 'Documento' })
  expect(screen.queryByRole('textbox', { name: 'Número' })).toBeNull()
  fireEvent.click(type)
  fireEvent.click(await screen.findByRole('option', { name: 'Pasaporte' }))
  const number = await screen.findByRole('textbox', { name: 'Número' })
  fireEvent.change(number, { target: { value: 'AB123456' } })
  fireEvent.blur(number)
  await waitFor(() => expect(core.asked.filter((one) => one.name === 'people.update').map((one) => one.input)).toEqual([{ id: idOf(1), fields: { documentType: '07', documentNumber: 'AB123456' } }]))
})
