import { z } from 'zod'
import { modalities } from '../domain/training.ts'
import { command, query } from '../rpc/define.ts'
import { districtCode, id, isoDate, optionalText, saved, text } from './common.ts'

export const modality = z.enum(modalities)
/** Types of action: `domain/training.ts`, from RC 326-2024-CG art. 25.1. */
export const actionType = z.string().max(40)

export const programmeFields = z.strictObject({
  name: text(250),
  shortName: optionalText(60),
  description: optionalText(4000),
})
export const programme = programmeFields.extend({ id, sortKey: z.string(), removedAt: z.string().nullable() })

export const editionFields = z.strictObject({
  programmeId: id,
  /** "XII edición", "Primera ronda". */
  name: text(120),
  /** What the certificate calls the action when it is not the programme's own name. */
  title: optionalText(300),
  actionType,
  year: z.number().int().min(1990).max(2100),
  modality,
  startsOn: isoDate.nullable(),
  endsOn: isoDate.nullable(),
  /** How many hours, of `minutesPerHour` minutes each. */
  hours: z.number().min(0).max(10_000).multipleOf(0.5).nullable(),
  /** 45 hora pedagógica, 50 académica, 55 lectiva, 60 cronológica: see domain/training.ts. */
  minutesPerHour: z.number().int().min(30).max(60),
  place: optionalText(200),
  /** One line per subject; printed on the back. */
  syllabus: optionalText(8000),
  legalBasis: optionalText(500),
})
export const edition = editionFields.extend({ id, removedAt: z.string().nullable() })

export const partnerRole = z.enum(['organiser', 'sponsor', 'requester', 'academic'])
export const editionPartner = z.strictObject({
  id,
  editionId: id,
  organisationId: id,
  role: partnerRole,
  logoAssetId: id.nullable(),
  position: z.number().int(),
  removedAt: z.string().nullable(),
})

export const cohortFields = z.strictObject({
  editionId: id,
  name: text(120),
  /** City or venue of this group. */
  site: optionalText(200),
  districtCode: districtCode.nullable(),
  /** Null: the edition's own. */
  startsOn: isoDate.nullable(),
  endsOn: isoDate.nullable(),
  modality: modality.nullable(),
})
export const cohort = cohortFields.extend({ id, sortKey: z.string(), removedAt: z.string().nullable() })

const cohortSeen = cohort.omit({ removedAt: true, sortKey: true }).extend({ participants: z.number().int(), others: z.number().int(), certificates: z.number().int() })
const partnerSeen = editionPartner.omit({ removedAt: true }).extend({ organisationName: z.string() })
const editionSeen = edition.omit({ removedAt: true })

export const programmes = {
  /** The whole tree: an office has tens of programmes, not thousands. */
  list: query({
    input: z.strictObject({ search: z.string().max(120).default('') }),
    output: z.array(
      programme.omit({ removedAt: true, sortKey: true }).extend({
        editions: z.array(editionSeen.extend({ cohorts: z.array(cohortSeen) })),
      }),
    ),
    reads: ['programmes', 'enrolments', 'certificates'],
  }),
  create: command({ input: programmeFields, output: saved, changes: ['programmes'] }),
  update: command({ input: z.strictObject({ id, fields: programmeFields.partial() }), output: saved, changes: ['programmes'] }),
  /** Refused while it has editions. */
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['programmes'] }),
}

export const editions = {
  get: query({
    input: z.strictObject({ id }),
    output: z.strictObject({ programme: programme.omit({ removedAt: true, sortKey: true }), edition: editionSeen, partners: z.array(partnerSeen), cohorts: z.array(cohortSeen) }),
    reads: ['programmes', 'organisations', 'enrolments', 'certificates'],
  }),
  create: command({ input: editionFields, output: saved, changes: ['programmes'] }),
  /** The programme where it is new, its edition and the groups of it in one act. Gives the edition's id. */
  begin: command({
    input: z.strictObject({
      programme: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('known'), id }), z.strictObject({ kind: z.literal('new'), fields: programmeFields })]),
      edition: editionFields.omit({ programmeId: true }),
      /** Names of the groups, in any order. */
      cohorts: z.array(text(120)).max(100),
    }),
    output: saved,
    changes: ['programmes'],
  }),
  update: command({ input: z.strictObject({ id, fields: editionFields.partial() }), output: saved, changes: ['programmes'] }),
  /** Refused while it has enrolments or sessions. */
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['programmes'] }),
  /** A new edition with the same data, partners and groups, without people; dates are left empty. */
  copy: command({ input: z.strictObject({ id, name: text(120), year: z.number().int().min(1990).max(2100) }), output: saved, changes: ['programmes'] }),
  /** Replaces the whole list, in the order given. */
  setPartners: command({
    input: z.strictObject({ id, partners: z.array(z.strictObject({ organisationId: id, role: partnerRole, logoAssetId: id.nullable() })).max(20) }),
    output: saved,
    changes: ['programmes'],
  }),
}

export const cohorts = {
  get: query({
    input: z.strictObject({ id }),
    output: z.strictObject({ programme: programme.omit({ removedAt: true, sortKey: true }), edition: editionSeen, cohort: cohortSeen }),
    reads: ['programmes', 'enrolments', 'certificates'],
  }),
  create: command({ input: cohortFields, output: saved, changes: ['programmes'] }),
  update: command({ input: z.strictObject({ id, fields: cohortFields.partial() }), output: saved, changes: ['programmes'] }),
  /** Refused while somebody is enrolled or sessions are planned. */
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['programmes'] }),
}
