import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Gives, Takes } from '../../src/renderer/api.ts'
import { ProgrammesScreen } from '../../src/renderer/screens/programmes/programmes-screen.tsx'
import { columnOf, keyOf } from '../../src/renderer/screens/result-sheets/column-words.ts'
import { resultColumn } from '../../src/shared/contract/results.ts'
import { ACT, CUSCO, seen } from './group-sample.ts'
import { idOf } from './support/fake-client.ts'
import type { FakeAnswers, FakeCore } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

const AT = (tab: string): string => `#/programas/grupo/${CUSCO}/${tab}/hoja-de-datos`
type Reading = Gives<'resultSheets.read'>

const column = (n: number, label: string, as: Reading['columns'][number]['as'], samples: readonly string[]): Reading['columns'][number] => ({ column: n, letter: 'ABCD'[n] ?? '', label, as, why: `Por qué ${label}.`, samples: [...samples], problems: n === 2 ? 1 : 0 })

/** As the core would: what was said of a column or a row holds. */
function read(input: Takes<'resultSheets.read'>): Reading {
  const said = new Map((input.columns ?? []).map((one) => [one.column, one.as]))
  const decided = new Set((input.people ?? []).map((one) => one.row))
  return {
    fileName: 'lista.xlsx', sheets: ['Hoja1', 'Otra'], sheet: input.sheet ?? 'Hoja1',
    columns: [column(0, 'Nombre', { kind: 'name' }, ['Rosa']), column(1, 'Asistió S1', { kind: 'newSession' }, ['SI', 'NO']), column(2, 'Examen', { kind: 'mark', markItemId: idOf(31), attempt: 1 }, ['21']), column(3, 'Color', { kind: 'ignore' }, ['rojo'])].map((one) => ({ ...one, as: resultColumn.parse(said.get(one.column) ?? one.as) })),
    rows: 3, matched: 2,
    unmatched: decided.has(4) ? [] : [{ row: 4, written: 'ROSA A.', reason: 'Puede ser más de una persona.', maybe: [{ enrolmentId: idOf(101), name: 'APAZA, Rosa' }] }],
    problems: [{ row: 2, column: 2, written: '21', sentence: 'La nota 21 se sale de la escala de 0 a 20.' }],
    newSessions: [{ column: 1, label: 'Sesión 1', day: '2026-10-12', startsAt: '09:00', endsAt: '12:00', plannedMinutes: 180 }],
    attendance: 3, marks: 2, checks: 0,
    sessions: [{ id: idOf(11), label: '13/10/2026 · Prototipos' }], items: [{ id: idOf(31), label: 'Examen final' }], requirements: [],
  }
}

const ANSWERS: FakeAnswers = {
  'cohorts.get': seen,
  'enrolments.list': [],
  'resultSheets.read': read,
  'resultSheets.write': { act: ACT, attendance: 3, marks: 2, checks: 0, sessionsMade: 1, leftOut: 1 },
}
async function dropped(tab = 'asistencia'): Promise<FakeCore> {
  const core = renderScreen(<ProgrammesScreen />, ANSWERS, AT(tab))
  const drop = (await screen.findByText('Arrastre aquí su hoja de asistencia o de notas (Excel o CSV)')).parentElement
  fireEvent.drop(drop ?? document.body, { dataTransfer: { files: [new File(['a'], 'lista.xlsx')], types: ['Files'] } })
  await screen.findByText('Entran 3 de 4 columnas.')
  return core
}
const inputOf = <T,>(core: FakeCore, name: string): T | undefined => core.asked.findLast((one) => one.name === name)?.input as T | undefined

test('what each column is stands above it, with why; what stays out is named and can be shown', async () => {
  await dropped()
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Qué es la columna Examen' }).value).toBe('Examen final')
  expect(screen.queryByRole('combobox', { name: 'Qué es la columna Color' })).toBe(null)
  fireEvent.click(screen.getByRole('button', { name: 'Ver también las que quedan fuera' }))
  await screen.findByRole('combobox', { name: 'Qué es la columna Color' })
  screen.getByText('3 asistencias, 2 notas')
})

test('a column is changed to another meaning and the sheet is read again', async () => {
  const core = await dropped()
  fireEvent.click(screen.getByRole('combobox', { name: 'Qué es la columna Examen' }))
  fireEvent.click(await screen.findByRole('option', { name: 'Examen final, sustitutorio' }))
  await waitFor(() => expect(inputOf<Takes<'resultSheets.read'>>(core, 'resultSheets.read')?.columns).toEqual([{ column: 2, as: { kind: 'mark', markItemId: idOf(31), attempt: 2 } }]))
})

test('new sessions are set right, rows of nobody are said, bad cells are told, and all of it is written', async () => {
  const core = await dropped('notas')
  fireEvent.click(screen.getByRole('button', { name: 'Sesiones nuevas · 1' }))
  fireEvent.keyDown(changed(screen.getByLabelText('Día de Sesión 1'), '14/10/2026'), { key: 'Enter' })
  fireEvent.keyDown(changed(screen.getByLabelText(/^Termina Sesión 1/), '13'), { key: 'Enter' })
  fireEvent.click(screen.getByRole('button', { name: 'Celdas por revisar · 1' }))
  await screen.findByText('La nota 21 se sale de la escala de 0 a 20.')
  screen.getByText('C2')
  fireEvent.click(screen.getByRole('button', { name: 'Filas sin persona · 1' }))
  fireEvent.click(screen.getByRole('combobox', { name: 'Quién es la fila 4, ROSA A.' }))
  fireEvent.click(await screen.findByRole('option', { name: 'APAZA, Rosa' }))
  // What was decided stays in sight.
  await screen.findByRole('button', { name: 'Filas sin persona · 0' })
  screen.getByText('Puede ser más de una persona.')
  await waitFor(() => expect(screen.getByRole('button', { name: 'Escribir' }).getAttribute('aria-disabled')).toBe('false'))
  fireEvent.click(screen.getByRole('button', { name: 'Escribir' }))
  await screen.findByRole('heading', { name: 'Quedó escrito' })
  expect(inputOf(core, 'resultSheets.write')).toMatchObject({
    cohortId: CUSCO, columns: [], emptyIsAbsent: true, people: [{ row: 4, enrolmentId: idOf(101) }],
    newSessions: [{ column: 1, day: '2026-10-14', startsAt: '09:00', endsAt: '13:00', plannedMinutes: 240 }],
  })
  expect(screen.getByRole('link', { name: 'Ver las notas' }).getAttribute('href')).toBe(`#/programas/grupo/${CUSCO}/notas`)
})

function changed(field: HTMLElement, value: string): HTMLElement {
  fireEvent.change(field, { target: { value } })
  return field
}

test('a meaning becomes a word of the list and back', () => {
  const meanings = [{ kind: 'ignore' }, { kind: 'session', sessionId: idOf(11) }, { kind: 'mark', markItemId: idOf(31), attempt: 2 }, { kind: 'requirement', requirementId: idOf(5) }, { kind: 'newMark' }, { kind: 'newMark', attemptOf: 4 }] as const
  expect(meanings.map(keyOf).map(columnOf)).toEqual(meanings)
  expect(columnOf('nothing')).toBe(undefined)
})
