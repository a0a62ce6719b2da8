import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Reader } from '../../src/main/db/doors.ts'
import { countFigure, splitFigure } from '../../src/main/features/counting/count.ts'
import { definitionWords } from '../../src/main/features/counting/words.ts'
import { describeBehind } from '../../src/main/features/counting/behind.ts'
import { behindFigure } from '../../src/main/features/counting/count.ts'
import { warmFacts } from '../../src/main/features/counting/facts.ts'
import type { Facts } from '../../src/main/features/counting/model.ts'
import { packing } from '../../src/main/features/counting/model.ts'
import { addDays } from '../../src/shared/domain/dates.ts'
import { aCourse, anOffice, anOrganisation, aPerson, aPost, aSession, someSessions } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'
import { engineName, openApp } from '../support/open-app.ts'
import { asked, beside, dice } from './counting-support.ts'
import { anEdition, samples, yes } from './imports-support.ts'

type Api = OpenApp['api']

/** The facts as they could be written down: without the places that they have in memory. */
function written(facts: Facts): unknown {
  const byId = <T extends { readonly id: string }, S>(map: ReadonlyMap<string, T>, seen: (one: T) => S): [string, S][] => [...map.values()].map((one): [string, S] => [one.id, seen(one)]).sort(([one], [other]) => (one < other ? -1 : 1))
  return {
    programmes: byId(facts.programmes, (one) => ({ ...one })),
    editions: byId(facts.editions, ({ programme, ...one }) => ({ ...one, programme: programme?.id })),
    cohorts: byId(facts.cohorts, ({ edition, ...one }) => ({ ...one, edition: edition?.id })),
    sessions: byId(facts.sessions, ({ index: _, cohort, ...one }) => ({ ...one, cohort: cohort?.id })),
    organisations: byId(facts.organisations, ({ index: _, ...one }) => one),
    posts: byId(facts.posts, ({ organisation, ...one }) => ({ ...one, organisation: organisation?.id })),
    people: byId(facts.people, ({ index: _, rank, ...one }) => ({ ...one, rank: one.isLive ? rank : -1 })),
    order: facts.order.map((one) => one.id),
    enrolments: byId(facts.enrolments, ({ person, cohort, post, attended, papers, ...one }) => ({
      ...one, person: person.id, cohort: cohort.id, post: post?.id, papers: papers.map((paper) => [paper.id, paper.kind, paper.day]),
      attended: attended.map((packed) => `${facts.sessionList[Math.floor(packed / packing)]?.id} ${packed % packing}`).sort(),
    })),
    initiatives: byId(facts.initiatives, (one) => ({ ...one })),
    rows: byId(facts.rows, (one) => ({ ...one })),
    ties: [facts.agreementEditions, facts.commitmentEditions, facts.commitmentInitiatives, facts.agreementNames, facts.commitmentNames],
    traits: facts.traits,
    statuses: [...facts.statuses],
  }
}

interface Office {
  readonly api: Api
  readonly editionIds: string[]
  readonly cohortIds: string[]
  readonly personIds: string[]
  readonly organisationIds: string[]
  readonly seriesId: string
  readonly signatoryId: string
  readonly itemIds: string[]
  readonly acts: string[]
}

async function anOfficeAtWork(opened: OpenApp): Promise<Office> {
  const { api } = opened
  const { seriesId, signatoryId } = await anOffice(opened)
  const [one, other] = [await aCourse(api), await aCourse(api, { name: 'II edición', startsOn: '2026-05-04', endsOn: '2026-05-29' })]
  const { id: second } = await api.cohorts.create({ editionId: one.editionId, name: 'Puno', site: 'Puno', districtCode: '210101', startsOn: null, endsOn: null, modality: null })
  const organisationIds: string[] = []
  for (const name of ['Municipalidad de Puno', 'Gobierno Regional', 'ONG']) organisationIds.push((await api.organisations.create(anOrganisation({ name, kind: 'ong', districtCode: '210101' }))).id)
  const itemIds: string[] = []
  for (const { editionId } of [one, other]) itemIds.push((await api.marks.saveItem({ editionId, id: null, fields: { name: 'Examen', kind: 'exam', weight: 1, scaleMin: 0, scaleMax: 20 } })).id)
  return { api, editionIds: [one.editionId, other.editionId], cohortIds: [one.cohortId, second, other.cohortId], personIds: [], organisationIds, seriesId, signatoryId, itemIds, acts: [] }
}

type Dice = ReturnType<typeof dice>

