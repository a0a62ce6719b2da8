import { textSortKey } from '../../../shared/domain/names.ts'
import { byText } from '../../../shared/domain/order.ts'
import { organisationKinds } from '../../../shared/domain/organisations.ts'
import { sectorOfKind } from '../../../shared/domain/sectors.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Breakdown } from '../../documents/report-model.ts'

export interface Counted {
  readonly personId: string
  readonly sex: 'F' | 'M' | null
  /** Code of `domain/sectors.ts`. */
  readonly sector: string | null
  /** INEI code. */
  readonly district: string | null
  readonly cohortName: string
}

export interface Counting {
  readonly language: Language
  readonly byCohort: boolean
  /** The department that a district (INEI code) lies in. */
  regionOf(district: string): string | null
}

/** Totals by sex, kind of organisation and region. Each person counts once in each, however often she is enrolled. */
export function breakdowns(people: readonly Counted[], how: Counting): Breakdown[] {
  const { language } = how
  if (people.length === 0) return []
  const unknown = say(language, 'lists.unknown')
  const counted = (title: string, column: string, label: (one: Counted) => string): Breakdown => {
    const persons = new Map<string, Set<string>>()
    for (const one of people) persons.set(label(one), (persons.get(label(one)) ?? new Set()).add(one.personId))
    const rows = [...persons].map(([name, ids]): [string, number] => [name, ids.size])
    // The largest first; what is not known, last.
    rows.sort(([one, n], [other, m]) => Number(one === unknown) - Number(other === unknown) || m - n || byText(textSortKey(one), textSortKey(other)))
    return { title, columns: [column, say(language, 'lists.persons')], rows, total: [new Set(people.map((one) => one.personId)).size] }
  }
  return [
    counted(say(language, 'lists.bySex'), say(language, 'lists.sex'), (one) => (one.sex === null ? unknown : say(language, 'lists.sexName', { sex: one.sex }))),
    counted(say(language, 'lists.byKind'), say(language, 'lists.kind'), (one) => (one.sector === null ? unknown : say(language, 'lists.sectorName', { sector: one.sector }))),
    counted(say(language, 'lists.byRegion'), say(language, 'lists.region'), (one) => (one.district === null ? unknown : (how.regionOf(one.district) ?? unknown))),
    ...(how.byCohort ? [counted(say(language, 'lists.byCohort'), say(language, 'lists.cohort'), (one) => one.cohortName)] : []),
  ]
}

/** Where a person comes from: as the roster said it, else what her organisation is. */
export function sectorSeen(row: { readonly sector: string | null; readonly organisationKind: string | null }): string | null {
  if (row.sector !== null) return row.sector
  const kind = organisationKinds.find((one) => one === row.organisationKind)
  return kind === undefined ? null : sectorOfKind(kind)
}
