/** A stretch of correlatives; both ends count. */
export interface Range {
  readonly first: number
  readonly last: number
}

/** What says why numbers of a stretch are on no paper. */
export interface Cause extends Range {
  readonly because: 'block' | 'noted'
  readonly explanation: string
}

export interface Gap extends Range {
  readonly because: 'before' | 'block' | 'noted' | 'unexplained'
  /** Empty where nothing is known. */
  readonly explanation: string
}

/** What is missing from 1 to `last`. `given` in ascending order; the same number may stand several times. */
export function missingRanges(given: readonly number[], last: number): Range[] {
  const found: Range[] = []
  let next = 1
  for (const number of given) {
    if (number > last) break
    if (number > next) found.push({ first: next, last: number - 1 })
    next = Math.max(next, number + 1)
  }
  if (next <= last) found.push({ first: next, last })
  return found
}

/**
 * The missing stretches, each with why. Where causes meet, the first of the list holds. What is missing from 1 on and nothing
 * explains was given before the app: numbering was told to go on after it (`before` says it in words).
 */
export function explainedGaps(missing: readonly Range[], causes: readonly Cause[], before: string): Gap[] {
  return missing.flatMap((range) => {
    const cuts = new Set<number>([range.first])
    for (const cause of causes) for (const cut of [cause.first, cause.last + 1]) if (cut > range.first && cut <= range.last) cuts.add(cut)
    const starts = [...cuts].toSorted((one, other) => one - other)
    const pieces = starts.map((first, at): Gap => {
      const last = (starts[at + 1] ?? range.last + 1) - 1
      const cause = causes.find((one) => one.first <= first && last <= one.last)
      if (cause !== undefined) return { first, last, because: cause.because, explanation: cause.explanation }
      return first === 1 ? { first, last, because: 'before', explanation: before } : { first, last, because: 'unexplained', explanation: '' }
    })
    return joined(pieces)
  })
}

/** Neighbours of the same cause as one stretch. */
function joined(pieces: readonly Gap[]): Gap[] {
  const all: Gap[] = []
  for (const piece of pieces) {
    const before = all.at(-1)
    if (before?.because === piece.because && before.explanation === piece.explanation) all[all.length - 1] = { ...before, last: piece.last }
    else all.push(piece)
  }
  return all
}

/** The folio of the libro de registro that a number stands on, from 1. */
export function folioOf(correlative: number, rowsPerFolio: number): number {
  return Math.ceil(correlative / rowsPerFolio)
}
