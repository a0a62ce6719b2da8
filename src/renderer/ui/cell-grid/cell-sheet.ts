import type { AppError } from '../../../shared/rpc/errors.ts'
import type { Batch, KeyedEdit } from './write-queue.ts'
import { WriteQueue, cellKey } from './write-queue.ts'

/** The cells as the core has them. */
export interface Base {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly cells: readonly (readonly string[])[]
}

export interface SheetSeen extends Base {
  /** Why the last cells went back, or why they wait. */
  readonly failure: { readonly error: AppError; readonly isStuck: boolean } | undefined
}

/** What one key, or one block, changed. */
interface Step {
  readonly edits: readonly (KeyedEdit & { readonly before: string })[]
  readonly isBlock: boolean
  /** The act of the batch that carried it, when it was alone in it. */
  act?: string
}

interface Ends {
  readonly send: (edits: readonly KeyedEdit[], isBlock: boolean) => Promise<string | undefined>
  readonly takeBack: (act: string) => Promise<void>
  readonly onBusy: (isBusy: boolean) => void
  /** A cell where more than its value would be lost by writing over it (a note): it keeps an act of its own. */
  readonly isRich?: (edit: KeyedEdit) => boolean
}

const STEPS_KEPT = 200
const NOTHING: SheetSeen = { rows: [], columns: [], cells: [], failure: undefined }

/**
 * The cells of a grid as this window shows them: what the core said, under what was written since. A write shows at
 * once and goes to the core in order; what is refused goes back. Rows that did not change stay the same objects.
 */
export class CellSheet {
  #seen: SheetSeen = NOTHING
  #base: Base = NOTHING
  /** Written and not yet confirmed, by cell. */
  #over = new Map<string, KeyedEdit>()
  #takingBack = 0
  #watchers = new Set<() => void>()
  #done: Step[] = []
  #undone: Step[] = []
  #queue: WriteQueue
  #writes = 0
  readonly #ends: Ends

