import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { contract } from '../../../shared/contract/index.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import { limaDay } from '../../core/day.ts'
import { keepFile } from '../evidence/records.ts'
import type { Judged } from './judge.ts'
import { judgeFiles } from './judge.ts'

/** Judges each file again and keeps those that fit as the papers of record, in one act. */
export async function takeBackSigned(context: JobContext, given: readonly FileRef[]): Promise<OutputOf<typeof contract.signedFiles.takeBack>> {
  const { write, files, today, language } = context
  const judged = await judgeFiles(context, given)
  const fitting = judged.filter((one) => one.verdict === 'fits')
  const leftOut = judged.filter((one) => one.verdict !== 'fits').map(({ name, reason }) => ({ name, reason }))
  if (fitting.length === 0) return { act: null, kept: 0, leftOut }
  return write(async (db) => {
    const rows = []
    for (const one of fitting) {
      const bytes = new Uint8Array(await readFile(files.path(one.file)))
      if (one.certificateId === null || createHash('sha256').update(bytes).digest('hex') !== one.sha256) {
        leftOut.push({ name: one.name, reason: say(language, 'signed.unreadable') })
        continue
      }
      const assetId = await keepFile(db, { bytes, name: one.name, type: 'pdf' })
      if (one.extends !== null) await db.remove('signings', one.extends)
      rows.push({ certificateId: one.certificateId, kind: 'digital' as const, signedOn: dayOf(one, today()), assetId, signers: JSON.stringify(one.signatures), note: null })
    }
    await db.add('signings', rows)
    return { act: db.act, kept: rows.length, leftOut }
  })
}

/** The day of the last signature, as it says of itself; today when it says none, or one to come. */
function dayOf({ signatures }: Judged, today: string): string {
  const days = signatures.flatMap((one) => (one.signedAt === null ? [] : [limaDay(new Date(one.signedAt))])).toSorted()
  const last = days.at(-1) ?? today
  return last > today ? today : last
}
