import { useSyncExternalStore } from 'react'

/** One level below the place: its word, and the address it leads to (none for where one is). */
export interface Crumb {
  readonly word: string
  readonly href?: string
}

let crumbs: readonly Crumb[] = []
const watchers = new Set<() => void>()

export function setCrumbs(next: readonly Crumb[]): void {
  crumbs = next
  for (const watcher of watchers) watcher()
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

export function useCrumbs(): readonly Crumb[] {
  return useSyncExternalStore(subscribe, () => crumbs)
}
