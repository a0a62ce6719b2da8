import { addDays } from '../../../shared/domain/dates.ts'
import { missing } from '../../core/failures.ts'
import type { Book, FrozenHead, Span } from './book.ts'
import { addsUp, frozenIn, spanOf } from './book.ts'
import type { FigureAsked } from './figures.ts'
import { combined, liveValue, partsAmong, summed } from './live.ts'
import type { Indicator, Period } from './records.ts'

/** What a figure is asked over. */
export type Over =
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'days'; readonly span: Span }
  /** All periods of a frame. */
  | { readonly kind: 'frame'; readonly periods: readonly Period[] }

/** A figure is put together of these: what was frozen, what is worked out now, what other indicators say. */
export type Piece =
  | { readonly kind: 'frozen'; readonly head: FrozenHead }
  | { readonly kind: 'live'; readonly span: Span }
  | { readonly kind: 'parts' }

/** The indicator and over what. Throws `missing`. */
export function askedIn(book: Book, asked: FigureAsked): { readonly indicator: Indicator; readonly over: Over } {
  const indicator = book.indicators.get(asked.indicatorId) ?? missing('indicators.missing')
  const periods = book.periods.get(indicator.frameId) ?? []
  if (asked.periodId !== null) return { indicator, over: { kind: 'period', period: periods.find((period) => period.id === asked.periodId) ?? missing('indicators.periodMissing') } }
  if (asked.from !== null || asked.until !== null) return { indicator, over: { kind: 'days', span: asked } }
  return { indicator, over: { kind: 'frame', periods } }
}

export function piecesOf(book: Book, indicator: Indicator, over: Over): readonly Piece[] {
  if (over.kind === 'days') return [{ kind: 'live', span: over.span }]
  if (over.kind === 'period') {
    const head = frozenIn(book, indicator, over.period)
    return [head === null ? { kind: 'live', span: daysOf(over.period) } : { kind: 'frozen', head }]
  }
  if (indicator.counts === 'sum' || indicator.counts === 'share') return [{ kind: 'parts' }]
  if (!addsUp(indicator)) return [{ kind: 'live', span: spanOf(over.periods) }]
  // A frame of its own periods; one that borrows the indicator has nothing frozen of it.
  if (over.periods.length === 0) return [{ kind: 'live', span: { from: null, until: null } }]
  return joined(over.periods.map((period): Piece => {
    const head = frozenIn(book, indicator, period)
    return head === null ? { kind: 'live', span: daysOf(period) } : { kind: 'frozen', head }
  }))
}

/** One figure as it is shown: frozen where closed. */
export function answeredValue(book: Book, indicator: Indicator, over: Over, path: readonly string[] = []): number | null {
  const way = [...path, indicator.id]
  return summed(
    piecesOf(book, indicator, over).map((piece) => {
      if (piece.kind === 'frozen') return piece.head.value
      if (piece.kind === 'live') return liveValue(book, indicator, piece.span)
      return combined(indicator, (ids) => partsAmong(book, ids, way).map((part) => answeredValue(book, part, over, way)))
    }),
  )
}

export function daysOf({ startsOn, endsOn }: Pick<Period, 'startsOn' | 'endsOn'>): Span {
  return { from: startsOn, until: endsOn }
}

/** Open periods that follow each other day by day are counted at once: the list behind them is one, in its order. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.reduce<Piece[]>((done, piece) => {
    const last = done.at(-1)
    const follows = last?.kind === 'live' && piece.kind === 'live' && last.span.until !== null && piece.span.from === addDays(last.span.until, 1)
    return follows ? [...done.slice(0, -1), { kind: 'live', span: { from: last.span.from, until: piece.span.until } }] : [...done, piece]
  }, [])
}
