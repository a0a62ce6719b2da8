import { z } from 'zod'
import { query } from '../rpc/define.ts'
import { id, isoDate } from './common.ts'
import { sex } from './people.ts'

/** What a region shows on the map. */
export const regionFigures = z.strictObject({ /** INEI code of a department; '' where no place is known. */ code: z.string(), name: z.string(), people: z.number().int(), participations: z.number().int(), hours: z.number(), certificates: z.number().int(), cohorts: z.number().int(), initiatives: z.number().int() })

export const dashboard = {
  /** All there is, or of one programme, or of some days (by the last day of each group). */
  overview: query({
    input: z.strictObject({ programmeId: id.nullable().default(null), from: isoDate.nullable().default(null), until: isoDate.nullable().default(null) }),
    output: z.strictObject({
      totals: z.strictObject({ programmes: z.number().int(), editions: z.number().int(), cohorts: z.number().int(), people: z.number().int(), participations: z.number().int(), hours: z.number(), certificates: z.number().int(), organisations: z.number().int(), women: z.number().int(), initiatives: z.number().int() }),
      /** Every department of Peru, in INEI's order, and what has no place at the end. */
      regions: z.array(regionFigures),
      /** The years of all groups (of the programme), whatever the days; the latest first. */
      yearsThere: z.array(z.number().int()),
      /** By year of the group's last day. */
      years: z.array(z.strictObject({ year: z.number().int(), people: z.number().int(), hours: z.number(), certificates: z.number().int() })),
      programmes: z.array(z.strictObject({ id, name: z.string(), editions: z.number().int(), people: z.number().int(), hours: z.number(), certificates: z.number().int() })),
      /** Indicators with a target over all their periods, against the part of the time that is over. */
      progress: z.array(z.strictObject({ frameId: id, frameName: z.string(), indicatorId: id, name: z.string(), unit: z.string().nullable(), target: z.number(), actual: z.number().nullable(), percent: z.number().nullable(), /** Percent of the time between the first and last day of the frame's periods that is over. */ timePercent: z.number() })),
      /** What waits, until sixty days from now: follow-ups, products, periods to close, contacts, promises to check by group, agreements that end; the oldest first. `id` is of the initiative, commitment, frame, person, group or agreement. */
      due: z.array(z.strictObject({ kind: z.enum(['followUp', 'product', 'period', 'contact', 'application', 'agreement']), id, title: z.string(), dueOn: isoDate, isOverdue: z.boolean() })),
    }),
    reads: ['*'],
  }),
  /** Who stands behind a figure of the dashboard: people of a department ('': of no known place), year, programme or sex. */
  people: query({
    input: z.strictObject({ programmeId: id.nullable().default(null), from: isoDate.nullable().default(null), until: isoDate.nullable().default(null), department: z.string().max(2).nullable().default(null), sex: sex.nullable().default(null), offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(100) }),
    output: z.strictObject({ rows: z.array(z.strictObject({ personId: id, name: z.string(), documentNumber: z.string().nullable(), organisationName: z.string().nullable(), cohortId: id, cohortName: z.string(), editionName: z.string(), hours: z.number(), certificates: z.number().int() })), total: z.number().int() }),
    reads: ['*'],
  }),
}
