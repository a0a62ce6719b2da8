import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { DesignDocument } from '../../src/shared/contract/designs.ts'
import { AppError } from '../../src/shared/rpc/errors.ts'
import type { Gives, Takes } from '../../src/renderer/api.ts'
import { DesignEditor } from '../../src/renderer/screens/designs/editor/design-editor.tsx'
import { sampleDesign } from './design-editor-sample.ts'
import type { FakeAnswers } from './support/fake-client.ts'
import { idOf } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

// A screen of this many controls takes its time where there is no real browser.
configure({ asyncUtilTimeout: 10_000 })

const ID = idOf(1)
const POINTS = 72 / 25.4

/** Each text where it stands, as one stretch: enough of a layout to see that the pages come from the core. */
function look({ document }: Takes<'designs.look'>): Gives<'designs.look'> {
  const pages = document.pages.map((page) => ({
    width: page.width * POINTS,
    height: page.height * POINTS,
    items: page.elements.flatMap((one) => (one.kind === 'text' ? [{ kind: 'text' as const, element: one.id, x: one.x, y: one.y, text: `[${one.text}]`, face: 'serif' as const, size: 12, colour: '#000000' as const, spacing: 0, width: 100 }] : [])),
  }))
  return { pages, warnings: document.pages.flatMap((page, at) => page.elements.flatMap((one) => (one.kind === 'qr' && one.width < 20 ? [{ element: one.id, page: at, why: 'qrSmall' as const, sentence: 'El QR mide 10 mm y necesita 25 mm.' }] : []))) }
}

const kept = (more: Partial<Gives<'designs.get'>> = {}): Gives<'designs.get'> => ({
  id: ID, name: 'Diploma', paperKind: null, role: null, document: sampleDesign(), isDraft: false, version: 2,
  versions: [{ version: 1, savedAt: '2026-11-01T15:00:00.000Z', savedBy: 'Rosa', used: 40 }, { version: 2, savedAt: '2026-11-20T15:00:00.000Z', savedBy: 'Luis', used: 0 }], ...more,
})
const ANSWERS: FakeAnswers = {
  'designs.get': kept(),
  'designs.look': look,
  'designs.keepDraft': { id: ID },
  'designs.save': { id: ID, act: idOf(9), version: 3 },
  'assets.byHash': [],
}
const open = (answers: FakeAnswers = {}) => renderScreen(<DesignEditor id={ID} />, { ...ANSWERS, ...answers }, `#/certificados/disenos/${ID}`)
// By what is written: roles are slow to find among so many controls.
const layers = () => within(document.querySelector<HTMLElement>('[data-part="layers"]')!)
const layer = async (name: string) => {
  await screen.findAllByText(name)
  return layers().getByText(name)
}
const canvas = () => document.querySelector('[data-part="canvas"]')!
const last = (core: ReturnType<typeof open>, name: string) => core.asked.findLast((one) => one.name === name)?.input as { document: DesignDocument } | undefined
const element = (core: ReturnType<typeof open>, id: string) => last(core, 'designs.look')?.document.pages.flatMap((page) => page.elements).find((one) => one.id === id)

test('the page is what the core laid out, and each element is named by what it says', async () => {
  open()
  await waitFor(() => expect(canvas().querySelector('[data-of="name"] text')?.textContent).toBe('[{nombre}]'))
  expect(canvas().querySelector('[data-of="name"] text')?.getAttribute('textLength')).toBe('100')
  const names = [...document.querySelectorAll('[data-layer]')].map((one) => one.textContent)
  expect(names).toEqual(['Código QR', 'por su participación en Nombre de…', 'Nombre de la persona'])
  expect(screen.getByText('Sin advertencias')).toBeTruthy()
})

