import { z } from 'zod'
import type { RosterField as RosterFieldName } from '../domain/roster/fields.ts'
import { ROSTER_FIELDS } from '../domain/roster/fields.ts'
import type { Cause as CauseName } from '../domain/roster/findings.ts'
import { CAUSES } from '../domain/roster/findings.ts'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, isoDate, moment, sha256, text, window } from './common.ts'
import { enrolmentRole } from './enrolments.ts'
import { personClass } from './people.ts'

/** What a column of a roster may be: `domain/roster/fields.ts`. */
export const rosterField = z.enum([...ROSTER_FIELDS] as [RosterFieldName, ...RosterFieldName[]])
/** What may be noticed about a row: `domain/roster/findings.ts`. */
export const cause = z.enum(Object.keys(CAUSES) as [CauseName, ...CauseName[]])
export const severity = z.enum(['tidied', 'proposed', 'doubt', 'error'])
/** In which order a column holds whole names; a comma in a name always tells. */
export const nameOrder = z.enum(['surnames-first', 'given-first'])
/** Each row read ends in exactly one: read = created + updated + unchanged + skipped + rejected. */
export const outcome = z.enum(['created', 'updated', 'unchanged', 'skipped', 'rejected'])

const sheetName = z.string().max(200)
/** A row as the office counts it, from 1. */
const place = { sheet: sheetName, row: z.number().int().min(1) }
const rowPlace = z.strictObject(place)

/** One import, as it was written. */
export const importRecord = z.strictObject({
  id,
  at: moment,
  who: z.string(),
  fileName: z.string(),
  fileSha256: sha256,
  /** The act that `imports.undo` takes back. */
  act: id,
  editionId: id.nullable(),
  rowsRead: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  skipped: z.number().int(),
  rejected: z.number().int(),
  enrolled: z.number().int(),
  /** JSON: the settings it ran with, what became of each row, and the rejected rows as they came. */
  details: z.string(),
  removedAt: z.string().nullable(),
})

/** What the columns of a layout were said to be, the last time. */
export const importLayout = z.strictObject({
  id,
  /** Folded labels in order. */
  fingerprint: z.string(),
  /** JSON: a field for each column, and the order of whole names. */
  mapping: z.string(),
  removedAt: z.string().nullable(),
})

/** Whether a writing of a person (document, name, birth date) is or is not a person of the database: decided once. */
export const verdictRow = z.strictObject({
  id,
  writing: z.string(),
  personId: id,
  same: z.number().int(),
  removedAt: z.string().nullable(),
})

const columnChoice = z.strictObject({ column: z.number().int().min(0).max(300), field: rosterField })

const groupChoice = z.strictObject({
  /** The sheet's name, the value of the column, or '' for the only group. */
  key: z.string().max(200),
  /** An existing group; else one is made with `newName`; null for both: these rows are not enrolled. */
  cohortId: id.nullable(),
  newName: text(120).nullable(),
})

export const importTarget = z.discriminatedUnion('kind', [
  /** People only. */
  z.strictObject({ kind: z.literal('people') }),
  z.strictObject({
    kind: z.literal('groups'),
    editionId: id,
    by: z.enum(['sheet', 'column', 'one']),
    /** A key without a choice goes to the group of the same name, or to a new one. */
    groups: z.array(groupChoice).max(500).default([]),
  }),
])

export const importDecisions = z.strictObject({
  /** Yes to every proposal: for the command line. Doubts stay as they are. */
  acceptProposals: z.boolean().default(false),
  accept: z.array(z.strictObject({ cause, rows: z.array(rowPlace).max(20_000).nullable().default(null) })).max(20_000).default([]),
  edits: z.array(z.strictObject({ ...place, field: rosterField, value: z.string().max(500) })).max(50_000).default([]),
  verdicts: z
    .array(z.strictObject({ ...place, same: z.boolean(), personId: id.nullable().default(null), other: rowPlace.nullable().default(null) }))
    .max(20_000)
    .default([]),
  skip: z.array(rowPlace).max(50_000).default([]),
})

