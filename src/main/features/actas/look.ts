import type { contract } from '../../../shared/contract/index.ts'
import type { FrozenActa } from '../../../shared/contract/actas.ts'
import type { PaperKind } from '../../../shared/domain/training.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { clashesOf } from '../attendance/clashes.ts'
import { inForce } from '../certificates/state.ts'
import { numberIn } from '../numbering/series.ts'
import { nextNumbers } from '../numbering/take.ts'
import { countsOf } from '../results/gather.ts'
import { missingPages } from '../sheets/records.ts'
import { unknownWalkIns } from '../walk-ins/seen.ts'
import { composeActa } from './compose.ts'
import type { Gathered } from './gather.ts'
import { gatherActa } from './gather.ts'
import type { Found } from './judge.ts'
import { blockersOf, differencesOf, noNumber, warningsOf } from './judge.ts'

type Draft = OutputOf<typeof contract.actas.draft>

interface Asking {
  readonly language: Language
  readonly today: string
  readonly now: string
  /** `about.device`: whose numbers come next. */
  readonly device: string
}

/** The next record as it would be closed now, with the number that comes next; without one where none is left to this computer. */
export async function nextActa(db: Reader, cohortId: string, asking: Asking): Promise<{ gathered: Gathered; next: FrozenActa }> {
  const gathered = await gatherActa(db, cohortId, asking)
  const { series, entity, fields } = gathered
  const year = Number(fields.drawnUpOn.slice(0, 4))
  const [correlative] = series.id === null ? [1] : await nextNumbers(db, { series: { ...series, id: series.id }, year, count: 1, device: asking.device })
  const number = correlative === undefined ? noNumber : numberIn(series, entity, year, correlative)
  return { gathered, next: composeActa(gathered, { number, closedAt: asking.now }) }
}

/** What would be closed now, and what stands in the way. */
export async function draftSeen(db: Reader, cohortId: string, asking: Asking): Promise<Draft> {
  const { gathered, next } = await nextActa(db, cohortId, asking)
  const { language } = asking
  const { inForce, results } = gathered
  const found = await foundBeside(db, cohortId, next, language)
  return {
    fields: gathered.fields,
    isSaved: gathered.draftId !== null,
    withoutActa: gathered.settings.withoutActa,
    nextNumber: next.number,
    inForce: inForce === null ? null : { id: inForce.id, number: inForce.number, closedAt: inForce.closedAt },
    lines: next.lines.flatMap((line, at) => {
      const result = results[at]
      if (result === undefined) return []
      const { enrolmentId, personId, documentNumber, papers, isWithdrawn, outcome, observation, share, attendedMinutes, plannedMinutes, mark } = line
      return [{ enrolmentId, personId, name: line.personName, documentNumber, verdict: result.verdict, papers, isWithdrawn, outcome, observation, share, attendedMinutes, plannedMinutes, mark }]
    }),
    rules: next.rules,
    counts: countsOf(results),
    blockers: blockersOf(gathered, next, asking),
    warnings: warningsOf(gathered, next, found, language),
    differences: inForce === null ? [] : differencesOf(next, inForce.frozen, language),
  }
}

async function foundBeside(db: Reader, cohortId: string, next: FrozenActa, language: Language): Promise<Found> {
  const clashes = await clashesOf(db, language, { kind: 'cohort', cohortId })
  return {
    pagesMissing: await missingPages(db, cohortId),
    walkIns: await unknownWalkIns(db, cohortId),
    clashes: clashes.map((clash) => clash.sentence),
    papers: await papersHeld(db, next.lines.map((line) => line.enrolmentId)),
  }
}

async function papersHeld(db: Reader, enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, { paperKind: PaperKind; number: string }[]>> {
  const held = new Map<string, { paperKind: PaperKind; number: string }[]>()
  for (const chunk of inChunks(enrolmentIds, 1)) {
    const rows = await db.selectFrom('certificates').select(['enrolmentId', 'paperKind', 'number']).where('enrolmentId', 'in', chunk).where(inForce()).orderBy('issuedAt').orderBy('correlative').execute()
    for (const { enrolmentId, ...paper } of rows) held.set(enrolmentId, [...(held.get(enrolmentId) ?? []), paper])
  }
  return held
}
