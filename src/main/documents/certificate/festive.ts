import type { FrozenCertificate } from '../../../shared/contract/frozen.ts'
import { faceFor } from '../fonts.ts'
import { pageHeight, pageWidth } from '../pdf-canvas.ts'
import type { Canvas, Colour } from '../pdf-canvas.ts'
import { fitName } from '../pdf-text.ts'
import type { Images, Model } from './model.ts'
import { drawArtwork, drawFitted, drawLogos, drawParagraph, drawQr, drawSignatures, statementSpans } from './parts.ts'
import { drawKene, drawSteps, drawTextile, dye } from './textile.ts'

// The festive model: a community celebrates. A woven band at the left, lines of the forest at the right, and the words
// set flush left beside the weave, large and warm.

const ink: Colour = dye.night
const text: Colour = '#3a2c3d'
const quiet: Colour = '#6b5d6c'
const left = 158
const right = pageWidth - 78
const width = right - left

export const festive: Model = {
  drawShared(canvas, frozen, images) {
    if (!drawArtwork(canvas, frozen)) drawBands(canvas)
    drawHead(canvas, frozen, images)
    drawBody(canvas, frozen)
    drawSignatures(canvas, frozen, images, { x: left - 4, y: 504, width: width - 118, align: 'left', room: 50 }, { name: 'displayBold', post: 'display', ink, quiet, rule: dye.cochineal })
  },

  drawOwn(canvas, frozen) {
    drawFitted(canvas, 'displayMedium', frozen.number, { x: right, y: 48, size: 9.5, width: 170, colour: dye.chillka, align: 'right', spacing: 0.2 })
    const face = faceFor(frozen.personName, 'displayBold')
    const { lines, size } = fitName(face, frozen.personName, 37, width)
    const first = lines.length === 1 ? 288 : 284 - size * 0.68
    canvas.lines(lines, { x: left, y: first, size, leading: 1.12, colour: ink })
    if (frozen.documentText !== null) {
      drawFitted(canvas, 'displayMedium', frozen.documentText, { x: left, y: 326, size: 10.5, width, colour: text })
    }
    drawQr(canvas, frozen, { x: right - 98, y: 444, side: 98, label: 'display', code: 'displayBold', ink, quiet })
    if (frozen.registerText !== null) {
      drawFitted(canvas, 'display', frozen.registerText, { x: right, y: 61, size: 7, width: 170, colour: quiet, align: 'right' })
    }
  },

  drawBackFrame: drawBands,
  back: { heading: 'displayBlack', body: 'display', ink, accent: dye.cochineal, quiet, left, right: 78 },
}

function drawBands(canvas: Canvas): void {
  drawTextile(canvas, { x: 18, y: 17.6, cell: 4, rows: 140 })
  const unit = (pageHeight - 35.2) / (16 * 9)
  drawKene(canvas, { x: pageWidth - 18 - 10 * unit, y: 17.6, unit, repeats: 9, colour: dye.chillka, ground: '#ffffff' })
}

function drawHead(canvas: Canvas, frozen: FrozenCertificate, images: Images): void {
  const { entity } = frozen
  const hasLogos = frozen.logos.some((logo) => images.has(logo.assetHash))
  drawLogos(canvas, frozen, images, { x: left, middle: 58, height: 46, width: width - 180, align: 'left' })
  let y = drawParagraph(canvas, [{ text: entity.name, face: faceFor(entity.name, 'displayBold') }], {
    x: left, y: hasLogos ? 88 : 40, width: hasLogos ? width : width - 180, height: hasLogos ? 26 : 44, max: hasLogos ? 11 : 15, min: 7.5, leading: 1.22, colour: ink, align: 'left',
  })
  if (entity.unit !== null) {
    y = drawParagraph(canvas, [{ text: entity.unit, face: faceFor(entity.unit, 'display') }], {
      x: left, y, width, height: 13, max: 9, min: 6, leading: 1.3, colour: text, align: 'left',
    })
  }
  const years = [entity.decadeName, entity.yearName].filter((name) => name !== null).map((name) => `“${name}”`)
  for (const line of years) {
    drawFitted(canvas, 'display', line, { x: left, y: y + 9, size: 7.5, width, colour: quiet })
    y += 10
  }
  canvas.text('displayBlack', frozen.heading, { x: left - 2.5, y: 200, size: 44, colour: dye.cochineal, spacing: -0.8 })
  if (frozen.headingNote !== null) canvas.text('displayMedium', frozen.headingNote, { x: left, y: 221, size: 16, colour: dye.chillka })
}

function drawBody(canvas: Canvas, frozen: FrozenCertificate): void {
  canvas.text('display', frozen.givenTo, { x: left, y: 243, size: 10.5, colour: quiet })
  drawSteps(canvas, left, 306, 5, 24)
  const legal = frozen.legalBasis
  const below = drawParagraph(canvas, statementSpans(frozen, 'display', 'displayBold'), {
    x: left, y: 336, width: width - 20, height: legal === null ? 78 : 62, max: 12, min: 7.5, leading: 1.45, colour: text, align: 'left',
  })
  if (legal !== null) {
    drawParagraph(canvas, [{ text: legal, face: faceFor(legal, 'display') }], {
      x: left, y: below + 2, width: width - 20, height: 20, max: 8, min: 5.5, leading: 1.25, colour: quiet, align: 'left',
    })
  }
  drawFitted(canvas, 'displayMedium', frozen.issuedLine, { x: left, y: 434, size: 10, width: width - 120, colour: dye.chillka })
}
