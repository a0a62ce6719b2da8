import { expect, it } from 'vitest'
import { behindFigure, behindPerson, countFigure, splitFigure } from '../../src/main/features/counting/count.ts'
import type { Asked } from '../../src/main/features/counting/count.ts'
import { explainFigure } from '../../src/main/features/counting/explain.ts'
import type { Facts } from '../../src/main/features/counting/model.ts'
import type { Definition } from '../../src/shared/contract/counting.ts'
import { breakdownDimensions } from '../../src/shared/domain/counting/dimensions.ts'
import { sectorOfKind } from '../../src/shared/domain/sectors.ts'
import { openApp } from '../support/open-app.ts'
import type { Beside } from './counting-support.ts'
import { asked, beside } from './counting-support.ts'
import type { World } from './counting-world.ts'
import { fillWorld } from './counting-world.ts'

// Every condition, every dimension and everything counted, against queries in plain SQL that know nothing of the engine.

const FIRST = `coalesce(c."startsOn", d."startsOn", v."first", c."endsOn", d."endsOn")`
const LAST = `coalesce(c."endsOn", d."endsOn", v."last", c."startsOn", d."startsOn")`
const ENROLLED = `"enrolments" e
  join "people" p on p."id" = e."personId" and p."removedAt" is null
  join "cohorts" c on c."id" = e."cohortId" and c."removedAt" is null
  join "editions" d on d."id" = c."editionId" and d."removedAt" is null
  join "programmes" g on g."id" = d."programmeId" and g."removedAt" is null
  left join "posts" o on o."id" = e."postId"
  left join "organisations" r on r."id" = o."organisationId" and r."removedAt" is null
  left join "personTraits" t on t."personId" = p."id" and t."removedAt" is null
  left join "met" v on v."cohortId" = c."id"
  left join "attended" w on w."enrolmentId" = e."id"
  left join "papered" k on k."enrolmentId" = e."id"
  left join "released" y on y."enrolmentId" = e."id"
  left join "marked" b on b."enrolmentId" = e."id"`
const SHARES = `(select 'present' as "key", 100 as "share", 0 as "exempts" union select 'late', 75, 0 union select 'leftEarly', 50, 0 union select 'excused', 0, 0 union select 'absent', 0, 0 union select 'own-status', 0, 1)`
const HALF_UP = (value: string): string => `cast(floor((${value}) / 100.0 + 0.5) as integer)`
/** Minutes of each attendance that counts, one row each. */
const MINUTES = `(select a."enrolmentId", s."day", s."plannedMinutes" as planned, coalesce(h."exempts", 0) as exempts,
  case when coalesce(h."exempts", 0) = 1 then 0 when coalesce(a."minutes", ${HALF_UP(`s."plannedMinutes" * coalesce(h."share", 0)`)}) > s."plannedMinutes" then s."plannedMinutes" else coalesce(a."minutes", ${HALF_UP(`s."plannedMinutes" * coalesce(h."share", 0)`)}) end as minutes
  from "attendances" a join "sessions" s on s."id" = a."sessionId" and s."removedAt" is null left join ${SHARES} h on h."key" = a."status" where a."removedAt" is null)`
const IN_FORCE = `not exists (select 1 from "certificates" l where l."replacesId" = k."id") and not exists (select 1 from "annulments" n where n."certificateId" = k."id")`
/** What is written of each group and each enrolment, added up once. Examen weighs 60 of 0–20, trabajo 40 of 0–100; the better attempt counts. */
const WITH = `with "met" as materialized (select "cohortId", min("day") as "first", max("day") as "last", sum("plannedMinutes") as planned from "sessions" where "removedAt" is null group by "cohortId"),
  "attended" as materialized (select m."enrolmentId", sum(m.minutes) as minutes, sum(m.planned * m.exempts) as exempt from ${MINUTES} m group by m."enrolmentId"),
  "papered" as materialized (select k."enrolmentId", min(k."issuedOn") as "any", min(case when k."paperKind" = 'constancia' then k."issuedOn" end) as "constancia" from "certificates" k where ${IN_FORCE} group by k."enrolmentId"),
  "released" as materialized (select f."enrolmentId", max(x."drawnUpOn") as "on" from "actaLines" f join "actas" x on x."id" = f."actaId" where f."papers" <> '[]' and not exists (select 1 from "actas" z where z."replacesId" = x."id") group by f."enrolmentId"),
  "marked" as materialized (select m."enrolmentId", max(case when i."name" = 'Examen' then coalesce(m."value", 0) end) * 0.6 + max(case when i."name" = 'Trabajo' then coalesce(m."value", 0) end) * 0.08 as mark
    from "marks" m join "markItems" i on i."id" = m."markItemId" where m."removedAt" is null group by m."enrolmentId")`
