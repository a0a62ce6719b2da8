import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import { entityOf } from './entity/records.ts'
import { live } from './live.ts'
import { checkWritten, numberIn } from './numbering/series.ts'
import { lastGiven, setLastGiven } from './numbering/take.ts'

export { actaSeries, ensureSeries, numberIn, registerTextOf } from './numbering/series.ts'
export { lastGiven, nextNumbers, setLastGiven, takeNumbers } from './numbering/take.ts'

const later = new Proxy({}, { get: () => () => Promise.reject(new Error('not built yet')) }) as Pick<Handlers<typeof contract.numbering>, 'computer' | 'reserve' | 'exportBlock' | 'loadBlock' | 'returnBlock' | 'gaps' | 'explainGap' | 'book'>

export const numbering: Handlers<typeof contract.numbering> = {
  list: async ({ db, today }) => {
    const entity = await entityOf(db)
    const year = Number(today().slice(0, 4))
    const all = await db.selectFrom('series').selectAll().where('removedAt', 'is', null).orderBy('paperKind').orderBy('name').orderBy('id').execute()
    const counters = await db.selectFrom('seriesCounters').selectAll().orderBy('year', 'desc').execute()
    return all.map(({ removedAt: _, ...series }) => {
      const own = counters.filter((counter) => counter.seriesId === series.id).map((counter) => ({ year: counter.year, last: counter.last }))
      const last = own.find((counter) => counter.year === year)?.last ?? 0
      return { ...series, counters: own, isOurs: true, left: null, blocks: [], nextNumber: numberIn(series, entity, year, last + 1) }
    })
  },
  create: async ({ db }, fields) => {
    checkWritten(fields.pattern)
    const [id = ''] = await db.add('series', [{ ...fields, owner: null }])
    return { id, act: db.act }
  },
  update: async ({ db }, { id, fields }) => {
    await live(db, 'series', id, 'certificates.seriesMissing')
    if (fields.pattern !== undefined) checkWritten(fields.pattern)
    await db.change('series', id, fields)
    return { id, act: db.act }
  },
  ...later,
  startAfter: async ({ db }, { id, year, last }) => {
    await live(db, 'series', id, 'certificates.seriesMissing')
    const given = await lastGiven(db, id, year)
    if (last < given) refuse('certificates.numberingBackwards', { year: String(year), last: given })
    await setLastGiven(db, { seriesId: id, year, last })
    return { id, act: db.act }
  },
}
