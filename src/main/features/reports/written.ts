import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import type { Reader } from '../../db/doors.ts'
import { drawReport } from '../../documents/drawing-batch.ts'
import type { ReportData, ReportHeader } from '../../documents/report-model.ts'
import { entityOf, yearNameOf } from '../entity/records.ts'
import { partnersOf } from '../programmes/records.ts'

/** Draws it away from the main thread and keeps it among the results. */
export async function written({ files, signal, step, today }: JobContext, data: ReportData, format: 'xlsx' | 'pdf'): Promise<FileRef> {
  await step({ done: 0, total: 0, note: data.title })
  // What may be cut from a long name is its end, never the day.
  return files.write(`${data.title} ${today()}${data.subtitle === undefined ? '' : ` - ${data.subtitle}`}.${format}`, drawReport(format, data, { signal }))
}

/** The head of every report: the entity, its unit, the year's name, its logo and those of who organises with it. */
export async function headerOf(db: Reader, today: string, editionId: string | null): Promise<ReportHeader> {
  const entity = await entityOf(db)
  const yearName = await yearNameOf(db, Number(today.slice(0, 4)))
  const partners = editionId === null ? [] : await partnersOf(db, editionId)
  const ids = [entity.logoAssetId, ...partners.map((partner) => partner.logoAssetId)].filter((id) => id !== null)
  const images = ids.length === 0 ? [] : await db.selectFrom('assets').select(['id', 'bytes']).where('id', 'in', ids).execute()
  return {
    entityName: entity.name ?? '',
    ...(entity.unit === null ? {} : { unit: entity.unit }),
    ...(yearName === null ? {} : { yearName }),
    logos: ids.flatMap((id) => images.filter((image) => image.id === id).map((image) => image.bytes)),
    hasOwnLogo: entity.logoAssetId !== null,
    generatedOn: today,
  }
}
