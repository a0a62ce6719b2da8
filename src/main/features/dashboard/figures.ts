import type { contract } from '../../../shared/contract/index.ts'
import { emptyDefinition } from '../../../shared/domain/counting/definition.ts'
import { departments } from '../../../shared/domain/geography.ts'
import { byText } from '../../../shared/domain/order.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { organisationOf } from '../counting/aspects.ts'
import { allInitiatives, initiativeDay, initiativeStood } from '../counting/match.ts'
import type { CohortFact, Facts, InitiativeFact } from '../counting/model.ts'
import type { CountedPerson, Span } from './counted.ts'
import { cohortsOf, countedIn, daysOf, departmentOf } from './counted.ts'

type Overview = OutputOf<typeof contract.dashboard.overview>
type Figures = Pick<Overview, 'totals' | 'regions' | 'yearsThere' | 'years' | 'programmes'>
/** Hours are added up in minutes. */
type Sum = { people: number; participations: number; minutes: number; certificates: number; cohorts: number; initiatives: number }

/** The figures of a span, in one pass over the people who took part. */
export function overviewFigures(facts: Facts, span: Span): Figures {
  const counted = countedIn(facts, span)
  const cohorts = [...facts.cohorts.values()].filter(cohortsOf(span))
  const initiatives = initiativesOf(facts, span)
  return {
    totals: totalsOf(facts, span, { counted, cohorts, initiatives: initiatives.length }),
    regions: regionsOf(facts, counted, cohorts, initiatives),
    yearsThere: yearsThere(facts, span.programmeId),
    years: yearsOf(counted),
    programmes: programmesOf(facts, counted, cohorts, span),
  }
}

function totalsOf(facts: Facts, span: Span, { counted, cohorts, initiatives }: { readonly counted: readonly CountedPerson[]; readonly cohorts: readonly CohortFact[]; readonly initiatives: number }): Figures['totals'] {
  const all = span.from === null && span.until === null
  const editions = new Set(cohorts.map((cohort) => cohort.edition?.id))
  const programmes = new Set(cohorts.map((cohort) => cohort.edition?.programme?.id))
  // Without days what has no group yet is there too.
  if (all) {
    for (const programme of facts.programmes.values()) if (programme.isLive && (span.programmeId ?? programme.id) === programme.id) programmes.add(programme.id)
    for (const edition of facts.editions.values()) if (edition.isLive && edition.programme?.isLive === true && (span.programmeId ?? edition.programme.id) === edition.programme.id) editions.add(edition.id)
  }
  const organisations = new Set<string>()
  let [participations, minutes, certificates, women] = [0, 0, 0, 0]
  for (const one of counted) {
    participations += one.enrolments.length
    minutes += one.minutes
    certificates += one.papers
    if (one.person.sex === 'F') women += 1
    for (const enrolment of one.enrolments) {
      const organisation = organisationOf(enrolment)
      if (organisation !== null) organisations.add(organisation.id)
    }
  }
  return { programmes: programmes.size, editions: editions.size, cohorts: cohorts.length, people: counted.length, participations, hours: hours(minutes), certificates, organisations: organisations.size, women, initiatives }
}

/** A person stands in one region, that of her latest group; what she did stands where she was then. */
function regionsOf(facts: Facts, counted: readonly CountedPerson[], cohorts: readonly CohortFact[], initiatives: readonly InitiativeFact[]): Figures['regions'] {
  const sums = new Map<string, Sum>()
  const at = (code: string): Sum => {
    const known = sums.get(code)
    if (known !== undefined) return known
    const made = { people: 0, participations: 0, minutes: 0, certificates: 0, cohorts: 0, initiatives: 0 }
    sums.set(code, made)
    return made
  }
  for (const one of counted) {
    at(one.department).people += 1
    for (const enrolment of one.enrolments) {
      const sum = at(departmentOf(enrolment))
      sum.participations += 1
      sum.minutes += enrolment.attendedMinutes
      sum.certificates += enrolment.papers.length
    }
  }
  for (const cohort of cohorts) at(cohort.districtCode?.slice(0, 2) ?? '').cohorts += 1
  for (const one of initiatives) at(initiativeStood(facts, one).district?.slice(0, 2) ?? '').initiatives += 1
  return [...departments, { code: '', name: '' }].map(({ code, name }) => {
    const { minutes, ...sum } = at(code)
    return { code, name, ...sum, hours: hours(minutes) }
  })
}

