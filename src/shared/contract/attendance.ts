import { z } from 'zod'
import { attendanceCodes, attendanceSources } from '../domain/attendance.ts'
import { command, query } from '../rpc/define.ts'
import { id, isoDate, moment, optionalText, saved, text } from './common.ts'
import { enrolmentRole, enrolmentState } from './enrolments.ts'
import { flag, timeOfDay } from './sessions.ts'

/** What an office says of one of the five statuses, or a status of its own. */
export const attendanceStatus = z.strictObject({
  id,
  /** Which of the five it changes; null for the office's own. */
  code: z.enum(attendanceCodes).nullable(),
  name: optionalText(40),
  letter: z.string().regex(/^[A-ZÑ0-9]$/),
  share: z.number().int().min(0).max(100),
  exempts: flag,
  position: z.number().int(),
  removedAt: z.string().nullable(),
})

/** One person in one session. */
export const attendanceRow = z.strictObject({
  id,
  sessionId: id,
  enrolmentId: id,
  /** One of the five codes, or the id of the office's own status. */
  status: z.string().min(1).max(40),
  /** Minutes attended as written; null: what the status counts. */
  minutes: z.number().int().min(0).max(1440).nullable(),
  source: z.enum(attendanceSources),
  /** Why she is excused, who justified it. */
  note: optionalText(300),
  removedAt: z.string().nullable(),
})

/** Somebody who signed or joined and is not in the list: known later, or never. */
export const walkIn = z.strictObject({
  id,
  sessionId: id,
  /** Page and row of the sheet where the name stands; null for a stranger of a video meeting. */
  sheetId: id.nullable(),
  page: z.number().int().nullable(),
  row: z.number().int().nullable(),
  writtenName: text(200),
  writtenDocument: optionalText(20),
  writtenOrganisation: optionalText(200),
  status: z.string().min(1).max(40),
  minutes: z.number().int().min(0).max(1440).nullable(),
  source: z.enum(attendanceSources),
  /** Who it turned out to be. */
  enrolmentId: id.nullable(),
  removedAt: z.string().nullable(),
})

const statusSeen = z.strictObject({
  /** The code of one of the five, or the id of an own one: what `attendance.set` takes. */
  key: z.string(),
  code: z.enum(attendanceCodes).nullable(),
  /** In the reader's language where the office gave no name. */
  name: z.string(),
  letter: z.string(),
  share: z.number().int(),
  exempts: z.boolean(),
})

export const gridSession = z.strictObject({ id, day: isoDate, startsAt: timeOfDay, endsAt: timeOfDay, plannedMinutes: z.number().int(), subject: z.string(), isRequired: flag })
export const gridPerson = z.strictObject({ enrolmentId: id, personId: id, name: z.string(), documentNumber: z.string().nullable(), organisationName: z.string().nullable(), role: enrolmentRole, state: enrolmentState })

/** Somebody marked as attending two sessions at the same time. */
const clash = z.strictObject({ personId: id, name: z.string(), day: isoDate, here: z.string(), there: z.string(), sentence: z.string() })

const cellToSet = z.strictObject({
  sessionId: id,
  enrolmentId: id,
  /** Null takes the mark away. */
  status: z.string().min(1).max(40).nullable(),
  minutes: z.number().int().min(0).max(1440).nullable().default(null),
  /** Not given: the note stays. */
  note: optionalText(300).optional(),
})

