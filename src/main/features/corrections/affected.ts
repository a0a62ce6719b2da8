import type { contract } from '../../../shared/contract/index.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { KnownLooks } from '../certificates/look.ts'
import { inForce } from '../certificates/state.ts'
import { actasWithOldWords } from './actas.ts'
import { changesBetween } from './differences.ts'
import type { Issued } from './today.ts'
import { issuedFields, todayOf } from './today.ts'

type Input = ParsedInputOf<typeof contract.corrections.affected>
type Answer = OutputOf<typeof contract.corrections.affected>

/** How many papers are read and composed at a time; between them the event loop breathes. */
const readAhead = 400

/** Lets whatever else waits have its turn. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Papers in force that say otherwise than today's records, and what else carries the old words. */
export async function affectedBy(db: Reader, which: Input, given: { readonly language: Language; readonly now: string }): Promise<Answer> {
  const certificates: Answer['certificates'] = []
  const cohorts = new Map<string, string>()
  const looks: KnownLooks = new Map()
  for await (const papers of papersInForce(db, which)) {
    const today = await todayOf(db, papers, { ...given, looks })
    for (const { issued, before, after, against } of today) {
      cohorts.set(issued.cohortId, issued.cohortName)
      const changes = after === null ? [] : changesBetween(before, after, given.language)
      if (changes.length === 0) continue
      const { id, number, version, paperKind, personId, personName, title, cohortName, issuedOn } = issued
      certificates.push({ id, number, version, paperKind, personId, personName, title, cohortName, issuedOn, changes, against })
    }
    await breathe()
  }
  const isOfAll = which.personIds === undefined && which.cohortId === undefined && which.editionId === undefined && which.certificateIds === undefined
  const cohortIds = which.cohortId === undefined ? [...cohorts.keys()] : [which.cohortId]
  const actas = await actasWithOldWords(db, isOfAll ? {} : which.personIds === undefined ? { cohortIds } : { personIds: which.personIds })
  return { certificates, actas, reports: reportsOf(certificates, cohorts, given.language) }
}

/** Lists and reports are drawn anew each time: they are told so that old ones on paper are not taken for right. */
function reportsOf(certificates: Answer['certificates'], cohorts: ReadonlyMap<string, string>, language: Language): Answer['reports'] {
  const touched = new Set(certificates.map((one) => one.cohortName))
  return [...cohorts].filter(([, name]) => touched.has(name)).map(([cohortId, group]) => ({ cohortId, label: say(language, 'corrections.reportOfGroup', { group }) }))
}

/** Papers that count, some hundreds at a time, in the order of the register. */
async function* papersInForce(db: Reader, which: Input): AsyncGenerator<readonly Issued[]> {
  const ids: string[] = []
  if (which.certificateIds !== undefined) for (const chunk of inChunks([...new Set(which.certificateIds)], 1)) ids.push(...(await idsInForce(db, which, { column: 'certificates.id', chunk })))
  else if (which.personIds !== undefined) for (const chunk of inChunks([...new Set(which.personIds)], 1)) ids.push(...(await idsInForce(db, which, { column: 'certificates.personId', chunk })))
  else ids.push(...(await idsInForce(db, which, null)))
  for (let start = 0; start < ids.length; start += readAhead) {
    const part = ids.slice(start, start + readAhead)
    const rows = await db.selectFrom('certificates').innerJoin('cohorts', 'cohorts.id', 'certificates.cohortId').select(issuedFields).where('certificates.id', 'in', part).execute()
    const byId = new Map(rows.map((row) => [row.id, row]))
    yield part.flatMap((id) => byId.get(id) ?? [])
  }
}

async function idsInForce(db: Reader, which: Input, of: { readonly column: 'certificates.id' | 'certificates.personId'; readonly chunk: readonly string[] } | null): Promise<string[]> {
  let ask = db
    .selectFrom('certificates')
    .innerJoin('cohorts', 'cohorts.id', 'certificates.cohortId')
    .select('certificates.id')
    .where(inForce())
    .orderBy('certificates.year')
    .orderBy('certificates.seriesId')
    .orderBy('certificates.correlative')
  if (of !== null) ask = ask.where(of.column, 'in', of.chunk)
  if (which.cohortId !== undefined) ask = ask.where('certificates.cohortId', '=', which.cohortId)
  if (which.editionId !== undefined) ask = ask.where('cohorts.editionId', '=', which.editionId)
  return (await ask.execute()).map((row) => row.id)
}