const ATTENDED = `coalesce(w.minutes, 0)`
const PLANNED = `(coalesce(v.planned, 0) - coalesce(w.exempt, 0))`
const PAPER = (kind: 'any' | 'constancia'): string => `k."${kind}"`
const ACTA = `y."on"`
const MARK = `(case when exists (select 1 from "courseSettings" q where q."editionId" = d."id") then floor(b.mark * 10 + 0.5 + 0.000000001) / 10 else floor(b.mark + 0.5 + 0.000000001) end)`
const PLACE = `coalesce(r."districtCode", p."districtCode", c."districtCode")`
const SECTOR_OF_KIND = `case r."kind" ${['municipalidad-distrital', 'gobierno-regional', 'ong', 'comunidad-nativa', 'universidad', 'gobierno-central'].map((kind) => `when '${kind}' then '${sectorOfKind(kind as 'ong')}'`).join(' ')} end`
const SECTOR = `coalesce(o."sector", ${SECTOR_OF_KIND})`
const years = (from: string, to: string): string => `(cast(substr(${to}, 1, 4) as integer) - cast(substr(${from}, 1, 4) as integer) - case when substr(${to}, 6) < substr(${from}, 6) then 1 else 0 end)`
const GROWN = `(case when p."statedAgeOn" is null then 0 else ${years('p."statedAgeOn"', FIRST)} end)`
const AGE_FROM = `(case when p."birthDate" is not null then ${years('p."birthDate"', FIRST)} when p."statedAge" = '34' then 34 + ${GROWN} when p."statedAge" = '30-59' then 30 + ${GROWN} when p."statedAge" = '60 a más' then 60 + ${GROWN} end)`
const AGE_TO = `(case when p."birthDate" is not null then ${years('p."birthDate"', FIRST)} when p."statedAge" = '34' then 34 + ${GROWN} when p."statedAge" = '30-59' then 59 + ${GROWN} when p."statedAge" = '60 a más' then 999 end)`

const list = (values: readonly string[]): string => `(${values.map((value) => `'${value}'`).join(', ')})`

interface Opened {
  readonly side: Beside
  readonly world: World
  readonly facts: Facts
}

async function openWorld(): Promise<Opened> {
  const side = await beside(await openApp())
  const world = await side.write(fillWorld)
  // A server plans by what it knows of its tables, and of new ones it knows nothing yet.
  await side.rows('analyze')
  return { side, world, facts: await side.facts('a') }
}

