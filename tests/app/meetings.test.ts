import { describe, expect, test } from 'vitest'
import { dropBytes } from '../support/dropped-files.ts'
import { dropBook } from './imports-support.ts'
import { aGroup, cellsOf, logodi, utf16 } from './meetings-support.ts'

const people = [['FLORES', 'MONTENEGRO', 'Ana María', 'ana.flores@example.pe'], ['CULQUI', null, 'Óscar'], ['QUISPE', 'VILCA', 'Jesús']] as const
/** Three days of training after which nothing is ambiguous but by the dates. */
const october = { startsOn: '2020-10-01', endsOn: '2020-10-31' } as const

const guests = (meeting: { guests: readonly { names: readonly string[]; joins: number; minutes: number; counted: number; status: string; match: { name: string; confidence: string } | null }[] } | undefined) =>
  meeting?.guests.map((one) => [one.names[0], one.joins, one.minutes, one.counted, one.status, one.match?.name ?? null, one.match?.confidence ?? null])

describe('exports in other shapes', () => {
  test('Zoom in Spanish, day first, columns in another order', async () => {
    const { app, api, cohortId } = await aGroup(people, october)
    const file = await dropBytes(app, 'participantes.csv', '\ufeffTema;ID de reunión;Hora de inicio;Hora de finalización;Duración (minutos);Participantes\r\nMódulo 1;987 654;12/10/2020 08:55:00 a. m.;12/10/2020 12:05:00 p. m.;190;3\r\n\r\nHora de salida;Duración (minutos);Nombre (nombre original);Hora de unión;Correo electrónico;Invitado\r\n12/10/2020 10:00:00 a. m.;60;Ana Flores (Anita);12/10/2020 09:00:00 a. m.;;No\r\n12/10/2020 12:00:00 p. m.;90;FLORES ANA MARIA;12/10/2020 10:30:00 a. m.;ana.flores@example.pe;No\r\n12/10/2020 12:00:00 p. m.;120;Oscar Culqui;12/10/2020 10:00:00 a. m.;;No\r\n')
    const { meetings } = await api.meetings.read({ cohortId, files: [file] })
    expect(meetings[0]).toMatchObject({ platform: 'zoom', topic: 'Módulo 1', day: '2020-10-12', startsAt: '08:55', endsAt: '12:05', makesNew: true, problem: null, missing: ['QUISPE VILCA, Jesús'] })
    expect(meetings[0]?.notes).toEqual([expect.stringMatching(/día\/mes\/año, porque así cae dentro de las fechas del grupo/)])
    expect(guests(meetings[0])).toEqual([
      ['Ana Flores (Anita)', 2, 150, 150, 'leftEarly', 'FLORES MONTENEGRO, Ana María', 'likely'],
      ['Oscar Culqui', 1, 120, 120, 'late', 'CULQUI, Óscar', 'sure'],
    ])
  })

  test('a meeting past midnight says how many minutes are left out, and a session of the next day counts them', async () => {
    const { app, api, cohortId } = await aGroup(people, october)
    const file = await dropBytes(app, 'participantes.csv', '\ufeffTema;ID de reunión;Hora de inicio;Hora de finalización;Duración (minutos);Participantes\r\nVigilia;987 654;13/10/2020 10:00:00 p. m.;14/10/2020 01:00:00 a. m.;180;1\r\n\r\nNombre (nombre original);Correo electrónico;Hora de unión;Hora de salida;Duración (minutos);Invitado\r\nOscar Culqui;;13/10/2020 10:00:00 p. m.;14/10/2020 01:00:00 a. m.;180;No\r\n')
    const first = (await api.meetings.read({ cohortId, files: [file] })).meetings[0]
    const note = 'La reunión pasó de la medianoche y una sesión termina en su día: quedan fuera 61 minutos desde las 23:59. Para contarlos, cree otra sesión el 14/10/2020 desde las 00:00 e importe de nuevo este archivo eligiendo esa sesión.'
    expect(first?.notes).toContain(note)
    expect(guests(first)?.map((one) => one.slice(2, 4))).toEqual([[180, 119]])
    await api.meetings.write({ cohortId, files: [file] })
    expect((await api.meetings.read({ cohortId, files: [file] })).meetings[0]?.notes).toContain(note)
    const { id } = await api.sessions.create({ cohortId, fields: { day: '2020-10-14', startsAt: '00:00', endsAt: '01:00', plannedMinutes: 60, subject: 'Vigilia', module: null, place: null, link: null, modality: null, isRequired: 0 } })
    const rest = { cohortId, files: [file], decisions: { sessions: [{ file: 0, session: id }] } }
    const second = (await api.meetings.read(rest)).meetings[0]
    expect(second?.notes).not.toContainEqual(expect.stringMatching(/medianoche/))
    expect(guests(second)?.map((one) => one.slice(2, 4))).toEqual([[180, 60]])
    await api.meetings.write(rest)
    expect(await cellsOf(api, cohortId)).toMatchObject({ 'CULQUI, Óscar | 2020-10-13': 'present:119', 'CULQUI, Óscar | 2020-10-14': 'present:60' })
  })

  test('Zoom without the times of joining: the total counts, and says so', async () => {
    const { app, api, cohortId } = await aGroup(people)
    const file = await dropBytes(app, 'participants_2020-10-12.csv', 'Name (Original Name),User Email,Total Duration (Minutes),Guest\nAna Flores,,200,No\nJesús Quispe Vilca,,40,No\n')
    const first = await api.meetings.read({ cohortId, files: [file] })
    expect(first.meetings[0]?.problem).toMatch(/no dice a qué hora fue la reunión/)
    const { id } = await api.sessions.create({ cohortId, fields: { day: '2020-10-12', startsAt: '09:00', endsAt: '12:00', plannedMinutes: 170, subject: 'Módulo 1', module: null, place: null, link: null, modality: null, isRequired: 0 } })
    const { meetings } = await api.meetings.read({ cohortId, files: [file] })
    expect(meetings[0]).toMatchObject({ sessionId: id, problem: null })
    expect(guests(meetings[0])?.map((one) => one.slice(2, 5))).toEqual([[200, 170, 'present'], [40, 40, 'leftEarly']])
    expect(meetings[0]?.notes[0]).toMatch(/2 filas no dicen a qué hora/)
  })

  test('Teams in Spanish: three sections in UTF-16, of which the joins count', async () => {
    const { app, api, cohortId } = await aGroup(people)
    const text = [
      '1. Resumen', 'Título de la reunión\tGestión pública', 'Participantes que asistieron\t2', 'Hora de inicio\t13/10/20, 8:58:00', 'Hora de finalización\t13/10/20, 12:03:00', 'Duración de la reunión\t3 h 5 min', '',
      '2. Participantes', 'Nombre\tPrimera vez que se unió\tÚltima vez que salió\tDuración en la reunión\tCorreo electrónico\tId. de participante (UPN)\tRol',
      'Flores Montenegro, Ana María\t13/10/20, 8:58:10\t13/10/20, 12:00:10\t2 h 2 min\tana.flores@example.pe\tana.flores@example.pe\tModerador', 'Oscar Culqui (Invitado)\t13/10/20, 9:00:00\t13/10/20, 12:03:00\t3 h 3 min\t\t\tAsistente', '',
      '3. Actividades en la reunión', 'Nombre\tHora de unión\tHora de salida\tDuración\tCorreo electrónico\tRol',
      'Flores Montenegro, Ana María\t13/10/20, 8:58:10\t13/10/20, 10:00:10\t1 h 2 min\tana.flores@example.pe\tModerador', 'Flores Montenegro, Ana María\t13/10/20, 11:00:10\t13/10/20, 12:00:10\t1 h\tana.flores@example.pe\tModerador', 'Oscar Culqui (Invitado)\t13/10/20, 9:00:00\t13/10/20, 12:03:00\t3 h 3 min\t\tAsistente', '',
    ].join('\r\n')
    const { meetings } = await api.meetings.read({ cohortId, files: [await dropBytes(app, 'Gestión - Informe de asistencia.csv', utf16(text))] })
    expect(meetings[0]).toMatchObject({ platform: 'teams', topic: 'Gestión pública', day: '2020-10-13', startsAt: '08:58', endsAt: '12:03', problem: null })
    expect(guests(meetings[0])).toEqual([
      ['Flores Montenegro, Ana María', 2, 122, 120, 'leftEarly', 'FLORES MONTENEGRO, Ana María', 'sure'],
      ['Oscar Culqui (Invitado)', 1, 183, 180, 'present', 'CULQUI, Óscar', 'sure'],
    ])
  })

  test('Teams with participants alone, in English: the total is not longer than it says', async () => {
    const { app, api, cohortId } = await aGroup(people)
    const text = '1. Summary\nMeeting title\tModule 1\nStart time\t10/13/20, 8:58:00 AM\nEnd time\t10/13/20, 12:03:00 PM\n\n2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\nAna Flores\t10/13/20, 9:00:00 AM\t10/13/20, 12:00:00 PM\t1h 30m\tana.flores@example.pe\t\tPresenter\n'
    const { meetings } = await api.meetings.read({ cohortId, files: [await dropBytes(app, 'report.csv', utf16(text))] })
    expect(meetings[0]).toMatchObject({ platform: 'teams', day: '2020-10-13' })
    expect(guests(meetings[0])?.map((one) => one.slice(1, 5))).toEqual([[1, 91, 91, 'leftEarly']])
  })

  test('the older Teams list of who joined and left', async () => {
    const { app, api, cohortId } = await aGroup(people)
    const text = 'Nombre completo\tAcción del usuario\tMarca de tiempo\nAna Flores\tSe unió\t13/10/2020 9:00:00\nOscar Culqui\tSe unió antes\t13/10/2020 9:05:00\nAna Flores\tSalió\t13/10/2020 10:00:00\nAna Flores\tSe unió\t13/10/2020 10:10:00\nAna Flores\tSalió\t13/10/2020 12:00:00\n'
    const { meetings } = await api.meetings.read({ cohortId, files: [await dropBytes(app, 'meetingAttendanceList.csv', utf16(text))] })
    expect(meetings[0]).toMatchObject({ platform: 'teams', day: '2020-10-13', startsAt: '09:00', endsAt: '12:00' })
    expect(guests(meetings[0])?.map((one) => one.slice(0, 5))).toEqual([['Ana Flores', 2, 170, 170, 'present'], ['Oscar Culqui', 1, 175, 175, 'present']])
  })

  test('Meet in a workbook, with times alone: the day comes from the name, or from the session that is chosen', async () => {
    const { app, api, cohortId } = await aGroup(people)
    const rows = [['Nombre', 'Apellidos', 'Correo electrónico', 'Duración', 'Hora a la que se unió', 'Hora a la que salió'], ['Ana', 'Flores', 'ana.flores@example.pe', '2 h 55 min', '9:02 a. m.', '11:57 a. m.'], ['Invitado', 'Desconocido', '', '1 h 5 min', '9:00 a. m.', '10:05 a. m.']]
    const named = await dropBook(app, 'Sesión 1 (2020-10-13).xlsx', { Asistentes: rows })
    const unnamed = await dropBook(app, 'Sesión 1.xlsx', { Asistentes: rows.map((row) => [...row, row[0] === 'Nombre' ? '' : 'x']) })
    const { meetings } = await api.meetings.read({ cohortId, files: [named, unnamed] })
    expect(meetings[0]).toMatchObject({ platform: 'meet', day: '2020-10-13', startsAt: '09:00', endsAt: '11:57', problem: null, matched: 1, strangers: 1 })
    expect(meetings[1]?.problem).toMatch(/no dice de qué día es la reunión/)
    const { id } = await api.sessions.create({ cohortId, fields: { day: '2020-10-14', startsAt: '09:00', endsAt: '12:00', plannedMinutes: 180, subject: 'Módulo 1', module: null, place: null, link: null, modality: null, isRequired: 0 } })
    const chosen = await api.meetings.read({ cohortId, files: [unnamed], decisions: { sessions: [{ file: 0, session: id }] } })
    expect(chosen.meetings[0]).toMatchObject({ day: '2020-10-14', sessionId: id, problem: null })
    expect(guests(chosen.meetings[0])?.[0]?.slice(2, 5)).toEqual([175, 175, 'present'])
  })
})

