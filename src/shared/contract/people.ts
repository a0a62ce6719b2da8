import { z } from 'zod'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { certificateState } from './certificates.ts'
import { districtCode, id, isoDate, optionalText, saved, text, window } from './common.ts'

/** Codes of Tabla 3 of the Planilla Electrónica (update of 26-06-2026); 00 is ours: without document or in process. */
export const documentType = z.enum(['01', '04', '06', '07', '09', '22', '23', '24', '26', '00'])
/** DNI states sex; payroll codes 1 and 2 are made from this on export. */
export const sex = z.enum(['F', 'M'])
/** Civil servant, community leader, contractor without labour link, other. */
export const personClass = z.enum(['servidor', 'lider', 'locador', 'otro'])

/** What a person types or an import brings; the keys for search and order are computed from it. */
export const personFields = z.strictObject({
  documentType,
  documentNumber: optionalText(15),
  documentCountry: optionalText(40),
  firstSurname: text(40),
  secondSurname: optionalText(40),
  givenNames: text(60),
  /** The name as it must stand on the certificate, when it is not the one composed from the parts. */
  certificateName: optionalText(120),
  sex: sex.nullable(),
  birthDate: isoDate.nullable(),
  /** Age as an office's list states it ("58", "30-59"), when no birth date is known… */
  statedAge: optionalText(20),
  /** …and the day it was stated. */
  statedAgeOn: isoDate.nullable(),
  email: optionalText(80),
  phone: optionalText(40),
  personClass,
  /** Community or populated place, for those who lead one. */
  community: optionalText(120),
  districtCode: districtCode.nullable(),
  notes: optionalText(2000),
})

/** A row of the table. */
export const person = personFields.extend({
  id,
  /** Folded text that a search looks into: names and document. */
  searchKey: z.string(),
  /** Folded text that puts people in Peru's alphabetical order. */
  sortKey: z.string(),
  /** Order-blind key by which two writings of one name meet. */
  nameKey: z.string(),
  removedAt: z.string().nullable(),
})

/** Post, organisation, unit and regime as of a date: a later one is added, the past is never rewritten. */
export const postFields = z.strictObject({
  organisationId: id.nullable(),
  title: optionalText(160),
  unit: optionalText(160),
  /** Code of Tabla 33, or L (contractor), N (does not apply). */
  regime: optionalText(4),
  /** Kind of organisation as the roster states it, which need not be the organisation's own kind. */
  sector: optionalText(40),
  since: isoDate.nullable(),
  until: isoDate.nullable(),
})
export const post = postFields.extend({ id, personId: id, removedAt: z.string().nullable() })

const postSeen = postFields.extend({ id, organisationName: z.string().nullable() })

const personRow = z.strictObject({
  id,
  documentType,
  documentNumber: z.string().nullable(),
  firstSurname: z.string(),
  secondSurname: z.string().nullable(),
  givenNames: z.string(),
  sex: sex.nullable(),
  personClass,
  /** The post in force today, or the latest known. */
  organisationName: z.string().nullable(),
  postTitle: z.string().nullable(),
})

/** Filters that can be read as words; all that are given must hold. */
export const peopleFilter = z.strictObject({
  search: z.string().max(120).default(''),
  only: z.enum(['all', 'withoutDocument', 'withoutSex', 'withoutBirthDate', 'servidor', 'lider', 'locador', 'otro']).default('all'),
  organisationId: id.optional(),
})

