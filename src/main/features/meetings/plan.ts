import type { Identity, Writing } from '../../../shared/domain/meetings/guests.ts'
import { identitiesOf, writingsOf } from '../../../shared/domain/meetings/guests.ts'
import type { Candidate, MatchReason } from '../../../shared/domain/meetings/matching.ts'
import { guestMatcher } from '../../../shared/domain/meetings/matching.ts'
import type { Presence, Sitting, Stay } from '../../../shared/domain/meetings/sittings.ts'
import { presenceOf } from '../../../shared/domain/meetings/sittings.ts'
import { isDeviceName } from '../../../shared/domain/meetings/writings.ts'
import { refuse } from '../../core/failures.ts'
import type { EarlierFile } from './files.ts'
import type { Group, Member, Remembered } from './gather.ts'
import type { Placed, Target } from './targets.ts'

export interface PlannedMatch {
  readonly member: Member
  readonly confidence: 'sure' | 'likely' | 'doubt'
  readonly reason: MatchReason | 'remembered' | 'rememberedDevice' | 'decided'
  readonly written: string
  readonly remembered: boolean
}

/** Who an identity is: taken when it is no doubt. */
export interface Verdict {
  readonly identity: Identity
  readonly match: PlannedMatch | null
  readonly others: readonly Candidate[]
}

export interface PlannedGuest extends Verdict {
  readonly joins: number
  readonly names: readonly string[]
  /** What this file alone tells. */
  readonly minutes: number
  /** What is written of the session, all its files joined. */
  readonly presence: Presence
}

export interface PlannedMeeting extends Placed {
  readonly guests: readonly PlannedGuest[]
  /** Participants in no row of the session's files. */
  readonly missing: readonly Member[]
  /** How many of the missing may be among the names in doubt. */
  readonly unsure: number
  /** Other files of the same session, of this import or kept before. */
  readonly joinedWith: readonly string[]
}

/** A session with everybody who was in it. */
export interface PlannedSession {
  readonly target: Target
  readonly files: readonly number[]
  readonly present: ReadonlyMap<string, { readonly member: Member; readonly names: readonly string[]; readonly presence: Presence }>
  readonly strangers: readonly { readonly key: string; readonly names: readonly string[]; readonly presence: Presence }[]
  readonly missing: readonly Member[]
  /** Those of them whom somebody in the meeting may be: nobody says that they are absent. */
  readonly unsure: ReadonlySet<string>
}

export interface MeetingPlan {
  readonly group: Group
  readonly meetings: readonly PlannedMeeting[]
  readonly sessions: readonly PlannedSession[]
  readonly verdicts: ReadonlyMap<string, Verdict>
}

export interface PeopleChoice {
  readonly key: string
  readonly enrolmentId: string | null
}

export const isTaken = (match: PlannedMatch | null): match is PlannedMatch => match !== null && match.confidence !== 'doubt'

interface Visit {
  readonly key: string
  readonly stay: Stay
}

/** Everybody's writing, in the order of the files, for asking who they are. */
export function writingsIn(sittings: readonly (Sitting | null)[]): Writing[] {
  return sittings.flatMap((sitting) => sitting?.stays.map(({ name, email }) => ({ name, email })) ?? [])
}

export interface PlanFrom {
  readonly group: Group
  readonly placed: readonly Placed[]
  readonly earlier: readonly (EarlierFile & { readonly sitting: Sitting })[]
  readonly decided: readonly PeopleChoice[]
  readonly remembered: Remembered
  readonly tolerance: number
}

/** Decides who was in each session and for how long. Throws `refused` for a decision about somebody who is not of the group. */
export function planMeetings({ group, placed, earlier, decided, remembered, tolerance }: PlanFrom): MeetingPlan {
  const sittings = [...placed.map((one) => (one.trouble === null && !one.left ? one.sitting : null)), ...earlier.map((one) => one.sitting)]
  const { keys, identities } = identitiesOf(writingsIn(sittings))
  const verdicts = verdictsOf(group, identities, decided, remembered)
  let from = 0
  const visits = sittings.map((sitting) => (sitting?.stays ?? []).map((stay): Visit => ({ key: keys[from++] ?? '', stay })))
  const sessions = targetsOf(placed).map((target) => sessionPlan(target, { group, placed, earlier, visits, verdicts, tolerance }))
  const byTarget = new Map(sessions.map((one) => [targetKey(one.target), one]))
  return {
    group,
    sessions,
    verdicts,
    meetings: placed.map((one, at) => {
      const session = one.target === null || one.left || one.trouble !== null ? undefined : byTarget.get(targetKey(one.target))
      const kept = session?.target.kind === 'known' ? earlier.filter((file) => file.sessionId === session.target.id).map((file) => file.name) : []
      return {
        ...one,
        guests: session === undefined ? [] : guestsOf(visits[at] ?? [], session, verdicts, tolerance),
        missing: session?.missing ?? [],
        unsure: session?.missing.filter((member) => session.unsure.has(member.enrolmentId)).length ?? 0,
        joinedWith: session === undefined ? [] : [...session.files.filter((other) => other !== at).map((other) => placed[other]?.file.name ?? ''), ...kept],
      }
    }),
  }
}

const targetKey = (target: Target): string => `${target.kind} ${target.id}`

function targetsOf(placed: readonly Placed[]): Target[] {
  const usable = placed.flatMap((one) => (one.target === null || one.left || one.trouble !== null ? [] : [one.target]))
  return [...new Map(usable.map((target) => [targetKey(target), target])).values()]
}

