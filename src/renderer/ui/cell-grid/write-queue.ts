import { AppError } from '../../../shared/rpc/errors.ts'

/** A cell to be written, by the keys of its row and column. */
export interface KeyedEdit {
  readonly row: string
  readonly column: string
  readonly value: string
}

/** Cells that go to the core together and can be taken back together. */
export interface Batch {
  readonly edits: readonly KeyedEdit[]
  /** Goes alone: a filled or pasted block keeps an act of its own. */
  readonly isBlock: boolean
  /** Whose writing it is: handed back with the act. */
  readonly step?: object | undefined
}

export interface Sent {
  readonly batch: Batch
  readonly act: string | undefined
}

interface Ends {
  /** Gives the act that takes it back. Rejects with `AppError`. */
  readonly send: (edits: readonly KeyedEdit[], isBlock: boolean) => Promise<string | undefined>
  readonly onSent: (sent: Sent) => void
  /** These cells were refused: they stand again as they were. */
  readonly onRefused: (edits: readonly KeyedEdit[], error: AppError) => void
  /** Nothing is lost: it is tried again by itself, or by `flush`. */
  readonly onStuck: (error: AppError | undefined) => void
  readonly onBusy: (isBusy: boolean) => void
}

/** How long single keys are gathered, and how long until the next attempt when the core cannot be reached; milliseconds. */
const GATHER_MS = 300
const AGAIN_MS = 4_000
/** How often the refused part of a batch is looked for before the rest goes back with it. */
const MOST_HALVES = 40

/**
 * Writes reach the core one batch after the other, in the order they were made. A batch that is refused is halved until
 * only what is wrong goes back; one that did not arrive waits and is sent again.
 */
export class WriteQueue {
  #waiting: Batch[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #sending = false
  #underWay: readonly KeyedEdit[] = []
  #busy = false
  readonly #ends: Ends

  constructor(ends: Ends) {
    this.#ends = ends
  }

  get isIdle(): boolean {
    return !this.#sending && this.#waiting.length === 0
  }

  /** Whether a write of this cell is still to be confirmed. */
  holds(row: string, column: string): boolean {
    const isIt = (edit: KeyedEdit): boolean => edit.row === row && edit.column === column
    return this.#underWay.some(isIt) || this.#waiting.some((batch) => batch.edits.some(isIt))
  }

  add(batch: Batch): void {
    const last = this.#waiting.at(-1)
    if (last !== undefined && !last.isBlock && !batch.isBlock) this.#waiting[this.#waiting.length - 1] = { edits: [...last.edits, ...batch.edits], isBlock: false }
    else this.#waiting.push(batch)
    this.#tell()
    if (batch.isBlock) this.flush()
    else this.#later(GATHER_MS)
  }

  /** Sends what waits without delay. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (!this.#sending) void this.#work()
  }

  #later(milliseconds: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.flush()
    }, milliseconds)
  }

  #tell(): void {
    if (this.#busy === !this.isIdle) return
    this.#busy = !this.isIdle
    this.#ends.onBusy(this.#busy)
  }

  async #work(): Promise<void> {
    this.#sending = true
    try {
      for (let batch = this.#waiting.shift(); batch !== undefined; batch = this.#waiting.shift()) {
        const unsent = await this.#send(batch)
        if (unsent === undefined) continue
        this.#waiting.unshift({ ...batch, edits: unsent.edits })
        this.#ends.onStuck(unsent.error)
        this.#later(AGAIN_MS)
        return
      }
    } finally {
      this.#sending = false
      this.#tell()
    }
  }

  /** Gives what could not be sent for now; what was refused has been told. */
  async #send(batch: Batch): Promise<{ readonly edits: readonly KeyedEdit[]; readonly error: AppError } | undefined> {
    const parts: (readonly KeyedEdit[])[] = [lastOfEach(batch.edits)]
    let halves = 0
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      this.#underWay = part
      try {
        const act = await this.#ends.send(part, batch.isBlock)
        this.#underWay = []
        this.#ends.onStuck(undefined)
        this.#ends.onSent({ batch: { ...batch, edits: part }, act })
      } catch (thrown) {
        this.#underWay = []
        const error = thrown instanceof AppError ? thrown : new AppError({ code: 'unavailable', message: String(thrown) })
        if (error.code === 'unavailable') return { edits: [part, ...parts].flat(), error }
        const canHalve = part.length > 1 && (error.code === 'refused' || error.code === 'invalid') && halves < MOST_HALVES
        halves += 1
        if (canHalve) parts.unshift(part.slice(0, part.length >> 1), part.slice(part.length >> 1))
        else this.#ends.onRefused(part, error)
      }
    }
    return undefined
  }
}

/** A cell typed twice goes once, as it stands last. */
function lastOfEach(edits: readonly KeyedEdit[]): readonly KeyedEdit[] {
  return [...new Map(edits.map((edit) => [cellKey(edit.row, edit.column), edit])).values()]
}

export function cellKey(row: string, column: string): string {
  return `${row} ${column}`
}
