import type { contract } from '../../shared/contract/index.ts'
import { checkPattern, formatNumber } from '../../shared/domain/numbering.ts'
import type { Language } from '../../shared/messages/messages.ts'
import { say } from '../../shared/messages/messages.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import type { Reader, Writer } from '../db/doors.ts'
import type { EntityTables } from '../db/schema.ts'
import { entityOf } from './entity/records.ts'
import { live } from './live.ts'

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

/** The last number given in a series in a year; 0 before the first. */
export async function lastGiven(db: Reader, seriesId: string, year: number): Promise<number> {
  const counter = await db.selectFrom('seriesCounters').select('last').where('seriesId', '=', seriesId).where('year', '=', year).executeTakeFirst()
  return counter?.last ?? 0
}

/** Notes the last number given. Whoever calls has made sure that it does not go back. */
export async function setLastGiven(db: Writer, { seriesId, year, last }: { readonly seriesId: string; readonly year: number; readonly last: number }): Promise<void> {
  const counter = await db.selectFrom('seriesCounters').select('id').where('seriesId', '=', seriesId).where('year', '=', year).executeTakeFirst()
  if (counter === undefined) await db.add('seriesCounters', [{ seriesId, year, last }])
  else await db.change('seriesCounters', counter.id, { last })
}

type SeriesKind = EntityTables['series']['paperKind']

/** The pattern of official papers (`N° 004-2023-GRA/CR`): what a new office starts with; it edits it in the settings. */
const usualPattern = 'N° {corr:3}-{año}-{siglas_entidad}/{siglas_unidad}'

const names = { certificado: 'certificates.seriesCertificados', constancia: 'certificates.seriesConstancias', acta: 'actas.series' } as const satisfies Record<SeriesKind, string>

/** Each kind of paper, and the record of results, needs a series: made with the usual pattern when the office's data is first saved. */
export async function ensureSeries(db: Writer, language: Language): Promise<void> {
  const known = await db.selectFrom('series').select('paperKind').where('removedAt', 'is', null).execute()
  const kinds = (Object.keys(names) as SeriesKind[]).filter((kind) => !known.some((one) => one.paperKind === kind))
  await db.add('series', kinds.map((paperKind) => ({ name: say(language, names[paperKind]), paperKind, pattern: usualPattern, unitSiglas: null, book: null, rowsPerFolio: 25, owner: null })))
}

/** The series of the records of results and the last number given that year. An office older than the records has none yet: then with `id` null. */
export async function actaSeries(db: Reader, year: number): Promise<Pick<EntityTables['series'], 'pattern' | 'paperKind'> & { readonly id: string | null; readonly last: number }> {
  const row = await db.selectFrom('series').select(['id', 'pattern', 'paperKind']).where('paperKind', '=', 'acta').where('removedAt', 'is', null).orderBy('id').limit(1).executeTakeFirst()
  return row === undefined ? { id: null, pattern: usualPattern, paperKind: 'acta', last: 0 } : { ...row, last: await lastGiven(db, row.id, year) }
}

/** The number as it is printed. */
export function numberIn(
  series: Pick<EntityTables['series'], 'pattern' | 'paperKind'>,
  entity: Pick<EntityTables['entity'], 'siglas' | 'unitSiglas'>,
  year: number,
  correlative: number,
): string {
  return formatNumber(series.pattern, { correlative, year, entitySiglas: entity.siglas, unitSiglas: entity.unitSiglas, kind: series.paperKind.toUpperCase() })
}

function checkWritten(pattern: string): void {
  if (checkPattern(pattern).problems.length > 0) refuse('certificates.badPattern', { pattern })
}
