import type { Migration } from './table.ts'
import { createTable, run } from './table.ts'

/** What was imported, how each layout was read, and who was said to be whom. */
export const imports: Migration = async (db, engine) => {
  await createTable(db, engine, 'imports', {
    id: 'id', at: 'text', who: 'text', fileName: 'text', fileSha256: 'text', act: 'text', editionId: '->? editions',
    rowsRead: 'integer', created: 'integer', updated: 'integer', unchanged: 'integer', skipped: 'integer', rejected: 'integer', enrolled: 'integer',
    details: 'text', removedAt: 'text?',
  }, ['check ("rowsRead" = "created" + "updated" + "unchanged" + "skipped" + "rejected")'])
  await run(db, 'create index "importsByFile" on "imports" ("fileSha256")')
  await createTable(db, engine, 'importLayouts', { id: 'id', fingerprint: 'key', mapping: 'text', removedAt: 'text?' })
  await run(db, 'create unique index "oneMappingALayout" on "importLayouts" ("fingerprint") where "removedAt" is null')
  await createTable(db, engine, 'verdicts', { id: 'id', writing: 'key', personId: '-> people', same: 'integer', removedAt: 'text?' })
  await run(db, 'create unique index "oneVerdictAWriting" on "verdicts" ("writing", "personId") where "removedAt" is null')
}
