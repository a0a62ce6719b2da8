import { sql } from 'kysely'
import type { DeliveryWait } from '../../../shared/contract/delivery.ts'
import type { contract } from '../../../shared/contract/index.ts'
import { searchPieces } from '../../../shared/domain/names.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import { limaDay } from '../../core/day.ts'
import type { Reader } from '../../db/doors.ts'
import { holds, rowCount } from '../../db/queries.ts'

type Filter = ParsedInputOf<typeof contract.delivery.ids>
type List = OutputOf<typeof contract.delivery.list>
type PendingRow = OutputOf<typeof contract.delivery.pending>['rows'][number]

/** Papers in force with their four states, in the register's order; and how many wait for each step. */
export async function deliveryRows(db: Reader, filter: Filter, window: { readonly offset: number; readonly limit: number }): Promise<List> {
  const rows = await ordered(waiting(stepsOf(db, filter), filter.pending))
    .innerJoin('cohorts', 'cohorts.id', 'certificates.cohortId')
    .select(['certificates.id', 'certificates.number', 'certificates.version', 'certificates.personName', 'certificates.documentNumber', 'organisations.name as organisationName', 'cohorts.name as cohortName'])
    .select(['certificates.issuedOn', 'certificates.issuedAt', 'papers.drawnAt', 'printed.at as printedAt', 'printed.damaged', 'printed.prints', 'printed.asked', 'signed.on as signedOn', 'signed.isDigital'])
    .select(['handovers.handedOn', 'handovers.proxyName', 'newer.issuedAt as replacedAt', 'annulments.at as annulledAt', waitsFor.as('waitsFor')])
    .offset(window.offset)
    .limit(window.limit)
    .execute()
  const counts = await countsOf(db, filter)
  return {
    total: filter.pending === undefined ? counts.all : counts[filter.pending],
    counts,
    rows: rows.map(({ issuedAt, isDigital, proxyName, replacedAt, annulledAt, ...row }) => ({
      ...row,
      state: annulledAt !== null ? ('annulled' as const) : replacedAt !== null ? ('replaced' as const) : ('valid' as const),
      damaged: row.damaged ?? 0,
      prints: row.prints ?? 0,
      asked: row.asked ?? 0,
      signedHow: row.signedOn === null ? null : isDigital === 1 ? ('digital' as const) : ('hand' as const),
      handedTo: row.handedOn === null ? null : (proxyName ?? row.personName),
      waitsSince: since({ ...row, issuedAt, replacedAt, annulledAt }),
    })),
  }
}

/** Every paper that the filter shows, in the register's order. */
export async function deliveryIds(db: Reader, filter: Filter): Promise<string[]> {
  const rows = await ordered(waiting(stepsOf(db, filter), filter.pending)).select('certificates.id').execute()
  return rows.map((row) => row.id)
}

/** What waits, organisation by organisation: where something has waited longest, first. */
export async function pendingByOrganisation(db: Reader, year: number | undefined): Promise<PendingRow[]> {
  const rows = await stepsOf(db, { search: '', year })
    .select(['organisations.id as organisationId', 'organisations.name as organisationName', 'certificates.issuedAt', 'papers.drawnAt', 'printed.at as printedAt', 'signed.on as signedOn'])
    .select(['newer.issuedAt as replacedAt', 'annulments.at as annulledAt', waitsFor.as('waitsFor')])
    .orderBy('certificates.id')
    .execute()
  const found = new Map<string | null, PendingRow>()
  for (const { organisationId, organisationName, ...row } of rows) {
    const from = since(row)
    if (row.waitsFor === null || from === null) continue
    const known = found.get(organisationId) ?? { organisationId, organisationName, papers: 0, drawn: 0, printed: 0, signed: 0, handed: 0, back: 0, since: from }
    found.set(organisationId, { ...known, papers: known.papers + 1, [row.waitsFor]: known[row.waitsFor] + 1, since: from < known.since ? from : known.since })
  }
  return [...found.values()].toSorted((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : other.papers - one.papers))
}

async function countsOf(db: Reader, filter: Filter): Promise<List['counts']> {
  const rows = await stepsOf(db, filter).select([waitsFor.as('waitsFor'), rowCount().as('papers')]).groupBy(waitsFor).execute()
  const counts = { drawn: 0, printed: 0, signed: 0, handed: 0, back: 0, all: 0 }
  for (const { waitsFor: step, papers } of rows) {
    counts.all += papers
    if (step !== null) counts[step] += papers
  }
  return counts
}

