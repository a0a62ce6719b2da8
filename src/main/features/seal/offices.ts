import { readFile, stat } from 'node:fs/promises'
import { z } from 'zod'
import { limaDay } from '../../core/day.ts'
import type { CommandContext, JobContext } from '../../core/context.ts'
import { missing, refuse } from '../../core/failures.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { readEnvelope } from '../../../shared/domain/seal/cose.ts'
import type { KnownKey, KnownList, ListProblem } from '../../../shared/domain/seal/known.ts'
import { earlier, newestLists } from '../../../shared/domain/seal/known.ts'
import { hexOf } from '../../../shared/domain/seal/fields.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { entityOf } from '../entity/records.ts'
import { asPicture, listOnPicture } from './list-picture.ts'
import type { RootRow, SealKnowledge } from './known.ts'
import { base64Of, bundlesOf, bytesOf, keysOf, knowledgeOf, listOf, ownRoot } from './known.ts'
import { fingerprintOf } from './words.ts'

/** Bytes of an office's file: two hundred keys and their lists are far below. */
const limitBytes = 16 * 1024 * 1024
const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/).max(4_000_000)

const officeFacts = { name: z.string().min(1).max(200), ruc: z.string().regex(/^[1-9][0-9]{10}$/), rootPublicKey: base64.length(44), fingerprint: z.string().max(200), bundles: z.array(base64).max(500), lists: z.array(base64).max(500) }
const officeFile = z.object({ format: z.literal('constancia-oficina'), version: z.number().int(), ...officeFacts })

/** What a verifier is told of one office. docs/sello.md §7 */
export interface OfficeData {
  readonly name: string
  readonly ruc: string
  readonly rootPublicKey: string
  readonly fingerprint: string
  readonly bundles: readonly string[]
  readonly lists: readonly string[]
}

/** An office as the database has it: every bundle, and of each signer its newest list. */
export function officeData(root: RootRow, known: SealKnowledge): OfficeData {
  const lists = known.listRows.filter(({ row, list }) => row.rootId === root.id && known.lists.includes(list))
  return { name: root.name, ruc: root.ruc, rootPublicKey: root.publicKey, fingerprint: root.fingerprint, bundles: known.keyRows.filter((key) => key.rootId === root.id).map((key) => key.bundle), lists: lists.map(({ row }) => row.bytes) }
}

/** The office's own file, for other offices and for its own further computers. */
export async function exportOffice({ read, files, language, now }: JobContext): Promise<FileRef> {
  const { root, data } = await read(async (db) => {
    const own = (await ownRoot(db)) ?? refuse('seal.notPrepared')
    return { root: own, data: officeData(own, await knowledgeOf(db, now())) }
  })
  const json = JSON.stringify({ format: 'constancia-oficina', version: 1, ...data }, null, 1)
  return files.write(`${say(language, 'seal.officeFile', { ruc: root.ruc })} ${limaDay(new Date(now()))} - ${root.name}.json`, new TextEncoder().encode(`${json}\n`))
}

/** A file read and judged, before anything is trusted. */
interface Judged {
  readonly data: OfficeData
  readonly root: Pick<RootRow, 'id' | 'ruc' | 'publicKey'>
  readonly known: RootRow | null
  readonly isOwn: boolean
  readonly keys: readonly KnownKey[]
  readonly lists: readonly { readonly bytes: string; readonly list: KnownList }[]
  readonly problems: readonly string[]
}

export async function readOffice(context: JobContext, file: FileRef): Promise<{ name: string; ruc: string; fingerprint: string; isKnown: boolean; keys: number; listDate: string | null; problems: string[] }> {
  const { data, known, keys, lists, problems } = await judged(context, file)
  const listDate = lists.reduce<string | null>((latest, { list }) => (latest === null || list.issuedAt > latest ? list.issuedAt : latest), null)
  return { name: data.name, ruc: data.ruc, fingerprint: data.fingerprint, isKnown: known !== null, keys: keys.length, listDate, problems: [...problems] }
}

/** Trusts the office's root and takes in what it says; of a known one, what is new. */
export async function trustOffice(context: JobContext, file: FileRef): Promise<{ id: string; act: string }> {
  const office = await judged(context, file)
  if (office.keys.length === 0) refuse('seal.officeWithoutKeys', { name: office.data.name })
  return context.write(async (db) => {
    const id = office.known?.id ?? (await addRoot(db, office, context.now()))
    await takeBundles(db, id, office)
    await takeLists(db, id, office)
    return { id, act: db.act }
  })
}

