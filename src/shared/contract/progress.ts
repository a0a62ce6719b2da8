import { z } from 'zod'
import { query } from '../rpc/define.ts'
import { id, isoDate } from './common.ts'

/** What a group needs next. The screen knows where each is done. */
export const nextStep = z.enum(['enrol', 'sessions', 'printSheets', 'takeAttendance', 'scanSheets', 'placeScans', 'identifyWalkIns', 'marks', 'rules', 'decide', 'closeActa', 'issue', 'survey', 'application', 'done'])

export const progress = {
  /** A group at a glance. */
  cohort: query({
    input: z.strictObject({ cohortId: id }),
    output: z.strictObject({
      people: z.number().int(),
      plannedMinutes: z.number().int(),
      minutesPerHour: z.number().int(),
      sessions: z.number().int(),
      sessionsHeld: z.number().int(),
      sessionsTaken: z.number().int(),
      /** Share of the planned minutes attended, of what is written: 0 to 100. */
      share: z.number().nullable(),
      /** One point a session that was held, in order. */
      curve: z.array(z.strictObject({ sessionId: id, day: isoDate, subject: z.string(), share: z.number().nullable(), present: z.number().int(), asked: z.number().int() })),
      /** The least share of attendance that any paper asks; null when none does, and then nobody is at risk. */
      leastShare: z.number().nullable(),
      /** Who can still earn the paper but will not at this pace, or no longer can; the worst first. */
      atRisk: z.array(z.strictObject({ enrolmentId: id, personId: id, name: z.string(), share: z.number().nullable(), isLost: z.boolean(), sentence: z.string() })),
      sheetsMissing: z.array(z.strictObject({ sheetId: id, day: isoDate, subject: z.string(), pages: z.array(z.number().int()) })),
      inTray: z.number().int(),
      walkIns: z.number().int(),
      clashes: z.number().int(),
      undecided: z.number().int(),
      acta: z.strictObject({ id, number: z.string(), isStale: z.boolean() }).nullable(),
      next: z.strictObject({ step: nextStep, sentence: z.string() }),
    }),
    reads: ['*'],
  }),
}
