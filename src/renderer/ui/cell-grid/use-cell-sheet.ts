import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { AppError } from '../../../shared/rpc/errors.ts'
import { failureOf, useApi } from '../../api.ts'
import type { Api, QueryName } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { CellSheet } from './cell-sheet.ts'
import type { Base, SheetSeen } from './cell-sheet.ts'
import type { KeyedEdit } from './write-queue.ts'

/** Nothing is asked again before so long a pause in the writing; milliseconds. */
const QUIET_MS = 500

export interface SheetSource<D extends object> {
  /** The query whose topics make it ask again, and what tells one sheet from another. */
  readonly name: QueryName
  readonly key: string
  readonly load: (api: Api) => Promise<D>
  readonly base: (data: D) => Base
  /** Writes cells; gives the act that takes them back. */
  readonly send: (edits: readonly KeyedEdit[], isBlock: boolean) => Promise<string | undefined>
  /** A cell where more than its value would be lost by writing over it. */
  readonly isRich?: (edit: KeyedEdit, data: D) => boolean
}

export interface CellSheetState<D> {
  readonly data: D | undefined
  readonly error: AppError | undefined
  readonly sheet: CellSheet
  readonly seen: SheetSeen
  readonly reload: () => void
}

/**
 * The cells of a query that are written in a grid. While the person types nothing is asked again; what comes after a
 * pause keeps every part that did not change as the same object, so that nothing is drawn anew. What waits is sent when
 * the screen is left or hidden.
 */
export function useCellSheet<D extends object>(source: SheetSource<D>): CellSheetState<D> {
  const api = useApi()
  const t = useText()
  const mounted = useRef(true)
  const [state, setState] = useState<{ key: string; data?: D; error?: AppError }>({ key: source.key })
  const latest = useRef({ source, t, data: state.data })
  latest.current = { source, t, data: state.data }
  const { key } = source
  // One sheet for each group: its writes go on when another is opened.
  const sheet = useMemo(() => newSheet(api, key, latest, mounted), [api, key])
  const seen = useSyncExternalStore(sheet.subscribe, sheet.seen)
  const asking = useRef<Asking>(undefined)

  useEffect(() => {
    mounted.current = true
    const mine = new Asking(sheet, () => latest.current.source.load(api), {
      onData: (data) => {
        sheet.setBase(latest.current.source.base(data as D))
        setState((old) => ({ key, data: old.data === undefined || old.key !== key ? (data as D) : sharedWith(old.data, data as D) }))
      },
      onError: (thrown) => setState((old) => ({ ...(old.key === key ? old : {}), key, error: failureOf(thrown, latest.current.t) })),
    })
    asking.current = mine
    mine.now()
    const unwatch = api.watch(source.name, () => mine.soon())
    const flush = (): void => sheet.flush()
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', flush)
    return () => {
      mounted.current = false
      mine.stop()
      unwatch()
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('pagehide', flush)
      sheet.flush()
    }
  }, [api, sheet, key, source.name])

  const reload = useCallback(() => asking.current?.now(), [])
  const fits = state.key === key
  return { data: fits ? state.data : undefined, error: fits ? state.error : undefined, sheet, seen, reload }
}

interface Latest<D extends object> {
  readonly current: { readonly source: SheetSource<D>; readonly t: Text; readonly data: D | undefined }
}

function newSheet<D extends object>(api: Api, key: string, latest: Latest<D>, mounted: { readonly current: boolean }): CellSheet {
  const sheet = new CellSheet({
    // The source of this sheet: another one may be on the screen by then.
    send: (edits, isBlock) => (latest.current.source.key === key ? latest.current.source : first).send(edits, isBlock),
    takeBack: async (act) => {
      await api.client.history.undo({ act })
      api.activity.undone(act)
    },
    onBusy: (isBusy) => api.activity.saving(isBusy ? 1 : -1),
    isRich: (edit) => {
      const { source, data } = latest.current
      return data !== undefined && source.isRich?.(edit, data) === true
    },
  })
  const first = latest.current.source
  sheet.subscribe(() => {
    const { failure } = sheet.seen()
    if (failure === undefined || mounted.current) return
    // The screen is gone: what went back is said where it is still seen.
    api.activity.say({ tone: 'bad', text: failure.error.message })
    sheet.forgetFailure()
  })
  return sheet
}

/** Asks the core, but never over what is being written. */
class Asking {
  #timer: ReturnType<typeof setTimeout> | undefined
  #isStopped = false
  readonly #sheet: CellSheet
  readonly #load: () => Promise<object>
  readonly #ends: { readonly onData: (data: object) => void; readonly onError: (thrown: unknown) => void }

  constructor(sheet: CellSheet, load: () => Promise<object>, ends: { readonly onData: (data: object) => void; readonly onError: (thrown: unknown) => void }) {
    this.#sheet = sheet
    this.#load = load
    this.#ends = ends
  }

  soon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.now(), QUIET_MS)
  }
  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
  }
  now(): void {
    clearTimeout(this.#timer)
    if (this.#isStopped) return
    if (!this.#sheet.isIdle) return this.soon()
    const { writes } = this.#sheet
    this.#load().then(
      (data) => {
        if (this.#isStopped) return
        // What was written meanwhile may be missing in it.
        if (this.#sheet.writes !== writes || !this.#sheet.isIdle) this.soon()
        else this.#ends.onData(data)
      },
      (thrown: unknown) => this.#isStopped || this.#ends.onError(thrown),
    )
  }
}

/** The new answer with every part that equals the old one taken from it. */
function sharedWith<D extends object>(old: D, next: D): D {
  const parts = Object.entries(next).map(([part, value]) => {
    const before: unknown = (old as Readonly<Record<string, unknown>>)[part]
    return [part, JSON.stringify(before) === JSON.stringify(value) ? before : value] as const
  })
  return Object.fromEntries(parts) as D
}
