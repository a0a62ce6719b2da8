import type { contract } from '../../shared/contract/index.ts'
import type { FileRef } from '../../shared/rpc/wire.ts'
import type { About, Handlers, JobContext } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import type { Reader } from '../db/doors.ts'
import type { ReportData, ReportHeader } from '../documents/report-model.ts'
import { drawReport } from '../documents/report-batch.ts'
import { entityOf, yearNameOf } from './entity/records.ts'
import { districtsOf } from './geography.ts'
import { cohortsSeen, editionOf, partnersOf, programmeOf } from './programmes/records.ts'
import { participantsReport } from './reports/participants.ts'
import { registerReport } from './reports/register.ts'

export const reports: Handlers<typeof contract.reports> = {
  participants: async (context, { cohortId, editionId, format }) => {
    const { read, language, today, about } = context
    const data = await read(async (db) => {
      const [cohort] = cohortId === undefined ? [] : await cohortsSeen(db, { id: cohortId })
      const of = cohort?.editionId ?? editionId ?? refuse('lists.nothingChosen')
      const edition = await editionOf(db, of)
      const programme = await programmeOf(db, edition.programmeId)
      const header = await headerOf(db, today(), of)
      return participantsReport(db, { language, header, programme, edition, cohort: cohort ?? null, regionOf: regionIn(about), format, day: cohort?.startsOn ?? edition.startsOn ?? today() })
    })
    return written(context, data, format)
  },
  register: async (context, { format, ...filter }) => {
    const { read, language, today, about } = context
    const data = await read(async (db) => registerReport(db, { language, regionOf: regionIn(about), format, header: await headerOf(db, today(), null), filter }))
    return written(context, data, format)
  },
}

const regionIn = (about: About) => (district: string): string | null => districtsOf(about).byCode(district)?.department ?? null

/** Draws it away from the main thread and keeps it among the results. */
async function written({ files, signal, step, today }: JobContext, data: ReportData, format: 'xlsx' | 'pdf'): Promise<FileRef> {
  await step({ done: 0, total: 0, note: data.title })
  // What may be cut from a long name is its end, never the day.
  return files.write(`${data.title} ${today()}${data.subtitle === undefined ? '' : ` - ${data.subtitle}`}.${format}`, drawReport(format, data, { signal }))
}

/** The head of every report: the entity, its unit, the year's name, its logo and those of who organises with it. */
async function headerOf(db: Reader, today: string, editionId: string | null): Promise<ReportHeader> {
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
