import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Gives, Takes } from '../../src/renderer/api.ts'
import { pressedMark, readCheck, readMarks } from '../../src/renderer/screens/marks/mark-cells.ts'
import { ProgrammesScreen } from '../../src/renderer/screens/programmes/programmes-screen.tsx'
import { AppError } from '../../src/shared/rpc/errors.ts'
import type { FakeAnswers, FakeCore } from './support/fake-client.ts'
import { idOf } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

const [PROGRAMME, EDITION, CUSCO] = [idOf(1), idOf(2), idOf(3)] as const
const ACT = idOf(99)
const AT = `#/programas/grupo/${CUSCO}/notas`

const item = (n: number, name: string, kind: 'work' | 'exam' | 'entry' | 'exit', weight: number) => ({ id: idOf(300 + n), name, kind, weight, scaleMin: 0, scaleMax: 20 })
const items = [item(1, 'Prueba de entrada', 'entry', 0), item(2, 'Trabajo', 'work', 1), item(3, 'Examen', 'exam', 3), item(4, 'Prueba de salida', 'exit', 0)]
const people = [1, 2, 3].map((n) => ({ enrolmentId: idOf(100 + n), personId: idOf(200 + n), name: ['APAZA, Rosa', 'MAMANI, Luis', 'QUISPE, Ana'][n - 1] ?? '', documentNumber: `0123456${n}`, organisationName: null, role: 'participant' as const, state: 'enrolled' as const }))
const grid: Gives<'marks.grid'> = {
  items,
  requirements: [{ id: idOf(400), name: 'Plan de acción', dueOn: null }],
  people,
  cells: [['8', '10|14', '', '15'], ['', '', '', ''], ['', '', '', '']],
  checks: [['1'], [''], ['']],
  finals: people.map(() => ({ mark: null, gain: null })),
  averages: { entry: 8, exit: 15, gain: 7, mark: null },
}
const ANSWERS: FakeAnswers = {
  'app.about': { version: '0.1.0', engine: 'sqlite', folder: '/datos', example: false, today: '2026-11-22', who: 'Rosa' },
  'cohorts.get': {
    programme: { id: PROGRAMME, name: 'Gobernabilidad', shortName: null, description: null },
    edition: { id: EDITION, programmeId: PROGRAMME, name: 'XII edición', title: null, actionType: 'programa', year: 2026, modality: 'presencial', startsOn: null, endsOn: null, hours: 120, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null },
    cohort: { id: CUSCO, editionId: EDITION, name: 'Cusco', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null, participants: 3, others: 0, certificates: 0 },
  },
  'marks.grid': grid,
  'rules.get': { withoutActa: false, markRounding: 'whole', retakes: 'best', requirements: [], papers: [] },
  'marks.set': ({ cells }) => ({ changed: cells.length, act: ACT }),
  'marks.check': ({ cells }) => ({ changed: cells.length, act: ACT }),
}

async function opened(more: FakeAnswers = {}): Promise<{ core: FakeCore; table: HTMLElement }> {
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, ...more }, AT)
  const table = await screen.findByRole('grid', { name: 'Notas: personas por evaluaciones y requisitos' })
  table.focus()
  return { core, table }
}
const keys = (table: HTMLElement, ...pressed: readonly string[]): void => {
  for (const key of pressed) fireEvent.keyDown(table, { key })
}
const type = (table: HTMLElement, text: string): void => {
  keys(table, text.slice(0, 1))
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: /de 0 a 20/ })
  fireEvent.change(field, { target: { value: field.value + text.slice(1) } })
  fireEvent.keyDown(field, { key: 'Enter' })
}
const marksOf = (core: FakeCore): Takes<'marks.set'>['cells'] => core.asked.filter((one) => one.name === 'marks.set').flatMap((one) => (one.input as Takes<'marks.set'>).cells)
const shown = (row: number): readonly string[] => within(screen.getAllByRole('row')[row + 1] ?? screen.getByRole('grid')).getAllByRole('gridcell').map((cell) => cell.textContent ?? '').slice(1)

test('marks are typed down a column, and the final mark and the gain follow at once', async () => {
  const { core, table } = await opened()
  expect(shown(0)).toEqual(['8', '10/14', '', '15', 'Sí', '', '+7'])
  keys(table, 'ArrowRight', 'ArrowRight')
  type(table, '10')
  type(table, '12,5')
  keys(table, 'n')
  expect([shown(0)[5], shown(0)[2], shown(1)[2], shown(2)[2]]).toEqual(['11', '10', '12.5', 'NP'])
  await waitFor(() => expect(marksOf(core).filter((one) => one.attempt === 1).map((one) => [one.enrolmentId, one.value])).toEqual([[idOf(101), 10], [idOf(102), 12.5], [idOf(103), 'NP']]))
})

