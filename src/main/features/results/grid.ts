import type { contract } from '../../../shared/contract/index.ts'
import { markCell, marksTogether, roundedMark } from '../../../shared/domain/marks.ts'
import type { MarkValue } from '../../../shared/domain/marks.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { participantsOf } from '../attendance/records.ts'
import { courseSettingsOf, editionIdOf, itemsOf, requirementsOf } from './course.ts'

type Grid = OutputOf<typeof contract.marks.grid>

/** A group's participants × what is marked and what is asked of them, with the mark and the gain that come of it. */
export async function marksGrid(db: Reader, cohortId: string): Promise<Grid> {
  const editionId = await editionIdOf(db, cohortId)
  const settings = await courseSettingsOf(db, editionId)
  const items = await itemsOf(db, editionId)
  const requirements = await requirementsOf(db, editionId)
  const people = await participantsOf(db, cohortId)
  const ids = people.map((person) => person.enrolmentId)
  const attempts = await attemptsOf(db, ids)
  const checks = await checksOf(db, ids)
  const cells = ids.map((id) => items.map((item) => attempts.get(`${id} ${item.id}`) ?? []))
  const finals = cells.map((row) => marksTogether(items, row, settings))
  // Who withdrew is not asked for marks: hers would pull the group's means.
  const asked = finals.filter((_, index) => people[index]?.state !== 'withdrawn')
  return {
    items,
    requirements,
    people,
    cells: cells.map((row) => row.map((cell) => markCell(cell))),
    checks: ids.map((id) => requirements.map((requirement) => checks.get(`${id} ${requirement.id}`) ?? '')),
    finals: finals.map(({ mark, gain }) => ({ mark, gain })),
    averages: { entry: mean(asked.map((one) => one.entry)), exit: mean(asked.map((one) => one.exit)), gain: mean(asked.map((one) => one.gain)), mark: mean(asked.map((one) => one.mark)) },
  }
}

/** Of those that are known, in hundredths. */
function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : roundedMark(known.reduce((sum, value) => sum + value, 0) / known.length, 'hundredth')
}

async function attemptsOf(db: Reader, enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, MarkValue[]>> {
  const found = new Map<string, MarkValue[]>()
  for (const chunk of inChunks(enrolmentIds, 1)) {
    const rows = await db.selectFrom('marks').select(['enrolmentId', 'markItemId', 'value']).where('enrolmentId', 'in', chunk).where('removedAt', 'is', null).orderBy('attempt').orderBy('id').execute()
    for (const { enrolmentId, markItemId, value } of rows) {
      const key = `${enrolmentId} ${markItemId}`
      found.set(key, [...(found.get(key) ?? []), value ?? 'NP'])
    }
  }
  return found
}

async function checksOf(db: Reader, enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const chunk of inChunks(enrolmentIds, 1)) {
    const rows = await db.selectFrom('requirementChecks').select(['enrolmentId', 'requirementId', 'met']).where('enrolmentId', 'in', chunk).where('removedAt', 'is', null).orderBy('id').execute()
    for (const row of rows) found.set(`${row.enrolmentId} ${row.requirementId}`, String(row.met))
  }
  return found
}
