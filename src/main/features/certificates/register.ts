import type { contract } from '../../../shared/contract/index.ts'
import { searchPieces } from '../../../shared/domain/names.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { Reader } from '../../db/doors.ts'
import { holds, rowCount } from '../../db/queries.ts'
import type { CertificateState } from './state.ts'
import { isIn, stateOfRow } from './state.ts'

type Row = OutputOf<typeof contract.certificates.list>['rows'][number]

export interface RegisterFilter {
  readonly search: string
  readonly year?: number | undefined
  readonly seriesId?: string | undefined
  readonly cohortId?: string | undefined
  readonly editionId?: string | undefined
  readonly state?: CertificateState | undefined
  readonly id?: string
}

/** The register as a book: by series and number, the latest year first. */
export async function certificateRows(db: Reader, filter: RegisterFilter, window: { readonly offset: number; readonly limit: number }): Promise<{ rows: Row[]; total: number }> {
  const { total } = await filteredCertificates(db, filter).select(rowCount().as('total')).executeTakeFirstOrThrow()
  const rows = await filteredCertificates(db, filter)
    .innerJoin('cohorts', 'cohorts.id', 'certificates.cohortId')
    .select(['certificates.id', 'certificates.number', 'certificates.year', 'certificates.correlative', 'certificates.paperKind', 'certificates.role'])
    .select(['certificates.cohortId', 'cohorts.name as cohortName', 'certificates.issuedOn', 'certificates.code', 'certificates.personName', 'certificates.documentNumber', 'certificates.title', 'certificates.version', 'certificates.sealKeyId'])
    .select(stateOfRow().as('state'))
    .orderBy('certificates.year', 'desc')
    .orderBy('certificates.seriesId')
    .orderBy('certificates.correlative')
    .orderBy('certificates.version')
    .offset(window.offset)
    .limit(window.limit)
    .execute()
  return { rows: rows.map(({ sealKeyId, ...row }) => ({ ...row, isSealed: sealKeyId !== null })), total }
}

/** Every certificate that the filter shows, in the register's order. */
export async function certificateIds(db: Reader, filter: RegisterFilter): Promise<string[]> {
  const rows = await filteredCertificates(db, filter).select('certificates.id').orderBy('certificates.year', 'desc').orderBy('certificates.seriesId').orderBy('certificates.correlative').orderBy('certificates.version').execute()
  return rows.map((row) => row.id)
}

export async function certificateYears(db: Reader): Promise<number[]> {
  const rows = await db.selectFrom('certificates').select('year').distinct().orderBy('year', 'desc').execute()
  return rows.map((row) => row.year)
}

/** Certificates that the filter shows, to be selected from. */
export function filteredCertificates(db: Reader, filter: RegisterFilter) {
  let ask = db.selectFrom('certificates')
  if (filter.id !== undefined) ask = ask.where('certificates.id', '=', filter.id)
  if (filter.year !== undefined) ask = ask.where('certificates.year', '=', filter.year)
  if (filter.seriesId !== undefined) ask = ask.where('certificates.seriesId', '=', filter.seriesId)
  if (filter.cohortId !== undefined) ask = ask.where('certificates.cohortId', '=', filter.cohortId)
  if (filter.editionId !== undefined) ask = ask.where(({ exists, selectFrom }) => exists(selectFrom('cohorts as held').select('held.id').whereRef('held.id', '=', 'certificates.cohortId').where('held.editionId', '=', filter.editionId ?? '')))
  if (filter.state !== undefined) ask = ask.where(isIn(filter.state))
  for (const piece of searchPieces(filter.search)) ask = ask.where((eb) => holds(eb.ref('certificates.searchKey'), piece))
  return ask
}
