import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { IndicatorsScreen } from '../../src/renderer/screens/indicators/indicators-screen.tsx'
import { PersonIndicators } from '../../src/renderer/screens/indicators/person-indicators.tsx'
import type { Gives } from '../../src/renderer/api.ts'
import { emptyDefinition } from '../../src/shared/domain/counting/definition.ts'
import { AppError } from '../../src/shared/rpc/errors.ts'
import type { FakeAnswers } from './support/fake-client.ts'
import { idOf } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

type Seen = Gives<'frames.get'>

const frameId = idOf(1)
const saved = { id: idOf(90), act: idOf(91) }
const about: Gives<'app.about'> = { version: '0', engine: 'sqlite', folder: '/x', example: false, today: '2026-11-22', who: 'Prueba' }
const closed = { id: idOf(11), name: 'Enero–junio 2026', startsOn: '2026-01-01', endsOn: '2026-06-30', closedAt: '2026-07-02T15:00:00.000Z', closedBy: 'Rosa' }
const over = { id: idOf(12), name: 'Julio–setiembre 2026', startsOn: '2026-07-01', endsOn: '2026-09-30', closedAt: null, closedBy: null }
const indicator = (n: number, more: object = {}): Seen['indicators'][number] => ({
  id: idOf(20 + n), frameId, resultId: null, code: `1.${n}`, name: 'Personas que culminaron', unit: 'personas', counts: 'people', once: 'ever', definition: { ...emptyDefinition, leastShare: 75 }, parts: [], over: [], hourMinutes: 60,
  baseline: null, baselineOn: null, baselineNote: null, verification: null, dimensions: ['ethnicity'], notes: null, position: n, sentence: 'Cuenta personas.', ...more,
})
const seen: Seen = { frame: { id: frameId, name: 'Marco KOICA', organisationId: null, organisationName: null, agreementId: null, commitmentId: null, notes: null }, periods: [closed, over], results: [], indicators: [indicator(1), indicator(2, { name: 'Comunidades acreditadas', counts: 'manual' })] }
const figure = (more: object = {}): Gives<'indicators.figures'>['rows'][number]['figures'][number] => ({ target: null, actual: 0, adjustment: null, percent: null, ...more })
const figures: Gives<'indicators.figures'> = { periods: [closed, over], rows: [{ indicatorId: idOf(21), figures: [figure({ target: 300, actual: 320, adjustment: 3, percent: 106 }), figure({ actual: 140 }), figure({ actual: 463 })] }, { indicatorId: idOf(22), figures: [figure(), figure({ actual: null }), figure()] }] }
const explained = (least: number | null): Gives<'indicators.explain'> => ({ all: 140, steps: [{ condition: 'share', words: `con ${least ?? 0} % de asistencia o más`, left: least === 100 ? 0 : 123, excludes: least === 100 ? 140 : 17 }], value: least === 100 ? 0 : 123, sentence: 'Nadie llegó al 100 %.', words: '' })

const answers: FakeAnswers = {
  'app.about': about, 'frames.get': seen, 'indicators.figures': figures, 'frames.list': [], 'indicators.setTarget': saved, 'indicators.update': saved, 'frames.closePeriod': saved, 'programmes.list': [], 'agreements.list': [], 'commitments.list': [], 'resultRegisters.list': [],
  'traits.settings': { kept: [], purpose: null, ethnicities: [], languages: [], ageBounds: [0] },
  'indicators.explain': ({ definition }) => explained(definition.leastShare),
  'indicators.get': { indicator: indicator(1), targets: [], actuals: [] },
}
const show = (path: readonly string[], params: Readonly<Record<string, string>> = {}, more: FakeAnswers = {}) => renderScreen(<IndicatorsScreen path={path} params={params} />, { ...answers, ...more })
const last = (core: ReturnType<typeof show>, name: string): unknown => core.asked.findLast((call) => call.name === name)?.input

