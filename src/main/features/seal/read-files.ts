import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { Language, MessageKey, ParamsOf } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { readImageFacts } from '../../documents/image-facts.ts'
import { ScanFailure } from '../../intake/scan-failure.ts'
import type { ScanType, Scanner } from '../../intake/scan.ts'

/** Bytes of one file, pixels of a photograph (both sides multiplied), pages of a PDF. */
const limitBytes = 128 * 1024 * 1024
const limitPixels = 60_000_000
export const mostPages = 3000

/** Why nothing is read from a file, as a sentence. */
export class Unreadable extends Error {
  readonly say: (language: Language) => string

  constructor(sentence: (language: Language) => string) {
    super(sentence('en'))
    this.name = 'Unreadable'
    this.say = sentence
  }
}

function unreadable<K extends MessageKey>(key: K, ...params: ParamsOf<K>): never {
  throw new Unreadable((language) => say(language, key, ...params))
}

export interface ReadFile {
  readonly bytes: Uint8Array
  readonly type: ScanType
  /** Lower-case hexadecimal SHA-256. */
  readonly sha256: string
}

/** A file judged by its bytes, whatever its name says. Throws `Unreadable`. */
export async function readForSeal(path: string, file: FileRef): Promise<ReadFile> {
  const facts = await stat(path)
  if (facts.isDirectory()) unreadable('seal.fileNotReadable')
  if (facts.size === 0) unreadable('seal.fileEmpty')
  if (facts.size > limitBytes) unreadable('seal.fileTooLarge', { megabytes: Math.ceil(facts.size / 1024 / 1024), limit: limitBytes / 1024 / 1024 })
  const bytes = new Uint8Array(await readFile(path))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  // Some programs write a few bytes before the mark; readers allow a kilobyte (ISO 32000-1, annex H, note 13).
  if (Buffer.from(bytes.buffer, 0, Math.min(1024, bytes.length)).includes('%PDF-')) return { bytes, type: 'pdf', sha256 }
  const image = readImageFacts(bytes)
  if (image === undefined) {
    const looksLikePicture = (bytes[0] === 0x89 && bytes[1] === 0x50) || (bytes[0] === 0xff && bytes[1] === 0xd8)
    return unreadable(looksLikePicture ? 'seal.fileDamaged' : /\.(pdf|png|jpe?g)$/i.test(file.name) ? 'seal.fileRenamed' : 'seal.fileNotReadable')
  }
  if (image.width * image.height > limitPixels) unreadable('seal.fileTooManyPixels', { width: image.width, height: image.height })
  return { bytes, type: image.type, sha256 }
}

export interface CodesOfPage {
  /** From 1; null for a picture. */
  readonly page: number | null
  readonly texts: readonly string[]
  /** Why the page could not be looked at. */
  readonly problem: ((language: Language) => string) | null
}

/** Every code of every page, page by page. A page that cannot be read does not keep the others from it. Throws `Unreadable` for the file. */
export async function* codesOfFile(scanner: Scanner, { bytes, type }: ReadFile): AsyncGenerator<CodesOfPage & { readonly pages: number }> {
  const open = async (): Promise<number> => {
    try {
      return (await scanner.open(bytes, type)).pages
    } catch (error) {
      throw asUnreadable(error)
    }
  }
  const pages = await open()
  for (let page = 1; page <= pages; page += 1) {
    const shown = type === 'pdf' ? page : null
    let texts: readonly string[] = []
    let problem: CodesOfPage['problem'] = null
    try {
      texts = [...new Set((await scanner.codes(page, 'seal')).map((code) => code.text))]
    } catch (error) {
      const reason = asUnreadable(error)
      if (!(reason instanceof Unreadable)) throw error
      problem = reason.say
      // The thread may be a new one.
      if (page < pages) await open()
    }
    yield { page: shown, texts, problem, pages }
  }
}

function asUnreadable(error: unknown): unknown {
  if (!(error instanceof ScanFailure)) return error
  const { problem, pages } = error
  return new Unreadable((language) => {
    if (problem === 'too-many-pages') return say(language, 'seal.fileTooManyPages', { pages, limit: mostPages })
    return say(language, problem === 'password' ? 'seal.filePassword' : problem === 'too-slow' ? 'seal.fileTooSlow' : 'seal.fileDamaged')
  })
}
