import { describe, expect, it } from 'vitest'
import { departments } from '../../src/shared/domain/geography.ts'
import { aClass, aPerson } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'
import { beside } from './counting-support.ts'
import { fillWorld } from './counting-world.ts'

// Against queries in plain SQL that know nothing of the engine.

const LAST = `coalesce(c."endsOn", d."endsOn", (select max(s."day") from "sessions" s where s."cohortId" = c."id" and s."removedAt" is null), c."startsOn", d."startsOn")`
const COURSE = `join "editions" d on d."id" = c."editionId" and d."removedAt" is null
  join "programmes" g on g."id" = d."programmeId" and g."removedAt" is null`
const TOOK_PART = `"enrolments" e
  join "people" p on p."id" = e."personId" and p."removedAt" is null
  join "cohorts" c on c."id" = e."cohortId" and c."removedAt" is null
  ${COURSE}
  left join "posts" o on o."id" = e."postId"
  left join "organisations" r on r."id" = o."organisationId" and r."removedAt" is null`
const PART = `e."removedAt" is null and e."role" = 'participant' and e."state" <> 'withdrawn'`
const SHARE = `case a."status" when 'present' then 100 when 'late' then 75 when 'leftEarly' then 50 else 0 end`
const ASKED = `coalesce(a."minutes", floor((s."plannedMinutes" * (${SHARE})) / 100.0 + 0.5))`
const MINUTES = `(select a."enrolmentId", sum(case when a."status" = 'own-status' then 0 when ${ASKED} > s."plannedMinutes" then s."plannedMinutes" else ${ASKED} end) as minutes from "attendances" a join "sessions" s on s."id" = a."sessionId" and s."removedAt" is null where a."removedAt" is null group by a."enrolmentId")`
const PAPERS = `(select k."enrolmentId", count(*) as papers from "certificates" k where k."id" not in (select l."replacesId" from "certificates" l where l."replacesId" is not null) and k."id" not in (select n."certificateId" from "annulments" n) group by k."enrolmentId")`
const PLACE = `substr(coalesce(r."districtCode", p."districtCode", c."districtCode", ''), 1, 2)`

/** One row a participation, from which all figures are recounted. */
const ROWS = `select e."personId" as person, p."sex" as sex, r."id" as organisation, ${PLACE} as place, ${LAST} as last, e."id" as id, coalesce(m.minutes, 0) as minutes, coalesce(k.papers, 0) as papers, g."id" as programme
  from ${TOOK_PART} left join ${MINUTES} m on m."enrolmentId" = e."id" left join ${PAPERS} k on k."enrolmentId" = e."id" where ${PART}`

type Counted = { person: string; sex: string | null; organisation: string | null; place: string; last: string | null; id: string; minutes: number; papers: number; programme: string }

type Where = Pick<Counted, 'last' | 'programme'>

const hours = (rows: readonly Counted[]): number => Math.round(rows.reduce((sum, row) => sum + Number(row.minutes), 0) / 6) / 10
const papers = (rows: readonly Counted[]): number => rows.reduce((sum, row) => sum + Number(row.papers), 0)
const people = (rows: readonly Counted[]): number => new Set(rows.map((row) => row.person)).size
const grouped = (rows: readonly Counted[], key: (row: Counted) => string): Map<string, Counted[]> => Map.groupBy(rows, key)

/** Each person's row of the group that ended last. */
function latest(rows: readonly Counted[]): Counted[] {
  return [...grouped(rows, (row) => row.person).values()].map((mine) => mine.toSorted((one, other) => ((one.last ?? '') + one.id < (other.last ?? '') + other.id ? 1 : -1))[0] as Counted)
}

