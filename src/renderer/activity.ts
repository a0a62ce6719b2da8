import { useSyncExternalStore } from 'react'
import type { Progress } from '../shared/rpc/wire.ts'

/** A long work that is going on. Times are milliseconds since the epoch. */
export interface RunningJob {
  readonly id: string
  readonly label: string
  readonly startedAt: number
  readonly progress: Progress | undefined
  readonly cancel: () => void
}

/** A short word about what just happened; with an `act` it can be taken back. */
export interface Toast {
  readonly id: number
  readonly tone: 'done' | 'warn' | 'bad'
  readonly text: string
  readonly act?: string
}

export interface Activity {
  readonly jobs: readonly RunningJob[]
  readonly toasts: readonly Toast[]
  /** Acts done in this window that can still be taken back, latest last. */
  readonly acts: readonly string[]
  readonly savedAt: number | undefined
  readonly saving: number
  readonly alive: boolean
}

const NOTHING: Activity = { jobs: [], toasts: [], acts: [], savedAt: undefined, saving: 0, alive: true }
const ACTS_KEPT = 50
const TOASTS_SHOWN = 3

/** What goes on in this window: running jobs, the last acts, whether all is saved. One per client. */
export class ActivityStore {
  #now: Activity = NOTHING
  #watchers = new Set<() => void>()
  #toast = 0

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }
  readonly seen = (): Activity => this.#now

  #become(change: Partial<Activity>): void {
    this.#now = { ...this.#now, ...change }
    for (const watcher of this.#watchers) watcher()
  }

  saving(by: 1 | -1): void {
    this.#become({ saving: this.#now.saving + by })
  }
  saved(act: string | undefined): void {
    const acts = act === undefined ? this.#now.acts : [...this.#now.acts, act].slice(-ACTS_KEPT)
    this.#become({ savedAt: Date.now(), acts })
  }
  /** The act was taken back: it leaves the list, and the toast that offered it goes. */
  undone(act: string): void {
    this.#become({
      acts: this.#now.acts.filter((one) => one !== act),
      toasts: this.#now.toasts.filter((one) => one.act !== act),
    })
  }
  say(toast: Omit<Toast, 'id'>): void {
    this.#toast += 1
    this.#become({ toasts: [...this.#now.toasts, { ...toast, id: this.#toast }].slice(-TOASTS_SHOWN) })
  }
  unsay(id: number): void {
    this.#become({ toasts: this.#now.toasts.filter((one) => one.id !== id) })
  }
  started(job: RunningJob): void {
    this.#become({ jobs: [...this.#now.jobs, job] })
  }
  stepped(id: string, progress: Progress): void {
    this.#become({ jobs: this.#now.jobs.map((one) => (one.id === id ? { ...one, progress } : one)) })
  }
  ended(id: string): void {
    this.#become({ jobs: this.#now.jobs.filter((one) => one.id !== id) })
  }
  connection(alive: boolean): void {
    if (alive !== this.#now.alive) this.#become({ alive })
  }
}

/** Redraws whenever something starts, steps or ends. */
export function useActivityOf(store: ActivityStore): Activity {
  return useSyncExternalStore(store.subscribe, store.seen)
}

/** Whether the core answers; what is saved or runs redraws nothing of who asks only this. */
export function useAliveOf(store: ActivityStore): boolean {
  return useSyncExternalStore(store.subscribe, () => store.seen().alive)
}

/** Seconds that a job still needs at its pace so far; undefined while that would be a guess. */
export function secondsLeft(job: RunningJob, now: number): number | undefined {
  const { progress } = job
  const spent = (now - job.startedAt) / 1000
  if (progress === undefined || progress.total === 0 || progress.done === 0 || spent < 2) return undefined
  return Math.max(1, Math.round((spent / progress.done) * (progress.total - progress.done)))
}
