import { describe, expect, it } from 'vitest'
import { run } from '../documents/second-programs.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'
import { issueTo } from './delivery-support.ts'

const states = async (api: OpenApp['api']) => {
  const { rows } = await api.delivery.list({})
  return rows.map(({ drawnAt, printedAt, signedOn, handedOn, waitsFor }) => [drawnAt !== null, printedAt !== null, signedOn, handedOn, waitsFor])
}

describe('the four states of a paper', () => {
  it('are told apart, each with what waits and since when, and each act can be taken back', async () => {
    const app = await openApp()
    const { api } = app
    const ids = await issueTo(app, 3)
    expect(await states(api)).toEqual(ids.map(() => [true, false, null, null, 'printed']))

    const printed = await api.delivery.print({ certificateIds: ids })
    expect(printed.sheets).toBe(3)
    // Nobody has said yet how it came out: it is not printed.
    expect(await states(api)).toEqual(ids.map(() => [true, false, null, null, 'printed']))
    const pile = await api.delivery.run({ runId: printed.runId })
    expect(pile.lines.map((line) => [line.position, line.outcome])).toEqual([[1, 'asked'], [2, 'asked'], [3, 'asked']])

    const told = await api.delivery.outcome({ runId: printed.runId, ranges: [{ from: 1, to: 2, outcome: 'well' }, { from: 3, to: 3, outcome: 'damaged' }] })
    expect((await api.delivery.list({})).counts).toEqual({ drawn: 0, printed: 1, signed: 2, handed: 0, back: 0, all: 3 })
    expect((await api.delivery.runs({})).damagedSheets).toBe(1)
    const [first = '', second = ''] = pile.lines.map((line) => line.certificateId)

    expect(await api.delivery.signByHand({ certificateIds: [first, second], signedOn: '2026-11-21', note: null })).toMatchObject({ papers: 2, leftOut: 0 })
    const handed = await api.delivery.handOver({ certificateIds: [first], handedOn: '2026-11-22', to: { kind: 'person' } })
    const proxy = await api.delivery.handOver({ certificateIds: [first, second], handedOn: '2026-11-22', to: { kind: 'proxy', name: 'Elmer Tello', document: 'DNI 40404040', note: 'Carta poder' } })
    expect(proxy).toMatchObject({ papers: 1, leftOut: 1 })
    const { rows } = await api.delivery.list({})
    expect(rows.map((row) => [row.handedTo, row.waitsFor, row.waitsSince])).toEqual([['Ana Quispe Huamán', null, null], ['Elmer Tello', null, null], [null, 'printed', '2026-11-22']])
    expect((await api.delivery.list({ pending: 'printed' })).total).toBe(1)
    expect(await api.delivery.ids({ pending: 'printed' })).toEqual([pile.lines[2]?.certificateId])

    await api.history.undo({ act: handed.act })
    expect((await api.delivery.list({ pending: 'handed' })).rows.map((row) => [row.id, row.waitsSince])).toEqual([[first, '2026-11-21']])
    const whole = await api.delivery.get({ certificateId: second })
    expect(whole.handovers).toMatchObject([{ toWhom: 'proxy', proxyName: 'Elmer Tello', proxyDocument: 'DNI 40404040', proxyNote: 'Carta poder' }])
    await api.delivery.takeBackHandover({ handoverId: whole.handovers[0]?.id ?? '' })
    expect((await api.delivery.get({ certificateId: second })).handovers).toEqual([])
    await api.history.undo({ act: told.act })
    expect((await api.delivery.runs({})).rows).toMatchObject([{ certificates: 3, asked: 3, damaged: 0 }])
    expect(app.bugs).toEqual([])
  })

  it('of a paper of two pages count two sheets each time it is spoilt, and a reprint asks why', async () => {
    const app = await openApp()
    const { api } = app
    const ids = await issueTo(app, 2, { withSyllabus: true })
    const first = await api.delivery.print({ certificateIds: ids })
    expect(first.sheets).toBe(4)
    expect(run('qpdf', '--show-npages', app.path(first.file)).toString().trim()).toBe('4')
    await api.delivery.outcome({ runId: first.runId, ranges: [{ from: 1, to: 1, outcome: 'well' }, { from: 2, to: 2, outcome: 'damaged' }] })
    const [, spoilt = ''] = (await api.delivery.run({ runId: first.runId })).lines.map((line) => line.certificateId)
    await expect(api.delivery.print({ certificateIds: [spoilt] })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('escriba por qué se imprime otra vez') })
    const again = await api.delivery.print({ certificateIds: [spoilt], reason: 'Se atascó el papel' })
    await api.delivery.outcome({ runId: again.runId, ranges: [{ from: 1, to: 1, outcome: 'well' }] })
    expect((await api.delivery.runs({})).rows).toMatchObject([{ kind: 'reprint', reason: 'Se atascó el papel', damaged: 0 }, { kind: 'first', reason: null, damaged: 2 }])
    expect((await api.delivery.list({ pending: 'signed' })).rows.map((row) => `${row.prints} ${row.damaged}`).toSorted()).toEqual(['1 0', '2 2'])
    expect((await api.delivery.get({ certificateId: spoilt })).prints.map((one) => one.outcome)).toEqual(['damaged', 'well'])
  })

  it('take no answer for positions that the pile lacks, that are told twice or the wrong way round, and no day to come', async () => {
    const app = await openApp()
    const { api } = app
    const ids = await issueTo(app, 2)
    const { runId } = await api.delivery.print({ certificateIds: ids })
    const before = await app.tables()
    const ask = (from: number, to: number) => api.delivery.outcome({ runId, ranges: [{ from: 1, to: 1, outcome: 'well' }, { from, to, outcome: 'damaged' }] })
    await expect(ask(2, 3)).rejects.toMatchObject({ message: 'El montón tiene 2 documentos y el rango llega al 3. No se anotó nada.' })
    await expect(ask(1, 2)).rejects.toMatchObject({ message: expect.stringContaining('El 1 figura en dos rangos') })
    await expect(ask(2, 1)).rejects.toMatchObject({ message: expect.stringContaining('al revés') })
    await expect(api.delivery.signByHand({ certificateIds: ids, signedOn: '2026-11-23', note: null })).rejects.toMatchObject({ message: expect.stringContaining('todavía no llega') })
    expect(await app.tables()).toEqual(before)
  })
})

