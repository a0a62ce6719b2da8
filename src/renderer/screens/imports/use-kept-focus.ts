import { useEffect, useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'

interface Spot {
  readonly card: string
  readonly row: number
}

/**
 * Keeps the keyboard where it was when a new review takes away what it stood on: the row that took its place, else the
 * card, else the next thing to decide, else the act at the foot. Cards carry `data-card`, rows `data-row`.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>, stamp: unknown): void {
  const last = useRef<Spot | undefined>(undefined)
  useEffect(() => {
    const root = place.current
    if (root === null) return undefined
    const onFocus = (event: FocusEvent): void => {
      if (!(event.target instanceof HTMLElement)) return
      const card = event.target.closest<HTMLElement>('[data-card]')
      const row = event.target.closest<HTMLElement>('[data-row]')
      last.current = card === null ? undefined : { card: card.dataset['card'] ?? '', row: Number(row?.dataset['row'] ?? -1) }
    }
    root.addEventListener('focusin', onFocus)
    return () => root.removeEventListener('focusin', onFocus)
  }, [place])
  useLayoutEffect(() => {
    const root = place.current
    const { activeElement } = document
    if (root === null || last.current === undefined || (activeElement !== null && activeElement !== document.body)) return
    spotIn(root, last.current)?.focus({ preventScroll: true })
  }, [place, stamp])
}

function spotIn(root: HTMLElement, spot: Spot): HTMLElement | undefined {
  const card = [...root.querySelectorAll<HTMLElement>('[data-card]')].find((one) => one.dataset['card'] === spot.card)
  if (card === undefined) return nextToDecide(root)
  const rows = [...card.querySelectorAll<HTMLElement>('[data-row]')]
  const row = spot.row < 0 ? undefined : (rows[spot.row] ?? rows.at(-1))
  if (row === undefined) return card.querySelector<HTMLElement>('button') ?? undefined
  return row.tabIndex >= -1 && row.hasAttribute('tabindex') ? row : (row.querySelector<HTMLElement>('button') ?? row)
}

/** The next thing that waits for a decision: the yes to all of a proposal, the heading of what needs a look; else the act at the foot. */
export function nextToDecide(root: HTMLElement): HTMLElement | undefined {
  const open = root.querySelector<HTMLElement>('[data-open-cause] [data-first]')
  return open ?? document.querySelector<HTMLElement>('[data-next]:not([disabled])') ?? undefined
}
