import { z } from 'zod'
import { ruleKinds, verdicts } from '../domain/eligibility.ts'
import { markKinds, markRoundings, retakeRules } from '../domain/marks.ts'
import { paperKinds } from '../domain/training.ts'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { gridPerson } from './attendance.ts'
import { id, isoDate, optionalText, saved, text } from './common.ts'
import { flag } from './sessions.ts'

const paperKind = z.enum(paperKinds)

/** What a course says of its results: one row an edition; without one, the usual. */
export const courseSettings = z.strictObject({
  id,
  editionId: id,
  /** Papers are given without a record of results: talks, assemblies. */
  withoutActa: flag,
  markRounding: z.enum(markRoundings),
  retakes: z.enum(retakeRules),
  removedAt: z.string().nullable(),
})

export const markItemFields = z.strictObject({
  name: text(120),
  kind: z.enum(markKinds),
  /** Share in the final mark against the other items; 0 does not count. */
  weight: z.number().min(0).max(1000),
  scaleMin: z.number().min(0).max(1000),
  scaleMax: z.number().min(0.01).max(1000),
})
export const markItem = markItemFields.extend({ id, editionId: id, position: z.number().int(), removedAt: z.string().nullable() })

export const mark = z.strictObject({
  id,
  markItemId: id,
  enrolmentId: id,
  /** 1, then 2 for the first retake. */
  attempt: z.number().int().min(1).max(9),
  /** Null: no se presentó. */
  value: z.number().nullable(),
  removedAt: z.string().nullable(),
})

/** What a course asks for beside hours and marks: yes or no. */
export const requirementFields = z.strictObject({ name: text(200), dueOn: isoDate.nullable() })
export const requirement = requirementFields.extend({ id, editionId: id, position: z.number().int(), removedAt: z.string().nullable() })
export const requirementCheck = z.strictObject({ id, requirementId: id, enrolmentId: id, met: flag, removedAt: z.string().nullable() })

export const courseRuleFields = z.strictObject({
  /** Least share of the planned minutes, percent; null: attendance is not asked. */
  leastShare: z.number().min(0).max(100).nullable(),
  /** Whether every session marked as required must have been attended. */
  needsRequired: flag,
  /** Least final mark, on the scale 0–20 that the final mark has; null: no mark is asked. */
  leastMark: z.number().min(0).max(20).nullable(),
})
/** What one kind of paper of an edition asks. No row: that kind is not given by this course. */
export const courseRule = courseRuleFields.extend({
  id,
  editionId: id,
  paperKind,
  /** JSON: ids of the requirements it asks. */
  requirementIds: z.string(),
  removedAt: z.string().nullable(),
})

/** A rule that somebody with the power to do so set aside for a person, by name. */
export const exceptionFields = z.strictObject({
  paperKind,
  /** Which rule is set aside; `all`: every one. */
  rule: z.enum([...ruleKinds, 'all']),
  reason: text(500),
  /** Name and post of who granted it. */
  grantedBy: text(200),
  /** Memorando, resolución… */
  document: optionalText(120),
  grantedOn: isoDate,
})
export const exceptionRow = exceptionFields.extend({ id, enrolmentId: id, removedAt: z.string().nullable() })

const requirementSeen = requirement.omit({ removedAt: true, editionId: true, position: true })
const itemSeen = markItem.omit({ removedAt: true, editionId: true, position: true })

export const marks = {
  items: query({ input: z.strictObject({ editionId: id }), output: z.array(itemSeen), reads: ['marks'] }),
  /** `id` null adds one at the end. Refused when a mark already written would fall off the scale. */
  saveItem: command({ input: z.strictObject({ editionId: id, id: id.nullable(), fields: markItemFields }), output: saved, changes: ['marks'] }),
  orderItems: command({ input: z.strictObject({ editionId: id, ids: z.array(id).min(1).max(200) }), output: saved, changes: ['marks'] }),
  /** Refused while it has marks. */
  removeItem: command({ input: z.strictObject({ id }), output: saved, changes: ['marks'] }),
  /** The group's participants × items and requirements, with what comes of it. */
  grid: query({
    input: z.strictObject({ cohortId: id }),
    output: z.strictObject({
      items: z.array(itemSeen),
      requirements: z.array(requirementSeen),
      people: z.array(gridPerson),
      /** `cells[person][item]`: attempts in order, `10|14` (domain/marks.ts). */
      cells: z.array(z.array(z.string())),
      /** `checks[person][requirement]`: '' not said, '1' yes, '0' no. */
      checks: z.array(z.array(z.string())),
      /** Final mark 0–20 as the course rounds it, null while something is missing; gain is exit minus entry, on 0–20. */
      finals: z.array(z.strictObject({ mark: z.number().nullable(), gain: z.number().nullable() })),
      averages: z.strictObject({ entry: z.number().nullable(), exit: z.number().nullable(), gain: z.number().nullable(), mark: z.number().nullable() }),
    }),
    reads: ['marks', 'rules', 'enrolments', 'people', 'organisations'],
  }),
  /** Refused, all of it, when a mark is off its item's scale; the sentence says whose and which. `value` null erases that attempt. */
  set: command({
    input: z.strictObject({ cells: z.array(z.strictObject({ markItemId: id, enrolmentId: id, attempt: z.number().int().min(1).max(9).default(1), value: z.union([z.number().min(0).max(1000), z.literal('NP')]).nullable() })).min(1).max(20_000) }),
    output: z.strictObject({ changed: z.number().int(), act: id }),
    changes: ['marks'],
  }),
  /** `met` null: not said. */
  check: command({
    input: z.strictObject({ cells: z.array(z.strictObject({ requirementId: id, enrolmentId: id, met: z.boolean().nullable() })).min(1).max(20_000) }),
    output: z.strictObject({ changed: z.number().int(), act: id }),
    changes: ['marks'],
  }),
}

