import { existsSync } from 'node:fs'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { homedir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import type { App } from '../app.ts'
import { createApp, sayAny } from '../app.ts'
import type { Session } from '../core/context.ts'
import type { Desk } from '../core/desk.ts'
import type { Log } from '../core/failures.ts'
import type { Wrap } from '../core/keeper.ts'
import { toWireError } from '../core/failures.ts'

/** Where this computer keeps the office's data: `CONSTANCIA_HOME`, or the folder the system has for it. */
export function officeFolder(): string {
  const given = process.env['CONSTANCIA_HOME']
  if (given !== undefined && given !== '') return given
  if (process.platform === 'win32') return join(process.env['LOCALAPPDATA'] ?? homedir(), 'Constancia')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Constancia')
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'constancia')
}

/** The person at the keyboard, as the system knows her. */
export function session(): Session {
  return { who: userName(), language: process.env['CONSTANCIA_LANGUAGE'] === 'en' ? 'en' : 'es' }
}

/**
 * The office of this computer, or the shared server's when `CONSTANCIA_DATABASE_URL` names one. `wrap`: how the host locks this
 * computer's secrets, where it can. Throws `DatabaseRefused`.
 */
export async function openOffice(desk: Desk, { folder = officeFolder(), wrap }: { readonly folder?: string; readonly wrap?: Wrap | undefined } = {}): Promise<App> {
  const root = programFolder()
  const url = process.env['CONSTANCIA_DATABASE_URL']
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  return createApp({ folder, resources: root, version, desk, log: fileLog(join(folder, 'fallas.log')), ...(wrap === undefined ? {} : { wrap }), ...(url === undefined || url === '' ? {} : { place: { kind: 'postgres', url } }) })
}

/** A failure before there is a window, as a sentence where it has one. */
export function told(error: unknown): string {
  const { code, message } = toWireError(error, session().language, sayAny, { error: () => undefined })
  if (code !== 'bug') return message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** The folder that holds `package.json`, `resources` and `samples`, in development and when packaged. */
export function programFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

/** Failures that nobody expected, kept beside the data: the screen shows only their reference. */
function fileLog(file: string): Log {
  return {
    error: (ref, error) => {
      const line = `${new Date().toISOString()} ${ref} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`
      void mkdir(dirname(file), { recursive: true }).then(() => appendFile(file, line)).catch(() => undefined)
    },
  }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'oficina'
  }
}
