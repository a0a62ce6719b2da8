import { describe, expect, it } from 'vitest'
import { aGroupWithResults } from './actas-support.ts'
import { aClass, aCourse, aPerson, aSession, anOffice, someSessions, somePeople } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'

type Api = OpenApp['api']
type Cell = string | number | null

/** A course of hours of 60 minutes with four sessions of three hours, the last one required, and these participants. */
async function aClassOfFour(api: Api, people: number) {
  const { editionId, cohortId, sessionIds, enrolmentIds } = await aClass(api, people, { sessions: 3, edition: { minutesPerHour: 60, hours: 12 } })
  sessionIds.push((await api.sessions.create({ cohortId, fields: aSession({ day: '2026-10-15', subject: 'Cierre', isRequired: 1 }) })).id)
  /** One row a person: a status, minutes of a present person, or null. */
  const attend = (rows: readonly (readonly Cell[])[]) =>
    api.attendance.set({
      cells: rows.flatMap((row, person) =>
        row.flatMap((cell, session) => (cell === null ? [] : [{ sessionId: sessionIds[session] ?? '', enrolmentId: enrolmentIds[person] ?? '', status: typeof cell === 'number' ? 'present' : cell, minutes: typeof cell === 'number' ? cell : null }])),
      ),
    })
  const verdicts = async () => (await api.eligibility.list({ cohortId })).people
  return { editionId, cohortId, sessionIds, enrolmentIds, attend, verdicts }
}

const certificado = { paperKind: 'certificado', rule: { leastShare: 80, needsRequired: 1, leastMark: 11 } } as const
const constancia = { paperKind: 'constancia', rule: { leastShare: 80, needsRequired: 0, leastMark: null } } as const
const exam = { name: 'Examen final', kind: 'exam', weight: 60, scaleMin: 0, scaleMax: 20 } as const
const grant = { paperKind: 'certificado', rule: 'share', reason: 'Descanso médico', grantedBy: 'Rosa Ñaupari, Gerente', document: 'Memorando 012-2026', grantedOn: '2026-11-20' } as const

const sentences = (result: { papers: readonly { paperKind: string; reasons: readonly { sentence: string; enough: string | null }[] }[] } | undefined, paperKind = 'certificado') =>
  result?.papers.find((paper) => paper.paperKind === paperKind)?.reasons.map(({ sentence, enough }) => [sentence, enough])

