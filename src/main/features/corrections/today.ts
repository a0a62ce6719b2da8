import type { AnyFrozen, FrozenPaper } from '../../../shared/contract/frozen.ts'
import { maskDocument } from '../../../shared/domain/documents.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { gateFor } from '../certificates/gate.ts'
import type { KnownLooks } from '../certificates/look.ts'
import { readFrozen } from '../certificates/look.ts'
import type { Candidate, Gathered, IssueChoice } from '../certificates/plan.ts'
import { assetHashes, gather } from '../certificates/plan.ts'
import { ownTables } from '../certificates/tables.ts'
import { composePaper } from '../certificates/words.ts'
import { knownOf } from './differences.ts'

/** A row of the register, as far as issuing it again needs it. */
export interface Issued extends Pick<EntityTables['certificates'], 'id' | 'enrolmentId' | 'personId' | 'cohortId' | 'seriesId' | 'year' | 'correlative' | 'number' | 'paperKind' | 'personName' | 'documentNumber' | 'title' | 'issuedOn' | 'issuedAt' | 'version' | 'lookId' | 'frozen'> {
  readonly cohortName: string
}

/** What is selected of `certificates` joined with `cohorts`. */
export const issuedFields = [
  'certificates.id', 'certificates.enrolmentId', 'certificates.personId', 'certificates.cohortId', 'certificates.seriesId', 'certificates.year', 'certificates.correlative', 'certificates.number', 'certificates.paperKind',
  'certificates.personName', 'certificates.documentNumber', 'certificates.title', 'certificates.issuedOn', 'certificates.issuedAt', 'certificates.version', 'certificates.lookId', 'certificates.frozen', 'cohorts.name as cohortName',
] as const

/** What it was issued with, put together again, and what is known today. */
export interface Basis {
  readonly gathered: Gathered
  readonly choice: IssueChoice
  readonly candidate: Candidate
}

/** A paper in force beside what would stand on it today. */
export interface Today {
  readonly issued: Issued
  readonly before: AnyFrozen
  /** Null where nothing can be composed: `against` says why. */
  readonly after: FrozenPaper | null
  readonly basis: Basis | null
  /** Why it cannot be issued again, as a sentence. */
  readonly against: string | null
}

/**
 * These papers beside what would stand on them today: the same design in the same version, number, series, signatories and
 * date of issue; names, documents, facts of the course, hours and entity from today's records. In the order given.
 */
export async function todayOf(db: Reader, papers: readonly Issued[], { language, now, looks }: { readonly language: Language; readonly now: string; readonly looks: KnownLooks }): Promise<Today[]> {
  const frozen = await readFrozen(db, papers, looks)
  const gone = await whoIsGone(db, papers, language)
  const pairs = papers.flatMap((issued, at) => {
    const before = frozen[at]
    return before === undefined ? [] : [{ issued, before }]
  })
  const found = new Map<string, Today>()
  for (const { issued, before } of pairs) if (gone.has(issued.id)) found.set(issued.id, { issued, before, after: null, basis: null, against: gone.get(issued.id) ?? '' })
  const alike = Map.groupBy(pairs.filter(({ issued }) => !gone.has(issued.id)), ({ issued, before }) => JSON.stringify([choiceOf(issued, before), before.format === 1 ? [before.signatories, before.logos] : issued.lookId]))
  for (const group of alike.values()) for (const one of await composed(db, group, { language, now })) found.set(one.issued.id, one)
  return papers.flatMap((issued) => found.get(issued.id) ?? [])
}

type Pair = Pick<Today, 'issued' | 'before'>

/** Papers that were issued with the same choice and share their images. */
async function composed(db: Reader, group: readonly Pair[], { language, now }: { readonly language: Language; readonly now: string }): Promise<Today[]> {
  const [first] = group
  if (first === undefined) return []
  const choice: IssueChoice = { ...choiceOf(first.issued, first.before), enrolmentIds: group.map(({ issued }) => issued.enrolmentId) }
  const gathered = await gatheredAsIssued(db, choice, first.before, language)
  const hashes = await assetHashes(db, gathered)
  const gate = await gateFor(db, { enrolments: gathered.people.map((one) => one.enrolment), cohorts: gathered.people.map((one) => one.cohort) })
  const byEnrolment = new Map(gathered.people.map((candidate) => [candidate.enrolment.id, candidate]))
  return group.flatMap(({ issued, before }) => {
    const candidate = byEnrolment.get(issued.enrolmentId)
    if (candidate === undefined) return []
    const { number, year, correlative, version } = issued
    const { look, own } = composePaper(gathered, choice, candidate, { number, year, correlative, version: version + 1, code: before.format === 1 ? before.code : before.own.code, issuedAt: now, seal: null, hashes })
    const why = gate.reasonAgainst(candidate.enrolment, { cohort: candidate.cohort, paperKind: choice.paperKind, language })
    return [{ issued, before, after: { format: 2 as const, look, own }, basis: { gathered, choice, candidate }, against: why === null ? null : say(language, 'corrections.notGiven', { number, why }) }]
  })
}

