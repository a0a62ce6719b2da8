import { z } from 'zod'
import { annexKinds, sectionKinds } from '../domain/report-sections.ts'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, isoDate, moment, optionalText, saved, sha256, text } from './common.ts'
import { breakdownDimension } from './counting.ts'

/** Excel, PDF, and Word to go on writing. */
export const funderReportFormat = z.enum(['xlsx', 'pdf', 'docx'])

/** One part of a report. Options that its kind does not know are left as they are. */
export const reportSection = z.strictObject({
  id: z.string().min(1).max(40),
  kind: z.enum(sectionKinds),
  /** Null: the usual title. */
  title: optionalText(200),
  isShown: z.boolean(),
  /** Of `text`, and written before the tables of the others. */
  body: optionalText(20_000),
  /** Of `people`. */
  dimensions: z.array(breakdownDimension).max(18),
  /** Of `frame`: why an indicator fell short of its target. */
  explanations: z.array(z.strictObject({ indicatorId: id, text: text(1000) })).max(300).default([]),
  /** Of `annexes`. */
  annexes: z.array(z.enum(annexKinds)).max(6),
})

export const funderReportFields = z.strictObject({
  name: text(200),
  /** Whose indicators and periods it tells. */
  frameId: id,
  agreementId: id.nullable(),
  /** Null: every edition that the indicators of the frame count, or that its agreement pays. */
  editionIds: z.array(id).max(200).nullable(),
  language: z.enum(['es', 'en']),
  /** Currency of the amounts beside soles; null: only soles. */
  currency: z.string().regex(/^[A-Z]{3}$/).nullable(),
  logoAssetIds: z.array(id).max(8),
  sections: z.array(reportSection).max(40),
})
/** A definition; lists are kept as JSON. */
export const funderReport = funderReportFields.omit({ editionIds: true, logoAssetIds: true, sections: true }).extend({ id, editionIds: z.string().nullable(), logoAssetIds: z.string(), sections: z.string(), removedAt: z.string().nullable() })

/** Append-only: a report as it went out. `frozen` is JSON of everything that is drawn; lists and files lie in its parts. */
export const issuedReport = z.strictObject({
  id,
  reportId: id,
  frameId: id,
  /** 1, 2, 3… of its definition. */
  number: z.number().int().positive(),
  title: text(300),
  from: isoDate,
  until: isoDate,
  periodId: id.nullable(),
  frozen: z.string(),
  frozenHash: sha256,
  issuedAt: moment,
  who: z.string(),
})
/** Append-only: what belongs to an issued report, deflated: lists behind its figures as JSON. Files of the annexes stay assets. */
export const issuedReportPart = z.strictObject({ id, issuedId: id, name: text(120), bytes: z.instanceof(Uint8Array) })

/** What the report is about: a period of its frame, or some days. */
export const reportSpan = z.strictObject({ reportId: id, periodId: id.nullable().default(null), from: isoDate.nullable().default(null), until: isoDate.nullable().default(null) })

const issuedSeen = issuedReport.omit({ frozen: true })

export const funderReports = {
  list: query({ input: z.strictObject({}), output: z.array(funderReportFields.extend({ id, frameName: z.string(), organisationName: z.string().nullable(), issued: z.array(issuedSeen) })), reads: ['reports', 'indicators', 'organisations'] }),
  get: query({ input: z.strictObject({ id }), output: funderReportFields.extend({ id, issued: z.array(issuedSeen) }), reads: ['reports'] }),
  /** With the usual sections in their usual order, and the funder's logos. */
  create: command({ input: z.strictObject({ name: text(200), frameId: id, agreementId: id.nullable().default(null) }), output: saved, changes: ['reports'] }),
  update: command({ input: z.strictObject({ id, fields: funderReportFields.partial() }), output: saved, changes: ['reports'] }),
  copy: command({ input: z.strictObject({ id, name: text(200) }), output: saved, changes: ['reports'] }),
  /** Refused once it was issued. */
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['reports'] }),
  /** What is missing or to be looked at before it goes out, as sentences: a period not closed, an annex that is gone, a currency without a rate, an indicator without target. */
  check: query({ input: reportSpan, output: z.strictObject({ problems: z.array(z.strictObject({ sentence: z.string(), isFatal: z.boolean(), sectionId: z.string().nullable() })) }), reads: ['*'] }),
  /** As it would go out now, marked as a draft. */
  draft: job({ input: reportSpan.extend({ format: funderReportFormat }), output: fileRef, changes: [] }),
  /** Freezes it with its lists. Refused while something is fatal. */
  issue: job({ input: reportSpan, output: z.strictObject({ id, number: z.number().int() }), changes: ['reports'] }),
  /** An issued one, drawn from what was frozen: the same bytes each time. */
  draw: job({ input: z.strictObject({ issuedId: id, format: funderReportFormat }), output: fileRef, changes: [] }),
  /** One ZIP: the report in the formats asked, and its annexes, numbered. An annex that is gone is named in a list, not left out in silence. */
  package: job({ input: z.strictObject({ issuedId: id, formats: z.array(funderReportFormat).min(1).max(3) }), output: fileRef, changes: [] }),
  /** What it said, figure by figure, and what the register says today. */
  issued: query({
    input: z.strictObject({ issuedId: id }),
    output: issuedSeen.extend({
      figures: z.array(z.strictObject({ key: z.string(), label: z.string(), said: z.number().nullable(), now: z.number().nullable() })),
      annexes: z.array(z.strictObject({ number: z.string(), title: z.string(), isGone: z.boolean() })),
      lists: z.array(z.strictObject({ key: z.string(), title: z.string(), rows: z.number().int() })),
    }),
    reads: ['*'],
  }),
  /** A list as it was when the report went out. */
  issuedList: query({ input: z.strictObject({ issuedId: id, key: z.string().max(120) }), output: z.strictObject({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) }), reads: ['reports'] }),
}
