import { utf16Of } from '../kind-of-file.ts'
import { BYTE_ENCODINGS, decodeBytes, type ByteEncoding } from './byte-encodings.ts'

export interface DecodedText {
  readonly text: string
  /** `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, `cp850`, `macintosh`, or `mixed`. */
  readonly encoding: string
  /** What else it could be read as, this one first. */
  readonly alternatives: string[]
  /** Lines of the file, from 1, that are not in the encoding of the rest; with theirs. */
  readonly strangers: ReadonlyMap<number, string>
}

const UTF8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The text of a file, in the encoding asked for or in the likeliest: its mark, the pattern of its NULs, strict UTF-8,
 * else the one-byte encoding under which it looks most like Spanish. A file pasted together from two is read line by line.
 */
export function decodeText(bytes: Buffer, asked: string | undefined): DecodedText {
  const utf16 = utf16Of(bytes)
  if (asked !== undefined && asked !== 'mixed') {
    return decodedAs(bytes, asked, [...new Set([asked, ...decodeText(bytes, undefined).alternatives])])
  }
  if (utf16 !== null) return decodedAs(bytes, utf16, [utf16])
  const strict = asUtf8(bytes)
  if (strict !== null && asked === undefined) {
    return { text: strict, encoding: 'utf-8', alternatives: ['utf-8', ...ranked(bytes).map((entry) => entry.encoding)], strangers: new Map() }
  }
  return lineByLine(bytes)
}

function decodedAs(bytes: Buffer, encoding: string, alternatives: string[]): DecodedText {
  const text = isByteEncoding(encoding) ? decodeBytes(bytes, encoding) : new TextDecoder(labelOf(encoding)).decode(bytes)
  return { text, encoding, alternatives, strangers: new Map() }
}

/** Whatever was asked for that nobody knows is read as UTF-8, where wrong bytes show. */
function labelOf(encoding: string): string {
  return ['utf-16le', 'utf-16be'].includes(encoding) ? encoding : 'utf-8'
}

function isByteEncoding(encoding: string): encoding is ByteEncoding {
  return (BYTE_ENCODINGS as readonly string[]).includes(encoding)
}

function asUtf8(bytes: Buffer): string | null {
  try {
    return UTF8.decode(bytes)
  } catch {
    return null
  }
}

/** Each line in UTF-8 where it is strictly that, else in the byte encoding that suits the whole; a line that clearly suits another, in that. */
function lineByLine(bytes: Buffer): DecodedText {
  const lines = linesOf(bytes).map((line) => ({ line, utf8: asUtf8(line), plain: !line.some((byte) => byte > 127) }))
  const order = ranked(Buffer.concat(lines.filter(({ utf8 }) => utf8 === null).map(({ line }) => line)))
  const usual = order[0]?.encoding ?? 'windows-1252'
  const tally = new Map<string, number[]>()
  const texts = lines.map(({ line, utf8, plain }, index) => {
    if (plain) return line.toString('latin1')
    const encoding = utf8 === null ? encodingOfLine(line, usual) : 'utf-8'
    tally.set(encoding, [...(tally.get(encoding) ?? []), index + 1])
    return utf8 ?? decodeBytes(line, encoding as ByteEncoding)
  })
  const bySize = [...tally].toSorted(([, a], [, b]) => b.length - a.length)
  const mixed = bySize.length > 1
  const strangers = new Map(bySize.slice(1).flatMap(([encoding, at]) => at.map((line) => [line, encoding] as const)))
  const encoding = mixed ? 'mixed' : (bySize[0]?.[0] ?? 'utf-8')
  const alternatives = [...new Set([encoding, ...order.map((entry) => entry.encoding), 'utf-8'])]
  return { text: texts.join(''), encoding, alternatives, strangers }
}

function encodingOfLine(line: Buffer, usual: ByteEncoding): ByteEncoding {
  const [best] = ranked(line)
  if (best === undefined || best.encoding === usual) return usual
  // One strange word is no proof: the line must look wrong in the usual one, and right in the other.
  return best.score > 0 && scoreOf(decodeBytes(line, usual)) < 0 ? best.encoding : usual
}

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = []
  let from = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
    lines.push(bytes.subarray(from, at + 1))
    from = at + 1
  }
  lines.push(bytes.subarray(from))
  return lines
}

/** The byte encodings, the most Spanish first. Judged on half a megabyte: more does not change the answer. */
function ranked(bytes: Buffer): { readonly encoding: ByteEncoding; readonly score: number }[] {
  const sample = bytes.subarray(0, 512 * 1024)
  return BYTE_ENCODINGS.map((encoding) => ({ encoding, score: scoreOf(decodeBytes(sample, encoding)) })).toSorted(
    (a, b) => b.score - a.score,
  )
}

const LOWER = /[a-záéíóúñü]/
const UPPER = /[A-ZÁÉÍÓÚÑÜ]/

/**
 * How much the letters beyond ASCII look like Spanish: á é í ó ú ñ ü where letters stand around them, in the case of
 * their neighbours ("JosÚ" and "NUñEZ" are another encoding's doing); signs of ordinal and question may stand anywhere;
 * boxes, controls and letters of other tongues count against.
 */
function scoreOf(text: string): number {
  let score = 0
  for (const match of text.matchAll(/[\u0080-\uffff]/g)) {
    const before = text[match.index - 1] ?? ' '
    const after = text[match.index + 1] ?? ' '
    score += scoreOfLetter(match[0], before, after)
  }
  return score
}

function scoreOfLetter(letter: string, before: string, after: string): number {
  if (/[áéíóúñü]/.test(letter)) return UPPER.test(after) || (UPPER.test(before) && !LOWER.test(after)) ? -2 : 3
  if (/[ÁÉÍÓÚÑÜ]/.test(letter)) return LOWER.test(before) ? -3 : 3
  const within = /\w/.test(before) && /\w/.test(after)
  if (/[°º]/.test(letter)) return within ? 0 : 2
  if (/[ª¿¡«»–—‘“”…·’´\u00a0]/.test(letter)) return within && letter !== '’' && letter !== '\u00a0' ? -2 : 1
  if (/[àèìòùâêîôûäëïöçãõÀÈÌÒÙÂÊÎÔÛÄËÏÖÇÃÕ]/.test(letter)) return -1
  return -3
}
