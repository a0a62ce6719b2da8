import type { contract } from '../../../shared/contract/index.ts'
import type { PersonName } from '../../../shared/domain/names.ts'
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

/** Whom: all of a group, of all groups of an edition, or these. */
export interface Which {
  readonly cohortId?: string | undefined
  readonly editionId?: string | undefined
  readonly enrolmentIds?: readonly string[] | undefined
}

export interface Participant extends PersonName {
  readonly enrolmentId: string
  readonly personId: string
  readonly cohortId: string
  readonly cohortName: string
  readonly editionId: string
  readonly state: string
  readonly documentNumber: string | null
}

/** The participants of live groups in Peru's alphabetical order, those who withdrew too; nobody where nothing is asked for. */
export async function participantsAmong(db: Reader, { cohortId, editionId, enrolmentIds }: Which): Promise<Participant[]> {
  let ask = db
    .selectFrom('enrolments')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .select(['enrolments.id as enrolmentId', 'enrolments.personId', 'enrolments.cohortId', 'cohorts.name as cohortName', 'cohorts.editionId', 'enrolments.state'])
    .select(['people.documentNumber', 'people.firstSurname', 'people.secondSurname', 'people.givenNames'])
    .where('enrolments.role', '=', 'participant')
    .where('enrolments.removedAt', 'is', null)
    .where('cohorts.removedAt', 'is', null)
    .orderBy('people.sortKey')
    .orderBy('enrolments.id')
  if (cohortId !== undefined) ask = ask.where('enrolments.cohortId', '=', cohortId)
  if (editionId !== undefined) ask = ask.where('cohorts.editionId', '=', editionId)
  if (enrolmentIds !== undefined) ask = ask.where('enrolments.id', 'in', [...enrolmentIds])
  const isAskedFor = cohortId !== undefined || editionId !== undefined || (enrolmentIds?.length ?? 0) > 0
  return isAskedFor ? ask.execute() : []
}

const isParticipant = ({ role }: GridPerson): boolean => role === 'participant'
