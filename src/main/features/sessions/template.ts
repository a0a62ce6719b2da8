import type { contract } from '../../../shared/contract/index.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { HandlerOf } from '../../core/context.ts'
import { formTable } from '../../documents/sheet-form.ts'
import { live } from '../live.ts'
import { editionOf } from '../programmes/records.ts'

/** An empty programme of sessions with the columns that `readSheet` knows, and an example row that it never takes in. */
export const sheetTemplate: HandlerOf<typeof contract.sessions.sheetTemplate> = async ({ read, files, language, today, step }, { cohortId }) => {
  const { cohort, day } = await read(async (db) => {
    const found = await live(db, 'cohorts', cohortId, 'cohorts.missing')
    const edition = await editionOf(db, found.editionId)
    return { cohort: found, day: found.startsOn ?? edition.startsOn ?? today() }
  })
  const title = say(language, 'sessions.template.title')
  await step({ done: 0, total: 0, note: title })
  const column = (field: (typeof columns)[number]['field'], width: number) => ({ label: say(language, `sessions.template.${field}`), width })
  const words = { subject: say(language, 'sessions.template.example'), speakers: say(language, 'sessions.template.exampleSpeakers'), modality: say(language, 'training.modalityName', { modality: 'presencial' }), no: say(language, 'sessions.template.no') }
  const example = [{ day }, '09:00', '12:00', 180, words.subject, '', cohort.site ?? '', '', words.modality, words.speakers, words.no]
  const form = { title, author: '', day: today(), columns: columns.map(({ field, width }) => column(field, width)), example }
  return files.write(`${title} - ${cohort.name}.xlsx`, formTable(form))
}

const columns = [
  { field: 'day', width: 13 },
  { field: 'startsAt', width: 10 },
  { field: 'endsAt', width: 10 },
  { field: 'minutes', width: 12 },
  { field: 'subject', width: 48 },
  { field: 'module', width: 24 },
  { field: 'place', width: 28 },
  { field: 'link', width: 28 },
  { field: 'modality', width: 16 },
  { field: 'speakers', width: 40 },
  { field: 'required', width: 13 },
] as const
