import { fileURLToPath } from 'node:url'
import type { App as ElectronApp, BrowserWindow, BrowserWindowConstructorOptions, Session as ElectronSession, WebContents } from 'electron'
import { HOME, isOwn } from './page.ts'

/** A window that can only show our page: sandboxed, isolated, without Node. */
export function windowOptions(isPackaged: boolean): BrowserWindowConstructorOptions {
  return {
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    title: 'Constancia',
    webPreferences: {
      preload: fileURLToPath(new URL('./preload.cjs', import.meta.url)),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: !isPackaged,
    },
  }
}

/** Shows the page once it is drawn, so that no white flash comes first. */
export async function showHome(window: BrowserWindow): Promise<void> {
  window.once('ready-to-show', () => window.show())
  await window.loadURL(HOME)
}

/** Whatever contents come to be: they neither leave the page, nor open another, nor hold a foreign one. */
export function confine(app: ElectronApp): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    const stay = (event: { preventDefault(): void; readonly url: string }) => {
      if (event.url !== HOME) event.preventDefault()
    }
    contents.on('will-navigate', stay)
    contents.on('will-redirect', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** No permission but the camera that reads papers, no device, no download by the page, and no request that leaves the computer. */
export function silence(session: ElectronSession): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? details.mediaTypes : undefined
    answer(permission === 'media' && isOwn(details.requestingUrl) && media?.length === 1 && media[0] === 'video')
  })
  session.setPermissionCheckHandler((_contents, permission, origin, details) => permission === 'media' && isOwn(origin) && details.mediaType === 'video')
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !isOwn(request.url) && !/^(?:blob:constancia:\/\/app\/|data:|devtools:)/.test(request.url) })
  })
}
