import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'
import { issueTo } from './delivery-support.ts'
import type { RsaSigner } from './signed-files-support.ts'
import { aSigner, dropped, objectWith, signed, signedByCurve, updated } from './signed-files-support.ts'

interface Exported {
  readonly ids: readonly string[]
  readonly names: readonly string[]
  readonly pdfs: readonly Buffer[]
  readonly readMe: string
}

/** The folder as a person finds it. */
async function exported(app: OpenApp, people: number): Promise<Exported> {
  const ids = await issueTo(app, people)
  const folder = app.path(await app.api.signedFiles.exportFolder({ certificateIds: ids }))
  const all = await readdir(folder)
  const names = all.filter((name) => name.endsWith('.pdf')).toSorted()
  return { ids, names, pdfs: await Promise.all(names.map((name) => readFile(join(folder, name)))), readMe: await readFile(join(folder, 'LEAME.txt'), 'utf8') }
}

const verdicts = async (app: OpenApp, files: readonly [Uint8Array, string][]) => {
  const given = []
  for (const [bytes, name] of files) given.push(await dropped(app, bytes, name))
  const { rows } = await app.api.signedFiles.read({ files: given })
  return rows.map((row) => [row.verdict, row.reason] as const)
}

const signer: RsaSigner = aSigner()

