import { describe, expect, it } from 'vitest'
import { openApp } from '../support/open-app.ts'
import { aFrame, added, anIndicator } from './indicators-support.ts'

const missingId = '01900000-0000-7000-8000-000000000000'

describe('periods of a frame', () => {
  it('follow each other, named by their months, and never share a day', async () => {
    const { api, bugs } = await openApp()
    const { frameId, periodIds } = await aFrame(api, 'ACCD', { startsOn: '2025-10-01', months: 3, count: 4 })
    const seen = async () => (await api.frames.get({ id: frameId })).periods.map(({ name, startsOn, endsOn }) => [name, startsOn, endsOn])
    expect(await seen()).toEqual([
      ['Octubre–diciembre 2025', '2025-10-01', '2025-12-31'],
      ['Enero–marzo 2026', '2026-01-01', '2026-03-31'],
      ['Abril–junio 2026', '2026-04-01', '2026-06-30'],
      ['Julio–setiembre 2026', '2026-07-01', '2026-09-30'],
    ])
    const before = await seen()
    const save = (id: string | null, startsOn: string, endsOn: string) => api.frames.savePeriod({ frameId, id, fields: { name: 'Cierre', startsOn, endsOn } })
    await expect(save(null, '2026-09-30', '2026-12-31')).rejects.toThrow('«Cierre» se cruza con «Julio–setiembre 2026» (01/07/2026 – 30/09/2026)')
    await expect(save(null, '2025-01-01', '2027-12-31')).rejects.toThrow('«Octubre–diciembre 2025»')
    await expect(save(null, '2026-12-31', '2026-10-01')).rejects.toThrow('terminaría el 01/10/2026, antes de empezar el 31/12/2026')
    await expect(save(periodIds[0] ?? '', '2025-10-01', '2026-01-01')).rejects.toThrow('«Enero–marzo 2026»')
    await expect(api.frames.makePeriods({ frameId, startsOn: '2025-07-01', months: 1, count: 6 })).rejects.toThrow('«Octubre 2025» se cruza con «Octubre–diciembre 2025»')
    expect(await seen()).toEqual(before)
    // Another funder has its own; the same days again are no overlap.
    const other = await aFrame(api, 'KOICA', { startsOn: '2026-01-31', months: 1, count: 3 })
    expect((await api.frames.get({ id: other.frameId })).periods.map(({ name, startsOn, endsOn }) => [name, startsOn, endsOn])).toEqual([
      ['31/01/2026 – 27/02/2026', '2026-01-31', '2026-02-27'],
      ['28/02/2026 – 30/03/2026', '2026-02-28', '2026-03-30'],
      ['31/03/2026 – 29/04/2026', '2026-03-31', '2026-04-29'],
    ])
    await save(periodIds[0] ?? '', '2025-11-01', '2025-12-31')
    expect((await seen())[0]).toEqual(['Cierre', '2025-11-01', '2025-12-31'])
    expect(bugs).toEqual([])
  })

  it('are not taken away with targets or typed figures; making them is undone in one act', async () => {
    const { api } = await openApp()
    const { frameId, periodIds } = await aFrame(api, 'USIP', { startsOn: '2026-01-01', months: 12, count: 1 })
    const [id = ''] = periodIds
    const indicatorId = await added(api, frameId, { counts: 'manual' })
    const target = await api.indicators.setTarget({ indicatorId, fields: { periodId: id, dimension: null, category: null, value: 13 } })
    await expect(api.frames.removePeriod({ id })).rejects.toThrow('El período «2026» tiene una meta')
    await api.history.undo({ act: target.act })
    const actual = await api.indicators.saveActual({ indicatorId, id: null, fields: { periodId: id, dimension: null, category: null, value: 13, on: null, verification: 'Actas', note: null } })
    await expect(api.frames.removePeriod({ id })).rejects.toThrow('tiene una cifra escrita')
    await api.history.undo({ act: actual.act })
    const removed = await api.frames.removePeriod({ id })
    expect((await api.frames.get({ id: frameId })).periods).toEqual([])
    await api.history.undo({ act: removed.act })
    expect((await api.frames.get({ id: frameId })).periods.map((period) => period.name)).toEqual(['2026'])
    const { ids, act } = await api.frames.makePeriods({ frameId, startsOn: '2027-01-01', months: 6, count: 2 })
    expect(ids).toHaveLength(2)
    await api.history.undo({ act })
    expect((await api.frames.get({ id: frameId })).periods).toHaveLength(1)
  })
})

