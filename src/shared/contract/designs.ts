import { z } from 'zod'
import { paperFaces } from '../domain/design/faces.ts'
import { modelNames } from '../domain/design/models.ts'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, moment, saved, sha256, text } from './common.ts'
import { enrolmentRole } from './enrolments.ts'
import { paperKind } from './numbering.ts'

/** Millimetres from the page's top left corner; hundredths are finer than any printer. */
const mm = z.number().min(-2000).max(2000)
const size = z.number().min(0.1).max(2000)
const colour = z.templateLiteral(['#', z.string().regex(/^[0-9a-f]{6}$/)])
/** Made by the screen, unique within its design. */
const partId = z.string().regex(/^[\w-]{1,40}$/)

export const paperFace = z.enum(paperFaces)

/** How text looks; elements share styles, so that one change reaches them all. Sizes in points. */
const looks = {
  face: paperFace,
  size: z.number().min(3).max(200),
  colour,
  align: z.enum(['left', 'center', 'right']),
  /** The line's height as a multiple of the size. */
  leading: z.number().min(0.8).max(3),
  /** Between letters, points. */
  spacing: z.number().min(-5).max(50),
  capitals: z.boolean(),
}
export const textStyle = z.strictObject({ id: partId, name: text(60), ...looks })

const placed = {
  id: partId,
  /** What the office calls it in the list of elements; null: told by what it is. */
  name: z.string().max(80).nullable(),
  x: mm,
  y: mm,
  width: size,
  height: size,
  /** Degrees clockwise about its middle. */
  turn: z.number().min(-180).max(180),
  locked: z.boolean(),
}

/** `{nombre}` stands for a field, `**…**` is strong, `[… {nota} …]` goes when its field is empty: domain/design/template.ts. */
const template = z.string().normalize('NFC').max(4000)

export const textElement = z.strictObject({
  ...placed,
  kind: z.literal('text'),
  text: template,
  style: partId,
  /** What differs from its style. */
  own: z.strictObject(looks).partial(),
  valign: z.enum(['top', 'middle', 'bottom']),
  /** `name`: one line, shrunk to 60 %, then two lines (PERU.md G.3). `shrink`: as many lines as fit, smaller if it must. Never cut. */
  fit: z.enum(['shrink', 'name']),
})
export const imageElement = z.strictObject({
  ...placed,
  kind: z.literal('image'),
  hash: sha256,
  fit: z.enum(['contain', 'cover', 'stretch']),
  /** For those who read instead of see; '' for ornament. */
  alt: z.string().max(250),
})
export const shapeElement = z.strictObject({
  ...placed,
  kind: z.literal('shape'),
  shape: z.enum(['rectangle', 'ellipse', 'line', 'diamond']),
  fill: colour.nullable(),
  stroke: colour.nullable(),
  /** Points. */
  strokeWidth: z.number().min(0).max(50),
  /** Of a rectangle's corners, millimetres. */
  radius: z.number().min(0).max(500),
})
/** Vector artwork that comes with the app, stretched to its box; its two colours are the design's. */
export const ornamentElement = z.strictObject({
  ...placed,
  kind: z.literal('ornament'),
  ornament: z.enum(['guillocheFrame', 'guillocheField', 'rosette', 'festiveFrame', 'textileBand']),
  colour,
  accent: colour,
})
export const qrElement = z.strictObject({ ...placed, kind: z.literal('qr') })
/** Logos of the entity and its partners on one line, of even weight. */
export const logosElement = z.strictObject({ ...placed, kind: z.literal('logos'), align: z.enum(['left', 'center', 'right']) })
/** One to four signatures: image over the line, name, post, entity. */
export const signaturesElement = z.strictObject({ ...placed, kind: z.literal('signatures'), nameStyle: partId, postStyle: partId, rule: colour })
export const tableElement = z.strictObject({
  ...placed,
  kind: z.literal('table'),
  /** The course's syllabus line by line with its hours, the person's marks, her sessions, or rows written here. */
  source: z.enum(['syllabus', 'marks', 'sessions', 'own']),
  columns: z.array(z.strictObject({ title: z.string().max(80), field: z.string().max(40), share: z.number().min(1).max(100), align: z.enum(['left', 'center', 'right']) })).min(1).max(8),
  rows: z.array(z.array(template).max(8)).max(100),
  headStyle: partId,
  bodyStyle: partId,
  rule: colour.nullable(),
})

