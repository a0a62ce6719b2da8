import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { contract } from '../../../shared/contract/index.ts'
import { safeName } from '../../../shared/domain/file-names.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import type { Reader } from '../../db/doors.ts'
import type { SignedWhy } from '../../intake/pdf-signature.ts'
import { openSignatureReader } from '../../intake/pdf-signature.ts'
import { stateOfRow } from '../certificates/state.ts'

type Row = OutputOf<typeof contract.signedFiles.read>['rows'][number]
export interface Judged extends Row {
  /** Of the whole file: what is kept later must be what was judged. */
  readonly sha256: string
  /** The signing that it takes the place of: the same file with a signature less. */
  readonly extends: string | null
}

/** A signed paper has some signatures more than the paper; a file of this size is none. */
const limitBytes = 30 * 1024 * 1024
/** How many ends a file may have that are looked at: one more for each signature. */
const mostEnds = 60

/** Judges each file: which paper it begins with, and whether signatures are all that follows. Gives them in the order given. */
export async function judgeFiles(context: JobContext, given: readonly FileRef[]): Promise<Judged[]> {
  const { read, files, step, signal, language } = context
  const reader = openSignatureReader(signal)
  const names = await read(exportedNames)
  const judged: Judged[] = []
  const seen = new Set<string>()
  try {
    for (const [at, file] of given.entries()) {
      await step({ done: at, total: given.length, note: file.name })
      const facts = await readFacts(files.path(file))
      const one = await judge({ file, facts, names, language, read, ask: (bytes, length) => reader.judge(bytes, length) })
      const isTwice = one.verdict === 'fits' && seen.has(one.certificateId ?? '')
      if (one.verdict === 'fits') seen.add(one.certificateId ?? '')
      judged.push(isTwice ? { ...one, verdict: 'already', reason: say(language, 'signed.twice') } : one)
    }
    await step({ done: given.length, total: given.length, note: '' })
    return judged
  } finally {
    await reader.close()
  }
}

interface Facts {
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly size: number
}

async function readFacts(path: string): Promise<Facts> {
  const { size } = await stat(path)
  if (size > limitBytes) return { bytes: new Uint8Array(), sha256: '', size }
  const bytes = new Uint8Array(await readFile(path))
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), size }
}

interface ToJudge {
  readonly file: FileRef
  readonly facts: Facts
  readonly names: ReadonlyMap<string, string>
  readonly language: Language
  readonly read: JobContext['read']
  readonly ask: (bytes: Uint8Array, keptLength: number) => ReturnType<ReturnType<typeof openSignatureReader>['judge']>
}

async function judge({ file, facts, names, language, read, ask }: ToJudge): Promise<Judged> {
  const { bytes, sha256, size } = facts
  const nothing = { file, name: file.name, certificateId: null, number: null, personName: null, signatures: [], sha256, extends: null }
  if (size > limitBytes) return { ...nothing, verdict: 'unreadable', reason: say(language, 'signed.tooLarge', { megabytes: Math.ceil(size / 1024 / 1024), limit: limitBytes / 1024 / 1024 }) }
  if (!Buffer.from(bytes.subarray(0, 8)).toString('latin1').startsWith('%PDF-')) return { ...nothing, verdict: 'unreadable', reason: say(language, size === 0 ? 'signed.empty' : 'signed.notPdf') }
  const paper = await read((db) => paperIn(db, bytes))
  if (paper === null) {
    const named = namedBy(file.name, names)
    const about = named === null ? null : await read((db) => certificateFacts(db, named))
    if (about === null) return { ...nothing, verdict: 'unknown', reason: say(language, 'signed.unknown') }
    return { ...nothing, ...about, verdict: 'changed', reason: say(language, 'signed.changedBefore', { number: about.number }) }
  }
  const { keptLength, state, kept, ...about } = paper
  const known = { ...nothing, ...about }
  if (state !== 'valid') return { ...known, verdict: 'outOfForce', reason: say(language, 'signed.outOfForce', { number: about.number, state }) }
  const { why, signatures } = await ask(bytes, keptLength)
  const told = { ...known, signatures: [...signatures] }
  if (why !== 'fits') return { ...told, verdict: why === 'unsigned' || why === 'unreadable' ? why : 'changed', reason: reasonOf(why, language) }
  if (kept !== null) {
    const isMore = bytes.length > kept.bytes.length && Buffer.from(bytes.buffer, bytes.byteOffset, kept.bytes.length).equals(kept.bytes)
    if (!isMore) return { ...told, verdict: 'already', reason: say(language, 'signed.already', { number: about.number }) }
    return { ...told, extends: kept.id, verdict: 'fits', reason: say(language, 'signed.fitsMore', { n: signatures.length }) }
  }
  return { ...told, verdict: 'fits', reason: fittingWords(told, file.name, names, language) }
}