interface Moments {
  readonly waitsFor: DeliveryWait | null
  readonly issuedAt: string
  readonly drawnAt: string | null
  readonly printedAt: string | null
  readonly signedOn: string | null
  readonly replacedAt: string | null
  readonly annulledAt: string | null
}

/** The day on which the step before was done. */
function since({ waitsFor: step, issuedAt, drawnAt, printedAt, signedOn, replacedAt, annulledAt }: Moments): string | null {
  if (step === null) return null
  if (step === 'handed' && signedOn !== null) return signedOn
  const moment = { drawn: issuedAt, printed: drawnAt, signed: printedAt, handed: printedAt, back: annulledAt ?? replacedAt }[step]
  return limaDay(new Date(moment ?? issuedAt))
}

/** A paper that is signed was printed, or need not be; one that was handed over waits for nothing more. */
const waitsFor = sql<DeliveryWait | null>`case
  when "newer"."id" is not null or "annulments"."id" is not null then 'back'
  when "handovers"."id" is not null then null
  when "papers"."drawnAt" is null then 'drawn'
  when "signed"."on" is not null then 'handed'
  when "printed"."at" is null then 'printed'
  else 'signed' end`

/** Papers in force, and those that count no more while somebody has them, with the rows that tell their states. */
function stepsOf(db: Reader, filter: Omit<Filter, 'pending'>) {
  let ask = db
    .selectFrom('certificates')
    .leftJoin('certificates as newer', 'newer.replacesId', 'certificates.id')
    .leftJoin('annulments', 'annulments.certificateId', 'certificates.id')
    .leftJoin('papers', 'papers.certificateId', 'certificates.id')
    .leftJoin(printedOf(db).as('printed'), 'printed.certificateId', 'certificates.id')
    .leftJoin(signedOf(db).as('signed'), 'signed.certificateId', 'certificates.id')
    .leftJoin('handovers', (join) => join.onRef('handovers.certificateId', '=', 'certificates.id').on('handovers.removedAt', 'is', null))
    // A left join that nothing is asked of costs nothing: counts need no organisation.
    .leftJoin('enrolments', 'enrolments.id', 'certificates.enrolmentId')
    .leftJoin('posts', 'posts.id', 'enrolments.postId')
    .leftJoin('organisations', 'organisations.id', 'posts.organisationId')
    .where((test) => test.or([test.and([test('newer.id', 'is', null), test('annulments.id', 'is', null)]), test('handovers.id', 'is not', null)]))
  if (filter.year !== undefined) ask = ask.where('certificates.year', '=', filter.year)
  if (filter.cohortId !== undefined) ask = ask.where('certificates.cohortId', '=', filter.cohortId)
  if (filter.organisationId !== undefined) ask = ask.where('posts.organisationId', '=', filter.organisationId)
  for (const piece of searchPieces(filter.search)) ask = ask.where((test) => holds(test.ref('certificates.searchKey'), piece))
  return ask
}

/** When each paper last came out well, how many sheets of it were lost, how often it went to the printer. */
function printedOf(db: Reader) {
  return db
    .selectFrom('prints')
    .innerJoin('printRuns', 'printRuns.id', 'prints.runId')
    .where('prints.removedAt', 'is', null)
    .groupBy('prints.certificateId')
    .select('prints.certificateId')
    .select([
      sql<string | null>`max(case when "prints"."outcome" = 'well' then "printRuns"."printedAt" end)`.as('at'),
      sql<number>`cast(sum(case when "prints"."outcome" = 'damaged' then "prints"."pages" else 0 end) as integer)`.as('damaged'),
      sql<number>`cast(sum(case when "prints"."outcome" = 'asked' then 1 else 0 end) as integer)`.as('asked'),
      rowCount().as('prints'),
    ])
}

function signedOf(db: Reader) {
  return db
    .selectFrom('signings')
    .where('removedAt', 'is', null)
    .groupBy('certificateId')
    .select(['certificateId', sql<string>`min("signedOn")`.as('on'), sql<number>`max(case when "kind" = 'digital' then 1 else 0 end)`.as('isDigital')])
}

type Steps = ReturnType<typeof stepsOf>

function waiting(ask: Steps, step: DeliveryWait | undefined): Steps {
  return step === undefined ? ask : ask.where(waitsFor, '=', step)
}

function ordered(ask: Steps): Steps {
  return ask.orderBy('certificates.year', 'desc').orderBy('certificates.seriesId').orderBy('certificates.correlative').orderBy('certificates.version', 'desc')
}
