import type { z } from 'zod'
import type { definition as definitionSchema } from '../../../shared/contract/counting.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { live } from '../live.ts'

type Definition = z.output<typeof definitionSchema>

/** An indicator with its lists and its definition read. */
export type Indicator = Omit<EntityTables['indicators'], 'definition' | 'parts' | 'over' | 'dimensions' | 'removedAt'> & {
  readonly definition: Definition
  readonly parts: string[]
  readonly over: string[]
  readonly dimensions: string[]
}

export type Period = Omit<EntityTables['periods'], 'removedAt' | 'frameId' | 'reopenReason'>

export function readIndicator({ removedAt: _, ...row }: EntityTables['indicators']): Indicator {
  return { ...row, definition: JSON.parse(row.definition) as Definition, parts: JSON.parse(row.parts) as string[], over: JSON.parse(row.over) as string[], dimensions: JSON.parse(row.dimensions) as string[] }
}

export function writtenIndicator<T extends { readonly definition?: unknown; readonly parts?: unknown; readonly over?: unknown; readonly dimensions?: unknown }>(fields: T): Omit<T, 'definition' | 'parts' | 'over' | 'dimensions'> & { definition: string; parts: string; over: string; dimensions: string } {
  return { ...fields, definition: JSON.stringify(fields.definition), parts: JSON.stringify(fields.parts), over: JSON.stringify(fields.over), dimensions: JSON.stringify(fields.dimensions) }
}

/** Throws `missing`. */
export async function indicatorOf(db: Reader, id: string): Promise<Indicator> {
  return readIndicator(await live(db, 'indicators', id, 'indicators.missing'))
}

/** The indicators of a frame, or of the whole office, in their order. */
export async function indicatorsOf(db: Reader, frameId: string): Promise<Indicator[]> {
  const rows = await db.selectFrom('indicators').selectAll().where('frameId', '=', frameId).where('removedAt', 'is', null).orderBy('position').orderBy('id').execute()
  return rows.map(readIndicator)
}

/** All indicators that there are, by id: sums and shares reach over frames. */
export async function everyIndicator(db: Reader): Promise<Map<string, Indicator>> {
  const rows = await db.selectFrom('indicators').selectAll().where('removedAt', 'is', null).orderBy('position').orderBy('id').execute()
  return new Map(rows.map((row) => [row.id, readIndicator(row)]))
}

/** The periods of a frame, the earliest first. */
export async function periodsOf(db: Reader, frameId: string): Promise<Period[]> {
  const rows = await db.selectFrom('periods').selectAll().where('frameId', '=', frameId).where('removedAt', 'is', null).orderBy('startsOn').orderBy('id').execute()
  return rows.map(periodSeen)
}

export function periodSeen({ removedAt: _, frameId: __, reopenReason: ___, ...period }: EntityTables['periods']): Period {
  return period
}