describe('hand-over sheets', () => {
  it('are one for each organisation, with masked documents and a code a page, and come out the same again', async () => {
    const app = await openApp()
    const { api } = app
    const ids = await issueTo(app, 25, { organisations: ['Red de Salud Cusco', 'Municipalidad de Anta'] })
    const printed = await api.delivery.printSheets({ certificateIds: ids, by: 'organisation' })
    const { rows } = await api.delivery.sheets({})
    expect(rows.map((row) => `${row.title}: ${row.papers} en ${row.pages}, ${row.handed}, ${row.scans}`).toSorted()).toEqual(['Municipalidad de Anta: 1 en 1, 0, 0', 'Red de Salud Cusco: 1 en 1, 0, 0', 'Sin organización: 23 en 2, 0, 0'])
    const text = run('pdftotext', '-layout', app.path(printed.file), '-').toString('utf8')
    expect(text).toContain('Página 2 de 2')
    expect(text).toContain('Municipalidad de Anta')
    expect(text).toMatch(/•••••001/)
    expect(text).not.toMatch(/2000000\d|200000\d\d/)
    const twice = await api.delivery.printSheets({ certificateIds: ids, by: 'organisation' })
    expect(twice).toMatchObject({ sheetIds: printed.sheetIds, act: null })
    expect(await app.bytes(twice.file)).toEqual(await app.bytes(printed.file))
    expect((await api.delivery.pending({})).rows.map((row) => `${row.organisationName} ${row.papers} ${row.printed} ${row.since}`).toSorted()).toEqual(['Municipalidad de Anta 1 1 2026-11-22', 'Red de Salud Cusco 1 1 2026-11-22', 'null 23 23 2026-11-22'])
    expect(app.bugs).toEqual([])
  })

  it('say who signed for herself and for whom another did; the others stay pending; the scan is kept', async () => {
    const app = await openApp()
    const { api } = app
    const ids = await issueTo(app, 4)
    const { sheetIds, file } = await api.delivery.printSheets({ certificateIds: ids, by: 'one' })
    const [sheetId = ''] = sheetIds
    expect(await app.bytes(await api.delivery.drawSheet({ sheetId }))).toEqual(await app.bytes(file))
    const filled = await api.delivery.fillSheet({ sheetId, handedOn: '2026-11-20', rows: [{ row: 1, proxy: null }, { row: 3, proxy: { name: 'Julia Rojas', document: '41414141' } }] })
    expect((await api.delivery.sheet({ sheetId })).rows.map((row) => [row.row, row.handedOn, row.handedTo])).toEqual([[1, '2026-11-20', 'Ana Quispe Huamán'], [2, null, null], [3, '2026-11-20', 'Julia Rojas'], [4, null, null]])
    await expect(api.delivery.fillSheet({ sheetId, handedOn: '2026-11-20', rows: [{ row: 3, proxy: null }] })).rejects.toMatchObject({ message: expect.stringMatching(/^La fila 3 .* ya figura entregada/) })
    await expect(api.delivery.fillSheet({ sheetId, handedOn: '2026-11-20', rows: [{ row: 5, proxy: null }] })).rejects.toMatchObject({ message: expect.stringContaining('tiene 4 filas') })
    const scan = await app.drop(app.path(file), 'escaneo.pdf')
    const attached = await api.delivery.attachScan({ sheetId, files: [scan, scan] })
    expect((await api.delivery.sheet({ sheetId })).scans).toEqual([{ assetId: expect.any(String), name: 'escaneo.pdf', type: 'pdf' }])
    await api.history.undo({ act: attached.act })
    expect((await api.delivery.sheet({ sheetId })).scans).toEqual([])
    expect((await api.delivery.list({})).counts).toMatchObject({ all: 4, printed: 2 })
    await api.history.undo({ act: filled.act })
    expect((await api.delivery.sheets({})).rows).toMatchObject([{ papers: 4, handed: 0 }])
  })
})

