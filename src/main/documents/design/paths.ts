import { h } from './items.ts'

// Outlines as SVG paths, absolute and in points. M, L, H, V, C and Z are all that `pathOperators` can say in a PDF.

const bow = 0.5523

export function rectanglePath(x: number, y: number, width: number, height: number, radius = 0): string {
  const r = Math.min(radius, width / 2, height / 2)
  const [l, t, e, b] = [x, y, x + width, y + height]
  if (r <= 0) return `M${h(l)} ${h(t)}H${h(e)}V${h(b)}H${h(l)}Z`
  const k = r * (1 - bow)
  return (
    `M${h(l + r)} ${h(t)}L${h(e - r)} ${h(t)}C${h(e - k)} ${h(t)} ${h(e)} ${h(t + k)} ${h(e)} ${h(t + r)}` +
    `L${h(e)} ${h(b - r)}C${h(e)} ${h(b - k)} ${h(e - k)} ${h(b)} ${h(e - r)} ${h(b)}` +
    `L${h(l + r)} ${h(b)}C${h(l + k)} ${h(b)} ${h(l)} ${h(b - k)} ${h(l)} ${h(b - r)}` +
    `L${h(l)} ${h(t + r)}C${h(l)} ${h(t + k)} ${h(l + k)} ${h(t)} ${h(l + r)} ${h(t)}Z`
  )
}

export function ellipsePath(x: number, y: number, rx: number, ry = rx): string {
  const [kx, ky] = [rx * bow, ry * bow]
  return (
    `M${h(x + rx)} ${h(y)}C${h(x + rx)} ${h(y + ky)} ${h(x + kx)} ${h(y + ry)} ${h(x)} ${h(y + ry)}` +
    `C${h(x - kx)} ${h(y + ry)} ${h(x - rx)} ${h(y + ky)} ${h(x - rx)} ${h(y)}` +
    `C${h(x - rx)} ${h(y - ky)} ${h(x - kx)} ${h(y - ry)} ${h(x)} ${h(y - ry)}` +
    `C${h(x + kx)} ${h(y - ry)} ${h(x + rx)} ${h(y - ky)} ${h(x + rx)} ${h(y)}Z`
  )
}

export function diamondPath(x: number, y: number, rx: number, ry = rx): string {
  return `M${h(x - rx)} ${h(y)}L${h(x)} ${h(y - ry)}L${h(x + rx)} ${h(y)}L${h(x)} ${h(y + ry)}Z`
}

export function linePath(x1: number, y1: number, x2: number, y2: number): string {
  return `M${h(x1)} ${h(y1)}L${h(x2)} ${h(y2)}`
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** A smooth path through samples of a curve for t from 0 to 1, tangents taken from its neighbourhood. */
export function smoothPath(at: (t: number) => Point, steps: number, closed: boolean): string {
  const reach = 1e-3 / steps
  const slope = (t: number): Point => {
    const before = at(t - reach)
    const after = at(t + reach)
    return { x: (after.x - before.x) / (2e-3), y: (after.y - before.y) / (2e-3) }
  }
  let current = at(0)
  let tangent = slope(0)
  let path = `M${h(current.x)} ${h(current.y)}`
  for (let i = 1; i <= steps; i += 1) {
    const next = at(i / steps)
    const nextTangent = slope(i / steps)
    path += `C${h(current.x + tangent.x / 3)} ${h(current.y + tangent.y / 3)} ${h(next.x - nextTangent.x / 3)} ${h(next.y - nextTangent.y / 3)} ${h(next.x)} ${h(next.y)}`
    current = next
    tangent = nextTangent
  }
  return closed ? `${path}Z` : path
}

export interface Stroke {
  readonly command: string
  /** Ends and handles, `x y` by `x y`; of H and V too. */
  readonly points: readonly number[]
}

/** A path's steps, each with whole points. */
export function* stepsOf(path: string): Generator<Stroke> {
  let x = 0
  let y = 0
  for (const [, command = '', given = ''] of path.matchAll(/([MLHVCZ])([^MLHVCZ]*)/g)) {
    const numbers = given === '' ? [] : given.trim().split(' ').map(Number)
    const points = command === 'H' ? [numbers[0] ?? 0, y] : command === 'V' ? [x, numbers[0] ?? 0] : numbers
    x = points.at(-2) ?? x
    y = points.at(-1) ?? y
    yield { command, points }
  }
}
