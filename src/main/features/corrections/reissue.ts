import type { contract } from '../../../shared/contract/index.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import type { JobContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import type { Writer } from '../../db/doors.ts'
import { newId } from '../../db/ids.ts'
import type { Issuing, NewPaper } from '../certificates/issue.ts'
import { addPapers } from '../certificates/issue.ts'
import { keepPapers } from '../certificates/kept.ts'
import { openSealer } from '../seal/sealer.ts'
import { dayInLima } from './day.ts'
import { whyNoLonger } from './standing.ts'
import type { Issued, Today } from './today.ts'
import { issuedFields, todayOf } from './today.ts'

type Input = ParsedInputOf<typeof contract.corrections.reissue>
type Answer = OutputOf<typeof contract.corrections.reissue>
type LeftOut = Answer['leftOut']

/** How many papers are issued anew in one transaction: a power cut between two leaves whole papers, and the rest as it was. */
const batch = 400

/** One procedure for all of it. */
interface Procedure extends Issuing {
  readonly id: string
  readonly fields: Omit<Input, 'certificateIds'>
  readonly who: string
}

/**
 * Issues papers again under their numbers, in their next version and with today's words; the old ones answer "replaced by".
 * Those that cannot be are told. Throws `missing`, and `refused` when none can be.
 */
export async function reissue(context: JobContext, { certificateIds, ...fields }: Input): Promise<Answer> {
  const { read, write, step, language, now, today, about, who } = context
  if (fields.decidedOn > today()) refuse('corrections.dayToCome')
  const ids = [...new Set(certificateIds)]
  const not = await read((db) => whyNoLonger(db, ids, language))
  const [because] = not.values()
  if (because !== undefined && not.size === ids.length) refuse('corrections.nothingDone', { because, n: ids.length })
  // One moment for all of it: it is one procedure, however many batches it takes.
  const procedure: Procedure = { id: newId(), fields, who, language, now: now(), device: about.device, sealer: await openSealer(context) }
  const issued: string[] = []
  const leftOut: LeftOut = []
  for (let start = 0; start < ids.length; start += batch) {
    const done = await write((db) => reissueBatch(db, ids.slice(start, start + batch), { procedure, isFirst: issued.length === 0 }))
    issued.push(...done.issued)
    leftOut.push(...done.leftOut)
    await step({ done: Math.min(ids.length, start + batch), total: ids.length, note: '' })
  }
  if (issued.length === 0) refuse('corrections.nothingDone', { because: leftOut[0]?.because ?? '', n: ids.length })
  await keepPapers(context, issued)
  return { correctionId: procedure.id, issued, leftOut }
}

/** Papers, their lines and, with the first, the procedure itself: all of it or nothing. */
async function reissueBatch(db: Writer, ids: readonly string[], { procedure, isFirst }: { readonly procedure: Procedure; readonly isFirst: boolean }): Promise<{ issued: string[]; leftOut: LeftOut }> {
  const { language, now } = procedure
  const not = await whyNoLonger(db, ids, language)
  const rows = await issuedRows(db, ids.filter((id) => !not.has(id)))
  const today = await todayOf(db, rows, { language, now, looks: new Map() })
  const leftOut: LeftOut = [...not].map(([id, because]) => ({ id, because }))
  const papers: (NewPaper & { readonly replacesId: string })[] = []
  for (const one of today) {
    const paper = newPaper(one, procedure)
    if (typeof paper === 'string') leftOut.push({ id: one.issued.id, because: paper })
    else papers.push(paper)
  }
  const issued = await addPapers(db, papers, procedure)
  if (issued.length > 0) {
    const { id, fields, who } = procedure
    if (isFirst) await db.add('corrections', [{ id, ...fields, at: now, who }])
    await db.add('correctionLines', issued.map((one, at) => ({ correctionId: id, oldId: papers[at]?.replacesId ?? '', newId: one.id })))
  }
  return { issued: issued.map((one) => one.id), leftOut }
}

/** The paper that takes the place of this one, or why there is none. */
function newPaper({ issued, basis, against }: Today, { fields }: Procedure): (NewPaper & { readonly replacesId: string }) | string {
  if (basis === null || against !== null) return against ?? ''
  const { year, correlative, number, id } = issued
  const version = issued.version + 1
  const versionNote = say(basis.choice.language, 'corrections.versionNote', { version, day: formatDate(dayInLima(issued.issuedAt)), reason: fields.reason })
  return { ...basis, year, correlative, number, version, replacesId: id, versionNote }
}

async function issuedRows(db: Writer, ids: readonly string[]): Promise<Issued[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('certificates').innerJoin('cohorts', 'cohorts.id', 'certificates.cohortId').select(issuedFields).where('certificates.id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
