import { describe, expect, it } from 'vitest'
import { minutesOfDay, overlap, repeatedDays, timeOfMinutes } from '../../src/shared/domain/session-days.ts'

describe('repeated days', () => {
  it('fall on the weekdays asked, so many in all', () => {
    // 12 October 2026 is a Monday.
    expect(repeatedDays('2026-10-12', { weekdays: [1, 3], count: 5 })).toEqual(['2026-10-12', '2026-10-14', '2026-10-19', '2026-10-21', '2026-10-26'])
  })
  it('leave the first day out when it is another weekday', () => {
    expect(repeatedDays('2026-10-12', { weekdays: [6], count: 2 })).toEqual(['2026-10-17', '2026-10-24'])
  })
  it('without weekdays repeat the first day’s own, up to and with the last day', () => {
    expect(repeatedDays('2026-10-12', { weekdays: [], until: '2026-11-02' })).toEqual(['2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02'])
  })
  it('stop at the nearer of two limits', () => {
    expect(repeatedDays('2026-10-12', { weekdays: [1], count: 9, until: '2026-10-20' })).toEqual(['2026-10-12', '2026-10-19'])
  })
  it('cross a year and a leap day', () => {
    expect(repeatedDays('2027-12-31', { weekdays: [5], count: 2 })).toEqual(['2027-12-31', '2028-01-07'])
    expect(repeatedDays('2028-02-28', { weekdays: [1, 2], count: 2 })).toEqual(['2028-02-28', '2028-02-29'])
  })
  it('are at most 200, and none before the last day allowed', () => {
    expect(repeatedDays('2026-01-01', { weekdays: [1, 2, 3, 4, 5, 6, 7], until: '2030-01-01' })).toHaveLength(200)
    expect(repeatedDays('2026-10-12', { weekdays: [1], until: '2026-10-11' })).toEqual([])
    expect(repeatedDays('2026-10-12', { weekdays: [] })).toEqual(['2026-10-12'])
  })
})

describe('times of a day', () => {
  it('go to minutes and back', () => {
    for (const time of ['00:00', '09:05', '12:30', '23:59']) expect(timeOfMinutes(minutesOfDay(time))).toBe(time)
  })
  it('overlap only with a minute in common, on one day', () => {
    const morning = { day: '2026-10-12', startsAt: '09:00', endsAt: '12:00' }
    expect(overlap(morning, { ...morning, startsAt: '12:00', endsAt: '13:00' })).toBe(false)
    expect(overlap(morning, { ...morning, startsAt: '11:59', endsAt: '13:00' })).toBe(true)
    expect(overlap(morning, { ...morning, day: '2026-10-13' })).toBe(false)
  })
})
