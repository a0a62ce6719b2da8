import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Gives, Takes } from '../../src/renderer/api.ts'
import { ProgrammesScreen } from '../../src/renderer/screens/programmes/programmes-screen.tsx'
import { AppError } from '../../src/shared/rpc/errors.ts'
import { ACT, CUSCO, seen } from './group-sample.ts'
import { idOf } from './support/fake-client.ts'
import type { FakeAnswers, FakeCore } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

const AT = `#/programas/grupo/${CUSCO}/asistencia/reunion`
type Guest = Gives<'meetings.read'>['meetings'][number]['guests'][number]

const guest = (key: string, match: Guest['match']): Guest => ({ key, names: [key], email: null, joins: 1, minutes: 170, counted: 170, status: 'present', match, others: [] })
const matched = (n: number, name: string, confidence: 'sure' | 'doubt'): Guest['match'] => ({ enrolmentId: idOf(100 + n), personId: idOf(200 + n), name, confidence, reason: `Razón ${n}.`, remembered: false })

/** As the core would: what was decided is sure, or nobody. */
function read(input: Takes<'meetings.read'>): Gives<'meetings.read'> {
  const people = new Map((input.decisions?.people ?? []).map((one) => [one.key, one.enrolmentId]))
  const decided = (one: Guest): Guest => (people.has(one.key) ? { ...one, match: people.get(one.key) === null || one.match === null ? null : { ...one.match, confidence: 'sure' } } : one)
  const guests = [guest('Rosa Apaza', matched(1, 'APAZA, Rosa', 'sure')), guest('ROSA A.', matched(1, 'APAZA, Rosa', 'sure')), guest('iPhone de Luis', matched(2, 'QUISPE, Luis', 'doubt')), guest('Invitado', null)].map(decided)
  const left = (input.decisions?.sessions ?? []).some((one) => one.file === 0 && one.session === null)
  const known = { file: 0, fileName: 'zoom-12.csv', platform: 'zoom' as const, topic: 'Innovación', day: '2026-10-12', startsAt: '08:50', endsAt: '12:10', sessionId: null, makesNew: !left, sessionLabel: left ? null : '12/10/2026 · Innovación', problem: null, notes: ['Las fechas se leyeron como mes/día/año.'], guests, matched: 2, doubtful: 1, strangers: 1, missing: ['ZÚÑIGA, Ana'] }
  const bad = { ...known, file: 1, fileName: 'otra.csv', platform: null, day: null, startsAt: null, endsAt: null, makesNew: false, sessionLabel: null, problem: 'No es el registro de una reunión.', notes: [], guests: [], matched: 0, doubtful: 0, strangers: 0, missing: [] }
  return { meetings: [known, bad], sessions: [{ id: idOf(11), label: '13/10/2026 · Otra' }], minutes: 180 }
}

const WRITTEN = { act: ACT, sessionsMade: 1, written: 2, absent: 1, strangers: 1, leftOut: ['No es el registro de una reunión.'] }
const ANSWERS: FakeAnswers = { 'cohorts.get': seen, 'enrolments.list': [], 'meetings.read': read, 'meetings.write': WRITTEN, 'history.undo': { act: ACT, undone: 9, kept: [] } }

async function dropped(answers: FakeAnswers = ANSWERS): Promise<FakeCore> {
  const core = renderScreen(<ProgrammesScreen />, answers, AT)
  const drop = (await screen.findByText('Arrastre aquí los registros de sus reuniones, todos juntos')).parentElement
  fireEvent.drop(drop ?? document.body, { dataTransfer: { files: [new File(['a'], 'zoom-12.csv'), new File(['b'], 'otra.csv')], types: ['Files'] } })
  return core
}
const inputOf = <T,>(core: FakeCore, name: string): T | undefined => core.asked.findLast((one) => one.name === name)?.input as T | undefined

test('each file shows the session it is taken for, and the one that is no export says why', async () => {
  await dropped()
  const table = await screen.findByRole('table', { name: 'Reuniones' })
  within(table).getByText('No es el registro de una reunión.')
  expect(within(table).getByRole<HTMLInputElement>('combobox', { name: 'Sesión de zoom-12.csv' }).value).toBe('Nueva: 12/10/2026 · Innovación')
  // Two ways of writing one name are one person.
  screen.getByRole('button', { name: 'Reconocidas · 1' })
  screen.getByText('1 persona en 1 sesión, 1 nueva')
})

test('the doubts come first, and a letter answers each', async () => {
  const core = await dropped()
  fireEvent.click(await screen.findByRole('button', { name: 'Decidir 1 duda' }))
  const row = screen.getByText('¿Es QUISPE, Luis?').closest('tr')
  expect(document.activeElement).toBe(row)
  fireEvent.keyDown(row ?? document.body, { key: 's' })
  await waitFor(() => expect(inputOf<Takes<'meetings.read'>>(core, 'meetings.read')?.decisions?.people).toEqual([{ key: 'iPhone de Luis', enrolmentId: idOf(102) }]))
  await screen.findByRole('button', { name: 'Por decidir · 0' })
  screen.getByRole('button', { name: 'Reconocidas · 2' })
  // It stays in sight and can be taken back.
  fireEvent.click(screen.getByRole('button', { name: 'Deshacer' }))
  await screen.findByText('¿Es QUISPE, Luis?')
})

test('a file left aside and another tolerance are read again and written so', async () => {
  const core = await dropped()
  await screen.findByRole('table', { name: 'Reuniones' })
  fireEvent.change(screen.getByLabelText('Tolerancia'), { target: { value: '20' } })
  fireEvent.click(screen.getByLabelText('Falta a quien no se conectó'))
  await waitFor(() => expect(inputOf(core, 'meetings.read')).toMatchObject({ tolerance: 20, absentOthers: false }))
  fireEvent.click(screen.getByRole('combobox', { name: 'Sesión de zoom-12.csv' }))
  fireEvent.click(await screen.findByRole('option', { name: 'No usar este archivo' }))
  await screen.findByText('Ningún archivo tiene una sesión a la que corresponda.')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^(Decidir|Registrar)/ }).disabled).toBe(true)
})

test('what was written is told in figures, and taken back whole', async () => {
  const core = await dropped()
  fireEvent.click(await screen.findByRole('button', { name: 'Decidir 1 duda' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Registrar la asistencia' }))
  await screen.findByRole('heading', { name: 'La asistencia quedó registrada' })
  expect(within(screen.getByRole('list', { name: 'La asistencia quedó registrada' })).getAllByRole('listitem').map((one) => one.textContent)).toEqual(['Asistencias escritas2', 'Faltas1', 'Sesiones creadas1', 'Asistencias de desconocidos1'])
  screen.getByText('Un archivo no se usó')
  fireEvent.click(screen.getByRole('button', { name: 'Deshacer todo esto' }))
  await screen.findByText('Lo que se escribió con este paso ya no está; todo quedó como antes.')
  expect(inputOf(core, 'history.undo')).toEqual({ act: ACT })
})

test('files that cannot be read at all say so, and others can be chosen', async () => {
  await dropped({ ...ANSWERS, 'meetings.read': () => { throw new AppError({ code: 'refused', message: 'El archivo está vacío. No se escribió nada.' }) } })
  await screen.findByText('El archivo está vacío. No se escribió nada.')
  fireEvent.click(screen.getByRole('button', { name: 'Otras reuniones' }))
  await screen.findByText('Arrastre aquí los registros de sus reuniones, todos juntos')
})
