import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { FrozenActa } from '../../src/shared/contract/actas.ts'
import { aCourse, aPerson, anOffice, someSessions } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'
import { aGroupWithResults } from './actas-support.ts'

const digest = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')

describe('the record of results', () => {
  it('as a draft says the lines, the counts, the rules and the number to come, and writes nothing', async () => {
    const opened = await openApp()
    const { cohortId } = await aGroupWithResults(opened)
    const before = await opened.tables()
    const draft = await opened.api.actas.draft({ cohortId })
    expect(await opened.tables()).toEqual(before)
    expect(draft).toMatchObject({
      isSaved: false,
      withoutActa: false,
      nextNumber: 'N° 001-2026-MPC/GRH',
      inForce: null,
      counts: { certificado: 1, constancia: 1, none: 1, undecided: 0, withdrawn: 1 },
      fields: { drawnUpOn: '2026-11-22', place: 'Cusco', signers: [{ name: 'Rosa Ñaupari', post: 'Gerente' }], observations: null, replaceReason: null },
      rules: [
        'Certificado: al menos 75 % de las horas programadas; nota final de 11 o más.',
        'Constancia: al menos 75 % de las horas programadas.',
        'La nota final va de 0 a 20: Examen (100 %); se redondea al entero.',
      ],
      blockers: [],
      warnings: [],
      differences: [],
    })
    expect(draft.lines.map((line) => [line.name, line.outcome, line.papers, line.attendedMinutes, line.plannedMinutes, line.share, line.mark])).toEqual([
      ['ARCE, Ana', 'Aprobó', ['certificado', 'constancia'], 720, 720, 100, 16],
      ['BACA, Ana', 'Asistió', ['constancia'], 540, 720, 75, 10],
      ['CCORI, Ana', 'No cumplió', [], 360, 720, 50, 12],
      ['DÍAZ, Ana', 'Se retiró', [], 180, 720, 25, null],
    ])
    expect(draft.lines[1]?.observation).toMatch(/^Sin certificado: .*10.*11/)
    expect(draft.lines[2]?.observation).toMatch(/50 %.*75 %/)
  })

  it('gives who was granted an exception her paper, and says who granted it and why', async () => {
    const opened = await openApp()
    const { api } = opened
    const { cohortId, enrolments } = await aGroupWithResults(opened)
    await api.eligibility.grant({
      enrolmentIds: [enrolments.BACA],
      fields: { paperKind: 'certificado', rule: 'mark', reason: 'Rindió el examen en otra sede', grantedBy: 'Rosa Ñaupari, gerente', document: 'Memorando 045-2026-GRH', grantedOn: '2026-11-20' },
    })
    const line = (await api.actas.draft({ cohortId })).lines.find((one) => one.enrolmentId === enrolments.BACA)
    expect(line).toMatchObject({ outcome: 'Aprobó', papers: ['certificado', 'constancia'], observation: 'Excepción en la nota: Rindió el examen en otra sede; la concedió Rosa Ñaupari, gerente (Memorando 045-2026-GRH)' })
  })

  it('is refused while somebody is undecided, with each name and why', async () => {
    const opened = await openApp()
    const { api } = opened
    const { cohortId, enrolments, itemId, sessionIds } = await aGroupWithResults(opened)
    await api.marks.set({ cells: [{ markItemId: itemId, enrolmentId: enrolments.ARCE, value: null }] })
    await api.attendance.set({ cells: [{ sessionId: sessionIds[3] ?? '', enrolmentId: enrolments.CCORI, status: null }, { sessionId: sessionIds[2] ?? '', enrolmentId: enrolments.CCORI, status: null }] })
    const before = await opened.tables()
    const refusal = await api.actas.close({ cohortId }).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'refused' })
    const { message } = refusal as Error
    expect(message).toMatch(/^No se cerró el acta\. Falta decidir el resultado de 2 personas: ARCE, Ana \(.+\) · CCORI, Ana \(.+\)\.$/)
    expect(await opened.tables()).toEqual(before)
  })

  it('is refused for a course without rules, one declared without it, and a group of nobody', async () => {
    const opened = await openApp()
    const { api } = opened
    await anOffice(opened)
    const empty = await aCourse(api, {}, { withActa: true })
    await expect(api.actas.close({ cohortId: empty.cohortId })).rejects.toMatchObject({
      code: 'refused',
      message: 'No se cerró el acta. El curso todavía no dice qué pide para cada documento: escríbalo en las reglas del curso. El grupo no tiene participantes inscritos.',
    })
    const talk = await aCourse(api)
    await expect(api.actas.close({ cohortId: talk.cohortId })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('«sin acta»') as string })
    await expect(api.actas.close({ cohortId: '0193a1b2-0000-7000-8000-000000000001' })).rejects.toMatchObject({ code: 'missing' })
    expect(await api.actas.list({})).toEqual([])
  })

  it('when closed takes its number, freezes the list with its digest and sets each enrolment’s state', async () => {
    const opened = await openApp()
    const { api } = opened
    const { cohortId, editionId, enrolments } = await aGroupWithResults(opened)
    await api.actas.saveDraft({ cohortId, fields: { drawnUpOn: '2026-11-20', observations: 'Sin novedad.' } })
    const closed = await api.actas.close({ cohortId })
    expect(closed.number).toBe('N° 001-2026-MPC/GRH')
    const seen = await api.actas.get({ id: closed.id })
    expect(seen).toMatchObject({ number: 'N° 001-2026-MPC/GRH', drawnUpOn: '2026-11-20', closedBy: 'Prueba', people: 4, certificado: 1, constancia: 1, certificates: 0, replaces: null, replacedBy: null, papers: [] })
    const frozen = JSON.parse(seen.frozen) as FrozenActa
    expect(frozen.totals.map((total) => total.value)).toEqual([4, 1, 1, 1, 1])
    expect(frozen.closingLine).toBe('En Cusco, con fecha 20 de noviembre de 2026, se cierra la presente acta con 4 participantes. Firman en señal de conformidad quienes suscriben.')
    expect(frozen.observations).toBe('Sin novedad.')
    const states = (await api.enrolments.list({ cohortId })).map((one) => [one.id, one.state])
    expect(Object.fromEntries(states)).toEqual({ [enrolments.ARCE]: 'approved', [enrolments.BACA]: 'completed', [enrolments.CCORI]: 'enrolled', [enrolments.DÍAZ]: 'withdrawn' })
    expect(await api.actas.list({ editionId })).toMatchObject([{ id: closed.id }])
    // What was written for it went with it.
    expect(await api.actas.draft({ cohortId })).toMatchObject({ isSaved: false, nextNumber: 'N° 002-2026-MPC/GRH', inForce: { id: closed.id } })
  })

  it('cannot be taken back by undo', async () => {
    const opened = await openApp()
    const { cohortId } = await aGroupWithResults(opened)
    const { id } = await opened.api.actas.close({ cohortId })
    const act = (await opened.api.history.of({ entity: 'actas', id }))[0]?.act ?? ''
    await expect(opened.api.history.undo({ act })).rejects.toMatchObject({ code: 'refused' })
    expect(await opened.api.actas.list({ cohortId })).toHaveLength(1)
  })

  it('keeps one draft a group, which undo takes back', async () => {
    const opened = await openApp()
    const { api } = opened
    const { cohortId } = await aGroupWithResults(opened)
    await api.actas.saveDraft({ cohortId, fields: { place: 'Quillabamba' } })
    const { act } = await api.actas.saveDraft({ cohortId, fields: { signers: [{ name: 'Juan Ttito', post: 'Coordinador' }] } })
    expect(await api.actas.draft({ cohortId })).toMatchObject({ isSaved: true, fields: { place: 'Quillabamba', signers: [{ name: 'Juan Ttito', post: 'Coordinador' }] } })
    await api.history.undo({ act })
    expect(await api.actas.draft({ cohortId })).toMatchObject({ isSaved: true, fields: { place: 'Quillabamba', signers: [{ name: 'Rosa Ñaupari', post: 'Gerente' }] } })
  })

  it('dated tomorrow is refused', async () => {
    const opened = await openApp()
    const { cohortId } = await aGroupWithResults(opened)
    await opened.api.actas.saveDraft({ cohortId, fields: { drawnUpOn: '2026-11-23' } })
    await expect(opened.api.actas.close({ cohortId })).rejects.toMatchObject({ code: 'refused', message: 'No se cerró el acta. La fecha del acta, 23/11/2026, todavía no llega.' })
  })

  it('dated before what was held, or before the one it replaces, is refused', async () => {
    const opened = await openApp()
    const { api } = opened
    const { cohortId, enrolments, itemId } = await aGroupWithResults(opened)
    await api.actas.saveDraft({ cohortId, fields: { drawnUpOn: '2026-10-14' } })
    const beforeHeld = 'La fecha del acta, 14/10/2026, es anterior a la última sesión realizada o con asistencia, del 15/10/2026: el acta lleva esa fecha o una posterior.'
    expect(await api.actas.draft({ cohortId })).toMatchObject({ blockers: [beforeHeld], warnings: [] })
    await expect(api.actas.close({ cohortId })).rejects.toMatchObject({ code: 'refused', message: `No se cerró el acta. ${beforeHeld}` })
    await api.actas.saveDraft({ cohortId, fields: { drawnUpOn: '2026-10-20' } })
    await api.actas.close({ cohortId })
    await api.marks.set({ cells: [{ markItemId: itemId, enrolmentId: enrolments.BACA, value: 11 }] })
    await api.actas.saveDraft({ cohortId, fields: { drawnUpOn: '2026-10-19', replaceReason: 'Se corrigió una nota.' } })
    await expect(api.actas.close({ cohortId })).rejects.toMatchObject({ code: 'refused', message: 'No se cerró el acta. La fecha del acta, 19/10/2026, es anterior a la del acta que reemplaza, N° 001-2026-MPC/GRH, del 20/10/2026.' })
    await api.actas.saveDraft({ cohortId, fields: { drawnUpOn: '2026-10-20' } })
    await api.actas.close({ cohortId })
  })

  it('counts a session to come only where its attendance is written', async () => {
    const opened = await openApp()
    const { api } = opened
    const { cohortId, enrolments } = await aGroupWithResults(opened)
    const [later = ''] = await someSessions(api, cohortId, 1, { day: '2026-12-01', plannedMinutes: 1 })
    expect(await api.actas.draft({ cohortId })).toMatchObject({ warnings: ['La fecha del acta, 22/11/2026, es anterior a la última sesión, del 01/12/2026.'] })
    await api.attendance.set({ cells: [enrolments.ARCE, enrolments.BACA, enrolments.CCORI].map((enrolmentId) => ({ sessionId: later, enrolmentId, status: 'present' })) })
    expect((await api.actas.draft({ cohortId })).blockers).toEqual(['La fecha del acta, 22/11/2026, es anterior a la última sesión realizada o con asistencia, del 01/12/2026: el acta lleva esa fecha o una posterior.'])
  })

  it('closed twice at once is closed once', async () => {
    const opened = await openApp()
    const { cohortId } = await aGroupWithResults(opened)
    const both = await Promise.allSettled([opened.api.actas.close({ cohortId }), opened.api.actas.close({ cohortId })])
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await opened.api.actas.list({ cohortId })).toHaveLength(1)
  })
})

