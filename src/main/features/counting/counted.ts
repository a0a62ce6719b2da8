import type { Definition } from '../../../shared/contract/counting.ts'
import { baseOf } from '../../../shared/domain/counting/conditions.ts'
import type { CountedThing } from '../../../shared/domain/counting/dimensions.ts'
import { byText } from '../../../shared/domain/order.ts'
import { dayOf } from './apply.ts'
import { organisationOf } from './aspects.ts'
import { allEnrolments, allInitiatives, allPapers, allRows, allSessions, enrolmentConditions, found, initiativeConditions, initiativeDay, paperConditions, paperDay, rowConditions, sessionConditions } from './match.ts'
import type { BehindRow, EnrolmentFact, Facts, InitiativeFact, PaperFact, RowFact, SessionFact } from './model.ts'
import { packing } from './model.ts'

/** A figure as it is asked: what, by which definition, and of which days (null: no limit on that side). */
export interface Asked {
  readonly counts: CountedThing
  readonly once: 'ever' | 'period'
  readonly definition: Definition
  /** Minutes of the hours that are counted. */
  readonly hourMinutes: number
  readonly from: string | null
  readonly until: string | null
}

/** One thing that counts. `of` tells what it is like: of a person or an organisation, the latest enrolment that counts. */
export interface Counted {
  readonly kind: BehindRow['kind']
  readonly id: string
  readonly of: EnrolmentFact | SessionFact | InitiativeFact | RowFact
  /** YYYYMMDD; 0 for none. */
  readonly on: number
  /** 1, or minutes. */
  readonly value: number
}

/** The days asked for. What has no day is in no period, but in all there is. */
interface Span {
  readonly from: number
  readonly until: number
  readonly isAll: boolean
}

const spanOf = ({ from, until }: Asked): Span => ({ from: dayOf(from), until: until === null ? 99_999_999 : dayOf(until), isAll: from === null && until === null })

const isIn = (day: number, { from, until, isAll }: Span): boolean => isAll || (day !== 0 && day >= from && day <= until)

/** Whether any of an enrolment's days is among those asked for. */
export function enrolmentIsIn(facts: Facts, asked: Asked): (one: EnrolmentFact) => boolean {
  const span = spanOf(asked)
  if (asked.definition.dated === 'session') return (one) => span.isAll || one.attended.some((packed) => isIn(attendedDay(packed, facts), span))
  return (one) => isIn(firstDay(one, facts, asked.definition), span)
}

/** The same of a paper. */
export function paperIsIn(facts: Facts, asked: Asked): (one: PaperFact) => boolean {
  const span = spanOf(asked)
  return (one) => isIn(asked.definition.dated === 'paper' ? one.day : firstDay(one.enrolment, facts, asked.definition), span)
}

/** The same of a day. */
export function dayIsIn(asked: Asked): (day: number) => boolean {
  const span = spanOf(asked)
  return (day) => isIn(day, span)
}

/** Everything that counts, each with its day and what it adds; null for what is typed by hand or made of other indicators. */
export function countedOf(facts: Facts, asked: Asked): Counted[] | null {
  const { counts, definition } = asked
  const span = spanOf(asked)
  const base = baseOf(counts)
  const key = { base: base ?? '', definition, counts }
  switch (base) {
    case null:
      return null
    case 'enrolments':
      return ofEnrolments(found(facts, key, allEnrolments, enrolmentConditions(facts, definition, counts)), facts, asked, span)
    case 'papers':
      return ofPapers(found(facts, key, allPapers, paperConditions(facts, definition)), facts, asked, span)
    case 'sessions':
      return found(facts, key, allSessions, sessionConditions(facts, definition)).filter((one) => isIn(one.day, span)).map((one) => ({ kind: 'session', id: one.id, of: one, on: one.day, value: 1 }))
    case 'initiatives':
      return found(facts, key, allInitiatives, initiativeConditions(facts, definition)).flatMap((one) => once(one, 'initiative', initiativeDay(one, definition), span))
    case 'rows':
      return found(facts, key, allRows, rowConditions(facts, definition)).flatMap((one) => once(one, 'row', one.on, span))
  }
}

const once = (of: InitiativeFact | RowFact, kind: Counted['kind'], on: number, span: Span): Counted[] => (isIn(on, span) ? [{ kind, id: of.id, of, on, value: 1 }] : [])

function ofEnrolments(matching: readonly EnrolmentFact[], facts: Facts, asked: Asked, span: Span): Counted[] {
  if (asked.counts === 'people') return distinct(matching, facts, asked, span, { kind: 'person', size: facts.people.size, unit: (one) => one.person })
  if (asked.counts === 'organisations') return distinct(matching, facts, asked, span, { kind: 'organisation', size: facts.organisations.size, unit: organisationOf })
  if (asked.counts === 'hours') return hours(matching, facts, asked, span)
  const counted: Counted[] = []
  for (const one of matching) {
    const on = firstDay(one, facts, asked.definition)
    if (isIn(on, span)) counted.push({ kind: 'participation', id: one.id, of: one, on, value: 1 })
  }
  return counted
}

