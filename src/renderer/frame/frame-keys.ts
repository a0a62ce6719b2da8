import { useEffect, useRef } from 'react'
import { go, PLACES } from '../router.ts'

interface Answers {
  readonly onSearch: () => void
  readonly onHelp: () => void
  readonly onUndo: () => void
}

/** The keys that hold on every screen. In a text being typed, Ctrl+Z and "?" stay with the text. */
export function useFrameKeys(answers: Answers): void {
  const latest = useRef(answers)
  latest.current = answers
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // An open menu keeps the keys, and the cursor goes back to its button when it closes: nothing may open over it.
      if (event.defaultPrevented || document.querySelector('[role="menu"]') !== null) return
      const act = actOf(event, latest.current)
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function actOf(event: KeyboardEvent, answers: Answers): (() => void) | undefined {
  const command = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  if (command && !event.shiftKey && key === 'k') return answers.onSearch
  if (event.key === 'F1') return answers.onHelp
  if (event.altKey && !command && /^[1-9]$/.test(key)) {
    const place = PLACES[Number(key) - 1]
    return place === undefined ? undefined : () => go(place)
  }
  if (isTyping(event.target)) return undefined
  if (command && !event.shiftKey && key === 'z') return answers.onUndo
  return event.key === '?' && !command ? answers.onHelp : undefined
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)
}
