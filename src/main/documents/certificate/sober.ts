import type { FrozenCertificate } from '../../../shared/contract/frozen.ts'
import { faceFor } from '../fonts.ts'
import { Canvas, n, pageHeight, pageWidth } from '../pdf-canvas.ts'
import type { Colour, Layer } from '../pdf-canvas.ts'
import { fitName, textWidth } from '../pdf-text.ts'
import { bandQuarter, mirrors, rosetteCurve, turned } from './guilloche.ts'
import type { Images, Model } from './model.ts'
import { drawArtwork, drawFitted, drawLogos, drawParagraph, drawQr, drawSignatures, statementSpans } from './parts.ts'

// The sober model: an institution speaks. One axis, serif, fine lines in ink and old gold.

const ink: Colour = '#17253f'
const text: Colour = '#2a3244'
const quiet: Colour = '#5b6272'
const gold: Colour = '#a8863f'
const goldText: Colour = '#7d6127'
const middle = pageWidth / 2

export const sober: Model = {
  drawShared(canvas, frozen, images) {
    if (!drawArtwork(canvas, frozen)) drawBorder(canvas)
    drawHead(canvas, frozen, images)
    drawBody(canvas, frozen)
    if (frozen.artworkHash === null) drawSeal(canvas, frozen)
    drawSignatures(canvas, frozen, images, { x: 172, y: 492, width: pageWidth - 344, align: 'center', room: 47 }, { name: 'serifSemiBold', post: 'serif', ink, quiet, rule: ink })
  },

  drawOwn(canvas, frozen) {
    drawFitted(canvas, 'serifSemiBold', frozen.number, { x: pageWidth - 76, y: 83, size: 9.5, width: 168, colour: ink, align: 'right', spacing: 0.3 })
    const face = faceFor(frozen.personName, 'serifSemiBold')
    const { lines, size } = fitName(face, frozen.personName, 35, pageWidth - 200)
    const first = lines.length === 1 ? 299 : 296 - size * 0.62
    canvas.lines(lines, { x: middle, y: first, size, leading: 1.12, colour: ink, align: 'center' })
    if (frozen.documentText !== null) {
      drawFitted(canvas, 'serif', frozen.documentText, { x: middle, y: 338, size: 10.5, width: 560, colour: text, align: 'center', spacing: 0.2 })
    }
    drawQr(canvas, frozen, { x: pageWidth - 166, y: 426, side: 98, label: 'serif', code: 'serifSemiBold', ink, quiet })
    if (frozen.registerText !== null) {
      drawFitted(canvas, 'serif', frozen.registerText, { x: 117, y: 538, size: 6.5, width: 110, colour: quiet, align: 'center' })
    }
  },

  drawBackFrame: drawBorder,
  back: { heading: 'serifSemiBold', body: 'serif', ink, accent: gold, quiet, left: 92, right: 92 },
}

let quarter: Layer | null = null
let watermark: Layer | null = null
let medal: Layer | null = null

function drawBorder(canvas: Canvas): void {
  quarter ??= layerOf('GuillocheBand', (own) => {
    own.stroke(bandQuarter({ inset: 34, radius: 12, amplitude: 11, waves: 27, swells: 9, phases: 6 }), '#46597a', 0.28)
    own.stroke(bandQuarter({ inset: 34, radius: 12, amplitude: 5.6, waves: 36, swells: 9, phases: 4 }), gold, 0.32)
  })
  watermark ??= layerOf('GuillocheField', (own) => own.stroke(rosetteCurve({ inner: 58, outer: 168, petals: 12 }), '#edeff4', 0.45))
  for (const matrix of turned(10, 12, middle, 300)) canvas.layerAt(watermark, matrix)
  for (const matrix of mirrors) canvas.layerAt(quarter, matrix)
  frame(canvas, 19, ink, 1.5)
  frame(canvas, 22.2, ink, 0.35)
  frame(canvas, 47.5, gold, 0.9)
  frame(canvas, 50.2, gold, 0.3)
}

