import type { contract } from '../../shared/contract/index.ts'
import { checkPattern, formatNumber } from '../../shared/domain/numbering.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import type { EntityTables } from '../db/schema.ts'
import { entityOf } from './entity.ts'
import { live } from './live.ts'

export const numbering: Handlers<typeof contract.numbering> = {
  list: async ({ db, today }) => {
    const entity = await entityOf(db)
    const year = Number(today().slice(0, 4))
    const all = await db.selectFrom('series').selectAll().where('removedAt', 'is', null).orderBy('paperKind').orderBy('name').orderBy('id').execute()
    const counters = await db.selectFrom('seriesCounters').selectAll().orderBy('year', 'desc').execute()
    return all.map(({ removedAt: _, ...series }) => {
      const own = counters.filter((counter) => counter.seriesId === series.id).map((counter) => ({ year: counter.year, last: counter.last }))
      const last = own.find((counter) => counter.year === year)?.last ?? 0
      return { ...series, counters: own, nextNumber: numberIn(series, entity, year, last + 1) }
    })
  },
  create: async ({ db }, fields) => {
    checkWritten(fields.pattern)
    const [id = ''] = await db.add('series', [fields])
    return { id, act: db.act }
  },
  update: async ({ db }, { id, fields }) => {
    await live(db, 'series', id, 'certificates.seriesMissing')
    if (fields.pattern !== undefined) checkWritten(fields.pattern)
    await db.change('series', id, fields)
    return { id, act: db.act }
  },
  startAfter: async ({ db }, { id, year, last }) => {
    await live(db, 'series', id, 'certificates.seriesMissing')
    const counter = await db.selectFrom('seriesCounters').selectAll().where('seriesId', '=', id).where('year', '=', year).executeTakeFirst()
    if (counter !== undefined && last < counter.last) refuse('certificates.numberingBackwards', { year: String(year), last: counter.last })
    if (counter === undefined) await db.add('seriesCounters', [{ seriesId: id, year, last }])
    else await db.change('seriesCounters', counter.id, { last })
    return { id, act: db.act }
  },
}

/** The number as it is printed. */
export function numberIn(
  series: Pick<EntityTables['series'], 'pattern' | 'paperKind'>,
  entity: Pick<EntityTables['entity'], 'siglas' | 'unitSiglas'>,
  year: number,
  correlative: number,
): string {
  return formatNumber(series.pattern, { correlative, year, entity: entity.siglas, unit: entity.unitSiglas, kind: series.paperKind })
}

function checkWritten(pattern: string): void {
  const problem = checkPattern(pattern)
  if (problem !== null) refuse('certificates.badPattern', { pattern })
}
