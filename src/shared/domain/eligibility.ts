import type { CourseSettings, MarkValue, MarkedItem, MarksTogether } from './marks.ts'
import { finalMark, leastOnScale, marksTogether, neededOnTwenty } from './marks.ts'
import type { PaperKind } from './training.ts'
import { paperKinds } from './training.ts'

/**
 * Who earned which paper, and why not. There is no single national rule: each course says its own, per kind of paper
 * (RM 0087-2011-JUS 90 % and 11, SUNARP 13, MTC 70 %).
 */

/** What a course may ask for. */
export const ruleKinds = ['share', 'sessions', 'mark', 'requirement'] as const
export type RuleKind = (typeof ruleKinds)[number]

/** Undecided: something is not written yet that could still turn it. */
export const verdicts = ['earned', 'notEarned', 'undecided'] as const
export type Verdict = (typeof verdicts)[number]

/** A session of the person's group. */
export interface SessionAsked {
  readonly id: string
  readonly plannedMinutes: number
  readonly isRequired: boolean
}

/** What is written of a person in a session. */
export interface Attended {
  /** As `countedMinutes` says. */
  readonly minutes: number
  /** The session asks nothing of her. */
  readonly exempts: boolean
}

export interface ItemAsked extends MarkedItem {
  readonly id: string
}

/** What a kind of paper asks; null and empty: not asked. */
export interface PaperRule {
  readonly paperKind: PaperKind
  /** Percent of the planned minutes. */
  readonly leastShare: number | null
  readonly needsRequired: boolean
  /** On 0–20. */
  readonly leastMark: number | null
  readonly requirementIds: readonly string[]
}

/** A course as one of its groups has it. */
export interface CourseAsked extends CourseSettings {
  readonly sessions: readonly SessionAsked[]
  readonly items: readonly ItemAsked[]
  /** The most fitting first. */
  readonly papers: readonly PaperRule[]
}

export interface PersonFacts {
  readonly isWithdrawn: boolean
  /** In the order of the course's sessions; null where nothing is written. */
  readonly attended: readonly (Attended | null)[]
  /** In the order of the course's items; each item's attempts in order. */
  readonly attempts: readonly (readonly MarkValue[])[]
  /** By requirement; not there: not said. */
  readonly met: ReadonlyMap<string, boolean>
  readonly exceptions: readonly { readonly paperKind: PaperKind; readonly rule: RuleKind | 'all' }[]
}

/** Attendance as it adds up, in minutes of training. */
export interface Attendance {
  /** Of the sessions that ask something of her. */
  readonly plannedMinutes: number
  readonly attendedMinutes: number
  /** Of the sessions where nothing is written. */
  readonly openMinutes: number
}

interface Said {
  readonly verdict: Verdict
  /** An exception sets it aside: the verdict on the paper does not ask it. */
  readonly excepted: boolean
}

export interface ShareReason extends Said, Attendance {
  readonly rule: 'share'
  readonly hasSessions: boolean
  readonly leastShare: number
  /** Minutes still missing; 0: none. */
  readonly missingMinutes: number
  readonly openSessions: number
  /** How many of the open sessions are enough, whichever they are; null where they would not do, or nothing is missing. */
  readonly enoughSessions: number | null
}

export interface SessionsReason extends Said {
  readonly rule: 'sessions'
  readonly hasSessions: boolean
  /** How many required sessions ask something of her. */
  readonly required: number
  /** Ids. */
  readonly missed: readonly string[]
  readonly open: readonly string[]
}

export interface MarkReason extends Said {
  readonly rule: 'mark'
  readonly hasItems: boolean
  readonly least: number
  /** The final mark; null while one is missing. */
  readonly mark: number | null
  /** What each missing item must reach, on its own scale; together they are enough. */
  readonly missing: readonly { readonly itemId: string; readonly needed: number }[]
}

export interface RequirementReason extends Said {
  readonly rule: 'requirement'
  readonly requirementId: string
}

export type Reason = ShareReason | SessionsReason | MarkReason | RequirementReason

