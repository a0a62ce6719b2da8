import type { FaceName } from './fonts.ts'
import { faceFor, parsedFont } from './fonts.ts'

/** Letters past these are rare enough to ask whether the face has them. */
const ORDINARY = /^(?:[\u0000-\u024f\u1ebc\u1ebd\u2010-\u2026]|[\u0300-\u0331])*$/
const widths = new Map<FaceName, Map<string, number>>()

/** The face for a whole cell: the wanted one, unless it lacks a letter of it. */
export function cellFace(text: string, wanted: FaceName): FaceName {
  return ORDINARY.test(text) ? wanted : faceFor(text, wanted)
}

/** In points. Words are measured once a thread: a table repeats them. */
export function textWidth(text: string, face: FaceName, size: number): number {
  let width = 0
  for (const part of text.split(' ')) width += wordWidth(part, face)
  const spaces = text.length === 0 ? 0 : text.split(' ').length - 1
  return (width + spaces * wordWidth(' ', face)) * size
}

/** The lines of a text in that width (points): broken between words, inside a word only where it alone is too wide. */
export function wrapped(text: string, face: FaceName, size: number, width: number): readonly string[] {
  if (textWidth(text, face, size) <= width) return text.includes('\n') ? paragraphs(text, face, size, width) : [text]
  return paragraphs(text, face, size, width)
}

/** The widest word of a text, in points: a column narrower than it must break it. */
export function widestWord(text: string, face: FaceName, size: number): number {
  return text.split(/\s+/).reduce((most, word) => Math.max(most, wordWidth(word, face) * size), 0)
}

function paragraphs(text: string, face: FaceName, size: number, width: number): readonly string[] {
  return text.split(/\r?\n/).flatMap((paragraph) => lines(paragraph, face, size, width))
}

function lines(text: string, face: FaceName, size: number, width: number): readonly string[] {
  const done: string[] = []
  let line = ''
  for (const word of text.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer, face, size) <= width) {
      line = longer
      continue
    }
    if (line !== '') done.push(line)
    const pieces = broken(word, face, size, width)
    done.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return [...done, line]
}

/** A word in pieces that fit, letter by letter with its marks. */
function broken(word: string, face: FaceName, size: number, width: number): readonly string[] {
  if (textWidth(word, face, size) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const { segment } of letters.segment(word)) {
    if (piece !== '' && textWidth(piece + segment, face, size) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += segment
  }
  return [...pieces, piece]
}

const letters = new Intl.Segmenter('es', { granularity: 'grapheme' })

/** In ems. */
function wordWidth(word: string, face: FaceName): number {
  if (word === '') return 0
  let known = widths.get(face)
  if (!known) widths.set(face, (known = new Map()))
  const width = known.get(word)
  if (width !== undefined) return width
  const measured = NUMBER.test(word) ? numberWidth(word, face) : shapedWidth(word, face)
  // A table of names has some ten thousand words; what would grow without end is kept no longer.
  if (known.size > 50_000) known.clear()
  known.set(word, measured)
  return measured
}

/** Numbers hardly repeat, and their figures stand side by side as they are: no need to shape each one. */
const NUMBER = /^[0-9.,/]+$/

function numberWidth(word: string, face: FaceName): number {
  let width = 0
  for (const figure of word) {
    let known = figures.get(face + figure)
    if (known === undefined) figures.set(face + figure, (known = shapedWidth(figure, face)))
    width += known
  }
  return width
}

const figures = new Map<string, number>()

function shapedWidth(word: string, face: FaceName): number {
  const font = parsedFont(face)
  return font.layout(word).advanceWidth / font.unitsPerEm
}
