import { dayOf } from '../counting/apply.ts'
import { districtOf } from '../counting/aspects.ts'
import { allEnrolments } from '../counting/match.ts'
import type { CohortFact, EnrolmentFact, Facts, PersonFact } from '../counting/model.ts'

/** What the overview is asked of: all there is, one programme, some days by the last day of each group (`YYYY-MM-DD`). */
export interface Span {
  readonly programmeId: string | null
  readonly from: string | null
  readonly until: string | null
}

/** A person who took part, with what the span holds of hers. */
export interface CountedPerson {
  readonly person: PersonFact
  /** Of the group that ended last: it says where she stands. */
  latest: EnrolmentFact
  /** INEI's two digits; '' where no place is known. */
  department: string
  minutes: number
  papers: number
  readonly enrolments: EnrolmentFact[]
}

/** Participants who did not withdraw, each person once, of the groups of the span. */
export function countedIn(facts: Facts, span: Span): CountedPerson[] {
  const people = new Map<PersonFact, CountedPerson>()
  const within = cohortsOf(span)
  for (const enrolment of allEnrolments(facts)) {
    if (enrolment.role !== 'participant' || enrolment.state === 'withdrawn' || !within(enrolment.cohort)) continue
    const known = people.get(enrolment.person)
    if (known === undefined) {
      people.set(enrolment.person, { person: enrolment.person, latest: enrolment, department: '', minutes: enrolment.attendedMinutes, papers: enrolment.papers.length, enrolments: [enrolment] })
      continue
    }
    known.enrolments.push(enrolment)
    known.minutes += enrolment.attendedMinutes
    known.papers += enrolment.papers.length
    if (isLater(enrolment, known.latest)) known.latest = enrolment
  }
  const counted = [...people.values()]
  for (const one of counted) one.department = departmentOf(one.latest)
  return counted
}

/** Whether a group, with its edition and programme, is of the span. */
export function cohortsOf(span: Span): (cohort: CohortFact) => boolean {
  const isIn = daysOf(span)
  return (cohort) => cohort.isLive && (span.programmeId === null || cohort.edition?.programme?.id === span.programmeId) && isIn(cohort.lastDay)
}

/** Whether a day, as facts keep it, is of the span. What has no day (0) is in no span of days, but in all there is. */
export function daysOf({ from, until }: Pick<Span, 'from' | 'until'>): (day: number) => boolean {
  if (from === null && until === null) return () => true
  const [first, last] = [dayOf(from), until === null ? Infinity : dayOf(until)]
  return (day) => day !== 0 && day >= first && day <= last
}

/** INEI's two digits of where an enrolment's person is; '' where no place is known. */
export function departmentOf(enrolment: EnrolmentFact): string {
  return districtOf(enrolment, 'organisation')?.slice(0, 2) ?? ''
}

function isLater(one: EnrolmentFact, other: EnrolmentFact): boolean {
  return one.cohort.lastDay === other.cohort.lastDay ? one.id > other.id : one.cohort.lastDay > other.cohort.lastDay
}
