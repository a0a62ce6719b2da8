import { z } from 'zod'
import { isoDate, moment, sha256, text } from './common.ts'
import { designDocument } from './designs.ts'
import { enrolmentRole } from './enrolments.ts'

/** A text the paper may lack. */
const maybe = (max: number) => text(max).nullable()

/** A stretch of the statement; what is strong stands out on the paper (role, title of the action, hours). */
const statementSpan = z.strictObject({ text: z.string().max(2000), strong: z.boolean() })

/**
 * The first shape, of papers drawn by the two models that were code; what was issued with it is drawn by that code for ever.
 * Everything a certificate's paper shows, frozen when its number is given: every word as it will stand there (labels too,
 * so that a later wording of the app cannot change old paper) and every image by its SHA-256. The paper is drawn from this
 * and from nothing else; what people or the entity are called afterwards does not touch it.
 */
export const frozenCertificate = z.strictObject({
  /** Raised when the shape changes; old shapes stay drawable for ever. */
  format: z.literal(1),
  paperKind: z.enum(['certificado', 'constancia']),
  role: enrolmentRole,
  model: z.enum(['sober', 'festive']),
  language: z.enum(['es', 'en']),
  issuedOn: isoDate,
  /** The PDF's creation date. */
  issuedAt: moment,

  entity: z.strictObject({
    name: text(200),
    unit: maybe(200),
    ruc: maybe(11),
    /** "Año de la Esperanza y el Fortalecimiento de la Democracia", without quotes. */
    yearName: maybe(200),
    decadeName: maybe(200),
  }),
  /** On one line, left to right: the entity's first. `name` is for those who read instead of see. */
  logos: z.array(z.strictObject({ assetHash: sha256, name: z.string().max(250) })).max(8),
  /** The office's own artwork, full page, in the place of the model's border. */
  artworkHash: sha256.nullable(),

  /** "Certificado". */
  heading: text(60),
  /** "de participación", "como ponente": below the heading. */
  headingNote: maybe(80),
  number: text(120),
  /** "Otorgado a". */
  givenTo: text(80),
  /** As it will be framed: NFC, every letter kept. */
  personName: text(250),
  /** "identificada con DNI N° 12345678", whole or masked; null when the paper does not show it. */
  documentText: maybe(160),
  statement: z.array(statementSpan).min(1).max(60),
  legalBasis: maybe(600),
  /** "Cajamarca, 22 de noviembre de 2026". */
  issuedLine: text(160),
  /** Left to right on one baseline. */
  signatories: z
    .array(z.strictObject({ name: text(120), post: text(160), entity: maybe(200), imageHash: sha256.nullable() }))
    .max(4),

  /** Ten characters; printed as XXXXX-XXXXX. */
  code: z.string().length(10),
  codeLabel: text(80),
  /** What the QR says. */
  qrText: z.string().min(1).max(1500),
  /** "Libro 2 · Folio 15 · Registro 345". */
  registerText: maybe(120),
  /** The second page. */
  syllabus: z.strictObject({ heading: text(80), lines: z.array(z.string().max(1000)).min(1).max(400) }).nullable(),
})

export type FrozenCertificate = z.output<typeof frozenCertificate>

/** A field's value as it is printed, or stretches of it where some stand out. */
const fieldValue = z.union([z.string().max(4000), z.array(statementSpan).max(60)])

/**
 * What the papers of one batch share, kept once and found by the SHA-256 of its JSON: the design itself, its lists, and the
 * words that are not one person's. The paper is `frozenLook` and `frozenOwn` together, and nothing else.
 */
export const frozenLook = z.strictObject({
  format: z.literal(2),
  paperKind: z.enum(['certificado', 'constancia']),
  role: enrolmentRole,
  language: z.enum(['es', 'en']),
  /** What it was drawn by, for the register: a model of the app has no version of its own. */
  design: z.strictObject({ ref: z.string(), name: z.string(), version: z.number().int().nullable() }),
  document: designDocument,
  entityName: text(200),
  /** "Certificado": with the number and the name, the title of the file. */
  heading: text(60),
  logos: z.array(z.strictObject({ assetHash: sha256, name: z.string().max(250) })).max(8),
  /** `act`: of her appointment, for the register; absent where it is not known. */
  signatories: z.array(z.strictObject({ name: text(120), post: text(160), entity: maybe(200), imageHash: sha256.nullable(), act: maybe(200).optional() })).max(4),
  /** Whether its pages `when: 'syllabus'` are drawn. */
  withSyllabus: z.boolean(),
  /** By token of `domain/design/fields.ts`. */
  fields: z.record(z.string().max(40), fieldValue),
  /** Rows of its tables by source, each cell by the column's field; marks and sessions of one person are her own. */
  tables: z.record(z.string().max(20), z.array(z.record(z.string().max(40), z.string().max(1000))).max(500)),
})

/** What is one person's own. A field or a table here goes before the same one of the look. */
export const frozenOwn = z.strictObject({
  format: z.literal(2),
  /** SHA-256 of the look. */
  look: sha256,
  issuedOn: isoDate,
  /** The PDF's creation date, and the moment that the seal states. */
  issuedAt: moment,
  number: text(120),
  /** 1, and one more with each correction under the same number. */
  version: z.number().int().positive(),
  personName: text(250),
  code: z.string().length(10),
  /** The COSE bytes of the seal in base64; null when the office had no seal. */
  seal: z.string().max(1200).nullable(),
  /** What the QR says: the seal's digits, with the office's address before them when it has one; without a seal, the facts. */
  qr: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('seal'), prefix: z.string().max(200) }), z.strictObject({ kind: z.literal('text'), text: z.string().max(1500) })]),
  fields: z.record(z.string().max(40), fieldValue),
  tables: z.record(z.string().max(20), z.array(z.record(z.string().max(40), z.string().max(1000))).max(500)),
})

export type FrozenLook = z.output<typeof frozenLook>
export type FrozenOwn = z.output<typeof frozenOwn>
/** A paper of the second shape, whole: what drawing takes. */
export interface FrozenPaper {
  readonly format: 2
  readonly look: FrozenLook
  readonly own: FrozenOwn
}
/** Whatever was ever issued. */
export type AnyFrozen = FrozenCertificate | FrozenPaper
