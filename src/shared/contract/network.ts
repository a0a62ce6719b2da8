import { z } from 'zod'
import { contactMeans, inPostStates, whereabouts } from '../domain/network.ts'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, isoDate, moment, optionalText, saved, text, window } from './common.ts'
import { reportFormat } from './reports.ts'

/** One time that somebody was reached after a course, and what she told. */
export const contactFields = z.strictObject({
  on: isoDate,
  means: z.enum(contactMeans),
  contactedBy: optionalText(200),
  subject: text(300),
  answer: optionalText(2000),
  /** Where she is now; null: nothing was said of it. A new post is written in her posts, not here. */
  whereabouts: z.enum(whereabouts).nullable(),
  nextOn: isoDate.nullable(),
})
export const contact = contactFields.extend({ id, personId: id, removedAt: z.string().nullable() })

/** Consent to stand in the directory, and what it may show (Ley 29733 art. 13; withdrawn at any time). */
export const directoryConsentFields = z.strictObject({ givenOn: isoDate, means: optionalText(200), showsEmail: z.boolean(), showsPhone: z.boolean(), themes: z.array(text(60)).max(20) })
export const directoryConsent = directoryConsentFields
  .omit({ showsEmail: true, showsPhone: true, themes: true })
  .extend({ id, personId: id, showsEmail: z.number().int(), showsPhone: z.number().int(), /** JSON of texts. */ themes: z.string(), withdrawnOn: isoDate.nullable(), at: moment, removedAt: z.string().nullable() })

export const alumniFilter = z.strictObject({
  search: z.string().max(120).default(''),
  programmeId: id.optional(),
  editionId: id.optional(),
  /** INEI code of a department. */
  department: z.string().regex(/^\d{2}$/).optional(),
  inPost: z.enum(inPostStates).optional(),
  /** Not contacted in the last so many months. */
  quietMonths: z.number().int().min(1).max(120).optional(),
})

const alumnus = z.strictObject({
  personId: id,
  name: z.string(),
  /** The latest course finished. */
  finished: z.strictObject({ enrolmentId: id, cohortId: id, programmeName: z.string(), editionName: z.string(), cohortName: z.string(), on: isoDate.nullable() }),
  courses: z.number().int(),
  postThen: z.string().nullable(),
  organisationThen: z.string().nullable(),
  postNow: z.string().nullable(),
  organisationNow: z.string().nullable(),
  inPost: z.enum(inPostStates),
  /** When that was known. */
  knownOn: isoDate.nullable(),
  lastContactOn: isoDate.nullable(),
  nextContactOn: isoDate.nullable(),
  inDirectory: z.boolean(),
})

export const network = {
  /** Who finished what (completed or approved, or holds a paper in force), and where they are now. Counts are of everybody the other filters leave. */
  alumni: query({
    input: alumniFilter.extend(window),
    output: z.strictObject({ rows: z.array(alumnus), total: z.number().int(), inPost: z.array(z.strictObject({ state: z.enum(inPostStates), count: z.number().int() })), /** Percent of those known who are still in their post or organisation; null while nobody is known. */ stillThere: z.number().nullable() }),
    reads: ['people', 'organisations', 'enrolments', 'programmes', 'certificates', 'network'],
  }),
  /** All contacts with a person, the latest first; her consent and themes; the course that she finished last, null where she finished none. */
  person: query({
    input: z.strictObject({ personId: id }),
    output: z.strictObject({ name: z.string(), alumnus: alumnus.nullable(), contacts: z.array(contact.omit({ removedAt: true, personId: true })), consent: directoryConsentFields.extend({ id, withdrawnOn: isoDate.nullable(), attachments: z.number().int() }).nullable(), inPost: z.enum(inPostStates), knownOn: isoDate.nullable() }),
    reads: ['people', 'organisations', 'enrolments', 'programmes', 'certificates', 'network', 'attachments'],
  }),
  /** Refused on a day to come. */
  saveContact: command({ input: z.strictObject({ personId: id, id: id.nullable(), fields: contactFields }), output: saved, changes: ['network'] }),
  removeContact: command({ input: z.strictObject({ id }), output: saved, changes: ['network'] }),
  /** What is due until a day, the oldest first. */
  due: query({ input: z.strictObject({ until: isoDate }), output: z.array(z.strictObject({ contactId: id, personId: id, name: z.string(), subject: z.string(), nextOn: isoDate })), reads: ['people', 'network'] }),
  saveConsent: command({ input: z.strictObject({ personId: id, fields: directoryConsentFields }), output: saved, changes: ['network'] }),
  /** She leaves the directory at once; that she once consented is kept. */
  withdrawConsent: command({ input: z.strictObject({ personId: id, on: isoDate }), output: saved, changes: ['network'] }),
  /** Those who consented, with what each lets be shown, by city and theme. */
  directory: query({
    input: z.strictObject({ search: z.string().max(120).default(''), department: z.string().regex(/^\d{2}$/).optional(), theme: z.string().max(60).optional() }),
    output: z.strictObject({
      rows: z.array(z.strictObject({ personId: id, name: z.string(), post: z.string().nullable(), organisation: z.string().nullable(), city: z.string().nullable(), department: z.string().nullable(), themes: z.array(z.string()), email: z.string().nullable(), phone: z.string().nullable(), programmes: z.array(z.string()) })),
      cities: z.array(z.strictObject({ department: z.string(), name: z.string(), count: z.number().int() })),
      themes: z.array(z.strictObject({ theme: z.string(), count: z.number().int() })),
    }),
    reads: ['people', 'organisations', 'enrolments', 'programmes', 'network'],
  }),
  report: job({ input: z.discriminatedUnion('what', [z.strictObject({ what: z.literal('alumni'), filter: alumniFilter, format: reportFormat }), z.strictObject({ what: z.literal('directory'), format: reportFormat })]), output: fileRef, changes: [] }),
}
