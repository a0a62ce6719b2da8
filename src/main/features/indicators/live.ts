import type { Asked } from '../counting/count.ts'
import { behindFigure, countFigure, splitFigure } from '../counting/count.ts'
import type { BehindRef } from '../counting/model.ts'
import type { Actual, Book, Span } from './book.ts'
import { typedIn } from './book.ts'
import type { CategoryOf } from './figures.ts'
import type { Indicator } from './records.ts'
import type { Split } from './split.ts'
import { addedSplits, sharedSplits, typedSplit } from './split.ts'
import { isPercent } from './typed.ts'

/** Worked out now from the register, whatever was closed. `path`: the sums and shares that asked, so that none goes round for ever. */
type Path = readonly string[]

export function askedOf(indicator: Pick<Indicator, 'counts' | 'once' | 'definition' | 'hourMinutes'>, { from, until }: Span): Asked {
  return { counts: indicator.counts, once: indicator.once, definition: indicator.definition, hourMinutes: indicator.hourMinutes, from, until }
}

export function liveValue(book: Book, indicator: Indicator, span: Span, path: Path = []): number | null {
  const key = `${indicator.id} ${span.from} ${span.until}`
  const known = book.counted.get(key)
  if (known !== undefined) return known
  const value = liveCount(book, indicator, span, path)
  book.counted.set(key, value)
  return value
}

function liveCount(book: Book, indicator: Indicator, span: Span, path: Path): number | null {
  if (indicator.counts === 'manual') return typedValue(indicator, typedIn(book, indicator, span))
  if (indicator.counts === 'sum' || indicator.counts === 'share') {
    return combined(indicator, (ids) => partsAmong(book, ids, [...path, indicator.id]).map((part) => liveValue(book, part, span, [...path, indicator.id])))
  }
  return countFigure(book.facts, askedOf(indicator, span))
}

export function liveSplit(book: Book, indicator: Indicator, span: Span, dimensions: readonly string[], path: Path = []): Split[] {
  const { language } = book.context
  const way = [...path, indicator.id]
  const partSplits = (ids: readonly string[]): Split[][] => partsAmong(book, ids, way).map((part) => liveSplit(book, part, span, dimensions, way))
  if (indicator.counts === 'manual') {
    const rows = typedIn(book, indicator, span)
    return dimensions.map((dimension) => typedSplit(book, dimension, rows, typedValue(indicator, rows), isPercent(indicator)))
  }
  if (indicator.counts === 'sum') return addedSplits(book, partSplits(indicator.parts), dimensions)
  if (indicator.counts === 'share') return sharedSplits(addedSplits(book, partSplits(indicator.parts), dimensions), addedSplits(book, partSplits(indicator.over), dimensions))
  return splitFigure(book.facts, askedOf(indicator, span), dimensions, language)
}

/** Of a share, what it counts, not what it is held against. */
export function liveBehind(book: Book, indicator: Indicator, span: Span, of: CategoryOf | null, path: Path = []): BehindRef[] {
  if (indicator.counts === 'manual') {
    const rows = typedIn(book, indicator, span)
    const behind = of === null ? countedRows(indicator, rows) : rows.filter((row) => row.dimension === of.dimension && row.category === of.category)
    return behind.map(entryOf)
  }
  if (indicator.counts === 'sum' || indicator.counts === 'share') {
    const way = [...path, indicator.id]
    return partsAmong(book, indicator.parts, way).flatMap((part) => liveBehind(book, part, span, of, way))
  }
  return behindFigure(book.facts, askedOf(indicator, span), of)
}

/** A typed figure as something behind one. */
export function entryOf({ id, on, value }: Actual): BehindRef {
  return { kind: 'entry', id, personId: null, cohortId: null, on, value }
}

/** The parts that there still are, and that do not lead back to who asks. */
export function partsAmong(book: Book, ids: readonly string[], path: Path): Indicator[] {
  return ids.flatMap((id) => (path.includes(id) ? [] : (book.indicators.get(id) ?? [])))
}

/** A sum of what its parts say, or a share in percent; null where nothing says anything, or a share stands over nothing. */
export function combined({ counts, parts, over }: Indicator, valuesOf: (ids: readonly string[]) => readonly (number | null)[]): number | null {
  const top = summed(valuesOf(parts))
  if (counts !== 'share') return top
  const under = summed(valuesOf(over))
  return top === null || under === null || under === 0 ? null : (top / under) * 100
}

/** Null where none says anything. */
export function summed(values: readonly (number | null)[]): number | null {
  const said = values.filter((value) => value !== null)
  return said.length === 0 ? null : said.reduce((sum, value) => sum + value, 0)
}

/** What typed figures come to. Of percents the latest. */
export function typedValue(indicator: Indicator, rows: readonly Actual[]): number | null {
  return summed(countedRows(indicator, rows).map((row) => row.value))
}

/**
 * Those typed figures that make the whole of a period: what is typed of the whole, else the fullest of the breakdowns, so that
 * it is the same whichever of them are shown. Of percents the latest of the whole: they do not add up.
 */
export function countedRows(indicator: Indicator, rows: readonly Actual[]): readonly Actual[] {
  if (isPercent(indicator)) return rows.filter((row) => row.dimension === null).slice(-1)
  return [...Map.groupBy(rows, (row) => row.periodId).values()].flatMap((own) => {
    const whole = own.filter((row) => row.dimension === null)
    if (whole.length > 0) return whole
    const [fullest = []] = [...Map.groupBy(own, (row) => row.dimension).values()].toSorted((one, other) => (summed(other.map((row) => row.value)) ?? 0) - (summed(one.map((row) => row.value)) ?? 0))
    return fullest
  })
}
