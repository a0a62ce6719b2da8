import type { contract } from '../../../shared/contract/index.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { missing } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'
import { byText } from '../../../shared/domain/order.ts'
import type { KnownLooks } from '../certificates/look.ts'
import { readFrozen } from '../certificates/look.ts'
import { changesBetween } from './differences.ts'

type Log = OutputOf<typeof contract.corrections.list>
type Correction = OutputOf<typeof contract.corrections.get>
type Annulment = OutputOf<typeof contract.corrections.annulment>

/** Corrections and annulments as one log, the latest first. Papers annulled in one act are one line. */
export async function correctionLog(db: Reader, { offset, limit }: { readonly offset: number; readonly limit: number }): Promise<Log> {
  const corrections = await db.selectFrom('corrections').select(['id', 'at', 'who', 'reason', 'resolution']).execute()
  const annulments = await annulmentActs(db)
  const all = [
    ...corrections.map((row) => ({ kind: 'correction' as const, ...row })),
    ...annulments.map(({ annulledOn: _, certificates: __, ...row }) => ({ kind: 'annulment' as const, ...row })),
  ].toSorted((one, other) => byText(other.at, one.at) || byText(other.id, one.id))
  const rows: Log['rows'] = []
  for (const act of all.slice(offset, offset + limit)) {
    const ids = act.kind === 'correction' ? correctedBy(db, act.id).select('certificates.id') : annulledBy(db, act).select('certificates.id')
    const papers = db.selectFrom('certificates').where('certificates.id', 'in', ids)
    const { n } = await papers.select(rowCount().as('n')).executeTakeFirstOrThrow()
    const first = await papers.select('certificates.personName').orderBy('certificates.sortKey').orderBy('certificates.id').limit(1).executeTakeFirst()
    rows.push({ ...act, certificates: n, firstName: first?.personName ?? '' })
  }
  return { rows, total: all.length }
}

/** One procedure with each paper it replaced. Throws `missing`. */
export async function correctionSeen(db: Reader, id: string, language: Language): Promise<Correction> {
  const correction = (await db.selectFrom('corrections').selectAll().where('id', '=', id).executeTakeFirst()) ?? missing('corrections.missing')
  const found = await correctedBy(db, id)
    .innerJoin('certificates as old', 'old.id', 'correctionLines.oldId')
    .innerJoin('cohorts', 'cohorts.id', 'certificates.cohortId')
    .select(['correctionLines.oldId', 'correctionLines.newId', 'certificates.number', 'certificates.version', 'certificates.personId', 'certificates.personName', 'cohorts.name as cohortName'])
    .select(['certificates.frozen', 'certificates.lookId', 'old.frozen as oldFrozen', 'old.lookId as oldLookId'])
    .orderBy('certificates.sortKey')
    .orderBy('certificates.year')
    .orderBy('certificates.correlative')
    .orderBy('certificates.id')
    .execute()
  const looks: KnownLooks = new Map()
  const lines: Correction['lines'] = []
  for (const chunk of inChunks(found, 30)) {
    const before = await readFrozen(db, chunk.map((row) => ({ frozen: row.oldFrozen, lookId: row.oldLookId })), looks)
    const after = await readFrozen(db, chunk, looks)
    chunk.forEach(({ frozen: _, lookId: __, oldFrozen: ___, oldLookId: ____, ...line }, at) => {
      const [old, now] = [before[at], after[at]]
      lines.push({ ...line, changes: old === undefined || now === undefined ? [] : changesBetween(old, now, language) })
    })
  }
  return { ...correction, lines }
}

/** What one act annulled, by any of its annulments. Throws `missing`. */
export async function annulmentSeen(db: Reader, id: string): Promise<Annulment> {
  const { certificateId: _, ...annulment } = (await db.selectFrom('annulments').selectAll().where('id', '=', id).executeTakeFirst()) ?? missing('corrections.missing')
  const lines = await annulledBy(db, annulment)
    .innerJoin('cohorts', 'cohorts.id', 'certificates.cohortId')
    .select(['certificates.id as certificateId', 'certificates.number', 'certificates.version', 'certificates.personId', 'certificates.personName', 'cohorts.name as cohortName', 'certificates.title'])
    .orderBy('certificates.sortKey')
    .orderBy('certificates.id')
    .execute()
  return { ...annulment, lines }
}

/** The moment, the person and the reason tell one act from another: they are written once for all its papers. */
function annulmentActs(db: Reader) {
  return db
    .selectFrom('annulments')
    .select(({ fn }) => [fn.min('id').as('id'), 'at', 'who', 'reason', 'resolution', 'annulledOn'])
    .select(rowCount().as('certificates'))
    .groupBy(['at', 'who', 'reason', 'resolution', 'annulledOn'])
    .execute()
}

function annulledBy(db: Reader, { at, who, reason }: { readonly at: string; readonly who: string; readonly reason: string }) {
  return db.selectFrom('annulments').innerJoin('certificates', 'certificates.id', 'annulments.certificateId').where('annulments.at', '=', at).where('annulments.who', '=', who).where('annulments.reason', '=', reason)
}

function correctedBy(db: Reader, correctionId: string) {
  return db.selectFrom('correctionLines').innerJoin('certificates', 'certificates.id', 'correctionLines.newId').where('correctionLines.correctionId', '=', correctionId)
}
