import { randomBytes } from 'node:crypto'
import type { Bundle } from '../../../shared/domain/seal/bundle.ts'
import { encodeBundle, mostName } from '../../../shared/domain/seal/bundle.ts'
import { fittedText, hexOf, momentOf, secondsOf } from '../../../shared/domain/seal/fields.ts'
import type { JobContext } from '../../core/context.ts'
import { missing, refuse } from '../../core/failures.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import { entityOf } from '../entity/records.ts'
import type { Signer } from './ed25519.ts'
import { signerOf } from './ed25519.ts'
import type { KeyRow, RootRow } from './known.ts'
import { base64Of, bytesOf, ownRoot } from './known.ts'
import { rootSheet } from './papers.ts'
import { secretName, signed } from './sealer.ts'
import { fingerprintOf, readRootWords, wordsOfSeed } from './words.ts'

interface Saved {
  readonly id: string
  readonly act: string
}

/** First use: root, this computer's key, and the sheet. The sheet is drawn before anything is written down: without it the root would be lost. */
export async function prepareSeal(context: JobContext, computerName: string): Promise<{ act: string; fingerprint: string; sheet: Awaited<ReturnType<typeof rootSheet>>; words: string[] }> {
  const { read, write, keeper, about, now, step } = context
  const name = nameOf(computerName)
  const entity = await read(async (db) => {
    if ((await ownRoot(db)) !== null) refuse('seal.alreadyPrepared')
    return sealingEntity(db)
  })
  await step({ done: 0, total: 2, note: '' })
  const seed = new Uint8Array(randomBytes(32))
  const root = signerOf(seed)
  const words = wordsOfSeed(seed)
  const fingerprint = fingerprintOf(root.publicKey)
  const sheet = await rootSheet(context, { words, fingerprint, ruc: entity.ruc, madeAt: now() })
  await step({ done: 1, total: 2, note: '' })
  const key = await makeKey({ root, ruc: entity.ruc, ubigeo: entity.ubigeo, name, now: now() })
  await keeper.save(secretName(key.bundle.kid), key.seed)
  const act = await write(async (db) => {
    if ((await ownRoot(db)) !== null) refuse('seal.alreadyPrepared')
    await addKey(db, await addOwnRoot(db, { publicKey: root.publicKey, ruc: entity.ruc, name: entity.name, now: now() }), key, about.device)
    return db.act
  })
  return { act, fingerprint, sheet, words }
}

/** A new key for this computer. Where the office's root is not known here yet, its words make it known. */
export async function renewKey(context: JobContext, { computerName, words }: { readonly computerName: string; readonly words: string }): Promise<Saved> {
  const { read, write, keeper, about, now } = context
  const name = nameOf(computerName)
  const { entity, known } = await read(async (db) => ({ entity: await sealingEntity(db), known: await ownRoot(db) }))
  const root = rootOfWords(words, known)
  const key = await makeKey({ root, ruc: entity.ruc, ubigeo: entity.ubigeo, name, now: now() })
  await keeper.save(secretName(key.bundle.kid), key.seed)
  return write(async (db) => {
    const rootId = (await ownRoot(db))?.id ?? (await addOwnRoot(db, { publicKey: root.publicKey, ruc: entity.ruc, name: entity.name, now: now() }))
    return { id: await addKey(db, rootId, key, about.device), act: db.act }
  })
}

/** The root says that a key was copied or stolen since a moment. What was said once is never taken back, only brought forward. */
export async function markKeyCompromised({ read, write, now }: JobContext, { keyId, since, words }: { readonly keyId: string; readonly since: string; readonly words: string }): Promise<Saved> {
  const moment = momentOf(secondsOf(since))
  if (moment > now()) refuse('seal.compromisedInFuture')
  const { key, root } = await read((db) => ownKey(db, keyId))
  if (key.compromisedAt !== null && key.compromisedAt <= moment) refuse('seal.compromisedAlready')
  const signer = rootOfWords(words, root)
  const bundle: Bundle = {
    ruc: key.ruc, issuedAt: momentOf(secondsOf(now())), kid: key.kid, publicKey: bytesOf(key.publicKey), since: key.since, until: key.until, name: key.name, ubigeo: key.ubigeo,
    compromisedAt: moment,
  }
  const bytes = signed(signer, encodeBundle(bundle))
  return write(async (db) => {
    await db.change('sealKeys', keyId, { compromisedAt: moment, bundle: base64Of(bytes) })
    return { id: keyId, act: db.act }
  })
}

