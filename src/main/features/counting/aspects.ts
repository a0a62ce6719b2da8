import type { Years } from '../../../shared/domain/counting/age-groups.ts'
import type { PlaceOf } from '../../../shared/domain/counting/dimensions.ts'
import type { TraitKind } from '../../../shared/domain/traits.ts'
import { sectorSeen } from '../reports/totals.ts'
import type { EnrolmentFact, Facts, OrganisationFact, PostFact } from './model.ts'

/** The organisation of the post held then, unless it was removed since. */
export function organisationOf({ post }: { readonly post: Pick<PostFact, 'organisation'> | null }): OrganisationFact | null {
  return post?.organisation?.isLive === true ? post.organisation : null
}

/** As the roster said it, else what the organisation is. */
export function sectorOf(one: { readonly post: Pick<PostFact, 'organisation' | 'sector'> | null }): string | null {
  return one.post === null ? null : sectorSeen({ sector: one.post.sector, organisationKind: organisationOf(one)?.kind ?? null })
}

/** INEI code of the district that is meant; null where it is not known. */
export function districtOf(one: EnrolmentFact, placeOf: PlaceOf): string | null {
  if (placeOf === 'residence') return one.person.districtCode
  if (placeOf === 'cohort') return one.cohort.districtCode
  return organisationOf(one)?.districtCode ?? one.person.districtCode ?? one.cohort.districtCode
}

/** In whole years on the first day of the group; a stated age has grown since it was stated. Null where it is not known. */
export function ageOf({ person, cohort: { firstDay } }: EnrolmentFact): Years | null {
  if (firstDay === 0) return null
  if (person.birthDay !== 0) {
    const age = yearsBetween(person.birthDay, firstDay)
    return { from: age, to: age }
  }
  if (person.stated === null) return null
  const grown = person.statedDay === 0 ? 0 : yearsBetween(person.statedDay, firstDay)
  return { from: person.stated.from + grown, to: person.stated.to === null ? null : person.stated.to + grown }
}

/** Whole years from a day to another: both as numbers YYYYMMDD, whose difference has the years before its last four digits. */
const yearsBetween = (from: number, to: number): number => Math.floor((to - from) / 10_000)

/** What a person told of herself, where the office keeps it. */
export function hasTrait({ traits: { kept } }: Facts, kind: TraitKind): (one: EnrolmentFact) => string | null {
  return kept.has(kind) ? ({ person: { traits } }) => traits?.[kind] ?? null : () => null
}

