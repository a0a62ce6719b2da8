import { describe, expect, it } from 'vitest'
import { blankPixels, pngOf, turned } from '../../src/main/intake/scan-pixels.ts'
import type { Pixels } from '../../src/main/intake/scan-pixels.ts'
import { readPng } from '../../src/main/intake/scan-png.ts'
import { pageCodeText } from '../../src/shared/domain/sheet-code.ts'
import type { FileRef } from '../../src/shared/rpc/wire.ts'
import { alphanumericQrPath } from '../../src/main/documents/pdf-qr.ts'
import { jpgOf } from '../intake/scan-jpeg.ts'
import { chance, grained, rasterised, rotated, scannedPdf, signed, stained } from '../intake/scan-spoiled.ts'
import { dropBytes } from '../support/dropped-files.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'
import { aSheetGroup } from './sheets-support.ts'

/** A picture with nothing but a QR of that text on white. */
function qrPicture(text: string): Pixels {
  const { size, path } = alphanumericQrPath(text)
  const to = blankPixels((size + 12) * 6, (size + 20) * 6)
  for (const [, x = '0', y = '0', width = '0'] of path.matchAll(/(\d+) (\d+) (\d+) 1 re/g)) {
    for (let row = 0; row < 6; row += 1) {
      const start = (((size - 1 - Number(y) + 6) * 6 + row) * to.width + (Number(x) + 6) * 6) * 4
      for (let at = 0; at < Number(width) * 6; at += 1) to.data.fill(0, start + at * 4, start + at * 4 + 3)
    }
  }
  return to
}

async function printedPages(app: OpenApp, group: { cohortId: string; sessionIds: readonly string[] }, dpi = 150): Promise<{ sheets: readonly { id: string; code: string }[]; pages: Pixels[] }> {
  const printed = await app.api.sheets.print({ cohortId: group.cohortId, sessionIds: [...group.sessionIds] })
  return { sheets: printed.sheets, pages: rasterised(app.path(printed.file), dpi) }
}

const other = { cohortId: '01990000-0000-7000-8000-000000000001', for: { kind: 'session', sessionId: '01990000-0000-7000-8000-000000000002' }, sheet: 'K7M2QX', page: 1, pages: 1 } as const

