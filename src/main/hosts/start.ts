import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../../shared/messages/messages.ts'
import type { App } from '../app.ts'
import { startHttpHost } from './http.ts'
import { openOffice, programFolder, session, told } from './office.ts'
import { openBySystem, systemDesk } from './system-desk.ts'

/** How long the desktop window may take to be downloaded before the browser takes its place, in milliseconds. */
const FETCH_LIMIT = Number(process.env['CONSTANCIA_ELECTRON_WAIT'] ?? 20_000)

const { language } = session()
const isForBrowser = process.argv.includes('--browser')
const electron = isForBrowser ? null : (electronThere() ?? fetchElectron())
if (electron === null) await openInBrowser()
else openWindow(electron)

function openWindow(binary: string): void {
  const child = spawn(binary, [programFolder()], { stdio: 'inherit' })
  child.once('error', () => void openInBrowser())
  child.once('exit', (code) => process.exit(code ?? 1))
}

/** The same app in the system's browser, until this process is asked to stop. */
async function openInBrowser(): Promise<void> {
  if (!isForBrowser) console.log(say(language, 'host.noElectron'))
  let app: App
  try {
    app = await openOffice(systemDesk)
  } catch (failure) {
    console.error(told(failure))
    process.exit(1)
  }
  const host = await startHttpHost({ app, page: join(programFolder(), 'out/renderer'), session: session() })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void host.close().then(() => app.close()).finally(() => process.exit(0)))
  }
  const isWanted = process.env['CONSTANCIA_NO_BROWSER'] === undefined
  if (isWanted && !(await openBySystem(host.address))) console.log(say(language, 'host.noBrowser'))
  console.log(say(language, 'host.opened', { address: host.address }))
}

/** The path of Electron's binary where it is installed, or null. Asking the package itself would download it. */
function electronThere(): string | null {
  const names: Readonly<Record<string, string>> = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }
  const file = names[process.platform] ?? 'electron'
  const elsewhere = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const home = join(programFolder(), 'node_modules', 'electron')
  const said = join(home, 'path.txt')
  const path = elsewhere === undefined ? join(home, 'dist', existsSync(said) ? readFileSync(said, 'utf8').trim() : file) : join(elsewhere, file)
  return existsSync(path) ? path : null
}

function fetchElectron(): string | null {
  const script = join(programFolder(), 'node_modules', 'electron', 'install.js')
  if (!existsSync(script)) return null
  const run = spawnSync(process.execPath, [script], { stdio: 'ignore', timeout: FETCH_LIMIT, killSignal: 'SIGKILL' })
  return run.status === 0 ? electronThere() : null
}
