import type { contract } from '../../../shared/contract/index.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import { refuse } from '../../core/failures.ts'
import type { BehindRef } from '../counting/model.ts'
import { askedIn, daysOf } from './answers.ts'
import { bookOf, frozenIn } from './book.ts'
import { described } from './described.ts'
import type { FiguresContext } from './figures.ts'
import type { BehindRow } from './frozen.ts'
import { frozenBehind, frozenOf } from './frozen.ts'
import { whatCounts } from './freeze.ts'
import { liveBehind, liveValue } from './live.ts'

/** Less than this is no difference: hundredths of hours do not add up exactly in binary. */
const NOTHING = 1e-6

/** What came late into a closed period or left it since. Throws `refused` for an open one. */
export async function adjustmentsOf(context: FiguresContext, asked: ParsedInputOf<typeof contract.indicators.adjustments>): Promise<OutputOf<typeof contract.indicators.adjustments>> {
  const { db, language } = context
  const book = await bookOf(context)
  const { indicator, over } = askedIn(book, { ...asked, from: null, until: null })
  if (over.kind !== 'period') throw new Error('a period was asked for')
  if (over.period.closedAt === null) refuse('indicators.notClosed', { period: over.period.name })
  const head = frozenIn(book, indicator, over.period) ?? refuse('indicators.cameAfterClosing', { period: over.period.name })
  const frozen = await frozenOf(db, head.id)
  const now = liveBehind(book, indicator, daysOf(over.period), null)
  const then = await frozenBehind(db, head.id, null)
  const before = worthOf(then)
  const after = worthOf(now)
  const gained = onceEach(now).flatMap((ref) => worthMore(ref, (after.get(keyOf(ref)) ?? 0) - (before.get(keyOf(ref)) ?? 0)))
  const lost = onceEach(then).flatMap((row) => worthMore(row, (before.get(keyOf(row)) ?? 0) - (after.get(keyOf(row)) ?? 0)))
  return {
    frozen: frozen.value ?? 0,
    live: liveValue(book, indicator, daysOf(over.period)) ?? 0,
    came: await described(db, gained, language),
    left: lost,
    definitionChanged: JSON.stringify(frozen.what) !== JSON.stringify(whatCounts(indicator)),
  }
}

type Thing = Pick<BehindRow | BehindRef, 'kind' | 'id' | 'value'>

const keyOf = ({ kind, id }: Thing): string => `${kind} ${id}`

function worthOf(things: readonly Thing[]): ReadonlyMap<string, number> {
  const worth = new Map<string, number>()
  for (const thing of things) worth.set(keyOf(thing), (worth.get(keyOf(thing)) ?? 0) + thing.value)
  return worth
}

/** A sum can hold the same thing twice: it is one line. */
function onceEach<T extends Thing>(things: readonly T[]): T[] {
  return [...new Map(things.map((thing) => [keyOf(thing), thing])).values()]
}

function worthMore<T extends Thing>(thing: T, difference: number): T[] {
  return difference > NOTHING ? [{ ...thing, value: difference }] : []
}
