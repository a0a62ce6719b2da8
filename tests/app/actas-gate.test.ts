import { describe, expect, it } from 'vitest'
import { aPerson } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'
import type { OpenApp } from '../support/open-app.ts'
import type { ActaGroup } from './actas-support.ts'
import { aGroupWithResults } from './actas-support.ts'

function choiceOf({ office }: ActaGroup, paperKind: 'certificado' | 'constancia', enrolmentIds: readonly string[]) {
  return { enrolmentIds: [...enrolmentIds], paperKind, seriesId: paperKind === 'certificado' ? office.seriesId : office.constanciaSeriesId, issuedOn: '2026-11-20', model: 'sober' as const, signatoryIds: [office.signatoryId] }
}

async function reasons({ api }: OpenApp, choice: ReturnType<typeof choiceOf>): Promise<Record<string, string>> {
  const { leftOut } = await api.certificates.plan(choice)
  return Object.fromEntries(leftOut.map((one) => [one.personName.split(',')[0] ?? '', one.reason]))
}

describe('what releases a certificate', () => {
  it('before the record is closed nobody is given one, whatever the enrolment says', async () => {
    const opened = await openApp()
    const group = await aGroupWithResults(opened)
    const { ARCE, BACA, CCORI } = group.enrolments
    await opened.api.enrolments.update({ ids: [ARCE, BACA, CCORI], state: 'approved' })
    const choice = choiceOf(group, 'certificado', [ARCE, BACA, CCORI])
    expect(await reasons(opened, choice)).toEqual({ ARCE: 'Falta cerrar el acta del grupo «Cusco»', BACA: 'Falta cerrar el acta del grupo «Cusco»', CCORI: 'Falta cerrar el acta del grupo «Cusco»' })
    expect(await opened.api.certificates.issue(choice)).toEqual({ issued: [], leftOut: 3, firstNumber: null, lastNumber: null })
    expect((await opened.api.certificates.list({})).total).toBe(0)
  })

  it('the closed record gives each the papers of her line, with the reason for the others', async () => {
    const opened = await openApp()
    const { api } = opened
    const group = await aGroupWithResults(opened)
    const { ARCE, BACA, CCORI, DÍAZ } = group.enrolments
    await api.actas.close({ cohortId: group.cohortId })
    const { id: late } = await api.people.create(aPerson({ firstSurname: 'EGAS' }))
    await api.enrolments.add({ cohortId: group.cohortId, personIds: [late] })
    const lateId = (await api.enrolments.list({ cohortId: group.cohortId })).find((one) => one.personId === late)?.id ?? ''
    // What the state says does not release: the record does.
    await api.enrolments.update({ ids: [BACA, CCORI, lateId], state: 'approved' })
    const all = [ARCE, BACA, CCORI, DÍAZ, lateId]
    const said = await reasons(opened, choiceOf(group, 'certificado', all))
    expect(Object.keys(said)).toEqual(['BACA', 'CCORI', 'DÍAZ', 'EGAS'])
    expect(said['BACA']).toMatch(/^El acta N° 001-2026-MPC\/GRH no le da certificado\. Asistió\. Sin certificado: .*10/)
    expect(said['CCORI']).toMatch(/^El acta N° 001-2026-MPC\/GRH no le da certificado\. No cumplió\. .*50 %/)
    expect(said['DÍAZ']).toBe('Se retiró')
    expect(said['EGAS']).toBe('No figura en el acta N° 001-2026-MPC/GRH: cierre una que la reemplace')
    expect((await api.certificates.issue(choiceOf(group, 'certificado', all))).issued).toHaveLength(1)
    expect((await api.certificates.issue(choiceOf(group, 'constancia', all))).issued).toHaveLength(2)
  })

  it('who taught or organised waits for no record', async () => {
    const opened = await openApp()
    const { api } = opened
    const group = await aGroupWithResults(opened)
    await api.enrolments.add({ cohortId: group.cohortId, personIds: [group.people.ARCE], role: 'speaker' })
    const speaker = (await api.enrolments.list({ cohortId: group.cohortId, role: 'speaker' }))[0]?.id ?? ''
    const { issued } = await api.certificates.issue(choiceOf(group, 'constancia', [speaker]))
    expect(issued).toHaveLength(1)
    expect((await api.certificates.get({ id: issued[0] ?? '' })).acta).toBeNull()
  })

  it('a course declared without record gives its papers at once', async () => {
    const opened = await openApp()
    const group = await aGroupWithResults(opened)
    await opened.api.rules.configure({ editionId: group.editionId, withoutActa: true })
    const { issued } = await opened.api.certificates.issue(choiceOf(group, 'constancia', [group.enrolments.CCORI]))
    expect((await opened.api.certificates.get({ id: issued[0] ?? '' })).acta).toBeNull()
  })
})

