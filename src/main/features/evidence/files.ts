import { readFile, stat } from 'node:fs/promises'
import type { Language, MessageKey, ParamsOf } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { readImageFacts } from '../../documents/image-facts.ts'
import { ScanFailure } from '../../intake/scan-failure.ts'
import type { ScanType } from '../../intake/scan.ts'
import type { FileToKeep } from './records.ts'

/** Bytes that one file may have: it lives inside the database from then on. */
const limitBytes = 64 * 1024 * 1024
/** Pixels of a photograph, both sides multiplied. */
const limitPixels = 60_000_000
/** Pages that one file may have. */
export const mostPages = 200

/** Why a file was not taken, as a sentence in the reader's language. */
export class FileRefused extends Error {
  readonly say: (language: Language) => string

  constructor(sentence: (language: Language) => string) {
    super(sentence('en'))
    this.name = 'FileRefused'
    this.say = sentence
  }
}

function refused<K extends MessageKey>(key: K, ...params: ParamsOf<K>): never {
  throw new FileRefused((language) => say(language, key, ...params))
}

/** A file from outside, read whole and judged by its bytes. Throws `FileRefused` when it is empty, too large, or a picture of too many pixels. */
export async function readAny(path: string, file: FileRef): Promise<FileToKeep> {
  const { size } = await stat(path)
  if (size === 0) refused('evidence.empty')
  const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)
  if (size > limitBytes) refused('evidence.tooLarge', { megabytes: megabytes(size), limit: megabytes(limitBytes) })
  const bytes = new Uint8Array(await readFile(path))
  if (isPdf(bytes)) return { bytes, name: file.name, type: 'pdf' }
  const facts = readImageFacts(bytes)
  if (facts === undefined) return { bytes, name: file.name, type: file.type === 'csv' || file.type === 'xlsx' ? file.type : 'other' }
  if (facts.width * facts.height > limitPixels) refused('evidence.tooManyPixels', { width: facts.width, height: facts.height })
  return { bytes, name: file.name, ...facts }
}

/** The same for what must be pages: anything else is refused too. */
export async function readScan(path: string, file: FileRef): Promise<FileToKeep & { readonly type: ScanType }> {
  const read = await readAny(path, file)
  if (read.type === 'pdf' || read.type === 'jpg' || read.type === 'png') return { ...read, type: read.type }
  const start = Buffer.from(read.bytes.buffer, 0, Math.min(4, read.bytes.length))
  const looksLikePicture = start.equals(Buffer.from([0x89, 0x50, 0x4e, 0x47])) || (start[0] === 0xff && start[1] === 0xd8)
  return refused(looksLikePicture ? 'evidence.damaged' : 'evidence.notReadable')
}

/** What the reader of scans says of a file, as a refusal; anything else is a fault of ours and stays one. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof ScanFailure)) return error
  const { problem, pages } = error
  return new FileRefused((language) => {
    if (problem === 'too-many-pages') return say(language, 'evidence.tooManyPages', { pages, limit: mostPages })
    return say(language, problem === 'password' ? 'evidence.password' : problem === 'too-slow' ? 'evidence.tooSlow' : 'evidence.damaged')
  })
}

/** Some programs write a few bytes before the mark; readers allow a kilobyte (ISO 32000-1, annex H, note 13). */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.length)).includes('%PDF-')
}
