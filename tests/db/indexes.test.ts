import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openTestStore } from './open-store.ts'

/** The index that SQLite reads for a question, and how: "SEARCH people USING INDEX peopleByName (nameKey=?)". */
async function planOf(question: string): Promise<string> {
  const { file } = await openTestStore()
  const raw = new Sqlite(file, { readonly: true })
  const steps = raw.prepare(`explain query plan ${question}`).all() as { detail: string }[]
  raw.close()
  return steps.map((step) => step.detail).join(', ')
}

test.each([
  ['namesakes', `select * from people where "nameKey" in ('a', 'b', 'c') and "removedAt" is null`, 'SEARCH people USING INDEX peopleByName (nameKey=?)'],
  ['documents', `select * from people where "documentType" = '01' and "documentNumber" in ('1', '2') and "removedAt" is null`, 'SEARCH people USING INDEX peopleByDocument (documentType=? AND documentNumber=?)'],
  ['names of organisations', `select id from organisations where "nameKey" in ('a', 'b') and "removedAt" is null`, 'SEARCH organisations USING INDEX organisationsByName (nameKey=?)'],
  ['a piece of a name', `select id from people where "removedAt" is null and "searchKey" like '%a%' order by "sortKey", id limit 100`, 'SCAN people USING COVERING INDEX peopleInOrder'],
  ['a window of the register', `select id from certificates order by year desc, "seriesId", correlative limit 100`, 'SCAN certificates USING INDEX certificatesInOrder'],
])('%s are found by their own index', async (_what, question, plan) => {
  expect(await planOf(question)).toBe(plan)
})