export interface PaperDecision {
  readonly paperKind: PaperKind
  readonly verdict: Verdict
  readonly reasons: readonly Reason[]
}

export interface Decision extends Attendance {
  /** Attended of planned, percent, cut (never rounded up) to two decimals; null when nothing is planned. */
  readonly share: number | null
  /** 0–20, as the course rounds it; null while one is missing. */
  readonly mark: number | null
  readonly entry: number | null
  readonly exit: number | null
  readonly gain: number | null
  readonly papers: readonly PaperDecision[]
  /** The most fitting paper earned. */
  readonly earns: PaperKind | null
  /** Over all papers: undecided while any is, and where the course has no rules. */
  readonly verdict: Verdict
}

/** What a person earned, with every reason. What is not written yet is taken at its worst and at its best: only where both agree is it decided. */
export function decide(course: CourseAsked, person: PersonFacts): Decision {
  const attendance = attendanceOf(course.sessions, person.attended)
  const marks = marksTogether(course.items, person.attempts, course)
  const papers = course.papers.map((rule): PaperDecision => {
    if (person.isWithdrawn) return { paperKind: rule.paperKind, verdict: 'notEarned', reasons: [] }
    const reasons = reasonsOf(rule, { course, person, attendance, marks })
    return { paperKind: rule.paperKind, verdict: together(reasons), reasons }
  })
  const earned = new Set(papers.filter((paper) => paper.verdict === 'earned').map((paper) => paper.paperKind))
  const { counted: _, ...shown } = marks
  return {
    ...attendance,
    ...shown,
    share: attendance.plannedMinutes === 0 ? null : Math.floor((attendance.attendedMinutes * 10_000) / attendance.plannedMinutes) / 100,
    papers,
    earns: paperKinds.find((kind) => earned.has(kind)) ?? null,
    verdict: overall(papers, person.isWithdrawn),
  }
}

export const outcomes = [...paperKinds, 'none', 'undecided', 'withdrawn'] as const
export type Outcome = (typeof outcomes)[number]

/** What came of somebody, in one word: the most fitting paper earned, or why there is none. */
export function outcomeOf({ isWithdrawn, verdict, earns }: Pick<Decision, 'verdict' | 'earns'> & { readonly isWithdrawn: boolean }): Outcome {
  if (isWithdrawn) return 'withdrawn'
  return verdict === 'undecided' ? 'undecided' : (earns ?? 'none')
}

function overall(papers: readonly PaperDecision[], isWithdrawn: boolean): Verdict {
  if (isWithdrawn) return 'notEarned'
  if (papers.length === 0 || papers.some((paper) => paper.verdict === 'undecided')) return 'undecided'
  return papers.some((paper) => paper.verdict === 'earned') ? 'earned' : 'notEarned'
}

/** All that is asked must be earned; what an exception sets aside is not asked. */
function together(reasons: readonly Reason[]): Verdict {
  let verdict: Verdict = 'earned'
  for (const reason of reasons) {
    if (reason.excepted || reason.verdict === 'earned') continue
    if (reason.verdict === 'notEarned') return 'notEarned'
    verdict = 'undecided'
  }
  return verdict
}

function attendanceOf(sessions: readonly SessionAsked[], attended: readonly (Attended | null)[]): Attendance {
  let plannedMinutes = 0
  let attendedMinutes = 0
  let openMinutes = 0
  for (const [index, session] of sessions.entries()) {
    const written = attended[index] ?? null
    if (written?.exempts === true) continue
    plannedMinutes += session.plannedMinutes
    if (written === null) openMinutes += session.plannedMinutes
    // A session shortened since its minutes were written gives no more than it has.
    else attendedMinutes += Math.min(written.minutes, session.plannedMinutes)
  }
  return { plannedMinutes, attendedMinutes, openMinutes }
}

interface Known {
  readonly course: CourseAsked
  readonly person: PersonFacts
  readonly attendance: Attendance
  readonly marks: MarksTogether
}

