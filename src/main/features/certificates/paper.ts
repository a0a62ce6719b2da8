import type { contract } from '../../../shared/contract/index.ts'
import type { AnyFrozen } from '../../../shared/contract/frozen.ts'
import { safeName } from '../../../shared/domain/file-names.ts'
import { textSortKey } from '../../../shared/domain/names.ts'
import { byText } from '../../../shared/domain/order.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import { missing } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { drawPreview as drawPage, drawPrintFile, drawSeparateFiles } from '../../documents/certificate-batch.ts'
import { zipped } from '../../documents/zip.ts'
import { imagesByHash } from '../assets.ts'
import { nextNumbers } from '../numbering/take.ts'
import { numberIn } from '../numbering/series.ts'
import { codeOfSeal, openSealer } from '../seal/sealer.ts'
import { codeOf } from './issue.ts'
import type { KnownParts } from './kept.ts'
import { keepPapers, keptBytes, keptFiles, notDrawn } from './kept.ts'
import type { KnownLooks } from './look.ts'
import { frozenOf, imageHashes } from './look.ts'
import type { IssueChoice } from './plan.ts'
import { assetHashes, gather, yearOf } from './plan.ts'
import { composePaper, sealFactsOf } from './words.ts'

type DrawInput = ParsedInputOf<typeof contract.certificates.draw>

/** How many frozen records are read at a time: ten thousand need not be in memory. */
const readAhead = 200

/** The page of one person as it would be printed today, with the number that comes next. Nothing is written to the register. */
export async function drawPreview(context: JobContext, choice: IssueChoice, enrolmentId: string): Promise<FileRef> {
  const { read, files, language, now, about } = context
  const sealer = await openSealer(context)
  const { paper, images } = await read(async (db) => {
    const gathered = await gather(db, { ...choice, enrolmentIds: [enrolmentId] }, language)
    const candidate = gathered.people[0] ?? missing('enrolments.missing')
    const year = yearOf(choice)
    const [correlative = 1] = await nextNumbers(db, { series: gathered.series, year, count: 1, device: about.device })
    const number = numberIn(gathered.series, gathered.entity, year, correlative)
    const seal = sealer === null ? null : withoutSignature(sealer.seal(sealFactsOf(gathered, choice, candidate, number), now(), 1))
    const code = seal === null ? codeOf(enrolmentId, number, candidate) : codeOfSeal(seal)
    const { look, own } = composePaper(gathered, choice, candidate, { number, year, correlative, version: 1, code, issuedAt: now(), seal, hashes: await assetHashes(db, gathered) })
    const frozen: AnyFrozen = { format: 2, look, own }
    return { paper: frozen, images: await imagesByHash(db, imageHashes(frozen)) }
  })
  return files.writePassing(`${say(language, 'certificates.previewName')}.pdf`, await drawPage(paper, images))
}

/** A seal as large as it will be that nobody can take for one: what was not issued must not be sealed. */
function withoutSignature(seal: Uint8Array): Uint8Array {
  return seal.fill(0, seal.length - 64)
}

/** The paper of certificates already issued: one file to print from what was frozen, or each one's kept bytes. */
export async function drawPaper(context: JobContext, { ids, as, order }: DrawInput): Promise<FileRef> {
  const { read, files, language, step } = context
  const records = await read((db) => inOrder(db, ids, order))
  const name = say(language, 'certificates.fileName', { n: records.length, place: placeName(records), number: records[0]?.number ?? '' })
  if (as === 'one') return files.write(`${name}.pdf`, printFile(context, records))
  if (as === 'look') return files.writePassing(`${name}.pdf`, await lookAt(context, records))
  await keepPapers(context, records.map((one) => one.id))
  const parts: KnownParts = new Map()
  const separate = (async function* () {
    let done = 0
    for (const chunk of chunksOf(records)) {
      const kept = await read((db) => keptFiles(db, chunk.map((one) => one.id), parts))
      for (const record of chunk) {
        if (done % 20 === 0) await step({ done, total: records.length, note: record.personName })
        yield { name: safeName(`${record.number}${record.version === 1 ? '' : ` v${record.version}`} ${record.personName}.pdf`), bytes: kept.get(record.id) ?? missing('certificates.missing') }
        done += 1
      }
    }
  })()
  if (as === 'separate') return files.writeFolder(name, separate)
  return files.write(`${name}.zip`, zipped(separate, records[0]?.issuedOn ?? context.today()))
}

/** What is kept of one paper; of several, or of one not drawn yet, a file drawn from what was frozen. */
async function lookAt(context: JobContext, records: readonly Record[]): Promise<Uint8Array | AsyncIterable<Uint8Array>> {
  const [first] = records
  const kept = first === undefined || records.length > 1 ? null : await context.read((db) => keptBytes(db, first.id))
  return kept ?? printFile(context, records)
}