export const attendance = {
  /** The five and the office's own, in the order of the legend. */
  statuses: query({ input: z.strictObject({}), output: z.array(statusSeen), reads: ['statuses'] }),
  /** `key`: the status that changes, as `statuses` gives it; null for a new one. Refused when the letter is taken. */
  saveStatus: command({
    input: z.strictObject({ key: z.string().max(40).nullable(), name: optionalText(40), letter: z.string().regex(/^[A-ZÑ0-9]$/), share: z.number().int().min(0).max(100), exempts: z.boolean() }),
    output: saved,
    changes: ['statuses', 'attendance'],
  }),
  /** An own status; refused while it is in use. One of the five goes back to what it usually counts. */
  removeStatus: command({ input: z.strictObject({ key: z.string().max(40) }), output: saved, changes: ['statuses', 'attendance'] }),
  /** The group's people × sessions. Participants first in alphabetical order. */
  grid: query({
    input: z.strictObject({ cohortId: id }),
    output: z.strictObject({
      sessions: z.array(gridSession),
      people: z.array(gridPerson),
      /** `cells[person][session]`: '' nothing yet, `present`, `late:150` (domain/attendance.ts). */
      cells: z.array(z.array(z.string())),
      /** Cells with a note, as `enrolmentId sessionId`. */
      noted: z.array(z.string()),
      statuses: z.array(statusSeen),
      today: isoDate,
    }),
    reads: ['sessions', 'attendance', 'statuses', 'enrolments', 'people', 'organisations'],
  }),
  /** Refused, all of it, when minutes are more than the session's or a session and a person are not of one group. */
  set: command({
    input: z.strictObject({ cells: z.array(cellToSet).min(1).max(20_000), source: z.enum(attendanceSources).default('typed') }),
    output: z.strictObject({ changed: z.number().int(), act: id, clashes: z.array(clash) }),
    changes: ['attendance'],
  }),
  /** One cell whole. */
  cell: query({
    input: z.strictObject({ sessionId: id, enrolmentId: id }),
    output: z.strictObject({ id: id.nullable(), status: z.string().nullable(), minutes: z.number().int().nullable(), source: z.enum(attendanceSources).nullable(), note: z.string().nullable(), at: moment.nullable(), who: z.string().nullable() }),
    reads: ['attendance'],
  }),
  /** People of the group marked as attending two sessions at one time, here and in any group. */
  clashes: query({ input: z.strictObject({ cohortId: id }), output: z.array(clash), reads: ['attendance', 'sessions', 'enrolments', 'people'] }),
}

const walkInFields = walkIn.omit({ id: true, sessionId: true, enrolmentId: true, removedAt: true })
const walkInSeen = walkIn.omit({ removedAt: true }).extend({
  day: isoDate,
  sessionSubject: z.string(),
  personName: z.string().nullable(),
  /** Who it may be, best first, each with why: among the group's people and then everybody. */
  maybe: z.array(z.strictObject({ personId: id, enrolmentId: id.nullable(), name: z.string(), documentNumber: z.string().nullable(), reason: z.string() })),
})

export const walkIns = {
  list: query({
    input: z.strictObject({ cohortId: id.optional(), sessionId: id.optional(), onlyUnknown: z.boolean().default(false) }),
    output: z.array(walkInSeen),
    reads: ['attendance', 'sessions', 'people', 'enrolments'],
  }),
  add: command({ input: z.strictObject({ sessionId: id, fields: walkInFields }), output: saved, changes: ['attendance'] }),
  update: command({ input: z.strictObject({ id, fields: walkInFields.partial() }), output: saved, changes: ['attendance'] }),
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['attendance'] }),
  /** Says who it was: enrols her in the group where she is not, and writes her attendance. `others`: the same writing in the group's other sessions too. */
  identify: command({
    input: z.strictObject({ id, personId: id, others: z.boolean().default(false) }),
    output: z.strictObject({ enrolmentId: id, enrolled: z.boolean(), written: z.number().int(), act: id }),
    changes: ['attendance', 'enrolments'],
  }),
  /** Sets who was taken for the wrong person back to unknown. The mark that `identify` wrote goes, or is what it was before, unless it was changed since; the enrolment stays. `others`: the same writing in the group's other sessions too. */
  release: command({
    input: z.strictObject({ id, others: z.boolean().default(false) }),
    output: z.strictObject({ released: z.number().int(), written: z.number().int(), act: id }),
    changes: ['attendance'],
  }),
}
