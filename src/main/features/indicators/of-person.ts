import type { contract } from '../../../shared/contract/index.ts'
import { byText } from '../../../shared/domain/order.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { inChunks } from '../../db/chunks.ts'
import { behindPerson } from '../counting/count.ts'
import { factsOf } from '../counting/facts.ts'
import type { BehindRef } from '../counting/model.ts'
import { live } from '../live.ts'
import type { FiguresContext } from './figures.ts'
import { askedOf } from './live.ts'
import { everyIndicator } from './records.ts'

type Seen = OutputOf<typeof contract.indicators.ofPerson>

/** The indicators that count a person from the register, each with the first day it does and what she adds to it. */
export async function indicatorsOfPerson(context: FiguresContext, personId: string): Promise<Seen> {
  const { db } = context
  await live(db, 'people', personId, 'people.missing')
  const frames = new Map((await db.selectFrom('frames').select(['id', 'name', 'sortKey']).where('removedAt', 'is', null).orderBy('sortKey').orderBy('id').execute()).map((frame) => [frame.id, frame]))
  const facts = await factsOf(context)
  const found = [...(await everyIndicator(db)).values()].flatMap((indicator) => {
    const frame = frames.get(indicator.frameId)
    if (frame === undefined) return []
    const refs = behindPerson(facts, askedOf(indicator, { from: null, until: null }), personId)
    const first = refs.toSorted((one, other) => byText(one.on ?? '', other.on ?? ''))[0]
    return first === undefined ? [] : [{ indicator, frame, first, value: refs.reduce((sum, ref) => sum + ref.value, 0) }]
  })
  const cohorts = await cohortNames(context, found.map((one) => one.first))
  return found
    .toSorted((one, other) => byText(one.frame.sortKey, other.frame.sortKey) || one.indicator.position - other.indicator.position)
    .map(({ indicator, frame, first, value }) => ({ indicatorId: indicator.id, frameId: frame.id, frameName: frame.name, code: indicator.code, name: indicator.name, on: first.on, cohortName: cohorts.get(first.cohortId ?? '') ?? null, value }))
}

async function cohortNames({ db }: FiguresContext, refs: readonly BehindRef[]): Promise<Map<string, string>> {
  const ids = [...new Set(refs.flatMap((ref) => ref.cohortId ?? []))]
  const names = new Map<string, string>()
  for (const chunk of inChunks(ids, 1)) for (const { id, name } of await db.selectFrom('cohorts').select(['id', 'name']).where('id', 'in', chunk).execute()) names.set(id, name)
  return names
}
