import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { entryHash, logged } from '../../src/main/db/changes.ts'
import type { Store } from '../../src/main/db/store.ts'
import { ana, luis, openTestStore, personRow } from './open-store.ts'

/** The number of the first entry whose hash does not follow from the one before it; 0 when the chain is whole. */
async function firstBroken(store: Store): Promise<number> {
  const entries = await store.read((db) => db.selectFrom('changes').selectAll().orderBy('number').execute())
  let previous = ''
  for (const { hash, ...entry } of entries) {
    if (entryHash(previous, entry) !== hash) return entry.number
    previous = hash
  }
  return 0
}

test('every entry is chained to the one before it, across transactions and restarts', async () => {
  const { store } = await openTestStore()
  const [id = ''] = await store.write(ana, (db) => db.add('people', [personRow('QUISPE'), personRow('MAMANI')]))
  await store.write(luis, (db) => db.change('people', id, { email: 'a@b.pe', phone: '999' }))
  expect(await firstBroken(store)).toBe(0)
  expect(await store.read((db) => db.selectFrom('changes').select('number').orderBy('number').execute())).toEqual([1, 2, 3, 4].map((number) => ({ number })))
})

test('a long log lets others work while it is written, and stays one chain', async () => {
  const { store } = await openTestStore()
  let turns = 0
  let next: NodeJS.Immediate | undefined
  const work = () => {
    turns += 1
    next = setImmediate(work)
  }
  await store.write(ana, async (db) => {
    await db.add('people', Array.from({ length: 5000 }, () => personRow('QUISPE')))
    work()
  })
  clearImmediate(next)
  expect(turns).toBeGreaterThan(5)
  expect(await firstBroken(store)).toBe(0)
})

test('a value changed behind the app shows in the chain', async () => {
  const { store, file } = await openTestStore()
  const [id = ''] = await store.write(ana, (db) => db.add('people', [personRow('QUISPE')]))
  await store.write(luis, (db) => db.change('people', id, { email: 'a@b.pe' }))
  const intruder = new Sqlite(file)
  intruder.exec(`drop trigger "changes_no_update"; update changes set after = '"x@y.pe"' where number = 2`)
  intruder.close()
  expect(await firstBroken(store)).toBe(2)
})

test('the log cannot be changed, deleted or replaced', async () => {
  const { store, file } = await openTestStore()
  await store.write(ana, (db) => db.add('people', [personRow('QUISPE')]))
  const intruder = new Sqlite(file)
  intruder.pragma('recursive_triggers=ON')
  const attempts = [`update changes set who = 'Nadie'`, 'delete from changes', `insert or replace into changes select device, number, at, 'Nadie', act, entity, "entityId", field, before, after, hash from changes`]
  const outcomes = attempts.map((attempt) => {
    try {
      intruder.exec(attempt)
      return 'done'
    } catch (error) {
      return error instanceof Error ? error.message : 'refused'
    }
  })
  intruder.close()
  expect(outcomes).toEqual(attempts.map(() => 'changes is append-only'))
  expect(await firstBroken(store)).toBe(0)
})

test('bytes are logged as their SHA-256, whether they come as they were given or as the database hands them back', () => {
  const given = new Uint8Array([1, 2, 3])
  expect([logged(given), logged(Buffer.from(given)), logged({ bytes: Buffer.from(given) })]).toEqual([
    '{"sha256":"039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"}',
    '{"sha256":"039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"}',
    '{"bytes":{"sha256":"039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"}}',
  ])
})
