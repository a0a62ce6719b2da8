import type { contract } from '../../../shared/contract/index.ts'
import { statusesInForce, usualStatuses } from '../../../shared/domain/attendance.ts'
import type { AttendanceStatus } from '../../../shared/domain/attendance.ts'
import { searchKey } from '../../../shared/domain/names.ts'
import type { ParsedInputOf } from '../../../shared/rpc/define.ts'
import { missing, refuse } from '../../core/failures.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'
import { keptStatuses } from './statuses.ts'

interface Saved {
  id: string
  act: string
}

/** Changes what one of the five or an own status says and counts, or adds an own one. Throws `refused` when its letter or its name is taken. */
export async function saveStatus(db: Writer, { key, name, letter, share, exempts }: ParsedInputOf<typeof contract.attendance.saveStatus>): Promise<Saved> {
  const kept = await keptStatuses(db)
  const usual = usualStatuses.findIndex((one) => one.key === key)
  if (usual < 0 && name === null) refuse('attendance.statusNeedsName')
  refuseTaken(statusesInForce(kept).filter((one) => one.key !== key), { name, letter })
  const fields = { name, letter, share, exempts: exempts ? (1 as const) : (0 as const) }
  const there = kept.find((row) => (row.code ?? row.id) === key)
  if (there !== undefined) {
    await db.change('attendanceStatuses', there.id, fields)
    return { id: there.id, act: db.act }
  }
  if (key !== null && usual < 0) missing('attendance.statusMissing')
  const position = usual >= 0 ? usual : Math.max(usualStatuses.length - 1, ...kept.map((row) => row.position)) + 1
  const [id = ''] = await db.add('attendanceStatuses', [{ code: usualStatuses[usual]?.key ?? null, ...fields, position }])
  return { id, act: db.act }
}

/** Takes an own status away, or gives one of the five back what it usually counts. Throws `refused` while an own one is in use. */
export async function removeStatus(db: Writer, key: string): Promise<Saved> {
  const kept = await keptStatuses(db)
  const row = kept.find((one) => (one.code ?? one.id) === key)
  const usual = usualStatuses.find((one) => one.key === key)
  if (row === undefined) {
    if (usual === undefined) missing('attendance.statusMissing')
    refuse('attendance.statusUnchanged')
  }
  if (usual === undefined) {
    const n = await usesOf(db, key)
    if (n > 0) refuse('attendance.statusInUse', { name: row.name ?? row.letter, n })
  } else refuseTaken(statusesInForce(kept).filter((one) => one.key !== key), usual)
  await db.remove('attendanceStatuses', row.id)
  return { id: row.id, act: db.act }
}

function refuseTaken(others: readonly AttendanceStatus[], { name, letter }: Pick<AttendanceStatus, 'name' | 'letter'>): void {
  if (others.some((one) => one.letter === letter)) refuse('attendance.letterTaken', { letter })
  if (name !== null && others.some((one) => one.name !== null && searchKey(one.name) === searchKey(name))) refuse('attendance.nameTaken', { name })
}

async function usesOf(db: Reader, key: string): Promise<number> {
  const marks = await db.selectFrom('attendances').select(rowCount().as('n')).where('status', '=', key).where('removedAt', 'is', null).executeTakeFirstOrThrow()
  const signed = await db.selectFrom('walkIns').select(rowCount().as('n')).where('status', '=', key).where('removedAt', 'is', null).executeTakeFirstOrThrow()
  return marks.n + signed.n
}