/** Conditions with what they mean in SQL. */
function conditions(world: World): readonly (readonly [name: string, definition: Partial<Definition>, where: string])[] {
  const [p0 = '', p1 = ''] = world.programmeIds
  const [e0 = '', e1 = ''] = world.editionIds
  const [c0 = '', c1 = '', c2 = ''] = world.cohortIds
  const paid = `d."id" in (select "editionId" from "agreementEditions" where "removedAt" is null)`
  const linked = `d."id" in (select "editionId" from "commitmentLinks" where "removedAt" is null and "editionId" is not null)`
  return [
    ['nothing', {}, 'true'],
    ['programmes', { programmeIds: [p0] }, `g."id" = '${p0}'`],
    ['editions', { editionIds: [e0, e1] }, `d."id" in ${list([e0, e1])}`],
    ['groups', { cohortIds: [c1, c2] }, `c."id" in ${list([c1, c2])}`],
    ['agreement', { agreementIds: [world.agreementId] }, paid],
    ['commitment', { commitmentIds: [world.commitmentId] }, linked],
    ['any training', { programmeIds: [p1], cohortIds: [c0], commitmentIds: [world.commitmentId] }, `(g."id" = '${p1}' or c."id" = '${c0}' or ${linked})`],
    ['actions', { actionTypes: ['taller', 'diplomado'] }, `d."actionType" in ('taller', 'diplomado')`],
    ['modalities', { modalities: ['virtual'] }, `coalesce(c."modality", d."modality") = 'virtual'`],
    ['department', { places: ['06'] }, `substr(${PLACE}, 1, 2) = '06'`],
    ['province and district', { places: ['0608', '150101'] }, `(substr(${PLACE}, 1, 4) = '0608' or ${PLACE} = '150101')`],
    ['residence', { places: ['06', '1501'], placeOf: 'residence' }, `(substr(p."districtCode", 1, 2) = '06' or substr(p."districtCode", 1, 4) = '1501')`],
    ['place of the group', { places: ['06'], placeOf: 'cohort' }, `substr(c."districtCode", 1, 2) = '06'`],
    ['roles', { roles: ['speaker', 'facilitator'] }, `e."role" in ('speaker', 'facilitator')`],
    ['states', { states: ['completed', 'approved'] }, `e."state" in ('completed', 'approved')`],
    ['class', { personClasses: ['lider'] }, `p."personClass" = 'lider'`],
    ['sex', { sexes: ['F'] }, `p."sex" = 'F'`],
    ['age', { ageFrom: 30, ageTo: 59 }, `(${AGE_FROM} >= 30 and ${AGE_TO} <= 59)`],
    ['least age', { ageFrom: 60 }, `${AGE_FROM} >= 60`],
    ['most age', { ageTo: 29 }, `${AGE_TO} <= 29`],
    ['sector', { sectors: ['local', 'organizacion-social'] }, `${SECTOR} in ('local', 'organizacion-social')`],
    ['kind', { organisationKinds: ['ong', 'universidad'] }, `r."kind" in ('ong', 'universidad')`],
    ['organisation', { organisationIds: world.organisationIds.slice(2, 5) }, `r."id" in ${list(world.organisationIds.slice(2, 5))}`],
    ['regime', { regimes: ['15', 'L'] }, `o."regime" in ('15', 'L')`],
    ['area', { areas: ['rural'] }, `t."area" = 'rural'`],
    ['ethnicity', { ethnicities: ['quechua'] }, `t."ethnicity" = 'quechua'`],
    ['language', { languages: ['quechua'] }, `t."language" = 'quechua'`],
    ['disability', { disabilities: ['yes'] }, `t."disability" = 'yes'`],
    ['minutes', { leastMinutes: 150 }, `${ATTENDED} >= 150`],
    ['share', { leastShare: 60 }, `(${ATTENDED} * 100 >= ${PLANNED} * 60 and v.planned is not null)`],
    ['mark', { leastMark: 10.5 }, `${MARK} >= 10.5`],
    ['paper', { paper: 'any' }, `${PAPER('any')} is not null`],
    ['constancia', { paper: 'constancia' }, `${PAPER('constancia')} is not null`],
    ['acta', { inActa: true }, `${ACTA} is not null`],
    ['several', { sexes: ['F'], roles: ['participant'], states: ['completed', 'approved'], leastMinutes: 60 }, `p."sex" = 'F' and e."role" = 'participant' and e."state" in ('completed', 'approved') and ${ATTENDED} >= 60`],
  ]
}

