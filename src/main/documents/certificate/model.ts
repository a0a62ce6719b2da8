import type { FrozenCertificate } from '../../../shared/contract/frozen.ts'
import type { FaceName } from '../fonts.ts'
import type { Canvas, Colour } from '../pdf-canvas.ts'
import type { PreparedImage } from '../pdf-images.ts'

/** Images of the batch by SHA-256, decoded. */
export type Images = ReadonlyMap<string, PreparedImage>

/** How a built-in model draws; what is common to a batch apart from what is one person's own. */
export interface Model {
  /** The layer: everything that pages of one batch share. */
  drawShared(canvas: Canvas, frozen: FrozenCertificate, images: Images): void
  /** The person's name, document, number, code and QR. */
  drawOwn(canvas: Canvas, frozen: FrozenCertificate): void
  /** Border of the pages after the first. */
  drawBackFrame(canvas: Canvas): void
  readonly back: BackStyle
}

export interface BackStyle {
  readonly heading: FaceName
  readonly body: FaceName
  readonly ink: Colour
  readonly accent: Colour
  readonly quiet: Colour
  /** Points from the page's edges to the text. */
  readonly left: number
  readonly right: number
}