/** Its seals can no longer be checked here. */
export async function distrustOffice({ db }: CommandContext, rootId: string): Promise<{ id: string; act: string }> {
  const root = await db.selectFrom('sealRoots').select(['id', 'isOwn']).where('id', '=', rootId).where('removedAt', 'is', null).executeTakeFirst()
  if (root === undefined) missing('seal.noSuchOffice')
  if (root.isOwn === 1) refuse('seal.ownOffice')
  for (const table of ['sealKeys', 'sealLists'] as const) {
    const rows = await db.selectFrom(table).select('id').where('rootId', '=', rootId).where('removedAt', 'is', null).execute()
    await db.removeMany(table, rows.map((row) => row.id))
  }
  await db.remove('sealRoots', rootId)
  return { id: rootId, act: db.act }
}

/** An office's file, or a picture of the list that a known office put on its notice board. */
async function judged(context: JobContext, file: FileRef): Promise<Judged> {
  const { read, files, language, now } = context
  const picture = await asPicture(context, file)
  const data = picture === null ? await parsed(files.path(file), file.name) : await listOnPicture(context, file.name, picture)
  return read(async (db) => judge(db, data, { language, now: now() }))
}

async function parsed(path: string, name: string): Promise<OfficeData> {
  if ((await stat(path)).size > limitBytes) refuse('seal.notAnOfficeFile', { name })
  let json: unknown
  try {
    json = JSON.parse(await readFile(path, 'utf8'))
  } catch {
    refuse('seal.notAnOfficeFile', { name })
  }
  const read = officeFile.safeParse(json)
  if (!read.success) refuse('seal.notAnOfficeFile', { name })
  if (read.data.version !== 1) refuse('seal.newerOfficeFile', { name })
  const publicKey = bytesOf(read.data.rootPublicKey)
  if (publicKey.length !== 32) refuse('seal.notAnOfficeFile', { name })
  const fingerprint = fingerprintOf(publicKey)
  if (fingerprint !== read.data.fingerprint.normalize('NFC')) refuse('seal.officeFingerprint', { name })
  return { ...read.data, fingerprint, name: read.data.name.normalize('NFC') }
}

async function judge(db: Reader, data: OfficeData, { language, now }: { readonly language: Language; readonly now: string }): Promise<Judged> {
  const { ruc: ownRuc } = await entityOf(db)
  const known = (await db.selectFrom('sealRoots').selectAll().where('publicKey', '=', data.rootPublicKey).where('removedAt', 'is', null).executeTakeFirst()) ?? null
  if (known !== null && known.ruc !== data.ruc) refuse('seal.rootOfOtherRuc', { name: known.name, ruc: known.ruc })
  const own = await ownRoot(db)
  // A stranger who says to be this very office would be believed about its papers.
  if (known === null && own !== null && data.ruc === ownRuc) refuse('seal.sameRucOtherRoot', { ruc: data.ruc })
  const root = { id: known?.id ?? 'new', ruc: data.ruc, publicKey: data.rootPublicKey }
  const before = known === null ? [] : (await db.selectFrom('sealKeys').select('bundle').where('rootId', '=', known.id).where('removedAt', 'is', null).execute()).map((row) => bytesOf(row.bundle))
  const given = data.bundles.map(bytesOf)
  const good = bundlesOf(root, given).length
  const keys = keysOf(root, [...before, ...given])
  const problems = good === given.length ? [] : [say(language, 'seal.bundlesRefused', { n: given.length - good })]
  const isOwn = known === null && data.ruc === ownRuc
  if (isOwn) problems.push(say(language, 'seal.ownRucNewRoot'))
  const others = await db.selectFrom('sealRoots').select('name').where('ruc', '=', data.ruc).where('publicKey', '!=', data.rootPublicKey).where('removedAt', 'is', null).executeTakeFirst()
  if (others !== undefined) problems.push(say(language, 'seal.otherRootSameRuc', { ruc: data.ruc, name: others.name }))
  const lists = await judgeLists(db, data, keys, { known, problems, language, now })
  return { data, root, known, isOwn, keys, lists, problems }
}