describe('papers that count no more', () => {
  it('are not printed, signed or handed over, and are asked back from who has them', async () => {
    const app = await openApp()
    const { api } = app
    const ids = await issueTo(app, 2)
    const [handed = '', kept = ''] = ids
    await api.delivery.handOver({ certificateIds: [handed], handedOn: '2026-11-20', to: { kind: 'person' } })
    await api.corrections.annul({ certificateIds: ids, reason: 'Emitidos por error', annulledOn: '2026-11-22', resolution: null })
    const { rows, counts } = await api.delivery.list({})
    expect(rows).toMatchObject([{ id: handed, state: 'annulled', waitsFor: 'back', waitsSince: '2026-11-22', handedOn: '2026-11-20' }])
    expect(counts).toEqual({ drawn: 0, printed: 0, signed: 0, handed: 0, back: 1, all: 1 })
    await expect(api.delivery.print({ certificateIds: [kept] })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('fue reemplazado o anulado') })
    await expect(api.delivery.signByHand({ certificateIds: ids, signedOn: '2026-11-22', note: null })).rejects.toMatchObject({ code: 'refused' })
    const { handovers } = await api.delivery.get({ certificateId: handed })
    await api.delivery.takeBackHandover({ handoverId: handovers[0]?.id ?? '' })
    expect((await api.delivery.list({})).total).toBe(0)
  })
})
