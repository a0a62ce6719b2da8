import { z } from 'zod'
import { followUpStates, initiativeKinds, initiativeRoles, initiativeStages } from '../domain/initiatives.ts'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { cents, currency } from './agreements.ts'
import { districtCode, id, isoDate, optionalText, saved, text } from './common.ts'
import { reportFormat } from './reports.ts'

/** An initiative of participants, or the action plan of one of them. */
export const initiativeFields = z.strictObject({
  kind: z.enum(initiativeKinds),
  code: optionalText(40),
  title: text(300),
  problem: optionalText(4000),
  proposal: optionalText(4000),
  /** City or community, as it is called; the district tells where. */
  place: optionalText(200),
  districtCode: districtCode.nullable(),
  editionId: id.nullable(),
  cohortId: id.nullable(),
  agreementId: id.nullable(),
  amountCents: cents.nullable(),
  currency: currency.nullable(),
  beneficiaries: z.number().int().min(0).max(50_000_000).nullable(),
  beneficiariesNote: optionalText(500),
  outcome: optionalText(4000),
  dueOn: isoDate.nullable(),
})
export const initiative = initiativeFields.extend({ id, /** Its latest stage. */ stage: z.enum(initiativeStages), stageOn: isoDate, searchKey: z.string(), sortKey: z.string(), removedAt: z.string().nullable() })

/** Author, adviser, responsible: a person of the register, or a name. */
export const initiativePerson = z.strictObject({ id, initiativeId: id, personId: id.nullable(), name: optionalText(200), role: z.enum(initiativeRoles), position: z.number().int(), removedAt: z.string().nullable() })

/** When it came to a stage. */
export const initiativeStep = z.strictObject({ id, initiativeId: id, stage: z.enum(initiativeStages), on: isoDate, note: optionalText(1000), removedAt: z.string().nullable() })

/** A consulting session: advice to an initiative or action plan, perhaps in a session of the course. */
export const consultingFields = z.strictObject({ on: isoDate, minutes: z.number().int().min(1).max(1440).nullable(), adviserId: id.nullable(), adviserName: optionalText(200), subject: text(300), advice: optionalText(4000), agreed: optionalText(2000), sessionId: id.nullable() })
export const consulting = consultingFields.extend({ id, initiativeId: id, removedAt: z.string().nullable() })

/** A look at it 3, 6 or 12 months after; evidence is kept as attachments. */
export const followUpFields = z.strictObject({ dueOn: isoDate, state: z.enum(followUpStates), checkedOn: isoDate.nullable(), checkedBy: optionalText(200), finding: optionalText(4000) })
export const followUp = followUpFields.extend({ id, initiativeId: id, months: z.number().int().min(1).max(60), removedAt: z.string().nullable() })

const followUpSeen = followUp.omit({ removedAt: true, initiativeId: true }).extend({ isOverdue: z.boolean(), attachments: z.number().int() })
const initiativeRow = initiative.omit({ searchKey: true, sortKey: true, removedAt: true, problem: true, proposal: true, outcome: true }).extend({
  authors: z.array(z.string()),
  districtName: z.string().nullable(),
  editionName: z.string().nullable(),
  /** Where it is grouped: its place, else its district's name. */
  placeLabel: z.string(),
  /** The next follow-up that waits; one that was stopped waits for none. */
  nextDueOn: isoDate.nullable(),
  followUps: z.array(z.strictObject({ months: z.number().int(), state: z.enum(followUpStates), dueOn: isoDate, checkedOn: isoDate.nullable(), isOverdue: z.boolean() })),
  /** A follow-up is late, or its own day passed before it was finished. */
  isOverdue: z.boolean(),
})

export const initiativeFilter = z.strictObject({
  search: z.string().max(120).default(''),
  kind: z.enum(initiativeKinds).optional(),
  stage: z.enum(initiativeStages).optional(),
  /** As `places` of the list calls it; '' for what has none. */
  place: z.string().max(200).optional(),
  editionId: id.optional(),
  cohortId: id.optional(),
  agreementId: id.optional(),
  personId: id.optional(),
  onlyOverdue: z.boolean().default(false),
})

