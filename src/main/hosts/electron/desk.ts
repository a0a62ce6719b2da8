import { createReadStream } from 'node:fs'
import { cp, rename, rm, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { BrowserWindow, Dialog, Shell } from 'electron'
import { say } from '../../../shared/messages/messages.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { Desk } from '../../core/desk.ts'
import { refuse } from '../../core/failures.ts'
import { writeWhole } from '../../core/files.ts'

/** What the desktop is asked to open: papers, sheets and pictures. A file that came from outside may be a program. */
const OPENABLE = new Set(['.pdf', '.xlsx', '.csv', '.zip', '.png', '.jpg', '.jpeg'])

export interface Surface {
  readonly shell: Shell
  readonly dialog: Dialog
  readonly window: () => BrowserWindow | undefined
  /** Folder that the dialog to save a copy begins in. */
  readonly documents: string
  readonly language: Language
}

/** The desk of the desktop window. Printing is the PDF program's work: it knows the person's printers. */
export function desktopDesk({ shell, dialog, window, documents, language }: Surface): Desk {
  const open = async (path: string): Promise<{ inPage: boolean }> => {
    const isFolder = (await stat(path)).isDirectory()
    if (!isFolder && !OPENABLE.has(extname(path).toLowerCase())) refuse('host.notOpenable')
    const failure = await shell.openPath(path)
    if (failure !== '') refuse('host.noProgram')
    return { inPage: false }
  }
  return {
    open,
    print: open,
    reveal: async (path) => shell.showItemInFolder(path),
    saveCopy: async (path, name) => {
      const owner = window()
      const options = { title: say(language, 'host.saveCopy'), defaultPath: join(documents, name) }
      const chosen = await (owner === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(owner, options))
      if (chosen.canceled || chosen.filePath === '') return { inPage: false, saved: false }
      await copyWhole(path, chosen.filePath)
      return { inPage: false, saved: true }
    },
  }
}

/** The copy appears whole or not at all, be it a file or a folder. */
async function copyWhole(from: string, to: string): Promise<void> {
  if (!(await stat(from)).isDirectory()) return writeWhole(to, createReadStream(from))
  const part = `${to}.part`
  try {
    await cp(from, part, { recursive: true })
    await rename(part, to)
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
}