describe('a frame', () => {
  it('holds results in the order given, and its indicators outlive a result', async () => {
    const { api } = await openApp()
    const { id: frameId } = await api.frames.create({ name: 'Marco lógico', organisationId: null, agreementId: null, commitmentId: null, notes: null })
    const save = (id: string | null, level: 'purpose' | 'result' | 'activity', text: string) => api.frames.saveResult({ frameId, id, fields: { level, code: null, text } })
    const purpose = await save(null, 'purpose', 'Servidores con capacidades')
    const result = await save(null, 'result', 'Cooperación descentralizada')
    const activity = await save(null, 'activity', 'Cursos')
    const indicatorId = await added(api, frameId, { resultId: result.id })
    await api.frames.orderResults({ frameId, ids: [activity.id, purpose.id] })
    const texts = async () => (await api.frames.get({ id: frameId })).results.map((one) => one.text)
    expect(await texts()).toEqual(['Cursos', 'Servidores con capacidades', 'Cooperación descentralizada'])
    await save(purpose.id, 'purpose', 'Servidoras y servidores con capacidades')
    const { act } = await api.frames.removeResult({ id: result.id })
    expect(await texts()).toEqual(['Cursos', 'Servidoras y servidores con capacidades'])
    expect((await api.frames.get({ id: frameId })).indicators).toMatchObject([{ id: indicatorId, resultId: null }])
    await api.history.undo({ act })
    expect((await api.frames.get({ id: frameId })).indicators).toMatchObject([{ id: indicatorId, resultId: result.id }])
    const other = await aFrame(api, 'Otra', { startsOn: '2026-01-01', months: 1, count: 1 })
    await expect(api.indicators.create({ frameId: other.frameId, fields: anIndicator({ resultId: result.id }) })).rejects.toThrow('es de otra matriz')
    await expect(api.frames.create({ name: 'X', organisationId: missingId, agreementId: null, commitmentId: null, notes: null })).rejects.toThrow('ya no está en la lista')
  })

  it('goes with all that is only in it and comes back whole, but not while another indicator is made of one of its own', async () => {
    const { api } = await openApp()
    const { frameId, periodIds } = await aFrame(api, 'Agentes de cooperación', { startsOn: '2026-01-01', months: 6, count: 2 })
    const first = await added(api, frameId, { code: '1.1' })
    await api.indicators.setTarget({ indicatorId: first, fields: { periodId: periodIds[0] ?? '', dimension: null, category: null, value: 40 } })
    const other = await aFrame(api, 'Servir', { startsOn: '2026-01-01', months: 12, count: 1 })
    const sum = await added(api, other.frameId, { name: 'Total', counts: 'sum', parts: [first] })
    await expect(api.frames.remove({ id: frameId })).rejects.toThrow('«Total» se calcula con «1.1 Personas capacitadas»')
    await expect(api.indicators.remove({ id: first })).rejects.toThrow('«Total» se calcula con')
    await api.indicators.remove({ id: sum })
    const before = await api.frames.get({ id: frameId })
    const { act } = await api.frames.remove({ id: frameId })
    expect((await api.frames.list({})).map((frame) => frame.name)).toEqual(['Servir'])
    await expect(api.indicators.get({ id: first })).rejects.toThrow('ya no existe')
    await api.history.undo({ act })
    expect(await api.frames.get({ id: frameId })).toEqual(before)
    expect((await api.indicators.get({ id: first })).targets).toHaveLength(1)
    expect((await api.frames.list({})).map(({ name, indicators, periods }) => [name, indicators, periods.length])).toEqual([['Agentes de cooperación', 1, 2], ['Servir', 0, 1]])
  })
})

