import type { DesignDocument } from '../../../../shared/contract/designs.ts'
import type { Language } from '../../../../shared/messages/messages.ts'
import type { Colour } from './parts.ts'
import { Sheet, documentOf, look, says } from './parts.ts'

// Thanks to who taught: a panel of night blue with fine lines and a medal, the words wide beside it.

const night: Colour = '#14213d'
const lines: Colour = '#24345a'
const text: Colour = '#2b3244'
const quiet: Colour = '#646b7a'
const gold: Colour = '#c29a45'
const goldText: Colour = '#86682a'
const left = 92
const right = 282
const width = right - left

export function speaker(language: Language): DesignDocument {
  const front = new Sheet('f')
  panel(front)
  front.text('{encabezado}', 'heading', [-34, 104, 150, 22], { turn: -90 })
  front.text('{nota_encabezado}', 'note', [-9, 109.5, 150, 11], { turn: -90 })
  front.logos([left, 14, 116, 17], 'left')
  front.text('{numero}', 'number', [right - 70, 14, 70, 5])
  front.text(says.register, 'tiny', [right - 70, 19.4, 70, 13], { own: { align: 'right', size: 7 }, valign: 'top' })
  front.text('{entidad}', 'entity', [left, 33.4, width, 9.4], { valign: 'bottom' })
  front.text('{unidad}', 'unit', [left, 43, width, 4.4])
  front.text(says.years, 'small', [left, 47.8, width, 7.4], { valign: 'top' })
  front.text('{otorgado_a}', 'unit', [left, 62, width, 6], { own: { face: 'serifItalic', size: 12, colour: goldText } })
  front.text('{nombre}', 'name', [left, 68.4, width, 24], { fit: 'name' })
  front.shape('rectangle', [left, 94.6, 46, 0.8], gold)
  front.shape('diamond', [left + 47.6, 93.9, 2.2, 2.2], gold)
  front.text('{documento}', 'text', [left, 98, width, 5.2], { own: { size: 10.5 } })
  front.text('{enunciado}', 'text', [left, 106.4, width, 25], { valign: 'top' })
  front.text('{base_legal}', 'small', [left, 133, width - 44, 7.4], { own: { size: 8 } })
  front.text('{lugar_y_fecha}', 'unit', [left, 142, width - 44, 5.2], { own: { face: 'serifItalic', size: 10.5 } })
  front.signatures([left - 1.4, 149, width - 41, 34], night)
  front.text(says.seal, 'tiny', [left, 189, width, 3.2], { own: { size: 6.5 } })
  front.text(says.root(language), 'tiny', [left, 192.6, width, 2.8])
  front.qr(right - 38, 142.5)
  return documentOf(language, looks, front, back(language))
}

function back(language: Language): Sheet {
  const page = new Sheet('b')
  panel(page)
  page.text('{temario_titulo}', 'heading', [-34, 104, 150, 22], { turn: -90 })
  page.text('{accion}', 'entity', [left, 16, width, 12], { own: { size: 13 } })
  page.shape('rectangle', [left, 30.4, 46, 0.8], gold)
  page.syllabus([left, 36, width, 148], '#ddd5c1', language)
  page.text(says.backFoot, 'unit', [left, 187, width, 4.6], { own: { size: 8.5, colour: quiet } })
  page.text('{entidad}', 'tiny', [left, 192, width, 3])
  return page
}

function panel(page: Sheet): void {
  page.shape('rectangle', [0, 0, 78, 210], night)
  page.ornament('guillocheField', [-20, 56, 118, 118], lines, lines)
  // What of the field falls outside the panel goes under the paper's white.
  page.shape('rectangle', [78, 0, 219, 210], '#ffffff')
  page.shape('rectangle', [78, 0, 1.1, 210], gold)
  page.shape('rectangle', [80, 0, 0.35, 210], gold)
  page.ornament('rosette', [23, 11, 32, 32], gold, gold)
}

const looks = {
  heading: look('serif', 40, '#ffffff', 'center', { spacing: 9, capitals: true }),
  note: look('serifItalic', 19, '#e3cd97', 'center', { spacing: 0.4 }),
  name: look('serifSemiBold', 36, night, 'left', { leading: 1.12 }),
  text: look('serif', 12.5, text, 'left', { leading: 1.45 }),
  entity: look('serifSemiBold', 12, night, 'left', { leading: 1.22 }),
  unit: look('serif', 9.5, text, 'left'),
  small: look('serifItalic', 8, quiet, 'left', { leading: 1.28 }),
  number: look('serifSemiBold', 9.5, night, 'right', { spacing: 0.3 }),
  code: look('serifSemiBold', 8.5, night, 'center', { spacing: 0.7 }),
  tiny: look('serif', 5.5, quiet, 'left', { spacing: 0.1 }),
  signer: look('serifSemiBold', 8.75, night, 'left', { leading: 1.2 }),
  post: look('serif', 7.5, quiet, 'left', { leading: 1.22 }),
  back: look('serif', 24, night, 'left'),
  head: look('serifSemiBold', 9.5, goldText, 'left', { spacing: 0.3 }),
  row: look('serif', 11.5, text, 'left', { leading: 1.25 }),
} as const
