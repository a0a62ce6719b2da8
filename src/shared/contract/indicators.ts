import { z } from 'zod'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { behindRow, breakdownSeen, countedThing, definition, exclusions } from './counting.ts'
import { id, isoDate, moment, optionalText, saved, sha256, text, window } from './common.ts'
import { reportFormat } from './reports.ts'

/** Matriz de indicadores: what one funder or plan is told, with its own periods. */
export const frameFields = z.strictObject({
  name: text(200),
  /** The funder; null for the office's own. */
  organisationId: id.nullable(),
  agreementId: id.nullable(),
  commitmentId: id.nullable(),
  notes: optionalText(2000),
})
export const frame = frameFields.extend({ id, sortKey: z.string(), removedAt: z.string().nullable() })

/** Objetivo general, objetivo específico, resultado, actividad. */
export const resultLevel = z.enum(['goal', 'purpose', 'result', 'activity'])
export const frameResultFields = z.strictObject({ level: resultLevel, code: optionalText(20), text: text(500) })
export const frameResult = frameResultFields.extend({ id, frameId: id, position: z.number().int(), removedAt: z.string().nullable() })

export const periodFields = z.strictObject({ name: text(80), startsOn: isoDate, endsOn: isoDate })
/** Periods of one frame never overlap. */
export const period = periodFields.extend({
  id,
  frameId: id,
  /** Closed: what it said then stays; what came later shows as an adjustment. */
  closedAt: moment.nullable(),
  closedBy: z.string().nullable(),
  /** Why it was opened again the last time. */
  reopenReason: z.string().nullable(),
  removedAt: z.string().nullable(),
})

export const indicatorFields = z.strictObject({
  resultId: id.nullable(),
  code: optionalText(20),
  name: text(400),
  /** "personas", "horas-persona", "%": a target cannot be set without it. */
  unit: optionalText(60),
  counts: countedThing,
  /** Of unique people and organisations: once ever (in the first period they count), or once in each period. */
  once: z.enum(['ever', 'period']),
  definition,
  /** Of sums and shares: ids of indicators; a share is the first list over the second. Never itself, not even through others. */
  parts: z.array(id).max(50),
  over: z.array(id).max(50),
  /** Minutes of the hours that are counted: 60 cronológica, 45 pedagógica… */
  hourMinutes: z.number().int().min(30).max(60),
  baseline: z.number().nullable(),
  baselineOn: isoDate.nullable(),
  baselineNote: optionalText(500),
  /** Fuente o medio de verificación. */
  verification: optionalText(500),
  /** Dimensions shown beside it; taking one away loses nothing. `field:<id>` for fields of a register. */
  dimensions: z.array(z.string().max(60)).max(12),
  notes: optionalText(2000),
})
/** Lists and the definition are kept as JSON. */
export const indicator = indicatorFields
  .omit({ definition: true, parts: true, over: true, dimensions: true })
  .extend({ id, frameId: id, definition: z.string(), parts: z.string(), over: z.string(), dimensions: z.string(), position: z.number().int(), removedAt: z.string().nullable() })

/** Meta. `periodId` null: of the whole frame. `dimension` and `category` null: of the whole figure. */
export const targetFields = z.strictObject({ periodId: id.nullable(), dimension: z.string().max(60).nullable(), category: z.string().max(120).nullable(), value: z.number() })
export const target = targetFields.extend({ id, indicatorId: id, removedAt: z.string().nullable() })

/** A figure typed by hand, whole or for a category; its evidence is kept as attachments. */
export const actualFields = z.strictObject({ periodId: id, dimension: z.string().max(60).nullable(), category: z.string().max(120).nullable(), value: z.number(), on: isoDate.nullable(), verification: text(500), note: optionalText(500) })
export const actual = actualFields.extend({ id, indicatorId: id, removedAt: z.string().nullable() })

/**
 * What a closed period said of one indicator; `value` null where nothing was typed, or a share stood over nothing. `frozen` is
 * JSON: definition, breakdowns, and everything behind the figure, deflated (RFC 1950) and in base64: 100,000 people take some MB.
 */