async function ownKey(db: Reader, keyId: string): Promise<{ key: KeyRow; root: RootRow }> {
  const key = await db.selectFrom('sealKeys').selectAll().where('id', '=', keyId).where('isOwn', '=', 1).where('removedAt', 'is', null).executeTakeFirst()
  if (key === undefined) missing('seal.noSuchKey')
  const root = await db.selectFrom('sealRoots').selectAll().where('id', '=', key.rootId).where('removedAt', 'is', null).executeTakeFirst()
  return { key, root: root ?? missing('seal.noSuchKey') }
}

/** What signs for the root whose words these are. Refused with the sentence that helps to mend what was typed. */
function rootOfWords(text: string, root: RootRow | null): Signer {
  const known = root === null ? null : bytesOf(root.publicKey)
  const read = readRootWords(text, known === null ? null : (publicKey) => Buffer.from(publicKey).equals(known))
  switch (read.kind) {
    case 'seed':
      return signerOf(read.seed)
    case 'unknownWord':
      return read.likely === null ? refuse('seal.unknownWord', { word: read.word, position: read.position }) : refuse('seal.unknownWordLikely', { word: read.word, position: read.position, likely: read.likely })
    case 'count':
      return refuse('seal.wordCount', { count: read.count })
    case 'otherOffice':
      return root === null ? refuse('seal.wordsOfNoRoot') : refuse('seal.wordsOfOtherOffice', { fingerprint: root.fingerprint })
  }
}

interface NewKey {
  readonly seed: Uint8Array
  readonly bundle: Bundle
  readonly bytes: Uint8Array
}

/** A signing key, and what the root says of it: valid one year from now. */
async function makeKey({ root, ruc, ubigeo, name, now }: { readonly root: Signer; readonly ruc: string; readonly ubigeo: string | null; readonly name: string; readonly now: string }): Promise<NewKey> {
  const seed = new Uint8Array(randomBytes(32))
  const { publicKey, kid } = signerOf(seed)
  const since = momentOf(secondsOf(now))
  const bundle: Bundle = { ruc, issuedAt: since, kid: hexOf(kid), publicKey, since, until: yearAfter(since), name, ubigeo, compromisedAt: null }
  return { seed, bundle, bytes: signed(root, encodeBundle(bundle)) }
}

function yearAfter(moment: string): string {
  const date = new Date(moment)
  date.setUTCFullYear(date.getUTCFullYear() + 1)
  return date.toISOString()
}

async function addOwnRoot(db: Writer, { publicKey, ruc, name, now }: { readonly publicKey: Uint8Array; readonly ruc: string; readonly name: string; readonly now: string }): Promise<string> {
  const held = await db.selectFrom('sealRoots').select(['id', 'ruc', 'name']).where('publicKey', '=', base64Of(publicKey)).where('removedAt', 'is', null).executeTakeFirst()
  if (held !== undefined) refuse('seal.rootOfOtherRuc', { name: held.name, ruc: held.ruc })
  const [id = ''] = await db.add('sealRoots', [{ publicKey: base64Of(publicKey), fingerprint: fingerprintOf(publicKey), ruc, name, isOwn: 1, addedAt: now }])
  return id
}

async function addKey(db: Writer, rootId: string, { bundle, bytes }: NewKey, device: string): Promise<string> {
  const { kid, publicKey, ruc, ubigeo, name, since, until } = bundle
  const [id = ''] = await db.add('sealKeys', [{ rootId, kid, publicKey: base64Of(publicKey), ruc, ubigeo, name, since, until, compromisedAt: null, bundle: base64Of(bytes), isOwn: 1, device, lastSerial: 0 }])
  return id
}

function nameOf(computerName: string): string {
  return fittedText(computerName, mostName) || refuse('seal.noComputerName')
}

/** What a seal says of the office. Refused while its data lack it. */
async function sealingEntity(db: Reader): Promise<{ ruc: string; name: string; ubigeo: string | null }> {
  const { ruc, name, districtCode } = await entityOf(db)
  if (ruc === null || !/^[1-9][0-9]{10}$/.test(ruc)) refuse('seal.noRuc')
  if (name === null) refuse('seal.noEntityName')
  return { ruc, name, ubigeo: districtCode !== null && /^[0-9]{6}$/.test(districtCode) ? districtCode : null }
}
