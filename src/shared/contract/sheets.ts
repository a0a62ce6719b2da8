import { z } from 'zod'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, isoDate, moment, optionalText, saved, text } from './common.ts'

/** A sign-in sheet as it was printed: its row order is fixed for ever, so that typing back follows the paper. */
export const sheet = z.strictObject({
  id,
  cohortId: id,
  /** Six characters in every page's code. */
  code: z.string().length(6),
  /** JSON: ids of the sessions it is for: one, or those of one day. */
  sessionIds: z.string(),
  day: isoDate,
  /** JSON: ids of the enrolments in the order of the rows, and how each name was printed. */
  rows: z.string(),
  blankRows: z.number().int().min(0).max(200),
  rowsPerPage: z.number().int().min(1).max(60),
  pages: z.number().int().min(1),
  printedAt: moment,
  removedAt: z.string().nullable(),
})

/** A file that proves something: a scanned page, a meeting's export, the report of who checked. */
export const evidenceRow = z.strictObject({
  id,
  /** The file as it came; several pages of one PDF share it. */
  assetId: id,
  fileName: text(255),
  /** Page inside the file, from 1; null for a file without pages. */
  filePage: z.number().int().min(1).nullable(),
  kind: z.enum(['sheet', 'meeting', 'list', 'other']),
  /** The sheet and page that it shows; null while it lies in the tray. */
  sheetId: id.nullable(),
  page: z.number().int().min(1).nullable(),
  /** The session it proves, when it is not a page of a sheet. */
  sessionId: id.nullable(),
  /** The check of application or impact it proves. */
  checkId: id.nullable(),
  placedBy: z.enum(['code', 'hand']).nullable(),
  /** Quarter turns that set it upright, 0 to 3. */
  turns: z.number().int().min(0).max(3),
  note: optionalText(300),
  addedAt: moment,
  removedAt: z.string().nullable(),
})

const sheetPage = z.strictObject({
  page: z.number().int(),
  evidence: z.array(z.strictObject({ id, fileName: z.string() })),
  rows: z.array(
    z.strictObject({
      row: z.number().int(),
      /** Null for a blank row, and for who is gone: `walkInId` says who signed there. */
      enrolmentId: id.nullable(),
      /** As printed; on a blank row, of who signed there. */
      name: z.string(),
      /** Printed, and taken out of the group since: nothing is asked in this row, and a signature there is a walk-in's. */
      isGone: z.boolean(),
      walkInId: id.nullable(),
      /** `cells[i]` of session i: as in the grid. */
      cells: z.array(z.string()),
    }),
  ),
})
const sheetSession = z.strictObject({ id, day: isoDate, startsAt: z.string(), endsAt: z.string(), subject: z.string(), plannedMinutes: z.number().int() })
const sheetSeen = z.strictObject({
  id,
  code: z.string(),
  cohortId: id,
  day: isoDate,
  sessions: z.array(sheetSession),
  people: z.number().int(),
  blankRows: z.number().int(),
  pages: z.number().int(),
  pagesBack: z.array(z.number().int()),
  pagesMissing: z.array(z.number().int()),
  printedAt: moment,
})

/** Where a page was put, or why it could not be. */
const recognised = z.strictObject({
  evidenceId: id,
  fileName: z.string(),
  filePage: z.number().int().nullable(),
  /** Null: it lies in the tray. */
  place: z.strictObject({ cohortId: id, cohortName: z.string(), sheetId: id, page: z.number().int(), day: isoDate, subject: z.string() }).nullable(),
  /** As a sentence: where it was put, or why it was not. */
  reason: z.string(),
})

export const sheets = {
  /** One sheet a session, or one a day with a signature column a session. A sheet printed before for the same people is printed again, with its code and order. */
  print: job({
    input: z.strictObject({
      cohortId: id,
      sessionIds: z.array(id).min(1).max(400),
      by: z.enum(['session', 'day']).default('session'),
      blankRows: z.number().int().min(0).max(200).default(5),
    }),
    output: z.strictObject({ file: fileRef, sheets: z.array(z.strictObject({ id, code: z.string(), pages: z.number().int(), isNew: z.boolean() })) }),
    changes: ['sheets'],
  }),
  list: query({ input: z.strictObject({ cohortId: id }), output: z.array(sheetSeen), reads: ['sheets', 'sessions', 'attendance'] }),
  /** Page by page, row by row, as on the paper. */
  get: query({ input: z.strictObject({ id }), output: sheetSeen.extend({ rows: z.array(sheetPage) }), reads: ['sheets', 'sessions', 'attendance', 'people', 'enrolments'] }),
  /** A sheet that was never used: its pages no longer count as missing. Refused when a page of it has come back. */
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['sheets'] }),
}

export const evidence = {
  /** Scans and photos in any order (PDF, JPG, PNG): each page is kept, and put where its code says; without a readable code it waits in the tray. */
  recognise: job({
    input: z.strictObject({ files: z.array(fileRef).min(1).max(500) }),
    output: z.strictObject({
      pages: z.array(recognised),
      placed: z.number().int(),
      tray: z.number().int(),
      /** Pages that were already there. */
      known: z.number().int(),
      /** Files that could not be read at all, each with why. */
      refused: z.array(z.strictObject({ fileName: z.string(), reason: z.string() })),
    }),
    changes: ['sheets', 'evidence'],
  }),
  /** Keeps any file as evidence of a session or of a check. */
  attach: job({
    input: z.strictObject({ file: fileRef, to: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('session'), id }), z.strictObject({ kind: z.literal('check'), id })]), note: optionalText(300).default(null) }),
    output: z.strictObject({ id }),
    changes: ['evidence', 'sheets'],
  }),
  list: query({
    input: z.strictObject({ sessionId: id.optional(), sheetId: id.optional(), checkId: id.optional(), tray: z.boolean().default(false) }),
    output: z.array(evidenceRow.omit({ removedAt: true, assetId: true }).extend({ fileType: z.string(), place: z.string().nullable() })),
    reads: ['evidence', 'sheets'],
  }),
  /** By hand: to a page of a sheet, to a session, or back to the tray. */
  place: command({
    input: z.strictObject({
      id,
      to: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('page'), sheetId: id, page: z.number().int().min(1) }), z.strictObject({ kind: z.literal('session'), sessionId: id }), z.strictObject({ kind: z.literal('tray') })]),
    }),
    output: saved,
    changes: ['evidence', 'sheets'],
  }),
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['evidence', 'sheets'] }),
  /** The page as a picture to look at, already turned upright by its `turns`; a PDF kept whole and other files as they came. */
  picture: job({ input: z.strictObject({ id }), output: fileRef, changes: [] }),
}
