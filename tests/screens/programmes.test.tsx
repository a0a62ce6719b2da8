import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Gives } from '../../src/renderer/api.ts'
import { ProgrammesScreen } from '../../src/renderer/screens/programmes/programmes-screen.tsx'
import { AppError } from '../../src/shared/rpc/errors.ts'
import { idOf } from './support/fake-client.ts'
import type { FakeAnswers } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

const [PROGRAMME, EDITION, CUSCO, LIMA, CAF, PUCP] = [idOf(1), idOf(2), idOf(3), idOf(4), idOf(5), idOf(6)] as const
const ACT = idOf(99)

const edition: Gives<'editions.get'>['edition'] = {
  id: EDITION, programmeId: PROGRAMME, name: 'XII edición', title: null, actionType: 'programa', year: 2026, modality: 'presencial', startsOn: '2026-05-04', endsOn: '2026-09-25', hours: 120,
  minutesPerHour: 45, place: null, syllabus: null, legalBasis: null,
}
const cohort = (id: string, name: string, participants: number, certificates: number) =>
  ({ id, editionId: EDITION, name, site: name, districtCode: null, startsOn: null, endsOn: null, modality: null, participants, others: 0, certificates })
const programme = { id: PROGRAMME, name: 'Programa de Gobernabilidad', shortName: 'Gobernabilidad', description: null }
const cohorts = [cohort(CUSCO, 'Cusco', 2, 2), cohort(LIMA, 'Lima', 0, 0)]
const tree: Gives<'programmes.list'> = [{ ...programme, editions: [{ ...edition, cohorts }] }]
const partner = (organisationId: string, organisationName: string, role: 'sponsor' | 'academic', position: number) =>
  ({ id: idOf(50 + position), editionId: EDITION, organisationId, organisationName, role, logoAssetId: null, position })
const ANSWERS: FakeAnswers = {
  'app.about': { version: '0.1.0', engine: 'sqlite', folder: '/datos', example: false, today: '2026-11-22', who: 'Rosa' },
  'programmes.list': tree,
  'editions.get': { programme, edition, cohorts, partners: [partner(CAF, 'CAF', 'sponsor', 0), partner(PUCP, 'PUCP', 'academic', 1)] },
  'organisations.list': { rows: [], total: 0, kinds: [] },
}

const lineNow = (): string => document.activeElement?.querySelector('[role="gridcell"]')?.textContent ?? ''

test('an office without programmes learns what belongs here, and makes programme, edition and groups in one form', async () => {
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'programmes.list': [], 'editions.begin': { id: EDITION, act: ACT } }, '#/programas')
  await screen.findByText('Aquí van los programas que su oficina dicta')
  fireEvent.click(screen.getByRole('button', { name: 'Nuevo programa' }))
  const name = await screen.findByLabelText(/Nombre del programa/)
  expect(document.activeElement).toBe(name)
  expect(screen.queryByRole('button', { name: 'Nuevo programa' })).toBe(null)
  fireEvent.change(name, { target: { value: 'Programa de Gobernabilidad' } })
  fireEvent.change(screen.getByLabelText(/Nombre de la edición/), { target: { value: 'XII edición' } })
  fireEvent.change(screen.getByLabelText('Horas'), { target: { value: '120,5' } })
  fireEvent.change(screen.getByLabelText('Grupos'), { target: { value: 'Arequipa, Cusco\nLima' } })
  await screen.findByText('3 grupos: Arequipa · Cusco · Lima')
  fireEvent.submit(name.closest('form') as HTMLFormElement)
  await waitFor(() => expect(window.location.hash).toBe(`#/programas/edicion/${EDITION}`))
  expect(core.asked.find((one) => one.name === 'editions.begin')?.input).toEqual({
    programme: { kind: 'new', fields: { name: 'Programa de Gobernabilidad', shortName: null, description: null } },
    edition: { name: 'XII edición', title: null, actionType: 'curso', year: 2026, modality: 'presencial', startsOn: null, endsOn: null, hours: 120.5, minutesPerHour: 60, place: null, syllabus: null, legalBasis: null },
    cohorts: ['Arequipa', 'Cusco', 'Lima'],
  })
})

test('a form with a date that does not exist is not sent: the cursor goes to it', async () => {
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'programmes.list': [] }, '#/programas?nuevo=')
  const name = await screen.findByLabelText(/Nombre del programa/)
  fireEvent.change(name, { target: { value: 'Gobernabilidad' } })
  fireEvent.change(screen.getByLabelText(/Nombre de la edición/), { target: { value: 'I edición' } })
  const start = screen.getByLabelText('Inicio')
  fireEvent.change(start, { target: { value: '31/02/2026' } })
  fireEvent.blur(start)
  await screen.findByText(/No se entiende la fecha/)
  fireEvent.submit(name.closest('form') as HTMLFormElement)
  expect(document.activeElement).toBe(start)
  expect(core.asked.some((one) => one.name === 'editions.begin')).toBe(false)
})

test('one more edition of a programme begins as the last one was, without its dates', async () => {
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'editions.begin': { id: idOf(8), act: ACT } }, '#/programas')
  fireEvent.click(await screen.findByRole('button', { name: 'Nueva edición de Programa de Gobernabilidad' }))
  const name = await screen.findByLabelText<HTMLInputElement>(/Nombre de la edición/)
  expect(name.value).toBe('XIII edición')
  fireEvent.submit(name.closest('form') as HTMLFormElement)
  await waitFor(() => expect(window.location.hash).toBe(`#/programas/edicion/${idOf(8)}`))
  expect(core.asked.find((one) => one.name === 'editions.begin')?.input).toMatchObject({
    programme: { kind: 'known', id: PROGRAMME },
    edition: { name: 'XIII edición', actionType: 'programa', hours: 120, minutesPerHour: 45, startsOn: null, endsOn: null },
    cohorts: ['Cusco', 'Lima'],
  })
})

