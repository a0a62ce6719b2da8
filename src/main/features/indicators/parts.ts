import { refuse } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import type { Indicator } from './records.ts'
import { everyIndicator } from './records.ts'

type Made = Pick<Indicator, 'id' | 'name' | 'code' | 'counts' | 'parts' | 'over'>

/** Of what an indicator is made: nothing unless it is a sum or a share; only a share has something it is over. */
export function partsOf(indicator: Pick<Made, 'counts' | 'parts' | 'over'>): readonly string[] {
  if (indicator.counts === 'sum') return indicator.parts
  return indicator.counts === 'share' ? [...indicator.parts, ...indicator.over] : []
}

/** How an indicator is called in a sentence. */
export function calledBy({ code, name }: Pick<Made, 'name' | 'code'>): string {
  return code === null ? name : `${code} ${name}`
}

/** The way by which an indicator would come to count itself, from it and back to it; null where it does not. */
export function cycleFrom(all: ReadonlyMap<string, Made>, indicator: Made): readonly Made[] | null {
  const seen = new Set<string>()
  const walk = (one: Made, path: readonly Made[]): readonly Made[] | null => {
    for (const id of partsOf(one)) {
      const next = id === indicator.id ? indicator : all.get(id)
      if (next === indicator) return [...path, next]
      if (next === undefined || seen.has(id)) continue
      seen.add(id)
      const found = walk(next, [...path, next])
      if (found !== null) return found
    }
    return null
  }
  return walk(indicator, [indicator])
}

/** Throws `refused` when an indicator would count itself, even through others, naming the chain. */
export async function refuseCycle(db: Reader, indicator: Made): Promise<void> {
  if (partsOf(indicator).length === 0) return
  const chain = cycleFrom(await everyIndicator(db), indicator)
  if (chain !== null) refuse('indicators.countsItself', { chain: chain.map((one) => `«${calledBy(one)}»`).join(' → ') })
}

/** Throws `refused` while an indicator that stays is made of one of these. */
export async function refuseWhileUsed(db: Reader, ids: readonly string[]): Promise<void> {
  const going = new Set(ids)
  const all = await everyIndicator(db)
  for (const other of all.values()) {
    if (going.has(other.id)) continue
    const used = all.get(partsOf(other).find((id) => going.has(id)) ?? '')
    if (used !== undefined) refuse('indicators.isPartOf', { indicator: calledBy(used), other: calledBy(other) })
  }
}
