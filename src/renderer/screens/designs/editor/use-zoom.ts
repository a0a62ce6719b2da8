import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

/** Screen points in a millimetre at 100 %. */
const REAL = 96 / 25.4
const STEPS = [0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2, 3, 4] as const
const LEAST = 0.1
const MOST = 4
/** Free room around the page, screen points. */
const ROOM = 28

export interface Zoom {
  /** Screen points to a millimetre of the page. */
  readonly scale: number
  /** 1 is the real size. */
  readonly share: number
  readonly isFit: boolean
  readonly fit: () => void
  readonly real: () => void
  readonly by: (step: 1 | -1) => void
  readonly to: (share: number) => void
}

/** How large the page is seen: the whole of it, or as chosen. Ctrl and the wheel zoom about the pointer. */
export function useZoom(scroller: RefObject<HTMLDivElement | null>, page: { readonly width: number; readonly height: number }): Zoom {
  const [chosen, setChosen] = useState<number>()
  const [room, setRoom] = useState({ width: 800, height: 560 })
  const held = useRef<{ readonly x: number; readonly y: number; readonly left: number; readonly top: number }>(undefined)
  useEffect(() => {
    const node = scroller.current
    if (node === null || typeof ResizeObserver === 'undefined') return undefined
    const watcher = new ResizeObserver(() => setRoom({ width: node.clientWidth, height: node.clientHeight }))
    watcher.observe(node)
    return () => watcher.disconnect()
  }, [scroller])
  const whole = Math.max(LEAST, Math.min((room.width - ROOM * 2) / page.width, (room.height - ROOM * 2) / page.height) / REAL)
  const share = chosen ?? Math.min(whole, MOST)

  const place = useRef(scroller)
  const to = useCallback(
    (next: number, at?: { readonly x: number; readonly y: number }) => {
      const node = place.current.current
      if (node !== null) {
        const point = at ?? { x: node.clientWidth / 2, y: node.clientHeight / 2 }
        held.current = { ...point, left: (node.scrollLeft + point.x) / Math.max(1, node.scrollWidth), top: (node.scrollTop + point.y) / Math.max(1, node.scrollHeight) }
      }
      setChosen(Math.min(MOST, Math.max(LEAST, next)))
    },
    [],
  )
  // What was under the pointer stays under it.
  useLayoutEffect(() => {
    const node = scroller.current
    const hold = held.current
    if (node === null || hold === undefined) return
    node.scrollLeft = hold.left * node.scrollWidth - hold.x
    node.scrollTop = hold.top * node.scrollHeight - hold.y
    held.current = undefined
  }, [share, scroller])
  const latest = useRef(share)
  latest.current = share
  useEffect(() => {
    const node = scroller.current
    if (node === null) return undefined
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return
      event.preventDefault()
      const corner = node.getBoundingClientRect()
      to(latest.current * Math.exp(-event.deltaY / 400), { x: event.clientX - corner.left, y: event.clientY - corner.top })
    }
    // Not passive: the browser would zoom its own page.
    node.addEventListener('wheel', onWheel, { passive: false })
    return () => node.removeEventListener('wheel', onWheel)
  }, [scroller, to])

  const by = (step: 1 | -1): void => {
    const next = step === 1 ? STEPS.find((one) => one > share + 0.001) : STEPS.findLast((one) => one < share - 0.001)
    to(next ?? (step === 1 ? MOST : Math.max(LEAST, share / 1.25)))
  }
  return { scale: share * REAL, share, isFit: chosen === undefined, fit: () => setChosen(undefined), real: () => to(1), by, to }
}