export const rules = {
  get: query({
    input: z.strictObject({ editionId: id }),
    output: z.strictObject({
      withoutActa: z.boolean(),
      markRounding: z.enum(markRoundings),
      retakes: z.enum(retakeRules),
      requirements: z.array(requirementSeen),
      papers: z.array(courseRuleFields.extend({ paperKind, requirementIds: z.array(id) })),
    }),
    reads: ['rules', 'marks'],
  }),
  /** Refused to go without a record of results once a group of the edition has a closed one. */
  configure: command({
    input: z.strictObject({ editionId: id, withoutActa: z.boolean().optional(), markRounding: z.enum(markRoundings).optional(), retakes: z.enum(retakeRules).optional() }),
    output: saved,
    changes: ['rules', 'marks', 'certificates'],
  }),
  setPaper: command({ input: z.strictObject({ editionId: id, paperKind, rule: courseRuleFields, requirementIds: z.array(id).max(50).default([]) }), output: saved, changes: ['rules'] }),
  /** The course no longer gives that kind of paper. */
  removePaper: command({ input: z.strictObject({ editionId: id, paperKind }), output: saved, changes: ['rules'] }),
  saveRequirement: command({ input: z.strictObject({ editionId: id, id: id.nullable(), fields: requirementFields }), output: saved, changes: ['rules', 'marks'] }),
  /** Leaves the rules that asked it. Refused while it is checked for somebody. */
  removeRequirement: command({ input: z.strictObject({ id }), output: saved, changes: ['rules', 'marks'] }),
}

const verdict = z.enum(verdicts)

/** How many people came to what: each once. */
export const resultCounts = z.strictObject({ certificado: z.number().int(), constancia: z.number().int(), none: z.number().int(), undecided: z.number().int(), withdrawn: z.number().int() })

const reasonSeen = z.strictObject({
  rule: z.enum(ruleKinds),
  verdict,
  /** "Asistió 18 de 24 h (75 %): le faltan 1 h 12 min para el 80 %". */
  sentence: z.string(),
  /** What would be enough; null when it is met, or can no longer be. */
  enough: z.string().nullable(),
  /** An exception sets it aside. */
  excepted: z.boolean(),
})
export const paperVerdict = z.strictObject({ paperKind, verdict, reasons: z.array(reasonSeen) })

const resultSeen = z.strictObject({
  enrolmentId: id,
  personId: id,
  cohortId: id,
  name: z.string(),
  documentNumber: z.string().nullable(),
  isWithdrawn: z.boolean(),
  /** Minutes: of the sessions asked of her, attended, and of sessions where nothing is written yet. */
  plannedMinutes: z.number().int(),
  attendedMinutes: z.number(),
  openMinutes: z.number().int(),
  /** attended of planned, 0 to 100, two decimals. */
  share: z.number().nullable(),
  mark: z.number().nullable(),
  entry: z.number().nullable(),
  exit: z.number().nullable(),
  gain: z.number().nullable(),
  papers: z.array(paperVerdict),
  /** The most fitting paper earned; null for none. */
  earns: paperKind.nullable(),
  /** Over all papers: undecided while any is. */
  verdict,
  exceptions: z.array(exceptionRow.omit({ removedAt: true, enrolmentId: true })),
})

