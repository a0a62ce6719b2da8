import type { contract } from '../../../shared/contract/index.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import type { ParsedInputOf } from '../../../shared/rpc/define.ts'
import { refuse } from '../../core/failures.ts'
import type { Writer } from '../../db/doors.ts'
import { papersNow } from './force.ts'
import { readHandoverSheet } from './sheet-records.ts'

type SignInput = ParsedInputOf<typeof contract.delivery.signByHand>
type HandInput = ParsedInputOf<typeof contract.delivery.handOver>
type FillInput = ParsedInputOf<typeof contract.delivery.fillSheet>
export interface Done {
  readonly papers: number
  readonly leftOut: number
}

/** Notes that these were signed by hand; those signed already and those out of force are left as they are. Throws `refused` when none remains. */
export async function signByHand(db: Writer, { certificateIds, signedOn, note }: SignInput, today: string): Promise<Done> {
  refuseLater(signedOn, today)
  const papers = await papersNow(db, certificateIds)
  const wanted = papers.filter((paper) => paper.inForce && !paper.isSigned)
  if (wanted.length === 0) refuse('delivery.nothingToSign')
  await db.add('signings', wanted.map(({ id }) => ({ certificateId: id, kind: 'hand' as const, signedOn, assetId: null, signers: '[]', note })))
  return { papers: wanted.length, leftOut: papers.length - wanted.length }
}

/** Notes that these were handed to the person, or to who came for her. Throws `refused` when none remains to be handed over. */
export async function handOver(db: Writer, { certificateIds, handedOn, to }: HandInput, today: string): Promise<Done> {
  refuseLater(handedOn, today)
  const papers = await papersNow(db, certificateIds)
  const wanted = papers.filter((paper) => paper.inForce && !paper.isHanded)
  if (wanted.length === 0) refuse('delivery.nothingToHand')
  const proxy = to.kind === 'person' ? nobodyElse : { toWhom: 'proxy' as const, proxyName: to.name, proxyDocument: to.document, proxyNote: to.note }
  await db.add('handovers', wanted.map(({ id }) => ({ certificateId: id, handedOn, ...proxy, sheetId: null })))
  return { papers: wanted.length, leftOut: papers.length - wanted.length }
}

const nobodyElse = { toWhom: 'person' as const, proxyName: null, proxyDocument: null, proxyNote: null }

/**
 * Notes what a returned sheet says. A paper replaced since its sheet was printed is noted too: the person has it, and it
 * is then asked back. Throws `missing`, or `refused` for a row that the sheet lacks or that is noted already.
 */
export async function fillSheet(db: Writer, { sheetId, handedOn, rows }: FillInput, today: string): Promise<void> {
  refuseLater(handedOn, today)
  const sheet = await readHandoverSheet(db, sheetId)
  const chosen = new Map<string, FillInput['rows'][number]>()
  for (const row of rows) {
    const id = sheet.certificateIds[row.row - 1]
    if (id === undefined) refuse('delivery.rowBeyond', { row: row.row, n: sheet.certificateIds.length, code: sheet.code })
    if (chosen.has(id)) refuse('delivery.rowTwice', { row: row.row })
    chosen.set(id, row)
  }
  const handed = (await papersNow(db, [...chosen.keys()])).find((paper) => paper.isHanded)
  if (handed !== undefined) refuse('delivery.rowHanded', { row: chosen.get(handed.id)?.row ?? 0, number: handed.number })
  await db.add(
    'handovers',
    [...chosen].map(([certificateId, { proxy }]) => {
      const whom = proxy === null ? nobodyElse : { toWhom: 'proxy' as const, proxyName: proxy.name, proxyDocument: proxy.document, proxyNote: null }
      return { certificateId, handedOn, ...whom, sheetId }
    }),
  )
}

/** A day that is still to come is a slip of the hand. */
function refuseLater(day: string, today: string): void {
  if (day > today) refuse('delivery.later', { day: formatDate(day) })
}
