import type { CourseSettings } from '../../../shared/domain/marks.ts'
import { usualCourseSettings } from '../../../shared/domain/marks.ts'
import type { PaperKind } from '../../../shared/domain/training.ts'
import { paperKinds } from '../../../shared/domain/training.ts'
import { missing } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'

/** What a course says of its results; the usual where it says nothing. */
export interface SettingsOfCourse extends CourseSettings {
  readonly withoutActa: boolean
}

/** How an edition makes one mark of many and releases its papers. */
export async function courseSettingsOf(db: Reader, editionId: string): Promise<SettingsOfCourse> {
  const row = await db.selectFrom('courseSettings').select(['withoutActa', 'markRounding', 'retakes']).where('editionId', '=', editionId).where('removedAt', 'is', null).executeTakeFirst()
  return row === undefined ? { withoutActa: false, ...usualCourseSettings } : { ...row, withoutActa: row.withoutActa === 1 }
}

export type Item = Omit<EntityTables['markItems'], 'removedAt' | 'editionId' | 'position'>

/** What is marked in an edition, in the order of the columns. */
export function itemsOf(db: Reader, editionId: string): Promise<Item[]> {
  return db
    .selectFrom('markItems')
    .select(['id', 'name', 'kind', 'weight', 'scaleMin', 'scaleMax'])
    .where('editionId', '=', editionId)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export type Requirement = Omit<EntityTables['requirements'], 'removedAt' | 'editionId' | 'position'>

/** What an edition asks for beside hours and marks, in the order of the columns. */
export function requirementsOf(db: Reader, editionId: string): Promise<Requirement[]> {
  return db.selectFrom('requirements').select(['id', 'name', 'dueOn']).where('editionId', '=', editionId).where('removedAt', 'is', null).orderBy('position').orderBy('id').execute()
}

export interface PaperRuleRow extends Pick<EntityTables['courseRules'], 'id' | 'leastShare' | 'needsRequired' | 'leastMark'> {
  readonly paperKind: PaperKind
  readonly requirementIds: readonly string[]
}

/** The papers that an edition gives and what each asks, the most fitting first. */
export async function paperRulesOf(db: Reader, editionId: string): Promise<PaperRuleRow[]> {
  const rows = await db.selectFrom('courseRules').select(['id', 'paperKind', 'leastShare', 'needsRequired', 'leastMark', 'requirementIds']).where('editionId', '=', editionId).where('removedAt', 'is', null).orderBy('id').execute()
  const read = rows.map((row) => ({ ...row, requirementIds: JSON.parse(row.requirementIds) as string[] }))
  return paperKinds.flatMap((kind) => read.filter((row) => row.paperKind === kind))
}

/** The edition of a group. Throws `missing`. */
export async function editionIdOf(db: Reader, cohortId: string): Promise<string> {
  const cohort = await db.selectFrom('cohorts').select('editionId').where('id', '=', cohortId).where('removedAt', 'is', null).executeTakeFirst()
  return cohort?.editionId ?? missing('cohorts.missing')
}
