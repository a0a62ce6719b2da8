import { writeFileSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'

// Makes the sample logos and signatures: `node samples/assets/make.ts`. All invented; no entity's mark, no person's hand.

type Rgba = readonly [number, number, number, number]

const clear: Rgba = [0, 0, 0, 0]

/** A PNG with alpha (8 bits a channel) from a function of the point, each pixel the mean of nine. */
function png(width: number, height: number, colourAt: (x: number, y: number) => Rgba): Buffer {
  const raw = Buffer.alloc(height * (1 + width * 4))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const sum = [0, 0, 0, 0]
      for (let sub = 0; sub < 9; sub += 1) {
        const [r, g, b, a] = colourAt(x + ((sub % 3) + 0.5) / 3, y + (Math.floor(sub / 3) + 0.5) / 3)
        for (const [i, value] of [r * a, g * a, b * a, a].entries()) sum[i] = (sum[i] ?? 0) + value
      }
      const [r = 0, g = 0, b = 0, a = 0] = sum
      const at = y * (1 + width * 4) + 1 + x * 4
      for (const [i, value] of [r, g, b].entries()) raw[at + i] = a === 0 ? 0 : Math.round(value / a)
      raw[at + 3] = Math.round((a / 9) * 255)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

/** A municipality: a shield with hills, a river and a sun. */
function shield(x: number, y: number): Rgba {
  const u = (x - 160) / 140
  const v = (y - 170) / 160
  const edge = v < 0.1 ? 1 : Math.sqrt(Math.max(0, 1 - ((v - 0.1) / 0.9) ** 2))
  const depth = v < -0.95 || v > 1 ? -1 : edge - Math.abs(u)
  if (depth < 0) return clear
  if (depth < 0.07 || v < -0.88 || v > 0.93) return [27, 58, 100, 1]
  if (depth < 0.11 || v < -0.85) return [226, 190, 96, 1]
  if (Math.hypot(u - 0.25, v + 0.42) < 0.17) return [240, 190, 70, 1]
  const far = 0.02 + 0.5 * Math.abs(u + 0.3) - 0.35
  const near = 0.18 + 0.45 * Math.abs(u - 0.45) - 0.25
  if (Math.abs(u - 0.25 * Math.sin(v * 4)) < 0.05 + (v - 0.35) * 0.18 && v > 0.35) return [120, 180, 215, 1]
  if (v > near + 0.12) return [58, 125, 82, 1]
  if (v > far && v < far + 0.1) return [250, 250, 250, 1]
  if (v > far) return [88, 110, 138, 1]
  return [206, 226, 240, 1]
}

/** A school: an open book of stepped lines inside a hexagon. */
function hexagon(x: number, y: number): Rgba {
  const u = (x - 160) / 150
  const v = (y - 160) / 150
  const reach = Math.max(Math.abs(u) * 0.866 + Math.abs(v) * 0.5, Math.abs(v))
  if (reach > 0.93) return clear
  if (reach > 0.86) return [122, 28, 45, 1]
  if (reach > 0.82) return [255, 255, 255, 1]
  const page = Math.abs(u) < 0.56 && v > -0.28 + 0.16 * Math.abs(u) && v < 0.32 + 0.16 * Math.abs(u)
  if (!page || Math.abs(u) < 0.025) return [122, 28, 45, 1]
  const line = (v - 0.16 * Math.abs(u) + 0.28) % 0.12
  if (Math.abs(u) > 0.08 && Math.abs(u) < 0.48 && line > 0.05 && line < 0.078) return [188, 140, 70, 1]
  return [252, 248, 240, 1]
}

/** A fund: three arcs about a point, and a bar for its name's place. */
function arcs(x: number, y: number): Rgba {
  const u = (x - 150) / 140
  const v = (y - 150) / 140
  const radius = Math.hypot(u, v)
  const angle = (Math.atan2(v, u) + Math.PI * 2) % (Math.PI * 2)
  if (radius < 0.2) return [232, 150, 40, 1]
  for (const [index, colour] of ([[28, 122, 110], [31, 59, 87], [200, 70, 60]] as const).entries()) {
    const inner = 0.34 + index * 0.2
    const opening = (angle + index * 2.1) % (Math.PI * 2)
    if (radius > inner && radius < inner + 0.12 && opening > 0.9) return [...colour, 1]
  }
  if (x > 330 && x < 620) {
    if (y > 80 && y < 122) return [31, 59, 87, 1]
    if (y > 140 && y < 158 && x < 560) return [28, 122, 110, 1]
    if (y > 176 && y < 194 && x < 500) return [28, 122, 110, 1]
  }
  return clear
}

/** A hand that never was: loops along a line, thicker where the pen goes down. */
function signature(seed: number): Buffer {
  const width = 520
  const height = 190
  const ink = new Float32Array(width * height)
  let state = seed * 99_991
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647
  const loops = 5 + Math.floor(random() * 3)
  const tall = Array.from({ length: loops + 2 }, (_, i) => (i === 0 ? 58 : i % 2 === 0 ? 30 + random() * 22 : 6 + random() * 16))
  for (let t = 0; t < 1; t += 0.00006) {
    const turn = t * loops
    // The pen hurries on: loops get flatter and wider towards the end.
    const size = (tall[Math.floor(turn)] ?? 20) * (1 - (turn % 1)) + (tall[Math.floor(turn) + 1] ?? 20) * (turn % 1)
    const angle = turn * Math.PI * 2 + 1.2
    const x = 60 + t * 350 + Math.cos(angle) * size * (0.4 + 0.5 * t)
    const y = 100 + Math.sin(angle) * size - 16 * t
    dot(x + (100 - y) * 0.42, y + 7 * Math.sin(t * 9 + seed), 1.3 + 1.2 * Math.max(0, Math.cos(angle)))
  }
  // The flourish below.
  for (let t = 0; t < 1; t += 0.0002) dot(70 + t * 400, 150 - 26 * Math.sin(t * Math.PI * 0.9) + 14 * t, 0.9 + 1.3 * Math.sin(t * Math.PI))
  function dot(cx: number, cy: number, radius: number) {
    for (let y = Math.floor(cy - radius - 1); y <= cy + radius + 1; y += 1) {
      for (let x = Math.floor(cx - radius - 1); x <= cx + radius + 1; x += 1) {
        if (x < 0 || y < 0 || x >= width || y >= height) continue
        const at = y * width + x
        ink[at] = Math.max(ink[at] ?? 0, Math.min(1, radius + 0.5 - Math.hypot(x + 0.5 - cx, y + 0.5 - cy)))
      }
    }
  }
  return png(width, height, (x, y) => [24, 42, 110, ink[Math.floor(y) * width + Math.floor(x)] ?? 0])
}

const here = new URL('./', import.meta.url)
const made: Record<string, Buffer> = {
  'logo-municipalidad.png': png(320, 340, shield),
  'logo-escuela.png': png(320, 320, hexagon),
  'logo-fondo.png': png(640, 300, arcs),
  'firma-1.png': signature(7),
  'firma-2.png': signature(91),
  'firma-3.png': signature(1234),
  'firma-4.png': signature(5521),
}
for (const [name, bytes] of Object.entries(made)) writeFileSync(new URL(name, here), bytes)
