import { describe, expect, it } from 'vitest'
import { aCourse, somePeople } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'

const noRule = { leastShare: null, needsRequired: 0, leastMark: null } as const

describe('what a course asks', () => {
  it('says the usual until it is said otherwise', async () => {
    const { api } = await openApp()
    const { editionId } = await aCourse(api, {}, { withActa: true })
    expect(await api.rules.get({ editionId })).toEqual({ withoutActa: false, markRounding: 'whole', retakes: 'best', requirements: [], papers: [] })
  })

  it('one setting changes and the others stay', async () => {
    const { api } = await openApp()
    const { editionId } = await aCourse(api, {}, { withActa: true })
    await api.rules.configure({ editionId, markRounding: 'tenth' })
    await api.rules.configure({ editionId, withoutActa: true })
    const { act } = await api.rules.configure({ editionId, retakes: 'last' })
    expect(await api.rules.get({ editionId })).toMatchObject({ withoutActa: true, markRounding: 'tenth', retakes: 'last' })
    await api.history.undo({ act })
    expect(await api.rules.get({ editionId })).toMatchObject({ withoutActa: true, markRounding: 'tenth', retakes: 'best' })
  })

  it('each kind of paper has its rule, changed and taken away, and undone', async () => {
    const { api } = await openApp()
    const { editionId } = await aCourse(api)
    await api.rules.setPaper({ editionId, paperKind: 'constancia', rule: { ...noRule, leastShare: 70 } })
    await api.rules.setPaper({ editionId, paperKind: 'certificado', rule: { leastShare: 80, needsRequired: 1, leastMark: 13 } })
    await api.rules.setPaper({ editionId, paperKind: 'constancia', rule: { ...noRule, leastShare: 75.5 } })
    const papers = [
      { paperKind: 'certificado', leastShare: 80, needsRequired: 1, leastMark: 13, requirementIds: [] },
      { paperKind: 'constancia', leastShare: 75.5, needsRequired: 0, leastMark: null, requirementIds: [] },
    ]
    expect((await api.rules.get({ editionId })).papers).toEqual(papers)
    const { act } = await api.rules.removePaper({ editionId, paperKind: 'certificado' })
    expect((await api.rules.get({ editionId })).papers).toEqual(papers.slice(1))
    await expect(api.rules.removePaper({ editionId, paperKind: 'certificado' })).rejects.toMatchObject({ code: 'missing', message: 'Este curso ya no otorga ese documento.' })
    await api.history.undo({ act })
    expect((await api.rules.get({ editionId })).papers).toEqual(papers)
  })

  it('a paper taken away can be given again', async () => {
    const { api } = await openApp()
    const { editionId } = await aCourse(api)
    await api.rules.setPaper({ editionId, paperKind: 'certificado', rule: noRule })
    await api.rules.removePaper({ editionId, paperKind: 'certificado' })
    await api.rules.setPaper({ editionId, paperKind: 'certificado', rule: { ...noRule, leastMark: 14 } })
    expect((await api.rules.get({ editionId })).papers).toMatchObject([{ paperKind: 'certificado', leastMark: 14 }])
  })

  it('a share above 100 or a mark above 20 is told at its field', async () => {
    const { api } = await openApp()
    const { editionId } = await aCourse(api)
    await expect(api.rules.setPaper({ editionId, paperKind: 'certificado', rule: { ...noRule, leastShare: 101, leastMark: 21 } })).rejects.toMatchObject({
      code: 'invalid',
      fields: { 'rule.leastShare': expect.any(String), 'rule.leastMark': expect.any(String) },
    })
  })
})

