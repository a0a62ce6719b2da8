import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, session as pages, shell } from 'electron'
import { readPage } from '../http.ts'
import { openOffice, programFolder, session, told } from '../office.ts'
import { accountLock } from './account-lock.ts'
import { desktopDesk } from './desk.ts'
import { carryCalls } from './ipc.ts'
import { scheme, SCHEME, servePage } from './page.ts'
import { confine, showHome, silence, windowOptions } from './window.ts'

let window: BrowserWindow | undefined

// These must stand before Electron is ready, hence not inside a function that waits.
app.enableSandbox()
protocol.registerSchemesAsPrivileged([scheme])
confine(app)
if (app.requestSingleInstanceLock()) {
  // Not awaited: Electron becomes ready only after this module has run to its end.
  void start().catch(giveUp)
} else {
  app.quit()
}

async function start(): Promise<void> {
  await app.whenReady()
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)
  silence(pages.defaultSession)
  const page = await readPage(join(programFolder(), 'out/renderer'))
  protocol.handle(SCHEME, (request) => servePage(request, page))
  const person = session()
  const surface = { shell, dialog, window: () => window, documents: app.getPath('documents'), language: person.language }
  const core = await openOffice(desktopDesk(surface), { wrap: accountLock(safeStorage, process.platform) })
  const stop = carryCalls({ ipc: ipcMain, app: core, session: person, contents: () => window?.webContents })
  app.on('second-instance', comeForward)
  app.on('window-all-closed', () => app.quit())
  let isClosing = false
  let isClosed = false
  app.on('before-quit', (event) => {
    if (isClosed) return
    // Running jobs are stopped and the data closed before the process ends.
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    stop()
    void core.close().finally(() => {
      isClosed = true
      app.quit()
    })
  })
  await openWindow()
}

async function openWindow(): Promise<void> {
  const opened = new BrowserWindow(windowOptions(app.isPackaged))
  window = opened
  opened.on('closed', () => (window = undefined))
  await showHome(opened)
}

function comeForward(): void {
  if (window === undefined) return
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** Another window holds the data, the database is newer or damaged…: the sentence, and nothing is touched. */
function giveUp(failure: unknown): void {
  dialog.showErrorBox(app.name, told(failure))
  app.exit(1)
}
