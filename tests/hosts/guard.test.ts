import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlainData } from '../../src/main/hosts/guard.ts'

const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)])

describe('what the page hands in', () => {
  it('passes whatever JSON can say', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        fc.pre(!/"(?:__proto__|constructor|prototype)":/.test(JSON.stringify(value)))
        expect(isPlainData(structuredClone(value))).toBe(true)
      }),
    )
  })

  it.each([
    ['a map', new Map()],
    ['a date', new Date(0)],
    ['bytes', new Uint8Array(1)],
    ['a big integer', 1n],
    ['not a number', Number.NaN],
    ['a function', () => 1],
    ['a key that reaches the prototype', JSON.parse('{"a":{"__proto__":{"isAdmin":true}}}')],
    ['a constructor key', { constructor: 1 }],
    ['25 levels', deep(25)],
    ['9 million letters', 'a'.repeat(9 * 1024 * 1024)],
    ['half a million values', Array.from({ length: 500_000 }, () => 0)],
  ])('refuses %s', (_what, value) => {
    expect(isPlainData({ input: value })).toBe(false)
  })

  it('refuses a cycle instead of running for ever', () => {
    const ring: unknown[] = []
    ring.push(ring)
    expect(isPlainData(ring)).toBe(false)
  })
})
