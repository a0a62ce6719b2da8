import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cause } from '../../src/shared/domain/numbering-ranges.ts'
import { explainedGaps, folioOf, missingRanges } from '../../src/shared/domain/numbering-ranges.ts'

const numbersOf = (ranges: readonly { readonly first: number; readonly last: number }[]): number[] => ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at))

const given = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 40 }).map((numbers) => numbers.toSorted((one, other) => one - other))
const cause = fc
  .record({ first: fc.integer({ min: 1, max: 60 }), length: fc.integer({ min: 0, max: 20 }), because: fc.constantFrom('block' as const, 'noted' as const), explanation: fc.constantFrom('a', 'b') })
  .map(({ first, length, because, explanation }): Cause => ({ first, last: first + length, because, explanation }))

describe('what is missing in a register', () => {
  it('is every number up to the last one that no paper bears, once', () => {
    fc.assert(
      fc.property(given, fc.integer({ min: 0, max: 60 }), (numbers, last) => {
        const expected = Array.from({ length: last }, (_, at) => at + 1).filter((number) => !numbers.includes(number))
        expect(numbersOf(missingRanges(numbers, last))).toEqual(expected)
      }),
    )
  })

  it('keeps every number when it is cut by what explains it, and the first cause of the list holds', () => {
    fc.assert(
      fc.property(given, fc.array(cause, { maxLength: 5 }), (numbers, causes) => {
        const missing = missingRanges(numbers, 60)
        const gaps = explainedGaps(missing, causes, 'antes')
        expect(numbersOf(gaps)).toEqual(numbersOf(missing))
        for (const gap of gaps) {
          for (const number of numbersOf([gap])) {
            const first = causes.find((one) => one.first <= number && number <= one.last)
            if (first !== undefined) expect(gap).toMatchObject({ because: first.because, explanation: first.explanation })
            else expect(['before', 'unexplained']).toContain(gap.because)
          }
        }
      }),
    )
  })

  it('before the first number is from before the app; anywhere else it waits for an explanation', () => {
    expect(explainedGaps(missingRanges([4, 7], 9), [], 'antes')).toEqual([
      { first: 1, last: 3, because: 'before', explanation: 'antes' },
      { first: 5, last: 6, because: 'unexplained', explanation: '' },
      { first: 8, last: 9, because: 'unexplained', explanation: '' },
    ])
  })

  it('stands on the folio of its number', () => {
    expect([1, 25, 26, 345].map((number) => folioOf(number, 25))).toEqual([1, 1, 2, 14])
  })
})
