import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'
import { anOffice } from '../support/builders.ts'
import { anEdition, samples, yes } from './imports-support.ts'

// The two rounds of the samples from the files of the office to the closed record of results, against figures counted apart.

const DAYS = ['12', '13', '14', '15', '16', '19', '20', '21'] as const

const foldedWords = (text: string): string[] => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase().split(/[^a-zñ]+/).filter((word) => word !== '')

interface Join {
  readonly who: string
  readonly from: number
  readonly to: number
}

/** Minutes after midnight of `10/12/2020 08:58:00 AM`. */
function minuteOf(moment: string): number {
  const [, hour = '0', minute = '0', half = 'AM'] = /(\d+):(\d+):\d+ (AM|PM)/.exec(moment) ?? []
  return (Number(hour) % 12) * 60 + Number(minute) + (half === 'PM' ? 720 : 0)
}

/** Minutes between 9:00 and 12:00 of each person (by e-mail), over the eight files, read with nothing of the app's. */
async function minutesApart(): Promise<Map<string, number>> {
  const roster = new TextDecoder('windows-1252').decode(await readFile(join(samples, '02-logodi-ronda-1.csv')))
  const people = roster.split(/\r?\n/).slice(1).filter((line) => line !== '').map((line) => line.split(';')).map((cells) => ({ email: cells.at(-1)?.trim() ?? '', words: foldedWords(cells.slice(1, 4).join(' ')) }))
  const total = new Map<string, number>()
  for (const day of DAYS) {
    const text = await readFile(join(samples, `02-logodi-zoom-2020-10-${day}.csv`), 'utf8')
    const joins: Join[] = []
    const rows = [...text.matchAll(/^"([^"]+)",([^,]*),([^,]+),([^,]+),\d+,(?:Yes|No)/gm)]
    for (const [, name = '', given = '', from = '', to = ''] of rows) {
      const words = foldedWords(name)
      // Who joins again under the same name, without the e-mail this time, is the same person.
      const email = given === '' ? (rows.find((row) => row[1] === name && row[2] !== '')?.[2] ?? '') : given
      const fitting = email === '' ? people.filter((one) => words.length > 1 && words.every((word) => one.words.includes(word))) : people.filter((one) => one.email === email)
      if (fitting.length === 1) joins.push({ who: fitting[0]?.email ?? '', from: Math.max(540, minuteOf(from)), to: Math.min(720, minuteOf(to)) })
    }
    for (const [who, stays] of Map.groupBy(joins, (join) => join.who)) {
      const minutes = new Set(stays.flatMap(({ from, to }) => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)))
      total.set(who, (total.get(who) ?? 0) + minutes.size)
    }
  }
  return total
}

async function logodi(app: OpenApp): Promise<{ cohortId: string; editionId: string }> {
  const { api } = app
  const editionId = await anEdition(api, { name: 'Primera ronda', startsOn: '2020-10-12', endsOn: '2020-10-21', year: 2020, hours: 24, minutesPerHour: 60, modality: 'virtual', actionType: 'curso' })
  const { id: cohortId } = await api.cohorts.create({ editionId, name: 'Ronda 1', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null })
  await api.imports.write({ file: await app.drop(join(samples, '02-logodi-ronda-1.csv')), target: { kind: 'groups', editionId, by: 'one', groups: [{ key: '', cohortId, newName: null }] }, decisions: yes })
  for (const day of DAYS) await api.sessions.create({ cohortId, fields: { day: `2020-10-${day}`, startsAt: '09:00', endsAt: '12:00', plannedMinutes: 180, subject: `Gestión de la innovación ${day}`, module: null, place: null, link: null, modality: 'virtual', isRequired: 0 } })
  return { cohortId, editionId }
}

test('the LOGODI round goes from its nine files to a closed record of results with the minutes counted apart', async () => {
  const app = await openApp()
  const { api } = app
  await anOffice(app)
  const { cohortId, editionId } = await logodi(app)
  const files = await Promise.all(DAYS.map((day) => app.drop(join(samples, `02-logodi-zoom-2020-10-${day}.csv`))))
  const seen = await api.meetings.read({ cohortId, files })
  expect(seen.meetings.map((meeting) => meeting.problem)).toEqual(DAYS.map(() => null))
  await api.meetings.write({ cohortId, files })
  await api.rules.setPaper({ editionId, paperKind: 'constancia', rule: { leastShare: 80, needsRequired: 0, leastMark: null } })
  const { people } = await api.eligibility.list({ cohortId })
  const apart = await minutesApart()
  const emails = new Map<string, string>()
  for (const { personId } of people) emails.set(personId, (await api.people.get({ id: personId })).person.email ?? '')
  const counted = (personId: string): number => apart.get(emails.get(personId) ?? '') ?? 0
  expect(people.map((one) => [one.name, one.plannedMinutes, one.attendedMinutes])).toEqual(people.map((one) => [one.name, 1440, counted(one.personId)]))
  const earned = people.filter((one) => one.earns === 'constancia').length
  expect([people.length, earned]).toEqual([45, people.filter((one) => counted(one.personId) * 100 >= 1440 * 80).length])
  expect(earned).toBe(38)

  const acta = await api.actas.close({ cohortId })
  const rows = await api.actas.list({ cohortId })
  expect(rows.map(({ number, people: all, constancia }) => ({ number, all, constancia }))).toEqual([{ number: acta.number, all: 45, constancia: 38 }])
})

test('Cajamarca goes from its form to a closed record of results: 123 of 140 attended three sessions of four', async () => {
  const app = await openApp()
  const { api } = app
  await anOffice(app)
  const editionId = await anEdition(api, { name: 'Gobierno abierto', actionType: 'taller', startsOn: '2026-08-03', endsOn: '2026-08-24', hours: 12 })
  const { id: cohortId } = await api.cohorts.create({ editionId, name: 'Cajamarca', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null })
  const roster = join(samples, '05-cajamarca-inscripciones.xlsx')
  await api.imports.write({ file: await app.drop(roster), target: { kind: 'groups', editionId, by: 'one', groups: [{ key: '', cohortId, newName: null }] }, decisions: yes })
  const file = await app.drop(roster)
  const written = await api.resultSheets.write({ file, cohortId })
  expect({ sessions: written.sessionsMade, attendance: written.attendance, leftOut: written.leftOut }).toEqual({ sessions: 4, attendance: 560, leftOut: 0 })
  await api.rules.setPaper({ editionId, paperKind: 'constancia', rule: { leastShare: 75, needsRequired: 0, leastMark: null } })
  const { counts } = await api.eligibility.list({ cohortId })
  expect({ constancia: counts.constancia, none: counts.none, undecided: counts.undecided }).toEqual({ constancia: 123, none: 17, undecided: 0 })
  const { id } = await api.actas.close({ cohortId })
  const [row] = await api.actas.list({ cohortId })
  expect([row?.id, row?.people, row?.constancia]).toEqual([id, 140, 123])

  const enrolled = await api.enrolments.list({ cohortId })
  const office = await api.numbering.list({})
  const seriesId = office.find((series) => series.paperKind === 'constancia')?.id ?? ''
  const issued = await api.certificates.issue({ enrolmentIds: enrolled.map((one) => one.id), paperKind: 'constancia', seriesId, issuedOn: '2026-11-22', model: 'sober', signatoryIds: [] })
  expect([issued.issued.length, issued.leftOut]).toEqual([123, 17])
})
