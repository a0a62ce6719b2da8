import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { aCourse, aPerson, somePeople } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'
import { engineName, openApp } from '../support/open-app.ts'
import { aFrame, actuals, added, typed } from './indicators-support.ts'

/** The people of two courses, one that ended in February and one in May: five persons, two of them in both. */
async function twoCourses() {
  const opened = await openApp()
  const { api } = opened
  const people = await somePeople(api, 5)
  const [ana = '', beatriz = '', carla = '', dina = '', elmer = ''] = people
  const february = await aCourse(api, { name: 'I edición', startsOn: '2026-02-02', endsOn: '2026-02-28' })
  const may = await aCourse(api, { name: 'II edición', startsOn: '2026-05-04', endsOn: '2026-05-31' })
  await api.enrolments.add({ cohortId: february.cohortId, personIds: [ana, beatriz, carla] })
  await api.enrolments.add({ cohortId: may.cohortId, personIds: [beatriz, carla, dina, elmer] })
  return { opened, api, people: { ana, beatriz, carla, dina, elmer }, february, may }
}

/** What the engine itself answers to one question of one number. */
async function numberOf({ folder }: OpenApp, question: string): Promise<number> {
  if (engineName === 'sqlite') {
    const raw = new Sqlite(join(folder, 'constancia.db'), { readonly: true })
    const answer = raw.prepare(question).pluck().get()
    raw.close()
    return Number(answer)
  }
  const server = await (globalThis as typeof globalThis & { constanciaPostgres?: Promise<PGlite> }).constanciaPostgres
  return Number(Object.values((await server?.query<Record<string, unknown>>(question))?.rows[0] ?? {})[0])
}

/** People whose first group ended in those days (ever), or with a group that did (period), in plain SQL. */
const firstEnded = `select e."personId", min(coalesce(c."endsOn", d."endsOn")) as "first" from "enrolments" e join "cohorts" c on c."id" = e."cohortId" join "editions" d on d."id" = c."editionId"
  where e."removedAt" is null and c."removedAt" is null and d."removedAt" is null and e."role" = 'participant' group by e."personId"`
const everSql = (from: string, until: string) => `select count(*) from (${firstEnded}) f where f."first" between '${from}' and '${until}'`
const periodSql = (from: string, until: string) => `select count(distinct e."personId") from "enrolments" e join "cohorts" c on c."id" = e."cohortId" join "editions" d on d."id" = c."editionId"
  where e."removedAt" is null and e."role" = 'participant' and coalesce(c."endsOn", d."endsOn") between '${from}' and '${until}'`