describe('an indicator', () => {
  it('never counts itself, not even through others: the chain is named and nothing is saved', async () => {
    const { api } = await openApp()
    const { frameId } = await aFrame(api, 'F', { startsOn: '2026-01-01', months: 12, count: 1 })
    const leaf = await added(api, frameId, { name: 'Hoja' })
    const a = await added(api, frameId, { code: 'A', name: 'uno', counts: 'sum', parts: [leaf] })
    const b = await added(api, frameId, { code: 'B', name: 'dos', counts: 'sum', parts: [a, leaf] })
    const c = await added(api, frameId, { code: 'C', name: 'tres', counts: 'share', parts: [leaf], over: [b] })
    await expect(api.indicators.update({ id: a, fields: { parts: [a] } })).rejects.toThrow('se contaría a sí mismo: «A uno» → «A uno»')
    await expect(api.indicators.update({ id: a, fields: { parts: [leaf, c] } })).rejects.toThrow('«A uno» → «C tres» → «B dos» → «A uno»')
    // What it is made of is kept while it counts from the register, and held to the rule when it is a sum again.
    await api.indicators.update({ id: a, fields: { counts: 'people', parts: [leaf, c] } })
    await expect(api.indicators.update({ id: a, fields: { counts: 'sum' } })).rejects.toThrow('se contaría a sí mismo')
    expect((await api.indicators.get({ id: a })).indicator).toMatchObject({ counts: 'people', parts: [leaf, c] })
    expect((await api.indicators.get({ id: c })).indicator).toMatchObject({ unit: 'personas', sentence: 'Porcentaje: «Hoja», de cada cien de «B dos».' })
    await expect(api.indicators.create({ frameId, fields: anIndicator({ counts: 'sum', parts: [missingId] }) })).rejects.toThrow('ya no existe')
  })

  it('takes no target without a unit, and keeps its unit while it has targets', async () => {
    const { api } = await openApp()
    const { frameId, periodIds } = await aFrame(api, 'F', { startsOn: '2026-01-01', months: 6, count: 2 })
    const id = await added(api, frameId, { unit: null })
    const set = (value: number | null, more: object = {}) => api.indicators.setTarget({ indicatorId: id, fields: { periodId: null, dimension: null, category: null, value, ...more } })
    await expect(set(40)).rejects.toThrow('«Personas capacitadas» no tiene unidad de medida')
    await api.indicators.update({ id, fields: { unit: 'personas' } })
    await set(40)
    await set(50)
    await set(20, { periodId: periodIds[0] })
    await set(12, { periodId: periodIds[0], dimension: 'sex', category: 'F' })
    await expect(set(12, { dimension: 'sex' })).rejects.toThrow('el desglose y la categoría')
    const targets = async () => (await api.indicators.get({ id })).targets.map(({ periodId, category, value }) => [periodId === null ? 'whole' : periodIds.indexOf(periodId), category, value])
    expect(await targets()).toEqual([['whole', null, 50], [0, null, 20], [0, 'F', 12]])
    await expect(api.indicators.update({ id, fields: { unit: null } })).rejects.toThrow('no puede quedar vacía')
    await set(null, { periodId: periodIds[0] })
    expect(await targets()).toEqual([['whole', null, 50], [0, 'F', 12]])
    const foreign = await aFrame(api, 'G', { startsOn: '2026-07-01', months: 6, count: 1 })
    await expect(set(1, { periodId: foreign.periodIds[0] })).rejects.toThrow('es de otra matriz')
    // Its targets go with a copy: those of periods to the period of the same days.
    await set(30, { periodId: periodIds[1] })
    const { id: copy } = await api.indicators.copy({ id, frameId: foreign.frameId })
    expect((await api.indicators.get({ id: copy })).targets.map(({ periodId, value }) => [periodId, value])).toEqual([[null, 50], [foreign.periodIds[0], 30]])
    const { id: twin, act } = await api.indicators.copy({ id, frameId })
    expect((await api.indicators.get({ id: twin })).indicator.name).toBe('Personas capacitadas (copia)')
    await api.history.undo({ act })
    expect((await api.frames.get({ id: frameId })).indicators.map((one) => one.id)).toEqual([id])
  })
})

describe('taking back what others were built on since', () => {
  it('is refused where periods would share days, a closed period would change, or an indicator would count itself', async () => {
    const { api, bugs } = await openApp()
    const { frameId, periodIds } = await aFrame(api, 'F', { startsOn: '2026-01-01', months: 3, count: 2 })
    const [first = '', second = ''] = periodIds
    const removed = await api.frames.removePeriod({ id: second })
    await api.frames.savePeriod({ frameId, id: null, fields: { name: 'Otoño', startsOn: '2026-06-01', endsOn: '2026-07-31' } })
    await expect(api.history.undo({ act: removed.act })).rejects.toThrow('«Abril–junio 2026» se cruza con «Otoño»')
    const indicatorId = await added(api, frameId, { counts: 'manual' })
    const target = await api.indicators.setTarget({ indicatorId, fields: { periodId: first, dimension: null, category: null, value: 5 } })
    const actual = await api.indicators.saveActual({ indicatorId, id: null, fields: { periodId: first, dimension: null, category: null, value: 5, on: null, verification: 'Acta', note: null } })
    await api.frames.closePeriod({ id: first })
    for (const { act } of [target, actual]) await expect(api.history.undo({ act })).rejects.toThrow('El período «Enero–marzo 2026» está cerrado')
    const a = await added(api, frameId, { name: 'a', counts: 'sum', parts: [] })
    const b = await added(api, frameId, { name: 'b', counts: 'sum', parts: [] })
    await api.indicators.update({ id: a, fields: { parts: [b] } })
    const emptied = await api.indicators.update({ id: a, fields: { parts: [] } })
    await api.indicators.update({ id: b, fields: { parts: [a] } })
    await expect(api.history.undo({ act: emptied.act })).rejects.toThrow('«a» → «b» → «a»')
    expect((await api.indicators.get({ id: a })).indicator.parts).toEqual([])
    expect(bugs).toEqual([])
  })
})
