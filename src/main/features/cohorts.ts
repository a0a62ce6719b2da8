import type { contract } from '../../shared/contract/index.ts'
import { textSortKey } from '../../shared/domain/names.ts'
import type { Handlers } from '../core/context.ts'
import { missing, refuse } from '../core/failures.ts'
import { rowCount } from '../db/queries.ts'
import { live } from './live.ts'
import { checkDates, cohortsSeen, editionOf, programmeOf } from './programmes/records.ts'

export const cohorts: Handlers<typeof contract.cohorts> = {
  get: async ({ db }, { id }) => {
    const [cohort] = await cohortsSeen(db, { id })
    if (cohort === undefined) missing('cohorts.missing')
    const edition = await editionOf(db, cohort.editionId)
    return { programme: await programmeOf(db, edition.programmeId), edition, cohort }
  },
  create: async ({ db }, fields) => {
    await editionOf(db, fields.editionId)
    checkDates(fields)
    const [id = ''] = await db.add('cohorts', [{ ...fields, sortKey: textSortKey(fields.name) }])
    return { id, act: db.act }
  },
  update: async ({ db }, { id, fields }) => {
    const cohort = await live(db, 'cohorts', id, 'cohorts.missing')
    checkDates({ ...cohort, ...fields })
    await db.change('cohorts', id, fields.name === undefined ? fields : { ...fields, sortKey: textSortKey(fields.name) })
    return { id, act: db.act }
  },
  remove: async ({ db }, { id }) => {
    await live(db, 'cohorts', id, 'cohorts.missing')
    const enrolled = await db.selectFrom('enrolments').select(rowCount().as('n')).where('cohortId', '=', id).where('removedAt', 'is', null).executeTakeFirstOrThrow()
    if (enrolled.n > 0) refuse('cohorts.hasEnrolments', { n: enrolled.n })
    const planned = await db.selectFrom('sessions').select(rowCount().as('n')).where('cohortId', '=', id).where('removedAt', 'is', null).executeTakeFirstOrThrow()
    if (planned.n > 0) refuse('cohorts.hasSessions', { n: planned.n })
    await db.remove('cohorts', id)
    return { id, act: db.act }
  },
}