describe('figures of two funders over the same register', () => {
  it('count people once ever or once a period, each in its own periods, as plain SQL does', async () => {
    const { opened, api } = await twoCourses()
    const quarters = await aFrame(api, 'ACCD', { startsOn: '2026-01-01', months: 3, count: 3 })
    const fours = await aFrame(api, 'KOICA', { startsOn: '2026-02-01', months: 4, count: 2 })
    for (const { frameId } of [quarters, fours]) {
      await added(api, frameId, { name: 'Una vez' })
      await added(api, frameId, { name: 'En cada período', once: 'period' })
      await added(api, frameId, { name: 'Participaciones', counts: 'participations' })
    }
    expect(await actuals(api, quarters.frameId)).toEqual([[3, 2, 0, 5], [3, 4, 0, 5], [3, 4, 0, 7]])
    expect(await actuals(api, fours.frameId)).toEqual([[5, 0, 5], [5, 0, 5], [7, 0, 7]])
    for (const { frameId } of [quarters, fours]) {
      const { periods, rows } = await api.indicators.figures({ frameId })
      for (const [at, { startsOn, endsOn }] of periods.entries()) {
        expect(rows[0]?.figures[at]?.actual).toBe(await numberOf(opened, everSql(startsOn, endsOn)))
        expect(rows[1]?.figures[at]?.actual).toBe(await numberOf(opened, periodSql(startsOn, endsOn)))
      }
    }
    expect(opened.bugs).toEqual([])
  })

  it('stand against targets in percent, whole and by period, and lead to their list', async () => {
    const { api, people, february } = await twoCourses()
    const { frameId, periodIds } = await aFrame(api, 'ACCD', { startsOn: '2026-01-01', months: 3, count: 2 })
    const id = await added(api, frameId, { code: '1.1' })
    const set = (periodId: string | null, value: number) => api.indicators.setTarget({ indicatorId: id, fields: { periodId, dimension: null, category: null, value } })
    await set(periodIds[0] ?? '', 4)
    const figures = async () => (await api.indicators.figures({ frameId })).rows[0]?.figures
    expect(await figures()).toEqual([
      { target: 4, actual: 3, adjustment: null, percent: 75 },
      { target: null, actual: 2, adjustment: null, percent: null },
      { target: 4, actual: 5, adjustment: null, percent: 125 },
    ])
    await set(null, 10)
    expect((await figures())?.at(-1)).toEqual({ target: 10, actual: 5, adjustment: null, percent: 50 })
    const behind = await api.indicators.behind({ indicatorId: id, periodId: periodIds[0] ?? '' })
    expect(behind).toMatchObject({ total: 3, value: 3, isFrozen: false })
    expect(behind.rows.map(({ id: personId, label, cohortId, on }) => [personId, label, cohortId, on])).toEqual([
      [people.ana, 'QUISPE HUAMÁN, Ana', february.cohortId, '2026-02-28'],
      [people.beatriz, 'QUISPE HUAMÁN, Beatriz', february.cohortId, '2026-02-28'],
      [people.carla, 'QUISPE HUAMÁN, Carla', february.cohortId, '2026-02-28'],
    ])
    const women = await api.indicators.behind({ indicatorId: id, dimension: 'sex', category: 'F' })
    expect(women.rows.map((row) => row.label)).toEqual(['QUISPE HUAMÁN, Ana', 'QUISPE HUAMÁN, Carla', 'QUISPE HUAMÁN, Elmer'])
    expect((await api.indicators.behind({ indicatorId: id, offset: 3, limit: 1 })).rows.map((row) => row.label)).toEqual(['QUISPE HUAMÁN, Dina'])
    const { breakdowns } = await api.indicators.breakdown({ indicatorId: id, dimensions: ['sex', 'edition'] })
    expect(breakdowns.map((split) => [split.dimension, split.total, split.cells.map((cell) => cell.value)])).toEqual([['sex', 5, [3, 2]], ['edition', 5, [4, 1]]])
    expect((await api.indicators.ofPerson({ personId: people.beatriz })).map(({ indicatorId, frameName, on, value }) => [indicatorId, frameName, on, value])).toEqual([[id, 'ACCD', '2026-02-28', 1]])
  })
})