test('a bar begins the retake, and a figure over a retake corrects the retake alone', async () => {
  const { core, table } = await opened()
  keys(table, 'ArrowRight', 'ArrowRight')
  type(table, '9')
  keys(table, 'ArrowUp', '/')
  const field = screen.getByRole<HTMLInputElement>('textbox')
  expect(field.value).toBe('9/')
  fireEvent.change(field, { target: { value: '9/13' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(shown(0)[2]).toBe('9/13')
  await waitFor(() => expect(marksOf(core).map((one) => [one.attempt, one.value])).toEqual([[1, 9], [2, 13]]))
  expect([pressedMark('1', '9|13'), pressedMark('n', '9|13'), pressedMark('5', '')]).toEqual([{ kind: 'edit', text: '9/1' }, { kind: 'write', value: '9|NP' }, { kind: 'edit', text: '5' }])
})

test('a retake that is taken away is erased in the core too', async () => {
  const { core, table } = await opened()
  keys(table, 'ArrowRight', 'F2')
  const field = screen.getByRole<HTMLInputElement>('textbox')
  expect(field.value).toBe('10/14')
  fireEvent.change(field, { target: { value: '10' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  await waitFor(() => expect(marksOf(core).map((one) => [one.attempt, one.value])).toEqual([[1, 10], [2, null]]))
})

test('off the scale goes back with the core’s sentence, and what is no mark is said in the cell', async () => {
  const said = 'MAMANI, Luis: 25 en «Prueba de entrada» está fuera de la escala, que va de 0 a 20.'
  const { table } = await opened({ 'marks.set': () => { throw new AppError({ code: 'refused', message: said }) } })
  keys(table, 'ArrowDown')
  type(table, '25')
  await screen.findByText(said)
  expect(shown(1)[0]).toBe('')
  type(table, '1x')
  expect(screen.getByText(/«1x» no es una nota/)).toBeTruthy()
})

test('requirements are one key: met or not', async () => {
  const { core, table } = await opened()
  keys(table, 'End', 'ArrowDown', 's', 'N')
  expect([shown(1)[4], shown(2)[4]]).toEqual(['Sí', 'No'])
  await waitFor(() => expect(core.asked.filter((one) => one.name === 'marks.check').map((one) => (one.input as Takes<'marks.check'>).cells)).toEqual([[{ requirementId: idOf(400), enrolmentId: idOf(102), met: true }, { requirementId: idOf(400), enrolmentId: idOf(103), met: false }]]))
})

test('a block of marks and requirements is pasted from Excel', async () => {
  const { table } = await opened()
  keys(table, 'ArrowDown')
  fireEvent(table, createEvent.paste(table, { clipboardData: { getData: () => '11\t15,5\t18\t16\tX\nNP\t9/12\t14\tveinte\tno\n' } }))
  await screen.findByText(/«veinte» \(QUISPE, Ana, Prueba de salida/)
  expect([shown(1).slice(0, 5), shown(2).slice(0, 5)]).toEqual([['11', '15.5', '18', '16', 'Sí'], ['NP', '9/12', '14', '', 'No']])
})

test('the means of the group stand below', async () => {
  await opened()
  expect(screen.getByText('Promedios: entrada 8 · salida 15 · ganancia +7')).toBeTruthy()
})

test('items and requirements are added, put in order and taken away beside the grid', async () => {
  const { core } = await opened({ 'marks.saveItem': { id: idOf(305), act: ACT }, 'marks.orderItems': { id: EDITION, act: ACT }, 'rules.saveRequirement': { id: idOf(401), act: ACT }, 'marks.removeItem': () => { throw new AppError({ code: 'refused', message: 'Tiene notas: bórrelas primero.' }) } })
  fireEvent.click(screen.getByRole('button', { name: 'Qué se evalúa' }))
  const panel = await screen.findByRole('complementary', { name: 'Qué se evalúa' })
  fireEvent.change(within(panel).getByLabelText('Otra evaluación'), { target: { value: 'Examen 2' } })
  fireEvent.click(within(panel).getAllByRole('button', { name: 'Agregar' })[0] ?? panel)
  await waitFor(() => expect(core.asked.find((one) => one.name === 'marks.saveItem')?.input).toEqual({ editionId: EDITION, id: null, fields: { name: 'Examen 2', kind: 'work', weight: 1, scaleMin: 0, scaleMax: 20 } }))
  fireEvent.click(within(panel).getByRole('button', { name: 'Bajar Trabajo' }))
  await waitFor(() => expect(core.asked.find((one) => one.name === 'marks.orderItems')?.input).toEqual({ editionId: EDITION, ids: [idOf(301), idOf(303), idOf(302), idOf(304)] }))
  fireEvent.click(within(panel).getByRole('button', { name: 'Quitar Examen' }))
  await within(panel).findByText('Tiene notas: bórrelas primero.')
  fireEvent.change(within(panel).getByLabelText('Otro requisito'), { target: { value: 'Visita de campo' } })
  fireEvent.click(within(panel).getAllByRole('button', { name: 'Agregar' })[1] ?? panel)
  await waitFor(() => expect(core.asked.find((one) => one.name === 'rules.saveRequirement')?.input).toEqual({ editionId: EDITION, id: null, fields: { name: 'Visita de campo', dueOn: null } }))
})

test('a course without marks is told what belongs here', async () => {
  renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'marks.grid': { ...grid, items: [], requirements: [], cells: [[], [], []], checks: [[], [], []] } }, AT)
  await screen.findByText('Aquí van las notas del curso')
  fireEvent.click(screen.getByRole('button', { name: 'Decir qué se evalúa' }))
  await screen.findByRole('complementary', { name: 'Qué se evalúa' })
})

test.each([['15', '15'], ['15,5', '15.5'], ['15,555', undefined], ['np', 'NP'], ['No se presentó', 'NP'], ['9/14', '9|14'], ['9/', '9'], ['', ''], ['veinte', undefined], ['-3', undefined], ['1001', undefined]] as const)('the mark «%s» is read as %s', (text, read) => {
  expect(readMarks(text)).toBe(read)
})

test.each([['S', '1'], ['Entregado', '1'], ['✔', '1'], ['no cumplió', '0'], ['0', '0'], ['', ''], ['tal vez', undefined]] as const)('the requirement «%s» is read as %s', (text, read) => {
  expect(readCheck(text)).toBe(read)
})
