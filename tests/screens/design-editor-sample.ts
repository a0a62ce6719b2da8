import type { DesignDocument, DesignElement, DesignPage, TextStyle } from '../../src/shared/contract/designs.ts'

const style = (id: string, name: string, size: number): TextStyle => ({ id, name, face: 'serif', size, colour: '#1b2436', align: 'center', leading: 1.3, spacing: 0, capitals: false })

export const textElement = (id: string, text: string, more: Partial<Extract<DesignElement, { kind: 'text' }>> = {}): Extract<DesignElement, { kind: 'text' }> => ({
  id, name: null, x: 20, y: 20, width: 100, height: 20, turn: 0, locked: false, kind: 'text', text, style: 'body', own: {}, valign: 'middle', fit: 'shrink', ...more,
})

export const qrElement = (id: string, more: Partial<DesignElement> = {}): DesignElement => ({ id, name: null, x: 250, y: 160, width: 30, height: 30, turn: 0, locked: false, kind: 'qr', ...more }) as DesignElement

export const designPage = (id: string, elements: DesignElement[], more: Partial<DesignPage> = {}): DesignPage => ({ id, name: '', width: 297, height: 210, background: null, backgroundImage: null, when: 'always', elements, ...more })

/** A certificate of two pages with a name, a paragraph and a QR. */
export function sampleDesign(): DesignDocument {
  return {
    format: 1,
    styles: [style('title', 'Título', 30), style('body', 'Texto', 12), style('small', 'Letra menuda', 8)],
    pages: [
      designPage('p1', [textElement('name', '{nombre}', { style: 'title', fit: 'name' }), textElement('body', 'por su participación en {accion}', { y: 60 }), qrElement('qr')]),
      designPage('p2', [textElement('back', 'Temario', { style: 'small' })], { name: 'Reverso' }),
    ],
  }
}
