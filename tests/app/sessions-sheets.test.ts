import { expect, it } from 'vitest'
import { blankPixels, pngOf } from '../../src/main/intake/scan-pixels.ts'
import { dropBytes } from '../support/dropped-files.ts'
import { openApp } from '../support/open-app.ts'
import { aSheetGroup } from './sheets-support.ts'

it('a session whose signed page came back is not removed; one whose sheet was only printed takes it along, and both come back', async () => {
  const app = await openApp()
  const { api } = app
  const { cohortId, sessionIds } = await aSheetGroup(app, 3, ['2026-10-12', '2026-10-13'])
  const [signed = '', printed = ''] = sessionIds
  const { sheets } = await api.sheets.print({ cohortId, sessionIds: [...sessionIds] })
  await api.evidence.recognise({ files: [await dropBytes(app, 'hoja.png', pngOf(blankPixels(400, 500)))] })
  const [page] = await api.evidence.list({ tray: true })
  await api.evidence.place({ id: page?.id ?? '', to: { kind: 'page', sheetId: sheets[0]?.id ?? '', page: 1 } })
  await expect(api.sessions.remove({ id: signed })).rejects.toThrow(`No se puede quitar la sesión «Tema 1» del 12/10/2026: ya volvió firmada una página de su hoja ${sheets[0]?.code}.`)
  const { act } = await api.sessions.remove({ id: printed })
  expect((await api.sheets.list({ cohortId })).map((sheet) => sheet.code)).toEqual([sheets[0]?.code])
  expect((await api.progress.cohort({ cohortId })).sheetsMissing).toEqual([])
  await api.history.undo({ act })
  expect((await api.sheets.list({ cohortId })).map((sheet) => sheet.pagesMissing)).toEqual([[], [1]])
})

it('a day’s sheet stays as long as one of its sessions does', async () => {
  const app = await openApp()
  const { api } = app
  const { cohortId, sessionIds } = await aSheetGroup(app, 3, ['2026-10-12', '2026-10-12'])
  await api.sheets.print({ cohortId, sessionIds: [...sessionIds], by: 'day' })
  await api.sessions.remove({ id: sessionIds[0] ?? '' })
  expect(await api.sheets.list({ cohortId })).toHaveLength(1)
  await api.sessions.remove({ id: sessionIds[1] ?? '' })
  expect(await api.sheets.list({ cohortId })).toEqual([])
})