function yearsOf(counted: readonly CountedPerson[]): Figures['years'] {
  const years = new Map<number, { people: number; minutes: number; certificates: number }>()
  for (const one of counted) {
    const seen = new Set<number>()
    for (const enrolment of one.enrolments) {
      const year = Math.floor(enrolment.cohort.lastDay / 10_000)
      if (year === 0) continue
      const sum = years.get(year) ?? { people: 0, minutes: 0, certificates: 0 }
      years.set(year, sum)
      if (!seen.has(year)) sum.people += 1
      seen.add(year)
      sum.minutes += enrolment.attendedMinutes
      sum.certificates += enrolment.papers.length
    }
  }
  return [...years.entries()].sort(([one], [other]) => one - other).map(([year, { people, minutes, certificates }]) => ({ year, people, hours: hours(minutes), certificates }))
}

function yearsThere(facts: Facts, programmeId: string | null): number[] {
  const within = cohortsOf({ programmeId, from: null, until: null })
  const years = new Set([...facts.cohorts.values()].filter(within).map((cohort) => Math.floor(cohort.lastDay / 10_000)))
  years.delete(0)
  return [...years].sort((one, other) => other - one)
}

/** Those with most people first. Without days, also those in which nobody took part yet. */
function programmesOf(facts: Facts, counted: readonly CountedPerson[], cohorts: readonly CohortFact[], span: Span): Figures['programmes'] {
  const all = span.from === null && span.until === null
  const sums = new Map<string, { name: string; editions: Set<string>; people: number; minutes: number; certificates: number }>()
  const at = (id: string) => {
    const known = sums.get(id)
    if (known !== undefined) return known
    const made = { name: facts.programmes.get(id)?.name ?? '', editions: new Set<string>(), people: 0, minutes: 0, certificates: 0 }
    sums.set(id, made)
    return made
  }
  for (const programme of facts.programmes.values()) if (all && programme.isLive && (span.programmeId ?? programme.id) === programme.id) at(programme.id)
  for (const edition of facts.editions.values()) if (all && edition.isLive && edition.programme !== null) sums.get(edition.programme.id)?.editions.add(edition.id)
  for (const { edition } of cohorts) if (edition?.programme) at(edition.programme.id).editions.add(edition.id)
  for (const one of counted) {
    const seen = new Set<string>()
    for (const enrolment of one.enrolments) {
      const id = enrolment.cohort.edition?.programme?.id ?? ''
      const sum = at(id)
      if (!seen.has(id)) sum.people += 1
      seen.add(id)
      sum.minutes += enrolment.attendedMinutes
      sum.certificates += enrolment.papers.length
    }
  }
  return [...sums.entries()]
    .map(([id, { name, editions, people, minutes, certificates }]) => ({ id, name, editions: editions.size, people, hours: hours(minutes), certificates }))
    .sort((one, other) => other.people - one.people || byText(one.name, other.name) || byText(one.id, other.id))
}

/** Those of the programme, by the day on which each began. */
function initiativesOf(facts: Facts, span: Span): InitiativeFact[] {
  const isIn = daysOf(span)
  return allInitiatives(facts).filter((one) => isIn(initiativeDay(one, emptyDefinition)) && (span.programmeId === null || initiativeStood(facts, one).edition?.programme?.id === span.programmeId))
}

/** Hours of sixty minutes with one decimal. */
function hours(minutes: number): number {
  return Math.round(minutes / 6) / 10
}
