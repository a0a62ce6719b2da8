import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openApp } from '../support/open-app.ts'
import { issuedPapers, procedure, wordsOf } from './corrections-support.ts'

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('a correction', () => {
  it('of a title and of a name touches forty certificates in three groups: the same numbers, new seals, and the old papers as they were', async () => {
    const opened = await openApp()
    const { api } = opened
    const { editionId, personIds, ids } = await issuedPapers(opened, [15, 15, 10], { sealed: true })
    expect(ids).toHaveLength(40)
    const old = await api.certificates.list({ limit: 100 })
    const some = [ids[0] ?? '', ids[20] ?? '', ids[39] ?? '']
    const before = digest(await opened.bytes(await api.certificates.draw({ ids: some })))
    const kept = await Promise.all(some.map((id) => api.certificates.get({ id })))

    await api.editions.update({ id: editionId, fields: { title: 'Curso de gestión pública municipal' } })
    await api.people.update({ id: personIds[0] ?? '', fields: { firstSurname: 'QUISPÉ' } })
    const { certificates, reports } = await api.corrections.affected({})
    expect(certificates).toHaveLength(40)
    expect(new Set(certificates.map((one) => one.cohortName))).toEqual(new Set(['Cusco', 'Puno', 'Tacna']))
    expect(reports.map((one) => one.label)).toEqual(['Listas y reportes del grupo «Cusco»', 'Listas y reportes del grupo «Puno»', 'Listas y reportes del grupo «Tacna»'])
    expect(certificates.filter((one) => one.personId === personIds[0]).map((one) => one.changes)).toEqual(
      Array.from({ length: 3 }, () => [
        { field: 'nombre', label: 'Nombre', before: 'Ana Quispe Huamán', after: 'Ana Quispé Huamán' },
        { field: 'accion', label: 'Nombre de la capacitación', before: 'Curso de gestión pública', after: 'Curso de gestión pública municipal' },
      ]),
    )

    const done = await api.corrections.reissue({ certificateIds: certificates.map((one) => one.id), ...procedure })
    expect(done).toMatchObject({ leftOut: [] })
    expect(done.issued).toHaveLength(40)
    const { rows } = await api.certificates.list({ state: 'valid', limit: 100 })
    expect(rows.map((row) => [row.number, row.version])).toEqual(old.rows.map((row) => [row.number, 2]))
    expect(new Set(rows.map((row) => row.title))).toEqual(new Set(['Curso de gestión pública municipal']))
    expect(rows.every((row) => row.isSealed)).toBe(true)
    const [first, newest] = await Promise.all([api.certificates.get({ id: ids[0] ?? '' }), api.certificates.get({ id: done.issued[0] ?? '' })])
    expect(first).toMatchObject({ state: 'replaced', replacedBy: { id: done.issued[0], version: 2, reason: procedure.reason, correctionId: done.correctionId } })
    expect(newest).toMatchObject({ state: 'valid', version: 2, replaces: { id: ids[0], version: 1 } })
    expect(newest.paperSha256).not.toBeNull()
    const seals = rows.map((row) => row.code)
    expect(new Set([...seals, ...old.rows.map((row) => row.code)]).size).toBe(80)
    expect((await api.corrections.affected({})).certificates).toEqual([])

    expect(digest(await opened.bytes(await api.certificates.draw({ ids: some })))).toBe(before)
    for (const paper of kept) expect(await api.certificates.get({ id: paper.id })).toMatchObject({ frozen: paper.frozen, paperSha256: paper.paperSha256, number: paper.number, personName: paper.personName, issuedAt: paper.issuedAt })
    expect([first.seal?.serial, newest.seal?.serial]).toEqual([1, 41])
    const verified = await Promise.all([first, newest].map(({ number, code }) => api.seal.verify({ kind: 'typed', number, ruc: '20131370645', code })))
    expect(verified.map(({ answer, certificate }) => [answer, certificate?.state])).toEqual([['annulled', 'replaced'], ['authentic', 'valid']])
  })

  it('says on the new paper that it replaces the old one and why, and has a note for each person', async () => {
    const opened = await openApp()
    const { api } = opened
    const { personIds, ids } = await issuedPapers(opened, [3, 2])
    await api.people.update({ id: personIds[0] ?? '', fields: { firstSurname: 'QUISPÉ', documentNumber: '20000099' } })
    const { certificates } = await api.corrections.affected({ personIds: [personIds[0] ?? ''] })
    expect(certificates.map((one) => one.number)).toEqual(['N° 001-2026-MPC/GRH', 'N° 004-2026-MPC/GRH'])
    const { correctionId, issued } = await api.corrections.reissue({ certificateIds: certificates.map((one) => one.id), ...procedure })
    const paper = wordsOf(opened.path(await api.certificates.draw({ ids: issued.slice(0, 1) })))
    expect(paper).toContain('Ana Quispé Huamán')
    expect(paper).toContain('20000099')
    expect(paper).toContain(`Versión 2, reemplaza a la emitida el 22/11/2026: ${procedure.reason}`)
    const file = await api.corrections.note({ correctionId })
    expect(file.name).toBe('Nota de corrección - Ana Quispé Huamán.pdf')
    const note = wordsOf(opened.path(file))
    for (const words of ['Nota de corrección', 'Ana Quispé Huamán', 'DNI 20000099', '21 de noviembre de 2026', procedure.resolution, procedure.reason, 'N° 001-2026-MPC/GRH', 'N° 004-2026-MPC/GRH', 'Ana Quispe', '20000001', 'Devolución de los documentos anteriores']) expect(note).toContain(words)
    expect(note.match(/Decía/g)).toHaveLength(1)
    expect((await api.corrections.get({ correctionId })).lines.map((line) => [line.number, line.version, line.changes.map((change) => change.label)])).toEqual([
      ['N° 001-2026-MPC/GRH', 2, ['Nombre', 'Número de documento']],
      ['N° 004-2026-MPC/GRH', 2, ['Nombre', 'Número de documento']],
    ])
    expect(ids).not.toContain(issued[0])
  })

  it('done twice makes version 3, and is not done on a paper that was replaced or annulled', async () => {
    const opened = await openApp()
    const { api } = opened
    const { personIds, ids } = await issuedPapers(opened, [2])
    await api.people.update({ id: personIds[0] ?? '', fields: { firstSurname: 'QUISPÉ' } })
    const second = await api.corrections.reissue({ certificateIds: [ids[0] ?? ''], ...procedure })
    const third = await api.corrections.reissue({ certificateIds: second.issued, ...procedure, resolution: null })
    expect(await api.certificates.get({ id: third.issued[0] ?? '' })).toMatchObject({ version: 3, number: 'N° 001-2026-MPC/GRH', replaces: { version: 2 } })
    expect(await api.corrections.get({ correctionId: third.correctionId })).toMatchObject({ resolution: null, lines: [{ changes: [] }] })
    await expect(api.corrections.reissue({ certificateIds: [ids[0] ?? ''], ...procedure })).rejects.toMatchObject({ code: 'refused', message: 'No se hizo nada. N° 001-2026-MPC/GRH ya fue reemplazado por su versión 2: el trámite se hace sobre esa.' })
    await expect(api.corrections.reissue({ certificateIds: third.issued, ...procedure, decidedOn: '2026-11-23' })).rejects.toMatchObject({ code: 'refused' })
    await api.corrections.annul({ certificateIds: [ids[1] ?? ''], reason: 'Emitido por error', resolution: null, annulledOn: '2026-11-22' })
    const mixed = await api.corrections.reissue({ certificateIds: [...third.issued, ids[1] ?? ''], ...procedure })
    expect(mixed.leftOut).toEqual([{ id: ids[1], because: 'N° 002-2026-MPC/GRH ya está anulado: no se corrige ni se anula otra vez.' }])
    expect(mixed.issued).toHaveLength(1)
  })

  it('keeps the signatories, the design and the date that the paper was issued with', async () => {
    const opened = await openApp()
    const { api } = opened
    const { personIds, ids, office } = await issuedPapers(opened, [1])
    await api.entity.updateSignatory({ id: office.signatoryId, fields: { name: 'Otra Persona', post: 'Otro cargo', until: '2026-02-01' } })
    await api.entity.removeSignatory({ id: office.signatoryId })
    expect((await api.corrections.affected({})).certificates).toEqual([])
    await api.people.update({ id: personIds[0] ?? '', fields: { givenNames: 'Anna' } })
    const { issued } = await api.corrections.reissue({ certificateIds: [...ids], ...procedure })
    const [old, now] = await Promise.all([api.certificates.get({ id: ids[0] ?? '' }), api.certificates.get({ id: issued[0] ?? '' })])
    expect(now.paper.signatories).toEqual(old.paper.signatories)
    expect([now.issuedOn, now.paper.design, now.personName]).toEqual([old.issuedOn, old.paper.design, 'Anna Quispe Huamán'])
    expect(wordsOf(opened.path(await api.certificates.draw({ ids: issued })))).toContain('Rosa Ñaupari')
  })

  it('is for good: no undo takes it back, and the log tells it', async () => {
    const opened = await openApp()
    const { api } = opened
    const { personIds, ids } = await issuedPapers(opened, [3])
    await api.people.update({ id: personIds[1] ?? '', fields: { givenNames: 'Bea' } })
    const { correctionId, issued } = await api.corrections.reissue({ certificateIds: [ids[1] ?? ''], ...procedure })
    const act = (await api.history.of({ entity: 'corrections', id: correctionId }))[0]?.act ?? ''
    await expect(api.history.undo({ act })).rejects.toMatchObject({ code: 'refused' })
    expect((await api.certificates.get({ id: issued[0] ?? '' })).state).toBe('valid')
    await api.corrections.annul({ certificateIds: [ids[0] ?? '', ids[2] ?? ''], reason: 'Emitidos a quien no asistió', resolution: 'Resolución N° 5', annulledOn: '2026-11-22' })
    const log = await api.corrections.list({})
    expect(log.total).toBe(2)
    expect(log.rows.toSorted((one, other) => one.kind.localeCompare(other.kind))).toMatchObject([
      { kind: 'annulment', certificates: 2, firstName: 'Ana Quispe Huamán', reason: 'Emitidos a quien no asistió', resolution: 'Resolución N° 5', who: 'Prueba' },
      { kind: 'correction', id: correctionId, certificates: 1, firstName: 'Bea Quispe Huamán', reason: procedure.reason },
    ])
    const annulmentId = log.rows.find((row) => row.kind === 'annulment')?.id ?? ''
    expect((await api.corrections.annulment({ annulmentId })).lines.map((line) => line.certificateId)).toEqual([ids[0], ids[2]])
  })
})

