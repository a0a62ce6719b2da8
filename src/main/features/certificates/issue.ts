import { createHash } from 'node:crypto'
import type { Language } from '../../../shared/messages/messages.ts'
import { certificateName, searchKey } from '../../../shared/domain/names.ts'
import { verificationCode } from '../../../shared/domain/numbering.ts'
import type { FrozenCertificate } from '../../../shared/contract/frozen.ts'
import type { Writer } from '../../db/doors.ts'
import { newId } from '../../db/ids.ts'
import { composeFrozen } from './words.ts'
import type { Candidate, Gathered, IssueChoice } from './plan.ts'
import { assetHashes, gather } from './plan.ts'
import { numberIn, setLastGiven } from '../numbering.ts'

/**
 * Gives the next numbers of the series and freezes every word, in the transaction of `db`.
 * Nobody gets two: whoever was given one meanwhile is left out.
 */
export async function issueBatch(db: Writer, choice: IssueChoice, given: { readonly language: Language; readonly now: string }): Promise<{ id: string; number: string }[]> {
  const gathered = await gather(db, choice, given.language)
  const chosen = gathered.people.filter((one) => one.against === null)
  if (chosen.length === 0) return []
  const hashes = await assetHashes(db, gathered)
  const year = Number(choice.issuedOn.slice(0, 4))
  await setLastGiven(db, { seriesId: choice.seriesId, year, last: gathered.last + chosen.length })
  const rows = chosen.map((candidate, index) => certificateRow(gathered, choice, candidate, { year, correlative: gathered.last + index + 1, now: given.now, hashes }))
  await db.add('certificates', rows)
  return rows.map(({ id, number }) => ({ id, number }))
}

interface Numbering {
  readonly year: number
  readonly correlative: number
  readonly now: string
  readonly hashes: ReadonlyMap<string, string>
}

function certificateRow(gathered: Gathered, choice: IssueChoice, candidate: Candidate, { year, correlative, now, hashes }: Numbering) {
  const id = newId()
  const number = numberIn(gathered.series, gathered.entity, year, correlative)
  const code = codeOf(id, number, candidate)
  const frozen: FrozenCertificate = composeFrozen(gathered, choice, candidate, { number, code, issuedAt: now, hashes })
  const words = JSON.stringify(frozen)
  return {
    id,
    enrolmentId: candidate.enrolment.id,
    personId: candidate.person.id,
    cohortId: candidate.cohort.id,
    seriesId: choice.seriesId,
    year,
    correlative,
    number,
    paperKind: choice.paperKind,
    role: candidate.enrolment.role,
    personName: frozen.personName,
    documentNumber: candidate.person.documentNumber,
    title: candidate.edition.title ?? candidate.programme.name,
    issuedOn: choice.issuedOn,
    issuedAt: now,
    code,
    version: 1,
    replacesId: null,
    sealKeyId: null,
    serial: null,
    lookId: null,
    frozen: words,
    frozenHash: digest(words),
    searchKey: searchKey(`${number} ${frozen.personName} ${candidate.person.documentNumber ?? ''} ${code}`),
    sortKey: candidate.person.sortKey,
    actaId: candidate.released?.actaId ?? null,
  }
}

/** Ten characters that stand for this paper and no other: made from its id, number and name. */
export function codeOf(id: string, number: string, candidate: Candidate): string {
  return verificationCode(Uint8Array.from(Buffer.from(digest(`${id}\n${number}\n${certificateName(candidate.person)}`), 'hex')))
}

/** SHA-256 of a text, lower-case hexadecimal. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
