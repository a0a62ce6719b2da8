import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { aClass, aCourse, aPerson, someSessions } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'

type Api = OpenApp['api']
type Fields = Parameters<Api['initiatives']['create']>[0]['fields']

const samples = join(import.meta.dirname, '../../samples')

function anInitiative(fields: Partial<Fields> = {}): Fields {
  return { kind: 'initiative', code: null, title: 'Riego en el valle del Chira', problem: null, proposal: null, place: 'Piura', districtCode: null, editionId: null, cohortId: null, agreementId: null, amountCents: null, currency: null, beneficiaries: null, beneficiariesNote: null, outcome: null, dueOn: null, ...fields }
}

const plans = (api: Api, cohortId: string) => api.initiatives.list({ cohortId, kind: 'actionPlan' })

describe('an initiative', () => {
  it('goes from stage to stage and never back in time, is followed up at 3, 6 and 12 months, and each act is taken back', async () => {
    const opened = await openApp({ today: '2026-11-22' })
    const { api } = opened
    const course = await aCourse(api, { startsOn: '2026-01-10', endsOn: '2026-02-28' })
    const author = await api.people.create(aPerson())
    const { id } = await api.initiatives.create({ fields: anInitiative({ cohortId: course.cohortId, amountCents: 1_250_000 }), on: '2026-02-01', authorIds: [author.id] })
    const get = () => api.initiatives.get({ id })
    // An amount without a currency is soles, a group brings its edition, the follow-ups count from the group's last day.
    expect((await get()).initiative).toMatchObject({ stage: 'idea', stageOn: '2026-02-01', currency: 'PEN', editionId: course.editionId, editionName: 'Gestión pública · I edición', cohortName: 'Cusco' })
    expect((await get()).followUps.map(({ months, dueOn, isOverdue }) => [months, dueOn, isOverdue])).toEqual([[3, '2026-05-28', true], [6, '2026-08-28', true], [12, '2027-02-28', false]])
    const moved = await api.initiatives.moveTo({ id, stage: 'approved', on: '2026-03-01', note: 'Acta 4' })
    await expect(api.initiatives.moveTo({ id, stage: 'funded', on: '2026-02-28', note: null })).rejects.toThrow('desde el 01/03/2026')
    await expect(api.initiatives.moveTo({ id, stage: 'approved', on: '2026-04-01', note: null })).rejects.toThrow('Ya está en esa etapa')
    await expect(api.initiatives.moveTo({ id, stage: 'funded', on: '2026-11-23', note: null })).rejects.toThrow('aún no llega')
    const [first, second] = (await get()).steps
    await expect(api.initiatives.removeStep({ id: first?.id ?? '' })).rejects.toThrow('última etapa')
    await api.history.undo({ act: moved.act })
    expect((await get()).initiative.stage).toBe('idea')
    await expect(api.initiatives.removeStep({ id: first?.id ?? '' })).rejects.toThrow('primera etapa')
    await expect(api.initiatives.removeStep({ id: second?.id ?? '' })).rejects.toMatchObject({ code: 'missing' })

    const [three] = (await get()).followUps
    const check = (fields: Parameters<Api['initiatives']['saveFollowUp']>[0]['fields']) => api.initiatives.saveFollowUp({ id: three?.id ?? '', fields })
    await expect(check({ state: 'done' })).rejects.toThrow('qué día')
    await expect(check({ state: 'done', checkedOn: '2026-06-01' })).rejects.toThrow('quién hizo')
    await expect(check({ state: 'done', checkedOn: '2026-12-01', checkedBy: 'Rosa' })).rejects.toThrow('aún no llega')
    await expect(check({ state: 'done', checkedOn: '2026-01-31', checkedBy: 'Rosa' })).rejects.toThrow('comenzó el 01/02/2026')
    await check({ state: 'partly', checkedOn: '2026-06-01', checkedBy: 'Rosa Ñaupari', finding: 'Hay un canal de dos' })
    expect((await api.initiatives.due({ until: '2026-12-31' })).map(({ months, isOverdue }) => [months, isOverdue])).toEqual([[6, true]])
    // What was stopped is asked after no more.
    await api.initiatives.moveTo({ id, stage: 'stopped', on: '2026-10-01', note: null })
    expect(await api.initiatives.due({ until: '2030-12-31' })).toEqual([])
    expect((await api.initiatives.list({})).rows[0]).toMatchObject({ isOverdue: false, nextDueOn: null })
    await expect(api.initiatives.addFollowUp({ initiativeId: id, months: 6, dueOn: '2026-09-01' })).rejects.toThrow('Ya hay un seguimiento a los 6 meses')
    const removed = await api.initiatives.remove({ id })
    expect((await api.initiatives.list({})).rows).toEqual([])
    await api.history.undo({ act: removed.act })
    expect((await get()).followUps).toHaveLength(3)
    expect(opened.bugs).toEqual([])
  })

  it('has people of the register and names, once in each part, and advice that may stand in a session of its course', async () => {
    const opened = await openApp()
    const { api } = opened
    const { cohortId, sessionIds } = await aClass(api, 1, { sessions: 1 })
    const [elsewhere = ''] = await someSessions(api, (await aCourse(api)).cohortId, 1)
    const adviser = await api.people.create(aPerson({ firstSurname: 'ÑAUPARI', givenNames: 'Rosa' }))
    const { id } = await api.initiatives.create({ fields: anInitiative({ cohortId }), on: '2026-10-20' })
    const put = (people: Parameters<Api['initiatives']['setPeople']>[0]['people']) => api.initiatives.setPeople({ id, people })
    await put([{ personId: adviser.id, name: 'otro nombre', role: 'adviser' }, { personId: null, name: 'Comité de regantes', role: 'responsible' }])
    expect((await api.initiatives.get({ id })).people.map(({ role, name, shownName }) => [role, name, shownName])).toEqual([['adviser', null, 'ÑAUPARI, Rosa'], ['responsible', 'Comité de regantes', 'Comité de regantes']])
    await expect(put([{ personId: adviser.id, name: null, role: 'adviser' }, { personId: adviser.id, name: null, role: 'adviser' }])).rejects.toThrow('dos veces')
    await expect(put([{ personId: null, name: null, role: 'author' }])).rejects.toThrow('escriba su nombre')
    const fields = { on: '2026-10-12', minutes: 60, adviserId: null, adviserName: null, subject: 'Marco lógico', advice: null, agreed: 'Rehacer el árbol', sessionId: sessionIds[0] ?? null }
    await expect(api.initiatives.saveConsulting({ initiativeId: id, id: null, fields })).rejects.toThrow('quién asesoró')
    await api.initiatives.saveConsulting({ initiativeId: id, id: null, fields: { ...fields, adviserId: adviser.id } })
    expect((await api.initiatives.get({ id })).consultings).toMatchObject([{ adviser: 'ÑAUPARI, Rosa', agreed: 'Rehacer el árbol', sessionId: sessionIds[0] }])
    await expect(api.initiatives.saveConsulting({ initiativeId: id, id: null, fields: { ...fields, adviserId: adviser.id, sessionId: elsewhere } })).rejects.toThrow('otro curso')
    expect((await api.initiatives.list({ search: 'comite nada' })).rows).toEqual([])
    expect((await api.initiatives.list({ search: 'naupari' })).rows.map((row) => row.id)).toEqual([id])
    expect((await api.initiatives.list({ personId: adviser.id })).rows).toHaveLength(1)
    expect(opened.bugs).toEqual([])
  })
})

