import { createHash } from 'node:crypto'
import type { DesignElement, DisplayItem } from '../../../shared/contract/designs.ts'
import type { FrozenLook, FrozenPaper } from '../../../shared/contract/frozen.ts'
import { isField } from '../../../shared/domain/design/fields.ts'
import type { FieldName } from '../../../shared/domain/design/fields.ts'
import { plainValue } from '../../../shared/domain/design/template.ts'
import type { Images } from '../certificate/model.ts'
import { Canvas, n } from '../pdf-canvas.ts'
import type { Layer } from '../pdf-canvas.ts'
import type { Drawn, Mark, Tag } from '../pdf-tags.ts'
import { darkRuns } from '../pdf-qr.ts'
import { h, mm, turnAbout, boxOf } from './items.ts'
import { backgroundItems, elementItems, sheetsOf, templateOf } from './layout.ts'
import type { Sheet } from './layout.ts'
import { stepsOf } from './paths.ts'
import { qrPlace, quietZone, symbolOf } from './qr.ts'
import { sharedWordsOf, wordsOf } from './words.ts'
import type { PaperWords } from './words.ts'

// Papers of the second shape as PDF operators. What shows nothing of one person is drawn once for its look, as layers in
// the order of the design; between them each page draws its own. Look and own decide everything: alone or in a batch, today
// or a version later, the same paper is the same bytes.

/** A stretch of a page, from the bottom upwards. */
type Stretch = { readonly kind: 'layer'; readonly layer: Layer; readonly tags: readonly Tag[] } | { readonly kind: 'own'; readonly element: DesignElement }

interface Plan {
  readonly sheets: readonly { readonly sheet: Sheet; readonly width: number; readonly height: number; readonly stretches: readonly Stretch[] }[]
}

/** A batch has few looks: beyond this many their layers are drawn anew. */
const planLimit = 64

/** Draws papers of designs, keeping the layers that they share. Lives in one thread, for one set of images. */
export class DesignPress {
  private readonly images: Images
  private readonly plans = new Map<string, Plan>()
  private readonly keys = new WeakMap<FrozenLook, string>()

  constructor(images: Images) {
    this.images = images
  }

  /** The paper's pages, with what a reader that speaks would say of them. */
  pages(frozen: FrozenPaper): Drawn[] {
    const words = wordsOf(frozen)
    return this.planOf(frozen).sheets.map(({ sheet, width, height, stretches }) => {
      const canvas = new Canvas(width, height)
      const tags: Tag[] = []
      const marks: Mark[] = []
      for (const stretch of stretches) {
        if (stretch.kind === 'layer') {
          canvas.layer(stretch.layer)
          tags.push(...stretch.tags)
          continue
        }
        const before = marks.length
        drawElement(canvas, stretch.element, { look: frozen.look, words, images: this.images, part: sheet.part }, marks)
        tags.push(...marks.slice(before).map((mark) => ({ ...mark, layer: null })))
      }
      return { canvas, width, tags }
    })
  }

  private planOf({ look, own }: FrozenPaper): Plan {
    let lookKey = this.keys.get(look)
    if (lookKey === undefined) this.keys.set(look, (lookKey = createHash('sha256').update(JSON.stringify(look)).digest('hex')))
    // A syllabus of one person's own decides how many pages there are.
    const syllabus = own.tables['syllabus'] === undefined ? '' : JSON.stringify(own.tables['syllabus'])
    const key = `${lookKey} ${Object.keys(own.fields).sort().join(' ')} ${Object.keys(own.tables).sort().join(' ')} ${syllabus}`
    const known = this.plans.get(key)
    if (known !== undefined) return known
    if (this.plans.size >= planLimit) this.plans.clear()
    const plan = planned(look, own, this.images)
    this.plans.set(key, plan)
    return plan
  }
}

