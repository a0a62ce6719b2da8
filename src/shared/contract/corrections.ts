import { z } from 'zod'
import { job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, isoDate, moment, optionalText, text, window } from './common.ts'
import { paperKind } from './numbering.ts'

// What was issued never changes: a mistake is mended by a new paper under the same number, or the paper is annulled. Nothing is deleted.

/** Append-only. One procedure: why, decided when, by which resolution. */
export const correction = z.strictObject({ id, reason: text(500), decidedOn: isoDate, resolution: z.string().nullable(), at: moment, who: z.string() })
/** Append-only. The old paper, and the one that takes its place under the same number. */
export const correctionLine = z.strictObject({ id, correctionId: id, oldId: id, newId: id })
/** Append-only. A paper that counts no more; its number stays in the register. */
export const annulment = z.strictObject({ id, certificateId: id, reason: text(500), resolution: z.string().nullable(), annulledOn: isoDate, at: moment, who: z.string() })

const wordsChanged = z.strictObject({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })

export const affectedCertificate = z.strictObject({
  id,
  number: z.string(),
  version: z.number().int(),
  paperKind,
  personId: id,
  personName: z.string(),
  title: z.string(),
  cohortName: z.string(),
  issuedOn: isoDate,
  /** What stands on the paper and what would stand there today. */
  changes: z.array(wordsChanged).min(1),
  /** Why it cannot be issued again as it is; null when it can. */
  against: z.string().nullable(),
})

export const corrections = {
  /** Every paper in force whose words differ from what is known today; of these people, of a group, of a programme, or of all. */
  affected: query({
    input: z.strictObject({ personIds: z.array(id).max(5000).optional(), cohortId: id.optional(), editionId: id.optional(), certificateIds: z.array(id).max(20_000).optional() }),
    output: z.strictObject({
      certificates: z.array(affectedCertificate),
      /** Closed records of results in force that carry the old words: told, and mended by their own procedure. `facts`: of the course. */
      actas: z.array(
        z.strictObject({ id, number: z.string(), cohortId: id, cohortName: z.string(), closedAt: moment, people: z.array(z.strictObject({ personId: id, before: z.string(), after: z.string() })), facts: z.array(wordsChanged) }),
      ),
      /** Lists and reports were not kept: what they show is drawn again from today's words. */
      reports: z.array(z.strictObject({ label: z.string(), cohortId: id })),
    }),
    reads: ['certificates', 'people', 'programmes', 'actas', 'entity'],
  }),
  /** Issues them again: same number, next version, today's words; the old ones answer "replaced by". Draws and keeps their papers. */
  reissue: job({
    input: z.strictObject({ certificateIds: z.array(id).min(1).max(20_000), reason: text(500), decidedOn: isoDate, resolution: optionalText(160) }),
    output: z.strictObject({ correctionId: id, issued: z.array(id), leftOut: z.array(z.strictObject({ id, because: z.string() })) }),
    changes: ['certificates', 'corrections', 'seal'],
  }),
  annul: job({
    input: z.strictObject({ certificateIds: z.array(id).min(1).max(20_000), reason: text(500), resolution: optionalText(160), annulledOn: isoDate }),
    output: z.strictObject({ annulled: z.number().int(), leftOut: z.array(z.strictObject({ id, because: z.string() })) }),
    changes: ['certificates', 'corrections', 'seal'],
  }),
  /** The note that is handed over with the new papers: which paper replaces which, what changed and why; one sheet a person. */
  note: job({ input: z.strictObject({ correctionId: id }), output: fileRef, changes: [] }),
  list: query({
    input: z.strictObject({ ...window }),
    output: z.strictObject({
      rows: z.array(z.strictObject({ id, kind: z.enum(['correction', 'annulment']), at: moment, who: z.string(), reason: z.string(), resolution: z.string().nullable(), certificates: z.number().int(), firstName: z.string() })),
      total: z.number().int(),
    }),
    reads: ['corrections'],
  }),
  get: query({
    input: z.strictObject({ correctionId: id }),
    output: correction.extend({ lines: z.array(z.strictObject({ oldId: id, newId: id, number: z.string(), version: z.number().int(), personId: id, personName: z.string(), cohortName: z.string(), changes: z.array(wordsChanged) })) }),
    reads: ['corrections', 'certificates'],
  }),
  /** What one act annulled: the id is of any of its annulments. */
  annulment: query({
    input: z.strictObject({ annulmentId: id }),
    output: annulment.omit({ certificateId: true }).extend({ lines: z.array(z.strictObject({ certificateId: id, number: z.string(), version: z.number().int(), personId: id, personName: z.string(), cohortName: z.string(), title: z.string() })) }),
    reads: ['corrections', 'certificates'],
  }),
}