test('figures move an element, Ctrl+Z takes it back here and not in the records, and leaving keeps the draft', async () => {
  const core = open()
  fireEvent.click(await layer('Código QR'))
  const x = screen.getByLabelText('Desde la izquierda')
  fireEvent.change(x, { target: { value: '12,5' } })
  fireEvent.keyDown(x, { key: 'Enter' })
  await waitFor(() => expect(element(core, 'qr')).toMatchObject({ x: 12.5, y: 160 }))
  fireEvent.keyDown(x, { key: 'z', ctrlKey: true })
  await waitFor(() => expect(element(core, 'qr')).toMatchObject({ x: 250 }))
  fireEvent.keyDown(x, { key: 'y', ctrlKey: true })
  fireEvent.keyDown(screen.getByLabelText('Ancho'), { key: 'ArrowUp', shiftKey: true })
  await waitFor(() => expect(element(core, 'qr')).toMatchObject({ x: 12.5, width: 40 }))
  expect(core.asked.some((one) => one.name === 'history.undo')).toBe(false)
  cleanup()
  await waitFor(() => expect(last(core, 'designs.keepDraft')?.document.pages[0]?.elements[2]).toMatchObject({ x: 12.5, width: 40 }))
})

test('a figure that is none, or too large, is said at its field and changes nothing', async () => {
  const core = open()
  fireEvent.click(await layer('Código QR'))
  const width = screen.getByLabelText('Ancho')
  for (const typed of ['ancho', '9999']) {
    fireEvent.change(width, { target: { value: typed } })
    fireEvent.blur(width)
    expect(await screen.findByText('Entre 0.1 y 2000')).toBeTruthy()
  }
  expect(element(core, 'qr')).toMatchObject({ width: 30 })
})

test('a warning leads to its element', async () => {
  const design = sampleDesign()
  const [page] = design.pages
  const small = { ...design, pages: [{ ...page!, elements: page!.elements.map((one) => (one.kind === 'qr' ? { ...one, width: 10, height: 10 } : one)) }] }
  open({ 'designs.get': kept({ document: small }) })
  fireEvent.click(await screen.findByText('1 advertencia'))
  fireEvent.click(await screen.findByText(/El QR mide 10 mm y necesita 25 mm/))
  await waitFor(() => expect(document.querySelector('[data-part="inspector"] h2')?.textContent).toBe('Código QR'))
  expect((screen.getByLabelText('Ancho') as HTMLInputElement).value).toBe('10')
})

test('what is written and every field of the menu go into the text', async () => {
  const core = open()
  fireEvent.click(await layer('Nombre de la persona'))
  const words = screen.getByLabelText('Contenido') as HTMLTextAreaElement
  fireEvent.change(words, { target: { value: 'A: ' } })
  words.setSelectionRange(3, 3)
  fireEvent.click(screen.getByPlaceholderText('Insertar un dato…'))
  fireEvent.click(await screen.findByText('Documento de identidad'))
  await waitFor(() => expect(element(core, 'name')).toMatchObject({ text: 'A: {documento}' }))
})

test('a look is changed for one text or for all of its style, and what differs can be put back', async () => {
  const core = open()
  fireEvent.click(await layer('Nombre de la persona'))
  const step = () => fireEvent.keyDown(screen.getByLabelText('Tamaño'), { key: 'ArrowUp' })
  step()
  await waitFor(() => expect(element(core, 'name')).toMatchObject({ own: { size: 31 } }))
  fireEvent.click(await screen.findByLabelText('Volver al estilo: Tamaño'))
  await waitFor(() => expect(element(core, 'name')).toMatchObject({ own: {} }))
  fireEvent.click(screen.getByLabelText('Todo el estilo (1)'))
  step()
  await waitFor(() => expect(last(core, 'designs.look')?.document.styles[0]).toMatchObject({ id: 'title', size: 31 }))
  expect(element(core, 'name')).toMatchObject({ own: {} })
})

