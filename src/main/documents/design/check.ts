import type { DesignDocument, DesignElement, DisplayItem } from '../../../shared/contract/designs.ts'
import type { FaceName } from '../fonts.ts'
import { missingLetters } from '../fonts.ts'
import type { Span } from '../../../shared/domain/design/template.ts'
import { fillTemplate } from '../../../shared/domain/design/template.ts'
import type { ImageSizes } from './blocks.ts'
import type { Box } from './items.ts'
import { boxOf, mm, styleOf, turnAbout } from './items.ts'
import { elementItems, lookOf, templateOf } from './layout.ts'
import { stepsOf } from './paths.ts'
import { inMillimetres, neededSide } from './qr.ts'
import { strongFace } from './setting.ts'
import type { PaperWords } from './words.ts'

interface Place {
  /** Null: of the page, or of the design as a whole. */
  readonly element: string | null
  readonly page: number
}

type Problem =
  /** Letters that the face lacks: the text is set in Noto as a whole. */
  | { readonly why: 'letters'; readonly params: { readonly letters: string; readonly face: FaceName } }
  /** The QR's side and what it needs, quiet zone included. */
  | { readonly why: 'qrSmall'; readonly params: { readonly millimetres: number; readonly needed: number } }
  | { readonly why: 'tiny'; readonly params: { readonly points: number } }
  | { readonly why: 'unknownField'; readonly params: { readonly field: string } }
  | { readonly why: 'imageCoarse'; readonly params: { readonly dpi: number } }
  | { readonly why: 'outside' | 'overlapsQr' | 'noQr' | 'noName' | 'imageMissing'; readonly params: Readonly<Record<string, never>> }

export type Finding = Place & Problem

/** Points: smaller words are ornament. */
const leastText = 5
/** Dots an inch: coarser images show their dots on paper. */
const leastDpi = 150
/** Points that may hang over the page's edge or touch a QR: a hair. */
const hair = 0.6

/** What is wrong with a design when it shows these words: everything that should be seen before printing, nothing else. */
export function checkDesign(document: DesignDocument, words: PaperWords, images: ImageSizes): Finding[] {
  const findings: Finding[] = []
  const elements = document.pages.flatMap((page, index) => page.elements.map((element) => ({ element, page, index })))
  if (!elements.some(({ element }) => element.kind === 'qr')) findings.push({ element: null, page: 0, why: 'noQr', params: {} })
  if (!elements.some(({ element }) => element.kind === 'text' && templateOf(element.text).fields.includes('nombre'))) findings.push({ element: null, page: 0, why: 'noName', params: {} })
  for (const [index, page] of document.pages.entries()) {
    const paper = { x: 0, y: 0, width: page.width * mm, height: page.height * mm }
    if (page.backgroundImage !== null) findings.push(...ofImage({ element: null, page: index }, page.backgroundImage, 'cover', paper, images))
    const shown = page.elements.map((element) => ({ element, items: elementItems(element, document.styles, words, images) }))
    for (const { element, items } of shown) {
      const place = { element: element.id, page: index }
      findings.push(...ofLetters(document, element, words, place), ...ofItems(element, items, place), ...ofFields(element, place))
      if (element.kind === 'image') findings.push(...ofImage(place, element.hash, element.fit, boxOf(element), images))
      if (element.kind === 'qr') findings.push(...ofQr(element, shown, words, place))
      if (bleeds(element) && isOutside(boundsOf(element), paper)) findings.push({ ...place, why: 'outside', params: {} })
    }
  }
  return findings
}

/** Artwork may run over the edge on purpose; what is to be read may not. */
function bleeds(element: DesignElement): boolean {
  return element.kind !== 'shape' && element.kind !== 'ornament' && !(element.kind === 'image' && element.alt === '')
}

function isOutside(box: Box, paper: Box): boolean {
  return box.x < -hair || box.y < -hair || box.x + box.width > paper.width + hair || box.y + box.height > paper.height + hair
}

/** The upright box around an element as it lies turned. */
function boundsOf(element: DesignElement): Box {
  const box = boxOf(element)
  return turnedBounds(box, [...turnAbout(element.turn, box.x + box.width / 2, box.y + box.height / 2)])
}

function turnedBounds(box: Box, matrix: readonly number[]): Box {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  const corners = [[box.x, box.y], [box.x + box.width, box.y], [box.x, box.y + box.height], [box.x + box.width, box.y + box.height]] as const
  const xs = corners.map(([x, y]) => a * x + c * y + e)
  const ys = corners.map(([x, y]) => b * x + d * y + f)
  return { x: Math.min(...xs), y: Math.min(...ys), width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) }
}

function ofFields(element: DesignElement, place: Place): Finding[] {
  const texts = element.kind === 'text' ? [element.text] : element.kind === 'table' && element.source === 'own' ? element.rows.flat() : []
  return [...new Set(texts.flatMap((text) => templateOf(text).unknown))].map((field): Finding => ({ ...place, why: 'unknownField', params: { field } }))
}

