/** Screen points that the pointer may tremble before it drags. */
const TREMBLE = 3

let following = 0

/** Whether something is being pulled: its keys are Esc and nothing else. */
export function isPulling(): boolean {
  return following > 0
}

/**
 * Follows the pointer from a press until it is let go: `onPull` once a frame at most, `onEnd` once, with whether what was
 * pulled is wanted. Esc, and whatever takes the pointer away, put it back. Gives what ends it at once.
 */
export function followPointer(start: { readonly clientX: number; readonly clientY: number }, on: { readonly onPull: (event: PointerEvent) => void; readonly onEnd: (isWanted: boolean, hasGone: boolean) => void }): () => void {
  const begin = { x: start.clientX, y: start.clientY }
  let last: PointerEvent | undefined
  let frame = 0
  let hasGone = false
  let isOver = false
  const step = (): void => {
    frame = 0
    if (last === undefined || (!hasGone && Math.hypot(last.clientX - begin.x, last.clientY - begin.y) < TREMBLE)) return
    hasGone = true
    on.onPull(last)
  }
  const onMove = (event: PointerEvent): void => {
    last = event
    if (frame === 0) frame = requestAnimationFrame(step)
  }
  const end = (isWanted: boolean): void => {
    if (isOver) return
    isOver = true
    following -= 1
    cancelAnimationFrame(frame)
    if (frame !== 0 && isWanted) step()
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onUp)
    window.removeEventListener('pointercancel', onAway)
    window.removeEventListener('keydown', onKey, true)
    on.onEnd(isWanted, hasGone)
  }
  const onUp = (): void => end(true)
  const onAway = (): void => end(false)
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    end(false)
  }
  following += 1
  window.addEventListener('pointermove', onMove)
  window.addEventListener('pointerup', onUp)
  window.addEventListener('pointercancel', onAway)
  window.addEventListener('keydown', onKey, true)
  return onAway
}
