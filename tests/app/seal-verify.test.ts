import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { deflateSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { createKeeper } from '../../src/main/core/keeper.ts'
import { openSealer } from '../../src/main/features/seal/sealer.ts'
import { verificationCode } from '../../src/shared/domain/numbering.ts'
import type { FileRef } from '../../src/shared/rpc/wire.ts'
import { anotherComputer, carried } from '../support/another-computer.ts'
import { dropBytes } from '../support/dropped-files.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'
import { pngOf } from '../support/png.ts'
import { digitsOf, pictureOf, sealedPapers, sealOf } from './seal-support.ts'

const ask = (opened: OpenApp, text: string) => opened.api.seal.verify({ kind: 'text', text })

/** What another office knows once this one's file was taken there. */
async function told(opened: OpenApp, stranger: OpenApp): Promise<void> {
  await stranger.api.seal.trustOffice({ file: await carried(opened, stranger, await opened.api.seal.exportOffice({})) })
}

describe('a seal', () => {
  it('of an issued paper is authentic here by the register, and elsewhere once the office and its list are known', async () => {
    const opened = await openApp()
    const { seals, issued } = await sealedPapers(opened, 2)
    const text = digitsOf(seals[0] ?? new Uint8Array())
    const [row] = (await opened.api.certificates.list({})).rows
    const here = await ask(opened, `https://sello.example.pe/#${text}\r\n`)
    expect(here).toMatchObject({ answer: 'authentic', facts: { name: row?.personName, number: row?.number, serial: 1, issuerRuc: '20143625681' }, code: row?.code, key: { isOwn: true }, certificate: { id: issued[0], state: 'valid' }, listDate: null, file: null })
    expect(here.reasons).toContain('Compare el nombre y el documento con los del papel y con la persona: el sello prueba los datos, no quién los presenta.')
    const stranger = await anotherComputer()
    expect(await ask(stranger, text)).toMatchObject({ answer: 'cannotCheck', facts: { name: row?.personName, issuerName: null }, key: null })
    await told(opened, stranger)
    expect(await ask(stranger, text)).toMatchObject({ answer: 'cannotCheck', listDate: null })
    await opened.api.seal.publishList({ nextOn: '2026-12-22' })
    await told(opened, stranger)
    expect(await ask(stranger, text)).toMatchObject({ answer: 'authentic', listDate: '2026-11-22T15:00:00.000Z', listIsStale: false, certificate: null, key: { officeName: 'Municipalidad Provincial de Cajamarca', isOwn: false } })
    expect(await ask(stranger, 'No hay nada')).toMatchObject({ answer: 'cannotCheck', facts: null, code: null, reasons: ['En lo que se leyó no hay un sello.', expect.any(String)] })
    expect(await ask(stranger, text.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)))).toMatchObject({ answer: 'notAuthentic', facts: null })
  })

  it('of a replaced and of an annulled paper says so, with the list and without it', async () => {
    const opened = await openApp()
    const { seals, issued } = await sealedPapers(opened, 3)
    const texts = seals.map(digitsOf)
    const stranger = await anotherComputer()
    await opened.api.seal.publishList({ nextOn: '2026-12-22' })
    await told(opened, stranger)
    const procedure = { reason: 'Error en el nombre', resolution: 'Memorando N° 31-2026' }
    const { rows } = await opened.api.people.list({})
    await opened.api.people.update({ id: rows[0]?.id ?? '', fields: { givenNames: 'Ana María' } })
    const reissued = await opened.api.corrections.reissue({ certificateIds: [issued[0] ?? ''], decidedOn: '2026-11-21', ...procedure })
    await opened.api.corrections.annul({ certificateIds: [issued[1] ?? ''], annulledOn: '2026-11-21', ...procedure })
    const answers = (where: OpenApp): Promise<string[]> => Promise.all(texts.map(async (text) => (await ask(where, text)).answer))
    expect(reissued.issued).toHaveLength(1)
    // Without a new list: the office knows by its register; elsewhere the old list answers.
    expect(await answers(opened)).toEqual(['annulled', 'annulled', 'authentic'])
    expect(await answers(stranger)).toEqual(['authentic', 'authentic', 'authentic'])
    expect((await opened.api.seal.state({})).list).toMatchObject({ annulled: 0, isBehind: true })
    expect(await opened.api.seal.publishList({ nextOn: '2026-12-22' })).toMatchObject({ annulled: 2 })
    expect((await opened.api.seal.state({})).list).toMatchObject({ annulled: 2, isBehind: false })
    await told(opened, stranger)
    expect(await answers(stranger)).toEqual(['annulled', 'annulled', 'authentic'])
    const [replaced, gone] = await Promise.all(texts.map((text) => ask(opened, text)))
    expect(replaced).toMatchObject({ certificate: { state: 'replaced', replacedBy: 'N° 001-2026-MPC/GRH (2)' }, reasons: ['Fue reemplazado por la versión 2 del N° 001-2026-MPC/GRH. Motivo: Error en el nombre', expect.any(String)] })
    expect(gone).toMatchObject({ certificate: { state: 'annulled', annulledBecause: 'Error en el nombre' }, reasons: ['La oficina lo anuló el 21/11/2026. Motivo: Error en el nombre. Memorando N° 31-2026.', expect.any(String)] })
    const newer = digitsOf(await sealOf(opened, reissued.issued[0] ?? ''))
    expect(await ask(stranger, newer)).toMatchObject({ answer: 'authentic' })
  })

  it('made with this computer’s key that its register does not hold cannot be checked', async () => {
    const opened = await openApp()
    const { seals } = await sealedPapers(opened, 1)
    const [key] = (await opened.api.seal.state({})).keys
    const found = { id: key?.id ?? '', rootId: key?.rootId ?? '', kid: key?.kid ?? '', ruc: key?.ruc ?? '', name: '', until: '' }
    const sealer = await openSealer({ read: () => Promise.resolve([found] as never), keeper: createKeeper(opened.folder), about: {} as never, now: () => '2026-11-22T15:00:00.000Z' })
    const body = { kind: 'CERT', name: 'Nadie', document: null, action: null, from: null, to: null, hours: null, number: 'N° 9', signer: null, resolution: null, grade: null, textHash: null, expiresAt: null }
    const forged = sealer?.seal(body, '2026-11-22T15:00:00.000Z', 99) ?? new Uint8Array()
    await opened.api.seal.publishList({ nextOn: '2026-12-22' })
    expect(await ask(opened, digitsOf(forged))).toMatchObject({ answer: 'cannotCheck', reasons: [expect.stringContaining('su registro no tiene ese papel'), expect.any(String)] })
    expect(seals).toHaveLength(1)
  })
})

