import { deflateSync } from 'node:zlib'
import type { Glyph } from 'fontkit'
import type { FaceName } from './fonts.ts'
import type { Run } from './pdf-faces.ts'
import { layText, widthOf } from './pdf-text.ts'
import type { Line } from './pdf-text.ts'

/** A4 on its side, points. */
export const pageWidth = 841.89
export const pageHeight = 595.28

/** A colour as `#rrggbb`. */
export type Colour = `#${string}`

/** What a stream of drawing operators refers to by name; the document must bring it. */
export interface Needs {
  readonly faces: ReadonlySet<FaceName>
  /** Images by their SHA-256. */
  readonly images: ReadonlySet<string>
  readonly layers: ReadonlySet<Layer>
  /** Glyphs outside a face's fixed subset. */
  readonly extras: ReadonlyMap<FaceName, readonly Glyph[]>
}

/** A drawing that many pages share: deflated once, a form XObject in each document. */
export interface Layer {
  readonly name: string
  readonly bytes: Uint8Array
  readonly needs: Needs
  /** How far it reaches from the page's bottom left corner, points. */
  readonly reach: number
  /** Whether it has stretches that readers may ask for. */
  readonly marked: boolean
}

/**
 * Collects drawing operators as text. Callers think in points from the top left corner; the page counts from the bottom.
 * It holds no document, so what it drew can be kept and used in many.
 */
export class Canvas implements Needs {
  private parts: string[] = []
  readonly faces = new Set<FaceName>()
  readonly images = new Set<string>()
  readonly layers = new Set<Layer>()
  readonly extras = new Map<FaceName, Glyph[]>()
  private fillColour = ''
  private strokeColour = ''
  private penWidth = -1
  private spacing = 0
  /** Of the page, points. */
  readonly height: number
  private readonly reach: number
  private marked = false

  constructor(width: number = pageWidth, height: number = pageHeight) {
    this.height = height
    this.reach = Math.max(2000, width + 1000, height + 1000)
  }

  /** The operators so far. */
  get content(): string {
    return this.parts.join('\n')
  }

  /** Keeps what was drawn as a layer of that name. */
  toLayer(name: string): Layer {
    const needs = { faces: this.faces, images: this.images, layers: this.layers, extras: this.extras }
    return { name, bytes: deflateSync(Buffer.from(this.content, 'latin1'), { level: 9 }), needs, reach: this.reach, marked: this.marked }
  }

  /** Fills a path of operators in points, y upwards. */
  fill(path: string, colour: Colour): void {
    this.setFill(colour)
    this.parts.push(path, 'f')
  }

  /** Strokes a path of operators in points, y upwards; `width` in points. */
  stroke(path: string, colour: Colour, width: number): void {
    this.setStroke(colour, width)
    this.parts.push(path, 'S')
  }

  /** Operators as they are, between save and restore: a clip, another line join. */
  raw(operators: string): void {
    this.parts.push(operators)
    this.fillColour = this.strokeColour = ''
    this.penWidth = -1
  }

  /** What is drawn inside is moved, turned or mirrored: `matrix` as in SVG, y downwards. */
  within(matrix: readonly number[], draw: () => void): void {
    const { spacing } = this
    this.raw(`q ${this.upwards(matrix)} cm`)
    draw()
    this.raw('Q')
    this.spacing = spacing
  }

  /** A matrix as in SVG, y downwards, as PDF counts. */
  upwards(matrix: readonly number[]): string {
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
    return [a, -b, -c, d].map(n6).concat(n4(c * this.height + e), n4(this.height - d * this.height - f)).join(' ')
  }

  /** Begins a stretch that readers may ask for (ISO 32000-1, 14.7): its tag and number, or ornament. */
  open(tag: string, id: number | null): void {
    if (id !== null) this.marked = true
    this.parts.push(id === null ? `/${tag} BMC` : `/${tag} <</MCID ${id}>> BDC`)
  }

  close(): void {
    this.parts.push('EMC')
  }

  rectangle(x: number, y: number, width: number, height: number, colour: Colour): void {
    this.fill(`${n(x)} ${n(this.height - y - height)} ${n(width)} ${n(height)} re`, colour)
  }

  line(x1: number, y1: number, x2: number, y2: number, colour: Colour, width: number): void {
    this.stroke(`${n(x1)} ${n(this.height - y1)} m ${n(x2)} ${n(this.height - y2)} l`, colour, width)
  }

  /** Text with its baseline at `y`; `x` is its left end, or what `align` says of it. Gives its width in points. */
  text(
    face: FaceName,
    text: string,
    at: { x: number; y: number; size: number; colour: Colour; align?: 'left' | 'center' | 'right'; spacing?: number },
  ): number {
    const runs = layText(face, text)
    const spacing = at.spacing ?? 0
    const width = widthOf(runs, at.size, spacing)
    const x = at.align === 'center' ? at.x - width / 2 : at.align === 'right' ? at.x - width : at.x
    this.glyphs(face, runs, { x, y: at.y, size: at.size, colour: at.colour, spacing })
    return width
  }

