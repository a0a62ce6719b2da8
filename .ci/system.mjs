import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { step } from './say.mjs'

/** The path of a program that can be started by its name alone, or null. */
export function onPath(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : ['']
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const path = join(folder, `${name}${ending}`)
      if (isProgram(path)) return path
    }
  }
  return null
}

export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** How the system's package manager may be used without asking anybody: words that come before it; null when it may not. */
function leave() {
  if (process.platform !== 'linux' || onPath('apt-get') === null) return null
  if (process.getuid?.() === 0) return []
  const sudo = onPath('sudo') !== null && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
  return sudo ? ['sudo', '-n'] : null
}

let listed = false

/** Installs packages of Debian or Ubuntu where that is allowed without a password; says whether it was done. */
export function installBySystem(packages) {
  const before = leave()
  if (before === null) return false
  step(`Instalando ${packages.join(', ')} con el gestor de paquetes del sistema…`)
  const apt = (...words) => {
    const line = [...before, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=120', ...words]
    return spawnSync(line[0], line.slice(1), { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', timeout: 900_000 })
  }
  if (!listed) apt('update')
  listed = true
  const run = apt('install', '-y', '--no-install-recommends', ...packages)
  if (run.status !== 0) console.error((run.stderr ?? '').trim().split('\n').slice(-5).join('\n'))
  return run.status === 0
}