/** Every condition, of everything that is counted by enrolments. */
async function byEveryCondition({ side, world, facts }: Opened): Promise<void> {
  const all = conditions(world)
  // Each enrolment with what every condition says of it.
  const says = all.map(([, , where], at) => `case when ${where} then 1 else 0 end as "k${at}"`).join(', ')
  const rows = await side.rows(`${WITH} select e."id", e."personId", r."id" as "organisationId", ${ATTENDED} as minutes, ${says} from ${ENROLLED} where e."removedAt" is null`)
  const papers = await side.rows(`select k."enrolmentId", k."paperKind" from "certificates" k where ${IN_FORCE}`)
  for (const [at, [name, definition]] of all.entries()) {
    const own = rows.filter((row) => Number(row[`k${at}`]) === 1)
    const distinct = (key: string): number => new Set(own.map((row) => row[key]).filter((id) => id !== null)).size
    const ids = new Set(own.map((row) => row['id']))
    const expected = {
      people: distinct('personId'), participations: own.length, organisations: distinct('organisationId'), hours: own.reduce((sum, row) => sum + Number(row['minutes']), 0) / 45,
      certificates: papers.filter((paper) => ids.has(paper['enrolmentId']) && (name !== 'constancia' || paper['paperKind'] === 'constancia')).length,
    }
    const counted = Object.fromEntries((['people', 'participations', 'organisations', 'hours', 'certificates'] as const).map((counts) => [counts, countFigure(facts, asked(counts, definition, { hourMinutes: 45 }))]))
    expect([name, counted]).toEqual([name, expected])
    // A condition that leaves nobody, or everybody, tells nothing.
    expect([name, own.length > 0, name === 'nothing' || own.length < rows.length]).toEqual([name, true, true])
  }
}

/** Ever and once a period, by every day that can put a thing into it. */
async function inEveryPeriod({ side, facts }: Opened): Promise<void> {
  const spans = [['2026-01-01', '2026-03-31'], ['2026-04-01', '2026-06-30'], ['2026-07-01', '2026-12-31'], ['2026-05-20', '2026-05-20'], [null, '2026-04-20'], ['2026-04-20', null]] as const
  const day: Readonly<Record<string, string>> = { lastDay: LAST, firstDay: FIRST, paper: PAPER('any'), acta: ACTA }
  for (const dated of ['lastDay', 'firstDay', 'session', 'paper', 'acta'] as const) {
    const things = dated === 'session' ? `${WITH} select e."personId", e."id", m."day" as "on", m.minutes from ${ENROLLED} join ${MINUTES} m on m."enrolmentId" = e."id" and m.minutes > 0 where e."removedAt" is null` : `${WITH} select e."personId", e."id", ${day[dated]} as "on", ${ATTENDED} as minutes from ${ENROLLED} where e."removedAt" is null`
    const rows = (await side.rows(things)) as { personId: string; id: string; on: string | null; minutes: number }[]
    for (const [from, until] of spans) {
      const isIn = (on: string | null): boolean => on !== null && (from === null || on >= from) && (until === null || on <= until)
      const first = (key: 'personId' | 'id'): string[] => [...Map.groupBy(rows, (row) => row[key]).values()].flatMap((own) => own.map((row) => row.on).filter((on) => on !== null).sort()[0] ?? [])
      const figure = (counts: Asked['counts'], once: Asked['once']): number | null => countFigure(facts, asked(counts, { dated }, { once, from, until }))
      const told = [dated, from, until] as const
      expect([...told, figure('people', 'ever')]).toEqual([...told, first('personId').filter(isIn).length])
      expect([...told, figure('people', 'period')]).toEqual([...told, new Set(rows.filter((row) => isIn(row.on)).map((row) => row.personId)).size])
      expect([...told, figure('participations', 'ever')]).toEqual([...told, first('id').filter(isIn).length])
      expect([...told, figure('hours', 'ever')]).toEqual([...told, rows.filter((row) => isIn(row.on)).reduce((sum, row) => sum + Number(row.minutes), 0) / 60])
    }
  }
}

/** Periods that follow each other come to the whole when each person counts once ever. */
async function addUp({ facts }: Opened): Promise<void> {
  for (const dated of ['firstDay', 'session', 'paper', 'acta'] as const) {
    const months = Array.from({ length: 12 }, (_, at) => countFigure(facts, asked('people', { dated }, { from: `2026-${String(at + 1).padStart(2, '0')}-01`, until: `2026-${String(at + 1).padStart(2, '0')}-31` })) ?? 0)
    expect(months.reduce((sum, one) => sum + one, 0)).toBe(countFigure(facts, asked('people', { dated }, { from: '2026-01-01', until: '2026-12-31' })))
  }
}

