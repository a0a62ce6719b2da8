import type { contract } from '../../shared/contract/index.ts'
import { say } from '../../shared/messages/messages.ts'
import type { Handlers, JobContext } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import { drawSignSheets } from '../documents/drawing-batch.ts'
import type { SignSheets } from '../documents/sign-sheet-model.ts'
import { live } from './live.ts'
import { planSheets } from './sheets/plan.ts'
import { sheetsSeen, sheetWhole } from './sheets/seen.ts'

export const sheets: Handlers<typeof contract.sheets> = {
  print: async (context, input) => {
    const { write, files, language } = context
    const { sheets: printed, paper, groupName, day } = await write((db) => planSheets(db, input, { language, today: context.today(), now: context.now() }))
    // What may be cut from a long name is its end, never the day.
    const file = await files.write(`${paper.title} ${day} - ${groupName}.pdf`, drawn(context, paper))
    return { file, sheets: printed }
  },
  list: async ({ db }, { cohortId }) => {
    await live(db, 'cohorts', cohortId, 'cohorts.missing')
    return sheetsSeen(db, cohortId)
  },
  get: ({ db }, { id }) => sheetWhole(db, id),
  remove: async ({ db }, { id }) => {
    const { code, pagesBack } = await sheetWhole(db, id)
    if (pagesBack.length > 0) refuse('sheets.hasPages', { code, n: pagesBack.length })
    await db.remove('sheets', id)
    return { id, act: db.act }
  },
}

/** The pieces of the file as they are drawn, telling how far it is. */
async function* drawn({ signal, step, language }: JobContext, paper: SignSheets): AsyncGenerator<Uint8Array> {
  const total = paper.sheets.length
  let done = 0
  const tell = (): Promise<void> => step({ done, total, note: say(language, 'sheets.drawing', { done, total }) })
  await tell()
  for await (const piece of drawSignSheets(paper, { signal, onProgress: (sheet) => (done = sheet) })) {
    await tell()
    yield piece
  }
}
