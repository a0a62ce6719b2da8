import { textSortKey } from '../../../shared/domain/names.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { live } from '../live.ts'

export type Commitment = EntityTables['commitments']
export type Item = EntityTables['commitmentItems']
export type Replanning = EntityTables['replannings']

/** A commitment that was not removed. Throws `missing`. */
export const commitmentOf = (db: Reader, id: string): Promise<Commitment> => live(db, 'commitments', id, 'commitments.missing')

/** A product, milestone or outcome that was not removed. Throws `missing`. */
export const itemOf = (db: Reader, id: string): Promise<Item> => live(db, 'commitmentItems', id, 'commitments.itemMissing')

/** By code, then by title. */
export const commitmentKey = ({ code, title }: Pick<Commitment, 'code' | 'title'>): string => textSortKey(`${code ?? ''} ${title}`)

/** Live rows of one commitment, in their order. */
export const itemsOf = (db: Reader, commitmentId: string): Promise<Item[]> =>
  db.selectFrom('commitmentItems').selectAll().where('commitmentId', '=', commitmentId).where('removedAt', 'is', null).orderBy('position').orderBy('id').execute()

export const actorsOf = (db: Reader, commitmentId: string): Promise<EntityTables['commitmentActors'][]> =>
  db.selectFrom('commitmentActors').selectAll().where('commitmentId', '=', commitmentId).where('removedAt', 'is', null).orderBy('position').orderBy('id').execute()

export const valuesOf = (db: Reader, commitmentId: string): Promise<EntityTables['commitmentValues'][]> =>
  db.selectFrom('commitmentValues').selectAll().where('commitmentId', '=', commitmentId).where('removedAt', 'is', null).orderBy('id').execute()

export const linksOf = (db: Reader, commitmentId: string): Promise<EntityTables['commitmentLinks'][]> =>
  db.selectFrom('commitmentLinks').selectAll().where('commitmentId', '=', commitmentId).where('removedAt', 'is', null).orderBy('id').execute()

/** The oldest first. */
export const replanningsOf = (db: Reader, commitmentId: string): Promise<Replanning[]> =>
  db.selectFrom('replannings').selectAll().where('commitmentId', '=', commitmentId).where('removedAt', 'is', null).orderBy('decidedOn').orderBy('at').orderBy('id').execute()