describe('a closed period', () => {
  it('keeps what it said whatever changes, shows what came late and what left, and opens again with a reason', async () => {
    const { opened, api, people, february } = await twoCourses()
    const { frameId, periodIds } = await aFrame(api, 'ACCD', { startsOn: '2026-01-01', months: 3, count: 2 })
    const [first = '', second = ''] = periodIds
    const id = await added(api, frameId, { code: '1.1' })
    const share = await added(api, frameId, { name: 'Mujeres', counts: 'share', parts: [await added(api, frameId, { name: 'Solo mujeres' }, { sexes: ['F'] })], over: [id] })
    const asked = { indicatorId: id, periodId: first }
    const dimensions = ['sex', 'edition', 'stage']
    const before = { behind: await api.indicators.behind(asked), split: await api.indicators.breakdown({ ...asked, dimensions }), sentence: (await api.indicators.get({ id })).indicator.sentence }
    const women = await api.indicators.behind({ ...asked, dimension: 'sex', category: 'F' })
    const closing = await api.frames.closePeriod({ id: first })
    await expect(api.frames.closePeriod({ id: first })).rejects.toThrow('ya está cerrado')
    expect((await api.frames.list({}))[0]?.toClose).toBe(second)

    // A late roster, a person who leaves, another who changes her name and sex, and then the definition itself.
    const { id: late } = await api.people.create(aPerson({ documentType: '01', documentNumber: '40000001', firstSurname: 'ZEVALLOS', givenNames: 'Zoila', sex: 'F' }))
    await api.enrolments.add({ cohortId: february.cohortId, personIds: [late] })
    const left = (await api.enrolments.list({ cohortId: february.cohortId })).find((one) => one.personId === people.beatriz)
    await api.enrolments.remove({ ids: [left?.id ?? ''] })
    await api.people.update({ id: people.ana, fields: { firstSurname: 'ÑAUPARI', sex: 'M' } })
    await api.editions.update({ id: february.editionId, fields: { name: 'Otra edición' } })
    const adjusted = await api.indicators.adjustments(asked)
    expect(adjusted).toMatchObject({ frozen: 3, live: 3, definitionChanged: false })
    expect([adjusted.came.map((row) => row.label), adjusted.left.map((row) => row.label)]).toEqual([['ZEVALLOS, Zoila'], ['QUISPE HUAMÁN, Beatriz']])
    await api.indicators.update({ id, fields: { definition: { ...(await api.indicators.get({ id })).indicator.definition, sexes: ['F'] }, dimensions: [] } })

    expect(await api.indicators.behind(asked)).toEqual({ ...before.behind, isFrozen: true })
    expect(await api.indicators.breakdown({ ...asked, dimensions })).toEqual({ ...before.split, isFrozen: true })
    expect((await api.indicators.behind({ ...asked, dimension: 'sex', category: 'F' })).rows).toEqual(women.rows)
    expect((await api.indicators.behind({ ...asked, limit: 1, offset: 1 })).rows.map((row) => row.label)).toEqual(['QUISPE HUAMÁN, Beatriz'])
    expect(await api.indicators.adjustments(asked)).toMatchObject({ frozen: 3, live: 2, definitionChanged: true })
    const { rows } = await api.indicators.figures({ frameId })
    // Beatriz counts in the second period now that she is not in the first any more; so says only the open one.
    expect(rows[0]?.figures).toMatchObject([{ actual: 3, adjustment: -1 }, { actual: 1, adjustment: null }, { actual: 4, adjustment: -1 }])
    expect(rows.find((row) => row.indicatorId === share)?.figures[0]?.actual).toBeCloseTo(66.667, 2)

    await expect(api.indicators.remove({ id: share })).rejects.toThrow('El período cerrado «Enero–marzo 2026» guarda la cifra')
    await expect(api.frames.remove({ id: frameId })).rejects.toThrow('tiene cerrado el período')
    await expect(api.frames.removePeriod({ id: first })).rejects.toThrow('está cerrado y no se cambia')
    await expect(api.frames.savePeriod({ frameId, id: first, fields: { name: 'X', startsOn: '2026-01-01', endsOn: '2026-01-31' } })).rejects.toThrow('está cerrado')
    await expect(api.indicators.setTarget({ indicatorId: id, fields: { periodId: first, dimension: null, category: null, value: 1 } })).rejects.toThrow('está cerrado')
    await expect(api.indicators.adjustments({ indicatorId: id, periodId: second })).rejects.toThrow('está abierto')

    const reopened = await api.frames.reopenPeriod({ id: first, reason: 'Faltaba la lista de Cusco' })
    expect((await api.indicators.figures({ frameId })).rows[0]?.figures[0]).toMatchObject({ actual: 2, adjustment: null })
    await expect(api.frames.reopenPeriod({ id: first, reason: 'otra vez' })).rejects.toThrow('está abierto')
    await api.history.undo({ act: reopened.act })
    expect(await api.indicators.behind(asked)).toEqual({ ...before.behind, isFrozen: true })
    await api.frames.reopenPeriod({ id: first, reason: 'Faltaba la lista de Cusco' })
    // Closed anew it says what there is now; undone, it is open.
    const again = await api.frames.closePeriod({ id: first })
    expect((await api.indicators.behind(asked)).value).toBe(2)
    await api.history.undo({ act: again.act })
    expect((await api.indicators.behind(asked)).isFrozen).toBe(false)
    expect(closing.id).toBe(first)
    expect(opened.bugs).toEqual([])
  })

  it('is not closed before its last day is over', async () => {
    const { api } = await openApp({ today: '2026-03-31' })
    const { periodIds } = await aFrame(api, 'ACCD', { startsOn: '2026-01-01', months: 3, count: 1 })
    await expect(api.frames.closePeriod({ id: periodIds[0] ?? '' })).rejects.toThrow('termina el 31/03/2026: se cierra desde el día siguiente')
    expect((await api.frames.list({}))[0]).toMatchObject({ toClose: null })
  })
})

