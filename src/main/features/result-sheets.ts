import type { contract } from '../../shared/contract/index.ts'
import { say } from '../../shared/messages/messages.ts'
import type { Handlers } from '../core/context.ts'
import { planSheet } from './result-sheets/plan.ts'
import { courseOf, prepareSheet } from './result-sheets/prepare.ts'
import { sheetSeen } from './result-sheets/present.ts'
import { writePlan } from './result-sheets/write.ts'

export const resultSheets: Handlers<typeof contract.resultSheets> = {
  read: async (context, settings) => {
    const prepared = await prepareSheet(context, settings)
    const course = await context.read((db) => courseOf(db, settings.cohortId, context.today()))
    return sheetSeen(context.language, settings.file.name, prepared, planSheet(prepared.list, settings, course), course)
  },
  write: async (context, settings) => {
    const prepared = await prepareSheet(context, settings)
    await context.step({ done: 0, total: prepared.list.rows.length, note: say(context.language, 'resultSheets.writing') })
    return context.write(async (db) => {
      const course = await courseOf(db, settings.cohortId, context.today())
      return writePlan(db, planSheet(prepared.list, settings, course), course)
    })
  },
}
