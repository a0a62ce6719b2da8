import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMoney, parseMoney } from '../../src/shared/domain/money.ts'
import { gradeWords, groupedNumber, numberWords, parseNumber } from '../../src/shared/domain/numbers.ts'
import { actionGroupOf, actionTypes, actionWarning, hourKindOf, papersFor, trainingTypeOf } from '../../src/shared/domain/training.ts'

describe('money', () => {
  test.each([[125_000, 'S/ 1,250.00'], [5, 'S/ 0.05'], [0, 'S/ 0.00'], [-500, '-S/ 5.00'], [123_456_789, 'S/ 1,234,567.89']])('%i cents are %s', (cents, text) => expect(formatMoney(cents)).toBe(text))

  test.each([
    ['S/ 1,250.00', 125_000], ['S/. 1250', 125_000], ['s/1 250,50', 125_050], ['1.250,50', 125_050], ['1250.5', 125_050], ['PEN 30', 3000], ['30 soles', 3000], ['1,250', 125_000],
    ['-5', -500], ['(5.00)', -500], [1250.1, 125_010], [0.1 + 0.2, 30], ['', null], ['1,25,0', null], ['1.2345', null], ['USD 5', null], [1.005, null], ['(5', null],
  ])('%j is %s', (text, cents) => expect(parseMoney(text)).toBe(cents))

  test('what is written is read back', () => {
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => parseMoney(formatMoney(cents)) === cents))
  })

  test('parts of a cent are no money', () => expect(() => formatMoney(0.5)).toThrow(RangeError))
})

describe('numbers', () => {
  test.each([[1250, 0, '1,250'], [1_234_567.891, 2, '1,234,567.89'], [-0.4, 0, '0'], [-1234, 0, '-1,234'], [999, 0, '999']])('%d with %i decimals is %s', (value, decimals, text) => expect(groupedNumber(value, decimals)).toBe(text))
  test.each([['1,250', 1250], ['15,5', 15.5], ['16', 16], ['85 %', 85], ['1 250.5', 1250.5], ['-3', -3], [7, 7], ['', null], ['dieciséis', null], ['1,2,3', null], [null, null]])('%j is %s', (text, value) => expect(parseNumber(text)).toBe(value))

  test.each([
    [0, 'cero'], [16, 'dieciséis'], [20, 'veinte'], [21, 'veintiuno'], [31, 'treinta y uno'], [100, 'cien'], [101, 'ciento uno'], [120, 'ciento veinte'], [200, 'doscientos'],
    [555, 'quinientos cincuenta y cinco'], [1000, 'mil'], [2026, 'dos mil veintiséis'], [21_000, 'veintiún mil'], [999_999, 'novecientos noventa y nueve mil novecientos noventa y nueve'],
  ])('%i is "%s"', (value, words) => expect(numberWords(value)).toBe(words))

  test.each([
    [1, 'feminine', 'una'], [21, 'feminine', 'veintiuna'], [21, 'masculine', 'veintiún'], [31, 'masculine', 'treinta y un'], [200, 'feminine', 'doscientas'], [121, 'feminine', 'ciento veintiuna'],
    [200_021, 'feminine', 'doscientas mil veintiuna'], [21_000, 'feminine', 'veintiún mil'],
  ] as const)('%i before a %s noun is "%s"', (value, gender, words) => expect(numberWords(value, gender)).toBe(words))

  test.each([[16, 'dieciséis'], [15.5, 'quince y medio'], [15.25, 'quince con veinticinco centésimos'], [0, 'cero']])('the grade %d is "%s"', (grade, words) => expect(gradeWords(grade)).toBe(words))
  test('no two numbers share their words', () => {
    const words = Array.from({ length: 3000 }, (_, value) => numberWords(value))
    expect(new Set(words).size).toBe(3000)
    expect(() => numberWords(1.5)).toThrow(RangeError)
  })
})

describe('training', () => {
  test('what leads to a degree is formación profesional; plans have six groups', () => {
    expect(actionTypes.filter((type) => trainingTypeOf(type) === 'FP')).toEqual(['maestria', 'doctorado'])
    expect(['curso', 'diplomado', 'capacitacion', 'pasantia', 'congreso', 'seminario', 'charla'].map(actionGroupOf)).toEqual([1, 2, 3, 4, 5, 6, null])
    expect([45, 50, 55, 60, 40].map(hourKindOf)).toEqual(['pedagogica', 'academica', 'lectiva', 'cronologica', null])
  })
  test('a certificado is for who approved, a constancia for who took part', () => {
    expect(papersFor('participant', 'approved')).toEqual(['certificado', 'constancia'])
    expect(papersFor('participant', 'completed')).toEqual(['constancia'])
    expect([papersFor('participant', 'enrolled'), papersFor('speaker', 'withdrawn')]).toEqual([[], []])
    expect(papersFor('speaker', 'enrolled')).toEqual(['constancia'])
  })
  test('an office is warned of giving a diplomado on its own', () => {
    expect([actionWarning('diplomado', 'municipalidad-distrital'), actionWarning('diplomado', 'universidad'), actionWarning('curso', null)]).toEqual(['diplomado-without-university', null, null])
  })
})