test('an export that Excel opened and saved again with month and day exchanged', async () => {
  const { app, api, cohortId } = await aGroup(people)
  const at = (hour: number, minute = 0): Date => new Date(Date.UTC(2020, 11, 10, hour, minute))
  const file = await dropBook(app, 'participants_2020-10-12.xlsx', { Hoja1: [['Name (Original Name)', 'User Email', 'Join Time', 'Leave Time', 'Duration (Minutes)', 'Guest'], ['Ana Flores', '', at(9), at(11, 30), 150, 'No']] })
  const { meetings } = await api.meetings.read({ cohortId, files: [file] })
  expect(meetings[0]).toMatchObject({ day: '2020-10-12', startsAt: '09:00', endsAt: '11:30', problem: null, notes: [expect.stringMatching(/Excel había cambiado el mes por el día/)] })
  const plain = await dropBook(app, 'participantes.xlsx', { Hoja1: [['Name (Original Name)', 'User Email', 'Join Time', 'Leave Time', 'Duration (Minutes)', 'Guest'], ['Ana Flores', '', at(9), at(11, 31), 151, 'No']] })
  expect((await api.meetings.read({ cohortId, files: [plain] })).meetings[0]).toMatchObject({ day: '2020-12-10', notes: [] })
})

const zoom = (day: string, ...rows: readonly string[]): string => `Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n${rows.map((row) => row.replaceAll('#', day)).join('\n')}\n`

