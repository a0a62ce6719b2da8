import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { percentile, report } from './measure.ts'
import { seedPeople } from './seed-people.ts'

/**
 * From the start of a process to the first answer of the core: an office just made, and one with 100,000 people. From the
 * source, and from what is built and packaged (out/) where it was built. Medians of five fresh processes.
 */
interface Times {
  /** Opening and the first answer. */
  readonly core: number
  readonly open: number
  readonly answer: number
  readonly whole: number
  readonly memory: number
}

const folder = await mkdtemp(join(tmpdir(), 'constancia-start-'))
try {
  const empty = join(folder, 'vacia')
  const large = join(folder, 'grande')
  await seedPeople(join(large, 'constancia.db'), 100_000)
  const file = join(large, 'constancia.db')
  const megabytes = ((await stat(file)).size / 2 ** 20).toFixed(0)

  const node = times(['-e', 'console.log(JSON.stringify({ whole: performance.now() }))'])
  report('Node alone', ms(node, 'whole'))
  for (const [what, office] of [['an office just made', empty], [`100,000 people (${megabytes} MB)`, large]] as const) {
    const found = times([join(import.meta.dirname, 'start-process.ts'), office])
    report(`Start of the core, ${what}`, ms(found, 'core'), 'aim: 300 ms; createApp to the first answer')
    report('… opening · first answer', [ms(found, 'open'), ms(found, 'answer')].join(' · '))
    report('… with the process and its modules', ms(found, 'whole'))
    const again = times([join(import.meta.dirname, 'start-process.ts'), office], { NODE_COMPILE_CACHE: join(folder, 'modules') })
    report('… the same, its modules compiled before', ms(again, 'whole'), 'NODE_COMPILE_CACHE')
    report('… memory', `${(percentile(found.map((one) => one.memory), 0.5) / 2 ** 20).toFixed(0)} MB`)
  }
  const built = join(import.meta.dirname, '../../out/main/app.js')
  if (existsSync(built)) {
    const script = (await readFile(join(import.meta.dirname, 'start-process.ts'), 'utf8')).replace('../../src/main/app.ts', built).replace("import.meta.dirname, '../..'", `${JSON.stringify(join(import.meta.dirname, '../..'))}`)
    await writeFile(join(folder, 'start.mts'), script)
    const found = times([join(folder, 'start.mts'), empty])
    report('Process, modules and core as built in out/', ms(found, 'whole'))
  }

  const raw = new Sqlite(file)
  const check: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now()
    raw.pragma('quick_check(1)')
    check.push(performance.now() - start)
  }
  raw.close()
  report(`quick_check of the ${megabytes} MB, in memory already`, `${percentile(check, 0.5).toFixed(0)} ms`, 'left out above 24 MB where the file was closed in order')
  // As after a power cut: a log of writes beside the file makes the next start read it through.
  await writeFile(`${file}-wal`, '')
  const afterCut = times([join(import.meta.dirname, 'start-process.ts'), large], {}, 1)
  report('Start of the core after a power cut, 100,000 people', ms(afterCut, 'core'), 'reads the file through')
} finally {
  await rm(folder, { recursive: true, force: true })
}

function times(words: readonly string[], env: Readonly<Record<string, string>> = {}, rounds = 5): Times[] {
  const run = (): Times => JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } })) as Times
  // The first fills the caches of the disk and is not counted; after a cut there is only one.
  if (rounds > 1) run()
  return Array.from({ length: rounds }, run)
}

function ms(found: readonly Times[], part: 'core' | 'open' | 'answer' | 'whole'): string {
  return `${percentile(found.map((one) => one[part]), 0.5).toFixed(0)} ms`
}
