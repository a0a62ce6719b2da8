import type { DesignDocument } from '../../../../shared/contract/designs.ts'
import type { Language } from '../../../../shared/messages/messages.ts'
import type { Colour } from './parts.ts'
import { Sheet, documentOf, look, says } from './parts.ts'

// Somebody was there: plainer than a certificate. A woven ribbon above and below, plenty of white, sans serif on one axis.

const ink: Colour = '#12343b'
const text: Colour = '#27404a'
const quiet: Colour = '#5d7078'
const teal: Colour = '#1d6f7a'
const ochre: Colour = '#c4872e'
const middle = 148.5

export function attendance(language: Language): DesignDocument {
  const front = new Sheet('f')
  ribbons(front)
  front.logos([18, 23, 120, 16], 'left')
  front.text('{entidad}', 'entity', [146, 22.5, 133, 9.4], { valign: 'bottom' })
  front.text('{unidad}', 'unit', [146, 32.2, 133, 4.4])
  front.text(says.years, 'small', [146, 36.8, 133, 7], { valign: 'top' })
  front.text('{encabezado}', 'heading', [40, 50, 217, 16])
  front.text('{nota_encabezado}', 'note', [70, 66.4, 157, 6.6])
  front.text('{otorgado_a}', 'unit', [70, 78.5, 157, 5], { own: { size: 11, align: 'center', colour: quiet } })
  front.text('{nombre}', 'name', [30, 83.6, 237, 20], { fit: 'name' })
  front.shape('rectangle', [middle - 33, 105.3, 66, 0.7], ochre)
  front.text('{documento}', 'text', [50, 108.2, 197, 5.2], { own: { size: 10.5 } })
  front.text('{enunciado}', 'text', [38, 116, 221, 21.4], { valign: 'top' })
  front.text('{base_legal}', 'small', [62, 138, 168, 7], { own: { size: 8, align: 'center' } })
  front.text('{lugar_y_fecha}', 'text', [62, 145.4, 168, 5], { own: { size: 10.5, colour: teal } })
  front.signatures([68, 150.5, 164, 32.5], ink)
  front.text('{numero}', 'number', [18, 143.4, 48, 9.4], { own: { align: 'left' }, valign: 'bottom' })
  front.text('[{registro}]\n[{version}]', 'tiny', [18, 153.4, 46, 26], { own: { align: 'left', size: 7 }, valign: 'top' })
  front.text(says.seal, 'tiny', [40, 184, 190, 3.2], { own: { size: 6.5 } })
  front.text(says.root(language), 'tiny', [40, 187.4, 190, 2.8])
  front.qr(241, 143.5)
  return documentOf(language, looks, front, back(language))
}

function back(language: Language): Sheet {
  const page = new Sheet('b')
  ribbons(page)
  page.text('{temario_titulo}', 'back', [22, 22, 253, 11])
  page.text('{accion}', 'unit', [22, 33.4, 253, 7.6], { own: { size: 10, align: 'left' } })
  page.shape('rectangle', [22, 42.4, 66, 0.7], ochre)
  page.syllabus([22, 47, 253, 132], '#cfdcdd', language)
  page.text(says.backFoot, 'unit', [22, 181.4, 253, 4.6], { own: { size: 8.5, colour: quiet, align: 'left' } })
  page.text('{entidad}', 'tiny', [22, 186.2, 253, 3], { own: { align: 'left' } })
  return page
}

/** At the page's head and foot, clear of what printers cannot reach. */
function ribbons(page: Sheet): void {
  page.ornament('textileBand', [8, 7, 281, 9], teal, ochre)
  page.ornament('textileBand', [8, 194, 281, 9], teal, ochre)
  page.shape('rectangle', [8, 17, 281, 0.35], ink)
  page.shape('rectangle', [8, 192.65, 281, 0.35], ink)
}

const looks = {
  heading: look('displayBold', 35, ink, 'center', { spacing: 5, capitals: true }),
  note: look('display', 14, teal, 'center', { spacing: 0.4 }),
  name: look('displayBold', 33, teal, 'center', { leading: 1.12 }),
  text: look('sans', 12.5, text, 'center', { leading: 1.42 }),
  entity: look('displayBold', 11.5, ink, 'right', { leading: 1.22 }),
  unit: look('sans', 9, text, 'right'),
  small: look('sansItalic', 7.5, quiet, 'right', { leading: 1.28 }),
  number: look('displayBold', 10.5, ink, 'right'),
  code: look('displayBold', 8.5, ink, 'center', { spacing: 0.7 }),
  tiny: look('sans', 5.5, quiet, 'center', { spacing: 0.1 }),
  signer: look('sansSemiBold', 8.75, ink, 'center', { leading: 1.2 }),
  post: look('sans', 7.5, quiet, 'center', { leading: 1.22 }),
  back: look('displayBold', 24, ink, 'left', { spacing: 1 }),
  head: look('displayBold', 9, teal, 'left'),
  row: look('sans', 11, text, 'left', { leading: 1.25 }),
} as const