function reasonsOf(rule: PaperRule, known: Known): Reason[] {
  const { paperKind, leastShare, needsRequired, leastMark, requirementIds } = rule
  const aside = new Set(known.person.exceptions.filter((one) => one.paperKind === paperKind).map((one) => one.rule))
  const excepted = (kind: RuleKind): boolean => aside.has(kind) || aside.has('all')
  const reasons: Reason[] = []
  if (leastShare !== null) reasons.push({ ...shareReason(leastShare, known), excepted: excepted('share') })
  if (needsRequired) reasons.push({ ...sessionsReason(known), excepted: excepted('sessions') })
  if (leastMark !== null) reasons.push({ ...markReason(leastMark, known), excepted: excepted('mark') })
  for (const requirementId of requirementIds) {
    const met = known.person.met.get(requirementId)
    reasons.push({ rule: 'requirement', requirementId, verdict: met === undefined ? 'undecided' : met ? 'earned' : 'notEarned', excepted: excepted('requirement') })
  }
  return reasons
}

/** Least whole minutes that are `percent` of the planned ones or more. Percents count to four decimals: whole numbers compare exactly. */
export function minutesNeeded(percent: number, plannedMinutes: number): number {
  return Math.ceil((Math.round(percent * 10_000) * plannedMinutes) / 1_000_000)
}

function shareReason(leastShare: number, { course, person, attendance }: Known): Omit<ShareReason, 'excepted'> {
  const { plannedMinutes, attendedMinutes, openMinutes } = attendance
  const hasSessions = course.sessions.length > 0
  const missingMinutes = Math.max(0, minutesNeeded(leastShare, plannedMinutes) - attendedMinutes)
  const open = openMinutes === 0 ? [] : course.sessions.filter((_, index) => (person.attended[index] ?? null) === null)
  const verdict = !hasSessions ? 'undecided' : missingMinutes === 0 ? 'earned' : missingMinutes > openMinutes ? 'notEarned' : 'undecided'
  const enoughSessions = verdict === 'undecided' && hasSessions ? fewestOf(open, missingMinutes) : null
  return { rule: 'share', verdict, hasSessions, leastShare, missingMinutes, openSessions: open.length, enoughSessions, ...attendance }
}

/** How many of these sessions hold so many minutes together, whichever are taken: the shortest ones count first. */
function fewestOf(sessions: readonly SessionAsked[], minutes: number): number {
  let sum = 0
  let taken = 0
  for (const planned of sessions.map((session) => session.plannedMinutes).sort((one, other) => one - other)) {
    if (sum >= minutes) break
    sum += planned
    taken += 1
  }
  return taken
}

function sessionsReason({ course, person }: Known): Omit<SessionsReason, 'excepted'> {
  const missed: string[] = []
  const open: string[] = []
  let required = 0
  for (const [index, session] of course.sessions.entries()) {
    const written = person.attended[index] ?? null
    if (!session.isRequired || written?.exempts === true) continue
    required += 1
    if (written === null) open.push(session.id)
    else if (written.minutes <= 0) missed.push(session.id)
  }
  const hasSessions = course.sessions.length > 0
  const verdict = missed.length > 0 ? 'notEarned' : open.length > 0 || !hasSessions ? 'undecided' : 'earned'
  return { rule: 'sessions', verdict, hasSessions, required, missed, open }
}

function markReason(least: number, { course, marks }: Known): Omit<MarkReason, 'excepted'> {
  const { items, markRounding } = course
  const final = finalMark(items, marks.counted, markRounding)
  if (final === null) return { rule: 'mark', verdict: 'undecided', hasItems: false, least, mark: null, missing: [] }
  const verdict = final.worst >= least ? 'earned' : final.best < least ? 'notEarned' : 'undecided'
  const needed = final.missing.length === 0 ? 0 : neededOnTwenty(items, marks.counted, { least, rounding: markRounding })
  const missing = final.missing.flatMap((index) => {
    const item = items[index]
    return item === undefined ? [] : [{ itemId: item.id, needed: leastOnScale(item, needed) }]
  })
  return { rule: 'mark', verdict, hasItems: true, least, mark: marks.mark, missing }
}
