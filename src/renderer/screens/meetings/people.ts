import type { Gives } from '../../api.ts'

type Meeting = Gives<'meetings.read'>['meetings'][number]
type GuestSeen = Meeting['guests'][number]

/** Somebody of the files, in however many of them. */
export interface Guest {
  readonly key: string
  readonly names: readonly string[]
  readonly email: string | null
  readonly match: GuestSeen['match']
  readonly others: GuestSeen['others']
  /** In how many of the files, and the minutes that would be written of all. */
  readonly meetings: number
  readonly counted: number
  /** Undefined while nothing was said; null: nobody of the group. */
  readonly decided: string | null | undefined
  readonly state: 'doubt' | 'known' | 'stranger'
  /** Was a doubt at any time: it stays in sight where it was decided. */
  readonly wasDoubt: boolean
}

/** The people of all files, each once, the doubtful ones in the order of their names. */
export function peopleOf(meetings: readonly Meeting[], decided: ReadonlyMap<string, string | null>, doubted: ReadonlySet<string>): readonly Guest[] {
  const seen = meetings.flatMap((meeting) => (meeting.problem === null ? meeting.guests : []))
  const groups = Map.groupBy(seen, (guest) => guest.key)
  return [...groups].map(([key, guests]) => guestOf(key, guests, decided.get(key), doubted.has(key))).toSorted((one, other) => sortWord(one).localeCompare(sortWord(other), 'es'))
}

/** Several writings of one person stand together; what was a doubt stays where it was decided. */
function sortWord(guest: Guest): string {
  return `${guest.state === 'known' && !guest.wasDoubt ? (guest.match?.name ?? '') : ''} ${guest.names[0] ?? ''}`
}

/** How many people of the group they are: one may have written herself in several ways. */
export function personsIn(guests: readonly Guest[]): number {
  return new Set(guests.map((one) => one.decided ?? one.match?.enrolmentId)).size
}

function guestOf(key: string, guests: readonly GuestSeen[], decided: string | null | undefined, wasDoubt: boolean): Guest {
  const match = guests.find((one) => one.match !== null)?.match ?? null
  return {
    key,
    names: [...new Set(guests.flatMap((one) => one.names))],
    email: guests.find((one) => one.email !== null)?.email ?? null,
    match,
    others: guests[0]?.others ?? [],
    meetings: guests.length,
    counted: guests.reduce((sum, one) => sum + one.counted, 0),
    decided,
    state: decided === null || match === null ? 'stranger' : match.confidence === 'doubt' && decided === undefined ? 'doubt' : 'known',
    wasDoubt,
  }
}

/** Who is in no row, by name, with the number of meetings that lack her. */
export function missingOf(meetings: readonly Meeting[]): readonly { readonly name: string; readonly times: number }[] {
  const used = meetings.filter((meeting) => meeting.problem === null && meeting.sessionLabel !== null)
  // Files of one session say the same people: each session counts once.
  const sessions = [...Map.groupBy(used, (meeting) => meeting.sessionId ?? meeting.sessionLabel)].flatMap(([, [first]]) => (first === undefined ? [] : [first]))
  const names = sessions.flatMap((meeting) => meeting.missing)
  return [...Map.groupBy(names, (name) => name)].map(([name, times]) => ({ name, times: times.length })).toSorted((one, other) => other.times - one.times || one.name.localeCompare(other.name, 'es'))
}

/** How many sessions would be written, and how many of them made. */
export function sessionsOf(meetings: readonly Meeting[]): { readonly all: number; readonly made: number } {
  const used = meetings.filter((meeting) => meeting.problem === null && meeting.sessionLabel !== null)
  const key = (meeting: Meeting): string => meeting.sessionId ?? `new ${meeting.sessionLabel ?? ''}`
  return { all: new Set(used.map(key)).size, made: new Set(used.filter((meeting) => meeting.makesNew).map(key)).size }
}
