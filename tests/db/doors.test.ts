import { expect, test } from 'vitest'
import { PermanentAct } from '../../src/main/db/undo.ts'
import { ana, luis, openTestStore, organisationRow, personRow, postRow } from './open-store.ts'

test('a record and its entry in the log are written together', async () => {
  const { store } = await openTestStore()
  const { id, act } = await store.write(ana, async (db) => {
    const [made = ''] = await db.add('people', [personRow('QUISPE')])
    await db.change('people', made, { email: 'm@quispe.pe', phone: null })
    return { id: made, act: db.act }
  })
  const entries = await store.read((db) => db.selectFrom('changes').select(['who', 'at', 'act', 'entity', 'entityId', 'field', 'before', 'after']).orderBy('number').execute())
  const { searchKey: _, sortKey: __, nameKey: ___, ...kept } = personRow('QUISPE')
  expect(entries).toEqual([
    { ...ana, act, entity: 'people', entityId: id, field: '', before: null, after: expect.any(String) },
    { ...ana, act, entity: 'people', entityId: id, field: 'email', before: 'null', after: '"m@quispe.pe"' },
  ])
  expect(JSON.parse(entries[0]?.after ?? '')).toEqual({ ...kept, id, removedAt: null })
})

test('a transaction that fails leaves neither record nor entry', async () => {
  const { store } = await openTestStore()
  const failing = store.write(ana, async (db) => {
    await db.add('people', [personRow('QUISPE')])
    throw new Error('power cut')
  })
  await expect(failing).rejects.toThrow('power cut')
  const left = await store.read(async (db) => [await db.selectFrom('people').select('id').execute(), await db.selectFrom('changes').select('number').execute()])
  expect(left).toEqual([[], []])
})

test('a change to the same value is no change and leaves no entry', async () => {
  const { store } = await openTestStore()
  const [id = ''] = await store.write(ana, (db) => db.add('people', [personRow('QUISPE')]))
  const changed = await store.write(luis, (db) => db.change('people', id, { firstSurname: 'QUISPE', email: null }))
  const entries = await store.read((db) => db.selectFrom('changes').select('field').where('who', '=', 'Luis').execute())
  expect([changed, entries]).toEqual([false, []])
})

test('changes that are alike, that are not, and that come twice end as if made one by one, each with its entries', async () => {
  const { store } = await openTestStore()
  const ids = await store.write(ana, (db) => db.add('people', ['QUISPE', 'ROJAS', 'SOTO', 'ÑAHUI'].map((name) => personRow(name))))
  const [one = '', two = '', three = '', four = ''] = ids
  const changes = [[one, { phone: '1' }], [two, { phone: '1' }], [one, { phone: '2' }], [three, { phone: '1', email: 'a@b.pe' }], [two, { phone: '1' }], [four, { phone: null }], [one, { phone: '1' }]] as const
  const changed = await store.write(luis, (db) => db.changeMany('people', changes.map(([id, patch]) => ({ id, patch }))))
  const rows = await store.read((db) => db.selectFrom('people').select(['firstSurname', 'phone', 'email']).orderBy('id').execute())
  const entries = await store.read((db) => db.selectFrom('changes').select(['entityId', 'field', 'before', 'after']).where('who', '=', 'Luis').orderBy('number').execute())
  expect(changed).toBe(5)
  expect(rows.map((row) => [row.firstSurname, row.phone, row.email])).toEqual([['QUISPE', '1', null], ['ROJAS', '1', null], ['SOTO', '1', 'a@b.pe'], ['ÑAHUI', null, null]])
  expect(entries.map(({ entityId, field, before, after }) => [ids.indexOf(entityId), field, before, after])).toEqual([
    [0, 'phone', 'null', '"1"'],
    [1, 'phone', 'null', '"1"'],
    [0, 'phone', '"1"', '"2"'],
    [2, 'phone', 'null', '"1"'],
    [2, 'email', 'null', '"a@b.pe"'],
    [0, 'phone', '"2"', '"1"'],
  ])
})

test('removing marks the record and erases nothing', async () => {
  const { store } = await openTestStore()
  const [id = ''] = await store.write(ana, (db) => db.add('people', [personRow('QUISPE')]))
  await store.write(luis, (db) => db.remove('people', id))
  expect(await store.read((db) => db.selectFrom('people').select(['firstSurname', 'removedAt']).execute())).toEqual([{ firstSurname: 'QUISPE', removedAt: luis.at }])
})

