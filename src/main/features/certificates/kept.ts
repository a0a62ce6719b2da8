import type { AnyFrozen } from '../../../shared/contract/frozen.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { JobContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import type { NewRow } from '../../db/changes.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import { drawSeparateFiles } from '../../documents/certificate-batch.ts'
import { imagesByHash } from '../assets.ts'
import type { KnownLooks } from './look.ts'
import { frozenOf, imageHashes } from './look.ts'
import type { Frame } from './split.ts'
import { packOwn, unpackOwn } from './pack.ts'
import { digest, frameOf, putTogether, readFrame, takeApart, writeFrame } from './split.ts'

/** How many papers are read and drawn at one go: their images are in memory together. */
const readAhead = 400
/** How many are kept in one transaction: a power cut loses no more than that, and they are drawn again. */
const stretch = 100

/** Draws the papers of these certificates that were not drawn yet and keeps their bytes for good. Running it again does what is left. */
export async function keepPapers(context: JobContext, ids: readonly string[]): Promise<void> {
  const { read, write, step, signal, now, language } = context
  const left = await read((db) => notDrawn(db, ids))
  const told = (done: number): Promise<void> => step({ done, total: left.length, note: say(language, 'keptPapers.drawing') })
  const looks: KnownLooks = new Map()
  const frames: KnownFrames = new Map()
  for (let start = 0; start < left.length; start += readAhead) {
    await told(start)
    const part = left.slice(start, start + readAhead)
    const { papers, images } = await read(async (db) => {
      const frozen = await frozenOf(db, part, looks)
      return { papers: frozen, images: await imagesByHash(db, frozen.flatMap(imageHashes)) }
    })
    let waiting: Packed[] = []
    const flush = async (): Promise<void> => {
      const papersToKeep = waiting
      waiting = []
      await write((db) => keep(db, papersToKeep, now()))
    }
    for await (const { index, bytes } of drawSeparateFiles(papers, images, { signal, threads: part.length > 10 ? 2 : 1 })) {
      waiting.push(await packed(read, { certificateId: part[index] ?? '', look: lookKey(papers[index]), bytes }, frames))
      if (waiting.length < stretch) continue
      await flush()
      await told(start + index + 1)
    }
    if (waiting.length > 0) await flush()
  }
  if (left.length > 0) await told(left.length)
}

/** Those of these certificates whose paper is not kept yet, in their order. */
export async function notDrawn(db: Reader, ids: readonly string[]): Promise<string[]> {
  const drawn = new Set<string>()
  for (const chunk of inChunks([...new Set(ids)], 1)) {
    for (const row of await db.selectFrom('papers').select('certificateId').where('certificateId', 'in', chunk).execute()) drawn.add(row.certificateId)
  }
  return [...new Set(ids)].filter((id) => !drawn.has(id))
}

/** The bytes of an issued paper as they were drawn first; null while it was not drawn. Throws `refused` when what is kept is damaged. */
export async function keptBytes(db: Reader, certificateId: string): Promise<Uint8Array | null> {
  return (await keptFiles(db, [certificateId])).get(certificateId) ?? null
}

/** Shared stretches read already, by SHA-256: a batch has few of them. */
export type KnownParts = Map<string, Uint8Array>

/** The same of several papers. Those not drawn are not in the answer. */
export async function keptFiles(db: Reader, certificateIds: readonly string[], parts: KnownParts = new Map()): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const chunk of inChunks([...new Set(certificateIds)], 50)) {
    const rows = await db
      .selectFrom('papers')
      .innerJoin('certificates', 'certificates.id', 'papers.certificateId')
      .select(['papers.certificateId', 'papers.sha256', 'papers.own', 'papers.recipe', 'certificates.number'])
      .where('papers.certificateId', 'in', chunk)
      .execute()
    for (const row of rows) {
      const bytes = await joined(db, row, parts)
      if (bytes === null || digest(bytes) !== row.sha256) refuse('keptPapers.damaged', { number: row.number })
      files.set(row.certificateId, bytes)
    }
  }
  return files
}