  constructor(ends: Ends) {
    this.#ends = ends
    this.#queue = new WriteQueue({
      send: ends.send,
      onSent: ({ batch, act }) => this.#settle(batch, act),
      onRefused: (edits, error) => this.#giveUp(edits, error),
      onStuck: (error) => this.#fail(error, true),
      onBusy: (isBusy) => {
        ends.onBusy(isBusy)
        // Whether it is idle shows too.
        this.#become({})
      },
    })
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }
  readonly seen = (): SheetSeen => this.#seen

  get isIdle(): boolean {
    return this.#queue.isIdle && this.#takingBack === 0
  }
  /** Grows with every confirmed write: an answer that was asked before may lack it. */
  get writes(): number {
    return this.#writes
  }
  flush(): void {
    this.#queue.flush()
  }

  /** What the core says now. Not to be given while writes are under way that it may not hold. */
  setBase(base: Base): void {
    this.#base = base
    this.#draw()
  }

  write(edits: readonly KeyedEdit[], isBlock: boolean): void {
    const changes = edits.map((edit) => ({ ...edit, before: this.#at(edit.row, edit.column) })).filter((edit) => edit.value !== edit.before)
    if (changes.length === 0) return
    const step: Step = { edits: changes, isBlock: isBlock || changes.some((edit) => this.#ends.isRich?.(edit) === true) }
    this.#done = [...this.#done, step].slice(-STEPS_KEPT)
    this.#undone = []
    this.#put(step, step)
  }

  /** Takes back the last step of this sheet; gives how many cells, undefined when there is no step. */
  undo(): number | undefined {
    const step = this.#done.pop()
    if (step === undefined) return undefined
    this.#undone.push(step)
    const back = this.#standing(step.edits, (edit) => edit.value).map((edit) => ({ ...edit, value: edit.before }))
    const isWhole = back.length === step.edits.length && step.act !== undefined && this.isIdle
    if (isWhole && step.act !== undefined) this.#takeBack(step.act, back)
    else this.#put({ edits: back, isBlock: step.isBlock }, undefined)
    return back.length
  }

  redo(): number {
    const step = this.#undone.pop()
    if (step === undefined) return 0
    const again = this.#standing(step.edits, (edit) => edit.before)
    const { act: _, ...rest } = step
    const next: Step = rest
    this.#done.push(next)
    this.#put({ edits: again, isBlock: next.isBlock }, next)
    return again.length
  }

  forgetFailure(): void {
    this.#become({ failure: undefined })
  }

  /** Of these, the cells that still hold what the step left or found there. */
  #standing<E extends KeyedEdit>(edits: readonly E[], expected: (edit: E) => string): readonly E[] {
    return edits.filter((edit) => this.#at(edit.row, edit.column) === expected(edit))
  }

  #put(batch: Batch, step: Step | undefined): void {
    if (batch.edits.length === 0) return
    for (const edit of batch.edits) this.#over.set(cellKey(edit.row, edit.column), edit)
    // Only these cells: a key must not go through the whole sheet.
    const { rows, columns, cells } = this.#seen
    this.#become({ cells: withCells({ rows, columns, cells }, new Map(batch.edits.map((edit) => [cellKey(edit.row, edit.column), edit.value]))).cells })
    this.#queue.add({ isBlock: batch.isBlock, step, edits: batch.edits.map(({ row, column, value }) => ({ row, column, value })) })
  }

  #takeBack(act: string, back: readonly KeyedEdit[]): void {
    for (const edit of back) this.#over.set(cellKey(edit.row, edit.column), edit)
    this.#takingBack += 1
    this.#draw()
    this.#ends.takeBack(act).then(
      () => {
        this.#takingBack -= 1
        this.#settle({ edits: back, isBlock: true }, undefined)
      },
      (error: AppError) => {
        this.#takingBack -= 1
        this.#giveUp(back, error)
      },
    )
  }

  #settle(batch: Batch, act: string | undefined): void {
    this.#writes += 1
    const latest = new Map(batch.edits.map((edit) => [cellKey(edit.row, edit.column), edit.value]))
    this.#base = withCells(this.#base, latest)
    for (const edit of batch.edits) this.#lift(edit)
    const step = this.#done.find((one) => one === batch.step)
    if (act !== undefined && step?.isBlock === true && step.edits.length === batch.edits.length) step.act = act
    this.#draw()
  }

  /** Unless something newer was written over it, what the core says is what shows. */
  #lift(edit: KeyedEdit): void {
    if (!this.#queue.holds(edit.row, edit.column)) this.#over.delete(cellKey(edit.row, edit.column))
  }

  #giveUp(edits: readonly KeyedEdit[], error: AppError): void {
    for (const edit of edits) this.#lift(edit)
    this.#done = this.#done.filter((step) => !step.edits.some((one) => edits.some((edit) => edit.row === one.row && edit.column === one.column && edit.value === one.value)))
    this.#draw()
    this.#fail(error, false)
  }

  #fail(error: AppError | undefined, isStuck: boolean): void {
    if (error === undefined && this.#seen.failure?.isStuck !== true) return
    this.#become({ failure: error === undefined ? undefined : { error, isStuck } })
  }

  #at(row: string, column: string): string {
    const over = this.#over.get(cellKey(row, column))
    if (over !== undefined) return over.value
    return this.#base.cells[this.#base.rows.indexOf(row)]?.[this.#base.columns.indexOf(column)] ?? ''
  }

  #draw(): void {
    const { rows, columns } = this.#base
    const shown = withCells(this.#base, new Map([...this.#over].map(([key, { value }]) => [key, value])))
    const old = new Map(this.#seen.rows.map((row, at) => [row, this.#seen.cells[at]]))
    const cells = shown.cells.map((row, at) => {
      const before = old.get(rows[at] ?? '')
      return before !== undefined && sameTexts(before, row) ? before : row
    })
    this.#become({ rows: sameTexts(this.#seen.rows, rows) ? this.#seen.rows : rows, columns: sameTexts(this.#seen.columns, columns) ? this.#seen.columns : columns, cells })
  }

  #become(change: Partial<SheetSeen>): void {
    this.#seen = { ...this.#seen, ...change }
    for (const watcher of this.#watchers) watcher()
  }
}

/** The cells with some of them changed; rows without a change stay the same objects. */
function withCells(base: Base, changed: ReadonlyMap<string, string>): Base {
  if (changed.size === 0) return base
  const rows = new Set([...changed.keys()].map((key) => key.slice(0, key.indexOf(' '))))
  const cells = base.cells.map((row, at) => {
    const name = base.rows[at] ?? ''
    return rows.has(name) ? row.map((value, column) => changed.get(cellKey(name, base.columns[column] ?? '')) ?? value) : row
  })
  return { ...base, cells }
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((text, at) => text === other[at]))
}
