import { longDate } from '../../../shared/domain/dates.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { correctionNote } from '../../documents/correction-note.ts'
import type { NotePaper } from '../../documents/correction-note.ts'
import { drawFormals } from '../../documents/drawing-batch.ts'
import { paperLanguage as paper } from '../actas/gather.ts'
import { entityOf } from '../entity/records.ts'
import { headerOf } from '../reports/written.ts'
import { dayInLima } from './day.ts'
import { correctionSeen } from './log.ts'

/** The note that goes with the new papers, a sheet for each person, all in one file. It speaks Spanish, as the papers do. */
export async function printNotes({ read, files, language, signal, step }: JobContext, correctionId: string): Promise<FileRef> {
  const { correction, people, header, city } = await read(async (db) => {
    const found = await correctionSeen(db, correctionId, paper)
    const day = dayInLima(found.at)
    return { correction: found, people: await peopleOf(db, found.lines), header: await headerOf(db, day, null), city: (await entityOf(db)).city }
  })
  const { lines, reason, decidedOn, resolution, at } = correction
  const name = say(language, 'corrections.noteFileName', { n: people.length, name: people[0]?.name ?? '', number: lines[0]?.number ?? '' })
  await step({ done: 0, total: 0, note: name })
  const notes = people.map((person) => correctionNote(person, { header, language: paper, city, decidedOn: longDate(decidedOn, paper), reason, resolution, madeAt: at }))
  return files.write(`${name}.pdf`, drawFormals(notes, say(paper, 'corrections.noteTitle'), { signal }))
}

/** Each person once, in the order of the lines, with her papers. */
async function peopleOf(db: Reader, lines: Awaited<ReturnType<typeof correctionSeen>>['lines']): Promise<{ name: string; document: string | null; papers: NotePaper[] }[]> {
  const facts = new Map<string, { document: string | null }>()
  for (const chunk of inChunks([...new Set(lines.map((line) => line.personId))], 1)) {
    const rows = await db.selectFrom('people').select(['id', 'documentType', 'documentNumber']).where('id', 'in', chunk).execute()
    for (const { id, documentType, documentNumber } of rows) {
      facts.set(id, { document: documentNumber === null ? null : `${say(paper, 'certificates.documentShort', { type: documentType })} ${documentNumber}`.trim() })
    }
  }
  const about = new Map<string, { title: string; paperKind: string; oldOn: string; code: string }>()
  for (const chunk of inChunks(lines.map((line) => line.newId), 1)) {
    const rows = await db
      .selectFrom('certificates')
      .innerJoin('certificates as old', 'old.id', 'certificates.replacesId')
      .select(['certificates.id', 'certificates.title', 'certificates.paperKind', 'certificates.code', 'old.issuedAt as oldAt'])
      .where('certificates.id', 'in', chunk)
      .execute()
    for (const { id, oldAt, ...row } of rows) about.set(id, { ...row, oldOn: dayInLima(oldAt) })
  }
  return [...Map.groupBy(lines, (line) => line.personId)].map(([personId, own]) => ({
    name: own.at(-1)?.personName ?? '',
    document: facts.get(personId)?.document ?? null,
    papers: own.map(({ newId, number, version, cohortName, changes }) => ({ number, version, cohortName, changes, ...(about.get(newId) ?? { title: '', paperKind: 'certificado', oldOn: '', code: '' }) })),
  }))
}
