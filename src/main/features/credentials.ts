import type { contract } from '../../shared/contract/index.ts'
import { safeName } from '../../shared/domain/file-names.ts'
import { say } from '../../shared/messages/messages.ts'
import type { Language } from '../../shared/messages/messages.ts'
import type { Handlers } from '../core/context.ts'
import { missing, refuse } from '../core/failures.ts'
import { inChunks } from '../db/chunks.ts'
import type { Reader } from '../db/doors.ts'
import { zipped } from '../documents/zip.ts'
import { readFrozen } from './certificates/look.ts'
import type { KnownLooks } from './certificates/look.ts'
import { stateOfRow } from './certificates/state.ts'
import type { Issued } from './credentials/compose.ts'
import { credentialOf } from './credentials/compose.ts'
import type { Json } from './credentials/proof.ts'
import { didOf, keyOfProof, withProof } from './credentials/proof.ts'
import { entityOf } from './entity/records.ts'
import { openKey } from './seal/sealer.ts'

export const credentials: Handlers<typeof contract.credentials> = {
  export: async (context, { certificateIds }) => {
    const { read, files, step, now, today, language } = context
    const held = (await openKey(context)) ?? refuse('signed.noKey')
    const issued = await read((db) => issuedOf(db, certificateIds))
    const out = issued.filter((one) => one.state !== 'valid')
    if (out.length > 0) refuse('signed.credentialNotInForce', { n: out.length, first: out[0]?.row.number ?? '' })
    const made = now()
    const did = didOf(held.signer.publicKey)
    const written = issued.map((one) => ({ name: safeName(`${one.row.number} ${one.row.personName}.json`), bytes: new TextEncoder().encode(`${JSON.stringify(withProof(credentialOf(one, did), held.signer, made), null, 2)}\n`) }))
    await step({ done: issued.length, total: issued.length, note: '' })
    const [only] = written
    if (only !== undefined && written.length === 1) return files.write(only.name, only.bytes)
    return files.write(`${say(language, 'signed.credentialsName', { n: written.length })}.zip`, zipped(written, today()))
  },
  verify: async ({ db, language, now }, { json }) => {
    const document = parsed(json)
    if (document === null) return { isValid: false, reasons: [say(language, 'signed.credentialUnreadable')] }
    const key = keyOfProof(document)
    if (key === null) return { isValid: false, reasons: [say(language, 'signed.credentialProofWrong')] }
    const reasons = await standing(db, document, key, { language, now: now() })
    return { isValid: reasons.length === 0, reasons: reasons.length === 0 ? [say(language, 'signed.credentialHolds')] : reasons }
  },
}

/** What credentials of these papers are made from, each with whether it is in force. Throws `missing`. */
async function issuedOf(db: Reader, ids: readonly string[]): Promise<(Issued & { readonly state: string })[]> {
  const entity = await entityOf(db)
  const known: KnownLooks = new Map()
  const found: (Issued & { state: string })[] = []
  for (const chunk of inChunks([...new Set(ids)], 1)) {
    const rows = await db
      .selectFrom('certificates')
      .innerJoin('cohorts', 'cohorts.id', 'certificates.cohortId')
      .innerJoin('editions', 'editions.id', 'cohorts.editionId')
      .select(['certificates.id', 'certificates.number', 'certificates.version', 'certificates.paperKind', 'certificates.role', 'certificates.personName', 'certificates.title', 'certificates.issuedAt', 'certificates.documentNumber'])
      .select(['certificates.frozen', 'certificates.lookId', stateOfRow().as('state'), 'editions.id as editionId', 'editions.hours', 'editions.minutesPerHour', 'editions.startsOn', 'editions.endsOn'])
      .where('certificates.id', 'in', chunk)
      .orderBy('certificates.sortKey')
      .orderBy('certificates.id')
      .execute()
    if (rows.length < chunk.length) missing('certificates.missing')
    const papers = await readFrozen(db, rows, known)
    for (const [at, { editionId, hours, minutesPerHour, startsOn, endsOn, state, ...row }] of rows.entries()) {
      const frozen = papers[at]
      if (frozen !== undefined) found.push({ row, frozen, state, entity, edition: { id: editionId, hours, minutesPerHour, startsOn, endsOn } })
    }
  }
  return found
}

function parsed(json: string): Json | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null
  } catch {
    return null
  }
}

/** What stands against a credential whose proof holds: a key that nobody here knows, one that was not valid then, a paper that counts no more. */
async function standing(db: Reader, document: Json, publicKey: Uint8Array, { language, now }: { readonly language: Language; readonly now: string }): Promise<string[]> {
  const key = await db.selectFrom('sealKeys').selectAll().where('publicKey', '=', Buffer.from(publicKey).toString('base64')).where('removedAt', 'is', null).executeTakeFirst()
  if (key === undefined) return [say(language, 'signed.credentialKeyUnknown')]
  const created = textOf(objectOf(document['proof'])['created'])
  const reasons: string[] = []
  if (textOf(objectOf(document['issuer'])['id']) !== didOf(publicKey)) reasons.push(say(language, 'signed.credentialOtherIssuer'))
  if (created < key.since || created > key.until || created > now || (key.compromisedAt !== null && created >= key.compromisedAt)) reasons.push(say(language, 'signed.credentialKeyNotValid'))
  const id = textOf(document['id']).replace(/^urn:uuid:/, '')
  const paper = await db.selectFrom('certificates').select(['number', stateOfRow().as('state')]).where('id', '=', id).executeTakeFirst()
  if (paper !== undefined && paper.state !== 'valid') reasons.push(say(language, 'signed.credentialState', { number: paper.number, state: paper.state }))
  return reasons
}

const objectOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
