import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../core/context.ts'
import { factsOf } from './counting/facts.ts'
import { countedIn } from './dashboard/counted.ts'
import { dueThings } from './dashboard/due.ts'
import { overviewFigures } from './dashboard/figures.ts'
import { peopleBehind } from './dashboard/people.ts'
import { targetsAgainstTime } from './dashboard/progress.ts'

export const dashboard: Handlers<typeof contract.dashboard> = {
  overview: async (context, asked) => {
    const facts = await factsOf(context)
    return {
      ...overviewFigures(facts, asked),
      progress: await targetsAgainstTime(context),
      due: await dueThings(context),
    }
  },
  people: async (context, asked) => {
    const facts = await factsOf(context)
    return peopleBehind(context.db, countedIn(facts, asked), asked)
  },
}