test('arrows walk the tree, left closes and right opens, Enter goes in', async () => {
  renderScreen(<ProgrammesScreen />, ANSWERS, '#/programas')
  const grid = await screen.findByRole('treegrid', { name: 'Programas' })
  const press = (key: string): boolean => fireEvent.keyDown(document.activeElement as Element, { key })
  const first = within(grid).getAllByRole('row')[1] as HTMLElement
  expect(first.tabIndex).toBe(0)
  first.focus()
  press('ArrowDown')
  press('ArrowDown')
  expect(lineNow()).toBe('Cusco')
  press('ArrowLeft')
  expect(lineNow()).toBe('XII edición')
  press('ArrowLeft')
  expect(screen.queryByText('Lima')).toBe(null)
  press('ArrowRight')
  await screen.findByText('Lima')
  press('End')
  expect(lineNow()).toBe('Lima')
  press('Enter')
  expect(window.location.hash).toBe(`#/programas/grupo/${LIMA}`)
})

test('a line says its level, its figures, and whether all hold a paper', async () => {
  renderScreen(<ProgrammesScreen />, ANSWERS, '#/programas')
  await screen.findByText('1 programa · 2 personas')
  const cusco = screen.getByText('Cusco').closest('[role="row"]') as HTMLElement
  expect(cusco.getAttribute('aria-level')).toBe('3')
  expect(within(cusco).getAllByRole('gridcell').map((cell) => cell.textContent)).toEqual(['Cusco', '', '', '', '2', 'Todas con certificado o constancia2'])
})

test('the edition saves each fact by itself, and says at the field what cannot be', async () => {
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'editions.update': { id: EDITION, act: ACT } }, `#/programas/edicion/${EDITION}`)
  const hours = await screen.findByLabelText<HTMLInputElement>('Horas')
  fireEvent.change(hours, { target: { value: '24,3' } })
  fireEvent.blur(hours)
  await screen.findByText('Escriba cuántas horas son, de media en media: 24 o 24.5.')
  expect(hours.value).toBe('24,3')
  fireEvent.change(hours, { target: { value: '24,5' } })
  fireEvent.keyDown(hours, { key: 'Enter' })
  await waitFor(() => expect(core.asked.filter((one) => one.name === 'editions.update').map((one) => one.input)).toEqual([{ id: EDITION, fields: { hours: 24.5 } }]))
})

test('a diplomado that no university organises is warned of', async () => {
  renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'editions.get': { programme, cohorts, partners: [], edition: { ...edition, actionType: 'diplomado' } } }, `#/programas/edicion/${EDITION}`)
  expect((await screen.findByRole('alert')).textContent).toContain('Ley 30220')
})

test('partners are put in order by keyboard, and the whole order is saved', async () => {
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'editions.setPartners': { id: EDITION, act: ACT } }, `#/programas/edicion/${EDITION}`)
  const down = await screen.findByRole('button', { name: 'Bajar CAF' })
  down.focus()
  fireEvent.keyDown(down, { key: 'ArrowDown', altKey: true })
  await waitFor(() =>
    expect(core.asked.find((one) => one.name === 'editions.setPartners')?.input).toEqual({
      id: EDITION,
      partners: [{ organisationId: PUCP, role: 'academic', logoAssetId: null }, { organisationId: CAF, role: 'sponsor', logoAssetId: null }],
    }),
  )
  expect(screen.getAllByRole('button', { name: /^Quitar (CAF|PUCP)/ }).map((one) => one.getAttribute('aria-label'))).toEqual(['Quitar PUCP', 'Quitar CAF'])
  // It can go no further down: the button beside it takes the keyboard.
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Subir CAF')
})

test('groups are added by one line, those that are there left out; an empty one can be taken out', async () => {
  const core = renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'cohorts.create': { id: idOf(9), act: ACT }, 'cohorts.remove': { id: LIMA, act: ACT } }, `#/programas/edicion/${EDITION}`)
  const field = await screen.findByLabelText<HTMLInputElement>('Agregar grupos')
  fireEvent.change(field, { target: { value: 'Cusco, Tarapoto, Trujillo' } })
  fireEvent.submit(field.closest('form') as HTMLFormElement)
  await waitFor(() => expect(field.value).toBe(''))
  expect(core.asked.filter((one) => one.name === 'cohorts.create').map((one) => (one.input as { name: string }).name)).toEqual(['Tarapoto', 'Trujillo'])
  expect(screen.queryByRole('button', { name: 'Quitar Cusco' })).toBe(null)
  fireEvent.click(screen.getByRole('button', { name: 'Quitar Lima' }))
  await waitFor(() => expect(core.asked.at(-1)).toEqual({ name: 'cohorts.remove', input: { id: LIMA } }))
})

test('an edition that is there no more says so, with the way back', async () => {
  renderScreen(<ProgrammesScreen />, { ...ANSWERS, 'editions.get': () => { throw new AppError({ code: 'missing', message: 'Esa edición ya no existe.' }) } }, `#/programas/edicion/${EDITION}`)
  await screen.findByText('Esa edición ya no existe.')
  screen.getByRole('button', { name: 'Volver' })
})
