import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { NumberingSettings } from '../../src/renderer/screens/settings/numbering-settings.tsx'
import type { Gives } from '../../src/renderer/api.ts'
import { AppError } from '../../src/shared/rpc/errors.ts'
import type { FakeAnswers, FakeCore } from './support/fake-client.ts'
import { idOf } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

type Series = Gives<'numbering.list'>[number]

/** Codes whose check character is right. */
const [here, there] = ['X3R566BQJX', '2R1YTGQFS9'] as const
const saved = { id: idOf(90), act: idOf(91) }

const block = (fields: Partial<Series['blocks'][number]>): Series['blocks'][number] => ({
  id: idOf(50), year: 2026, first: 25, last: 124, holder: there, holderName: 'Sede Chota', givenAt: '2026-11-20T15:00:00.000Z', returnedAt: null, returnReason: null, given: 0, isHere: false, ...fields,
})
const series = (fields: Partial<Series>): Series => ({
  id: idOf(1), name: 'Certificados', paperKind: 'certificado', pattern: 'N° {corr:3}-{año}-{siglas_entidad}', unitSiglas: null, book: '{año}', rowsPerFolio: 25, owner: null,
  nextNumber: 'N° 125-2026-MPC', counters: [{ year: 2026, last: 24 }], isOurs: true, left: null, blocks: [], ...fields,
})

const show = (all: readonly Series[], answers: FakeAnswers = {}): FakeCore =>
  renderScreen(
    <NumberingSettings />,
    { 'numbering.list': [...all], 'numbering.computer': { code: here }, 'numbering.gaps': [], 'app.about': { version: '1', engine: 'sqlite', folder: '/', example: false, today: '2026-11-22', who: 'Ana' } as Gives<'app.about'>, ...answers },
    '#/ajustes/numeracion',
  )
const type = (label: string | RegExp, value: string): void => void fireEvent.change(screen.getByLabelText(label), { target: { value } })
const askedOf = (core: FakeCore, name: string): unknown => core.asked.find((call) => call.name === name)?.input

