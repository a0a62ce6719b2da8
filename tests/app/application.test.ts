import { describe, expect, it } from 'vitest'
import { run } from '../documents/second-programs.ts'
import { aCourse, anOffice, somePeople } from '../support/builders.ts'
import { engineName, openApp } from '../support/open-app.ts'

const months = [3, 6, 12].map((n) => ({ level: n === 12 ? ('impact' as const) : ('application' as const), months: n }))
const fields = { promise: 'Atender los reclamos en menos de siete días', indicator: 'Días para atender un reclamo', baseline: '15 días', target: '7 días', promisedOn: '2026-03-02', checker: 'Rosa Ñaupari, gerenta' }

/** A group of three whose training ended on 28 February 2026; the first promised something. */
async function aPromise(options: { readonly today?: string; readonly edition?: Parameters<typeof aCourse>[1] } = {}) {
  const opened = await openApp({ today: options.today ?? '2026-06-15' })
  const { api } = opened
  const course = await aCourse(api, { startsOn: '2026-02-20', endsOn: '2026-02-28', ...options.edition })
  await api.enrolments.add({ cohortId: course.cohortId, personIds: await somePeople(api, 3) })
  const [ana, beatriz, carla] = (await api.enrolments.list({ cohortId: course.cohortId })).map((one) => one.id)
  if (ana === undefined || beatriz === undefined || carla === undefined) throw new Error('nobody was enrolled')
  const { id: planId } = await api.application.savePlan({ id: null, enrolmentId: ana, fields, months })
  const list = () => api.application.list({ cohortId: course.cohortId })
  const checksOf = async () => (await list()).plans.find((plan) => plan.id === planId)?.checks ?? []
  return { opened, api, ...course, ana, beatriz, carla, planId, list, checksOf }
}

