import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { dayMoved, monthsBetween, weeksOf } from '../../src/renderer/screens/sessions/calendar-days.ts'
import { nextDay, plannedAfter } from '../../src/renderer/screens/sessions/session-words.ts'
import { ProgrammesScreen } from '../../src/renderer/screens/programmes/programmes-screen.tsx'
import { readTimeText } from '../../src/renderer/ui/fields/time-text.ts'
import { AppError } from '../../src/shared/rpc/errors.ts'
import { ACT, CUSCO, seen, session } from './group-sample.ts'
import { idOf } from './support/fake-client.ts'
import type { FakeAnswers, FakeCore } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

const AT = `#/programas/grupo/${CUSCO}/sesiones`
const ANSWERS: FakeAnswers = {
  'app.about': { version: '0.1.0', engine: 'sqlite', folder: '/datos', example: false, today: '2026-10-13', who: 'Rosa' },
  'cohorts.get': seen,
  'sessions.list': [session(1, '2026-10-12', { isRequired: 1, taken: 3 }), session(2, '2026-10-13', { pages: 3, pagesBack: 2 })],
  'evidence.list': [],
  'people.list': { rows: [], total: 0 },
  'programmes.list': [],
}

const inputOf = (core: FakeCore, name: string): unknown => core.asked.findLast((one) => one.name === name)?.input
const put = (label: string | RegExp, value: string, panel: HTMLElement): HTMLElement => {
  const field = within(panel).getByLabelText(label)
  fireEvent.change(field, { target: { value } })
  return field
}

test('a group without sessions says what belongs there and gives the first step', async () => {
  renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'sessions.list': [] }, AT)
  await screen.findByText('Aquí va el programa del grupo, sesión por sesión')
  fireEvent.click(screen.getByRole('button', { name: 'Escribir la primera' }))
  const panel = await screen.findByRole('complementary', { name: 'Nueva sesión' })
  expect(within(panel).getByLabelText<HTMLInputElement>('Día').value).toBe('12/10/2026')
})

test('the line of the sum sets the planned hours against those of the course, in its own hours', async () => {
  renderScreen(<ProgrammesScreen />, ANSWERS, AT)
  await screen.findByText('2 sesiones')
  // 360 minutes of hours of 45 are 8 hours.
  expect(screen.getByText('completas')).toBeTruthy()
  const cells = screen.getAllByRole('row').map((row) => within(row).queryAllByRole('gridcell').map((cell) => cell.textContent))
  expect(cells[1]).toEqual(['', 'lun 12/10/2026', '09:00–12:00', 'Tema 1obligatoria', '4 h', '3 de 3', ''])
  expect(cells[2]?.slice(5)).toEqual(['0 de 3', '2 de 3'])
})

test('forty sessions are typed with the keyboard: Enter adds one and the next is proposed', async () => {
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'sessions.create': { id: idOf(50), act: ACT } }, AT)
  fireEvent.click(await screen.findByRole('button', { name: 'Nueva sesión' }))
  const panel = await screen.findByRole('complementary', { name: 'Nueva sesión' })
  put('Tema', 'Prototipos', panel)
  for (const [label, typed] of [['Empieza', '9'], ['Termina', '11.30']] as const) fireEvent.keyDown(put(label, typed, panel), { key: 'Enter' })
  fireEvent.submit(panel.querySelector('form') ?? panel)
  await waitFor(() => expect(inputOf(core, 'sessions.create')).toMatchObject({ cohortId: CUSCO, fields: { day: '2026-10-14', startsAt: '09:00', endsAt: '11:30', plannedMinutes: 150, subject: 'Prototipos', isRequired: 0 } }))
  await within(panel).findByText('mié 14/10/2026, 09:00–11:30. Prototipos')
  expect(within(panel).getByLabelText<HTMLInputElement>('Día').value).toBe('15/10/2026')
  expect(document.activeElement).toBe(within(panel).getByLabelText('Tema'))
})

