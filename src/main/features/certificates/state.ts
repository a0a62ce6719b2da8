import { sql } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'

/** Whether a paper counts: in force, replaced by a correction, or annulled. */
export type CertificateState = 'valid' | 'replaced' | 'annulled'

// Said in SQL, not by the builder: it is asked of joins of every shape.
const later = sql`exists (select 1 from "certificates" as "later" where "later"."replacesId" = "certificates"."id")`
const undone = sql`exists (select 1 from "annulments" where "annulments"."certificateId" = "certificates"."id")`

/** Whether the row of `certificates` counts: no other replaces it and it was not annulled. */
export const inForce = (): RawBuilder<SqlBool> => sql<SqlBool>`(not ${later} and not ${undone})`

/** Whether the row of `certificates` is in that state. */
export function isIn(state: CertificateState): RawBuilder<SqlBool> {
  if (state === 'valid') return inForce()
  return state === 'annulled' ? sql<SqlBool>`${undone}` : sql<SqlBool>`(${later} and not ${undone})`
}

/** The state of the row of `certificates`. */
export const stateOfRow = (): RawBuilder<CertificateState> => sql<CertificateState>`case when ${undone} then 'annulled' when ${later} then 'replaced' else 'valid' end`

export interface Replacement {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly reason: string
  /** UTC moment. */
  readonly at: string
  readonly correctionId: string
}

/** The paper that took the place of each of these and why, by the id of the old one. Those that nothing replaces are not in the answer. */
export async function replacedBy(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Replacement>> {
  const found = new Map<string, Replacement>()
  for (const chunk of inChunks([...new Set(ids)], 1)) {
    const rows = await db
      .selectFrom('certificates')
      .leftJoin('correctionLines', 'correctionLines.newId', 'certificates.id')
      .leftJoin('corrections', 'corrections.id', 'correctionLines.correctionId')
      .select(['certificates.id', 'certificates.number', 'certificates.version', 'certificates.replacesId', 'certificates.issuedAt', 'corrections.id as correctionId', 'corrections.reason', 'corrections.at'])
      .where('certificates.replacesId', 'in', chunk)
      .execute()
    for (const { replacesId, issuedAt, correctionId, reason, at, ...row } of rows) {
      if (replacesId !== null) found.set(replacesId, { ...row, reason: reason ?? '', at: at ?? issuedAt, correctionId: correctionId ?? '' })
    }
  }
  return found
}

export interface Annulled {
  readonly reason: string
  readonly resolution: string | null
  /** `YYYY-MM-DD`. */
  readonly annulledOn: string
  /** UTC moment. */
  readonly at: string
}

/** Why and when each of these was annulled. Those that were not are not in the answer. */
export async function annulled(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Annulled>> {
  const found = new Map<string, Annulled>()
  for (const chunk of inChunks([...new Set(ids)], 1)) {
    const rows = await db.selectFrom('annulments').select(['certificateId', 'reason', 'resolution', 'annulledOn', 'at']).where('certificateId', 'in', chunk).execute()
    for (const { certificateId, ...row } of rows) found.set(certificateId, row)
  }
  return found
}
