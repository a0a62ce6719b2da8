// Sensitive figures that go out (Ley 29733 art. 2.5): what is published of who is of which category, so that nobody's small
// group can be worked out of it, not even with all reports and all lists side by side. Reasoning: docs/cifras-pequenas.md.

import { smallestShown } from './report-sections.ts'

/** The category that takes in those too small to stand alone. */
export const othersKey = '*'
/** With fewer no breakdown has two groups that are large enough: that nothing is told of them says nothing of them. */
const fewestTold = 2 * smallestShown

/** What one report told of a sensitive dimension: who was told of, and in which group of it each stood. */
export interface Release {
  readonly id: string
  readonly dimension: string
  /** The dimension for a whole breakdown; a condition ("ethnicity=quechua") for a figure that only counts some of it. */
  readonly key: string
  readonly groups: ReadonlyMap<string, string>
  /**
   * People of whom nothing further is told: that a telling was refused says something of them already, and a second
   * answer beside that silence could say the rest.
   */
  readonly closed: readonly string[]
}

export interface Candidate {
  readonly id: string
  readonly dimension: string
  readonly key: string
  /** The category of each person that the figure stands on. */
  readonly categories: ReadonlyMap<string, string>
}

export interface Told {
  /** To be kept beside what was told before: what this adds to it, and whom it closes. */
  readonly release: Release
  /** People by group; `othersKey` among them. */
  readonly cells: ReadonlyMap<string, number>
  /** People of the figure that are not told of, because telling would give away who they are. */
  readonly untold: number
}

/**
 * The largest part of a breakdown that can be told beside all that was told before.
 *
 * People are parted by which releases told of them. Within each part every group that can be told apart by taking all
 * releases together holds at least five people, and every release parts it in two groups or more. Whatever is then computed
 * from what was published is a sum over such groups, and nobody who knows everything else about everybody can place one to
 * four people in, or narrow them down to, a category (proof in docs/cifras-pequenas.md).
 */
export function tell(before: readonly Release[], candidate: Candidate): Told {
  const { id, dimension, key, categories } = candidate
  const known = before.filter((release) => release.dimension === dimension)
  const closed = new Set(known.flatMap((release) => release.closed))
  const groups = new Map<string, string>()
  const closing: string[] = []
  for (const part of partsOf(known, categories, closed).values()) {
    const told = grouped(part, known, candidate)
    if (told === 'refused') closing.push(...part.inside, ...part.outside)
    else if (told !== 'tooFew') for (const [person, group] of told) groups.set(person, group)
  }
  return { release: { id, dimension, key, groups, closed: closing }, cells: countOf(groups.values()), untold: categories.size - groups.size }
}

/** The same for a figure that counts one side of a condition: all of it is told, or nothing. */
export function tellWhole(before: readonly Release[], candidate: Candidate): Told {
  const told = tell(before, candidate)
  if (told.untold === 0) return told
  const closed = [...new Set([...told.release.closed, ...told.release.groups.keys()])]
  return { release: { ...told.release, groups: new Map(), closed }, cells: new Map(), untold: candidate.categories.size }
}

/** Whether what was told can stand together: what `tell` keeps true, for those who check it. */
export function isSafe(releases: readonly Release[]): boolean {
  for (const dimension of new Set(releases.map((release) => release.dimension))) {
    const known = releases.filter((release) => release.dimension === dimension)
    const everybody = new Map(known.flatMap((release) => [...release.groups]))
    for (const { inside } of partsOf(known, everybody).values()) if (!mayStand(inside.map((person) => labelsOf(known, person)))) return false
  }
  return true
}

interface Part {
  /** Of the candidate, and told of by the same releases. */
  readonly inside: string[]
  /** Told of by the same releases, and not of the candidate. */
  readonly outside: string[]
  readonly isNew: boolean
  readonly isClosed: boolean
}

function partsOf(known: readonly Release[], categories: ReadonlyMap<string, string>, closed: ReadonlySet<string> = new Set()): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>()
  const everybody = new Set<string>(categories.keys())
  for (const release of known) for (const person of release.groups.keys()) everybody.add(person)
  for (const person of everybody) {
    const told = known.map((release) => (release.groups.has(person) ? '1' : '0')).join('')
    const key = `${told} ${closed.has(person)}`
    const part = parts.get(key) ?? { inside: [], outside: [], isNew: !told.includes('1'), isClosed: closed.has(person) }
    parts.set(key, part)
    if (categories.has(person)) part.inside.push(person)
    else part.outside.push(person)
  }
  return parts
}

/** The group of each person of a part. Too few: so few that no answer depends on who they are. */
function grouped({ inside, outside, isNew, isClosed }: Part, known: readonly Release[], candidate: Candidate): ReadonlyMap<string, string> | 'tooFew' | 'refused' {
  const isWhole = isNew || outside.length === 0
  const earlier = known.findLast((release) => release.key === candidate.key && release.groups.has(inside[0] ?? ''))
  // Nothing new is said of those who were told of before, all together, and in the same words.
  if (earlier !== undefined && isWhole) return new Map(inside.map((person) => [person, earlier.groups.get(person) ?? othersKey]))
  if (isClosed || inside.length < fewestTold || (!isWhole && outside.length < fewestTold)) return 'tooFew'
  // Who is left behind was told of together with those who are told of again.
  if (!isWhole && !mayStand(outside.map((person) => labelsOf(known, person)))) return 'refused'
  for (const way of waysOf(inside, candidate, earlier)) {
    if (mayStand(inside.map((person) => [...labelsOf(known, person), way.get(person) ?? othersKey]))) return way
  }
  return 'refused'
}

/** As it was told before where it was: what somebody corrected since would show as a difference. Else from fine to coarse. */
function* waysOf(inside: readonly string[], candidate: Candidate, earlier: Release | undefined): Generator<ReadonlyMap<string, string>> {
  if (earlier !== undefined) {
    yield new Map(inside.map((person) => [person, earlier.groups.get(person) ?? othersKey]))
    return
  }
  const of = (person: string): string => candidate.categories.get(person) ?? ''
  const sizes = [...countOf(inside.map(of))].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  const large = sizes.filter(([, n]) => n >= smallestShown)
  // Where one is too small, the smallest of the large goes in with it: any of those that are not shown may then be the large one.
  const least = large.at(-1)?.[1] ?? 0
  const shown = large.length === sizes.length ? large : large.filter(([, n]) => n > least)
  for (let n = shown.length; n > 0; n -= 1) {
    const apart = new Set(shown.slice(0, n).map(([category]) => category))
    yield new Map(inside.map((person) => [person, apart.has(of(person)) ? of(person) : othersKey]))
  }
}

/** What each release says of a person, in their order; null where it does not tell of her. */
function labelsOf(known: readonly Release[], person: string): readonly (string | null)[] {
  return known.map((release) => release.groups.get(person) ?? null)
}

/** Of people told of by the same releases: at least five wherever they can be told apart, and two groups or more in each release. */
function mayStand(people: readonly (readonly (string | null)[])[]): boolean {
  const cells = countOf(people.map((labels) => JSON.stringify(labels)))
  for (const n of cells.values()) if (n < smallestShown) return false
  const releases = people[0]?.length ?? 0
  for (let at = 0; at < releases; at += 1) {
    const groups = new Set(people.map((labels) => labels[at] ?? null))
    if (groups.size < 2 && !groups.has(null)) return false
  }
  return true
}

function countOf(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
