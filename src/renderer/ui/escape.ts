import { useEffect, useRef } from 'react'

const levels: { close: () => void }[] = []
let listening = false

/** Esc closes the level opened last, one at a time. An open list of choices takes the key for itself. */
export function useEscape(open: boolean, close: () => void): void {
  const latest = useRef(close)
  latest.current = close
  useEffect(() => {
    if (!open) return undefined
    listen()
    const level = { close: () => latest.current() }
    levels.push(level)
    return () => void levels.splice(levels.indexOf(level), 1)
  }, [open])
}

function listen(): void {
  if (listening) return
  listening = true
  let choosing = false
  // Before the widgets hear the key: afterwards the list of choices is already closed.
  window.addEventListener('keydown', (event) => void (choosing = isChoosing(event.target)), true)
  window.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || choosing || event.defaultPrevented) return
    levels.at(-1)?.close()
  })
}

function isChoosing(target: EventTarget | null): boolean {
  return target instanceof Element && target.getAttribute('aria-expanded') === 'true'
}