describe('the overview of results', () => {
  it('counts people, hours and papers as plain SQL does: in all, by region, year and programme, and by programme and days', async () => {
    const opened = await openApp()
    const side = await beside(opened)
    const world = await side.write(fillWorld)
    const { api } = opened
    const all = (await side.rows(ROWS)) as unknown as Counted[]
    const groups = (await side.rows(`select ${LAST} as last, g."id" as programme from "cohorts" c ${COURSE} where c."removedAt" is null`)) as unknown as Pick<Counted, 'last' | 'programme'>[]
    const [first, second] = world.programmeIds
    const spans = [
      { asked: {}, isIn: () => true },
      { asked: { programmeId: second ?? '' }, isIn: (row: Where) => row.programme === second },
      { asked: { from: '2026-03-01', until: '2026-05-31' }, isIn: ({ last }: Where) => last !== null && last >= '2026-03-01' && last <= '2026-05-31' },
      { asked: { programmeId: first ?? '', from: '2026-04-01' }, isIn: ({ programme, last }: Where) => programme === first && last !== null && last >= '2026-04-01' },
    ]
    for (const { asked, isIn } of spans) {
      const seen = await api.dashboard.overview(asked)
      const rows = all.filter(isIn)
      expect(rows.length).toBeGreaterThan(5)
      const last = latest(rows)
      expect(seen.totals).toMatchObject({
        people: last.length,
        participations: rows.length,
        hours: hours(rows),
        certificates: papers(rows),
        organisations: new Set(rows.flatMap((row) => row.organisation ?? [])).size,
        women: last.filter((row) => row.sex === 'F').length,
        cohorts: groups.filter(isIn).length,
      })
      const stood = grouped(last, (row) => row.place)
      const done = grouped(rows, (row) => row.place)
      expect(seen.regions.map(({ code, people: n, participations, hours: h, certificates }) => [code, n, participations, h, certificates])).toEqual(
        [...departments.map(({ code }) => code), ''].map((code) => [code, stood.get(code)?.length ?? 0, done.get(code)?.length ?? 0, hours(done.get(code) ?? []), papers(done.get(code) ?? [])]),
      )
      const years = grouped(rows.filter((row) => row.last !== null), (row) => String(row.last).slice(0, 4))
      expect(seen.years).toEqual([...years.entries()].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([year, mine]) => ({ year: Number(year), people: people(mine), hours: hours(mine), certificates: papers(mine) })))
      const programmes = grouped(rows, (row) => row.programme)
      const withPeople = seen.programmes.filter((one) => one.people > 0)
      expect(new Map(withPeople.map((one) => [one.id, [one.people, one.hours, one.certificates]]))).toEqual(new Map([...programmes.entries()].map(([id, mine]) => [id, [people(mine), hours(mine), papers(mine)]])))
      expect(seen.regions.reduce((sum, region) => sum + region.people, 0)).toBe(seen.totals.people)

      const everybody = await api.dashboard.people({ ...asked, limit: 500 })
      expect(everybody.rows.map((row) => row.personId).toSorted()).toEqual(last.map((row) => row.person).toSorted())
      for (const [code, mine] of stood) {
        const behind = await api.dashboard.people({ ...asked, department: code, limit: 500 })
        expect(behind.total).toBe(mine.length)
        expect(behind.rows.map((row) => row.personId).toSorted()).toEqual(mine.map((row) => row.person).toSorted())
      }
      const women = await api.dashboard.people({ ...asked, sex: 'F', limit: 1 })
      expect([women.total, women.rows.length]).toEqual([seen.totals.women, 1])
    }
    expect(opened.bugs).toEqual([])
  })

  it('shows an empty office as zeros, every department and nothing due', async () => {
    const { api } = await openApp()
    const seen = await api.dashboard.overview({})
    expect(seen.totals).toEqual({ programmes: 0, editions: 0, cohorts: 0, people: 0, participations: 0, hours: 0, certificates: 0, organisations: 0, women: 0, initiatives: 0 })
    expect(seen.regions).toHaveLength(26)
    expect([seen.yearsThere, seen.years, seen.programmes, seen.progress, seen.due]).toEqual([[], [], [], [], []])
  })

  it('gathers what waits from every subject, the oldest first, and forgets what is done or removed', async () => {
    const opened = await openApp()
    const { api } = opened
    const { enrolmentIds, cohortId } = await aClass(api, 2)
    const promise = { promise: 'Ordenar el archivo', indicator: null, baseline: null, target: null, promisedOn: '2026-10-20', checker: null }
    for (const enrolmentId of enrolmentIds) await api.application.savePlan({ id: null, enrolmentId, fields: promise, months: [{ level: 'application', months: 1 }] })
    const person = await api.people.create(aPerson())
    const side = await beside(opened)
    const contact = { personId: person.id, means: 'call' as const, contactedBy: null, subject: 'Seguimiento', answer: null, whereabouts: null }
    await side.write((db) => db.add('contacts', [{ ...contact, on: '2026-09-01', nextOn: '2026-10-01' }, { ...contact, on: '2026-10-01', nextOn: '2026-11-01' }]))
    const initiative = await api.initiatives.create({ fields: { kind: 'initiative', code: null, title: 'Ventanilla', problem: null, proposal: null, place: null, districtCode: '060101', editionId: null, cohortId: null, agreementId: null, amountCents: null, currency: null, beneficiaries: null, beneficiariesNote: null, outcome: null, dueOn: null }, on: '2026-08-30', months: [3] })
    const { kinds, rows } = await dueOf(api)
    expect(rows.map(({ kind, id, dueOn, isOverdue }) => [kind, id, dueOn, isOverdue])).toEqual([
      ['contact', person.id, '2026-11-01', true],
      ['application', cohortId, '2026-11-21', true],
      ['followUp', initiative.id, '2026-11-30', false],
    ])
    expect(kinds.get('application')?.title).toContain('2 compromisos')
    await api.initiatives.remove({ id: initiative.id })
    await api.people.remove({ id: person.id })
    expect((await dueOf(api)).rows.map(({ kind }) => kind)).toEqual(['application'])
  })
})

async function dueOf(api: Awaited<ReturnType<typeof openApp>>['api']) {
  const rows = (await api.dashboard.overview({})).due
  return { rows, kinds: new Map(rows.map((row) => [row.kind, row])) }
}
