import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judgeImport, roomOf } from './layers.ts'

const value = (file: string, specifier: string) => judgeImport({ file: `src/${file}`, specifier, typeOnly: false })
const type = (file: string, specifier: string) => judgeImport({ file: `src/${file}`, specifier, typeOnly: true })

describe('the layer table allows', () => {
  it.each([
    ['shared/contract/people.ts', 'zod'],
    ['shared/contract/people.ts', '../domain/documents.ts'],
    ['shared/contract/people.ts', './fields.ts'],
    ['main/db/store.ts', 'kysely'],
    ['main/db/store.ts', 'node:fs'],
    ['main/db/migrate.ts', './migrations/index.ts'],
    ['main/features/people.ts', '../db/changes.ts'],
    ['main/features/people.ts', '../core/failures.ts'],
    ['main/features/people.ts', '../../shared/messages/messages.ts'],
    ['main/features/people.ts', 'node:crypto'],
    ['main/documents/paper.ts', 'pdfkit'],
    ['main/documents/fonts.ts', '@expo-google-fonts/noto-sans/400Regular'],
    ['main/intake/sheet.ts', 'csv-parse/sync'],
    ['main/app.ts', './features/people.ts'],
    ['main/hosts/http.ts', '../app.ts'],
    ['main/hosts/http.ts', '../core/failures.ts'],
    ['main/hosts/electron/main.ts', 'electron'],
    ['main/hosts/electron/main.ts', '../../app.ts'],
    ['renderer/screens/people.tsx', 'react'],
    ['renderer/screens/people.tsx', '../../shared/contract/people.ts'],
    ['renderer/main.tsx', '@mantine/core/styles.css'],
    ['renderer/main.tsx', './paper.css?inline'],
  ])('%s imports %s', (file, specifier) => {
    expect(value(file, specifier)).toBeNull()
  })

  it.each([
    ['main/db/schema.ts', '../../shared/contract/index.ts'],
    ['main/documents/list.ts', '../../shared/contract/people.ts'],
    ['main/core/context.ts', '../db/store.ts'],
    ['main/core/dispatch.ts', 'zod'],
    ['main/core/failures.ts', '../../shared/messages/messages.ts'],
  ])('%s imports a type of %s, but no value', (file, specifier) => {
    expect(type(file, specifier)).toBeNull()
    expect(value(file, specifier)).toMatch(/may not import/)
  })
})

describe('the layer table denies', () => {
  it.each([
    ['shared/rpc/define.ts', 'node:fs'],
    ['shared/rpc/define.ts', '../contract/people.ts'],
    ['shared/domain/dates.ts', 'zod'],
    ['shared/domain/dates.ts', '../messages/messages.ts'],
    ['shared/messages/messages.ts', '../domain/dates.ts'],
    ['shared/contract/people.ts', '../../main/db/schema.ts'],
    ['main/db/migrations/0001-start.ts', '../schema.ts'],
    ['main/db/migrations/0001-start.ts', '../../../shared/contract/people.ts'],
    ['main/db/store.ts', '../features/people.ts'],
    ['main/documents/list.ts', 'kysely'],
    ['main/documents/list.ts', '../db/store.ts'],
    ['main/documents/list.ts', 'electron'],
    ['main/intake/sheet.ts', '../documents/list.ts'],
    ['main/features/people.ts', 'electron'],
    ['main/features/people.ts', 'node:http'],
    ['main/features/people.ts', 'node:child_process'],
    ['main/features/people.ts', '../hosts/http.ts'],
    ['main/core/dispatch.ts', '../features/people.ts'],
    ['main/app.ts', 'electron'],
    ['main/hosts/http.ts', 'electron'],
    ['main/hosts/http.ts', '../features/people.ts'],
    ['main/hosts/http.ts', '../db/store.ts'],
    ['main/hosts/http.ts', './electron/main.ts'],
    ['renderer/api.ts', 'electron'],
    ['renderer/api.ts', 'node:fs'],
    ['renderer/api.ts', '../main/app.ts'],
    ['renderer/api.ts', 'lodash'],
  ])('%s importing %s', (file, specifier) => {
    expect(value(file, specifier)).toMatch(/may not import/)
  })

  it.each([
    ['renderer/api.ts', '../main/app.ts'],
    ['shared/domain/dates.ts', '../contract/people.ts'],
    ['main/features/people.ts', 'electron'],
    ['main/db/migrations/0001-start.ts', '../schema.ts'],
  ])('even a type: %s importing %s', (file, specifier) => {
    expect(type(file, specifier)).toMatch(/may not import even a type/)
  })

  it('a file that is in no room, and an import of one', () => {
    expect(value('helpers/text.ts', 'zod')).toBe('src/helpers/text.ts is in no room of the house')
    expect(value('main/loose.ts', 'node:fs')).toMatch(/in no room/)
    expect(value('main/app.ts', './loose.ts')).toMatch(/in no room/)
  })

  it('a relative import without its extension', () => {
    expect(value('main/app.ts', './features/people')).toBe("'./features/people' must carry its extension")
  })

  it('leaving src', () => {
    expect(value('main/app.ts', '../../tests/support/open-app.ts')).toMatch(/leaves src/)
    expect(value('main/app.ts', '../../node_modules/zod/package.json')).toMatch(/leaves src/)
  })
})

describe('the table and the tree', () => {
  it('every source file stands in a room', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map((name) => `src/${name.replaceAll('\\', '/')}`)
      .filter((name) => /\.tsx?$/.test(name))
    expect(files.filter((file) => roomOf(file) === null)).toEqual([])
  })
})
