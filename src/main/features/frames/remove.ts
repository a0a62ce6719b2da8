import type { contract } from '../../../shared/contract/index.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Writer } from '../../db/doors.ts'
import { refuseWhileUsed } from '../indicators/parts.ts'
import { indicatorsOf, periodsOf } from '../indicators/records.ts'
import { live } from '../live.ts'

/** Takes a frame away with all that is only in it. Throws `refused` while something stands on it: nothing is taken away then. */
export async function removeFrame(db: Writer, id: string): Promise<OutputOf<typeof contract.frames.remove>> {
  const frame = await live(db, 'frames', id, 'indicators.frameMissing')
  const periods = await periodsOf(db, id)
  const closed = periods.find((period) => period.closedAt !== null)
  if (closed !== undefined) refuse('indicators.frameHasClosed', { frame: frame.name, period: closed.name })
  const issued = await db.selectFrom('issuedReports').select('title').where('frameId', '=', id).orderBy('id').limit(1).executeTakeFirst()
  if (issued !== undefined) refuse('indicators.frameIssued', { frame: frame.name, report: issued.title })
  const report = await db.selectFrom('funderReports').select('name').where('frameId', '=', id).where('removedAt', 'is', null).orderBy('id').limit(1).executeTakeFirst()
  if (report !== undefined) refuse('indicators.frameInReport', { frame: frame.name, report: report.name })
  const own = (await indicatorsOf(db, id)).map((indicator) => indicator.id)
  await refuseWhileUsed(db, own)
  await removeFiguresOf(db, own)
  await db.removeMany('indicators', own)
  await db.removeMany('periods', periods.map((period) => period.id))
  const results = await db.selectFrom('frameResults').select('id').where('frameId', '=', id).where('removedAt', 'is', null).orderBy('id').execute()
  await db.removeMany('frameResults', results.map((result) => result.id))
  await db.remove('frames', id)
  return { id, act: db.act }
}

/** Takes away the targets and typed figures of indicators that go. */
export async function removeFiguresOf(db: Writer, indicatorIds: readonly string[]): Promise<void> {
  for (const table of ['targets', 'actuals'] as const) {
    for (const chunk of inChunks(indicatorIds, 1)) {
      const rows = await db.selectFrom(table).select('id').where('indicatorId', 'in', chunk).where('removedAt', 'is', null).orderBy('id').execute()
      await db.removeMany(table, rows.map((row) => row.id))
    }
  }
}