export const importSettings = z.strictObject({
  file: fileRef,
  encoding: z.string().max(40).optional(),
  delimiter: z.string().max(4).optional(),
  /** Sheets to import with the fields of their columns; empty: every visible sheet with a list, as proposed. */
  sheets: z
    .array(z.strictObject({ name: sheetName, columns: z.array(columnChoice).max(300).default([]), nameOrder: nameOrder.optional() }))
    .max(200)
    .default([]),
  target: importTarget.default({ kind: 'people' }),
  role: enrolmentRole.default('participant'),
  /** What kind of persons these are; 'auto' tells leaders and contractors by their columns. */
  personClass: z.enum(['auto', ...personClass.options]).default('auto'),
  /** The day that posts, ages and enrolments stand for; the group's first day, or today, when not given. */
  asOf: isoDate.nullable().default(null),
  decisions: importDecisions.prefault({}),
})

const columnSeen = z.strictObject({
  column: z.number().int(),
  /** `A`, `AB`: as the sheet calls it. */
  letter: z.string(),
  label: z.string(),
  field: rosterField,
  confidence: z.number(),
  /** Why it is taken for that, as a sentence. */
  reason: z.string(),
  samples: z.array(z.string()),
  filled: z.number().int(),
})

const sheetSeen = z.strictObject({
  name: z.string(),
  hidden: z.boolean(),
  /** Whether it would be imported: visible, and with a list. */
  chosen: z.boolean(),
  headerRow: z.number().int().nullable(),
  rows: z.number().int(),
  columns: z.array(columnSeen),
  nameOrder: z.strictObject({ order: nameOrder, confidence: z.number(), reason: z.string() }).nullable(),
  /** The fields are those that the office chose the last time for a sheet with these labels. */
  remembered: z.boolean(),
  /** The first rows of the list as they stand, one text a column: what the screen draws as the office's own sheet. */
  firstRows: z.array(z.strictObject({ row: z.number().int(), cells: z.array(z.string()) })),
  /** Name of the group that the sheet says it is. */
  groupName: z.string(),
  /** What else was seen, as sentences: rows left out, a total that does not agree, formulas, hidden rows. */
  notes: z.array(z.string()),
})

const groupSeen = z.strictObject({ key: z.string(), name: z.string(), rows: z.number().int() })

const numbers = z.strictObject({
  read: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  skipped: z.number().int(),
  rejected: z.number().int(),
  /** New enrolments. */
  enrolled: z.number().int(),
  newOrganisations: z.number().int(),
  newGroups: z.number().int(),
})

/** A row with something to look at. */
const causeRow = z.strictObject({
  ...place,
  name: z.string(),
  field: rosterField,
  fieldLabel: z.string(),
  before: z.string(),
  after: z.string(),
  accepted: z.boolean(),
  /** Whether the row stays out as things stand. */
  rejects: z.boolean(),
  /** What precisely is wrong or agrees, as a sentence; '' when the cause says it all. */
  detail: z.string(),
  other: z.strictObject({ ...place, name: z.string() }).nullable(),
  person: z.strictObject({ id, name: z.string(), document: z.string().nullable() }).nullable(),
  /** The cells of the row as it came, with edits, for mending it in place. */
  cells: z.array(z.strictObject({ field: rosterField, label: z.string(), value: z.string() })),
  /** The same of the other row of the file, where it is about two who may be one. */
  otherCells: z.array(z.strictObject({ field: rosterField, label: z.string(), value: z.string() })),
})

const causeSeen = z.strictObject({
  cause,
  severity,
  /** How many findings, and how many of them nobody has decided. */
  count: z.number().int(),
  open: z.number().int(),
  /** Rows that stay out because of it. */
  rejected: z.number().int(),
  title: z.string(),
  /** What it is, and what happens when nothing is decided. */
  explanation: z.string(),
  /** What a yes does, as the words of its button; null where a yes changes nothing. */
  acceptLabel: z.string().nullable(),
  /** Whether it is about two persons who may be one. */
  duplicate: z.boolean(),
  rows: z.array(causeRow),
})

