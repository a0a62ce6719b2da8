import { z } from 'zod'
import { job } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, isoDate } from './common.ts'
import { timeOfDay } from './sessions.ts'

/** How the minutes of a video meeting become attendance. */
export const meetingSettings = z.strictObject({
  cohortId: id,
  files: z.array(fileRef).min(1).max(60),
  /** Minutes late, or gone before the end, that still count as present. */
  tolerance: z.number().int().min(0).max(120).default(15),
  /** People of the group that are in no row of a file are written as absent. */
  absentOthers: z.boolean().default(true),
  decisions: z
    .strictObject({
      /** By the file's place in `files`: an existing session, 'new' to make one, or null to leave the file. */
      sessions: z.array(z.strictObject({ file: z.number().int().min(0), session: z.union([id, z.literal('new')]).nullable() })).max(60).default([]),
      /** Who a name of the files is: `enrolmentId`, or null for a stranger. Remembered for the next meeting. */
      people: z.array(z.strictObject({ key: z.string().max(400), enrolmentId: id.nullable() })).max(5000).default([]),
    })
    .prefault({}),
})

const matchSeen = z.strictObject({
  enrolmentId: id,
  personId: id,
  name: z.string(),
  /** `sure` needs nobody; `likely` is proposed and taken; `doubt` is not taken until somebody says yes. */
  confidence: z.enum(['sure', 'likely', 'doubt']),
  /** Why, as a sentence. */
  reason: z.string(),
  remembered: z.boolean(),
})

const guestSeen = z.strictObject({
  /** What `decisions.people` names. */
  key: z.string(),
  names: z.array(z.string()),
  email: z.string().nullable(),
  joins: z.number().int(),
  /** Minutes in the meeting, joined over all joins, overlaps once. */
  minutes: z.number().int(),
  /** Those inside the session, never more than it plans: what would be written. */
  counted: z.number().int(),
  status: z.string(),
  match: matchSeen.nullable(),
  others: z.array(z.strictObject({ enrolmentId: id, name: z.string(), reason: z.string() })),
})

const meetingSeen = z.strictObject({
  file: z.number().int(),
  fileName: z.string(),
  /** Zoom, Teams, Meet; null when it is none that is known: then `problem` says why. */
  platform: z.enum(['zoom', 'teams', 'meet']).nullable(),
  topic: z.string().nullable(),
  day: isoDate.nullable(),
  startsAt: timeOfDay.nullable(),
  endsAt: timeOfDay.nullable(),
  /** The session it is taken for. `sessionId` null and `makesNew`: one is made. */
  sessionId: id.nullable(),
  makesNew: z.boolean(),
  sessionLabel: z.string().nullable(),
  /** Why it cannot be used, as a sentence. */
  problem: z.string().nullable(),
  notes: z.array(z.string()),
  guests: z.array(guestSeen),
  matched: z.number().int(),
  doubtful: z.number().int(),
  strangers: z.number().int(),
  /** Names of the group's participants in no row. */
  missing: z.array(z.string()),
})

export const meetings = {
  /** Reads exports of video meetings, in any language and order, and says who was there. Writes nothing. */
  read: job({ input: meetingSettings, output: z.strictObject({ meetings: z.array(meetingSeen), sessions: z.array(z.strictObject({ id, label: z.string() })), minutes: z.number().int() }), changes: [] }),
  /** Writes what `read` said in one transaction: attendance with minutes, strangers to be identified later, the files as evidence. */
  write: job({
    input: meetingSettings,
    output: z.strictObject({ act: id, sessionsMade: z.number().int(), written: z.number().int(), absent: z.number().int(), strangers: z.number().int(), leftOut: z.array(z.string()) }),
    changes: ['attendance', 'sessions', 'evidence'],
  }),
}
