import { describe, expect, test } from 'vitest'
import { dateOrder, dayInName } from '../../src/shared/domain/meetings/date-order.ts'
import { identitiesOf } from '../../src/shared/domain/meetings/guests.ts'
import { clipped, joinedIntervals } from '../../src/shared/domain/meetings/intervals.ts'
import type { Enrolled } from '../../src/shared/domain/meetings/matching.ts'
import { guestMatcher } from '../../src/shared/domain/meetings/matching.ts'
import { readDuration, readMoment, timeOfSeconds } from '../../src/shared/domain/meetings/moments.ts'
import { isMeetingSheet, readExport } from '../../src/shared/domain/meetings/read-export.ts'
import { presenceOf, sessionFromSpan, sittingOf } from '../../src/shared/domain/meetings/sittings.ts'

const said = (text: string) => {
  const moment = readMoment(text)
  const day = moment?.day ?? null
  return [day !== null && typeof day === 'object' ? `${day.first}-${day.second}-${day.year}` : day, moment?.seconds == null ? null : timeOfSeconds(moment.seconds)]
}

describe('moments', () => {
  test.each([
    ['10/12/2020 08:50:00 AM', ['10-12-2020', '08:50']],
    ['12/10/2020 2:15:00 p. m.', ['12-10-2020', '14:15']],
    ['12/10/2020 12:05 a. m.', ['12-10-2020', '00:05']],
    ['10/12/20, 8:58:12\u202fAM', ['10-12-2020', '08:58']],
    ['2020-10-12 09:58:12', ['2020-10-12', '09:58']],
    ['2020-10-12T13:50:00Z', ['2020-10-12', '08:50']],
    ['2020-10-13T03:50:00+00:00', ['2020-10-12', '22:50']],
    ['12 oct. 2020 20:15', ['2020-10-12', '20:15']],
    ['9:58 AM', [null, '09:58']],
    ['18:05', [null, '18:05']],
    ['Ana Flores', [null, null]],
    ['25:80', [null, null]],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected))

  test.each([
    ['55', 55 * 60], [55, 55 * 60], ['2h 5m 10s', 7510], ['1 hr 5 min', 3900], ['2 h 5 min', 7500], ['1 h 5 min 2 s', 3902], ['0:55:10', 3310], ['1:05', 3900], ['45 minutos', 2700], ['10s', 10], ['1.5', 90], ['Ana', null], ['', null],
  ])('%s is so many seconds', (text, expected) => expect(readDuration(text)).toBe(expected))
})

describe('the order of day and month', () => {
  const hints = { fileDay: null, sessionDays: new Set<string>(), from: null, to: null, today: '2026-11-22', neighbours: null }
  const at = (first: number, second: number, year = 2020) => ({ first, second, year })

  test('is proven by a figure that is no month', () => {
    expect(dateOrder([at(3, 4), at(21, 10)], hints)).toEqual({ order: 'dmy', why: 'impossible' })
    expect(dateOrder([at(10, 13)], hints)).toEqual({ order: 'mdy', why: 'impossible' })
    expect(dateOrder([at(5, 5)], hints)).toEqual({ order: 'dmy', why: 'none' })
  })

  test('is told by the file, the sessions, the neighbours, the dates, or the clock, in that order; else by nobody', () => {
    const days = [at(10, 12)]
    expect(dateOrder(days, { ...hints, fileDay: '2020-10-12' })).toEqual({ order: 'mdy', why: 'fileName' })
    expect(dateOrder(days, { ...hints, sessionDays: new Set(['2020-12-10']), neighbours: 'mdy' })).toEqual({ order: 'dmy', why: 'session' })
    expect(dateOrder(days, { ...hints, sessionDays: new Set(['2020-12-10', '2020-10-12']), neighbours: 'mdy' })).toEqual({ order: 'mdy', why: 'neighbours' })
    expect(dateOrder(days, { ...hints, from: '2020-10-01', to: '2020-10-31' })).toEqual({ order: 'mdy', why: 'dates' })
    expect(dateOrder([at(10, 12, 2026)], hints)).toEqual({ order: 'mdy', why: 'future' })
    expect(dateOrder(days, hints)).toBeNull()
  })

  test('a day in a name counts only when it can be read in one way', () => {
    expect(['zoom_2020-10-12.csv', 'participants_20201012.csv', 'asistencia 21-10-2020.xlsx', 'asistencia 10-12-2020.csv', 'lista.csv'].map(dayInName)).toEqual(['2020-10-12', '2020-10-12', '2020-10-21', null, null])
  })
})