/** The key of each dimension in SQL, of the enrolment `e`. */
const KEYS: Readonly<Record<string, string>> = {
  sex: 'p."sex"', organisationKind: 'r."kind"', sector: SECTOR, organisation: 'r."id"', regime: 'o."regime"', personClass: 'p."personClass"', department: `substr(${PLACE}, 1, 2)`, province: `substr(${PLACE}, 1, 4)`, district: PLACE,
  area: 't."area"', ethnicity: 't."ethnicity"', language: 't."language"', disability: 't."disability"', programme: 'g."id"', edition: 'd."id"', cohort: 'c."id"', stage: `''`,
  age: `case when ${AGE_TO} <= 17 then '0-17' when ${AGE_FROM} >= 18 and ${AGE_TO} <= 29 then '18-29' when ${AGE_FROM} >= 30 and ${AGE_TO} <= 44 then '30-44' when ${AGE_FROM} >= 45 and ${AGE_TO} <= 59 then '45-59' when ${AGE_FROM} >= 60 then '60+' end`,
}

/** Each person stands in one cell, by her latest enrolment. */
async function byEveryDimension({ side, facts }: Opened): Promise<void> {
  const span = { from: '2026-02-01', until: '2026-07-31' }
  for (const dimension of breakdownDimensions) {
    const rows = (await side.rows(`${WITH} select e."personId", e."id", ${LAST} as "on", ${ATTENDED} as minutes, coalesce(${KEYS[dimension]}, '') as "key" from ${ENROLLED} where e."removedAt" is null and ${LAST} between '${span.from}' and '${span.until}'`)) as { personId: string; id: string; on: string; minutes: number; key: string }[]
    const latest = [...Map.groupBy(rows, (row) => row.personId).values()].map((own) => own.toSorted((one, other) => (`${one.on} ${one.id}` < `${other.on} ${other.id}` ? 1 : -1))[0]?.key ?? '')
    const grouped = (list: readonly { readonly key: string; readonly n: number }[]): Record<string, number> => {
      const sums: Record<string, number> = {}
      for (const { key, n } of list) sums[key] = (sums[key] ?? 0) + n
      return sums
    }
    const split = (counts: Asked['counts']): { cells: Record<string, number>; total: number; sum: number } => {
      const [seen] = splitFigure(facts, asked(counts, {}, { ...span, once: 'period', hourMinutes: 1 }), [dimension], 'es')
      return { cells: Object.fromEntries((seen?.cells ?? []).map((cell) => [cell.key, cell.value])), total: seen?.total ?? -1, sum: (seen?.cells ?? []).reduce((sum, cell) => sum + cell.value, 0) }
    }
    const [people, participations, hours] = [split('people'), split('participations'), split('hours')]
    expect([dimension, people.cells]).toEqual([dimension, grouped(latest.map((key) => ({ key, n: 1 })))])
    expect([dimension, participations.cells]).toEqual([dimension, grouped(rows.map(({ key }) => ({ key, n: 1 })))])
    const expected = grouped(rows.filter((row) => Number(row.minutes) > 0).map(({ key, minutes }) => ({ key, n: Number(minutes) })))
    expect([dimension, hours.cells]).toEqual([dimension, expected])
    expect([dimension, people.sum, participations.sum, hours.sum]).toEqual([dimension, people.total, participations.total, hours.total])
  }
}

