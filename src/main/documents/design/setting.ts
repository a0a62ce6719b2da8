import type { TextStyle } from '../../../shared/contract/designs.ts'
import type { Span } from '../../../shared/domain/design/template.ts'
import { covers } from '../fonts.ts'
import type { FaceName } from '../fonts.ts'
import { layText } from '../pdf-text.ts'

// Words set into lines. Lengths in points; sizes and places in hundredths, as they are written into the paper.

/** How a text is to look: its style, with what the element changes of it. */
export type Look = Omit<TextStyle, 'id' | 'name'>

/** A stretch of a line in one face; `x` from the line's left end. */
export interface SetRun {
  readonly text: string
  readonly face: FaceName
  readonly x: number
  readonly width: number
}

export interface SetLine {
  readonly runs: readonly SetRun[]
  readonly width: number
}

export interface SetText {
  readonly lines: readonly SetLine[]
  readonly size: number
  readonly spacing: number
  /** From the top of the first line to the foot of the last. */
  readonly height: number
}

export interface Room {
  readonly width: number
  readonly height: number
}

/** A line's own height as a multiple of its size, and where its baseline lies within. */
export const lineHeight = 1.2
export const baseline = 0.94

const strongFaces: Readonly<Record<FaceName, FaceName>> = {
  sans: 'sansBold', sansItalic: 'sansSemiBold', sansSemiBold: 'sansBold', sansBold: 'sansBold',
  serif: 'serifSemiBold', serifItalic: 'serifSemiBold', serifSemiBold: 'serifBold', serifBold: 'serifBold',
  display: 'displayBold', displayMedium: 'displayBold', displayBold: 'displayBlack', displayBlack: 'displayBlack', symbols: 'symbols',
}

/** The face that strong words have beside this one. */
export function strongFace(face: FaceName): FaceName {
  return strongFaces[face]
}

/** The faces of a whole text: the wanted one when it has every letter, else Noto for all of it, never letter by letter. */
function facesOf(spans: readonly Span[], wanted: FaceName): { readonly plain: FaceName; readonly strong: FaceName } {
  // Line breaks and tabs are not drawn.
  const drawn = spans.map((span) => ({ ...span, text: span.text.replace(/\s+/g, ' ') }))
  for (const plain of [wanted, 'serif', 'sans'] as const) {
    const strong = strongFace(plain)
    if (drawn.every((span) => covers(span.strong ? strong : plain, span.text))) return { plain, strong }
  }
  return { plain: 'symbols', strong: 'symbols' }
}

/** Largest size at which the text fits the room in as many lines as it takes, the look's own or smaller. Never cut. */
export function setShrunk(spans: readonly Span[], look: Look, room: Room): SetText {
  return setIn(paragraphsOf(spans, look), look, room, Number.POSITIVE_INFINITY)
}

/**
 * A name as the hero of its page (PERU.md G.3): one line, shrunk to 60 % of its size at most; then two lines; smaller only
 * if it must. Never cut.
 */
export function setName(spans: readonly Span[], look: Look, room: Room): SetText {
  const paragraphs = paragraphsOf(spans, look)
  const natural = linesOf(paragraphs, look.size, look.spacing, Number.POSITIVE_INFINITY, false)
  const widest = Math.max(0.01, ...natural.map((line) => line.width))
  const one = Math.min(1, room.width / widest, room.height / (lineHeight * look.size))
  if (natural.length <= 1 && one >= 0.6) return setAt(paragraphs, look, floor(look.size * one), Number.POSITIVE_INFINITY)
  return setIn(paragraphs, { ...look, size: look.size * 0.8 }, room, 2)
}

/** The text at the look's size in lines of that width; one that is wider than the line stands alone. */
export function setPlain(spans: readonly Span[], look: Look, width: number): SetText {
  return setAt(paragraphsOf(spans, look), look, floor(look.size), width)
}

function setIn(paragraphs: readonly Paragraph[], look: Look, room: Room, mostLines: number): SetText {
  const fits = (size: number): SetText | null => {
    const spacing = look.spacing * (size / look.size)
    if (widestWord(paragraphs, size, spacing) > room.width + 0.01) return null
    const set = setAt(paragraphs, look, size, room.width)
    return set.height <= room.height + 0.01 && set.lines.length <= mostLines ? set : null
  }
  const whole = fits(floor(look.size))
  if (whole !== null) return whole
  // In steps of 2 %: as fine as an eye can tell, and few to try.
  let low = 0
  let high = 200
  let best: SetText | null = null
  while (low <= high) {
    const step = (low + high) >> 1
    const set = fits(floor(look.size * 0.98 ** (step + 1)))
    if (set === null) low = step + 1
    else {
      best = set
      high = step - 1
    }
  }
  return best ?? setAt(paragraphs, look, Math.max(0.5, floor(look.size * 0.02)), room.width)
}

function setAt(paragraphs: readonly Paragraph[], look: Look, size: number, width: number): SetText {
  const spacing = Math.round(look.spacing * (size / look.size) * 100) / 100
  const lines = linesOf(paragraphs, size, spacing, width, look.align !== 'left')
  return { lines, size, spacing, height: lines.length === 0 ? 0 : size * (lineHeight + (lines.length - 1) * look.leading) }
}

/** Hundredths, downwards: what was found to fit must still fit. */
function floor(value: number): number {
  return Math.max(0.5, Math.floor(value * 100 + 1e-6) / 100)
}