export const frozenFigure = z.strictObject({ id, periodId: id, indicatorId: id, value: z.number().nullable(), frozen: z.string(), frozenHash: sha256, at: moment, who: z.string(), removedAt: z.string().nullable() })

const periodSeen = period.omit({ removedAt: true, frameId: true, reopenReason: true })
const indicatorSeen = indicatorFields.extend({ id, frameId: id, position: z.number().int(), /** What it counts, as a sentence. */ sentence: z.string() })

/** Of one indicator in one period, or over all of them. */
export const figureSeen = z.strictObject({
  target: z.number().nullable(),
  /** Frozen where the period is closed, live otherwise; null: nothing typed yet, or a share over nothing. */
  actual: z.number().nullable(),
  /** Live minus frozen, of a closed period; 0 where nothing came late. */
  adjustment: z.number().nullable(),
  /** Of the target, 0 to 100 and over; null without one. */
  percent: z.number().nullable(),
})

/** What the figure is asked over: one period, some days, or (both null) all there is. */
export const figureAsked = z.strictObject({ indicatorId: id, periodId: id.nullable().default(null), from: isoDate.nullable().default(null), until: isoDate.nullable().default(null) })

export const frames = {
  list: query({
    input: z.strictObject({}),
    output: z.array(frameFields.extend({ id, organisationName: z.string().nullable(), indicators: z.number().int(), periods: z.array(periodSeen), /** A period that is over and not closed. */ toClose: id.nullable() })),
    reads: ['indicators', 'organisations'],
  }),
  get: query({
    input: z.strictObject({ id }),
    output: z.strictObject({ frame: frameFields.extend({ id, organisationName: z.string().nullable() }), periods: z.array(periodSeen), results: z.array(frameResult.omit({ removedAt: true, frameId: true })), indicators: z.array(indicatorSeen) }),
    reads: ['indicators', 'organisations', 'registers', 'programmes'],
  }),
  create: command({ input: frameFields, output: saved, changes: ['indicators'] }),
  update: command({ input: z.strictObject({ id, fields: frameFields.partial() }), output: saved, changes: ['indicators'] }),
  /** Refused while a period of it is closed or a report was issued with it. */
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['indicators'] }),
  /** `id` null adds one at the end. */
  saveResult: command({ input: z.strictObject({ frameId: id, id: id.nullable(), fields: frameResultFields }), output: saved, changes: ['indicators'] }),
  orderResults: command({ input: z.strictObject({ frameId: id, ids: z.array(id).min(1).max(200) }), output: saved, changes: ['indicators'] }),
  /** Its indicators stay, without a result. */
  removeResult: command({ input: z.strictObject({ id }), output: saved, changes: ['indicators'] }),
  /** Refused when it overlaps another of the frame, ends before it starts, or is closed. */
  savePeriod: command({ input: z.strictObject({ frameId: id, id: id.nullable(), fields: periodFields }), output: saved, changes: ['indicators'] }),
  /** Periods of so many months one after another; refused when one would overlap. */
  makePeriods: command({ input: z.strictObject({ frameId: id, startsOn: isoDate, months: z.number().int().min(1).max(36), count: z.number().int().min(1).max(60) }), output: z.strictObject({ ids: z.array(id), act: id }), changes: ['indicators'] }),
  /** Refused while it is closed or has targets or typed figures. */
  removePeriod: command({ input: z.strictObject({ id }), output: saved, changes: ['indicators'] }),
  /** Freezes every figure of the period with what is behind it. Refused before its last day is over. */
  closePeriod: command({ input: z.strictObject({ id }), output: saved, changes: ['indicators'] }),
  /** The frozen figures are kept aside. Refused while a report issued stands on them. */
  reopenPeriod: command({ input: z.strictObject({ id, reason: text(500) }), output: saved, changes: ['indicators'] }),
}

