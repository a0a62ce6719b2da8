import { cleanup, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Gives, Takes } from '../../src/renderer/api.ts'
import { attendedOf, percentOf, readCell } from '../../src/renderer/screens/attendance/attendance-words.ts'
import { ProgrammesScreen } from '../../src/renderer/screens/programmes/programmes-screen.tsx'
import { AppError } from '../../src/shared/rpc/errors.ts'
import type { FakeAnswers, FakeCore } from './support/fake-client.ts'
import { idOf } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

const [PROGRAMME, EDITION, CUSCO] = [idOf(1), idOf(2), idOf(3)] as const
const ACT = idOf(99)
const AT = `#/programas/grupo/${CUSCO}/asistencia`

const statuses: Gives<'attendance.statuses'> = [
  { key: 'present', code: 'present', name: 'Asistió', letter: 'P', share: 100, exempts: false },
  { key: 'late', code: 'late', name: 'Tardanza', letter: 'T', share: 100, exempts: false },
  { key: 'leftEarly', code: 'leftEarly', name: 'Salió antes', letter: 'S', share: 50, exempts: false },
  { key: 'excused', code: 'excused', name: 'Falta justificada', letter: 'J', share: 0, exempts: false },
  { key: 'absent', code: 'absent', name: 'Faltó', letter: 'F', share: 0, exempts: false },
  { key: idOf(50), code: null, name: 'Comisión de servicio', letter: 'C', share: 0, exempts: true },
]
const session = (n: number, day: string, subject: string) => ({ id: idOf(300 + n), day, startsAt: '08:30', endsAt: '12:30', plannedMinutes: 180, subject, isRequired: 0 as const })
const person = (n: number, name: string, state: 'enrolled' | 'withdrawn' = 'enrolled') => ({ enrolmentId: idOf(100 + n), personId: idOf(200 + n), name, documentNumber: `0123456${n}`, organisationName: null, role: 'participant' as const, state })
const people = [person(1, 'APAZA CRUZ, Rosa'), person(2, 'MAMANI PUMA, Luis', 'withdrawn'), person(3, 'QUISPE HUAMÁN, Ana'), person(4, 'ZÚÑIGA ROJAS, José')]
const sessions = [session(1, '2026-11-02', 'Gestión pública'), session(2, '2026-11-09', 'Presupuesto'), session(3, '2026-12-07', 'Planeamiento')]
const grid: Gives<'attendance.grid'> = { sessions, people, cells: [['present', '', ''], ['late:150', '', ''], ['', '', ''], ['', '', '']], noted: [`${idOf(101)} ${idOf(301)}`], statuses, today: '2026-11-22' }

const ANSWERS: FakeAnswers = {
  'app.about': { version: '0.1.0', engine: 'sqlite', folder: '/datos', example: false, today: '2026-11-22', who: 'Rosa' },
  'cohorts.get': {
    programme: { id: PROGRAMME, name: 'Gobernabilidad', shortName: null, description: null },
    edition: { id: EDITION, programmeId: PROGRAMME, name: 'XII edición', title: null, actionType: 'programa', year: 2026, modality: 'presencial', startsOn: null, endsOn: null, hours: 120, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null },
    cohort: { id: CUSCO, editionId: EDITION, name: 'Cusco', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null, participants: 4, others: 0, certificates: 0 },
  },
  'attendance.grid': grid,
  'attendance.clashes': [],
  'attendance.statuses': statuses,
  'attendance.set': ({ cells }) => ({ changed: cells.length, act: ACT, clashes: [] }),
  'attendance.cell': { id: idOf(70), status: 'present', minutes: null, source: 'typed', note: 'Llegó con permiso', at: '2026-11-20T15:00:00.000Z', who: 'Rosa' },
  'walkIns.list': [],
}

