import { z } from 'zod'
import { agreementKinds, itemKinds, partyRoles } from '../../../shared/domain/agreements.ts'
import { countedThings } from '../../../shared/domain/counting/dimensions.ts'

/** Fields that the contract checks: the file says the same as the form. */
const fields = z.looseObject({})
const day = z.string()

const agreementPlan = z.object({
  /** By which editions, frames and reports of the file name it. */
  key: z.string(),
  kind: z.enum(agreementKinds),
  number: z.string().nullable().default(null),
  title: z.string(),
  signedOn: day.nullable().default(null),
  startsOn: day.nullable().default(null),
  endsOn: day.nullable().default(null),
  amountCents: z.number().nullable().default(null),
  currency: z.string().nullable().default(null),
  purpose: z.string().nullable().default(null),
  /** Key of the agreement that it follows. */
  predecessor: z.string().nullable().default(null),
  parties: z.array(z.object({ name: z.string(), kind: z.string(), role: z.enum(partyRoles) })),
  items: z.array(z.object({ kind: z.enum(itemKinds), name: z.string(), quantity: z.number().nullable().default(null), unit: z.string().nullable().default(null), amountCents: z.number().nullable().default(null) })).default([]),
  addenda: z.array(fields).default([]),
  editions: z.array(z.object({ edition: z.string(), share: z.number() })).default([]),
  budget: z.array(z.object({ edition: z.string().nullable().default(null), category: z.string(), concept: z.string(), plannedCents: z.number(), currency: z.string(), expenses: z.array(fields).default([]) })).default([]),
})

const indicatorPlan = z.object({
  key: z.string(),
  code: z.string().nullable().default(null),
  name: z.string(),
  unit: z.string(),
  counts: z.enum(countedThings),
  once: z.enum(['ever', 'period']).default('ever'),
  /** What it asks, over asking nothing; editions and register by their keys. */
  definition: fields.default({}),
  editions: z.array(z.string()).default([]),
  register: z.string().nullable().default(null),
  parts: z.array(z.string()).default([]),
  over: z.array(z.string()).default([]),
  hourMinutes: z.number().default(60),
  baseline: z.number().nullable().default(null),
  verification: z.string().nullable().default(null),
  dimensions: z.array(z.string()).default([]),
  /** Over the whole frame, and for each period in order. */
  target: z.number().nullable().default(null),
  targets: z.array(z.number().nullable()).default([]),
  /** Typed by hand: one a period, by its place. */
  entries: z.array(z.object({ period: z.number(), value: z.number(), verification: z.string() })).default([]),
})

const framePlan = z.object({
  name: z.string(),
  organisation: z.object({ name: z.string(), kind: z.string() }).nullable().default(null),
  agreement: z.string().nullable().default(null),
  withCommitment: z.boolean().default(false),
  periods: z.array(z.object({ name: z.string(), startsOn: day, endsOn: day })),
  /** How many of its periods, from the first, are closed. */
  closed: z.number().default(0),
  results: z.array(z.object({ level: z.enum(['goal', 'purpose', 'result', 'activity']), code: z.string().nullable().default(null), text: z.string(), indicators: z.array(indicatorPlan) })),
})
export type FramePlan = z.output<typeof framePlan>
export type IndicatorPlan = z.output<typeof indicatorPlan>

/** Follow-ups that were looked at: those due until a day, by whom, and what was found. */
const checkedPlan = z.object({ until: day, by: z.string(), finding: z.string() })

const initiativesPlan = z.object({
  /** Of `samples/programas`. */
  file: z.string(),
  edition: z.string(),
  agreement: z.string().nullable().default(null),
  /** Of each city, in order: the stage it has come to, and the day. */
  stages: z.array(z.object({ stage: z.string(), on: day })),
  startedOn: day,
  checked: checkedPlan,
})

/** What the results part of an example holds, all but the training. */
export const resultsFile = z.object({
  rates: z.array(z.object({ currency: z.string(), since: day, soles: z.string(), source: z.string().nullable().default(null) })).default([]),
  agreements: z.array(agreementPlan).default([]),
  /** A commitment of `samples/programas`, and the editions and outcomes that tie it to the register. */
  commitment: z.object({ file: z.string(), editions: z.array(z.string()), outcomes: z.array(z.object({ item: z.string(), indicator: z.string() })).default([]), completion: fields.nullable().default(null) }).nullable().default(null),
  initiatives: initiativesPlan.nullable().default(null),
  actionPlans: z.object({ edition: z.string(), on: day, dueOn: day, stages: z.array(z.object({ stage: z.string(), on: day })), checked: checkedPlan }).nullable().default(null),
  registers: z.array(z.object({ key: z.string(), register: fields, file: z.string() })).default([]),
  contacts: z.object({ edition: z.string(), on: day, subject: z.string(), every: z.number() }).nullable().default(null),
  frame: framePlan,
  report: z.object({ name: z.string(), agreement: z.string().nullable().default(null), currency: z.string().nullable().default(null) }),
})
export type ResultsFile = z.output<typeof resultsFile>
