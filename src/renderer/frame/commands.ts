import { useEffect, useRef, useSyncExternalStore } from 'react'

/** An order that the search box above every screen finds by its words. */
export interface Command {
  readonly id: string
  readonly label: string
  /** As it is pressed, where it has a key of its own: "Alt+1". */
  readonly keys?: string
  readonly run: () => void
}

let offered: readonly Command[] = []
const watchers = new Set<() => void>()

function become(next: readonly Command[]): void {
  offered = next
  for (const watcher of watchers) watcher()
}

/** Offers orders while the screen is mounted. `ids` and labels decide whether they changed; `run` is always the latest. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands)
  latest.current = commands
  const key = JSON.stringify(commands.map(({ id, label }) => [id, label]))
  useEffect(() => {
    const mine = latest.current.map((one) => ({ ...one, run: () => latest.current.find(({ id }) => id === one.id)?.run() }))
    become([...offered, ...mine])
    return () => become(offered.filter((one) => !mine.includes(one)))
  }, [key])
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

export function useOffered(): readonly Command[] {
  return useSyncExternalStore(subscribe, () => offered)
}
