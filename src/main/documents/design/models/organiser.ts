import type { DesignDocument } from '../../../../shared/contract/designs.ts'
import type { Language } from '../../../../shared/messages/messages.ts'
import type { Colour } from './parts.ts'
import { Sheet, documentOf, look, says } from './parts.ts'

// Thanks to who made it possible: forest green and clay, a fine frame with a broad heading inside.

const forest: Colour = '#1d4d3c'
const text: Colour = '#2f3d36'
const quiet: Colour = '#66736c'
const clay: Colour = '#b5623a'
const clayText: Colour = '#96502f'
const middle = 148.5

export function organiser(language: Language): DesignDocument {
  const front = new Sheet('f')
  front.ornament('guillocheField', [middle - 61, 42, 122, 122], '#eef4f0', '#f8efe9')
  front.ornament('guillocheFrame', [6.45, 6.45, 284.1, 197.1], forest, clay)
  front.logos([24, 23.5, 118, 16], 'left')
  front.text('{entidad}', 'entity', [150, 22, 123, 9.4], { valign: 'bottom' })
  front.text('{unidad}', 'unit', [150, 31.7, 123, 4.4])
  front.text(says.years, 'small', [150, 36.4, 123, 7], { valign: 'top' })
  front.shape('rectangle', [24, 47.6, 249, 17.4], forest)
  front.shape('rectangle', [24, 66, 249, 0.7], clay)
  front.text('{encabezado}', 'heading', [34, 48, 229, 16.6])
  front.text('{nota_encabezado}', 'note', [70, 68.6, 157, 6.6])
  front.text('{otorgado_a}', 'unit', [70, 79, 157, 5], { own: { size: 10.5, align: 'center', colour: quiet } })
  front.text('{nombre}', 'name', [30, 84, 237, 20], { fit: 'name' })
  front.jewelled(middle, 106, 60, clay)
  front.text('{documento}', 'text', [50, 108.2, 197, 5.2], { own: { size: 10.5 } })
  front.text('{enunciado}', 'text', [38, 116, 221, 21.4], { valign: 'top' })
  front.text('{base_legal}', 'small', [62, 138, 170, 7], { own: { size: 8, align: 'center' } })
  front.text('{lugar_y_fecha}', 'text', [62, 145.2, 170, 5], { own: { size: 10.5, colour: clayText } })
  front.ornament('rosette', [26, 148, 30, 30], forest, clay)
  front.text('{numero}', 'number', [24, 143, 46, 4.6], { own: { align: 'left' } })
  front.signatures([62, 150.5, 170, 32.5], forest)
  front.text('[{registro}]\n[{version}]', 'tiny', [22, 178.6, 39, 12], { own: { size: 6.5 }, valign: 'top' })
  front.text(says.seal, 'tiny', [62, 184, 170, 3.2], { own: { size: 6.5 } })
  front.text(says.root(language), 'tiny', [62, 187.4, 170, 2.8])
  front.qr(236, 144)
  return documentOf(language, looks, front, back(language))
}

function back(language: Language): Sheet {
  const page = new Sheet('b')
  page.ornament('guillocheFrame', [6.45, 6.45, 284.1, 197.1], forest, clay)
  page.shape('rectangle', [24, 23, 249, 13], forest)
  page.shape('rectangle', [24, 37, 249, 0.7], clay)
  page.text('{temario_titulo}', 'back', [34, 23.4, 229, 12.2])
  page.text('{accion}', 'unit', [26, 39.4, 245, 7.6], { own: { size: 10, align: 'center' } })
  page.syllabus([26, 49, 245, 130], '#cddad2', language)
  page.text(says.backFoot, 'unit', [26, 181.5, 245, 4.6], { own: { size: 8.5, colour: quiet, align: 'center' } })
  page.text('{entidad}', 'tiny', [26, 186.2, 245, 3])
  return page
}

const looks = {
  heading: look('displayBold', 31, '#ffffff', 'center', { spacing: 9, capitals: true }),
  note: look('displayMedium', 14, clayText, 'center', { spacing: 0.4 }),
  name: look('displayBold', 33, forest, 'center', { leading: 1.12 }),
  text: look('display', 12, text, 'center', { leading: 1.45 }),
  entity: look('displayBold', 11.5, forest, 'right', { leading: 1.22 }),
  unit: look('display', 9, text, 'right'),
  small: look('display', 7.5, quiet, 'right', { leading: 1.28 }),
  number: look('displayBold', 9, forest, 'right'),
  code: look('displayBold', 8.5, forest, 'center', { spacing: 0.7 }),
  tiny: look('display', 5.5, quiet, 'center', { spacing: 0.1 }),
  signer: look('displayBold', 8.5, forest, 'center', { leading: 1.2 }),
  post: look('display', 7.25, quiet, 'center', { leading: 1.22 }),
  back: look('displayBold', 21, '#ffffff', 'center', { spacing: 6, capitals: true }),
  head: look('displayBold', 9, clayText, 'left'),
  row: look('display', 11, text, 'left', { leading: 1.25 }),
} as const