describe('signed pages that come back', () => {
  it('of 60 people, spoiled and shuffled with strangers: each is at its place, the missing one is listed, the strangers wait in the tray', async () => {
    const app = await openApp()
    const group = await aSheetGroup(app, 60)
    const { sheets, pages } = await printedPages(app, group, 200)
    const [first = blankPixels(1, 1), second = first, third = first] = pages
    expect(pages).toHaveLength(4)
    const random = chance(7)
    const pile: FileRef[] = [
      await dropBytes(app, 'IMG_2.jpg', jpgOf(grained(rotated(signed(third, random), -9), random, 15, 0.4), 55)),
      await dropBytes(app, 'paisaje.png', pngOf(grained(blankPixels(700, 500), random, 90))),
      await dropBytes(app, 'escaneo.pdf', await scannedPdf([{ ...turned(first, 2), bytes: jpgOf(turned(signed(first, random), 2), 60) }])),
      await dropBytes(app, 'otra oficina.png', pngOf(qrPicture(pageCodeText(other)))),
      await dropBytes(app, 'IMG_1.jpg', jpgOf(stained(rotated(signed(second, random), 15), [{ x: 0.8, y: 0.12, radius: 0.16, strength: 0.8 }]), 45)),
    ]
    const done = await app.api.evidence.recognise({ files: pile })
    expect(done.pages.map((page) => [page.fileName, page.place?.page ?? null, page.place?.sheetId ?? null])).toEqual([
      ['IMG_2.jpg', 3, sheets[0]?.id],
      ['paisaje.png', null, null],
      ['escaneo.pdf', 1, sheets[0]?.id],
      ['otra oficina.png', null, null],
      ['IMG_1.jpg', 2, sheets[0]?.id],
    ])
    expect(done.pages.map((page) => page.reason)).toEqual([
      'Página 3 de 4 de «Tema 1», 12/10/2026, grupo Cusco.',
      'No se encontró un código de hoja que se pueda leer. Quedó en la bandeja para que la ubique usted.',
      'Página 1 de 4 de «Tema 1», 12/10/2026, grupo Cusco.',
      'Es de una lista que imprimió otra oficina: aquí no existe ese grupo. Quedó en la bandeja.',
      'Página 2 de 4 de «Tema 1», 12/10/2026, grupo Cusco.',
    ])
    expect([done.placed, done.tray, done.known, done.refused]).toEqual([3, 2, 0, []])
    expect(await app.api.sheets.list({ cohortId: group.cohortId })).toMatchObject([{ pagesBack: [1, 2, 3], pagesMissing: [4] }])

    const tray = await app.api.evidence.list({ tray: true })
    expect(tray.map((one) => [one.fileName, one.place, one.note])).toEqual([
      ['paisaje.png', null, done.pages[1]?.reason],
      ['otra oficina.png', null, done.pages[3]?.reason],
    ])
    await app.api.evidence.place({ id: tray[0]?.id ?? '', to: { kind: 'page', sheetId: sheets[0]?.id ?? '', page: 4 } })
    expect(await app.api.sheets.list({ cohortId: group.cohortId })).toMatchObject([{ pagesMissing: [] }])
    const ofSession = await app.api.evidence.list({ sessionId: group.sessionIds[0] ?? '' })
    expect(ofSession.map((one) => [one.page, one.placedBy, one.turns, one.note])).toEqual([[1, 'code', 2, null], [2, 'code', 0, null], [3, 'code', 0, null], [4, 'hand', 0, null]])
    expect(app.bugs).toEqual([])
  })

  it('dropped again are known, and nothing is kept twice', async () => {
    const app = await openApp()
    const group = await aSheetGroup(app, 3)
    const { pages } = await printedPages(app, group)
    const bytes = pngOf(pages[0] ?? blankPixels(1, 1))
    await app.api.evidence.recognise({ files: [await dropBytes(app, 'a.png', bytes), await dropBytes(app, 'b.png', bytes)] })
    const before = await app.tables()
    const again = await app.api.evidence.recognise({ files: [await dropBytes(app, 'c.png', bytes)] })
    expect(again).toEqual({ pages: [], placed: 0, tray: 0, known: 1, refused: [] })
    expect(await app.tables()).toEqual(before)
    expect(await app.api.evidence.list({})).toHaveLength(1)
  })

  it('of two sheets mixed in one PDF each go to their own', async () => {
    const app = await openApp()
    const group = await aSheetGroup(app, 22, ['2026-10-12', '2026-10-13'])
    const { sheets, pages } = await printedPages(app, group)
    const mixed = await scannedPdf([3, 0, 2].map((at) => ({ ...(pages[at] ?? blankPixels(1, 1)), bytes: Buffer.from(pngOf(pages[at] ?? blankPixels(1, 1))) })))
    const done = await app.api.evidence.recognise({ files: [await dropBytes(app, 'todo junto.pdf', mixed)] })
    expect(done.pages.map((page) => [page.filePage, page.place?.sheetId, page.place?.page])).toEqual([[1, sheets[1]?.id, 2], [2, sheets[0]?.id, 1], [3, sheets[1]?.id, 1]])
    expect((await app.api.sheets.list({ cohortId: group.cohortId })).map((sheet) => sheet.pagesMissing)).toEqual([[2], []])
  })

  it('that are looked at are upright, however they lay on the glass', async () => {
    const app = await openApp()
    const group = await aSheetGroup(app, 3)
    const { pages } = await printedPages(app, group)
    const done = await app.api.evidence.recognise({ files: [await dropBytes(app, 'lado.png', pngOf(turned(pages[0] ?? blankPixels(1, 1), 3)))] })
    const picture = await app.api.evidence.picture({ id: done.pages[0]?.evidenceId ?? '' })
    expect(picture).toMatchObject({ name: 'lado.png', type: 'png' })
    const seen = readPng(await app.bytes(picture))
    expect([seen.width, seen.height]).toEqual([910, 1286])
  })

  it('of a removed sheet, a later version or two pages at once wait in the tray with the reason', async () => {
    const app = await openApp()
    const group = await aSheetGroup(app, 22)
    const { sheets, pages } = await printedPages(app, group)
    const [first = blankPixels(1, 1), second = first] = pages
    const both = blankPixels(first.width * 2, first.height)
    for (let row = 0; row < first.height; row += 1) {
      both.data.set(first.data.subarray(row * first.width * 4, (row + 1) * first.width * 4), row * both.width * 4)
      both.data.set(second.data.subarray(row * first.width * 4, (row + 1) * first.width * 4), (row * both.width + first.width) * 4)
    }
    await app.api.sheets.remove({ id: sheets[0]?.id ?? '' })
    const files = [pngOf(first), pngOf(qrPicture('CONSTANCIA9/ALGO NUEVO')), pngOf(qrPicture('HTTP://EXAMPLE.ORG/')), pngOf(both)]
    const done = await app.api.evidence.recognise({ files: await Promise.all(files.map((bytes, at) => dropBytes(app, `${at}.png`, bytes))) })
    expect(done.pages.map((page) => page.reason)).toEqual([
      `La hoja ${sheets[0]?.code} del grupo Cusco se había quitado del registro. Quedó en la bandeja para que la ubique usted.`,
      'La imprimió una versión más nueva de Constancia, que este equipo aún no entiende. Quedó en la bandeja.',
      'Tiene un código, pero no es de una hoja de firmas. Quedó en la bandeja para que la ubique usted.',
      'Se ven 2 páginas distintas en una misma imagen. Quedó en la bandeja: ubíquela usted, o fotografíe cada página por separado.',
    ])
  })

  it('that waited in the tray find their place when dropped again once their sheet is there', async () => {
    const app = await openApp()
    const group = await aSheetGroup(app, 3)
    const { sheets, pages } = await printedPages(app, group)
    const bytes = pngOf(pages[0] ?? blankPixels(1, 1))
    const { act } = await app.api.sheets.remove({ id: sheets[0]?.id ?? '' })
    expect(await app.api.evidence.recognise({ files: [await dropBytes(app, 'a.png', bytes)] })).toMatchObject({ placed: 0, tray: 1 })
    expect(await app.api.evidence.recognise({ files: [await dropBytes(app, 'a.png', bytes)] })).toMatchObject({ placed: 0, tray: 0, known: 1 })
    await app.api.history.undo({ act })
    expect(await app.api.evidence.recognise({ files: [await dropBytes(app, 'a.png', bytes)] })).toMatchObject({ placed: 1, tray: 0 })
    expect(await app.api.evidence.list({})).toMatchObject([{ page: 1, placedBy: 'code', note: null }])
  })

  it('stay where they were put when the reading is cancelled', async () => {
    const app = await openApp()
    const group = await aSheetGroup(app, 22)
    const { pages } = await printedPages(app, group)
    const files = await Promise.all(pages.map((page, at) => dropBytes(app, `${at}.png`, pngOf(page))))
    let cancel = (): void => {}
    const reading = app.api.evidence.recognise({ files }, { onStart: (stop) => (cancel = stop), onProgress: ({ done }) => done === 1 && cancel() })
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
    expect(await app.api.sheets.list({ cohortId: group.cohortId })).toMatchObject([{ pagesBack: [1] }])
  })
})

