// Builds what cannot run from the sources as they are, into `out`, which mirrors `src`:
// the screens (vite), the page that verifies without the app (one file), the main side as JavaScript (tsc), the preload as one CommonJS file.
// `--if-older` builds only what is older than its sources.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { isFresh } from './fresh.mjs'
import { step } from './say.mjs'
import { buildVerifier, VERIFIER, VERIFIER_SOURCES } from './verifier.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const onlyIfOlder = process.argv.includes('--if-older')

const PRELOAD = 'src/main/hosts/electron/preload.ts'

async function screens() {
  const sources = ['src/renderer', 'src/shared', 'package-lock.json']
  if (!existsSync(join(root, 'src/renderer/vite.config.ts')) || isDone('out/renderer/index.html', sources)) return
  step('Construyendo las pantallas…')
  await build({ configFile: join(root, 'src/renderer/vite.config.ts'), logLevel: 'warn' })
}

async function verifierPage() {
  if (isDone(VERIFIER, VERIFIER_SOURCES)) return
  step('Construyendo la página de verificación…')
  await buildVerifier(root)
}

async function mainSide() {
  if (isDone('out/main/app.js', ['src/main', 'src/shared', 'package-lock.json'])) return
  step('Construyendo el núcleo…')
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const run = spawnSync(process.execPath, [compiler, '-p', 'tests/house/tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
  if (run.status !== 0) process.exit(run.status ?? 1)
  if (!existsSync(join(root, PRELOAD))) return
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      lib: { entry: join(root, PRELOAD), formats: ['cjs'], fileName: () => 'preload.cjs' },
      outDir: join(root, 'out/main/hosts/electron'),
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      rollupOptions: { external: ['electron'] },
    },
  })
}

function isDone(product, sources) {
  return onlyIfOlder && isFresh(root, product, sources)
}

await screens()
await verifierPage()
await mainSide()