/** What is known today, with the design and the signatories that stand on the paper, whatever they are today. */
async function gatheredAsIssued(db: Reader, choice: IssueChoice, before: AnyFrozen, language: Language): Promise<Gathered> {
  // The design comes from the paper: an own one may have another version by now, or be gone.
  const today = await gather(db, before.format === 1 ? choice : { ...choice, model: 'sober' }, language)
  const ids = await idsByHash(db, imagesOf(before))
  const signed = before.format === 1 ? before.signatories.map((one) => ({ ...one, act: null })) : before.look.signatories
  const signatories = signed.map(({ name, post, entity, imageHash, act }, position) => ({ id: '', name, post, entityName: entity, imageAssetId: imageHash === null ? null : (ids.get(imageHash) ?? null), act: act ?? null, papers: null, since: null, until: null, position }))
  const gathered = { ...today, signatories, logos: logosAsIssued(today, before, ids) }
  if (before.format === 1) return gathered
  const { design, document } = before.look
  const editionOf = new Map(today.people.map(({ cohort, edition }) => [cohort.id, edition.id]))
  const tables = await ownTables(db, today.people.map((one) => one.enrolment), { document, language: choice.language, editionOf: (cohortId) => editionOf.get(cohortId) ?? '' })
  return { ...gathered, design: { ...design, document }, people: today.people.map((one) => ({ ...one, tables: tables.get(one.enrolment.id) ?? {} })) }
}

/** What was chosen when it was issued, as far as its paper shows it. */
function choiceOf(issued: Issued, before: AnyFrozen): Omit<IssueChoice, 'enrolmentIds'> & { enrolmentIds: string[] } {
  return {
    enrolmentIds: [],
    paperKind: issued.paperKind,
    seriesId: issued.seriesId,
    issuedOn: issued.issuedOn,
    model: before.format === 1 ? before.model : before.look.design.ref,
    signatoryIds: [],
    document: documentShown(issued, before),
    withSyllabus: before.format === 1 ? before.syllabus !== null : before.look.withSyllabus,
    language: before.format === 1 ? before.language : before.look.language,
  }
}

/** Who had no document then shows the one she has now: nobody chose to leave it out. */
function documentShown({ documentNumber }: Issued, before: AnyFrozen): IssueChoice['document'] {
  if (documentNumber === null) return 'whole'
  const text = before.format === 1 ? (before.documentText ?? '') : (knownOf(before).get('numero_documento') ?? '')
  if (text.includes(documentNumber)) return 'whole'
  return text !== '' && text.includes(maskDocument(documentNumber)) ? 'masked' : 'none'
}

function imagesOf(before: AnyFrozen): string[] {
  const { logos, signatories } = before.format === 1 ? before : before.look
  return [...logos.map((logo) => logo.assetHash), ...signatories.flatMap((one) => one.imageHash ?? [])]
}

/** Images by what they are: the asset that a paper was issued with may not be the one in use today. */
async function idsByHash(db: Reader, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (hashes.length === 0) return new Map()
  const rows = await db.selectFrom('assets').select(['id', 'sha256']).where('sha256', 'in', [...new Set(hashes)]).orderBy('id').execute()
  return new Map(rows.map((row) => [row.sha256, row.id]))
}

/** The same partners keep the logos that they had: a new drawing of a logo is no correction. */
function logosAsIssued({ logos }: Gathered, before: AnyFrozen, ids: ReadonlyMap<string, string>): Gathered['logos'] {
  const old = (before.format === 1 ? before : before.look).logos.map(({ assetHash, name }) => ({ assetId: ids.get(assetHash) ?? '', name }))
  const isSame = (today: (typeof old)[number][]): boolean => today.length === old.length && today.every(({ name }, at) => name === old[at]?.name)
  return new Map([...logos].map(([editionId, today]) => [editionId, isSame(today.slice(0, 8)) ? old : today]))
}

/** Whose enrolment, group or course was taken from the register since, and that as a sentence, by paper. */
async function whoIsGone(db: Reader, papers: readonly Issued[], language: Language): Promise<ReadonlyMap<string, string>> {
  const there = new Map<string, { readonly enrolled: boolean; readonly course: boolean }>()
  for (const chunk of inChunks([...new Set(papers.map((paper) => paper.enrolmentId))], 1)) {
    const rows = await db
      .selectFrom('enrolments')
      .innerJoin('people', 'people.id', 'enrolments.personId')
      .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
      .innerJoin('editions', 'editions.id', 'cohorts.editionId')
      .innerJoin('programmes', 'programmes.id', 'editions.programmeId')
      .select(['enrolments.id', 'enrolments.removedAt', 'people.removedAt as personGone', 'cohorts.removedAt as cohortGone', 'editions.removedAt as editionGone', 'programmes.removedAt as programmeGone'])
      .where('enrolments.id', 'in', chunk)
      .execute()
    for (const row of rows) there.set(row.id, { enrolled: row.removedAt === null && row.personGone === null, course: row.cohortGone === null && row.editionGone === null && row.programmeGone === null })
  }
  const gone = new Map<string, string>()
  for (const { id, number, enrolmentId } of papers) {
    const state = there.get(enrolmentId)
    if (state?.enrolled !== true) gone.set(id, say(language, 'corrections.notEnrolled', { number }))
    else if (!state.course) gone.set(id, say(language, 'corrections.courseGone', { number }))
  }
  return gone
}
