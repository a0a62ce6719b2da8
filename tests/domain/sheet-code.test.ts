import fc from 'fast-check'
import { create } from 'qrcode'
import { expect, test } from 'vitest'
import type { PageCode } from '../../src/shared/domain/sheet-code.ts'
import { pageCodeText, readPageCode, sheetLetters } from '../../src/shared/domain/sheet-code.ts'

const anyCode: fc.Arbitrary<PageCode> = fc
  .record({
    cohortId: fc.uuid(),
    for: fc.oneof(
      fc.record({ kind: fc.constant('session' as const), sessionId: fc.uuid() }),
      fc.record({ kind: fc.constant('day' as const), day: fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)) }),
    ),
    sheet: fc.string({ unit: fc.constantFrom(...sheetLetters.split('')), minLength: 6, maxLength: 6 }),
    pages: fc.integer({ min: 1, max: 9999 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ share, ...code }) => ({ ...code, page: 1 + Math.floor(share * (code.pages - 1)) }))

const sample: PageCode = {
  cohortId: '0193a1b2-e5f6-7abc-8def-0123456789ab',
  for: { kind: 'session', sessionId: 'ffffffff-ffff-ffff-ffff-ffffffffffff' },
  sheet: 'K7M2QX',
  page: 12,
  pages: 120,
}

test('every page code is read back as it was written', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      expect(readPageCode(pageCodeText(code))).toEqual({ kind: 'page', code })
    }),
  )
})

test('the longest code fits the alphanumeric mode of version 4 at level M', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      const text = pageCodeText(code)
      expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/)
      expect(create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M' }).version).toBeLessThanOrEqual(4)
    }),
  )
})

test('one character read wrongly is never taken for another page', () => {
  const text = pageCodeText(sample)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length - 1 }), fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ/ '.split('')), (at, letter) => {
      fc.pre(text[at] !== letter)
      expect(readPageCode(text.slice(0, at) + letter + text.slice(at + 1)).kind).not.toBe('page')
    }),
  )
})

test.each([
  ['https://example.org/verificar?c=ABC', 'foreign'],
  ['', 'foreign'],
  ['CONSTANCIA', 'foreign'],
  ['CONSTANCIA1/', 'damaged'],
  [pageCodeText(sample).slice(0, -6), 'damaged'],
  [`${pageCodeText(sample)} `, 'damaged'],
])('%s is no page: %s', (text, kind) => {
  expect(readPageCode(text).kind).toBe(kind)
})

test('a page of a later version says which', () => {
  expect(readPageCode('CONSTANCIA7/ANYTHING AT ALL')).toEqual({ kind: 'future', version: 7 })
})

test('a page beyond the last, or an id that is none, cannot be written or read', () => {
  expect(() => pageCodeText({ ...sample, page: 0 })).toThrow(RangeError)
  expect(() => pageCodeText({ ...sample, cohortId: 'x' })).toThrow(RangeError)
  expect(readPageCode(pageCodeText({ ...sample, page: 121 }))).toEqual({ kind: 'damaged' })
})