describe('what cannot be told', () => {
  test('a date that may be two days waits for a session to be chosen, and keeps no other file back', async () => {
    const { app, api, cohortId } = await aGroup(people)
    const unclear = await dropBytes(app, 'a.csv', zoom('10/12/2020', 'Ana Flores,,# 09:00:00 AM,# 12:00:00 PM,180,No'))
    const list = await dropBytes(app, 'b.csv', 'DNI;Apellidos y nombres\n1;FLORES, Ana\n')
    const broken = await dropBytes(app, 'c.csv', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]))
    const empty = await dropBytes(app, 'e.csv', 'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n,,,,,\n')
    const { meetings } = await api.meetings.read({ cohortId, files: [unclear, list, broken, unclear, empty] })
    expect(meetings.map((one) => one.problem)).toEqual([
      expect.stringMatching(/pueden ser del 10\/12\/2020 o del 12\/10\/2020/), expect.stringMatching(/no es el registro de asistencia/), expect.stringMatching(/«c.csv» no es una hoja de cálculo: parece un PDF/), expect.stringMatching(/mismo contenido que «a.csv»/), expect.stringMatching(/«e.csv» solo tiene una fila escrita/),
    ])
    await expect(api.meetings.write({ cohortId, files: [unclear, list] })).rejects.toThrow(/no se escribió nada\. Las fechas de «a.csv»/)
    const { id } = await api.sessions.create({ cohortId, fields: { day: '2020-12-10', startsAt: '09:00', endsAt: '12:00', plannedMinutes: 180, subject: 'Módulo 1', module: null, place: null, link: null, modality: null, isRequired: 0 } })
    expect((await api.meetings.read({ cohortId, files: [unclear] })).meetings[0]).toMatchObject({ sessionId: id, day: '2020-12-10', problem: null })
    const written = await api.meetings.write({ cohortId, files: [unclear, list, broken] })
    expect(written).toMatchObject({ sessionsMade: 0, written: 1, absent: 2 })
    expect(written.leftOut).toHaveLength(2)
    expect(app.bugs).toEqual([])
  })

  test('nobody is taken twice: a doubt stays out until a yes, and the yes is remembered for the next meeting', async () => {
    const { app, api, cohortId, enrolled } = await aGroup([['QUISPE', 'MAMANI', 'María'], ['QUISPE', 'HUAMÁN', 'María Elena'], ['ROMERO', 'TUESTA', 'Gladys']])
    const rows = ['María Quispe,,# 09:00:00 AM,# 12:00:00 PM,180,No', 'Gladis R,gladys77@example.com,# 09:00:00 AM,# 11:00:00 AM,120,No', 'iPhone de María,,# 09:00:00 AM,# 12:00:00 PM,180,Yes']
    const first = await dropBytes(app, 'a.csv', zoom('10/13/2020', ...rows))
    const read = await api.meetings.read({ cohortId, files: [first] })
    expect(read.meetings[0]).toMatchObject({ matched: 0, doubtful: 1, strangers: 2 })
    expect(read.meetings[0]?.guests[0]?.others).toHaveLength(2)
    expect(read.meetings[0]?.notes.at(-1)).toMatch(/2 personas pueden estar entre los nombres en duda/)
    const hasty = await api.meetings.write({ cohortId, files: [first] })
    expect(hasty).toMatchObject({ written: 0, absent: 1, strangers: 3 })
    expect(Object.values(await cellsOf(api, cohortId))).toEqual(['', '', 'absent'])
    await api.history.undo({ act: hasty.act })
    const people = [{ key: 'nombre:maria quispe', enrolmentId: enrolled('QUISPE María') }, { key: 'correo:gladys77@example.com', enrolmentId: enrolled('ROMERO Gladys') }]
    expect(read.meetings[0]?.guests.map((one) => one.key).slice(0, 2)).toEqual(people.map((one) => one.key))
    const written = await api.meetings.write({ cohortId, files: [first], decisions: { people } })
    expect(written).toMatchObject({ written: 2, absent: 1, strangers: 1 })
    expect(await cellsOf(api, cohortId)).toEqual({ 'QUISPE HUAMÁN, María Elena | 2020-10-13': 'absent', 'QUISPE MAMANI, María | 2020-10-13': 'present:180', 'ROMERO TUESTA, Gladys | 2020-10-13': 'leftEarly:120' })

    const second = await dropBytes(app, 'b.csv', zoom('10/14/2020', ...rows))
    const next = await api.meetings.read({ cohortId, files: [second] })
    expect(next.meetings[0]?.guests.map((one) => [one.match?.name ?? null, one.match?.confidence ?? null, one.match?.remembered ?? null])).toEqual([['QUISPE MAMANI, María', 'sure', true], ['ROMERO TUESTA, Gladys', 'sure', true], [null, null, null]])
    expect(next.meetings[0]?.guests[0]?.match?.reason).toMatch(/en una reunión anterior/)

    await api.meetings.write({ cohortId, files: [second], decisions: { people: [{ key: 'nombre:maria quispe', enrolmentId: null }] } })
    const third = await api.meetings.read({ cohortId, files: [await dropBytes(app, 'c.csv', zoom('10/15/2020', ...rows))] })
    expect(third.meetings[0]?.guests[0]?.match).toBeNull()
    expect(app.bugs).toEqual([])
  })

  test('a person who is not of the group, or a session that is not, is refused and nothing is written', async () => {
    const { app, api, cohortId } = await aGroup(people)
    const { edition } = await api.cohorts.get({ id: cohortId })
    const other = await api.cohorts.create({ editionId: edition.id, name: 'Piura', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null })
    const [somebody] = await api.enrolments.list({ cohortId })
    await api.enrolments.add({ cohortId: other.id, personIds: [somebody?.personId ?? ''], role: 'participant' })
    const [elsewhere] = await api.enrolments.list({ cohortId: other.id })
    const file = await dropBytes(app, 'a.csv', zoom('10/13/2020', 'Chato,,# 09:00:00 AM,# 12:00:00 PM,180,No'))
    const before = await app.tables()
    await expect(api.meetings.write({ cohortId, files: [file], decisions: { people: [{ key: 'nombre:chato', enrolmentId: elsewhere?.id ?? '' }] } })).rejects.toThrow(/no está inscrita en este grupo/)
    await expect(api.meetings.write({ cohortId, files: [file], decisions: { sessions: [{ file: 0, session: cohortId }] } })).rejects.toThrow(/ya no está en el grupo/)
    expect(await app.tables()).toEqual(before)
  })
})

