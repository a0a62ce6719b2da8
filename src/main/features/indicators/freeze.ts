import { breakdownDimensions } from '../../../shared/domain/counting/dimensions.ts'
import { categoryOf } from '../counting/categories.ts'
import type { Counted } from '../counting/counted.ts'
import { countedOf } from '../counting/counted.ts'
import type { BehindRef } from '../counting/model.ts'
import type { Book, Span } from './book.ts'
import { typedIn } from './book.ts'
import { described } from './described.ts'
import type { BehindRow, Frozen, WhatCounts } from './frozen.ts'
import { whole } from './frozen.ts'
import { askedOf, countedRows, entryOf, liveBehind, liveSplit, liveValue, partsAmong } from './live.ts'
import type { Indicator } from './records.ts'
import { sentenceOf } from './seen.ts'

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
    const { db } = book.context
    const refs = allBehind(book, indicator, span)
    // Of what nothing is known in it, nothing need be kept: it is answered so.
    const breakdowns = liveSplit(book, indicator, span, dimensionsKept(indicator)).filter((split) => split.cells.some((cell) => cell.key !== ''))
    const target = await db.selectFrom('targets').select('value').where('indicatorId', '=', indicator.id).where('periodId', '=', periodId).where('dimension', 'is', null).where('removedAt', 'is', null).executeTakeFirst()
    return {
      value: liveValue(book, indicator, span),
      name: indicator.name,
      unit: indicator.unit,
      what: whatCounts(indicator),
      sentence: await sentenceOf(book.context, indicator, book.indicators),
      target: target?.value ?? null,
      breakdowns,
      behind: await describedOnce(book, refs, known),
      categories: categoriesOf(book, indicator, span, [whole, ...breakdowns.map((split) => split.dimension)]),
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

/** All that is behind, with what was typed of categories only. */
function allBehind(book: Book, indicator: Indicator, span: Span, path: readonly string[] = []): BehindRef[] {
  const way = [...path, indicator.id]
  if (indicator.counts === 'sum' || indicator.counts === 'share') return partsAmong(book, indicator.parts, way).flatMap((part) => allBehind(book, part, span, way))
  return indicator.counts === 'manual' ? typedIn(book, indicator, span).map(entryOf) : liveBehind(book, indicator, span, null)
}

/** The category in which each of those behind stands, of each dimension: in the order of `allBehind`. */
function categoriesOf(book: Book, indicator: Indicator, span: Span, dimensions: readonly string[], path: readonly string[] = []): Map<string, string[]> {
  const way = [...path, indicator.id]
  if (indicator.counts === 'sum' || indicator.counts === 'share') {
    const parts = partsAmong(book, indicator.parts, way).map((part) => categoriesOf(book, part, span, dimensions, way))
    return new Map(dimensions.map((dimension) => [dimension, parts.flatMap((part) => part.get(dimension) ?? [])]))
  }
  if (indicator.counts === 'manual') {
    const rows = typedIn(book, indicator, span)
    const counted = new Set(countedRows(indicator, rows))
    return new Map(dimensions.map((dimension) => [dimension, rows.map((row) => (dimension === whole ? (counted.has(row) ? whole : '') : row.dimension === dimension ? (row.category ?? '') : '*'))]))
  }
  const refs = liveBehind(book, indicator, span, null)
  const counted = new Map((countedOf(book.facts, askedOf(indicator, span)) ?? []).map((one) => [one.id, one]))
  const categories = new Map<string, string[]>()
  for (const dimension of dimensions) {
    const category = dimension === whole ? () => whole : categoryOf(book.facts, dimension, indicator.definition)
    categories.set(dimension, refs.map(({ id }) => keyIn(category, counted.get(id))))
  }
  return categories
}

const keyIn = (category: (one: Counted) => string, one: Counted | undefined): string => (one === undefined ? '' : category(one))
