import type { contract } from '../../../shared/contract/index.ts'
import type { FrozenCertificate } from '../../../shared/contract/frozen.ts'
import { frozenCertificate } from '../../../shared/contract/frozen.ts'
import { safeName } from '../../../shared/domain/file-names.ts'
import { textSortKey } from '../../../shared/domain/names.ts'
import { byText } from '../../../shared/domain/order.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { ParsedInputOf } from '../../../shared/rpc/define.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import { missing } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { drawPreview as drawPage, drawPrintFile, drawSeparateFiles } from '../../documents/certificate-batch.ts'
import { zipped } from '../../documents/zip.ts'
import { imagesByHash } from '../assets.ts'
import { codeOf } from './issue.ts'
import type { IssueChoice } from './plan.ts'
import { assetHashes, gather } from './plan.ts'
import { composeFrozen } from './words.ts'
import { numberIn } from '../numbering.ts'

type DrawInput = ParsedInputOf<typeof contract.certificates.draw>

/** How many frozen records are read at a time: ten thousand need not be in memory. */
const readAhead = 200

/** The page of one person as it would be printed today, with the number that comes next. Nothing is written to the register. */
export async function drawPreview(context: JobContext, choice: IssueChoice, enrolmentId: string): Promise<FileRef> {
  const { read, files, language, now } = context
  const { frozen, images } = await read(async (db) => {
    const gathered = await gather(db, { ...choice, enrolmentIds: [enrolmentId] }, language)
    const candidate = gathered.people[0] ?? missing('enrolments.missing')
    const number = numberIn(gathered.series, gathered.entity, Number(choice.issuedOn.slice(0, 4)), gathered.last + 1)
    const words = composeFrozen(gathered, choice, candidate, { number, code: codeOf(enrolmentId, number, candidate), issuedAt: now(), hashes: await assetHashes(db, gathered) })
    return { frozen: words, images: await imagesByHash(db, hashesIn(words)) }
  })
  return files.writePassing(`${say(language, 'certificates.previewName')}.pdf`, await drawPage(frozen, images))
}

/** The paper of certificates already issued, from what was frozen: the same bytes every time. */
export async function drawPaper(context: JobContext, { ids, as, order }: DrawInput): Promise<FileRef> {
  const { read, files, language, step, signal } = context
  const records = await read((db) => inOrder(db, ids, order))
  const frozen = (async function* () {
    for (const chunk of chunksOf(records)) yield* await read((db) => frozenOf(db, chunk))
  })()
  const images = await read(async (db) => imagesByHash(db, await hashesOf(db, records)))
  const name = say(language, 'certificates.fileName', { n: records.length, place: placeName(records), number: records[0]?.number ?? '' })
  const told = progressTeller(context, records.length)
  if (as === 'one' || as === 'look') {
    const chunks = told.while(drawPrintFile(frozen, images, { signal, onProgress: told.note }))
    return as === 'one' ? files.write(`${name}.pdf`, chunks) : files.writePassing(`${name}.pdf`, chunks)
  }
  const separate = (async function* () {
    for await (const { index, bytes } of drawSeparateFiles(frozen, images, { signal })) {
      const record = records[index]
      if (record !== undefined) yield { name: safeName(`${record.number} ${record.personName}.pdf`), bytes }
      if (index % 20 === 0) await step({ done: index + 1, total: records.length, note: record?.personName ?? '' })
    }
  })()
  if (as === 'separate') return files.writeFolder(name, separate)
  return files.write(`${name}.zip`, zipped(separate, records[0]?.issuedOn ?? context.today()))
}

interface Record {
  readonly id: string
  readonly number: string
  readonly personName: string
  readonly issuedOn: string
  readonly cohortName: string
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
      .select(['certificates.id', 'certificates.number', 'certificates.personName', 'certificates.issuedOn', 'cohorts.name as cohortName'])
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
    if (order === 'number') return one.year - other.year || one.correlative - other.correlative || byText(one.id, other.id)
    return (order === 'organisation' ? byText(organisation(one), organisation(other)) : 0) || bySurname(one, other)
  })
}

function* chunksOf(records: readonly Record[]): Generator<readonly Record[]> {
  for (let start = 0; start < records.length; start += readAhead) yield records.slice(start, start + readAhead)
}

/** The frozen words of these records, in their order. */
async function frozenOf(db: Reader, records: readonly Record[]): Promise<FrozenCertificate[]> {
  const rows = await db.selectFrom('certificates').select(['id', 'frozen']).where('id', 'in', records.map((one) => one.id)).execute()
  const byId = new Map(rows.map((row) => [row.id, row.frozen]))
  return records.map((one) => readFrozen(byId.get(one.id) ?? missing('certificates.missing')))
}

function readFrozen(words: string): FrozenCertificate {
  return frozenCertificate.parse(JSON.parse(words))
}

/** Every image that the papers of the batch show. */
async function hashesOf(db: Reader, records: readonly Record[]): Promise<ReadonlySet<string>> {
  const hashes = new Set<string>()
  for (const chunk of chunksOf(records)) {
    for (const frozen of await frozenOf(db, chunk)) for (const hash of hashesIn(frozen)) hashes.add(hash)
  }
  return hashes
}

function hashesIn(frozen: FrozenCertificate): string[] {
  return [frozen.artworkHash, ...frozen.logos.map((logo) => logo.assetHash), ...frozen.signatories.map((one) => one.imageHash)].filter((hash) => hash !== null)
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
