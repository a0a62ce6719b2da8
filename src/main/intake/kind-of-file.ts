import { extname } from 'node:path'
import { failure } from './failures.ts'

/** Names under which a file claims to be a workbook, so that text inside means that somebody renamed it. */
const BOOK_EXTENSIONS = new Set(['.xlsx', '.xlsm', '.xltx', '.xls', '.xlsb'])

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** First bytes of what people drop by mistake. */
const SIGNATURES = [
  ['%PDF', 'pdf'],
  ['{\\rtf', 'word'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['RIFF', 'image'],
  ['BM\x00', 'image'],
  ['Rar!', 'archive'],
  ['7z\xbc\xaf', 'archive'],
  ['\x1f\x8b', 'archive'],
  ['MZ', 'program'],
  ['\x7fELF', 'program'],
] as const

/**
 * What the file is by its bytes, whatever its name says: a zip that may be a workbook, or text.
 * Throws an `IntakeFailure` that names what it is instead.
 */
export function kindOfFile(bytes: Buffer, file: string): 'zip' | 'text' {
  if (bytes.length === 0) throw failure('empty', { file })
  if (file.startsWith('~$')) throw failure('lock-file', { file })
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04')) || bytes.subarray(0, 4).equals(Buffer.from('PK\x05\x06'))) return 'zip'
  if (bytes.subarray(0, 8).equals(OLE)) throw oleFailure(bytes, file)
  const start = bytes.subarray(0, 8).toString('latin1')
  for (const [signature, looksLike] of SIGNATURES) {
    if (start.startsWith(signature)) throw failure('not-a-sheet', { file, looksLike })
  }
  if (isBinary(bytes)) throw failure('not-a-sheet', { file, looksLike: 'unknown' })
  const extension = extname(file).toLowerCase()
  if (/^\s*<(!doctype|html|head|meta|table|\?xml|style|body|div)/i.test(head(bytes))) {
    throw failure('page-as-book', { file, extension })
  }
  if (BOOK_EXTENSIONS.has(extension)) throw failure('text-as-book', { file, extension })
  return 'text'
}

/**
 * An OLE container is an old .xls, or the envelope that Excel puts around an .xlsx with a password ([MS-OFFCRYPTO] 2.3.4.4).
 * Its directory entries are 128 bytes, aligned, and begin with the name in UTF-16 ([MS-CFB] 2.6): finding the name there
 * needs no chain of sectors, so a truncated file tells it too.
 */
function oleFailure(bytes: Buffer, file: string) {
  const holds = (name: string) => {
    const wanted = Buffer.from(`${name}\0`, 'utf16le')
    for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 2)) {
      if (at % 128 === 0) return true
    }
    return false
  }
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) return failure('password', { file })
  if (holds('WordDocument')) return failure('not-a-sheet', { file, looksLike: 'word' })
  if (holds('PowerPoint Document')) return failure('not-a-sheet', { file, looksLike: 'powerpoint' })
  return failure('old-xls', { file })
}

/** NULs, or more control characters than a stray one pasted into a cell; UTF-16 is text although half of it is NUL. */
function isBinary(bytes: Buffer): boolean {
  if (utf16Of(bytes) !== null) return false
  const sample = bytes.subarray(0, 8192)
  if (sample.includes(0)) return true
  const controls = sample.reduce((count, byte) => (byte < 9 || (byte > 13 && byte < 32) ? count + 1 : count), 0)
  return controls > 1 + sample.length / 100
}

/** UTF-16 by its mark, or by NULs that stand on one side only. */
export function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  const half = sample.length / 2
  if (odd > half * 0.4 && even < half * 0.02) return 'utf-16le'
  if (even > half * 0.4 && odd < half * 0.02) return 'utf-16be'
  return null
}

function head(bytes: Buffer): string {
  const utf16 = utf16Of(bytes)
  const sample = bytes.subarray(0, 1024)
  const text = utf16 === null ? sample.toString('latin1') : new TextDecoder(utf16).decode(sample)
  return text.replace(/^(\u00ef\u00bb\u00bf|\ufeff)/, '')
}