  /** Lines one below another, the first baseline at `y`. Gives the last baseline. */
  lines(lines: readonly Line[], at: { x: number; y: number; size: number; leading: number; colour: Colour; align?: 'left' | 'center' | 'right' }): number {
    let y = at.y
    for (const [index, line] of lines.entries()) {
      if (index > 0) y += at.size * at.leading
      const x = at.align === 'center' ? at.x - line.width / 2 : at.align === 'right' ? at.x - line.width : at.x
      for (const piece of line.pieces) this.glyphs(piece.face, piece.runs, { x: x + piece.x, y, size: at.size, colour: at.colour, spacing: 0 })
    }
    return y
  }

  /** Letters one by one on a circle, the middle of the text at `angle` (radians, clockwise from the top). */
  textOnCircle(
    face: FaceName,
    text: string,
    at: { x: number; y: number; radius: number; size: number; colour: Colour; spacing: number; angle: number },
  ): void {
    const letters = [...text].map((letter) => layText(face, letter))
    const widths = letters.map((runs) => widthOf(runs, at.size) + at.spacing)
    const total = widths.reduce((sum, width) => sum + width, 0)
    let along = at.angle * at.radius - total / 2
    // Letters in a ring are ornament: whoever copies or hears the page gets nothing of them.
    this.parts.push('/Span <</ActualText <feff>>> BDC')
    for (const [index, runs] of letters.entries()) {
      const width = widths[index] ?? 0
      const turn = (along + width / 2) / at.radius
      along += width
      const cos = Math.cos(turn)
      const sin = Math.sin(turn)
      const x = at.x + at.radius * sin - (cos * (width - at.spacing)) / 2
      const y = this.height - at.y + at.radius * cos + (sin * (width - at.spacing)) / 2
      this.glyphs(face, runs, { x, y: 0, size: at.size, colour: at.colour, spacing: 0, matrix: `${n4(cos)} ${n4(-sin)} ${n4(sin)} ${n4(cos)} ${n(x)} ${n(y)}` })
    }
    this.parts.push('EMC')
  }

  image(hash: string, x: number, y: number, width: number, height: number): void {
    this.images.add(hash)
    this.parts.push(`q ${n(width)} 0 0 ${n(height)} ${n(x)} ${n(this.height - y - height)} cm /${imageName(hash)} Do Q`)
  }

  layer(layer: Layer): void {
    this.layers.add(layer)
    this.parts.push(`/${layer.name} Do`)
  }

  /** A layer moved, turned or mirrored: `matrix` as in PDF, y upwards. */
  layerAt(layer: Layer, matrix: string): void {
    this.layers.add(layer)
    this.parts.push(`q ${matrix} cm /${layer.name} Do Q`)
  }

  private glyphs(
    face: FaceName,
    runs: readonly Run[],
    at: { x: number; y: number; size: number; colour: Colour; spacing: number; matrix?: string },
  ): void {
    this.faces.add(face)
    this.setFill(at.colour)
    let operators = `BT /${face} ${n(at.size)} Tf`
    if (at.spacing !== this.spacing) {
      operators += ` ${n(at.spacing)} Tc`
      this.spacing = at.spacing
    }
    operators += at.matrix === undefined ? ` ${n(at.x)} ${n(this.height - at.y)} Td [` : ` ${at.matrix} Tm [`
    let rise = 0
    for (const run of runs) {
      if (run.extras.length > 0) this.extras.set(face, [...(this.extras.get(face) ?? []), ...run.extras])
      if (run.actual !== null) operators += `] TJ /Span <</ActualText <feff${run.actual}>>> BDC [`
      for (const segment of run.segments) {
        if (segment.rise !== rise) {
          operators += `] TJ ${n((segment.rise * at.size) / 1000)} Ts [`
          rise = segment.rise
        }
        operators += segment.items
      }
      if (run.actual !== null) operators += '] TJ EMC ['
    }
    this.parts.push(`${operators}] TJ${rise === 0 ? '' : ' 0 Ts'} ET`)
  }

  private setFill(colour: Colour): void {
    if (colour === this.fillColour) return
    this.fillColour = colour
    this.parts.push(`${rgb(colour)} rg`)
  }

  private setStroke(colour: Colour, width: number): void {
    if (colour !== this.strokeColour) this.parts.push(`${rgb(colour)} RG`)
    if (width !== this.penWidth) this.parts.push(`${n(width)} w`)
    this.strokeColour = colour
    this.penWidth = width
  }
}

/** The name by which a page refers to an image. */
export function imageName(hash: string): string {
  return `I${hash.slice(0, 16)}`
}

/** A length as PDF writes it: hundredths of a point are finer than any printer. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** A part of a matrix: what turns a page's length must not lose its end. */
function n6(value: number): string {
  return String(Math.round(value * 1e6) / 1e6 + 0)
}

function n4(value: number): string {
  return String(Math.round(value * 10_000) / 10_000)
}

const colours = new Map<string, string>()

function rgb(colour: Colour): string {
  const known = colours.get(colour)
  if (known !== undefined) return known
  const value = [1, 3, 5].map((at) => Math.round((Number.parseInt(colour.slice(at, at + 2), 16) / 255) * 1000) / 1000).join(' ')
  colours.set(colour, value)
  return value
}