describe('numbering in the settings', () => {
  it('says what comes next, what papers will say of the book, and goes on beyond what was set aside', async () => {
    show([series({ blocks: [block({})] })])
    expect(await screen.findByText('Sigue N° 125-2026-MPC')).toBeTruthy()
    expect(screen.getByText('X3R56-6BQJX')).toBeTruthy()
    expect(screen.getByText('Libro 2026 · Folio 14 · Registro 345')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Seguir desde el 125' }).hasAttribute('disabled')).toBe(true)
    const line = screen.getByRole('listitem', { name: '25 – 124' })
    expect(line.textContent).toContain('Sede Chota · equipo 2R1YT-GQFS9')
    expect(line.textContent).toContain('2026 · 100 números, reservados el 20/11/2026')
  })

  it('numbers are set aside only for a code that was copied right', async () => {
    const core = show([series({})], { 'numbering.reserve': saved })
    await screen.findByText('Sigue N° 125-2026-MPC')
    const act = screen.getByRole('button', { name: 'Reservar' })
    type('Cuántos', '50')
    type('Para quién', 'Sede Chota')
    type('Código de su equipo', '2R1YT-GQFS8')
    expect(screen.getByText('Alguna letra está mal copiada.')).toBeTruthy()
    expect(act.hasAttribute('disabled')).toBe(true)
    type('Código de su equipo', '2r1yt gqfs9')
    fireEvent.click(act)
    await waitFor(() => expect(askedOf(core, 'numbering.reserve')).toEqual({ seriesId: idOf(1), year: 2026, count: 50, holder: '2r1yt gqfs9', holderName: 'Sede Chota' }))
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Cuántos').value).toBe(''))
  })

  it('a series that another computer keeps says how many are left, and cannot be changed here', async () => {
    show([series({ owner: there, left: 98, blocks: [block({ holder: here, isHere: true, given: 2 })] })])
    expect(await screen.findByText('Esta serie la lleva el equipo 2R1YT-GQFS9. A este le quedan 98 números de 2026 en sus bloques.')).toBeTruthy()
    expect(screen.getByLabelText(/Nombre de la serie/).hasAttribute('disabled')).toBe(true)
    expect(screen.queryByRole('button', { name: 'Reservar' })).toBeNull()
    expect(screen.getByRole('listitem', { name: '25 – 124' }).textContent).toContain('quedan 98 de 100')
  })

  it('without numbers left it says whom to ask for another block', async () => {
    show([series({ owner: there, left: 0, isOurs: false, nextNumber: '' })])
    expect(await screen.findByText('Esta serie la lleva el equipo 2R1YT-GQFS9 y a este no le quedan números de 2026: pídale otro bloque.')).toBeTruthy()
    expect(screen.getAllByText('Sin números en este equipo')).toHaveLength(2)
  })

  it('a block is returned only with a reason, after it was said that this is for good', async () => {
    const core = show([series({ blocks: [block({})] })], { 'numbering.returnBlock': saved })
    fireEvent.click(await screen.findByRole('button', { name: 'Devolver' }))
    expect(screen.getByText(/No se puede deshacer/)).toBeTruthy()
    const act = screen.getByRole('button', { name: 'Devolver' })
    expect(act.hasAttribute('disabled')).toBe(true)
    type(/Por qué se devuelve/, 'El equipo se malogró')
    fireEvent.click(act)
    await waitFor(() => expect(askedOf(core, 'numbering.returnBlock')).toEqual({ blockId: idOf(50), reason: 'El equipo se malogró' }))
  })

  it('what is missing stands with why, and what nobody explained can be explained', async () => {
    const gaps: Gives<'numbering.gaps'> = [
      { first: 1, last: 20, because: 'before', explanation: 'dados antes de usar Constancia' },
      { first: 23, last: 23, because: 'unexplained', explanation: '' },
      { first: 25, last: 124, because: 'block', explanation: 'reservados para Sede Chota' },
    ]
    const core = show([series({})], { 'numbering.gaps': gaps, 'numbering.explainGap': saved })
    const line = await screen.findByRole('listitem', { name: '23' })
    expect(within(screen.getByRole('listitem', { name: '25 – 124' })).queryByRole('button')).toBeNull()
    fireEvent.click(within(line).getByRole('button', { name: 'Explicar' }))
    type(/Por qué faltan/, 'Hoja dañada')
    fireEvent.click(within(line).getByRole('button', { name: 'Explicar' }))
    await waitFor(() => expect(askedOf(core, 'numbering.explainGap')).toEqual({ seriesId: idOf(1), year: 2026, first: 23, last: 23, reason: 'Hoja dañada' }))
  })

  it('a block that was loaded says its numbers, and warns where they would be printed otherwise', async () => {
    const loaded = { ...saved, seriesName: 'Certificados', first: 'N° 025-2026', last: 'N° 124-2026', printedThere: 'N° 025-2026-MPC' }
    const core = show([series({})], { 'numbering.loadBlock': loaded })
    await screen.findByText('Sigue N° 125-2026-MPC')
    fireEvent.drop(screen.getByText('Cargar un bloque de números'), { dataTransfer: { files: [new File(['{}'], 'bloque.json', { type: 'application/json' })] } })
    expect((await screen.findByRole('alert')).textContent).toContain('este equipo ya puede dar del N° 025-2026 al N° 124-2026. Aquí el primero se imprimiría N° 025-2026, pero quien lleva la serie lo imprime N° 025-2026-MPC')
    core.answer({ 'numbering.loadBlock': () => { throw new AppError({ code: 'refused', message: 'Este bloque es para «Sede Jaén».' }) } })
    fireEvent.drop(screen.getByText('Cargar un bloque de números'), { dataTransfer: { files: [new File(['{}'], 'otro.json', { type: 'application/json' })] } })
    expect(await screen.findByText('Este bloque es para «Sede Jaén».')).toBeTruthy()
  })

  it('a further series is made for a unit, with a pattern that gives numbers', async () => {
    const core = show([series({})], { 'numbering.create': saved })
    fireEvent.click(await screen.findByRole('button', { name: 'Agregar serie' }))
    const act = screen.getByRole('button', { name: 'Agregar serie' })
    type(/Nombre de la serie/, 'Certificados de Salud')
    type('Siglas de su unidad', 'GDS')
    type(/Formato del número/, 'N° {año}')
    expect(act.hasAttribute('disabled')).toBe(true)
    type(/Formato del número/, '{corr:3}-{año}/{siglas_unidad}')
    fireEvent.click(act)
    await waitFor(() => expect(askedOf(core, 'numbering.create')).toEqual({ name: 'Certificados de Salud', paperKind: 'certificado', pattern: '{corr:3}-{año}/{siglas_unidad}', unitSiglas: 'GDS' }))
    await waitFor(() => expect(window.location.hash).toContain(saved.id))
  })
})
