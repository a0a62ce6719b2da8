import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Gives } from '../../src/renderer/api.ts'
import { CertificatesScreen } from '../../src/renderer/screens/certificates/certificates-screen.tsx'
import type { FakeAnswers } from './support/fake-client.ts'
import { idOf } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

type Row = Gives<'delivery.list'>['rows'][number]
const PDF = { id: 'file-1', name: 'certificados.pdf', size: 90_000, type: 'pdf' as const }
const RUN = idOf(90)

const row = (n: number, more: Partial<Row> = {}): Row => ({
  id: idOf(n), number: `N° 00${n}-2026-MPC/GRH`, version: 1, state: 'valid', personName: `Ana Quispe ${n}`, documentNumber: '20000001', organisationName: 'Red de Salud', cohortName: 'Cusco', issuedOn: '2026-11-20',
  drawnAt: '2026-11-20T15:00:00.000Z', printedAt: null, damaged: 0, prints: 0, asked: 0, signedOn: null, signedHow: null, handedOn: null, handedTo: null, waitsFor: 'printed', waitsSince: '2026-11-20', ...more,
})
const ROWS = [
  row(1),
  row(2, { prints: 1, asked: 1 }),
  row(3, { signedOn: '2026-11-21', signedHow: 'digital', waitsFor: 'handed', waitsSince: '2026-11-21' }),
  row(4, { state: 'replaced', handedOn: '2026-11-20', handedTo: 'Ana Quispe 4', waitsFor: 'back' }),
]
const lines = (outcomes: readonly ('asked' | 'well' | 'damaged')[]) => outcomes.map((outcome, at) => ({ certificateId: idOf(at + 1), position: at + 1, number: `N° 00${at + 1}`, personName: `Ana Quispe ${at + 1}`, outcome }))
const run = (outcomes: readonly ('asked' | 'well' | 'damaged')[]): Gives<'delivery.run'> => ({ id: RUN, kind: 'first', reason: null, printedAt: '2026-11-22T15:00:00.000Z', who: 'Prueba', lines: lines(outcomes) })

const ANSWERS: FakeAnswers = {
  'delivery.list': { rows: ROWS, total: 4, counts: { drawn: 0, printed: 2, signed: 0, handed: 1, back: 1, all: 4 } },
  'delivery.runs': { rows: [], total: 0, damagedSheets: 0 },
  'delivery.run': run(['asked', 'asked', 'asked']),
  'app.about': { version: '1', engine: 'sqlite', folder: '/datos', example: false, today: '2026-11-22', who: 'Prueba' },
}

test('each state is told by a word, what waits stands out, and a paper that counts no more is asked back', async () => {
  renderScreen(<CertificatesScreen />, ANSWERS, '#/certificados/entrega')
  await screen.findByText('Ana Quispe 1')
  const cells = (n: number) => within(screen.getByText(`Ana Quispe ${n}`).closest('[role=row]') as HTMLElement).getAllByRole('gridcell').slice(4, 9).map((cell) => cell.textContent)
  expect(cells(1)).toEqual(['20/11/2026', 'por imprimir', 'por firmar', 'por entregar', '20/11/2026'])
  expect(cells(2)[1]).toBe('¿salió bien?')
  expect(cells(3).slice(1, 4)).toEqual(['no hace falta', '21/11/2026 digital', 'por entregar'])
  expect(cells(4)[3]).toBe('reemplazado: pedirlo')
  screen.getByRole('button', { name: 'Pedir de vuelta · 1' })
  expect(screen.queryByRole('button', { name: /Por dibujar/ })).toBe(null)
})

