import { describe, expect, it } from 'vitest'
import { aClass, aCourse, aPerson } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'

type Api = OpenApp['api']

const exam = { name: 'Examen final', kind: 'exam', weight: 60, scaleMin: 0, scaleMax: 20 } as const

const anItem = async (api: Api, editionId: string, fields: Partial<Parameters<Api['marks']['saveItem']>[0]['fields']> = {}): Promise<string> =>
  (await api.marks.saveItem({ editionId, id: null, fields: { ...exam, ...fields } })).id

describe('what is marked', () => {
  it('stands in the order given, each name once', async () => {
    const { api } = await openApp()
    const { editionId } = await aCourse(api)
    const first = await anItem(api, editionId)
    const second = await anItem(api, editionId, { name: 'Trabajo', kind: 'work', weight: 40 })
    const third = await anItem(api, editionId, { name: 'Prueba de entrada', kind: 'entry', weight: 0 })
    const { act } = await api.marks.orderItems({ editionId, ids: [third, first] })
    expect((await api.marks.items({ editionId })).map((one) => one.id)).toEqual([third, first, second])
    await api.history.undo({ act })
    expect((await api.marks.items({ editionId })).map((one) => one.id)).toEqual([first, second, third])
    await expect(anItem(api, editionId, { name: 'EXAMEN FINAL' })).rejects.toMatchObject({ code: 'refused', message: 'Ya hay una nota llamada «EXAMEN FINAL» en esta edición. Elija otro nombre.' })
    await expect(anItem(api, editionId, { name: 'Otra', scaleMin: 20, scaleMax: 5 })).rejects.toMatchObject({ code: 'refused', message: 'La escala va de 20 a 5: la nota más alta debe ser mayor que la más baja.' })
  })

  it('keeps its scale while a mark would fall off it', async () => {
    const { api } = await openApp()
    const { editionId, enrolmentIds } = await aClass(api, 3)
    const markItemId = await anItem(api, editionId)
    await api.marks.set({ cells: enrolmentIds.map((enrolmentId, index) => ({ markItemId, enrolmentId, value: [9, 15, 18.5][index] ?? 'NP' })) })
    await expect(api.marks.saveItem({ editionId, id: markItemId, fields: { ...exam, scaleMax: 10 } })).rejects.toMatchObject({
      code: 'refused',
      message: 'No se cambió la escala de «Examen final»: 2 notas ya escritas quedarían fuera de 0 a 10 (QUISPE HUAMÁN, Beatriz: 15).',
    })
    expect((await api.marks.items({ editionId }))[0]?.scaleMax).toBe(20)
    await api.marks.saveItem({ editionId, id: markItemId, fields: { ...exam, scaleMax: 25 } })
    expect((await api.marks.items({ editionId }))[0]?.scaleMax).toBe(25)
  })

  it('stays while it has marks', async () => {
    const { api } = await openApp()
    const { editionId, enrolmentIds: [enrolmentId = ''] } = await aClass(api, 1)
    const markItemId = await anItem(api, editionId)
    await api.marks.set({ cells: [{ markItemId, enrolmentId, value: 'NP' }] })
    await expect(api.marks.removeItem({ id: markItemId })).rejects.toMatchObject({ code: 'refused', message: 'No se puede quitar «Examen final»: ya tiene una nota escrita.' })
    await api.marks.set({ cells: [{ markItemId, enrolmentId, value: null }] })
    await api.marks.removeItem({ id: markItemId })
    expect(await api.marks.items({ editionId })).toEqual([])
  })
})