describe('who earned which paper', () => {
  it('says the verdict, each reason and what would be enough', async () => {
    const { api } = await openApp()
    const { editionId, cohortId, enrolmentIds, attend, verdicts } = await aClassOfFour(api, 6)
    const { id: work } = await api.marks.saveItem({ editionId, id: null, fields: { ...exam, name: 'Trabajo', kind: 'work', weight: 40 } })
    const { id: final } = await api.marks.saveItem({ editionId, id: null, fields: exam })
    const { id: plan } = await api.rules.saveRequirement({ editionId, id: null, fields: { name: 'Plan de acción', dueOn: '2026-10-30' } })
    await api.rules.setPaper({ editionId, ...certificado, requirementIds: [plan] })
    await api.rules.setPaper({ editionId, ...constancia })
    const [ana = '', beatriz = '', carla = '', dina = '', elmer = '', fredy = ''] = enrolmentIds
    await attend([
      ['present', 'late', 'present', 'present'],
      ['present', 144, 'present', 'absent'],
      ['present', 'absent', 108, 'excused'],
      ['present', 'present', null, null],
      ['absent', 'absent', null, null],
      ['present', 'present', 'present', 'present'],
    ])
    const mark = (enrolmentId: string, markItemId: string, value: number | 'NP') => ({ enrolmentId, markItemId, value })
    await api.marks.set({ cells: [mark(ana, work, 14), mark(ana, final, 15), mark(beatriz, work, 10), mark(beatriz, final, 10), mark(carla, work, 8), mark(dina, work, 18), mark(elmer, final, 2), mark(fredy, work, 20), mark(fredy, final, 20)] })
    await api.marks.check({ cells: [{ requirementId: plan, enrolmentId: ana, met: true }, { requirementId: plan, enrolmentId: beatriz, met: false }] })
    await api.enrolments.update({ ids: [fredy], state: 'withdrawn' })
    const people = await verdicts()
    expect(people.map(({ name, verdict, earns, attendedMinutes, plannedMinutes, openMinutes, share, mark: final20 }) => [name, verdict, earns, attendedMinutes, plannedMinutes, openMinutes, share, final20])).toEqual([
      ['QUISPE HUAMÁN, Ana', 'earned', 'certificado', 720, 720, 0, 100, 15],
      ['QUISPE HUAMÁN, Beatriz', 'notEarned', null, 504, 720, 0, 70, 10],
      ['QUISPE HUAMÁN, Carla', 'notEarned', null, 288, 720, 0, 40, null],
      ['QUISPE HUAMÁN, Dina', 'undecided', null, 360, 720, 360, 50, null],
      ['QUISPE HUAMÁN, Elmer', 'notEarned', null, 0, 720, 360, 0, null],
      ['QUISPE HUAMÁN, Fredy', 'notEarned', null, 720, 720, 0, 100, 20],
    ])
    expect(sentences(people[0])).toEqual([
      ['Asistió 12 de 12 h (100 %); se pide 80 %', null],
      ['Asistió a la sesión obligatoria', null],
      ['Nota 15; se pide 11', null],
      ['Cumplió con «Plan de acción»', null],
    ])
    expect(sentences(people[1])).toEqual([
      ['Asistió 8.4 de 12 h (70 %): le faltan 1 h 12 min para llegar al 80 %', null],
      ['Faltó a la sesión obligatoria «Cierre» del 15/10', null],
      ['Nota 10 de 11 como mínimo', null],
      ['No cumplió con «Plan de acción»', null],
    ])
    expect(sentences(people[2])).toEqual([
      ['Asistió 4.8 de 12 h (40 %): le faltan 4 h 48 min para llegar al 80 %', null],
      ['Faltó a la sesión obligatoria «Cierre» del 15/10', null],
      ['Falta la nota de «Examen final»: necesita al menos 12.17', 'obtener 12.17 o más en «Examen final»'],
      ['Falta anotar si cumplió con «Plan de acción», que se pide hasta el 30/10/2026', 'cumplir con «Plan de acción» hasta el 30/10/2026'],
    ])
    expect(sentences(people[3])).toEqual([
      ['Asistió 6 de 12 h (50 %): le faltan 3 h 36 min para llegar al 80 %; hay 6 h por anotar', 'asistir a las 2 sesiones que quedan'],
      ['Está por anotar la sesión obligatoria «Cierre» del 15/10', 'asistir a la sesión obligatoria «Cierre» del 15/10'],
      ['Falta la nota de «Examen final»: necesita al menos 5.5', 'obtener 5.5 o más en «Examen final»'],
      ['Falta anotar si cumplió con «Plan de acción», que se pide hasta el 30/10/2026', 'cumplir con «Plan de acción» hasta el 30/10/2026'],
    ])
    expect(sentences(people[4])).toEqual([
      ['Asistió 0 de 12 h (0 %): le faltan 9 h 36 min para llegar al 80 % y solo hay 6 h por anotar', null],
      ['Está por anotar la sesión obligatoria «Cierre» del 15/10', 'asistir a la sesión obligatoria «Cierre» del 15/10'],
      ['Falta la nota de «Trabajo»: ni con la más alta llega a 11', null],
      ['Falta anotar si cumplió con «Plan de acción», que se pide hasta el 30/10/2026', 'cumplir con «Plan de acción» hasta el 30/10/2026'],
    ])
    expect(people[5]).toMatchObject({ isWithdrawn: true, papers: [{ reasons: [] }, { reasons: [] }] })
    const list = await api.eligibility.list({ cohortId })
    expect([list.hasRules, list.minutesPerHour, list.counts]).toEqual([true, 60, { certificado: 1, constancia: 0, none: 3, undecided: 1, withdrawn: 1 }])
  })

  it('speaks English to who reads English', async () => {
    const { api } = await openApp({ session: { language: 'en' } })
    const { editionId, attend, verdicts } = await aClassOfFour(api, 1)
    await api.rules.setPaper({ editionId, ...certificado })
    await attend([['present', 'present', 'absent', null]])
    expect(sentences((await verdicts())[0])).toEqual([
      ['Attended 6 of 12 h (50 %): 3 h 36 min short of 80 %, and only 3 h not written yet', null],
      ['The required session “Cierre” of 15/10 is not written yet', 'attend the required session “Cierre” of 15/10'],
      ['The course does not say yet which marks count.', null],
    ])
  })

  it('hours are those of the edition: of 45 minutes, 540 are twelve', async () => {
    const { api } = await openApp()
    const { editionId, attend, verdicts } = await aClassOfFour(api, 1)
    await api.editions.update({ id: editionId, fields: { minutesPerHour: 45 } })
    await api.rules.setPaper({ editionId, ...constancia })
    await attend([['present', 'present', 'present', 'absent']])
    expect(sentences((await verdicts())[0], 'constancia')).toEqual([['Asistió 12 de 16 h (75 %): le faltan 36 min para llegar al 80 %', null]])
  })

  it('an own status that exempts takes its session from the hours asked, and one that counts nothing misses it', async () => {
    const { api } = await openApp()
    const { editionId, attend, verdicts } = await aClassOfFour(api, 2)
    await api.rules.setPaper({ editionId, ...certificado, rule: { ...certificado.rule, leastMark: null } })
    await api.attendance.saveStatus({ key: null, name: 'En comisión', letter: 'C', share: 0, exempts: true })
    await api.attendance.saveStatus({ key: 'late', name: null, letter: 'T', share: 0, exempts: false })
    const statuses = await api.attendance.statuses({})
    const mission = statuses.find((one) => one.letter === 'C')?.key ?? ''
    await attend([['present', 'present', 'present', mission], ['present', 'present', 'present', 'late']])
    const people = await verdicts()
    expect(people.map(({ plannedMinutes, share, verdict }) => [plannedMinutes, share, verdict])).toEqual([[540, 100, 'earned'], [720, 75, 'notEarned']])
    expect(sentences(people[1])?.[1]).toEqual(['Faltó a la sesión obligatoria «Cierre» del 15/10', null])
  })

  it('each group of an edition is asked for its own sessions; roles but participants are not listed', async () => {
    const { api } = await openApp()
    const { editionId, cohortId, attend } = await aClassOfFour(api, 1)
    await api.rules.setPaper({ editionId, ...constancia })
    await attend([['present', 'present', 'present', 'present']])
    const puno = await api.cohorts.create({ editionId, name: 'Puno', site: 'Puno', districtCode: null, startsOn: null, endsOn: null, modality: null })
    const other = await api.people.create(aPerson({ firstSurname: 'APAZA', givenNames: 'Inés' }))
    const speaker = await api.people.create(aPerson({ firstSurname: 'ZEVALLOS', givenNames: 'Rosa' }))
    await api.enrolments.add({ cohortId: puno.id, personIds: [other.id] })
    await api.enrolments.add({ cohortId: puno.id, personIds: [speaker.id], role: 'speaker' })
    const list = await api.eligibility.list({ editionId })
    expect(list.people.map(({ name, cohortId: group, plannedMinutes, verdict }) => [name, group === cohortId, plannedMinutes, verdict])).toEqual([['APAZA, Inés', false, 0, 'undecided'], ['QUISPE HUAMÁN, Ana', true, 720, 'earned']])
    expect(sentences(list.people[0], 'constancia')).toEqual([['El grupo aún no tiene sesiones.', null]])
    expect((await api.eligibility.list({ cohortId: puno.id })).people).toHaveLength(1)
  })

  it('without rules nobody has earned anything yet', async () => {
    const { api } = await openApp()
    const { cohortId, attend } = await aClassOfFour(api, 2)
    await attend([['present', 'present', 'present', 'present']])
    const list = await api.eligibility.list({ cohortId })
    expect([list.hasRules, list.counts.undecided, list.people[0]?.papers]).toEqual([false, 2, []])
  })

  it('neither group nor edition, or one that is gone, is said to be missing', async () => {
    const { api } = await openApp()
    await expect(api.eligibility.list({})).rejects.toMatchObject({ code: 'missing' })
    await expect(api.eligibility.list({ cohortId: '01900000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'missing', message: 'Ese grupo ya no existe.' })
  })
})

describe('exceptions', () => {
  it('set a rule aside by name, with why and who granted it; revoked and undone, all in the log', async () => {
    const { api } = await openApp()
    const { editionId, enrolmentIds: [ana = '', beatriz = ''], attend, verdicts } = await aClassOfFour(api, 2)
    await api.rules.setPaper({ editionId, ...certificado, rule: { ...certificado.rule, leastMark: null } })
    await attend([['present', 'absent', 'present', 'present'], ['present', 'absent', 'present', 'present']])
    const { granted, act } = await api.eligibility.grant({ enrolmentIds: [ana], fields: grant })
    expect(granted).toBe(1)
    expect(await api.eligibility.grant({ enrolmentIds: [ana, beatriz], fields: grant })).toMatchObject({ granted: 1 })
    const [first, second] = await verdicts()
    expect([first?.verdict, second?.verdict]).toEqual(['earned', 'earned'])
    expect(first?.papers[0]?.reasons[0]).toEqual({ rule: 'share', verdict: 'notEarned', sentence: 'Asistió 9 de 12 h (75 %): le faltan 36 min para llegar al 80 %', enough: null, excepted: true })
    expect(first?.exceptions).toEqual([{ ...grant, id: expect.any(String) }])
    await api.history.undo({ act })
    expect((await verdicts()).map((one) => one.verdict)).toEqual(['notEarned', 'earned'])
    const exceptionId = second?.exceptions[0]?.id ?? ''
    const revoked = await api.eligibility.revoke({ id: exceptionId })
    expect((await verdicts()).map((one) => [one.verdict, one.exceptions])).toEqual([['notEarned', []], ['notEarned', []]])
    await expect(api.eligibility.revoke({ id: exceptionId })).rejects.toMatchObject({ code: 'missing', message: 'Esa excepción ya no existe.' })
    await api.history.undo({ act: revoked.act })
    expect((await verdicts())[1]?.verdict).toBe('earned')
    expect((await api.history.of({ entity: 'exceptions', id: exceptionId })).map((entry) => entry.field)).toEqual(['removedAt', 'removedAt', ''])
  })

  it('need a reason, who granted it, a participant and a paper that the course gives', async () => {
    const { api } = await openApp()
    const { editionId, cohortId, enrolmentIds: [ana = ''] } = await aClassOfFour(api, 1)
    await expect(api.eligibility.grant({ enrolmentIds: [ana], fields: { ...grant, reason: ' ', grantedBy: '' } })).rejects.toMatchObject({ code: 'invalid', fields: { 'fields.reason': expect.any(String), 'fields.grantedBy': expect.any(String) } })
    await expect(api.eligibility.grant({ enrolmentIds: [ana], fields: grant })).rejects.toMatchObject({ code: 'refused', message: 'No se otorgó la excepción: este curso no da certificados.' })
    await api.rules.setPaper({ editionId, ...certificado })
    const { id } = await api.people.create(aPerson({ firstSurname: 'ZEVALLOS', givenNames: 'Rosa' }))
    await api.enrolments.add({ cohortId, personIds: [id], role: 'speaker' })
    const speaker = (await api.enrolments.list({ cohortId, role: 'speaker' }))[0]?.id ?? ''
    await expect(api.eligibility.grant({ enrolmentIds: [ana, speaker], fields: grant })).rejects.toMatchObject({ code: 'refused' })
    await expect(api.eligibility.person({ enrolmentId: speaker })).rejects.toMatchObject({ code: 'refused', message: 'ZEVALLOS, Rosa no es participante: solo los participantes tienen asistencia, notas y resultado.' })
    expect((await api.eligibility.list({ cohortId })).people[0]?.exceptions).toEqual([])
  })
})

describe('one person', () => {
  it('shows every session, mark and requirement behind her result, and her papers', async () => {
    const opened = await openApp()
    const { api } = opened
    const { seriesId, signatoryId } = await anOffice(opened)
    const { editionId, cohortId, sessionIds, enrolmentIds: [ana = ''], attend } = await aClassOfFour(api, 1)
    const { id: markItemId } = await api.marks.saveItem({ editionId, id: null, fields: { ...exam, scaleMax: 100 } })
    await api.marks.saveItem({ editionId, id: null, fields: { ...exam, name: 'Trabajo', weight: 40 } })
    const { id: requirementId } = await api.rules.saveRequirement({ editionId, id: null, fields: { name: 'Plan de acción', dueOn: null } })
    await api.rules.saveRequirement({ editionId, id: null, fields: { name: 'Encuesta', dueOn: null } })
    await api.rules.setPaper({ editionId, ...constancia })
    await attend([['present', 150, 'leftEarly', null]])
    await api.attendance.set({ cells: [{ sessionId: sessionIds[2] ?? '', enrolmentId: ana, status: 'leftEarly', note: 'Cita médica' }] })
    await api.marks.set({ cells: [{ markItemId, enrolmentId: ana, attempt: 1, value: 'NP' }, { markItemId, enrolmentId: ana, attempt: 2, value: 65 }] })
    await api.marks.check({ cells: [{ requirementId, enrolmentId: ana, met: true }] })
    await api.enrolments.update({ ids: [ana], state: 'approved' })
    const { issued } = await api.certificates.issue({ enrolmentIds: [ana], paperKind: 'certificado', seriesId, issuedOn: '2026-11-20', model: 'sober', signatoryIds: [signatoryId] })
    const account = await api.eligibility.person({ enrolmentId: ana })
    const [listed] = (await api.eligibility.list({ cohortId })).people
    expect(account.result).toEqual(listed)
    expect([account.cohortName, account.editionId, account.minutesPerHour, account.acta]).toEqual(['Cusco', editionId, 60, null])
    expect(account.sessions.map(({ day, subject, status, statusName, countedMinutes, note, source, pages }) => [day, subject, status, statusName, countedMinutes, note, source, pages])).toEqual([
      ['2026-10-12', 'Sesión 1', 'present', 'Asistió', 180, null, 'typed', []],
      ['2026-10-13', 'Sesión 2', 'present', 'Asistió', 150, null, 'typed', []],
      ['2026-10-14', 'Sesión 3', 'leftEarly', expect.any(String), 90, 'Cita médica', 'typed', []],
      ['2026-10-15', 'Cierre', null, null, 0, null, null, []],
    ])
    expect(account.sessions.reduce((sum, one) => sum + one.countedMinutes, 0)).toBe(account.result.attendedMinutes)
    expect(account.marks).toEqual([
      { item: 'Examen final', weight: 60, cell: 'NP|65', scaleMax: 100 },
      { item: 'Trabajo', weight: 40, cell: '', scaleMax: 20 },
    ])
    expect(account.requirements).toEqual([{ name: 'Plan de acción', met: true }, { name: 'Encuesta', met: null }])
    expect(account.certificates).toEqual([{ id: issued[0], number: expect.any(String), paperKind: 'certificado' }])
  })

  it('shows the scanned page of the sheet where her row stands, and no other page', async () => {
    const { api, drop, path } = await openApp()
    const { cohortId } = await aCourse(api)
    await api.enrolments.add({ cohortId, personIds: await somePeople(api, 40) })
    const [first = '', second = ''] = await someSessions(api, cohortId, 2)
    const { file } = await api.sheets.print({ cohortId, sessionIds: [first], by: 'session', blankRows: 0 })
    const [sheet] = await api.sheets.list({ cohortId })
    const printed = await api.sheets.get({ id: sheet?.id ?? '' })
    expect(printed.rows.length).toBeGreaterThan(1)
    const { placed } = await api.evidence.recognise({ files: [await drop(path(file), 'escaneo.pdf')] })
    expect(placed).toBe(printed.pages)
    for (const page of [printed.rows[0], printed.rows.at(-1)]) {
      const enrolmentId = page?.rows.at(-1)?.enrolmentId ?? ''
      const { sessions } = await api.eligibility.person({ enrolmentId })
      const [scan] = await api.evidence.list({ sheetId: sheet?.id ?? '' }).then((all) => all.filter((one) => one.page === page?.page))
      expect(sessions.map((session) => [session.id, session.pages])).toEqual([
        [first, [{ evidenceId: scan?.id, page: page?.page, fileName: 'escaneo.pdf' }]],
        [second, []],
      ])
    }
  })

  it('leads to the record of results that she stands in, closed from the same figures', async () => {
    const opened = await openApp()
    const { api } = opened
    const { cohortId, enrolments } = await aGroupWithResults(opened)
    expect((await api.eligibility.person({ enrolmentId: enrolments.ARCE })).acta).toBeNull()
    const before = (await api.eligibility.list({ cohortId })).people.map(({ earns, verdict }) => [earns, verdict])
    const { id, number } = await api.actas.close({ cohortId })
    expect((await api.eligibility.person({ enrolmentId: enrolments.ARCE })).acta).toEqual({ id, number })
    expect(before).toEqual([['certificado', 'earned'], ['constancia', 'earned'], [null, 'notEarned'], [null, 'notEarned']])
  })
})
