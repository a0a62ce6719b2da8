import type { RosterField } from '../../../shared/domain/roster/fields.ts'
import { displayName } from '../../../shared/domain/names.ts'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { dateText } from '../../ui/fields/date-text.ts'

/** What the office knows of a person, by the fields of a roster: for the side of a comparison. */
export function usePersonCells(id: string | undefined): ReadonlyMap<RosterField, string> {
  const t = useText()
  const found = useQuery('people.get', { id: id ?? '' }, { enabled: id !== undefined })
  if (found.data === undefined) return new Map()
  const { person, posts } = found.data
  // The last one in the order of the record: what the person does now.
  const post = posts.find((one) => one.until === null) ?? posts[0]
  const cells: readonly (readonly [RosterField, string | null])[] = [
    ['documentNumber', person.documentNumber],
    ['fullName', displayName(person)],
    ['sex', person.sex === null ? null : t('people.sexName', { sex: person.sex })],
    ['birthDate', person.birthDate === null ? null : dateText(person.birthDate)],
    ['age', person.statedAge],
    ['email', person.email],
    ['phone', person.phone],
    ['organisation', post?.organisationName ?? null],
    ['post', post?.title ?? null],
    ['community', person.community],
    ['notes', person.notes],
  ]
  return new Map(cells.flatMap(([field, value]) => (value === null || value === '' ? [] : [[field, value] as const])))
}
