import type { Definition } from '../../../shared/contract/counting.ts'
import { baseOf } from '../../../shared/domain/counting/conditions.ts'
import type { CountedThing } from '../../../shared/domain/counting/dimensions.ts'
import { byText } from '../../../shared/domain/order.ts'
import { dayOf } from './apply.ts'
import { organisationOf } from './aspects.ts'
import type { Condition } from './match.ts'
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

/** What counts of one person alone, among persons, participations, hours and papers. */
export function countedOfPerson(facts: Facts, asked: Asked, personId: string): Counted[] {
  const { counts, definition } = asked
  const base = baseOf(counts)
  if ((base !== 'enrolments' && base !== 'papers') || counts === 'organisations') return []
  const own = found(facts, { base: `of ${personId}` }, (all) => allEnrolments(all).filter(({ person }) => person.id === personId), [])
  const fitting = <T>(things: readonly T[], conditions: readonly Condition<T>[]): T[] => things.filter((one) => conditions.every(({ test }) => test(one)))
  if (base === 'enrolments') return ofEnrolments(fitting(own, enrolmentConditions(facts, definition, counts)), facts, asked, spanOf(asked))
  return ofPapers(fitting(own.flatMap((one) => one.papers), paperConditions(facts, definition)), facts, asked, spanOf(asked))
}

const once = (of: InitiativeFact | RowFact, kind: Counted['kind'], on: number, span: Span): Counted[] => (isIn(on, span) ? [{ kind, id: of.id, of, on, value: 1 }] : [])

function ofEnrolments(matching: readonly EnrolmentFact[], facts: Facts, asked: Asked, span: Span): Counted[] {
  if (asked.counts === 'people') return distinct(matching, facts, asked, span, { kind: 'person', size: facts.people.size, unit: (one) => one.person })
  if (asked.counts === 'organisations') return distinct(matching, facts, asked, span, { kind: 'organisation', size: facts.organisations.size, unit: organisationOf })
  if (asked.counts === 'hours') return hours(matching, facts, asked, span)
  return eachOnce(matching, facts, asked.definition, span, () => 1)
}

/** Each enrolment on its one day. */
function eachOnce(matching: readonly EnrolmentFact[], facts: Facts, definition: Definition, span: Span, valueOf: (one: EnrolmentFact) => number): Counted[] {
  let days = firstDays.get(matching)
  if (days === undefined) firstDays.set(matching, (days = Int32Array.from(matching, (one) => firstDay(one, facts, definition))))
  const counted: Counted[] = []
  for (let at = 0; at < days.length; at += 1) {
    const [one, on] = [matching[at], days[at] ?? 0]
    if (one !== undefined && isIn(on, span)) counted.push({ kind: 'participation', id: one.id, of: one, on, value: valueOf(one) })
  }
  return counted
}

/** The day of each, side by side: a figure asked of many periods goes through these, not through the things. */
const firstDays = new WeakMap<readonly EnrolmentFact[], Int32Array>()

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

interface Units {
  readonly kind: Counted['kind']
  /** How many there are of them. */
  readonly size: number
  readonly unit: (one: EnrolmentFact) => Unit | null
}

/** The days of units, as numbers side by side. */
interface Laid {
  /** The thing's own place among those that fulfil the conditions, its unit's index and its day. */
  readonly things: Int32Array
  readonly units: Int32Array
  readonly days: Int32Array
}

const laid = new WeakMap<readonly EnrolmentFact[], Laid>()

function laidOut(matching: readonly EnrolmentFact[], facts: Facts, definition: Definition, { unit }: Units): Laid {
  const known = laid.get(matching)
  if (known !== undefined) return known
  const [things, units, days]: [number[], number[], number[]] = [[], [], []]
  const lay = (thing: number, index: number, day: number): void => {
    things.push(thing)
    units.push(index)
    days.push(day)
  }
  for (const [at, one] of matching.entries()) {
    const index = unit(one)?.index
    if (index === undefined) continue
    if (definition.dated !== 'session') lay(at, index, firstDay(one, facts, definition))
    else for (const packed of one.attended) if (packed % packing > 1) lay(at, index, attendedDay(packed, facts))
  }
  const made = { things: Int32Array.from(things), units: Int32Array.from(units), days: Int32Array.from(days) }
  laid.set(matching, made)
  return made
}

/** Each person, or organisation, once: ever in the period of her first day, or once in each period. What she is like is what was known at her latest day in it. */
function distinct(matching: readonly EnrolmentFact[], facts: Facts, asked: Asked, span: Span, of: Units): Counted[] {
  const { things, units, days } = laidOut(matching, facts, asked.definition, of)
  const [first, firstIn, latestIn] = [new Int32Array(of.size), new Int32Array(of.size), new Int32Array(of.size)]
  // The place of the thing of the latest day, from 1; 0 while there is none.
  const latest = new Int32Array(of.size)
  const seen: number[] = []
  for (let at = 0; at < things.length; at += 1) {
    const [unit, day] = [units[at] ?? 0, days[at] ?? 0]
    const soFar = first[unit] ?? 0
    if (day !== 0 && (soFar === 0 || day < soFar)) first[unit] = day
    if (!isIn(day, span)) continue
    const place = latest[unit] ?? 0
    if (place === 0) seen.push(unit)
    const inSpan = firstIn[unit] ?? 0
    if (day !== 0 && (inSpan === 0 || day < inSpan)) firstIn[unit] = day
    const last = latestIn[unit] ?? 0
    if (place === 0 || day > last || (day === last && isLater(matching[things[at] ?? 0], matching[place - 1]))) {
      latest[unit] = (things[at] ?? 0) + 1
      latestIn[unit] = day
    }
  }
  const counted: Counted[] = []
  for (const unit of seen) {
    const on = (asked.once === 'ever' ? first[unit] : firstIn[unit]) ?? 0
    const one = matching[(latest[unit] ?? 0) - 1]
    if (one !== undefined && (asked.once !== 'ever' || isIn(on, span))) counted.push({ kind: of.kind, id: of.unit(one)?.id ?? '', of: one, on, value: 1 })
  }
  return counted
}

/** Of two enrolments of one day, the one written down last (ids are UUIDv7). */
const isLater = (one: EnrolmentFact | undefined, other: EnrolmentFact | undefined): boolean => byText(one?.id ?? '', other?.id ?? '') > 0

/** Minutes attended; by the sessions' own days each session counts in its own period. */
function hours(matching: readonly EnrolmentFact[], facts: Facts, { definition }: Asked, span: Span): Counted[] {
  if (definition.dated !== 'session') return eachOnce(matching, facts, definition, span, (one) => one.attendedMinutes)
  const counted: Counted[] = []
  for (const one of matching) {
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
