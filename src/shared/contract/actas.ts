import { z } from 'zod'
import { verdicts } from '../domain/eligibility.ts'
import { paperKinds } from '../domain/training.ts'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, isoDate, moment, optionalText, saved, sha256, text } from './common.ts'
import { resultCounts } from './results.ts'

const paperKind = z.enum(paperKinds)
const maybe = (max: number) => text(max).nullable()

/** Somebody whose signature line stands below the record of results. */
export const actaSigner = z.strictObject({ name: text(120), post: text(160) })

/** One line of a record of results, as it stands for ever. */
export const frozenActaLine = z.strictObject({
  enrolmentId: id,
  personId: id,
  /** APELLIDOS, Nombres. */
  personName: text(250),
  documentNumber: maybe(20),
  organisationName: maybe(250),
  plannedMinutes: z.number().int(),
  attendedMinutes: z.number(),
  share: z.number().nullable(),
  mark: z.number().nullable(),
  /** The papers this line releases. */
  papers: z.array(paperKind),
  isWithdrawn: z.boolean(),
  /** In a word: "Aprobó", "Asistió", "No cumplió", "Se retiró". */
  outcome: text(600),
  /** What was not met, and the exceptions with who granted them. */
  observation: maybe(1200),
})

/** Everything the record's paper shows, frozen when it is closed. */
export const frozenActa = z.strictObject({
  format: z.literal(1),
  language: z.enum(['es', 'en']),
  number: text(120),
  heading: text(120),
  entityName: text(200),
  entityUnit: maybe(200),
  yearName: maybe(200),
  logos: z.array(z.strictObject({ assetHash: sha256, name: z.string().max(250) })).max(8),
  /** Label and value, in the order of reading: programme, edition, group, dates, hours, rules… */
  facts: z.array(z.strictObject({ label: text(80), value: text(600) })).max(30),
  /** The rules it was drawn up by, as sentences. */
  rules: z.array(text(400)).max(30),
  lines: z.array(frozenActaLine).max(20_000),
  totals: z.array(z.strictObject({ label: text(80), value: z.number().int() })).max(12),
  observations: maybe(4000),
  replaces: z.strictObject({ number: text(120), reason: text(500) }).nullable(),
  closingLine: text(600),
  signers: z.array(actaSigner).max(6),
  closedAt: moment,
  /** Lesson hours in which the paper says what was attended. */
  minutesPerHour: z.number().int().min(1).max(240),
  /** The paper's own words: a later wording of the app does not change old paper. */
  words: z.strictObject({
    /** Number, name, document, hours attended, share, mark, result, observation. */
    columns: z.array(text(60)).length(8),
    rules: text(80),
    nothing: text(120),
    observations: text(80),
    /** "Reemplaza al acta N° …": the whole sentence. */
    replaces: maybe(900),
    digest: text(80),
    /** `{n}` and `{of}` are put in. */
    page: text(60),
  }),
})
export type FrozenActa = z.output<typeof frozenActa>

/** A closed record of results. The engine itself refuses to change or delete it. */
export const acta = z.strictObject({
  id,
  cohortId: id,
  seriesId: id,
  year: z.number().int(),
  correlative: z.number().int().positive(),
  number: text(120),
  drawnUpOn: isoDate,
  closedAt: moment,
  closedBy: text(120),
  /** The one it replaces, which answers "replaced by" from then on. */
  replacesId: id.nullable(),
  replaceReason: optionalText(500),
  /** `frozenActa` as JSON. */
  frozen: z.string(),
  frozenHash: sha256,
})

/** What a closed record released for one person: by it a certificate is given or refused. Append-only. */
export const actaLine = z.strictObject({
  id,
  actaId: id,
  enrolmentId: id,
  personId: id,
  position: z.number().int(),
  /** JSON: kinds of paper. */
  papers: z.string(),
  attendedMinutes: z.number(),
  plannedMinutes: z.number().int(),
  mark: z.number().nullable(),
  /** Said where a paper is refused: "No cumplió. Le faltan 3 h…". */
  outcome: text(600),
})

