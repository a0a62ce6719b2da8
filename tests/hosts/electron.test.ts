import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SafeStorage } from 'electron'
import { createKeeper } from '../../src/main/core/keeper.ts'
import { accountLock } from '../../src/main/hosts/electron/account-lock.ts'
import { desktopDesk } from '../../src/main/hosts/electron/desk.ts'
import type { Surface } from '../../src/main/hosts/electron/desk.ts'
import { programFolder } from '../../src/main/hosts/office.ts'
import { ipcTransport } from '../../src/renderer/transports/ipc.ts'
import type { Bridge } from '../../src/renderer/transports/page-transport.ts'
import { contract } from '../../src/shared/contract/index.ts'
import { createClient } from '../../src/shared/rpc/client.ts'
import type { Transport, WireAnswer, WireNews } from '../../src/shared/rpc/wire.ts'
import * as stand from './electron-stand-in.ts'
import { everythingIsCarried } from './scenario.ts'

/** The desktop host, started whole by its own main.ts on a real office in a folder of its own. */
const folder = mkdtempSync(join(tmpdir(), 'constancia-electron-'))
let bridge: Transport
let window: stand.BrowserWindow

/** The screens need not be built for this: a page of two files stands for them. */
const pageFolder = join(programFolder(), 'out/renderer')
const hasPage = existsSync(join(pageFolder, 'index.html'))

beforeAll(async () => {
  process.env['CONSTANCIA_HOME'] = folder
  if (!hasPage) {
    mkdirSync(pageFolder, { recursive: true })
    writeFileSync(join(pageFolder, 'index.html'), '<meta name="csp-nonce" content="__NONCE__">')
  }
  await import('../../src/main/hosts/electron/main.ts')
  stand.app.becomeReady()
  await vi.waitFor(
    () => {
      if (stand.windows[0]?.isShown !== true) throw new Error(stand.desktop.errors[0] ?? 'no window yet')
    },
    { timeout: 30_000 },
  )
  window = stand.windows[0] as stand.BrowserWindow
  stand.loadPreloadInto(window.webContents)
  await import('../../src/main/hosts/electron/preload.ts')
  bridge = ipcTransport(stand.exposed['constancia'] as Bridge)
})