const rowOutcome = z.strictObject({ ...place, name: z.string(), outcome, personId: id.nullable(), reason: z.string() })

export const imports = {
  /** What the file holds and what its columns probably are. Writes nothing. */
  read: job({
    input: z.strictObject({ file: fileRef, encoding: z.string().max(40).optional(), delimiter: z.string().max(4).optional() }),
    output: z.strictObject({
      kind: z.enum(['xlsx', 'csv']),
      sha256,
      encoding: z.string().nullable(),
      delimiter: z.string().nullable(),
      alternatives: z.strictObject({ encodings: z.array(z.string()), delimiters: z.array(z.string()) }),
      /** The same bytes came in before, and that import still stands. */
      before: z.strictObject({ importId: id, at: moment }).nullable(),
      sheets: z.array(sheetSeen),
      /** How the list falls into groups: by sheet when there are several, by a column of sites, or not at all. */
      groups: z.strictObject({ by: z.enum(['sheet', 'column', 'one']), groups: z.array(groupSeen) }),
    }),
    changes: [],
  }),
  /** What would happen, and what needs a look. Writes nothing. */
  review: job({
    input: importSettings.extend({
      /** Which rows of a cause to show; the first twenty of each when not asked. */
      show: z.strictObject({ cause, ...window }).optional(),
    }),
    output: z.strictObject({
      numbers,
      /** No row stays out, as things stand. */
      ready: z.boolean(),
      asOf: isoDate,
      causes: z.array(causeSeen),
      groups: z.array(z.strictObject({ key: z.string(), name: z.string(), cohortId: id.nullable(), people: z.number().int() })),
      organisations: z.array(z.strictObject({ name: z.string(), kind: z.string(), isNew: z.boolean(), people: z.number().int() })),
      /** Columns that do not enter, each with why. */
      columnsLeft: z.array(z.strictObject({ sheet: z.string(), label: z.string(), field: rosterField, reason: z.string() })),
      /** A few rows as they would enter. */
      sample: z.array(z.strictObject({ ...place, name: z.string(), document: z.string(), organisation: z.string(), post: z.string(), outcome })),
      rejected: z.array(rowOutcome),
      skipped: z.array(rowOutcome),
    }),
    changes: [],
  }),
  /** Writes what `review` said, in one transaction, and remembers the layout and the verdicts. */
  write: job({
    input: importSettings,
    output: z.strictObject({ importId: id, act: id, numbers }),
    changes: ['people', 'organisations', 'programmes', 'enrolments', 'imports'],
  }),
  /** The rows that stayed out, in the office's own columns and format, with why in a last column. */
  rejects: job({ input: z.strictObject({ importId: id }), output: fileRef, changes: [] }),
  list: query({
    input: z.strictObject({ ...window }),
    output: z.strictObject({
      rows: z.array(importRecord.omit({ details: true, fileSha256: true, removedAt: true }).extend({ undone: z.boolean() })),
      total: z.number().int(),
    }),
    reads: ['imports'],
  }),
  get: query({
    input: z.strictObject({ id, outcome: outcome.optional(), ...window }),
    output: importRecord.omit({ details: true, removedAt: true }).extend({
      undone: z.boolean(),
      editionName: z.string().nullable(),
      rows: z.array(rowOutcome),
      total: z.number().int(),
    }),
    reads: ['imports', 'people', 'programmes'],
  }),
  /** Takes back everything that the import wrote. What was edited since, or stands under a certificate, stays and is listed. */
  undo: command({
    input: z.strictObject({ id }),
    output: z.strictObject({
      undone: z.number().int(),
      act: id,
      kept: z.array(z.strictObject({ entity: z.string(), id, field: z.string(), name: z.string() })),
    }),
    changes: ['people', 'organisations', 'programmes', 'enrolments', 'imports'],
  }),
}