export const designElement = z.discriminatedUnion('kind', [textElement, imageElement, shapeElement, ornamentElement, qrElement, logosElement, signaturesElement, tableElement])

export const designPage = z.strictObject({
  id: partId,
  name: z.string().max(60),
  /** Millimetres; A4 on its side is 297 × 210. */
  width: z.number().min(30).max(1200),
  height: z.number().min(30).max(1200),
  background: colour.nullable(),
  /** An image under everything, over the whole page. */
  backgroundImage: sha256.nullable(),
  /** `syllabus`: only when the course has a syllabus and the office asked for it. */
  when: z.enum(['always', 'syllabus']),
  /** From the bottom to the top. */
  elements: z.array(designElement).max(400),
})

/** A design whole, as it is saved, copied, and frozen into what is issued with it. */
export const designDocument = z.strictObject({
  /** Raised when the shape changes; a file from a newer version is refused with a sentence. */
  format: z.literal(1),
  styles: z.array(textStyle).min(1).max(60),
  pages: z.array(designPage).min(1).max(10),
})
export type DesignDocument = z.output<typeof designDocument>
export type DesignElement = z.output<typeof designElement>
export type DesignPage = z.output<typeof designPage>
export type TextStyle = z.output<typeof textStyle>

/** A model that comes with the app, or a design of the office by its id. */
export const designRef = z.union([z.enum(modelNames), id])

const designFields = z.strictObject({
  name: text(80),
  /** What it is for; null: for any. */
  paperKind: paperKind.nullable(),
  role: enrolmentRole.nullable(),
})
export const design = designFields.extend({
  id,
  /** Being worked on and not yet a version, as JSON; null when nothing differs from the last version. */
  draft: z.string().nullable(),
  removedAt: z.string().nullable(),
})
/** Append-only: what was printed with a version stays known. */
export const designVersion = z.strictObject({ id, designId: id, version: z.number().int().positive(), document: z.string(), sha256, savedAt: moment, savedBy: z.string() })

const at = { x: z.number(), y: z.number() }
/** Turned or mirrored artwork: the item is drawn once per matrix, each as SVG's `matrix(a b c d e f)`; absent, once as it stands. */
const copies = z.array(z.array(z.number()).length(6)).optional()
/**
 * What a page shows, laid out: the one result of `documents/design/layout.ts`, drawn as SVG on the screen and as operators
 * in the PDF. Points from the top left corner, in the order of drawing; `element` is the id of what it belongs to.
 */
export const displayItem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'), element: z.string(), ...at,
    text: z.string(), face: paperFace, size: z.number(), colour, spacing: z.number(),
    /** Of the whole stretch, points: the screen sets it to this. `y` is the baseline. */
    width: z.number(),
    copies,
  }),
  z.strictObject({ kind: z.literal('image'), element: z.string(), ...at, width: z.number(), height: z.number(), hash: sha256, clip: z.strictObject({ ...at, width: z.number(), height: z.number() }).nullable(), copies }),
  /** `path` as in SVG, in points, y downwards. */
  z.strictObject({ kind: z.literal('path'), element: z.string(), path: z.string(), fill: colour.nullable(), stroke: colour.nullable(), strokeWidth: z.number(), copies }),
])
export type DisplayItem = z.output<typeof displayItem>