test('while an element is dragged the core is asked nothing, and when it is let go it is asked once', async () => {
  const core = open()
  await waitFor(() => expect(canvas().querySelector('[data-of="name"]')).toBeTruthy())
  const asked = () => core.asked.filter((one) => one.name === 'designs.look').length
  const before = asked()
  const grasp = document.querySelector('#grasp-name')!
  fireEvent.pointerDown(grasp, { button: 0, clientX: 100, clientY: 100 })
  for (const clientX of [120, 160, 200]) {
    fireEvent.pointerMove(window, { clientX, clientY: 100, ctrlKey: true })
    await new Promise((done) => requestAnimationFrame(done))
  }
  const group = canvas().querySelector<SVGElement>('[data-of="name"]')!
  expect(group.style.translate).toMatch(/^\d/)
  expect(asked()).toBe(before)
  fireEvent.pointerUp(window, { clientX: 200, clientY: 100 })
  expect(group.style.translate).toBe('')
  await waitFor(() => expect(asked()).toBe(before + 1))
  const moved = element(core, 'name')
  expect(moved?.x).toBeGreaterThan(20)
  expect(moved?.y).toBe(20)
})

test('Esc puts back what is being dragged, and it stays chosen', async () => {
  const core = open()
  await layer('Código QR')
  fireEvent.pointerDown(document.querySelector('#grasp-qr')!, { button: 0, clientX: 100, clientY: 100 })
  fireEvent.pointerMove(window, { clientX: 160, clientY: 130 })
  await new Promise((done) => requestAnimationFrame(done))
  fireEvent.keyDown(document.querySelector('#grasp-qr')!, { key: 'Escape' })
  fireEvent.pointerUp(window, { clientX: 160, clientY: 130 })
  expect((screen.getByLabelText('Desde la izquierda') as HTMLInputElement).value).toBe('250')
  fireEvent.keyDown(document.querySelector('#grasp-qr')!, { key: 'Escape' })
  await waitFor(() => expect(screen.queryByLabelText('Desde la izquierda')).toBeNull())
  expect(element(core, 'qr')).toMatchObject({ x: 250, y: 160 })
})

test('an image that the core refuses is told with its sentence, and nothing is put on the page', async () => {
  const sentence = 'La imagen «foto.png» es demasiado grande (caben 8 MB y 40 millones de puntos).'
  const core = open({
    'assets.add': () => {
      throw new AppError({ code: 'refused', message: sentence })
    },
  })
  await layer('Código QR')
  fireEvent.drop(canvas(), { dataTransfer: { types: ['Files'], files: [new File([new Uint8Array(8)], 'foto.png', { type: 'image/png' })] } })
  await screen.findByText(sentence)
  expect(core.sent).toEqual(['foto.png'])
  expect(screen.getByLabelText('Deshacer').hasAttribute('disabled')).toBe(true)
})

test('an earlier version is only looked at, and can be taken up again', async () => {
  const old = { ...sampleDesign(), pages: sampleDesign().pages.slice(1) }
  const core = open({ 'designs.get': ({ version }) => (version === 1 ? kept({ document: old, version: 1 }) : kept()) })
  await layer('Código QR')
  fireEvent.click(screen.getByLabelText('Más acciones'))
  fireEvent.click(await screen.findByText('Versiones'))
  fireEvent.click(await screen.findByText('Versión 1'))
  await screen.findByText('Se muestra como se guardó; no se puede cambiar.')
  expect(screen.getByText('Guardar').closest('button')?.hasAttribute('disabled')).toBe(true)
  expect(screen.getByText('QR').closest('button')?.hasAttribute('disabled')).toBe(true)
  fireEvent.keyDown(await layer('Temario'), { key: 'Delete' })
  fireEvent.click(screen.getByText('Seguir desde esta versión'))
  await waitFor(() => expect(screen.queryByText('Se muestra como se guardó; no se puede cambiar.')).toBeNull())
  fireEvent.keyDown(document.body, { key: 's', ctrlKey: true })
  await waitFor(() => expect(last(core, 'designs.save')?.document).toEqual(old))
})
