/** Places on a page, in millimetres from its top left corner; turns in degrees clockwise. */
export interface Point {
  readonly x: number
  readonly y: number
}
export interface Rect extends Point {
  readonly width: number
  readonly height: number
}
/** A rectangle turned about its middle. */
export interface Box extends Rect {
  readonly turn: number
}

/** The smallest side that an element may have. */
export const SMALLEST = 0.5

/** To hundredths of a millimetre: finer than any printer. */
export function rounded(mm: number): number {
  const whole = Math.round(mm * 100) / 100
  return whole === 0 ? 0 : whole
}

/** From -180 (not included) to 180. */
export function normalTurn(degrees: number): number {
  const turn = ((degrees % 360) + 360) % 360
  return rounded(turn > 180 ? turn - 360 : turn)
}

export function turned(point: Point, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return { x: point.x * cos - point.y * sin, y: point.x * sin + point.y * cos }
}

export function middleOf(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
}

/** The upright rectangle that a turned box takes. */
export function boundsOf(box: Box): Rect {
  if (box.turn === 0) return { x: box.x, y: box.y, width: box.width, height: box.height }
  const middle = middleOf(box)
  const corners = [
    { x: -box.width / 2, y: -box.height / 2 },
    { x: box.width / 2, y: -box.height / 2 },
    { x: box.width / 2, y: box.height / 2 },
    { x: -box.width / 2, y: box.height / 2 },
  ].map((corner) => turned(corner, box.turn))
  const reach = { x: Math.max(...corners.map((corner) => corner.x)), y: Math.max(...corners.map((corner) => corner.y)) }
  return { x: middle.x - reach.x, y: middle.y - reach.y, width: reach.x * 2, height: reach.y * 2 }
}

/** The rectangle around all of them; undefined around none. */
export function boundsOfAll(boxes: readonly Box[]): Rect | undefined {
  if (boxes.length === 0) return undefined
  const all = boxes.map(boundsOf)
  const x = Math.min(...all.map((one) => one.x))
  const y = Math.min(...all.map((one) => one.y))
  return { x, y, width: Math.max(...all.map((one) => one.x + one.width)) - x, height: Math.max(...all.map((one) => one.y + one.height)) - y }
}

export function touches(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
}

/** The rectangle between two points, whichever comes first. */
export function between(a: Point, b: Point): Rect {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
}

/** A handle by the way it pulls: -1 left or up, 1 right or down, 0 not at all. */
export interface Handle {
  readonly name: 'nw' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w'
  readonly x: -1 | 0 | 1
  readonly y: -1 | 0 | 1
}
export const HANDLES: readonly Handle[] = [
  { name: 'nw', x: -1, y: -1 },
  { name: 'n', x: 0, y: -1 },
  { name: 'ne', x: 1, y: -1 },
  { name: 'e', x: 1, y: 0 },
  { name: 'se', x: 1, y: 1 },
  { name: 's', x: 0, y: 1 },
  { name: 'sw', x: -1, y: 1 },
  { name: 'w', x: -1, y: 0 },
]

/**
 * A box whose handle was pulled by `pull` (as the page sees it). What lies opposite the handle stays where it is, also when
 * the box is turned. `keepsShape` holds the proportion; `fromMiddle` grows both ways.
 */
export function resized(box: Box, handle: Handle, pull: Point, how: { readonly keepsShape?: boolean; readonly fromMiddle?: boolean } = {}): Box {
  const local = turned(pull, -box.turn)
  const ways = how.fromMiddle === true ? 2 : 1
  let width = Math.max(SMALLEST, box.width + local.x * handle.x * ways)
  let height = Math.max(SMALLEST, box.height + local.y * handle.y * ways)
  if (how.keepsShape === true) {
    const shares = [...(handle.x === 0 ? [] : [width / box.width]), ...(handle.y === 0 ? [] : [height / box.height])]
    const share = Math.max(...shares, SMALLEST / Math.min(box.width, box.height))
    width = box.width * share
    height = box.height * share
  }
  // How far the middle goes, along the box's own sides, so that the opposite side stays.
  const grown = how.fromMiddle === true ? { x: 0, y: 0 } : { x: ((width - box.width) / 2) * handle.x, y: ((height - box.height) / 2) * handle.y }
  const middle = middleOf(box)
  const shift = turned(grown, box.turn)
  const x = middle.x + shift.x - width / 2
  const y = middle.y + shift.y - height / 2
  return { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height), turn: box.turn }
}

/** The turn of a box whose handle above it is held at `point`. `steps`: to the nearest of that many degrees. */
export function turnTowards(box: Rect, point: Point, steps?: number): number {
  const middle = middleOf(box)
  const degrees = (Math.atan2(point.x - middle.x, middle.y - point.y) * 180) / Math.PI
  // An upright element is what one nearly always wants: close to a quarter turn it holds.
  const quarter = Math.round(degrees / 90) * 90
  if (steps === undefined) return normalTurn(Math.abs(degrees - quarter) < 2 ? quarter : Math.round(degrees))
  return normalTurn(Math.round(degrees / steps) * steps)
}

export type Edge = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'

/** Where each box goes so that all stand on one line within `frame`. Keeps the turns. */
export function aligned(boxes: readonly Box[], edge: Edge, frame: Rect): readonly Point[] {
  return boxes.map((box) => {
    const seen = boundsOf(box)
    const by = { x: 0, y: 0 }
    if (edge === 'left') by.x = frame.x - seen.x
    if (edge === 'center') by.x = frame.x + frame.width / 2 - (seen.x + seen.width / 2)
    if (edge === 'right') by.x = frame.x + frame.width - (seen.x + seen.width)
    if (edge === 'top') by.y = frame.y - seen.y
    if (edge === 'middle') by.y = frame.y + frame.height / 2 - (seen.y + seen.height / 2)
    if (edge === 'bottom') by.y = frame.y + frame.height - (seen.y + seen.height)
    return { x: rounded(box.x + by.x), y: rounded(box.y + by.y) }
  })
}

/** Where each box goes so that the gaps between neighbours are equal; the outermost two stay. Fewer than three stay all. */
export function distributed(boxes: readonly Box[], axis: 'x' | 'y'): readonly Point[] {
  const side = axis === 'x' ? 'width' : 'height'
  const seen = boxes.map((box, at) => ({ at, box, bounds: boundsOf(box) }))
  const places: Point[] = boxes.map(({ x, y }) => ({ x, y }))
  if (boxes.length < 3) return places
  const row = seen.toSorted((a, b) => a.bounds[axis] + a.bounds[side] / 2 - (b.bounds[axis] + b.bounds[side] / 2))
  const first = row[0]?.bounds
  const last = row.at(-1)?.bounds
  if (first === undefined || last === undefined) return places
  const taken = row.reduce((sum, one) => sum + one.bounds[side], 0)
  const gap = (last[axis] + last[side] - first[axis] - taken) / (row.length - 1)
  let next = first[axis]
  for (const { at, box, bounds } of row) {
    places[at] = { x: box.x, y: box.y, [axis]: rounded(box[axis] + next - bounds[axis]) }
    next += bounds[side] + gap
  }
  return places
}
