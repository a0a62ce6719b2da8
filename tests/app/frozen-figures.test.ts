import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/shared/domain/dates.ts'
import { aCourse, somePeople } from '../support/builders.ts'
import { engineName, openApp } from '../support/open-app.ts'
import { beside, dice } from './counting-support.ts'
import { aFrame, actuals, added } from './indicators-support.ts'

describe('a closed figure that is not what was closed', () => {
  it('is refused with a sentence wherever it is asked for, until it is closed anew, and leaves other frames alone', async () => {
    const opened = await openApp()
    const { api } = opened
    const course = await aCourse(api, { startsOn: '2026-02-02', endsOn: '2026-02-28' })
    await api.enrolments.add({ cohortId: course.cohortId, personIds: await somePeople(api, 3) })
    const [one, other] = [await aFrame(api, 'ACCD', { startsOn: '2026-01-01', months: 3, count: 2 }), await aFrame(api, 'KOICA', { startsOn: '2026-01-01', months: 3, count: 2 })]
    const [periodId = ''] = one.periodIds
    const [id, there] = [await added(api, one.frameId, { code: '1.1' }), await added(api, other.frameId)]
    await api.frames.closePeriod({ id: periodId })
    await api.frames.closePeriod({ id: other.periodIds[0] ?? '' })
    expect(await actuals(api, one.frameId)).toEqual([[3, 0, 3]])

    const side = await beside(opened)
    const sentence = 'La cifra cerrada de «1.1 Personas capacitadas» en «Enero–marzo 2026» no es la que se guardó al cerrar'
    const asked = { indicatorId: id, periodId }
    const refused = async (): Promise<void> => {
      await expect(api.indicators.figures({ frameId: one.frameId })).rejects.toThrow(sentence)
      await expect(api.indicators.behind(asked)).rejects.toThrow(sentence)
      await expect(api.indicators.breakdown({ indicatorId: id, dimensions: ['sex'] })).rejects.toThrow(sentence)
      await expect(api.indicators.adjustments(asked)).rejects.toThrow(sentence)
      expect(await actuals(api, other.frameId)).toEqual([[3, 0, 3]])
    }
    // The figure alone, which was read before.
    await side.db.updateTable('frozenFigures').set({ value: 30 }).where('indicatorId', '=', id).execute()
    await refused()
    await side.db.updateTable('frozenFigures').set({ value: 3 }).where('indicatorId', '=', id).execute()
    expect(await actuals(api, one.frameId)).toEqual([[3, 0, 3]])
    // The names behind it; and the other one's seal in the place of its own.
    const { frozen, frozenHash } = await side.db.selectFrom('frozenFigures').select(['frozen', 'frozenHash']).where('indicatorId', '=', id).executeTakeFirstOrThrow()
    await side.db.updateTable('frozenFigures').set({ frozen: frozen.replace('"value":3', '"value":2'), frozenHash: '0'.repeat(64) }).where('indicatorId', '=', id).execute()
    await refused()
    await side.db.updateTable('frozenFigures').set({ frozen, frozenHash }).where('indicatorId', '=', id).execute()
    await side.db.updateTable('frozenFigures').set({ frozen: frozen.replace('Personas', 'Vecinas') }).where('indicatorId', '=', id).execute()
    await expect(api.indicators.behind(asked)).rejects.toThrow(sentence)
    await api.frames.reopenPeriod({ id: periodId, reason: 'La cifra cerrada se dañó' })
    await api.frames.closePeriod({ id: periodId })
    expect(await actuals(api, one.frameId)).toEqual([[3, 0, 3]])
    expect(there).not.toBe(id)
    expect(opened.bugs).toEqual([])
  })
})

/** The day of a group as figures see it: its own, else its edition's; null for none. */
const ends = `coalesce(c."endsOn", d."endsOn")`
const taken = `from "enrolments" e join "people" p on p."id" = e."personId" join "cohorts" c on c."id" = e."cohortId" join "editions" d on d."id" = c."editionId" join "programmes" g on g."id" = d."programmeId"
  where e."removedAt" is null and p."removedAt" is null and c."removedAt" is null and d."removedAt" is null and g."removedAt" is null and e."role" = 'participant'`

