import { RuleTester } from 'oxlint/plugins-dev'
import { describe, it } from 'vitest'
import { rules } from './house-plugin.ts'

RuleTester.describe = describe
RuleTester.it = it
const tester = new RuleTester({ cwd: process.cwd(), languageOptions: { sourceType: 'module' } })

const at = (file: string) => (code: string) => ({ filename: `${process.cwd()}/src/${file}`, code, name: `${file}: ${code}` })
const refused = (file: string, message: RegExp) => (code: string) => ({ ...at(file)(code), errors: [{ message }] })

const LAYER = /may not import|must carry|leaves src|in no room|names its module/
tester.run('layers', rules.layers, {
  valid: [
    ...[
      "import { sql } from 'kysely'",
      "import type { Person } from '../../shared/contract/people.ts'",
      "import { type Person } from '../../shared/contract/people.ts'",
      "export type { Person } from '../../shared/contract/people.ts'",
      "type Person = import('../../shared/contract/people.ts').Person",
      "const name = new URL(address, base)",
    ].map(at('main/features/people.ts')),
    ...[
      "const worker = new Worker(new URL(`./draw-worker${extname(import.meta.url)}`, import.meta.url))",
      "const face = require.resolve('@expo-google-fonts/noto-sans/package.json')",
      "const picture = new URL('../../../resources/seal.svg', import.meta.url)",
    ].map(at('main/documents/paper.ts')),
    at('main/hosts/http.ts')("const page = new URL('../../../out/renderer/', import.meta.url)"),
  ],
  invalid: [
    ...[
      "import { people } from '../../shared/contract/people.ts'",
      "import { people, type Person } from '../../shared/contract/people.ts'",
      "export { people } from '../../shared/contract/people.ts'",
      "export * from '../../shared/contract/people.ts'",
      "import 'electron'",
      "import type { App } from 'electron'",
      "const late = await import('../hosts/http.ts')",
      "const late = await import(name)",
      "const late = require('electron')",
      "import electron = require('electron')",
      "type Window = import('electron').BrowserWindow",
      "const worker = new Worker(new URL('../hosts/http.ts', import.meta.url))",
      "const worker = new Worker(new URL(`../hosts/draw-worker${ending}`, import.meta.url))",
      "import { say } from '../../shared/messages/messages'",
    ].map(refused('main/documents/people.ts', LAYER)),
    refused('loose/thing.ts', /in no room/)('const one = 1'),
  ],
})

tester.run('text-from-messages', rules['text-from-messages'], {
  valid: [
    ...[
      "const a = <p>{t('people.title')}</p>",
      'const a = <p>·</p>',
      'const a = <p> 3 × 4 </p>',
      'const a = <Stack gap="sm" className="people" />',
      "const a = <img alt=\"\" title={t('people.title')} />",
      'const a = <p>{`${count} / ${total}`}</p>',
    ].map(at('renderer/screens/people.tsx')),
    at('shared/messages/es/people.tsx')('const a = <p>Personas</p>'),
  ],
  invalid: [
    'const a = <p>Personas</p>',
    'const a = <>Guardar</>',
    "const a = <p>{'Guardar'}</p>",
    'const a = <p>{`Guardar ${count}`}</p>',
    'const a = <input placeholder="Buscar" />',
    'const a = <button title="Guardar" />',
    "const a = <button aria-label={'Cerrar'} />",
    'const a = <TextInput label={`Nombre`} />',
    'const a = <img alt="Logo" />',
  ].map(refused('renderer/screens/people.tsx', /come from shared\/messages/)),
})

tester.run('clock-from-context', rules['clock-from-context'], {
  valid: [
    ...['const day = new Date(text)', 'const day = Date.UTC(2026, 0, 1)', 'const day = today()'].map(at('main/features/people.ts')),
    at('main/core/context.ts')('const now = Date.now()'),
  ],
  invalid: [
    ...['const now = new Date()', 'const now = Date.now()', 'const now = Date()'].map(
      refused('main/features/people.ts', /comes from the context/),
    ),
    refused('shared/domain/dates.ts', /comes from the context/)('const now = new Date()'),
  ],
})

tester.run('files-written-once', rules['files-written-once'], {
  valid: [
    at('main/core/files.ts')('await writeFile(path, bytes)'),
    at('main/documents/zip.ts')('const out = createWriteStream(path)'),
    at('main/hosts/office.ts')('await appendFile(path, line)'),
    at('main/features/people.ts')('await files.write(name, bytes)'),
  ],
  invalid: [
    refused('main/documents/zip.ts', /core\/files/)('writeFileSync(path, bytes)'),
    ...['await writeFile(path, bytes)', 'fs.writeFileSync(path, bytes)', 'fs.promises.appendFile(path, bytes)', 'createWriteStream(path)'].map(
      refused('main/hosts/http.ts', /core\/files/),
    ),
  ],
})