describe('action plans of a group', () => {
  it('are made for each participant who has none, in one act, by what she promised and where she works', async () => {
    const opened = await openApp()
    const { api } = opened
    const { cohortId, enrolmentIds } = await aClass(api, 3, { edition: { startsOn: '2026-01-05', endsOn: '2026-05-31' } })
    const [first = '', , third = ''] = enrolmentIds
    await api.application.savePlan({ id: null, enrolmentId: first, fields: { promise: 'Ordenar la mesa de partes', indicator: null, baseline: null, target: null, promisedOn: '2026-06-01', checker: null }, months: [] })
    await api.enrolments.update({ ids: [third], state: 'withdrawn' })
    const made = await api.initiatives.planForEach({ cohortId, on: '2026-06-01', dueOn: '2026-12-15' })
    expect([made.ids.length, made.alreadyThere]).toEqual([2, 0])
    const { rows } = await plans(api, cohortId)
    expect(rows.map((row) => [row.title, row.authors, row.dueOn, row.followUps.map((one) => one.dueOn)])).toEqual([
      ['Ordenar la mesa de partes', ['QUISPE HUAMÁN, Ana'], '2026-12-15', ['2026-08-31', '2026-11-30', '2027-05-31']],
      ['Plan de acción de QUISPE HUAMÁN, Beatriz', ['QUISPE HUAMÁN, Beatriz'], '2026-12-15', ['2026-08-31', '2026-11-30', '2027-05-31']],
    ])
    expect(await api.initiatives.planForEach({ cohortId, on: '2026-06-01', dueOn: null })).toMatchObject({ ids: [], alreadyThere: 2 })
    await api.history.undo({ act: made.act })
    expect((await plans(api, cohortId)).rows).toEqual([])
    await expect(api.initiatives.planForEach({ cohortId, on: '2026-06-01', dueOn: '2026-05-01' })).rejects.toThrow('anterior')
    expect(opened.bugs).toEqual([])
  })
})

describe('the fifteen initiatives of the cooperation agents', () => {
  it('stand three in each of five cities, are filtered, and go out as sheet and paper', async () => {
    const opened = await openApp()
    const { api, bytes } = opened
    const listed = JSON.parse(await readFile(join(samples, 'programas/iniciativas.json'), 'utf8')) as (Partial<Fields> & { group: string })[]
    for (const [at, { group: _, ...fields }] of listed.entries()) await api.initiatives.create({ fields: anInitiative(fields), on: '2026-01-15', stage: at % 3 === 0 ? 'running' : 'designed', months: [12] })
    const all = await api.initiatives.list({})
    expect(all.places).toEqual(['Arequipa', 'Cusco', 'Iquitos', 'Lima', 'Piura'].map((place) => ({ place, count: 3 })))
    expect([all.rows.length, all.overdue]).toEqual([15, 0])
    const cusco = await api.initiatives.list({ place: 'Cusco' })
    expect(cusco.rows.map((row) => row.title)).toEqual(['Calidad educativa en distritos de extrema pobreza de la región Cusco', 'Desarrollo de camélidos sudamericanos en la provincia de Canchis', 'Propuesta de manejo y gestión actual del Camino Inca'])
    expect(cusco.stages.filter((one) => one.count > 0)).toEqual([{ stage: 'designed', count: 2 }, { stage: 'running', count: 1 }])
    expect(cusco.places).toHaveLength(5)
    expect((await api.initiatives.list({ stage: 'running' })).places.map((one) => one.count)).toEqual([1, 1, 1, 1, 1])
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await bytes(await api.initiatives.report({ format: 'xlsx' }))) as never)
    const cells = book.worksheets.flatMap((sheet) => sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? row.map(String) : [])))
    for (const { title } of listed) expect(cells).toContain(title)
    expect((await bytes(await api.initiatives.report({ format: 'pdf', place: 'Cusco' }))).subarray(0, 5).toString()).toBe('%PDF-')
    expect(opened.bugs).toEqual([])
  })
})
