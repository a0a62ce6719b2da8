import type { DateOrder } from '../../../shared/domain/date-reading.ts'
import type { OrderFound } from '../../../shared/domain/meetings/date-order.ts'
import { dateOrder, dayInName, figuresOf, provenOrder, withoutExcelsOrder } from '../../../shared/domain/meetings/date-order.ts'
import { dayOf } from '../../../shared/domain/meetings/moments.ts'
import type { MeetingExport, Platform } from '../../../shared/domain/meetings/read-export.ts'
import type { SessionTimes, Sitting } from '../../../shared/domain/meetings/sittings.ts'
import { sessionFromSpan, sessionOfSitting, sittingOf } from '../../../shared/domain/meetings/sittings.ts'
import { refuse } from '../../core/failures.ts'
import type { SessionRow } from '../sessions/records.ts'
import type { MeetingFile } from './files.ts'
import type { Group } from './gather.ts'

/** The session that a meeting is taken for: one of the group, or one that is made. */
export type Target =
  | { readonly kind: 'known'; readonly id: string; readonly session: SessionRow }
  /** `id` is the place among those to be made. */
  | { readonly kind: 'new'; readonly id: string; readonly session: SessionTimes & { readonly subject: string } }

export type Trouble =
  | { readonly kind: 'unreadable' } | { readonly kind: 'notAnExport' } | { readonly kind: 'noJoins' } | { readonly kind: 'sameFile'; readonly other: string }
  | { readonly kind: 'ambiguousDay'; readonly one: string; readonly other: string } | { readonly kind: 'noDay' } | { readonly kind: 'noTimes' }

/** One file with its meeting placed on the calendar, and the session it is for. */
export interface Placed {
  readonly file: MeetingFile
  readonly read: MeetingExport | null
  readonly order: OrderFound | null
  readonly sitting: Sitting | null
  readonly target: Target | null
  readonly trouble: Trouble | null
  /** Set aside by a decision. */
  readonly left: boolean
}

export type SessionChoice = { readonly file: number; readonly session: string | null }

interface Context {
  readonly group: Group
  readonly today: string
  readonly choices: ReadonlyMap<number, string | null>
  readonly neighbours: ReadonlyMap<Platform, DateOrder>
}

/** Places the files on the calendar and finds the session of each. Throws `refused` for a session that is not the group's. */
export function placeFiles(files: readonly MeetingFile[], group: Group, decided: readonly SessionChoice[], today: string): Placed[] {
  const choices = new Map(decided.map((one) => [one.file, one.session]))
  const context: Context = { group, today, choices, neighbours: neighbourOrders(files) }
  const first = files.map((file, at) => placeOne(file, at, files, context))
  return withNewSessions(first, group, choices)
}

/** The order that exports of each platform prove in this batch: those of one office are alike. */
function neighbourOrders(files: readonly MeetingFile[]): ReadonlyMap<Platform, DateOrder> {
  const found = new Map<Platform, Set<DateOrder>>()
  for (const { read } of files) {
    const proven = read === null ? null : provenOrder(figuresOf(read))
    if (read === null || proven?.why !== 'impossible') continue
    found.set(read.platform, (found.get(read.platform) ?? new Set()).add(proven.order))
  }
  return new Map([...found].flatMap(([platform, orders]) => (orders.size === 1 ? [...orders].map((order) => [platform, order] as const) : [])))
}