interface Piece {
  readonly text: string
  readonly face: FaceName
  /** Thousandths of an em, and how many glyphs: letter spacing adds itself that many times. */
  readonly em: number
  readonly count: number
}

/** What may not be parted: its pieces, and the space behind it with the piece that the space belongs to. */
interface Word {
  readonly pieces: readonly Piece[]
  /** The same with the space behind. */
  readonly spaced: readonly Piece[]
}

type Paragraph = readonly Word[]

function piece(text: string, face: FaceName): Piece {
  let em = 0
  let count = 0
  for (const run of layText(face, text)) {
    em += run.width
    count += run.count
  }
  return { text, face, em, count }
}

/** What was measured last of each text: the same one is tried in many sizes. */
const measured = new WeakMap<readonly Span[], { readonly face: FaceName; readonly capitals: boolean; readonly paragraphs: Paragraph[] }>()

function paragraphsOf(spans: readonly Span[], look: Look): Paragraph[] {
  const known = measured.get(spans)
  if (known?.face === look.face && known.capitals === look.capitals) return known.paragraphs
  const paragraphs = measure(spans, look)
  measured.set(spans, { face: look.face, capitals: look.capitals, paragraphs })
  return paragraphs
}

function measure(spans: readonly Span[], look: Look): Paragraph[] {
  const shown = look.capitals ? spans.map((span) => ({ ...span, text: span.text.toUpperCase() })) : spans
  const { plain, strong } = facesOf(shown, look.face)
  const paragraphs: Word[][] = [[]]
  let pieces: Piece[] = []
  const close = (spaced: readonly Piece[]) => {
    if (spaced.length > 0) paragraphs.at(-1)?.push({ pieces, spaced })
    pieces = []
  }
  for (const span of shown) {
    const face = span.strong ? strong : plain
    for (const part of span.text.split(/([ \t]+|\r?\n)/)) {
      if (part === '') continue
      if (part.endsWith('\n')) {
        close(pieces)
        paragraphs.push([])
      } else if (part.trim() === '') {
        if (pieces.length === 0) continue
        const last = pieces.at(-1)
        close(last?.face === face ? [...pieces.slice(0, -1), piece(`${last.text} `, face)] : [...pieces, piece(' ', face)])
      } else pieces.push(piece(part, face))
    }
  }
  close(pieces)
  // A line that went with its optional words leaves no gap above or below.
  while (paragraphs[0]?.length === 0) paragraphs.shift()
  while (paragraphs.at(-1)?.length === 0) paragraphs.pop()
  return paragraphs
}

function widthOf(pieces: readonly Piece[], size: number, spacing: number): number {
  let em = 0
  let count = 0
  for (const one of pieces) {
    em += one.em
    count += one.count
  }
  return (em * size) / 1000 + count * spacing
}

function widestWord(paragraphs: readonly Paragraph[], size: number, spacing: number): number {
  let widest = 0
  for (const words of paragraphs) for (const word of words) widest = Math.max(widest, widthOf(word.pieces, size, spacing) - spacing)
  return widest
}

function linesOf(paragraphs: readonly Paragraph[], size: number, spacing: number, width: number, even: boolean): SetLine[] {
  // Nothing at all takes no line; an empty line between others keeps its place.
  if (paragraphs.every((words) => words.length === 0)) return []
  return paragraphs.flatMap((words) => {
    const wide = words.map((word) => ({ own: widthOf(word.pieces, size, spacing) - spacing, spaced: widthOf(word.spaced, size, spacing) }))
    const limit = even ? evenLimit(wide, width) : width
    return greedy(wide, limit).map(([from, to]) => lineOf(words.slice(from, to), size, spacing))
  })
}

type Widths = readonly { readonly own: number; readonly spaced: number }[]

/** From and to of each line. */
function greedy(words: Widths, limit: number): [number, number][] {
  const lines: [number, number][] = []
  let from = 0
  let filled = 0
  for (const [at, word] of words.entries()) {
    if (at > from && filled + word.own > limit + 0.01) {
      lines.push([from, at])
      from = at
      filled = 0
    }
    filled += word.spaced
  }
  lines.push([from, words.length])
  return lines
}

/** The narrowest limit that takes no more lines: centred lines of one weight, and none that hangs alone. */
function evenLimit(words: Widths, width: number): number {
  const count = greedy(words, width).length
  if (count < 2) return width
  let low = Math.max(width / 2, ...words.map((word) => word.own))
  let high = width
  for (let turn = 0; turn < 9 && low < high; turn += 1) {
    const middle = (low + high) / 2
    if (greedy(words, middle).length > count) low = middle
    else high = middle
  }
  return high
}

function lineOf(words: readonly Word[], size: number, spacing: number): SetLine {
  const runs: { text: string; face: FaceName; x: number; width: number }[] = []
  let x = 0
  for (const [at, word] of words.entries()) {
    for (const one of at < words.length - 1 ? word.spaced : word.pieces) {
      const width = (one.em * size) / 1000 + one.count * spacing
      const last = runs.at(-1)
      if (last?.face === one.face) {
        last.text += one.text
        last.width += width
      } else runs.push({ text: one.text, face: one.face, x, width })
      x += width
    }
  }
  return { runs: runs.map((run, at) => (at < runs.length - 1 ? run : { ...run, width: run.width - spacing })), width: Math.max(0, x - spacing) }
}
