import { describe, expect, it } from 'vitest'
import { codesOn } from '../../src/main/intake/scan-codes.ts'
import { openScan } from '../../src/main/intake/scan-pages.ts'
import type { PageCode } from '../../src/shared/domain/sheet-code.ts'
import { readPageCode } from '../../src/shared/domain/sheet-code.ts'
import { run } from '../documents/second-programs.ts'
import { aPerson } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'
import { aSheetGroup } from './sheets-support.ts'

type Printed = Awaited<ReturnType<OpenApp['api']['sheets']['print']>>

const textOf = (app: OpenApp, printed: Printed): string => run('pdftotext', '-layout', app.path(printed.file), '-').toString('utf8')

async function codesOf(app: OpenApp, printed: Printed): Promise<PageCode[]> {
  const file = await openScan(new Uint8Array(await app.bytes(printed.file)), 'pdf', 200)
  const codes: PageCode[] = []
  for (let page = 1; page <= file.pages; page += 1) {
    for (const { text } of await codesOn(file, page)) {
      const read = readPageCode(text)
      if (read.kind === 'page') codes.push(read.code)
    }
  }
  file.close()
  return codes
}

describe('sign-in sheets', () => {
  it('have every participant in order, a masked document, blank rows, and on each page its code', async () => {
    const app = await openApp()
    const { cohortId, sessionIds, enrolmentIds } = await aSheetGroup(app, 26)
    const printed = await app.api.sheets.print({ cohortId, sessionIds: [...sessionIds] })
    expect(printed.file.name).toBe('Hoja de firmas 2026-10-12 - Cusco.pdf')
    const [sheet] = printed.sheets
    expect(printed.sheets).toEqual([{ id: expect.any(String), code: expect.stringMatching(/^[2-9CDFHJKMNPQRTVWXY]{6}$/), pages: 2, isNew: true }])
    const [sessionId = ''] = sessionIds
    expect(await codesOf(app, printed)).toEqual([1, 2].map((page) => ({ cohortId, for: { kind: 'session', sessionId }, sheet: sheet?.code, page, pages: 2 })))
    const text = textOf(app, printed)
    expect(text).toMatch(/1\s+QUISPE HUAMÁN, Ana\s+•••••001/)
    expect(text).toContain('lunes 12 de octubre de 2026')
    expect(text).toContain('Página 2 de 2')
    expect(text).toMatch(/Nombre y DNI\s+31\b|31\s+Nombre y DNI|\b31\b/)
    expect(text).not.toMatch(/2000000\d|200000\d\d/)
    const seen = await app.api.sheets.get({ id: sheet?.id ?? '' })
    expect(seen.rows.map((page) => page.rows.length)).toEqual([20, 11])
    expect(seen.rows.flatMap((page) => page.rows.map((row) => row.enrolmentId))).toEqual([...enrolmentIds, null, null, null, null, null])
    expect(seen.rows[1]?.rows.at(-1)).toEqual({ row: 31, enrolmentId: null, name: '', isGone: false, walkInId: null, cells: [''] })
    expect(app.bugs).toEqual([])
  })

  it('printed again for the same people are the same sheet; for others, a new one beside it', async () => {
    const app = await openApp()
    const { cohortId, sessionIds } = await aSheetGroup(app, 3)
    const wanted = { cohortId, sessionIds: [...sessionIds] }
    const first = await app.api.sheets.print(wanted)
    const again = await app.api.sheets.print(wanted)
    expect(again.sheets).toEqual(first.sheets.map((sheet) => ({ ...sheet, isNew: false })))
    expect(await app.bytes(again.file)).toEqual(await app.bytes(first.file))
    const { id } = await app.api.people.create(aPerson({ givenNames: 'Zoila' }))
    await app.api.enrolments.add({ cohortId, personIds: [id], role: 'participant' })
    const more = await app.api.sheets.print(wanted)
    expect(more.sheets[0]).toMatchObject({ isNew: true })
    expect((await app.api.sheets.list({ cohortId })).map((sheet) => [sheet.code, sheet.people])).toEqual([[first.sheets[0]?.code, 3], [more.sheets[0]?.code, 4]])
    expect((await app.api.sheets.print({ ...wanted, blankRows: 8 })).sheets[0]).toMatchObject({ isNew: true })
  })

  it('of a day have a column to sign for each session, on their side when there are more than two', async () => {
    const app = await openApp()
    const { cohortId, sessionIds } = await aSheetGroup(app, 5, ['2026-10-12', '2026-10-12', '2026-10-12', '2026-10-13'])
    const printed = await app.api.sheets.print({ cohortId, sessionIds: [...sessionIds], by: 'day' })
    expect((await app.api.sheets.list({ cohortId })).map((sheet) => [sheet.day, sheet.sessions.map((session) => session.subject), sheet.pages])).toEqual([
      ['2026-10-12', ['Tema 1', 'Tema 2', 'Tema 3'], 1],
      ['2026-10-13', ['Tema 4'], 1],
    ])
    const codes = await codesOf(app, printed)
    expect(codes.map((code) => code.for)).toEqual([{ kind: 'day', day: '2026-10-12' }, { kind: 'session', sessionId: sessionIds[3] }])
    const text = textOf(app, printed)
    expect(text).toMatch(/Firma 1\s+Firma 2\s+Firma 3/)
    expect(text).toContain('Sesión 3 · 10:00 a 10:50')
  })

  it('leave out who withdrew, and say when there is nobody to sign', async () => {
    const app = await openApp()
    const { cohortId, sessionIds, enrolmentIds } = await aSheetGroup(app, 2)
    await app.api.enrolments.update({ ids: [enrolmentIds[0] ?? ''], state: 'withdrawn' })
    const printed = await app.api.sheets.print({ cohortId, sessionIds: [...sessionIds] })
    expect((await app.api.sheets.get({ id: printed.sheets[0]?.id ?? '' })).people).toBe(1)
    await app.api.enrolments.update({ ids: [...enrolmentIds], state: 'withdrawn' })
    await expect(app.api.sheets.print({ cohortId, sessionIds: [...sessionIds], blankRows: 0 })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('todavía no tiene participantes') })
  })

  it('of a session of another group are refused, and nothing is written', async () => {
    const app = await openApp()
    const first = await aSheetGroup(app, 1)
    const { cohortId } = await app.api.cohorts.create({ editionId: (await app.api.cohorts.get({ id: first.cohortId })).edition.id, name: 'Lima', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null }).then(({ id }) => ({ cohortId: id }))
    const before = await app.tables()
    await expect(app.api.sheets.print({ cohortId, sessionIds: [...first.sessionIds] })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('no es de este grupo') })
    expect(await app.tables()).toEqual(before)
    expect(await app.written()).toEqual([])
  })

  it('show what was typed from them, row by row, walk-ins too', async () => {
    const app = await openApp()
    const { cohortId, sessionIds, enrolmentIds } = await aSheetGroup(app, 2)
    const printed = await app.api.sheets.print({ cohortId, sessionIds: [...sessionIds], blankRows: 2 })
    const [sessionId = ''] = sessionIds
    const sheetId = printed.sheets[0]?.id ?? ''
    await app.api.attendance.set({ cells: [{ sessionId, enrolmentId: enrolmentIds[1] ?? '', status: 'late', minutes: 100 }], source: 'paper' })
    await app.api.walkIns.add({ sessionId, fields: { sheetId, page: 1, row: 3, writtenName: 'Juan Ccori', writtenDocument: null, writtenOrganisation: null, status: 'present', minutes: null, source: 'paper' } })
    const [page] = (await app.api.sheets.get({ id: sheetId })).rows
    expect(page?.rows.map(({ row, name, cells }) => [row, name, cells])).toEqual([
      [1, 'QUISPE HUAMÁN, Ana', ['']],
      [2, 'QUISPE HUAMÁN, Beatriz', ['late:100']],
      [3, 'Juan Ccori', ['present']],
      [4, '', ['']],
    ])
  })

  it('can be removed while nothing came back of them, and the removal undone', async () => {
    const app = await openApp()
    const { cohortId, sessionIds } = await aSheetGroup(app, 1)
    const printed = await app.api.sheets.print({ cohortId, sessionIds: [...sessionIds] })
    const { act } = await app.api.sheets.remove({ id: printed.sheets[0]?.id ?? '' })
    expect(await app.api.sheets.list({ cohortId })).toEqual([])
    await app.api.history.undo({ act })
    expect(await app.api.sheets.list({ cohortId })).toHaveLength(1)
  })
})
