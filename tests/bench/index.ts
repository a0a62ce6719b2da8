import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { cpus, totalmem, type } from 'node:os'
import { fileURLToPath } from 'node:url'

/**
 * Runs every `*.bench.ts` of this folder, each in a process of its own so that memory is its own too.
 * Words after `npm run bench --` choose by name. Prints figures; never passes or fails.
 */
const folder = new URL('.', import.meta.url)
const chosen = process.argv.slice(2)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => chosen.length === 0 || chosen.some((word) => name.includes(word)))
  .sort()

const gigabytes = (totalmem() / 2 ** 30).toFixed(0)
console.log(`${type()} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'} · ${gigabytes} GB · Node ${process.version}`)
for (const file of files) {
  console.log(`\n── ${file.replace('.bench.ts', '')}`)
  const run = spawnSync(process.execPath, ['--expose-gc', fileURLToPath(new URL(file, folder))], { stdio: 'inherit' })
  if (run.status !== 0) console.log(`(${file} ended with ${run.status ?? run.signal})`)
}
if (files.length === 0) console.log('No benchmark of that name.')