describe('the matrix of indicators', () => {
  it('an empty place says what a matrix is and gives the first step', async () => {
    show([])
    expect(await screen.findByRole('heading', { name: 'Aquí van las matrices de indicadores' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Nueva matriz' })).toBeTruthy()
  })

  it('a closed period has its lock and what came after the close', async () => {
    show([frameId])
    expect(await screen.findByText('+3 después del cierre')).toBeTruthy()
    expect(await screen.findByLabelText('Cerrado')).toBeTruthy()
    expect(await screen.findByLabelText('Terminó, por cerrar')).toBeTruthy()
  })

  it('a figure typed on a target replaces it; what is no number stays with its sentence, and Esc puts back what was there', async () => {
    const core = show([frameId])
    const cell = (): HTMLElement => screen.getByRole('button', { name: /^Meta de 1\.1 Personas que culminaron, Julio–setiembre 2026/ })
    fireEvent.keyDown(await waitFor(cell), { key: '1' })
    const box = screen.getByLabelText('Meta de 1.1 Personas que culminaron, Julio–setiembre 2026')
    fireEvent.change(box, { target: { value: '1,250' } })
    fireEvent.keyDown(box, { key: 'Enter' })
    await waitFor(() => expect(last(core, 'indicators.setTarget')).toEqual({ indicatorId: idOf(21), fields: { periodId: idOf(12), dimension: null, category: null, value: 1250 } }))

    fireEvent.keyDown(await waitFor(cell), { key: '9' })
    const again = screen.getByLabelText('Meta de 1.1 Personas que culminaron, Julio–setiembre 2026')
    fireEvent.change(again, { target: { value: 'noventa' } })
    fireEvent.keyDown(again, { key: 'Enter' })
    expect(await screen.findByText('Escriba solo un número, como 120 o 37.5.')).toBeTruthy()
    fireEvent.keyDown(again, { key: 'Escape' })
    await waitFor(cell)
    expect(core.asked.filter((call) => call.name === 'indicators.setTarget')).toHaveLength(1)
  })

  it('a refused target stays typed with the sentence of why', async () => {
    show([frameId], {}, { 'indicators.setTarget': () => { throw new AppError({ code: 'refused', message: 'El indicador no tiene unidad.' }) } })
    fireEvent.keyDown(await screen.findByRole('button', { name: /^Meta de 1\.1 .*Total/ }), { key: '5' })
    fireEvent.keyDown(screen.getByLabelText('Meta de 1.1 Personas que culminaron, Total'), { key: 'Enter' })
    expect(await screen.findByText('El indicador no tiene unidad.')).toBeTruthy()
  })

  it('closing says first what it freezes', async () => {
    const core = show([frameId, 'periodos'])
    fireEvent.click(await screen.findByRole('button', { name: 'Cerrar Julio–setiembre 2026' }))
    const ask = screen.getByRole('group', { name: '¿Cerrar Julio–setiembre 2026?' })
    expect(within(ask).getByText(/^Quedan fijas las cifras de 2 indicadores/)).toBeTruthy()
    fireEvent.click(within(ask).getByRole('button', { name: 'Cerrar Julio–setiembre 2026' }))
    await waitFor(() => expect(last(core, 'frames.closePeriod')).toEqual({ id: idOf(12) }))
  })
})

describe('the definition of an indicator', () => {
  it('a word of the sentence opens its choice, shows what it would come to, and is kept when left; Esc keeps nothing', async () => {
    const core = show([frameId, idOf(21)])
    const chip = await screen.findByRole('button', { name: 'Asistencia en %: 75 % de asistencia' })
    fireEvent.click(chip)
    const box = await screen.findByRole('textbox', { name: 'Asistencia en %' })
    fireEvent.change(box, { target: { value: '100' } })
    expect(await screen.findByText('Antes de este cambio: 123')).toBeTruthy()
    expect(screen.getByText('Nadie llegó al 100 %.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Revisar «Asistencia en %»' })).toBeTruthy()
    fireEvent.keyDown(box, { key: 'Escape' })
    expect(await screen.findByRole('button', { name: 'Asistencia en %: 75 % de asistencia' })).toBeTruthy()
    expect(core.asked.some((call) => call.name === 'indicators.update')).toBe(false)

    fireEvent.click(screen.getByRole('button', { name: 'Asistencia en %: 75 % de asistencia' }))
    fireEvent.change(await screen.findByRole('textbox', { name: 'Asistencia en %' }), { target: { value: '80' } })
    fireEvent.click(screen.getByRole('button', { name: 'Listo' }))
    await waitFor(() => expect(last(core, 'indicators.update')).toMatchObject({ id: idOf(21), fields: { definition: { ...emptyDefinition, leastShare: 80 } } }))
  })

  it('a sensitive category under five people is marked, a larger one is not', async () => {
    show([frameId, idOf(21), 'desglose'], {}, {
      'indicators.breakdown': { value: 44, isFrozen: false, breakdowns: [{ dimension: 'ethnicity', label: 'Pertenencia étnica', isSensitive: true, cells: [{ key: 'quechua', label: 'Quechua', value: 40 }, { key: 'aimara', label: 'Aimara', value: 4 }], total: 44 }] },
    })
    const few = (await screen.findAllByText('no se verá en el informe')).map((one) => one.closest('tr')?.textContent)
    expect(few).toEqual([expect.stringContaining('Aimara')])
  })
})

it('a person’s record tells which indicators count her', async () => {
  renderScreen(<PersonIndicators personId={idOf(5)} />, { 'indicators.ofPerson': [{ indicatorId: idOf(21), frameId, frameName: 'Marco KOICA', code: '1.1', name: 'Personas que culminaron', on: '2026-06-30', cohortName: 'Cusco', value: 1 }] })
  expect((await screen.findByRole('link', { name: '1.1 Personas que culminaron' })).getAttribute('href')).toBe(`#/resultados/indicadores/${frameId}/${idOf(21)}`)
})
