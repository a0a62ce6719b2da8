import { countedMinutes } from '../../../shared/domain/attendance.ts'
import type { Reader } from '../../db/doors.ts'
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
export function atRiskOf({ results, rules }: Group): AtRisk[] {
  const asking = rules.flatMap((rule) => (rule.leastShare === null ? [] : [{ paperKind: rule.paperKind, leastShare: rule.leastShare }]))
  const [least] = asking.toSorted((one, other) => one.leastShare - other.leastShare)
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

/** Share attended of what is written so far, 0 to 100; null before anything is. */
function paceOf({ plannedMinutes, openMinutes, attendedMinutes }: Result): number | null {
  const written = plannedMinutes - openMinutes
  return written <= 0 ? null : Math.round((attendedMinutes / written) * 10_000) / 100
}

/** Whether somebody has earned something else since the record of results in force was closed, or is not in it. */
export async function isStale(db: Reader, results: readonly Result[]): Promise<boolean> {
  const released = await releasedBy(db, results.map((one) => one.enrolmentId))
  return results.some((result) => {
    const line = released.get(result.enrolmentId)
    return line === undefined || papersOf(result).toSorted().join() !== [...line.papers].toSorted().join()
  })
}