/** Lists that are accepted and not older than what is known; why the others are not goes to `problems`. */
async function judgeLists(db: Reader, data: OfficeData, keys: readonly KnownKey[], to: { known: RootRow | null; problems: string[]; language: Language; now: string }): Promise<Judged['lists']> {
  const held = to.known === null ? [] : await db.selectFrom('sealLists').select(['bytes', 'kid', 'issuedAt']).where('rootId', '=', to.known.id).where('removedAt', 'is', null).execute()
  const accepted: { bytes: string; list: KnownList }[] = []
  for (const bytes of data.lists) {
    const list = listOf(bytesOf(bytes), keys, to.now)
    if (typeof list === 'string') {
      to.problems.push(listRefused(to.language, list))
      continue
    }
    const newer = held.find((row) => row.kid === kidOfList(bytes) && row.issuedAt > list.issuedAt)
    if (newer !== undefined) to.problems.push(say(to.language, 'seal.olderList', { given: dayOf(list.issuedAt), held: dayOf(newer.issuedAt) }))
    else if (!held.some((row) => row.bytes === bytes)) accepted.push({ bytes, list })
  }
  const newest = newestLists(accepted.map((one) => one.list))
  return accepted.filter((one) => newest.includes(one.list))
}

function listRefused(language: Language, problem: ListProblem): string {
  if (problem === 'future') return say(language, 'seal.futureList')
  if (problem === 'keyCompromised') return say(language, 'seal.listOfCompromised')
  return say(language, 'seal.badList')
}

const dayOf = (moment: string): string => formatDate(limaDay(new Date(moment)))
const kidOfList = (bytes: string): string => hexOf(readEnvelope(bytesOf(bytes))?.kid ?? new Uint8Array())

/** The office's own, where this computer did not know it yet: its second computer. */
async function addRoot(db: Writer, { data, isOwn }: Judged, now: string): Promise<string> {
  const { rootPublicKey, fingerprint, ruc, name } = data
  const [id = ''] = await db.add('sealRoots', [{ publicKey: rootPublicKey, fingerprint, ruc, name, isOwn: isOwn ? 1 : 0, addedAt: now }])
  return id
}

/** A newer bundle of a known key takes the place of the older, unless it would forget that the key was compromised. */
async function takeBundles(db: Writer, rootId: string, { data, root, known, isOwn }: Judged): Promise<void> {
  const rows = await db.selectFrom('sealKeys').selectAll().where('rootId', '=', rootId).where('removedAt', 'is', null).execute()
  const byKey = new Map(rows.map((row) => [row.publicKey, { id: row.id, issuedAt: bundlesOf(root, [bytesOf(row.bundle)])[0]?.issuedAt ?? '', compromisedAt: row.compromisedAt }]))
  const own = isOwn || known?.isOwn === 1 ? 1 : 0
  for (const bytes of data.bundles) {
    const [bundle] = bundlesOf(root, [bytesOf(bytes)])
    if (bundle === undefined) continue
    const publicKey = base64Of(bundle.publicKey)
    const held = byKey.get(publicKey)
    const { kid, ruc, ubigeo, name, since, until, compromisedAt, issuedAt } = bundle
    const facts = { kid, ruc, ubigeo, name, since, until, compromisedAt, bundle: bytes }
    if (held === undefined) {
      const [id = ''] = await db.add('sealKeys', [{ rootId, publicKey, ...facts, isOwn: own, device: null, lastSerial: 0 }])
      byKey.set(publicKey, { id, issuedAt, compromisedAt })
    } else if (isBetter(bundle, held)) {
      await db.change('sealKeys', held.id, facts)
      byKey.set(publicKey, { id: held.id, issuedAt, compromisedAt })
    }
  }
}

function isBetter(given: { issuedAt: string; compromisedAt: string | null }, held: { issuedAt: string; compromisedAt: string | null }): boolean {
  const first = earlier(given.compromisedAt, held.compromisedAt)
  if (first !== given.compromisedAt) return false
  return first !== held.compromisedAt || given.issuedAt > held.issuedAt
}

async function takeLists(db: Writer, rootId: string, { data, lists, known, isOwn }: Judged): Promise<void> {
  for (const { bytes, list } of lists) await addList(db, { rootId, ruc: data.ruc, kid: kidOfList(bytes), bytes, issuedAt: list.issuedAt, nextAt: list.nextAt, isOwn: isOwn || known?.isOwn === 1 ? 1 : 0 })
}

/** Of each key that signs only the newest list is kept in sight. */
export async function addList(db: Writer, list: { rootId: string; ruc: string; kid: string; bytes: string; issuedAt: string; nextAt: string; isOwn: number }): Promise<string> {
  const older = await db.selectFrom('sealLists').select('id').where('rootId', '=', list.rootId).where('kid', '=', list.kid).where('issuedAt', '<=', list.issuedAt).where('removedAt', 'is', null).execute()
  await db.removeMany('sealLists', older.map((row) => row.id))
  const [id = ''] = await db.add('sealLists', [list])
  return id
}
