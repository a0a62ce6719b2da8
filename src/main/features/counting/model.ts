import type { Years } from '../../../shared/domain/counting/age-groups.ts'
import type { MarkItem, MarkKind, MarkRounding, RetakeRule } from '../../../shared/domain/marks.ts'
import type { DistrictIndex } from '../../../shared/domain/geography.ts'
import type { TraitKind } from '../../../shared/domain/traits.ts'
import type { z } from 'zod'
import type { behindRow, breakdownSeen, exclusions } from '../../../shared/contract/counting.ts'

export type BehindRow = z.output<typeof behindRow>
export type BreakdownSeen = z.output<typeof breakdownSeen>
export type Exclusions = z.output<typeof exclusions>

/**
 * What figures are counted from, kept in memory: rows of the register as plain records that point at each other. Days are
 * numbers, YYYYMMDD; 0 where there is none. `isLive` is false for what was removed.
 */
export interface ProgrammeFact {
  readonly id: string
  name: string
  isLive: boolean
}

export interface ItemFact extends MarkItem {
  readonly id: string
  readonly kind: MarkKind
}

export interface EditionFact {
  readonly id: string
  programme: ProgrammeFact | null
  name: string
  actionType: string
  modality: string
  startsOn: number
  endsOn: number
  isLive: boolean
  retakes: RetakeRule
  markRounding: MarkRounding
  /** What is marked, in the order of the columns. */
  items: readonly ItemFact[]
}

export interface CohortFact {
  readonly id: string
  edition: EditionFact | null
  name: string
  sortKey: string
  districtCode: string | null
  ownModality: string | null
  startsOn: number
  endsOn: number
  isOwnLive: boolean
  /** Reckoned of the above and its sessions. With its edition and programme. */
  isLive: boolean
  firstDay: number
  lastDay: number
  modality: string
  plannedMinutes: number
  sessionCount: number
}

export interface SessionFact {
  readonly id: string
  /** Its place in `sessionList`. */
  readonly index: number
  cohort: CohortFact | null
  day: number
  startsAt: string
  plannedMinutes: number
  subject: string
  ownModality: string | null
  isLive: boolean
}

export interface OrganisationFact {
  readonly id: string
  readonly index: number
  name: string
  kind: string
  districtCode: string | null
  sortKey: string
  isLive: boolean
}

export interface PostFact {
  readonly id: string
  organisation: OrganisationFact | null
  regime: string | null
  sector: string | null
}

export interface TraitsFact {
  readonly ethnicity: string | null
  readonly language: string | null
  readonly disability: string | null
  readonly area: string | null
}

export interface PersonFact {
  readonly id: string
  readonly index: number
  sortKey: string
  /** Her place in the alphabetical order of all. */
  rank: number
  sex: string | null
  birthDay: number
  /** An age that a list stated, and when. */
  stated: Years | null
  statedDay: number
  personClass: string
  districtCode: string | null
  traits: TraitsFact | null
  isLive: boolean
}

export interface PaperFact {
  readonly id: string
  readonly kind: string
  readonly day: number
  readonly enrolment: EnrolmentFact
}

export interface EnrolmentFact {
  readonly id: string
  person: PersonFact
  cohort: CohortFact
  post: PostFact | null
  role: string
  state: string
  /** A number for each session with attendance: `sessionIndex × packing + minutes + 1`, or + 0 where the session asks nothing of her. */
  attended: readonly number[]
  attendedMinutes: number
  /** Minutes of the sessions that ask nothing of her. */
  exemptMinutes: number
  mark: number | null
  /** In force. */
  papers: readonly PaperFact[]
  /** Day of the record of results in force that releases a paper to her; 0 without one. */
  actaDay: number
}

/** More than the minutes of a day. */
export const packing = 2048

export interface InitiativeFact {
  readonly id: string
  readonly kind: string
  readonly stage: string
  readonly stageOn: number
  readonly title: string
  readonly sortKey: string
  readonly districtCode: string | null
  readonly editionId: string | null
  readonly cohortId: string | null
  readonly agreementId: string | null
  readonly isLive: boolean
  /** The stages it came to, with the day, in order. */
  readonly steps: readonly { readonly stage: string; readonly on: number }[]
}

export interface RowFact {
  readonly id: string
  readonly registerId: string
  readonly title: string
  readonly on: number
  readonly sortKey: string
  readonly districtCode: string | null
  readonly editionId: string | null
  readonly agreementId: string | null
  readonly values: Readonly<Record<string, string | number | boolean | null>>
  readonly organisationIds: readonly string[]
  readonly personIds: readonly string[]
  readonly isLive: boolean
}

export interface RegisterField {
  readonly id: string
  readonly label: string
  readonly kind: string
  readonly options: readonly string[]
}

export interface RegisterFact {
  readonly id: string
  readonly name: string
  readonly isLive: boolean
  readonly fields: readonly RegisterField[]
}

export interface TraitSettingsFact {
  readonly kept: ReadonlySet<TraitKind>
  readonly ethnicities: ReadonlyMap<string, string>
  readonly languages: ReadonlyMap<string, string>
  readonly ageBounds: readonly number[]
}

/** Everything that figures are counted from. Only `facts.ts` and what it reads with may change it. */
export interface Facts {
  readonly programmes: Map<string, ProgrammeFact>
  readonly editions: Map<string, EditionFact>
  readonly cohorts: Map<string, CohortFact>
  readonly sessions: Map<string, SessionFact>
  readonly sessionList: SessionFact[]
  readonly organisations: Map<string, OrganisationFact>
  readonly posts: Map<string, PostFact>
  readonly people: Map<string, PersonFact>
  readonly enrolments: Map<string, EnrolmentFact>
  readonly initiatives: Map<string, InitiativeFact>
  readonly rows: Map<string, RowFact>
  readonly registers: Map<string, RegisterFact>
  /** Editions paid by each agreement, editions and initiatives linked to each commitment, as sets of ids. */
  agreementEditions: ReadonlyMap<string, ReadonlySet<string>>
  commitmentEditions: ReadonlyMap<string, ReadonlySet<string>>
  commitmentInitiatives: ReadonlyMap<string, ReadonlySet<string>>
  agreementNames: ReadonlyMap<string, string>
  commitmentNames: ReadonlyMap<string, string>
  traits: TraitSettingsFact
  /** What each status of attendance counts. */
  statuses: ReadonlyMap<string, { readonly share: number; readonly exempts: boolean }>
  /** Live people in alphabetical order; their ranks are their places in it. */
  order: PersonFact[]
  /** Those who came, went or changed their name since the order was settled. */
  readonly moved: Set<PersonFact>
  /** Today, where who asks knows it: sessions to come were not held. */
  today: number
  readonly districts: DistrictIndex
  /** What was found of definitions since the last change. */
  readonly found: Map<string, readonly unknown[]>
}

/** One thing behind a figure: what it is, whose, when it counts, and what it adds (1, or hours). */
export interface BehindRef {
  readonly kind: BehindRow['kind']
  readonly id: string
  readonly personId: string | null
  readonly cohortId: string | null
  /** `YYYY-MM-DD`. */
  readonly on: string | null
  readonly value: number
}