export const actaDraftFields = z.strictObject({
  drawnUpOn: isoDate,
  place: optionalText(200),
  observations: optionalText(4000),
  signers: z.array(actaSigner).max(6),
  /** Why it replaces the one in force; needed when there is one. */
  replaceReason: optionalText(500),
})
/** What the office wrote for the next record of a group. One a group. */
export const actaDraft = actaDraftFields.omit({ signers: true }).extend({ id, cohortId: id, signers: z.string(), removedAt: z.string().nullable() })

const actaRow = z.strictObject({
  id,
  cohortId: id,
  cohortName: z.string(),
  editionName: z.string(),
  programmeName: z.string(),
  number: z.string(),
  drawnUpOn: isoDate,
  closedAt: moment,
  closedBy: z.string(),
  people: z.number().int(),
  certificado: z.number().int(),
  constancia: z.number().int(),
  certificates: z.number().int(),
  replaces: z.strictObject({ id, number: z.string() }).nullable(),
  replacedBy: z.strictObject({ id, number: z.string() }).nullable(),
  replaceReason: z.string().nullable(),
})

const draftLine = z.strictObject({ enrolmentId: id, personId: id, name: z.string(), documentNumber: z.string().nullable(), verdict: z.enum(verdicts), papers: z.array(paperKind), isWithdrawn: z.boolean(), outcome: z.string(), observation: z.string().nullable(), share: z.number().nullable(), attendedMinutes: z.number(), plannedMinutes: z.number().int(), mark: z.number().nullable() })

export const actas = {
  list: query({
    input: z.strictObject({ cohortId: id.optional(), editionId: id.optional() }),
    output: z.array(actaRow),
    reads: ['actas', 'certificates', 'programmes'],
  }),
  /** What would be closed now, and what stands in the way. */
  draft: query({
    input: z.strictObject({ cohortId: id }),
    output: z.strictObject({
      fields: actaDraftFields,
      isSaved: z.boolean(),
      withoutActa: z.boolean(),
      nextNumber: z.string(),
      inForce: z.strictObject({ id, number: z.string(), closedAt: moment }).nullable(),
      lines: z.array(draftLine),
      rules: z.array(z.string()),
      counts: resultCounts,
      /** Why it cannot be closed yet, as sentences; empty: it can. */
      blockers: z.array(z.string()),
      /** What should be looked at before, as sentences (sheets missing, walk-ins unknown, somebody in two sessions at once). */
      warnings: z.array(z.string()),
      /** Against the one in force: who enters, who leaves, whose result changes. */
      differences: z.array(z.string()),
    }),
    reads: ['actas', 'attendance', 'sessions', 'statuses', 'marks', 'rules', 'exceptions', 'enrolments', 'people', 'programmes', 'sheets', 'evidence', 'entity', 'certificates'],
  }),
  saveDraft: command({ input: z.strictObject({ cohortId: id, fields: actaDraftFields.partial() }), output: saved, changes: ['actas'] }),
  /** The paper as it would be, marked as a draft and without number. */
  preview: job({ input: z.strictObject({ cohortId: id }), output: fileRef, changes: [] }),
  /** Gives the number, freezes the list and sets each enrolment's state. For good: not undone. Refused with the list while somebody is undecided. */
  close: command({ input: z.strictObject({ cohortId: id }), output: z.strictObject({ id, number: z.string() }), changes: ['actas', 'enrolments', 'certificates'] }),
  get: query({
    input: z.strictObject({ id }),
    output: actaRow.extend({ frozen: z.string(), papers: z.array(z.strictObject({ certificateId: id, number: z.string(), enrolmentId: id, paperKind })) }),
    reads: ['actas', 'certificates', 'programmes'],
  }),
  /** From what was frozen: a PDF of the same bytes every time; an xlsx of the same words (its zip carries the hour it was made). */
  draw: job({ input: z.strictObject({ id, format: z.enum(['pdf', 'xlsx']) }), output: fileRef, changes: [] }),
}
