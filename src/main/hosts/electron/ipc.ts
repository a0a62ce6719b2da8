import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'
import { say } from '../../../shared/messages/messages.ts'
import { fileRef } from '../../../shared/rpc/wire.ts'
import type { WireAnswer } from '../../../shared/rpc/wire.ts'
import type { App } from '../../app.ts'
import type { Session } from '../../core/context.ts'
import { isPlainData } from '../guard.ts'
import { channels } from './channels.ts'
import { isOwn } from './page.ts'

/** Bytes of a file that the page may hand in. */
const FILE_LIMIT = 200 * 1024 * 1024

export interface Ends {
  readonly ipc: IpcMain
  readonly app: App
  readonly session: Session
  /** The contents of the window, or undefined while there is none. */
  readonly contents: () => WebContents | undefined
}

/** Carries the page's calls to the core and the core's news to the page. Gives the way to stop. */
export function carryCalls({ ipc, app, session, contents }: Ends): () => void {
  const trust = (event: IpcMainInvokeEvent | IpcMainEvent): void => {
    if (!isTrusted(event, contents())) throw new Error('not from the window')
  }
  ipc.handle(channels.call, async (event, request: unknown): Promise<WireAnswer> => {
    trust(event)
    if (!isPlainData(request)) {
      return { ok: false, error: { code: 'invalid', message: say(session.language, 'host.notPlain') } }
    }
    return app.call(request, session)
  })
  ipc.handle(channels.send, async (event, name: unknown, bytes: unknown): Promise<WireAnswer> => {
    trust(event)
    if (typeof name !== 'string' || name.length > 1_000 || !(bytes instanceof Uint8Array)) throw new Error('not a file')
    if (bytes.byteLength > FILE_LIMIT) throw new Error('the file is too large')
    return app.receive(name, bytes, session)
  })
  ipc.handle(channels.fetch, async (event, file: unknown): Promise<WireAnswer> => {
    trust(event)
    return app.bytesOf(fileRef.parse(file), session)
  })
  const cancel = (event: IpcMainEvent, id: unknown): void => {
    if (isTrusted(event, contents()) && typeof id === 'string') app.cancel(id)
  }
  ipc.on(channels.cancel, cancel)
  const stopNews = app.onNews((news) => {
    const page = contents()
    if (page !== undefined && !page.isDestroyed()) page.send(channels.news, news)
  })
  return () => {
    stopNews()
    for (const channel of [channels.call, channels.send, channels.fetch]) ipc.removeHandler(channel)
    ipc.removeListener(channels.cancel, cancel)
  }
}

/** From our window's own top frame, showing our own page; a frame that is gone or has no address yet is nobody. */
function isTrusted(event: IpcMainInvokeEvent | IpcMainEvent, page: WebContents | undefined): boolean {
  const frame = event.senderFrame
  if (page === undefined || event.sender !== page || frame === null) return false
  return frame.parent === null && frame === page.mainFrame && isOwn(frame.url)
}