export const eligibility = {
  /** The participants of a group or of all groups of an edition, in alphabetical order, each with every reason. */
  list: query({
    input: z.strictObject({ cohortId: id.optional(), editionId: id.optional() }),
    output: z.strictObject({
      people: z.array(resultSeen),
      hasRules: z.boolean(),
      minutesPerHour: z.number().int(),
      counts: resultCounts,
    }),
    reads: ['attendance', 'sessions', 'statuses', 'marks', 'rules', 'exceptions', 'enrolments', 'people', 'programmes'],
  }),
  /** One person of a group: the verdict, and behind it every session and every mark. From a certificate, "her hours". */
  person: query({
    input: z.strictObject({ enrolmentId: id }),
    output: z.strictObject({
      result: resultSeen,
      cohortName: z.string(),
      editionId: id,
      minutesPerHour: z.number().int(),
      sessions: z.array(z.strictObject({ id, day: isoDate, startsAt: z.string(), endsAt: z.string(), subject: z.string(), plannedMinutes: z.number().int(), status: z.string().nullable(), statusName: z.string().nullable(), countedMinutes: z.number(), note: z.string().nullable(), source: z.string().nullable(), pages: z.array(z.strictObject({ evidenceId: id, page: z.number().int().nullable(), fileName: z.string() })) })),
      marks: z.array(z.strictObject({ item: z.string(), weight: z.number(), cell: z.string(), scaleMax: z.number() })),
      requirements: z.array(z.strictObject({ name: z.string(), met: z.boolean().nullable() })),
      acta: z.strictObject({ id, number: z.string() }).nullable(),
      certificates: z.array(z.strictObject({ id, number: z.string(), paperKind: z.string() })),
    }),
    reads: ['attendance', 'sessions', 'statuses', 'marks', 'rules', 'exceptions', 'enrolments', 'people', 'programmes', 'evidence', 'certificates', 'actas'],
  }),
  grant: command({ input: z.strictObject({ enrolmentIds: z.array(id).min(1).max(500), fields: exceptionFields }), output: z.strictObject({ granted: z.number().int(), act: id }), changes: ['exceptions'] }),
  revoke: command({ input: z.strictObject({ id }), output: saved, changes: ['exceptions'] }),
}

/** What a column of a sheet of results is. `new…`: made with the column's label. */
export const resultColumn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ignore') }),
  z.strictObject({ kind: z.literal('name') }),
  z.strictObject({ kind: z.literal('document') }),
  z.strictObject({ kind: z.literal('email') }),
  z.strictObject({ kind: z.literal('session'), sessionId: id }),
  z.strictObject({ kind: z.literal('newSession') }),
  z.strictObject({ kind: z.literal('mark'), markItemId: id, attempt: z.number().int().min(1).max(9).default(1) }),
  /** `attemptOf`: the second attempt of the mark that this other column makes. */
  z.strictObject({ kind: z.literal('newMark'), attemptOf: z.number().int().min(0).max(400).optional() }),
  z.strictObject({ kind: z.literal('requirement'), requirementId: id }),
  z.strictObject({ kind: z.literal('newRequirement') }),
])

const resultSheetSettings = z.strictObject({
  file: fileRef,
  cohortId: id,
  sheet: z.string().max(200).optional(),
  columns: z.array(z.strictObject({ column: z.number().int().min(0).max(400), as: resultColumn })).max(400).default([]),
  /** A session column's empty cell says absent; otherwise it says nothing. */
  emptyIsAbsent: z.boolean().default(true),
  /** Day of the sessions that are made, in the order of their columns; without it they fall on the group's days. */
  newSessions: z.array(z.strictObject({ column: z.number().int(), day: isoDate, startsAt: z.string(), endsAt: z.string(), plannedMinutes: z.number().int().min(1).max(1440) })).max(400).default([]),
  /** Who a row is, by row number; null: nobody of the group. */
  people: z.array(z.strictObject({ row: z.number().int(), enrolmentId: id.nullable() })).max(20_000).default([]),
})

/** Sheets whose rows are people and whose columns are sessions, marks or requirements: a form's columns, a teacher's list. */
export const resultSheets = {
  read: job({
    input: resultSheetSettings,
    output: z.strictObject({
      fileName: z.string(),
      sheets: z.array(z.string()),
      sheet: z.string(),
      columns: z.array(z.strictObject({ column: z.number().int(), letter: z.string(), label: z.string(), as: resultColumn, why: z.string(), samples: z.array(z.string()), problems: z.number().int() })),
      rows: z.number().int(),
      matched: z.number().int(),
      /** Rows of nobody known, each with why; `maybe`: who it might be. */
      unmatched: z.array(z.strictObject({ row: z.number().int(), written: z.string(), reason: z.string(), maybe: z.array(z.strictObject({ enrolmentId: id, name: z.string() })) })),
      /** Cells that cannot be read or are off the scale: they stay out. */
      problems: z.array(z.strictObject({ row: z.number().int(), column: z.number().int(), written: z.string(), sentence: z.string() })),
      newSessions: z.array(z.strictObject({ column: z.number().int(), label: z.string(), day: isoDate, startsAt: z.string(), endsAt: z.string(), plannedMinutes: z.number().int() })),
      attendance: z.number().int(),
      marks: z.number().int(),
      checks: z.number().int(),
      sessions: z.array(z.strictObject({ id, label: z.string() })),
      items: z.array(z.strictObject({ id, label: z.string() })),
      requirements: z.array(z.strictObject({ id, label: z.string() })),
    }),
    changes: [],
  }),
  /** Writes what `read` said, in one transaction. */
  write: job({
    input: resultSheetSettings,
    output: z.strictObject({ act: id, attendance: z.number().int(), marks: z.number().int(), checks: z.number().int(), sessionsMade: z.number().int(), leftOut: z.number().int() }),
    changes: ['attendance', 'marks', 'rules', 'sessions'],
  }),
}
