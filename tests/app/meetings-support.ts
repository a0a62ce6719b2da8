import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileRef } from '../../src/shared/rpc/wire.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'
import { aPerson } from '../support/builders.ts'
import { anEdition, samples, yes } from './imports-support.ts'

export const zoomDays = ['12', '13', '14', '15', '16', '19', '20', '21'] as const
export const zoomFile = (day: string): string => join(samples, `02-logodi-zoom-2020-10-${day}.csv`)

export interface Round {
  readonly app: OpenApp
  readonly api: OpenApp['api']
  readonly cohortId: string
  readonly files: readonly FileRef[]
}

/** The first round of LOGODI with its 45 people in one group, and the exports of its eight days brought in. */
export async function logodi(): Promise<Round> {
  const app = await openApp()
  const editionId = await anEdition(app.api, { name: 'I ronda', year: 2020, startsOn: null, modality: 'virtual' })
  await app.api.imports.write({ file: await app.drop(join(samples, '02-logodi-ronda-1.csv')), target: { kind: 'groups', editionId, by: 'one' }, decisions: yes })
  const [cohort] = (await app.api.editions.get({ id: editionId })).cohorts
  const files = await Promise.all(zoomDays.map((day) => app.drop(zoomFile(day))))
  return { app, api: app.api, cohortId: cohort?.id ?? '', files }
}

type Named = readonly [firstSurname: string, secondSurname: string | null, givenNames: string, email?: string]

/** A group of the people named, each with her enrolment by first surname and given names. */
export async function aGroup(people: readonly Named[], edition: Parameters<typeof anEdition>[1] = {}): Promise<{ app: OpenApp; api: OpenApp['api']; cohortId: string; enrolled: (name: string) => string }> {
  const app = await openApp()
  const editionId = await anEdition(app.api, { startsOn: null, ...edition })
  const { id: cohortId } = await app.api.cohorts.create({ editionId, name: 'Lima', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null })
  const ids: string[] = []
  for (const [firstSurname, secondSurname, givenNames, email] of people) ids.push((await app.api.people.create(aPerson({ firstSurname, secondSurname, givenNames, email: email ?? null }))).id)
  await app.api.enrolments.add({ cohortId, personIds: ids, role: 'participant' })
  const list = await app.api.enrolments.list({ cohortId })
  return { app, api: app.api, cohortId, enrolled: (name) => list.find((one) => `${one.firstSurname} ${one.givenNames}` === name)?.id ?? '' }
}

/** Cells of the grid as `NAME | day` to cell. */
export async function cellsOf(api: OpenApp['api'], cohortId: string): Promise<Readonly<Record<string, string>>> {
  const grid = await api.attendance.grid({ cohortId })
  return Object.fromEntries(grid.people.flatMap((person, row) => grid.sessions.map((session, column) => [`${person.name} | ${session.day}`, grid.cells[row]?.[column] ?? ''])))
}

/** Text as Teams writes it: UTF-16 little-endian with its mark. */
export const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))

export const sampleText = (day: string): Promise<string> => readFile(zoomFile(day), 'utf8')
