import type { DesignDocument, DesignElement, DesignPage, DisplayItem, TextStyle } from '../../../shared/contract/designs.ts'
import type { Template } from '../../../shared/domain/design/template.ts'
import { fillTemplate, parseTemplate } from '../../../shared/domain/design/template.ts'
import { imageItems, logoItems, pictureItems, shapeItems, signatureItems } from './blocks.ts'
import type { ImageSizes } from './blocks.ts'
import { boxOf, h, mm, styleOf, textItems, turnedItems } from './items.ts'
import { ornamentItems } from './ornaments.ts'
import { rectanglePath } from './paths.ts'
import { qrItems } from './qr.ts'
import { setName, setShrunk } from './setting.ts'
import type { Look } from './setting.ts'
import { tablePages } from './table.ts'
import type { PaperWords } from './words.ts'

/** A page as it is drawn: by the PDF and by the screen alike. Points from the top left corner, in the order of drawing. */
export interface LaidPage {
  readonly width: number
  readonly height: number
  readonly items: DisplayItem[]
}

/** A page of the paper: which page of the design it is, and which part of a list that goes on. */
export interface Sheet {
  readonly page: DesignPage
  /** Of the design's pages. */
  readonly index: number
  readonly part: number
}

/** The paper's pages with these words. `images`: the pixels of those that are at hand; others are left out. */
export function layOut(document: DesignDocument, words: PaperWords, images: ImageSizes): LaidPage[] {
  return sheetsOf(document, words).map((sheet) => {
    const items = backgroundItems(sheet.page, images)
    for (const element of sheet.page.elements) items.push(...elementItems(element, document.styles, words, images, sheet.part))
    return { width: h(sheet.page.width * mm), height: h(sheet.page.height * mm), items }
  })
}

/** Which pages are drawn, in their order; one whose list goes on comes again. */
export function sheetsOf(document: DesignDocument, words: PaperWords): Sheet[] {
  return document.pages.flatMap((page, index) => {
    if (page.when === 'syllabus' && !words.withSyllabus) return []
    let parts = 1
    for (const element of page.elements) if (element.kind === 'table') parts = Math.max(parts, tablePages(element, document.styles, words).length)
    return Array.from({ length: parts }, (_, part) => ({ page, index, part }))
  })
}

/** What lies under every element of a page. */
export function backgroundItems(page: DesignPage, images: ImageSizes): DisplayItem[] {
  const box = { x: 0, y: 0, width: page.width * mm, height: page.height * mm }
  const items: DisplayItem[] = []
  if (page.background !== null) items.push({ kind: 'path', element: page.id, path: rectanglePath(0, 0, box.width, box.height), fill: page.background, stroke: null, strokeWidth: 0 })
  if (page.backgroundImage !== null) items.push(...pictureItems(page.id, page.backgroundImage, box, 'cover', images))
  return items
}

/** What an element shows with these words. */
export function elementItems(element: DesignElement, styles: readonly TextStyle[], words: PaperWords, images: ImageSizes, part = 0): DisplayItem[] {
  return turnedItems(upright(element, styles, words, images, part), element)
}

function upright(element: DesignElement, styles: readonly TextStyle[], words: PaperWords, images: ImageSizes, part: number): DisplayItem[] {
  switch (element.kind) {
    case 'text':
      return wordItems(element, styles, words)
    case 'image':
      return imageItems(element, images)
    case 'shape':
      return shapeItems(element)
    case 'ornament':
      return ornamentItems(element)
    case 'qr':
      return words.qr === null || words.qr === '' ? [] : qrItems(element, words.qr)
    case 'logos':
      return logoItems(element, words, images)
    case 'signatures':
      return signatureItems(element, styles, words, images)
    case 'table':
      return tablePages(element, styles, words)[part] ?? []
  }
}

type TextElement = Extract<DesignElement, { kind: 'text' }>

/** How a text looks: its style with what the element changes of it. */
export function lookOf(element: TextElement, styles: readonly TextStyle[]): Look {
  const own = Object.fromEntries(Object.entries(element.own).filter(([, value]) => value !== undefined))
  return { ...styleOf(styles, element.style), ...own }
}

/** Texts laid out last of each element: a statement with its mark comes again and again in a batch. */
const laid = new WeakMap<TextElement, { readonly styles: readonly TextStyle[]; readonly byWords: Map<string, DisplayItem[]> }>()
const laidLimit = 200

function wordItems(element: TextElement, styles: readonly TextStyle[], words: PaperWords): DisplayItem[] {
  const spans = fillTemplate(templateOf(element.text), words.fields)
  if (spans.length === 0) return []
  let known = laid.get(element)
  if (known?.styles !== styles || known.byWords.size >= laidLimit) laid.set(element, (known = { styles, byWords: new Map() }))
  const key = spans.map((span) => `${span.strong ? '1' : '0'}${span.text}`).join('\0')
  const found = known.byWords.get(key)
  if (found !== undefined) return found
  const look = lookOf(element, styles)
  const box = boxOf(element)
  const set = element.fit === 'name' ? setName(spans, look, box) : setShrunk(spans, look, box)
  const items = textItems(element.id, set, look, box, element.valign)
  known.byWords.set(key, items)
  return items
}

/** A batch reads the same few texts thousands of times. */
const read = new Map<string, Template>()

export function templateOf(text: string): Template {
  const known = read.get(text)
  if (known !== undefined) return known
  if (read.size >= 500) read.clear()
  const template = parseTemplate(text)
  read.set(text, template)
  return template
}
