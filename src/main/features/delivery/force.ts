import { refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { stateOfRow } from '../certificates/state.ts'

/** Papers as they are now: whether they are in force, signed, handed over. */
export interface PaperNow {
  readonly id: string
  readonly number: string
  readonly inForce: boolean
  readonly isSigned: boolean
  readonly isHanded: boolean
}

/** These papers, in the order of the ids; ids of no certificate are not among them. */
export async function papersNow(db: Reader, ids: readonly string[]): Promise<PaperNow[]> {
  const found = new Map<string, PaperNow>()
  for (const chunk of inChunks([...new Set(ids)], 1)) {
    const rows = await db
      .selectFrom('certificates')
      .leftJoin('handovers', (join) => join.onRef('handovers.certificateId', '=', 'certificates.id').on('handovers.removedAt', 'is', null))
      .select(['certificates.id', 'certificates.number', 'handovers.id as handoverId', stateOfRow().as('state')])
      .where('certificates.id', 'in', chunk)
      .execute()
    const signed = await db.selectFrom('signings').select('certificateId').distinct().where('certificateId', 'in', chunk).where('removedAt', 'is', null).execute()
    const signedIds = new Set(signed.map((one) => one.certificateId))
    for (const { id, number, state, handoverId } of rows) {
      found.set(id, { id, number, inForce: state === 'valid', isSigned: signedIds.has(id), isHanded: handoverId !== null })
    }
  }
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? [])
}

/** Throws `refused` when one of them was replaced or annulled: it must not go to a printer or from hand to hand again. */
export async function refuseOutOfForce(db: Reader, ids: readonly string[]): Promise<void> {
  const gone = (await papersNow(db, ids)).filter((paper) => !paper.inForce)
  if (gone.length > 0) refuse('delivery.notInForce', { n: gone.length, number: gone[0]?.number ?? '' })
}