/** What an office does in a day. What the app refuses, it refuses: that too changes nothing. */
const deeds: readonly ((office: Office, dice: Dice) => Promise<unknown>)[] = [
  async ({ api, personIds, organisationIds, cohortIds }, { below, pick }) => {
    const { id } = await api.people.create(aPerson({ firstSurname: pick(['QUISPE', 'ÑAUPARI', 'MAMANI']), givenNames: `N${below(1000)}`, sex: pick(['F', 'M', null] as const), birthDate: pick(['1980-05-04', '2001-02-28', null]) }))
    personIds.push(id)
    await api.people.addPost(aPost({ personId: id, organisationId: pick(organisationIds), regime: pick(['15', '02'] as const) }))
    return api.enrolments.add({ cohortId: pick(cohortIds), personIds: [id] })
  },
  async ({ api, personIds, cohortIds }, { pick }) => api.enrolments.add({ cohortId: pick(cohortIds), personIds: [pick(personIds)], role: pick(['participant', 'speaker'] as const) }),
  async ({ api, personIds }, { pick }) => api.people.update({ id: pick(personIds), fields: { sex: pick(['F', 'M'] as const), firstSurname: pick(['APAZA', 'ZEGARRA', 'LÓPEZ']), districtCode: pick(['060101', '080101', null]), birthDate: pick(['1970-01-01', '1999-12-31']) } }),
  async ({ api, personIds }, { pick }) => api.people.remove({ id: pick(personIds) }),
  async ({ api, personIds }, { pick }) => api.people.restore({ id: pick(personIds) }),
  async ({ api, cohortIds }, { pick, below }) => {
    const [one] = (await api.enrolments.list({ cohortId: pick(cohortIds) })).filter(() => below(3) === 0)
    return one === undefined ? undefined : api.enrolments.update({ ids: [one.id], state: pick(['completed', 'approved', 'withdrawn', 'enrolled'] as const) })
  },
  async ({ api, cohortIds }, { pick }) => api.enrolments.remove({ ids: (await api.enrolments.list({ cohortId: pick(cohortIds) })).slice(-1).map((one) => one.id) }),
  async ({ api, cohortIds }, { pick, below }) => api.sessions.create({ cohortId: pick(cohortIds), fields: aSession({ day: addDays('2026-10-12', below(30)), plannedMinutes: pick([60, 95, 180]), subject: `T${below(1000)}` }) }),
  async ({ api, cohortIds }, { pick, below }) => {
    const [session] = (await api.sessions.list({ cohortId: pick(cohortIds) })).toSorted(() => below(3) - 1)
    return session === undefined ? undefined : pick([() => api.sessions.update({ id: session.id, fields: { plannedMinutes: pick([50, 90, 120]) } }), () => api.sessions.remove({ id: session.id })])()
  },
  async ({ api, cohortIds }, { pick, below }) => {
    const { people, sessions } = await api.attendance.grid({ cohortId: pick(cohortIds) })
    return api.attendance.set({ cells: people.flatMap(({ enrolmentId }) => sessions.map(({ id }) => ({ sessionId: id, enrolmentId, status: pick(['present', 'late', 'leftEarly', 'absent', null]), minutes: below(5) === 0 ? below(60) : null }))).map((cell) => (cell.status === null ? { ...cell, minutes: null } : cell)) })
  },
  async ({ api, cohortIds, itemIds }, { pick, below }) => {
    const at = below(3)
    const people = await api.enrolments.list({ cohortId: cohortIds[at] ?? '', role: 'participant' })
    return api.marks.set({ cells: people.map((one) => ({ markItemId: itemIds[at === 2 ? 1 : 0] ?? '', enrolmentId: one.id, value: pick([8, 11.5, 20, 'NP'] as const) })) })
  },
  async ({ api, editionIds }, { pick }) => api.rules.configure({ editionId: pick(editionIds), markRounding: pick(['whole', 'tenth'] as const) }),
  async ({ api, cohortIds }, { pick }) => api.cohorts.update({ id: pick(cohortIds), fields: { endsOn: pick(['2026-11-05', null]), districtCode: pick(['150101', '060101']), modality: pick(['virtual', null] as const) } }),
  async ({ api, editionIds }, { pick }) => api.editions.update({ id: pick(editionIds), fields: { actionType: pick(['taller', 'curso']), endsOn: pick(['2026-11-20', '2026-12-01']) } }),
  async ({ api, organisationIds }, { pick }) => api.organisations.update({ id: pick(organisationIds), fields: { kind: pick(['universidad', 'ong'] as const), districtCode: pick(['080101', null]) } }),
  async ({ api, cohortIds, seriesId, signatoryId }, { pick }) => {
    const cohortId = pick(cohortIds)
    const people = (await api.enrolments.list({ cohortId })).filter((one) => one.state === 'approved')
    await api.certificates.issue({ enrolmentIds: people.slice(0, 2).map((one) => one.id), paperKind: 'certificado', seriesId, issuedOn: '2026-11-20', model: 'sober', signatoryIds: [signatoryId] })
  },
  async ({ api }, { pick }) => {
    const { rows } = await api.certificates.list({ offset: 0, limit: 50 })
    return api.corrections.annul({ certificateIds: [pick(rows).id], reason: 'Error en el nombre', resolution: null, annulledOn: '2026-11-21' })
  },
  async ({ api }, { pick }) => api.attendance.saveStatus({ key: 'late', fields: { name: null, letter: 'T', share: pick([50, 100]), exempts: 0 } } as never),
  async ({ api, acts }, { pick }) => api.history.undo({ act: pick(acts) }),
]

