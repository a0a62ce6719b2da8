import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Gives } from '../../src/renderer/api.ts'
import { ProgrammesScreen } from '../../src/renderer/screens/programmes/programmes-screen.tsx'
import { ACT, CUSCO, EDITION, PROGRAMME, seen, session } from './group-sample.ts'
import { idOf } from './support/fake-client.ts'
import type { FakeAnswers, FakeCore } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

const AT = `#/programas/grupo/${CUSCO}/sesiones`
type Evidence = Gives<'evidence.list'>[number]

const page = (n: number, more: Partial<Evidence> = {}): Evidence => ({
  id: idOf(70 + n), fileName: `foto-${n}.jpg`, filePage: null, kind: 'sheet', sheetId: null, page: null, sessionId: null, checkId: null, placedBy: null, turns: 0, note: 'No se encontró un código.', addedAt: '2026-11-22T15:00:00.000Z', fileType: 'jpg', place: null, ...more,
})
const sheet: Gives<'sheets.list'>[number] = {
  id: idOf(40), code: 'M57C3K', cohortId: CUSCO, day: '2026-10-12', people: 45, blankRows: 5, pages: 3, pagesBack: [1], pagesMissing: [2, 3], printedAt: '2026-10-11T15:00:00.000Z',
  sessions: [{ id: idOf(11), day: '2026-10-12', startsAt: '09:00', endsAt: '12:00', subject: 'Tema 1', plannedMinutes: 180 }],
}
const PDF = { id: 'file-9', name: 'hojas.pdf', size: 90_000, type: 'pdf' as const }
const ANSWERS: FakeAnswers = {
  'cohorts.get': seen,
  'sessions.list': [session(1, '2026-10-12', { pages: 3, pagesBack: 1 }), session(2, '2026-10-13')],
  'sheets.list': [sheet],
  'evidence.list': ({ tray }) => (tray === true ? [page(1), page(2)] : []),
  'evidence.picture': { id: 'file-8', name: 'foto.png', size: 10, type: 'png' },
  'programmes.list': [{ ...seen.programme, editions: [{ ...seen.edition, id: EDITION, programmeId: PROGRAMME, cohorts: [seen.cohort] }] }],
}
const inputOf = (core: FakeCore, name: string): unknown => core.asked.findLast((one) => one.name === name)?.input

test('the chosen sessions are printed, one sheet each or one a day, with blank rows', async () => {
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'sheets.print': { file: PDF, sheets: [{ id: idOf(41), code: 'AAAAAA', pages: 3, isNew: false }] } }, AT)
  const grid = await screen.findByRole('grid', { name: 'Sesiones' })
  fireEvent.keyDown(grid, { key: ' ' })
  fireEvent.click(await screen.findByRole('button', { name: 'Imprimir hojas de firmas' }))
  const panel = await screen.findByRole('complementary', { name: 'Imprimir hojas de firmas' })
  fireEvent.click(within(panel).getByLabelText(/Por día/))
  fireEvent.change(within(panel).getByLabelText('Filas en blanco'), { target: { value: '10' } })
  fireEvent.click(within(panel).getByRole('button', { name: 'Preparar PDF' }))
  await within(panel).findByText('1 hoja de firmas · 3 páginas')
  within(panel).getByText('1 ya se había impreso: lleva el mismo código y el mismo orden.')
  expect(inputOf(core, 'sheets.print')).toEqual({ cohortId: CUSCO, sessionIds: [idOf(11)], by: 'day', blankRows: 10 })
})

test('the list of sheets says which pages are missing; a used one is not thrown away', async () => {
  renderScreen(<ProgrammesScreen />, ANSWERS, `${AT}/hojas`)
  await screen.findByText('faltan las páginas 2, 3')
  screen.getByText('Volvieron 1 de 3 páginas')
  screen.getByText('Bandeja · 2')
  expect(screen.queryByRole('button', { name: 'No se usó' })).toBe(null)
})

