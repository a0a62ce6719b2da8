import type { PdfDict, PdfValue } from './pdf-objects.ts'
import { isDict, isList, isRef, isStream, nameOf, PdfBroken, same } from './pdf-objects.ts'
import type { PdfDocument } from './pdf-revisions.ts'

/** Pages of a paper, and then some. */
const mostPages = 500
/** The share of a page that a visible signature may cover: more would hide what the paper says. */
const mostCovered = 0.35

/** What was changed that no signature changes, in a word; null when signatures are all that was added. */
export type Change = 'pages' | 'objects' | 'catalog' | 'fields' | 'covers' | 'trailer'

/**
 * Compares a document with what it became (ISO 32000-1, 12.8.2 for what a signature must leave alone): the catalog may
 * gain a form of signatures, their validation data and metadata; pages may gain signature fields. Nothing else may be
 * another object than before. Throws `PdfBroken`.
 */
export function changeBetween(before: PdfDocument, after: PdfDocument): Change | null {
  const root = before.trailer.get('Root')
  if (!isRef(root) || !same(root, after.trailer.get('Root')) || after.trailer.has('Encrypt')) return 'trailer'
  const [old, now] = [before.get(root.ref), after.get(root.ref)]
  if (!isDict(old) || !isDict(now)) return 'catalog'
  if (!differOnlyIn(old, now, ['AcroForm', 'DSS', 'Extensions', 'Perms', 'Metadata', 'Version'])) return 'catalog'
  const allowed = new Set<number>([root.ref])
  const infoChange = infoBetween(before, after, allowed)
  if (infoChange !== null) return infoChange
  const metadata = old.get('Metadata')
  if (isRef(metadata) && isStream(before.get(metadata.ref))) allowed.add(metadata.ref)
  if (!isSignatureForm(after, now)) return 'fields'
  const pages = pagesBetween(before, after, allowed)
  if (pages !== null) return pages
  for (const [number] of before.entries) {
    if (allowed.has(number)) continue
    // The same place is the same bytes, which begin both files; of what lies packed in another object only the value tells.
    const [was, is] = [before.entries.get(number), after.entries.get(number)]
    if (was?.kind === 'at' && is?.kind === 'at' && was.offset === is.offset) continue
    if (was?.kind === 'free' && is?.kind === 'free') continue
    // Entries of the form itself may change as more signatures come; of all else nothing may.
    if (isPartOfForm(before, old, number) || isTableOrPack(before.get(number))) continue
    if (!same(before.get(number), after.get(number))) return 'objects'
  }
  return null
}

function differOnlyIn(old: PdfDict, now: PdfDict, names: readonly string[]): boolean {
  const keys = new Set([...old.keys(), ...now.keys()])
  return [...keys].every((key) => names.includes(key) || same(old.get(key), now.get(key)))
}

/** Title, author and date of making stay; who changed it last and when may be another. */
function infoBetween(before: PdfDocument, after: PdfDocument, allowed: Set<number>): Change | null {
  const [old, now] = [before.trailer.get('Info'), after.trailer.get('Info')]
  const [oldInfo, newInfo] = [before.resolve(old), after.resolve(now)]
  if (isRef(old)) allowed.add(old.ref)
  if (oldInfo === null && newInfo === null) return null
  if (!isDict(oldInfo) || !isDict(newInfo)) return newInfo === null || (oldInfo === null && isDict(newInfo)) ? null : 'objects'
  return differOnlyIn(oldInfo, newInfo, ['ModDate', 'Producer']) ? null : 'objects'
}

/** A form of nothing but signatures, without scripts. */
function isSignatureForm(document: PdfDocument, catalog: PdfDict): boolean {
  const form = document.resolve(catalog.get('AcroForm'))
  if (form === null) return true
  if (!isDict(form) || form.has('XFA') || form.has('CO')) return false
  const fields = document.resolve(form.get('Fields'))
  return isList(fields) && fields.every((field) => isSignatureField(document, document.resolve(field)))
}

