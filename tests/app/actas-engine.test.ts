import { expect, it } from 'vitest'
import { answerTo } from '../support/engine-answer.ts'
import { openApp } from '../support/open-app.ts'
import { aGroupWithResults } from './actas-support.ts'

/** A copy of a closed record under another id and number, with these columns said anew. */
const copyOf = (id: string, said: Readonly<Record<string, string>>): string => {
  const columns = ['id', 'cohortId', 'seriesId', 'year', 'correlative', 'number', 'drawnUpOn', 'closedAt', 'closedBy', 'replacesId', 'replaceReason', 'frozen', 'frozenHash']
  const names = columns.map((column) => `"${column}"`)
  return `insert into "actas" (${names.join(', ')}) select ${columns.map((column, at) => said[column] ?? names[at]).join(', ')} from "actas" where "id" = '${id}'`
}

it('the engine refuses to change or delete a closed record or a line of it', async () => {
  const opened = await openApp()
  const { cohortId } = await aGroupWithResults(opened)
  const { id } = await opened.api.actas.close({ cohortId })
  const before = await opened.tables()
  const attempts = [
    `update "actas" set "number" = 'otro' where "id" = '${id}'`,
    `delete from "actas" where "id" = '${id}'`,
    `update "actaLines" set "papers" = '["certificado"]' where "actaId" = '${id}'`,
    `delete from "actaLines" where "actaId" = '${id}'`,
  ]
  const answers: string[] = []
  for (const attempt of attempts) answers.push(await answerTo(opened, attempt))
  expect(answers).toEqual(['actas is append-only', 'actas is append-only', 'actaLines is append-only', 'actaLines is append-only'].map((answer) => expect.stringContaining(answer) as string))
  expect(await opened.tables()).toEqual(before)
})

it('the engine refuses a second live record of a group, a second that replaces the same one, and a number given twice', async () => {
  const opened = await openApp()
  const { cohortId } = await aGroupWithResults(opened)
  const { id } = await opened.api.actas.close({ cohortId })
  const second = `'0193a1b2-0000-7000-8000-000000000002'`
  const third = `'0193a1b2-0000-7000-8000-000000000003'`
  expect(await answerTo(opened, copyOf(id, { id: second, correlative: '2' }))).toMatch(/unique/i)
  expect(await answerTo(opened, copyOf(id, { id: second, replacesId: `'${id}'` }))).toMatch(/unique/i)
  expect(await answerTo(opened, copyOf(id, { id: second, correlative: '2', replacesId: `'${id}'` }))).toBe('')
  expect(await answerTo(opened, copyOf(id, { id: third, correlative: '3', replacesId: `'${id}'` }))).toMatch(/unique/i)
  expect((await opened.api.actas.list({ cohortId })).map((row) => row.replacedBy?.id ?? null)).toContain(second.replaceAll(`'`, ''))
})
