import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Gives } from '../../src/renderer/api.ts'
import { ProgrammesScreen } from '../../src/renderer/screens/programmes/programmes-screen.tsx'
import { AppError } from '../../src/shared/rpc/errors.ts'
import { idOf } from './support/fake-client.ts'
import type { FakeAnswers } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

type Enrolled = Gives<'enrolments.list'>[number]

const [PROGRAMME, EDITION, CUSCO] = [idOf(1), idOf(2), idOf(3)] as const
const ACT = idOf(99)
const AT = `#/programas/grupo/${CUSCO}`

const enrolled = (n: number, firstSurname: string, more: Partial<Enrolled> = {}): Enrolled => ({
  id: idOf(100 + n), personId: idOf(200 + n), cohortId: CUSCO, cohortName: 'Cusco', role: 'participant', state: 'enrolled', documentType: '01', documentNumber: `0123456${n}`, firstSurname, secondSurname: 'ÑAUPARI',
  givenNames: 'MARÍA ELENA', certificateName: null, sex: 'F', organisationName: 'Municipalidad Distrital de Jesús', postTitle: 'Jefa', certificates: [], ...more,
})
const rows = [enrolled(1, 'APAZA'), enrolled(2, 'DE LA CRUZ', { documentType: '00', documentNumber: null }), enrolled(3, 'QUISPE', { state: 'approved', certificates: ['N° 001-2026-MPC/GRH'] }), enrolled(4, 'ZÚÑIGA', { role: 'speaker' })]
const ANSWERS: FakeAnswers = {
  'rules.get': { withoutActa: true, markRounding: 'hundredth', retakes: 'best', requirements: [], papers: [] },
  'app.about': { version: '0.1.0', engine: 'sqlite', folder: '/datos', example: false, today: '2026-11-22', who: 'Rosa' },
  'cohorts.get': {
    programme: { id: PROGRAMME, name: 'Programa de Gobernabilidad', shortName: 'Gobernabilidad', description: null },
    edition: { id: EDITION, programmeId: PROGRAMME, name: 'XII edición', title: null, actionType: 'programa', year: 2026, modality: 'presencial', startsOn: '2026-05-04', endsOn: '2026-09-25', hours: 120, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null },
    cohort: { id: CUSCO, editionId: EDITION, name: 'Cusco', site: 'Cusco', districtCode: null, startsOn: null, endsOn: null, modality: null, participants: 3, others: 1, certificates: 1 },
  },
  'enrolments.list': rows,
  'enrolments.update': { changed: 2, act: ACT },
  'people.get': () => { throw new AppError({ code: 'missing', message: 'Esa persona ya no está en la lista.' }) },
  'people.list': { rows: [], total: 0 },
}

const shown = (): readonly string[] => screen.getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('gridcell')[1]?.textContent ?? '')

test('an empty group teaches how people come into it', async () => {
  renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'enrolments.list': [] }, AT)
  await screen.findByText('Todavía no hay nadie en este grupo')
  expect(screen.getByRole('link', { name: 'Importar lista' }).getAttribute('href')).toBe(`#/programas/importar?grupo=${CUSCO}`)
  expect(screen.queryByRole('link', { name: 'Emitir certificados' })).toBe(null)
})

test('the group says what comes next, and one press marks all who are pending', async () => {
  const core = renderScreen(<ProgrammesScreen />, ANSWERS, AT)
  const next = await screen.findByRole('note', { name: 'Qué sigue' })
  expect(next.textContent).toContain('Falta marcar el resultado de 2 personas')
  fireEvent.click(within(next).getByRole('button', { name: 'Los 2 aprobaron' }))
  await waitFor(() => expect(core.asked.find((one) => one.name === 'enrolments.update')?.input).toEqual({ ids: [idOf(101), idOf(102)], state: 'approved' }))
  expect(core.api.activity.seen().toasts).toMatchObject([{ tone: 'done', text: '2 personas: aprobó', act: ACT }])
})

test('filters are words with what they would show; state and part taken hold together with the search', async () => {
  renderScreen(<ProgrammesScreen />, ANSWERS, AT)
  fireEvent.click(await screen.findByRole('button', { name: 'sin certificado · 3' }))
  expect(shown()).toEqual(['APAZA ÑAUPARI, María Elena', 'DE LA CRUZ ÑAUPARI, María Elena', 'ZÚÑIGA ÑAUPARI, María Elena'])
  expect(window.location.hash).toBe(`${AT}?ver=withoutCertificate`)
  fireEvent.click(screen.getByRole('button', { name: 'ponentes · 1' }))
  expect(shown()).toEqual(['ZÚÑIGA ÑAUPARI, María Elena'])
  fireEvent.change(screen.getByLabelText('Buscar por nombre, documento o entidad'), { target: { value: 'quispe' } })
  fireEvent.click(await screen.findByRole('button', { name: 'Ver a todos' }))
  await waitFor(() => expect(shown()).toHaveLength(4))
})

