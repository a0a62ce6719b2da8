import type { contract } from '../../../shared/contract/index.ts'
import { dayNumber as daysOf } from '../../../shared/domain/dates.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { rowCount } from '../../db/queries.ts'
import type { FiguresContext } from '../indicators/figures.ts'
import { frameFigures } from '../indicators/figures.ts'

type Progress = OutputOf<typeof contract.dashboard.overview>['progress']

/** Indicators with a target over all their periods, in the order of their frames, against the part of the time that is over. */
export async function targetsAgainstTime(context: FiguresContext): Promise<Progress> {
  const { db } = context
  const frames = await db.selectFrom('frames').select(['id', 'name']).where('removedAt', 'is', null).orderBy('sortKey').orderBy('id').execute()
  const progress: Progress = []
  for (const frame of frames) {
    if (!(await hasTargets(context, frame.id))) continue
    const figures = await frameFigures(context, frame.id)
    const first = figures.periods.map((period) => period.startsOn).reduce<string | null>((least, day) => (least === null || day < least ? day : least), null)
    const last = figures.periods.map((period) => period.endsOn).reduce<string | null>((most, day) => (most === null || day > most ? day : most), null)
    const timePercent = first === null || last === null ? 0 : partOver(first, last, context.today())
    const rows = await db.selectFrom('indicators').select(['id', 'name', 'unit']).where('frameId', '=', frame.id).where('removedAt', 'is', null).execute()
    const named = new Map(rows.map((row) => [row.id, row]))
    for (const row of figures.rows) {
      const whole = row.figures.at(-1)
      const indicator = named.get(row.indicatorId)
      if (indicator === undefined || whole === undefined || whole.target === null) continue
      progress.push({ frameId: frame.id, frameName: frame.name, indicatorId: row.indicatorId, name: indicator.name, unit: indicator.unit, target: whole.target, actual: whole.actual, percent: whole.percent, timePercent })
    }
  }
  return progress
}

async function hasTargets({ db }: FiguresContext, frameId: string): Promise<boolean> {
  const { n } = await db
    .selectFrom('targets')
    .innerJoin('indicators', 'indicators.id', 'targets.indicatorId')
    .select(rowCount().as('n'))
    .where('indicators.frameId', '=', frameId)
    .where('indicators.removedAt', 'is', null)
    .where('targets.removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return n > 0
}

/** How much of the days from the first to the last, both counted, are over at the end of today; 0 to 100. */
export function partOver(first: string, last: string, today: string): number {
  const [from, until, now] = [daysOf(first), daysOf(last), daysOf(today)]
  return Math.round(Math.min(1, Math.max(0, (now - from + 1) / (until - from + 1))) * 1000) / 10
}
