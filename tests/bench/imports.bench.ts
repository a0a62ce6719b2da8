import { mkdtemp, rm } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { FileRef } from '../../src/shared/rpc/wire.ts'
import { percentile, report } from './measure.ts'
import { openOffice } from './open-office.ts'

/** Import of 10,000 rows through the core as the screen asks it, on SQLite in a real file: first into nothing, then beside 100,000 people. */
const ROWS = 10_000
const ROUNDS = 5
const SURNAMES = 'QUISPE MAMANI FLORES SÁNCHEZ GARCÍA RODRÍGUEZ ROJAS HUAMÁN DÍAZ RAMOS VÁSQUEZ TORRES LÓPEZ MENDOZA PÉREZ RAMÍREZ CASTILLO CHÁVEZ ESPINOZA CONDORI ÑAHUI ÑAUPARI CHUQUIHUANCA YUPANQUI APAZA TICONA VILCA CHOQUE TUESTA GÜERE'.split(' ')
const GIVEN = 'María José Luis Ana Carlos Rosa Juan Carmen Jorge Elena Víctor Julia Miguel Luz Pedro Sonia César Nélida Wilder Yesenia Edwin Gladys Percy Maritza'.split(' ')

const folder = await mkdtemp(join(tmpdir(), 'constancia-bench-'))
try {
  const { app, api, close } = await openOffice(folder)
  const roster = async (from: number): Promise<FileRef> => app.files().receive(`lista-${from}.xlsx`, await book(from))
  const decisions = { acceptProposals: true }

  const rounds: Record<'read' | 'review' | 'again' | 'write' | 'undo', number[]> = { read: [], review: [], again: [], write: [], undo: [] }
  const stalls: Record<string, number> = {}
  const timed = async <T>(name: keyof typeof rounds, work: () => Promise<T>): Promise<T> => {
    globalThis.gc?.()
    const delay = monitorEventLoopDelay({ resolution: 2 })
    delay.enable()
    const start = performance.now()
    const value = await work()
    rounds[name].push(performance.now() - start)
    delay.disable()
    stalls[name] = Math.max(stalls[name] ?? 0, delay.max / 1e6)
    return value
  }
  const main = async (from: number): Promise<string> => {
    const file = await roster(from)
    await timed('read', () => api.imports.read({ file }))
    await timed('review', () => api.imports.review({ file, decisions }))
    await timed('again', () => api.imports.review({ file, decisions: { ...decisions, skip: [{ sheet: 'Hoja1', row: 5 }] } }))
    return (await timed('write', () => api.imports.write({ file, decisions }))).importId
  }
  const show = (where: string): void => {
    const figure = (name: keyof typeof rounds): string => `${(percentile(rounds[name], 0.5) / 1000).toFixed(2)} s`
    report(`${ROWS.toLocaleString('en')} rows, ${where}: read the file`, figure('read'), `longest stall ${stalls['read']?.toFixed(0)} ms`)
    report('… review (of the file already read)', figure('review'), `aim with reading: 3 s; longest stall ${stalls['review']?.toFixed(0)} ms`)
    report('… review again after an edit', figure('again'), `longest stall ${stalls['again']?.toFixed(0)} ms`)
    report('… write', figure('write'), `aim: 5 s; longest stall ${stalls['write']?.toFixed(0)} ms`)
    if (rounds.undo.length > 0) report('… undo', figure('undo'), `longest stall ${stalls['undo']?.toFixed(0)} ms`)
    for (const list of Object.values(rounds)) list.length = 0
    for (const name of Object.keys(stalls)) delete stalls[name]
  }

  for (let round = 0; round < ROUNDS; round += 1) {
    const id = await main(1_000_000 * round)
    await timed('undo', () => api.imports.undo({ id }))
  }
  show('into an empty database')
  const filling = performance.now()
  for (let round = 0; round < 10; round += 1) await api.imports.write({ file: await roster(20_000_000 + ROWS * round), decisions })
  report('Ten more imports, to 100,000 people', `${((performance.now() - filling) / 1000).toFixed(1)} s`)
  for (let round = 0; round < ROUNDS; round += 1) await main(30_000_000 + ROWS * round)
  show('beside 100,000 people')
  await close()
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** A list as untidy as they come: lost zeros, capitals, spaces, abbreviations. The same at every run. */
async function book(from: number): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Hoja1')
  sheet.addRow(['RELACIÓN DE PARTICIPANTES'])
  sheet.addRow(['N°', 'DNI', 'APELLIDOS Y NOMBRES', 'SEXO', 'FECHA NAC.', 'INSTITUCIÓN', 'SECTOR', 'CARGO', 'CORREO', 'CELULAR'])
  for (let at = 0; at < ROWS; at += 1) {
    const index = from + at
    let state = Math.imul(index + 1, 2_654_435_761) >>> 0
    const chance = (sides: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return (state >>> 8) % sides
    }
    const pick = (list: readonly string[]): string => list[chance(list.length)] ?? ''
    const dni = String(9_000_000 + index)
    const place = pick(['Cusco', 'Lima', 'Piura', 'Puno'])
    sheet.addRow([
      at + 1,
      at % 4 === 0 ? Number(dni) : at % 7 === 0 ? `DNI ${dni.padStart(8, '0')}` : dni.padStart(8, '0'),
      `${at % 3 === 0 ? '  ' : ''}${pick(SURNAMES)} ${pick(SURNAMES)}, ${pick(GIVEN)} ${pick(GIVEN)}`,
      pick(['F', 'M', 'Mujer', 'MASCULINO']),
      at % 2 === 0 ? new Date(Date.UTC(1960 + chance(40), chance(12), 1 + chance(28))) : `${String(1 + chance(28)).padStart(2, '0')}/0${1 + chance(9)}/${1960 + chance(40)}`,
      pick([`Munic. Prov. ${place}`, `Municipalidad Provincial de ${place}`, `GOB. REG. ${place.toUpperCase()}`, 'SERVIR', `Universidad Nacional de ${place}`]),
      pick(['Gobierno Local', 'Gob. Regional', 'Universidad']),
      pick(['Analista', 'Director', 'Gerente']),
      `persona${index}@example.pe`,
      900_000_000 + (index % 99_999_999),
    ])
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