test('what is lacking is said at its field, and nothing is asked of the core', async () => {
  const core = renderScreen(<ProgrammesScreen />, ANSWERS, AT)
  fireEvent.click(await screen.findByRole('button', { name: 'Nueva sesión' }))
  const panel = await screen.findByRole('complementary', { name: 'Nueva sesión' })
  put('Minutos', '500', panel)
  fireEvent.submit(panel.querySelector('form') ?? panel)
  await within(panel).findByText('Escriba de qué trata.')
  within(panel).getByText('De principio a fin solo hay 180 min.')
  expect(inputOf(core, 'sessions.create')).toBe(undefined)
})

test('a start that moves takes the end along, and the breaks stay', async () => {
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'sessions.list': [session(1, '2026-10-12', { endsAt: '12:30' })], 'sessions.update': { id: idOf(11), act: ACT } }, AT)
  fireEvent.keyDown(await screen.findByRole('grid', { name: 'Sesiones' }), { key: 'Enter' })
  const panel = await screen.findByRole('complementary', { name: 'lun 12/10/2026, 09:00–12:30' })
  fireEvent.keyDown(put(/Empieza/, '14h30', panel), { key: 'Enter' })
  await waitFor(() => expect(inputOf(core, 'sessions.update')).toEqual({ id: idOf(11), fields: { startsAt: '14:30', endsAt: '18:00', plannedMinutes: 180 } }))
})

test('a session with attendance is not removed, and the sentence says so', async () => {
  const said = 'No se puede quitar la sesión: ya tiene asistencia escrita.'
  renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'sessions.remove': () => { throw new AppError({ code: 'refused', message: said }) } }, AT)
  fireEvent.keyDown(await screen.findByRole('grid', { name: 'Sesiones' }), { key: 'Enter' })
  fireEvent.click(await screen.findByRole('button', { name: 'Quitar' }))
  await screen.findByText(said)
})

test('repeating shows the days that come of it, and leaves those that are there', async () => {
  const list = [session(1, '2026-10-12'), { ...session(2, '2026-10-14'), subject: 'Tema 1' }]
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'sessions.list': list, 'sessions.repeat': { ids: [idOf(60)], alreadyThere: 0, act: ACT } }, AT)
  fireEvent.keyDown(await screen.findByRole('grid', { name: 'Sesiones' }), { key: 'Enter' })
  fireEvent.click(await screen.findByRole('button', { name: 'Repetir' }))
  const panel = await screen.findByRole('complementary', { name: 'Repetir' })
  fireEvent.click(within(panel).getByLabelText('miércoles'))
  fireEvent.change(within(panel).getByLabelText('O cuántas veces'), { target: { value: '3' } })
  const days = await within(panel).findByRole('list', { name: 'Días en que se repite' })
  expect(within(days).getAllByRole('listitem').map((one) => one.textContent)).toEqual(['mié 14/10/2026ya está', 'lun 19/10/2026', 'mié 21/10/2026'])
  fireEvent.click(within(panel).getByRole('button', { name: 'Crear 2 sesiones' }))
  await waitFor(() => expect(inputOf(core, 'sessions.repeat')).toEqual({ id: idOf(11), days: ['2026-10-19', '2026-10-21'] }))
})

test('the calendar is walked with the arrows; Enter opens the day’s session, or begins one', async () => {
  renderScreen(<ProgrammesScreen />, ANSWERS, `${AT}?vista=calendario`)
  const grid = await screen.findByRole('grid', { name: 'octubre 2026' })
  const day = within(grid).getByRole('gridcell', { name: /^12 de octubre de 2026\. 1 sesión/ })
  fireEvent.keyDown(day, { key: 'Enter' })
  await screen.findByRole('complementary', { name: 'lun 12/10/2026, 09:00–12:00' })
  fireEvent.keyDown(day, { key: 'ArrowDown' })
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('19 de octubre de 2026'))
  fireEvent.keyDown(document.activeElement ?? day, { key: 'Enter' })
  const panel = await screen.findByRole('complementary', { name: 'Nueva sesión' })
  expect(within(panel).getByLabelText<HTMLInputElement>('Día').value).toBe('19/10/2026')
})

