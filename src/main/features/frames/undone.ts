import { formatDate } from '../../../shared/domain/dates.ts'
import { refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { refuseCycle } from '../indicators/parts.ts'
import { readIndicator } from '../indicators/records.ts'

/** Throws `refused` when taking an act back left periods that share days, an issued report without its closed figures, a closed period changed, or an indicator that counts itself. */
export async function refuseBrokenFrames(db: Reader, act: string, touched: (entity: string) => readonly string[]): Promise<void> {
  await refuseBrokenPeriods(db, touched('periods'))
  await refuseMovedClosed(db, act, touched('periods'))
  await refuseChangedClosed(db, 'targets', touched('targets'))
  await refuseChangedClosed(db, 'actuals', touched('actuals'))
  for (const ids of inChunks(touched('indicators'), 1)) {
    const rows = await db.selectFrom('indicators').selectAll().where('id', 'in', ids).where('removedAt', 'is', null).orderBy('id').execute()
    for (const row of rows) await refuseCycle(db, readIndicator(row))
  }
}

async function refuseBrokenPeriods(db: Reader, touched: readonly string[]): Promise<void> {
  for (const ids of inChunks(touched, 1)) {
    const issued = await db.selectFrom('periods').innerJoin('issuedReports', 'issuedReports.periodId', 'periods.id').select(['periods.name', 'issuedReports.title']).where('periods.id', 'in', ids).where('periods.closedAt', 'is', null).orderBy('issuedReports.id').limit(1).executeTakeFirst()
    if (issued !== undefined) refuse('indicators.periodIssued', { period: issued.name, report: issued.title })
    const clash = await db
      .selectFrom('periods as one')
      .innerJoin('periods as other', (join) => join.onRef('other.frameId', '=', 'one.frameId').onRef('other.id', '<>', 'one.id').onRef('other.startsOn', '<=', 'one.endsOn').onRef('other.endsOn', '>=', 'one.startsOn'))
      .select(['one.name', 'other.name as otherName', 'other.startsOn', 'other.endsOn'])
      .where('one.id', 'in', ids)
      .where('one.removedAt', 'is', null)
      .where('other.removedAt', 'is', null)
      .orderBy('one.startsOn')
      .limit(1)
      .executeTakeFirst()
    if (clash !== undefined) refuse('indicators.periodOverlaps', { period: clash.name, other: clash.otherName, start: formatDate(clash.startsOn), end: formatDate(clash.endsOn) })
  }
}

/** A closed period keeps the days and the name it was closed with: neither what moved it before is taken back, nor its opening once it was moved. */
async function refuseMovedClosed(db: Reader, act: string, touched: readonly string[]): Promise<void> {
  for (const ids of inChunks(touched, 1)) {
    for (const { id, name } of await db.selectFrom('periods').select(['id', 'name']).where('id', 'in', ids).where('closedAt', 'is not', null).where('removedAt', 'is', null).orderBy('startsOn').execute()) {
      const entries = await db.selectFrom('changes').select(['act', 'field', 'at', 'number']).where('entity', '=', 'periods').where('entityId', '=', id).orderBy('at').orderBy('number').execute()
      const own = entries.filter((entry) => entry.act === act)
      if (own.some((entry) => isOfDays(entry.field))) refuse('indicators.periodClosed', { period: name })
      const last = own.at(-1)
      const since = last === undefined ? [] : entries.slice(entries.indexOf(last) + 1)
      // Moved and moved back is as it was, but the log alone does not tell: it is closed anew then.
      if (since.some((entry) => isOfDays(entry.field))) refuse('indicators.periodMoved', { period: name })
    }
  }
}

const isOfDays = (field: string): boolean => field === 'startsOn' || field === 'endsOn' || field === 'name'

async function refuseChangedClosed(db: Reader, table: 'targets' | 'actuals', touched: readonly string[]): Promise<void> {
  for (const ids of inChunks(touched, 1)) {
    const closed = await db.selectFrom(table).innerJoin('periods', 'periods.id', `${table}.periodId`).select('periods.name').where(`${table}.id`, 'in', ids).where('periods.closedAt', 'is not', null).limit(1).executeTakeFirst()
    if (closed !== undefined) refuse('indicators.periodClosed', { period: closed.name })
  }
}
