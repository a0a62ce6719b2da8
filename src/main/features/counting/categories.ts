import { ageGroupKey, yearsOfGroup } from '../../../shared/domain/counting/age-groups.ts'
import type { Definition } from '../../../shared/contract/counting.ts'
import type { BreakdownDimension } from '../../../shared/domain/counting/dimensions.ts'
import { departments } from '../../../shared/domain/geography.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import { ageOf, districtOf, hasTrait, organisationOf, sectorOf } from './aspects.ts'
import type { Counted } from './counted.ts'
import { initiativeStood, rowStood, valueKey } from './match.ts'
import type { CohortFact, EditionFact, EnrolmentFact, Facts, InitiativeFact, OrganisationFact, RowFact, SessionFact } from './model.ts'

/** The key of the category that a thing stands in; '' where it is not known, or the dimension says nothing of it. */
export type CategoryOf = (one: Counted) => string

/** What a row of a field of a register is asked by: `field:<id>`. */
const fieldOf = (dimension: string): string | null => (dimension.startsWith('field:') ? dimension.slice('field:'.length) : null)

export function categoryOf(facts: Facts, dimension: string, definition: Definition): CategoryOf {
  const field = fieldOf(dimension)
  if (field !== null) return (one) => (one.kind === 'row' ? valueKey((one.of as RowFact).values[field]) : '')
  // What is no dimension of ours says nothing of anything.
  return named(facts, definition)[dimension as BreakdownDimension] ?? (() => '')
}

function named(facts: Facts, definition: Definition): Readonly<Record<BreakdownDimension, CategoryOf>> {
  const of = (read: (one: EnrolmentFact) => string | null): CategoryOf => (one) => (isPersonal(one) ? (read(one.of as EnrolmentFact) ?? '') : '')
  const stood = (one: Counted): Stood => stoodOf(facts, one, definition)
  const district = (one: Counted): string => stood(one).district ?? ''
  const group = once((years: number) => ageGroupKey(facts.traits.ageBounds, { from: years, to: years }))
  const department = once((code: string) => code.slice(0, 2))
  const province = once((code: string) => code.slice(0, 4))
  return {
    sex: of((one) => one.person.sex),
    age: of((one) => {
      const age = ageOf(one)
      if (age === null) return ''
      return age.from === age.to ? group(age.from) : ageGroupKey(facts.traits.ageBounds, age)
    }),
    organisationKind: (one) => organisation(facts, one)?.kind ?? '',
    sector: (one) => (one.kind === 'row' ? (sectorOf({ post: { sector: null, organisation: organisation(facts, one) } }) ?? '') : of(sectorOf)(one)),
    organisation: (one) => organisation(facts, one)?.id ?? '',
    regime: of((one) => one.post?.regime ?? null),
    personClass: of((one) => one.person.personClass),
    department: (one) => department(district(one)),
    province: (one) => province(district(one)),
    district,
    area: of(hasTrait(facts, 'area')),
    ethnicity: of(hasTrait(facts, 'ethnicity')),
    language: of(hasTrait(facts, 'language')),
    disability: of(hasTrait(facts, 'disability')),
    programme: (one) => stood(one).edition?.programme?.id ?? '',
    edition: (one) => stood(one).edition?.id ?? '',
    cohort: (one) => stood(one).cohort?.id ?? '',
    stage: (one) => (one.kind === 'initiative' ? (one.of as InitiativeFact).stage : ''),
  }
}

/** The same text for the same question: a new text for each of 100,000 things would be slow to tell from others. */
function once<K>(make: (key: K) => string): (key: K) => string {
  const made = new Map<K, string>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const text = make(key)
    made.set(key, text)
    return text
  }
}

/** Whether an enrolment tells what it is like. */
const isPersonal = ({ kind }: Counted): boolean => kind !== 'session' && kind !== 'initiative' && kind !== 'row'

interface Stood {
  readonly cohort: CohortFact | null
  readonly edition: EditionFact | null
  readonly district: string | null
}