test('times are read as people write them', () => {
  const read = ['9', '9:00', '9.30', '09:00', '0930', '14h15', '2:30 p. m.', '12 am', '24', '9:75', 'mañana', '', '9 a 12'].map(readTimeText)
  expect(read).toEqual(['09:00', '09:00', '09:30', '09:00', '09:30', '14:15', '14:30', '00:00', undefined, undefined, undefined, undefined, undefined])
})

test('the next day follows the rhythm of the course', () => {
  const after = (...days: readonly string[]): string | undefined => nextDay(days.map((day) => ({ day })))
  expect(after()).toBe(undefined)
  expect(after('2026-10-16')).toBe('2026-10-19')
  expect(after('2026-10-16', '2026-10-19')).toBe('2026-10-20')
  expect(after('2026-10-10', '2026-10-17')).toBe('2026-10-24')
  expect(after('2026-10-12', '2026-10-14', '2026-10-16')).toBe('2026-10-19')
  expect(after('2026-10-17', '2026-10-18')).toBe('2026-10-24')
  expect(plannedAfter({ startsAt: '09:00', endsAt: '12:30', plannedMinutes: 180 }, { startsAt: '09:00', endsAt: '13:00' })).toBe(210)
})

test('months are whole, from Monday, across the year', () => {
  const months = monthsBetween('2025-12-29', '2026-02-01')
  expect(months.map((one) => one.key)).toEqual(['2025-12', '2026-01', '2026-02'])
  expect(months.map((one) => weeksOf(one).map((week) => week.length))).toEqual([[7, 7, 7, 7, 7], [7, 7, 7, 7, 7], [7, 7, 7, 7, 7]])
  expect(['PageDown', 'PageUp', 'Home', 'End', 'ArrowUp', 'x'].map((key) => dayMoved('2026-01-31', key))).toEqual(['2026-02-28', '2025-12-31', '2026-01-26', '2026-02-01', '2026-01-24', undefined])
})

test('a sheet of sessions is looked over before anything is written, and taken back whole', async () => {
  const file = { id: 'file-1', name: 'programa.csv', size: 4, type: 'other' as const }
  const fields = { day: '2026-10-12', startsAt: '09:00', endsAt: '12:00', plannedMinutes: 180, subject: 'Tema 1', module: null, place: null, link: null, modality: null, isRequired: 0 as const }
  const core = renderScreen(
    <ProgrammesScreen />,
    {
      ...ANSWERS,
      'sessions.readSheet': {
        fileName: 'programa.csv', sheet: 'Hoja1', columns: [{ label: 'Fecha', field: 'day' }], notes: [],
        rows: [{ row: 2, fields, speakers: [], problems: [], warnings: [] }, { row: 3, fields, speakers: [{ written: 'Nadie', personId: null, name: null }], problems: [], warnings: ['Se repite.'] }, { row: 4, fields: null, speakers: [], problems: ['No tiene día.'], warnings: [] }],
      },
      'sessions.importSheet': { created: 1, alreadyThere: 0, rejected: 1, act: ACT },
      'history.undo': { act: ACT, undone: 1, kept: [] },
    },
    `${AT}/importar`,
  )
  const drop = (await screen.findByText('Arrastre aquí el programa del curso (Excel o CSV)')).parentElement
  fireEvent.drop(drop ?? document.body, { dataTransfer: { files: [new File(['a;b'], 'programa.csv')], types: ['Files'] } })
  await screen.findByText('No tiene día.')
  fireEvent.click(screen.getByLabelText('Traer la fila 3'))
  fireEvent.click(screen.getByRole('button', { name: 'Crear 1 sesión' }))
  await screen.findByRole('heading', { name: 'Se creó 1 sesión' })
  expect(inputOf(core, 'sessions.importSheet')).toMatchObject({ file: { id: file.id }, cohortId: CUSCO, skip: [3] })
  fireEvent.click(screen.getByRole('button', { name: 'Deshacer todo esto' }))
  await screen.findByText('Lo que se escribió con este paso ya no está; todo quedó como antes.')
  expect(inputOf(core, 'history.undo')).toEqual({ act: ACT })
})
