import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { drawReport } from '../../src/main/documents/drawing-batch.ts'
import type { ReportOutput } from '../../src/main/documents/drawing-batch.ts'
import type { Row } from '../../src/main/documents/report-model.ts'
import { participant, report as reportOf } from '../documents/report-sample.ts'
import { percentile, report } from './measure.ts'

/** Sheets and reports, each run in a process of its own: time from asking to the last byte, and the process's most memory. */
const cases: readonly { readonly output: ReportOutput; readonly rows: number }[] = [
  { output: 'xlsx', rows: 10_000 },
  { output: 'xlsx', rows: 50_000 },
  { output: 'pdf', rows: 320 },
  { output: 'pdf', rows: 2_000 },
]
const self = fileURLToPath(import.meta.url)

type Figures = { readonly ms: number; readonly peak: number; readonly bytes: number; readonly longest: number }

export async function run(): Promise<void> {
  for (const { output, rows } of cases) {
    const runs = Array.from({ length: 5 }, () => JSON.parse(execFileSync(process.execPath, [self, output, String(rows)], { encoding: 'utf8' })) as Figures)
    const median = (figure: keyof Figures): number => percentile(runs.map((each) => each[figure]), 0.5)
    const name = `${output} of ${rows.toLocaleString('en')} rows of 10 cells`
    const speed = `${Math.round(rows / (median('ms') / 1000)).toLocaleString('en')} rows/s`
    const beside = `${speed} · ${Math.round(median('peak'))} MB at most · ${Math.round(median('bytes') / 1024)} KB · app waits ≤ ${Math.round(median('longest'))} ms`
    report(name, `${Math.round(median('ms'))} ms`, beside)
  }
}

async function* people(count: number): AsyncGenerator<Row> {
  for (let n = 0; n < count; n++) yield participant(n)
}

/** One report, start of its thread included; `longest` is the longest time in which the asking thread could do nothing else. */
async function measure(output: ReportOutput, rows: number): Promise<Figures> {
  let longest = 0
  let last = performance.now()
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5)
    last = performance.now()
  }, 5)
  const start = performance.now()
  let bytes = 0
  for await (const piece of drawReport(output, reportOf(people(rows)))) bytes += piece.length
  clearInterval(pulse)
  return { ms: performance.now() - start, peak: process.resourceUsage().maxRSS / 1024, bytes, longest }
}

const [, script, output, rows] = process.argv
if (script === self) {
  if (output === 'pdf' || output === 'xlsx') console.log(JSON.stringify(await measure(output, Number(rows))))
  else await run()
}
