import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileRef } from '../../src/shared/rpc/wire.ts'
import { percentile, report } from './measure.ts'
import { openOffice } from './open-office.ts'

/** Eight exports of video meetings read, their guests matched with the 45 people of the group, and written; each round with files that nobody has read. */
const ROUNDS = 5
const samples = join(import.meta.dirname, '../../samples')

const folder = await mkdtemp(join(tmpdir(), 'constancia-bench-'))
try {
  const { app, api, close } = await openOffice(folder)
  const names = (await readdir(samples)).filter((name) => name.startsWith('02-logodi-zoom-')).sort()
  const programme = await api.programmes.create({ name: 'LOGODI', shortName: null, description: null })
  const edition = await api.editions.create({ programmeId: programme.id, name: 'I ronda', title: null, actionType: 'curso', year: 2020, modality: 'virtual', startsOn: null, endsOn: null, hours: null, minutesPerHour: 60, place: null, syllabus: null, legalBasis: null })
  const roster = await app.files().receive('02-logodi-ronda-1.csv', await readFile(join(samples, '02-logodi-ronda-1.csv')))
  await api.imports.write({ file: roster, target: { kind: 'groups', editionId: edition.id, by: 'one' }, decisions: { acceptProposals: true } })
  const [cohort] = (await api.editions.get({ id: edition.id })).cohorts
  const cohortId = cohort?.id ?? ''

  const rounds: Record<'read' | 'again' | 'write', number[]> = { read: [], again: [], write: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    const files: FileRef[] = []
    // A blank line more makes another file of it: what was parsed before is no help.
    for (const name of names) files.push(await app.files().receive(name, Buffer.concat([await readFile(join(samples, name)), Buffer.from('\n'.repeat(round))])))
    const timed = async <T>(kind: keyof typeof rounds, work: () => Promise<T>): Promise<T> => {
      const start = performance.now()
      const value = await work()
      rounds[kind].push(performance.now() - start)
      return value
    }
    const { meetings } = await timed('read', () => api.meetings.read({ cohortId, files }))
    await timed('again', () => api.meetings.read({ cohortId, files }))
    const { act } = await timed('write', () => api.meetings.write({ cohortId, files }))
    await api.history.undo({ act })
    if (round === 0) report('Eight exports of meetings, 45 people: matched / strangers', `${meetings.reduce((sum, one) => sum + one.matched, 0)} / ${meetings.reduce((sum, one) => sum + one.strangers, 0)}`, '')
  }
  const figure = (kind: keyof typeof rounds): string => `${percentile(rounds[kind], 0.5).toFixed(0)} ms`
  report('… read and matched', figure('read'), 'aim: 2 s')
  report('… again after a decision', figure('again'), '')
  report('… written, 360 cells', figure('write'), '')
  await close()
} finally {
  await rm(folder, { recursive: true, force: true })
}
