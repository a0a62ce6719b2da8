import { z } from 'zod'
import { paperKinds } from '../domain/training.ts'
import { command, query } from '../rpc/define.ts'
import { id, saved, text } from './common.ts'

/** Certificado: attended and approved. Constancia: attended or took part. Each has its own series. */
export const paperKind = z.enum(paperKinds)

/** What has numbers of its own: each kind of paper, and the record of results. */
export const seriesKind = z.enum([...paperKinds, 'acta'])

export const seriesFields = z.strictObject({
  name: text(80),
  paperKind: seriesKind,
  /** `N° {corr:3}-{año}-{siglas_entidad}/{siglas_unidad}`: tokens of domain/numbering.ts. */
  pattern: text(120),
})
export const series = seriesFields.extend({ id, removedAt: z.string().nullable() })

/** The last number given in a series in a year. It only grows. */
export const seriesCounter = z.strictObject({ id, seriesId: id, year: z.number().int(), last: z.number().int().nonnegative() })

export const numbering = {
  list: query({
    input: z.strictObject({}),
    output: z.array(series.omit({ removedAt: true }).extend({ nextNumber: z.string(), counters: z.array(z.strictObject({ year: z.number().int(), last: z.number().int() })) })),
    reads: ['certificates', 'entity'],
  }),
  create: command({ input: seriesFields, output: saved, changes: ['certificates'] }),
  /** The pattern of a series that already gave numbers this year may change: numbers given stay as they are. */
  update: command({ input: z.strictObject({ id, fields: seriesFields.omit({ paperKind: true }).partial() }), output: saved, changes: ['certificates'] }),
  /** For an office that comes from paper or Excel: numbering goes on after the last one given. Only ever forward. */
  startAfter: command({ input: z.strictObject({ id, year: z.number().int().min(1990).max(2100), last: z.number().int().min(0).max(999_999) }), output: saved, changes: ['certificates'] }),
}
