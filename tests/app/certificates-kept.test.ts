import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { modelNames } from '../../src/shared/domain/design/models.ts'
import { sampleCertificate } from '../documents/certificate-sample.ts'
import { run } from '../documents/second-programs.ts'
import { engineName, openApp } from '../support/open-app.ts'
import type { OpenApp } from '../support/open-app.ts'
import { answerTo } from '../support/engine-answer.ts'
import { aGroup } from './certificates-support.ts'
import { rucs } from './seal-support.ts'

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Bytes of the papers as files of their own, by name. */
async function separate(opened: OpenApp, ids: readonly string[]): Promise<Record<string, string>> {
  const folder = opened.path(await opened.api.certificates.draw({ ids: [...ids], as: 'separate' }))
  const names = (await readdir(folder)).toSorted()
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, digest(await readFile(join(folder, name)))] as const)))
}

describe('kept papers', () => {
  it('are drawn when they are issued, and are the same bytes after a restart and whatever is changed afterwards', async () => {
    const opened = await openApp()
    const { choice, editionId, signatoryId } = await aGroup(opened, 12)
    const { issued } = await opened.api.certificates.issue(choice)
    const before = await separate(opened, issued)
    const hashes = await Promise.all(issued.map(async (id) => (await opened.api.certificates.get({ id })).paperSha256))
    expect(new Set(Object.values(before))).toEqual(new Set(hashes))
    const again = await opened.reopen()
    const { rows } = await again.api.people.list({})
    await again.api.people.update({ id: rows[0]?.id ?? '', fields: { firstSurname: 'OTRO' } })
    await again.api.editions.update({ id: editionId, fields: { hours: 99, title: 'Otro título' } })
    await again.api.entity.save({ name: 'Otra entidad', logoAssetId: null })
    await again.api.entity.updateSignatory({ id: signatoryId, fields: { name: 'Otra persona', until: '2026-01-02' } })
    expect(await separate(again, issued)).toEqual(before)
    expect(await again.api.certificates.prove({ ids: issued })).toEqual({ same: 12, different: [], notDrawn: [] })
    expect(opened.bugs).toEqual([])
  })

  it('of every model, with a second page, are what drawing again gives', async () => {
    const opened = await openApp()
    const { choice, constanciaSeriesId } = await aGroup(opened, modelNames.length, { ruc: rucs.own, edition: { syllabus: '1. Presupuesto (4 horas)\n2. Abastecimiento (2 h)' } })
    const ids: string[] = []
    for (const [at, model] of modelNames.entries()) {
      const { issued } = await opened.api.certificates.issue({ ...choice, enrolmentIds: choice.enrolmentIds.slice(at, at + 1), paperKind: 'constancia', seriesId: constanciaSeriesId, model, withSyllabus: true })
      ids.push(...issued)
    }
    expect(await opened.api.certificates.prove({ ids })).toEqual({ same: modelNames.length, different: [], notDrawn: [] })
    const folder = opened.path(await opened.api.certificates.draw({ ids, as: 'separate' }))
    for (const name of await readdir(folder)) expect(run('qpdf', '--check', join(folder, name)).toString()).toContain('No syntax or stream encoding errors')
  })

  it('a design that changed since leaves them as they are, and the next ones are drawn by its new version', async () => {
    const opened = await openApp()
    const { api } = opened
    const { choice } = await aGroup(opened, 2)
    const [one = '', other = ''] = choice.enrolmentIds
    const { id: model } = await api.designs.create({ name: 'El nuestro', from: 'sober', paperKind: null, role: null })
    const first = await api.certificates.issue({ ...choice, enrolmentIds: [one], model })
    const before = await separate(opened, first.issued)
    const { document } = await api.designs.get({ id: model })
    await api.designs.save({ id: model, document: { ...document, pages: document.pages.map((page) => ({ ...page, background: '#ffeedd' as const })) } })
    const second = await api.certificates.issue({ ...choice, enrolmentIds: [other], model })
    expect(await separate(opened, first.issued)).toEqual(before)
    const designs = await Promise.all([...first.issued, ...second.issued].map(async (id) => (await api.certificates.get({ id })).paper.design))
    expect(designs).toEqual(['El nuestro · 1', 'El nuestro · 2'])
    expect((await api.certificates.prove({ ids: [...first.issued, ...second.issued] })).same).toBe(2)
  })

  it('a stop between numbers and drawing loses nothing: what was not drawn is drawn when it is asked for', async () => {
    const opened = await openApp()
    const { choice } = await aGroup(opened, 12)
    let stop = (): void => undefined
    const issuing = opened.api.certificates.issue(choice, { onStart: (cancel) => (stop = cancel), onProgress: (progress) => progress.note === 'Dibujando y guardando' && stop() })
    await expect(issuing).rejects.toMatchObject({ code: 'cancelled' })
    const { rows } = await opened.api.certificates.list({})
    expect(rows.map((row) => row.correlative)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    const ids = rows.map((row) => row.id)
    expect((await opened.api.certificates.prove({ ids })).notDrawn).toHaveLength(12)
    const again = await opened.reopen()
    expect(Object.keys(await separate(again, ids))).toHaveLength(12)
    expect(await again.api.certificates.prove({ ids })).toEqual({ same: 12, different: [], notDrawn: [] })
  })

  it('the engine lets nobody change or erase a paper, its parts or what it was frozen as', async () => {
    const opened = await openApp()
    const { choice } = await aGroup(opened, 1)
    await opened.api.certificates.issue(choice)
    const before = await opened.tables()
    for (const table of ['certificates', 'certificateLooks', 'papers', 'paperParts', 'annulments', 'corrections', 'correctionLines']) {
      if (!['annulments', 'corrections', 'correctionLines'].includes(table)) {
        expect(await answerTo(opened, `update "${table}" set "id" = "id"`)).toContain('append-only')
        expect(await answerTo(opened, `delete from "${table}"`)).toContain('append-only')
      }
    }
    expect(await opened.tables()).toEqual(before)
  })

  it('a kept file that was spoiled on the disk is told and not handed out', async () => {
    const opened = await openApp()
    const { choice } = await aGroup(opened, 1)
    const { issued } = await opened.api.certificates.issue(choice)
    const trigger = engineName === 'postgres' ? `alter table "papers" disable trigger "papers_no_change"` : `drop trigger "papers_no_update"`
    expect(await answerTo(opened, trigger)).toBe('')
    expect(await answerTo(opened, `update "papers" set "sha256" = '${'0'.repeat(64)}'`)).toBe('')
    await expect(opened.api.certificates.draw({ ids: issued, as: 'separate' })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('está dañado') as string })
    if (engineName === 'postgres') await answerTo(opened, `alter table "papers" enable trigger "papers_no_change"`)
  })

  it('papers of the first shape are listed, drawn and kept as ever', async () => {
    const opened = await openApp()
    const { choice } = await aGroup(opened, 1)
    const { issued } = await opened.api.certificates.issue(choice)
    const id = '0193a1b2-0000-7000-8000-000000000009'
    const frozen = JSON.stringify(sampleCertificate({ logos: [], signatories: [], personName: 'Ana Antigua' }))
    const columns = ['enrolmentId', 'personId', 'cohortId', 'seriesId', 'year', 'paperKind', 'role', 'documentNumber', 'title', 'issuedOn', 'issuedAt', 'version', 'sortKey']
    const names = columns.map((column) => `"${column}"`).join(', ')
    const old = `insert into "certificates" ("id", "correlative", "number", "personName", "code", "frozen", "frozenHash", "searchKey", ${names})
      select '${id}', 77, 'N° 077-2026-MPC/GRH', 'Ana Antigua', '7K3QMX9P2A', '${frozen}', '${digest(Buffer.from(frozen))}', 'antigua', ${names} from "certificates" where "id" = '${issued[0] ?? ''}'`
    expect(await answerTo(opened, old)).toBe('')
    const seen = await opened.api.certificates.get({ id })
    expect(seen).toMatchObject({ isSealed: false, paperSha256: null, seal: null, paper: { heading: 'Certificado de participación', design: 'sober', entityName: 'MUNICIPALIDAD PROVINCIAL DE CAJAMARCA' } })
    const files = await separate(opened, [id])
    expect(Object.keys(files)).toEqual(['N° 077-2026-MPC-GRH Ana Antigua.pdf'])
    expect(Object.values(files)).toEqual([(await opened.api.certificates.get({ id })).paperSha256])
    expect(await opened.api.certificates.prove({ ids: [id] })).toMatchObject({ same: 1 })
    const page = await opened.api.certificates.draw({ ids: [id, ...issued] })
    expect((await opened.bytes(page)).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('what may be issued', () => {
  it('nobody signs out of her mandate, or papers that are not hers to sign', async () => {
    const opened = await openApp()
    const { choice, signatoryId } = await aGroup(opened, 1)
    await expect(opened.api.certificates.issue({ ...choice, issuedOn: '2027-01-04' })).rejects.toMatchObject({
      code: 'refused',
      message: 'Rosa Ñaupari no puede firmar un documento del 04/01/2027: su encargo empieza el 01/01/2026 y termina el 31/12/2026. Cambie la fecha de emisión o elija a quien tenga encargo ese día.',
    })
    await opened.api.entity.updateSignatory({ id: signatoryId, fields: { papers: '["constancia"]' } })
    await expect(opened.api.certificates.issue(choice)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('Rosa Ñaupari no firma certificados') as string })
    expect((await opened.api.certificates.list({})).total).toBe(0)
    await opened.api.entity.updateSignatory({ id: signatoryId, fields: { papers: '["certificado"]', act: 'Resolución de Alcaldía N° 012-2026-MPC' } })
    expect((await opened.api.certificates.issue(choice)).issued).toHaveLength(1)
  })

  it('whose paper was annulled may be given a new one, and no paper is counted that does not count', async () => {
    const opened = await openApp()
    const { api } = opened
    const { choice, cohortId } = await aGroup(opened, 2)
    const { issued } = await api.certificates.issue(choice)
    const [first = ''] = issued
    await api.corrections.annul({ certificateIds: [first], reason: 'Se emitió por error', resolution: 'RA 10-2026', annulledOn: '2026-11-21' })
    expect((await api.home.overview({})).certificates).toBe(1)
    expect((await api.cohorts.get({ id: cohortId })).cohort.certificates).toBe(1)
    expect((await api.certificates.list({ state: 'annulled' })).rows.map((row) => [row.id, row.state])).toEqual([[first, 'annulled']])
    expect((await api.certificates.get({ id: first })).annulled).toMatchObject({ reason: 'Se emitió por error', resolution: 'RA 10-2026', annulledOn: '2026-11-21' })
    const again = await api.certificates.issue(choice)
    expect(again).toMatchObject({ leftOut: 1, firstNumber: 'N° 003-2026-MPC/GRH' })
    expect((await api.certificates.list({})).rows.map((row) => [row.correlative, row.state])).toEqual([[1, 'annulled'], [2, 'valid'], [3, 'valid']])
    expect((await api.search.everywhere({ text: 'quispe' })).certificates.map((one) => one.name)).toContain('Ana Quispe Huamán (anulado)')
  })
})

describe('sealed papers', () => {
  it('bear a code of their seal, and the QR of the printed page is authentic', async () => {
    const opened = await openApp()
    const { choice } = await aGroup(opened, 2, { ruc: rucs.own })
    const { issued } = await opened.api.certificates.issue(choice)
    const [first = ''] = issued
    const seen = await opened.api.certificates.get({ id: first })
    expect(seen).toMatchObject({ isSealed: true, seal: { keyName: 'Mesa de partes', serial: 1 } })
    const folder = opened.path(await opened.api.certificates.draw({ ids: [first], as: 'separate' }))
    const [name = ''] = await readdir(folder)
    const png = run('pdftoppm', '-r', '200', '-png', join(folder, name))
    const picture = await opened.app.files().receive('escaneado.png', png)
    const paper = await opened.drop(join(folder, name))
    const { rows } = await opened.api.seal.verifyFiles({ files: [picture, paper] })
    const found = rows.map((row) => row.verification)
    expect(found).toMatchObject([
      { answer: 'authentic', code: seen.code, facts: { name: seen.personName, number: seen.number, hours: 24 }, certificate: { id: first, state: 'valid' } },
      { answer: 'authentic', file: 'asIssued' },
    ])
  })

  it('a preview bears no seal that anybody could use, and takes no serial', async () => {
    const opened = await openApp()
    const { choice } = await aGroup(opened, 1, { ruc: rucs.own })
    const file = await opened.api.certificates.preview({ ...choice, enrolmentId: choice.enrolmentIds[0] ?? '' })
    const { rows } = await opened.api.seal.verifyFiles({ files: [await opened.drop(opened.path(file))] })
    expect(rows[0]?.verification?.answer).toBe('notAuthentic')
    const { issued } = await opened.api.certificates.issue(choice)
    expect((await opened.api.certificates.get({ id: issued[0] ?? '' })).seal?.serial).toBe(1)
  })
})
