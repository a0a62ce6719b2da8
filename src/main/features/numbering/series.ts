import { checkPattern, formatNumber } from '../../../shared/domain/numbering.ts'
import { folioOf } from '../../../shared/domain/numbering-ranges.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'

type Series = EntityTables['series']
type SeriesKind = Series['paperKind']

/** The pattern of official papers (`N° 004-2023-GRA/CR`): what a new office starts with; it edits it in the settings. */
const usualPattern = 'N° {corr:3}-{año}-{siglas_entidad}/{siglas_unidad}'

const names = { certificado: 'certificates.seriesCertificados', constancia: 'certificates.seriesConstancias', acta: 'actas.series' } as const satisfies Record<SeriesKind, string>

/** Each kind of paper, and the record of results, needs a series: made with the usual pattern when the office's data is first saved. */
export async function ensureSeries(db: Writer, language: Language): Promise<void> {
  const known = await db.selectFrom('series').select('paperKind').where('removedAt', 'is', null).execute()
  const kinds = (Object.keys(names) as SeriesKind[]).filter((kind) => !known.some((one) => one.paperKind === kind))
  await db.add('series', kinds.map((paperKind) => ({ name: say(language, names[paperKind]), paperKind, pattern: usualPattern, unitSiglas: null, book: null, rowsPerFolio: 25, owner: null })))
}

/** The series of the records of results. An office older than the records has none yet: then with `id` null. */
export async function actaSeries(db: Reader): Promise<Omit<Series, 'id' | 'removedAt'> & { readonly id: string | null }> {
  const row = await db.selectFrom('series').selectAll().where('paperKind', '=', 'acta').where('removedAt', 'is', null).orderBy('id').limit(1).executeTakeFirst()
  return row ?? { id: null, name: '', pattern: usualPattern, paperKind: 'acta', unitSiglas: null, book: null, rowsPerFolio: 25, owner: null }
}

/** The number as it is printed. A series that numbers for a unit of its own carries that unit's siglas. */
export function numberIn(
  series: Pick<Series, 'pattern' | 'paperKind' | 'unitSiglas'>,
  entity: Pick<EntityTables['entity'], 'siglas' | 'unitSiglas'>,
  year: number,
  correlative: number,
): string {
  return formatNumber(series.pattern, { correlative, year, entitySiglas: entity.siglas, unitSiglas: series.unitSiglas ?? entity.unitSiglas, kind: series.paperKind.toUpperCase() })
}

/** Whether two series of one kind print the same numbers, which would stand on two papers. */
export function printsAlike(one: Parameters<typeof numberIn>[0], other: Parameters<typeof numberIn>[0], entity: Parameters<typeof numberIn>[1]): boolean {
  // Any number of any year would do: the pattern makes them all alike.
  return one.paperKind === other.paperKind && numberIn(one, entity, 2001, 7) === numberIn(other, entity, 2001, 7)
}

/** "Libro 2026 · Folio 15 · Registro 345", as a paper prints where it stands in the libro de registro; null for a series without a book. */
export function registerTextOf(series: Pick<Series, 'book' | 'rowsPerFolio'>, year: number, correlative: number, language: Language = 'es'): string | null {
  const book = bookOf(series, year)
  return book === null ? null : say(language, 'numbering.registerText', { book, folio: folioOf(correlative, series.rowsPerFolio), entry: correlative })
}

/** The book of that year: `{año}` in its name is the year. */
export function bookOf({ book }: Pick<Series, 'book'>, year: number): string | null {
  return book === null || book.trim() === '' ? null : book.replaceAll('{año}', String(year)).trim()
}

/** Throws `refused` for a pattern that gives no numbers. */
export function checkWritten(pattern: string): void {
  if (checkPattern(pattern).problems.length > 0) refuse('certificates.badPattern', { pattern })
}
