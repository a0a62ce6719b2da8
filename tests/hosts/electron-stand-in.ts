import { EventEmitter } from 'node:events'

/**
 * Takes the place of the `electron` module in the tests. What Electron carries between processes is carried here by the
 * same algorithm, structured clone, both ways; what it refuses to carry is refused; a handler's failure arrives as a
 * sentence alone, as it does there. What the main side asks of the desktop is kept, to be looked at.
 */

export class Frame {
  readonly url: string
  readonly parent: Frame | null
  constructor(url: string, parent: Frame | null = null) {
    this.url = url
    this.parent = parent
  }
}

/** A page's side of the wire: frames to send from, and what reached it. */
export class Contents extends EventEmitter {
  mainFrame = new Frame('')
  openHandler: ((details: { url: string }) => { action: string }) | undefined
  destroyed = false
  /** What listens in the page. */
  readonly page = new EventEmitter()
  send(channel: string, ...words: unknown[]): void {
    this.page.emit(channel, {}, ...(structuredClone(words) as unknown[]))
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
  /** Asks the contents to go somewhere; whether they went. */
  navigate(kind: 'will-navigate' | 'will-redirect' | 'will-frame-navigate', url: string): boolean {
    let isStopped = false
    this.emit(kind, { url, preventDefault: () => (isStopped = true) })
    return !isStopped
  }
}

type Handler = (event: { sender: Contents; senderFrame: Frame | null }, ...words: unknown[]) => unknown

class MainSide extends EventEmitter {
  readonly handlers = new Map<string, Handler>()
  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, handler)
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }
}

export const ipcMain = new MainSide()

/** `ipcRenderer` as a page of these contents has it, its calls leaving from the given frame. */
export function rendererOf(contents: Contents, frame: () => Frame | null = () => contents.mainFrame) {
  return {
    async invoke(channel: string, ...words: unknown[]): Promise<unknown> {
      const carried = structuredClone(words) as unknown[]
      const handler = ipcMain.handlers.get(channel)
      if (handler === undefined) throw new Error(`Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`)
      try {
        return structuredClone(await handler({ sender: contents, senderFrame: frame() }, ...carried))
      } catch (failure) {
        throw new Error(`Error invoking remote method '${channel}': ${String(failure)}`, { cause: failure })
      }
    },
    send(channel: string, ...words: unknown[]): void {
      ipcMain.emit(channel, { sender: contents, senderFrame: frame() }, ...(structuredClone(words) as unknown[]))
    },
    on: (channel: string, listener: (...words: unknown[]) => void) => contents.page.on(channel, listener),
    removeListener: (channel: string, listener: (...words: unknown[]) => void) => contents.page.removeListener(channel, listener),
  }
}

/** Contents whose preload runs next: a preload sees its own page only. */
let loading: Contents | undefined
export function loadPreloadInto(contents: Contents): void {
  loading = contents
}
const current = (): ReturnType<typeof rendererOf> => {
  if (loading === undefined) throw new Error('no page is being loaded')
  return rendererOf(loading)
}
export const ipcRenderer = {
  invoke: (channel: string, ...words: unknown[]) => current().invoke(channel, ...words),
  send: (channel: string, ...words: unknown[]) => current().send(channel, ...words),
  on: (channel: string, listener: (...words: unknown[]) => void) => current().on(channel, listener),
  removeListener: (channel: string, listener: (...words: unknown[]) => void) => current().removeListener(channel, listener),
}
export const exposed: Record<string, unknown> = {}
export const contextBridge = {
  exposeInMainWorld(name: string, value: unknown): void {
    if (Object.hasOwn(exposed, name)) throw new Error(`Cannot bind an API on top of an existing property: ${name}`)
    exposed[name] = value
  },
}

