import type { DesignDocument } from '../../../../shared/contract/designs.ts'
import type { Language } from '../../../../shared/messages/messages.ts'
import type { Colour } from './parts.ts'
import { Sheet, documentOf, look, says } from './parts.ts'

// An institution speaks: one axis, serif, fine lines in ink and old gold.

const ink: Colour = '#17253f'
const text: Colour = '#2a3244'
const quiet: Colour = '#5b6272'
const gold: Colour = '#a8863f'
const goldText: Colour = '#7d6127'
const middle = 148.5

export function sober(language: Language): DesignDocument {
  const front = new Sheet('f')
  front.ornament('guillocheField', [middle - 59.5, 46.5, 119, 119], '#edeff4', '#f3efe4')
  front.ornament('guillocheFrame', [6.45, 6.45, 284.1, 197.1], ink, gold)
  front.logos([88, 21.5, 121, 16.5], 'center')
  front.text('{numero}', 'number', [200, 23.5, 73, 5])
  front.text(says.register, 'tiny', [212, 28.7, 61, 11], { own: { align: 'right', size: 7 }, valign: 'top' })
  front.text('{entidad}', 'entity', [34, 38.2, 229, 8.8], { valign: 'bottom' })
  front.text('{unidad}', 'unit', [34, 47.3, 229, 4.4])
  front.text(says.years, 'small', [34, 52, 229, 7.6], { valign: 'top' })
  front.text('{encabezado}', 'heading', [40, 61, 217, 14.5])
  front.text('{nota_encabezado}', 'note', [108, 76, 81, 6.2])
  for (const side of [-1, 1]) {
    front.shape('line', [middle + (side < 0 ? -73 : 43), 79.2, 30, 1], null, gold, 0.6)
    front.shape('diamond', [middle + side * 74.2 - 0.8, 78.9, 1.6, 1.6], gold)
  }
  front.text('{otorgado_a}', 'note', [70, 84, 157, 5], { own: { size: 11, colour: quiet } })
  front.text('{nombre}', 'name', [34, 89, 229, 20], { fit: 'name' })
  front.jewelled(middle, 111, 67, gold)
  front.text('{documento}', 'text', [50, 113.4, 197, 5.2], { own: { size: 10.5, spacing: 0.2 } })
  front.text('{enunciado}', 'text', [40, 120.2, 217, 19.4], { valign: 'top' })
  front.text('{base_legal}', 'small', [64, 139.8, 169, 7.2], { own: { size: 8.5 } })
  front.text('{lugar_y_fecha}', 'note', [66, 147.4, 165, 5], { own: { size: 10.5, colour: text } })
  front.ornament('rosette', [24.5, 145.5, 35, 35], gold, ink)
  front.signatures([63, 152, 169, 30.5], ink)
  front.text(says.seal, 'tiny', [40, 184, 190, 3.2], { own: { size: 6.75 } })
  front.text(says.root(language), 'tiny', [40, 187.4, 190, 2.8])
  front.qr(236.5, 145)
  return documentOf(language, looks, front, back(language))
}

function back(language: Language): Sheet {
  const page = new Sheet('b')
  page.ornament('guillocheFrame', [6.45, 6.45, 284.1, 197.1], ink, gold)
  page.text('{temario_titulo}', 'back', [26, 22.5, 245, 11])
  page.text('{accion}', 'small', [26, 33.6, 245, 7.6], { own: { size: 10, colour: text } })
  page.jewelled(middle, 44, 122, gold)
  page.syllabus([26, 48, 245, 131], '#d9cba6', language)
  page.text(says.backFoot, 'text', [26, 181.5, 245, 4.6], { own: { size: 8.5, colour: quiet } })
  page.text('{entidad}', 'tiny', [26, 186.2, 245, 3])
  return page
}

const looks = {
  heading: look('serif', 33, ink, 'center', { spacing: 8.5, capitals: true }),
  note: look('serifItalic', 13.5, goldText, 'center', { spacing: 0.3 }),
  name: look('serifSemiBold', 35, ink, 'center', { leading: 1.12 }),
  text: look('serif', 12.5, text, 'center', { leading: 1.42 }),
  entity: look('serifSemiBold', 12, ink, 'center', { leading: 1.25 }),
  unit: look('serif', 9.5, text, 'center'),
  small: look('serifItalic', 8, quiet, 'center', { leading: 1.28 }),
  number: look('serifSemiBold', 9.5, ink, 'right', { spacing: 0.3 }),
  code: look('serifSemiBold', 8.5, ink, 'center', { spacing: 0.7 }),
  tiny: look('serif', 5.5, quiet, 'center', { spacing: 0.1 }),
  signer: look('serifSemiBold', 8.75, ink, 'center', { leading: 1.2 }),
  post: look('serif', 7.5, quiet, 'center', { leading: 1.22 }),
  back: look('serif', 24, ink, 'center', { spacing: 4, capitals: true }),
  head: look('serifSemiBold', 9.5, goldText, 'left', { spacing: 0.4 }),
  row: look('serif', 11.5, text, 'left', { leading: 1.25 }),
} as const
