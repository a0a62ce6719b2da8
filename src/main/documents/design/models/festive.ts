import type { DesignDocument } from '../../../../shared/contract/designs.ts'
import type { Language } from '../../../../shared/messages/messages.ts'
import type { Colour } from './parts.ts'
import { Sheet, documentOf, look, says } from './parts.ts'

// A community celebrates: a woven band at the left, lines of the forest at the right, the words flush left beside the weave.

const ink: Colour = '#2b1a2f'
const text: Colour = '#3a2c3d'
const quiet: Colour = '#6b5d6c'
const red: Colour = '#a5223b'
const green: Colour = '#1f7a6d'
const left = 55.7
const right = 269.5
const width = right - left

export function festive(language: Language): DesignDocument {
  const front = new Sheet('f')
  front.ornament('festiveFrame', [6.35, 6.2, 284.3, 197.6], red, green)
  front.logos([left, 12, 138, 16.5], 'left')
  front.text('{numero}', 'number', [right - 73, 13, 73, 5])
  front.text(says.register, 'tiny', [right - 73, 18.4, 73, 11], { own: { align: 'right', size: 7 }, valign: 'top' })
  front.text('{entidad}', 'entity', [left, 30, width, 9], { valign: 'bottom' })
  front.text('{unidad}', 'unit', [left, 39.4, width, 4.4])
  front.text(says.years, 'small', [left, 44.2, width, 7], { valign: 'top' })
  front.text('{encabezado}', 'heading', [left - 0.9, 53, width, 19])
  front.text('{nota_encabezado}', 'note', [left, 72.4, width, 7])
  front.text('{otorgado_a}', 'unit', [left, 82, width, 4.8], { own: { size: 10.5, colour: quiet } })
  front.text('{nombre}', 'name', [left, 86.6, width, 20], { fit: 'name' })
  steps(front, left, 108.6)
  front.text('{documento}', 'text', [left, 112.2, width, 5], { own: { size: 10.5, face: 'displayMedium' } })
  front.text('{enunciado}', 'text', [left, 119.6, width - 6, 20.6], { valign: 'top' })
  front.text('{base_legal}', 'small', [left, 140.4, width - 44, 6.6], { own: { size: 8 } })
  front.text('{lugar_y_fecha}', 'number', [left, 148.4, width - 44, 5], { own: { size: 10, align: 'left' } })
  front.signatures([left - 1.4, 155, width - 41, 31], red)
  front.text(says.seal, 'tiny', [left, 190, width, 3.2], { own: { size: 6.5 } })
  front.text(says.root(language), 'tiny', [left, 193.6, width, 2.8])
  front.qr(right - 38, 146)
  return documentOf(language, looks, front, back(language))
}

function back(language: Language): Sheet {
  const page = new Sheet('b')
  page.ornament('festiveFrame', [6.35, 6.2, 284.3, 197.6], red, green)
  page.text('{temario_titulo}', 'back', [left, 14, width, 13])
  page.text('{accion}', 'unit', [left, 27.4, width, 7.8], { own: { size: 10 } })
  steps(page, left, 38)
  page.syllabus([left, 44, width, 141], '#e3c6cb', language)
  page.text(says.backFoot, 'unit', [left, 188.6, width, 4.6], { own: { size: 8.5, colour: quiet } })
  page.text('{entidad}', 'tiny', [left, 193.4, width, 3])
  return page
}

/** A short run of the weave's colours. */
function steps(page: Sheet, x: number, y: number): void {
  for (const [index, colour] of ([red, '#e9a23b', green, '#1f3b57'] as const).entries()) {
    page.shape('rectangle', [x + index * 10.4, y - 0.55, 10.4, 1.1], colour)
    page.shape('diamond', [x + index * 10.4 + 3.6, y - 1.6, 3.2, 3.2], colour)
  }
}

const looks = {
  heading: look('displayBlack', 44, red, 'left', { spacing: -0.8 }),
  note: look('displayMedium', 16, green, 'left'),
  name: look('displayBold', 37, ink, 'left', { leading: 1.12 }),
  text: look('display', 12, text, 'left', { leading: 1.45 }),
  entity: look('displayBold', 11, ink, 'left', { leading: 1.22 }),
  unit: look('display', 9, text, 'left'),
  small: look('display', 7.5, quiet, 'left'),
  number: look('displayMedium', 9.5, green, 'right', { spacing: 0.2 }),
  code: look('displayBold', 8.5, ink, 'center', { spacing: 0.7 }),
  tiny: look('display', 5.5, quiet, 'left', { spacing: 0.1 }),
  signer: look('displayBold', 8.5, ink, 'left', { leading: 1.2 }),
  post: look('display', 7.25, quiet, 'left', { leading: 1.22 }),
  back: look('displayBlack', 26, red, 'left', { spacing: -0.4 }),
  head: look('displayBold', 9, green, 'left'),
  row: look('display', 11, text, 'left', { leading: 1.25 }),
} as const