async function opened(more: FakeAnswers = {}): Promise<{ core: FakeCore; table: HTMLElement }> {
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, ...more }, AT)
  const table = await screen.findByRole('grid', { name: 'Asistencia: personas por sesiones' })
  table.focus()
  return { core, table }
}
const keys = (table: HTMLElement, ...pressed: readonly string[]): void => {
  for (const key of pressed) fireEvent.keyDown(table, { key })
}
const cellsOf = (core: FakeCore): readonly Takes<'attendance.set'>['cells'][number][] => core.asked.filter((one) => one.name === 'attendance.set').flatMap((one) => (one.input as Takes<'attendance.set'>).cells)
const shown = (row: number): readonly string[] =>
  within(screen.getAllByRole('row')[row + 1] ?? screen.getByRole('grid')).getAllByRole('gridcell').map((cell) => cell.textContent ?? '').slice(1)

test('one key a person writes and goes down, small letters and the office’s own too; nothing waits longer than a moment', async () => {
  const { core, table } = await opened()
  keys(table, 'ArrowRight', 'p', 't', 'c', 'F')
  expect([0, 1, 2, 3].map((row) => shown(row)[1])).toEqual(['P', 'T', 'C', 'F'])
  await waitFor(() => expect(cellsOf(core)).toHaveLength(4))
  expect(core.asked.filter((one) => one.name === 'attendance.set')).toHaveLength(1)
  expect(cellsOf(core).map((one) => [one.enrolmentId, one.sessionId, one.status])).toEqual([
    [idOf(101), idOf(302), 'present'], [idOf(102), idOf(302), 'late'], [idOf(103), idOf(302), idOf(50)], [idOf(104), idOf(302), 'absent'],
  ])
})

