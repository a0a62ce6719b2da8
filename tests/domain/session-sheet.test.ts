import { describe, expect, it } from 'vitest'
import type { RosterRow } from '../../src/shared/domain/roster/cells.ts'
import type { SheetOptions } from '../../src/shared/domain/session-sheet.ts'
import { readSessionSheet } from '../../src/shared/domain/session-sheet.ts'
import { readLength, readSessionDay, readTimes } from '../../src/shared/domain/session-times.ts'

const options: SheetOptions = { year: 2026, minutesPerHour: 45, startsOn: '2026-10-01', endsOn: '2026-12-31', date1904: false }

/** Each row as one line: day, times, minutes, subject; or its problems. */
function lines(rows: readonly RosterRow[], given: Partial<SheetOptions> = {}): string[] {
  const read = readSessionSheet(rows, { ...options, ...given })
  return (read?.rows ?? []).map(({ fields, problems }) => (fields === null ? problems.map(({ cause }) => cause).join(' ') : `${fields.day} ${fields.startsAt}-${fields.endsAt} ${fields.plannedMinutes} ${fields.subject}`))
}

describe('times as sheets write them', () => {
  it.each([
    ['9:00-12:00', '09:00', '12:00'],
    ['09h00 – 16h30', '09:00', '16:30'],
    ['de 9:00 a. m. a 1:00 p. m.', '09:00', '13:00'],
    ['9.30 a 11.45', '09:30', '11:45'],
    ['9 a 12', '09:00', '12:00'],
    ['3 a 5 pm', '15:00', '17:00'],
    ['8 a 10 p.m.', '20:00', '22:00'],
    ['9:00 a 1:00', '09:00', '13:00'],
    ['11:00 am - 12:00 m', '11:00', '12:00'],
    ['14:00 hrs a 18:00 hrs', '14:00', '18:00'],
    ['19:00:00 - 21:00:00', '19:00', '21:00'],
    ['12:30 a. m. - 02:00 a. m.', '00:30', '02:00'],
    ['9:00', '09:00', null],
    ['2:15 p. m.', '14:15', null],
    ['09:00:00', '09:00', null],
    [0.375, '09:00', null],
    ['12/10/2026 09:00', '09:00', null],
  ])('%s', (cell, startsAt, endsAt) => {
    expect(readTimes(cell)).toMatchObject({ startsAt, endsAt })
  })
  it.each(['por confirmar', '25:00', '', '9-10-11', '12/10/2026'])('%j is none', (cell) => {
    expect(readTimes(cell)).toBeNull()
  })
})

describe('lengths as sheets write them', () => {
  it.each([
    [180, 'minutes', 'minutes', 180],
    ['180 min', null, 'minutes', 180],
    ['3 h', null, 'hours', 3],
    ['2 h 30 min', null, 'minutes', 150],
    ['3:00', null, 'minutes', 180],
    ['1,5 horas', null, 'hours', 1.5],
    [4, null, 'hours', 4],
    [90, null, 'minutes', 90],
    ['4 horas académicas', null, 'hours', 4],
    [0.125, null, 'minutes', 180],
  ] as const)('%s (%s)', (cell, unit, said, value) => {
    expect(readLength(cell, unit)).toEqual({ unit: said, value })
  })
  it.each(['media jornada', 'tres', ''])('%j is none', (cell) => {
    expect(readLength(cell, null)).toBeNull()
  })
})

describe('days as programmes write them', () => {
  it.each([
    ['lunes 12/10/2026', '2026-10-12', false],
    ['12 de octubre', '2026-10-12', true],
    ['Lun. 12/10', '2026-10-12', true],
    ['12-oct', '2026-10-12', true],
    ['octubre 12', '2026-10-12', true],
    ['31/02/2026', null, false],
    ['31/02', null, true],
    ['todos los lunes', null, false],
  ])('%s', (cell, day, guess) => {
    expect(readSessionDay(cell, 2026, {})).toMatchObject({ day, guess })
  })
})

