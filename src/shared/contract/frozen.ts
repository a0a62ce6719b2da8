import { z } from 'zod'
import { enrolmentRole } from './enrolments.ts'
import { isoDate, moment, sha256, text } from './common.ts'

/** A text the paper may lack. */
const maybe = (max: number) => text(max).nullable()

/** A stretch of the statement; what is strong stands out on the paper (role, title of the action, hours). */
const statementSpan = z.strictObject({ text: z.string().max(2000), strong: z.boolean() })

/**
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
