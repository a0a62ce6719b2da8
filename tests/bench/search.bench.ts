import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { percentile, report } from './measure.ts'
import { openOffice } from './open-office.ts'
import { seedPeople } from './seed-people.ts'

/** Search over 100,000 people, keystroke by keystroke, through the core as a screen asks it; SQLite on a real file. */
const PEOPLE = 100_000
const SEARCHES = ['quispe mamani rosa', 'HUAMÁN jos', '40012345', 'ñahui', 'de la cruz', 'wamputsar', 'maria elena quispe', '7000', 'zzzz', 'chuqui ana', 'a', 'cesar ticona']

const folder = await mkdtemp(join(tmpdir(), 'constancia-bench-'))
try {
  const seeding = performance.now()
  await seedPeople(join(folder, 'constancia.db'), PEOPLE)
  report(`Seed of ${PEOPLE.toLocaleString('en')} people with their posts and log`, `${((performance.now() - seeding) / 1000).toFixed(1)} s`)
  const opening = performance.now()
  const { api, close } = await openOffice(folder)
  report('Opening the core on them', `${(performance.now() - opening).toFixed(0)} ms`, 'aim: 300 ms')
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now()
    await work()
    return performance.now() - start
  }

  const keystrokes = SEARCHES.flatMap((search) => Array.from(search, (_, at) => search.slice(0, at + 1)))
  const taken: number[] = []
  const worked: number[] = []
  let slowest = { text: '', time: 0 }
  for (let round = 0; round < 6; round += 1) {
    for (const text of keystrokes) {
      const before = process.cpuUsage()
      const time = await timed(() => api.people.list({ search: text, limit: 100 }))
      const { user, system } = process.cpuUsage(before)
      if (round === 0) continue
      taken.push(time)
      worked.push((user + system) / 1000)
      if (time > slowest.time) slowest = { text, time }
    }
  }
  report(`people.list, ${taken.length} keystrokes with total: median`, `${percentile(taken, 0.5).toFixed(1)} ms`)
  report('… 99th percentile', `${percentile(taken, 0.99).toFixed(1)} ms`, 'aim: 50 ms')
  report('… processor time: median, 99th percentile', `${percentile(worked, 0.5).toFixed(1)}, ${percentile(worked, 0.99).toFixed(1)} ms`, 'what it takes on a machine at rest')
  report('… slowest', `${slowest.time.toFixed(1)} ms`, `«${slowest.text}»`)

  const several = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    await work()
    const times: number[] = []
    for (let run = 0; run < 15; run += 1) times.push(await timed(work))
    report(what, `${percentile(times, 0.5).toFixed(1)} ms`, `slowest ${Math.max(...times).toFixed(1)} ms`)
  }
  await several('people.list, no search, first window', () => api.people.list({ limit: 100 }))
  await several('people.list, no search, window at 90,000', () => api.people.list({ offset: 90_000, limit: 100 }))
  await several('people.list, «sin DNI»', () => api.people.list({ only: 'withoutDocument', limit: 100 }))
  await several('people.counts', () => api.people.counts({}))
  await several('search.everywhere «mamani ros»', () => api.search.everywhere({ text: 'mamani ros' }))
  await several('organisations.list with counts of people', () => api.organisations.list({ limit: 100 }))
  await several('home.overview', () => api.home.overview({}))
  await close()
} finally {
  await rm(folder, { recursive: true, force: true })
}
