import type { z } from 'zod'
import type { asset } from '../../shared/contract/assets.ts'
import type { certificate } from '../../shared/contract/certificates.ts'
import type { enrolment } from '../../shared/contract/enrolments.ts'
import type { entityRow, signatory, yearName } from '../../shared/contract/entity.ts'
import type { changeEntry } from '../../shared/contract/history.ts'
import type { importLayout, importRecord, verdictRow } from '../../shared/contract/imports.ts'
import type { series, seriesCounter } from '../../shared/contract/numbering.ts'
import type { organisation } from '../../shared/contract/organisations.ts'
import type { person, post } from '../../shared/contract/people.ts'
import type { cohort, edition, editionPartner, programme } from '../../shared/contract/programmes.ts'

/** Tables whose rows are records of the work: each change of a row has its entry in the change log. */
export interface EntityTables {
  assets: z.output<typeof asset>
  certificates: z.output<typeof certificate>
  cohorts: z.output<typeof cohort>
  editionPartners: z.output<typeof editionPartner>
  editions: z.output<typeof edition>
  enrolments: z.output<typeof enrolment>
  entity: z.output<typeof entityRow>
  importLayouts: z.output<typeof importLayout>
  imports: z.output<typeof importRecord>
  organisations: z.output<typeof organisation>
  people: z.output<typeof person>
  posts: z.output<typeof post>
  programmes: z.output<typeof programme>
  series: z.output<typeof series>
  seriesCounters: z.output<typeof seriesCounter>
  signatories: z.output<typeof signatory>
  verdicts: z.output<typeof verdictRow>
  yearNames: z.output<typeof yearName>
}

/** All tables. Column names equal the schemas' field names: there is no mapping layer. */
export interface Tables extends EntityTables {
  changes: z.output<typeof changeEntry>
  /** Facts about the file itself: format version, device. */
  meta: { key: string; value: string }
}

export type EntityTable = keyof EntityTables & string

/** Rows that are never taken back: a number that was given stays given. */
export const permanentTables: ReadonlySet<string> = new Set<EntityTable>(['certificates', 'seriesCounters'])

/** Tables whose rows have no mark of removal. */
export const unremovableTables: ReadonlySet<string> = new Set<EntityTable>(['certificates', 'seriesCounters', 'entity'])

/** Keys for search, order and comparison: computed from the other fields, so the log does not repeat them. */
export const computedFields: ReadonlySet<string> = new Set(['searchKey', 'sortKey', 'nameKey'])

/** Long texts that never change after they are added: the log keeps their SHA-256, the table keeps them. */
export const loggedByHash: Readonly<Partial<Record<string, readonly string[]>>> = { certificates: ['frozen'], imports: ['details'] }

/** Who points at whom: a record that something newer points at is not removed by an undo. */
export const references: readonly { readonly from: EntityTable; readonly column: string; readonly to: EntityTable }[] = [
  { from: 'posts', column: 'personId', to: 'people' },
  { from: 'posts', column: 'organisationId', to: 'organisations' },
  { from: 'enrolments', column: 'personId', to: 'people' },
  { from: 'enrolments', column: 'cohortId', to: 'cohorts' },
  { from: 'enrolments', column: 'postId', to: 'posts' },
  { from: 'imports', column: 'editionId', to: 'editions' },
  { from: 'certificates', column: 'personId', to: 'people' },
  { from: 'certificates', column: 'cohortId', to: 'cohorts' },
  { from: 'certificates', column: 'enrolmentId', to: 'enrolments' },
  { from: 'certificates', column: 'seriesId', to: 'series' },
  { from: 'editions', column: 'programmeId', to: 'programmes' },
  { from: 'cohorts', column: 'editionId', to: 'editions' },
  { from: 'editionPartners', column: 'editionId', to: 'editions' },
  { from: 'editionPartners', column: 'organisationId', to: 'organisations' },
  { from: 'editionPartners', column: 'logoAssetId', to: 'assets' },
  { from: 'signatories', column: 'imageAssetId', to: 'assets' },
  { from: 'entity', column: 'logoAssetId', to: 'assets' },
]