describe('files that cannot be taken', () => {
  it('are listed with the reason, and the others go on', async () => {
    const app = await openApp()
    const group = await aSheetGroup(app, 3)
    const { pages } = await printedPages(app, group)
    const page = pngOf(pages[0] ?? blankPixels(1, 1))
    const huge = Buffer.from(page)
    huge.writeUInt32BE(100_000, 16)
    const bad: readonly [string, Uint8Array][] = [
      ['vacío.pdf', new Uint8Array()],
      ['notas.docx', Buffer.from('PK\u0003\u0004 nothing of a page')],
      ['roto.pdf', Buffer.from('%PDF-1.7\nnada')],
      ['cortado.png', page.subarray(0, 3000)],
      ['enorme.png', huge],
      ['bien.png', page],
    ]
    const files: FileRef[] = []
    for (const [name, bytes] of bad) files.push(await dropBytes(app, name, bytes))
    const done = await app.api.evidence.recognise({ files })
    expect(done.refused.map(({ fileName, reason }) => [fileName, reason.split(':')[0]])).toEqual([
      ['vacío.pdf', 'El archivo está vacío'],
      ['notas.docx', 'No es un PDF, ni una imagen JPG o PNG'],
      ['roto.pdf', 'El archivo está dañado o incompleto y no se pudo abrir'],
      ['cortado.png', 'El archivo está dañado o incompleto y no se pudo abrir'],
      ['enorme.png', `La imagen es demasiado grande (100000 × ${pages[0]?.height} puntos)`],
    ])
    expect(done).toMatchObject({ placed: 1, tray: 0 })
    expect(app.bugs).toEqual([])
  })
})

