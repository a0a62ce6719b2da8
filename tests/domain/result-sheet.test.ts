import { describe, expect, test } from 'vitest'
import { looksLikeMarks, presenceStyle, readCheck, readMark, readPresence } from '../../src/shared/domain/result-sheet/cells.ts'
import { dayInLabel, itemOf, subjectOf } from '../../src/shared/domain/result-sheet/columns.ts'
import { proposedSessions } from '../../src/shared/domain/result-sheet/days.ts'
import type { Enrolled } from '../../src/shared/domain/meetings/matching.ts'
import { matchRows } from '../../src/shared/domain/result-sheet/people.ts'

const letters = [['present', 'P'], ['late', 'T'], ['leftEarly', 'S'], ['excused', 'J'], ['absent', 'F'], ['own', 'C']].map(([key = '', letter = '']) => ({ key, letter }))

describe('presence', () => {
  test.each([
    ['SI', 'present'], ['Sí', 'present'], ['x', 'present'], ['✓', 'present'], ['✔', 'present'], [1, 'present'], ['1', 'present'], [true, 'present'], ['asistió', 'present'], ['P', 'present'],
    ['NO', 'absent'], [0, 'absent'], ['F', 'absent'], ['faltó', 'absent'], [false, 'absent'], ['✗', 'absent'], ['No asistió', 'absent'],
    ['Tardanza', 'late'], ['J', 'excused'], ['permiso', 'excused'], ['C', 'own'],
  ])('%s in words is %s', (cell, status) => expect(readPresence(cell, 'words', letters)).toEqual({ kind: 'status', status }))

  test.each([[null, 'blank'], ['', 'blank'], ['-', 'blank'], ['quizás', 'unreadable'], ['@', 'unreadable']])('%s tells no status', (cell, kind) => expect(readPresence(cell, 'words', letters).kind).toBe(kind))

  test('S is yes beside no, and left early beside the office’s letters', () => {
    const column = (cells: readonly string[]) => cells.map((cell) => readPresence(cell, presenceStyle(cells, letters) ?? 'words', letters))
    expect(column(['S', 'N', 'S'])[0]).toEqual({ kind: 'status', status: 'present' })
    expect(column(['P', 'S', 'F', 'T'])[1]).toEqual({ kind: 'status', status: 'leftEarly' })
    expect(column(['S', 'x'])[0]).toEqual({ kind: 'status', status: 'present' })
  })

  test('minutes are told by figures that are no yes or no', () => {
    expect(presenceStyle([180, 90, null, 0], letters)).toBe('minutes')
    expect(presenceStyle([1, 0, 1], letters)).toBe('words')
    expect(presenceStyle([14, 15, 11], letters)).toBeNull()
    expect(readPresence('3 h', 'minutes', letters)).toEqual({ kind: 'minutes', minutes: 180 })
    expect(readPresence('90 min', 'words', letters)).toEqual({ kind: 'minutes', minutes: 90 })
  })
})

describe('marks and requirements', () => {
  test.each([['14', 14], ['14,5', 14.5], [12.25, 12.25], ['15/20', 15], ['16 puntos', 16], ['NP', 'NP'], ['N.S.P.', 'NP'], ['no se presentó', 'NP']])('%s is %s', (cell, value) => expect(readMark(cell)).toEqual({ kind: 'mark', value }))
  test.each([['quince', 'unreadable'], ['14 15', 'unreadable'], ['-3', 'unreadable'], ['', 'blank'], ['—', 'blank']])('%s is no mark', (cell, kind) => expect(readMark(cell).kind).toBe(kind))
  test('a column of marks is one that is more than yes and no', () => {
    expect([looksLikeMarks([14, '15,5', 'NP']), looksLikeMarks([1, 0, 1]), looksLikeMarks([180, 170]), looksLikeMarks(['Ana', 'Luis'])]).toEqual([true, false, false, false])
    expect(itemOf('Examen parcial', [65, 80, 12])).toEqual({ name: 'Examen parcial', kind: 'exam', weight: 1, scaleMin: 0, scaleMax: 100 })
    expect(['Prueba de entrada', 'Post test', 'Trabajo', 'Nota'].map((label) => [itemOf(label, [12]).kind, itemOf(label, [12]).weight])).toEqual([['entry', 0], ['exit', 0], ['work', 1], ['work', 1]])
  })
  test('yes and no', () => {
    expect(['Entregó', 'no cumplió', 'X', 'tal vez', null].map((cell) => readCheck(cell))).toEqual([{ kind: 'check', met: true }, { kind: 'check', met: false }, { kind: 'check', met: true }, { kind: 'unreadable' }, { kind: 'blank' }])
  })
})

