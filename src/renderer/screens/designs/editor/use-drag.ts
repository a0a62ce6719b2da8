import { useEffect, useRef, useState } from 'react'
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { DesignElement } from '../../../../shared/contract/designs.ts'
import { placeElements } from './changes.ts'
import type { Act, Editing } from './editing.ts'
import { chosenOf, pageOf } from './editing.ts'
import { followPointer } from './follow-pointer.ts'
import type { Handle, Point, Rect } from './geometry.ts'
import { between, boundsOf, boundsOfAll, resized, touches, turnTowards } from './geometry.ts'
import { POINTS } from './page-drawing.tsx'
import type { Guide, Targets } from './snapping.ts'
import { snapMoved, snapPulled, targetsOf } from './snapping.ts'

/** Screen points within which an edge holds on to a line. */
const REACH = 6

interface Pointer extends Point {
  readonly shift: boolean
  readonly alt: boolean
  /** Holds on to nothing. */
  readonly free: boolean
}

interface Move {
  readonly kind: 'move'
  readonly from: Point
  readonly chosen: readonly DesignElement[]
  readonly around: Rect
  readonly targets: Targets
  /** What is shifted on the screen, each with its units to a millimetre; from the first pull on, when the frames are drawn. */
  nodes: readonly { readonly node: SVGElement; readonly unit: number }[] | undefined
  by: Point
}
interface Resize {
  readonly kind: 'resize'
  readonly from: Point
  readonly element: DesignElement
  readonly handle: Handle
  readonly targets: Targets
}
type Held = Move | Resize | { readonly kind: 'turn'; readonly element: DesignElement } | { readonly kind: 'marquee'; readonly from: Point; readonly kept: readonly string[] }

interface How {
  readonly editing: Editing
  readonly act: (act: Act) => void
  readonly sheet: RefObject<HTMLDivElement | null>
  /** Screen points to a millimetre. */
  readonly scale: number
  readonly readOnly: boolean
}

/** What is drawn over the page while the pointer drags. */
interface Marks {
  readonly guides: readonly Guide[]
  readonly marquee: Rect | undefined
}
const NO_MARKS: Marks = { guides: [], marquee: undefined }

export interface Drag extends Marks {
  readonly onElement: (event: ReactPointerEvent, id: string) => void
  readonly onPage: (event: ReactPointerEvent) => void
  readonly onHandle: (event: ReactPointerEvent, handle: Handle | 'turn') => void
}

/**
 * What the pointer does to a page. While elements are moved only their groups are shifted on the screen (`sheet` holds them
 * as `data-of` and `data-frame`); the design changes when they are let go. Esc puts back what is held.
 */
export function useDrag(how: How): Drag {
  const [marks, setMarks] = useState(NO_MARKS)
  const latest = useRef(how)
  latest.current = how
  const letGo = useRef<() => void>(() => undefined)
  useEffect(() => () => letGo.current(), [])

  const begin = (event: ReactPointerEvent, held: Held): void => {
    letGo.current()
    letGo.current = followPointer(event, {
      onPull: (moved) => {
        const seen = pull(latest.current, held, pointOf(latest.current, moved))
        setMarks((old) => (JSON.stringify(old) === JSON.stringify(seen) ? old : seen))
      },
      onEnd: (isWanted, hasGone) => {
        letGo.current = () => undefined
        drop(latest.current, held, isWanted, hasGone)
        setMarks(NO_MARKS)
      },
    })
  }
  const isMine = (event: ReactPointerEvent): boolean => event.button === 0 && !latest.current.readOnly
  return {
    ...marks,
    onElement: (event, id) => {
      const { editing, act, readOnly } = latest.current
      if (event.button !== 0) return
      event.stopPropagation()
      const isChosen = editing.selected.includes(id)
      const adds = event.shiftKey || event.ctrlKey || event.metaKey
      const ids = adds ? (isChosen ? editing.selected.filter((one) => one !== id) : [...editing.selected, id]) : isChosen ? editing.selected : [id]
      act({ kind: 'select', ids })
      if (!readOnly && !(adds && isChosen)) begin(event, toMove({ ...editing, selected: ids }, pointOf(latest.current, event)))
    },
    onPage: (event) => {
      if (!isMine(event)) return
      const kept = event.shiftKey ? latest.current.editing.selected : []
      latest.current.act({ kind: 'select', ids: kept })
      begin(event, { kind: 'marquee', from: pointOf(latest.current, event), kept })
    },
    onHandle: (event, handle) => {
      const { editing, act } = latest.current
      const [element] = chosenOf(editing)
      if (!isMine(event) || element === undefined || element.locked) return
      event.stopPropagation()
      event.preventDefault()
      act({ kind: 'settle' })
      begin(event, handle === 'turn' ? { kind: 'turn', element } : { kind: 'resize', from: pointOf(latest.current, event), element, handle, targets: targetsAround(editing) })
    },
  }
}

