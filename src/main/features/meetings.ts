import type { contract } from '../../shared/contract/index.ts'
import { say } from '../../shared/messages/messages.ts'
import type { Handlers } from '../core/context.ts'
import { planWith, prepareMeetings } from './meetings/prepare.ts'
import { meetingsSeen } from './meetings/present.ts'
import { handMadeCells, rememberDecisions, writeMeetings } from './meetings/write.ts'

export const meetings: Handlers<typeof contract.meetings> = {
  read: async (context, settings) => {
    const prepared = await prepareMeetings(context, settings)
    await context.step({ done: settings.files.length, total: settings.files.length, note: say(context.language, 'meetings.step.comparing') })
    return context.read(async (db) => {
      const plan = await planWith(db, settings, prepared, context.today())
      const sessionIds = plan.sessions.flatMap((session) => (session.target.kind === 'known' ? [session.target.id] : []))
      return meetingsSeen(context.language, plan, await handMadeCells(db, sessionIds))
    })
  },
  write: async (context, settings) => {
    const prepared = await prepareMeetings(context, settings)
    await context.step({ done: settings.files.length, total: settings.files.length, note: say(context.language, 'meetings.step.writing') })
    const { result, plan } = await writeMeetings(context, settings, prepared)
    await rememberDecisions(context, settings, plan)
    return result
  },
}
