import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { run } from '../documents/second-programs.ts'
import { aCourse, anOffice, somePeople } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'
import { aFrame, added, typed } from './indicators-support.ts'

it('writes the list behind a figure as a sheet and as paper, as it was closed, and never that of what was told in confidence', async () => {
  const opened = await openApp()
  const { api } = opened
  await anOffice(opened)
  const people = await somePeople(api, 3)
  const { cohortId } = await aCourse(api, { startsOn: '2026-02-02', endsOn: '2026-02-28' })
  await api.enrolments.add({ cohortId, personIds: people })
  const { frameId, periodIds } = await aFrame(api, 'ACCD', { startsOn: '2026-01-01', months: 3, count: 2 })
  const [first = '', second = ''] = periodIds
  const id = await added(api, frameId, { code: '1.1' })
  const hand = await added(api, frameId, { name: 'Otros', counts: 'manual' })
  const sum = await added(api, frameId, { name: 'Todos', counts: 'sum', parts: [id, hand] })
  await api.indicators.saveActual({ indicatorId: hand, id: null, fields: typed(second, 5) })
  await api.frames.closePeriod({ id: first })
  await api.people.update({ id: people[0] ?? '', fields: { firstSurname: 'ÑAUPARI' } })

  const rowsOf = async (file: Awaited<ReturnType<typeof api.indicators.exportBehind>>) => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(opened.path(file))
    const rows: unknown[][] = []
    book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
    return rows
  }
  const closed = await rowsOf(await api.indicators.exportBehind({ indicatorId: id, periodId: first, format: 'xlsx' }))
  expect(closed.flat().join(' ')).toContain('Como se cerró el período')
  const table = closed.slice(closed.findIndex((row) => row[1] === 'Nombre'))
  expect(table).toHaveLength(4)
  expect(table[0]).toEqual(['N.º', 'Nombre', 'Detalle', 'Grupo', 'Fecha', 'Cuenta', 'Evidencias'])
  expect(table.slice(1).map((row) => [row[0], row[1], row[3], (row[4] as Date).toISOString().slice(0, 10), row[5]])).toEqual([
    [1, 'QUISPE HUAMÁN, Ana', 'I edición · Cusco', '2026-02-28', 1],
    [2, 'QUISPE HUAMÁN, Beatriz', 'I edición · Cusco', '2026-02-28', 1],
    [3, 'QUISPE HUAMÁN, Carla', 'I edición · Cusco', '2026-02-28', 1],
  ])
  const women = await rowsOf(await api.indicators.exportBehind({ indicatorId: id, periodId: first, dimension: 'sex', category: 'F', format: 'xlsx' }))
  expect(women.filter((row) => typeof row[0] === 'number').map((row) => row[1])).toEqual(['QUISPE HUAMÁN, Ana', 'QUISPE HUAMÁN, Carla'])
  const whole = await rowsOf(await api.indicators.exportBehind({ indicatorId: sum, format: 'xlsx' }))
  expect(whole.filter((row) => typeof row[0] === 'number').map((row) => [row[1], row[5]])).toEqual([['QUISPE HUAMÁN, Ana', 1], ['QUISPE HUAMÁN, Beatriz', 1], ['QUISPE HUAMÁN, Carla', 1], ['Acta de acreditación', 5]])

  const paper = await api.indicators.exportBehind({ indicatorId: id, format: 'pdf' })
  const text = run('pdftotext', '-layout', opened.path(paper), '-').toString()
  for (const words of ['1.1 Personas capacitadas', 'ACCD', 'Todos los períodos', 'QUISPE HUAMÁN, Ana', '3 personas']) expect(text).toContain(words)
  const before = await opened.written()
  await expect(api.indicators.exportBehind({ indicatorId: id, dimension: 'ethnicity', category: '', format: 'xlsx' })).rejects.toThrow('lo contó en confianza')
  expect(await opened.written()).toEqual(before)
  expect(opened.bugs).toEqual([])
})
