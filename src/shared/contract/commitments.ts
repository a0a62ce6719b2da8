import { z } from 'zod'
import { actorKinds, commitmentItemKinds, completionLevels, itemStates, ogpValues, opennessDegrees, planKinds, replannedFields } from '../domain/commitments.ts'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, isoDate, moment, optionalText, saved, text } from './common.ts'

/** Plan de acción: of the Open Government Partnership, or any other. */
export const planFields = z.strictObject({ name: text(200), kind: z.enum(planKinds), startsOn: isoDate.nullable(), endsOn: isoDate.nullable(), notes: optionalText(2000) })
export const commitmentPlan = planFields.extend({ id, removedAt: z.string().nullable() })

/** The fields of OGP's form (PERU.md F.1). */
export const commitmentFields = z.strictObject({
  planId: id,
  code: optionalText(40),
  title: text(400),
  startsOn: isoDate.nullable(),
  endsOn: isoDate.nullable(),
  leadOrganisationId: id.nullable(),
  leadUnit: optionalText(200),
  leadName: optionalText(200),
  leadPost: optionalText(200),
  leadEmail: optionalText(80),
  policyArea: optionalText(200),
  sector: optionalText(200),
  problem: optionalText(4000),
  statusQuo: optionalText(4000),
  action: optionalText(4000),
  contribution: optionalText(4000),
  outcomes: optionalText(4000),
  /** Long-term goal of the strategy it relates to. */
  longTermGoal: optionalText(2000),
  /** Budget, links to plans, sustainable development goals. */
  additional: optionalText(2000),
  /** OGP's five levels of completion; null: not judged yet. */
  completion: z.enum(completionLevels).nullable(),
  completionOn: isoDate.nullable(),
  completionNote: optionalText(4000),
})
export const commitment = commitmentFields.extend({ id, sortKey: z.string(), removedAt: z.string().nullable() })

/** Government, civil society, private sector; the organisation, or a name as written; who answers there. */
export const actorFields = z.strictObject({ kind: z.enum(actorKinds), organisationId: id.nullable(), name: optionalText(200), unit: optionalText(200), personId: id.nullable(), personName: optionalText(200), personPost: optionalText(200) })
export const commitmentActor = actorFields.extend({ id, commitmentId: id, position: z.number().int(), removedAt: z.string().nullable() })

/** An OGP value it is relevant to, why, and (at its end) how far it opened government. */
export const commitmentValue = z.strictObject({ id, commitmentId: id, value: z.enum(ogpValues), explanation: optionalText(2000), degree: z.enum(opennessDegrees).nullable(), removedAt: z.string().nullable() })

/** Product, milestone of a product, or outcome; an outcome may be told by an indicator. */
export const commitmentItemFields = z.strictObject({
  kind: z.enum(commitmentItemKinds),
  /** Of a milestone: its product. */
  parentId: id.nullable(),
  name: text(400),
  startsOn: isoDate.nullable(),
  endsOn: isoDate.nullable(),
  verification: optionalText(500),
  responsible: optionalText(200),
  state: z.enum(itemStates),
  doneOn: isoDate.nullable(),
  indicatorId: id.nullable(),
  note: optionalText(2000),
})
export const commitmentItem = commitmentItemFields.extend({ id, commitmentId: id, position: z.number().int(), removedAt: z.string().nullable() })

/** A change of the plan itself, kept with its reason. `itemId` null: of the commitment. */
export const replanning = z.strictObject({ id, commitmentId: id, itemId: id.nullable(), field: z.enum(replannedFields), before: z.string().nullable(), after: z.string().nullable(), reason: text(1000), decidedOn: isoDate, document: optionalText(200), at: moment, who: z.string(), removedAt: z.string().nullable() })

/** Training and initiatives that carry it out: one of both ids. */
export const commitmentLink = z.strictObject({ id, commitmentId: id, editionId: id.nullable(), initiativeId: id.nullable(), removedAt: z.string().nullable() })

