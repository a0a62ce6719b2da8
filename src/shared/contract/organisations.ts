import { z } from 'zod'
import { command, query } from '../rpc/define.ts'
import { districtCode, id, optionalText, saved, text, window } from './common.ts'

export const organisationFields = z.strictObject({
  name: text(200),
  /** Siglas: not unique in Peru (GRA is used by four regions). */
  shortName: optionalText(20),
  /** Code of `domain/organisations.ts`. */
  kind: z.string().max(40),
  ruc: optionalText(11),
  districtCode: districtCode.nullable(),
  /** Federation that a community belongs to. */
  federation: optionalText(120),
})

export const organisation = organisationFields.extend({
  id,
  searchKey: z.string(),
  sortKey: z.string(),
  /** Key by which two writings of one name meet ("Munic. Prov." and "Municipalidad Provincial"). */
  nameKey: z.string(),
  removedAt: z.string().nullable(),
})

const organisationRow = organisationFields.extend({ id, districtName: z.string().nullable(), people: z.number().int() })

export const organisations = {
  list: query({
    input: z.strictObject({ search: z.string().max(200).default(''), kind: z.string().max(40).optional(), ...window }),
    output: z.strictObject({ rows: z.array(organisationRow), total: z.number().int(), kinds: z.array(z.strictObject({ kind: z.string(), count: z.number().int() })) }),
    reads: ['organisations', 'people'],
  }),
  get: query({ input: z.strictObject({ id }), output: organisationRow, reads: ['organisations', 'people'] }),
  create: command({ input: organisationFields, output: saved, changes: ['organisations'] }),
  update: command({ input: z.strictObject({ id, fields: organisationFields.partial() }), output: saved, changes: ['organisations'] }),
  /** Refused while somebody's post or an edition names it. */
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['organisations'] }),
}