/** Null when something of it is missing or cannot be read. */
async function joined(db: Reader, { own, recipe }: { readonly own: Uint8Array; readonly recipe: string }, parts: KnownParts): Promise<Uint8Array | null> {
  try {
    await bring(db, [recipe], parts)
    const bytes = parts.get(recipe)
    if (bytes === undefined) return null
    const frame = readFrame(bytes)
    await bring(db, frame.parts, parts)
    const shared = frame.parts.map((sha) => parts.get(sha))
    return shared.some((one) => one === undefined) ? null : putTogether(unpackOwn(own, frame.skeleton), shared as Uint8Array[])
  } catch {
    // What does not inflate or parse any more is as damaged as what has another hash.
    return null
  }
}

async function bring(db: Reader, hashes: readonly string[], parts: KnownParts): Promise<void> {
  const wanted = [...new Set(hashes)].filter((sha) => !parts.has(sha))
  if (wanted.length === 0) return
  for (const row of await db.selectFrom('paperParts').select(['sha256', 'bytes']).where('sha256', 'in', wanted).execute()) parts.set(row.sha256, row.bytes)
}

interface Drawn {
  readonly certificateId: string
  /** What papers share a skeleton by. */
  readonly look: string
  readonly bytes: Uint8Array
}

/** A paper ready to be kept, and the parts that it needs, by SHA-256. */
interface Packed {
  readonly row: Omit<NewRow<'papers'>, 'drawnAt'>
  readonly parts: ReadonlyMap<string, Uint8Array>
}

/** A frame as it is kept. */
interface KeptFrame {
  readonly sha256: string
  readonly frame: Frame
}

/** Frames by look, as this job knows them; of most looks there is one. */
type KnownFrames = Map<string, readonly KeptFrame[]>

function lookKey(frozen: AnyFrozen | undefined): string {
  return frozen?.format === 2 ? frozen.own.look : ''
}

async function packed(read: JobContext['read'], { certificateId, look, bytes }: Drawn, frames: KnownFrames): Promise<Packed> {
  const apart = takeApart(bytes)
  const known = frames.get(look) ?? (await read((db) => lastFrame(db, certificateId)))
  const fresh = frameOf(apart)
  const found = known.find(({ frame }) => isSame(frame.parts, fresh.parts)) ?? { sha256: digest(writeFrame(fresh)), frame: fresh }
  frames.set(look, known.includes(found) ? known : [...known, found])
  const parts = new Map(apart.shared.map((shared, at) => [fresh.parts[at] ?? '', shared]))
  parts.set(found.sha256, writeFrame(found.frame))
  return { row: { certificateId, sha256: digest(bytes), byteLength: bytes.length, own: packOwn(apart.own, found.frame.skeleton), recipe: found.sha256 }, parts }
}

const isSame = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((sha, at) => sha === other[at])

/** The frame by which the last paper of the same look was kept, so that papers drawn one at a time share it too. */
async function lastFrame(db: Reader, certificateId: string): Promise<KeptFrame[]> {
  const { lookId } = await db.selectFrom('certificates').select('lookId').where('id', '=', certificateId).executeTakeFirstOrThrow()
  const row = await db
    .selectFrom('papers')
    .innerJoin('certificates', 'certificates.id', 'papers.certificateId')
    .innerJoin('paperParts', 'paperParts.sha256', 'papers.recipe')
    .select(['papers.recipe', 'paperParts.bytes'])
    .where('certificates.lookId', lookId === null ? 'is' : '=', lookId)
    .orderBy('papers.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? [] : [{ sha256: row.recipe, frame: readFrame(row.bytes) }]
}

async function keep(db: Writer, papers: readonly Packed[], drawnAt: string): Promise<void> {
  // Another job may have drawn some of them meanwhile: the same bytes.
  const left = new Set(await notDrawn(db, papers.map((one) => one.row.certificateId)))
  const mine = papers.filter((one) => left.has(one.row.certificateId))
  const parts = new Map(mine.flatMap((one) => [...one.parts]))
  for (const chunk of inChunks([...parts.keys()], 1)) for (const row of await db.selectFrom('paperParts').select('sha256').where('sha256', 'in', chunk).execute()) parts.delete(row.sha256)
  await db.add('paperParts', [...parts].map(([sha256, bytes]) => ({ sha256, bytes: new Uint8Array(bytes) })))
  await db.add('papers', mine.map((one) => ({ ...one.row, drawnAt })))
}
