import type { DesignDocument, DesignElement, DesignPage } from '../../../../shared/contract/designs.ts'
import type { FieldName, tableFields } from '../../../../shared/domain/design/fields.ts'
import { rounded } from './geometry.ts'
import { styleNear } from './styles.ts'

type Ornament = Extract<DesignElement, { kind: 'ornament' }>['ornament']
type Shape = Extract<DesignElement, { kind: 'shape' }>['shape']
type TableSource = Extract<DesignElement, { kind: 'table' }>['source']

/** What can be put on a page. */
export type Addition =
  | { readonly kind: 'title' | 'text'; readonly words: string }
  | { readonly kind: 'field'; readonly field: FieldName }
  | { readonly kind: 'image'; readonly hash: string; readonly width: number; readonly height: number; readonly alt: string }
  | { readonly kind: 'shape'; readonly shape: Shape }
  | { readonly kind: 'ornament'; readonly ornament: Ornament }
  | { readonly kind: 'qr' }
  | { readonly kind: 'logos' }
  | { readonly kind: 'signatures' }
  | { readonly kind: 'table'; readonly source: TableSource; readonly titles: readonly string[] }

const INK = '#1b2436'
const GOLD = '#b0842f'

/** What a column of a table that is filled in can show. */
export type TableField = (typeof tableFields)[keyof typeof tableFields][number]

type Column = Pick<Extract<DesignElement, { kind: 'table' }>['columns'][number], 'share' | 'align'> & { readonly field: TableField | '' }

/** Columns that a new table begins with, by what fills it. */
export const FIRST_COLUMNS: Readonly<Record<TableSource, readonly Column[]>> = {
  syllabus: [{ field: 'n', share: 1, align: 'center' }, { field: 'tema', share: 8, align: 'left' }, { field: 'horas', share: 2, align: 'center' }],
  marks: [{ field: 'evaluacion', share: 8, align: 'left' }, { field: 'peso', share: 2, align: 'center' }, { field: 'nota', share: 2, align: 'center' }],
  sessions: [{ field: 'fecha', share: 3, align: 'left' }, { field: 'sesion', share: 7, align: 'left' }, { field: 'asistencia', share: 3, align: 'center' }],
  own: [{ field: '', share: 5, align: 'left' }, { field: '', share: 5, align: 'left' }],
}

/** The element, in the middle of the page and in a size that fits it. Its id is given when it is put there. */
export function newElement(document: DesignDocument, page: DesignPage, what: Addition): DesignElement {
  return { ...inTheMiddle(page, sizeOf(page, what)), ...made(document, what) } as DesignElement
}

function inTheMiddle(page: DesignPage, size: { readonly width: number; readonly height: number }) {
  const { width, height } = size
  return { id: 'e', name: null, x: rounded((page.width - width) / 2), y: rounded((page.height - height) / 2), width: rounded(width), height: rounded(height), turn: 0, locked: false }
}

function sizeOf(page: DesignPage, what: Addition): { readonly width: number; readonly height: number } {
  const wide = page.width * 0.7
  switch (what.kind) {
    case 'title':
      return { width: wide, height: 18 }
    case 'text':
      return { width: wide, height: 24 }
    case 'field':
      return what.field === 'nombre' ? { width: wide, height: 20 } : { width: Math.min(100, wide), height: 10 }
    case 'image': {
      const share = Math.min((page.width * 0.4) / what.width, (page.height * 0.4) / what.height)
      return { width: Math.max(1, what.width * share), height: Math.max(1, what.height * share) }
    }
    case 'shape':
      return what.shape === 'rectangle' ? { width: 60, height: 30 } : what.shape === 'line' ? { width: 80, height: 1 } : { width: 30, height: 30 }
    case 'ornament':
      return what.ornament === 'rosette' ? { width: 40, height: 40 } : what.ornament === 'textileBand' ? { width: page.width, height: 12 } : { width: page.width - 16, height: page.height - 16 }
    case 'qr': {
      // As large as the seal of the longest words needs, where the page has room.
      const side = Math.min(38, page.width / 2, page.height / 2)
      return { width: side, height: side }
    }
    case 'logos':
      return { width: wide, height: 18 }
    case 'signatures':
      return { width: wide, height: 34 }
    case 'table':
      return { width: wide, height: page.height * 0.4 }
  }
}

function made(document: DesignDocument, what: Addition): Partial<DesignElement> {
  switch (what.kind) {
    case 'title':
      return { kind: 'text', text: what.words, style: styleNear(document, 28).id, own: {}, valign: 'middle', fit: 'shrink' }
    case 'text':
      return { kind: 'text', text: what.words, style: styleNear(document, 12).id, own: {}, valign: 'top', fit: 'shrink' }
    case 'field':
      return { kind: 'text', text: `{${what.field}}`, style: styleNear(document, what.field === 'nombre' ? 30 : 12).id, own: {}, valign: 'middle', fit: what.field === 'nombre' ? 'name' : 'shrink' }
    case 'image':
      return { kind: 'image', hash: what.hash, fit: 'contain', alt: what.alt }
    case 'shape':
      return { kind: 'shape', shape: what.shape, fill: what.shape === 'line' ? null : '#efe9dc', stroke: what.shape === 'line' ? INK : null, strokeWidth: 1, radius: 0 }
    case 'ornament':
      return { kind: 'ornament', ornament: what.ornament, colour: '#a8251f', accent: GOLD }
    case 'qr':
      return { kind: 'qr' }
    case 'logos':
      return { kind: 'logos', align: 'center' }
    case 'signatures':
      return { kind: 'signatures', nameStyle: styleNear(document, 11).id, postStyle: styleNear(document, 9).id, rule: INK }
    case 'table':
      return {
        kind: 'table', source: what.source,
        columns: FIRST_COLUMNS[what.source].map((column, at) => ({ ...column, title: what.titles[at] ?? '' })),
        rows: what.source === 'own' ? [['', ''], ['', '']] : [],
        headStyle: styleNear(document, 10).id, bodyStyle: styleNear(document, 10).id, rule: '#c9bfab',
      }
  }
}
