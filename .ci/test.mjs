// Everything that is tested, in one run that ends with one line: `N passed, N failed`.
// Types, lint and the build count as one test each; the rest is counted by vitest and Playwright themselves.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './browser.mjs'
import { installBySystem, onPath } from './system.mjs'
import { step } from './say.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const reports = mkdtempSync(join(tmpdir(), 'constancia-pruebas-'))
const total = { passed: 0, failed: 0, skipped: 0 }

/** The second programs that read what the app wrote. Without them their tests are skipped, and say so. */
function ensureSecondPrograms() {
  const wanted = { qpdf: 'qpdf', pdftotext: 'poppler-utils', pdffonts: 'poppler-utils', pdftoppm: 'poppler-utils' }
  const missing = () => [...new Set(Object.keys(wanted).filter((name) => onPath(name) === null).map((name) => wanted[name]))]
  if (missing().length > 0) installBySystem(missing())
  if (missing().length > 0) step(`Faltan ${missing().join(', ')}: se saltan las pruebas que leen los PDF con un segundo programa.`)
  if (onPath('soffice') === null && onPath('libreoffice') === null) {
    step('No hay LibreOffice: se saltan las pruebas que abren las hojas con un segundo programa.')
  }
}

function run(words, env = {}) {
  return spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1
}

function check(name, words) {
  step(name)
  const isGood = run(words) === 0
  total[isGood ? 'passed' : 'failed'] += 1
  if (!isGood) console.error(`  ${name}: con errores`)
}

function unit() {
  step('Pruebas sin pantalla…')
  const report = join(reports, 'unit.json')
  const status = run([
    'node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts',
    '--reporter=default', '--reporter=json', `--outputFile.json=${report}`,
  ])
  const seen = readReport(report)
  const before = total.failed
  total.passed += seen?.numPassedTests ?? 0
  total.failed += seen?.numFailedTests ?? 0
  total.skipped += (seen?.numPendingTests ?? 0) + (seen?.numTodoTests ?? 0)
  // A file that could not even be loaded has no test to fail.
  total.failed += (seen?.testResults ?? []).filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  if (status !== 0 && total.failed === before) total.failed += 1
}

async function screens() {
  const browser = await ensureBrowser(root)
  const report = join(reports, 'e2e.json')
  const playwright = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts']
  if (browser.path === null) {
    step(`Se saltan las pruebas con pantalla: ${browser.reason}.`)
    const listed = spawnSync(process.execPath, [...playwright, '--list'], { cwd: root, encoding: 'utf8' }).stdout
    total.skipped += Number(/Total: (\d+) tests?/.exec(listed)?.[1] ?? 0)
    return
  }
  step(`Pruebas con pantalla (${browser.path})…`)
  const status = run([...playwright, '--reporter=list,json', '--pass-with-no-tests'], {
    CHROME_PATH: browser.path,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  const seen = readReport(report)?.stats
  total.passed += (seen?.expected ?? 0) + (seen?.flaky ?? 0)
  total.failed += seen?.unexpected ?? 0
  total.skipped += seen?.skipped ?? 0
  if (status !== 0 && (seen?.unexpected ?? 0) === 0) total.failed += 1
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

ensureSecondPrograms()
check('Construcción', ['.ci/build.mjs', '--if-older'])
check('Tipos', ['node_modules/typescript/bin/tsc', '-b'])
check('Reglas de la casa', ['node_modules/oxlint/bin/oxlint', '-c', 'tests/house/oxlint.json', 'src', 'tests'])
unit()
await screens()
rmSync(reports, { recursive: true, force: true })

console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)
