import type { z } from 'zod'
import type { reportSection } from '../../../shared/contract/funder-reports.ts'
import { annexKinds, sectionKinds } from '../../../shared/domain/report-sections.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { live } from '../live.ts'

export type Section = z.output<typeof reportSection>

/** A definition with its lists read. */
export interface ReportDefinition {
  readonly id: string
  readonly name: string
  readonly frameId: string
  readonly agreementId: string | null
  readonly editionIds: string[] | null
  readonly language: Language
  readonly currency: string | null
  readonly logoAssetIds: string[]
  readonly sections: Section[]
}

export type IssuedRow = Omit<EntityTables['issuedReports'], 'frozen'>

export function readReport({ removedAt: _, editionIds, logoAssetIds, sections, ...row }: EntityTables['funderReports']): ReportDefinition {
  return { ...row, editionIds: editionIds === null ? null : (JSON.parse(editionIds) as string[]), logoAssetIds: JSON.parse(logoAssetIds) as string[], sections: (JSON.parse(sections) as Section[]).map((section) => ({ ...section, explanations: section.explanations ?? [] })) }
}

/** Throws `missing`. */
export async function reportOf(db: Reader, id: string): Promise<ReportDefinition> {
  return readReport(await live(db, 'funderReports', id, 'funderReports.missing'))
}

/** What was issued of reports, the latest first; without what it said. */
export function issuedRows(db: Reader): Promise<IssuedRow[]> {
  return db
    .selectFrom('issuedReports')
    .select(['id', 'reportId', 'frameId', 'number', 'title', 'from', 'until', 'periodId', 'frozenHash', 'issuedAt', 'who'])
    .orderBy('issuedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

const usualDimensions: Section['dimensions'] = ['sex', 'age', 'organisationKind', 'department', 'ethnicity', 'language', 'disability']

/** The parts of a new report in their order; one that has nothing to tell of is left out when it is drawn. */
export function usualSections(): Section[] {
  return sectionKinds.map((kind) => ({ id: kind, kind, title: null, isShown: kind !== 'text', body: null, dimensions: kind === 'people' ? [...usualDimensions] : [], explanations: [], annexes: kind === 'annexes' ? [...annexKinds] : [] }))
}

export interface Span {
  readonly from: string
  readonly until: string
  readonly period: { readonly id: string; readonly name: string; readonly closedAt: string | null } | null
}

/** The days that a report is about. Throws `refused` for a period of another frame, or days that are missing or end before they begin. */
export async function spanOf(db: Reader, report: Pick<ReportDefinition, 'frameId'>, asked: { readonly periodId: string | null; readonly from: string | null; readonly until: string | null }): Promise<Span> {
  if (asked.periodId !== null) {
    const period = await live(db, 'periods', asked.periodId, 'funderReports.periodMissing')
    if (period.frameId !== report.frameId) refuse('funderReports.periodOfOther')
    return { from: period.startsOn, until: period.endsOn, period: { id: period.id, name: period.name, closedAt: period.closedAt } }
  }
  const { from, until } = asked
  if (from === null || until === null) return refuse('funderReports.noSpan')
  if (until < from) refuse('funderReports.spanBackwards')
  return { from, until, period: null }
}

/** The editions that a report tells of: those chosen, those that its agreement pays, or those that its indicators count. Null: all. */
export async function editionsOf(db: Reader, report: ReportDefinition): Promise<string[]> {
  if (report.editionIds !== null) return report.editionIds
  const paid = (ids: readonly string[]) => db.selectFrom('agreementEditions').select('editionId').where('agreementId', 'in', ids).where('removedAt', 'is', null).execute()
  if (report.agreementId !== null) {
    const rows = await paid([report.agreementId])
    if (rows.length > 0) return rows.map((row) => row.editionId)
  }
  const definitions = (await db.selectFrom('indicators').select('definition').where('frameId', '=', report.frameId).where('removedAt', 'is', null).where('counts', 'not in', ['manual', 'sum', 'share', 'rows', 'initiatives']).execute()).map((row) => JSON.parse(row.definition) as { editionIds: string[]; programmeIds: string[]; agreementIds: string[]; cohortIds: string[]; commitmentIds: string[] })
  const all = (): Promise<string[]> => db.selectFrom('editions').select('id').where('removedAt', 'is', null).orderBy('id').execute().then((rows) => rows.map((row) => row.id))
  if (definitions.length === 0 || definitions.some((one) => [one.editionIds, one.programmeIds, one.agreementIds, one.cohortIds, one.commitmentIds].every((ids) => ids.length === 0))) return all()
  const found = new Set(definitions.flatMap((one) => one.editionIds))
  const programmes = definitions.flatMap((one) => one.programmeIds)
  const agreements = definitions.flatMap((one) => one.agreementIds)
  const cohorts = definitions.flatMap((one) => one.cohortIds)
  const commitments = definitions.flatMap((one) => one.commitmentIds)
  if (programmes.length > 0) for (const { id } of await db.selectFrom('editions').select('id').where('programmeId', 'in', programmes).where('removedAt', 'is', null).execute()) found.add(id)
  if (agreements.length > 0) for (const { editionId } of await paid(agreements)) found.add(editionId)
  if (cohorts.length > 0) for (const { editionId } of await db.selectFrom('cohorts').select('editionId').where('id', 'in', cohorts).execute()) found.add(editionId)
  if (commitments.length > 0) for (const { editionId } of await db.selectFrom('commitmentLinks').select('editionId').where('commitmentId', 'in', commitments).where('removedAt', 'is', null).execute()) if (editionId !== null) found.add(editionId)
  return [...found].sort()
}
