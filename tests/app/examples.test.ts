import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { engineName, openApp } from '../support/open-app.ts'
import type { OpenApp } from '../support/open-app.ts'
import { samples } from './imports-support.ts'

type Api = OpenApp['api']

/** Every figure of a matrix by the code of its indicator: over all its periods. */
async function figuresOf(api: Api, frameId: string): Promise<Record<string, number | null>> {
  const { indicators } = await api.frames.get({ id: frameId })
  const { rows } = await api.indicators.figures({ frameId })
  return Object.fromEntries(indicators.map((one) => [one.code ?? one.name, rows.find((row) => row.indicatorId === one.id)?.figures.at(-1)?.actual ?? null]))
}

/** Of one indicator, by code: how many in each category. */
async function splitBy(api: Api, frameId: string, code: string, dimension: string): Promise<Record<string, number>> {
  const { indicators } = await api.frames.get({ id: frameId })
  const indicatorId = indicators.find((one) => one.code === code)?.id ?? ''
  const { breakdowns } = await api.indicators.breakdown({ indicatorId, dimensions: [dimension] })
  return Object.fromEntries((breakdowns[0]?.cells ?? []).map((cell) => [cell.label.split(', ')[0] ?? '', cell.value]))
}

/** The form of Cajamarca read with nothing of the app's: who attended three of four sessions, by a column. */
async function trainedApart(column: number): Promise<Record<string, number>> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(join(samples, '05-cajamarca-inscripciones.xlsx'))
  const counts: Record<string, number> = {}
  book.worksheets[0]?.eachRow((row, at) => {
    if (at === 1) return
    const attended = [13, 14, 15, 16].filter((cell) => /^(s[ií]|x|1)$/i.test(row.getCell(cell).text.trim())).length
    const key = row.getCell(column).text.trim()
    if (attended >= 3) counts[key] = (counts[key] ?? 0) + 1
  })
  return counts
}

describe.skipIf(engineName === 'postgres')('the five programmes, from their files to their figures', () => {
  it('are loaded one by one into the example office and nowhere else, and each figure is what its files say', { timeout: 180_000 }, async () => {
    const app = await openApp()
    const { api } = app
    await expect(api.examples.load({ name: 'logodi' })).rejects.toThrow('Los programas de ejemplo solo se cargan en la oficina de ejemplo')
    const own = await app.tables()
    await api.app.openExample({})
    expect((await api.examples.list({})).map((one) => [one.name, one.people, one.isLoaded])).toEqual([['caf', 320, true], ['logodi', 45, false], ['comunidades', 140, false], ['cooperacion', 68, false], ['cajamarca', 140, false]])
    await expect(api.examples.load({ name: 'caf' })).rejects.toThrow('ya está cargado. No se cambió nada.')

    const [caf] = await api.frames.list({})
    const actas = await api.actas.list({})
    const finished = actas.reduce((sum, acta) => sum + acta.certificado + acta.constancia, 0)
    expect(await figuresOf(api, caf?.id ?? '')).toMatchObject({ 1: finished, 2: 320, 3: 60, 6: (await api.certificates.list({})).total, 7: 5 })

    // 38 of 45 attended 80 % of the eight days (counted apart in from-files-to-acta.test.ts); each of them has an action plan.
    const logodi = await api.examples.load({ name: 'logodi' })
    expect(await figuresOf(api, logodi.frameId)).toMatchObject({ 2: 38, 3: 45 })
    expect((await api.initiatives.list({ editionId: logodi.editionId, kind: 'actionPlan' })).rows).toHaveLength(45)

    const communities = await api.examples.load({ name: 'comunidades' })
    const figures = await figuresOf(api, communities.frameId)
    expect(figures).toMatchObject({ '1.2': 13, '1.3': 39 })
    expect(figures['2.3']).toBe((figures['1.1'] ?? 0) + (figures['2.1'] ?? 0))

    const agents = await api.examples.load({ name: 'cooperacion' })
    expect(await figuresOf(api, agents.frameId)).toMatchObject({ 'R1.1': 68, 'OG.1': 15 })
    const { places } = await api.initiatives.list({ editionId: agents.editionId })
    expect(places.reduce((sum, place) => sum + place.count, 0)).toBe(15)

    const cajamarca = await api.examples.load({ name: 'cajamarca' })
    expect(await figuresOf(api, cajamarca.frameId)).toMatchObject({ 1: 140, 2: 123 })
    const bySex = await trainedApart(9)
    expect(await splitBy(api, cajamarca.frameId, '2', 'sex')).toEqual({ Mujeres: bySex['Femenino'], Hombres: bySex['Masculino'] })
    expect(await splitBy(api, cajamarca.frameId, '2', 'province')).toEqual(await trainedApart(7))
    expect(await splitBy(api, cajamarca.frameId, '2', 'organisation')).toEqual(await trainedApart(6))

    expect((await api.examples.list({})).every((one) => one.isLoaded)).toBe(true)
    expect(await api.funderReports.list({})).toHaveLength(5)
    await api.app.leaveExample({})
    expect(await app.tables()).toEqual(own)
    expect(app.bugs).toEqual([])
  })
})
