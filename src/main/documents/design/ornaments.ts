import type { DesignElement, DisplayItem } from '../../../shared/contract/designs.ts'
import { bandQuarter, mirrors, rosetteCurve, turned } from './guilloche.ts'
import type { Box, Matrix } from './items.ts'
import { boxOf, h } from './items.ts'
import { diamondPath, ellipsePath, rectanglePath } from './paths.ts'
import { dyesOf, keneItems, textileItems } from './textile.ts'

type Ornament = Extract<DesignElement, { kind: 'ornament' }>
type Colour = Ornament['colour']

/** Artwork takes thousands of curves: kept by what it depends on. */
const drawn = new Map<string, DisplayItem[]>()

/** The app's own artwork in the element's box and colours. */
export function ornamentItems(ornament: Ornament): DisplayItem[] {
  const { id, x, y, width, height, colour, accent } = ornament
  const key = [ornament.ornament, id, x, y, width, height, colour, accent].join(' ')
  const known = drawn.get(key)
  if (known !== undefined) return known
  if (drawn.size >= 64) drawn.clear()
  const items = draw(ornament, boxOf(ornament))
  drawn.set(key, items)
  return items
}

function draw({ id, ornament, colour, accent }: Ornament, box: Box): DisplayItem[] {
  switch (ornament) {
    case 'guillocheFrame':
      return guillocheFrame(id, box, colour, accent)
    case 'guillocheField':
      return guillocheField(id, box, colour, accent)
    case 'rosette':
      return rosette(id, box, colour, accent)
    case 'textileBand':
      return textileItems(id, box, dyesOf(colour, accent))
    case 'festiveFrame':
      return festiveFrame(id, box, colour, accent)
  }
}

function stroke(element: string, path: string, colour: Colour, strokeWidth: number, copies?: readonly Matrix[]): DisplayItem {
  const item = { kind: 'path', element, path, fill: null, stroke: colour, strokeWidth } as const
  return copies === undefined ? item : { ...item, copies: copies.map((copy) => [...copy]) }
}

function inset(box: Box, by: number): Box {
  return { x: box.x + by, y: box.y + by, width: Math.max(1, box.width - 2 * by), height: Math.max(1, box.height - 2 * by) }
}

function outline({ x, y, width, height }: Box): string {
  return rectanglePath(x, y, width, height)
}

/** A band of waves between two pairs of rules; on a small box everything becomes finer. */
function guillocheFrame(id: string, box: Box, colour: Colour, accent: Colour): DisplayItem[] {
  const scale = Math.min(1, Math.min(box.width, box.height) / 300)
  const band = inset(box, 15.4 * scale)
  const radius = 12 * scale
  return [
    stroke(id, bandQuarter(band, { radius, amplitude: 11 * scale, wave: 22.6 * scale, phases: 6, swell: 68 * scale }), blend(colour, 0.24), h(0.28 * scale), mirrors(band)),
    stroke(id, bandQuarter(band, { radius, amplitude: 5.6 * scale, wave: 17 * scale, phases: 4, swell: 68 * scale }), accent, h(0.32 * scale), mirrors(band)),
    stroke(id, outline(inset(box, 0.75 * scale)), colour, h(1.5 * scale)),
    stroke(id, outline(inset(box, 3.7 * scale)), colour, h(0.35 * scale)),
    stroke(id, outline(inset(box, 29 * scale)), accent, h(0.9 * scale)),
    stroke(id, outline(inset(box, 31.7 * scale)), accent, h(0.3 * scale)),
  ]
}

/** A rosette so fine that words can stand on it. */
function guillocheField(id: string, box: Box, colour: Colour, accent: Colour): DisplayItem[] {
  const radius = Math.min(box.width, box.height) / 2
  const squeeze = { x: box.width / 2 / radius, y: box.height / 2 / radius }
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  return [
    stroke(id, rosetteCurve({ inner: radius * 0.345, outer: radius, petals: 12 }), colour, 0.45, turned(10, 12, x, y, squeeze)),
    stroke(id, rosetteCurve({ inner: radius * 0.27, outer: radius * 0.345, petals: 24 }), accent, 0.4, turned(6, 24, x, y, squeeze)),
  ]
}

/** A medal: a ring of fine lines around a stepped cross of the Andes. */
function rosette(id: string, box: Box, colour: Colour, accent: Colour): DisplayItem[] {
  const radius = Math.min(box.width, box.height) / 2
  const squeeze = { x: box.width / 2 / radius, y: box.height / 2 / radius }
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const ring = (part: number) => ellipsePath(x, y, (box.width / 2) * part, (box.height / 2) * part)
  const fill = (path: string, paint: Colour): DisplayItem => ({ kind: 'path', element: id, path, fill: paint, stroke: null, strokeWidth: 0 })
  const beads = Array.from({ length: 24 }, (_, at) => {
    const angle = (Math.PI * at) / 12
    return diamondPath(x + Math.sin(angle) * (box.width / 2) * 0.58, y - Math.cos(angle) * (box.height / 2) * 0.58, radius * 0.026)
  })
  return [
    stroke(id, rosetteCurve({ inner: radius * 0.7, outer: radius, petals: 24 }), colour, h(Math.max(0.2, radius / 134)), turned(6, 24, x, y, squeeze)),
    stroke(id, ring(0.67), colour, h(radius / 50)),
    fill(beads.join(''), colour),
    stroke(id, ring(0.49), colour, h(radius / 90)),
    stroke(id, ring(0.46), colour, h(radius / 180)),
    fill(chakana(x, y, (box.width / 2) * 0.36, (box.height / 2) * 0.36), accent),
    fill(chakana(x, y, (box.width / 2) * 0.27, (box.height / 2) * 0.27), '#ffffff'),
    fill(chakana(x, y, (box.width / 2) * 0.2, (box.height / 2) * 0.2), colour),
    fill(ellipsePath(x, y, (box.width / 2) * 0.065, (box.height / 2) * 0.065), '#ffffff'),
  ]
}

/** The stepped cross, its twelve corners out and eight steps in. */
function chakana(x: number, y: number, rx: number, ry: number): string {
  const corners = [[1, 3], [1, 2], [2, 2], [2, 1], [3, 1]] as const
  const quarter = (sx: number, sy: number, backwards: boolean) => (backwards ? [...corners].reverse() : corners).map(([cx, cy]) => [sx * cx, sy * cy] as const)
  const points = [...quarter(1, -1, false), ...quarter(1, 1, true), ...quarter(-1, 1, false), ...quarter(-1, -1, true)]
  return `${points.map(([px, py], at) => `${at === 0 ? 'M' : 'L'}${h(x + (px * rx) / 3)} ${h(y + (py * ry) / 3)}`).join('')}Z`
}

/** A woven band at the left, lines of the forest at the right. */
function festiveFrame(id: string, box: Box, colour: Colour, accent: Colour): DisplayItem[] {
  const band = Math.min(108, box.width * 0.134, box.height * 0.3)
  const kene = band * 0.36
  return [
    ...textileItems(id, { ...box, width: band }, dyesOf(colour, accent)),
    ...keneItems(id, { x: box.x + box.width - kene, y: box.y, width: kene, height: box.height }, accent),
  ]
}

/** A colour with so much white in it. */
function blend(colour: Colour, white: number): Colour {
  const part = (at: number) => Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * (1 - white) + 255 * white)
  return `#${[1, 3, 5].map((at) => part(at).toString(16).padStart(2, '0')).join('')}`
}
