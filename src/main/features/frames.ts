import type { contract } from '../../shared/contract/index.ts'
import { textSortKey } from '../../shared/domain/names.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import type { Reader, Writer } from '../db/doors.ts'
import { rowCount } from '../db/queries.ts'
import { closePeriod, reopenPeriod } from './frames/closing.ts'
import { makePeriods, savePeriod } from './frames/periods.ts'
import { removeFrame } from './frames/remove.ts'
import { indicatorsOf, periodSeen, periodsOf } from './indicators/records.ts'
import { indicatorsSeen } from './indicators/seen.ts'
import { live } from './live.ts'

export const frames: Handlers<typeof contract.frames> = {
  list: async ({ db, today }) => {
    const counted = db.selectFrom('indicators').select(['frameId', rowCount().as('indicators')]).where('removedAt', 'is', null).groupBy('frameId').as('counted')
    const rows = await framesWithNames(db).leftJoin(counted, 'counted.frameId', 'frames.id').select('counted.indicators').orderBy('frames.sortKey').orderBy('frames.id').execute()
    const periods = await db.selectFrom('periods').selectAll().where('removedAt', 'is', null).orderBy('startsOn').orderBy('id').execute()
    const byFrame = Map.groupBy(periods, (period) => period.frameId)
    return rows.map(({ indicators, ...frame }) => {
      const own = (byFrame.get(frame.id) ?? []).map(periodSeen)
      return { ...frame, indicators: indicators ?? 0, periods: own, toClose: own.find((period) => period.closedAt === null && period.endsOn < today())?.id ?? null }
    })
  },
  get: async (context, { id }) => {
    const { db } = context
    await live(db, 'frames', id, 'indicators.frameMissing')
    const frame = await framesWithNames(db).where('frames.id', '=', id).executeTakeFirstOrThrow()
    const results = await db.selectFrom('frameResults').select(['id', 'level', 'code', 'text', 'position']).where('frameId', '=', id).where('removedAt', 'is', null).orderBy('position').orderBy('id').execute()
    return { frame, periods: await periodsOf(db, id), results, indicators: await indicatorsSeen(context, await indicatorsOf(db, id)) }
  },
  create: async ({ db }, fields) => {
    await checkOwners(db, fields)
    const [id = ''] = await db.add('frames', [{ ...fields, sortKey: textSortKey(fields.name) }])
    return { id, act: db.act }
  },
  update: async ({ db }, { id, fields }) => {
    await live(db, 'frames', id, 'indicators.frameMissing')
    await checkOwners(db, fields)
    await db.change('frames', id, { ...fields, ...(fields.name === undefined ? {} : { sortKey: textSortKey(fields.name) }) })
    return { id, act: db.act }
  },
  remove: ({ db }, { id }) => removeFrame(db, id),
  saveResult: async ({ db }, { frameId, id, fields }) => {
    await live(db, 'frames', frameId, 'indicators.frameMissing')
    if (id !== null) {
      const result = await live(db, 'frameResults', id, 'indicators.resultMissing')
      if (result.frameId !== frameId) refuse('indicators.resultElsewhere')
      await db.change('frameResults', id, fields)
      return { id, act: db.act }
    }
    const last = await db.selectFrom('frameResults').select('position').where('frameId', '=', frameId).where('removedAt', 'is', null).orderBy('position', 'desc').limit(1).executeTakeFirst()
    const [added = ''] = await db.add('frameResults', [{ ...fields, frameId, position: (last?.position ?? -1) + 1 }])
    return { id: added, act: db.act }
  },
  orderResults: async ({ db }, { frameId, ids }) => {
    await live(db, 'frames', frameId, 'indicators.frameMissing')
    await putInOrder(db, 'frameResults', frameId, ids)
    return { id: frameId, act: db.act }
  },
  removeResult: async ({ db }, { id }) => {
    await live(db, 'frameResults', id, 'indicators.resultMissing')
    const own = await db.selectFrom('indicators').select('id').where('resultId', '=', id).where('removedAt', 'is', null).orderBy('id').execute()
    await db.changeMany('indicators', own.map((indicator) => ({ id: indicator.id, patch: { resultId: null } })))
    await db.remove('frameResults', id)
    return { id, act: db.act }
  },
  savePeriod: ({ db }, asked) => savePeriod(db, asked),
  makePeriods: ({ db, language }, asked) => makePeriods(db, asked, language),
  removePeriod: async ({ db }, { id }) => {
    const period = await live(db, 'periods', id, 'indicators.periodMissing')
    if (period.closedAt !== null) refuse('indicators.periodClosed', { period: period.name })
    for (const table of ['targets', 'actuals'] as const) {
      const held = await db.selectFrom(table).select(rowCount().as('count')).where('periodId', '=', id).where('removedAt', 'is', null).executeTakeFirst()
      if ((held?.count ?? 0) > 0) refuse(table === 'targets' ? 'indicators.periodHasTargets' : 'indicators.periodHasActuals', { period: period.name, n: held?.count ?? 0 })
    }
    await db.remove('periods', id)
    return { id, act: db.act }
  },
  closePeriod: (context, { id }) => closePeriod(context, id),
  reopenPeriod: ({ db }, { id, reason }) => reopenPeriod(db, id, reason),
}

function framesWithNames(db: Reader) {
  return db
    .selectFrom('frames')
    .leftJoin('organisations', 'organisations.id', 'frames.organisationId')
    .select(['frames.id', 'frames.name', 'frames.organisationId', 'frames.agreementId', 'frames.commitmentId', 'frames.notes', 'organisations.name as organisationName'])
    .where('frames.removedAt', 'is', null)
}

/** Throws `missing` for a funder, an agreement or a commitment that is not there. */
async function checkOwners(db: Reader, fields: { readonly organisationId?: string | null | undefined; readonly agreementId?: string | null | undefined; readonly commitmentId?: string | null | undefined }): Promise<void> {
  if (typeof fields.organisationId === 'string') await live(db, 'organisations', fields.organisationId, 'indicators.funderMissing')
  if (typeof fields.agreementId === 'string') await live(db, 'agreements', fields.agreementId, 'indicators.agreementMissing')
  if (typeof fields.commitmentId === 'string') await live(db, 'commitments', fields.commitmentId, 'indicators.commitmentMissing')
}

/** Puts what is named first, in that order; what is not named keeps its order behind. */
export async function putInOrder(db: Writer, table: 'frameResults' | 'indicators', frameId: string, ids: readonly string[]): Promise<void> {
  const rows = await db.selectFrom(table).select('id').where('frameId', '=', frameId).where('removedAt', 'is', null).orderBy('position').orderBy('id').execute()
  const known = new Set(rows.map((row) => row.id))
  const named = [...new Set(ids)]
  if (named.some((id) => !known.has(id))) refuse('indicators.orderElsewhere')
  const order = [...named, ...rows.map((row) => row.id).filter((id) => !named.includes(id))]
  await db.changeMany(table, order.map((id, position) => ({ id, patch: { position } })))
}
