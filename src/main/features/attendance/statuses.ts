import type { contract } from '../../../shared/contract/index.ts'
import type { AttendanceStatus } from '../../../shared/domain/attendance.ts'
import { statusesInForce, usualStatuses } from '../../../shared/domain/attendance.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'

export type StatusSeen = OutputOf<typeof contract.attendance.statuses>[number]

/** What the office keeps of statuses, its own in the order of the legend. */
export function keptStatuses(db: Reader): Promise<EntityTables['attendanceStatuses'][]> {
  return db.selectFrom('attendanceStatuses').selectAll().where('removedAt', 'is', null).orderBy('position').orderBy('id').execute()
}

/** The five and the office's own, in the order of the legend, with names in the reader's language where the office gave none. */
export async function statusesOf(db: Reader, language: Language): Promise<StatusSeen[]> {
  return statusesInForce(await keptStatuses(db)).map((status) => statusSeen(status, language))
}

/** The statuses in force by their keys, for counting minutes. */
export async function statusesByKey(db: Reader): Promise<ReadonlyMap<string, AttendanceStatus>> {
  return new Map(statusesInForce(await keptStatuses(db)).map((status) => [status.key, status]))
}

function statusSeen({ key, name, letter, share, exempts }: AttendanceStatus, language: Language): StatusSeen {
  const code = usualStatuses.find((usual) => usual.key === key)?.key ?? null
  return { key, code, name: name ?? (code === null ? key : say(language, `attendance.status.${code}`)), letter, share, exempts }
}
