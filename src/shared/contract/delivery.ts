import { z } from 'zod'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { certificateState } from './certificates.ts'
import { id, isoDate, moment, optionalText, saved, text, window } from './common.ts'

// Four states apart: drawn (its bytes are kept), printed, signed, handed over.

/** A batch that went to the printer. `reprint` says why. */
export const printRun = z.strictObject({ id, kind: z.enum(['first', 'reprint']), reason: z.string().nullable(), printedAt: moment, who: z.string(), removedAt: z.string().nullable() })
/** One paper of a batch, in the order of the pile; `asked` until somebody says how it came out. */
export const print = z.strictObject({ id, runId: id, certificateId: id, position: z.number().int().positive(), /** Of this paper: sheets that are lost when it comes out damaged. */ pages: z.number().int().positive(), outcome: z.enum(['asked', 'well', 'damaged']), removedAt: z.string().nullable() })
/** By hand, or with a certificate of the IOFE outside (ReFirma, Firma Perú): then the signed file is kept and is the paper of record. */
export const signing = z.strictObject({
  id,
  certificateId: id,
  kind: z.enum(['hand', 'digital']),
  signedOn: isoDate,
  /** The signed PDF; null for a hand. */
  assetId: id.nullable(),
  /** As JSON: who signed, when, by which certificate, and what was checked. */
  signers: z.string(),
  note: z.string().nullable(),
  removedAt: z.string().nullable(),
})
export const handover = z.strictObject({
  id,
  certificateId: id,
  handedOn: isoDate,
  toWhom: z.enum(['person', 'proxy']),
  proxyName: z.string().nullable(),
  proxyDocument: z.string().nullable(),
  /** Letter of attorney, kinship: why the proxy may. */
  proxyNote: z.string().nullable(),
  sheetId: id.nullable(),
  removedAt: z.string().nullable(),
})
/** A list with a signature column, per organisation or group; its scan comes back. */
export const handoverSheet = z.strictObject({
  id,
  code: z.string(),
  title: text(250),
  organisationId: id.nullable(),
  cohortId: id.nullable(),
  /** Ids of certificates in the order of its rows, as JSON. */
  rows: z.string(),
  pages: z.number().int().positive(),
  printedAt: moment,
  /** Ids of assets, as JSON. */
  scans: z.string(),
  removedAt: z.string().nullable(),
})

export const deliveryStep = z.enum(['drawn', 'printed', 'signed', 'handed'])
/** What is waited for: a step, or that a paper which counts no more (replaced, annulled) comes back from who has it. */
export const deliveryWait = z.enum([...deliveryStep.options, 'back'])
export type DeliveryWait = z.output<typeof deliveryWait>
const ids = z.array(id).min(1).max(20_000)
/** What a bulk act did; `leftOut`: papers that had it already or that are not in force. */
const done = saved.extend({ papers: z.number().int(), leftOut: z.number().int() })

const deliveryFilter = z.strictObject({
  search: z.string().max(120).default(''),
  cohortId: id.optional(),
  organisationId: id.optional(),
  year: z.number().int().optional(),
  /** The first step that is still waited for. */
  pending: deliveryWait.optional(),
})

export const deliveryRow = z.strictObject({
  id,
  number: z.string(),
  version: z.number().int(),
  /** Papers in force; replaced and annulled ones only while somebody still has them. */
  state: certificateState,
  personName: z.string(),
  documentNumber: z.string().nullable(),
  organisationName: z.string().nullable(),
  cohortName: z.string(),
  issuedOn: isoDate,
  drawnAt: z.string().nullable(),
  printedAt: z.string().nullable(),
  /** Sheets of it that came out damaged. */
  damaged: z.number().int(),
  prints: z.number().int(),
  /** Of those prints, how many nobody has answered for. */
  asked: z.number().int(),
  signedOn: z.string().nullable(),
  signedHow: z.enum(['hand', 'digital']).nullable(),
  handedOn: z.string().nullable(),
  handedTo: z.string().nullable(),
  /** The first step that waits, and the day since when; null when all is done. A paper signed digitally need not be printed. */
  waitsFor: deliveryWait.nullable(),
  waitsSince: isoDate.nullable(),
})

