import { z } from 'zod'
import { breakdownDimensions, countedThings, datings, placesOf } from '../domain/counting/dimensions.ts'
import { modalities, paperKinds } from '../domain/training.ts'
import { id } from './common.ts'
import { enrolmentRole, enrolmentState } from './enrolments.ts'
import { personClass, sex } from './people.ts'

/** What an indicator counts: `domain/counting/dimensions.ts`. */
export const countedThing = z.enum(countedThings)
export const breakdownDimension = z.enum(breakdownDimensions)

const ids = z.array(id).max(500)
const codes = z.array(z.string().min(1).max(60)).max(200)

/**
 * Who and what counts, as data that an office reads as a sentence and edits. All that is given must hold; an empty list or
 * null asks nothing. Every condition has its own place in the sentence (`domain/counting/sentence.ts`).
 */
export const definition = z.strictObject({
  /** The training: any of these. Editions paid by an agreement, or linked to a commitment, come in through it. */
  programmeIds: ids,
  editionIds: ids,
  cohortIds: ids,
  agreementIds: ids,
  commitmentIds: ids,
  actionTypes: codes,
  modalities: z.array(z.enum(modalities)).max(3),
  /** INEI codes of two, four or six digits: department, province, district. */
  places: z.array(z.string().regex(/^(\d{2}|\d{4}|\d{6})$/)).max(200),
  /** Whose place is meant, here and in breakdowns by place. */
  placeOf: z.enum(placesOf),
  /** Who. */
  roles: z.array(enrolmentRole).max(4),
  states: z.array(enrolmentState).max(4),
  personClasses: z.array(personClass).max(4),
  sexes: z.array(sex).max(2),
  /** In whole years on the first day of the group. */
  ageFrom: z.number().int().min(0).max(120).nullable(),
  ageTo: z.number().int().min(0).max(120).nullable(),
  sectors: codes,
  organisationKinds: codes,
  organisationIds: ids,
  regimes: codes,
  areas: codes,
  ethnicities: codes,
  languages: codes,
  disabilities: codes,
  /** What was earned. Minutes attended at least. */
  leastMinutes: z.number().int().min(0).max(600_000).nullable(),
  /** Percent of the minutes asked of the person. */
  leastShare: z.number().min(0).max(100).nullable(),
  /** Final mark, 0–20. */
  leastMark: z.number().min(0).max(20).nullable(),
  /** A paper in force of that kind. */
  paper: z.enum(['any', ...paperKinds]).nullable(),
  /** Stands in a closed record of results in force with what it gives. */
  inActa: z.boolean(),
  /** Which day puts it into a period. */
  dated: z.enum(datings),
  /** Initiatives and action plans: kinds and stages. */
  initiativeKinds: codes,
  initiativeStages: codes,
  /** Rows of a register of results, and the values that its fields of choice must have. */
  registerId: id.nullable(),
  rowConditions: z.array(z.strictObject({ fieldId: z.string().max(40), values: z.array(z.string().max(200)).min(1).max(50) })).max(20),
})
export type Definition = z.output<typeof definition>

/** One category of a breakdown. `key` '' is what is not known. */
export const breakdownCell = z.strictObject({ key: z.string(), label: z.string(), value: z.number() })

/** A figure split. The cells of people add up to `total`: each person stands in one cell, by what was known at the latest thing counted. */
export const breakdownSeen = z.strictObject({ dimension: z.string(), label: z.string(), isSensitive: z.boolean(), cells: z.array(breakdownCell), total: z.number() })

/** One thing behind a figure. */
export const behindRow = z.strictObject({
  kind: z.enum(['person', 'participation', 'organisation', 'certificate', 'session', 'initiative', 'row', 'entry']),
  /** Of the person, enrolment, organisation, certificate, session, initiative, row, or typed entry. */
  id,
  label: z.string(),
  /** Document, post and organisation, kind, number… as one line. */
  detail: z.string(),
  personId: id.nullable(),
  cohortId: id.nullable(),
  cohortName: z.string().nullable(),
  /** The day that puts it into the period. */
  on: z.iso.date().nullable(),
  /** What it adds to the figure: 1, or hours. */
  value: z.number(),
  /** Signed pages and files that prove it. */
  evidence: z.number().int(),
})

/** How many things each condition leaves, in the order of the sentence, and the one that takes most away when nobody is left. */
export const exclusions = z.strictObject({
  /** Enrolments (or papers, sessions, initiatives, rows) that there are. */
  all: z.number().int(),
  steps: z.array(z.strictObject({ condition: z.string(), words: z.string(), left: z.number().int(), /** Of all, how many it alone would leave out. */ excludes: z.number().int() })),
  value: z.number(),
  /** What it comes to as a sentence: says which condition excludes most where nothing counts. */
  sentence: z.string(),
})
