import type { contract } from '../../../shared/contract/index.ts'
import { displayName } from '../../../shared/domain/names.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { factsOf } from '../actas/compose.ts'
import { paperLanguage, readActa } from '../actas/gather.ts'
import { inForce } from '../actas/records.ts'
import { partnersOf } from '../programmes/records.ts'
import { sessionsOf } from '../sessions/records.ts'
import type { WordsChanged } from './differences.ts'
import { excerpt } from './differences.ts'

type Told = OutputOf<typeof contract.corrections.affected>['actas'][number]

/** Which records are looked at; none of them given: all. */
export interface Among {
  readonly personIds?: readonly string[] | undefined
  readonly cohortIds?: readonly string[] | undefined
}

/** How many records are read at a time: each holds its whole list. */
const readAhead = 50

/** Closed records of results in force that name somebody or describe their course otherwise than today. They stand as they are. */
export async function actasWithOldWords(db: Reader, among: Among): Promise<Told[]> {
  const found: Told[] = []
  const ids = await actaIds(db, among)
  const wanted = among.personIds === undefined ? null : new Set(among.personIds)
  for (let start = 0; start < ids.length; start += readAhead) {
    const rows = await db
      .selectFrom('actas')
      .innerJoin('cohorts', 'cohorts.id', 'actas.cohortId')
      .select(['actas.id', 'actas.number', 'actas.cohortId', 'actas.closedAt', 'actas.drawnUpOn', 'actas.frozen', 'cohorts.name as cohortName'])
      .where('actas.id', 'in', ids.slice(start, start + readAhead))
      .orderBy('actas.closedAt')
      .orderBy('actas.id')
      .execute()
    for (const { frozen, drawnUpOn, ...acta } of rows) {
      const { lines, facts: old } = readActa(frozen)
      const people = await peopleOtherwise(db, wanted === null ? lines : lines.filter((line) => wanted.has(line.personId)))
      const facts = await factsOtherwise(db, { cohortId: acta.cohortId, drawnUpOn, old })
      if (people.length > 0 || facts.length > 0) found.push({ ...acta, people, facts })
    }
  }
  return found
}

async function actaIds(db: Reader, { personIds, cohortIds }: Among): Promise<string[]> {
  const ids = new Set<string>()
  if (personIds === undefined && cohortIds === undefined) for (const row of await inForce(db).select('actas.id').orderBy('actas.id').execute()) ids.add(row.id)
  for (const chunk of inChunks(cohortIds ?? [], 1)) for (const row of await inForce(db).select('actas.id').where('actas.cohortId', 'in', chunk).orderBy('actas.id').execute()) ids.add(row.id)
  for (const chunk of inChunks(personIds ?? [], 1)) {
    const rows = await inForce(db).innerJoin('actaLines', 'actaLines.actaId', 'actas.id').select('actas.id').distinct().where('actaLines.personId', 'in', chunk).orderBy('actas.id').execute()
    for (const row of rows) ids.add(row.id)
  }
  return [...ids]
}

interface Named {
  readonly personId: string
  readonly personName: string
  readonly documentNumber: string | null
}

async function peopleOtherwise(db: Reader, lines: readonly Named[]): Promise<Told['people']> {
  const otherwise: Told['people'] = []
  for (const chunk of inChunks(lines, 1)) {
    const rows = await db.selectFrom('people').select(['id', 'firstSurname', 'secondSurname', 'givenNames', 'documentNumber']).where('id', 'in', chunk.map((line) => line.personId)).execute()
    const today = new Map(rows.map((row) => [row.id, { name: displayName(row).slice(0, 250), documentNumber: row.documentNumber }]))
    for (const { personId, personName, documentNumber } of chunk) {
      const now = today.get(personId)
      if (now === undefined || (now.name === personName && now.documentNumber === documentNumber)) continue
      const written = (name: string, number: string | null): string => [name, number].filter((part) => part !== null).join(' · ')
      otherwise.push({ personId, before: written(personName, documentNumber), after: written(now.name, now.documentNumber) })
    }
  }
  return otherwise
}

async function factsOtherwise(db: Reader, { cohortId, drawnUpOn, old }: { readonly cohortId: string; readonly drawnUpOn: string; readonly old: readonly { readonly label: string; readonly value: string }[] }): Promise<WordsChanged[]> {
  const cohort = await db.selectFrom('cohorts').selectAll().where('id', '=', cohortId).executeTakeFirstOrThrow()
  const edition = await db.selectFrom('editions').selectAll().where('id', '=', cohort.editionId).executeTakeFirstOrThrow()
  const programme = await db.selectFrom('programmes').select('name').where('id', '=', edition.programmeId).executeTakeFirstOrThrow()
  const partners = (await partnersOf(db, edition.id)).map((partner) => partner.organisationName)
  const facts = factsOf({ programme, edition, cohort, partners, sessions: await sessionsOf(db, { cohortId }), fields: { drawnUpOn } })
  const before = new Map(old.map(({ label, value }) => [label, value]))
  const after = new Map(facts.map(({ label, value }) => [label, value]))
  // Sessions are added and moved all the time; what the record's list counted stands in its lines.
  const untold = new Set([say(paperLanguage, 'actas.factSessions'), say(paperLanguage, 'actas.factDay')])
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((label) => !untold.has(label) && before.get(label) !== after.get(label))
    .map((label) => ({ field: label, label, ...excerpt(before.get(label) ?? '', after.get(label) ?? '') }))
}
