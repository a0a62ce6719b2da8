import { layWord } from './pdf-faces.ts'
import type { Run } from './pdf-faces.ts'
import type { FaceName } from './fonts.ts'

/** A stretch of text in one face, as a paragraph is given. */
export interface Span {
  readonly text: string
  readonly face: FaceName
}

/** A stretch of a line; `x` from the line's left end, points. */
export interface Piece {
  readonly runs: readonly Run[]
  readonly face: FaceName
  readonly x: number
}

export interface Line {
  readonly pieces: readonly Piece[]
  /** Points. */
  readonly width: number
}

export interface Paragraph {
  readonly lines: readonly Line[]
  /** Points. */
  readonly size: number
}

/** Runs of a text, word by word with its space, so that words already laid out are found again. */
export function layText(face: FaceName, text: string): Run[] {
  const runs: Run[] = []
  let start = 0
  for (let space = text.indexOf(' '); space !== -1; space = text.indexOf(' ', start)) {
    runs.push(layWord(face, text.slice(start, space + 1)))
    start = space + 1
  }
  if (start < text.length) runs.push(layWord(face, text.slice(start)))
  return runs
}

/** Width in points at that size, `spacing` points added after each letter but the last. */
export function widthOf(runs: readonly Run[], size: number, spacing = 0): number {
  let width = 0
  let count = 0
  for (const run of runs) {
    width += run.width
    count += run.count
  }
  return (width * size) / 1000 + Math.max(0, count - 1) * spacing
}

export function textWidth(face: FaceName, text: string, size: number, spacing = 0): number {
  return widthOf(layText(face, text), size, spacing)
}

/** What may not be parted: pieces without a space between them, and the space after. */
interface Word {
  readonly pieces: readonly { readonly text: string; readonly face: FaceName; readonly run: Run; readonly width: number }[]
  /** Thousandths of an em. */
  readonly width: number
  readonly space: number
  readonly spaceFace: FaceName
}

/**
 * Breaks a paragraph into as few lines as fit, then evens them out, so that no line hangs alone (or leaves them full).
 * A word wider than the line stands alone on its line: callers choose a size at which it fits.
 */
export function breakLines(spans: readonly Span[], size: number, width: number, raggedness: 'even' | 'full' = 'even'): Line[] {
  const words = wordsOf(spans)
  const limit = (width * 1000) / size
  const count = greedy(words, limit).length
  let low = Math.max(limit / count / 2, ...words.map((word) => word.width))
  let high = limit
  if (count > 1 && raggedness === 'even') {
    for (let turn = 0; turn < 9 && low < high; turn += 1) {
      const middle = (low + high) / 2
      if (greedy(words, middle).length > count) low = middle
      else high = middle
    }
  }
  return greedy(words, high).map((line) => placed(line, size))
}

/**
 * The largest size between `max` and `min` at which the paragraph fits the box; below `min` only if it must, never cut.
 * `leading` is the line's height as a multiple of the size; all lengths in points.
 */
export function fitParagraph(
  spans: readonly Span[],
  box: { readonly width: number; readonly height: number; readonly max: number; readonly min: number; readonly leading: number },
): Paragraph {
  const widest = Math.max(1, ...wordsOf(spans).map((word) => word.width))
  for (let size = box.max; ; size -= size > box.min ? 0.25 : size * 0.04) {
    if ((widest * size) / 1000 <= box.width || size < 1) {
      const lines = breakLines(spans, size, box.width)
      if (lines.length * size * box.leading <= box.height || size < 1) return { lines, size }
    }
  }
}

/**
 * A name as the hero of its page: one line at `size`, shrunk to 60 % at most; then two lines; never cut.
 * Lengths in points.
 */
export function fitName(face: FaceName, name: string, size: number, width: number): Paragraph {
  const runs = layText(face, name)
  const natural = widthOf(runs, size)
  const one = Math.min(size, (size * width) / natural)
  if (one >= size * 0.6) return { lines: [{ pieces: [{ runs, face, x: 0 }], width: widthOf(runs, one) }], size: one }
  return fitParagraph([{ text: name, face }], { width, height: size * 1.75, max: size * 0.72, min: size * 0.6, leading: 1.2 })
}

function wordsOf(spans: readonly Span[]): Word[] {
  const words: Word[] = []
  let pieces: Word['pieces'][number][] = []
  let space = 0
  let spaceFace: FaceName = spans[0]?.face ?? 'serif'
  const close = () => {
    if (pieces.length > 0) words.push({ pieces, width: pieces.reduce((sum, piece) => sum + piece.width, 0), space, spaceFace })
    pieces = []
    space = 0
  }
  for (const { text, face } of spans) {
    for (const part of text.split(/( +)/)) {
      if (part === '') continue
      if (part.startsWith(' ')) {
        space = layWord(face, ' ').width
        spaceFace = face
        close()
      } else {
        const run = layWord(face, part)
        pieces.push({ text: part, face, run, width: run.width })
      }
    }
  }
  close()
  return words
}

function greedy(words: readonly Word[], limit: number): Word[][] {
  const lines: Word[][] = []
  let line: Word[] = []
  let width = 0
  for (const word of words) {
    const gap = line.at(-1)?.space ?? 0
    if (line.length > 0 && width + gap + word.width > limit + 0.001) {
      lines.push(line)
      line = [word]
      width = word.width
    } else {
      width += gap + word.width
      line.push(word)
    }
  }
  if (line.length > 0) lines.push(line)
  return lines
}

function placed(words: readonly Word[], size: number): Line {
  const pieces: { runs: Run[]; face: FaceName; x: number }[] = []
  let x = 0
  const add = (face: FaceName, run: Run, width: number) => {
    const last = pieces.at(-1)
    if (last !== undefined && last.face === face) last.runs.push(run)
    else pieces.push({ runs: [run], face, x: (x * size) / 1000 })
    x += width
  }
  for (const [index, word] of words.entries()) {
    for (const piece of word.pieces) add(piece.face, piece.run, piece.width)
    if (index < words.length - 1 && word.space > 0) add(word.spaceFace, layWord(word.spaceFace, ' '), word.space)
  }
  return { pieces, width: (x * size) / 1000 }
}
