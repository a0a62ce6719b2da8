import type { Cause, Gap, Range } from '../../../shared/domain/numbering-ranges.ts'
import { explainedGaps, missingRanges } from '../../../shared/domain/numbering-ranges.ts'
import { groupedCode } from '../../../shared/domain/numbering.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { numbersOnPaper } from './list.ts'
import { blocksOf, lastGiven, ownsSeries } from './take.ts'

type Series = EntityTables['series']

export interface Asking {
  readonly series: Pick<Series, 'id' | 'paperKind' | 'owner'>
  readonly year: number
  readonly device: string
  readonly language: Language
}

/**
 * The numbers that no paper here bears, from 1 to the last one given or set aside, each stretch with why. `given` spares
 * asking again for the numbers that papers bear.
 */
export async function gapsOf(db: Reader, asking: Asking, given?: readonly number[]): Promise<Gap[]> {
  const { series, year, language } = asking
  const onPaper = given ?? (await numbersOnPaper(db, series, { year }))
  const missing = missingRanges(onPaper, await lastReached(db, asking, onPaper.at(-1) ?? 0))
  return explainedGaps(missing, await causesOf(db, asking), say(language, 'numbering.gapBefore'))
}

/** Up to where the register of this computer reaches: what was set aside for others counts where they got it from here. */
async function lastReached(db: Reader, { series, year, device }: Asking, lastOnPaper: number): Promise<number> {
  const blocks = ownsSeries(series, device) ? await blocksOf(db, series.id, year) : []
  return Math.max(lastOnPaper, await lastGiven(db, series.id, year), ...blocks.map((block) => block.last))
}

async function causesOf(db: Reader, { series, year, device, language }: Asking): Promise<Cause[]> {
  const notes = await notesOf(db, series.id, year)
  const blocks = await blocksOf(db, series.id, year)
  const theirs: Cause[] = ownsSeries(series, device) ? [] : [{ first: 1, last: Number.MAX_SAFE_INTEGER - 1, because: 'block', explanation: say(language, 'numbering.gapElsewhere', { owner: groupedCode(series.owner ?? '') }) }]
  return [
    ...notes.map(({ first, last, reason }): Cause => ({ first, last, because: 'noted', explanation: reason })),
    ...blocks.map(({ first, last, holderName: name, returnedAt, returnReason }): Cause => {
      const explanation = returnedAt === null ? say(language, 'numbering.gapBlock', { name }) : say(language, 'numbering.gapReturned', { name, reason: returnReason ?? '' })
      return { first, last, because: 'block', explanation }
    }),
    ...theirs,
  ]
}

/** The newest first: what was said last holds. */
function notesOf(db: Reader, seriesId: string, year: number): Promise<EntityTables['numberNotes'][]> {
  return db.selectFrom('numberNotes').selectAll().where('seriesId', '=', seriesId).where('year', '=', year).where('removedAt', 'is', null).orderBy('id', 'desc').execute()
}

/** Says why numbers are on no paper. Throws `refused` where one of them is on one, or was not reached yet. */
export async function explainGap(db: Writer, asking: Asking, { first, last, reason }: Range & { readonly reason: string }): Promise<string> {
  const { series, year } = asking
  if (last < first) refuse('numbering.rangeBackwards', { first, last })
  const [taken] = await numbersOnPaper(db, series, { year, first, last })
  if (taken !== undefined) refuse('numbering.notMissing', { number: taken })
  const onPaper = await numbersOnPaper(db, series, { year })
  const reached = await lastReached(db, asking, onPaper.at(-1) ?? 0)
  if (last > reached) refuse('numbering.notReached', { number: last, reached })
  const covered = (await notesOf(db, series.id, year)).filter((note) => note.first >= first && note.last <= last)
  await db.removeMany('numberNotes', covered.map((note) => note.id))
  const [id = ''] = await db.add('numberNotes', [{ seriesId: series.id, year, first, last, reason }])
  return id
}
