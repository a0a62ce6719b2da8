import { deflateSync } from 'node:zlib'
import type { Font, Glyph } from 'fontkit'
import { parsedFont } from './fonts.ts'
import type { FaceName } from './fonts.ts'

/**
 * Letters that every embedded face carries, whether the page needs them or not: ASCII, the signs of Spanish,
 * and the test set of PERU.md G.2. One fixed subset a face (some 10 KB) is what makes paper quick (it is cut and
 * deflated once per thread, not per file) and the same bytes whether a page is drawn alone or among thousands.
 */
const repertoire =
  Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('') +
  '¡¿ªº°«»·–—…“”‘’ÁÃÄÉËÍÏÑÓÕÚÜáãäéëíïñóõúüĀāČčĒēĨĩĪīŌōŨũŪūƗǪǫɄɨʉʔʼẼẽ' +
  '\u0301\u0302\u0303\u0304\u0308\u030c\u0328\u0331'

/** Pairs that faces draw as one glyph. */
const ligatures = 'fi fl ff ffi ffl fj fí ft tt Th'

/** One stretch of glyphs at the same height above the baseline. */
export interface Segment {
  /** Inside of a TJ array: glyph codes and kerning. */
  readonly items: string
  /** Height above the baseline, thousandths of an em. */
  readonly rise: number
}

/** A text laid out in a face, of any size: lengths are thousandths of an em. */
export interface Run {
  readonly segments: readonly Segment[]
  readonly width: number
  /** How many glyphs advance: letter spacing adds itself that many times. */
  readonly count: number
  /** Glyphs outside the fixed subset, which the document must add; almost always none. */
  readonly extras: readonly Glyph[]
  /** The text itself as UTF-16 in hexadecimal where marks stand over letters: readers would part them by their place. */
  readonly actual: string | null
}

/** A face as a document embeds it: streams deflated, dictionaries as plain values. */
export interface CutFace {
  readonly postscriptName: string
  readonly fontFile: Uint8Array
  readonly fontFileLength: number
  readonly cidToGid: Uint8Array
  readonly toUnicode: Uint8Array
  /** The W array as PDF writes it: first code, then its widths, for each unbroken stretch of codes. */
  readonly widths: string
  readonly descriptor: {
    readonly bbox: readonly number[]
    readonly italicAngle: number
    readonly ascent: number
    readonly descent: number
    readonly capHeight: number
  }
}

interface Face {
  readonly font: Font
  readonly scale: number
  readonly base: ReadonlyMap<number, Glyph>
  readonly words: Map<string, Run>
  cut: CutFace | null
}

/** Words kept laid out per face; names repeat their words, so few batches ever reach it. */
const wordLimit = 30_000
const faces = new Map<FaceName, Face>()

/** A word (or a stretch without need of breaking) as glyphs. Laid out once per thread. */
export function layWord(name: FaceName, word: string): Run {
  const face = faceOf(name)
  const known = face.words.get(word)
  if (known !== undefined) return known
  const run = lay(face, word)
  if (face.words.size >= wordLimit) face.words.clear()
  face.words.set(word, run)
  return run
}

/** The face cut down to its fixed subset and these further glyphs. Without them, cut once per thread. */
export function cutFace(name: FaceName, extras: readonly Glyph[]): CutFace {
  const face = faceOf(name)
  if (extras.length > 0) return cut(face, [...face.base.values(), ...extras])
  face.cut ??= cut(face, [...face.base.values()])
  return face.cut
}

function faceOf(name: FaceName): Face {
  const known = faces.get(name)
  if (known !== undefined) return known
  const font = parsedFont(name)
  const base = new Map<number, Glyph>()
  for (const letter of repertoire) {
    const glyph = font.glyphForCodePoint(letter.codePointAt(0) ?? 0)
    if (glyph.id !== 0) base.set(glyph.id, glyph)
  }
  for (const glyph of font.layout(ligatures).glyphs) base.set(glyph.id, glyph)
  const face: Face = { font, scale: 1000 / font.unitsPerEm, base, words: new Map(), cut: null }
  faces.set(name, face)
  return face
}