function placeOne(file: MeetingFile, at: number, files: readonly MeetingFile[], context: Context): Placed {
  const chosen = chosenSession(context, at)
  const sessionDays = new Set(chosen === null ? context.group.sessions.map((one) => one.day) : [chosen.day])
  const mended = file.read === null ? null : withoutExcelsOrder(file.read, { fileDay: dayInName(file.name), sessionDays })
  const read = mended ?? file.read
  const nothing = { file, read, order: null, sitting: null, target: null, left: context.choices.get(at) === null }
  if (file.failure !== null) return { ...nothing, trouble: { kind: 'unreadable' } }
  if (read === null) return { ...nothing, trouble: { kind: 'notAnExport' } }
  const twin = files.findIndex((one) => one.sha256 === file.sha256)
  if (twin < at) return { ...nothing, trouble: { kind: 'sameFile', other: files[twin]?.name ?? '' } }
  if (read.joins.length === 0) return { ...nothing, trouble: { kind: 'noJoins' } }
  const order = mended === null ? orderOf(file, read, sessionDays, context) : { order: 'mdy' as const, why: 'excel' as const }
  if (order === null) {
    const [figures] = figuresOf(read).filter((one) => one.first !== one.second)
    return { ...nothing, trouble: { kind: 'ambiguousDay', one: dayOf(figures ?? null, 'dmy') ?? '', other: dayOf(figures ?? null, 'mdy') ?? '' } }
  }
  const sitting = sittingOf(read, order.order, chosen?.day ?? dayInName(file.name) ?? onlyDay(context.group))
  const session = chosen ?? (context.choices.get(at) === 'new' ? null : sessionOfSitting(sitting, context.group.sessions))
  return { file, read, order, sitting, target: session === null ? null : { kind: 'known', id: session.id, session }, trouble: null, left: nothing.left }
}

function chosenSession({ group, choices }: Context, at: number): SessionRow | null {
  const choice = choices.get(at)
  if (choice === undefined || choice === null || choice === 'new') return null
  return group.sessions.find((one) => one.id === choice) ?? refuse('meetings.noSuchSession')
}

function orderOf(file: MeetingFile, read: MeetingExport, sessionDays: ReadonlySet<string>, { group, today, neighbours }: Context): OrderFound | null {
  return dateOrder(figuresOf(read), {
    fileDay: dayInName(file.name),
    sessionDays,
    from: group.from,
    to: group.to,
    today,
    neighbours: neighbours.get(read.platform) ?? null,
  })
}

/** A group that meets on one day only leaves no other. */
function onlyDay({ sessions }: Group): string | null {
  const days = new Set(sessions.map((one) => one.day))
  return days.size === 1 ? (sessions[0]?.day ?? null) : null
}

/** Meetings of no session get a new one; two that share time share it. */
function withNewSessions(placed: readonly Placed[], group: Group, choices: ReadonlyMap<number, string | null>): Placed[] {
  const clusters: { from: number; to: number; subject: string }[] = []
  const clusterOf = new Map<number, number>()
  const waiting = placed.flatMap((one, at) => (one.trouble === null && one.target === null && one.sitting !== null && choices.get(at) !== null ? [{ one, at, sitting: one.sitting }] : []))
  for (const { one, at, sitting } of waiting.toSorted((a, b) => (a.sitting.span?.from ?? 0) - (b.sitting.span?.from ?? 0))) {
    const { span } = sitting
    if (span === null) continue
    const known = clusters.findIndex((cluster) => span.from < cluster.to && cluster.from < span.to)
    const cluster = clusters[known]
    if (cluster === undefined) clusterOf.set(at, clusters.push({ ...span, subject: one.read?.topic ?? '' }) - 1)
    else {
      clusterOf.set(at, known)
      clusters[known] = { from: Math.min(cluster.from, span.from), to: Math.max(cluster.to, span.to), subject: cluster.subject === '' ? (one.read?.topic ?? '') : cluster.subject }
    }
  }
  return placed.map((one, at) => {
    if (!waiting.some((other) => other.at === at)) return one
    const cluster = clusters[clusterOf.get(at) ?? -1]
    const times = cluster === undefined ? null : sessionFromSpan(cluster, group.sessions)
    if (cluster === undefined || times === null) return { ...one, trouble: { kind: one.sitting?.day == null ? 'noDay' : 'noTimes' } }
    return { ...one, target: { kind: 'new', id: String(clusterOf.get(at)), session: { ...times, subject: cluster.subject } } }
  })
}
