import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { countedMark, finalMark, fromTwenty, hasTwoDecimals, leastBeforeRounding, leastOnScale, markCell, marksTogether, meanOnTwenty, neededOnTwenty, onTwenty, readMarkCell, roundedMark, shownMark } from '../../src/shared/domain/marks.ts'
import type { MarkItem, MarkRounding, MarkValue, MarkedItem } from '../../src/shared/domain/marks.ts'

const twenty: MarkItem = { weight: 1, scaleMin: 0, scaleMax: 20 }
const hundred: MarkItem = { weight: 1, scaleMin: 0, scaleMax: 100 }
const levels: MarkItem = { weight: 1, scaleMin: 1, scaleMax: 5 }

describe('rounding half up', () => {
  const cases: readonly [number, MarkRounding, number][] = [
    [10.5, 'whole', 11],
    [10.49, 'whole', 10],
    [10.499999999999998, 'whole', 11],
    [10.45, 'tenth', 10.5],
    [10.44, 'tenth', 10.4],
    [10.5, 'tenth', 10.5],
    [10.495, 'hundredth', 10.5],
    [10.494, 'hundredth', 10.49],
    [1.005, 'hundredth', 1.01],
    [0, 'whole', 0],
    [20, 'tenth', 20],
    [-1.5, 'whole', -1],
  ]
  it.each(cases)('%d to %s is %d', (value, rounding, expected) => {
    expect(roundedMark(value, rounding)).toBe(expected)
  })

  it.each([[10.49, true], [0.07, true], [999.99, true], [20, true], [10.499, false], [10.4999999999, false], [1 / 3, false]])('%d has two decimals at most: %s', (value, has) => {
    expect(hasTwoDecimals(value)).toBe(has)
  })

  it('is undone by the least value that reaches a mark', () => {
    expect([leastBeforeRounding(11, 'whole'), leastBeforeRounding(11, 'tenth'), leastBeforeRounding(13.7, 'tenth'), leastBeforeRounding(11, 'hundredth')]).toEqual([10.5, 10.95, 13.65, 10.995])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.constantFrom<MarkRounding>('whole', 'tenth', 'hundredth'), (hundredths, rounding) => {
        const least = hundredths / 100
        const edge = leastBeforeRounding(least, rounding)
        expect(roundedMark(edge, rounding)).toBeGreaterThanOrEqual(least)
        expect(roundedMark(edge - 1e-6, rounding)).toBeLessThan(least)
      }),
    )
  })
})

describe('retakes', () => {
  const cases: readonly [readonly MarkValue[], number | null, number | null, number | null][] = [
    // attempts, best, last, average
    [[], null, null, null],
    [[10], 10, 10, 10],
    [[10, 14], 14, 14, 12],
    [[14, 10], 14, 10, 12],
    [['NP', 13], 13, 13, 6.5],
    [[13, 'NP'], 13, 0, 6.5],
    [['NP'], 0, 0, 0],
    [[8, 9, 13], 13, 13, 10],
  ]
  it.each(cases)('%j: best %s, last %s, average %s', (attempts, best, last, average) => {
    expect([countedMark(twenty, attempts, 'best'), countedMark(twenty, attempts, 'last'), countedMark(twenty, attempts, 'average')]).toEqual([best, last, average])
  })

  it('an absent person has the least of the scale, whatever it is', () => {
    expect(countedMark(levels, ['NP'], 'best')).toBe(1)
    expect(onTwenty(levels, 1)).toBe(0)
  })
})

describe('scales', () => {
  it.each([
    [twenty, 13, 13],
    [hundred, 65, 13],
    [hundred, 100, 20],
    [levels, 1, 0],
    [levels, 3, 10],
    [levels, 5, 20],
    [{ weight: 1, scaleMin: 10, scaleMax: 30 }, 20, 10],
  ] as const)('%j brings %d to %d', (item, value, expected) => {
    expect(onTwenty(item, value)).toBe(expected)
    expect(fromTwenty(item, expected)).toBe(value)
  })
})

