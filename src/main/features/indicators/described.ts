import { groupedNumber } from '../../../shared/domain/numbers.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { attachmentCounts } from '../attachments/records.ts'
import { describeBehind } from '../counting/behind.ts'
import type { BehindRef } from '../counting/model.ts'
import type { BehindRow } from './frozen.ts'

/** What stands behind a figure as people read it, in the order given; typed figures by their means of verification. */
export async function described(db: Reader, refs: readonly BehindRef[], language: Language): Promise<BehindRow[]> {
  const typed = refs.filter((ref) => ref.kind === 'entry')
  if (typed.length === 0) return describeBehind(db, refs, language)
  const rest = refs.filter((ref) => ref.kind !== 'entry')
  const entries = await entriesSeen(db, typed.map((ref) => ref.id), language)
  const others = (await describeBehind(db, rest, language)).values()
  return refs.flatMap((ref) => {
    if (ref.kind !== 'entry') return others.next().value ?? []
    const entry = entries.get(ref.id)
    return entry === undefined ? [] : [{ ...ref, kind: 'entry' as const, ...entry, cohortName: null }]
  })
}

type EntrySeen = Pick<BehindRow, 'label' | 'detail' | 'evidence'>

async function entriesSeen(db: Reader, ids: readonly string[], language: Language): Promise<Map<string, EntrySeen>> {
  const seen = new Map<string, EntrySeen>()
  for (const chunk of inChunks(ids, 1)) {
    const rows = await db.selectFrom('actuals').innerJoin('periods', 'periods.id', 'actuals.periodId').select(['actuals.id', 'actuals.verification', 'actuals.note', 'actuals.value', 'periods.name']).where('actuals.id', 'in', chunk).execute()
    const files = await attachmentCounts(db, 'actuals', rows.map((row) => row.id))
    for (const { id, verification, note, value, name } of rows) {
      const typed = say(language, 'indicators.typedIn', { value: groupedNumber(value, Number.isInteger(value) ? 0 : 2), period: name })
      seen.set(id, { label: verification, detail: [typed, note].filter((part) => part !== null).join(' · '), evidence: files.get(id) ?? 0 })
    }
  }
  return seen
}
