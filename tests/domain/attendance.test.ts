import { describe, expect, it } from 'vitest'
import { attendanceCell, countedMinutes, readAttendanceCell, statusesInForce, usualStatuses } from '../../src/shared/domain/attendance.ts'

const status = (share: number, exempts = false) => ({ share, exempts })

describe('minutes that count', () => {
  it.each([
    ['present: all', { status: 'present', minutes: null }, status(100), 180, 180],
    ['half of an odd number goes up', { status: 'leftEarly', minutes: null }, status(50), 45, 23],
    ['a third part is rounded', { status: 'x', minutes: null }, status(33), 100, 33],
    ['absent: none', { status: 'absent', minutes: null }, status(0), 180, 0],
    ['written minutes win over the share', { status: 'absent', minutes: 30 }, status(0), 180, 30],
    ['written zero wins too', { status: 'present', minutes: 0 }, status(100), 180, 0],
    ['what asks nothing counts nothing', { status: 'licence', minutes: 90 }, status(100, true), 180, 0],
  ] as const)('%s', (_, mark, counts, planned, minutes) => {
    expect(countedMinutes(mark, counts, planned)).toBe(minutes)
  })
})

describe('statuses in force', () => {
  it('are the five until the office says otherwise', () => {
    expect(statusesInForce([])).toEqual(usualStatuses)
  })

  it('are the five as changed, in their place, and the own ones behind', () => {
    const kept = [
      { id: 'own', code: null, name: 'Comisión', letter: 'C', share: 0, exempts: 1 as const },
      { id: 'row', code: 'late' as const, name: 'Tarde', letter: 'A', share: 0, exempts: 0 as const },
    ]
    expect(statusesInForce(kept).map(({ key, name, letter, share, exempts }) => [key, name, letter, share, exempts])).toEqual([
      ['present', null, 'P', 100, false],
      ['late', 'Tarde', 'A', 0, false],
      ['leftEarly', null, 'S', 50, false],
      ['excused', null, 'J', 0, false],
      ['absent', null, 'F', 0, false],
      ['own', 'Comisión', 'C', 0, true],
    ])
  })
})

describe('a cell of the grid', () => {
  it.each([
    ['', null],
    ['present', { status: 'present', minutes: null }],
    ['late:150', { status: 'late', minutes: 150 }],
    ['absent:0', { status: 'absent', minutes: 0 }],
  ] as const)('%j goes out and comes back', (cell, mark) => {
    expect(readAttendanceCell(cell)).toEqual(mark)
    expect(attendanceCell(mark)).toBe(cell)
  })
})
