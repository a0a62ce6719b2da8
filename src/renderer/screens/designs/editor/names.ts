import type { DesignDocument, DesignElement, DesignPage } from '../../../../shared/contract/designs.ts'
import { isField } from '../../../../shared/domain/design/fields.ts'
import type { MessageKey } from '../../../../shared/messages/messages.ts'
import type { Text } from '../../../language.tsx'
import { fieldWord } from './field-words.ts'

const SHAPES = { rectangle: 'designEditor.rectangle', ellipse: 'designEditor.ellipse', line: 'designEditor.line', diamond: 'designEditor.diamond' } as const satisfies Record<string, MessageKey>

export const ORNAMENTS = {
  guillocheFrame: 'designEditor.guillocheFrame',
  guillocheField: 'designEditor.guillocheField',
  rosette: 'designEditor.rosette',
  festiveFrame: 'designEditor.festiveFrame',
  textileBand: 'designEditor.textileBand',
} as const satisfies Record<Extract<DesignElement, { kind: 'ornament' }>['ornament'], MessageKey>

export const SOURCES = {
  syllabus: 'designEditor.syllabus',
  marks: 'designEditor.marks',
  sessions: 'designEditor.sessions',
  own: 'designEditor.ownRows',
} as const satisfies Record<Extract<DesignElement, { kind: 'table' }>['source'], MessageKey>

const FEW = 34

/** What an element is called in the list: as the office named it, else by what it shows. */
export function nameOf(t: Text, element: DesignElement): string {
  return element.name !== null && element.name !== '' ? element.name : (wordsIn(t, element) ?? kindOf(t, element))
}

/** What it says, with its fields in the words of the menu. */
function wordsIn(t: Text, element: DesignElement): string | undefined {
  const said = element.kind === 'text' ? element.text.replaceAll(/\*\*|[[\]]/g, '').replaceAll(/\{(\w+)\}/g, (whole, word: string) => (isField(word) ? fieldWord(t, word) : whole)) : element.kind === 'image' ? element.alt : ''
  const words = said.replaceAll(/\s+/g, ' ').trim()
  if (words === '') return undefined
  return words.length > FEW ? `${words.slice(0, FEW).trimEnd()}…` : words
}

/** What kind of thing it is. */
export function kindOf(t: Text, element: DesignElement): string {
  switch (element.kind) {
    case 'text':
      return t('designEditor.text')
    case 'image':
      return t('designEditor.image')
    case 'shape':
      return t(SHAPES[element.shape])
    case 'ornament':
      return t(ORNAMENTS[element.ornament])
    case 'qr':
      return t('designEditor.qr')
    case 'logos':
      return t('designEditor.logos')
    case 'signatures':
      return t('designEditor.signatures')
    case 'table':
      return t('designEditor.tableOf', { what: t(SOURCES[element.source]) })
  }
}

/** What a page is called: as the office named it, else by its number. */
export function pageName(t: Text, document: DesignDocument, page: DesignPage): string {
  // A bare number would be wrong as soon as pages change places.
  return /\D/.test(page.name) ? page.name : t('designEditor.pageN', { n: document.pages.indexOf(page) + 1 })
}
