import type { contract } from '../../shared/contract/index.ts'
import { formatDate } from '../../shared/domain/dates.ts'
import { displayName } from '../../shared/domain/names.ts'
import type { Handlers } from '../core/context.ts'
import { missing, refuse } from '../core/failures.ts'
import { inChunks } from '../db/chunks.ts'
import type { Reader } from '../db/doors.ts'
import { live } from './live.ts'
import { editionOf } from './programmes/records.ts'
import { editionIdOf, paperRulesOf } from './results/course.ts'
import { countsOf, resultsOf } from './results/gather.ts'
import { accountOf } from './results/person.ts'

export const eligibility: Handlers<typeof contract.eligibility> = {
  list: async ({ db, language }, { cohortId, editionId }) => {
    const edition = await editionOf(db, cohortId === undefined ? (editionId ?? missing('editions.missing')) : await editionIdOf(db, cohortId))
    const people = await resultsOf(db, cohortId === undefined ? { editionId } : { cohortId }, language)
    return { people, hasRules: (await paperRulesOf(db, edition.id)).length > 0, minutesPerHour: edition.minutesPerHour, counts: countsOf(people) }
  },
  person: ({ db, language }, { enrolmentId }) => accountOf(db, enrolmentId, language),
  grant: async ({ db, today }, { enrolmentIds, fields }) => {
    if (fields.grantedOn > today()) refuse('results.grantedInFuture', { day: formatDate(fields.grantedOn) })
    const people = await peopleOf(db, enrolmentIds)
    for (const [editionId, some] of Map.groupBy(people, (person) => person.editionId)) {
      const given = (await paperRulesOf(db, editionId)).map((rule) => rule.paperKind)
      if (!given.includes(fields.paperKind)) refuse('results.paperNotGiven', { paperKind: fields.paperKind })
      const speaker = some.find((person) => person.role !== 'participant')
      if (speaker !== undefined) refuse('results.noParticipant', { person: displayName(speaker) })
    }
    const holding = await holdingAlready(db, people.map((person) => person.id), fields)
    const added = people.filter((person) => !holding.has(person.id))
    await db.add('exceptions', added.map((person) => ({ enrolmentId: person.id, ...fields })))
    return { granted: added.length, act: db.act }
  },
  revoke: async ({ db }, { id }) => {
    await live(db, 'exceptions', id, 'results.exceptionMissing')
    await db.remove('exceptions', id)
    return { id, act: db.act }
  },
}

async function peopleOf(db: Reader, enrolmentIds: readonly string[]) {
  const wanted = [...new Set(enrolmentIds)]
  const rows = await db
    .selectFrom('enrolments')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .select(['enrolments.id', 'enrolments.role', 'cohorts.editionId', 'people.firstSurname', 'people.secondSurname', 'people.givenNames'])
    .where('enrolments.id', 'in', wanted)
    .where('enrolments.removedAt', 'is', null)
    .orderBy('people.sortKey')
    .orderBy('enrolments.id')
    .execute()
  return rows.length < wanted.length ? missing('enrolments.missing') : rows
}

/** Who holds the same exception already: one is enough. */
async function holdingAlready(db: Reader, enrolmentIds: readonly string[], fields: { readonly paperKind: string; readonly rule: string }): Promise<ReadonlySet<string>> {
  const holding = new Set<string>()
  for (const chunk of inChunks(enrolmentIds, 1)) {
    const rows = await db.selectFrom('exceptions').select(['enrolmentId', 'paperKind', 'rule']).where('enrolmentId', 'in', chunk).where('removedAt', 'is', null).orderBy('id').execute()
    for (const row of rows) if (row.paperKind === fields.paperKind && row.rule === fields.rule) holding.add(row.enrolmentId)
  }
  return holding
}