describe('number, RUC and code typed from the paper', () => {
  it('are looked for in the register, and forgive how they are written', async () => {
    const opened = await openApp()
    await sealedPapers(opened, 2)
    const [first, second] = (await opened.api.certificates.list({})).rows
    const typed = (number: string, ruc: string, code: string) => opened.api.seal.verify({ kind: 'typed', number, ruc, code })
    const code = first?.code ?? ''
    const odd = code.replaceAll('0', 'o').replaceAll('1', 'I').toLowerCase()
    for (const [number, written] of [[first?.number ?? '', code], ['nº 1 - 2026 mpc grh', `${odd.slice(0, 5)} - ${odd.slice(5)}`], ['001-2026-MPC/GRH', code]] as const) {
      expect(await typed(number, '20143625681', written)).toMatchObject({ answer: 'authentic', certificate: { id: first?.id }, facts: { name: first?.personName } })
    }
    expect(await typed(second?.number ?? '', '20143625681', code)).toMatchObject({ answer: 'notAuthentic', facts: null })
    expect(await typed(first?.number ?? '', '20143625681', code.slice(1))).toMatchObject({ answer: 'cannotCheck', reasons: [expect.stringContaining('diez letras o cifras')] })
    expect(await typed(first?.number ?? '', '20143625681', `${code.slice(1)}${code.slice(0, 1)}`)).toMatchObject({ answer: 'cannotCheck' })
    expect(await typed(first?.number ?? '', '20131370645', code)).toMatchObject({ answer: 'cannotCheck', reasons: [expect.stringContaining('20131370645')] })
    const another = verificationCode(new Uint8Array(6).fill(9))
    expect(await typed(first?.number ?? '', '20143625681', another)).toMatchObject({ answer: 'notAuthentic', reasons: ['El número existe en el registro, pero con otro código.'] })
    expect(await typed('N° 900-2026-MPC/GRH', '20143625681', another)).toMatchObject({ answer: 'cannotCheck' })
  })
})

