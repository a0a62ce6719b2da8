import type { contract } from '../../../shared/contract/index.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { QueryContext } from '../../core/context.ts'

/** What figures are worked out from; a job makes one behind its reading door. */
export type FiguresContext = Pick<QueryContext, 'db' | 'about' | 'language' | 'today'>

/** One period, some days, or all null: the whole frame, over all its periods. */
export interface FigureAsked {
  readonly indicatorId: string
  readonly periodId: string | null
  readonly from: string | null
  readonly until: string | null
}

/** One category of one dimension; '' is what is not known. */
export interface CategoryOf {
  readonly dimension: string
  readonly category: string
}

export type FrameFigures = OutputOf<typeof contract.indicators.figures>
export type Split = OutputOf<typeof contract.indicators.breakdown>
export type Behind = OutputOf<typeof contract.indicators.behind>

/** Every indicator of a frame in every period, then over all of them. Throws `missing`. */
export function frameFigures(_context: FiguresContext, _frameId: string): Promise<FrameFigures> {
  throw new Error('not answered yet')
}

/** One figure; a closed period is answered from what was frozen. Null: nothing typed yet, or a share over nothing. Throws `missing`. */
export function figureOf(_context: FiguresContext, _asked: FigureAsked): Promise<number | null> {
  throw new Error('not answered yet')
}

/** One figure split by dimensions, frozen where closed. Throws `missing`. */
export function splitOf(_context: FiguresContext, _asked: FigureAsked, _dimensions: readonly string[]): Promise<Split> {
  throw new Error('not answered yet')
}

/** The list behind a figure or one category of it (`of` null: all), frozen where closed; without a window, all of it. Throws `missing`. */
export function behindOf(_context: FiguresContext, _asked: FigureAsked, _of: CategoryOf | null, _window?: { readonly offset: number; readonly limit: number }): Promise<Behind> {
  throw new Error('not answered yet')
}