function fittingWords({ signatures, certificateId }: Pick<Judged, 'signatures' | 'certificateId'>, name: string, names: ReadonlyMap<string, string>, language: Language): string {
  const named = namedBy(name, names)
  const other = named !== null && named !== certificateId ? ` ${say(language, 'signed.otherName')}` : ''
  const expired = signatures.some((one) => !one.isWithinValidity) ? ` ${say(language, 'signed.expired')}` : ''
  return `${say(language, 'signed.fits', { n: signatures.length })}${expired}${other}`
}

function reasonOf(why: Exclude<SignedWhy, 'fits'>, language: Language): string {
  switch (why) {
    case 'unsigned':
      return say(language, 'signed.unsigned')
    case 'unreadable':
      return say(language, 'signed.unreadable')
    case 'range':
      return say(language, 'signed.range')
    case 'signature':
      return say(language, 'signed.signature')
    case 'covers':
      return say(language, 'signed.covers')
    case 'pages':
      return say(language, 'signed.pages')
    default:
      return say(language, 'signed.objects')
  }
}

interface Paper {
  readonly certificateId: string
  readonly number: string
  readonly personName: string
  readonly keptLength: number
  readonly state: 'valid' | 'replaced' | 'annulled'
  /** The signed file kept before, if there is one. */
  readonly kept: { readonly id: string; readonly bytes: Uint8Array } | null
}

/** The paper whose kept bytes begin the file: found by the digest of what stands before each end of file. */
async function paperIn(db: Reader, bytes: Uint8Array): Promise<Paper | null> {
  const lengths = prefixDigests(bytes)
  if (lengths.size === 0) return null
  const row = await db
    .selectFrom('papers')
    .innerJoin('certificates', 'certificates.id', 'papers.certificateId')
    .select(['papers.sha256', 'certificates.id as certificateId', 'certificates.number', 'certificates.personName', stateOfRow().as('state')])
    .where('papers.sha256', 'in', [...lengths.keys()])
    .executeTakeFirst()
  if (row === undefined) return null
  const { sha256, ...about } = row
  const signed = await db
    .selectFrom('signings')
    .innerJoin('assets', 'assets.id', 'signings.assetId')
    .select(['signings.id', 'assets.bytes'])
    .where('signings.certificateId', '=', about.certificateId)
    .where('signings.kind', '=', 'digital')
    .where('signings.removedAt', 'is', null)
    .orderBy('signings.id', 'desc')
    .executeTakeFirst()
  return { ...about, keptLength: lengths.get(sha256) ?? 0, kept: signed ?? null }
}

/** SHA-256 of the file up to each of its ends, and the length of that part. */
function prefixDigests(bytes: Uint8Array): Map<string, number> {
  const found = new Map<string, number>()
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const hash = createHash('sha256')
  let hashed = 0
  for (let at = buffer.indexOf('%%EOF'); at >= 0 && found.size < mostEnds; at = buffer.indexOf('%%EOF', at + 5)) {
    // Whoever wrote it may have ended the line or not.
    for (const end of new Set([at + 5, at + 6, at + 7])) {
      if (end > buffer.length || !/^\s*$/.test(buffer.toString('latin1', at + 5, end))) continue
      hash.update(buffer.subarray(hashed, end))
      hashed = end
      found.set(hash.copy().digest('hex'), end)
    }
  }
  return found
}

/** Names that exported files were given, to whose papers they are: what is no longer the paper is still named as it. */
async function exportedNames(db: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('certificates').select(['id', 'number', 'personName']).orderBy('version').execute()
  return new Map(rows.map((row) => [safeName(`${row.number} ${row.personName}`).toLowerCase(), row.id]))
}

/** Signing programs add something to the name: its beginning is looked for. */
function namedBy(name: string, names: ReadonlyMap<string, string>): string | null {
  const whole = name.normalize('NFC').toLowerCase()
  for (let length = whole.length; length > 3; length -= 1) {
    const id = names.get(whole.slice(0, length))
    if (id !== undefined) return id
  }
  return null
}

async function certificateFacts(db: Reader, id: string): Promise<{ certificateId: string; number: string; personName: string }> {
  return db.selectFrom('certificates').select(['id as certificateId', 'number', 'personName']).where('id', '=', id).executeTakeFirstOrThrow()
}
