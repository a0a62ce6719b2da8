import type { DesignDocument, DesignElement, DesignPage } from '../../../../shared/contract/designs.ts'
import { chosenOf, pageOf } from './editing.ts'
import type { Act, Change, Editing } from './editing.ts'
import { aligned, boundsOfAll, distributed, rounded } from './geometry.ts'
import type { Box, Edge, Point } from './geometry.ts'

/** An id that the design does not use yet: the next number behind a letter. */
export function freeIds(document: DesignDocument, letter: string, count: number): readonly string[] {
  const used = new Set(document.pages.flatMap((page) => [page.id, ...page.elements.map((one) => one.id)]).concat(document.styles.map((style) => style.id)))
  const ids: string[] = []
  for (let n = 1; ids.length < count; n += 1) {
    const id = `${letter}${n}`
    if (!used.has(id)) ids.push(id)
  }
  return ids
}

function withPage(document: DesignDocument, at: number, change: (page: DesignPage) => DesignPage): DesignDocument {
  return { ...document, pages: document.pages.map((page, index) => (index === at ? change(page) : page)) }
}

/** The shown page with other elements. */
function withElements(now: Editing, elements: readonly DesignElement[]): DesignDocument {
  return withPage(now.document, now.page, (page) => ({ ...page, elements: [...elements] }))
}

/** Puts elements on top of the shown page, with ids of their own, and chooses them. */
export function addElements(elements: readonly DesignElement[]): Change {
  return (now) => {
    const room = Math.max(0, 400 - pageOf(now).elements.length)
    const ids = freeIds(now.document, 'e', elements.length)
    const added = elements.slice(0, room).map((one, at) => ({ ...one, id: ids[at] ?? one.id }))
    return { document: withElements(now, [...pageOf(now).elements, ...added]), selected: added.map((one) => one.id) }
  }
}

/** Each chosen element as `change` makes it; nothing is new when none differs. */
export function changeChosen(change: (element: DesignElement) => DesignElement): Change {
  return (now) => changeThese(now, new Set(now.selected), change)
}

export function changeElement(id: string, change: (element: DesignElement) => DesignElement): Change {
  return (now) => changeThese(now, new Set([id]), change)
}

/** One element changed while one types in `what`: all of it is one step. */
export function typing(id: string, what: string, change: (element: DesignElement) => DesignElement): Act {
  return { kind: 'change', change: changeElement(id, change), joins: `${what} ${id}` }
}

function changeThese(now: Editing, ids: ReadonlySet<string>, change: (element: DesignElement) => DesignElement): { document: DesignDocument } {
  const { elements } = pageOf(now)
  const next = elements.map((one) => (ids.has(one.id) ? change(one) : one))
  return { document: next.some((one, at) => one !== elements[at]) ? withElements(now, next) : now.document }
}

/** Elements where they were put: what is locked stays. */
export function placeElements(places: ReadonlyMap<string, Partial<Box>>): Change {
  return (now) =>
    changeThese(now, new Set(places.keys()), (element) => {
      const place = places.get(element.id)
      if (place === undefined || element.locked) return element
      const entries = Object.entries(place).map(([key, value]) => [key, rounded(value)] as const)
      return entries.every(([key, value]) => element[key as keyof Box] === value) ? element : { ...element, ...Object.fromEntries(entries) }
    })
}

export function moveChosen(by: Point): Change {
  return (now) => placeElements(new Map(chosenOf(now).map((one) => [one.id, { x: one.x + by.x, y: one.y + by.y }])))(now)
}

export function removeChosen(): Change {
  return (now) => {
    const gone = new Set(chosenOf(now).filter((one) => !one.locked).map((one) => one.id))
    if (gone.size === 0) return { document: now.document }
    return { document: withElements(now, pageOf(now).elements.filter((one) => !gone.has(one.id))), selected: now.selected.filter((id) => !gone.has(id)) }
  }
}

