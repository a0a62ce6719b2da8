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

/** An open list of choices hangs on its field; a dialog stands above every level and closes by itself. */
function isChoosing(target: EventTarget | null): boolean {
  if (document.querySelector('[aria-modal="true"]') !== null) return true
  if (!(target instanceof Element)) return false
  return target.getAttribute('aria-expanded') === 'true' || (target.hasAttribute('aria-haspopup') && target.hasAttribute('aria-controls'))
}