test('a number writes minutes attended, a minus minutes missed, the space bar presence, and Delete clears', async () => {
  const { core, table } = await opened()
  const type = (text: string): void => {
    keys(table, text.slice(0, 1))
    const field = screen.getByRole('textbox', { name: /Gestión pública/ })
    fireEvent.change(field, { target: { value: text } })
    fireEvent.keyDown(field, { key: 'Enter' })
  }
  keys(table, 'ArrowDown', 'ArrowDown')
  type('150')
  type('-20')
  keys(table, 'ArrowUp', ' ', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Delete')
  expect([shown(0)[0], shown(2)[0], shown(3)[0]]).toEqual(['', 'P', 'P160'])
  cleanup()
  await waitFor(() => expect(cellsOf(core).map((one) => [one.enrolmentId, one.status, one.minutes])).toEqual([[idOf(103), 'present', null], [idOf(104), 'present', 160], [idOf(101), null, null]]))
})

test('what is refused goes back, with the core’s sentence at the grid', async () => {
  const said = 'QUISPE HUAMÁN, Ana: 500 minutos son más que los 180 de la sesión «Gestión pública» del 02/11/2026.'
  const { table } = await opened({ 'attendance.set': ({ cells }) => { if (cells.some((one) => (one.minutes ?? 0) > 180)) throw new AppError({ code: 'refused', message: said }); return { changed: 1, act: ACT, clashes: [] } } })
  keys(table, 'ArrowDown', 'ArrowDown', '5')
  const field = screen.getByRole('textbox', { name: /Gestión pública/ })
  fireEvent.change(field, { target: { value: '500' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  keys(table, 'p')
  await screen.findByText(said)
  expect([shown(2)[0], shown(3)[0]]).toEqual(['', 'P'])
})

test('all that are missing are marked present at once, but not who withdrew, and one press takes it back', async () => {
  const { core, table } = await opened()
  keys(table, 'ArrowRight')
  fireEvent.click(screen.getByRole('button', { name: 'Presentes los 3 que faltan' }))
  await waitFor(() => expect(cellsOf(core).map((one) => one.enrolmentId)).toEqual([idOf(101), idOf(103), idOf(104)]))
  expect([0, 1, 2, 3].map((row) => shown(row)[1])).toEqual(['P', '', 'P', 'P'])
  await waitFor(() => expect(core.api.activity.seen().toasts).toMatchObject([{ text: '3 celdas de asistencia guardadas', act: ACT }]))
})

test('a block from Excel is read by letters, words, ticks and minutes; the rest is named and left out', async () => {
  const { core, table } = await opened()
  keys(table, 'ArrowRight')
  fireEvent(table, createEvent.paste(table, { clipboardData: { getData: () => 'Asistió\tX\nFalta\t0\n120 min\tquizás\nTARDANZA\t✓\n' } }))
  await screen.findByText(/Una celda de lo pegado no se entiende y no se tocó: «quizás» \(QUISPE HUAMÁN, Ana, 7 dic 08:30 · Planeamiento\)/)
  expect([0, 1, 2, 3].map((row) => shown(row).slice(1, 3))).toEqual([['P', 'P'], ['F', 'F'], ['P120', ''], ['T', 'P']])
  await waitFor(() => expect(cellsOf(core)).toHaveLength(7))
})

test('leaving the tab sends what was typed last', async () => {
  const { core, table } = await opened()
  keys(table, 'ArrowRight', 'p')
  expect(cellsOf(core)).toHaveLength(0)
  cleanup()
  await waitFor(() => expect(cellsOf(core)).toHaveLength(1))
})

test('F2 opens the cell with its note, and the note is kept beside status and minutes', async () => {
  const { core, table } = await opened()
  keys(table, 'F2')
  const panel = await screen.findByRole('complementary', { name: 'APAZA CRUZ, Rosa' })
  const note = await within(panel).findByDisplayValue('Llegó con permiso')
  expect(panel.textContent).toContain('Cuentan 180 de 180 minutos.')
  fireEvent.change(note, { target: { value: 'Permiso de la jefatura' } })
  fireEvent.blur(note)
  await waitFor(() => expect(cellsOf(core)).toEqual([{ sessionId: idOf(301), enrolmentId: idOf(101), status: 'present', minutes: null, note: 'Permiso de la jefatura' }]))
})

test('colour never stands alone: every mark has its letter and its word, and who withdrew is said', async () => {
  await opened()
  expect(screen.getByRole('gridcell', { name: 'Tardanza, 150 min' }).textContent).toBe('T150')
  expect(screen.getByRole('gridcell', { name: 'Asistió, con nota' }).textContent).toBe('P')
  expect(screen.getByRole('rowheader', { name: 'MAMANI PUMA, Luis se retiró' })).toBeTruthy()
  expect(screen.getByRole('columnheader', { name: /9 nov, de 08:30 a 12:30: Presupuesto \(180 minutos\)/ }).textContent).toContain('0/3')
})

test('people in two sessions at one time are named', async () => {
  const sentence = 'APAZA CRUZ, Rosa figura el 02/11/2026 en dos sesiones a la misma hora: Gestión pública y Presupuesto.'
  await opened({ 'attendance.clashes': [{ personId: idOf(201), name: 'APAZA CRUZ, Rosa', day: '2026-11-02', here: 'Gestión pública', there: 'Presupuesto', sentence }] })
  expect(screen.getByRole('alert').textContent).toContain(sentence)
})

test('a search keeps the order and the cells of those found', async () => {
  const { core, table } = await opened()
  fireEvent.change(screen.getByLabelText('Buscar persona'), { target: { value: 'zuniga' } })
  expect(screen.getAllByRole('rowheader').map((one) => one.textContent)).toEqual(['ZÚÑIGA ROJAS, José'])
  keys(table, 'p')
  await waitFor(() => expect(cellsOf(core)[0]?.enrolmentId).toBe(idOf(104)))
})

test('an answer of the core that comes while nothing is typed changes only what it changed', async () => {
  const { core, table } = await opened()
  keys(table, 'ArrowRight', 'p')
  await waitFor(() => expect(cellsOf(core)).toHaveLength(1))
  core.answer({ 'attendance.grid': { ...grid, cells: [['absent', 'present', ''], ['late:150', '', ''], ['', '', ''], ['', '', '']] } })
  core.changed('attendance')
  await waitFor(() => expect(shown(0).slice(0, 2)).toEqual(['F', 'P']))
})

const SHEET = idOf(60)
const sheetRows = [
  { row: 1, enrolmentId: idOf(103), name: 'QUISPE HUAMÁN, Ana', isGone: false, walkInId: null, cells: [''] },
  { row: 2, enrolmentId: idOf(101), name: 'APAZA CRUZ, Rosa', isGone: false, walkInId: null, cells: [''] },
  { row: 3, enrolmentId: null, name: '', isGone: false, walkInId: null, cells: [''] },
]
const paper: Gives<'sheets.get'> = {
  id: SHEET, code: 'AB12CD', cohortId: CUSCO, day: '2026-11-02', people: 3, blankRows: 1, pages: 2, pagesBack: [], pagesMissing: [1, 2], printedAt: '2026-11-01T15:00:00.000Z',
  sessions: [{ id: idOf(301), day: '2026-11-02', startsAt: '08:30', endsAt: '12:30', subject: 'Gestión pública', plannedMinutes: 180 }],
  rows: [{ page: 1, evidence: [], rows: sheetRows }, { page: 2, evidence: [], rows: [{ row: 4, enrolmentId: idOf(104), name: 'ZÚÑIGA ROJAS, José', isGone: false, walkInId: null, cells: [''] }] }],
}

test('typing back follows the paper’s order and pages, and a blank row takes who signed there', async () => {
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'sheets.get': paper, 'walkIns.add': { id: idOf(61), act: ACT } }, `${AT}/papel/${SHEET}`)
  const table = await screen.findByRole('grid', { name: /Página 1 de 2/ })
  await screen.findByText('Faltan 2 filas de esta página')
  keys(table, 'p', 'f')
  await screen.findByText('Página completa; sigue la 2')
  keys(table, 't')
  const name = await screen.findByLabelText(/Nombre, como lo escribió/)
  fireEvent.change(name, { target: { value: 'Rosa Elvira Pachacutec' } })
  fireEvent.click(screen.getByRole('button', { name: 'Anotar' }))
  await waitFor(() => expect(core.asked.find((one) => one.name === 'walkIns.add')?.input).toMatchObject({ sessionId: idOf(301), fields: { sheetId: SHEET, page: 1, row: 3, writtenName: 'Rosa Elvira Pachacutec', status: 'late', source: 'paper' } }))
  keys(screen.getByRole('grid'), 'PageDown')
  await screen.findByRole('grid', { name: /Página 2 de 2/ })
  await waitFor(() => expect(cellsOf(core).map((one) => [one.enrolmentId, one.status])).toEqual([[idOf(103), 'present'], [idOf(101), 'absent']]))
  expect(core.asked.find((one) => one.name === 'attendance.set')?.input).toMatchObject({ source: 'paper' })
})

test('who was taken out of the group since is greyed on the paper and passed over; a signature there is a walk-in’s', async () => {
  const rows = sheetRows.map((row) => (row.row === 1 ? { ...row, enrolmentId: null, isGone: true } : row))
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'sheets.get': { ...paper, rows: [{ page: 1, evidence: [], rows }], pages: 1 }, 'walkIns.add': { id: idOf(61), act: ACT } }, `${AT}/papel/${SHEET}`)
  const table = await screen.findByRole('grid', { name: /Página 1 de 1/ })
  await screen.findByText('QUISPE HUAMÁN, Ana (ya no está en el grupo)')
  await screen.findByText(/Falta (una|1) fila/)
  keys(table, 'p')
  await waitFor(() => expect(cellsOf(core).map((one) => [one.enrolmentId, one.status])).toEqual([[idOf(101), 'present']]))
  keys(table, 'ArrowUp', 'ArrowUp', 'p')
  expect((await screen.findByLabelText<HTMLInputElement>(/Nombre, como lo escribió/)).value).toBe('QUISPE HUAMÁN, Ana')
  fireEvent.click(screen.getByRole('button', { name: 'Anotar' }))
  await waitFor(() => expect(core.asked.find((one) => one.name === 'walkIns.add')?.input).toMatchObject({ fields: { row: 1, writtenName: 'QUISPE HUAMÁN, Ana' } }))
})

