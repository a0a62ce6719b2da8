import type { contract } from '../../../shared/contract/index.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { CommandContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import type { Writer } from '../../db/doors.ts'
import { daysOf } from '../indicators/answers.ts'
import { bookOf } from '../indicators/book.ts'
import { freezer } from '../indicators/freeze.ts'
import { frozenText } from '../indicators/frozen.ts'
import { indicatorsOf } from '../indicators/records.ts'
import { live } from '../live.ts'

type Saved = OutputOf<typeof contract.frames.closePeriod>

/** Freezes every figure of the period with what is behind it. Throws `refused` before its last day is over. */
export async function closePeriod(context: CommandContext, id: string): Promise<Saved> {
  const { db, today, now, who } = context
  const period = await live(db, 'periods', id, 'indicators.periodMissing')
  if (period.closedAt !== null) refuse('indicators.alreadyClosed', { period: period.name })
  if (today() <= period.endsOn) refuse('indicators.notOver', { period: period.name, end: formatDate(period.endsOn) })
  const freeze = freezer(await bookOf(context))
  for (const indicator of await indicatorsOf(db, period.frameId)) {
    const frozen = await freeze(indicator, period.id, daysOf(period))
    await db.add('frozenFigures', [{ periodId: id, indicatorId: indicator.id, value: frozen.value, ...(await frozenText(frozen)), at: now(), who }])
  }
  await db.change('periods', id, { closedAt: now(), closedBy: who })
  return { id, act: db.act }
}

/** Opens it again; what was frozen is kept aside. Throws `refused` while a report that was issued stands on it. */
export async function reopenPeriod(db: Writer, id: string, reason: string): Promise<Saved> {
  const period = await live(db, 'periods', id, 'indicators.periodMissing')
  if (period.closedAt === null) refuse('indicators.notClosed', { period: period.name })
  const issued = await db.selectFrom('issuedReports').select('title').where('periodId', '=', id).orderBy('number').limit(1).executeTakeFirst()
  if (issued !== undefined) refuse('indicators.periodIssued', { period: period.name, report: issued.title })
  const frozen = await db.selectFrom('frozenFigures').select('id').where('periodId', '=', id).where('removedAt', 'is', null).orderBy('id').execute()
  await db.removeMany('frozenFigures', frozen.map((figure) => figure.id))
  await db.change('periods', id, { closedAt: null, closedBy: null, reopenReason: reason })
  return { id, act: db.act }
}
