import type { Box, Matrix } from './items.ts'
import { h } from './items.ts'
import type { Point } from './paths.ts'
import { smoothPath } from './paths.ts'

// Fine-line ornament in the manner of banknotes, in any size: families of shifted waves.

/**
 * A quarter of a band of waves around a box, from the middle of its top side to the middle of its right side; its three
 * mirror images close it, because the phases are symmetric under a mirror. `amplitude` and `radius` in points.
 */
export function bandQuarter(box: Box, band: { readonly radius: number; readonly amplitude: number; readonly wave: number; readonly phases: number; readonly swell: number }): string {
  const across = Math.max(0, box.width / 2 - band.radius)
  const down = Math.max(0, box.height / 2 - band.radius)
  const arc = (Math.PI / 2) * band.radius
  const length = across + arc + down
  const waves = Math.max(1, Math.round(length / band.wave))
  const swells = swellsFor(length / band.swell, (across + arc / 2) / length)
  const [middle, right] = [box.x + box.width / 2, box.x + box.width]
  const centre = (s: number): { at: Point; normal: Point } => {
    if (s <= across) return { at: { x: middle + s, y: box.y }, normal: { x: 0, y: -1 } }
    if (s >= across + arc) return { at: { x: right, y: box.y + band.radius + (s - across - arc) }, normal: { x: 1, y: 0 } }
    const angle = (s - across) / band.radius
    const normal = { x: Math.sin(angle), y: -Math.cos(angle) }
    return { at: { x: right - band.radius + band.radius * normal.x, y: box.y + band.radius + band.radius * normal.y }, normal }
  }
  const curves: string[] = []
  for (let phase = 0; phase < band.phases; phase += 1) {
    const shift = ((phase + 0.5) * 2 * Math.PI) / band.phases + Math.PI / 2
    const curve = (t: number): Point => {
      const { at, normal } = centre(t * length)
      const swell = 0.62 + 0.38 * Math.cos(2 * Math.PI * swells * t)
      const offset = band.amplitude * swell * Math.sin(2 * Math.PI * waves * t + shift)
      return { x: at.x + normal.x * offset, y: at.y + normal.y * offset }
    }
    curves.push(smoothPath(curve, waves * 5, false))
  }
  return curves.join('')
}

/** About as many swells as wanted, and at the corner a narrow place: broad waves would crowd there. */
function swellsFor(wanted: number, corner: number): number {
  const about = Math.max(1, Math.round(wanted))
  const near = [about, about - 1, about + 1, about - 2, about + 2].filter((count) => count > 0)
  const breadth = (count: number) => Math.cos(2 * Math.PI * count * corner)
  return near.reduce((best, count) => (breadth(count) < breadth(best) - 1e-9 ? count : best), about)
}

/** The four mirror images about a box's middle. */
export function mirrors(box: Box): Matrix[] {
  const [x, y] = [h(2 * box.x + box.width), h(2 * box.y + box.height)]
  return [[1, 0, 0, 1, 0, 0], [-1, 0, 0, 1, x, 0], [1, 0, 0, -1, 0, y], [-1, 0, 0, -1, x, y]]
}

/** One curve of a rosette about the origin, to be drawn several times, each turned a little further. */
export function rosetteCurve(rosette: { readonly inner: number; readonly outer: number; readonly petals: number }): string {
  const middle = (rosette.inner + rosette.outer) / 2
  const reach = (rosette.outer - rosette.inner) / 2
  return smoothPath(
    (t) => {
      const angle = 2 * Math.PI * t
      const radius = middle + reach * Math.cos(rosette.petals * angle) * (0.85 + 0.15 * Math.cos(3 * rosette.petals * angle))
      return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
    },
    rosette.petals * 8,
    true,
  )
}

/** The matrices that turn a rosette's curve so many times within one petal, about a point; `squeeze` flattens it into its box. */
export function turned(turns: number, petals: number, x: number, y: number, squeeze: { readonly x: number; readonly y: number }): Matrix[] {
  return Array.from({ length: turns }, (_, index) => {
    const angle = (2 * Math.PI * index) / turns / petals
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    return [cos * squeeze.x, sin * squeeze.y, -sin * squeeze.x, cos * squeeze.y].map((value) => Math.round(value * 1e5) / 1e5).concat(h(x), h(y)) as unknown as Matrix
  })
}
