import { failure } from './failures.ts'
import type { Sheet } from './table.ts'

/** Whether the book has anything to take in, once all its sheets were seen. */
export class Census {
  private readonly file: string
  private only: { readonly sheet: string; readonly row: number } | null = null
  private hasTable = false

  constructor(file: string) {
    this.file = file
  }

  count(sheet: Sheet): void {
    const filled = sheet.rows.filter((row) => row.length > 0).length
    if (filled > 1) this.hasTable = true
    else if (filled === 1) this.only ??= { sheet: sheet.name, row: sheet.firstRow }
  }

  /** Throws `empty` or `no-rows`. */
  judge(): void {
    if (this.hasTable) return
    if (this.only === null) throw failure('empty', { file: this.file })
    throw failure('no-rows', { file: this.file, ...this.only })
  }
}