describe('the sessions that columns make', () => {
  test('are called after their labels', () => {
    expect(['Asistió S1', 's03', 'Sesión N° 2', 'Asistencia a Ética pública', 'Taller de redacción'].map(subjectOf)).toEqual(['Sesión 1', 'Sesión 3', 'Sesión 2', 'Ética pública', 'Taller de redacción'])
  })
  test.each([['Sesión del 03/04/2026', ['2026-04-03', '2026-03-04']], ['2026-03-04', ['2026-03-04']], ['Asistencia 12/10', ['10-12']], ['Sesión 12 de octubre de 2026', ['2026-10-12']], ['12-oct', ['10-12']], ['Sesión 31/02/2026', null], ['Sesión 1', null]])('%s says %s', (label, days) => expect(dayInLabel(label)).toEqual(days))

  const hints = { from: '2026-03-05', to: null, today: '2026-11-22', courseMinutes: null, standing: [] }
  const days = (labels: readonly string[], more: Partial<typeof hints> = {}) => proposedSessions(labels.map((label, column) => ({ column, label })), { ...hints, ...more }).map((one) => one.day)

  test('fall on the day that they say, else on working days from the group’s first on', () => {
    // 5 March 2026 is a Thursday.
    expect(days(['S1', 'S2', 'S3'])).toEqual(['2026-03-05', '2026-03-06', '2026-03-09'])
    expect(days(['06/03/2026', 'S2', 'S3'])).toEqual(['2026-03-06', '2026-03-05', '2026-03-09'])
    expect(days(['S1', 'S2', 'S3'], { to: '2026-03-07' } as never)).toEqual(['2026-03-05', '2026-03-06', '2026-03-07'])
    expect(days(['04/03/2026'])).toEqual(['2026-03-04'])
  })

  test('take the times of the others, or their share of the course', () => {
    const standing = [{ day: '2026-03-05', startsAt: '18:00', endsAt: '21:00', plannedMinutes: 160 }]
    expect(proposedSessions([{ column: 0, label: 'S2' }], { ...hints, standing })).toEqual([{ column: 0, day: '2026-03-06', startsAt: '18:00', endsAt: '21:00', plannedMinutes: 160 }])
    expect(proposedSessions([{ column: 0, label: 'S1' }, { column: 1, label: 'S2' }], { ...hints, courseMinutes: 480 })[0]).toMatchObject({ startsAt: '09:00', endsAt: '13:00', plannedMinutes: 240 })
  })
})

test('rows meet people by document first, and what is decided comes before all', () => {
  const person = (id: string, firstSurname: string, givenNames: string, documentNumber: string | null): Enrolled => ({ enrolmentId: id, personId: id, firstSurname, secondSurname: null, givenNames, documentNumber, email: null })
  const people = [person('a', 'FLORES', 'Ana', '01234567'), person('b', 'ROJAS', 'Luis', '45678901')]
  const row = (at: number, name: string, document: string | number | null) => ({ row: at, written: name, name, document, email: null })
  const seen = (rows: Parameters<typeof matchRows>[0], decided: [number, string | null][] = []) => matchRows(rows, people, new Map(decided)).map((one) => (one.kind === 'matched' ? one.person.enrolmentId : one.why))
  expect(seen([row(2, 'FLORES, ANA', 1234567), row(3, 'Luis Rojas', 'DNI 45678901')])).toEqual(['a', 'b'])
  expect(seen([row(2, 'Luis Rojas', 1234567), row(3, 'Luis Rojas', '99999999'), row(4, '', null)])).toEqual(['otherName', 'otherDocument', 'nothing'])
  expect(seen([row(2, 'Ana Flores', null), row(3, 'Ana Flores', null)])).toEqual(['a', 'twice'])
  expect(seen([row(2, 'Ana Flores', null), row(3, 'Nadie', null)], [[3, 'a']])).toEqual(['twice', 'a'])
  expect(seen([row(2, 'Ana Flores', null)], [[2, null]])).toEqual(['setAside'])
})
