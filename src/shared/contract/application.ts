import { z } from 'zod'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, isoDate, optionalText, saved, text } from './common.ts'
import { reportFormat } from './reports.ts'

/** What a participant promised to do with what was learnt (levels 3 and 4: aplicación, impacto). */
export const applicationPlanFields = z.strictObject({
  promise: text(1000),
  /** What it should move: "días para atender un reclamo". */
  indicator: optionalText(300),
  baseline: optionalText(60),
  target: optionalText(60),
  promisedOn: isoDate,
  /** Who will check: the head, by name and post. */
  checker: optionalText(200),
})
export const applicationPlan = applicationPlanFields.extend({ id, enrolmentId: id, removedAt: z.string().nullable() })

export const checkLevel = z.enum(['application', 'impact'])
export const checkState = z.enum(['pending', 'done', 'partly', 'notDone'])

/** One look at a promise, so many months after. */
export const applicationCheck = z.strictObject({
  id,
  planId: id,
  level: checkLevel,
  /** 3, 6 or 12 usually. */
  months: z.number().int().min(1).max(60),
  dueOn: isoDate,
  state: checkState,
  checkedOn: isoDate.nullable(),
  checkedBy: optionalText(200),
  finding: optionalText(2000),
  /** What the indicator says now. */
  measured: optionalText(60),
  removedAt: z.string().nullable(),
})

const checkSeen = applicationCheck.omit({ removedAt: true, planId: true }).extend({ isOverdue: z.boolean(), evidence: z.array(z.strictObject({ id, fileName: z.string() })) })
/** Of who withdrew since, nothing is due any more. */
const planSeen = applicationPlan.omit({ removedAt: true }).extend({ personId: id, name: z.string(), cohortId: id, cohortName: z.string(), isWithdrawn: z.boolean(), checks: z.array(checkSeen) })

export const application = {
  list: query({
    input: z.strictObject({ cohortId: id.optional(), editionId: id.optional() }),
    output: z.strictObject({
      plans: z.array(planSeen),
      /** Participants who promised nothing yet. */
      without: z.array(z.strictObject({ enrolmentId: id, name: z.string() })),
      counts: z.strictObject({ participants: z.number().int(), plans: z.number().int(), pending: z.number().int(), overdue: z.number().int(), done: z.number().int(), partly: z.number().int(), notDone: z.number().int() }),
    }),
    reads: ['application', 'evidence', 'enrolments', 'people', 'programmes'],
  }),
  /** What is due in all groups until a day, the oldest first. */
  due: query({ input: z.strictObject({ until: isoDate }), output: z.array(z.strictObject({ checkId: id, planId: id, cohortId: id, cohortName: z.string(), name: z.string(), promise: z.string(), level: checkLevel, months: z.number().int(), dueOn: isoDate, isOverdue: z.boolean() })), reads: ['application', 'people', 'programmes'] }),
  /** `id` null adds one, with its checks at the months given, counted from the group's last day. */
  savePlan: command({ input: z.strictObject({ id: id.nullable(), enrolmentId: id, fields: applicationPlanFields, months: z.array(z.strictObject({ level: checkLevel, months: z.number().int().min(1).max(60) })).max(12).default([]) }), output: saved, changes: ['application'] }),
  removePlan: command({ input: z.strictObject({ id }), output: saved, changes: ['application'] }),
  addCheck: command({ input: z.strictObject({ planId: id, level: checkLevel, months: z.number().int().min(1).max(60) }), output: saved, changes: ['application'] }),
  /** Refused when it is said to be checked without a day and a name, or on a day to come. */
  saveCheck: command({ input: z.strictObject({ id, fields: applicationCheck.pick({ dueOn: true, state: true, checkedOn: true, checkedBy: true, finding: true, measured: true }).partial() }), output: saved, changes: ['application'] }),
  removeCheck: command({ input: z.strictObject({ id }), output: saved, changes: ['application'] }),
  report: job({ input: z.strictObject({ cohortId: id.optional(), editionId: id.optional(), format: reportFormat }), output: fileRef, changes: [] }),
}