test('the same name in several sessions is one stranger, identified in all of them at once', async () => {
  const walkIn = (n: number): Gives<'walkIns.list'>[number] => ({
    id: idOf(80 + n), sessionId: idOf(300 + n), sheetId: null, page: null, row: null, writtenName: 'Rosa Pachacutec', writtenDocument: null, writtenOrganisation: 'Lares', status: 'present', minutes: 100, source: 'meeting', enrolmentId: null,
    day: '2026-11-02', sessionSubject: 'Gestión pública', personName: null, maybe: [{ personId: idOf(90), enrolmentId: null, name: 'PACHACUTEC INGA, Rosa', documentNumber: '70123456', reason: 'Falta un nombre o un apellido; no está en el grupo.' }],
  })
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'walkIns.list': [walkIn(1), walkIn(2)], 'people.list': { rows: [], total: 0 }, 'walkIns.identify': { enrolmentId: idOf(105), enrolled: true, written: 2, act: ACT } }, `${AT}/visitantes`)
  const card = await screen.findByRole('region', { name: 'Rosa Pachacutec' })
  expect(card.textContent).toContain('Falta un nombre o un apellido; no está en el grupo.')
  fireEvent.click(within(card).getByRole('button', { name: 'Es esta persona, en las 2 sesiones' }))
  await waitFor(() => expect(core.asked.find((one) => one.name === 'walkIns.identify')?.input).toEqual({ id: idOf(81), personId: idOf(90), others: true }))
})

