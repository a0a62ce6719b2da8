import type { z } from 'zod'
import type { breakdownSeen } from '../../../shared/contract/counting.ts'
import { sensitiveDimensions } from '../../../shared/domain/counting/dimensions.ts'
import type { Actual, Book } from './book.ts'
import { categoryLabel, dimensionLabel } from './labels.ts'

export type Split = z.output<typeof breakdownSeen>
type Cell = Split['cells'][number]

/** Splits of parts or of periods put together, one for each dimension: the cells of a category add up. */
export function addedSplits(book: Book, splits: readonly (readonly Split[])[], dimensions: readonly string[]): Split[] {
  return dimensions.map((dimension) => {
    const own = splits.flatMap((some) => some.filter((split) => split.dimension === dimension))
    const cells = new Map<string, Cell>()
    for (const cell of own.flatMap((split) => split.cells)) cells.set(cell.key, { ...cell, value: (cells.get(cell.key)?.value ?? 0) + cell.value })
    const first = own.at(-1)
    return { dimension, label: first?.label ?? dimensionLabel(book, dimension), isSensitive: sensitiveDimensions.has(dimension), cells: unknownLast([...cells.values()]), total: own.reduce((sum, split) => sum + split.total, 0) }
  })
}

/** Each category's share in percent; a category that nothing is held against has none. */
export function sharedSplits(tops: readonly Split[], unders: readonly Split[]): Split[] {
  return tops.map((top, index) => {
    const under = unders[index] ?? top
    const cells = under.cells.flatMap((cell) => (cell.value === 0 ? [] : [{ ...cell, value: ((top.cells.find((one) => one.key === cell.key)?.value ?? 0) / cell.value) * 100 }]))
    return { ...top, label: under.label, cells, total: under.total === 0 ? 0 : (top.total / under.total) * 100 }
  })
}

/** Typed figures by one dimension: what is typed of categories, and the rest of the whole as not known. Percents have no rest. */
export function typedSplit(book: Book, dimension: string, rows: readonly Actual[], whole: number | null, isPercent: boolean): Split {
  const cells = new Map<string, Cell>()
  for (const { category, value } of rows.filter((row) => row.dimension === dimension)) {
    const key = category ?? ''
    const before = isPercent ? 0 : (cells.get(key)?.value ?? 0)
    cells.set(key, { key, label: categoryLabel(book, dimension, key), value: before + value })
  }
  const known = [...cells.values()].reduce((sum, cell) => sum + cell.value, 0)
  const total = whole ?? (isPercent ? 0 : known)
  // Hundredths of hours do not add up exactly in binary.
  if (!isPercent && total - known > 1e-6) cells.set('', { key: '', label: categoryLabel(book, dimension, ''), value: (cells.get('')?.value ?? 0) + total - known })
  return { dimension, label: dimensionLabel(book, dimension), isSensitive: sensitiveDimensions.has(dimension), cells: unknownLast([...cells.values()]), total }
}

/** A figure of which that breakdown was never kept: nothing of it is known. */
export function unknownSplit(book: Book, dimension: string, total: number | null): Split {
  return { dimension, label: dimensionLabel(book, dimension), isSensitive: sensitiveDimensions.has(dimension), cells: total === null || total === 0 ? [] : [{ key: '', label: categoryLabel(book, dimension, ''), value: total }], total: total ?? 0 }
}

function unknownLast(cells: readonly Cell[]): Cell[] {
  return [...cells.filter((cell) => cell.key !== ''), ...cells.filter((cell) => cell.key === '')]
}
