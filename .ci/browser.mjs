import { spawnSync } from 'node:child_process'
import { isProgram, installBySystem, onPath } from './system.mjs'
import { step } from './say.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome']
const PLACES = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * The browser for the end-to-end tests: the one that is there, else Playwright's, else the system's package manager's.
 * Gives its path, or null with the reason said.
 */
export async function ensureBrowser(root) {
  const there = installed() ?? (await fromPlaywright())
  if (there !== null) return { path: there, reason: '' }
  step('No hay un navegador para las pruebas de pantalla: se intenta instalar uno por Playwright…')
  const words = ['node_modules/@playwright/test/cli.js', 'install', ...(process.getuid?.() === 0 ? ['--with-deps'] : []), 'chromium']
  spawnSync(process.execPath, words, { cwd: root, stdio: 'ignore', timeout: 300_000 })
  const downloaded = await fromPlaywright()
  if (downloaded !== null) return { path: downloaded, reason: '' }
  installBySystem(['chromium'])
  const found = installed()
  if (found !== null) return { path: found, reason: '' }
  return {
    path: null,
    reason: 'falta un navegador Chromium: instálelo («sudo apt-get install chromium», o Google Chrome) o indique su ruta en CHROME_PATH',
  }
}

function installed() {
  const candidates = [process.env.CHROME_PATH, ...NAMES.map(onPath), ...PLACES]
  return candidates.find((path) => typeof path === 'string' && path !== '' && runs(path)) ?? null
}

async function fromPlaywright() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return runs(path) ? path : null
}

/** There, and with all its libraries; Ubuntu's stand-in that only asks for a snap does not run. */
function runs(path) {
  if (!isProgram(path)) return false
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}