function verdictsOf(group: Group, identities: ReadonlyMap<string, Identity>, decided: readonly PeopleChoice[], remembered: Remembered): ReadonlyMap<string, Verdict> {
  const members = new Map(group.members.map((one) => [one.enrolmentId, one]))
  const byPerson = new Map(group.members.map((one) => [one.personId, one]))
  const choices = new Map(decided.map((one) => [one.key, one.enrolmentId]))
  const matcher = guestMatcher(group.members)
  const verdicts = new Map<string, Verdict>()
  for (const identity of identities.values()) {
    const said = (personId: string): boolean | undefined => firstSaid(writingsOf(identity), (writing) => remembered(writing, personId))
    const { best, others } = matcher(identity, (person) => said(person.personId) === false)
    const written = identity.names[0] ?? ''
    const choice = choices.get(identity.key)
    const known = group.members.find((one) => said(one.personId) === true)
    const proposal = best === null ? null : asPlanned(best, byPerson)
    verdicts.set(identity.key, {
      identity,
      match: choice === null ? null : choice !== undefined ? decidedFor(members.get(choice), written) : known === undefined ? proposal : recalled(known, identity, written),
      others: choice === null && best !== null ? [best, ...others.filter((one) => one.person !== best.person)] : others,
    })
  }
  return verdicts
}

function firstSaid(writings: readonly string[], ask: (writing: string) => boolean | undefined): boolean | undefined {
  for (const writing of writings) {
    const said = ask(writing)
    if (said !== undefined) return said
  }
  return undefined
}

function decidedFor(member: Member | undefined, written: string): PlannedMatch {
  return { member: member ?? refuse('meetings.notOfGroup'), confidence: 'sure', reason: 'decided', written, remembered: false }
}

/** A device passes from hand to hand: whose it was once is a question the next time. */
function recalled(member: Member, identity: Identity, written: string): PlannedMatch {
  const device = identity.email === null && identity.names.every(isDeviceName)
  return { member, confidence: device ? 'doubt' : 'sure', reason: device ? 'rememberedDevice' : 'remembered', written, remembered: true }
}

function asPlanned({ person, confidence, reason, written }: Candidate, byPerson: ReadonlyMap<string, Member>): PlannedMatch | null {
  const member = byPerson.get(person.personId)
  return member === undefined ? null : { member, confidence, reason, written, remembered: false }
}

interface SessionFrom extends Pick<PlanFrom, 'group' | 'placed' | 'earlier' | 'tolerance'> {
  readonly visits: readonly (readonly Visit[])[]
  readonly verdicts: ReadonlyMap<string, Verdict>
}

function sessionPlan(target: Target, { group, placed, earlier, visits, verdicts, tolerance }: SessionFrom): PlannedSession {
  const files = placed.flatMap((one, at) => (one.target !== null && !one.left && one.trouble === null && targetKey(one.target) === targetKey(target) ? [at] : []))
  const kept = earlier.flatMap((one, at) => (target.kind === 'known' && one.sessionId === target.id ? [placed.length + at] : []))
  const all = [...files, ...kept].flatMap((at) => visits[at] ?? [])
  const present = new Map<string, { member: Member; names: readonly string[]; presence: Presence }>()
  const strangers: { key: string; names: readonly string[]; presence: Presence }[] = []
  for (const [key, visitors] of Map.groupBy(all, (visit) => unitOf(visit.key, verdicts))) {
    const match = verdicts.get(visitors[0]?.key ?? '')?.match ?? null
    const presence = presenceOf(visitors.map((visit) => visit.stay), target.session, tolerance)
    const names = [...new Set(visitors.map((visit) => visit.stay.name))]
    if (isTaken(match)) present.set(match.member.enrolmentId, { member: match.member, names, presence })
    else strangers.push({ key, names, presence })
  }
  const doubts = [...new Set(all.map((visit) => visit.key))].flatMap((key) => verdicts.get(key) ?? []).filter((one) => one.match !== null && !isTaken(one.match))
  const unsure = new Set(doubts.flatMap((one) => [one.match?.member.enrolmentId ?? '', ...one.others.map((other) => other.person.enrolmentId)]))
  const identified = group.identified.get(target.id)
  const asked = group.members.filter((one) => one.role === 'participant' && one.state !== 'withdrawn' && identified?.has(one.enrolmentId) !== true)
  return { target, files, present, strangers, unsure, missing: asked.filter((one) => !present.has(one.enrolmentId)) }
}

/** Writings of one enrolment are one guest; strangers are each their own. */
function unitOf(key: string, verdicts: ReadonlyMap<string, Verdict>): string {
  const match = verdicts.get(key)?.match ?? null
  return isTaken(match) ? match.member.enrolmentId : key
}

function guestsOf(visits: readonly Visit[], session: PlannedSession, verdicts: ReadonlyMap<string, Verdict>, tolerance: number): PlannedGuest[] {
  const guests: PlannedGuest[] = []
  for (const [key, group] of Map.groupBy(visits, (visit) => unitOf(visit.key, verdicts))) {
    const verdict = verdicts.get(group[0]?.key ?? '')
    if (verdict === undefined) continue
    const own = presenceOf(group.map((visit) => visit.stay), session.target.session, tolerance)
    const whole = session.present.get(key) ?? session.strangers.find((one) => one.key === key)
    guests.push({ ...verdict, joins: group.length, names: [...new Set(group.map((visit) => visit.stay.name))], minutes: own.minutes, presence: whole?.presence ?? own })
  }
  return guests
}