/** The day an enrolment counts; the first one where every session attended has its own. 0 for none. */
function firstDay(one: EnrolmentFact, facts: Facts, definition: Definition): number {
  switch (definition.dated) {
    case 'lastDay':
      return one.cohort.lastDay
    case 'firstDay':
      return one.cohort.firstDay
    case 'paper':
      return paperDay(one, definition)
    case 'acta':
      return one.actaDay
    case 'session': {
      let first = 0
      for (const packed of one.attended) {
        const day = attendedDay(packed, facts)
        if (day !== 0 && (first === 0 || day < first)) first = day
      }
      return first
    }
  }
}

/** The day of a session with minutes attended; 0 of any other. */
const attendedDay = (packed: number, { sessionList }: Facts): number => (packed % packing > 1 ? (sessionList[Math.floor(packed / packing)]?.day ?? 0) : 0)

interface Unit {
  readonly id: string
  readonly index: number
}

/** Each person, or organisation, once: ever in the period of her first day, or once in each period. What she is like is what was known at her latest day in it. */
function distinct<U extends Unit>(matching: readonly EnrolmentFact[], facts: Facts, asked: Asked, span: Span, of: { readonly kind: Counted['kind']; readonly size: number; readonly unit: (one: EnrolmentFact) => U | null }): Counted[] {
  const isOnceEver = asked.once === 'ever'
  const first = new Int32Array(of.size)
  const [firstIn, latestDay] = [new Int32Array(of.size), new Int32Array(of.size)]
  const latest: (EnrolmentFact | undefined)[] = Array.from({ length: of.size })
  const units: U[] = []
  const see = (one: EnrolmentFact, unit: U, day: number): void => {
    const at = unit.index
    const soFar = first[at] ?? 0
    if (day !== 0 && (soFar === 0 || day < soFar)) first[at] = day
    if (!isIn(day, span)) return
    const before = latest[at]
    if (before === undefined) units.push(unit)
    const inSpan = firstIn[at] ?? 0
    if (day !== 0 && (inSpan === 0 || day < inSpan)) firstIn[at] = day
    const latestSoFar = latestDay[at] ?? 0
    if (before === undefined || day > latestSoFar || (day === latestSoFar && byText(one.id, before.id) > 0)) {
      latest[at] = one
      latestDay[at] = day
    }
  }
  const eachSession = asked.definition.dated === 'session'
  for (const one of matching) {
    const unit = of.unit(one)
    if (unit === null) continue
    if (!eachSession) see(one, unit, firstDay(one, facts, asked.definition))
    else for (const packed of one.attended) if (packed % packing > 1) see(one, unit, attendedDay(packed, facts))
  }
  return units.flatMap((unit): Counted[] => {
    const enrolment = latest[unit.index]
    const on = isOnceEver ? (first[unit.index] ?? 0) : (firstIn[unit.index] ?? 0)
    return enrolment === undefined || (isOnceEver && !isIn(on, span)) ? [] : [{ kind: of.kind, id: unit.id, of: enrolment, on, value: 1 }]
  })
}

/** Minutes attended; by the sessions' own days each session counts in its own period. */
function hours(matching: readonly EnrolmentFact[], facts: Facts, { definition }: Asked, span: Span): Counted[] {
  const counted: Counted[] = []
  for (const one of matching) {
    if (definition.dated !== 'session') {
      const on = firstDay(one, facts, definition)
      if (isIn(on, span)) counted.push({ kind: 'participation', id: one.id, of: one, on, value: one.attendedMinutes })
      continue
    }
    let minutes = 0
    let on = 0
    for (const packed of one.attended) {
      const day = attendedDay(packed, facts)
      if (day === 0 || !isIn(day, span)) continue
      minutes += (packed % packing) - 1
      on = on === 0 ? day : Math.min(on, day)
    }
    if (minutes > 0) counted.push({ kind: 'participation', id: one.id, of: one, on, value: minutes })
  }
  return counted
}

function ofPapers(matching: readonly PaperFact[], facts: Facts, { definition }: Asked, span: Span): Counted[] {
  const counted: Counted[] = []
  for (const paper of matching) {
    const on = definition.dated === 'paper' ? paper.day : firstDay(paper.enrolment, facts, definition)
    if (isIn(on, span)) counted.push({ kind: 'certificate', id: paper.id, of: paper.enrolment, on, value: 1 })
  }
  return counted
}