describe('what a participant promises to apply', () => {
  it('is looked at 3, 6 and 12 months after the training, and who promised nothing is named', async () => {
    const { list, ana, beatriz, carla, cohortId } = await aPromise()
    const { plans, without, counts } = await list()
    expect(plans).toHaveLength(1)
    expect(plans[0]).toMatchObject({ ...fields, enrolmentId: ana, name: 'QUISPE HUAMÁN, Ana', cohortId, cohortName: 'Cusco', isWithdrawn: false })
    expect(plans[0]?.checks.map(({ level, months: n, dueOn, state, isOverdue }) => [level, n, dueOn, state, isOverdue])).toEqual([
      ['application', 3, '2026-05-28', 'pending', true],
      ['application', 6, '2026-08-28', 'pending', false],
      ['impact', 12, '2027-02-28', 'pending', false],
    ])
    expect(without.map((one) => one.enrolmentId)).toEqual([beatriz, carla])
    expect(counts).toEqual({ participants: 3, plans: 1, pending: 3, overdue: 1, done: 0, partly: 0, notDone: 0 })
  })

  it('is due on the very day and overdue on the next', async () => {
    const onTheDay = await aPromise({ today: '2026-05-28' })
    expect((await onTheDay.checksOf())[0]?.isOverdue).toBe(false)
    expect((await onTheDay.api.application.due({ until: '2026-05-28' })).map(({ dueOn, isOverdue, name }) => [dueOn, isOverdue, name])).toEqual([['2026-05-28', false, 'QUISPE HUAMÁN, Ana']])
    expect(await onTheDay.api.application.due({ until: '2026-05-27' })).toEqual([])
    const later = await aPromise({ today: '2026-05-29' })
    expect((await later.checksOf())[0]?.isOverdue).toBe(true)
  })

  it.each([
    ['the group says', { cohort: '2026-08-31', edition: '2026-02-28' }, '2027-02-28'],
    ['the course says', { cohort: null, edition: '2026-08-31' }, '2027-02-28'],
    ['nobody says: today', { cohort: null, edition: null }, '2026-12-15'],
  ])('counts from the last day that %s; the end of a shorter month stands for the 31st', async (_who, ends, expected) => {
    const { api, cohortId, planId } = await aPromise({ edition: { startsOn: null, endsOn: ends.edition } })
    await api.cohorts.update({ id: cohortId, fields: { endsOn: ends.cohort } })
    await api.application.addCheck({ planId, level: 'impact', months: 6 })
    const { plans } = await api.application.list({ cohortId })
    expect(plans[0]?.checks.find((check) => check.level === 'impact' && check.months === 6)?.dueOn).toBe(expected)
  })

  it('counts from the last session where there are sessions', async () => {
    const { api, cohortId, planId, opened } = await aPromise()
    const session = { day: '2026-03-31', startsAt: '09:00', endsAt: '11:00', plannedMinutes: 120, subject: 'Cierre', module: null, place: null, link: null, modality: null, isRequired: 0 as const }
    await api.sessions.create({ cohortId, fields: session })
    await api.application.addCheck({ planId, level: 'impact', months: 6 })
    const { plans } = await api.application.list({ cohortId })
    expect(plans[0]?.checks.find((check) => check.level === 'impact' && check.months === 6)?.dueOn).toBe('2026-09-30')
    expect(opened.bugs).toEqual([])
  })

  it('is changed, keeps its checks, gets those it lacks, and goes with all of them', async () => {
    const { api, planId, ana, list, checksOf } = await aPromise()
    await api.application.savePlan({ id: planId, enrolmentId: ana, fields: { ...fields, target: '5 días' }, months: [{ level: 'application', months: 3 }, { level: 'application', months: 9 }] })
    expect((await list()).plans[0]?.target).toBe('5 días')
    expect((await checksOf()).map((check) => check.months)).toEqual([3, 6, 9, 12])
    await expect(api.application.addCheck({ planId, level: 'application', months: 9 })).rejects.toThrow('Ya hay una verificación')
    const { act } = await api.application.removePlan({ id: planId })
    expect((await list()).counts).toEqual({ participants: 3, plans: 0, pending: 0, overdue: 0, done: 0, partly: 0, notDone: 0 })
    expect(await api.application.due({ until: '2030-01-01' })).toEqual([])
    await api.history.undo({ act })
    expect((await checksOf()).map((check) => check.months)).toEqual([3, 6, 9, 12])
  })

  it('is asked of participants only, not of who withdrew, and not for a day to come', async () => {
    const { api, cohortId, beatriz, carla, opened } = await aPromise()
    const before = await opened.tables()
    await expect(api.application.savePlan({ id: null, enrolmentId: beatriz, fields: { ...fields, promisedOn: '2026-06-16' } })).rejects.toThrow('aún no llega')
    await expect(api.application.savePlan({ id: null, enrolmentId: beatriz, fields: { ...fields, promise: '  ' } })).rejects.toMatchObject({ code: 'invalid' })
    expect(await opened.tables()).toEqual(before)
    await api.enrolments.update({ ids: [beatriz], state: 'withdrawn' })
    await api.enrolments.update({ ids: [carla], role: 'speaker' })
    await expect(api.application.savePlan({ id: null, enrolmentId: beatriz, fields })).rejects.toThrow('Se retiró')
    await expect(api.application.savePlan({ id: null, enrolmentId: carla, fields })).rejects.toThrow('Solo los participantes')
    expect(await api.application.list({ cohortId })).toMatchObject({ without: [], counts: { participants: 1 } })
  })

  it('asks nothing more of who withdrew, and keeps what she promised', async () => {
    const { api, ana, list } = await aPromise()
    await api.enrolments.update({ ids: [ana], state: 'withdrawn' })
    const { plans, counts } = await list()
    expect(plans[0]).toMatchObject({ isWithdrawn: true, promise: fields.promise })
    expect(counts).toMatchObject({ participants: 2, plans: 1, pending: 0, overdue: 0 })
    expect(await api.application.due({ until: '2030-01-01' })).toEqual([])
  })
})

