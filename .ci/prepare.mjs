// Makes a fresh clone ready, then hands over: `node .ci/prepare.mjs [--app] [-- file.ts words…]`.
// Plain JavaScript for the machine's own Node (20 or later). It runs the given file itself, because a shell that has
// looked up `node` once goes on using the old one, even when node_modules/.bin has brought another in the meantime.
import { spawn, spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensurePackages, projectEnvironment, projectNode } from './packages.mjs'
import { giveUp } from './say.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const words = process.argv.slice(2)
const end = words.indexOf('--')
const flags = end === -1 ? words : words.slice(0, end)
const command = end === -1 ? [] : words.slice(end + 1)

if (Number(process.versions.node.split('.')[0]) < 20) {
  giveUp(`Constancia necesita Node 20 o posterior para prepararse y aquí hay ${process.versions.node}. Instale uno desde nodejs.org.`)
}
ensurePackages(root)
const node = projectNode(root)
const env = projectEnvironment(root, node)

if (flags.includes('--app')) {
  const built = spawnSync(node, [join(root, '.ci', 'build.mjs'), '--if-older'], { cwd: root, env, stdio: 'inherit' })
  if (built.status !== 0) giveUp('No se pudieron construir las pantallas; el motivo está en las líneas de arriba.')
}

if (command.length > 0) {
  const child = spawn(node, command, { cwd: root, env, stdio: 'inherit' })
  // The child decides what to do when asked to stop; this process only waits for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (failure) => giveUp(failure.message))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)))
}
