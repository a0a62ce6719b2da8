import type { contract } from '../../../shared/contract/index.ts'
import { displayName } from '../../../shared/domain/names.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { organisationOf } from '../counting/aspects.ts'
import type { CountedPerson } from './counted.ts'

type Asked = Pick<ParsedInputOf<typeof contract.dashboard.people>, 'department' | 'sex' | 'offset' | 'limit'>
type People = OutputOf<typeof contract.dashboard.people>

/** Who stands behind a figure of the overview, in alphabetical order; names are read for the window alone. */
export async function peopleBehind(db: Reader, counted: readonly CountedPerson[], { department, sex, offset, limit }: Asked): Promise<People> {
  const found = counted
    .filter((one) => (department === null || one.department === department) && (sex === null || one.person.sex === sex))
    .sort((one, other) => one.person.rank - other.person.rank)
  const shown = found.slice(offset, offset + limit)
  const names = await namesOf(db, shown.map((one) => one.person.id))
  const rows = shown.flatMap(({ person, latest, minutes, papers }) => {
    const name = names.get(person.id)
    const { cohort } = latest
    return name === undefined ? [] : [{ personId: person.id, ...name, organisationName: organisationOf(latest)?.name ?? null, cohortId: cohort.id, cohortName: cohort.name, editionName: [cohort.edition?.programme?.name, cohort.edition?.name].filter((part) => part !== undefined).join(' · '), hours: Math.round(minutes / 6) / 10, certificates: papers }]
  })
  return { rows, total: found.length }
}

async function namesOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly name: string; readonly documentNumber: string | null }>> {
  const names = new Map<string, { name: string; documentNumber: string | null }>()
  for (const chunk of inChunks(ids, 1)) {
    const rows = await db.selectFrom('people').select(['id', 'firstSurname', 'secondSurname', 'givenNames', 'documentNumber']).where('id', 'in', chunk).execute()
    for (const row of rows) names.set(row.id, { name: displayName(row), documentNumber: row.documentNumber })
  }
  return names
}