describe('an annulment', () => {
  it('keeps the number in the register, and is refused for a paper that counts no more', async () => {
    const opened = await openApp()
    const { api } = opened
    const { ids, choice, cohortIds } = await issuedPapers(opened, [2])
    const given = { certificateIds: [ids[0] ?? ''], reason: 'Emitido por error', resolution: null, annulledOn: '2026-11-22' }
    await expect(api.corrections.annul({ ...given, annulledOn: '2026-11-23' })).rejects.toMatchObject({ code: 'refused', message: 'La fecha de la decisión no puede ser posterior a hoy.' })
    expect(await api.corrections.annul(given)).toEqual({ annulled: 1, leftOut: [] })
    expect(await api.certificates.get({ id: ids[0] ?? '' })).toMatchObject({ state: 'annulled', number: 'N° 001-2026-MPC/GRH', annulled: { reason: 'Emitido por error', annulledOn: '2026-11-22' } })
    await expect(api.corrections.annul(given)).rejects.toMatchObject({ code: 'refused', message: 'No se hizo nada. N° 001-2026-MPC/GRH ya está anulado: no se corrige ni se anula otra vez.' })
    expect(await api.corrections.annul({ ...given, certificateIds: [...ids] })).toMatchObject({ annulled: 1, leftOut: [{ id: ids[0] }] })
    // Her enrolment may be given a paper again: it has another number.
    const enrolmentIds = (await api.enrolments.list({ cohortId: cohortIds[0] ?? '' })).map((one) => one.id)
    expect(await api.certificates.issue({ ...choice, enrolmentIds })).toMatchObject({ firstNumber: 'N° 003-2026-MPC/GRH' })
  })
})
