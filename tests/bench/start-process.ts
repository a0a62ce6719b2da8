import { join } from 'node:path'
import { createApp } from '../../src/main/app.ts'

/** What `start.bench.ts` times: a process that opens the office in a folder and answers what the home screen asks. */
const ready = performance.now()
const app = await createApp({
  folder: process.argv[2] ?? '',
  resources: join(import.meta.dirname, '../..'),
  version: 'bench',
  log: { error: (_ref, error) => console.error(error) },
  desk: { open: async () => ({ inPage: true }), reveal: async () => {}, print: async () => ({ inPage: true }), saveCopy: async () => ({ inPage: true, saved: false }) },
})
const opened = performance.now()
const answer = await app.call({ id: '1', name: 'home.overview', input: {} }, { who: 'bench', language: 'es' })
if (!answer.ok) throw new Error(answer.error.message)
const answered = performance.now()
console.log(JSON.stringify({ core: answered - ready, open: opened - ready, answer: answered - opened, whole: answered, memory: process.memoryUsage().rss }))
await app.close()
