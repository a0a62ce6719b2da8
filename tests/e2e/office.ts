import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { test as base } from '@playwright/test'
import type { Page } from '@playwright/test'
import { createApp } from '../../src/main/app.ts'
import { startHttpHost } from '../../src/main/hosts/http.ts'
import { systemDesk } from '../../src/main/hosts/system-desk.ts'
import type { AppContract } from '../../src/shared/contract/index.ts'
import { contract } from '../../src/shared/contract/index.ts'
import type { Client } from '../../src/shared/rpc/client.ts'
import { createClient } from '../../src/shared/rpc/client.ts'
import type { FileRef } from '../../src/shared/rpc/wire.ts'

const root = join(import.meta.dirname, '../..')
export const samples = join(root, 'samples')

/** An office of its own for each test, on the loopback host, seen in the browser. */
export interface Office {
  readonly api: Client<AppContract>
  readonly page: Page
  /** Goes to an address of the page: `personas`, `programas/grupo/…`. */
  go(path: string): Promise<void>
  take(path: string): Promise<FileRef>
  /** Bytes of a file that the core made. */
  bytes(file: FileRef): Promise<Buffer>
  /** Where a file or folder that the core made lies. */
  path(file: FileRef): string
  /** What the browser or the core complained about: a test that ends well has none. */
  readonly complaints: string[]
}

export const test = base.extend<{ office: Office }>({
  office: async ({ page }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'constancia-e2e-'))
    const complaints: string[] = []
    const app = await createApp({
      folder,
      resources: root,
      version: '0.0.0-test',
      desk: { ...systemDesk, open: async () => ({ inPage: true }), reveal: async () => {} },
      clock: () => new Date('2026-11-22T15:00:00.000Z'),
      log: { error: (ref, error) => complaints.push(`${ref} ${String(error)}`) },
    })
    const session = { who: 'Prueba', language: 'es' as const }
    const host = await startHttpHost({ app, page: join(root, 'out/renderer'), session })
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    const api = createClient(
      contract,
      {
        call: (request) => app.call(request, session),
        cancel: (id) => app.cancel(id),
        onNews: (listener) => app.onNews(listener),
        send: (name, bytes) => app.files().receive(name, bytes),
        fetch: (file) => readFile(app.files().path(file)),
      },
      randomUUID,
    )
    await page.goto(host.address)
    await use({
      api,
      page,
      complaints,
      go: async (path) => {
        await page.goto(`${new URL(host.address).origin}/#/${path}`)
      },
      bytes: (file) => readFile(app.files().path(file)),
      path: (file) => app.files().path(file),
      take: async (path) => app.files().receive(basename(path), await readFile(path)),
    })
    await host.close()
    await app.close()
    await rm(folder, { recursive: true, force: true })
  },
})

export { expect } from '@playwright/test'
