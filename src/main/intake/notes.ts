import type { SheetNote } from './table.ts'

/** Notes of one kind that are kept one by one; the rest is counted. */
const KEPT = 20_000

/** Notes of a sheet, with a roof: a sheet of formulas must not cost more than its values. */
export class NoteBook {
  private readonly notes: SheetNote[] = []
  private readonly counts = new Map<SheetNote['kind'], number>()

  add(kind: SheetNote['kind'], row: number, column: number, text: string): void {
    const count = (this.counts.get(kind) ?? 0) + 1
    this.counts.set(kind, count)
    if (count <= KEPT) this.notes.push({ kind, row, column, text: text.slice(0, 500) })
  }

  all(): readonly SheetNote[] {
    const more = [...this.counts.values()].reduce((sum, count) => sum + Math.max(0, count - KEPT), 0)
    if (more === 0) return this.notes
    return [...this.notes, { kind: 'more', row: 0, column: 0, text: String(more) }]
  }
}
