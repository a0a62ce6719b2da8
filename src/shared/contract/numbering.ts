import { z } from 'zod'
import { paperKinds } from '../domain/training.ts'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, moment, optionalText, saved, text } from './common.ts'

/** Certificado: attended and approved. Constancia: attended or took part. Each has its own series. */
export const paperKind = z.enum(paperKinds)

/** What has numbers of its own: each kind of paper, and the record of results. */
export const seriesKind = z.enum([...paperKinds, 'acta'])

export const seriesFields = z.strictObject({
  name: text(80),
  paperKind: seriesKind,
  /** `N° {corr:3}-{año}-{siglas_entidad}/{siglas_unidad}`: tokens of domain/numbering.ts. */
  pattern: text(120),
  /** The unit that numbers apart, for `{siglas_unidad}`; null: the entity's own. */
  unitSiglas: optionalText(20).default(null),
  /** The book of the register and how many entries a folio holds: `registerText` of a paper. */
  book: optionalText(40).default(null),
  rowsPerFolio: z.number().int().min(1).max(200).default(25),
})
export const series = seriesFields.extend({
  id,
  /** Code of the computer that numbers beyond reserved blocks; null: this office's only computer, or the shared server. */
  owner: z.string().nullable(),
  removedAt: z.string().nullable(),
})

/** Numbers set aside for one computer, so that two that number offline never give the same. `first` and `last` count. */
export const numberBlock = z.strictObject({
  id,
  seriesId: id,
  year: z.number().int(),
  first: z.number().int().positive(),
  last: z.number().int().positive(),
  /** Code of the computer that holds it, and what it is called. */
  holder: z.string(),
  holderName: text(120),
  givenAt: moment,
  /** Not to be used any more: what is left of it is a gap that is explained. */
  returnedAt: z.string().nullable(),
  returnReason: optionalText(300).default(null),
  removedAt: z.string().nullable(),
})

/** Why numbers are missing from the register: said by the office, or known by the app. */
export const numberNote = z.strictObject({ id, seriesId: id, year: z.number().int(), first: z.number().int(), last: z.number().int(), reason: text(300), removedAt: z.string().nullable() })

const gap = z.strictObject({ first: z.number().int(), last: z.number().int(), because: z.enum(['before', 'block', 'noted', 'unexplained']), explanation: z.string() })

/** The last number given in a series in a year. It only grows. */
export const seriesCounter = z.strictObject({ id, seriesId: id, year: z.number().int(), last: z.number().int().nonnegative() })

export const numbering = {
  list: query({
    input: z.strictObject({}),
    output: z.array(series.omit({ removedAt: true }).extend({ nextNumber: z.string(), counters: z.array(z.strictObject({ year: z.number().int(), last: z.number().int() })),
        /** Whether this computer may give numbers, and how many are left in its block this year (null: no end). */
        isOurs: z.boolean(), left: z.number().int().nullable(), blocks: z.array(numberBlock.omit({ removedAt: true, seriesId: true }).extend({ given: z.number().int(), isHere: z.boolean() })) })),
    reads: ['certificates', 'entity'],
  }),
  create: command({ input: seriesFields, output: saved, changes: ['certificates'] }),
  /** The pattern of a series that already gave numbers this year may change: numbers given stay as they are. */
  update: command({ input: z.strictObject({ id, fields: seriesFields.omit({ paperKind: true }).partial() }), output: saved, changes: ['certificates'] }),
  /** The code by which another computer names this one when it reserves numbers for it. */
  computer: query({ input: z.strictObject({}), output: z.strictObject({ code: z.string() }), reads: [] }),
  /** Sets the next numbers aside for another computer. */
  reserve: command({ input: z.strictObject({ seriesId: id, year: z.number().int().min(1990).max(2100), count: z.number().int().min(1).max(100_000), holder: z.string().max(40), holderName: text(120) }), output: saved, changes: ['certificates'] }),
  /** The series and the block as a file for that computer. */
  exportBlock: job({ input: z.strictObject({ blockId: id }), output: fileRef, changes: [] }),
  /** Takes a block in: refused on a computer it was not made for. */
  loadBlock: job({ input: z.strictObject({ file: fileRef }), output: saved.extend({
      seriesName: z.string(),
      /** As they will be printed here. */
      first: z.string(),
      last: z.string(),
      /** How the computer that made the block prints the first one, where this one would print it otherwise: its siglas differ. */
      printedThere: z.string().nullable(),
    }),
    changes: ['certificates'],
  }),
  returnBlock: command({ input: z.strictObject({ blockId: id, reason: text(300) }), output: saved, changes: ['certificates'] }),
  /** Numbers of a series and year that no paper bears, each with why. */
  gaps: query({ input: z.strictObject({ seriesId: id, year: z.number().int() }), output: z.array(gap), reads: ['certificates'] }),
  explainGap: command({ input: z.strictObject({ seriesId: id, year: z.number().int(), first: z.number().int().positive(), last: z.number().int().positive(), reason: text(300) }), output: saved, changes: ['certificates'] }),
  /** The libro de registro: every number in order with its folio, annulled and replaced ones marked, gaps with why. */
  book: job({ input: z.strictObject({ seriesId: id, year: z.number().int() }), output: fileRef, changes: [] }),
  /** For an office that comes from paper or Excel: numbering goes on after the last one given. Only ever forward. */
  startAfter: command({ input: z.strictObject({ id, year: z.number().int().min(1990).max(2100), last: z.number().int().min(0).max(999_999) }), output: saved, changes: ['certificates'] }),
}