test('after printing, the damaged ones are typed, shown by name, noted, and go to the printer again', async () => {
  const core = renderScreen(
    <CertificatesScreen />,
    { ...ANSWERS, 'delivery.print': { runId: RUN, file: PDF, sheets: 3, act: idOf(70) }, 'delivery.outcome': { id: RUN, act: idOf(71) } },
    '#/certificados/entrega',
  )
  await screen.findByText('Ana Quispe 1')
  const grid = screen.getByRole('grid', { name: 'Entrega' })
  fireEvent.keyDown(grid, { key: ' ' })
  fireEvent.click(await screen.findByRole('button', { name: 'Imprimir' }))
  const panel = await screen.findByRole('complementary', { name: 'Imprimir' })
  fireEvent.click(within(panel).getByRole('button', { name: 'Preparar PDF' }))
  const field = await within(panel).findByLabelText('Números del montón que salieron dañados')
  within(panel).getByRole('button', { name: 'Los 3 salieron bien' })
  fireEvent.change(field, { target: { value: '2-9' } })
  within(panel).getByText('«2-9» se sale del montón, que va del 1 al 3.')
  fireEvent.change(field, { target: { value: '2-3' } })
  within(panel).getByText('1 bien · 2 dañados')
  expect(within(within(panel).getByRole('list', { name: 'Dañados' })).getAllByRole('listitem').map((one) => one.textContent)).toEqual(['2N° 002Ana Quispe 2', '3N° 003Ana Quispe 3'])
  core.answer({ 'delivery.run': run(['well', 'damaged', 'damaged']) })
  fireEvent.click(within(panel).getByRole('button', { name: 'Anotar' }))
  await waitFor(() => expect(core.asked.findLast((one) => one.name === 'delivery.outcome')?.input).toEqual({ runId: RUN, ranges: [{ from: 1, to: 1, outcome: 'well' }, { from: 2, to: 3, outcome: 'damaged' }] }))
  core.changed('delivery')
  fireEvent.click(await within(panel).findByRole('button', { name: 'Imprimir otra vez los 2' }))
  expect((await within(panel).findByLabelText<HTMLInputElement>('¿Por qué se imprime otra vez?')).value).toBe('Hojas dañadas al imprimir')
  fireEvent.click(within(panel).getByRole('button', { name: 'Preparar PDF' }))
  await waitFor(() => expect(core.asked.findLast((one) => one.name === 'delivery.print')?.input).toMatchObject({ certificateIds: [idOf(2), idOf(3)], reason: 'Hojas dañadas al imprimir' }))
})

test('a hand-over sheet is filled in with one key a row', async () => {
  const sheet = { id: idOf(80), code: 'M57C3K', title: 'Red de Salud', organisationId: null, cohortId: null, pages: 1, printedAt: '2026-11-21T15:00:00.000Z' }
  const rows = [1, 2, 3].map((n) => ({ row: n, certificateId: idOf(n), number: `N° 00${n}`, personName: `Ana Quispe ${n}`, documentNumber: null, handedOn: null, handedTo: null }))
  const core = renderScreen(
    <CertificatesScreen />,
    { ...ANSWERS, 'delivery.sheets': { rows: [{ ...sheet, papers: 3, handed: 0, scans: 0 }], total: 1 }, 'delivery.sheet': { ...sheet, rows, scans: [] }, 'delivery.fillSheet': { id: idOf(80), act: idOf(72) } },
    `#/certificados/entrega/hojas/${idOf(80)}`,
  )
  const grid = await screen.findByRole('grid', { name: 'Filas de la hoja' })
  for (const key of ['f', 'n', 'a']) fireEvent.keyDown(grid, { key })
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Anotar 2 filas' }).disabled).toBe(true)
  fireEvent.change(screen.getByLabelText(/Nombre de quien recibe/), { target: { value: 'Julia Rojas' } })
  fireEvent.change(screen.getByLabelText(/Documento de quien recibe/), { target: { value: '41414141' } })
  fireEvent.keyDown(grid, { key: 'Enter', ctrlKey: true })
  await waitFor(() => expect(core.asked.findLast((one) => one.name === 'delivery.fillSheet')?.input).toEqual({ sheetId: idOf(80), handedOn: '2026-11-22', rows: [{ row: 1, proxy: null }, { row: 3, proxy: { name: 'Julia Rojas', document: '41414141' } }] }))
})
