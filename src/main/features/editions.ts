import type { contract } from '../../shared/contract/index.ts'
import { textSortKey } from '../../shared/domain/names.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import type { Writer } from '../db/doors.ts'
import type { EntityTables } from '../db/schema.ts'
import { rowCount } from '../db/queries.ts'
import { refusePaid } from './agreements/checks.ts'
import { live } from './live.ts'
import { addProgramme, checkDates, cohortsSeen, editionOf, partnersOf, programmeOf } from './programmes/records.ts'
import { copyCourse } from './results/copy.ts'

export const editions: Handlers<typeof contract.editions> = {
  get: async ({ db }, { id }) => {
    const edition = await editionOf(db, id)
    return { programme: await programmeOf(db, edition.programmeId), edition, partners: await partnersOf(db, id), cohorts: await cohortsSeen(db, { editionId: id }) }
  },
  create: async ({ db }, fields) => {
    await programmeOf(db, fields.programmeId)
    checkDates(fields)
    const [id = ''] = await db.add('editions', [fields])
    return { id, act: db.act }
  },
  begin: async ({ db }, { programme, edition, cohorts }) => {
    checkDates(edition)
    const programmeId = programme.kind === 'known' ? (await programmeOf(db, programme.id)).id : await addProgramme(db, programme.fields)
    const [id = ''] = await db.add('editions', [{ ...edition, programmeId }])
    await db.add('cohorts', cohorts.map((name) => ({ editionId: id, name, site: null, districtCode: null, startsOn: null, endsOn: null, modality: null, sortKey: textSortKey(name) })))
    return { id, act: db.act }
  },
  update: async ({ db }, { id, fields }) => {
    const edition = await editionOf(db, id)
    if (fields.programmeId !== undefined) await programmeOf(db, fields.programmeId)
    checkDates({ ...edition, ...fields })
    await db.change('editions', id, fields)
    return { id, act: db.act }
  },
  remove: async ({ db }, { id }) => {
    await editionOf(db, id)
    const enrolled = await db
      .selectFrom('enrolments')
      .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
      .select(rowCount().as('n'))
      .where('cohorts.editionId', '=', id)
      .where('enrolments.removedAt', 'is', null)
      .where('cohorts.removedAt', 'is', null)
      .executeTakeFirstOrThrow()
    if (enrolled.n > 0) refuse('editions.hasEnrolments', { n: enrolled.n })
    const planned = await db
      .selectFrom('sessions')
      .innerJoin('cohorts', 'cohorts.id', 'sessions.cohortId')
      .select(rowCount().as('n'))
      .where('cohorts.editionId', '=', id)
      .where('sessions.removedAt', 'is', null)
      .where('cohorts.removedAt', 'is', null)
      .executeTakeFirstOrThrow()
    if (planned.n > 0) refuse('editions.hasSessions', { n: planned.n })
    await refusePaid(db, id)
    for (const cohort of await cohortsSeen(db, { editionId: id })) await db.remove('cohorts', cohort.id)
    await db.remove('editions', id)
    return { id, act: db.act }
  },
  copy: async ({ db }, { id, name, year }) => {
    const { id: _, ...edition } = await editionOf(db, id)
    const [copy = ''] = await db.add('editions', [{ ...edition, name, year, startsOn: null, endsOn: null }])
    await addPartners(db, copy, await partnersOf(db, id))
    await copyCourse(db, id, copy)
    const groups = await db.selectFrom('cohorts').selectAll().where('editionId', '=', id).where('removedAt', 'is', null).orderBy('sortKey').orderBy('id').execute()
    await db.add('cohorts', groups.map(({ id: __, removedAt: ___, ...cohort }) => ({ ...cohort, editionId: copy, startsOn: null, endsOn: null })))
    return { id: copy, act: db.act }
  },
  setPartners: async ({ db }, { id, partners }) => {
    await editionOf(db, id)
    for (const { organisationId } of partners) await live(db, 'organisations', organisationId, 'editions.partnerMissing')
    for (const partner of await partnersOf(db, id)) await db.remove('editionPartners', partner.id)
    await addPartners(db, id, partners)
    return { id, act: db.act }
  },
}

type Partner = Pick<EntityTables['editionPartners'], 'organisationId' | 'role' | 'logoAssetId'>

async function addPartners(db: Writer, editionId: string, partners: readonly Partner[]): Promise<void> {
  await db.add('editionPartners', partners.map(({ organisationId, role, logoAssetId }, position) => ({ editionId, organisationId, role, logoAssetId, position })))
}