describe('files', () => {
  it('are read page by page and code by code, and a PDF is compared with what was kept', async () => {
    const opened = await openApp()
    const { seals, issued } = await sealedPapers(opened, 3)
    const { api } = opened
    const folder = opened.path(await api.certificates.draw({ ids: issued, as: 'separate' }))
    const [paper = ''] = (await readdir(folder)).sort()
    const pdf = new Uint8Array(await readFile(join(folder, paper)))
    const together = await api.certificates.draw({ ids: issued, as: 'one' })
    const texts = seals.map(digitsOf)
    const files = [
      await dropBytes(opened, 'emitido.pdf', pdf),
      await dropBytes(opened, 'firmado.pdf', Buffer.concat([pdf, Buffer.from('\n% y una firma\n')])),
      await dropBytes(opened, 'cambiado.pdf', changed(pdf)),
      await dropBytes(opened, 'tres.pdf', await opened.bytes(together)),
      await dropBytes(opened, 'dos.png', pictureOf(texts.slice(0, 2))),
      await dropBytes(opened, 'otro.png', pictureOf(['https://www.gob.pe'])),
    ]
    const { rows } = await api.seal.verifyFiles({ files })
    expect(rows.map(({ name, page, verification, problem }) => [name, page, verification?.answer ?? problem, verification?.file ?? null])).toEqual([
      ['emitido.pdf', 1, 'authentic', 'asIssued'],
      ['firmado.pdf', 1, 'authentic', 'signed'],
      ['cambiado.pdf', 1, 'authentic', 'differs'],
      ['tres.pdf', 1, 'authentic', null],
      ['tres.pdf', 2, 'authentic', null],
      ['tres.pdf', 3, 'authentic', null],
      ['dos.png', null, 'authentic', null],
      ['dos.png', null, 'authentic', null],
      ['otro.png', null, 'Tiene un QR, pero no es un sello.', null],
    ])
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(opened.path(await api.seal.reportFiles({ files })))
    const cells = book.worksheets.flatMap((sheet) => sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? row.map((cell) => (typeof cell === 'string' ? cell : '')) : [])))
    for (const wanted of ['Comprobación de sellos', 'Auténtico', 'El emitido, con firmas', 'Otro archivo', 'Tiene un QR, pero no es un sello.', 'Ana Quispe Huamán']) expect(cells).toContain(wanted)
  })

  it('that cannot be read say why, and the others go on', async () => {
    const opened = await openApp()
    const { seals } = await sealedPapers(opened, 1)
    const good = pictureOf(seals.map(digitsOf))
    const files: FileRef[] = [
      await dropBytes(opened, 'nota.pdf', 'Esto es un texto'),
      await dropBytes(opened, 'lista.txt', 'a,b'),
      await dropBytes(opened, 'vacio.png', ''),
      await dropBytes(opened, 'enorme.png', hugePng(10_000, 10_000)),
      await dropBytes(opened, 'roto.png', good.subarray(0, good.length - 200)),
      await dropBytes(opened, 'roto.pdf', '%PDF-1.7\nnada'),
      await dropBytes(opened, 'bomba.pdf', bombPdf()),
      await dropBytes(opened, 'bien.png', good),
    ]
    const { rows } = await opened.api.seal.verifyFiles({ files })
    expect(rows.map((row) => [row.name, row.verification?.answer ?? row.problem])).toEqual([
      ['nota.pdf', 'El nombre dice que es un PDF o una imagen, pero por dentro es otra cosa.'],
      ['lista.txt', 'No es un PDF, ni una imagen JPG o PNG.'],
      ['vacio.png', 'El archivo está vacío.'],
      ['enorme.png', 'La imagen es demasiado grande (10000 × 10000 puntos). Recórtela al QR, o escanee a 300 puntos por pulgada.'],
      ['roto.png', 'El archivo está dañado o incompleto y no se pudo leer. Cópielo otra vez.'],
      ['roto.pdf', 'El archivo está dañado o incompleto y no se pudo leer. Cópielo otra vez.'],
      ['bomba.pdf', expect.stringMatching(/QR que se pueda leer|demasiado tiempo o memoria|dañado/)],
      ['bien.png', 'authentic'],
    ])
    expect(opened.bugs).toEqual([])
  })
})

