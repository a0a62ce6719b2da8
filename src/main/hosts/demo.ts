import { randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { contract } from '../../shared/contract/index.ts'
import { say } from '../../shared/messages/messages.ts'
import { createClient } from '../../shared/rpc/client.ts'
import type { FileRef } from '../../shared/rpc/wire.ts'
import { runMainJob } from '../app.ts'
import { openOffice, programFolder, session, told } from './office.ts'
import { systemDesk } from './system-desk.ts'

/**
 * `npm run demo`: the whole main job on `samples/`, without a screen: settings, programme, roster of 320 people, certificates,
 * then what goes out. Prints how long each step took and where the files are. Works in a folder of its own, made anew each time.
 */
async function demo(): Promise<void> {
  const { language } = session()
  const folder = join(programFolder(), 'out', 'demo')
  await rm(folder, { recursive: true, force: true })
  const app = await openOffice(systemDesk, { folder })
  try {
    const api = createClient(contract, {
      call: (request) => app.call(request, session()),
      cancel: (id) => app.cancel(id),
      onNews: (listener) => app.onNews(listener),
      send: (name, bytes) => app.files().receive(name, bytes),
      fetch: (file) => readFile(app.files().path(file)),
    }, randomUUID)
    const timer = stepTimer((line) => console.log(line))
    const { editionId, actaIds, issued } = await runMainJob({
      api,
      samples: join(programFolder(), 'samples'),
      take: async (path) => app.files().receive(basename(path), await readFile(path)),
      begin: async (step) => timer.begin(say(language, `example.${step}`)),
    })
    const files: FileRef[] = []
    const make = async (label: string, work: () => Promise<FileRef>): Promise<void> => {
      timer.begin(label)
      files.push(await work())
    }
    const ids = [...issued]
    await make(say(language, 'example.printFile', { n: ids.length }), () => api.certificates.draw({ ids, as: 'one' }))
    await make(say(language, 'example.separate', { n: ids.length }), () => api.certificates.draw({ ids, as: 'separate' }))
    await make(say(language, 'example.zip', { n: ids.length }), () => api.certificates.draw({ ids, as: 'zip', order: 'organisation' }))
    for (const id of actaIds.slice(0, 1)) await make(say(language, 'example.acta'), () => api.actas.draw({ id, format: 'pdf' }))
    await make(say(language, 'example.registerSheet'), () => api.reports.register({ format: 'xlsx' }))
    await make(say(language, 'example.registerPaper'), () => api.reports.register({ format: 'pdf' }))
    await make(say(language, 'example.participantsSheet'), () => api.reports.participants({ editionId, format: 'xlsx' }))
    await make(say(language, 'example.participantsPaper'), () => api.reports.participants({ editionId, format: 'pdf' }))
    timer.end()
    const { people, certificates } = await api.home.overview({})
    console.log(`\n${say(language, 'example.done', { people, certificates })}`)
    for (const file of files) console.log(`  ${app.files().path(file)}`)
  } finally {
    await app.close()
  }
}

/** Prints each step with its milliseconds when the next one begins. */
function stepTimer(print: (line: string) => void): { begin(label: string): void; end(): void } {
  const start = performance.now()
  let current: { label: string; since: number } | undefined
  const close = (): void => {
    if (current !== undefined) print(`${`${Math.round(performance.now() - current.since)} ms`.padStart(10)}  ${current.label}`)
  }
  return {
    begin: (label) => {
      close()
      current = { label, since: performance.now() }
    },
    end: () => {
      close()
      print(`${`${Math.round(performance.now() - start)} ms`.padStart(10)}  =`)
    },
  }
}

await demo().catch((error: unknown) => {
  console.error(told(error))
  process.exitCode = 1
})