/** Words that the sample page shows: invented ones, the longest that is realistic, or those of a person of a group. */
const sample = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('usual') }),
  z.strictObject({ kind: z.literal('longest') }),
  /** The longest real name of the office's records. */
  z.strictObject({ kind: z.literal('longestKnown') }),
  z.strictObject({ kind: z.literal('enrolment'), enrolmentId: id }),
])

export const designWarning = z.strictObject({
  element: z.string().nullable(),
  page: z.number().int().nonnegative(),
  why: z.enum(['letters', 'qrSmall', 'outside', 'tiny', 'overlapsQr', 'noQr', 'noName', 'unknownField', 'imageMissing', 'imageCoarse']),
  /** What is wrong and what to do, as a sentence. */
  sentence: z.string(),
})

export const designs = {
  list: query({
    input: z.strictObject({}),
    output: z.strictObject({
      models: z.array(z.strictObject({ model: z.enum(modelNames), name: z.string(), about: z.string(), paperKind: paperKind.nullable(), role: enrolmentRole.nullable() })),
      designs: z.array(design.omit({ removedAt: true, draft: true }).extend({ hasDraft: z.boolean(), version: z.number().int(), savedAt: z.string().nullable(), used: z.number().int() })),
    }),
    reads: ['designs', 'certificates'],
  }),
  /** The draft when there is one, else the last version; or the version asked for. */
  get: query({
    input: z.strictObject({ id: designRef, version: z.number().int().positive().optional() }),
    output: designFields.extend({
      id: designRef,
      document: designDocument,
      isDraft: z.boolean(),
      version: z.number().int(),
      versions: z.array(z.strictObject({ version: z.number().int(), savedAt: moment, savedBy: z.string(), used: z.number().int() })),
    }),
    reads: ['designs', 'certificates'],
  }),
  /** A new design from a model, from another design (its last version), or from a blank page. */
  create: command({ input: z.strictObject({ name: text(80), from: designRef.nullable(), paperKind: paperKind.nullable(), role: enrolmentRole.nullable() }), output: saved, changes: ['designs'] }),
  rename: command({ input: z.strictObject({ id, fields: designFields.partial() }), output: saved, changes: ['designs'] }),
  /** Keeps what is being worked on, so that a power cut loses nothing. */
  keepDraft: command({ input: z.strictObject({ id, document: designDocument }), output: z.strictObject({ id }), changes: [] }),
  discardDraft: command({ input: z.strictObject({ id }), output: saved, changes: ['designs'] }),
  /** Makes a version of the document. What was issued with earlier ones stays as it is. */
  save: command({ input: z.strictObject({ id, document: designDocument }), output: saved.extend({ version: z.number().int() }), changes: ['designs'] }),
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['designs'] }),
  /** The pages laid out with sample words, and what is wrong with them. */
  look: query({
    input: z.strictObject({ document: designDocument, sample, paperKind: paperKind.nullable(), role: enrolmentRole.nullable() }),
    output: z.strictObject({
      pages: z.array(z.strictObject({ width: z.number(), height: z.number(), items: z.array(displayItem) })),
      warnings: z.array(designWarning),
    }),
    reads: ['entity', 'people', 'assets'],
  }),
  /** What a design would lack for these people: letters that its faces have not, a QR too small for the seal. */
  check: query({ input: z.strictObject({ id: designRef, enrolmentIds: z.array(id).max(20_000) }), output: z.array(designWarning), reads: ['designs', 'people', 'entity'] }),
  /** The sample as a PDF, by the code that draws certificates. */
  draw: job({ input: z.strictObject({ document: designDocument, sample, paperKind: paperKind.nullable(), role: enrolmentRole.nullable() }), output: fileRef, changes: [] }),
  /** The design with its images as one file, to be taken to another office. */
  export: job({ input: z.strictObject({ id: designRef }), output: fileRef, changes: [] }),
  /** Takes such a file in. Refused, saying why, when it is damaged or of a newer version. */
  load: job({ input: z.strictObject({ file: fileRef }), output: saved.extend({ name: z.string() }), changes: ['designs', 'assets'] }),
}