test('who was identified stands in a quiet second list, with the way back for all of her sessions', async () => {
  const known = (n: number): Gives<'walkIns.list'>[number] => ({
    id: idOf(80 + n), sessionId: idOf(300 + n), sheetId: null, page: null, row: null, writtenName: 'Rosa Pachacutec', writtenDocument: null, writtenOrganisation: null, status: 'present', minutes: null, source: 'paper', enrolmentId: idOf(101),
    day: '2026-11-02', sessionSubject: 'Gestión pública', personName: 'APAZA CRUZ, Rosa', maybe: [],
  })
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'walkIns.list': [known(1), known(2)], 'walkIns.release': { released: 2, written: 2, act: ACT } }, `${AT}/visitantes`)
  await screen.findByRole('heading', { name: 'Ya identificadas (1)' })
  fireEvent.click(screen.getByRole('button', { name: 'Corregir: «Rosa Pachacutec» es APAZA CRUZ, Rosa' }))
  await waitFor(() => expect(core.asked.find((one) => one.name === 'walkIns.release')?.input).toEqual({ id: idOf(81), others: true }))
})

test.each([
  ['p', 'present'], ['F', 'absent'], ['asistió', 'present'], ['Tardanza', 'late'], ['Salió antes', 'leftEarly'], ['falta justificada', 'excused'], ['comisión de servicio', idOf(50)],
  ['x', 'present'], ['1', 'present'], ['0', 'absent'], ['✓', 'present'], ['150', 'present:150'], ['T 150', 'late:150'], ['-20', 'present:160'], ['2:30', 'present:150'], ['2 h', 'present:120'], ['90 min', 'present:90'], ['', ''],
  ['quizás', undefined], ['--', undefined], ['15/20', undefined],
] as const)('«%s» is read as %s', (text, read) => {
  expect(readCell(text, 180, '', statuses)).toBe(read)
})

test('minutes keep the status that stands there when one can attend with it', () => {
  expect([readCell('150', 180, 'late', statuses), readCell('150', 180, 'absent', statuses)]).toEqual(['late:150', 'present:150'])
})

test('the share leaves out what is not asked, counts the minutes written, and is never rounded up', () => {
  const sum = attendedOf(['present', `${idOf(50)}`, 'leftEarly', 'late:100', ''], [180, 180, 180, 180, 180], statuses)
  expect(sum).toEqual({ planned: 720, attended: 370, open: 1 })
  expect([percentOf(79_996, 100_000), percentOf(8000, 10_000), percentOf(0, 0)]).toEqual(['79.99', '80', ''])
})