describe('a certificate and its record', () => {
  it('the paper says the mark in figures and words, and by which record it is given', async () => {
    const opened = await openApp()
    const { api } = opened
    const group = await aGroupWithResults(opened)
    const { id: actaId, number } = await api.actas.close({ cohortId: group.cohortId })
    const { issued } = await api.certificates.issue(choiceOf(group, 'certificado', [group.enrolments.ARCE]))
    const certificate = await api.certificates.get({ id: issued[0] ?? '' })
    expect(certificate.acta).toEqual({ id: actaId, number, replacedBy: null })
    expect(certificate.paper.statement).toContain('con la nota de 16 (dieciséis).')
    expect(certificate.paper.statement).toContain('por haber seguido y aprobado')
    expect(certificate.paper.legalBasis).toBe('Según el acta de resultados N° 001-2026-MPC/GRH')
    expect(await api.actas.get({ id: actaId })).toMatchObject({ certificates: 1, papers: [{ certificateId: issued[0], enrolmentId: group.enrolments.ARCE, paperKind: 'certificado', number: 'N° 001-2026-MPC/GRH' }] })
  })

  it('stands when another record replaces its own, and says which', async () => {
    const opened = await openApp()
    const { api } = opened
    const group = await aGroupWithResults(opened)
    const { cohortId, enrolments, itemId } = group
    const first = await api.actas.close({ cohortId })
    const { issued } = await api.certificates.issue(choiceOf(group, 'certificado', [enrolments.ARCE]))
    await api.marks.set({ cells: [{ markItemId: itemId, enrolmentId: enrolments.ARCE, value: 9 }] })
    await api.actas.saveDraft({ cohortId, fields: { replaceReason: 'La nota era de otra persona.' } })
    expect((await api.actas.draft({ cohortId })).warnings).toEqual(['ARCE, Ana ya tiene N° 001-2026-MPC/GRH y con este resultado no le correspondería: el documento queda en el registro.'])
    const second = await api.actas.close({ cohortId })
    expect((await api.certificates.get({ id: issued[0] ?? '' })).acta).toEqual({ id: first.id, number: first.number, replacedBy: second.number })
    // From then on it is the new one that gives and refuses.
    expect(await reasons(opened, choiceOf(group, 'constancia', [enrolments.BACA, enrolments.CCORI]))).toEqual({ CCORI: expect.stringContaining('El acta N° 002-2026-MPC/GRH no le da constancia. No cumplió.') as string })
  })
})

it('a course with a closed record does not go without one, not even by taking a change back', async () => {
  const opened = await openApp()
  const { api } = opened
  const { editionId, cohortId } = await aGroupWithResults(opened)
  await api.rules.configure({ editionId, withoutActa: true })
  const { act } = await api.rules.configure({ editionId, withoutActa: false })
  const settings = await api.rules.get({ editionId })
  const { number } = await api.actas.close({ cohortId })
  const refused = { code: 'refused', message: `Este curso ya no puede dar certificados ni constancias sin acta: el grupo «Cusco» tiene cerrada el acta ${number}, y de ella salen. Para corregirla, cierre una que la reemplace. Nada cambió.` }
  await expect(api.rules.configure({ editionId, withoutActa: true })).rejects.toMatchObject(refused)
  await expect(api.history.undo({ act })).rejects.toMatchObject(refused)
  await api.rules.configure({ editionId, retakes: 'last' })
  expect(await api.rules.get({ editionId })).toEqual({ ...settings, retakes: 'last' })
})
