import { z } from 'zod'
import { command, query } from '../rpc/define.ts'
import { districtCode, id, isoDate, optionalText, saved, text } from './common.ts'

/** The office's own entity: one row. */
export const entityFields = z.strictObject({
  name: optionalText(200),
  siglas: optionalText(20),
  unit: optionalText(200),
  unitSiglas: optionalText(20),
  ruc: optionalText(11),
  districtCode: districtCode.nullable(),
  /** City where papers are signed. */
  city: optionalText(80),
  address: optionalText(200),
  logoAssetId: id.nullable(),
  /** Web address that the QR may lead to; null where there is none. */
  verifyUrl: optionalText(200),
})
export const entityRow = entityFields.extend({ id })

/** The name that the Government gives each year, printed on official papers. */
export const yearName = z.strictObject({ id, year: z.number().int().min(1990).max(2100), name: text(200), removedAt: z.string().nullable() })

export const signatoryFields = z.strictObject({
  name: text(120),
  post: text(160),
  /** Entity, when it is not the office's own (a co-organiser signs too). */
  entityName: optionalText(200),
  imageAssetId: id.nullable(),
  /** By which act she was appointed: "Resolución de Alcaldía N° 012-2023-MPC". */
  act: optionalText(200).default(null),
  /** Which papers she signs, as JSON of kinds ("certificado", "constancia", "acta"); null: all. */
  papers: z.string().max(200).nullable().default(null),
  /** Mandate: the days on which this person may sign. */
  since: isoDate.nullable(),
  until: isoDate.nullable(),
  position: z.number().int().min(0).max(1000),
})
export const signatory = signatoryFields.extend({ id, removedAt: z.string().nullable() })

export const entity = {
  get: query({
    input: z.strictObject({}),
    output: z.strictObject({ entity: entityFields, yearNames: z.array(yearName.omit({ removedAt: true, id: true })), signatories: z.array(signatory.omit({ removedAt: true })) }),
    reads: ['entity'],
  }),
  save: command({ input: entityFields.partial(), output: saved, changes: ['entity'] }),
  saveYearName: command({ input: z.strictObject({ year: z.number().int().min(1990).max(2100), name: text(200) }), output: saved, changes: ['entity'] }),
  addSignatory: command({ input: signatoryFields, output: saved, changes: ['entity'] }),
  updateSignatory: command({ input: z.strictObject({ id, fields: signatoryFields.partial() }), output: saved, changes: ['entity'] }),
  removeSignatory: command({ input: z.strictObject({ id }), output: saved, changes: ['entity'] }),
}
