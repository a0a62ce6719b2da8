import { createHash } from 'node:crypto'
import type { Language } from '../../../shared/messages/messages.ts'
import { refuse } from '../../core/failures.ts'
import type { Writer } from '../../db/doors.ts'
import { newId } from '../../db/ids.ts'
import type { EntityTables } from '../../db/schema.ts'
import { ensureSeries } from '../numbering/series.ts'
import { takeNumbers } from '../numbering/take.ts'
import { reasonOf } from './compose.ts'
import { blockersOf } from './judge.ts'
import { nextActa } from './look.ts'

/**
 * Gives the next number, freezes the list and sets each enrolment's state, in the transaction of `db`. For good.
 * Throws `refused` with every reason why it cannot be closed yet.
 */
export async function closeActa(db: Writer, cohortId: string, given: { readonly language: Language; readonly today: string; readonly now: string; readonly who: string; readonly device: string }): Promise<{ id: string; number: string }> {
  await ensureSeries(db, given.language)
  const { gathered, next } = await nextActa(db, cohortId, given)
  const blockers = blockersOf(gathered, next, given)
  if (blockers.length > 0) refuse('actas.notClosed', { reasons: blockers.join(' ') })
  const { series, fields, inForce, draftId } = gathered
  const year = Number(fields.drawnUpOn.slice(0, 4))
  const id = newId()
  const frozen = JSON.stringify(next)
  const seriesId = series.id ?? ''
  // The same number that the record was composed with: nothing else is written meanwhile.
  const [correlative = 0] = await takeNumbers(db, { series: { ...series, id: seriesId }, year, count: 1, device: given.device })
  await db.add('actas', [
    {
      id,
      cohortId,
      seriesId,
      year,
      correlative,
      number: next.number,
      drawnUpOn: fields.drawnUpOn,
      closedAt: given.now,
      closedBy: given.who,
      replacesId: inForce?.id ?? null,
      replaceReason: inForce === null ? null : fields.replaceReason,
      frozen,
      frozenHash: createHash('sha256').update(frozen).digest('hex'),
    },
  ])
  await db.add('actaLines', next.lines.map((line, position) => ({
    actaId: id,
    enrolmentId: line.enrolmentId,
    personId: line.personId,
    position,
    papers: JSON.stringify(line.papers),
    attendedMinutes: line.attendedMinutes,
    plannedMinutes: line.plannedMinutes,
    mark: line.mark,
    outcome: reasonOf(line),
  })))
  await db.changeMany('enrolments', next.lines.flatMap((line) => (line.isWithdrawn ? [] : [{ id: line.enrolmentId, patch: { state: stateOf(line.papers) } }])))
  if (draftId !== null) await db.remove('actaDrafts', draftId)
  return { id, number: next.number }
}

function stateOf(papers: readonly string[]): EntityTables['enrolments']['state'] {
  if (papers.includes('certificado')) return 'approved'
  return papers.includes('constancia') ? 'completed' : 'enrolled'
}