export const delivery = {
  list: query({
    input: deliveryFilter.extend(window),
    output: z.strictObject({ rows: z.array(deliveryRow), total: z.number().int(), counts: z.strictObject({ drawn: z.number().int(), printed: z.number().int(), signed: z.number().int(), handed: z.number().int(), back: z.number().int(), all: z.number().int() }) }),
    reads: ['certificates', 'delivery', 'people', 'programmes'],
  }),
  /** What waits, organisation by organisation, the oldest first; null: who came from none. */
  pending: query({
    input: z.strictObject({ year: z.number().int().optional() }),
    output: z.strictObject({ rows: z.array(z.strictObject({ organisationId: id.nullable(), organisationName: z.string().nullable(), papers: z.number().int(), drawn: z.number().int(), printed: z.number().int(), signed: z.number().int(), handed: z.number().int(), back: z.number().int(), since: isoDate })) }),
    reads: ['certificates', 'delivery', 'people', 'organisations'],
  }),
  ids: query({ input: deliveryFilter, output: z.array(id), reads: ['certificates', 'delivery'] }),
  get: query({
    input: z.strictObject({ certificateId: id }),
    output: z.strictObject({
      prints: z.array(z.strictObject({ printedAt: moment, kind: z.enum(['first', 'reprint']), reason: z.string().nullable(), outcome: z.enum(['asked', 'well', 'damaged']), who: z.string() })),
      signings: z.array(signing.omit({ removedAt: true, certificateId: true })),
      handovers: z.array(handover.omit({ removedAt: true, certificateId: true })),
    }),
    reads: ['certificates', 'delivery'],
  }),
  /** Draws the pile in that order as one PDF and notes that it went to the printer; how it came out is asked afterwards. Reprinting says why. */
  print: job({
    input: z.strictObject({ certificateIds: ids, order: z.enum(['surname', 'organisation', 'number']).default('surname'), reason: optionalText(300).default(null) }),
    output: z.strictObject({ runId: id, file: fileRef, /** Sheets of paper that it takes, one side each. */ sheets: z.number().int(), act: id }),
    changes: ['delivery', 'certificates'],
  }),
  runs: query({
    input: z.strictObject({ ...window }),
    output: z.strictObject({
      rows: z.array(printRun.omit({ removedAt: true }).extend({ certificates: z.number().int(), asked: z.number().int(), damaged: z.number().int(), first: z.string(), last: z.string() })),
      total: z.number().int(),
      damagedSheets: z.number().int(),
    }),
    reads: ['delivery'],
  }),
  run: query({
    input: z.strictObject({ runId: id }),
    output: printRun.omit({ removedAt: true }).extend({ lines: z.array(z.strictObject({ certificateId: id, position: z.number().int(), number: z.string(), personName: z.string(), outcome: z.enum(['asked', 'well', 'damaged']) })) }),
    reads: ['delivery'],
  }),
  /** "Did it print well?" for positions of the pile: all, or a range, each well or damaged. */
  outcome: command({
    input: z.strictObject({ runId: id, ranges: z.array(z.strictObject({ from: z.number().int().positive(), to: z.number().int().positive(), outcome: z.enum(['well', 'damaged']) })).min(1).max(500) }),
    output: saved,
    changes: ['delivery'],
  }),
  signByHand: command({ input: z.strictObject({ certificateIds: ids, signedOn: isoDate, note: optionalText(300) }), output: done, changes: ['delivery'] }),
  handOver: command({
    input: z.strictObject({
      certificateIds: ids,
      handedOn: isoDate,
      to: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('person') }),
        z.strictObject({ kind: z.literal('proxy'), name: text(200), document: text(40), note: optionalText(300) }),
      ]),
    }),
    output: done,
    changes: ['delivery'],
  }),
  takeBackHandover: command({ input: z.strictObject({ handoverId: id }), output: saved, changes: ['delivery'] }),
  /** The hand-over sheets of these papers: one per organisation (and one for who came from none), or one of all. */
  sheets: query({
    input: z.strictObject({ ...window }),
    output: z.strictObject({ rows: z.array(handoverSheet.omit({ removedAt: true, rows: true, scans: true }).extend({ papers: z.number().int(), handed: z.number().int(), scans: z.number().int() })), total: z.number().int() }),
    reads: ['delivery'],
  }),
  sheet: query({
    input: z.strictObject({ sheetId: id }),
    output: handoverSheet.omit({ removedAt: true, rows: true, scans: true }).extend({
      rows: z.array(z.strictObject({ row: z.number().int(), certificateId: id, number: z.string(), personName: z.string(), documentNumber: z.string().nullable(), handedOn: z.string().nullable(), handedTo: z.string().nullable() })),
      scans: z.array(z.strictObject({ assetId: id, name: z.string(), type: z.string() })),
    }),
    reads: ['delivery'],
  }),
  printSheets: job({ input: z.strictObject({ certificateIds: ids, by: z.enum(['organisation', 'one']) }), output: z.strictObject({ sheetIds: z.array(id), file: fileRef, /** Null where every sheet had been printed before for the same papers. */ act: id.nullable() }), changes: ['delivery'] }),
  /** Draws a sheet again, as it was. */
  drawSheet: job({ input: z.strictObject({ sheetId: id }), output: fileRef, changes: [] }),
  /** What the returned sheet says: these rows were signed by the person, those by a proxy; the others stay pending. */
  fillSheet: command({
    input: z.strictObject({ sheetId: id, handedOn: isoDate, rows: z.array(z.strictObject({ row: z.number().int().positive(), proxy: z.strictObject({ name: text(200), document: text(40) }).nullable() })).min(1).max(5000) }),
    output: saved,
    changes: ['delivery'],
  }),
  attachScan: job({ input: z.strictObject({ sheetId: id, files: z.array(fileRef).min(1).max(50) }), output: saved, changes: ['delivery', 'assets'] }),
}
