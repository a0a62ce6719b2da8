import type { contract } from '../../../shared/contract/index.ts'
import { breakdownDimensions } from '../../../shared/domain/counting/dimensions.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'
import { removeFiguresOf } from '../frames/remove.ts'
import { live } from '../live.ts'
import { calledBy, partsOf, refuseCycle, refuseWhileUsed } from './parts.ts'
import type { Indicator } from './records.ts'
import { indicatorOf, periodsOf, writtenIndicator } from './records.ts'

type Saved = OutputOf<typeof contract.indicators.create>
type Fields = ParsedInputOf<typeof contract.indicators.create>['fields']

const dimensionsThatAre: ReadonlySet<string> = new Set(breakdownDimensions)
/** Longest name of the contract. */
const LONGEST = 400

export async function createIndicator(db: Writer, { frameId, fields }: ParsedInputOf<typeof contract.indicators.create>): Promise<Saved> {
  await live(db, 'frames', frameId, 'indicators.frameMissing')
  const tidy = tidied(fields)
  await checkFields(db, frameId, tidy, null)
  const [id = ''] = await db.add('indicators', [{ ...writtenIndicator(tidy), frameId, position: await nextPosition(db, frameId) }])
  return { id, act: db.act }
}

/** Changes what an indicator is. Throws `refused` when it would count itself, or lose the unit of its targets. */
export async function updateIndicator(db: Writer, { id, fields }: ParsedInputOf<typeof contract.indicators.update>): Promise<Saved> {
  const before = await indicatorOf(db, id)
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>
  const after = tidied({ ...before, ...given })
  await checkFields(db, before.frameId, after, before)
  if (after.unit === null && before.unit !== null) {
    const held = await db.selectFrom('targets').select(rowCount().as('count')).where('indicatorId', '=', id).where('removedAt', 'is', null).executeTakeFirst()
    if ((held?.count ?? 0) > 0) refuse('indicators.targetsNeedUnit', { indicator: calledBy(before) })
  }
  await db.change('indicators', id, writtenIndicator(after))
  return { id, act: db.act }
}

/** The same indicator once more, with its targets: those of periods go to the periods with the same days. */
export async function copyIndicator(db: Writer, { id, frameId }: ParsedInputOf<typeof contract.indicators.copy>, language: Language): Promise<Saved> {
  const { id: _, ...model } = await indicatorOf(db, id)
  await live(db, 'frames', frameId, 'indicators.frameMissing')
  const isHere = model.frameId === frameId
  const name = isHere ? say(language, 'indicators.copyOf', { name: model.name }).slice(0, LONGEST) : model.name
  const [copy = ''] = await db.add('indicators', [{ ...writtenIndicator(model), name, frameId, resultId: isHere ? model.resultId : null, position: await nextPosition(db, frameId) }])
  const targets = await db.selectFrom('targets').select(['periodId', 'dimension', 'category', 'value']).where('indicatorId', '=', id).where('removedAt', 'is', null).orderBy('id').execute()
  const from = new Map((await periodsOf(db, model.frameId)).map((period) => [period.id, period]))
  const open = (await periodsOf(db, frameId)).filter((period) => period.closedAt === null)
  const kept = targets.flatMap((target) => {
    if (target.periodId === null) return [{ ...target, indicatorId: copy }]
    const old = from.get(target.periodId)
    const period = open.find((one) => one.startsOn === old?.startsOn && one.endsOn === old.endsOn)
    return period === undefined ? [] : [{ ...target, periodId: period.id, indicatorId: copy }]
  })
  await db.add('targets', kept)
  return { id: copy, act: db.act }
}

/** Takes an indicator away with its targets and typed figures. Throws `refused` while something stands on it. */
export async function removeIndicator(db: Writer, id: string): Promise<Saved> {
  const indicator = await indicatorOf(db, id)
  await refuseWhileUsed(db, [id])
  const frozen = await db.selectFrom('frozenFigures').innerJoin('periods', 'periods.id', 'frozenFigures.periodId').select('periods.name').where('frozenFigures.indicatorId', '=', id).where('frozenFigures.removedAt', 'is', null).orderBy('periods.startsOn').limit(1).executeTakeFirst()
  if (frozen !== undefined) refuse('indicators.isFrozen', { indicator: calledBy(indicator), period: frozen.name })
  await removeFiguresOf(db, [id])
  await db.remove('indicators', id)
  return { id, act: db.act }
}

/** A share is a percent unless somebody says otherwise; nothing is listed twice. */
function tidied(fields: Fields | (Fields & Indicator)): Fields {
  const { resultId, code, name, unit, counts, once, definition, parts, over, hourMinutes, baseline, baselineOn, baselineNote, verification, dimensions, notes } = fields
  const one = (ids: readonly string[]): string[] => [...new Set(ids)]
  return { resultId, code, name, unit: counts === 'share' ? (unit ?? '%') : unit, counts, once, definition, parts: one(parts), over: one(over), hourMinutes, baseline, baselineOn, baselineNote, verification, dimensions: one(dimensions), notes }
}

async function checkFields(db: Reader, frameId: string, fields: Fields, before: Indicator | null): Promise<void> {
  if (fields.resultId !== null && fields.resultId !== before?.resultId) {
    const result = await live(db, 'frameResults', fields.resultId, 'indicators.resultMissing')
    if (result.frameId !== frameId) refuse('indicators.resultElsewhere')
  }
  const strange = fields.dimensions.find((dimension) => !dimensionsThatAre.has(dimension) && !/^field:.+/.test(dimension))
  if (strange !== undefined) refuse('indicators.noSuchDimension', { dimension: strange })
  // A part that went after it was listed stays listed, and is said in the sentence.
  const known = new Set([...(before?.parts ?? []), ...(before?.over ?? [])])
  for (const part of partsOf(fields)) if (!known.has(part)) await live(db, 'indicators', part, 'indicators.partMissing')
  if (before !== null) await refuseCycle(db, { ...fields, id: before.id })
}

async function nextPosition(db: Reader, frameId: string): Promise<number> {
  const last = await db.selectFrom('indicators').select('position').where('frameId', '=', frameId).where('removedAt', 'is', null).orderBy('position', 'desc').limit(1).executeTakeFirst()
  return (last?.position ?? -1) + 1
}
