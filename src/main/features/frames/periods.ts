import type { contract } from '../../../shared/contract/index.ts'
import { addDays, dayParts, formatDate, monthNames, monthsAfter } from '../../../shared/domain/dates.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import { periodsOf } from '../indicators/records.ts'
import { live } from '../live.ts'

type Saved = OutputOf<typeof contract.frames.savePeriod>
interface Days {
  readonly startsOn: string
  readonly endsOn: string
}

/** Adds a period, or changes one that is open. Throws `refused` when it ends before it starts, or overlaps another of the frame. */
export async function savePeriod(db: Writer, { frameId, id, fields }: ParsedInputOf<typeof contract.frames.savePeriod>): Promise<Saved> {
  await live(db, 'frames', frameId, 'indicators.frameMissing')
  if (fields.endsOn < fields.startsOn) refuse('indicators.endsBeforeStart', { start: formatDate(fields.startsOn), end: formatDate(fields.endsOn) })
  if (id !== null) {
    const period = await live(db, 'periods', id, 'indicators.periodMissing')
    if (period.frameId !== frameId) refuse('indicators.periodElsewhere')
    if (period.closedAt !== null) refuse('indicators.periodClosed', { period: period.name })
  }
  await checkOverlap(db, frameId, [{ ...fields, id }])
  if (id !== null) {
    await db.change('periods', id, fields)
    return { id, act: db.act }
  }
  const [added = ''] = await db.add('periods', [{ ...fields, frameId, closedAt: null, closedBy: null, reopenReason: null }])
  return { id: added, act: db.act }
}

/** Periods of so many months, one after another, named by their months. Throws `refused` when one would overlap what there is. */
export async function makePeriods(db: Writer, asked: ParsedInputOf<typeof contract.frames.makePeriods>, language: Language): Promise<OutputOf<typeof contract.frames.makePeriods>> {
  await live(db, 'frames', asked.frameId, 'indicators.frameMissing')
  const made = Array.from({ length: asked.count }, (_, index): Days & { readonly name: string } => {
    // Always from the first day: a period that starts on the 31st would else slide to the 28th for ever.
    const days = { startsOn: monthsAfter(asked.startsOn, index * asked.months), endsOn: addDays(monthsAfter(asked.startsOn, (index + 1) * asked.months), -1) }
    return { ...days, name: periodName(days, asked.months, language) }
  })
  await checkOverlap(db, asked.frameId, made.map((period) => ({ ...period, id: null })))
  const ids = await db.add('periods', made.map((period) => ({ ...period, frameId: asked.frameId, closedAt: null, closedBy: null, reopenReason: null })))
  return { ids, act: db.act }
}

/** "Octubre 2026", "Octubre–diciembre 2026", "Octubre 2026–setiembre 2027", "2026"; by its days where it does not begin with a month. */
function periodName({ startsOn, endsOn }: Days, months: number, language: Language): string {
  const [from, to] = [dayParts(startsOn), dayParts(endsOn)]
  if (from === null || to === null || from.day !== 1) return `${formatDate(startsOn)} – ${formatDate(endsOn)}`
  if (months === 12 && from.month === 1) return String(from.year)
  const name = (month: number): string => monthNames[language][month - 1] ?? ''
  const [first, last] = [name(from.month), name(to.month)]
  const words = months === 1 ? `${first} ${from.year}` : from.year === to.year ? `${first}–${last} ${to.year}` : `${first} ${from.year}–${last} ${to.year}`
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

async function checkOverlap(db: Reader, frameId: string, asked: readonly (Days & { readonly id: string | null; readonly name: string })[]): Promise<void> {
  const there = await periodsOf(db, frameId)
  for (const period of asked) {
    const other = there.find((one) => one.id !== period.id && one.startsOn <= period.endsOn && period.startsOn <= one.endsOn)
    if (other !== undefined) refuse('indicators.periodOverlaps', { period: period.name, other: other.name, start: formatDate(other.startsOn), end: formatDate(other.endsOn) })
  }
}