/** Where the pointer is on the page. */
function pointOf({ sheet, scale }: How, event: { readonly clientX: number; readonly clientY: number; readonly shiftKey: boolean; readonly altKey: boolean; readonly ctrlKey: boolean }): Pointer {
  const place = sheet.current?.getBoundingClientRect()
  return { x: (event.clientX - (place?.left ?? 0)) / scale, y: (event.clientY - (place?.top ?? 0)) / scale, shift: event.shiftKey, alt: event.altKey, free: event.ctrlKey }
}

/** Does what the pointer asks for, and tells what is drawn over the page meanwhile. */
function pull({ act, editing, scale, sheet }: How, held: Held, point: Pointer): Marks {
  const reach = point.free ? 0 : REACH / scale
  switch (held.kind) {
    case 'move':
      held.nodes ??= nodesOf(held.chosen, sheet.current)
      return { ...NO_MARKS, guides: shift(held, held.nodes, point, reach) }
    case 'resize': {
      const { box, guides } = pulled(held, point, reach)
      act({ kind: 'change', change: placeElements(new Map([[held.element.id, box]])), joins: 'pull' })
      return { ...NO_MARKS, guides }
    }
    case 'turn':
      act({ kind: 'change', change: placeElements(new Map([[held.element.id, { turn: turnTowards(held.element, point, point.shift ? 15 : undefined) }]])), joins: 'pull' })
      return NO_MARKS
    case 'marquee': {
      const area = between(held.from, point)
      const inside = pageOf(editing).elements.filter((one) => !one.locked && touches(boundsOf(one), area)).map((one) => one.id)
      act({ kind: 'select', ids: [...new Set([...held.kept, ...inside])] })
      return { ...NO_MARKS, marquee: area }
    }
  }
}

function drop({ act }: How, held: Held, isWanted: boolean, hasGone: boolean): void {
  if (held.kind === 'resize' || held.kind === 'turn') act({ kind: isWanted ? 'settle' : 'revert' })
  if (held.kind !== 'move' || !hasGone) return
  const { by } = held
  // First where they belong, then no longer shifted: nothing jumps in between.
  if (isWanted) flushSync(() => act({ kind: 'change', change: placeElements(new Map(held.chosen.map((one) => [one.id, { x: one.x + by.x, y: one.y + by.y }]))) }))
  for (const { node } of held.nodes ?? []) node.style.translate = ''
}

/** What the others and the page offer to hold on to. */
function targetsAround(editing: Editing): Targets {
  const page = pageOf(editing)
  const ids = new Set(editing.selected)
  return targetsOf(page, page.elements.filter((one) => !ids.has(one.id)).map(boundsOf))
}

function toMove(editing: Editing, from: Point): Move {
  const chosen = chosenOf(editing).filter((one) => !one.locked)
  return { kind: 'move', from, chosen, around: boundsOfAll(chosen) ?? { x: 0, y: 0, width: 0, height: 0 }, targets: targetsAround(editing), nodes: undefined, by: { x: 0, y: 0 } }
}

function nodesOf(chosen: readonly DesignElement[], sheet: HTMLElement | null): NonNullable<Move['nodes']> {
  return chosen.flatMap(({ id }) => [...(sheet?.querySelectorAll<SVGElement>(`[data-of="${id}"], [data-frame="${id}"]`) ?? [])].map((node) => ({ node, unit: node.dataset['of'] === undefined ? 1 : POINTS })))
}

/** Shifts what is held on the screen alone. With Shift along one direction. */
function shift(held: Move, nodes: NonNullable<Move['nodes']>, point: Pointer, reach: number): readonly Guide[] {
  const far = { x: point.x - held.from.x, y: point.y - held.from.y }
  const isAcross = Math.abs(far.x) > Math.abs(far.y)
  const way = { x: point.shift && !isAcross ? 0 : 1, y: point.shift && isAcross ? 0 : 1 }
  const wanted = { x: far.x * way.x, y: far.y * way.y }
  const snap = snapMoved({ ...held.around, x: held.around.x + wanted.x, y: held.around.y + wanted.y }, held.targets, reach)
  held.by = { x: wanted.x + snap.x * way.x, y: wanted.y + snap.y * way.y }
  for (const { node, unit } of nodes) node.style.translate = `${held.by.x * unit}px ${held.by.y * unit}px`
  return snap.guides
}

/** The box as it is pulled. A turned one holds on to nothing: its sides are not the page's. */
function pulled(now: Resize, point: Pointer, reach: number) {
  const pull = { x: point.x - now.from.x, y: point.y - now.from.y }
  const isCorner = now.handle.x !== 0 && now.handle.y !== 0
  // Pictures and squares keep their shape at the corners unless Shift lets them go; all else the other way round.
  const keeps = isCorner && (now.element.kind === 'image' || now.element.kind === 'qr') !== point.shift
  const how = { keepsShape: keeps, fromMiddle: point.alt }
  const box = resized(now.element, now.handle, pull, how)
  if (now.element.turn !== 0 || keeps || reach === 0) return { box, guides: [] }
  const snap = snapPulled(box, now.handle, now.targets, reach)
  return { box: resized(now.element, now.handle, { x: pull.x + snap.x, y: pull.y + snap.y }, how), guides: snap.guides }
}
