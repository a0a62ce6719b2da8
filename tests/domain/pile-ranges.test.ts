import { expect, test } from 'vitest'
import { readPile } from '../../src/shared/domain/pile-ranges.ts'

const read = (text: string, count = 320): string => {
  const pile = readPile(text, count)
  return pile.kind === 'wrong' ? `${pile.why}: ${pile.piece}` : pile.ranges.map((one) => `${one.from}-${one.to} ${one.outcome}`).join(', ')
}

test('the damaged ones are enough: the rest came out well', () => {
  expect(read('')).toBe('1-320 well')
  expect(read('119-121')).toBe('1-118 well, 119-121 damaged, 122-320 well')
  expect(read('320, 1 y 5 a 6')).toBe('1-1 damaged, 2-4 well, 5-6 damaged, 7-319 well, 320-320 damaged')
  expect(read('1-320')).toBe('1-320 damaged')
})

test('what is told in full says only what it says', () => {
  expect(read('1-118 bien, 119-121 dañadas, 122-320 bien')).toBe('1-118 well, 119-121 damaged, 122-320 well')
  expect(read('1–100 bien')).toBe('1-100 well')
  expect(read('1-10 b; 11 m')).toBe('1-10 well, 11-11 damaged')
})

test('what cannot be meant is told by its piece', () => {
  expect(read('uno')).toBe('form: uno')
  expect(read('1-10 quizá')).toBe('form: 1-10 quizá')
  expect(read('9-3')).toBe('backwards: 9-3')
  expect(read('300-321')).toBe('beyond: 300-321')
  expect(read('0')).toBe('beyond: 0')
  expect(read('5-9, 9-12')).toBe('twice: 9-12')
})