describe('papers signed outside', () => {
  it('go out as the bytes that are kept, and come back as the paper of record with who signed', async () => {
    const app = await openApp()
    const { api } = app
    const { ids, names, pdfs, readMe } = await exported(app, 2)
    expect(readMe).toMatch(/^\uFEFFDOCUMENTOS PARA FIRMAR/)
    for (const name of names) expect(readMe).toContain(name)
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = pdfs
    const wanted = await dropped(app, await signed(first, signer), `${names[0]?.replace('.pdf', '')}[R].pdf`)
    const files = [wanted, await dropped(app, second, names[1] ?? '')]
    const { rows } = await api.signedFiles.read({ files })
    expect(rows.map((row) => [row.certificateId, row.verdict])).toEqual([[ids[0], 'fits'], [ids[1], 'unsigned']])
    expect(rows[0]?.signatures).toEqual([
      { signer: 'ÑAUPARI QUISPE Rosa', document: '40404040', issuer: 'ECEP de prueba', signedAt: '2026-11-20T15:00:00.000Z', isIntact: true, validFrom: '2026-01-01T00:00:00.000Z', validTo: '2027-01-01T00:00:00.000Z', isWithinValidity: true },
    ])
    const [byCurve] = (await api.signedFiles.read({ files: [await dropped(app, await signedByCurve(second), 'curva.pdf')] })).rows
    expect([byCurve?.verdict, byCurve?.signatures.map((one) => [one.signer, one.document, one.isIntact])]).toEqual(['fits', [['CURVA Elvira', '20601234567', true]]])
    const kept = await api.signedFiles.takeBack({ files })
    expect(kept).toMatchObject({ kept: 1, leftOut: [{ name: names[1], reason: expect.stringContaining('todavía no tiene ninguna firma') }] })
    expect((await api.delivery.list({})).rows.map((row) => [row.signedOn, row.signedHow, row.waitsFor])).toEqual([['2026-11-20', 'digital', 'handed'], [null, null, 'printed']])
    expect(await app.bytes(await api.signedFiles.open({ certificateId: ids[0] ?? '' }))).toEqual(await app.bytes(wanted))
    // What is drawn of it stays what was issued.
    const drawn = await api.certificates.draw({ ids: [ids[0] ?? ''], as: 'separate' })
    expect(await readFile(join(app.path(drawn), (await readdir(app.path(drawn)))[0] ?? ''))).toEqual(first)

    expect((await api.signedFiles.read({ files })).rows[0]?.verdict).toBe('already')
    const both = await dropped(app, await signed(await app.bytes(wanted), aSigner('TELLO Elmer', 'DNI:41414141')), 'los dos.pdf')
    expect(await api.signedFiles.takeBack({ files: [both] })).toMatchObject({ kept: 1, leftOut: [] })
    const { signings } = await api.delivery.get({ certificateId: ids[0] ?? '' })
    expect(signings.map((one) => (JSON.parse(one.signers) as { signer: string }[]).map(({ signer: name }) => name))).toEqual([['ÑAUPARI QUISPE Rosa', 'TELLO Elmer']])
    await api.history.undo({ act: kept.act ?? '' })
    expect(app.bugs).toEqual([])
  })

  it('are refused when a byte was changed before, inside or after the signature', async () => {
    const app = await openApp()
    const { names, pdfs } = await exported(app, 1)
    const [pdf = Buffer.alloc(0)] = pdfs
    const [name = ''] = names
    const whole = await signed(pdf, signer)
    const flipped = (at: number): Buffer => Buffer.from(whole.map((byte, index) => (index === at ? byte ^ 1 : byte)))
    const reason = whole.indexOf('/Reason') + 10
    const contents = whole.indexOf('/Contents <') + 400
    const told = await verdicts(app, [
      [flipped(2000), name],
      [flipped(reason), name],
      [Buffer.from(whole.map((byte, index) => (index === contents ? (byte === 48 ? 49 : 48) : byte))), name],
      [Buffer.concat([whole, Buffer.from('% algo más\n')]), name],
      [updated(whole, { 99990: '<< /Type /Nothing >>' }), name],
      [whole.subarray(0, whole.length - 300), name],
      [Buffer.concat([pdf, Buffer.from('%basura\n')]), name],
    ])
    expect(told.map(([verdict]) => verdict)).toEqual(['changed', 'changed', 'changed', 'changed', 'changed', 'unreadable', 'changed'])
    expect(told[0]?.[1]).toContain('su contenido no es el que se emitió')
    expect(told[1]?.[1]).toContain('La firma no corresponde')
    expect(told[4]?.[1]).toContain('Después de la firma se agregó algo')
    expect(app.bugs).toEqual([])
  })

  it('are refused when more than signatures was added before signing, however well signed', async () => {
    const app = await openApp()
    const { names, pdfs } = await exported(app, 1)
    const [pdf = Buffer.alloc(0)] = pdfs
    const [name = ''] = names
    const page = objectWith(pdf, /\/Type \/Page\b/)
    const content = Number(/\/Contents (\d+) 0 R|\/Contents \[(\d+) 0 R/.exec(page.value)?.slice(1).find((one) => one !== undefined))
    const info = objectWith(pdf, /\/Producer/)
    const painted = updated(pdf, { [content]: '<< /Length 33 >>\nstream\n1 0 0 rg 0 0 900 900 re f         \nendstream' })
    const noted = updated(pdf, { 99990: '<< /Type /Annot /Subtype /FreeText /Rect [0 0 300 300] /Contents (otro nombre) >>', [page.number]: page.value.replace(/>>\s*$/, '/Annots [99990 0 R] >>') })
    const smaller = updated(pdf, { [page.number]: page.value.replace(/\/MediaBox \[[^\]]*\]/, '/MediaBox [0 0 100 100]') })
    const retitled = updated(pdf, { [info.number]: '<< /Title (Otro) >>' })
    const told = await verdicts(app, [
      [await signed(painted, signer), name],
      [await signed(noted, signer), name],
      [await signed(smaller, signer), name],
      [await signed(retitled, signer), name],
      [await signed(pdf, signer, { rect: [0, 0, 800, 590] }), name],
      [await signed(pdf, signer, { rect: [20, 20, 180, 80] }), name],
    ])
    expect(told.map(([verdict]) => verdict)).toEqual(['changed', 'changed', 'changed', 'changed', 'changed', 'fits'])
    expect(told[4]?.[1]).toContain('tapa más de un tercio')
    expect(app.bugs).toEqual([])
  })

  it('are told apart from what is no paper of the office, each with one clear sentence', async () => {
    const app = await openApp()
    const { api } = app
    const { ids, names, pdfs } = await exported(app, 2)
    const [pdf = Buffer.alloc(0)] = pdfs
    const expired = aSigner('CADUCO Juan', '12345678', '2020-01-01', '2021-01-01')
    const told = await verdicts(app, [
      [Buffer.from('PK\u0003\u0004 un zip'), 'firmado.pdf'],
      [new Uint8Array(), 'vacio.pdf'],
      [Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(31 * 1024 * 1024)]), 'enorme.pdf'],
      [Buffer.from('%PDF-1.4\n1 0 obj\n<< >>\nendobj\nstartxref\n9\n%%EOF\n'), 'ajeno.pdf'],
      [await signed(pdf, signer), names[1] ?? ''],
      [await signed(pdf, expired), names[0] ?? ''],
    ])
    expect(told.map(([verdict]) => verdict)).toEqual(['unreadable', 'unreadable', 'unreadable', 'unknown', 'fits', 'already'])
    expect(told.map(([, reason]) => reason)).toEqual([
      expect.stringContaining('No es un PDF'),
      'El archivo está vacío.',
      expect.stringContaining('Pesa 32 MB'),
      expect.stringContaining('No es ningún documento emitido'),
      expect.stringContaining('El nombre del archivo es de otro documento'),
      expect.stringContaining('basta con uno'),
    ])
    expect((await verdicts(app, [[await signed(pdf, expired), 'x.pdf']]))[0]?.[1]).toContain('no estaba vigente')
    await api.corrections.annul({ certificateIds: [ids[0] ?? ''], reason: 'Error', annulledOn: '2026-11-22', resolution: null })
    expect((await verdicts(app, [[await signed(pdf, signer), 'x.pdf']]))[0]).toEqual(['outOfForce', expect.stringContaining('fue anulado')])
    await expect(api.signedFiles.exportFolder({ certificateIds: [...ids] })).rejects.toMatchObject({ code: 'refused' })
    await expect(api.signedFiles.open({ certificateId: ids[1] ?? '' })).rejects.toMatchObject({ code: 'missing' })
  })
})
