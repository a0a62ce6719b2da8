import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { issueTo, seedIssuingOffice } from './issuing-office.ts'
import { percentile, report } from './measure.ts'
import { openOffice } from './open-office.ts'

/**
 * Issuing through the core, as the screen asks it: numbers, frozen words and their log, every paper drawn and kept, SQLite on
 * a real file, synced at each commit. Then what goes out of it. Each run begins on the same data; medians of five.
 */
const RUNS = 5

const root = await mkdtemp(join(tmpdir(), 'constancia-issue-'))
try {
  const seed = join(root, 'semilla')
  const enrolmentIds = await seedIssuingOffice(seed, { sealed: true })
  for (const count of [320]) {
    // The first run warms the program and is not counted.
    const runs: Taken[] = []
    for (let run = 0; run <= RUNS; run += 1) runs.push(await issueAndDraw(join(root, `${count}-${run}`), seed, enrolmentIds.slice(0, count)))
    const median = (of: (one: Taken) => number): number => percentile(runs.slice(1).map(of), 0.5)
    const time = median((one) => one.issuing)
    report(`Issuing ${count.toLocaleString('en')} certificates (numbers and kept papers)`, `${time.toFixed(0)} ms`, `${Math.round((1000 * count) / time).toLocaleString('en')} a second`)
    report('… drawing them, one file to print', `${median((one) => one.one).toFixed(0)} ms`)
    report('… drawing them, separate files in a ZIP', `${median((one) => one.zip).toFixed(0)} ms`)
  }
  report('Memory at the highest', `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
} finally {
  await rm(root, { recursive: true, force: true })
}

interface Taken {
  readonly issuing: number
  readonly one: number
  readonly zip: number
}

/** Milliseconds of each, on a copy of the seed of its own. */
async function issueAndDraw(folder: string, seed: string, enrolmentIds: readonly string[]): Promise<Taken> {
  await cp(seed, folder, { recursive: true })
  const { time: issuing, issued } = await issueTo(folder, enrolmentIds)
  const { api, close } = await openOffice(folder)
  const numbered = performance.now()
  await api.certificates.draw({ ids: [...issued], as: 'one' })
  const printed = performance.now()
  await api.certificates.draw({ ids: [...issued], as: 'zip' })
  const zipped = performance.now()
  await close()
  await rm(folder, { recursive: true, force: true })
  return { issuing, one: printed - numbered, zip: zipped - printed }
}