function isSignatureField(document: PdfDocument, field: PdfValue): boolean {
  if (!isDict(field) || field.has('A') || field.has('AA')) return false
  const type = nameOf(document.resolve(field.get('FT'))) ?? nameOf(document.resolve(inherited(document, field, 'FT')))
  return type === 'Sig'
}

function inherited(document: PdfDocument, field: PdfDict, key: string): PdfValue {
  let current: PdfValue = field
  for (let step = 0; isDict(current) && step < 10; step += 1) {
    const own = current.get(key)
    if (own !== undefined) return own
    current = document.resolve(current.get('Parent'))
  }
  return null
}

/** The same pages, in the same order, with nothing more on them than signature fields. */
function pagesBetween(before: PdfDocument, after: PdfDocument, allowed: Set<number>): Change | null {
  const pages = pagesOf(before)
  const now = pagesOf(after)
  if (pages.length !== now.length || !pages.every((page, at) => page === now[at])) return 'pages'
  for (const number of pages) {
    const [old, changed] = [before.get(number), after.get(number)]
    if (!isDict(old) || !isDict(changed) || !differOnlyIn(old, changed, ['Annots'])) return 'pages'
    const [oldMarks, newMarks] = [before.resolve(old.get('Annots')), after.resolve(changed.get('Annots'))]
    const had = isList(oldMarks) ? oldMarks : []
    const has = isList(newMarks) ? newMarks : []
    if (!had.every((mark, at) => same(mark, has[at]))) return 'pages'
    for (const mark of has.slice(had.length)) {
      const widget = after.resolve(mark)
      if (!isDict(widget) || nameOf(widget.get('Subtype')) !== 'Widget' || !isSignatureField(after, widget)) return 'pages'
      if (coverage(after, widget, changed) > mostCovered) return 'covers'
    }
    allowed.add(number)
    const list = old.get('Annots')
    if (isRef(list)) allowed.add(list.ref)
  }
  return null
}

/** Numbers of the page objects in their order. */
function pagesOf(document: PdfDocument): number[] {
  const root = document.resolve(document.trailer.get('Root'))
  const found: number[] = []
  const seen = new Set<number>()
  const walk = (node: PdfValue): void => {
    if (!isRef(node) || seen.has(node.ref) || found.length > mostPages) throw new PdfBroken('a broken tree of pages')
    seen.add(node.ref)
    const value = document.get(node.ref)
    if (!isDict(value)) throw new PdfBroken('a broken tree of pages')
    const kids = document.resolve(value.get('Kids'))
    if (nameOf(value.get('Type')) === 'Pages' && isList(kids)) kids.forEach(walk)
    else found.push(node.ref)
  }
  if (isDict(root)) walk(root.get('Pages') ?? null)
  return found
}

/** The share of its page that a widget covers. */
function coverage(document: PdfDocument, widget: PdfDict, page: PdfDict): number {
  const area = (value: PdfValue): number => {
    const box = document.resolve(value)
    if (!isList(box) || box.length !== 4) return 0
    const [left = 0, bottom = 0, right = 0, top = 0] = box.map((one) => Number(document.resolve(one)))
    return Math.abs((right - left) * (top - bottom))
  }
  const whole = area(inherited(document, page, 'MediaBox'))
  const mine = area(widget.get('Rect') ?? null)
  return whole > 0 ? mine / whole : mine > 0 ? 1 : 0
}

/** The form, the list of its fields and those fields, which a further signature may extend. */
function isPartOfForm(document: PdfDocument, catalog: PdfDict, number: number): boolean {
  const form = catalog.get('AcroForm')
  if (isRef(form) && form.ref === number) return true
  const whole = document.resolve(form)
  const fields = isDict(whole) ? whole.get('Fields') : undefined
  return isRef(fields) && fields.ref === number
}

/** Tables of objects and packs of them say nothing by themselves: what they hold is compared one by one. */
function isTableOrPack(value: PdfValue): boolean {
  return isStream(value) && ['XRef', 'ObjStm'].includes(nameOf(value.dict.get('Type')) ?? '')
}
