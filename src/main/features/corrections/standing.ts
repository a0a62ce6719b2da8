import { say } from '../../../shared/messages/messages.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { missing } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { replacedBy, stateOfRow } from '../certificates/state.ts'

/** Why nothing more is done with papers that count no longer, by id: annulled, or another took their place. Throws `missing` when one is not in the register. */
export async function whyNoLonger(db: Reader, ids: readonly string[], language: Language): Promise<ReadonlyMap<string, string>> {
  const why = new Map<string, string>()
  for (const chunk of inChunks(ids, 1)) {
    const rows = await db.selectFrom('certificates').select(['id', 'number']).select(stateOfRow().as('state')).where('id', 'in', chunk).execute()
    if (rows.length < chunk.length) missing('certificates.missing')
    const later = await replacedBy(db, rows.flatMap((row) => (row.state === 'replaced' ? [row.id] : [])))
    for (const { id, number, state } of rows) {
      if (state === 'annulled') why.set(id, say(language, 'corrections.isAnnulled', { number }))
      else if (state === 'replaced') why.set(id, say(language, 'corrections.isReplaced', { number, version: later.get(id)?.version ?? 0 }))
    }
  }
  return why
}
