import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { FileRef } from '../../src/shared/rpc/wire.ts'
import type { OpenApp } from './open-app.ts'
import { openApp } from './open-app.ts'

/** A second computer beside the one under test, with data of its own in a file of its own. */
export async function anotherComputer(today = '2026-11-22'): Promise<OpenApp> {
  const folder = await mkdtemp(join(tmpdir(), 'constancia-otra-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return openApp({ folder, today, place: { kind: 'sqlite', file: join(folder, 'constancia.db') } })
}

/** Takes a file from one computer to another, as on a USB stick. */
export async function carried(from: OpenApp, to: OpenApp, file: FileRef): Promise<FileRef> {
  return to.drop(from.path(file), file.name)
}
