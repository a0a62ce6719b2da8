import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { aCourse, aPerson, anOffice } from '../support/builders.ts'
import { engineName, openApp } from '../support/open-app.ts'
import { aGroupWithResults } from './actas-support.ts'
import { issuedPapers, procedure, wordsOf } from './corrections-support.ts'

describe('papers that say otherwise than today', () => {
  it('are told beside the closed record that carries the old words too, and are refused to whom the new record no longer gives them', async () => {
    const opened = await openApp()
    const { api } = opened
    const { cohortId, editionId, office, enrolments, people, itemId } = await aGroupWithResults(opened)
    const { id: actaId, number } = await api.actas.close({ cohortId })
    const { issued } = await api.certificates.issue({ enrolmentIds: [enrolments.ARCE], paperKind: 'certificado', seriesId: office.seriesId, issuedOn: '2026-11-20', model: 'sober', signatoryIds: [office.signatoryId] })
    await api.people.update({ id: people.ARCE, fields: { firstSurname: 'ARCE SOLÍS' } })
    await api.editions.update({ id: editionId, fields: { title: 'Otro título' } })
    const told = await api.corrections.affected({ cohortId })
    expect(told.actas).toEqual([
      expect.objectContaining({
        id: actaId, number, cohortId,
        people: [{ personId: people.ARCE, before: 'ARCE, Ana · 40000000', after: 'ARCE SOLÍS, Ana · 40000000' }],
        facts: [expect.objectContaining({ before: 'Curso de gestión pública', after: 'Otro título' })],
      }),
    ])
    expect(told.certificates).toMatchObject([{ id: issued[0], against: null }])
    expect(await api.actas.get({ id: actaId })).toMatchObject({ number })

    await api.marks.set({ cells: [{ markItemId: itemId, enrolmentId: enrolments.ARCE, value: 5 }] })
    await api.actas.saveDraft({ cohortId, fields: { replaceReason: 'Nota mal registrada' } })
    const replacing = await api.actas.close({ cohortId })
    const [paper] = (await api.corrections.affected({ cohortId })).certificates
    expect(paper?.against).toContain(`N° 001-2026-MPC/GRH: ya no le corresponde. El acta ${replacing.number} no le da certificado.`)
    await expect(api.corrections.reissue({ certificateIds: issued, ...procedure })).rejects.toMatchObject({ code: 'refused' })
    expect((await api.certificates.get({ id: issued[0] ?? '' })).state).toBe('valid')
  })

  it('are found by person, group, edition or by themselves, and only while they count', async () => {
    const opened = await openApp()
    const { api } = opened
    const { editionId, cohortIds, personIds, ids } = await issuedPapers(opened, [3, 2])
    const other = await aCourse(api)
    await api.editions.update({ id: editionId, fields: { hours: 30 } })
    const numbers = async (which: Parameters<typeof api.corrections.affected>[0]): Promise<string[]> => (await api.corrections.affected(which)).certificates.map((one) => one.number.slice(3, 6))
    expect(await numbers({})).toEqual(['001', '002', '003', '004', '005'])
    expect(await numbers({ personIds: [personIds[0] ?? ''] })).toEqual(['001', '004'])
    expect(await numbers({ cohortId: cohortIds[1] ?? '' })).toEqual(['004', '005'])
    expect(await numbers({ editionId: other.editionId })).toEqual([])
    expect(await numbers({ certificateIds: [ids[2] ?? ''] })).toEqual(['003'])
    await api.corrections.annul({ certificateIds: [ids[2] ?? ''], reason: 'Emitido por error', resolution: null, annulledOn: '2026-11-22' })
    expect(await numbers({})).toEqual(['001', '002', '004', '005'])
    // What the paper does not show is no reason to correct it.
    await api.editions.update({ id: editionId, fields: { hours: 24 } })
    await api.people.update({ id: personIds[0] ?? '', fields: { phone: '999888777', notes: 'Llamar por la tarde' } })
    expect(await numbers({})).toEqual([])
  })

  it('keep a document masked or left out as it was', async () => {
    const opened = await openApp()
    const { api } = opened
    const office = await anOffice(opened)
    const { cohortId } = await aCourse(api)
    const personIds: string[] = []
    for (const [at, givenNames] of ['Ana', 'Bea', 'Cira'].entries()) personIds.push((await api.people.create(aPerson({ givenNames, documentType: '01', documentNumber: `4123456${at}` }))).id)
    await api.enrolments.add({ cohortId, personIds })
    const choice = { paperKind: 'certificado' as const, seriesId: office.seriesId, issuedOn: '2026-11-20', model: 'sober' as const, signatoryIds: [office.signatoryId] }
    const shown = ['whole', 'masked', 'none'] as const
    for (const [at, { id }] of (await api.enrolments.list({ cohortId })).entries()) await api.certificates.issue({ ...choice, enrolmentIds: [id], document: shown[at] ?? 'whole' })
    expect((await api.corrections.affected({})).certificates).toEqual([])
    for (const [at, id] of personIds.entries()) await api.people.update({ id, fields: { documentNumber: `4199999${at}`, firstSurname: 'ROJAS' } })
    const { certificates } = await api.corrections.affected({})
    expect(certificates.map((one) => one.changes.map((change) => `${change.label} ${change.after}`))).toEqual([
      ['Nombre Ana Rojas', 'Número de documento 41999990'],
      ['Nombre Bea Rojas', 'Número de documento *****991'],
      ['Nombre Cira Rojas'],
    ])
  })

  it.skipIf(engineName !== 'sqlite')('of the first shape are compared and issued again in the second; the old ones are drawn as they were', async () => {
    const opened = await openApp()
    const { api } = opened
    const { personIds, ids } = await issuedPapers(opened, [1])
    const now = await api.certificates.get({ id: ids[0] ?? '' })
    const raw = new Sqlite(join(opened.folder, 'constancia.db'))
    const row = raw.prepare('select * from certificates').get() as Record<string, unknown>
    const entity = { name: 'Municipalidad Provincial de Cajamarca', unit: 'Gerencia de Recursos Humanos', ruc: null, yearName: 'Año de la Esperanza y el Fortalecimiento de la Democracia', decadeName: null }
    const frozen = JSON.stringify({
      format: 1, paperKind: 'certificado', role: 'participant', model: 'sober', language: 'es', issuedOn: '2026-11-20', issuedAt: '2026-11-20T15:00:00.000Z', entity,
      logos: [{ assetHash: raw.prepare('select sha256 from assets order by id').pluck().get(), name: entity.name }], artworkHash: null,
      heading: 'Certificado', headingNote: 'de participación', number: 'N° 900-2026-MPC/GRH', givenTo: 'Otorgado a', personName: 'Ana Quispe Huamán', documentText: now.paper.documentText,
      statement: [{ text: now.paper.statement, strong: false }], legalBasis: null, issuedLine: now.paper.issuedLine, signatories: [{ name: 'Rosa Ñaupari', post: 'Gerente', entity: null, imageHash: null }],
      code: '0000000000', codeLabel: 'Código de verificación', qrText: 'N° 900', registerText: null, syllabus: null,
    })
    const first = { ...row, id: '018f0000-0000-7000-8000-000000000001', correlative: 900, number: 'N° 900-2026-MPC/GRH', code: '0000000000', lookId: null, frozen, frozenHash: 'a'.repeat(64), issuedAt: '2026-11-20T15:00:00.000Z' }
    raw.prepare(`insert into certificates (${Object.keys(first).map((name) => `"${name}"`).join(', ')}) values (${Object.keys(first).map(() => '?').join(', ')})`).run(...Object.values(first))
    raw.close()
    expect((await api.corrections.affected({})).certificates).toEqual([])
    await api.people.update({ id: personIds[0] ?? '', fields: { firstSurname: 'QUISPÉ', documentNumber: '20000099' } })
    const { certificates } = await api.corrections.affected({ certificateIds: [first.id] })
    expect(certificates).toMatchObject([{ number: first.number, changes: [{ field: 'nombre', after: 'Ana Quispé Huamán' }, { field: 'documento', before: 'identificada con DNI N° 20000001', after: 'identificada con DNI N° 20000099' }] }])
    const { issued } = await api.corrections.reissue({ certificateIds: [first.id], ...procedure })
    expect(wordsOf(opened.path(await api.certificates.draw({ ids: issued })))).toContain('Versión 2, reemplaza a la emitida el 20/11/2026')
    expect(wordsOf(opened.path(await api.certificates.draw({ ids: [first.id] })))).toContain('Ana Quispe Huamán')
    expect((await api.certificates.get({ id: issued[0] ?? '' })).paper.signatories).toEqual([{ name: 'Rosa Ñaupari', post: 'Gerente' }])
  })

  it.skipIf(engineName !== 'sqlite')('of a design that was removed since are issued again with the version that they bear', async () => {
    const opened = await openApp()
    const { api } = opened
    const { choice, cohortIds, personIds } = await issuedPapers(opened, [2])
    const own = await api.designs.create({ from: 'festive', name: 'El de la oficina', paperKind: null, role: null })
    await api.corrections.annul({ certificateIds: (await api.certificates.ids({ search: '' })), reason: 'Para probar', resolution: null, annulledOn: '2026-11-22' })
    const enrolmentIds = (await api.enrolments.list({ cohortId: cohortIds[0] ?? '' })).map((one) => one.id)
    const { issued } = await api.certificates.issue({ ...choice, model: own.id, enrolmentIds })
    await api.designs.remove({ id: own.id })
    await api.people.update({ id: personIds[0] ?? '', fields: { givenNames: 'Anna' } })
    const again = await api.corrections.reissue({ certificateIds: issued, ...procedure })
    expect(again.issued).toHaveLength(2)
    expect((await api.certificates.get({ id: again.issued[0] ?? '' })).paper.design).toBe((await api.certificates.get({ id: issued[0] ?? '' })).paper.design)
  })
})

