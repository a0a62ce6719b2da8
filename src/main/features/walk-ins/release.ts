import type { contract } from '../../../shared/contract/index.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { marksOf } from '../attendance/write.ts'
import { live } from '../live.ts'
import { isSameWriting } from './identify.ts'

type WalkIn = EntityTables['walkIns'] & { readonly enrolmentId: string }
type Mark = Pick<EntityTables['attendances'], 'status' | 'minutes' | 'source'>

/** Sets a walk-in who was taken for the wrong person back to unknown, and takes away what that wrote in the other's attendance. Throws `refused` where nobody said who she is. */
export async function release(db: Writer, { id, others }: { readonly id: string; readonly others: boolean }): Promise<OutputOf<typeof contract.walkIns.release>> {
  const walkIn = await live(db, 'walkIns', id, 'walkIns.missing')
  const { enrolmentId } = walkIn
  if (enrolmentId === null) refuse('walkIns.notKnown', { name: walkIn.writtenName })
  const known = (await db.selectFrom('walkIns').selectAll().where('enrolmentId', '=', enrolmentId).where('removedAt', 'is', null).orderBy('id').execute()).map((one): WalkIn => ({ ...one, enrolmentId }))
  const freed = known.filter((one) => one.id === id || (others && isSameWriting(one, walkIn)))
  const stillHers = new Set(known.filter((one) => !freed.includes(one)).map((one) => one.sessionId))
  const written = await takeBackMarks(db, enrolmentId, freed.filter((one) => !stillHers.has(one.sessionId)))
  await db.changeMany('walkIns', freed.map((one) => ({ id: one.id, patch: { enrolmentId: null } })))
  return { released: freed.length, written, act: db.act }
}

/** Marks that still are what the identification wrote go, or become what they were before it. Those changed since stay. */
async function takeBackMarks(db: Writer, enrolmentId: string, freed: readonly WalkIn[]): Promise<number> {
  const marks = await marksOf(db, [...new Set(freed.map((one) => one.sessionId))], [enrolmentId])
  const said = await entriesOf(db, 'walkIns', freed.map((one) => one.id))
  const wrote = await entriesOf(db, 'attendances', [...marks.values()].map((mark) => mark.id))
  const gone = new Set<string>()
  const back = new Map<string, Partial<Mark>>()
  for (const one of freed) {
    const mark = marks.get(`${enrolmentId} ${one.sessionId}`)
    const identified = said.get(one.id)?.find((entry) => entry.field === 'enrolmentId')?.act
    const history = mark === undefined ? [] : (wrote.get(mark.id) ?? [])
    if (mark === undefined || identified === undefined || history[0]?.act !== identified) continue
    const entries = history.filter((entry) => entry.act === identified)
    if (entries.some((entry) => entry.field === '')) gone.add(mark.id)
    else back.set(mark.id, Object.fromEntries(entries.map((entry) => [entry.field, JSON.parse(entry.before ?? 'null')])))
  }
  return (await db.removeMany('attendances', [...gone])) + (await db.changeMany('attendances', [...back].map(([markId, patch]) => ({ id: markId, patch }))))
}

interface Entry {
  readonly entityId: string
  readonly act: string
  readonly field: string
  readonly before: string | null
}

/** What the log says of these records, latest first. */
async function entriesOf(db: Reader, entity: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Entry[]>> {
  const rows: Entry[] = []
  for (const chunk of inChunks(ids, 1)) {
    rows.push(...(await db.selectFrom('changes').select(['entityId', 'act', 'field', 'before']).where('entityId', 'in', chunk).where('entity', '=', entity).orderBy('at', 'desc').orderBy('number', 'desc').execute()))
  }
  return Map.groupBy(rows, (row) => row.entityId)
}