describe('time', () => {
  test('overlaps count once, and only what lies inside', () => {
    const intervals = [{ from: 50, to: 90 }, { from: 0, to: 60 }, { from: 100, to: 130 }, { from: 5, to: 5 }]
    expect(joinedIntervals(intervals)).toEqual([{ from: 0, to: 90 }, { from: 100, to: 130 }])
    expect(clipped(intervals, { from: 80, to: 110 })).toEqual([{ from: 80, to: 90 }, { from: 100, to: 110 }])
  })

  const session = { day: '2020-10-12', startsAt: '09:00', endsAt: '12:00', plannedMinutes: 150 }
  const stay = (from: string, to: string, seconds: number | null = null) => {
    const read = readExport({ firstRow: 1, rows: [['Name', 'Join Time', 'Leave Time', 'Duration'], ['Ana', `2020-10-12 ${from}`, `2020-10-12 ${to}`, seconds === null ? null : seconds / 60]] })
    return read === null ? [] : sittingOf(read, 'dmy', null).stays
  }

  test.each([
    ['08:50', '12:10', { minutes: 200, counted: 150, status: 'present' }],
    ['09:45', '12:00', { minutes: 135, counted: 135, status: 'present' }],
    ['09:46', '12:00', { minutes: 134, counted: 134, status: 'late' }],
    ['09:00', '11:00', { minutes: 120, counted: 120, status: 'leftEarly' }],
    ['07:00', '08:59', { minutes: 119, counted: 0, status: 'absent' }],
  ])('from %s to %s', (from, to, expected) => expect(presenceOf(stay(from, to), session, 15)).toEqual(expected))

  test('a total that the export tells beside the first join and the last leave wins', () => {
    expect(presenceOf(stay('09:00', '12:00', 3600), session, 15)).toEqual({ minutes: 61, counted: 61, status: 'leftEarly' })
  })

  test('a session made from a meeting goes to the nearest half hour and plans what its like plan', () => {
    const span = { from: Date.UTC(2020, 9, 12, 8, 50) / 1000, to: Date.UTC(2020, 9, 12, 12, 10) / 1000 }
    expect(sessionFromSpan(span, [])).toEqual({ day: '2020-10-12', startsAt: '09:00', endsAt: '12:00', plannedMinutes: 180 })
    expect(sessionFromSpan(span, [{ day: '2020-10-09', startsAt: '14:00', endsAt: '17:00', plannedMinutes: 160 }])?.plannedMinutes).toBe(160)
    expect(sessionFromSpan({ from: span.from, to: span.from + 600 }, [])).toMatchObject({ startsAt: '08:50', endsAt: '09:00', plannedMinutes: 10 })
  })
})

describe('who a guest is', () => {
  const person = (firstSurname: string, secondSurname: string | null, givenNames: string, email: string | null = null, documentNumber: string | null = null): Enrolled => ({ enrolmentId: `${firstSurname} ${givenNames}`, personId: `${firstSurname} ${givenNames}`, firstSurname, secondSurname, givenNames, email, documentNumber })
  const people = [
    person('LA TORRE', 'SÁNCHEZ', 'Segundo', 'segundo.latorre@example.pe', '33916457'),
    person('SÁNCHEZ', 'CHUGNAS', 'Segundo'),
    person('GÜERE', 'SAN MARTÍN', 'María de los Ángeles'),
    person('ÑAUPARI', 'SAAVEDRA', 'Sofía'),
    person('QUISPE', 'MAMANI', 'María', 'oficina@example.pe'),
    person('QUISPE', 'HUAMÁN', 'María Elena', 'oficina@example.pe'),
    person('ROMERO', 'TUESTA', 'Gladys'),
    person('ROJAS', 'DÍAZ', 'Luis'),
    person('ROJAS', 'DÍAZ', 'Luis '),
  ]
  const matcher = guestMatcher(people)
  const asked = (name: string, email: string | null = null) => {
    const { best, others } = matcher({ key: name, names: [name], email })
    return best === null ? null : [best.person.firstSurname, best.confidence, best.reason, others.length]
  }

  test.each([
    ['Segundo La Torre', ['LA TORRE', 'likely', 'shortened', 0]],
    ['SANCHEZ SEGUNDO', ['SÁNCHEZ', 'likely', 'shortened', 1]],
    ['Segundo La Torre Sánchez', ['LA TORRE', 'sure', 'sameName', 1]],
    ['la torre sanchez, segundo', ['LA TORRE', 'sure', 'otherOrder', 1]],
    ['María Güere San Martín', ['GÜERE', 'likely', 'bothSurnames', 0]],
    ['NAUPARI SOFIA', ['ÑAUPARI', 'likely', 'shortened', 0]],
    ['Sofia Ñaupari - SERVIR', ['ÑAUPARI', 'likely', 'shortened', 0]],
    ['01. Sofía Ñaupari', ['ÑAUPARI', 'likely', 'shortened', 0]],
    ['Sofi (Sofía Ñaupari Saavedra)', ['ÑAUPARI', 'sure', 'sameName', 0]],
    ['33916457 Segundo', ['LA TORRE', 'sure', 'document', 0]],
    ['Gladis Romero Tuesta', ['ROMERO', 'likely', 'oneLetter', 0]],
    ['Gladys Tuesta', ['ROMERO', 'doubt', 'secondSurname', 0]],
    ['Gladys Romero MML Lima', ['ROMERO', 'doubt', 'moreWords', 0]],
    ['María Quispe', ['QUISPE', 'doubt', 'ambiguous', 2]],
    ['Luis Rojas Díaz', ['ROJAS', 'doubt', 'namesakes', 2]],
    ['iPhone de María Güere', ['GÜERE', 'doubt', 'device', 0]],
  ])('%s', (name, expected) => expect(asked(name)).toEqual(expected))

  test.each(['iPhone de María', 'Galaxy A10', 'María', 'DESKTOP-7H2K', 'Usuario de Zoom', 'Pedro Infante', ''])('nobody is taken for %s', (name) => expect(asked(name)).toBeNull())

  test('an e-mail decides, unless the name is another person’s or several share it', () => {
    expect(asked('Chato', 'segundo.latorre@example.pe')).toEqual(['LA TORRE', 'sure', 'email', 0])
    expect(asked('Sofía Ñaupari Saavedra', 'segundo.latorre@example.pe')).toEqual(['ÑAUPARI', 'doubt', 'emailOtherName', 2])
    expect(asked('María Quispe Mamani', 'oficina@example.pe')).toEqual(['QUISPE', 'sure', 'sameName', 0])
    expect(asked('Mesa de partes', 'oficina@example.pe')).toEqual(['QUISPE', 'doubt', 'sharedEmail', 2])
  })

  test('the joins of one person meet by e-mail or by name, and a name that two e-mails have stays apart', () => {
    const { keys } = identitiesOf([
      { name: 'Ana Flores', email: null }, { name: 'FLORES ANA', email: 'ana@example.pe' }, { name: 'Anita', email: 'ana@example.pe' },
      { name: 'Luis Rojas', email: 'a@example.pe' }, { name: 'Luis Rojas', email: 'b@example.pe' }, { name: 'Luis Rojas', email: null },
    ])
    expect(keys).toEqual(['correo:ana@example.pe', 'correo:ana@example.pe', 'correo:ana@example.pe', 'correo:a@example.pe', 'correo:b@example.pe', 'nombre:luis rojas'])
  })
})