test('scans dropped anywhere are recognised together; what waits in the tray is told first, with why', async () => {
  const core = renderScreen(
    <ProgrammesScreen />,
    {
      ...ANSWERS,
      'evidence.recognise': {
        placed: 1, tray: 1, known: 2,
        refused: [{ fileName: 'rota.pdf', reason: 'El PDF está dañado.' }],
        pages: [
          { evidenceId: idOf(80), fileName: 'todo.pdf', filePage: 1, place: { cohortId: CUSCO, cohortName: 'Cusco', sheetId: sheet.id, page: 2, day: '2026-10-12', subject: 'Tema 1' }, reason: 'Página 2 de 3 de «Tema 1».' },
          { evidenceId: idOf(81), fileName: 'todo.pdf', filePage: 2, place: null, reason: 'No se encontró un código.' },
        ],
      },
    },
    AT,
  )
  await screen.findByRole('grid', { name: 'Sesiones' })
  fireEvent.dragOver(window, { dataTransfer: { types: ['Files'], files: [] } })
  await screen.findByText('Suelte aquí sus archivos')
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], files: [new File(['x'], 'todo.pdf'), new File(['y'], 'rota.pdf')] } })
  const result = await screen.findByRole('region', { name: 'Dónde quedó cada página' })
  expect(within(result).getByRole('status').textContent).toContain('1 página quedó en su sitio · 1 espera en la bandeja · 2 ya estaban · 1 archivo no se pudo leer')
  expect(within(result).getAllByRole('row').map((row) => within(row).getAllByRole('cell').at(-1)?.textContent)).toEqual(['El PDF está dañado.', 'No se encontró un código.', 'Página 2 de 3 de «Tema 1».'])
  expect(core.sent).toEqual(['todo.pdf', 'rota.pdf'])
  expect(screen.queryByText('Suelte aquí sus archivos')).toBe(null)
})

test('a page of the tray is put in its place by hand, and the first missing page is proposed', async () => {
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'evidence.place': { id: idOf(72), act: ACT } }, `${AT}/hojas/bandeja`)
  const list = await screen.findByRole('listbox', { name: 'Bandeja' })
  fireEvent.keyDown(list, { key: 'ArrowDown' })
  await waitFor(() => expect(within(list).getAllByRole('option').map((one) => one.getAttribute('aria-selected'))).toEqual(['false', 'true']))
  fireEvent.click(screen.getByRole('combobox', { name: 'Hoja de firmas' }))
  fireEvent.click(await screen.findByRole('option', { name: /M57C3K/ }))
  expect(screen.getByLabelText<HTMLInputElement>('Página').value).toBe('2')
  fireEvent.change(screen.getByLabelText('Página'), { target: { value: '4' } })
  await screen.findByText('Esa hoja tiene páginas de 1 a 3.')
  fireEvent.change(screen.getByLabelText('Página'), { target: { value: '3' } })
  fireEvent.click(screen.getByRole('button', { name: 'Ponerla ahí' }))
  await waitFor(() => expect(inputOf(core, 'evidence.place')).toEqual({ id: idOf(72), to: { kind: 'page', sheetId: sheet.id, page: 3 } }))
})

test('what proves a session stands in its panel, and is put back into the tray or taken away', async () => {
  const proof = page(3, { sheetId: sheet.id, page: 1, place: 'Página 1 de 3 de la hoja M57C3K', note: null })
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'evidence.list': ({ sessionId }) => (sessionId === undefined ? [] : [proof]), 'evidence.place': { id: proof.id, act: ACT }, 'evidence.remove': { id: proof.id, act: ACT } }, AT)
  fireEvent.keyDown(await screen.findByRole('grid', { name: 'Sesiones' }), { key: 'Enter' })
  await screen.findByText('Página 1 de 3 de la hoja M57C3K')
  fireEvent.click(screen.getByRole('button', { name: 'Devolver a la bandeja: foto-3.jpg' }))
  await waitFor(() => expect(inputOf(core, 'evidence.place')).toEqual({ id: proof.id, to: { kind: 'tray' } }))
  fireEvent.click(screen.getByRole('button', { name: 'Quitar foto-3.jpg' }))
  await waitFor(() => expect(core.api.activity.seen().toasts.at(-1)).toMatchObject({ text: 'Se quitó el archivo', act: ACT }))
})
