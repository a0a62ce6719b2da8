import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays, ageGroup, ageOn, dateRange, dayFromNumber, dayNumber, dayParts, formatDate, longDate, readStatedAge, statedAgeGroup, weekday, weekdayName,
} from '../../src/shared/domain/dates.ts'
import { guessDateOrder, readDate } from '../../src/shared/domain/date-reading.ts'

describe('a day', () => {
  test('is counted as the Gregorian calendar counts it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (days) => {
        const date = dayFromNumber(days)
        expect(date).toBe(new Date(days * 86_400_000).toISOString().slice(0, 10))
        expect(dayNumber(date)).toBe(days)
        expect(weekday(date) % 7).toBe(new Date(days * 86_400_000).getUTCDay())
        expect(readDate(formatDate(date)).date ?? date.slice(0, 4)).toBe(date >= '1900' && date < '2101' ? date : date.slice(0, 4))
      }),
    )
  })

  test.each([['2024-02-29', true], ['2023-02-29', false], ['1900-02-29', false], ['2020-13-01', false], ['2020-1-1', false], ['', false]])('%s exists: %s', (date, there) =>
    expect(dayParts(date) !== null).toBe(there),
  )

  test('is written as Peru writes it', () => {
    expect(formatDate('2026-11-22')).toBe('22/11/2026')
    expect([formatDate(null), formatDate('hoy')]).toEqual(['', 'hoy'])
    expect(longDate('2026-09-12')).toBe('12 de setiembre de 2026')
    expect(longDate('2026-09-12', 'en')).toBe('12 September 2026')
    expect(weekdayName('2026-11-22')).toBe('domingo')
    expect(() => longDate('2026-02-30')).toThrow(RangeError)
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
  })

  test.each([
    ['2020-10-12', '2020-10-21', 'del 12 al 21 de octubre de 2020', 'from 12 to 21 October 2020'],
    ['2026-05-03', '2026-05-03', 'el 3 de mayo de 2026', 'on 3 May 2026'],
    ['2020-09-28', '2020-10-03', 'del 28 de setiembre al 3 de octubre de 2020', 'from 28 September to 3 October 2020'],
    ['2025-12-28', '2026-01-03', 'del 28 de diciembre de 2025 al 3 de enero de 2026', 'from 28 December 2025 to 3 January 2026'],
    ['2026-01-03', '2025-12-28', 'del 28 de diciembre de 2025 al 3 de enero de 2026', 'from 28 December 2025 to 3 January 2026'],
  ])('%s to %s', (from, to, es, en) => expect([dateRange(from, to), dateRange(from, to, 'en')]).toEqual([es, en]))
})

describe('age', () => {
  test.each([['1988-07-13', '2026-07-12', 37], ['1988-07-13', '2026-07-13', 38], ['2004-02-29', '2026-02-28', 21], ['2004-02-29', '2026-03-01', 22]])('%s on %s: %i', (birth, day, age) =>
    expect(ageOn(birth, day)).toBe(age),
  )
  test('falls in the groups of the rosters', () => {
    expect([14, 15, 29, 30, 59, 60].map(ageGroup)).toEqual(['0-14', '15-29', '15-29', '30-59', '30-59', '60+'])
  })
  test.each([
    ['58', { from: 58, to: 58 }, '30-59'], [58, { from: 58, to: 58 }, '30-59'], ['58 años', { from: 58, to: 58 }, '30-59'], ['30-59', { from: 30, to: 59 }, '30-59'],
    ['15 a 29', { from: 15, to: 29 }, '15-29'], ['60 a más', { from: 60, to: null }, '60+'], ['60+', { from: 60, to: null }, '60+'], ['18 a más', { from: 18, to: null }, null],
    ['25-35', { from: 25, to: 35 }, null], ['adulto', null, null], [null, null, null], ['300', null, null],
  ] as const)('%j is stated as %j, group %s', (text, age, group) => expect([readStatedAge(text), statedAgeGroup(text)]).toEqual([age, group]))
})