test('a door opened behind a door throws at once, and the outer one goes on', async () => {
  const { store } = await openTestStore()
  const outcomes = await store.write(ana, async (db) => {
    const inner = await Promise.allSettled([store.read(async () => 1), store.write(ana, async () => 2)])
    await db.add('people', [personRow('QUISPE')])
    return inner.map((one) => (one.status === 'rejected' ? String(one.reason) : 'opened'))
  })
  expect(outcomes).toEqual(Array.from({ length: 2 }, () => 'Error: a door of the store was opened behind a door'))
  expect(await store.read((db) => db.selectFrom('people').select('firstSurname').execute())).toEqual([{ firstSurname: 'QUISPE' }])
})

test('the reading door cannot write, even with a statement made by hand', async () => {
  const { store } = await openTestStore()
  const smuggled = store.read(async (db) => {
    const anything = db as unknown as { insertInto(table: string): { values(row: object): { execute(): Promise<unknown> } } }
    return anything.insertInto('meta').values({ key: 'x', value: 'y' }).execute()
  })
  await expect(smuggled).rejects.toThrow(/readonly database|query_only|read-only/)
})

test('undoing an act puts its fields back and takes away what it made', async () => {
  const { store } = await openTestStore()
  const [old = ''] = await store.write(ana, (db) => db.add('people', [personRow('QUISPE')]))
  const act = await store.write(ana, async (db) => {
    await db.change('people', old, { email: 'a@b.pe' })
    await db.change('people', old, { email: 'c@d.pe' })
    const [organisation = ''] = await db.add('organisations', [organisationRow('UGEL')])
    const [person = ''] = await db.add('people', [personRow('MAMANI')])
    await db.add('posts', [postRow(person, organisation)])
    return db.act
  })
  const { undone, kept } = await store.write(luis, (db) => db.undo(act))
  const live = await store.read(async (db) => [
    await db.selectFrom('people').select(['firstSurname', 'email']).where('removedAt', 'is', null).execute(),
    await db.selectFrom('organisations').select('name').where('removedAt', 'is', null).execute(),
    await db.selectFrom('posts').select('title').where('removedAt', 'is', null).execute(),
  ])
  expect({ undone, kept, live }).toEqual({ undone: 5, kept: [], live: [[{ firstSurname: 'QUISPE', email: null }], [], []] })
})

test('what was edited since, and what something newer points at, stays and is listed', async () => {
  const { store } = await openTestStore()
  const { ids, act } = await store.write(ana, async (db) => ({ ids: await db.add('people', [personRow('QUISPE'), personRow('MAMANI'), personRow('ROJAS')]), act: db.act }))
  const [edited = '', pointedAt = '', untouched = ''] = ids
  await store.write(luis, async (db) => {
    await db.change('people', edited, { phone: '999' })
    await db.add('posts', [postRow(pointedAt, null)])
  })
  const { undone, kept } = await store.write(ana, (db) => db.undo(act))
  const gone = await store.read((db) => db.selectFrom('people').select('id').where('removedAt', 'is not', null).execute())
  expect({ undone, kept, gone }).toEqual({
    undone: 1,
    kept: [{ entity: 'people', id: edited, field: '' }, { entity: 'people', id: pointedAt, field: '' }],
    gone: [{ id: untouched }],
  })
})

test('an edit that was itself undone does not keep the record from being undone', async () => {
  const { store } = await openTestStore()
  const { id, act } = await store.write(ana, async (db) => ({ id: (await db.add('people', [personRow('QUISPE')]))[0] ?? '', act: db.act }))
  const edit = await store.write(ana, async (db) => {
    await db.change('people', id, { phone: '999' })
    return db.act
  })
  await store.write(ana, (db) => db.undo(edit))
  expect(await store.write(ana, (db) => db.undo(act))).toEqual({ undone: 1, kept: [], touched: [] })
})

test('an undo is an act like any other: undoing it brings everything back', async () => {
  const { store } = await openTestStore()
  const { id, act } = await store.write(ana, async (db) => ({ id: (await db.add('people', [personRow('QUISPE')]))[0] ?? '', act: db.act }))
  const undoing = await store.write(ana, async (db) => {
    await db.undo(act)
    return db.act
  })
  await store.write(ana, (db) => db.undo(undoing))
  expect(await store.read((db) => db.selectFrom('people').select(['id', 'removedAt']).execute())).toEqual([{ id, removedAt: null }])
})

test('an act that gave a number is never undone', async () => {
  const { store } = await openTestStore()
  const act = await store.write(ana, async (db) => {
    const [seriesId = ''] = await db.add('series', [{ name: 'Certificados', paperKind: 'certificado', unitSiglas: null, book: null, rowsPerFolio: 25, owner: null, pattern: '{corr:3}' }])
    await db.add('seriesCounters', [{ seriesId, year: 2026, last: 1 }])
    return db.act
  })
  await expect(store.write(ana, (db) => db.undo(act))).rejects.toBeInstanceOf(PermanentAct)
  expect(await store.read((db) => db.selectFrom('seriesCounters').select('last').execute())).toEqual([{ last: 1 }])
})
