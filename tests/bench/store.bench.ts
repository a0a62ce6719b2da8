import { cp, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { issueTo, seedIssuingOffice } from './issuing-office.ts'
import { percentile, report } from './measure.ts'
import { openOffice } from './open-office.ts'

/**
 * What issuing takes of time with a seal and without (1,000 papers, medians of three, the first run not counted), and what
 * 10,000 sealed papers take of the database, whole: rows, indexes, log and kept files.
 */
const RUNS = 3
const root = await mkdtemp(join(tmpdir(), 'constancia-store-'))
try {
  const times: Record<string, number> = {}
  for (const sealed of [false, true]) {
    const seed = join(root, sealed ? 'sellada' : 'sin-sello')
    const enrolmentIds = await seedIssuingOffice(seed, { sealed })
    const runs: number[] = []
    for (let run = 0; run <= RUNS; run += 1) {
      const folder = join(root, `corrida-${run}`)
      await cp(seed, folder, { recursive: true })
      runs.push((await issueTo(folder, enrolmentIds.slice(0, 1000))).time)
      await rm(folder, { recursive: true, force: true })
    }
    times[String(sealed)] = percentile(runs.slice(1), 0.5)
    report(`1,000 certificates ${sealed ? 'with' : 'without'} a seal: numbered, drawn and kept`, `${(times[String(sealed)] ?? 0).toFixed(0)} ms`)
    if (!sealed) continue
    const before = await sizeOf(seed)
    const { time, issued } = await issueTo(seed, enrolmentIds)
    report('10,000 sealed certificates numbered, drawn and kept', `${(time / 1000).toFixed(1)} s`)
    const grown = (await sizeOf(seed)) - before
    report('… the database grew by', `${(grown / 1e6).toFixed(1)} MB`, `${Math.round(grown / issued.length)} bytes a certificate`)
    const { api, close } = await openOffice(seed)
    const { same, different } = await api.certificates.prove({ ids: issued.slice(0, 1000) })
    report('… of 1,000 drawn again, the same bytes', `${same}`, `${different.length} differ`)
    await close()
  }
  report('Sealed against unsealed', `${((times['true'] ?? 0) / (times['false'] ?? 1)).toFixed(2)} ×`)
} finally {
  await rm(root, { recursive: true, force: true })
}

/** Bytes of the file when all is in it. */
async function sizeOf(folder: string): Promise<number> {
  const file = join(folder, 'constancia.db')
  const raw = new Sqlite(file)
  raw.pragma('wal_checkpoint(TRUNCATE)')
  raw.close()
  return (await stat(file)).size
}