/** What of a look's pages is shared and what is one person's. */
function planned(look: FrozenLook, own: FrozenPaper['own'], images: Images): Plan {
  const words = sharedWordsOf(look)
  const isOwn = ownership(own)
  let layers = 0
  const sheets = sheetsOf(look.document, { ...words, tables: { ...look.tables, ...own.tables } }).map((sheet) => {
    const { page } = sheet
    const [width, height] = [h(page.width * mm), h(page.height * mm)]
    const stretches: Stretch[] = []
    let shared = new Canvas(width, height)
    let marks: Mark[] = []
    const background = backgroundItems(page, images)
    if (background.length > 0) drawMarked(shared, { tag: null, alt: null }, marks, () => drawItems(shared, background))
    const close = () => {
      if (shared.content !== '') {
        const layer = shared.toLayer(`L${(layers += 1)}`)
        stretches.push({ kind: 'layer', layer, tags: marks.map((mark) => ({ ...mark, layer })) })
      }
      shared = new Canvas(width, height)
      marks = []
    }
    for (const element of page.elements) {
      if (isOwn(element)) {
        close()
        stretches.push({ kind: 'own', element })
      } else drawElement(shared, element, { look, words, images, part: sheet.part }, marks)
    }
    close()
    return { sheet, width, height, stretches }
  })
  return { sheets }
}

function ownership(own: FrozenPaper['own']): (element: DesignElement) => boolean {
  const fields = new Set<FieldName>(['numero', 'nombre', 'codigo'])
  for (const field of Object.keys(own.fields)) if (isField(field)) fields.add(field)
  const shows = (text: string) => templateOf(text).fields.some((field) => fields.has(field))
  return (element) => {
    if (element.kind === 'qr') return true
    if (element.kind === 'text') return shows(element.text)
    if (element.kind !== 'table') return false
    return element.source === 'own' ? element.rows.some((row) => row.some(shows)) : element.source in own.tables
  }
}

interface Shown {
  readonly look: FrozenLook
  readonly words: PaperWords
  readonly images: Images
  readonly part: number
}

function drawElement(canvas: Canvas, element: DesignElement, { look, words, images, part }: Shown, marks: Mark[]): void {
  const role = roleOf(element, words)
  if (element.kind === 'qr') {
    const { qr } = words
    if (qr !== null && qr !== '') drawMarked(canvas, role, marks, () => drawQr(canvas, element, qr))
    return
  }
  const items = elementItems(element, look.document.styles, words, images, part)
  if (items.length > 0) drawMarked(canvas, role, marks, () => drawItems(canvas, items))
}

interface Role {
  /** Null: ornament. */
  readonly tag: string | null
  /** Said in the place of a picture. */
  readonly alt: string | null
}

/** What an element is to those who hear the page. The words are the paper's own, frozen with it. */
function roleOf(element: DesignElement, words: PaperWords): Role {
  switch (element.kind) {
    case 'text':
      return { tag: templateOf(element.text).fields.includes('encabezado') ? 'H1' : 'P', alt: null }
    case 'table':
    case 'signatures':
      return { tag: 'P', alt: null }
    case 'qr':
      return { tag: 'Figure', alt: plainValue(words.fields.linea_sello) || plainValue(words.fields.codigo) }
    case 'logos':
      return { tag: 'Figure', alt: words.logos.map((logo) => logo.name).filter((name) => name !== '').join(' · ') }
    case 'image':
      return element.alt === '' ? { tag: null, alt: null } : { tag: 'Figure', alt: element.alt }
    case 'shape':
    case 'ornament':
      return { tag: null, alt: null }
  }
}

function drawMarked(canvas: Canvas, { tag, alt }: Role, marks: Mark[], draw: () => void): void {
  if (tag === null) canvas.open('Artifact', null)
  else {
    canvas.open(tag, marks.length)
    marks.push({ tag, id: marks.length, alt })
  }
  draw()
  canvas.close()
}

/** Items of a page as operators, in their order. */
function drawItems(canvas: Canvas, items: readonly DisplayItem[]): void {
  const texts = items.filter((item) => item.kind === 'text')
  const after = new Map(texts.map((item, at) => [item, texts[at + 1]]))
  for (const item of items) drawItem(canvas, item.kind === 'text' && isParted(item, after.get(item)) ? { ...item, text: `${item.text} ` } : item)
}

type TextItem = Extract<DisplayItem, { kind: 'text' }>

/** Whether another line or another cell follows: who hears or copies the page needs a space between the two. */
function isParted(item: TextItem, next: TextItem | undefined): boolean {
  return next !== undefined && !item.text.endsWith(' ') && (next.y !== item.y || next.x > item.x + item.width + 1)
}

