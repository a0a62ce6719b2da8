import type { FileRef } from '../../../shared/rpc/wire.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { JobContext } from '../../core/context.ts'
import { drawFormal } from '../../documents/drawing-batch.ts'
import { trainingRecordPaper } from '../../documents/training-record-paper.ts'
import { headerOf } from '../reports/written.ts'
import { trainingRecord } from './training-record.ts'

/** The person's record on paper, as it stands today. */
export async function printRecord({ read, files, language, today, now, signal, step }: JobContext, personId: string): Promise<FileRef> {
  const { record, header } = await read(async (db) => ({ record: await trainingRecord(db, personId, { today: today(), language }), header: await headerOf(db, today(), null) }))
  const name = say(language, 'trainingRecord.fileName', { name: record.name })
  await step({ done: 0, total: 0, note: name })
  return files.write(`${name}.pdf`, drawFormal(trainingRecordPaper(record, { language, header, madeAt: now() }), { signal }))
}