describe('the final mark', () => {
  const of = (items: readonly MarkItem[], counted: readonly (number | null)[], rounding: MarkRounding = 'hundredth') => finalMark(items, counted, rounding)

  it('weighs its items, on one scale', () => {
    expect(of([{ ...twenty, weight: 40 }, { ...hundred, weight: 60 }], [10, 75])).toEqual({ worst: 13, best: 13, missing: [] })
  })
  it('does not count what weighs nothing', () => {
    expect(of([twenty, { ...twenty, weight: 0 }], [15, 2])).toEqual({ worst: 15, best: 15, missing: [] })
    expect(of([twenty, { ...twenty, weight: 0 }], [15, null])).toEqual({ worst: 15, best: 15, missing: [] })
  })
  it('is none where nothing weighs', () => {
    expect(of([{ ...twenty, weight: 0 }], [15])).toBeNull()
    expect(of([], [])).toBeNull()
  })
  it('takes what is missing at its least and at its most', () => {
    expect(of([twenty, twenty], [12, null])).toEqual({ worst: 6, best: 16, missing: [1] })
  })
  it('does not lose a half to binary fractions', () => {
    // 0.1 × 3 items of 10.5 each: sums of tenths that binary cannot write.
    const tenths = [0.1, 0.1, 0.1].map((weight) => ({ ...twenty, weight }))
    expect(of(tenths, [10.5, 10.5, 10.5], 'whole')).toMatchObject({ worst: 11 })
    expect(of([{ ...twenty, weight: 0.7 }, { ...twenty, weight: 0.3 }], [10, 11.666666666666666], 'whole')).toMatchObject({ worst: 11 })
  })
  it('what is said to be needed is enough, and a hundredth less is not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ weight: fc.integer({ min: 1, max: 60 }), scaleMax: fc.constantFrom(5, 20, 100), mark: fc.option(fc.integer({ min: 0, max: 100 })) }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom<MarkRounding>('whole', 'tenth', 'hundredth'),
        (written, least, rounding) => {
          const items = written.map(({ weight, scaleMax }) => ({ weight, scaleMin: 0, scaleMax }))
          const counted = written.map(({ mark, scaleMax }) => (mark === null ? null : (mark * scaleMax) / 100))
          const final = finalMark(items, counted, rounding)
          if (final === null || final.missing.length === 0 || final.worst >= least || final.best < least) return
          const needed = neededOnTwenty(items, counted, { least, rounding })
          const filled = counted.map((value, index) => value ?? leastOnScale(items[index] ?? twenty, needed))
          expect(finalMark(items, filled, rounding)?.worst).toBeGreaterThanOrEqual(least)
          const less = counted.map((value, index) => value ?? leastOnScale(items[index] ?? twenty, needed) - 0.0101)
          expect(finalMark(items, less, 'hundredth')?.worst).toBeLessThanOrEqual(leastBeforeRounding(least, rounding) + 0.005)
        },
      ),
    )
  })
})

describe('entry, exit and gain', () => {
  const items: readonly MarkedItem[] = [
    { kind: 'entry', weight: 0, scaleMin: 0, scaleMax: 20 },
    { kind: 'exit', weight: 0, scaleMin: 0, scaleMax: 100 },
    { kind: 'exam', weight: 1, scaleMin: 0, scaleMax: 20 },
  ]
  const settings = { retakes: 'best', markRounding: 'whole' } as const

  it('the gain is exit minus entry on 0–20, and may be a loss', () => {
    expect(marksTogether(items, [[8], [75], [14]], settings)).toMatchObject({ entry: 8, exit: 15, gain: 7, mark: 14 })
    expect(marksTogether(items, [[15], [50], ['NP']], settings)).toMatchObject({ gain: -5, mark: 0 })
  })
  it('without one of both tests there is no gain', () => {
    expect(marksTogether(items, [[8], [], [14]], settings)).toMatchObject({ entry: 8, exit: null, gain: null })
  })
  it('several tests of one kind give their mean', () => {
    expect(meanOnTwenty([twenty, hundred], [10, 80])).toBe(13)
    expect(meanOnTwenty([twenty, hundred], [10, null])).toBeNull()
  })
})

test('a cell carries every attempt there and back', () => {
  for (const attempts of [[], [10], ['NP', 12.5], [0, 20, 'NP']] as const) expect(readMarkCell(markCell(attempts))).toEqual(attempts)
})

test('a mark is shown with two decimals at most', () => {
  expect([shownMark(13), shownMark(12.5), shownMark(12.345), shownMark(13.333333), shownMark('NP'), shownMark(0)]).toEqual(['13', '12.5', '12.35', '13.33', 'NP', '0'])
})
