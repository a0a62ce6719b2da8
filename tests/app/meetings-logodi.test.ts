import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { samples } from './imports-support.ts'
import { cellsOf, logodi, zoomDays, zoomFile } from './meetings-support.ts'

const expected = JSON.parse(await readFile(join(samples, 'expected.json'), 'utf8'))['02-logodi-zoom-*.csv']

/**
 * Counts the minutes of everybody anew from the files alone, in another language and with another idea of who is who: by e-mail, else by
 * the set of words of the name. Gives `DNI day` to minutes.
 */
const recount = String.raw`
import csv, sys, unicodedata, json
from datetime import datetime
def fold(t):
    t = unicodedata.normalize('NFKD', t).lower()
    return ''.join(c for c in t if not unicodedata.combining(c))
roster, files = sys.argv[1], sys.argv[2:]
people = list(csv.DictReader(open(roster, encoding='cp1252'), delimiter=';'))
def words(t): return set(fold(t).split())
out, strangers = {}, 0
for f in files:
    lines = open(f, encoding='utf-8-sig').read().splitlines()
    day = f[-14:-4]
    who = {}
    for name, mail, join, leave, minutes, guest in list(csv.reader(lines))[4:]:
        if guest == 'Yes':
            strangers += 1
            continue
        hits = [p for p in people if mail and p['Correo'].lower() == mail.lower()]
        if not hits:
            w = words(name)
            hits = [p for p in people if w <= words(' '.join([p['Nombres'], p['Apellido Paterno'], p['Apellido Materno']]))]
            if len(hits) > 1: hits = [p for p in hits if words(p['Apellido Paterno']) <= w]
        if len(hits) != 1: raise SystemExit('cannot tell ' + name)
        read = lambda t: datetime.strptime(t, '%m/%d/%Y %I:%M:%S %p')
        who.setdefault(hits[0]['DNI'], set()).update(range(int(read(join).hour * 60 + read(join).minute), int(read(leave).hour * 60 + read(leave).minute)))
    for p in people:
        inside = [m for m in who.get(p['DNI'], ()) if 540 <= m < 720]
        out[p['DNI'] + ' ' + day] = len(inside)
print(json.dumps({'cells': out, 'strangers': strangers}))
`

function recounted(): { cells: Readonly<Record<string, number>>; strangers: number } {
  return JSON.parse(execFileSync('python3', ['-c', recount, join(samples, '02-logodi-ronda-1.csv'), ...zoomDays.map(zoomFile)], { encoding: 'utf8' }))
}

describe('the eight days of the LOGODI round', () => {
  test('are read with everybody known but the two guests of each day, each with her reason', async () => {
    const { api, app, cohortId, files } = await logodi()
    const read = await api.meetings.read({ cohortId, files: [...files] })
    expect(read.meetings.map((one) => [one.day, one.startsAt, one.endsAt, one.platform, one.makesNew, one.problem])).toEqual(zoomDays.map((day) => [`2020-10-${day}`, '08:50', '12:10', 'zoom', true, null]))
    expect(read.minutes).toBe(expected.plannedMinutesEach)
    expect(read.meetings).toHaveLength(expected.files)
    expect(read.meetings.reduce((sum, one) => sum + one.strangers, 0)).toBe(expected.unknownGuests)
    expect(read.meetings.map((one) => one.doubtful)).toEqual(zoomDays.map(() => 0))
    const strangers = read.meetings.flatMap((one) => one.guests.filter((guest) => guest.match === null).flatMap((guest) => guest.names))
    expect(strangers.every((name) => /iPhone|Galaxy|Usuario|invitad/i.test(name)), strangers.join()).toBe(true)
    for (const guest of read.meetings.flatMap((one) => one.guests)) if (guest.match !== null) expect(guest.match.reason).toMatch(/^\p{Lu}|^«/u)
    expect(read.meetings[0]?.notes[0]).toMatch(/mes\/día\/año/)
    expect(app.bugs).toEqual([])
  })

  test('are written with the minutes that another program counts, and a second time change nothing', async () => {
    const { api, app, cohortId, files } = await logodi()
    const settings = { cohortId, files: [...files] }
    const written = await api.meetings.write(settings)
    expect(written).toMatchObject({ sessionsMade: 8, strangers: expected.unknownGuests, leftOut: [] })
    expect(written.written + written.absent).toBe(45 * 8)
    const sessions = await api.sessions.list({ cohortId })
    expect(sessions.map((one) => [one.day, one.startsAt, one.endsAt, one.plannedMinutes, one.evidence, one.walkIns])).toEqual(zoomDays.map((day) => [`2020-10-${day}`, '09:00', '12:00', 180, 1, 2]))

    const counted = recounted()
    expect(counted.strangers).toBe(expected.unknownGuests)
    const grid = await api.attendance.grid({ cohortId })
    const mine = Object.fromEntries(
      grid.people.flatMap((person, row) =>
        grid.sessions.map((session, column) => {
          const cell = grid.cells[row]?.[column] ?? ''
          return [`${person.documentNumber} ${session.day}`, cell === 'absent' ? 0 : Number(cell.split(':')[1])]
        }),
      ),
    )
    expect(mine).toEqual(counted.cells)
    expect(Object.keys(mine)).toHaveLength(360)

    const before = await app.tables()
    const again = await api.meetings.write(settings)
    expect(again).toMatchObject({ sessionsMade: 0, written: 0, absent: 0, strangers: 0, leftOut: [] })
    expect(await app.tables()).toEqual(before)
    expect(Object.keys(await cellsOf(api, cohortId))).toHaveLength(360)
    expect(app.bugs).toEqual([])
  })
})
