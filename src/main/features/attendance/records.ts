import type { contract } from '../../../shared/contract/index.ts'
import { displayName } from '../../../shared/domain/names.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { Reader } from '../../db/doors.ts'

export type GridPerson = OutputOf<typeof contract.attendance.grid>['people'][number]

/** Everybody of a group in Peru's alphabetical order, participants before the other roles. */
export async function groupPeople(db: Reader, cohortId: string): Promise<GridPerson[]> {
  const rows = await db
    .selectFrom('enrolments')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .leftJoin('posts', 'posts.id', 'enrolments.postId')
    .leftJoin('organisations', 'organisations.id', 'posts.organisationId')
    .select(['enrolments.id as enrolmentId', 'enrolments.personId', 'enrolments.role', 'enrolments.state'])
    .select(['people.firstSurname', 'people.secondSurname', 'people.givenNames', 'people.documentNumber', 'organisations.name as organisationName'])
    .where('enrolments.cohortId', '=', cohortId)
    .where('enrolments.removedAt', 'is', null)
    .orderBy('people.sortKey')
    .orderBy('enrolments.id')
    .execute()
  const people = rows.map(({ firstSurname, secondSurname, givenNames, ...person }) => ({ ...person, name: displayName({ firstSurname, secondSurname, givenNames }) }))
  return [...people.filter(isParticipant), ...people.filter((person) => !isParticipant(person))]
}

/** The participants of a group in Peru's alphabetical order, those who withdrew too. */
export async function participantsOf(db: Reader, cohortId: string): Promise<GridPerson[]> {
  return (await groupPeople(db, cohortId)).filter(isParticipant)
}

const isParticipant = ({ role }: GridPerson): boolean => role === 'participant'
