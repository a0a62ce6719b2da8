import { z } from 'zod'
import { enrolmentRoles, enrolmentStates } from '../domain/training.ts'
import { command, query } from '../rpc/define.ts'
import { id } from './common.ts'

/** Participante, ponente, organizador, facilitador. */
export const enrolmentRole = z.enum(enrolmentRoles)
/** Inscrito, culminó (attended), aprobó, se retiró. */
export const enrolmentState = z.enum(enrolmentStates)

export const enrolment = z.strictObject({
  id,
  cohortId: id,
  personId: id,
  /** The post held on the training days. */
  postId: id.nullable(),
  role: enrolmentRole,
  state: enrolmentState,
  removedAt: z.string().nullable(),
})

const enrolmentSeen = z.strictObject({
  id,
  personId: id,
  cohortId: id,
  cohortName: z.string(),
  role: enrolmentRole,
  state: enrolmentState,
  documentType: z.string(),
  documentNumber: z.string().nullable(),
  firstSurname: z.string(),
  secondSurname: z.string().nullable(),
  givenNames: z.string(),
  certificateName: z.string().nullable(),
  sex: z.enum(['F', 'M']).nullable(),
  organisationName: z.string().nullable(),
  postTitle: z.string().nullable(),
  /** Numbers of the certificates already given for this enrolment. */
  certificates: z.array(z.string()),
})

export const enrolments = {
  /** Those of a group, or of all the groups of an edition, in alphabetical order. */
  list: query({
    input: z.strictObject({ cohortId: id.optional(), editionId: id.optional(), role: enrolmentRole.optional(), search: z.string().max(120).default('') }),
    output: z.array(enrolmentSeen),
    reads: ['enrolments', 'people', 'organisations', 'certificates'],
  }),
  /** Those already enrolled in that group with that role are left as they are. */
  add: command({
    input: z.strictObject({ cohortId: id, personIds: z.array(id).min(1).max(5000), role: enrolmentRole.default('participant') }),
    output: z.strictObject({ added: z.number().int(), alreadyThere: z.number().int(), act: id }),
    changes: ['enrolments'],
  }),
  update: command({
    input: z.strictObject({ ids: z.array(id).min(1).max(5000), role: enrolmentRole.optional(), state: enrolmentState.optional() }),
    output: z.strictObject({ changed: z.number().int(), act: id }),
    changes: ['enrolments'],
  }),
  /** Refused for those who already hold a certificate of that group, or have attendance or marks in it. */
  remove: command({ input: z.strictObject({ ids: z.array(id).min(1).max(5000) }), output: z.strictObject({ changed: z.number().int(), act: id }), changes: ['enrolments'] }),
}
