import { z } from 'zod'
import { sessionRoles } from '../domain/attendance.ts'
import { modalities } from '../domain/training.ts'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, isoDate, optionalText, saved, text } from './common.ts'

/** Time of day in Lima, `HH:MM` of 24 hours. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const flag = z.union([z.literal(0), z.literal(1)])

export const sessionFields = z.strictObject({
  day: isoDate,
  startsAt: timeOfDay,
  /** Later than `startsAt`, the same day. */
  endsAt: timeOfDay,
  /** Minutes of training: breaks do not count. Never more than from start to end. */
  plannedMinutes: z.number().int().min(1).max(1440),
  subject: text(300),
  module: optionalText(200),
  /** Null: the group's own. */
  place: optionalText(200),
  link: optionalText(500),
  modality: z.enum(modalities).nullable(),
  /** Whether who misses it cannot earn the papers whose rule asks for the required sessions. */
  isRequired: flag,
})
export const session = sessionFields.extend({ id, cohortId: id, removedAt: z.string().nullable() })

export const sessionRole = z.enum(sessionRoles)
export const sessionSpeaker = z.strictObject({ id, sessionId: id, personId: id, role: sessionRole, position: z.number().int(), removedAt: z.string().nullable() })

const speakerChoice = z.strictObject({ personId: id, role: sessionRole })

export const sessionSeen = session.omit({ removedAt: true }).extend({
  speakers: z.array(z.strictObject({ personId: id, name: z.string(), role: sessionRole })),
  /** Of how many of the group's participants attendance is written, and of how many it is asked. */
  taken: z.number().int(),
  participants: z.number().int(),
  /** Of those whose attendance is written and asked for: share of their planned minutes that was attended, 0 to 100; null while there is none. */
  attendedShare: z.number().nullable(),
  /** Pages of its sign-in sheets, and how many of them have come back as a scan. */
  pages: z.number().int(),
  pagesBack: z.number().int(),
  /** Files kept as evidence of the session itself, pages of its sheets apart. */
  evidence: z.number().int(),
  /** Those who signed or joined and are not known yet. */
  walkIns: z.number().int(),
})

/** A row of a sheet of sessions, as it would enter. */
const sheetRow = z.strictObject({
  /** As the office counts, from 1. */
  row: z.number().int(),
  fields: sessionFields.nullable(),
  /** Names as written, and whom they are taken for. */
  speakers: z.array(z.strictObject({ written: z.string(), personId: id.nullable(), name: z.string().nullable() })),
  /** What keeps it out, or what should be looked at, as sentences. */
  problems: z.array(z.string()),
  warnings: z.array(z.string()),
})

export const sessions = {
  /** Of a group, or of all groups of an edition, in order of day and time. */
  list: query({
    input: z.strictObject({ cohortId: id.optional(), editionId: id.optional() }),
    output: z.array(sessionSeen),
    reads: ['sessions', 'attendance', 'enrolments', 'people', 'programmes', 'sheets', 'evidence'],
  }),
  create: command({ input: z.strictObject({ cohortId: id, fields: sessionFields, speakers: z.array(speakerChoice).max(20).default([]) }), output: saved, changes: ['sessions'] }),
  /** Refused when minutes already written would be more than the session's. */
  update: command({ input: z.strictObject({ id, fields: sessionFields.partial() }), output: saved, changes: ['sessions'] }),
  /** Refused while attendance is written in it, or a signed page or a file proves it. Sheets printed for it alone go with it. */
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['sessions', 'sheets'] }),
  /** Replaces the whole list, in the order given. */
  setSpeakers: command({ input: z.strictObject({ id, speakers: z.array(speakerChoice).max(20) }), output: saved, changes: ['sessions'] }),
  /** The same session on other days (domain `repeatedDays` makes them from a pattern); days on which it already stands are left. */
  repeat: command({ input: z.strictObject({ id, days: z.array(isoDate).min(1).max(200) }), output: z.strictObject({ ids: z.array(id), alreadyThere: z.number().int(), act: id }), changes: ['sessions'] }),
  /** All sessions of a group for other groups of any edition; the first one falls on `startsOn`, the others keep their distance. */
  copy: command({
    input: z.strictObject({ fromCohortId: id, toCohortIds: z.array(id).min(1).max(100), startsOn: isoDate.nullable(), withSpeakers: z.boolean().default(true) }),
    output: z.strictObject({ ids: z.array(id), alreadyThere: z.number().int(), act: id }),
    changes: ['sessions'],
  }),
  /** Reads a programme of sessions (xlsx, csv) without writing. */
  readSheet: job({
    input: z.strictObject({ file: fileRef, cohortId: id }),
    output: z.strictObject({ fileName: z.string(), sheet: z.string(), rows: z.array(sheetRow), columns: z.array(z.strictObject({ label: z.string(), field: z.string() })), notes: z.array(z.string()) }),
    changes: [],
  }),
  /** Writes the rows without problems, but those of `skip`; sessions of the same day, time and subject are left as they are. */
  importSheet: job({
    input: z.strictObject({ file: fileRef, cohortId: id, skip: z.array(z.number().int()).max(2000).default([]) }),
    output: z.strictObject({ created: z.number().int(), alreadyThere: z.number().int(), rejected: z.number().int(), act: id }),
    changes: ['sessions'],
  }),
  /** An empty sheet with the columns that `readSheet` knows, and an example row. */
  sheetTemplate: job({ input: z.strictObject({ cohortId: id }), output: fileRef, changes: [] }),
}