describe('a correction that is cut short', () => {
  it.skipIf(engineName !== 'sqlite')('by a power cut before its papers were drawn has whole papers, which are drawn when they are asked for', async () => {
    const opened = await openApp()
    const { personIds, ids } = await issuedPapers(opened, [3])
    await opened.api.people.update({ id: personIds[0] ?? '', fields: { firstSurname: 'QUISPÉ' } })
    await opened.app.close()
    const order = { folder: opened.folder, call: 'corrections.reissue', input: { certificateIds: ids, ...procedure }, freezeAt: 1 }
    const other = spawn(process.execPath, [join(import.meta.dirname, '../support/office-process.ts'), JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] })
    for await (const said of other.stdout) if (String(said).includes('frozen')) break
    const ended = once(other, 'exit')
    other.kill('SIGKILL')
    await ended
    const { api, path } = await openApp({ folder: opened.folder })
    const { rows } = await api.certificates.list({ state: 'valid' })
    expect(rows.map((row) => [row.version, row.personName])).toEqual([[2, 'Ana Quispé Huamán'], [2, 'Beatriz Quispe Huamán'], [2, 'Carla Quispe Huamán']])
    const [procedureDone] = (await api.corrections.list({})).rows
    expect((await api.corrections.get({ correctionId: procedureDone?.id ?? '' })).lines.map((line) => line.oldId)).toEqual(ids)
    const paper = await api.certificates.get({ id: rows[0]?.id ?? '' })
    expect(paper.paperSha256).toBeNull()
    expect(wordsOf(path(await api.certificates.draw({ ids: [paper.id] })))).toContain('Versión 2, reemplaza a la emitida el 22/11/2026')
  })

  it('by who stops it keeps what was issued, and the rest as it was', async () => {
    const { api, ...opened } = await openApp()
    const { ids } = await issuedPapers({ api, ...opened }, [2])
    await expect(api.corrections.reissue({ certificateIds: [...ids], ...procedure }, { onStart: (cancel) => void setTimeout(cancel, 0) })).rejects.toMatchObject({ code: 'cancelled' })
    const valid = (await api.certificates.list({ state: 'valid' })).rows
    expect(valid.map((row) => row.number)).toEqual(['N° 001-2026-MPC/GRH', 'N° 002-2026-MPC/GRH'])
    const corrected = valid.filter((row) => row.version === 2).length
    expect((await api.corrections.list({})).rows.map((row) => row.certificates)).toEqual(corrected === 0 ? [] : [corrected])
  })
})