describe('small worlds at random', () => {
  const worlds = engineName === 'postgres' ? [1] : [1, 2, 3]
  it.each(worlds)('people once ever, once a period, sums and shares of them, over periods with gaps, as plain SQL says; closed, they stay (%i)', async (seed) => {
    const opened = await openApp()
    const { api } = opened
    const side = await beside(opened)
    const { below, pick } = dice(seed * 31)
    const people = await somePeople(api, 8)
    const courses: Awaited<ReturnType<typeof aCourse>>[] = []
    for (let at = 0; at < 5; at += 1) {
      // Last days on the edges of periods, in the gap between them, before the first, and none at all.
      const endsOn = pick(['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01', '2026-04-15', '2026-04-30', '2026-05-01', '2026-07-31', '2026-08-01', null])
      const course = await aCourse(api, { name: `Edición ${at}`, startsOn: endsOn === null ? null : addDays(endsOn, -20), endsOn })
      courses.push(course)
      await api.enrolments.add({ cohortId: course.cohortId, personIds: people.filter(() => below(2) === 0) }).catch(() => undefined)
    }
    const { id: frameId } = await api.frames.create({ name: 'ACCD', organisationId: null, agreementId: null, commitmentId: null, notes: null })
    const spans = [['2026-01-01', '2026-03-31'], ['2026-05-01', '2026-07-31'], ['2026-08-01', '2026-10-31']] as const
    const periodIds: string[] = []
    for (const [startsOn, endsOn] of spans) periodIds.push((await api.frames.savePeriod({ frameId, id: null, fields: { name: `Del ${startsOn}`, startsOn, endsOn } })).id)
    const ever = await added(api, frameId, { name: 'Una vez' })
    await added(api, frameId, { name: 'En cada período', once: 'period' })
    const women = await added(api, frameId, { name: 'Mujeres' }, { sexes: ['F'] })
    await added(api, frameId, { name: 'Participaciones', counts: 'participations' })
    await added(api, frameId, { name: 'Suma', counts: 'sum', parts: [ever, women] })
    await added(api, frameId, { name: 'Parte', counts: 'share', unit: null, parts: [women], over: [ever] })

    const first = (more: string): string => `(select e."personId", min(${ends}) as "on" ${taken} ${more} group by e."personId") f`
    const expected = async (): Promise<(number | null)[][]> => {
      const rows: (number | null)[][] = [[], [], [], [], [], []]
      for (const [from, until] of [...spans, null].map((span) => span ?? ['2026-01-01', '2026-10-31'])) {
        const isIn = (day: string): string => (from === '2026-01-01' && until === '2026-10-31' ? `(${spans.map(([start, end]) => `${day} between '${start}' and '${end}'`).join(' or ')})` : `${day} between '${from}' and '${until}'`)
        const [one, female] = [await side.number(`select count(*) from ${first('')} where ${isIn('f."on"')}`), await side.number(`select count(*) from ${first(`and p."sex" = 'F'`)} where ${isIn('f."on"')}`)]
        // Once a period, over all of them: from the first day to the last.
        const each = await side.number(`select count(distinct e."personId") ${taken} and ${ends} between '${from}' and '${until}'`)
        const participations = await side.number(`select count(*) ${taken} and ${isIn(ends)}`)
        for (const [at, value] of [one, each, female, participations, one + female, one === 0 ? null : (female / one) * 100].entries()) rows[at]?.push(value)
      }
      return rows
    }
    expect(await actuals(api, frameId)).toEqual(await expected())

    const closed = await actuals(api, frameId)
    const acts = [(await api.frames.closePeriod({ id: periodIds[0] ?? '' })).act]
    const enrolled = (await Promise.all(courses.map(({ cohortId }) => api.enrolments.list({ cohortId })))).flat()
    acts.push((await api.enrolments.remove({ ids: [pick(enrolled).id] })).act)
    acts.push((await api.people.remove({ id: pick(people) })).act)
    acts.push((await api.cohorts.update({ id: pick(courses).cohortId, fields: { endsOn: pick(['2026-02-10', '2026-04-20', '2026-09-09']) } })).act)
    const late = await added(api, frameId, { name: 'Creado tarde' })
    const now = await expected()
    const { rows } = await api.indicators.figures({ frameId })
    for (const [at, row] of rows.slice(0, 6).entries()) {
      const [frozen, ...open] = row.figures
      expect([row.figures[0]?.actual, ...open.slice(0, 2).map((figure) => figure.actual)]).toEqual([closed[at]?.[0], ...(now[at]?.slice(1, 3) ?? [])])
      expect(frozen?.adjustment).toBeCloseTo((now[at]?.[0] ?? 0) - (closed[at]?.[0] ?? 0), 9)
      if (at === 0 || at === 2 || at === 3) expect(row.figures[3]?.actual).toBe((closed[at]?.[0] ?? 0) + (now[at]?.[1] ?? 0) + (now[at]?.[2] ?? 0))
    }
    expect(rows.find((row) => row.indicatorId === late)?.figures[0]).toMatchObject({ actual: now[0]?.[0], adjustment: null })
    await expect(api.indicators.adjustments({ indicatorId: late, periodId: periodIds[0] ?? '' })).rejects.toThrow('se creó después de cerrar')
    const { came, left } = await api.indicators.adjustments({ indicatorId: ever, periodId: periodIds[0] ?? '' })
    expect(came.length - left.length).toBe((now[0]?.[0] ?? 0) - (closed[0]?.[0] ?? 0))
    await api.frames.reopenPeriod({ id: periodIds[0] ?? '', reason: 'Prueba' })
    expect((await actuals(api, frameId)).slice(0, 6)).toEqual(now)
    for (const act of acts.slice(1).toReversed()) await api.history.undo({ act })
    expect((await actuals(api, frameId)).slice(0, 6)).toEqual(closed)
    expect(opened.bugs).toEqual([])
  })
})