async function* printFile(context: JobContext, records: readonly Record[]): AsyncGenerator<Uint8Array> {
  const { read, signal } = context
  const looks: KnownLooks = new Map()
  const images = await read(async (db) => imagesByHash(db, await hashesOf(db, records, looks)))
  const frozen = (async function* () {
    for (const chunk of chunksOf(records)) yield* await read((db) => frozenOf(db, chunk.map((one) => one.id), looks))
  })()
  const told = progressTeller(context, records.length)
  yield* told.while(drawPrintFile(frozen, images, { signal, onProgress: told.note }))
}

/** Draws papers again from what was frozen and compares them with what is kept, byte for byte. */
export async function provePapers(context: JobContext, ids: readonly string[]): Promise<OutputOf<typeof contract.certificates.prove>> {
  const { read, signal, step } = context
  const waiting = await read((db) => notDrawn(db, ids))
  const drawn = [...new Set(ids)].filter((id) => !waiting.includes(id))
  const looks: KnownLooks = new Map()
  const parts: KnownParts = new Map()
  const different: string[] = []
  for (let start = 0; start < drawn.length; start += readAhead) {
    await step({ done: start, total: drawn.length, note: '' })
    const part = drawn.slice(start, start + readAhead)
    const { papers, images, kept } = await read(async (db) => {
      const frozen = await frozenOf(db, part, looks)
      return { papers: frozen, images: await imagesByHash(db, frozen.flatMap(imageHashes)), kept: await keptFiles(db, part, parts) }
    })
    for await (const { index, bytes } of drawSeparateFiles(papers, images, { signal, threads: part.length > 10 ? 2 : 1 })) {
      const id = part[index] ?? ''
      const before = kept.get(id)
      if (before === undefined || Buffer.compare(before, bytes) !== 0) different.push(id)
    }
  }
  return { same: drawn.length - different.length, different, notDrawn: waiting }
}

interface Record {
  readonly id: string
  readonly number: string
  readonly personName: string
  readonly issuedOn: string
  readonly cohortName: string
  readonly version: number
}

/** The records in the order of the paper: by surname, by the organisation they came from, or as they stand in the register. */
export async function inOrder(db: Reader, ids: readonly string[], order: DrawInput['order']): Promise<Record[]> {
  const found: (Record & { sortKey: string; organisationName: string | null; correlative: number; year: number })[] = []
  for (const chunk of inChunks([...new Set(ids)], 1)) {
    const rows = await db
      .selectFrom('certificates')
      .innerJoin('cohorts', 'cohorts.id', 'certificates.cohortId')
      .innerJoin('enrolments', 'enrolments.id', 'certificates.enrolmentId')
      .leftJoin('posts', 'posts.id', 'enrolments.postId')
      .leftJoin('organisations', 'organisations.id', 'posts.organisationId')
      .select(['certificates.id', 'certificates.number', 'certificates.personName', 'certificates.issuedOn', 'certificates.version', 'cohorts.name as cohortName'])
      .select(['certificates.sortKey', 'organisations.name as organisationName', 'certificates.correlative', 'certificates.year'])
      .where('certificates.id', 'in', chunk)
      .orderBy('certificates.id')
      .execute()
    found.push(...rows)
  }
  if (found.length < new Set(ids).size) missing('certificates.missing')
  const bySurname = (one: (typeof found)[number], other: (typeof found)[number]): number => byText(one.sortKey, other.sortKey) || byText(one.id, other.id)
  const organisation = (one: (typeof found)[number]): string => textSortKey(one.organisationName ?? '~')
  return found.toSorted((one, other) => {
    if (order === 'number') return one.year - other.year || one.correlative - other.correlative || one.version - other.version || byText(one.id, other.id)
    return (order === 'organisation' ? byText(organisation(one), organisation(other)) : 0) || bySurname(one, other)
  })
}

function* chunksOf(records: readonly Record[]): Generator<readonly Record[]> {
  for (let start = 0; start < records.length; start += readAhead) yield records.slice(start, start + readAhead)
}

/** Every image that the papers of the batch show. */
async function hashesOf(db: Reader, records: readonly Record[], looks: KnownLooks): Promise<ReadonlySet<string>> {
  const hashes = new Set<string>()
  for (const chunk of chunksOf(records)) {
    for (const frozen of await frozenOf(db, chunk.map((one) => one.id), looks)) for (const hash of imageHashes(frozen)) hashes.add(hash)
  }
  return hashes
}

/** The group's name when all are of one. */
function placeName(records: readonly Record[]): string {
  const names = new Set(records.map((one) => one.cohortName))
  return names.size === 1 ? (records[0]?.cohortName ?? '') : ''
}

/** Carries a count that arrives between chunks to the person, at each chunk. */
function progressTeller({ step }: JobContext, total: number) {
  let done = 0
  return {
    note: (count: number): void => {
      done = count
    },
    async *while(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        await step({ done, total, note: '' })
        yield chunk
      }
    },
  }
}