describe('what is an export', () => {
  test('the newer shape of Zoom, without the time in the waiting room', () => {
    const read = readExport({
      firstRow: 1,
      rows: [
        ['Topic', 'ID', 'Host', 'Duration (minutes)', 'Start time', 'End time', 'Participants'], ['Módulo 1', '987', 'Rosa', 190, '10/13/2020 08:55:00 AM', '10/13/2020 12:05:00 PM', 3], [],
        ['Name (original name)', 'Email', 'Join time', 'Leave time', 'Duration (minutes)', 'Guest', 'Recording disclaimer response', 'In waiting room'],
        ['Ana Flores', '', '10/13/2020 08:50:00 AM', '10/13/2020 09:00:00 AM', 10, 'Yes', '', 'Yes'], ['Ana Flores', '', '10/13/2020 09:00:00 AM', '10/13/2020 12:00:00 PM', 180, 'Yes', 'OK', 'No'],
      ],
    })
    expect(read).toMatchObject({ platform: 'zoom', topic: 'Módulo 1', joins: [{ row: 6, name: 'Ana Flores', seconds: 10_800 }] })
  })

  test.each([
    ['Nombre', 'Apellido', 'Correo electrónico', 'Duración', 'Hora en que se unió', 'Hora en que salió'],
    ['First name', 'Last name', 'Email', 'Duration', 'Time joined', 'Time exited'],
    ['Time exited', 'Duration', 'Time joined', 'Email', 'Last name', 'First name'],
  ])('Meet by its labels: %s, %s, %s…', (...labels) => {
    const values: Readonly<Record<string, string>> = { nombre: 'Ana', 'first name': 'Ana', apellido: 'Flores', 'last name': 'Flores', duration: '1 hr 5 min', duración: '1 h 5 min', 'time joined': '9:00 AM', 'hora en que se unió': '9:00 a.m.', 'time exited': '10:05 AM', 'hora en que salió': '10:05 a.m.' }
    const read = readExport({ firstRow: 1, rows: [labels, labels.map((label) => values[label.toLowerCase()] ?? null)] })
    expect(read).toMatchObject({ platform: 'meet', joins: [{ name: 'Ana Flores', seconds: 3900, join: { day: null, seconds: 32_400 }, leave: { day: null, seconds: 36_300 } }] })
  })

  test('a roster with the day of entry into the post is none, a list of joins is', () => {
    expect(isMeetingSheet({ firstRow: 1, rows: [['DNI', 'Apellidos y nombres', 'Correo', 'Ingreso'], ['1', 'Ana', 'a@b.pe', '01/02/2020']] })).toBe(false)
    expect(isMeetingSheet({ firstRow: 1, rows: [['Nombre (nombre original)', 'Hora de salida', 'Hora de ingreso']] })).toBe(true)
    expect(readExport({ firstRow: 1, rows: [['DNI', 'Apellidos', 'Nombres'], ['1', 'FLORES', 'Ana']] })).toBeNull()
  })
})
