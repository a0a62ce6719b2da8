import { z } from 'zod'
import { query } from '../rpc/define.ts'
import { districtCode } from './common.ts'

const district = z.strictObject({
  code: districtCode,
  name: z.string(),
  province: z.string(),
  department: z.string(),
  /** "Distrito, Provincia, Departamento": names of districts repeat. */
  label: z.string(),
})

export const geography = {
  /** Districts whose names hold every word, at most `limit`. */
  districts: query({
    input: z.strictObject({ search: z.string().max(120).default(''), codes: z.array(districtCode).optional(), limit: z.number().int().min(1).max(100).default(20) }),
    output: z.array(district),
    reads: [],
  }),
}
