import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'constancia-lint-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What the lint of the house, as `npm run lint` configures it, says of a tree holding these files: the rules broken. */
function lint(files: Readonly<Record<string, string>>): readonly string[] {
  for (const [path, code] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), code)
  }
  const compiler = { compilerOptions: { strict: true, target: 'es2024', module: 'nodenext', jsx: 'react-jsx', types: [] } }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(compiler))
  const config = resolve('tests/house/oxlint.json')
  const run = spawnSync(process.execPath, [resolve('node_modules/oxlint/bin/oxlint'), '-c', config, '-f', 'json', '.'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const said = JSON.parse(run.stdout) as { diagnostics: readonly { code: string; severity: string }[] }
  const rules = [...new Set(said.diagnostics.map((one) => one.code))].sort()
  expect(run.status === 0).toBe(rules.length === 0)
  expect(said.diagnostics.filter((one) => one.severity !== 'error')).toEqual([])
  return rules
}

const lines = (count: number) => Array.from({ length: count }, (_, index) => `  list.push(${index})`).join('\n')

describe('the lint of the house', () => {
  it('is silent about clean code', () => {
    expect(
      lint({
        'src/shared/domain/hours.ts': 'export const hours = (minutes: number): number => minutes / 60\n',
        'src/main/features/courses.ts':
          "import { hours } from '../../shared/domain/hours.ts'\nexport const length = (minutes: number): number => hours(minutes)\n",
      }),
    ).toEqual([])
  })

  it.each([
    ['an import across layers', 'src/shared/domain/a.ts', "import 'electron'\n", 'house(layers)'],
    ['a file in no room', 'src/loose/a.ts', 'export const a = 1\n', 'house(layers)'],
    ['words in a screen', 'src/renderer/screens/a.tsx', 'export const A = () => <p>Personas</p>\n', 'house(text-from-messages)'],
    ['the clock in a feature', 'src/main/features/a.ts', 'export const a = () => new Date()\n', 'house(clock-from-context)'],
    ['a file written by a host', 'src/main/hosts/a.ts', "declare const fs: { writeFileSync(a: string): void }\nfs.writeFileSync('a')\nexport const a = 1\n", 'house(files-written-once)'],
    ['a default export', 'src/shared/domain/a.ts', 'export default 1\n', 'import(no-default-export)'],
    ['any', 'src/shared/domain/a.ts', 'export const a: any = 1\n', 'typescript(no-explicit-any)'],
    ['a console line', 'src/main/core/a.ts', "console.log('a')\nexport const a = 1\n", 'eslint(no-console)'],
    ['a promise nobody waits for', 'src/main/core/a.ts', 'const late = async () => 1\nlate()\nexport const a = 1\n', 'typescript(no-floating-promises)'],
    ['an async callback where none is awaited', 'src/main/core/a.ts', 'export const a = (list: number[]) => list.filter(async (one) => one > 1)\n', 'typescript(no-misused-promises)'],
    ['a switch that forgets a case', 'src/main/core/a.ts', "export function a(kind: 'x' | 'y'): void {\n  switch (kind) {\n    case 'x':\n      throw new Error('x')\n  }\n}\n", 'typescript(switch-exhaustiveness-check)'],
    ['a function of 62 lines', 'src/main/core/a.ts', `export function a(list: number[]): void {\n${lines(62)}\n}\n`, 'eslint(max-lines-per-function)'],
    ['a file of 402 lines', 'src/main/core/a.ts', `${Array.from({ length: 402 }, (_, index) => `export const a${index} = ${index}`).join('\n')}\n`, 'eslint(max-lines)'],
  ])('refuses %s', (_what, path, code, rule) => {
    expect(lint({ [path]: code })).toEqual([rule])
  })

  it('lets the command line print, and a component be longer than a function', () => {
    const long = Array.from({ length: 70 }, () => '    <br />').join('\n')
    expect(
      lint({
        'src/main/hosts/cli.ts': "console.log('1')\nexport const a = 1\n",
        'src/renderer/screens/a.tsx': `export const A = () => (\n  <>\n${long}\n  </>\n)\n`,
      }),
    ).toEqual([])
  })
})
