/** How positions of a printed pile came out, from the first to the last, counted from 1. */
export interface PileRange {
  readonly from: number
  readonly to: number
  readonly outcome: 'well' | 'damaged'
}

export type PileRead = { readonly kind: 'read'; readonly ranges: readonly PileRange[] } | { readonly kind: 'wrong'; readonly why: 'form' | 'backwards' | 'beyond' | 'twice'; readonly piece: string }

/**
 * Reads what a person types of a pile of so many: "119-121, 140" are the damaged ones and the rest came out well;
 * "1-118 bien, 119-121 dañadas" says only what it says. Nothing typed: all came out well.
 */
export function readPile(text: string, count: number): PileRead {
  const ranges: PileRange[] = []
  for (const piece of text.split(/[,;\n]|\sy\s/).map((one) => one.trim()).filter((one) => one !== '')) {
    const found = /^(?:del?\s+)?(\d{1,5})(?:\s*(?:-|–|—|al?|to)\s*(\d{1,5}))?\s*(\p{L}*)$/iu.exec(piece)
    const outcome = found === null ? null : outcomeOf(found[3] ?? '')
    if (found === null || outcome === null) return { kind: 'wrong', why: 'form', piece }
    const from = Number(found[1])
    const to = Number(found[2] ?? found[1])
    if (from > to) return { kind: 'wrong', why: 'backwards', piece }
    if (from < 1 || to > count) return { kind: 'wrong', why: 'beyond', piece }
    if (ranges.some((one) => from <= one.to && one.from <= to)) return { kind: 'wrong', why: 'twice', piece }
    ranges.push({ from, to, outcome })
  }
  const sorted = ranges.toSorted((one, other) => one.from - other.from)
  return { kind: 'read', ranges: sorted.some((one) => one.outcome === 'well') ? sorted : withTheRest(sorted, count) }
}

function outcomeOf(word: string): PileRange['outcome'] | null {
  if (word === '' || /^(d|m$|mal|bad)/i.test(word)) return 'damaged'
  return /^(b$|bien|ok$|good|well)/i.test(word) ? 'well' : null
}

/** What is not damaged came out well. */
function withTheRest(damaged: readonly PileRange[], count: number): PileRange[] {
  const all: PileRange[] = []
  let next = 1
  for (const range of damaged) {
    if (range.from > next) all.push({ from: next, to: range.from - 1, outcome: 'well' })
    all.push(range)
    next = range.to + 1
  }
  if (next <= count) all.push({ from: next, to: count, outcome: 'well' })
  return all
}
