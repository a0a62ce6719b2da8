import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Release } from '../../src/shared/domain/small-numbers.ts'
import { isSafe, othersKey, tell, tellWhole } from '../../src/shared/domain/small-numbers.ts'

/** People of a stretch and how many are of each category: a world, as far as a reader can tell people apart by all else. */
type World = readonly (readonly number[])[]
const names = ['A', 'B', 'C']

/** Every way to put `n` people into so many categories. */
function* ways(n: number, categories: number): Generator<number[]> {
  if (categories === 1) return yield [n]
  for (let first = 0; first <= n; first += 1) for (const rest of ways(n - first, categories - 1)) yield [first, ...rest]
}

function* worlds(sizes: readonly number[], categories: number): Generator<World> {
  const [size, ...rest] = sizes
  if (size === undefined) return yield []
  for (const way of ways(size, categories)) for (const others of worlds(rest, categories)) yield [way, ...others]
}

const peopleOf = (world: World, stretch: number): [string, string][] =>
  (world[stretch] ?? []).flatMap((n, category) => Array.from({ length: n }, (_, at) => [`${stretch}-${(world[stretch] ?? []).slice(0, category).reduce((sum, one) => sum + one, 0) + at}`, names[category] ?? ''] as [string, string]))

/** The reports of a world, one after another, each of some of the stretches: what a reader sees, and what is kept. */
function published(world: World, reports: readonly (readonly number[])[]): { seen: string; releases: Release[] } {
  const releases: Release[] = []
  const seen = reports.map((stretches, at) => {
    const told = tell(releases, { id: String(at), dimension: 'ethnicity', key: 'ethnicity', categories: new Map(stretches.flatMap((stretch) => peopleOf(world, stretch))) })
    releases.push(told.release)
    return [[...told.cells].sort(([one], [other]) => (one < other ? -1 : 1)), told.untold]
  })
  return { seen: JSON.stringify(seen), releases }
}

/**
 * The attack: every world that fits all that was published, by a reader who knows the method, who everybody is and who
 * stands in which report. Gives the people (so many of each stretch) of whom he then knows that 1 to 4 are of a category.
 */
function recovered(sizes: readonly number[], reports: readonly (readonly number[])[], categories: number): string[] {
  const byLook = new Map<string, World[]>()
  for (const world of worlds(sizes, categories)) {
    const { seen } = published(world, reports)
    byLook.set(seen, [...(byLook.get(seen) ?? []), world])
  }
  const found: string[] = []
  for (const [seen, fitting] of byLook) for (const some of subsets(sizes)) for (let category = 0; category < categories; category += 1) {
    const least = Math.min(...fitting.map((world) => sum(some.map((n, at) => Math.max(0, n - ((sizes[at] ?? 0) - (world[at]?.[category] ?? 0)))))))
    const most = Math.max(...fitting.map((world) => sum(some.map((n, at) => Math.min(n, world[at]?.[category] ?? 0)))))
    if (least >= 1 && most <= 4) found.push(`${seen}: of ${some.join('+')} people of ${sizes.join('+')}, ${least}–${most} are ${names[category]}`)
  }
  return found
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
function* subsets(sizes: readonly number[]): Generator<number[]> {
  const [size, ...rest] = sizes
  if (size === undefined) return yield []
  for (let n = 0; n <= size; n += 1) for (const others of subsets(rest)) yield [n, ...others]
}

describe('What is told of a sensitive category', () => {
  test('cannot be narrowed down to one to four people by who knows the method and everything else, in one report', () => {
    for (let n = 1; n <= 22; n += 1) expect(recovered([n], [[0]], 3), `${n} people`).toEqual([])
  })

  test('nor by setting reports side by side that share people', () => {
    for (const sizes of [[3, 10], [10, 3], [5, 12], [11, 10], [11, 4]]) expect(recovered(sizes, [[0], [0, 1]], 2), sizes.join('+')).toEqual([])
    for (const sizes of [[6, 3, 8], [10, 10, 3]]) expect(recovered(sizes, [[0, 1], [1, 2]], 2), sizes.join('+')).toEqual([])
    for (const sizes of [[10, 4, 10]]) expect(recovered(sizes, [[0, 1, 2], [0], [2]], 2), sizes.join('+')).toEqual([])
  })

  test('parts every published group into five or more, whatever reports of whatever people came before', () => {
    const report = fc.record({ people: fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 60 }), changed: fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 4 }), isWhole: fc.boolean() })
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 60, maxLength: 60 }), fc.array(report, { minLength: 1, maxLength: 6 }), (categories, reports) => {
        const releases: Release[] = []
        const now = [...categories]
        for (const [at, { people, changed, isWhole }] of reports.entries()) {
          for (const person of changed) now[person] = ((now[person] ?? 0) + 1) % 4
          const candidate = { id: String(at), dimension: 'language', key: isWhole ? 'language=A' : 'language', categories: new Map(people.map((person) => [String(person), isWhole ? (now[person] === 0 ? 'in' : 'out') : (names[now[person] ?? 0] ?? '')])) }
          const told = isWhole ? tellWhole(releases, candidate) : tell(releases, candidate)
          releases.push(told.release)
          for (const n of told.cells.values()) expect(n).toBeGreaterThanOrEqual(5)
          expect(sum([...told.cells.values()]) + told.untold).toBe(people.length)
        }
        expect(isSafe(releases)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('tells the same again of the same people, and puts the few with the smallest of the many', () => {
    const categories = new Map([...Array.from({ length: 20 }, (_, at) => [`a${at}`, 'A'] as const), ...Array.from({ length: 8 }, (_, at) => [`b${at}`, 'B'] as const), ['c', 'C'] as const])
    const candidate = { id: '1', dimension: 'ethnicity', key: 'ethnicity', categories }
    const first = tell([], candidate)
    expect(Object.fromEntries(first.cells)).toEqual({ A: 20, [othersKey]: 9 })
    const corrected = tell([first.release], { ...candidate, id: '2', categories: new Map([...categories, ['b0', 'A']]) })
    expect(Object.fromEntries(corrected.cells)).toEqual({ A: 20, [othersKey]: 9 })
  })
})
