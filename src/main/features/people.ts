import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../core/context.ts'
import { missing, refuse } from '../core/failures.ts'
import type { Reader } from '../db/doors.ts'
import { rowCount } from '../db/queries.ts'
import { districtName } from './geography.ts'
import { forgetWalkIns, refuseWithResults } from './enrolments.ts'
import { personKeyFields, personKeys } from './keys.ts'
import { live } from './live.ts'
import { peopleCounted, peopleListed } from './people/list.ts'
import { postCalls } from './people/posts.ts'
import { personRecord } from './people/record.ts'
import { printRecord } from './people/record-paper.ts'
import { checkPersonDocument, checkPersonFacts, refuseTakenDocument, tidyPerson } from './people/rules.ts'
import { trainingRecord } from './people/training-record.ts'

export const people: Handlers<typeof contract.people> = {
  list: ({ db, today }, asked) => peopleListed(db, asked, today()),
  counts: ({ db, today }, among) => peopleCounted(db, among, today()),
  get: async ({ db, about }, { id }) => {
    const record = await personRecord(db, id)
    return { ...record, districtName: districtName(about, record.person.districtCode) }
  },
  record: ({ db, today, language }, { id }) => trainingRecord(db, id, { today: today(), language }),
  printRecord: (context, { id }) => printRecord(context, id),
  create: async ({ db, today }, fields) => {
    const person = tidyPerson(fields, today())
    checkPersonDocument(person)
    checkPersonFacts(person, today())
    await refuseTakenDocument(db, person, '')
    const [id = ''] = await db.add('people', [{ ...person, ...personKeys(person) }])
    return { id, act: db.act }
  },
  update: async ({ db, today }, { id, fields }) => {
    const { id: _, searchKey: __, sortKey: ___, nameKey: ____, removedAt: _____, ...current } = await live(db, 'people', id, 'people.missing')
    const person = tidyPerson({ ...current, ...fields }, today())
    // What an import brought stays editable: only what is being changed must be right.
    if (documentFields.some((field) => person[field] !== current[field])) {
      checkPersonDocument(person)
      await refuseTakenDocument(db, person, id)
    }
    if (person.birthDate !== current.birthDate) checkPersonFacts({ birthDate: person.birthDate, email: null }, today())
    if (person.email !== current.email) checkPersonFacts({ birthDate: null, email: person.email }, today())
    const touchesKeys = personKeyFields.some((field) => person[field] !== current[field])
    await db.change('people', id, touchesKeys ? { ...person, ...personKeys(person) } : person)
    return { id, act: db.act }
  },
  remove: async ({ db }, { id }) => {
    await live(db, 'people', id, 'people.missing')
    const { n } = await db.selectFrom('certificates').select(rowCount().as('n')).where('personId', '=', id).executeTakeFirstOrThrow()
    if (n > 0) refuse('people.hasCertificates', { n })
    const enrolled = await liveIdsOf(db, 'enrolments', id)
    await refuseWithResults(db, enrolled)
    await forgetWalkIns(db, enrolled)
    await db.removeMany('enrolments', enrolled)
    await db.removeMany('posts', await liveIdsOf(db, 'posts', id))
    await db.remove('people', id)
    return { id, act: db.act }
  },
  restore: async ({ db }, { id }) => {
    const person = await db.selectFrom('people').selectAll().where('id', '=', id).where('removedAt', 'is not', null).executeTakeFirst()
    if (person?.removedAt === undefined || person.removedAt === null) missing('people.notRemoved')
    await refuseTakenDocument(db, person, id)
    const { removedAt } = person
    // What was removed together comes back together, unless its group has gone since.
    const posts = await db.selectFrom('posts').select('id').where('personId', '=', id).where('removedAt', '=', removedAt).execute()
    const enrolments = await db
      .selectFrom('enrolments')
      .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
      .select('enrolments.id')
      .where('enrolments.personId', '=', id)
      .where('enrolments.removedAt', '=', removedAt)
      .where('cohorts.removedAt', 'is', null)
      .execute()
    await db.change('people', id, { removedAt: null })
    await db.changeMany('posts', posts.map((post) => ({ id: post.id, patch: { removedAt: null } })))
    await db.changeMany('enrolments', enrolments.map((enrolment) => ({ id: enrolment.id, patch: { removedAt: null } })))
    return { id, act: db.act }
  },
  ...postCalls,
}

const documentFields = ['documentType', 'documentNumber', 'documentCountry'] as const

async function liveIdsOf(db: Reader, table: 'enrolments' | 'posts', personId: string): Promise<string[]> {
  const rows = await db.selectFrom(table).select('id').where('personId', '=', personId).where('removedAt', 'is', null).orderBy('id').execute()
  return rows.map((row) => row.id)
}