const itemSeen = commitmentItem.omit({ removedAt: true, commitmentId: true }).extend({ isOverdue: z.boolean(), attachments: z.number().int(), indicator: z.strictObject({ frameId: id, name: z.string(), value: z.number().nullable(), target: z.number().nullable(), unit: z.string().nullable() }).nullable() })
const commitmentRow = z.strictObject({ id, planId: id, code: z.string().nullable(), title: z.string(), startsOn: isoDate.nullable(), endsOn: isoDate.nullable(), completion: z.enum(completionLevels).nullable(), products: z.number().int(), productsDone: z.number().int(), overdue: z.number().int(), replannings: z.number().int() })

export const commitments = {
  /** Plans with their commitments. */
  list: query({ input: z.strictObject({}), output: z.array(planFields.extend({ id, commitments: z.array(commitmentRow) })), reads: ['commitments'] }),
  savePlan: command({ input: z.strictObject({ id: id.nullable(), fields: planFields }), output: saved, changes: ['commitments'] }),
  /** Refused while it has commitments. */
  removePlan: command({ input: z.strictObject({ id }), output: saved, changes: ['commitments'] }),
  get: query({
    input: z.strictObject({ id }),
    output: z.strictObject({
      plan: planFields.extend({ id }),
      commitment: commitmentFields.extend({ id, leadOrganisationName: z.string().nullable() }),
      actors: z.array(commitmentActor.omit({ removedAt: true, commitmentId: true, position: true }).extend({ organisationName: z.string().nullable() })),
      values: z.array(commitmentValue.omit({ removedAt: true, commitmentId: true })),
      items: z.array(itemSeen),
      replannings: z.array(replanning.omit({ removedAt: true, commitmentId: true }).extend({ itemName: z.string().nullable() })),
      editions: z.array(z.strictObject({ editionId: id, programmeName: z.string(), editionName: z.string(), participants: z.number().int() })),
      initiatives: z.array(z.strictObject({ initiativeId: id, title: z.string(), stage: z.string() })),
    }),
    reads: ['*'],
  }),
  create: command({ input: commitmentFields, output: saved, changes: ['commitments'] }),
  /** Dates and title of a commitment that began change by `replan`; refused here. */
  update: command({ input: z.strictObject({ id, fields: commitmentFields.partial() }), output: saved, changes: ['commitments'] }),
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['commitments'] }),
  setActors: command({ input: z.strictObject({ id, actors: z.array(actorFields).max(60) }), output: saved, changes: ['commitments'] }),
  setValues: command({ input: z.strictObject({ id, values: z.array(commitmentValue.pick({ value: true, explanation: true, degree: true })).max(10) }), output: saved, changes: ['commitments'] }),
  /** Refused when it is done without a day, on a day to come, or a milestone has no product. Dates of one that began change by `replan`. */
  saveItem: command({ input: z.strictObject({ commitmentId: id, id: id.nullable(), fields: commitmentItemFields }), output: saved, changes: ['commitments'] }),
  orderItems: command({ input: z.strictObject({ commitmentId: id, ids: z.array(id).min(1).max(200) }), output: saved, changes: ['commitments'] }),
  removeItem: command({ input: z.strictObject({ id }), output: saved, changes: ['commitments'] }),
  /** Changes dates or name, or drops a product, and keeps why and by which document. `dropped`: `after` is ignored. */
  replan: command({
    input: z.strictObject({ commitmentId: id, itemId: id.nullable(), changes: z.array(z.strictObject({ field: replanning.shape.field, after: optionalText(400) })).min(1).max(5), reason: text(1000), decidedOn: isoDate, document: optionalText(200) }),
    output: saved,
    changes: ['commitments'],
  }),
  setLinks: command({ input: z.strictObject({ id, editionIds: z.array(id).max(200), initiativeIds: z.array(id).max(200) }), output: saved, changes: ['commitments'] }),
  /** The sheet that citizens read. HTML is one file without anything from outside. */
  sheet: job({ input: z.strictObject({ id, format: z.enum(['pdf', 'html']) }), output: fileRef, changes: [] }),
}