function drawItem(canvas: Canvas, item: DisplayItem): void {
  const { copies } = item
  if (copies === undefined) drawOnce(canvas, item)
  else if (copies.length === 1) canvas.within(copies[0] ?? [], () => drawOnce(canvas, item))
  else {
    const layer = repeatedLayer(canvas, item)
    for (const copy of copies) canvas.layerAt(layer, canvas.upwards(copy))
  }
}

function drawOnce(canvas: Canvas, item: DisplayItem): void {
  if (item.kind === 'text') canvas.text(item.face, item.text, item)
  else if (item.kind === 'image') {
    if (item.clip === null) canvas.image(item.hash, item.x, item.y, item.width, item.height)
    else {
      const { x, y, width, height } = item.clip
      canvas.raw(`q ${n(x)} ${n(canvas.height - y - height)} ${n(width)} ${n(height)} re W n`)
      canvas.image(item.hash, item.x, item.y, item.width, item.height)
      canvas.raw('Q')
    }
  } else {
    const path = pathOperators(item.path, canvas.height)
    if (item.fill !== null) canvas.fill(path, item.fill)
    if (item.stroke !== null && item.strokeWidth > 0) canvas.stroke(path, item.stroke, item.strokeWidth)
  }
}

/** Artwork that is drawn many times over becomes a layer of its own; pages of one height share it. */
const repeated = new Map<string, Layer>()

function repeatedLayer(canvas: Canvas, item: DisplayItem): Layer {
  const { copies: _, element: __, ...what } = item
  const key = createHash('sha256').update(`${canvas.height} ${JSON.stringify(what)}`).digest('hex').slice(0, 12)
  const known = repeated.get(key)
  if (known !== undefined) return known
  if (repeated.size >= 64) repeated.clear()
  const own = new Canvas(canvas.height, canvas.height)
  drawOnce(own, item)
  const layer = own.toLayer(`R${key}`)
  repeated.set(key, layer)
  return layer
}

/** A path of `paths.ts` as PDF operators, turned upside down. */
function pathOperators(path: string, height: number): string {
  const operators: string[] = []
  for (const { command, points } of stepsOf(path)) {
    if (command === 'Z') operators.push('h')
    else {
      const numbers = points.map((value, at) => n(at % 2 === 0 ? value : height - value))
      operators.push(`${numbers.join(' ')} ${command === 'M' ? 'm' : command === 'C' ? 'c' : 'l'}`)
    }
  }
  return operators.join(' ')
}

/** How far the pen moves down from row to row, in heights of what it draws: less than one, so that no reader shows a seam between two rows. */
const rowStep = 0.92

/**
 * The symbol as operators that deflate to little, for each page keeps its own: a row at a time, every row in the same words.
 * A module is a little higher than it is wide and reaches that much into the row above.
 */
function drawQr(canvas: Canvas, element: Extract<DesignElement, { kind: 'qr' }>, text: string): void {
  const symbol = symbolOf(text)
  const { x, y, side, module } = qrPlace(element, symbol.size)
  const draw = () => {
    canvas.rectangle(x, y, side, side, '#ffffff')
    const rows: string[] = []
    let at = 0
    for (const { row, column, length } of darkRuns(symbol)) {
      if (row !== at) rows.push(`f 1 0 0 1 0 -${Math.round(rowStep * (row - at) * 100) / 100} cm`)
      at = row
      rows.push(`${column} 0 ${length} 1 re`)
    }
    const top = canvas.height - y - (quietZone + 1) * module
    canvas.raw(`q 0 0 0 rg ${exact(module)} 0 0 ${exact(module / rowStep)} ${n(x + quietZone * module)} ${exact(top)} cm\n${rows.join('\n')}\nf Q`)
  }
  if (element.turn === 0) draw()
  else {
    const box = boxOf(element)
    canvas.within(turnAbout(element.turn, box.x + box.width / 2, box.y + box.height / 2), draw)
  }
}

/** Rows add up: what one of them is off, the last is off many times over. */
function exact(value: number): number {
  return Math.round(value * 1e5) / 1e5
}
