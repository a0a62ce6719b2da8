import { z } from 'zod'
import { areas, disabilityAnswers, traitKinds } from '../domain/traits.ts'
import { command, query } from '../rpc/define.ts'
import { id, isoDate, optionalText, saved, text } from './common.ts'

/** What a person told of herself. Sensitive ones need consent in writing: its day and its means, and the paper as an attachment. */
export const traitFields = z.strictObject({
  ethnicity: optionalText(60),
  /** The people, where the answer asks for it: Awajún, Kukama… */
  indigenousPeople: optionalText(80),
  language: optionalText(60),
  disability: z.enum(disabilityAnswers).nullable(),
  disabilityKind: optionalText(120),
  area: z.enum(areas).nullable(),
  consentOn: isoDate.nullable(),
  /** "Ficha de inscripción firmada", "formulario en línea". */
  consentMeans: optionalText(200),
})
/** One row a person. */
export const personTraits = traitFields.extend({ id, personId: id, removedAt: z.string().nullable() })

const choice = z.strictObject({ code: z.string().min(1).max(60), name: text(120) })

/** Off until the office turns each on, with why it asks for it. One row. */
export const traitSettingsFields = z.strictObject({
  kept: z.array(z.enum(traitKinds)).max(4),
  /** Purpose and legal basis, shown where it is asked. */
  purpose: optionalText(1000),
  ethnicities: z.array(choice).max(120),
  languages: z.array(choice).max(120),
  /** Lower bounds of the age groups, rising, the first one 0. */
  ageBounds: z.array(z.number().int().min(0).max(120)).min(1).max(15),
})
export const traitSettings = z.strictObject({ id, kept: z.string(), purpose: z.string().nullable(), ethnicities: z.string(), languages: z.string(), ageBounds: z.string(), removedAt: z.string().nullable() })

export const traits = {
  /** With the usual lists and bounds where the office has none of its own. */
  settings: query({ input: z.strictObject({}), output: traitSettingsFields, reads: ['traits'] }),
  /** Refused when a code in use goes from its list. Turning one off hides what was kept; it is not lost. */
  saveSettings: command({ input: traitSettingsFields.partial(), output: saved, changes: ['traits'] }),
  get: query({ input: z.strictObject({ personId: id }), output: traitFields.extend({ id: id.nullable(), attachments: z.number().int() }), reads: ['traits', 'attachments'] }),
  /** Refused: a sensitive one without consent, one that the office does not keep, ethnicity under 12 years of age. */
  save: command({ input: z.strictObject({ personId: id, fields: traitFields.partial() }), output: saved, changes: ['traits', 'people'] }),
  /** The consent is taken back: the sensitive values go, that there was a consent stays in the history. */
  withdraw: command({ input: z.strictObject({ personId: id }), output: saved, changes: ['traits', 'people'] }),
  /** How many people have each, to see what a breakdown can say. */
  coverage: query({ input: z.strictObject({}), output: z.strictObject({ people: z.number().int(), known: z.array(z.strictObject({ kind: z.enum(traitKinds), count: z.number().int() })) }), reads: ['traits', 'people'] }),
}
