import { z } from 'zod'
import { job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, isoDate, moment, sha256, text, window } from './common.ts'
import { enrolmentRole } from './enrolments.ts'
import { paperKind } from './numbering.ts'

export const paperModel = z.enum(['sober', 'festive'])

export const certificate = z.strictObject({
  id,
  enrolmentId: id,
  personId: id,
  cohortId: id,
  seriesId: id,
  year: z.number().int(),
  correlative: z.number().int().positive(),
  number: text(120),
  paperKind,
  role: enrolmentRole,
  /** Name, document and title as they were when it was issued. */
  personName: text(250),
  documentNumber: z.string().nullable(),
  title: text(300),
  issuedOn: isoDate,
  issuedAt: moment,
  /** Ten characters, the last one a check: printed beside the QR. */
  code: z.string().length(10),
  /** `frozenCertificate` as JSON: every word and image of the paper. Never changes. */
  frozen: z.string(),
  frozenHash: sha256,
  /** Folded text that the register's search looks into: number, name, document, code. */
  searchKey: z.string(),
  sortKey: z.string(),
  /** The record of results that released it; null for a course without one, and for who did not take part as a participant. */
  actaId: id.nullable(),
})

/** What the person at the screen chooses before issuing. */
export const issueChoice = z.strictObject({
  enrolmentIds: z.array(id).min(1).max(20_000),
  paperKind,
  seriesId: id,
  issuedOn: isoDate,
  model: paperModel,
  /** In the order of the paper, left to right. */
  signatoryIds: z.array(id).max(4),
  /** Whether the paper shows the identity document whole, masked or not at all. */
  document: z.enum(['whole', 'masked', 'none']).default('whole'),
  withSyllabus: z.boolean().default(false),
  /** Of the paper's own words; the screen may speak another. */
  language: z.enum(['es', 'en']).default('es'),
})

const certificateRow = z.strictObject({
  id,
  number: z.string(),
  year: z.number().int(),
  correlative: z.number().int(),
  paperKind,
  role: enrolmentRole,
  personName: z.string(),
  documentNumber: z.string().nullable(),
  title: z.string(),
  cohortId: id,
  cohortName: z.string(),
  issuedOn: isoDate,
  code: z.string(),
})

export const certificateFilter = z.strictObject({
  search: z.string().max(120).default(''),
  year: z.number().int().optional(),
  seriesId: id.optional(),
  cohortId: id.optional(),
})

export const certificates = {
  /** What would be issued: who already has one, what is missing, and the number that comes next. */
  plan: query({
    input: issueChoice,
    output: z.strictObject({
      toIssue: z.number().int(),
      firstNumber: z.string().nullable(),
      lastNumber: z.string().nullable(),
      /** Persons left out: she has one already, withdrew, or no record of results in force gives it to her; and that as a sentence. */
      leftOut: z.array(z.strictObject({ enrolmentId: id, personName: z.string(), because: z.enum(['has', 'withdrew', 'acta']), reason: z.string() })),
      /** What the paper would lack, as sentences (no entity name, no hours…). */
      warnings: z.array(z.string()),
    }),
    reads: ['certificates', 'enrolments', 'programmes', 'entity', 'people', 'actas', 'rules'],
  }),
  /** One page as it would be printed, drawn by the same code, with a sample number. */
  preview: job({ input: issueChoice.extend({ enrolmentId: id }), output: fileRef, changes: [] }),
  /** Gives the numbers and freezes the words, in one transaction. The paper is drawn afterwards, by `draw`. */
  issue: job({
    input: issueChoice,
    output: z.strictObject({ issued: z.array(id), leftOut: z.number().int(), firstNumber: z.string().nullable(), lastNumber: z.string().nullable() }),
    changes: ['certificates', 'enrolments'],
  }),
  /** Draws the paper of issued certificates from what was frozen: the same bytes every time. */
  draw: job({
    input: z.strictObject({
      ids: z.array(id).min(1).max(20_000),
      /** `look`: one PDF that is only looked at; nothing is left among the results. */
      as: z.enum(['one', 'separate', 'zip', 'look']).default('one'),
      order: z.enum(['surname', 'organisation', 'number']).default('surname'),
    }),
    output: fileRef,
    changes: [],
  }),
  list: query({
    input: certificateFilter.extend(window),
    output: z.strictObject({ rows: z.array(certificateRow), total: z.number().int(), years: z.array(z.number().int()) }),
    reads: ['certificates', 'programmes'],
  }),
  get: query({ input: z.strictObject({ id }), output: certificateRow.extend({ frozen: z.string(), issuedAt: moment, personId: id, enrolmentId: id, acta: z.strictObject({ id, number: z.string(), replacedBy: z.string().nullable() }).nullable() }), reads: ['certificates', 'actas'] }),
  /** Ids of everything the filter shows, to act on all of it. */
  ids: query({ input: certificateFilter, output: z.array(id), reads: ['certificates'] }),
}
