import type { ItemState } from '../../shared/domain/commitments.ts'
import type { Language } from '../../shared/messages/messages.ts'
import type { Fact, ReportHeader } from './report-model.ts'

/**
 * A commitment as citizens read it. Plain data, every word of it said already, from which both the paper and the page of
 * the web are drawn, so that they cannot say different things.
 */
export interface CommitmentSheet {
  readonly language: Language
  readonly header: ReportHeader
  /** Above the title: what this is, and its code. */
  readonly kicker: string
  readonly title: string
  /** Under the title: of which plan. */
  readonly subtitle: string
  readonly facts: readonly Fact[]
  readonly completion: Completion
  readonly progress: Progress | null
  /** Problem, situation, action and so on, in OGP's order; those that nobody wrote are not there. */
  readonly texts: readonly { readonly heading: string; readonly text: string }[]
  readonly values: Part<{ readonly name: string; readonly explanation: string | null; readonly degree: string | null }>
  readonly actors: Part<{ readonly kind: string; readonly names: readonly string[] }>
  readonly products: Part<ProductLine> & { readonly columns: readonly [string, string, string, string] }
  readonly outcomes: Part<OutcomeLine>
  readonly training: Part<string>
  readonly initiatives: Part<string>
  readonly replannings: Part<ReplanningLine> & { readonly columns: readonly [string, string, string, string] }
  readonly closing: { readonly heading: string; readonly text: string } | null
  /** At the foot: of which day the sheet is, and what it was made from. */
  readonly foot: string
  /** `{n}` and `{of}` are put in. */
  readonly page: string
  /** UTC moment inside the file. */
  readonly madeAt: string
}

/** A part of the sheet; one without lines is not shown, unless it says `nothing`. */
export interface Part<T> {
  readonly heading: string
  readonly nothing: string | null
  readonly lines: readonly T[]
}

export interface Completion {
  readonly heading: string
  /** OGP's five levels, from no evidence to complete. */
  readonly levels: readonly string[]
  /** Which of them; null: not judged yet. */
  readonly at: number | null
  /** "Sustancial, según la evaluación del 15 de enero de 2026". */
  readonly said: string
  readonly note: string | null
}

export interface Progress {
  readonly label: string
  /** "2 de 3 productos terminados". */
  readonly said: string
  /** 0 to 1. */
  readonly share: number
}

export interface ProductLine {
  readonly name: string
  readonly isMilestone: boolean
  readonly dates: string
  readonly state: ItemState
  readonly stateWord: string
  readonly isLate: boolean
  /** Said of its state: the day it was done, or how it is late. */
  readonly stateNote: string | null
  readonly responsible: string | null
  /** Means of verification, files, remarks. */
  readonly proofs: readonly string[]
}

export interface OutcomeLine {
  readonly name: string
  /** "142"; null where no figure tells it. */
  readonly figure: string | null
  /** "de 200 personas previstas (71 %)". */
  readonly beside: string | null
  /** 0 to 1 of its target; null without one. */
  readonly share: number | null
  readonly notes: readonly string[]
}

export interface ReplanningLine {
  readonly on: string
  readonly what: string
  readonly before: string
  readonly after: string
  readonly reason: string
}
