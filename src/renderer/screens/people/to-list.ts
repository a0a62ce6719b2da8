import type { KeyboardEvent } from 'react'

/** From the search box, the down arrow and Enter go on to what was found. */
export function toList(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
  event.preventDefault()
  document.querySelector<HTMLElement>('[role="grid"]')?.focus()
}
