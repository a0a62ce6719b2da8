import { n, pageHeight, pageWidth } from '../pdf-canvas.ts'

// Fine-line ornament in the manner of banknotes: families of shifted waves. Paths are PDF operators, y upwards, points.

interface Point {
  readonly x: number
  readonly y: number
}

/** A smooth path through samples of a curve, tangents taken from the neighbours. */
function smooth(at: (t: number) => Point, steps: number, closed: boolean): string {
  const h = 1e-3
  const point = (i: number) => at(i / steps)
  const slope = (i: number): Point => {
    const before = at(i / steps - h / steps)
    const after = at(i / steps + h / steps)
    return { x: (after.x - before.x) / (2 * h), y: (after.y - before.y) / (2 * h) }
  }
  let current = point(0)
  let tangent = slope(0)
  let path = `${n(current.x)} ${n(current.y)} m`
  for (let i = 1; i <= steps; i += 1) {
    const next = point(i)
    const nextTangent = slope(i)
    path += ` ${n(current.x + tangent.x / 3)} ${n(current.y + tangent.y / 3)} ${n(next.x - nextTangent.x / 3)} ${n(next.y - nextTangent.y / 3)} ${n(next.x)} ${n(next.y)} c`
    current = next
    tangent = nextTangent
  }
  return closed ? `${path} h` : path
}

/**
 * A quarter of a band of waves around the page, from the middle of the top side to the middle of the right side;
 * its three mirror images close it, because the phases are symmetric under a mirror.
 */
export function bandQuarter(band: {
  readonly inset: number
  readonly radius: number
  readonly amplitude: number
  readonly waves: number
  readonly swells: number
  readonly phases: number
}): string {
  const right = pageWidth - band.inset
  const top = pageHeight - band.inset
  const across = right - band.radius - pageWidth / 2
  const arc = (Math.PI / 2) * band.radius
  const down = top - band.radius - pageHeight / 2
  const length = across + arc + down
  const centre = (s: number): { at: Point; normal: Point } => {
    if (s <= across) return { at: { x: pageWidth / 2 + s, y: top }, normal: { x: 0, y: 1 } }
    if (s >= across + arc) return { at: { x: right, y: top - band.radius - (s - across - arc) }, normal: { x: 1, y: 0 } }
    const angle = (s - across) / band.radius
    const normal = { x: Math.sin(angle), y: Math.cos(angle) }
    return { at: { x: right - band.radius + band.radius * normal.x, y: top - band.radius + band.radius * normal.y }, normal }
  }
  const curves: string[] = []
  for (let phase = 0; phase < band.phases; phase += 1) {
    const shift = ((phase + 0.5) * 2 * Math.PI) / band.phases
    const curve = (t: number): Point => {
      const { at, normal } = centre(t * length)
      const swell = 0.62 + 0.38 * Math.cos(2 * Math.PI * band.swells * t)
      const offset = band.amplitude * swell * Math.sin(2 * Math.PI * band.waves * t + shift + Math.PI / 2)
      return { x: at.x + normal.x * offset, y: at.y + normal.y * offset }
    }
    curves.push(smooth(curve, band.waves * 6, false))
  }
  return curves.join('\n')
}

/** One curve of a rosette about the origin, to be drawn `turns` times, each turned a little further. */
export function rosetteCurve(rosette: { readonly inner: number; readonly outer: number; readonly petals: number }): string {
  const middle = (rosette.inner + rosette.outer) / 2
  const reach = (rosette.outer - rosette.inner) / 2
  const curve = (t: number): Point => {
    const angle = 2 * Math.PI * t
    const radius = middle + reach * Math.cos(rosette.petals * angle) * (0.85 + 0.15 * Math.cos(3 * rosette.petals * angle))
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
  }
  return smooth(curve, rosette.petals * 8, true)
}

/** The matrices that turn a rosette's curve `turns` times within one petal, about a centre counted from the page's top. */
export function turned(turns: number, petals: number, x: number, y: number): string[] {
  return Array.from({ length: turns }, (_, index) => {
    const angle = (2 * Math.PI * index) / turns / petals
    const cos = Math.cos(angle).toFixed(5)
    const sin = Math.sin(angle).toFixed(5)
    return `${cos} ${sin} ${(-Math.sin(angle)).toFixed(5)} ${cos} ${n(x)} ${n(pageHeight - y)}`
  })
}

/** The four mirror images about the page's middle. */
export const mirrors: readonly string[] = [
  '1 0 0 1 0 0',
  `-1 0 0 1 ${n(pageWidth)} 0`,
  `1 0 0 -1 0 ${n(pageHeight)}`,
  `-1 0 0 -1 ${n(pageWidth)} ${n(pageHeight)}`,
]
