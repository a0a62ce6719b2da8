import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createApp } from '../../src/main/app.ts'
import { contract } from '../../src/shared/contract/index.ts'
import { createClient } from '../../src/shared/rpc/client.ts'

/** The core on that folder, asked as a screen asks it. */
export async function openOffice(folder: string) {
  const app = await createApp({
    folder,
    resources: join(import.meta.dirname, '../..'),
    version: 'bench',
    log: { error: (_ref, error) => console.error(error) },
    desk: { open: async () => ({ inPage: true }), reveal: async () => {}, print: async () => ({ inPage: true }), saveCopy: async () => ({ inPage: true, saved: false }) },
  })
  const refuse = (): Promise<never> => Promise.reject(new Error('not in this benchmark'))
  const api = createClient(contract, { call: (request) => app.call(request, { who: 'bench', language: 'es' }), cancel: () => {}, onNews: () => () => {}, send: refuse, fetch: refuse }, randomUUID)
  return { app, api, close: () => app.close() }
}
