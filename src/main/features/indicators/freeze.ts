import type { BehindRef } from '../counting/model.ts'
import { breakdownDimensions } from '../../../shared/domain/counting/dimensions.ts'
import type { Book, Span } from './book.ts'
import { described } from './described.ts'
import type { BehindRow, Frozen, WhatCounts } from './frozen.ts'
import { liveBehind, liveSplit, liveValue } from './live.ts'
import type { Indicator } from './records.ts'
import { sentenceOf } from './seen.ts'
import type { Split } from './split.ts'

/** What of an indicator says what it counts. */
export function whatCounts({ counts, once, definition, parts, over, hourMinutes }: Indicator): WhatCounts {
  return { counts, once, definition, parts, over, hourMinutes }
}

/**
 * Gives what makes the frozen figure of an indicator in a period: its value, its definition, every breakdown there is of it and
 * all that is behind, with the names of now. What stands behind several figures is described once.
 */
export function freezer(book: Book): (indicator: Indicator, periodId: string, span: Span) => Promise<Frozen> {
  const known = new Map<string, BehindRow>()
  return async (indicator, periodId, span) => {
    const { db, language } = book.context
    const refs = liveBehind(book, indicator, span, null)
    const breakdowns = liveSplit(book, indicator, span, dimensionsKept(indicator))
    const target = await db.selectFrom('targets').select('value').where('indicatorId', '=', indicator.id).where('periodId', '=', periodId).where('dimension', 'is', null).where('removedAt', 'is', null).executeTakeFirst()
    return {
      value: liveValue(book, indicator, span),
      name: indicator.name,
      unit: indicator.unit,
      what: whatCounts(indicator),
      sentence: await sentenceOf(db, indicator, book.indicators, language),
      target: target?.value ?? null,
      breakdowns,
      behind: await describedOnce(book, refs, known),
      categories: new Map(breakdowns.map((split) => [split.dimension, categoriesOf(book, indicator, span, split, refs)])),
    }
  }
}

/** Every dimension there is, and the chosen ones of a register's fields. */
function dimensionsKept(indicator: Indicator): readonly string[] {
  return [...new Set([...breakdownDimensions, ...indicator.dimensions])]
}

async function describedOnce(book: Book, refs: readonly BehindRef[], known: Map<string, BehindRow>): Promise<BehindRow[]> {
  const { db, language } = book.context
  const keyOf = (ref: Pick<BehindRef, 'kind' | 'id' | 'cohortId'>): string => `${ref.kind} ${ref.id} ${ref.cohortId}`
  const unknown = refs.filter((ref) => !known.has(keyOf(ref)))
  for (const row of await described(db, unknown, language)) known.set(keyOf(row), row)
  return refs.flatMap((ref) => {
    const row = known.get(keyOf(ref))
    return row === undefined ? [] : [{ ...row, on: ref.on, value: ref.value }]
  })
}

/** The category of each of those behind, asked of the categories that there are. */
function categoriesOf(book: Book, indicator: Indicator, span: Span, split: Split, refs: readonly BehindRef[]): string[] {
  const category = new Map<string, string>()
  for (const { key } of split.cells) for (const ref of liveBehind(book, indicator, span, { dimension: split.dimension, category: key })) category.set(`${ref.kind} ${ref.id}`, key)
  return refs.map((ref) => category.get(`${ref.kind} ${ref.id}`) ?? '')
}