/** In the reader’s language; the list behind each cell is as long as it says. */
async function namesAndLists({ facts }: Opened): Promise<void> {
  const figure = asked('people', { roles: ['participant'] })
  const [sex, age, province] = splitFigure(facts, figure, ['sex', 'age', 'province'], 'es')
  expect([sex?.label, sex?.isSensitive, sex?.cells.map((cell) => cell.label)]).toEqual(['Sexo', false, ['Mujeres', 'Hombres', 'Sin dato']])
  expect(age?.cells.map((cell) => cell.label)).toEqual(['Hasta 17 años', 'De 18 a 29 años', 'De 30 a 44 años', 'De 45 a 59 años', '60 años a más', 'Sin dato'].filter((label) => age?.cells.some((cell) => cell.label === label)))
  expect(province?.cells.find((cell) => cell.key === '0608')?.label).toBe('Jaén, Cajamarca')
  expect(splitFigure(facts, figure, ['sex', 'ethnicity'], 'en').map((one) => [one.label, one.isSensitive])).toEqual([['Sex', false], ['Ethnic self-identification', true]])
  for (const seen of splitFigure(facts, figure, breakdownDimensions, 'es')) {
    for (const cell of seen.cells) expect(behindFigure(facts, figure, { dimension: seen.dimension, category: cell.key })).toHaveLength(cell.value)
  }
  const behind = behindFigure(facts, figure, null)
  expect(behind).toHaveLength(countFigure(facts, figure) ?? -1)
  for (const ref of behind.slice(0, 20)) expect(behindPerson(facts, figure, ref.id)).toEqual([ref])
  const order = behind.map((ref) => facts.people.get(ref.id)?.sortKey ?? '')
  expect(order).toEqual(order.toSorted())
}

/** Sessions held, initiatives and rows of registers. */
async function whatIsNoPerson({ side, world, facts }: Opened): Promise<void> {
  const [p0 = ''] = world.programmeIds
  const [, e1 = ''] = world.editionIds
  const training = `join "cohorts" c on c."id" = s."cohortId" and c."removedAt" is null join "editions" d on d."id" = c."editionId" and d."removedAt" is null join "programmes" g on g."id" = d."programmeId" and g."removedAt" is null`
  const sessions = `from "sessions" s ${training} where s."removedAt" is null`
  const initiatives = `from "initiatives" i left join "cohorts" c on c."id" = i."cohortId" left join "editions" d on d."id" = coalesce(i."editionId", c."editionId") where i."removedAt" is null`
  const rows = `from "resultRows" w where w."removedAt" is null`
  const began = (stage: string): string => `coalesce((select min(u."on") from "initiativeSteps" u where u."initiativeId" = i."id"${stage}), i."stageOn")`
  const held = await side.facts('held', '2026-05-01')
  const cases: readonly (readonly [Asked, string, Facts?])[] = [
    [asked('sessions'), `select count(*) ${sessions}`],
    [asked('sessions'), `select count(*) ${sessions} and s."day" <= '2026-05-01'`, held],
    [asked('sessions', { sexes: ['F'], programmeIds: [p0] }), `select count(*) ${sessions} and g."id" = '${p0}'`],
    [asked('sessions', { modalities: ['virtual'], places: ['06'] }), `select count(*) ${sessions} and coalesce(s."modality", c."modality", d."modality") = 'virtual' and substr(c."districtCode", 1, 2) = '06'`],
    [asked('sessions', {}, { from: '2026-03-01', until: '2026-04-10' }), `select count(*) ${sessions} and s."day" between '2026-03-01' and '2026-04-10'`],
    [asked('initiatives'), `select count(*) ${initiatives}`],
    [asked('initiatives', { initiativeKinds: ['actionPlan'], initiativeStages: ['approved', 'finished'] }), `select count(*) ${initiatives} and i."kind" = 'actionPlan' and i."stage" in ('approved', 'finished')`],
    [asked('initiatives', {}, { until: '2026-02-28' }), `select count(*) ${initiatives} and ${began('')} <= '2026-02-28'`],
    [asked('initiatives', { initiativeStages: ['finished'] }, { from: '2026-08-01' }), `select count(*) ${initiatives} and i."stage" = 'finished' and ${began(` and u."stage" = 'finished'`)} >= '2026-08-01'`],
    [asked('initiatives', { agreementIds: [world.agreementId] }), `select count(*) ${initiatives} and (i."agreementId" is not null or d."id" in (select "editionId" from "agreementEditions" where "removedAt" is null))`],
    [asked('initiatives', { commitmentIds: [world.commitmentId] }), `select count(*) ${initiatives} and (d."id" = '${e1}' or i."id" in (select "initiativeId" from "commitmentLinks" where "initiativeId" is not null))`],
    [asked('initiatives', { places: ['06'] }), `select count(*) ${initiatives} and substr(coalesce(i."districtCode", c."districtCode"), 1, 2) = '06'`],
    [asked('rows'), `select count(*) ${rows}`],
    [asked('rows', { registerId: world.registerId }), `select count(*) ${rows} and w."registerId" = '${world.registerId}'`],
    [asked('rows', { registerId: world.registerId, rowConditions: [{ fieldId: 'nivel', values: ['Alto'] }, { fieldId: 'activo', values: ['yes'] }] }), `select count(*) ${rows} and w."registerId" = '${world.registerId}' and w."values" like '%"nivel":"Alto"%' and w."values" like '%"activo":true%'`],
    [asked('rows', { organisationKinds: ['ong'] }, { from: '2026-03-01' }), `select count(*) ${rows} and w."on" >= '2026-03-01' and exists (select 1 from "resultRowLinks" k join "organisations" r on r."id" = k."organisationId" where k."rowId" = w."id" and r."kind" = 'ong' and r."removedAt" is null)`],
    [asked('rows', { agreementIds: [world.agreementId], places: ['06', '15'] }), `select count(*) ${rows} and substr(w."districtCode", 1, 2) in ('06', '15') and (w."agreementId" is not null or w."editionId" in (select "editionId" from "agreementEditions" where "removedAt" is null))`],
  ]
  for (const [figure, query, other] of cases) expect([query, countFigure(other ?? facts, figure)]).toEqual([query, await side.number(query)])
  const [level] = splitFigure(facts, asked('rows', { registerId: world.registerId }), ['field:nivel'], 'es')
  const grouped = await side.rows(`select coalesce(case when w."values" like '%"nivel":"Alto"%' then 'Alto' when w."values" like '%"nivel":"Medio"%' then 'Medio' end, '') as "key", count(*) as n ${rows} and w."registerId" = '${world.registerId}' group by 1`)
  expect([level?.label, Object.fromEntries((level?.cells ?? []).map((cell) => [cell.key, cell.value]))]).toEqual(['Nivel', Object.fromEntries(grouped.map((row) => [row['key'], Number(row['n'])]))])
  expect(countFigure(facts, asked('manual'))).toBeNull()
}

