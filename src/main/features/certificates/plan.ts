import { formatDate } from '../../../shared/domain/dates.ts'
import { displayName } from '../../../shared/domain/names.ts'
import { byText } from '../../../shared/domain/order.ts'
import { isHeldOn } from '../../../shared/domain/posts.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { contract } from '../../../shared/contract/index.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import { missing, refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import type { Released } from '../actas/records.ts'
import { hashesById } from '../assets.ts'
import { entityOf, signatoriesOf, signs, yearNameOf } from '../entity/records.ts'
import { live } from '../live.ts'
import type { DesignToUse } from '../designs/records.ts'
import { designToUse } from '../designs/records.ts'
import { numberIn } from '../numbering/series.ts'
import { nextNumbers } from '../numbering/take.ts'
import { partnersOf } from '../programmes/records.ts'
import { gateFor } from './gate.ts'
import { inForce } from './state.ts'
import type { Tables } from './tables.ts'
import { ownTables } from './tables.ts'

export type IssueChoice = ParsedInputOf<typeof contract.certificates.plan>
type Plan = OutputOf<typeof contract.certificates.plan>

/** Why a paper is not given. */
type Against = Pick<Plan['leftOut'][number], 'because' | 'reason'>

/** One person chosen, with all that her paper needs. */
export interface Candidate {
  readonly enrolment: EntityTables['enrolments']
  readonly person: EntityTables['people']
  readonly cohort: EntityTables['cohorts']
  readonly edition: EntityTables['editions']
  readonly programme: EntityTables['programmes']
  /** What she is and where she comes from, as it stood when she enrolled; null where that is not known. */
  readonly post: { readonly title: string | null; readonly organisationName: string | null } | null
  /** Rows of her own tables, as far as the design shows them. */
  readonly tables: Tables
  /** What the record of results in force says of her; null for a course without one and for who is no participant. */
  readonly released: Released | null
  /** Whether the course gives its papers without a record of results. */
  readonly withoutActa: boolean
  /** Why she is left out, as a sentence; null when she gets one. */
  readonly against: Against | null
}

export interface Gathered {
  readonly language: Language
  readonly people: readonly Candidate[]
  readonly entity: EntityTables['entity']
  readonly yearName: string | null
  readonly series: EntityTables['series']
  readonly design: DesignToUse
  /** Words of the office's root key, as sealed papers print them; null while it was not made. */
  readonly fingerprint: string | null
  readonly signatories: readonly Omit<EntityTables['signatories'], 'removedAt'>[]
  /** Logos by edition, the entity's own first; by id of asset. */
  readonly logos: ReadonlyMap<string, readonly { readonly assetId: string; readonly name: string }[]>
}

/** Everything that issuing needs to know, in the order in which numbers are given: alphabetical. */
export async function gather(db: Reader, choice: IssueChoice, language: Language): Promise<Gathered> {
  const series = await live(db, 'series', choice.seriesId, 'certificates.seriesMissing')
  if (series.paperKind !== choice.paperKind) refuse('certificates.seriesOfAnotherKind', { name: series.name })
  const entity = await entityOf(db)
  const design = await designToUse(db, choice.model, choice.language)
  const people = await candidates(db, choice, { language, design })
  const all = await signatoriesOf(db)
  const signatories = choice.signatoryIds.map((id) => all.find((signatory) => signatory.id === id) ?? missing('entity.signatoryMissing'))
  return { language, people, entity, design, fingerprint: await fingerprintOf(db), yearName: await yearNameOf(db, yearOf(choice)), series, signatories, logos: await logosOf(db, entity, people) }
}

/** Numbers are given by the year of the paper's date. */
export const yearOf = ({ issuedOn }: Pick<IssueChoice, 'issuedOn'>): number => Number(issuedOn.slice(0, 4))

async function fingerprintOf(db: Reader): Promise<string | null> {
  const root = await db.selectFrom('sealRoots').select('fingerprint').where('isOwn', '=', 1).where('removedAt', 'is', null).orderBy('addedAt', 'desc').orderBy('id').limit(1).executeTakeFirst()
  return root?.fingerprint ?? null
}

async function candidates(db: Reader, choice: IssueChoice, { language, design }: { readonly language: Language; readonly design: DesignToUse }): Promise<Candidate[]> {
  const found: Candidate[] = []
  for (const chunk of inChunks([...new Set(choice.enrolmentIds)], 1)) {
    const enrolments = await db.selectFrom('enrolments').selectAll().where('id', 'in', chunk).where('removedAt', 'is', null).execute()
    if (enrolments.length < chunk.length) missing('enrolments.missing')
    const people = await rowsById(db, 'people', enrolments.map((one) => one.personId))
    const cohorts = await rowsById(db, 'cohorts', enrolments.map((one) => one.cohortId))
    const editions = await rowsById(db, 'editions', [...cohorts.values()].map((one) => one.editionId))
    const programmes = await rowsById(db, 'programmes', [...editions.values()].map((one) => one.programmeId))
    const numbers = await numbersHeld(db, chunk, choice.paperKind)
    const posts = await postsById(db, enrolments.flatMap(({ postId }) => postId ?? []))
    const tables = await ownTables(db, enrolments, { document: design.document, language: choice.language, editionOf: (cohortId) => cohorts.get(cohortId)?.editionId ?? '' })
    const gate = await gateFor(db, { enrolments, cohorts: [...cohorts.values()] })
    for (const enrolment of enrolments) {
      const person = people.get(enrolment.personId) ?? missing('enrolments.personMissing')
      const cohort = cohorts.get(enrolment.cohortId) ?? missing('cohorts.missing')
      const edition = editions.get(cohort.editionId) ?? missing('editions.missing')
      const programme = programmes.get(edition.programmeId) ?? missing('programmes.missing')
      const notReleased = gate.reasonAgainst(enrolment, { cohort, paperKind: choice.paperKind, language })
      const against = ownReasonAgainst(enrolment, numbers.get(enrolment.id), language) ?? (notReleased === null ? null : { because: 'acta' as const, reason: notReleased })
      const own = { post: posts.get(enrolment.postId ?? '') ?? null, tables: tables.get(enrolment.id) ?? {} }
      found.push({ enrolment, person, cohort, edition, programme, ...own, released: gate.releasedBy(enrolment), withoutActa: gate.isWithoutActa(cohort), against })
    }
  }
  return found.toSorted((one, other) => byText(one.person.sortKey, other.person.sortKey) || byText(one.enrolment.id, other.enrolment.id))
}

/** The papers of that kind which count, by enrolment: an annulled one does not, and of a corrected one its last version does. */
async function numbersHeld(db: Reader, enrolmentIds: readonly string[], paperKind: IssueChoice['paperKind']): Promise<ReadonlyMap<string, string>> {
  const held = await db.selectFrom('certificates').select(['enrolmentId', 'number']).where('enrolmentId', 'in', enrolmentIds).where('paperKind', '=', paperKind).where(inForce()).orderBy('correlative').execute()
  return new Map(held.map((one) => [one.enrolmentId, one.number]))
}

async function postsById(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, NonNullable<Candidate['post']>>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('posts').leftJoin('organisations', 'organisations.id', 'posts.organisationId').select(['posts.id', 'posts.title', 'organisations.name as organisationName']).where('posts.id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map(({ id, ...post }) => [id, post]))
}

function ownReasonAgainst(enrolment: EntityTables['enrolments'], number: string | undefined, language: Language): Against | null {
  if (number !== undefined) return { because: 'has', reason: say(language, 'certificates.alreadyHas', { number }) }
  return enrolment.state === 'withdrawn' ? { because: 'withdrew', reason: say(language, 'certificates.withdrawn') } : null
}

type Joined = 'people' | 'cohorts' | 'editions' | 'programmes'

async function rowsById<T extends Joined>(db: Reader, table: T, ids: readonly string[]): Promise<ReadonlyMap<string, EntityTables[T]>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  // Kysely resolves rows per literal table name; over a variable one the row is named here.
  const rows = (await (db as Reader).selectFrom(table as 'people').selectAll().where('id', 'in', wanted).execute()) as unknown as EntityTables[T][]
  return new Map(rows.map((row) => [row.id, row]))
}

async function logosOf(db: Reader, entity: EntityTables['entity'], people: readonly Candidate[]): Promise<Gathered['logos']> {
  const own = entity.logoAssetId === null ? [] : [{ assetId: entity.logoAssetId, name: entity.name ?? '' }]
  const logos = new Map<string, { assetId: string; name: string }[]>()
  for (const editionId of new Set(people.map((one) => one.edition.id))) {
    const partners = await partnersOf(db, editionId)
    logos.set(editionId, [...own, ...partners.flatMap((one) => (one.logoAssetId === null ? [] : [{ assetId: one.logoAssetId, name: one.organisationName }]))])
  }
  return logos
}

/** SHA-256 of every image that may stand on the paper, by the id of its asset. */
export function assetHashes(db: Reader, gathered: Gathered): Promise<ReadonlyMap<string, string>> {
  const logos = [...gathered.logos.values()].flat().map((logo) => logo.assetId)
  return hashesById(db, [...logos, ...gathered.signatories.flatMap(({ imageAssetId }) => imageAssetId ?? [])])
}

/** Throws `refused` where somebody would sign without a mandate on the paper's date, or a kind of paper that is not hers to sign. */
export function refuseWhoMayNotSign({ signatories }: Gathered, choice: IssueChoice): void {
  for (const one of signatories) {
    const { name } = one
    if (!isHeldOn(one, choice.issuedOn)) refuse('certificates.notInMandate', { name, day: formatDate(choice.issuedOn), since: formatDate(one.since), until: formatDate(one.until) })
    if (!signs(one, choice.paperKind)) refuse('certificates.signsOtherPapers', { name, kind: choice.paperKind })
  }
}

/** What would be issued, who is left out and why, what the paper would lack. */
export async function planOf(db: Reader, gathered: Gathered, choice: IssueChoice, { device, isSealed, checked }: { readonly device: string; readonly isSealed: boolean; readonly checked: readonly string[] }): Promise<Plan> {
  const chosen = gathered.people.filter((one) => one.against === null)
  const numbers = await nextNumbers(db, { series: gathered.series, year: yearOf(choice), count: chosen.length, device })
  const written = (correlative: number | undefined): string | null => (correlative === undefined ? null : numberIn(gathered.series, gathered.entity, yearOf(choice), correlative))
  const short = chosen.length - numbers.length
  return {
    toIssue: chosen.length,
    firstNumber: written(numbers.at(0)),
    lastNumber: written(numbers.at(-1)),
    leftOut: gathered.people.flatMap((one) => (one.against === null ? [] : [{ enrolmentId: one.enrolment.id, personName: displayName(one.person), ...one.against }])),
    warnings: [
      ...warningsOf(gathered, choice, chosen),
      ...(short > 0 ? [say(gathered.language, 'certificates.numbersShort', { series: gathered.series.name, n: numbers.length, wanted: chosen.length })] : []),
      ...(isSealed ? [] : [say(gathered.language, gathered.entity.ruc === null ? 'certificates.noRuc' : 'certificates.noSeal')]),
      ...checked,
    ],
  }
}

function warningsOf(gathered: Gathered, choice: IssueChoice, chosen: readonly Candidate[]): string[] {
  const { language, entity, signatories } = gathered
  const editions = [...new Set(chosen.map((one) => one.edition))]
  const notApproved = chosen.filter((one) => one.enrolment.role === 'participant' && one.withoutActa && one.enrolment.state !== 'approved').length
  const withoutDocument = chosen.filter((one) => one.person.documentNumber === null).length
  const outOfMandate = signatories.filter((one) => !isHeldOn(one, choice.issuedOn))
  const signOthers = signatories.filter((one) => !signs(one, choice.paperKind))
  return [
    entity.name === null ? say(language, 'certificates.noEntity') : null,
    entity.siglas === null ? say(language, 'certificates.noSiglas') : null,
    gathered.yearName === null ? say(language, 'certificates.noYearName', { year: choice.issuedOn.slice(0, 4) }) : null,
    signatories.length === 0 ? say(language, 'certificates.noSignatory') : null,
    ...outOfMandate.map((one) => say(language, 'certificates.outOfMandate', { name: one.name })),
    ...signOthers.map((one) => say(language, 'certificates.signsOtherPapers', { name: one.name, kind: choice.paperKind })),
    ...editions.filter((one) => one.hours === null).map((one) => say(language, 'certificates.noHours', { edition: one.name })),
    ...editions.filter((one) => one.startsOn === null).map((one) => say(language, 'certificates.noDates', { edition: one.name })),
    choice.paperKind === 'certificado' && notApproved > 0 ? say(language, 'certificates.notApproved', { n: notApproved }) : null,
    choice.document !== 'none' && withoutDocument > 0 ? say(language, 'certificates.withoutDocument', { n: withoutDocument }) : null,
  ].filter((sentence) => sentence !== null)
}