function lay(face: Face, word: string): Run {
  const { scale } = face
  // A no-break space looks like a space; a soft hyphen like nothing.
  const text = word.normalize('NFC').replaceAll('\u00a0', ' ').replaceAll('\u00ad', '')
  const { glyphs, positions } = face.font.layout(text)
  const segments: { items: string; rise: number }[] = []
  const extras: Glyph[] = []
  let current = { items: '', rise: 0 }
  let codes = ''
  let pending = 0
  let width = 0
  let count = 0
  const flush = () => {
    if (codes !== '') current.items += `<${codes}>`
    codes = ''
  }
  for (const [index, glyph] of glyphs.entries()) {
    const position = positions[index]
    if (position === undefined) continue
    if (glyph.id !== 0 && !face.base.has(glyph.id)) extras.push(glyph)
    const rise = Math.round(position.yOffset * scale)
    if (rise !== current.rise) {
      flush()
      if (current.items !== '') segments.push(current)
      current = { items: '', rise }
    }
    const shift = pending - Math.round(position.xOffset * scale)
    if (shift !== 0) {
      flush()
      current.items += ` ${shift} `
    }
    codes += hex(glyph.id)
    // What the reader advances by itself is the W entry; the rest is written before the next glyph.
    pending = Math.round(position.xOffset * scale) - Math.round(position.xAdvance * scale) + Math.round(glyph.advanceWidth * scale)
    width += Math.round(position.xAdvance * scale)
    count += 1
  }
  flush()
  if (pending !== 0) current.items += ` ${pending} `
  if (current.items !== '') segments.push(current)
  return { segments, width, count, extras, actual: /\p{M}/u.test(text) ? utf16(text) : null }
}

/** Codes on the page are the face's own glyph ids; a map beside the font file leads them to the subset's. */
function cut(face: Face, glyphs: readonly Glyph[]): CutFace {
  const { font, scale } = face
  const sorted = [...new Map(glyphs.map((glyph) => [glyph.id, glyph])).values()].sort((a, b) => a.id - b.id)
  const subset = font.createSubset()
  const last = sorted.at(-1)?.id ?? 0
  const map = new Uint8Array(2 * (last + 1))
  const widths: (number | number[])[] = [0, [Math.round(font.getGlyph(0).advanceWidth * scale)]]
  let previous = 0
  for (const glyph of sorted) {
    const cut = subset.includeGlyph(glyph.id)
    map[2 * glyph.id] = cut >> 8
    map[2 * glyph.id + 1] = cut & 255
    const width = Math.round(glyph.advanceWidth * scale)
    const stretch = widths.at(-1)
    if (glyph.id === previous + 1 && Array.isArray(stretch)) stretch.push(width)
    else widths.push(glyph.id, [width])
    previous = glyph.id
  }
  const bytes = subset.encode()
  const { bbox } = font
  return {
    postscriptName: font.postscriptName,
    fontFile: deflateSync(bytes, { level: 9 }),
    fontFileLength: bytes.length,
    cidToGid: deflateSync(map, { level: 9 }),
    toUnicode: deflateSync(Buffer.from(toUnicode(sorted), 'latin1'), { level: 9 }),
    widths: `[${widths.map((entry) => (typeof entry === 'number' ? entry : `[${entry.join(' ')}]`)).join(' ')}]`,
    descriptor: {
      bbox: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map((value) => Math.round(value * scale)),
      italicAngle: font.italicAngle,
      ascent: Math.round(font.ascent * scale),
      descent: Math.round(font.descent * scale),
      capHeight: Math.round((font.capHeight || font.ascent) * scale),
    },
  }
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0')
}

/** UTF-16, big end first, in hexadecimal. */
export function utf16(text: string): string {
  return text
    .split('')
    .map((unit) => hex(unit.charCodeAt(0)))
    .join('')
}

/** The CMap that leads glyph codes back to letters, for search and copy (ISO 32000-1, 9.10.3). */
function toUnicode(glyphs: readonly Glyph[]): string {
  const named = glyphs.filter((glyph) => glyph.codePoints.length > 0)
  const lines = named.map((glyph) => `<${hex(glyph.id)}> <${utf16(String.fromCodePoint(...glyph.codePoints))}>`)
  const blocks: string[] = []
  for (let i = 0; i < lines.length; i += 100) {
    const block = lines.slice(i, i + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}
