import type { contract } from '../../shared/contract/index.ts'
import type { About, Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import { districtsOf } from './geography.ts'
import { cohortsSeen, editionOf, programmeOf } from './programmes/records.ts'
import { participantsReport } from './reports/participants.ts'
import { registerReport } from './reports/register.ts'
import { headerOf, written } from './reports/written.ts'

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
