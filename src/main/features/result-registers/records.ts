import type { RegisterField, RegisterValue } from '../../../shared/domain/registers.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { live } from '../live.ts'

export interface Register extends Omit<EntityTables['resultRegisters'], 'fields' | 'sortKey' | 'removedAt'> {
  readonly fields: (RegisterField & { options: string[] })[]
}

export type Values = Readonly<Record<string, RegisterValue>>

/** A register with its fields. Throws `missing`. */
export async function registerOf(db: Reader, id: string): Promise<Register> {
  return asRegister(await live(db, 'resultRegisters', id, 'resultRegisters.missing'))
}

export function asRegister({ sortKey: _, removedAt: __, ...row }: EntityTables['resultRegisters']): Register {
  return { ...row, fields: JSON.parse(row.fields) as Register['fields'] }
}

/** Values as the table keeps them: what was left blank is not in it. */
export function readValues(json: string): Values {
  return JSON.parse(json) as Values
}

/** What each row of a register says in its own fields. */
export async function valuesIn(db: Reader, registerId: string): Promise<{ readonly title: string; readonly values: Values }[]> {
  const rows = await db.selectFrom('resultRows').select(['title', 'values']).where('registerId', '=', registerId).where('removedAt', 'is', null).orderBy('on').orderBy('id').execute()
  return rows.map(({ title, values }) => ({ title, values: readValues(values) }))
}
