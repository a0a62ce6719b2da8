import { useEffect, useMemo, useRef, useState } from 'react'
import type { AppError } from '../shared/rpc/errors.ts'
import { failureOf, useApi } from './api.ts'
import type { Api, Gives, QueryName, Takes } from './api.ts'
import { useText } from './language.tsx'

/** A list that a table shows without holding all of it. Indices count rows from 0. */
export interface RowSource<Row> {
  /** Changes whenever the list is another one (other filter): the table goes back to its top. */
  readonly key: string
  /** Undefined until the first answer. */
  readonly total: number | undefined
  readonly at: (index: number) => Row | undefined
  /** Told by the table which rows are in sight. */
  readonly want: (from: number, to: number) => void
  /** All rows from..to (not included), asked for if need be: for Ctrl+A, Shift and copying. */
  readonly range: (from: number, to: number) => Promise<readonly Row[]>
  readonly error: AppError | undefined
  readonly loading: boolean
  readonly reload: () => void
}

/** A list that is here whole. */
export function rowsOf<Row>(rows: readonly Row[] | undefined, key = ''): RowSource<Row> {
  return {
    key,
    total: rows?.length,
    at: (index) => rows?.[index],
    want: () => undefined,
    range: (from, to) => Promise.resolve(rows?.slice(from, to) ?? []),
    error: undefined,
    loading: rows === undefined,
    reload: () => undefined,
  }
}

/** Calls that give a window of a long list. */
export type WindowedName = { [N in QueryName]: Gives<N> extends { rows: readonly unknown[]; total: number } ? N : never }[QueryName]
export type RowOf<N extends WindowedName> = Gives<N> extends { rows: readonly (infer Row)[] } ? Row : never

const PAGE = 100
/** The most rows that one answer may hold (contract/common.ts, `window`). */
const MOST = 500
const AT_ONCE = 3
const RESTING_MS = 60

/**
 * A long list asked for window by window, as it comes into sight; `answer` is the latest whole answer, for what
 * it says beside the rows. `input` is the call's own, without offset and limit. Old rows stay until new ones come.
 */
export function useRows<N extends WindowedName>(
  name: N,
  input: Omit<Takes<N>, 'offset' | 'limit'>,
): RowSource<RowOf<N>> & { readonly answer: Gives<N> | undefined } {
  const api = useApi()
  const t = useText()
  const [, redraw] = useState(0)
  const key = JSON.stringify([name, input])
  const list = useMemo(() => new WindowedList<N>(api, name, () => redraw((n) => n + 1)), [api, name])
  const asked = useRef(input)
  asked.current = input

  useEffect(() => list.show(key, asked.current), [list, key])
  useEffect(() => api.watch(name, () => list.refresh()), [api, name, list])
  useEffect(() => () => list.close(), [list])

  return {
    key: list.key,
    total: list.total,
    at: list.at,
    want: list.want,
    range: list.range,
    error: list.failure === undefined ? undefined : failureOf(list.failure, t),
    loading: list.loading,
    reload: list.refresh,
    answer: list.answer,
  }
}

class WindowedList<N extends WindowedName> {
  readonly #api: Api
  readonly #name: N
  readonly #changed: () => void
  #input: Omit<Takes<N>, 'offset' | 'limit'> | undefined
  #pages = new Map<number, readonly RowOf<N>[]>()
  #fresh = new Set<number>()
  #asking = new Set<number>()
  #sight = { from: 0, to: PAGE }
  /** Answers of an earlier generation are dropped. */
  #generation = 0
  #shownGeneration = 0
  #nextKey = ''
  #resting: ReturnType<typeof setTimeout> | undefined
  key = ''
  total: number | undefined
  failure: unknown
  answer: Gives<N> | undefined

  constructor(api: Api, name: N, changed: () => void) {
    this.#api = api
    this.#name = name
    this.#changed = changed
  }

  get loading(): boolean {
    return this.#asking.size > 0
  }

  show(key: string, input: Omit<Takes<N>, 'offset' | 'limit'>): void {
    this.#input = input
    this.#nextKey = key
    this.#sight = { from: 0, to: PAGE }
    this.refresh()
  }

  readonly refresh = (): void => {
    this.#generation += 1
    this.#fresh.clear()
    this.#asking.clear()
    this.#pump()
    this.#changed()
  }

  close(): void {
    this.#generation += 1
    clearTimeout(this.#resting)
    this.#resting = undefined
  }

  readonly at = (index: number): RowOf<N> | undefined => this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE]

  readonly want = (from: number, to: number): void => {
    this.#sight = { from, to }
    // While the list flies past, what is in sight for an instant is not asked for.
    if (this.#resting !== undefined) return
    this.#resting = setTimeout(() => {
      this.#resting = undefined
      this.#pump()
    }, RESTING_MS)
  }

  readonly range = async (from: number, to: number): Promise<readonly RowOf<N>[]> => {
    const parts: RowOf<N>[] = []
    for (let offset = from; offset < to; offset += MOST) {
      const answer = await this.#ask(offset, Math.min(MOST, to - offset))
      parts.push(...rowsIn<N>(answer))
    }
    return parts
  }

  #ask(offset: number, limit: number): Promise<Gives<N>> {
    const [subject, verb] = this.#name.split('.') as [string, string]
    const calls = this.#api.client as unknown as Record<string, Record<string, (input: unknown) => Promise<Gives<N>>>>
    const call = calls[subject]?.[verb]
    if (call === undefined) throw new Error(this.#name)
    return call({ ...this.#input, offset, limit })
  }

  /** Asks for what is in sight and not fresh, a few windows at a time: a fast scroll does not queue what it passed. */
  #pump(): void {
    if (this.#input === undefined) return
    const last = this.total === undefined || this.#shownGeneration !== this.#generation ? this.#sight.to : Math.min(this.#sight.to, this.total - 1)
    for (let page = Math.floor(this.#sight.from / PAGE); page <= Math.floor(Math.max(0, last) / PAGE); page += 1) {
      if (this.#asking.size >= AT_ONCE) return
      if (this.#fresh.has(page) || this.#asking.has(page)) continue
      void this.#load(page)
    }
  }

  async #load(page: number): Promise<void> {
    const generation = this.#generation
    this.#asking.add(page)
    try {
      const answer = await this.#ask(page * PAGE, PAGE)
      if (generation !== this.#generation) return
      this.#take(page, answer)
    } catch (thrown) {
      if (generation !== this.#generation) return
      this.failure = thrown
      this.#fresh.add(page)
    }
    this.#asking.delete(page)
    this.#pump()
    this.#changed()
  }

  #take(page: number, answer: Gives<N>): void {
    if (this.#shownGeneration !== this.#generation) {
      // The first answer of a new list replaces the old rows; of the same list, the old ones wait to be renewed.
      if (this.key !== this.#nextKey) this.#pages.clear()
      this.key = this.#nextKey
      this.#shownGeneration = this.#generation
      this.failure = undefined
    }
    this.#pages.set(page, rowsIn<N>(answer))
    this.#fresh.add(page)
    this.total = answer.total
    this.answer = answer
  }
}

/** The compiler does not follow `rows` through the conditional type that `RowOf` takes them from. */
function rowsIn<N extends WindowedName>(answer: Gives<N>): readonly RowOf<N>[] {
  return answer.rows as unknown as readonly RowOf<N>[]
}