function drawHead(canvas: Canvas, frozen: FrozenCertificate, images: Images): void {
  const { entity } = frozen
  const hasLogos = frozen.logos.some((logo) => images.has(logo.assetHash))
  drawLogos(canvas, frozen, images, { x: middle, middle: 91, height: 46, width: 336, align: 'center' })
  let y = hasLogos ? 118 : 78
  y = drawParagraph(canvas, [{ text: entity.name, face: faceFor(entity.name, 'serifSemiBold') }], {
    x: middle, y, width: hasLogos ? 620 : 400, height: hasLogos ? 30 : 48, max: hasLogos ? 12 : 15, min: 8, leading: 1.25, colour: ink, align: 'center',
  })
  if (entity.unit !== null) {
    y = drawParagraph(canvas, [{ text: entity.unit, face: faceFor(entity.unit, 'serif') }], {
      x: middle, y, width: 600, height: 13, max: 9.5, min: 6, leading: 1.3, colour: text, align: 'center',
    })
  }
  const years = [entity.decadeName, entity.yearName].filter((name) => name !== null).map((name) => `“${name}”`)
  for (const line of years) {
    drawFitted(canvas, 'serifItalic', line, { x: middle, y: y + 9.5, size: 8, width: 620, colour: quiet, align: 'center' })
    y += 10.5
  }
  const heading = frozen.heading.toUpperCase()
  canvas.text('serif', heading, { x: middle, y: 214, size: 33, colour: ink, align: 'center', spacing: 8.5 })
  if (frozen.headingNote !== null) {
    const width = textWidth('serifItalic', frozen.headingNote, 13.5, 0.3)
    canvas.text('serifItalic', frozen.headingNote, { x: middle, y: 234, size: 13.5, colour: goldText, align: 'center', spacing: 0.3 })
    for (const side of [-1, 1]) {
      canvas.line(middle + side * (width / 2 + 14), 230, middle + side * (width / 2 + 84), 230, gold, 0.6)
      diamond(canvas, middle + side * (width / 2 + 88), 230, 2.2)
    }
  }
}

function drawBody(canvas: Canvas, frozen: FrozenCertificate): void {
  canvas.text('serifItalic', frozen.givenTo, { x: middle, y: 257, size: 11, colour: quiet, align: 'center' })
  canvas.line(middle - 190, 319, middle - 8, 319, gold, 0.6)
  canvas.line(middle + 8, 319, middle + 190, 319, gold, 0.6)
  diamond(canvas, middle, 319, 3)
  const top = 349
  const legal = frozen.legalBasis
  const below = drawParagraph(canvas, statementSpans(frozen, 'serif', 'serifSemiBold'), {
    x: middle, y: top, width: 620, height: legal === null ? 66 : 53, max: 12.5, min: 7.5, leading: 1.42, colour: text, align: 'center', valign: 'top',
  })
  if (legal !== null) {
    drawParagraph(canvas, [{ text: legal, face: faceFor(legal, 'serifItalic') }], {
      x: middle, y: below + 2, width: 600, height: 22, max: 8.5, min: 5.5, leading: 1.25, colour: quiet, align: 'center',
    })
  }
  drawFitted(canvas, 'serifItalic', frozen.issuedLine, { x: middle, y: 438, size: 10.5, width: 420, colour: text, align: 'center' })
}

function drawSeal(canvas: Canvas, frozen: FrozenCertificate): void {
  const x = 117
  const y = 480
  medal ??= layerOf('Seal', (own) => {
    own.stroke(rosetteCurve({ inner: 33, outer: 47, petals: 24 }), gold, 0.35)
  })
  for (const matrix of turned(6, 24, x, y)) canvas.layerAt(medal, matrix)
  canvas.stroke(circle(x, y, 32), gold, 0.8)
  canvas.stroke(circle(x, y, 20), gold, 0.5)
  const ring = frozen.entity.name.toUpperCase()
  const room = 2 * Math.PI * 24
  const face = faceFor(ring, 'serifSemiBold')
  const size = Math.min(6.2, (6.2 * room * 0.94) / textWidth(face, ring, 6.2, 0.35))
  const spacing = 0.35 * (size / 6.2)
  canvas.textOnCircle(face, ring, { x, y, radius: 26 - size * 0.35, size, colour: goldText, spacing, angle: 0 })
  canvas.text('serifSemiBold', frozen.issuedOn.slice(0, 4), { x, y: y + 4.6, size: 13, colour: ink, align: 'center', spacing: 0.4 })
}

function frame(canvas: Canvas, inset: number, colour: Colour, width: number): void {
  canvas.stroke(`${n(inset)} ${n(inset)} ${n(pageWidth - 2 * inset)} ${n(pageHeight - 2 * inset)} re`, colour, width)
}

function diamond(canvas: Canvas, x: number, y: number, reach: number): void {
  const v = pageHeight - y
  canvas.fill(`${n(x - reach)} ${n(v)} m ${n(x)} ${n(v + reach)} l ${n(x + reach)} ${n(v)} l ${n(x)} ${n(v - reach)} l h`, gold)
}

function circle(x: number, y: number, radius: number): string {
  const v = pageHeight - y
  const k = radius * 0.5523
  return (
    `${n(x + radius)} ${n(v)} m ${n(x + radius)} ${n(v + k)} ${n(x + k)} ${n(v + radius)} ${n(x)} ${n(v + radius)} c ` +
    `${n(x - k)} ${n(v + radius)} ${n(x - radius)} ${n(v + k)} ${n(x - radius)} ${n(v)} c ` +
    `${n(x - radius)} ${n(v - k)} ${n(x - k)} ${n(v - radius)} ${n(x)} ${n(v - radius)} c ` +
    `${n(x + k)} ${n(v - radius)} ${n(x + radius)} ${n(v - k)} ${n(x + radius)} ${n(v)} c h`
  )
}

function layerOf(name: string, draw: (canvas: Canvas) => void): Layer {
  const own = new Canvas()
  draw(own)
  return own.toLayer(name)
}
