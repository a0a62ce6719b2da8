import { countedMinutes } from '../../../shared/domain/attendance.ts'
import type { Reader } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'
import { papersOf } from '../actas/compose.ts'
import { releasedBy } from '../actas/records.ts'
import type { Result } from '../results/gather.ts'
import type { Group } from './gather.ts'

interface Point {
  readonly sessionId: string
  readonly day: string
  readonly subject: string
  /** 0 to 100, two decimals; null while nothing is written. */
  readonly share: number | null
  readonly present: number
  readonly asked: number
  /** Minutes that the session plans, and those attended by all together. */
  readonly planned: number
  readonly attended: number
}

/** How each session held was attended, of those whose attendance is written and of whom it is asked. */
export function curveOf({ held, marks, statuses, participants }: Group): readonly Point[] {
  return held.map(({ id, day, subject, plannedMinutes }) => {
    let attended = 0
    let present = 0
    let asked = 0
    for (const { enrolmentId } of participants) {
      const mark = marks.get(id)?.get(enrolmentId)
      const status = mark === undefined ? undefined : statuses.get(mark.status)
      if (mark === undefined || status === undefined || status.exempts) continue
      const minutes = countedMinutes(mark, status, plannedMinutes)
      asked += 1
      attended += minutes
      if (minutes > 0) present += 1
    }
    return { sessionId: id, day, subject, share: asked === 0 ? null : Math.round((attended / (asked * plannedMinutes)) * 10_000) / 100, present, asked, planned: plannedMinutes, attended }
  })
}

type AtRisk = { enrolmentId: string; personId: string; name: string; share: number | null; isLost: boolean; sentence: string }

/**
 * Who leaves without any paper for want of attendance: those who can no longer reach the least share asked by any paper, and
 * those who still can but will not if they go on as they have so far. The worst first.
 */
export function atRiskOf(group: Group): AtRisk[] {
  const { results } = group
  const least = leastShareOf(group)
  if (least === undefined) return []
  return results
    .flatMap((result): AtRisk[] => {
      const reason = result.papers.find((paper) => paper.paperKind === least.paperKind)?.reasons.find((one) => one.rule === 'share')
      if (result.isWithdrawn || reason === undefined || reason.excepted || reason.verdict === 'earned') return []
      const pace = paceOf(result)
      const isLost = reason.verdict === 'notEarned'
      if (!isLost && (pace === null || pace >= least.leastShare)) return []
      return [{ enrolmentId: result.enrolmentId, personId: result.personId, name: result.name, share: pace, isLost, sentence: reason.sentence }]
    })
    .toSorted((one, other) => Number(other.isLost) - Number(one.isLost) || (one.share ?? 0) - (other.share ?? 0))
}

/** The paper that asks the least share of attendance; undefined when none asks any. */
export function leastShareOf({ rules }: Pick<Group, 'rules'>) {
  const asking = rules.flatMap((rule) => (rule.leastShare === null ? [] : [{ paperKind: rule.paperKind, leastShare: rule.leastShare }]))
  return asking.toSorted((one, other) => one.leastShare - other.leastShare)[0]
}

/** Share attended of what is written so far, 0 to 100; null before anything is. */
function paceOf({ plannedMinutes, openMinutes, attendedMinutes }: Result): number | null {
  const written = plannedMinutes - openMinutes
  return written <= 0 ? null : Math.round((attendedMinutes / written) * 10_000) / 100
}

/** Whether the record of results in force says otherwise than what is written now: what somebody earned, her mark or her hours, or who is in the group. */
export async function isStale(db: Reader, actaId: string, results: readonly Result[]): Promise<boolean> {
  const { n } = await db.selectFrom('actaLines').select(rowCount().as('n')).where('actaId', '=', actaId).executeTakeFirstOrThrow()
  if (n !== results.length) return true
  const released = await releasedBy(db, results.map((one) => one.enrolmentId))
  return results.some((result) => {
    const line = released.get(result.enrolmentId)
    if (line === undefined || papersOf(result).toSorted().join() !== [...line.papers].toSorted().join()) return true
    return !result.isWithdrawn && (result.mark !== line.mark || result.attendedMinutes !== line.attendedMinutes || result.plannedMinutes !== line.plannedMinutes)
  })
}