describe('a programme of sessions', () => {
  it('is read with its columns in any order, in Spanish', () => {
    const read = readSessionSheet(
      [
        ['PROGRAMA DEL CURSO'],
        [],
        ['N.º', 'Tema', 'Ponente(s)', 'Fecha', 'Hora de inicio', 'Hora de término', 'Duración (minutos)', 'Módulo', 'Lugar', 'Enlace', 'Modalidad', 'Obligatoria'],
        [1, 'Presupuesto', 'Dra. Rosa Quispe Mamani; Luis Rojas Díaz', '12/10/2026', '9:00', '12:00', 160, 'I', 'Auditorio', 'https://zoom.us/j/1', 'Semi presencial', 'Sí'],
      ],
      options,
    )
    expect(read?.columns.map((one) => one.field)).toEqual(['subject', 'speakers', 'day', 'startsAt', 'endsAt', 'minutes', 'module', 'place', 'link', 'modality', 'required'])
    expect(read?.rows).toEqual([
      {
        index: 3,
        fields: { day: '2026-10-12', startsAt: '09:00', endsAt: '12:00', plannedMinutes: 160, subject: 'Presupuesto', module: 'I', place: 'Auditorio', link: 'https://zoom.us/j/1', modality: 'semipresencial', isRequired: 1 },
        speakers: [
          { written: 'Dra. Rosa Quispe Mamani', role: 'speaker' },
          { written: 'Luis Rojas Díaz', role: 'speaker' },
        ],
        problems: [],
        warnings: [],
      },
    ])
  })

  it('is read in English, with a day and a time in one cell', () => {
    expect(lines([['Session', 'Date', 'Start time', 'End time'], ['Budget', { date: '2026-10-12', time: null }, '09:00', '11:00']])).toEqual(['2026-10-12 09:00-11:00 120 Budget'])
    expect(lines([['Fecha y hora', 'Tema', 'Duración'], [{ date: '2026-10-12', time: '15:30:00' }, 'Cierre', '2 h']])).toEqual(['2026-10-12 15:30-17:30 120 Cierre'])
  })

  it('tells hours of the clock from hours of length by what stands below', () => {
    expect(lines([['Fecha', 'Horas', 'Tema'], ['12/10/2026', '9:00-12:00', 'A']])).toEqual(['2026-10-12 09:00-12:00 180 A'])
    expect(lines([['Fecha', 'Hora', 'Horas', 'Tema'], ['12/10/2026', '9:00-12:00', 3, 'A'], ['13/10/2026', '9:00-12:00', 4, 'B']])).toEqual(['2026-10-12 09:00-12:00 180 A', '2026-10-13 09:00-12:00 180 B'])
    expect(lines([['Fecha', 'Hora', 'Horas académicas', 'Tema'], ['12/10/2026', '9:00-12:00', 3, 'A']])).toEqual(['2026-10-12 09:00-12:00 135 A'])
  })

  it('takes the day from above, the module from headings, and leaves totals and labels again out', () => {
    const read = readSessionSheet(
      [
        ['Fecha', 'Horario', 'Tema'],
        ['MÓDULO I: Estado'],
        ['12/10/2026', '9:00-10:00', 'A'],
        [null, '10:00-11:00', 'B'],
        ['"', '11:00-12:00', 'C'],
        ['Fecha', 'Horario', 'Tema'],
        ['MÓDULO II: Gestión'],
        ['13/10/2026', '9:00-10:00', 'D'],
        ['TOTAL', null, '4 horas'],
      ],
      options,
    )
    expect(read?.rows.map(({ fields, warnings }) => [fields?.day, fields?.subject, fields?.module, warnings.map((one) => one.cause).join()])).toEqual([
      ['2026-10-12', 'A', 'MÓDULO I: Estado', ''],
      ['2026-10-12', 'B', 'MÓDULO I: Estado', 'dayAbove'],
      ['2026-10-12', 'C', 'MÓDULO I: Estado', 'dayAbove'],
      ['2026-10-13', 'D', 'MÓDULO II: Gestión', ''],
    ])
  })

  it('says of each row what keeps it out', () => {
    const head = ['Fecha', 'Inicio', 'Fin', 'Minutos', 'Tema']
    expect(
      lines([
        head,
        ['31/02/2026', '9:00', '10:00', null, 'A'],
        ['12/10/2026', null, '10:00', null, 'B'],
        ['12/10/2026', 'temprano', '10:00', null, 'C'],
        ['12/10/2026', '9:00', null, null, 'D'],
        ['12/10/2026', '18:00', '17:00', null, 'E'],
        ['12/10/2026', '9:00', '10:00', null, null],
        ['12/10/2026', '9:00', '10:00', 61, 'F'],
        ['12/10/2026', '9:00', '10:00', 'mucho', 'G'],
        ['12/10/2026', '11:00', '11:15', null, 'Refrigerio'],
        ['12/10/2026', '9:00', '10:00', null, 'Ejemplo: H'],
        ['12/10/2026', '9:00', '10:00', 60, 'I'],
        ['12/10/2026', '9:00', '10:00', 60, 'I'],
        ['12/10/2026', '9:00', '10:00', 60, 'x'.repeat(301)],
      ]),
    ).toEqual(['badDay', 'noStart', 'badTime', 'noEnd', 'endsBeforeStart', 'noSubject', 'tooManyMinutes', 'badMinutes', 'isBreak', 'isExample', '2026-10-12 09:00-10:00 60 I', 'twice', 'tooLong'])
  })

  it('tells months first where a day over 12 shows it', () => {
    expect(lines([['Date', 'Time', 'Topic'], ['10/12/2026', '9:00-10:00', 'A'], ['10/13/2026', '9:00-10:00', 'B']])).toEqual(['2026-10-12 09:00-10:00 60 A', '2026-10-13 09:00-10:00 60 B'])
  })

  it('warns of days outside the group, of early hours and of what it supplied', () => {
    const read = readSessionSheet([['Fecha', 'Hora', 'Tema', 'Modalidad'], ['12/09/2026', '2:00-5:00', 'A', 'a pie'], ['13/10', '9:00-1:00', 'B', null]], options)
    expect(read?.rows.map((row) => row.warnings.map(({ cause, text }) => `${cause} ${text}`))).toEqual([
      ['outsideDates 2026-09-12', 'earlyHours 02:00', 'badModality a pie'],
      ['dayGuessed 2026-10-13', 'endGuessed 13:00'],
    ])
  })

  it('is not found where nothing names a day and a time or a subject', () => {
    expect(readSessionSheet([['Nombre', 'DNI'], ['Rosa', '41229648']], options)).toBeNull()
    expect(readSessionSheet([], options)).toBeNull()
  })

  it('never throws and keeps every promise of its rows, whatever the cells hold', () => {
    const cells = ['', null, 0, -1, 1e9, Number.MAX_SAFE_INTEGER, true, false, '"', '9:00-12:00', '99:99', 'Fecha', '12/10/2026', { date: '2026-10-12', time: '09:00:00' }, '=1+1', 'MÓDULO I', 'TOTAL', '\u0000', 'a'.repeat(5000)]
    const rows: RosterRow[] = [['Fecha', 'Inicio', 'Fin', 'Duración', 'Tema', 'Ponente', 'Obligatoria']]
    let state = 7
    const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 8
    for (let row = 0; row < 3000; row += 1) rows.push(Array.from({ length: 7 }, () => cells[next() % cells.length] ?? null))
    for (const { fields, problems } of readSessionSheet(rows, options)?.rows ?? []) {
      expect(fields === null).toBe(problems.length > 0)
      if (fields === null) continue
      expect(fields.endsAt > fields.startsAt && fields.plannedMinutes >= 1 && fields.subject.length <= 300 && /^([01]\d|2[0-3]):[0-5]\d$/.test(fields.endsAt)).toBe(true)
    }
  })
})
