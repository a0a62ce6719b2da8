import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Gives } from '../../src/renderer/api.ts'
import { CorrectionsScreen } from '../../src/renderer/screens/corrections/corrections-screen.tsx'
import { PersonPapers } from '../../src/renderer/screens/corrections/person-papers.tsx'
import { idOf } from './support/fake-client.ts'
import type { FakeAnswers } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

type Paper = Gives<'corrections.affected'>['certificates'][number]

const title = { field: 'accion', label: 'Nombre de la capacitación', before: 'Curso de gestión', after: 'Curso de gestión pública' }
const name = { field: 'nombre', label: 'Nombre', before: 'Ana Quispe', after: 'Anna Quispe' }

function paper(n: number, personName: string, changes: Paper['changes'], against: string | null = null): Paper {
  return { id: idOf(n), number: `N° 00${n}-2026-MPC/GRH`, version: 1, paperKind: 'certificado', personId: idOf(n + 50), personName, title: 'Curso de gestión', cohortName: 'Cusco', issuedOn: '2026-11-20', changes, against }
}

const AFFECTED: Gives<'corrections.affected'> = {
  certificates: [paper(1, 'Ana Quispe', [name, title]), paper(2, 'Bea Rojas', [title]), paper(3, 'Cira Luna', [title], 'N° 003-2026-MPC/GRH: ya no le corresponde.')],
  actas: [{ id: idOf(90), number: 'ACTA N° 001-2026', cohortId: idOf(91), cohortName: 'Cusco', closedAt: '2026-11-01T15:00:00.000Z', people: [{ personId: idOf(51), before: 'QUISPE, Ana', after: 'QUISPE, Anna' }], facts: [] }],
  reports: [],
}
const ANSWERS: FakeAnswers = {
  'app.about': { version: '0', engine: 'sqlite', folder: '/', today: '2026-11-22', example: false, who: 'Rosa' },
  'corrections.affected': AFFECTED,
  'corrections.reissue': { correctionId: idOf(70), issued: [idOf(71), idOf(72)], leftOut: [{ id: idOf(3), because: 'N° 003-2026-MPC/GRH: ya no le corresponde.' }] },
  'corrections.annul': { annulled: 1, leftOut: [] },
  'corrections.list': { rows: [], total: 0 },
  'seal.state': { state: 'noRoot', root: null, keys: [], offices: [], list: null },
}
const show = (path: readonly string[], params: Record<string, string>, answers: FakeAnswers = ANSWERS) => renderScreen(<CorrectionsScreen path={path} params={params} />, answers, '#/certificados/correcciones')

test('what differs is told before and after, what is asked for first, and all that can be is issued again in one act', async () => {
  const core = show(['corregir'], { todo: '1' })
  await screen.findByText('3 documentos vigentes dicen algo distinto de los datos de hoy.')
  expect(screen.getByText('Nombre: Ana Quispe → Anna Quispe · Nombre de la capacitación: Curso de gestión → Curso de gestión pública')).toBeTruthy()
  expect(screen.getAllByText('N° 003-2026-MPC/GRH: ya no le corresponde.')).toHaveLength(1)
  fireEvent.click(screen.getByRole('button', { name: 'Nombre · 1' }))
  await waitFor(() => expect(screen.queryByText('Bea Rojas')).toBeNull())
  fireEvent.click(screen.getByRole('button', { name: 'Todos · 3' }))

  fireEvent.click(await screen.findByRole('button', { name: 'Emitir de nuevo los 2' }))
  const panel = screen.getByRole('complementary', { name: 'Emitir de nuevo 2' })
  expect(within(panel).getByText('en 2 documentos')).toBeTruthy()
  expect(within(panel).getByRole('link', { name: 'Acta ACTA N° 001-2026, Cusco' })).toBeTruthy()
  const act = within(panel).getByRole('button', { name: 'Emitir de nuevo 2' })
  expect((act as HTMLButtonElement).disabled).toBe(true)
  const reason = within(panel).getByRole('textbox', { name: 'Motivo' })
  fireEvent.change(reason, { target: { value: 'Según DNI' } })
  await waitFor(() => expect((act as HTMLButtonElement).disabled).toBe(false))
  fireEvent.submit(reason.closest('form') ?? panel)
  await screen.findByText('Se emitieron de nuevo 2 documentos')
  expect(core.asked.find((one) => one.name === 'corrections.reissue')?.input).toEqual({ certificateIds: [idOf(1), idOf(2)], reason: 'Según DNI', decidedOn: '2026-11-22', resolution: null })
  expect(screen.getByText('Uno quedó fuera')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Imprimir los 2 nuevos' })).toBeTruthy()
})

test('nothing is annulled before the word is typed', async () => {
  const get = { ...paper(1, 'Ana Quispe', [name]), state: 'valid' }
  const core = show(['anular'], { certificado: get.id }, { ...ANSWERS, 'certificates.get': () => { throw new Error('not asked here') } })
  fireEvent.change(await screen.findByRole('textbox', { name: 'Motivo' }), { target: { value: 'Por error' } })
  fireEvent.click(screen.getByRole('button', { name: 'Anular' }))
  const dialog = await screen.findByRole('dialog')
  const confirm = within(dialog).getByRole('button', { name: 'Anular' })
  expect((confirm as HTMLButtonElement).disabled).toBe(true)
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: 'ANULAR' } })
  fireEvent.click(confirm)
  await screen.findByText('Se anuló un documento')
  expect(core.asked.find((one) => one.name === 'corrections.annul')?.input).toEqual({ certificateIds: [get.id], reason: 'Por error', annulledOn: '2026-11-22', resolution: null })
})

test('a person whose papers say the old name is led to their correction, and nothing is said of one without papers', async () => {
  const person = { person: { id: idOf(51) }, certificates: [{ id: idOf(1), number: 'N° 001', paperKind: 'certificado', issuedOn: '2026-11-20', title: 'Curso', version: 1, state: 'valid' }] } as unknown as Gives<'people.get'>
  renderScreen(<PersonPapers record={person} />, ANSWERS)
  expect(await screen.findByText(/3 documentos emitidos a su nombre aún dicen lo anterior/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Corregirlos' }).getAttribute('href')).toBe(`#/certificados/correcciones/corregir?persona=${idOf(51)}`)
  const core = renderScreen(<PersonPapers record={{ ...person, certificates: [] }} />, {})
  expect(core.asked).toEqual([])
})
