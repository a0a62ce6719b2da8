import type { contract } from '../../../shared/contract/index.ts'
import { displayName } from '../../../shared/domain/names.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { Reader } from '../../db/doors.ts'
import { attachmentCounts } from '../attachments/records.ts'
import { districtName } from '../geography.ts'
import type { Seeing } from './list.ts'
import { followUpsOf, peopleOf } from './list.ts'
import { initiativeOf, isLate, stepsOf } from './records.ts'

/** One initiative with all that belongs to it. Throws `missing`. */
export async function initiativeSeen(db: Reader, id: string, { about, today }: Seeing): Promise<OutputOf<typeof contract.initiatives.get>> {
  const { removedAt: _, searchKey: __, sortKey: ___, ...initiative } = await initiativeOf(db, id)
  const followUps = await followUpsOf(db, [id])
  const files = await attachmentCounts(db, 'followUps', followUps.map((one) => one.id))
  const people = await peopleOf(db, [id])
  const steps = await stepsOf(db, id)
  return {
    initiative: { ...initiative, districtName: districtName(about, initiative.districtCode), ...(await namesOf(db, initiative)) },
    people: people.map(({ initiativeId: _of, ...one }) => one),
    steps: steps.map(({ removedAt: _at, initiativeId: _of, ...step }) => step),
    consultings: await consultingsOf(db, id),
    followUps: followUps.map(({ removedAt: _at, initiativeId: _of, ...one }) => ({ ...one, isOverdue: isLate(one, initiative.stage, today), attachments: files.get(one.id) ?? 0 })),
    commitments: await commitmentsOf(db, id),
  }
}

async function namesOf(db: Reader, { editionId, cohortId }: { readonly editionId: string | null; readonly cohortId: string | null }): Promise<{ editionName: string | null; cohortName: string | null }> {
  const edition = editionId === null ? undefined : await db.selectFrom('editions').innerJoin('programmes', 'programmes.id', 'editions.programmeId').select(['programmes.name as programme', 'editions.name']).where('editions.id', '=', editionId).executeTakeFirst()
  const cohort = cohortId === null ? undefined : await db.selectFrom('cohorts').select('name').where('id', '=', cohortId).executeTakeFirst()
  return { editionName: edition === undefined ? null : `${edition.programme} · ${edition.name}`, cohortName: cohort?.name ?? null }
}

/** Consulting sessions, the first one first. */
async function consultingsOf(db: Reader, initiativeId: string): Promise<OutputOf<typeof contract.initiatives.get>['consultings']> {
  const rows = await db
    .selectFrom('consultings')
    .leftJoin('people', 'people.id', 'consultings.adviserId')
    .selectAll('consultings')
    .select(['people.firstSurname', 'people.secondSurname', 'people.givenNames'])
    .where('consultings.initiativeId', '=', initiativeId)
    .where('consultings.removedAt', 'is', null)
    .orderBy('consultings.on')
    .orderBy('consultings.id')
    .execute()
  return rows.map(({ firstSurname, secondSurname, givenNames, removedAt: _, initiativeId: __, ...row }) => ({ ...row, adviser: firstSurname === null ? row.adviserName : displayName({ firstSurname, secondSurname, givenNames: givenNames ?? '' }) }))
}

function commitmentsOf(db: Reader, initiativeId: string): Promise<{ commitmentId: string; title: string }[]> {
  return db
    .selectFrom('commitmentLinks')
    .innerJoin('commitments', 'commitments.id', 'commitmentLinks.commitmentId')
    .select(['commitmentLinks.commitmentId', 'commitments.title'])
    .where('commitmentLinks.initiativeId', '=', initiativeId)
    .where('commitmentLinks.removedAt', 'is', null)
    .where('commitments.removedAt', 'is', null)
    .orderBy('commitments.sortKey')
    .orderBy('commitments.id')
    .execute()
}