export const indicators = {
  get: query({
    input: z.strictObject({ id }),
    output: z.strictObject({ indicator: indicatorSeen, targets: z.array(target.omit({ removedAt: true, indicatorId: true })), actuals: z.array(actual.omit({ removedAt: true, indicatorId: true }).extend({ attachments: z.number().int() })) }),
    reads: ['indicators', 'attachments', 'registers', 'programmes'],
  }),
  create: command({ input: z.strictObject({ frameId: id, fields: indicatorFields }), output: saved, changes: ['indicators'] }),
  /** What counts may change at any time: closed periods keep what they said. */
  update: command({ input: z.strictObject({ id, fields: indicatorFields.partial() }), output: saved, changes: ['indicators'] }),
  order: command({ input: z.strictObject({ frameId: id, ids: z.array(id).min(1).max(500) }), output: saved, changes: ['indicators'] }),
  /** With its targets, to this frame or another. */
  copy: command({ input: z.strictObject({ id, frameId: id }), output: saved, changes: ['indicators'] }),
  /** Refused while another is made of it, or a closed period holds it. */
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['indicators'] }),
  /** Null erases it. Refused while the indicator has no unit. */
  setTarget: command({ input: z.strictObject({ indicatorId: id, fields: targetFields.extend({ value: z.number().nullable() }) }), output: saved, changes: ['indicators'] }),
  /** Of an indicator typed by hand. Refused in a closed period. */
  saveActual: command({ input: z.strictObject({ indicatorId: id, id: id.nullable(), fields: actualFields }), output: saved, changes: ['indicators'] }),
  removeActual: command({ input: z.strictObject({ id }), output: saved, changes: ['indicators'] }),
  /** Every indicator of a frame in every period, and over all of them. `figures[i]` is of indicator i: one a period, in order, then the total. */
  figures: query({
    input: z.strictObject({ frameId: id }),
    output: z.strictObject({ periods: z.array(periodSeen), rows: z.array(z.strictObject({ indicatorId: id, figures: z.array(figureSeen) })) }),
    reads: ['*'],
  }),
  /** One figure split by dimensions; a closed period is answered from what was frozen. */
  breakdown: query({
    input: figureAsked.extend({ dimensions: z.array(z.string().max(60)).min(1).max(12) }),
    output: z.strictObject({ value: z.number().nullable(), isFrozen: z.boolean(), breakdowns: z.array(breakdownSeen) }),
    reads: ['*'],
  }),
  /** The list behind a figure, or behind one category of it, in alphabetical order. */
  behind: query({
    input: figureAsked.extend({ dimension: z.string().max(60).nullable().default(null), category: z.string().max(120).nullable().default(null), ...window }),
    output: z.strictObject({ rows: z.array(behindRow), total: z.number().int(), value: z.number().nullable(), isFrozen: z.boolean() }),
    reads: ['*'],
  }),
  /** What came late into a closed period or left it since: frozen against live. */
  adjustments: query({
    input: z.strictObject({ indicatorId: id, periodId: id }),
    output: z.strictObject({ frozen: z.number(), live: z.number(), came: z.array(behindRow), left: z.array(behindRow), /** Whether the definition itself changed since. */ definitionChanged: z.boolean() }),
    reads: ['*'],
  }),
  /** The same list as a file. */
  exportBehind: job({ input: figureAsked.extend({ dimension: z.string().max(60).nullable().default(null), category: z.string().max(120).nullable().default(null), format: reportFormat }), output: fileRef, changes: [] }),
  /** How each condition of a definition, saved or not yet, narrows what there is. */
  explain: query({
    input: z.strictObject({ counts: countedThing, once: z.enum(['ever', 'period']), definition, hourMinutes: z.number().int().min(30).max(60).default(60), from: isoDate.nullable().default(null), until: isoDate.nullable().default(null) }),
    output: exclusions.extend({ words: z.string() }),
    reads: ['*'],
  }),
  /** The indicators that count a person, and since when. */
  ofPerson: query({
    input: z.strictObject({ personId: id }),
    output: z.array(z.strictObject({ indicatorId: id, frameId: id, frameName: z.string(), code: z.string().nullable(), name: z.string(), on: isoDate.nullable(), cohortName: z.string().nullable(), value: z.number() })),
    reads: ['*'],
  }),
}
