import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { giveUp, step } from './say.mjs'

/** The oldest Node that runs TypeScript by itself, used only where no package of npm carries Node 24. */
const OLDEST = [22, 18]

/** Installs the packages by `npm ci` when they are missing or are not those of the lock file. */
export function ensurePackages(root) {
  if (sameAsLock(root)) return
  step('Instalando los paquetes del proyecto (solo la primera vez; puede tardar unos minutos)…')
  const run = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], root)
  if (run.status === 0 && sameAsLock(root)) return
  const said = `${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`.trim().split('\n').slice(0, 12).join('\n')
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(said)
  giveUp(
    said,
    offline
      ? 'No se pudo llegar al registro de paquetes de npm. Conéctese a internet (o configure el proxy con «npm config set proxy …») y repita la orden: solo hace falta la primera vez.'
      : 'No se pudieron instalar los paquetes. El motivo está en las líneas de arriba; corríjalo y repita la orden. Ningún dato suyo se ha tocado.',
  )
}

/** npm's own record of what it installed tells whether that is what the lock file asks for. */
function sameAsLock(root) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const installed = packagesOf(record)
  return Object.entries(wanted).every(([path, one]) => {
    if (path === '') return true
    const there = installed[path]
    // An optional package is left out where it is for another system.
    if (there === undefined) return one.optional === true || one.devOptional === true
    return there.version === one.version && there.integrity === one.integrity
  })
}

function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
}

/** Runs npm as this process was itself started by it, else the one on the path. */
function npm(words, root) {
  const script = process.env.npm_execpath
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 }
  if (script?.endsWith('.js')) return spawnSync(process.execPath, [script, ...words], options)
  return spawnSync('npm', words, { ...options, shell: process.platform === 'win32' })
}

/** The path of the Node that runs the project: version 24 from its packages, or the machine's own where it is new enough. */
export function projectNode(root) {
  const name = { linux: 'linux', win32: 'win' }[process.platform]
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const carried = join(root, 'node_modules', `node-${name}-${process.arch}`, 'bin', file)
  if (existsSync(carried)) return carried
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return process.execPath
  return giveUp(
    `Constancia necesita Node ${OLDEST.join('.')} o posterior y aquí hay ${process.versions.node}.`,
    'Para este sistema no hay un Node 24 entre los paquetes: instale Node 24 desde nodejs.org y repita la orden.',
  )
}

/** The environment in which whatever asks for `node` finds the project's own. */
export function projectEnvironment(root, node) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const bin = join(root, 'node_modules', '.bin')
  // Node keeps what it compiled, types stripped, for the next start: half of the time until the first answer.
  const compiled = join(root, 'node_modules', '.cache', 'node')
  return { NODE_COMPILE_CACHE: compiled, ...process.env, [key]: [join(node, '..'), bin, process.env[key] ?? ''].join(delimiter) }
}