it('facts kept and brought up to date from the log are those that a fresh reading gives, whatever an office does', { timeout: 240_000 }, async () => {
  const opened = await openApp()
  const office = await anOfficeAtWork(opened)
  const side = await beside(opened)
  const rolled = dice(4)
  const [create = async () => undefined] = deeds
  for (let turn = 0; turn < 6; turn += 1) await create(office, rolled)
  await side.facts('kept')
  let done = 0
  // The other engine is slower by far; what it does is the same.
  const turns = engineName === 'postgres' ? 15 : 90
  for (let turn = 0; turn < turns; turn += 1) {
    const deed = rolled.pick(deeds)
    const answer = await deed(office, rolled).then(
      (value) => {
        done += 1
        return value
      },
      () => undefined,
    )
    if (typeof answer === 'object' && answer !== null && 'act' in answer) office.acts.push(String(answer.act))
    if (turn % 3 === 0) expect([turn, written(await side.facts('kept'))]).toEqual([turn, written(await side.facts(`fresh ${turn}`))])
  }
  expect(opened.bugs).toEqual([])
  expect(done).toBeGreaterThan(turns / 2)
})

it('what is read ahead while the office goes on writing between two stretches comes to what a fresh reading gives, whoever reads the rest', async () => {
  const opened = await openApp()
  const office = await anOfficeAtWork(opened)
  const side = await beside(opened)
  const rolled = dice(7)
  const [create = async () => undefined, ...others] = deeds
  for (let turn = 0; turn < 4; turn += 1) await create(office, rolled)
  let doors = 0
  const read = async <T>(work: (db: Reader) => Promise<T>): Promise<T> => {
    doors += 1
    // What a status counts is in everything: it is read anew then, and that proves nothing here.
    for (const deed of [create, rolled.pick(others.slice(0, -2))]) await deed(office, rolled).catch(() => undefined)
    return work(side.db)
  }
  await warmFacts(side.office('half'), read, () => doors < 5)
  expect(doors).toBe(5)
  expect(written(await side.facts('half'))).toEqual(written(await side.facts('anew')))
  await warmFacts(side.office('whole'), read, () => true)
  expect(doors).toBeGreaterThan(12)
  expect(written(await side.facts('whole'))).toEqual(written(await side.facts('anew once more')))
})

it('calls at once share one reading, and a reading that fails leaves nothing half read', async () => {
  const opened = await openApp()
  await anOfficeAtWork(opened)
  const side = await beside(opened)
  const [one, other] = await Promise.all([side.facts('a'), side.facts('a')])
  expect(one).toBe(other)
  await opened.api.people.create(aPerson())
  expect(await side.facts('a')).toBe(one)
  expect(one.people.size).toBe(1)
})

