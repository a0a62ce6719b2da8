import type { Language } from '../../../shared/messages/messages.ts'
import { certificateName, searchKey } from '../../../shared/domain/names.ts'
import { verificationCode } from '../../../shared/domain/numbering.ts'
import { refuse } from '../../core/failures.ts'
import type { NewRow } from '../../db/changes.ts'
import type { Writer } from '../../db/doors.ts'
import { newId } from '../../db/ids.ts'
import { numberIn } from '../numbering/series.ts'
import { takeNumbers } from '../numbering/take.ts'
import type { Sealer } from '../seal/sealer.ts'
import { codeOfSeal, takeSerials, usableKeys } from '../seal/sealer.ts'
import type { SerialisedLook } from './look.ts'
import { addLooks } from './look.ts'
import type { Candidate, Gathered, IssueChoice } from './plan.ts'
import { assetHashes, gather, refuseWhoMayNotSign, yearOf } from './plan.ts'
import { digest } from './split.ts'
import { composePaper, sealFactsOf } from './words.ts'

/** What issuing is done with. */
export interface Issuing {
  readonly language: Language
  /** UTC moment. */
  readonly now: string
  /** `about.device`. */
  readonly device: string
  /** Null: the papers bear no seal. */
  readonly sealer: Sealer | null
}

/**
 * Gives the next numbers of the series and freezes every word, in the transaction of `db`.
 * Nobody gets two: whoever was given one meanwhile is left out. Throws `refused` where somebody may not sign, or numbers are left for fewer.
 */
export async function issueBatch(db: Writer, choice: IssueChoice, given: Issuing): Promise<{ id: string; number: string }[]> {
  const gathered = await gather(db, choice, given.language)
  const chosen = gathered.people.filter((one) => one.against === null)
  if (chosen.length === 0) return []
  refuseWhoMayNotSign(gathered, choice)
  const year = yearOf(choice)
  const correlatives = await takeNumbers(db, { series: gathered.series, year, count: chosen.length, device: given.device })
  const papers = chosen.map((candidate, at) => {
    const correlative = correlatives[at] ?? 0
    return { gathered, choice, candidate, year, correlative, number: numberIn(gathered.series, gathered.entity, year, correlative), version: 1, replacesId: null }
  })
  return addPapers(db, papers, given)
}

/** A paper to be added: of whom, by what choice, under which number. */
export interface NewPaper {
  readonly gathered: Gathered
  readonly choice: IssueChoice
  readonly candidate: Candidate
  readonly year: number
  readonly correlative: number
  readonly number: string
  readonly version: number
  /** What a correction says of itself on the paper. */
  readonly versionNote?: string | undefined
  /** The paper whose place it takes. */
  readonly replacesId: string | null
}

/** Lets whatever else waits have its turn. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** How many papers are sealed before that. */
const atOnce = 50

/** Seals these papers, freezes their words and adds them to the register, in their order. Throws `refused` when the key seals no more. */
export async function addPapers(db: Writer, papers: readonly NewPaper[], { now, sealer, device }: Issuing): Promise<{ id: string; number: string }[]> {
  if (papers.length === 0) return []
  // Between two batches somebody may change the RUC or say that the key was copied: no paper bears a seal that says otherwise.
  if (sealer !== null && !(await usableKeys(db, device, now)).some((key) => key.id === sealer.keyId)) refuse('certificates.sealChanged')
  const hashes = new Map<Gathered, ReadonlyMap<string, string>>()
  for (const { gathered } of papers) if (!hashes.has(gathered)) hashes.set(gathered, await assetHashes(db, gathered))
  const first = sealer === null ? null : await takeSerials(db, sealer.keyId, papers.length)
  const looks = new Map<string, SerialisedLook>()
  const made: { row: Omit<NewRow<'certificates'>, 'lookId'> & { readonly id: string }; look: string }[] = []
  for (const [at, paper] of papers.entries()) {
    if (at % atOnce === atOnce - 1) await breathe()
    const serial = first === null ? null : first + at
    const { row, look } = paperRow(paper, { now, sealer, serial, hashes: hashes.get(paper.gathered) ?? new Map() })
    looks.set(look.sha256, look)
    made.push({ row, look: look.sha256 })
  }
  const lookIds = await addLooks(db, looks.values())
  await db.add('certificates', made.map(({ row, look }) => ({ ...row, lookId: lookIds.get(look) ?? null })))
  return made.map(({ row: { id, number } }) => ({ id, number }))
}

interface Sealing {
  readonly now: string
  readonly sealer: Sealer | null
  readonly serial: number | null
  readonly hashes: ReadonlyMap<string, string>
}

function paperRow({ gathered, choice, candidate, year, correlative, number, version, versionNote, replacesId }: NewPaper, { now, sealer, serial, hashes }: Sealing) {
  const id = newId()
  const seal = sealer === null || serial === null ? null : sealer.seal(sealFactsOf(gathered, choice, candidate, number), now, serial)
  const code = seal === null ? codeOf(id, number, candidate) : codeOfSeal(seal)
  const { own, serialised } = composePaper(gathered, choice, candidate, { number, year, correlative, version, versionNote, code, issuedAt: now, seal, hashes })
  const words = JSON.stringify(own)
  const row = {
    id,
    enrolmentId: candidate.enrolment.id,
    personId: candidate.person.id,
    cohortId: candidate.cohort.id,
    seriesId: gathered.series.id,
    year,
    correlative,
    number,
    paperKind: choice.paperKind,
    role: candidate.enrolment.role,
    personName: own.personName,
    documentNumber: candidate.person.documentNumber,
    title: candidate.edition.title ?? candidate.programme.name,
    issuedOn: choice.issuedOn,
    issuedAt: now,
    code,
    version,
    replacesId,
    sealKeyId: seal === null ? null : (sealer?.keyId ?? null),
    serial: seal === null ? null : serial,
    frozen: words,
    frozenHash: digest(words),
    searchKey: searchKey(`${number} ${own.personName} ${candidate.person.documentNumber ?? ''} ${code}`),
    sortKey: candidate.person.sortKey,
    actaId: candidate.released?.actaId ?? null,
  }
  return { row, look: serialised }
}

/** Ten characters that stand for this paper and no other, where it has no seal: made from its id, number and name. */
export function codeOf(id: string, number: string, candidate: Candidate): string {
  return verificationCode(Uint8Array.from(Buffer.from(digest(`${id}\n${number}\n${certificateName(candidate.person)}`), 'hex')))
}
