import type { contract } from '../../shared/contract/index.ts'
import type { OutputOf } from '../../shared/rpc/define.ts'
import type { Handlers } from '../core/context.ts'
import type { Reader } from '../db/doors.ts'
import { rowCount } from '../db/queries.ts'
import { actasInForce } from './actas/records.ts'
import { inForce } from './certificates/state.ts'

/** As many lines as one looks at when the day begins. */
const SHOWN = 6

export const home: Handlers<typeof contract.home> = {
  overview: async ({ db, today }) => ({
    ...(await figures(db)),
    ...(await readiness(db, today())),
    cohortsToCertify: await cohortsToCertify(db),
    lastIssues: await lastIssues(db),
    lastImports: await lastImports(db),
  }),
}

type Overview = OutputOf<typeof contract.home.overview>

async function figures(db: Reader): Promise<Pick<Overview, 'people' | 'organisations' | 'cohorts' | 'certificates' | 'withoutDocument'>> {
  const live = async (table: 'people' | 'organisations' | 'cohorts'): Promise<number> =>
    (await db.selectFrom(table).select(rowCount().as('n')).where('removedAt', 'is', null).executeTakeFirstOrThrow()).n
  const papers = await db.selectFrom('certificates').select(rowCount().as('n')).where(inForce()).executeTakeFirstOrThrow()
  const without = await db.selectFrom('people').select(rowCount().as('n')).where('removedAt', 'is', null).where('documentNumber', 'is', null).executeTakeFirstOrThrow()
  return { people: await live('people'), organisations: await live('organisations'), cohorts: await live('cohorts'), certificates: papers.n, withoutDocument: without.n }
}

/** Whether papers can already say who gives them and who signs them. */
async function readiness(db: Reader, today: string): Promise<Pick<Overview, 'entityReady' | 'signatoriesReady'>> {
  const entity = await db.selectFrom('entity').select('name').executeTakeFirst()
  const signatory = await db
    .selectFrom('signatories')
    .select('id')
    .where('removedAt', 'is', null)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .limit(1)
    .executeTakeFirst()
  return { entityReady: (entity?.name ?? null) !== null, signatoriesReady: signatory !== undefined }
}

/** Groups with participants of whom nobody has a certificate yet, the latest first. */
async function cohortsToCertify(db: Reader): Promise<Overview['cohortsToCertify']> {
  const rows = await db
    .selectFrom('enrolments')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .innerJoin('editions', 'editions.id', 'cohorts.editionId')
    .innerJoin('programmes', 'programmes.id', 'editions.programmeId')
    .select(['cohorts.id', 'cohorts.name', 'editions.name as editionName', 'programmes.name as programmeName', 'programmes.shortName', rowCount().as('people')])
    .where('enrolments.removedAt', 'is', null)
    .where('enrolments.role', '=', 'participant')
    .where('enrolments.state', '!=', 'withdrawn')
    .where('cohorts.removedAt', 'is', null)
    .where('editions.removedAt', 'is', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('certificates').select('certificates.id').whereRef('certificates.cohortId', '=', 'cohorts.id').where(inForce()))))
    .groupBy(['cohorts.id', 'cohorts.name', 'editions.name', 'programmes.name', 'programmes.shortName', 'editions.year', 'editions.endsOn', 'cohorts.sortKey'])
    .orderBy('editions.year', 'desc')
    .orderBy((eb) => eb.fn.coalesce('editions.endsOn', eb.val('')), 'desc')
    .orderBy('cohorts.sortKey')
    .orderBy('cohorts.id')
    .limit(SHOWN)
    .execute()
  const released = new Set([...(await actasInForce(db, rows.map((row) => row.id))).keys(), ...(await withoutActa(db, rows.map((row) => row.id)))])
  return rows.map((row) => ({ id: row.id, name: row.name, edition: editionName(row), people: row.people, isReleased: released.has(row.id) }))
}

/** Those of the groups whose course needs no record of results. */
async function withoutActa(db: Reader, cohortIds: readonly string[]): Promise<readonly string[]> {
  if (cohortIds.length === 0) return []
  const rows = await db
    .selectFrom('cohorts')
    .innerJoin('courseSettings', 'courseSettings.editionId', 'cohorts.editionId')
    .select('cohorts.id')
    .where('cohorts.id', 'in', cohortIds)
    .where('courseSettings.withoutActa', '=', 1)
    .where('courseSettings.removedAt', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}

/** What was issued together: same group, same moment. A correction gives no new papers. */
async function lastIssues(db: Reader): Promise<Overview['lastIssues']> {
  const issues = await db
    .selectFrom('certificates')
    .select(['issuedAt as at', 'cohortId', rowCount().as('certificates')])
    .where('version', '=', 1)
    .groupBy(['issuedAt', 'cohortId'])
    .orderBy('issuedAt', 'desc')
    .orderBy('cohortId')
    .limit(SHOWN - 2)
    .execute()
  if (issues.length === 0) return []
  const rows = await db
    .selectFrom('cohorts')
    .innerJoin('editions', 'editions.id', 'cohorts.editionId')
    .innerJoin('programmes', 'programmes.id', 'editions.programmeId')
    .select(['cohorts.id', 'cohorts.name', 'editions.name as editionName', 'programmes.name as programmeName', 'programmes.shortName'])
    .where('cohorts.id', 'in', issues.map((one) => one.cohortId))
    .execute()
  const cohorts = new Map(rows.map((row) => [row.id, row]))
  return issues.flatMap((issue) => {
    const cohort = cohorts.get(issue.cohortId)
    return cohort === undefined ? [] : [{ ...issue, name: cohort.name, edition: editionName(cohort) }]
  })
}

const editionName = (row: { readonly shortName: string | null; readonly programmeName: string; readonly editionName: string }): string => `${row.shortName ?? row.programmeName} · ${row.editionName}`

function lastImports(db: Reader): Promise<Overview['lastImports']> {
  return db.selectFrom('imports').select(['id', 'fileName', 'at', 'created', 'rowsRead as rows']).where('removedAt', 'is', null).orderBy('at', 'desc').orderBy('id', 'desc').limit(SHOWN).execute()
}
