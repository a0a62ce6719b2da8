import type { Rect } from './geometry.ts'

/** A line that something held on to, drawn while dragging: across the page at `at`, from `from` to `to` along it. */
export interface Guide {
  readonly axis: 'x' | 'y'
  readonly at: number
  readonly from: number
  readonly to: number
}

/** What one may hold on to: lines across the page, each with the stretch that it belongs to. */
export interface Targets {
  readonly x: readonly Line[]
  readonly y: readonly Line[]
}
interface Line {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** The customary margin of a page, millimetres. */
const MARGIN = 15

/** Edges, middle and margins of the page, and edges and middles of the others on it. */
export function targetsOf(page: { readonly width: number; readonly height: number }, others: readonly Rect[]): Targets {
  const margins = Math.min(page.width, page.height) > MARGIN * 4 ? [MARGIN] : []
  const across = (side: number): number[] => [0, side / 2, side, ...margins, ...margins.map((margin) => side - margin)]
  return {
    x: [...across(page.width).map((at) => ({ at, from: 0, to: page.height })), ...others.flatMap((one) => threeOf(one.x, one.width).map((at) => ({ at, from: one.y, to: one.y + one.height })))],
    y: [...across(page.height).map((at) => ({ at, from: 0, to: page.width })), ...others.flatMap((one) => threeOf(one.y, one.height).map((at) => ({ at, from: one.x, to: one.x + one.width })))],
  }
}

function threeOf(start: number, size: number): readonly number[] {
  return [start, start + size / 2, start + size]
}

export interface Snapped {
  /** How much further to go, so that it holds. */
  readonly x: number
  readonly y: number
  readonly guides: readonly Guide[]
}

/** What a moved rectangle holds on to within `reach` millimetres: the nearest line of each axis. */
export function snapMoved(moved: Rect, targets: Targets, reach: number): Snapped {
  return snapped(moved, { x: threeOf(moved.x, moved.width), y: threeOf(moved.y, moved.height) }, targets, reach)
}

/** The same for the sides that are being pulled: -1 the left or top one, 1 the right or bottom one. */
export function snapPulled(pulled: Rect, ways: { readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1 }, targets: Targets, reach: number): Snapped {
  const held = (way: -1 | 0 | 1, start: number, size: number): readonly number[] => (way === 0 ? [] : [way === 1 ? start + size : start])
  return snapped(pulled, { x: held(ways.x, pulled.x, pulled.width), y: held(ways.y, pulled.y, pulled.height) }, targets, reach)
}

function snapped(rect: Rect, held: { readonly x: readonly number[]; readonly y: readonly number[] }, targets: Targets, reach: number): Snapped {
  const x = nearest(held.x, targets.x, reach)
  const y = nearest(held.y, targets.y, reach)
  const landed = { ...rect, x: rect.x + x, y: rect.y + y }
  const guides = [
    ...guidesOn('x', held.x.map((at) => at + x), targets.x, { from: landed.y, to: landed.y + landed.height }),
    ...guidesOn('y', held.y.map((at) => at + y), targets.y, { from: landed.x, to: landed.x + landed.width }),
  ]
  return { x, y, guides }
}

function nearest(held: readonly number[], lines: readonly Line[], reach: number): number {
  let best = 0
  let distance = reach
  for (const at of held) {
    for (const line of lines) {
      const off = line.at - at
      if (Math.abs(off) > distance || (Math.abs(off) === distance && best !== 0)) continue
      distance = Math.abs(off)
      best = off
    }
  }
  return best
}

/** The lines on which something now stands, each once and long enough to show what it is held to. */
function guidesOn(axis: 'x' | 'y', held: readonly number[], lines: readonly Line[], own: { readonly from: number; readonly to: number }): readonly Guide[] {
  const guides = new Map<number, Guide>()
  for (const line of lines) {
    if (!held.some((at) => Math.abs(at - line.at) < 0.005)) continue
    const key = Math.round(line.at * 100)
    const known = guides.get(key)
    guides.set(key, { axis, at: line.at, from: Math.min(line.from, own.from, known?.from ?? Infinity), to: Math.max(line.to, own.to, known?.to ?? -Infinity) })
  }
  return [...guides.values()]
}
