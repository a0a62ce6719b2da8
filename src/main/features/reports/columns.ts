import type { Column, Fact, Row, Value } from '../../documents/report-model.ts'

/** One column of a list, and what stands in it for each record. */
export interface ListColumn<Seen> extends Column {
  readonly of: (one: Seen, index: number) => Value
  /** Only in the sheet: the paper has no room for it. */
  readonly sheetOnly?: boolean
  /** On paper, where every record says the same, it is said once above the table. */
  readonly foldable?: boolean
}

export interface Listed {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly facts: readonly Fact[]
}

/** The table of a list: whole in the sheet; on paper without what has no room, and without saying one thing on every line. */
export function listed<Seen>(records: readonly Seen[], columns: readonly ListColumn<Seen>[], format: 'xlsx' | 'pdf'): Listed {
  const kept = columns.filter((column) => format === 'xlsx' || column.sheetOnly !== true)
  const valueIn = (column: ListColumn<Seen>): Value | undefined => {
    const values = new Set(records.map((one, index) => column.of(one, index)))
    return values.size === 1 ? [...values][0] : undefined
  }
  const folded = new Map<ListColumn<Seen>, Value>()
  if (format === 'pdf' && records.length > 1) {
    for (const column of kept) {
      const value = column.foldable === true ? valueIn(column) : undefined
      if (value !== undefined) folded.set(column, value)
    }
  }
  const shown = kept.filter((column) => !folded.has(column))
  return {
    columns: shown.map(({ label, kind, width }) => ({ label, kind, ...(width === undefined ? {} : { width }) })),
    rows: records.map((one, index) => shown.map((column) => column.of(one, index))),
    facts: [...folded].flatMap(([{ label }, value]) => (value === null || value === '' ? [] : [{ label, value: String(value) }])),
  }
}