it('Cajamarca: 123 of 140 enrolled attended three sessions of four, by attendance and by the record of results', async () => {
  const app = await openApp()
  const { api } = app
  await anOffice(app)
  const editionId = await anEdition(api, { name: 'Gobierno abierto', actionType: 'taller', startsOn: '2026-08-03', endsOn: '2026-08-24', hours: 12 })
  const { id: cohortId } = await api.cohorts.create({ editionId, name: 'Cajamarca', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null })
  const roster = join(samples, '05-cajamarca-inscripciones.xlsx')
  const side = await beside(app)
  await side.facts('kept')
  await api.imports.write({ file: await app.drop(roster), target: { kind: 'groups', editionId, by: 'one', groups: [{ key: '', cohortId, newName: null }] }, decisions: yes })
  await api.resultSheets.write({ file: await app.drop(roster), cohortId })
  await api.rules.setPaper({ editionId, paperKind: 'constancia', rule: { leastShare: 75, needsRequired: 0, leastMark: null } })
  const trained = asked('people', { cohortIds: [cohortId], roles: ['participant'], leastShare: 75 })
  const before = await side.facts('kept')
  expect([countFigure(before, asked('people', { cohortIds: [cohortId] })), countFigure(before, trained), countFigure(before, asked('people', { paper: 'any' }))]).toEqual([140, 123, 0])
  await api.actas.close({ cohortId })
  const facts = await side.facts('kept')
  const august = { from: '2026-08-01', until: '2026-08-31' }
  const figures = [trained, asked('people', { inActa: true }), { ...trained, ...august }, asked('people', { dated: 'acta' }, august)].map((figure) => countFigure(facts, figure))
  expect(figures).toEqual([123, 123, 123, 0])
  const [sex] = splitFigure(facts, trained, ['sex'], 'es')
  expect(sex?.cells.reduce((sum, cell) => sum + cell.value, 0)).toBe(123)
  const behind = await describeBehind(side.db, behindFigure(facts, trained, null).slice(0, 2), 'es')
  expect(behind.map((row) => [row.kind, row.cohortName, row.on, row.value])).toEqual([['person', 'Gobierno abierto · Cajamarca', '2026-08-24', 1], ['person', 'Gobierno abierto · Cajamarca', '2026-08-24', 1]])
  expect(behind.every((row) => row.label.length > 5 && row.id === row.personId)).toBe(true)
  expect(await definitionWords(side.db, trained.definition, 'people', 'ever', 'es')).toBe('Cuenta personas, cada una una sola vez: en el grupo «Cajamarca»; que participaron como participante; con 75 % de asistencia o más; según el último día del grupo.')
})

it('a small office by hand: somebody in two groups counts once as a person, twice as a participation, and her hours in the month of each session', async () => {
  const opened = await openApp()
  const { api } = opened
  const first = await aCourse(api, { startsOn: '2026-03-02', endsOn: '2026-03-31' })
  const second = await aCourse(api, { startsOn: '2026-05-04', endsOn: '2026-05-29' })
  const { id: ana } = await api.people.create(aPerson({ firstSurname: 'ARCE', sex: 'F', birthDate: '1996-03-02' }))
  const { id: luis } = await api.people.create(aPerson({ firstSurname: 'BACA', sex: 'M' }))
  await api.enrolments.add({ cohortId: first.cohortId, personIds: [ana] })
  await api.enrolments.add({ cohortId: second.cohortId, personIds: [ana, luis] })
  const [march = '', april = ''] = await someSessions(api, first.cohortId, 2, { day: '2026-03-31' })
  await api.sessions.update({ id: april, fields: { day: '2026-04-01' } })
  const [enrolled] = await api.enrolments.list({ cohortId: first.cohortId })
  await api.attendance.set({ cells: [{ sessionId: march, enrolmentId: enrolled?.id ?? '', status: 'present' }, { sessionId: april, enrolmentId: enrolled?.id ?? '', status: 'late', minutes: 90 }] })
  const side = await beside(opened)
  const facts = await side.facts('a')
  const q1 = { from: '2026-01-01', until: '2026-03-31' }
  const q2 = { from: '2026-04-01', until: '2026-06-30' }
  const count = (...of: Parameters<typeof asked>): number | null => countFigure(facts, asked(...of))
  expect([count('people'), count('participations'), count('hours')]).toEqual([2, 3, 4.5])
  expect([count('people', {}, q1), count('people', {}, q2), count('people', {}, { ...q2, once: 'period' })]).toEqual([1, 1, 2])
  expect([count('hours', { dated: 'session' }, q1), count('hours', { dated: 'session' }, q2), count('hours', {}, q1), count('hours', {}, q2)]).toEqual([3, 1.5, 4.5, 0])
  // Thirty years on the first day of the first group.
  expect([count('people', { ageFrom: 30 }), count('people', { ageTo: 29 }), count('people', { ageFrom: 31 })]).toEqual([1, 0, 0])
  // Late data: a session of March that is marked now counts in March.
  await api.attendance.set({ cells: [{ sessionId: march, enrolmentId: enrolled?.id ?? '', status: 'absent' }] })
  expect(countFigure(await side.facts('a'), asked('hours', { dated: 'session' }, q1))).toBe(0)
  // Who withdrew counts unless the definition names the states that do.
  await api.enrolments.update({ ids: [enrolled?.id ?? ''], state: 'withdrawn' })
  const later = await side.facts('a')
  expect([countFigure(later, asked('participations')), countFigure(later, asked('participations', { states: ['enrolled', 'completed', 'approved'] }))]).toEqual([3, 2])
  await api.people.remove({ id: luis })
  expect(countFigure(await side.facts('a'), asked('people'))).toBe(1)
})