/** Each face with all that it is to show, and what of it the face has not. */
function ofLetters(document: DesignDocument, element: DesignElement, words: PaperWords, place: Place): Finding[] {
  const lacking = new Map<FaceName, Set<string>>()
  for (const { face, spans, capitals } of textsOf(document, element, words)) {
    for (const span of spans) {
      const text = span.text.replace(/\s+/g, ' ')
      const missing = missingLetters(span.strong ? strongFace(face) : face, capitals ? text.toUpperCase() : text)
      if (missing.length > 0) lacking.set(face, new Set([...(lacking.get(face) ?? []), ...missing]))
    }
  }
  return [...lacking].map(([face, letters]): Finding => ({ ...place, why: 'letters', params: { letters: [...letters].join(' '), face } }))
}

interface ShownText {
  readonly face: FaceName
  readonly capitals: boolean
  readonly spans: readonly Span[]
}

function textsOf(document: DesignDocument, element: DesignElement, words: PaperWords): ShownText[] {
  const styled = (id: string, texts: readonly string[]): ShownText => {
    const { face, capitals } = styleOf(document.styles, id)
    return { face, capitals, spans: texts.map((text) => ({ text, strong: false })) }
  }
  switch (element.kind) {
    case 'text': {
      const { face, capitals } = lookOf(element, document.styles)
      return [{ face, capitals, spans: fillTemplate(templateOf(element.text), words.fields) }]
    }
    case 'signatures':
      return [styled(element.nameStyle, words.signatories.map((one) => one.name)), styled(element.postStyle, words.signatories.flatMap((one) => [one.post, one.entity ?? '']))]
    case 'table': {
      const cells = element.source === 'own' ? element.rows.flat() : (words.tables[element.source] ?? []).flatMap((row) => element.columns.map(({ field }) => row[field] ?? ''))
      return [styled(element.headStyle, element.columns.map(({ title }) => title)), styled(element.bodyStyle, cells)]
    }
    default:
      return []
  }
}

function ofItems(element: DesignElement, items: readonly DisplayItem[], place: Place): Finding[] {
  if (element.kind === 'qr') return []
  const least = Math.min(...items.flatMap((item) => (item.kind === 'text' && item.text.trim() !== '' ? [item.size] : [])))
  return least < leastText ? [{ ...place, why: 'tiny', params: { points: Math.round(least * 10) / 10 } }] : []
}

function ofImage(place: Place, hash: string, fit: 'contain' | 'cover' | 'stretch', box: Box, images: ImageSizes): Finding[] {
  const size = images.get(hash)
  if (size === undefined) return [{ ...place, why: 'imageMissing', params: {} }]
  // Dots an inch where they lie widest apart.
  const across = (size.width * 72) / box.width
  const down = (size.height * 72) / box.height
  const dpi = fit === 'contain' ? Math.max(across, down) : Math.min(across, down)
  return dpi < leastDpi - 0.5 ? [{ ...place, why: 'imageCoarse', params: { dpi: Math.round(dpi) } }] : []
}

type Qr = Extract<DesignElement, { kind: 'qr' }>
type Shown = readonly { readonly element: DesignElement; readonly items: readonly DisplayItem[] }[]

function ofQr(qr: Qr, shown: Shown, words: PaperWords, place: Place): Finding[] {
  const findings: Finding[] = []
  if (words.qr !== null && words.qr !== '') {
    const side = Math.min(qr.width, qr.height)
    const needed = neededSide(words.qr)
    if (side < needed - 0.01) findings.push({ ...place, why: 'qrSmall', params: { millimetres: inMillimetres(side * mm), needed: Math.ceil(needed * 10 - 1e-6) / 10 } })
  }
  const square = boundsOf({ ...qr, x: qr.x + Math.max(0, qr.width - qr.height) / 2, y: qr.y + Math.max(0, qr.height - qr.width) / 2, width: Math.min(qr.width, qr.height), height: Math.min(qr.width, qr.height) })
  const at = shown.findIndex(({ element }) => element === qr)
  const covered = shown.some(({ element, items }, index) => element !== qr && items.some((item) => touches(item, square, index > at)))
  if (covered) findings.push({ ...place, why: 'overlapsQr', params: {} })
  return findings
}

/** Words that touch it are lost below it and spoil it above; artwork only spoils it above. */
function touches(item: DisplayItem, square: Box, above: boolean): boolean {
  if (item.kind !== 'text' && !above) return false
  const box = itemBox(item)
  return (item.copies ?? [[1, 0, 0, 1, 0, 0]]).some((matrix) => {
    const found = turnedBounds(box, matrix)
    const apart = found.x > square.x + square.width - hair || found.x + found.width < square.x + hair || found.y > square.y + square.height - hair || found.y + found.height < square.y + hair
    if (apart) return false
    // A frame around it, with nothing inside, does not touch it.
    const around = found.x <= square.x && found.y <= square.y && found.x + found.width >= square.x + square.width && found.y + found.height >= square.y + square.height
    return !(item.kind === 'path' && item.fill === null && around)
  })
}

function itemBox(item: DisplayItem): Box {
  if (item.kind === 'text') return { x: item.x, y: item.y - item.size * 0.75, width: item.width, height: item.size * 0.95 }
  if (item.kind === 'image') return item.clip ?? item
  const xs: number[] = []
  const ys: number[] = []
  for (const { points } of stepsOf(item.path)) for (const [at, value] of points.entries()) (at % 2 === 0 ? xs : ys).push(value)
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  return { x: least(xs), y: least(ys), width: most(xs) - least(xs), height: most(ys) - least(ys) }
}