describe('a record that replaces another', () => {
  it('says which and why, and the old one answers by whom it was replaced', async () => {
    const opened = await openApp()
    const { api } = opened
    const { cohortId, enrolments, itemId } = await aGroupWithResults(opened)
    const first = await api.actas.close({ cohortId })
    await expect(api.actas.close({ cohortId })).rejects.toMatchObject({ code: 'refused', message: 'No se cerró el acta. Nada cambió desde el acta N° 001-2026-MPC/GRH: no hay qué corregir. Ya hay un acta vigente, N° 001-2026-MPC/GRH: escriba por qué se la reemplaza.' })
    await api.marks.set({ cells: [{ markItemId: itemId, enrolmentId: enrolments.BACA, value: 11 }] })
    await expect(api.actas.close({ cohortId })).rejects.toMatchObject({ code: 'refused', message: 'No se cerró el acta. Ya hay un acta vigente, N° 001-2026-MPC/GRH: escriba por qué se la reemplaza.' })
    await api.actas.saveDraft({ cohortId, fields: { replaceReason: 'Se corrigió una nota.' } })
    expect((await api.actas.draft({ cohortId })).differences).toEqual(['BACA, Ana: resultado: Asistió → Aprobó; nota: 10 → 11.'])
    const second = await api.actas.close({ cohortId })
    const rows = await api.actas.list({ cohortId })
    expect(rows.map(({ id, replaces, replacedBy, replaceReason }) => ({ id, replaces, replacedBy, replaceReason }))).toEqual([
      { id: second.id, replaces: { id: first.id, number: 'N° 001-2026-MPC/GRH' }, replacedBy: null, replaceReason: 'Se corrigió una nota.' },
      { id: first.id, replaces: null, replacedBy: { id: second.id, number: 'N° 002-2026-MPC/GRH' }, replaceReason: null },
    ])
    expect((await api.enrolments.list({ cohortId })).find((one) => one.id === enrolments.BACA)?.state).toBe('approved')
    expect((JSON.parse((await api.actas.get({ id: second.id })).frozen) as FrozenActa).words.replaces).toBe('Reemplaza al acta N° 001-2026-MPC/GRH. Motivo: Se corrigió una nota.')
  })

  it('tells who enters and who leaves', async () => {
    const opened = await openApp()
    const { api } = opened
    const { cohortId, enrolments, people, sessionIds, itemId } = await aGroupWithResults(opened)
    await api.actas.close({ cohortId })
    await api.attendance.set({ cells: sessionIds.map((sessionId) => ({ sessionId, enrolmentId: enrolments.CCORI, status: null })) })
    await api.marks.set({ cells: [{ markItemId: itemId, enrolmentId: enrolments.CCORI, value: null }] })
    await api.enrolments.remove({ ids: [enrolments.CCORI] })
    const { id: personId } = await api.people.create(aPerson({ firstSurname: 'EGAS' }))
    await api.enrolments.add({ cohortId, personIds: [personId] })
    const enrolmentId = (await api.enrolments.list({ cohortId })).find((one) => one.personId === personId)?.id ?? ''
    await api.attendance.set({ cells: sessionIds.map((sessionId) => ({ sessionId, enrolmentId, status: 'present' })) })
    await api.marks.set({ cells: [{ markItemId: itemId, enrolmentId, value: 19 }] })
    await api.people.update({ id: people.ARCE, fields: { secondSurname: 'ÑAHUI' } })
    const draft = await api.actas.draft({ cohortId })
    expect(draft.differences).toEqual(['ARCE ÑAHUI, Ana: nombre: ARCE, Ana → ARCE ÑAHUI, Ana.', 'Entra EGAS, Ana: Aprobó.', 'Sale CCORI, Ana.'])
    expect(draft.warnings).toEqual(['Una persona figura sin documento de identidad.'])
  })
})

