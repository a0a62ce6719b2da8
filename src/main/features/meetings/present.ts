import type { contract } from '../../../shared/contract/index.ts'
import { addDays, formatDate } from '../../../shared/domain/dates.ts'
import type { Candidate } from '../../../shared/domain/meetings/matching.ts'
import { timeOfSeconds } from '../../../shared/domain/meetings/moments.ts'
import { minutesPastDay } from '../../../shared/domain/meetings/sittings.ts'
import { displayName } from '../../../shared/domain/names.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { MeetingPlan, PlannedGuest, PlannedMatch, PlannedMeeting } from './plan.ts'
import { isTaken } from './plan.ts'
import type { Trouble } from './targets.ts'

type Seen = OutputOf<typeof contract.meetings.read>
type MeetingSeen = Seen['meetings'][number]
type GuestSeen = MeetingSeen['guests'][number]

/** What a plan says, in the reader's language. `handMade`: cells, as `enrolment session`, that were written by hand and stay. */
export function meetingsSeen(language: Language, plan: MeetingPlan, handMade: ReadonlySet<string>): Seen {
  return {
    meetings: plan.meetings.map((meeting, at) => meetingSeen(language, meeting, at, handMade)),
    sessions: plan.group.sessions.map((one) => ({ id: one.id, label: sessionLabel(language, one) })),
    minutes: plan.sessions.reduce((sum, one) => sum + one.target.session.plannedMinutes, 0),
  }
}

function meetingSeen(language: Language, meeting: PlannedMeeting, at: number, handMade: ReadonlySet<string>): MeetingSeen {
  const { file, read, sitting, target, trouble, left, guests } = meeting
  const used = target !== null && !left && trouble === null
  const span = sitting?.span ?? null
  return {
    file: at,
    fileName: file.name,
    platform: read?.platform ?? null,
    topic: read?.topic ?? null,
    day: sitting?.day ?? null,
    startsAt: span === null ? null : timeOfSeconds(span.from),
    endsAt: span === null ? null : timeOfSeconds(span.to),
    sessionId: used && target.kind === 'known' ? target.id : null,
    makesNew: used && target.kind === 'new',
    sessionLabel: used ? sessionLabel(language, { ...target.session, subject: target.session.subject === '' ? say(language, 'meetings.untitled') : target.session.subject }) : null,
    problem: problemOf(language, meeting),
    notes: notesOf(language, meeting, handMade),
    guests: guests.map((guest) => guestSeen(language, guest)),
    matched: guests.filter((guest) => isTaken(guest.match)).length,
    doubtful: guests.filter((guest) => guest.match !== null && !isTaken(guest.match)).length,
    strangers: guests.filter((guest) => guest.match === null).length,
    missing: meeting.missing.map((one) => one.name),
  }
}

function sessionLabel(language: Language, { subject, day, startsAt, endsAt }: { readonly subject: string; readonly day: string; readonly startsAt: string; readonly endsAt: string }): string {
  return say(language, 'meetings.sessionLabel', { subject, day: formatDate(day), startsAt, endsAt })
}

function guestSeen(language: Language, { identity, names, joins, minutes, presence, match, others }: PlannedGuest): GuestSeen {
  return {
    key: identity.key,
    names: [...names],
    email: identity.email,
    joins,
    minutes,
    counted: presence.counted,
    status: presence.status,
    match: match === null ? null : matchSeen(language, match),
    others: others.map((one) => ({ enrolmentId: one.person.enrolmentId, name: displayName(one.person), reason: reasonOf(language, one) })),
  }
}

function matchSeen(language: Language, match: PlannedMatch): NonNullable<GuestSeen['match']> {
  const { member, confidence, remembered } = match
  return { enrolmentId: member.enrolmentId, personId: member.personId, name: member.name, confidence, reason: reasonOf(language, match), remembered }
}

function reasonOf(language: Language, { reason, written }: Pick<Candidate, 'written'> & { readonly reason: string }): string {
  return say(language, 'meetings.reason', { reason, written })
}

/** What keeps a file out, as a sentence; null when it comes in or was set aside. */
export function problemOf(language: Language, { file, trouble, left }: PlannedMeeting): string | null {
  if (trouble === null || left) return null
  if (file.failure !== null) return sayFailure(language, file)
  return sayTrouble(language, trouble, file.name)
}

function sayFailure(language: Language, { failure, name }: PlannedMeeting['file']): string {
  // The intake names its sentence and gives its values together; the path under which the file is kept says nothing to a person.
  return failure === null ? '' : (say as (language: Language, key: string, params: object) => string)(language, failure.sentence, { ...failure.params, file: name })
}

function sayTrouble(language: Language, trouble: Trouble, file: string): string {
  switch (trouble.kind) {
    case 'unreadable': case 'notAnExport':
      return say(language, 'meetings.notAnExport', { file })
    case 'noJoins':
      return say(language, 'meetings.noJoins', { file })
    case 'sameFile':
      return say(language, 'meetings.sameFile', { file, other: trouble.other })
    case 'ambiguousDay':
      return say(language, 'meetings.ambiguousDay', { file, one: formatDate(trouble.one), other: formatDate(trouble.other) })
    case 'noDay':
      return say(language, 'meetings.noDay', { file })
    case 'noTimes':
      return say(language, 'meetings.noTimes', { file })
  }
}

function notesOf(language: Language, meeting: PlannedMeeting, handMade: ReadonlySet<string>): string[] {
  const { read, order, sitting, target, left, joinedWith, guests } = meeting
  const notes: string[] = []
  if (left) notes.push(say(language, 'meetings.note.left'))
  if (order?.why === 'excel') notes.push(say(language, 'meetings.note.excel', { day: formatDate(sitting?.day ?? null) }))
  else if (order !== null && order.why !== 'none') notes.push(say(language, 'meetings.note.order', order))
  if (read !== null && read.nameless > 0) notes.push(say(language, 'meetings.note.nameless', { n: read.nameless }))
  if (sitting !== null && sitting.stays.some((one) => one.interval === null)) notes.push(say(language, 'meetings.note.noTimes', { n: sitting.stays.filter((one) => one.interval === null).length }))
  const past = target === null || left ? 0 : minutesPastDay(sitting?.span ?? null, target.session)
  if (past > 0 && target !== null) notes.push(say(language, 'meetings.note.pastMidnight', { n: past, endsAt: target.session.endsAt, next: formatDate(addDays(target.session.day, 1)) }))
  if (joinedWith.length > 0) notes.push(say(language, 'meetings.note.joinedWith', { files: joinedWith }))
  const kept = target?.kind === 'known' ? guests.filter((guest) => guest.match !== null && handMade.has(`${guest.match.member.enrolmentId} ${target.id}`)).length : 0
  if (kept > 0) notes.push(say(language, 'meetings.note.handMade', { n: kept }))
  if (meeting.unsure > 0) notes.push(say(language, 'meetings.note.unsure', { n: meeting.unsure }))
  return notes
}
