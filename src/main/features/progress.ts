import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../core/context.ts'
import { actaInForce } from './actas/records.ts'
import { clashesOf } from './attendance/clashes.ts'
import { live } from './live.ts'
import { gatherGroup, trayCount } from './progress/gather.ts'
import { nextStepOf } from './progress/next-step.ts'
import { atRiskOf, curveOf, isStale, leastShareOf } from './progress/reading.ts'
import { editionOf } from './programmes/records.ts'
import { unknownWalkIns } from './walk-ins/seen.ts'

export const progress: Handlers<typeof contract.progress> = {
  cohort: async ({ db, language, today }, { cohortId }) => {
    const cohort = await live(db, 'cohorts', cohortId, 'cohorts.missing')
    const edition = await editionOf(db, cohort.editionId)
    const group = await gatherGroup(db, { cohortId, editionId: edition.id, today: today(), language })
    const acta = await actaInForce(db, cohortId)
    const stale = acta !== null && (await isStale(db, acta.id, group.results))
    const curve = curveOf(group)
    const written = curve.filter((point) => point.share !== null)
    const sum = (pick: (point: (typeof curve)[number]) => number): number => written.reduce((total, point) => total + pick(point), 0)
    const clashes = await clashesOf(db, language, { kind: 'cohort', cohortId })
    const walkIns = await unknownWalkIns(db, cohortId)
    const inTray = await trayCount(db)
    return {
      people: group.participants.length,
      plannedMinutes: group.sessions.reduce((total, one) => total + one.plannedMinutes, 0),
      minutesPerHour: edition.minutesPerHour,
      sessions: group.sessions.length,
      sessionsHeld: group.held.length,
      sessionsTaken: group.held.filter((one) => group.untaken.get(one.id) === 0).length,
      share: sum((point) => point.asked * point.planned) === 0 ? null : Math.round((sum((point) => point.attended) / sum((point) => point.asked * point.planned)) * 10_000) / 100,
      curve: curve.map(({ planned: _, attended: __, ...point }) => point),
      leastShare: leastShareOf(group)?.leastShare ?? null,
      atRisk: atRiskOf(group),
      sheetsMissing: [...group.sheetsMissing],
      inTray,
      walkIns,
      clashes: clashes.length,
      undecided: group.results.filter((one) => !one.isWithdrawn && one.verdict === 'undecided').length,
      acta: acta === null ? null : { id: acta.id, number: acta.number, isStale: stale },
      next: nextStepOf({ group, walkIns, inTray, acta: acta === null ? null : { number: acta.number, isStale: stale }, language }),
    }
  },
}