afterAll(() => {
  if (!hasPage) rmSync(pageFolder, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

const ask = (name: string, input: unknown = {}) => ({ id: randomUUID(), name, input })

describe('the desktop host', () => {
  it('carries calls, refusals, files, progress, cancel and news', async () => {
    await everythingIsCarried(bridge, readFileSync(join(programFolder(), 'samples/assets/logo-municipalidad.png')))
  })
})

describe('the desktop window', () => {
  it('is sandboxed, isolated and without Node, and so is whatever it opens', () => {
    expect(stand.app.isSandboxed).toBe(true)
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      devTools: false,
    })
    expect(stand.schemes).toEqual([
      { scheme: 'constancia', privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } },
    ])
  })

  it('shows its own page and nothing else', () => {
    const { webContents } = window
    expect(webContents.mainFrame.url).toBe('constancia://app/')
    for (const url of ['https://example.org/', 'file:///etc/passwd', 'constancia://other/', 'javascript:alert(1)', 'data:text/html,x']) {
      expect(webContents.navigate('will-navigate', url)).toBe(false)
      expect(webContents.navigate('will-redirect', url)).toBe(false)
      expect(webContents.navigate('will-frame-navigate', url)).toBe(false)
    }
    expect(webContents.navigate('will-navigate', 'constancia://app/')).toBe(true)
    expect(webContents.openHandler?.({ url: 'https://example.org/' })).toEqual({ action: 'deny' })
  })

  it('grants its own page the camera, no other permission, and lets no request leave the computer', () => {
    const pages = stand.session.defaultSession
    const isGranted = (permission: string, mediaTypes?: string[], requestingUrl = 'constancia://app/') => {
      let granted: boolean | undefined
      pages.request?.({}, permission, (answer) => (granted = answer), { requestingUrl, ...(mediaTypes && { mediaTypes }) })
      return granted
    }
    expect([isGranted('geolocation'), isGranted('media'), isGranted('media', ['audio']), isGranted('media', ['video', 'audio']), isGranted('media', ['video'], 'https://example.org/')]).not.toContain(true)
    expect(isGranted('media', ['video'])).toBe(true)
    const isAllowed = (permission: string, origin: string, mediaType?: string) => pages.check?.({}, permission, origin, mediaType === undefined ? {} : { mediaType })
    expect([isAllowed('notifications', 'constancia://app/'), isAllowed('media', 'constancia://app/', 'audio'), isAllowed('media', 'https://example.org/', 'video')]).not.toContain(true)
    expect([isAllowed('media', 'constancia://app/', 'video'), pages.device?.(), pages.isSpelling]).toEqual([true, false, false])
    const isCancelled = (url: string) => {
      let cancelled: boolean | undefined
      pages.filter?.({ url }, (verdict) => (cancelled = verdict.cancel))
      return cancelled
    }
    expect(['https://example.org/', 'http://127.0.0.1/', 'ws://x/', 'file:///etc/passwd', 'constancia://other/'].map(isCancelled)).not.toContain(false)
    expect(['constancia://app/assets/a.js', 'blob:constancia://app/1', 'data:image/png;base64,'].map(isCancelled)).not.toContain(true)
  })

  it('serves the built page from a fixed list, under a policy with a fresh nonce', async () => {
    const answer = stand.served.get('constancia')
    const get = async (url: string, method = 'GET') => answer?.({ url, method }) as Promise<Response>
    const [one, other] = [await get('constancia://app/'), await get('constancia://app/')]
    expect(one.status).toBe(200)
    expect(one.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(one.headers.get('content-security-policy')).not.toBe(other.headers.get('content-security-policy'))
    const refused = [
      'constancia://app/../../package.json',
      'constancia://app/%2e%2e/%2e%2e/package.json',
      'constancia://app//etc/passwd',
      'constancia://app/assets/nothing.js',
    ]
    for (const url of refused) expect((await get(url)).status).toBe(404)
    expect((await get('constancia://other/')).status).toBe(403)
    expect((await get('constancia://app/', 'POST')).status).toBe(403)
  })
})

describe('a call through the preload', () => {
  it('reaches the core and comes back', async () => {
    const api = createClient(contract, bridge, randomUUID)
    expect(await api.app.about({})).toMatchObject({ engine: 'sqlite', folder })
  })

  it('tells the page what changed, until it stops listening', async () => {
    const heard: WireNews[] = []
    const leave = bridge.onNews((news) => heard.push(news))
    const programme = (name: string) => ask('programmes.create', { name, shortName: null, description: null })
    expect(await bridge.call(programme('Gobernabilidad'))).toMatchObject({ ok: true })
    leave()
    expect(await bridge.call(programme('Gestión pública'))).toMatchObject({ ok: true })
    expect(heard).toEqual([{ kind: 'changed', topics: ['programmes'] }])
  })

  it('carries a file in and out unchanged', async () => {
    const bytes = new TextEncoder().encode('dni,nombres\n01234567,Ñusta\n')
    const file = await bridge.send('lista.csv', bytes)
    expect(file).toMatchObject({ name: 'lista.csv', size: bytes.length, type: 'csv' })
    expect(await bridge.fetch(file)).toEqual(bytes)
  })

  it('answers an unknown call in a sentence', async () => {
    expect(await bridge.call(ask('people.eraseAll'))).toMatchObject({ ok: false, error: { code: 'missing' } })
  })

  it.each([
    ['a prototype of its own', JSON.parse('{"id":"1","name":"app.about","input":{"__proto__":{"isAdmin":true}}}')],
    ['nine million letters', ask('search.everywhere', { text: 'a'.repeat(9_000_000) })],
    ['a map', ask('app.about', new Map())],
    ['no call at all', 'app.about'],
    ['nothing', undefined],
  ])('refuses %s as invalid', async (_what, request) => {
    expect(await bridge.call(request as never)).toMatchObject({ ok: false, error: { code: 'invalid' } })
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
  })

  it('cannot carry a function', async () => {
    await expect(bridge.call(ask('app.about', { run: () => 1 }))).rejects.toThrow(/could not be cloned/)
  })

  it('gives no file that the app does not know, whatever it is called', async () => {
    for (const id of ['../../etc/passwd', '/etc/passwd', randomUUID()]) {
      await expect(bridge.fetch({ id, name: 'a.pdf', size: 1, type: 'pdf' })).rejects.toMatchObject({ code: 'unavailable' })
    }
    await expect(bridge.fetch('/etc/passwd' as never)).rejects.toThrow(/invoking remote method/)
    await expect(bridge.send('a.csv', 'text' as never)).rejects.toThrow(/not a file/)
  })
})

describe('a call from somebody else', () => {
  const own = 'constancia://app/'
  const framesOf: readonly (readonly [string, () => { contents: stand.Contents; frame: stand.Frame | null }])[] = [
    ['a frame inside the page', () => ({ contents: window.webContents, frame: new stand.Frame(own, window.webContents.mainFrame) })],
    ['a frame that is gone', () => ({ contents: window.webContents, frame: null })],
    ['a frame that has been replaced', () => ({ contents: window.webContents, frame: new stand.Frame(own) })],
    ['another window', () => {
      const contents = new stand.Contents()
      contents.mainFrame = new stand.Frame(own)
      return { contents, frame: contents.mainFrame }
    }],
    ['contents that are not the window, in its name', () => ({ contents: new stand.Contents(), frame: window.webContents.mainFrame })],
    ...['https://example.org/', 'constancia://app.example.org/', 'constancia://app@example.org/', 'file:///home/a.html', 'about:blank', ''].map(
      (url) => [`the window itself, showing «${url}»`, () => {
        window.webContents.mainFrame = new stand.Frame(url)
        return { contents: window.webContents, frame: window.webContents.mainFrame }
      }] as const,
    ),
  ]

  it.each(framesOf)('is refused: %s', async (_who, from) => {
    const shown = window.webContents.mainFrame
    const { contents, frame } = from()
    const stranger = stand.rendererOf(contents, () => frame)
    await expect(stranger.invoke('constancia:call', ask('app.about'))).rejects.toThrow(/not from the window/)
    await expect(stranger.invoke('constancia:send', 'a.csv', new Uint8Array(1))).rejects.toThrow(/not from the window/)
    await expect(stranger.invoke('constancia:fetch', { id: '1' })).rejects.toThrow(/not from the window/)
    window.webContents.mainFrame = shown
  })

  it('finds no other channel', async () => {
    const inside = stand.rendererOf(window.webContents)
    await expect(inside.invoke('constancia:exec', 'ls')).rejects.toThrow(/No handler registered/)
    expect([...stand.ipcMain.handlers.keys()].sort()).toEqual(['constancia:call', 'constancia:fetch', 'constancia:send'])
    expect(Object.keys(stand.exposed)).toEqual(['constancia'])
  })
})

describe('secrets of this computer', () => {
  const storage = (backend: string, available = true) => ({ ...stand.safeStorage, isEncryptionAvailable: () => available, getSelectedStorageBackend: () => backend }) as unknown as SafeStorage

  it('are locked to the account, and come back only through its lock', async () => {
    const secret = Buffer.from('3f'.repeat(32), 'hex')
    const place = mkdtempSync(join(folder, 'llaves-'))
    await createKeeper(place, accountLock(storage('gnome_libsecret'), 'linux')).save('sello-1', secret)
    const kept = readdirSync(join(place, 'llaves'))
    expect(kept).toEqual(['sello-1.llave'])
    const lying = readFileSync(join(place, 'llaves', 'sello-1.llave'))
    expect(lying.includes(secret)).toBe(false)
    expect(lying.includes(secret.toString('base64'))).toBe(false)
    expect(await createKeeper(place, accountLock(storage('gnome_libsecret'), 'linux')).load('sello-1')).toEqual(secret)
    expect(await createKeeper(place).load('sello-1')).toBeNull()
  })

  it('are not pretended to be locked where the system has no lock of its own', () => {
    expect(accountLock(storage('basic_text'), 'linux')).toBeUndefined()
    expect(accountLock(storage('basic_text'), 'win32')).toBeDefined()
    expect(accountLock(storage('dpapi', false), 'win32')).toBeUndefined()
  })
})

describe('the desk of the desktop', () => {
  const surface = { shell: stand.shell, dialog: stand.dialog, window: () => undefined, documents: '/home', language: 'es' } as unknown as Surface
  const desk = desktopDesk(surface)
  const paper = join(folder, 'constancia.pdf')
  beforeEach(() => {
    Object.assign(stand.desktop, { opened: [], shown: [], saveTo: null, refusal: '' })
    writeFileSync(paper, '%PDF-1.7')
  })

  it('opens papers, never programs', async () => {
    expect(await desk.open(paper)).toEqual({ inPage: false })
    writeFileSync(join(folder, 'listado.desktop'), '[Desktop Entry]')
    await expect(desk.open(join(folder, 'listado.desktop'))).rejects.toMatchObject({ code: 'refused', key: 'host.notOpenable' })
    expect(stand.desktop.opened).toEqual([paper])
  })

  it('says when no program opens it', async () => {
    stand.desktop.refusal = 'No application'
    await expect(desk.open(paper)).rejects.toMatchObject({ key: 'host.noProgram' })
  })

  it('saves a copy where the person says, and none when she does not', async () => {
    expect(await desk.saveCopy(paper, 'constancia.pdf')).toEqual({ inPage: false, saved: false })
    stand.desktop.saveTo = join(folder, 'copia.pdf')
    expect(await desk.saveCopy(paper, 'constancia.pdf')).toEqual({ inPage: false, saved: true })
    expect(readFileSync(stand.desktop.saveTo, 'utf8')).toBe('%PDF-1.7')
    expect(existsSync(`${stand.desktop.saveTo}.part`)).toBe(false)
  })

  it('saves a folder whole', async () => {
    mkdirSync(join(folder, 'lote'), { recursive: true })
    writeFileSync(join(folder, 'lote', '1.pdf'), '%PDF-1')
    stand.desktop.saveTo = join(folder, 'lote-copia')
    await desk.saveCopy(join(folder, 'lote'), 'lote')
    expect(readFileSync(join(folder, 'lote-copia', '1.pdf'), 'utf8')).toBe('%PDF-1')
  })
})

describe('at the end', () => {
  it('a second start brings the window forward', () => {
    stand.app.emit('second-instance')
    expect(window.isFocused).toBe(true)
  })

  it('quitting waits for the core to close, then quits', async () => {
    const ended = new Promise((resolve) => stand.app.once('quit', resolve))
    stand.app.emit('window-all-closed')
    await ended
    expect(stand.app.hasQuit).toBe(true)
    expect(stand.ipcMain.handlers.size).toBe(0)
    const answer: Promise<WireAnswer> = bridge.call(ask('app.about'))
    await expect(answer).rejects.toThrow(/No handler registered/)
  })
})