/** What each leaves, and what it alone takes away. */
async function whatEachConditionLeaves({ side, facts }: Opened): Promise<void> {
  const all = await side.number(`${WITH} select count(*) from ${ENROLLED} where e."removedAt" is null`)
  const women = await side.number(`${WITH} select count(*) from ${ENROLLED} where e."removedAt" is null and p."sex" = 'F'`)
  const speakers = await side.number(`${WITH} select count(*) from ${ENROLLED} where e."removedAt" is null and e."role" = 'speaker'`)
  const both = await side.number(`${WITH} select count(*) from ${ENROLLED} where e."removedAt" is null and e."role" = 'speaker' and p."sex" = 'F'`)
  const seen = explainFigure(facts, asked('participations', { sexes: ['F'], roles: ['speaker'] }), 'es')
  expect(seen).toEqual({
    all,
    steps: [
      { condition: 'roles', words: 'que participaron como ponente', left: speakers, excludes: all - speakers },
      { condition: 'sexes', words: 'mujeres', left: both, excludes: all - women },
    ],
    value: both,
    sentence: `Cumplen ${both} de ${all} inscripciones.`,
  })
  const nobody = explainFigure(facts, asked('people', { sexes: ['F'], leastMinutes: 60_000 }), 'es')
  expect([nobody.value, nobody.sentence]).toEqual([0, `Nadie cuenta: la condición «con 1000 h de asistencia o más» deja fuera a ${all} de ${all}.`])
}

it('figures are what plain SQL counts, by every condition and in every period, and each condition tells what it leaves', async () => {
  const opened = await openWorld()
  await byEveryCondition(opened)
  await inEveryPeriod(opened)
  await addUp(opened)
  await whatEachConditionLeaves(opened)
})

it('breakdowns are what plain SQL groups and add up to their figure; so are sessions, initiatives and rows of registers', async () => {
  const opened = await openWorld()
  await byEveryDimension(opened)
  await namesAndLists(opened)
  await whatIsNoPerson(opened)
})
