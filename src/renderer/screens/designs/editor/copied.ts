import type { DesignDocument, DesignElement, TextStyle } from '../../../../shared/contract/designs.ts'
import { addElements, freeIds } from './changes.ts'
import { pageOf } from './editing.ts'
import type { Change } from './editing.ts'
import { stylesIn } from './styles.ts'

/** Elements on their way to another page or design, with the styles that they are written in. */
export interface Copied {
  readonly elements: readonly DesignElement[]
  readonly styles: readonly TextStyle[]
  /** Id of the page that they come from. */
  readonly from: string
}

export function copiedFrom(document: DesignDocument, from: string, elements: readonly DesignElement[]): Copied {
  const used = new Set(elements.flatMap(stylesIn))
  return { elements, styles: document.styles.filter((style) => used.has(style.id)), from }
}

/** Millimetres that a copy stands beside what it is a copy of, so that both are seen. */
const BESIDE = 5

/** Puts them on the shown page: in the same place on another page, beside themselves on their own. */
export function paste(copied: Copied): Change {
  return (now) => {
    const { document, names } = withStyles(now.document, copied.styles)
    const beside = pageOf(now).id === copied.from ? BESIDE : 0
    const elements = copied.elements.map((one) => ({ ...restyled(one, names), x: one.x + beside, y: one.y + beside, locked: false }))
    return addElements(elements)({ ...now, document })
  }
}

/** The design with the styles it lacks; `names` leads from a style of the other design to that of this one. */
function withStyles(document: DesignDocument, styles: readonly TextStyle[]): { readonly document: DesignDocument; readonly names: ReadonlyMap<string, string> } {
  const names = new Map<string, string>()
  let next = document
  for (const style of styles) {
    const same = next.styles.find((one) => one.id === style.id) ?? next.styles.find((one) => one.name === style.name)
    if (same !== undefined || next.styles.length >= 60) {
      names.set(style.id, same?.id ?? next.styles[0]?.id ?? style.id)
      continue
    }
    const [id = style.id] = freeIds(next, 's', 1)
    names.set(style.id, id)
    next = { ...next, styles: [...next.styles, { ...style, id }] }
  }
  return { document: next, names }
}

function restyled(element: DesignElement, names: ReadonlyMap<string, string>): DesignElement {
  const to = (id: string): string => names.get(id) ?? id
  if (element.kind === 'text') return { ...element, style: to(element.style) }
  if (element.kind === 'signatures') return { ...element, nameStyle: to(element.nameStyle), postStyle: to(element.postStyle) }
  if (element.kind === 'table') return { ...element, headStyle: to(element.headStyle), bodyStyle: to(element.bodyStyle) }
  return element
}
