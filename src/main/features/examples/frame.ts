import { emptyDefinition } from '../../../shared/domain/counting/definition.ts'
import type { Api } from './programme-file.ts'
import { asFields } from './programme-file.ts'
import type { FramePlan, IndicatorPlan } from './results-file.ts'
import { organisationOf } from './training.ts'

/** What the keys of a file stand for in the register. */
export interface Keys {
  readonly editions: ReadonlyMap<string, string>
  readonly agreements: ReadonlyMap<string, string>
  readonly registers: ReadonlyMap<string, string>
  readonly commitmentId: string | null
}

/** The matrix of an example with its periods, results, indicators, targets and typed figures. Gives its id and the ids of its indicators by key. */
export async function makeFrame(api: Api, plan: FramePlan, keys: Keys): Promise<{ frameId: string; indicators: Map<string, string> }> {
  const organisationId = plan.organisation === null ? null : await organisationOf(api, plan.organisation.name, plan.organisation.kind)
  const { id: frameId } = await api.frames.create({
    name: plan.name, organisationId, agreementId: plan.agreement === null ? null : known(keys.agreements, plan.agreement), commitmentId: plan.withCommitment ? keys.commitmentId : null, notes: null,
  })
  const periodIds: string[] = []
  for (const fields of plan.periods) periodIds.push((await api.frames.savePeriod({ frameId, id: null, fields })).id)
  const indicators = new Map<string, string>()
  for (const result of plan.results) {
    const { id: resultId } = await api.frames.saveResult({ frameId, id: null, fields: { level: result.level, code: result.code, text: result.text } })
    for (const indicator of result.indicators) indicators.set(indicator.key, await makeIndicator(api, { frameId, resultId, periodIds, keys, indicators }, indicator))
  }
  return { frameId, indicators }
}

/** Closes the first periods of a matrix, as an office does when it reports them. */
export async function closePeriods(api: Api, frameId: string, count: number): Promise<void> {
  const { periods } = await api.frames.get({ id: frameId })
  for (const period of periods.slice(0, count)) await api.frames.closePeriod({ id: period.id })
}

interface Place {
  readonly frameId: string
  readonly resultId: string
  readonly periodIds: readonly string[]
  readonly keys: Keys
  /** Those made before it, by key. */
  readonly indicators: ReadonlyMap<string, string>
}

async function makeIndicator(api: Api, place: Place, plan: IndicatorPlan): Promise<string> {
  const { frameId, resultId, periodIds, keys, indicators } = place
  const { id: indicatorId } = await api.indicators.create({
    frameId,
    fields: {
      resultId, code: plan.code, name: plan.name, unit: plan.unit, counts: plan.counts, once: plan.once, hourMinutes: plan.hourMinutes, baseline: plan.baseline, baselineOn: null, baselineNote: null,
      verification: plan.verification, dimensions: plan.dimensions, notes: null, parts: plan.parts.map((key) => known(indicators, key)), over: plan.over.map((key) => known(indicators, key)),
      definition: asFields<Parameters<Api['indicators']['create']>[0]['fields']['definition']>({
        ...emptyDefinition, ...plan.definition, editionIds: plan.editions.map((key) => known(keys.editions, key)), registerId: plan.register === null ? null : known(keys.registers, plan.register),
      }),
    },
  })
  const target = (periodId: string | null, value: number | null): Promise<unknown> =>
    value === null ? Promise.resolve() : api.indicators.setTarget({ indicatorId, fields: { periodId, dimension: null, category: null, value } })
  await target(null, plan.target)
  for (const [at, value] of plan.targets.entries()) await target(periodIds[at] ?? null, value)
  for (const { period, value, verification } of plan.entries) {
    const periodId = periodIds[period]
    if (periodId !== undefined) await api.indicators.saveActual({ indicatorId, id: null, fields: { periodId, dimension: null, category: null, value, on: null, verification, note: null } })
  }
  return indicatorId
}

/** The id that a key of the file stands for. Throws where the file names what it does not have. */
export function known(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`the example names «${key}», which it does not have`)
  return id
}