/** One alone is aligned to the page, several to one another. */
export function alignChosen(edge: Edge): Change {
  return (now) => {
    const chosen = chosenOf(now)
    const page = pageOf(now)
    const frame = chosen.length > 1 ? boundsOfAll(chosen) : { x: 0, y: 0, width: page.width, height: page.height }
    return frame === undefined ? { document: now.document } : putChosen(chosen, aligned(chosen, edge, frame))(now)
  }
}

export function distributeChosen(axis: 'x' | 'y'): Change {
  return (now) => putChosen(chosenOf(now), distributed(chosenOf(now), axis))(now)
}

function putChosen(chosen: readonly DesignElement[], places: readonly Point[]): Change {
  return placeElements(new Map(chosen.flatMap((one, at) => (places[at] === undefined ? [] : [[one.id, places[at]] as const]))))
}

export type Step = 'front' | 'forward' | 'backward' | 'back'

/** The chosen ones nearer to the eye or further from it; they keep their order among themselves. */
export function restack(step: Step): Change {
  return (now) => {
    const ids = new Set(now.selected)
    const { elements } = pageOf(now)
    const next = step === 'front' || step === 'back' ? toTheEnd(elements, ids, step) : byOne(elements, ids, step)
    return { document: next.every((one, at) => one === elements[at]) ? now.document : withElements(now, next) }
  }
}

function toTheEnd(elements: readonly DesignElement[], ids: ReadonlySet<string>, step: 'front' | 'back'): readonly DesignElement[] {
  const chosen = elements.filter((one) => ids.has(one.id))
  const others = elements.filter((one) => !ids.has(one.id))
  return step === 'front' ? [...others, ...chosen] : [...chosen, ...others]
}

function byOne(elements: readonly DesignElement[], ids: ReadonlySet<string>, step: 'forward' | 'backward'): readonly DesignElement[] {
  const next = step === 'forward' ? elements.toReversed() : [...elements]
  for (let at = 1; at < next.length; at += 1) {
    const one = next[at]
    const before = next[at - 1]
    if (one === undefined || before === undefined || !ids.has(one.id) || ids.has(before.id)) continue
    next[at - 1] = one
    next[at] = before
  }
  return step === 'forward' ? next.toReversed() : next
}

export function changePage(change: (page: DesignPage) => DesignPage): Change {
  return (now) => ({ document: withPage(now.document, now.page, change) })
}

/** The most pages that a design has. */
export const MOST_PAGES = 10

/** A blank page behind the shown one, of its size. */
export function addPage(): Change {
  return (now) => {
    const { width, height, background } = pageOf(now)
    const [id = 'p'] = freeIds(now.document, 'p', 1)
    return insertPage(now, { id, name: '', width, height, background, backgroundImage: null, when: 'always', elements: [] })
  }
}

export function copyPage(): Change {
  return (now) => {
    const page = pageOf(now)
    const [id = 'p'] = freeIds(now.document, 'p', 1)
    const ids = freeIds(now.document, 'e', page.elements.length)
    return insertPage(now, { ...page, id, elements: page.elements.map((one, at) => ({ ...one, id: ids[at] ?? one.id })) })
  }
}

function insertPage(now: Editing, page: DesignPage): ReturnType<Change> {
  const { pages } = now.document
  if (pages.length >= MOST_PAGES) return { document: now.document }
  return { document: { ...now.document, pages: pages.toSpliced(now.page + 1, 0, page) }, page: now.page + 1, selected: [] }
}

/** The last page stays: a paper has one at least. */
export function removePage(): Change {
  return (now) => {
    const { pages } = now.document
    if (pages.length === 1) return { document: now.document }
    return { document: { ...now.document, pages: pages.toSpliced(now.page, 1) }, page: Math.max(0, now.page - 1), selected: [] }
  }
}

export function movePage(by: 1 | -1): Change {
  return (now) => {
    const { pages } = now.document
    const page = pages[now.page]
    const to = now.page + by
    if (page === undefined || to < 0 || to >= pages.length) return { document: now.document }
    return { document: { ...now.document, pages: pages.toSpliced(now.page, 1).toSpliced(to, 0, page) }, page: to }
  }
}