describe('figures typed by hand', () => {
  it('add up over entries and periods, keep what is typed of categories, and prove themselves', async () => {
    const { api, bugs } = await openApp()
    const { frameId, periodIds } = await aFrame(api, 'USIP', { startsOn: '2026-01-01', months: 3, count: 2 })
    const [first = '', second = ''] = periodIds
    const id = await added(api, frameId, { name: 'Comunidades acreditadas', unit: 'comunidades', counts: 'manual', dimensions: ['department'] })
    const save = (fields: ReturnType<typeof typed>) => api.indicators.saveActual({ indicatorId: id, id: null, fields })
    const figures = async () => (await actuals(api, frameId))[0]
    expect(await figures()).toEqual([null, null, null])
    await save(typed(first, 7, { dimension: 'department', category: '16' }))
    await save(typed(first, 2, { dimension: 'department', category: '25' }))
    await save(typed(first, 4, { dimension: 'area', category: 'rural' }))
    // Without a figure of the whole, the fullest breakdown stands for it.
    expect(await figures()).toEqual([9, null, 9])
    const whole = await save(typed(first, 10))
    await save(typed(first, 3))
    await save(typed(second, 1))
    expect(await figures()).toEqual([13, 1, 14])
    const split = async (periodId: string | null) => (await api.indicators.breakdown({ indicatorId: id, periodId, dimensions: ['department', 'area'] })).breakdowns.map((one) => [one.total, one.cells.map((cell) => [cell.key, cell.value])])
    expect(await split(first)).toEqual([[13, [['16', 7], ['25', 2], ['', 4]]], [13, [['rural', 4], ['', 9]]]])
    expect(await split(null)).toEqual([[14, [['16', 7], ['25', 2], ['', 5]]], [14, [['rural', 4], ['', 10]]]])
    // Taking a breakdown away and showing it again loses nothing, and moves no figure.
    await api.indicators.update({ id, fields: { dimensions: [] } })
    expect(await figures()).toEqual([13, 1, 14])
    await api.indicators.update({ id, fields: { dimensions: ['department'] } })
    expect(await split(first)).toEqual([[13, [['16', 7], ['25', 2], ['', 4]]], [13, [['rural', 4], ['', 9]]]])
    await expect(save(typed(first, 5, { dimension: 'department', category: '16' }))).rejects.toThrow('sumarían 14, más que el total escrito (13)')
    const behind = await api.indicators.behind({ indicatorId: id, periodId: first })
    expect(behind.rows.map(({ kind, label, detail, value, evidence }) => [kind, label, detail, value, evidence])).toEqual([
      ['entry', 'Acta de acreditación', '10 en Enero–marzo 2026', 10, 0],
      ['entry', 'Acta de acreditación', '3 en Enero–marzo 2026', 3, 0],
    ])
    await api.frames.closePeriod({ id: first })
    await expect(api.indicators.removeActual({ id: whole.id })).rejects.toThrow('está cerrado y no se cambia')
    await expect(save(typed(first, 1))).rejects.toThrow('está cerrado y no se cambia')
    expect(await split(first)).toEqual([[13, [['16', 7], ['25', 2], ['', 4]]], [13, [['rural', 4], ['', 9]]]])
    expect((await api.indicators.behind({ indicatorId: id, periodId: first, dimension: 'department', category: '16' })).rows).toMatchObject([{ kind: 'entry', value: 7 }])
    const removed = (await api.indicators.get({ id })).actuals.find((one) => one.periodId === second)
    const { act } = await api.indicators.removeActual({ id: removed?.id ?? '' })
    expect(await figures()).toEqual([13, null, 13])
    await api.history.undo({ act })
    expect(await figures()).toEqual([13, 1, 14])
    const counted = await added(api, frameId)
    await expect(api.indicators.saveActual({ indicatorId: counted, id: null, fields: typed(second, 1) })).rejects.toThrow('se calcula del registro')
    expect(bugs).toEqual([])
  })

  it('in percent do not add up: the latest stands', async () => {
    const { api } = await openApp()
    const { frameId, periodIds } = await aFrame(api, 'USIP', { startsOn: '2026-01-01', months: 3, count: 3 })
    const id = await added(api, frameId, { name: 'Satisfacción', unit: '%', counts: 'manual' })
    await api.indicators.saveActual({ indicatorId: id, id: null, fields: typed(periodIds[0] ?? '', 80) })
    await api.indicators.saveActual({ indicatorId: id, id: null, fields: typed(periodIds[1] ?? '', 90) })
    expect(await actuals(api, frameId)).toEqual([[80, 90, null, 90]])
  })
})