export const initiatives = {
  /** By place and then by title. Each count is of what the other filters leave. */
  list: query({
    input: initiativeFilter,
    output: z.strictObject({ rows: z.array(initiativeRow), kinds: z.array(z.strictObject({ kind: z.enum(initiativeKinds), count: z.number().int() })), stages: z.array(z.strictObject({ stage: z.enum(initiativeStages), count: z.number().int() })), places: z.array(z.strictObject({ place: z.string(), count: z.number().int() })), overdue: z.number().int() }),
    reads: ['initiatives', 'people', 'programmes'],
  }),
  get: query({
    input: z.strictObject({ id }),
    output: z.strictObject({
      initiative: initiativeFields.extend({ id, stage: z.enum(initiativeStages), stageOn: isoDate, districtName: z.string().nullable(), editionName: z.string().nullable(), cohortName: z.string().nullable() }),
      people: z.array(initiativePerson.omit({ removedAt: true, initiativeId: true, position: true }).extend({ shownName: z.string() })),
      steps: z.array(initiativeStep.omit({ removedAt: true, initiativeId: true })),
      consultings: z.array(consulting.omit({ removedAt: true, initiativeId: true }).extend({ adviser: z.string().nullable() })),
      followUps: z.array(followUpSeen),
      commitments: z.array(z.strictObject({ commitmentId: id, title: z.string() })),
    }),
    reads: ['initiatives', 'people', 'programmes', 'attachments', 'commitments'],
  }),
  /** With its authors; it begins in the stage and on the day given, and its follow-ups are due 3, 6 and 12 months after the group's last day, or after that day. */
  create: command({ input: z.strictObject({ fields: initiativeFields, stage: z.enum(initiativeStages).default('idea'), on: isoDate, authorIds: z.array(id).max(50).default([]), months: z.array(z.number().int().min(1).max(60)).max(12).default([3, 6, 12]) }), output: saved, changes: ['initiatives'] }),
  update: command({ input: z.strictObject({ id, fields: initiativeFields.partial() }), output: saved, changes: ['initiatives'] }),
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['initiatives'] }),
  setPeople: command({ input: z.strictObject({ id, people: z.array(z.strictObject({ personId: id.nullable(), name: optionalText(200), role: z.enum(initiativeRoles) })).max(60) }), output: saved, changes: ['initiatives'] }),
  /** Refused on a day before the stage it is in. */
  moveTo: command({ input: z.strictObject({ id, stage: z.enum(initiativeStages), on: isoDate, note: optionalText(1000) }), output: saved, changes: ['initiatives'] }),
  /** Takes back the latest step, by its id; an initiative keeps its first. */
  removeStep: command({ input: z.strictObject({ id }), output: saved, changes: ['initiatives'] }),
  saveConsulting: command({ input: z.strictObject({ initiativeId: id, id: id.nullable(), fields: consultingFields }), output: saved, changes: ['initiatives'] }),
  removeConsulting: command({ input: z.strictObject({ id }), output: saved, changes: ['initiatives'] }),
  addFollowUp: command({ input: z.strictObject({ initiativeId: id, months: z.number().int().min(1).max(60), dueOn: isoDate }), output: saved, changes: ['initiatives'] }),
  /** Refused when it is said to be checked without a day and a name, or on a day to come. */
  saveFollowUp: command({ input: z.strictObject({ id, fields: followUpFields.partial() }), output: saved, changes: ['initiatives'] }),
  removeFollowUp: command({ input: z.strictObject({ id }), output: saved, changes: ['initiatives'] }),
  /** One action plan for each participant of a group who has none, named by her promise of application where there is one. */
  planForEach: command({ input: z.strictObject({ cohortId: id, on: isoDate, dueOn: isoDate.nullable() }), output: z.strictObject({ ids: z.array(id), alreadyThere: z.number().int(), act: id }), changes: ['initiatives'] }),
  /** What is due until a day, the oldest first. */
  due: query({ input: z.strictObject({ until: isoDate }), output: z.array(z.strictObject({ followUpId: id, initiativeId: id, title: z.string(), place: z.string().nullable(), months: z.number().int(), dueOn: isoDate, isOverdue: z.boolean() })), reads: ['initiatives'] }),
  report: job({ input: initiativeFilter.extend({ format: reportFormat }), output: fileRef, changes: [] }),
}
