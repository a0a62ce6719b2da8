// `npm run package`: builds, then packs into dist/ with the unpacked Electron that ELECTRON_DIST points at.
// Without it electron-builder downloads one, which works only where GitHub can be reached.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { giveUp, step } from './say.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = process.env.ELECTRON_DIST
if (dist !== undefined && !existsSync(dist)) giveUp(`ELECTRON_DIST apunta a ${dist}, que no existe.`)

const run = (...words) => spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' }).status ?? 1

if (run('.ci/build.mjs') !== 0) giveUp('No se pudo construir; el motivo está en las líneas de arriba.')
step(dist === undefined ? 'Empaquetando (Electron se descarga)…' : `Empaquetando con el Electron de ${dist}…`)
const place = dist === undefined ? [] : [`-c.electronDist=${dist}`]
process.exit(run('node_modules/electron-builder/out/cli/cli.js', '--dir', '--config', 'electron-builder.yml', ...place))