describe('the paper of a closed record', () => {
  it('is the same bytes after a name changed, and after a restart', async () => {
    const opened = await openApp()
    const { api } = opened
    const { cohortId, people } = await aGroupWithResults(opened)
    const { id } = await api.actas.close({ cohortId })
    const first = digest(await opened.bytes(await api.actas.draw({ id, format: 'pdf' })))
    await api.people.update({ id: people.ARCE, fields: { firstSurname: 'OTRA' } })
    await api.entity.save({ name: 'Otra entidad', logoAssetId: null })
    expect(digest(await opened.bytes(await api.actas.draw({ id, format: 'pdf' })))).toBe(first)
    const again = await opened.reopen()
    expect(digest(await again.bytes(await again.api.actas.draw({ id, format: 'pdf' })))).toBe(first)
    expect(digest((await again.api.actas.get({ id })).frozen)).toHaveLength(64)
  })

  it('has a name that says which it is; a draft is only looked at', async () => {
    const opened = await openApp()
    const { cohortId } = await aGroupWithResults(opened)
    const preview = await opened.api.actas.preview({ cohortId })
    expect((await opened.bytes(preview)).subarray(0, 5).toString()).toBe('%PDF-')
    expect(await opened.written()).toEqual([])
    const { id } = await opened.api.actas.close({ cohortId })
    expect((await opened.api.actas.draw({ id, format: 'xlsx' })).name).toBe('Acta N° 001-2026-MPC-GRH - Cusco.xlsx')
  })
})