describe('a check of what was promised', () => {
  it('says when, by whom and what was found, and can be taken back', async () => {
    const { api, checksOf, list } = await aPromise()
    const [first] = await checksOf()
    const id = first?.id ?? ''
    const { act } = await api.application.saveCheck({ id, fields: { state: 'partly', checkedOn: '2026-06-01', checkedBy: 'Rosa Ñaupari, gerenta', finding: 'Bajó a nueve días', measured: '9 días' } })
    expect((await checksOf())[0]).toMatchObject({ state: 'partly', checkedOn: '2026-06-01', measured: '9 días', isOverdue: false })
    expect((await list()).counts).toMatchObject({ pending: 2, overdue: 0, partly: 1 })
    await api.history.undo({ act })
    expect((await checksOf())[0]).toMatchObject({ state: 'pending', checkedOn: null, isOverdue: true })
  })

  it.each([
    ['without a day', { state: 'done', checkedBy: 'Rosa' }, 'qué día'],
    ['without a name', { state: 'done', checkedOn: '2026-06-01' }, 'quién lo verificó'],
    ['with a name of blanks', { state: 'done', checkedOn: '2026-06-01', checkedBy: '  ' }, 'quién lo verificó'],
    ['on a day to come', { state: 'done', checkedOn: '2026-06-16', checkedBy: 'Rosa' }, 'aún no llega'],
    ['pending on a day to come', { checkedOn: '2026-06-16' }, 'aún no llega'],
    ['before the promise', { state: 'notDone', checkedOn: '2026-03-01', checkedBy: 'Rosa' }, 'anterior al compromiso'],
  ] as const)('is refused %s, and stays as it was', async (_name, said, sentence) => {
    const { api, checksOf, opened } = await aPromise()
    const [first] = await checksOf()
    const before = await opened.tables()
    await expect(api.application.saveCheck({ id: first?.id ?? '', fields: said })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining(sentence) })
    expect(await opened.tables()).toEqual(before)
  })

  it('does not let the promise move behind it, and goes by itself', async () => {
    const { api, checksOf, planId, ana } = await aPromise()
    const [first, second] = await checksOf()
    await api.application.saveCheck({ id: first?.id ?? '', fields: { state: 'done', checkedOn: '2026-06-01', checkedBy: 'Rosa' } })
    await expect(api.application.savePlan({ id: planId, enrolmentId: ana, fields: { ...fields, promisedOn: '2026-06-02' } })).rejects.toThrow('anterior al compromiso')
    await api.application.removeCheck({ id: second?.id ?? '' })
    expect((await checksOf()).map((check) => check.months)).toEqual([3, 12])
    await expect(api.application.saveCheck({ id: second?.id ?? '', fields: { state: 'pending' } })).rejects.toMatchObject({ code: 'missing' })
  })
})

describe('the evidence of a check', () => {
  it('stands beside it, and goes and comes back', async () => {
    const { api, opened, checksOf } = await aPromise()
    const [first] = await checksOf()
    const file = await opened.app.files().receive('Informe de avance.pdf', Buffer.from('%PDF-1.4 informe'))
    await api.evidence.attach({ file, to: { kind: 'check', id: first?.id ?? '' } })
    const [kept] = (await checksOf())[0]?.evidence ?? []
    expect(kept?.fileName).toBe('Informe de avance.pdf')
    const { act } = await api.evidence.remove({ id: kept?.id ?? '' })
    expect((await checksOf())[0]?.evidence).toEqual([])
    await api.history.undo({ act })
    expect((await checksOf())[0]?.evidence).toEqual([kept])
  })
})

describe('the report of what was applied', () => {
  it('tells promise, path and states, with how many were carried out', async () => {
    const { api, opened, checksOf, cohortId, editionId } = await aPromise()
    await anOffice(opened)
    const [first] = await checksOf()
    await api.application.saveCheck({ id: first?.id ?? '', fields: { state: 'done', checkedOn: '2026-06-01', checkedBy: 'Rosa', measured: '6 días' } })
    const paper = await api.application.report({ cohortId, format: 'pdf' })
    const words = run('pdftotext', '-layout', opened.path(paper), '-').toString().replace(/\s+/g, ' ')
    for (const one of ['QUISPE HUAMÁN, Ana', '15 días 7 días 6 días', 'Sin compromiso', '1 de 3 participantes', '1 de 1 (100.0 %)', 'Compromisos según su última verificación']) expect(words).toContain(one)
    run('qpdf', '--check', opened.path(paper))
    const sheet = await api.application.report({ editionId, format: 'xlsx' })
    expect(sheet.size).toBeGreaterThan(5_000)
    await expect(api.application.report({ format: 'pdf' })).rejects.toThrow('Elija un grupo')
  })
})

describe(`on ${engineName}`, () => {
  it('what is due in all groups stands in the order of the days', async () => {
    const { api, beatriz } = await aPromise()
    await api.application.savePlan({ id: null, enrolmentId: beatriz, fields, months: [{ level: 'application', months: 1 }] })
    const due = await api.application.due({ until: '2026-12-31' })
    expect(due.map(({ dueOn, isOverdue, months: n }) => [dueOn, isOverdue, n])).toEqual([['2026-03-28', true, 1], ['2026-05-28', true, 3], ['2026-08-28', false, 6]])
  })
})