describe('a date as offices write it', () => {
  const latest = { latestYear: 2026 }
  test.each([
    ['12/10/2020', '2020-10-12'], ['5/4/1991', '1991-04-05'], [' 05-04-1991 ', '1991-04-05'], ['12.10.2020', '2020-10-12'], ['2020-10-12', '2020-10-12'],
    ['2020/10/2', '2020-10-02'], ['12 de octubre de 2020', '2020-10-12'], ['12 de Octubre del 2020', '2020-10-12'], ['12-oct-2020', '2020-10-12'],
    ['12 set. 2026', '2026-09-12'], ['12/septiembre/2026', '2026-09-12'], ['1° de mayo de 2020', '2020-05-01'], ['1ro de mayo de 2020', '2020-05-01'],
    ['lunes, 12 de octubre de 2020', '2020-10-12'], ['octubre 12, 2020', '2020-10-12'], ['Oct 12, 2020', '2020-10-12'], ['12OCT2020', '2020-10-12'],
    [32337, '1988-07-13'], [1, '1900-01-01'], [59, '1900-02-28'], [61, '1900-03-01'],
  ])('%j is %s, for sure', (raw, date) => expect(readDate(raw, latest)).toEqual({ date, time: null, problem: null, guess: false, alternative: null }))

  test.each([
    ['12/10/20', '2020-10-12'], ['5.4.48', '1948-04-05'], ['12-oct-26', '2026-10-12'], ['12-oct-27', '1927-10-12'], ['32337', '1988-07-13'],
    ['20201012', '2020-10-12'], ['12102020', '2020-10-12'], [20201012, '2020-10-12'], [5041991, '1991-04-05'],
  ])('%j is %s, to be looked at', (raw, date) => expect(readDate(raw, latest)).toMatchObject({ date, problem: null, guess: true }))

  test.each([
    ['2025-05-07 14:03', '2025-05-07', '14:03:00'], ['10/12/2020 08:50:00 AM', '2020-12-10', '08:50:00'], ['10/12/2020 12:10:00 a. m.', '2020-12-10', '00:10:00'],
    ['7/5/2025 2:03:09 p. m.', '2025-05-07', '14:03:09'], ['2025-05-07T14:03:00.000Z', '2025-05-07', '14:03:00'], ['12 de octubre de 2020, 10:00 horas', '2020-10-12', '10:00:00'],
    [45784.5, '2025-05-07', '12:00:00'],
  ])('%j is %s at %s', (raw, date, time) => expect(readDate(raw)).toMatchObject({ date, time, problem: null }))

  test.each([
    ['31/02/2020', 'impossible', null], ['10/13/2020', 'impossible', '2020-10-13'], ['2020-13-10', 'impossible', null], ['29/02/2023', 'impossible', null], [60, 'impossible', null],
    ['2020', 'only-year', null], [1985, 'only-year', null], ['octubre 2020', 'no-day', null], ['10/2020', 'no-day', null], ['12/10/1820', 'year-out-of-range', null],
    ['mañana', 'unreadable', null], ['944023214x', 'unreadable', null],
  ])('%j: %s', (raw, problem, alternative) => expect(readDate(raw)).toMatchObject({ date: null, problem, alternative }))

  test.each([null, '', '  ', '-', 'S/D', 'no indica'])('%j is nothing to read', (raw) => expect(readDate(raw)).toMatchObject({ date: null, problem: null }))

  test('is read with the month first where the column is so, and from 1904 where the workbook is so', () => {
    expect(readDate('10/12/2020', { order: 'mdy' }).date).toBe('2020-10-12')
    expect(readDate(0.5 + 45_784 - 1462, { date1904: true })).toMatchObject({ date: '2025-05-07', time: '12:00:00' })
  })

  test.each([
    [['12/10/2020', '13/10/2020'], 'dmy'], [['10/12/2020 08:50:00 AM', '10/13/2020 08:50'], 'mdy'], [['01/02/2020', '05/05/2020'], null], [['13/10/2020', '10/13/2020'], null], [[null, 45_000], null],
  ])('%j comes in the order %s', (samples, order) => expect(guessDateOrder(samples).order).toBe(order))
})
