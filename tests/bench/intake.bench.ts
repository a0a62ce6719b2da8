import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import ExcelJS from 'exceljs'
import { readWorkbook } from '../../src/main/intake/read.ts'
import { medianOf, report } from './measure.ts'

const TIMES = 5

/** A roster of 20 mixed cells a row, as an office fills it: names, documents, dates, numbers, blanks. */
function rosterRow(n: number): (string | number | Date | null)[] {
  return [
    n, String(10_000_000 + n), `QUISPE ÑAUPARI ${n}`, `María De Los Ángeles ${n % 997}`, n % 2 === 0 ? 'F' : 'M',
    new Date(Date.UTC(1960 + (n % 40), n % 12, 1 + (n % 28))), 'Municipalidad Provincial de Condorcanqui', `Puesto ${n % 57}`,
    'D.Leg. 1057', `persona.${n}@example.pe`, 900_000_000 + n, 160_305, null, 'Sí', 'X', n % 21, (n % 100) / 7, null,
    'Gobierno local', `Observación de la fila ${n}`,
  ]
}

async function writeXlsx(path: string, rows: number): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: true })
  const sheet = book.addWorksheet('Participantes')
  for (let n = 1; n <= rows; n += 1) sheet.addRow(rosterRow(n)).commit()
  sheet.commit()
  await book.commit()
}

async function writeCsv(path: string, rows: number): Promise<void> {
  const lines: string[] = []
  for (let n = 1; n <= rows; n += 1) {
    lines.push(rosterRow(n).map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''))).join(';'))
  }
  await writeFile(path, `${lines.join('\r\n')}\r\n`)
}

/** The reader that was not taken, in this thread and without a guard: what it costs at its best. */
async function readByExcelJs(path: string): Promise<void> {
  let cells = 0
  const options = { worksheets: 'emit', sharedStrings: 'cache', hyperlinks: 'ignore', styles: 'cache', entries: 'emit' } as const
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(path, options)) {
    for await (const row of sheet) cells += (row.values as unknown[]).length
  }
  if (cells === 0) throw new Error('nothing read')
}

async function figure(title: string, work: () => Promise<void>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const milliseconds = await medianOf(TIMES, work)
  delay.disable()
  report(title, `${Math.round(milliseconds)} ms`, `longest block of this thread ${Math.round(delay.max / 1e6)} ms`)
}

/** Prints how long a roster of 20 columns takes to read, beside exceljs, and how long the asking thread was held. Never fails. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'constancia-bench-'))
  try {
    for (const rows of [10_000, 50_000]) {
      const xlsx = join(folder, `${rows}.xlsx`)
      const csv = join(folder, `${rows}.csv`)
      await writeXlsx(xlsx, rows)
      await writeCsv(csv, rows)
      const size = ((await stat(xlsx)).size / 1e6).toFixed(1)
      await figure(`read ${rows} rows, xlsx of ${size} MB`, async () => void (await readWorkbook(xlsx)))
      await figure('  the same by exceljs, streaming, unguarded', () => readByExcelJs(xlsx))
      await figure(`read ${rows} rows, csv`, async () => void (await readWorkbook(csv)))
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) await run()
