import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { DesignsScreen } from '../../src/renderer/screens/designs/designs-screen.tsx'
import type { Gives } from '../../src/renderer/api.ts'
import { idOf } from './support/fake-client.ts'
import type { FakeAnswers, FakeCore } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

const document: Gives<'designs.get'>['document'] = {
  format: 1,
  styles: [{ id: 'text', name: 'Texto', face: 'serif', size: 12, colour: '#1d2733', align: 'center', leading: 1.3, spacing: 0, capitals: false }],
  pages: [{ id: 'p1', name: 'Anverso', width: 297, height: 210, background: null, backgroundImage: null, when: 'always', elements: [] }],
}
const OWN = idOf(9)
const ANSWERS: FakeAnswers = {
  'designs.list': {
    models: [{ model: 'sober', name: 'Sobrio', about: 'Certificado institucional', paperKind: 'certificado', role: 'participant' }],
    designs: [{ id: OWN, name: 'Certificado 2026', paperKind: 'certificado', role: null, hasDraft: true, version: 3, savedAt: '2026-11-20T15:00:00.000Z', used: 1240 }],
  },
  'designs.get': ({ id }) => ({ id, name: 'Sobrio', paperKind: null, role: null, document, isDraft: false, version: 1, versions: [] }),
  'designs.look': { pages: [{ width: 842, height: 595, items: [{ kind: 'text', element: 'a', x: 100, y: 100, text: 'María Elena', face: 'serif', size: 30, colour: '#000000', spacing: 0, width: 200 }] }], warnings: [] },
  'designs.create': { id: idOf(20), act: idOf(21) },
  'designs.remove': { id: OWN, act: idOf(22) },
  'designs.export': { id: 'file', name: 'Certificado 2026.diseno.json', size: 10, type: 'other' },
}

/** What was asked of a call last. */
const asked = (core: FakeCore, name: string): unknown => core.asked.findLast((one) => one.name === name)?.input

test('a model is shown as it is printed, and becomes the base of a design by name', async () => {
  const core = renderScreen(<DesignsScreen />, ANSWERS, '#/certificados/disenos')
  const picture = await screen.findAllByRole('img', { name: 'Muestra del diseño Sobrio' })
  expect(within(picture[0] ?? window.document.body).getByText('María Elena')).toBeTruthy()
  fireEvent.click(await screen.findByRole('button', { name: 'Usar como base' }))
  const panel = screen.getByRole('complementary', { name: 'Nuevo diseño' })
  fireEvent.change(within(panel).getByLabelText('Nombre del diseño'), { target: { value: 'Certificado del programa' } })
  fireEvent.click(within(panel).getByRole('button', { name: 'Crear y abrir' }))
  await waitFor(() => expect(window.location.hash).toBe(`#/certificados/disenos/${idOf(20)}`))
  expect(asked(core, 'designs.create')).toEqual({ name: 'Certificado del programa', from: 'sober', paperKind: 'certificado', role: 'participant' })
})

test('an own design says its version, its uses and that something waits to be saved; it is saved to a file and removed', async () => {
  const core = renderScreen(<DesignsScreen />, ANSWERS, '#/certificados/disenos')
  await screen.findByText('Versión 3 · 1,240 documentos')
  screen.getByText('Tiene cambios sin guardar como versión')
  fireEvent.click(screen.getByRole('button', { name: 'Más acciones de Certificado 2026' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Guardar en un archivo' }))
  await screen.findByText('El archivo está listo')
  expect(asked(core, 'designs.export')).toEqual({ id: OWN })
  fireEvent.click(screen.getByRole('button', { name: 'Más acciones de Certificado 2026' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Quitar' }))
  await waitFor(() => expect(asked(core, 'designs.remove')).toEqual({ id: OWN }))
})