describe('evidence by hand', () => {
  it('any file is kept for a session, shown as it came, moved and taken away', async () => {
    const app = await openApp()
    const { sessionIds } = await aSheetGroup(app, 1, ['2026-10-12', '2026-10-13'])
    const [one = '', two = ''] = sessionIds
    const file = await dropBytes(app, 'reporte.csv', Buffer.from('Nombre,Minutos\nAna,50\n'))
    const { id } = await app.api.evidence.attach({ file, to: { kind: 'session', id: one }, note: 'Reporte de la reunión' })
    expect(await app.api.evidence.list({ sessionId: one })).toMatchObject([{ id, fileName: 'reporte.csv', fileType: 'csv', kind: 'other', place: 'Sesión del 12/10/2026: Tema 1', note: 'Reporte de la reunión' }])
    expect((await app.bytes(await app.api.evidence.picture({ id }))).toString()).toBe('Nombre,Minutos\nAna,50\n')
    await expect(app.api.evidence.attach({ file, to: { kind: 'session', id: one } })).rejects.toMatchObject({ code: 'refused', message: 'Ese mismo archivo ya está ahí. No se cambió nada.' })
    const other = await app.api.evidence.attach({ file, to: { kind: 'session', id: two } })
    await expect(app.api.evidence.place({ id: other.id, to: { kind: 'session', sessionId: one } })).rejects.toMatchObject({ code: 'refused' })
    const { act } = await app.api.evidence.remove({ id })
    expect(await app.api.evidence.list({ sessionId: one })).toEqual([])
    await app.api.history.undo({ act })
    expect(await app.api.evidence.list({ sessionId: one })).toHaveLength(1)
  })

  it('a page beyond the sheet, or a thing that is not there, is refused with a sentence', async () => {
    const app = await openApp()
    const group = await aSheetGroup(app, 1)
    const { sheets } = await printedPages(app, group, 40)
    const done = await app.api.evidence.recognise({ files: [await dropBytes(app, 'a.png', pngOf(blankPixels(60, 60)))] })
    const id = done.pages[0]?.evidenceId ?? ''
    await expect(app.api.evidence.place({ id, to: { kind: 'page', sheetId: sheets[0]?.id ?? '', page: 2 } })).rejects.toMatchObject({ message: `La hoja ${sheets[0]?.code} tiene una sola página.` })
    await expect(app.api.evidence.picture({ id: other.cohortId })).rejects.toMatchObject({ code: 'missing' })
    await expect(app.api.sheets.remove({ id: other.cohortId })).rejects.toMatchObject({ code: 'missing' })
    await app.api.evidence.place({ id, to: { kind: 'page', sheetId: sheets[0]?.id ?? '', page: 1 } })
    await expect(app.api.sheets.remove({ id: sheets[0]?.id ?? '' })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('ya volvió firmada una de sus páginas') })
    await app.api.evidence.place({ id, to: { kind: 'tray' } })
    expect(await app.api.evidence.list({ tray: true })).toHaveLength(1)
  })
})
