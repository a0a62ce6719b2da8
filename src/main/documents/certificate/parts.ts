import type { FrozenCertificate } from '../../../shared/contract/frozen.ts'
import { groupedCode } from '../../../shared/domain/numbering.ts'
import { faceFor } from '../fonts.ts'
import type { FaceName } from '../fonts.ts'
import { n, pageHeight, pageWidth } from '../pdf-canvas.ts'
import type { Canvas, Colour } from '../pdf-canvas.ts'
import { qrPath } from '../pdf-qr.ts'
import { fitParagraph, textWidth } from '../pdf-text.ts'
import type { Span } from '../pdf-text.ts'
import type { Images } from './model.ts'

// Parts that both models place: logos, signatures, QR, paragraphs. Lengths in points, from the top left corner.

type Align = 'left' | 'center'

/** The office's own artwork over the whole page. Gives false where there is none. */
export function drawArtwork(canvas: Canvas, frozen: FrozenCertificate): boolean {
  if (frozen.artworkHash === null) return false
  canvas.image(frozen.artworkHash, 0, 0, pageWidth, pageHeight)
  return true
}

/** Logos on one line, centred on it, of even weight: a wide one is lower, a square one taller. */
export function drawLogos(
  canvas: Canvas,
  frozen: FrozenCertificate,
  images: Images,
  at: { x: number; middle: number; height: number; width: number; align: Align },
): void {
  const sized = frozen.logos.flatMap(({ assetHash }) => {
    const image = images.get(assetHash)
    if (image === undefined) return []
    const ratio = image.width / image.height
    const height = Math.min(at.height, Math.sqrt((at.height * at.height * 1.35) / ratio))
    return [{ assetHash, width: height * ratio, height }]
  })
  if (sized.length === 0) return
  const gap = sized.length > 5 ? 14 : 24
  const natural = sized.reduce((sum, logo) => sum + logo.width, 0) + gap * (sized.length - 1)
  const scale = Math.min(1, at.width / natural)
  let x = at.align === 'center' ? at.x - (natural * scale) / 2 : at.x
  for (const logo of sized) {
    canvas.image(logo.assetHash, x, at.middle - (logo.height * scale) / 2, logo.width * scale, logo.height * scale)
    x += (logo.width + gap) * scale
  }
}

/** A paragraph fitted into a box. `y` is the box's top; gives the y below the last line. */
export function drawParagraph(
  canvas: Canvas,
  spans: readonly Span[],
  box: { x: number; y: number; width: number; height: number; max: number; min: number; leading: number; colour: Colour; align: Align; valign?: 'top' | 'middle' | 'bottom' },
): number {
  const { lines, size } = fitParagraph(spans, box)
  const height = lines.length * size * box.leading
  const spare = Math.max(0, box.height - height)
  const top = box.y + (box.valign === 'middle' ? spare / 2 : box.valign === 'bottom' ? spare : 0)
  const first = top + size * (0.5 * box.leading + 0.36)
  canvas.lines(lines, { x: box.x, y: first, size, leading: box.leading, colour: box.colour, align: box.align })
  return top + height
}

/** One line that shrinks until it fits; `y` is its baseline. */
export function drawFitted(
  canvas: Canvas,
  wanted: FaceName,
  text: string,
  at: { x: number; y: number; size: number; width: number; colour: Colour; align?: 'left' | 'center' | 'right'; spacing?: number },
): void {
  const face = faceFor(text, wanted)
  const spacing = at.spacing ?? 0
  const scale = Math.min(1, at.width / textWidth(face, text, at.size, spacing))
  canvas.text(face, text, { ...at, size: at.size * scale, spacing: spacing * scale })
}

export interface SignatureStyle {
  readonly name: FaceName
  readonly post: FaceName
  readonly ink: Colour
  readonly quiet: Colour
  readonly rule: Colour
}

/** Up to four signatures: images standing on one line, then name, post and entity. `y` is the line. */
export function drawSignatures(
  canvas: Canvas,
  frozen: FrozenCertificate,
  images: Images,
  at: { x: number; y: number; width: number; align: Align; room: number },
  style: SignatureStyle,
): void {
  const count = frozen.signatories.length
  if (count === 0) return
  const gap = 16
  const column = Math.min(178, (at.width - gap * (count - 1)) / count)
  const spread = at.align === 'center' && count > 1 ? Math.min(52, (at.width - column * count) / (count - 1)) : gap
  const total = column * count + spread * (count - 1)
  const start = at.align === 'center' ? at.x + (at.width - total) / 2 : at.x
  for (const [index, signatory] of frozen.signatories.entries()) {
    const left = start + index * (column + spread)
    const middle = left + column / 2
    const image = signatory.imageHash === null ? undefined : images.get(signatory.imageHash)
    if (image !== undefined && signatory.imageHash !== null) {
      const scale = Math.min((column - 12) / image.width, 46 / image.height)
      const width = image.width * scale
      const height = image.height * scale
      // Hands write a little below the line.
      canvas.image(signatory.imageHash, middle - width / 2, at.y - height + 5, width, height)
    }
    canvas.line(left + 4, at.y, left + column - 4, at.y, style.rule, 0.6)
    const below = drawParagraph(canvas, [{ text: signatory.name, face: faceFor(signatory.name, style.name) }], {
      x: middle, y: at.y + 3, width: column, height: 22, max: 8.75, min: 7, leading: 1.2, colour: style.ink, align: 'center',
    })
    const post = signatory.entity === null ? signatory.post : `${signatory.post} · ${signatory.entity}`
    drawParagraph(canvas, [{ text: post, face: faceFor(post, style.post) }], {
      x: middle, y: below, width: column, height: at.y + at.room - below, max: 7.5, min: 5.5, leading: 1.22, colour: style.quiet, align: 'center',
    })
  }
}

/** The QR with its quiet zone of four modules inside the square `side`, and the code below it. */
export function drawQr(
  canvas: Canvas,
  frozen: FrozenCertificate,
  at: { x: number; y: number; side: number; label: FaceName; code: FaceName; ink: Colour; quiet: Colour },
): void {
  const { size, path } = qrPath(frozen.qrText)
  const module = at.side / (size + 8)
  canvas.rectangle(at.x, at.y, at.side, at.side, '#ffffff')
  const left = at.x + 4 * module
  const bottom = pageHeight - at.y - at.side + 4 * module
  canvas.raw(`q 0 0 0 rg ${Math.round(module * 1e4) / 1e4} 0 0 ${Math.round(module * 1e4) / 1e4} ${n(left)} ${n(bottom)} cm\n${path}f Q`)
  const middle = at.x + at.side / 2
  canvas.text(at.label, frozen.codeLabel, { x: middle, y: at.y + at.side + 4, size: 5.75, colour: at.quiet, align: 'center', spacing: 0.15 })
  canvas.text(at.code, groupedCode(frozen.code), { x: middle, y: at.y + at.side + 14, size: 8.5, colour: at.ink, align: 'center', spacing: 0.7 })
}

/** Spans of the statement in the model's two faces, each in one that has all its letters. */
export function statementSpans(frozen: FrozenCertificate, plain: FaceName, strong: FaceName): Span[] {
  return frozen.statement.map((span) => ({ text: span.text, face: faceFor(span.text, span.strong ? strong : plain) }))
}
