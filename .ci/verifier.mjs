// The verifier page: one HTML file with its script and style inside, and room for an office's data.
// Its Content-Security-Policy names the very script and style by their hashes, and lets nothing else load or run.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { isFresh } from './fresh.mjs'

export const VERIFIER = 'out/verifier/verificador.html'
export const VERIFIER_SOURCES = ['src/renderer/verifier', '.ci/verifier.mjs', 'package-lock.json']

/** Where the page is, built now if it is older than its sources: for tests that are run alone. */
export async function freshVerifier(root) {
  return isFresh(root, VERIFIER, VERIFIER_SOURCES) ? join(root, VERIFIER) : buildVerifier(root)
}

/** Builds it from the sources under `root`. */
export async function buildVerifier(root) {
  const { script, style } = await bundle(root)
  const policy = ["default-src 'none'", `script-src ${hashOf(script)}`, `style-src ${hashOf(style)}`, "base-uri 'none'", "form-action 'none'"].join('; ')
  const parts = { CSP: policy, STYLE: style, SCRIPT: script }
  const template = readFileSync(join(root, 'src/renderer/verifier/index.html'), 'utf8')
  const page = template.replace(/%(CSP|STYLE|SCRIPT)%/g, (_, name) => parts[name])
  const place = join(root, VERIFIER)
  mkdirSync(dirname(place), { recursive: true })
  // Two test runs may build at the same moment: each reader finds a whole page.
  writeFileSync(`${place}.${process.pid}`, page)
  renameSync(`${place}.${process.pid}`, place)
  return place
}

async function bundle(root) {
  const [built] = [
    await build({
      configFile: false,
      root: join(root, 'src/renderer/verifier'),
      logLevel: 'warn',
      publicDir: false,
      build: {
        write: false,
        // Offices keep old computers: browsers from 2020 on.
        target: ['chrome87', 'firefox78', 'safari14'],
        lib: { entry: join(root, 'src/renderer/verifier/main.ts'), formats: ['iife'], name: 'verificador', fileName: () => 'page.js', cssFileName: 'page' },
        minify: true,
        cssMinify: true,
      },
    }),
  ].flat()
  const textOf = (ending) => {
    const file = built.output.find((one) => one.fileName.endsWith(ending))
    return String(file.code ?? file.source).trim()
  }
  // Inside a script element nothing may look like its end.
  return { script: textOf('.js').replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--'), style: textOf('.css') }
}

function hashOf(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