class Application extends EventEmitter {
  readonly name = 'Constancia'
  readonly isPackaged = true
  isSandboxed = false
  isReady = false
  exitCode: number | undefined
  hasQuit = false
  /** Another instance already runs. */
  isSecond = false
  readonly order: string[] = []
  private readonly waiting: (() => void)[] = []
  enableSandbox(): void {
    if (this.isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
    this.isSandboxed = true
  }
  requestSingleInstanceLock(): boolean {
    return !this.isSecond
  }
  whenReady(): Promise<void> {
    return this.isReady ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve))
  }
  becomeReady(): void {
    this.isReady = true
    for (const go of this.waiting.splice(0)) go()
  }
  getPath(name: string): string {
    return `/home/persona/${name}`
  }
  quit(): void {
    let isStopped = false
    this.emit('before-quit', { preventDefault: () => (isStopped = true) })
    if (!isStopped) this.hasQuit = true
    if (!isStopped) this.emit('quit')
  }
  exit(code: number): void {
    this.exitCode = code
    this.emit('exit', code)
  }
}
export const app = new Application()

export const windows: BrowserWindow[] = []
export class BrowserWindow extends EventEmitter {
  readonly webContents = new Contents()
  readonly options: { readonly webPreferences: Readonly<Record<string, unknown>> } & Readonly<Record<string, unknown>>
  isShown = false
  isFocused = false
  constructor(options: BrowserWindow['options']) {
    super()
    this.options = options
    windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.mainFrame = new Frame(url)
    this.emit('ready-to-show')
  }
  show(): void {
    this.isShown = true
  }
  isMinimized(): boolean {
    return false
  }
  restore(): void {}
  focus(): void {
    this.isFocused = true
  }
}

type Answer = (request: { url: string; method: string }) => Response | Promise<Response>
export const schemes: { scheme: string; privileges: Record<string, boolean> }[] = []
export const served = new Map<string, Answer>()
export const protocol = {
  registerSchemesAsPrivileged(list: typeof schemes): void {
    if (app.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    schemes.push(...list)
  },
  handle: (scheme: string, answer: Answer) => void served.set(scheme, answer),
}

class PageSession extends EventEmitter {
  request: ((contents: unknown, permission: string, answer: (isGranted: boolean) => void, details: { requestingUrl: string; mediaTypes?: string[] }) => void) | undefined
  check: ((contents: unknown, permission: string, origin: string, details: { mediaType?: string }) => boolean) | undefined
  device: (() => boolean) | undefined
  isSpelling = true
  filter: ((request: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void) | undefined
  readonly webRequest = { onBeforeRequest: (filter: PageSession['filter']) => void (this.filter = filter) }
  setPermissionRequestHandler(handler: PageSession['request']): void {
    this.request = handler
  }
  setPermissionCheckHandler(handler: PageSession['check']): void {
    this.check = handler
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler
  }
  setSpellCheckerEnabled(isOn: boolean): void {
    this.isSpelling = isOn
  }
}
export const session = { defaultSession: new PageSession() }

export const desktop = { opened: [] as string[], shown: [] as string[], errors: [] as string[], saveTo: null as string | null, refusal: '' }
export const shell = {
  openPath: async (path: string) => {
    desktop.opened.push(path)
    return desktop.refusal
  },
  showItemInFolder: (path: string) => void desktop.shown.push(path),
}
export const dialog = {
  showErrorBox: (_title: string, text: string) => void desktop.errors.push(text),
  showSaveDialog: async () => ({ canceled: desktop.saveTo === null, filePath: desktop.saveTo ?? '' }),
}
/** Locks by turning each byte over: enough to see that what lies on the disk is not the secret. */
export const safeStorage = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: (): string => 'gnome_libsecret',
  encryptString: (text: string) => Buffer.from(text).map((byte) => byte ^ 0xff),
  decryptString: (locked: Buffer) => Buffer.from(locked).map((byte) => byte ^ 0xff).toString(),
}
export const Menu = { setApplicationMenu: () => undefined }
