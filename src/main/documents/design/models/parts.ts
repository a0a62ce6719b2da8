import type { DesignDocument, DesignElement, DesignPage, TextStyle } from '../../../../shared/contract/designs.ts'
import type { Language } from '../../../../shared/messages/messages.ts'
import { say } from '../../../../shared/messages/messages.ts'

// What the models that come with the app are put together from. Millimetres; sizes of letters in points.

export type Colour = `#${string}`
type Of<Kind extends DesignElement['kind']> = Extract<DesignElement, { kind: Kind }>
type Align = 'left' | 'center' | 'right'
export type Place = readonly [x: number, y: number, width: number, height: number]

/** A4 on its side. */
export const sheet = { width: 297, height: 210 } as const

/** What a telephone reads for sure, the longest seal included (design/SEAL.md). */
const qrSide = 38

/** The styles every model has, so that an office that changes one finds it by the same name. */
const styleIds = ['heading', 'note', 'name', 'text', 'entity', 'unit', 'small', 'number', 'code', 'tiny', 'signer', 'post', 'back', 'head', 'row'] as const
export type StyleId = (typeof styleIds)[number]
type StyleLook = Omit<TextStyle, 'id' | 'name'>

function stylesOf(language: Language, looks: Readonly<Record<StyleId, StyleLook>>): TextStyle[] {
  return styleIds.map((id) => ({ id, name: say(language, 'paper.styleName', { style: id }), ...looks[id] }))
}

export function look(face: TextStyle['face'], size: number, colour: Colour, align: Align, more: Partial<StyleLook> = {}): StyleLook {
  return { face, size, colour, align, leading: 1.3, spacing: 0, capitals: false, ...more }
}

/** Makes the elements of one page: each has its id by its order. */
export class Sheet {
  readonly elements: DesignElement[] = []
  private readonly prefix: string

  constructor(prefix: string) {
    this.prefix = prefix
  }

  text(text: string, style: StyleId, place: Place, more: Partial<Pick<Of<'text'>, 'own' | 'valign' | 'fit' | 'turn'>> = {}): void {
    this.elements.push({ ...this.placed(place), kind: 'text', text, style, own: {}, valign: 'middle', fit: 'shrink', ...more })
  }

  shape(shape: Of<'shape'>['shape'], place: Place, fill: Colour | null, stroke: Colour | null = null, strokeWidth = 0): void {
    this.elements.push({ ...this.placed(place), kind: 'shape', shape, fill, stroke, strokeWidth, radius: 0, locked: true })
  }

  ornament(ornament: Of<'ornament'>['ornament'], place: Place, colour: Colour, accent: Colour): void {
    this.elements.push({ ...this.placed(place), kind: 'ornament', ornament, colour, accent, locked: true })
  }

  logos(place: Place, align: Align): void {
    this.elements.push({ ...this.placed(place), kind: 'logos', align })
  }

  signatures(place: Place, rule: Colour): void {
    this.elements.push({ ...this.placed(place), kind: 'signatures', nameStyle: 'signer', postStyle: 'post', rule })
  }

  /** The QR with its code below. */
  qr(x: number, y: number): void {
    this.elements.push({ ...this.placed([x, y, qrSide, qrSide]), kind: 'qr' })
    this.text('{codigo}', 'code', [x, y + qrSide + 0.4, qrSide, 4.2])
  }

  /** A rule with a diamond in its middle. */
  jewelled(middle: number, y: number, reach: number, colour: Colour): void {
    this.shape('line', [middle - reach, y - 0.5, reach - 2.8, 1], null, colour, 0.6)
    this.shape('line', [middle + 2.8, y - 0.5, reach - 2.8, 1], null, colour, 0.6)
    this.shape('diamond', [middle - 1.05, y - 1.05, 2.1, 2.1], colour)
  }

  syllabus(place: Place, rule: Colour, language: Language): void {
    const title = (field: string) => say(language, 'paper.columnTitle', { field })
    this.elements.push({
      ...this.placed(place), kind: 'table', source: 'syllabus', rows: [], headStyle: 'head', bodyStyle: 'row', rule,
      columns: [
        { title: title('n'), field: 'n', share: 6, align: 'right' },
        { title: title('tema'), field: 'tema', share: 84, align: 'left' },
        { title: title('horas'), field: 'horas', share: 10, align: 'center' },
      ],
    })
  }

  private placed([x, y, width, height]: Place) {
    const r = (value: number) => Math.round(value * 100) / 100
    return { id: `${this.prefix}${this.elements.length + 1}`, name: null, x: r(x), y: r(y), width: r(width), height: r(height), turn: 0, locked: false }
  }
}

/** What a model's texts say beside its fields. */
export const says = {
  years: '[“{decenio}”]\n[“{nombre_anio}”]',
  register: '[{registro}]\n[{version}]',
  seal: '{linea_sello}',
  root: (language: Language) => `[${say(language, 'paper.rootWords')} {huella}]`,
  backFoot: '{numero} · {nombre}[ · {version}]',
} as const

export function documentOf(language: Language, looks: Readonly<Record<StyleId, StyleLook>>, front: Sheet, back: Sheet): DesignDocument {
  const page = (id: string, elements: DesignElement[], when: DesignPage['when']): DesignPage => ({
    id, name: say(language, 'paper.pageName', { page: id }), ...sheet, background: null, backgroundImage: null, when, elements,
  })
  return { format: 1, styles: stylesOf(language, looks), pages: [page('front', front.elements, 'always'), page('back', back.elements, 'syllabus')] }
}
