import type { ReplannedField } from '../../../shared/domain/commitments.ts'
import { dayParts } from '../../../shared/domain/dates.ts'
import { refuse } from '../../core/failures.ts'
import type { CommandContext } from '../../core/context.ts'
import type { Writer } from '../../db/doors.ts'
import type { Commitment, Item, Replanning } from './records.ts'
import { commitmentKey, commitmentOf, itemOf } from './records.ts'
import { checkOrder } from './rules.ts'

interface Asked {
  readonly commitmentId: string
  readonly itemId: string | null
  readonly changes: readonly { readonly field: ReplannedField; readonly after: string | null }[]
  readonly reason: string
  readonly decidedOn: string
  readonly document: string | null
}

/** Changes what was promised and keeps what it was, why, since when and by which document. Throws `refused`. */
export async function replan({ db, today, now, who }: CommandContext, asked: Asked): Promise<void> {
  const commitment = await commitmentOf(db, asked.commitmentId)
  const item = asked.itemId === null ? null : await itemOf(db, asked.itemId)
  if (item !== null && item.commitmentId !== commitment.id) refuse('commitments.itemMissing')
  if (item?.state === 'dropped') refuse('commitments.droppedStays')
  if (asked.decidedOn > today()) refuse('commitments.decidedLater')
  checkFields(asked, item)
  const kept = { commitmentId: commitment.id, reason: asked.reason, decidedOn: asked.decidedOn, document: asked.document, at: now(), who }
  const rows = asked.changes.some((change) => change.field === 'dropped') && item !== null ? await dropped(db, item) : await changed(db, commitment, item, asked.changes)
  if (rows.length === 0) refuse('commitments.nothingChanges')
  await db.add('replannings', rows.map((row) => ({ ...kept, ...row })))
}

type Row = Pick<Replanning, 'itemId' | 'field' | 'before' | 'after'>

function checkFields({ changes }: Asked, item: Item | null): void {
  const fields = changes.map((change) => change.field)
  if (new Set(fields).size < fields.length) refuse('commitments.fieldTwice')
  if (item === null && fields.includes('dropped')) refuse('commitments.commitmentStays')
  if (fields.includes(item === null ? 'name' : 'title')) refuse('commitments.noSuchField')
  if (fields.includes('dropped') && fields.length > 1) refuse('commitments.dropAlone')
  for (const { field, after } of changes) {
    if ((field === 'name' || field === 'title') && after === null) refuse('commitments.nameless')
    if ((field === 'startsOn' || field === 'endsOn') && after !== null && dayParts(after) === null) refuse('commitments.noDay', { text: after })
  }
}

/** The product goes out of the plan, and with it its milestones that were not done. */
async function dropped(db: Writer, item: Item): Promise<Row[]> {
  const below = await db.selectFrom('commitmentItems').selectAll().where('parentId', '=', item.id).where('state', 'in', ['pending', 'inProgress']).where('removedAt', 'is', null).orderBy('position').orderBy('id').execute()
  const all = [item, ...below]
  await db.changeMany('commitmentItems', all.map((one) => ({ id: one.id, patch: { state: 'dropped' as const, doneOn: null } })))
  return all.map((one) => ({ itemId: one.id, field: 'dropped', before: one.state, after: 'dropped' }))
}

async function changed(db: Writer, commitment: Commitment, item: Item | null, changes: Asked['changes']): Promise<Row[]> {
  const before: Readonly<Record<string, unknown>> = { ...(item ?? commitment) }
  const rows = changes.map(({ field, after }): Row => ({ itemId: item?.id ?? null, field, before: (before[field] as string | null | undefined) ?? null, after })).filter((row) => row.before !== row.after)
  const patch = Object.fromEntries(rows.map((row) => [row.field, row.after]))
  const after = { ...(item ?? commitment), ...patch }
  checkOrder(after)
  if (item !== null) await db.change('commitmentItems', item.id, patch)
  else await db.change('commitments', commitment.id, { ...patch, sortKey: commitmentKey({ ...commitment, ...patch }) })
  return rows
}
