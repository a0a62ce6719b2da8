import type { contract } from '../../../shared/contract/index.ts'
import { displayName, searchKey, searchPieces, textSortKey } from '../../../shared/domain/names.ts'
import { byText } from '../../../shared/domain/order.ts'
import { postAsOf } from '../../../shared/domain/posts.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import type { About } from '../../core/context.ts'
import type { Reader } from '../../db/doors.ts'
import { districtsOf } from '../geography.ts'
import { alumniOf, postsOf } from './alumni.ts'

type Asked = ParsedInputOf<typeof contract.network.directory>
type Directory = OutputOf<typeof contract.network.directory>

/** Those who consented and did not withdraw it, with what each lets be shown; cities and themes are counted over all of them. */
export async function directoryOf(db: Reader, about: About, { search, department, theme }: Asked, today: string): Promise<Directory> {
  const all = await everybody(db, about, today)
  const pieces = searchPieces(search)
  const rows = all.filter(
    (one) =>
      (department === undefined || one.departmentCode === department) &&
      (theme === undefined || one.row.themes.some((own) => searchKey(own) === searchKey(theme))) &&
      pieces.every((piece) => searchKey([one.row.name, one.row.organisation, one.row.post, one.row.city, ...one.row.themes].filter((word) => word !== null).join(' ')).includes(piece)),
  )
  return { rows: rows.map((one) => one.row), cities: cities(all), themes: themes(all) }
}

interface Listed {
  readonly row: Directory['rows'][number]
  readonly departmentCode: string
}

async function everybody(db: Reader, about: About, today: string): Promise<Listed[]> {
  const consents = await db
    .selectFrom('directoryConsents')
    .innerJoin('people', 'people.id', 'directoryConsents.personId')
    .select(['people.id', 'people.firstSurname', 'people.secondSurname', 'people.givenNames', 'people.email', 'people.phone', 'people.districtCode', 'directoryConsents.showsEmail', 'directoryConsents.showsPhone', 'directoryConsents.themes'])
    .where('directoryConsents.withdrawnOn', 'is', null)
    .where('directoryConsents.removedAt', 'is', null)
    .where('people.removedAt', 'is', null)
    .orderBy('people.sortKey')
    .orderBy('people.id')
    .execute()
  const posts = await postsOf(db, consents.map((one) => one.id))
  const finished = await alumniOf(db, { search: '' }, today)
  const programmes = new Map(finished.map((one) => [one.personId, [one.finished.programmeName]]))
  return consents.map((one) => {
    const post = postAsOf(posts.get(one.id) ?? [], today)
    const code = post?.districtCode ?? one.districtCode
    const district = code === null ? null : districtsOf(about).byCode(code)
    return {
      departmentCode: code?.slice(0, 2) ?? '',
      row: {
        personId: one.id, name: displayName(one), post: post?.title ?? null, organisation: post?.organisationName ?? null, city: district?.province ?? null, department: district?.department ?? null,
        themes: JSON.parse(one.themes) as string[], email: one.showsEmail === 1 ? one.email : null, phone: one.showsPhone === 1 ? one.phone : null, programmes: programmes.get(one.id) ?? [],
      },
    }
  })
}

function cities(all: readonly Listed[]): Directory['cities'] {
  const known = Map.groupBy(all.filter((one) => one.departmentCode !== ''), (one) => one.departmentCode)
  return [...known].map(([department, rows]) => ({ department, name: rows[0]?.row.department ?? department, count: rows.length })).sort((one, other) => byText(one.department, other.department))
}

/** Themes as their first writer wrote them: two writings of one theme are one. */
function themes(all: readonly Listed[]): Directory['themes'] {
  const known = Map.groupBy(all.flatMap((one) => one.row.themes), (theme) => searchKey(theme))
  return [...known.values()].map((same) => ({ theme: same[0] ?? '', count: same.length })).sort((one, other) => other.count - one.count || byText(textSortKey(one.theme), textSortKey(other.theme)))
}