describe('sums and shares', () => {
  it('put others together, split as they do, and say it when a part is gone', async () => {
    const { api, may } = await twoCourses()
    const { frameId, periodIds } = await aFrame(api, 'ACCD', { startsOn: '2026-01-01', months: 3, count: 2 })
    const women = await added(api, frameId, { name: 'Mujeres' }, { sexes: ['F'] })
    const men = await added(api, frameId, { name: 'Varones' }, { sexes: ['M'] })
    const hand = await added(api, frameId, { name: 'Otros', counts: 'manual' })
    const sum = await added(api, frameId, { name: 'Todos', counts: 'sum', parts: [women, men, hand] })
    const share = await added(api, frameId, { name: 'Parte de mujeres', unit: null, counts: 'share', parts: [women], over: [sum] })
    await api.indicators.saveActual({ indicatorId: hand, id: null, fields: typed(periodIds[1] ?? '', 5) })
    // February: Ana, Carla | Beatriz. May adds Elmer | Dina.
    expect(await actuals(api, frameId)).toEqual([[2, 1, 3], [1, 1, 2], [null, 5, 5], [3, 7, 10], [(2 / 3) * 100, (1 / 7) * 100, 30]])
    expect((await api.indicators.get({ id: share })).indicator.unit).toBe('%')
    const split = await api.indicators.breakdown({ indicatorId: sum, dimensions: ['sex', 'edition'] })
    expect(split.breakdowns.map((one) => [one.total, one.cells.map((cell) => cell.value).reduce((a, b) => a + b)])).toEqual([[10, 10], [10, 10]])
    const shares = await api.indicators.breakdown({ indicatorId: share, periodId: periodIds[0] ?? '', dimensions: ['sex'] })
    expect(shares.breakdowns[0]?.cells.map(({ key, value }) => [key, value])).toEqual([['F', 100], ['M', 0]])
    expect((await api.indicators.behind({ indicatorId: sum })).rows).toHaveLength(6)
    const periods = { closed: await api.frames.closePeriod({ id: periodIds[0] ?? '' }) }
    expect((await api.indicators.behind({ indicatorId: sum, periodId: periodIds[0] ?? '', dimension: 'sex', category: 'F' })).rows).toHaveLength(2)
    await api.history.undo({ act: periods.closed.act })
    // An undo can leave a sum without one of its parts, and a definition can outlive the training it names.
    const { act } = await api.indicators.update({ id: sum, fields: { parts: [women, men] } })
    await api.indicators.remove({ id: hand })
    await api.history.undo({ act })
    expect((await api.indicators.get({ id: sum })).indicator.sentence).toBe('Suma de «Mujeres», «Varones» y un indicador que ya no existe.')
    expect((await actuals(api, frameId))[2]).toEqual([3, 2, 5])
    const gone = await added(api, frameId, { name: 'Del curso' }, { editionIds: [may.editionId], programmeIds: ['01900000-0000-7000-8000-000000000000'] })
    await api.enrolments.remove({ ids: (await api.enrolments.list({ cohortId: may.cohortId })).map((one) => one.id) })
    await api.cohorts.remove({ id: may.cohortId })
    await api.editions.remove({ id: may.editionId })
    expect((await api.indicators.get({ id: gone })).indicator.sentence).not.toBe('')
    expect((await actuals(api, frameId)).at(-1)).toEqual([0, 0, 0])
    const said = await api.indicators.explain({ counts: 'people', once: 'ever', definition: (await api.indicators.get({ id: gone })).indicator.definition })
    expect(said).toMatchObject({ value: 0 })
    expect(said.sentence).not.toBe('')
  })
})