describe('requirements', () => {
  it('leave the rules that ask them when they are removed', async () => {
    const { api } = await openApp()
    const { editionId } = await aCourse(api)
    const plan = await api.rules.saveRequirement({ editionId, id: null, fields: { name: 'Plan de acción', dueOn: '2026-10-30' } })
    const survey = await api.rules.saveRequirement({ editionId, id: null, fields: { name: 'Encuesta', dueOn: null } })
    await api.rules.setPaper({ editionId, paperKind: 'certificado', rule: noRule, requirementIds: [survey.id, plan.id, plan.id] })
    expect((await api.rules.get({ editionId })).papers[0]?.requirementIds).toEqual([survey.id, plan.id])
    const { act } = await api.rules.removeRequirement({ id: survey.id })
    expect(await api.rules.get({ editionId })).toMatchObject({ requirements: [{ id: plan.id, name: 'Plan de acción', dueOn: '2026-10-30' }], papers: [{ requirementIds: [plan.id] }] })
    await api.history.undo({ act })
    expect(await api.rules.get({ editionId })).toMatchObject({ requirements: [{ id: plan.id }, { id: survey.id }], papers: [{ requirementIds: [survey.id, plan.id] }] })
  })

  it('stay while they are checked for somebody', async () => {
    const { api } = await openApp()
    const { editionId, cohortId } = await aCourse(api)
    const { id } = await api.rules.saveRequirement({ editionId, id: null, fields: { name: 'Plan de acción', dueOn: null } })
    await api.enrolments.add({ cohortId, personIds: await somePeople(api, 1) })
    const [enrolled] = await api.enrolments.list({ cohortId })
    await api.marks.check({ cells: [{ requirementId: id, enrolmentId: enrolled?.id ?? '', met: false }] })
    await expect(api.rules.removeRequirement({ id })).rejects.toMatchObject({ code: 'refused', message: 'No se puede quitar «Plan de acción»: ya está anotado para una persona.' })
    await api.marks.check({ cells: [{ requirementId: id, enrolmentId: enrolled?.id ?? '', met: null }] })
    await api.rules.removeRequirement({ id })
    expect((await api.rules.get({ editionId })).requirements).toEqual([])
  })

  it('have each a name of their own, whatever its capitals and accents', async () => {
    const { api } = await openApp()
    const { editionId } = await aCourse(api)
    const { id } = await api.rules.saveRequirement({ editionId, id: null, fields: { name: 'Plan de acción', dueOn: null } })
    await expect(api.rules.saveRequirement({ editionId, id: null, fields: { name: 'PLAN DE ACCION', dueOn: null } })).rejects.toMatchObject({ code: 'refused' })
    await api.rules.saveRequirement({ editionId, id, fields: { name: 'Plan de Acción', dueOn: '2026-11-02' } })
    expect((await api.rules.get({ editionId })).requirements).toEqual([{ id, name: 'Plan de Acción', dueOn: '2026-11-02' }])
  })

  it('of another edition are asked by no rule', async () => {
    const { api } = await openApp()
    const { editionId } = await aCourse(api)
    const other = await aCourse(api, { name: 'II edición' })
    const { id } = await api.rules.saveRequirement({ editionId: other.editionId, id: null, fields: { name: 'Plan de acción', dueOn: null } })
    await expect(api.rules.setPaper({ editionId, paperKind: 'certificado', rule: noRule, requirementIds: [id] })).rejects.toMatchObject({ code: 'missing', message: 'Ese requisito ya no existe.' })
    await expect(api.rules.saveRequirement({ editionId, id, fields: { name: 'Otro', dueOn: null } })).rejects.toMatchObject({ code: 'missing' })
  })
})

it('a copy of an edition asks the same, with requirements and marks of its own', async () => {
  const { api } = await openApp()
  const { editionId, cohortId } = await aCourse(api)
  await api.rules.configure({ editionId, markRounding: 'tenth', retakes: 'average' })
  const plan = await api.rules.saveRequirement({ editionId, id: null, fields: { name: 'Plan de acción', dueOn: '2026-10-30' } })
  await api.rules.setPaper({ editionId, paperKind: 'certificado', rule: { leastShare: 80, needsRequired: 1, leastMark: 13 }, requirementIds: [plan.id] })
  const item = { kind: 'exam', weight: 60, scaleMin: 0, scaleMax: 100 } as const
  const { id: examId } = await api.marks.saveItem({ editionId, id: null, fields: { ...item, name: 'Examen final' } })
  await api.marks.saveItem({ editionId, id: null, fields: { ...item, name: 'Trabajo', kind: 'work', weight: 40 } })
  await api.enrolments.add({ cohortId, personIds: await somePeople(api, 1) })
  const copy = await api.editions.copy({ id: editionId, name: 'II edición', year: 2027 })
  const seen = await api.rules.get({ editionId: copy.id })
  expect(seen).toMatchObject({ withoutActa: true, markRounding: 'tenth', retakes: 'average', requirements: [{ name: 'Plan de acción', dueOn: null }] })
  expect(seen.papers).toEqual([{ paperKind: 'certificado', leastShare: 80, needsRequired: 1, leastMark: 13, requirementIds: seen.requirements.map((one) => one.id) }])
  expect(seen.requirements[0]?.id).not.toBe(plan.id)
  const items = await api.marks.items({ editionId: copy.id })
  expect(items.map(({ id: _, ...fields }) => fields)).toEqual([{ ...item, name: 'Examen final' }, { ...item, name: 'Trabajo', kind: 'work', weight: 40 }])
  expect(items.map((one) => one.id)).not.toContain(examId)
})
