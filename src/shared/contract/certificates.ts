import { z } from 'zod'
import { job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, isoDate, moment, sha256, text, window } from './common.ts'
import { designRef } from './designs.ts'
import { enrolmentRole } from './enrolments.ts'
import { paperKind } from './numbering.ts'

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
  /** 1, and one more for each paper that takes the place of the one before under the same number. */
  version: z.number().int().positive(),
  replacesId: id.nullable(),
  /** The key that sealed it and the serial it has on that key's annulment list; null without a seal. */
  sealKeyId: id.nullable(),
  serial: z.number().int().positive().nullable(),
  /** What its batch shares (`frozenLook`); null for papers of the first shape. */
  lookId: id.nullable(),
  /** `frozenCertificate` or `frozenOwn` as JSON: every word and image of the paper. Never changes. */
  frozen: z.string(),
  frozenHash: sha256,
  /** Folded text that the register's search looks into: number, name, document, code. */
  searchKey: z.string(),
  sortKey: z.string(),
  /** The record of results that released it; null for a course without one, and for who did not take part as a participant. */
  actaId: id.nullable(),
})

/** Append-only: what the papers of a batch share, once per content. `words` is `frozenLook` as JSON. */
export const certificateLook = z.strictObject({ id, sha256, /** As in `frozenLook.design`: by it a design knows what was issued with it. */ designRef: z.string(), designVersion: z.number().int().nullable(), words: z.string() })
/** Append-only: the bytes of an issued paper. `own` are its own bytes; `recipe` is the SHA-256 of the part that says how they and the others make the file again. */
export const paper = z.strictObject({ id, certificateId: id, sha256, byteLength: z.number().int().positive(), own: z.instanceof(Uint8Array), recipe: z.string(), drawnAt: moment })
/** Append-only: stretches of bytes that many papers share (faces, artwork, images), once per content. */
export const paperPart = z.strictObject({ id, sha256, bytes: z.instanceof(Uint8Array) })

/** Whether it counts: in force, replaced by a correction, or annulled. */
export const certificateState = z.enum(['valid', 'replaced', 'annulled'])

/** What the person at the screen chooses before issuing. */
export const issueChoice = z.strictObject({
  enrolmentIds: z.array(id).min(1).max(20_000),
  paperKind,
  seriesId: id,
  issuedOn: isoDate,
  /** A model of the app or a design of the office. */
  model: designRef,
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
  version: z.number().int(),
  state: certificateState,
  isSealed: z.boolean(),
})

export const certificateFilter = z.strictObject({
  search: z.string().max(120).default(''),
  year: z.number().int().optional(),
  seriesId: id.optional(),
  cohortId: id.optional(),
  editionId: id.optional(),
  state: certificateState.optional(),
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
    reads: ['certificates', 'enrolments', 'programmes', 'entity', 'people', 'actas', 'rules', 'designs', 'seal'],
  }),
  /** One page as it would be printed, drawn by the same code, with a sample number. */
  preview: job({ input: issueChoice.extend({ enrolmentId: id }), output: fileRef, changes: [] }),
  /** Gives the numbers and freezes the words, batch by batch in one transaction each; then draws every paper and keeps its bytes. */
  issue: job({
    input: issueChoice,
    output: z.strictObject({ issued: z.array(id), leftOut: z.number().int(), firstNumber: z.string().nullable(), lastNumber: z.string().nullable() }),
    changes: ['certificates', 'enrolments', 'seal', 'delivery'],
  }),
  /** The paper of issued certificates: the bytes that are kept (drawn and kept now where they were not yet), or a print file from what was frozen. */
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
  get: query({ input: z.strictObject({ id }), output: certificateRow.extend({ frozen: z.string(), issuedAt: moment, personId: id, enrolmentId: id, acta: z.strictObject({ id, number: z.string(), replacedBy: z.string().nullable() }).nullable(),
      /** What it shows, whole; papers of either shape. */
      paper: z.strictObject({ heading: z.string(), documentText: z.string().nullable(), statement: z.string(), issuedLine: z.string(), entityName: z.string(), design: z.string(), signatories: z.array(z.strictObject({ name: z.string(), post: z.string() })), registerText: z.string().nullable(), legalBasis: z.string().nullable() }),
      /** Bytes that are kept: their SHA-256, or null while it is not drawn. */
      paperSha256: z.string().nullable(),
      replaces: z.strictObject({ id, version: z.number().int() }).nullable(),
      replacedBy: z.strictObject({ id, version: z.number().int(), reason: z.string(), at: moment, correctionId: id }).nullable(),
      annulled: z.strictObject({ reason: z.string(), resolution: z.string().nullable(), annulledOn: isoDate, at: moment }).nullable(),
      seal: z.strictObject({ keyName: z.string(), serial: z.number().int(), bytes: z.number().int() }).nullable(),
    }), reads: ['certificates', 'actas', 'corrections'] }),
  /** Draws it again from what was frozen and compares with the bytes that are kept. */
  prove: job({ input: z.strictObject({ ids: z.array(id).min(1).max(20_000) }), output: z.strictObject({ same: z.number().int(), different: z.array(id), notDrawn: z.array(id) }), changes: [] }),
  /** Ids of everything the filter shows, to act on all of it. */
  ids: query({ input: certificateFilter, output: z.array(id), reads: ['certificates'] }),
}
