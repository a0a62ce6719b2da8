import { z } from 'zod'
import { registerFieldKinds } from '../domain/registers.ts'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { districtCode, id, isoDate, optionalText, saved, text, window } from './common.ts'
import { reportFormat } from './reports.ts'

/** A field that an office gives its register. */
export const registerField = z.strictObject({
  id: z.string().min(1).max(40),
  label: text(120),
  kind: z.enum(registerFieldKinds),
  /** For `choice`. */
  options: z.array(text(120)).max(60),
  isRequired: z.boolean(),
})
/** A register of results that are not training: accredited communities, agreements of coexistence. */
export const registerFields = z.strictObject({
  name: text(150),
  /** One row of it: "comunidad acreditada". */
  rowName: text(80),
  description: optionalText(1000),
  fields: z.array(registerField).max(60),
})
export const resultRegister = registerFields.omit({ fields: true }).extend({ id, /** JSON of `registerField[]`. */ fields: z.string(), sortKey: z.string(), removedAt: z.string().nullable() })

/** By field id: text, number, date as text, yes or no, cents; null: left blank. */
export const rowValues = z.record(z.string().max(40), z.union([z.string().max(4000), z.number(), z.boolean(), z.null()]))

export const resultRowFields = z.strictObject({
  title: text(300),
  /** When it was reached: puts it into a period. */
  on: isoDate,
  districtCode: districtCode.nullable(),
  agreementId: id.nullable(),
  editionId: id.nullable(),
  values: rowValues,
  note: optionalText(2000),
})
export const resultRow = resultRowFields.omit({ values: true }).extend({ id, registerId: id, values: z.string(), searchKey: z.string(), sortKey: z.string(), removedAt: z.string().nullable() })

/** People and organisations that a row is about: one of both ids. */
export const resultRowLink = z.strictObject({ id, rowId: id, personId: id.nullable(), organisationId: id.nullable(), position: z.number().int(), removedAt: z.string().nullable() })

const linkSeen = z.strictObject({ personId: id.nullable(), organisationId: id.nullable(), name: z.string() })
const rowSeen = resultRowFields.extend({ id, registerId: id, districtName: z.string().nullable(), links: z.array(linkSeen), attachments: z.number().int() })
const registerSeen = registerFields.extend({ id, rows: z.number().int() })

export const resultRegisters = {
  list: query({ input: z.strictObject({}), output: z.array(registerSeen), reads: ['registers'] }),
  get: query({ input: z.strictObject({ id }), output: registerSeen, reads: ['registers'] }),
  create: command({ input: registerFields, output: saved, changes: ['registers'] }),
  /** Refused when a field with values goes or changes its kind, or an option in use goes. */
  update: command({ input: z.strictObject({ id, fields: registerFields.partial() }), output: saved, changes: ['registers'] }),
  /** Refused while it has rows or an indicator counts it. */
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['registers'] }),
  rows: query({
    input: z.strictObject({ registerId: id, search: z.string().max(120).default(''), from: isoDate.nullable().default(null), until: isoDate.nullable().default(null), ...window }),
    output: z.strictObject({ rows: z.array(rowSeen), total: z.number().int() }),
    reads: ['registers', 'organisations', 'people', 'attachments'],
  }),
  row: query({ input: z.strictObject({ id }), output: rowSeen, reads: ['registers', 'organisations', 'people', 'attachments'] }),
  /** Refused when a required field is blank or a value is not of its field's kind; the sentence says which. */
  saveRow: command({ input: z.strictObject({ registerId: id, id: id.nullable(), fields: resultRowFields, links: z.array(z.strictObject({ personId: id.nullable(), organisationId: id.nullable() })).max(50).optional() }), output: saved, changes: ['registers'] }),
  removeRow: command({ input: z.strictObject({ id }), output: saved, changes: ['registers'] }),
  /** Reads a sheet (xlsx, csv) without writing: which column is which field, and what is wrong where. */
  readSheet: job({
    input: z.strictObject({ file: fileRef, registerId: id }),
    output: z.strictObject({ fileName: z.string(), rows: z.number().int(), ready: z.number().int(), alreadyThere: z.number().int(), columns: z.array(z.strictObject({ label: z.string(), field: z.string().nullable() })), problems: z.array(z.strictObject({ row: z.number().int(), sentence: z.string() })), notes: z.array(z.string()) }),
    changes: [],
  }),
  /** Writes the rows without problems; the same title on the same day is there already. */
  importSheet: job({ input: z.strictObject({ file: fileRef, registerId: id }), output: z.strictObject({ created: z.number().int(), alreadyThere: z.number().int(), rejected: z.number().int(), act: id }), changes: ['registers'] }),
  sheetTemplate: job({ input: z.strictObject({ registerId: id }), output: fileRef, changes: [] }),
  report: job({ input: z.strictObject({ registerId: id, format: reportFormat }), output: fileRef, changes: [] }),
}
