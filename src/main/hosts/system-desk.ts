import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import type { Desk } from '../core/desk.ts'
import { refuse } from '../core/failures.ts'

/**
 * The desk where no window is ours: what a page shows well (PDF) it shows itself,
 * the rest is opened by the program the system has for it.
 */
export const systemDesk: Desk = {
  open: async (path) => ({ inPage: path.endsWith('.pdf') || !(await openBySystem(path)) }),
  reveal: async (path) => {
    if (!(await openBySystem(dirname(path)))) refuse('core.desk.noFolder')
  },
  print: async () => ({ inPage: true }),
  saveCopy: async () => ({ inPage: true, saved: false }),
}

/** Opens a file, folder or address with the system's own program for it. Gives false where there is none. */
export function openBySystem(target: string): Promise<boolean> {
  const [program, args] = opener(target)
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
    // A program that stays open has opened it.
    setTimeout(() => resolve(child.exitCode === null || child.exitCode === 0), 1500).unref()
    child.unref()
  })
}

function opener(target: string): [program: string, args: string[]] {
  if (process.platform === 'win32') return ['explorer.exe', [target]]
  return [process.platform === 'darwin' ? 'open' : 'xdg-open', [target]]
}
