import type { contract } from '../../shared/contract/index.ts'
import { isRuc } from '../../shared/domain/documents.ts'
import { cleanText, searchPieces } from '../../shared/domain/names.ts'
import type { ParsedInputOf } from '../../shared/rpc/define.ts'
import type { Handlers } from '../core/context.ts'
import { missing, refuse } from '../core/failures.ts'
import type { Reader } from '../db/doors.ts'
import { holds, rowCount } from '../db/queries.ts'
import { refuseParty } from './agreements/checks.ts'
import { districtName } from './geography.ts'
import { organisationKeyFields, organisationKeys } from './keys.ts'
import { live } from './live.ts'
import { currentPosts } from './people/list.ts'

type Fields = ParsedInputOf<typeof contract.organisations.create>

export const organisations: Handlers<typeof contract.organisations> = {
  list: async ({ db, about, today }, { search, kind, offset, limit }) => {
    let ask = db.selectFrom('organisations').where('removedAt', 'is', null)
    for (const piece of searchPieces(search)) ask = ask.where((eb) => holds(eb.ref('searchKey'), piece))
    const kinds = await ask.select(['kind', rowCount().as('count')]).groupBy('kind').orderBy('count', 'desc').orderBy('kind').execute()
    if (kind !== undefined) ask = ask.where('kind', '=', kind)
    const rows = await ask.select(seen).orderBy('sortKey').orderBy('id').offset(offset).limit(limit).execute()
    const people = await peopleIn(db, rows.map((row) => row.id), today())
    return {
      rows: rows.map((row) => ({ ...row, districtName: districtName(about, row.districtCode), people: people.get(row.id) ?? 0 })),
      total: kinds.filter((one) => kind === undefined || one.kind === kind).reduce((sum, one) => sum + one.count, 0),
      kinds,
    }
  },
  get: async ({ db, about, today }, { id }) => {
    const row = await db.selectFrom('organisations').select(seen).where('id', '=', id).where('removedAt', 'is', null).executeTakeFirst()
    if (row === undefined) missing('organisations.missing')
    const people = await peopleIn(db, [id], today())
    return { ...row, districtName: districtName(about, row.districtCode), people: people.get(id) ?? 0 }
  },
  create: async ({ db }, fields) => {
    const organisation = tidyOrganisation(fields)
    await checkOrganisation(db, organisation, '')
    const [id = ''] = await db.add('organisations', [{ ...organisation, ...organisationKeys(organisation) }])
    return { id, act: db.act }
  },
  update: async ({ db }, { id, fields }) => {
    const { id: _, searchKey: __, sortKey: ___, nameKey: ____, removedAt: _____, ...current } = await live(db, 'organisations', id, 'organisations.missing')
    const organisation = tidyOrganisation({ ...current, ...fields })
    const changed = (field: keyof Fields): boolean => organisation[field] !== current[field]
    if (changed('name') || changed('ruc') || changed('districtCode')) await checkOrganisation(db, organisation, id)
    await db.change('organisations', id, organisationKeyFields.some(changed) ? { ...organisation, ...organisationKeys(organisation) } : organisation)
    return { id, act: db.act }
  },
  remove: async ({ db }, { id }) => {
    await live(db, 'organisations', id, 'organisations.missing')
    const posts = await db.selectFrom('posts').select(rowCount().as('n')).where('organisationId', '=', id).where('removedAt', 'is', null).executeTakeFirstOrThrow()
    if (posts.n > 0) refuse('organisations.hasPosts', { n: posts.n })
    const partners = await db.selectFrom('editionPartners').select(rowCount().as('n')).where('organisationId', '=', id).where('removedAt', 'is', null).executeTakeFirstOrThrow()
    if (partners.n > 0) refuse('organisations.hasEditions', { n: partners.n })
    await refuseParty(db, id)
    await db.remove('organisations', id)
    return { id, act: db.act }
  },
}

const seen = ['id', 'name', 'shortName', 'kind', 'ruc', 'districtCode', 'federation'] as const

/** How many persons' current post is in each organisation. */
async function peopleIn(db: Reader, ids: readonly string[], today: string): Promise<ReadonlyMap<string | null, number>> {
  if (ids.length === 0) return new Map()
  const rows = await currentPosts(db, today, ids)
    // A join would lead SQLite to begin with all people; their posts in these organisations are fewer.
    .where(({ exists, selectFrom }) => exists(selectFrom('people').select('people.id').whereRef('people.id', '=', 'post.personId').where('people.removedAt', 'is', null)))
    .select(['post.organisationId', rowCount().as('n')])
    .groupBy('post.organisationId')
    .execute()
  return new Map(rows.map((row) => [row.organisationId, row.n]))
}

function tidyOrganisation(fields: Fields): Fields {
  const ruc = (fields.ruc ?? '').replace(/\s/g, '')
  return { ...fields, name: cleanText(fields.name), ruc: ruc === '' ? null : ruc }
}

/** Throws `refused` when the RUC is none, or when it is there already: same RUC, or a name that means the same and no other district. */
async function checkOrganisation(db: Reader, organisation: Fields, exceptId: string): Promise<void> {
  const { ruc, districtCode } = organisation
  if (ruc !== null && !isRuc(ruc)) refuse('organisations.badRuc', { ruc })
  const others = db.selectFrom('organisations').select('name').where('removedAt', 'is', null).where('id', '!=', exceptId).orderBy('id')
  if (ruc !== null) {
    const holder = await others.where('ruc', '=', ruc).executeTakeFirst()
    if (holder !== undefined) refuse('organisations.rucTaken', { ruc, name: holder.name })
  }
  let ask = others.where('nameKey', '=', organisationKeys(organisation).nameKey)
  // Ten districts are called Santa Rosa: their municipalities are ten.
  if (districtCode !== null) ask = ask.where((eb) => eb.or([eb('districtCode', 'is', null), eb('districtCode', '=', districtCode)]))
  const twin = await ask.executeTakeFirst()
  if (twin !== undefined) refuse('organisations.alreadyThere', { name: twin.name })
}