/** Everything that stands of a person's training, the latest first. */
export const trainingRecord = z.strictObject({
  personId: id,
  name: z.string(),
  documentType,
  documentNumber: z.string().nullable(),
  postTitle: z.string().nullable(),
  organisationName: z.string().nullable(),
  lines: z.array(
    z.strictObject({
      /** Null for who gave sessions of the group without being enrolled in it. */
      enrolmentId: id.nullable(),
      cohortId: id,
      editionId: id,
      programmeName: z.string(),
      editionName: z.string(),
      cohortName: z.string(),
      title: z.string(),
      actionType: z.string(),
      role: z.string(),
      state: z.string(),
      startsOn: isoDate.nullable(),
      endsOn: isoDate.nullable(),
      /** Of the course, in hours of `minutesPerHour`. */
      hours: z.number().nullable(),
      minutesPerHour: z.number().int(),
      /** Null where the course keeps no sessions. For a speaker: minutes of the sessions given. */
      plannedMinutes: z.number().int().nullable(),
      attendedMinutes: z.number().nullable(),
      mark: z.number().nullable(),
      /** The post held then. */
      postTitle: z.string().nullable(),
      organisationName: z.string().nullable(),
      acta: z.strictObject({ id, number: z.string() }).nullable(),
      certificates: z.array(z.strictObject({ id, number: z.string(), paperKind: z.string(), issuedOn: isoDate, version: z.number().int(), state: certificateState })),
    }),
  ),
  totals: z.strictObject({ courses: z.number().int(), asSpeaker: z.number().int(), attendedMinutes: z.number(), certificates: z.number().int() }),
})
export type TrainingRecord = z.output<typeof trainingRecord>

export const people = {
  /** Persons whose name or document holds every word of `search`, in Peru's alphabetical order. */
  list: query({
    input: peopleFilter.extend(window),
    output: z.strictObject({ rows: z.array(personRow), total: z.number().int() }),
    reads: ['people', 'organisations'],
  }),
  /** How many persons each filter would show, of those whom the search and the organisation leave. */
  counts: query({
    input: peopleFilter.pick({ search: true, organisationId: true }),
    output: z.strictObject({ all: z.number().int(), withoutDocument: z.number().int(), withoutSex: z.number().int(), withoutBirthDate: z.number().int(), servidor: z.number().int(), lider: z.number().int(), locador: z.number().int(), otro: z.number().int() }),
    reads: ['people', 'organisations'],
  }),
  get: query({
    input: z.strictObject({ id }),
    output: z.strictObject({
      person,
      districtName: z.string().nullable(),
      posts: z.array(postSeen),
      enrolments: z.array(z.strictObject({ id, cohortId: id, programmeName: z.string(), editionName: z.string(), cohortName: z.string(), role: z.string(), state: z.string(), startsOn: isoDate.nullable(), endsOn: isoDate.nullable(), hours: z.number().nullable() })),
      certificates: z.array(z.strictObject({ id, number: z.string(), paperKind: z.string(), issuedOn: isoDate, title: z.string(), version: z.number().int(), state: certificateState })),
    }),
    reads: ['people', 'organisations', 'programmes', 'enrolments', 'certificates'],
  }),
  /** Historial de capacitación. */
  record: query({
    input: z.strictObject({ id }),
    output: trainingRecord,
    reads: ['people', 'organisations', 'programmes', 'enrolments', 'certificates', 'attendance', 'sessions', 'statuses', 'marks', 'rules', 'actas'],
  }),
  /** The same on paper. */
  printRecord: job({ input: z.strictObject({ id }), output: fileRef, changes: [] }),
  /** Refused when another person already has the same document. */
  create: command({ input: personFields, output: saved, changes: ['people'] }),
  /** Changes only the fields given. */
  update: command({ input: z.strictObject({ id, fields: personFields.partial() }), output: saved, changes: ['people'] }),
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['people', 'enrolments'] }),
  restore: command({ input: z.strictObject({ id }), output: saved, changes: ['people', 'enrolments'] }),
  /** `closesEarlier`: the posts before it end on the day before it begins; without it they stay as they are. */
  addPost: command({ input: postFields.extend({ personId: id, closesEarlier: z.boolean().default(false) }), output: saved, changes: ['people'] }),
  updatePost: command({ input: z.strictObject({ id, fields: postFields.partial() }), output: saved, changes: ['people'] }),
  removePost: command({ input: z.strictObject({ id }), output: saved, changes: ['people'] }),
}