describe('writing marks', () => {
  it('the grid shows attempts, finals, gains and the group’s means; who withdrew is in no mean', async () => {
    const { api } = await openApp()
    const { editionId, cohortId, enrolmentIds } = await aClass(api, 4)
    const entry = await anItem(api, editionId, { name: 'Entrada', kind: 'entry', weight: 0 })
    const work = await anItem(api, editionId, { name: 'Trabajo', kind: 'work', weight: 40, scaleMax: 100 })
    const final = await anItem(api, editionId)
    const exit = await anItem(api, editionId, { name: 'Salida', kind: 'exit', weight: 0 })
    const plan = await api.rules.saveRequirement({ editionId, id: null, fields: { name: 'Plan de acción', dueOn: null } })
    const [ana = '', beatriz = '', carla = '', dina = ''] = enrolmentIds
    const row = (enrolmentId: string, values: readonly (number | 'NP' | null)[]) =>
      [entry, work, final, exit].flatMap((markItemId, index) => (values[index] === null ? [] : [{ markItemId, enrolmentId, value: values[index] ?? null }]))
    await api.marks.set({ cells: [...row(ana, [8, 70, 10, 15]), ...row(beatriz, [10, 50, 'NP', 11.5]), ...row(carla, [9, 80, null, null]), ...row(dina, [20, 100, 20, 20])] })
    await api.marks.set({ cells: [{ markItemId: final, enrolmentId: beatriz, attempt: 2, value: 14 }] })
    await api.marks.check({ cells: [{ requirementId: plan.id, enrolmentId: ana, met: true }, { requirementId: plan.id, enrolmentId: beatriz, met: false }] })
    await api.enrolments.update({ ids: [dina], state: 'withdrawn' })
    const grid = await api.marks.grid({ cohortId })
    expect(grid.people.map((person) => [person.enrolmentId, person.state])).toEqual([[ana, 'enrolled'], [beatriz, 'enrolled'], [carla, 'enrolled'], [dina, 'withdrawn']])
    expect(grid.cells).toEqual([
      ['8', '70', '10', '15'],
      ['10', '50', 'NP|14', '11.5'],
      ['9', '80', '', ''],
      ['20', '100', '20', '20'],
    ])
    expect(grid.checks).toEqual([['1'], ['0'], [''], ['']])
    // Ana: (14 × 40 + 10 × 60) / 100 = 11.6; Beatriz: (10 × 40 + 14 × 60) / 100 = 12.4.
    expect(grid.finals).toEqual([{ mark: 12, gain: 7 }, { mark: 12, gain: 1.5 }, { mark: null, gain: null }, { mark: 20, gain: 0 }])
    expect(grid.averages).toEqual({ entry: 9, exit: 13.25, gain: 4.25, mark: 12 })
  })

  it('one mark off its scale refuses all of them, and says whose', async () => {
    const { api, tables } = await openApp()
    const { editionId, enrolmentIds } = await aClass(api, 3)
    const markItemId = await anItem(api, editionId)
    const before = await tables()
    const cells = enrolmentIds.map((enrolmentId, index) => ({ markItemId, enrolmentId, value: index === 1 ? 21 : 12 }))
    await expect(api.marks.set({ cells })).rejects.toMatchObject({ code: 'refused', message: 'QUISPE HUAMÁN, Beatriz: 21 en «Examen final» está fuera de la escala, que va de 0 a 20. No se escribió ninguna nota.' })
    expect(await tables()).toEqual(before)
  })

  it('a retake stands on the attempt before it', async () => {
    const { api } = await openApp()
    const { editionId, cohortId, enrolmentIds: [enrolmentId = ''] } = await aClass(api, 1)
    const markItemId = await anItem(api, editionId)
    const write = (attempt: number, value: number | 'NP' | null) => ({ cells: [{ markItemId, enrolmentId, attempt, value }] })
    await expect(api.marks.set(write(2, 14))).rejects.toMatchObject({ code: 'refused', message: 'QUISPE HUAMÁN, Ana: escriba antes el intento 1 de «Examen final» (NP si no se presentó). No se escribió ninguna nota.' })
    await api.marks.set({ cells: [...write(2, 14).cells, ...write(1, 'NP').cells] })
    await expect(api.marks.set(write(1, null))).rejects.toMatchObject({ code: 'refused', message: 'QUISPE HUAMÁN, Ana: el intento 1 de «Examen final» no se borra mientras haya uno posterior. No se cambió ninguna nota.' })
    expect((await api.marks.grid({ cohortId })).cells).toEqual([['NP|14']])
    await api.marks.set({ cells: [...write(1, null).cells, ...write(2, null).cells] })
    expect((await api.marks.grid({ cohortId })).cells).toEqual([['']])
  })

  it('says how many changed, and one undo takes all back', async () => {
    const { api } = await openApp()
    const { editionId, cohortId, enrolmentIds } = await aClass(api, 3)
    const markItemId = await anItem(api, editionId)
    const write = (values: readonly (number | 'NP' | null)[]) => api.marks.set({ cells: enrolmentIds.map((enrolmentId, index) => ({ markItemId, enrolmentId, value: values[index] ?? null })) })
    expect(await write([12, 13, null])).toMatchObject({ changed: 2 })
    const { act, changed } = await write([12, 'NP', 15])
    expect(changed).toBe(2)
    await api.history.undo({ act })
    expect((await api.marks.grid({ cohortId })).cells).toEqual([['12'], ['13'], ['']])
    expect(await write([null, null, null])).toMatchObject({ changed: 2 })
    expect(await write([11, null, null])).toMatchObject({ changed: 1 })
    expect((await api.marks.grid({ cohortId })).cells).toEqual([['11'], [''], ['']])
  })

  it('is for participants of the edition only', async () => {
    const { api } = await openApp()
    const { editionId, cohortId, enrolmentIds: [enrolmentId = ''] } = await aClass(api, 1)
    const other = await aCourse(api, { name: 'II edición' })
    const elsewhere = await anItem(api, other.editionId)
    await expect(api.marks.set({ cells: [{ markItemId: elsewhere, enrolmentId, value: 12 }] })).rejects.toMatchObject({ code: 'refused', message: 'QUISPE HUAMÁN, Ana no lleva «Examen final»: es de otra edición. No se escribió nada.' })
    const markItemId = await anItem(api, editionId)
    const { id } = await api.people.create(aPerson({ firstSurname: 'ZEVALLOS', givenNames: 'Rosa' }))
    await api.enrolments.add({ cohortId, personIds: [id], role: 'speaker' })
    const speaker = (await api.enrolments.list({ cohortId, role: 'speaker' }))[0]?.id ?? ''
    await expect(api.marks.set({ cells: [{ markItemId, enrolmentId: speaker, value: 12 }] })).rejects.toMatchObject({ code: 'refused' })
    await expect(api.marks.set({ cells: [{ markItemId, enrolmentId: editionId, value: 12 }] })).rejects.toMatchObject({ code: 'missing', message: 'Una de las inscripciones ya no existe.' })
    expect((await api.marks.grid({ cohortId })).people).toHaveLength(1)
  })

  it('320 people × 6 marks are written in one act', async () => {
    const { api } = await openApp()
    const { editionId, cohortId, enrolmentIds } = await aClass(api, 320)
    const items: string[] = []
    for (let index = 0; index < 6; index += 1) items.push(await anItem(api, editionId, { name: `Práctica ${index + 1}`, weight: 1 }))
    const { changed } = await api.marks.set({ cells: enrolmentIds.flatMap((enrolmentId) => items.map((markItemId, index) => ({ markItemId, enrolmentId, value: 10 + index }))) })
    const grid = await api.marks.grid({ cohortId })
    expect([changed, grid.cells.every((row) => row.join() === '10,11,12,13,14,15'), grid.averages.mark]).toEqual([1920, true, 13])
  })
})