/** The group, edition and place that a thing belongs to. */
export function stoodOf(facts: Facts, { kind, of }: Counted, definition: Definition): Stood {
  if (kind === 'initiative') return initiativeStood(facts, of as InitiativeFact)
  if (kind === 'row') return rowStood(facts, of as RowFact)
  if (kind === 'session') {
    const { cohort } = of as SessionFact
    return { cohort, edition: cohort?.edition ?? null, district: cohort?.districtCode ?? null }
  }
  const one = of as EnrolmentFact
  return { cohort: one.cohort, edition: one.cohort.edition, district: districtOf(one, definition.placeOf) }
}

/** Of a row, the first one it is about. */
function organisation(facts: Facts, one: Counted): OrganisationFact | null {
  if (isPersonal(one)) return organisationOf(one.of as EnrolmentFact)
  if (one.kind !== 'row') return null
  return (one.of as RowFact).organisationIds.flatMap((id) => facts.organisations.get(id) ?? []).find(({ isLive }) => isLive) ?? null
}

/** What a category is called in the reader's language. */
export function categoryLabel(facts: Facts, dimension: string, key: string, language: Language): string {
  if (key === '') return say(language, 'lists.unknown')
  if (fieldOf(dimension) !== null) return key === 'yes' || key === 'no' ? say(language, 'counting.yesNo', { key }) : key
  switch (dimension as BreakdownDimension) {
    case 'sex':
      return say(language, 'lists.sexName', { sex: key })
    case 'age': {
      const years = yearsOfGroup(key)
      return years === null ? key : say(language, 'counting.years', years)
    }
    case 'organisationKind':
      return say(language, 'organisations.kindName', { kind: key })
    case 'sector':
      return say(language, 'lists.sectorName', { sector: key })
    case 'organisation':
      return facts.organisations.get(key)?.name ?? key
    case 'regime':
      return say(language, 'people.regimeName', { regime: key })
    case 'personClass':
      return say(language, 'people.className', { personClass: key })
    case 'area':
      return say(language, 'counting.areaName', { area: key })
    case 'ethnicity':
      return facts.traits.ethnicities.get(key) ?? say(language, 'traits.ethnicityName', { code: key })
    case 'language':
      return facts.traits.languages.get(key) ?? say(language, 'traits.languageName', { code: key })
    case 'disability':
      return say(language, 'counting.disabilityName', { answer: key })
    case 'stage':
      return say(language, 'counting.stageName', { stage: key })
    default:
      return placeOrTraining(facts, dimension, key)
  }
}

function placeOrTraining(facts: Facts, dimension: string, key: string): string {
  switch (dimension) {
    case 'department':
      return departments.find(({ code }) => code === key)?.name ?? key
    case 'province': {
      const district = facts.districts.byCode(`${key}01`)
      return district === null ? key : `${district.province}, ${district.department}`
    }
    case 'district': {
      const district = facts.districts.byCode(key)
      return district === null ? key : `${district.name}, ${district.province}, ${district.department}`
    }
    case 'programme':
      return facts.programmes.get(key)?.name ?? key
    case 'edition': {
      const edition = facts.editions.get(key)
      return edition === undefined ? key : [edition.programme?.name, edition.name].filter((part) => part !== undefined).join(' · ')
    }
    case 'cohort': {
      const cohort = facts.cohorts.get(key)
      return cohort === undefined ? key : [cohort.edition?.name, cohort.name].filter((part) => part !== undefined).join(' · ')
    }
    default:
      return key
  }
}

/** What a dimension is called; a register's field by its own label. */
export function dimensionLabel(facts: Facts, dimension: string, registerId: string | null, language: Language): string {
  const field = fieldOf(dimension)
  if (field === null) return say(language, 'counting.dimensionName', { dimension })
  const registers = registerId === null ? [...facts.registers.values()] : [facts.registers.get(registerId)]
  return registers.flatMap((register) => register?.fields ?? []).find((one) => one.id === field)?.label ?? field
}
