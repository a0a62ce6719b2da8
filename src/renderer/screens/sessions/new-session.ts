import type { Modality } from '../../../shared/domain/training.ts'
import type { Takes } from '../../api.ts'
import type { Text } from '../../language.tsx'
import type { CohortSeen } from '../programmes/cohort-screen.tsx'
import { nextDay, readMinutes, spanOf } from './session-words.ts'
import type { Speaker } from './speakers-part.tsx'

/** A session while it is typed: texts as they stand in the fields. */
export interface TypedSession {
  readonly subject: string
  readonly day: string | null
  readonly startsAt: string
  readonly endsAt: string
  /** Empty: from start to end. */
  readonly minutes: string
  readonly module: string
  readonly place: string
  readonly link: string
  readonly modality: Modality | null
  readonly isRequired: boolean
  readonly speakers: readonly Speaker[]
}

interface Known {
  readonly day: string
  readonly startsAt: string
  readonly endsAt: string
  readonly plannedMinutes: number
}

/** What the next session probably is: its day after the last, at the same times, with the breaks, the module and the place of the one before. */
export function emptySession(seen: CohortSeen, sessions: readonly Known[], day?: string, before?: TypedSession): TypedSession {
  const last = sessions.toSorted((one, other) => (`${one.day}${one.startsAt}` < `${other.day}${other.startsAt}` ? -1 : 1)).at(-1)
  const span = last === undefined ? 0 : spanOf(last.startsAt, last.endsAt)
  return {
    subject: '',
    day: day ?? nextDay(sessions) ?? seen.cohort.startsOn ?? seen.edition.startsOn,
    startsAt: last?.startsAt ?? '',
    endsAt: last?.endsAt ?? '',
    minutes: last === undefined || last.plannedMinutes === span ? '' : String(last.plannedMinutes),
    module: before?.module ?? '',
    place: before?.place ?? '',
    link: before?.link ?? '',
    modality: before?.modality ?? null,
    isRequired: false,
    speakers: [],
  }
}

/** What keeps it from being added, as sentences at their fields. */
export function problemsOf(typed: TypedSession, t: Text): Partial<Record<keyof TypedSession, string>> {
  const span = spanOf(typed.startsAt, typed.endsAt)
  const minutes = typed.minutes.trim() === '' ? span : readMinutes(typed.minutes)
  return {
    ...(typed.subject.trim() === '' ? { subject: t('agenda.noSubject') } : {}),
    ...(typed.day === null ? { day: t('agenda.noDay') } : {}),
    ...(typed.startsAt === '' ? { startsAt: t('agenda.noTime') } : {}),
    ...(typed.endsAt === '' ? { endsAt: t('agenda.noTime') } : span === 0 && typed.startsAt !== '' ? { endsAt: t('agenda.endsBefore') } : {}),
    ...(minutes === undefined ? { minutes: t('agenda.badMinutes') } : span > 0 && minutes > span ? { minutes: t('agenda.tooManyMinutes', { span }) } : {}),
  }
}

/** As the core takes it; undefined while something is lacking or wrong. */
export function fieldsOf(typed: TypedSession): Takes<'sessions.create'>['fields'] | undefined {
  const span = spanOf(typed.startsAt, typed.endsAt)
  const minutes = typed.minutes.trim() === '' ? span : readMinutes(typed.minutes)
  if (typed.day === null || typed.subject.trim() === '' || span === 0 || minutes === undefined || minutes > span) return undefined
  const { day, startsAt, endsAt, subject, module, place, link, modality } = typed
  return { day, startsAt, endsAt, plannedMinutes: minutes, subject, module, place, link, modality, isRequired: typed.isRequired ? 1 : 0 }
}
