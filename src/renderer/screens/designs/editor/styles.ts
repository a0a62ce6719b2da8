import type { DesignDocument, DesignElement, TextStyle } from '../../../../shared/contract/designs.ts'
import { changeElement, freeIds } from './changes.ts'
import { pageOf } from './editing.ts'
import type { Change } from './editing.ts'

export type TextElement = Extract<DesignElement, { kind: 'text' }>
export type Looks = Omit<TextStyle, 'id' | 'name'>
export type LookName = keyof Looks

/** How a text really looks: its style's looks, and over them its own. */
export function looksOf(document: DesignDocument, element: TextElement): Looks {
  const { id: _id, name: _name, ...looks } = styleOf(document, element.style)
  return { ...looks, ...element.own }
}

export function styleOf(document: DesignDocument, id: string): TextStyle {
  const style = document.styles.find((one) => one.id === id) ?? document.styles[0]
  if (style === undefined) throw new Error('a design has no style')
  return style
}

/** The style whose size is nearest to that many points: titles, text and small print find theirs in any design. */
export function styleNear(document: DesignDocument, points: number): TextStyle {
  const [nearest] = document.styles.toSorted((a, b) => Math.abs(a.size - points) - Math.abs(b.size - points))
  return nearest ?? styleOf(document, '')
}

/** Ids of the styles that an element is written in. */
export function stylesIn(element: DesignElement): readonly string[] {
  if (element.kind === 'text') return [element.style]
  if (element.kind === 'signatures') return [element.nameStyle, element.postStyle]
  return element.kind === 'table' ? [element.headStyle, element.bodyStyle] : []
}

/** How many elements are written in the style. */
export function usesOf(document: DesignDocument, style: string): number {
  return document.pages.reduce((sum, page) => sum + page.elements.filter((one) => stylesIn(one).includes(style)).length, 0)
}

/** What differs from the style in these texts; what is the same as the style's is no difference. */
export function changeLooks(document: DesignDocument, element: TextElement, looks: Partial<Looks>): TextElement {
  const style = styleOf(document, element.style)
  const own = Object.fromEntries(Object.entries({ ...element.own, ...looks }).filter(([name, value]) => style[name as LookName] !== value)) as Partial<Looks>
  return { ...element, own }
}

/** A style changed for all that are written in it. What an element had of its own stays its own, unless it is the same now. */
export function changeStyle(id: string, fields: Partial<Omit<TextStyle, 'id'>>): Change {
  return (now) => {
    const style = now.document.styles.find((one) => one.id === id)
    if (style === undefined) return { document: now.document }
    const document = { ...now.document, styles: now.document.styles.map((one) => (one.id === id ? { ...one, ...fields } : one)) }
    return { document: { ...document, pages: document.pages.map((page) => ({ ...page, elements: page.elements.map((one) => (one.kind === 'text' && one.style === id && Object.keys(one.own).length > 0 ? changeLooks(document, one, {}) : one)) })) } }
  }
}

/** Takes away what is its own: all, or one look. */
export function clearOwn(id: string, name?: LookName): Change {
  return changeElement(id, (one) => {
    if (one.kind !== 'text') return one
    const { [name ?? 'face']: _gone, ...rest } = one.own
    return { ...one, own: name === undefined ? {} : rest }
  })
}

/** A new style that looks as this text does; the text is written in it from now on. */
export function styleFrom(id: string, name: string): Change {
  return (now) => {
    const element = pageOf(now).elements.find((one) => one.id === id)
    if (element?.kind !== 'text' || now.document.styles.length >= 60) return { document: now.document }
    const [styleId = 's'] = freeIds(now.document, 's', 1)
    const document = { ...now.document, styles: [...now.document.styles, { id: styleId, name, ...looksOf(now.document, element) }] }
    return changeElement(id, (one) => (one.kind === 'text' ? { ...one, style: styleId, own: {} } : one))({ ...now, document })
  }
}