describe('the list for the notice board', () => {
  it('bears its dates, its count and the whole list as a code that reads back', async () => {
    const opened = await openApp()
    const { issued, seals } = await sealedPapers(opened, 2)
    const before = await opened.api.seal.exportOffice({})
    await opened.api.corrections.annul({ certificateIds: [issued[1] ?? ''], annulledOn: '2026-11-21', reason: 'Duplicado', resolution: null })
    await expect(opened.api.seal.publishList({ nextOn: '2026-11-22' })).rejects.toThrow('debe ser posterior a hoy')
    const { sheet, annulled } = await opened.api.seal.publishList({ nextOn: '2026-12-22' })
    expect(annulled).toBe(1)
    const words = execFileSync('pdftotext', ['-layout', opened.path(sheet), '-'], { encoding: 'utf8' }).normalize('NFC')
    for (const wanted of ['Lista de papeles anulados', '22 de noviembre de 2026', '22 de diciembre de 2026', 'Municipalidad Provincial de Cajamarca']) expect(words).toContain(wanted)
    const { rows } = await opened.api.seal.verifyFiles({ files: [await dropBytes(opened, 'aviso.pdf', await opened.bytes(sheet))] })
    expect(rows).toMatchObject([{ verification: { answer: 'cannotCheck', reasons: [expect.stringContaining('Es la lista de anulados o la clave de una oficina, no el sello de un papel.')] } }])
    // Whoever knows the office takes the list from a photograph of the notice; whoever does not is told so.
    const stranger = await anotherComputer()
    const officeBefore = await carried(opened, stranger, before)
    const notice = await carried(opened, stranger, sheet)
    await expect(stranger.api.seal.readOffice({ file: notice })).rejects.toThrow('no se conoce')
    await stranger.api.seal.trustOffice({ file: officeBefore })
    expect(await stranger.api.seal.readOffice({ file: notice })).toMatchObject({ isKnown: true, listDate: '2026-11-22T15:00:00.000Z', problems: [] })
    await stranger.api.seal.trustOffice({ file: notice })
    expect((await ask(stranger, digitsOf(seals[1] ?? new Uint8Array()))).answer).toBe('annulled')
    await expect(stranger.api.seal.readOffice({ file: await dropBytes(stranger, 'foto.png', pictureOf(['nada'])) })).rejects.toThrow('no se encontró el QR de una lista')
  })
})

/** The same PDF with another author: a byte that no page shows. */
function changed(pdf: Uint8Array): Uint8Array {
  const at = Buffer.from(pdf).indexOf('/Producer (Constancia)')
  return at < 0 ? Buffer.concat([pdf.subarray(0, 8), Buffer.from('\n% \n'), pdf.subarray(8)]) : pdf.with(at + 12, 'K'.charCodeAt(0))
}

/** The head of a PNG of so many pixels, all white: some kilobytes. */
function hugePng(width: number, height: number): Uint8Array {
  return pngOf({ width, height }, [1, 0], Buffer.alloc((Math.ceil(width / 8) + 1) * height))
}

/** A page whose content inflates from kilobytes to hundreds of megabytes. */
function bombPdf(): Uint8Array {
  const inner = deflateSync(Buffer.alloc(60_000_000, '0 0 m '))
  const outer = deflateSync(inner)
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>']
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n'), ...objects.map((body, at) => Buffer.from(`${at + 1} 0 obj\n${body}\nendobj\n`))]
  pieces.push(Buffer.from(`4 0 obj\n<< /Length ${outer.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n`), outer, Buffer.from('\nendstream\nendobj\ntrailer << /Root 1 0 R /Size 5 >>\n%%EOF\n'))
  return Buffer.concat(pieces)
}
