import { useEffect, useRef } from 'react'
import { moveChosen, removeChosen } from './changes.ts'
import type { Copied } from './copied.ts'
import { copiedFrom, paste } from './copied.ts'
import type { Act, Editing } from './editing.ts'
import { chosenOf, pageOf } from './editing.ts'
import { duplicate } from './many-part.tsx'
import { isPulling } from './follow-pointer.ts'
import type { Zoom } from './use-zoom.ts'

interface Keyed {
  readonly editing: Editing
  readonly act: (act: Act) => void
  readonly readOnly: boolean
  readonly zoom: Zoom
  readonly save: () => void
  readonly onFiles: (files: readonly File[]) => void
  /** Puts the keyboard on the page, at what is chosen. */
  readonly focusPage: () => void
}

/** What was copied last, on its way to another page or another design. */
let copied: Copied | undefined

const ARROWS: Readonly<Record<string, { readonly x: number; readonly y: number }>> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } }
/** F6 goes round these. */
const PARTS = ['add', 'pages', 'layers', 'canvas', 'inspector'] as const

/** The keys of the screen. It hears them before the frame, for which Ctrl+Z is the last thing written. */
export function useEditorKeys(keyed: Keyed): void {
  const latest = useRef(keyed)
  latest.current = keyed
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isPulling() || document.querySelector('[aria-modal="true"], [role="menu"]') !== null) return
      const act = anywhere(event, latest.current) ?? (isTyping(event.target) ? undefined : onPage(event, latest.current))
      if (act === undefined) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    const onUp = (event: KeyboardEvent): void => {
      // A held arrow is one step; the next press begins another.
      if (event.key in ARROWS) latest.current.act({ kind: 'settle' })
    }
    const onPaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (isTyping(event.target) || files.length === 0 || latest.current.readOnly) return
      event.preventDefault()
      latest.current.onFiles(files)
    }
    window.addEventListener('keydown', onKey, true)
    window.addEventListener('keyup', onUp, true)
    window.addEventListener('paste', onPaste)
    return () => {
      window.removeEventListener('keydown', onKey, true)
      window.removeEventListener('keyup', onUp, true)
      window.removeEventListener('paste', onPaste)
    }
  }, [])
}

type Answer = (() => void) | undefined

function anywhere(event: KeyboardEvent, { act, zoom, save, readOnly }: Keyed): Answer {
  const key = event.key.toLowerCase()
  if (event.key === 'F6') return () => nextPart(event.shiftKey ? -1 : 1)
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined
  if (key === 's' && !event.shiftKey) return readOnly ? () => undefined : save
  if (key === '+' || key === '=') return () => zoom.by(1)
  if (key === '-') return () => zoom.by(-1)
  if (key === '0') return zoom.fit
  if (key === '1') return zoom.real
  if (isTyping(event.target)) return undefined
  if (key === 'z') return () => act({ kind: event.shiftKey ? 'redo' : 'undo' })
  return key === 'y' ? () => act({ kind: 'redo' }) : undefined
}

function onPage(event: KeyboardEvent, keyed: Keyed): Answer {
  const part = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-part]')?.dataset['part'] : undefined
  const isHere = part === 'canvas' || part === 'layers' || event.target === document.body || (event.target instanceof HTMLElement && event.target.id === 'main')
  if (!isHere) return undefined
  return withPage(event, keyed) ?? (keyed.readOnly ? undefined : (withControl(event, keyed) ?? withChosen(event, keyed, part)))
}

/** Choosing and turning pages: also while an earlier version is looked at. */
function withPage(event: KeyboardEvent, { editing, act, focusPage }: Keyed): Answer {
  if (event.key === 'PageDown' || event.key === 'PageUp') return () => act({ kind: 'page', page: editing.page + (event.key === 'PageDown' ? 1 : -1) })
  if (event.key === 'Escape' && editing.selected.length > 0) {
    return () => {
      act({ kind: 'select', ids: [] })
      focusPage()
    }
  }
  if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) return () => act({ kind: 'select', ids: pageOf(editing).elements.filter((one) => !one.locked).map((one) => one.id) })
  return undefined
}

function withControl(event: KeyboardEvent, { editing, act, focusPage }: Keyed): Answer {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return undefined
  const key = event.key.toLowerCase()
  const chosen = chosenOf(editing)
  const copy = (): void => void (copied = copiedFrom(editing.document, pageOf(editing).id, chosen))
  if (key === 'v') return copied === undefined ? undefined : () => copied !== undefined && (act({ kind: 'change', change: paste(copied) }), focusPage())
  if (chosen.length === 0) return undefined
  if (key === 'c') return copy
  if (key === 'x') return () => (copy(), act({ kind: 'change', change: removeChosen() }), focusPage())
  if (key === 'd') return () => (act({ kind: 'change', change: duplicate() }), focusPage())
  return undefined
}

function withChosen(event: KeyboardEvent, { editing, act, focusPage }: Keyed, part: string | undefined): Answer {
  if (event.ctrlKey || event.metaKey || editing.selected.length === 0) return undefined
  if (event.key === 'Delete' || event.key === 'Backspace') return () => (act({ kind: 'change', change: removeChosen() }), part === 'layers' || focusPage())
  const way = ARROWS[event.key]
  if (way === undefined || part === 'layers') return undefined
  const step = event.shiftKey ? 10 : event.altKey ? 0.1 : 1
  return () => act({ kind: 'change', change: moveChosen({ x: way.x * step, y: way.y * step }), joins: 'nudge' })
}

/** A text being typed keeps its keys. Figures and lists are no texts. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !target.readOnly && target.inputMode !== 'decimal' && !['checkbox', 'radio', 'button'].includes(target.type)
}

function nextPart(by: 1 | -1): void {
  const here = document.activeElement?.closest<HTMLElement>('[data-part]')?.dataset['part'] ?? ''
  const at = PARTS.indexOf(here as (typeof PARTS)[number])
  for (let step = 1; step <= PARTS.length; step += 1) {
    const part = PARTS[(at + by * step + PARTS.length * 2) % PARTS.length]
    const node = document.querySelector(`[data-part="${part}"]`)
    const first = node?.querySelector<HTMLElement>('[role="option"][aria-selected="true"][tabindex="0"], [role="listbox"][tabindex="0"], button:not(:disabled), input:not(:disabled), [tabindex="0"]')
    if (first == null) continue
    first.focus()
    return
  }
}