describe('one session in several files', () => {
  const morning = (from: string, to: string): string => zoom('10/13/2020', `Ana Flores,ana.flores@example.pe,# ${from},# ${to},0,No`)

  test('minutes are joined, whether the files come together or one after the other', async () => {
    const { app, api, cohortId } = await aGroup(people)
    const a = await dropBytes(app, 'a.csv', morning('09:00:00 AM', '10:30:00 AM'))
    const b = await dropBytes(app, 'b.csv', `${morning('10:00:00 AM', '12:00:00 PM')}Óscar Culqui,,10/13/2020 09:00:00 AM,10/13/2020 12:00:00 PM,180,No\n`)
    const { meetings } = await api.meetings.read({ cohortId, files: [a, b] })
    expect(meetings.map((one) => [one.sessionLabel, one.notes.at(-1)])).toEqual([['13/10/2020, 09:00 a 12:00 · Sesión virtual', expect.stringMatching(/también en «b.csv»/)], ['13/10/2020, 09:00 a 12:00 · Sesión virtual', expect.stringMatching(/también en «a.csv»/)]])
    expect(meetings.map((one) => one.guests[0]?.minutes)).toEqual([90, 120])
    expect(meetings.map((one) => one.guests[0]?.counted)).toEqual([180, 180])

    const { id } = await api.sessions.create({ cohortId, fields: { day: '2020-10-13', startsAt: '09:00', endsAt: '12:00', plannedMinutes: 180, subject: 'Módulo 1', module: null, place: null, link: null, modality: null, isRequired: 0 } })
    await api.meetings.write({ cohortId, files: [b] })
    expect((await cellsOf(api, cohortId))['FLORES MONTENEGRO, Ana María | 2020-10-13']).toBe('late:120')
    await api.meetings.write({ cohortId, files: [a] })
    expect(await cellsOf(api, cohortId)).toEqual({ 'CULQUI, Óscar | 2020-10-13': 'present:180', 'FLORES MONTENEGRO, Ana María | 2020-10-13': 'present:180', 'QUISPE VILCA, Jesús | 2020-10-13': 'absent' })
    expect((await api.sessions.list({ cohortId })).map((one) => [one.id, one.evidence])).toEqual([[id, 2]])
  })

  test('what was written by hand stays, but an absence gives way', async () => {
    const { app, api, cohortId, enrolled } = await aGroup(people)
    const { id: sessionId } = await api.sessions.create({ cohortId, fields: { day: '2020-10-13', startsAt: '09:00', endsAt: '12:00', plannedMinutes: 180, subject: 'Módulo 1', module: null, place: null, link: null, modality: null, isRequired: 0 } })
    const typed = [['FLORES Ana María', 'present'], ['CULQUI Óscar', 'absent'], ['QUISPE Jesús', 'excused']] as const
    await api.attendance.set({ cells: typed.map(([name, status]) => ({ sessionId, enrolmentId: enrolled(name), status })) })
    const file = await dropBytes(app, 'a.csv', zoom('10/13/2020', 'Ana Flores,,# 11:00:00 AM,# 12:00:00 PM,60,No', 'Óscar Culqui,,# 09:00:00 AM,# 12:00:00 PM,180,No'))
    const { meetings } = await api.meetings.read({ cohortId, files: [file] })
    expect(meetings[0]?.notes.at(-1)).toMatch(/Una persona ya tiene su asistencia escrita a mano/)
    await api.meetings.write({ cohortId, files: [file] })
    expect(Object.values(await cellsOf(api, cohortId))).toEqual(['present:180', 'present', 'excused'])
  })

  test('a stranger who is known later is not written twice, and stays present when the file comes again', async () => {
    const { app, api, cohortId, enrolled } = await aGroup(people)
    const file = await dropBytes(app, 'a.csv', zoom('10/13/2020', 'Galaxy A10,,# 09:00:00 AM,# 12:00:00 PM,180,Yes', 'Óscar Culqui,,# 09:00:00 AM,# 12:00:00 PM,180,No'))
    await api.meetings.write({ cohortId, files: [file] })
    const [stranger] = await api.walkIns.list({ cohortId })
    expect(stranger).toMatchObject({ writtenName: 'Galaxy A10', source: 'meeting', minutes: 180, status: 'present' })
    const person = (await api.enrolments.list({ cohortId })).find((one) => one.id === enrolled('QUISPE Jesús'))
    await api.walkIns.identify({ id: stranger?.id ?? '', personId: person?.personId ?? '' })
    const before = await cellsOf(api, cohortId)
    expect(before['QUISPE VILCA, Jesús | 2020-10-13']).toBe('present:180')
    expect(await api.meetings.write({ cohortId, files: [file] })).toMatchObject({ written: 0, absent: 0, strangers: 0 })
    expect(await cellsOf(api, cohortId)).toEqual(before)
    expect(await api.walkIns.list({ cohortId })).toHaveLength(1)
  })

  test('a stranger who was identified stays as she was when another file tells more of her', async () => {
    const { app, api, cohortId, enrolled } = await aGroup(people)
    const stranger = (from: string, to: string): string => zoom('10/13/2020', `Galaxy A10,,# ${from},# ${to},90,Yes`, 'Óscar Culqui,,# 09:00:00 AM,# 12:00:00 PM,180,No')
    await api.meetings.write({ cohortId, files: [await dropBytes(app, 'a.csv', stranger('09:00:00 AM', '10:30:00 AM'))] })
    const [before] = await api.walkIns.list({ cohortId })
    const person = (await api.enrolments.list({ cohortId })).find((one) => one.id === enrolled('QUISPE Jesús'))
    await api.walkIns.identify({ id: before?.id ?? '', personId: person?.personId ?? '' })
    await api.meetings.write({ cohortId, files: [await dropBytes(app, 'b.csv', stranger('10:30:00 AM', '12:00:00 PM'))] })
    expect((await api.walkIns.list({ cohortId })).map(({ minutes, personName }) => [minutes, personName])).toEqual([[90, 'QUISPE VILCA, Jesús']])
  })
})

test('undoing the import takes back sessions, attendance, strangers and evidence', async () => {
  const { api, app, cohortId, files } = await logodi()
  const before = await app.tables()
  const { act } = await api.meetings.write({ cohortId, files: [...files] })
  await api.history.undo({ act })
  const after = await app.tables()
  expect(await api.sessions.list({ cohortId })).toEqual([])
  expect(await api.walkIns.list({ cohortId })).toEqual([])
  expect(after['people']).toEqual(before['people'])
})