test('search is blind to accents and order, and looks into document and organisation', async () => {
  renderScreen(<ProgrammesScreen />, ANSWERS, AT)
  const box = await screen.findByLabelText('Buscar por nombre, documento o entidad')
  const found = (value: string): readonly string[] => {
    fireEvent.change(box, { target: { value } })
    return shown().map((name) => name.split(' ')[0] ?? '')
  }
  expect([found('elena zuniga'), found('01234561'), found('jesus quispe')]).toEqual([['ZÚÑIGA'], ['APAZA'], ['QUISPE']])
})

test('with the keyboard alone: choose rows, mark them, and the choice is put down', async () => {
  const core = renderScreen(<ProgrammesScreen />, ANSWERS, AT)
  const grid = await screen.findByRole('grid', { name: 'Participantes' })
  fireEvent.keyDown(grid, { key: ' ' })
  fireEvent.keyDown(grid, { key: 'ArrowDown', shiftKey: true })
  await screen.findByText('2 elegidas')
  fireEvent.click(screen.getByRole('button', { name: 'Culminó' }))
  await waitFor(() => expect(core.asked.find((one) => one.name === 'enrolments.update')?.input).toEqual({ ids: [idOf(101), idOf(102)], state: 'completed' }))
  await screen.findByText('4 filas')
})

test('what cannot be taken out is said, and nothing is lost', async () => {
  const said = 'No se puede cambiar: esa inscripción ya tiene el documento N° 001-2026-MPC/GRH, que queda en el registro para siempre.'
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'enrolments.remove': () => { throw new AppError({ code: 'refused', message: said }) } }, AT)
  const grid = await screen.findByRole('grid', { name: 'Participantes' })
  fireEvent.keyDown(grid, { key: 'a', ctrlKey: true })
  fireEvent.click(await screen.findByRole('button', { name: 'Quitar' }))
  await waitFor(() => expect(core.api.activity.seen().toasts).toMatchObject([{ tone: 'bad', text: said }]))
  screen.getByText('4 elegidas')
})

test('the chosen ones are taken to issuing', async () => {
  renderScreen(<ProgrammesScreen />, ANSWERS, AT)
  const grid = await screen.findByRole('grid', { name: 'Participantes' })
  fireEvent.keyDown(grid, { key: ' ' })
  fireEvent.click(await screen.findByRole('button', { name: 'Emitir' }))
  expect(window.location.hash).toBe(`#/certificados/emitir?grupo=${CUSCO}&personas=elegidas`)
})

test('a person opens beside the list, and Esc gives the keyboard back to it', async () => {
  renderScreen(<ProgrammesScreen />, ANSWERS, AT)
  const grid = await screen.findByRole('grid', { name: 'Participantes' })
  grid.focus()
  fireEvent.keyDown(grid, { key: 'Enter' })
  const panel = await screen.findByRole('complementary', { name: 'APAZA ÑAUPARI, María Elena' })
  expect(within(panel).getByText('María Elena Apaza Ñaupari')).toBeTruthy()
  expect(within(panel).getByRole('link', { name: 'Abrir su ficha' }).getAttribute('href')).toBe(`#/personas/${idOf(201)}`)
  fireEvent.keyDown(grid, { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('complementary')).toBe(null))
  expect(document.activeElement).toBe(grid)
})

test('a person found is enrolled at once, and the field is ready for the next', async () => {
  const found = { id: idOf(201), documentType: '01' as const, documentNumber: '01234561', firstSurname: 'APAZA', secondSurname: 'ÑAUPARI', givenNames: 'MARÍA ELENA', sex: 'F' as const, personClass: 'servidor' as const, organisationName: null, postTitle: null }
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'people.list': { rows: [found], total: 1 }, 'enrolments.add': { added: 1, alreadyThere: 0, act: ACT } }, AT)
  fireEvent.click(await screen.findByRole('button', { name: 'Agregar personas' }))
  const field = await screen.findByLabelText<HTMLInputElement>(/Buscar en Personas/)
  expect(document.activeElement).toBe(field)
  fireEvent.change(field, { target: { value: 'apaza' } })
  fireEvent.click(await screen.findByRole('option', { name: /APAZA/ }))
  await waitFor(() => expect(core.asked.find((one) => one.name === 'enrolments.add')?.input).toEqual({ cohortId: CUSCO, personIds: [idOf(201)], role: 'participant' }))
  await screen.findByText('Recién agregadas')
  expect(field.value).toBe('')
})

test('the group saves its own facts; what it leaves empty is the edition’s', async () => {
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'geography.districts': [], 'cohorts.update': { id: CUSCO, act: ACT } }, AT)
  fireEvent.click(await screen.findByRole('button', { name: 'Datos del grupo' }))
  await screen.findByText('Solo si son otras que las de la edición (04/05/2026 – 25/09/2026).')
  const start = screen.getByLabelText('Inicio')
  fireEvent.change(start, { target: { value: '11/5/2026' } })
  fireEvent.keyDown(start, { key: 'Enter' })
  await waitFor(() => expect(core.asked.at(-1)).toEqual({ name: 'cohorts.update', input: { id: CUSCO, fields: { startsOn: '2026-05-11' } } }))
})
