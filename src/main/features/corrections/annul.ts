import type { contract } from '../../../shared/contract/index.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import type { JobContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import type { Writer } from '../../db/doors.ts'
import { whyNoLonger } from './standing.ts'

type Input = ParsedInputOf<typeof contract.corrections.annul>
type Answer = OutputOf<typeof contract.corrections.annul>

/** How many papers are annulled in one transaction. */
const batch = 1000

/** Annuls papers, whole batches at a time; those that cannot be are told. Throws `missing`, and `refused` when none can be. */
export async function annul({ read, write, step, language, now, today, who }: JobContext, { certificateIds, ...why }: Input): Promise<Answer> {
  if (why.annulledOn > today()) refuse('corrections.dayToCome')
  const ids = [...new Set(certificateIds)]
  const not = await read((db) => whyNoLonger(db, ids, language))
  const [because] = not.values()
  if (because !== undefined && not.size === ids.length) refuse('corrections.nothingDone', { because, n: not.size })
  const leftOut: Answer['leftOut'] = []
  // One moment for all of it: by it the log knows what belongs together.
  const at = now()
  let annulled = 0
  for (let start = 0; start < ids.length; start += batch) {
    const done = await write((db) => annulBatch(db, ids.slice(start, start + batch), { ...why, at, who }, language))
    leftOut.push(...done.leftOut)
    annulled += done.annulled
    await step({ done: Math.min(ids.length, start + batch), total: ids.length, note: '' })
  }
  return { annulled, leftOut }
}

async function annulBatch(db: Writer, ids: readonly string[], why: Omit<Input, 'certificateIds'> & { readonly at: string; readonly who: string }, language: Language): Promise<Answer> {
  const not = await whyNoLonger(db, ids, language)
  const annulled = await db.add('annulments', ids.filter((id) => !not.has(id)).map((certificateId) => ({ certificateId, ...why })))
  return { annulled: annulled.length, leftOut: [...not].map(([id, because]) => ({ id, because })) }
}
