import type { DesignDocument, DesignElement, DesignPage } from '../../../../shared/contract/designs.ts'

/** A design as it stands at one moment of the work, with what was chosen then. */
export interface Moment {
  readonly document: DesignDocument
  /** Which page is shown, from 0. */
  readonly page: number
  /** Ids of the chosen elements, all of that page. */
  readonly selected: readonly string[]
}

/** The work on a design, with the way back and forth. */
export interface Editing extends Moment {
  readonly past: readonly Moment[]
  readonly future: readonly Moment[]
  /** Changes that say this word belong to the last step: one step back takes a whole word typed, or a held arrow key. */
  readonly joins: string | null
}

/** What a change gives: the design it becomes, and what is shown and chosen when that differs. */
export type Changed = Pick<Moment, 'document'> & Partial<Moment>
export type Change = (now: Editing) => Changed

export type Act =
  | { readonly kind: 'change'; readonly change: Change; readonly joins?: string }
  /** What comes next is a step of its own. */
  | { readonly kind: 'settle' }
  /** What is still being done is put back, as if it had not begun. */
  | { readonly kind: 'revert' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'select'; readonly ids: readonly string[] }

/** Steps that can be taken back; what is older is forgotten. Pages and elements that did not change are shared between them. */
export const STEPS = 200

export function begun(document: DesignDocument): Editing {
  return { document, page: 0, selected: [], past: [], future: [], joins: null }
}

export function edited(now: Editing, act: Act): Editing {
  switch (act.kind) {
    case 'change':
      return changed(now, act.change(now), act.joins ?? null)
    case 'settle':
      return now.joins === null ? now : { ...now, joins: null }
    case 'revert':
      return now.joins === null ? now : { ...undone(now), future: [] }
    case 'undo':
      return undone(now)
    case 'redo':
      return redone(now)
    case 'page':
      return sound({ ...now, page: act.page, selected: [], joins: null })
    case 'select':
      return sameIds(act.ids, now.selected) ? now : sound({ ...now, selected: act.ids, joins: null })
  }
}

function changed(now: Editing, next: Changed, joins: string | null): Editing {
  if (next.document === now.document) return sound({ ...now, ...next })
  const isJoined = joins !== null && joins === now.joins
  const past = isJoined ? now.past : [...now.past, momentOf(now)].slice(-STEPS)
  return sound({ page: now.page, selected: now.selected, ...next, past, future: [], joins })
}

function undone(now: Editing): Editing {
  const last = now.past.at(-1)
  return last === undefined ? now : sound({ ...last, past: now.past.slice(0, -1), future: [momentOf(now), ...now.future], joins: null })
}

function redone(now: Editing): Editing {
  const [next, ...future] = now.future
  return next === undefined ? now : sound({ ...next, past: [...now.past, momentOf(now)], future, joins: null })
}

function momentOf({ document, page, selected }: Moment): Moment {
  return { document, page, selected }
}

/** The page shown exists, and what is chosen is on it. */
function sound(now: Editing): Editing {
  const page = Math.min(Math.max(0, now.page), now.document.pages.length - 1)
  const here = new Set(now.document.pages[page]?.elements.map((one) => one.id))
  const selected = now.selected.filter((id) => here.has(id))
  return page === now.page && selected.length === now.selected.length ? now : { ...now, page, selected }
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at])
}

export function pageOf(now: Moment): DesignPage {
  const page = now.document.pages[now.page]
  if (page === undefined) throw new Error('a design has no such page')
  return page
}

/** The chosen elements, from the bottom to the top. */
export function chosenOf(now: Moment): readonly DesignElement[] {
  const ids = new Set(now.selected)
  return ids.size === 0 ? [] : pageOf(now).elements.filter((one) => ids.has(one.id))
}
