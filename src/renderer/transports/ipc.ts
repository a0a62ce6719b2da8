import { AppError } from '../../shared/rpc/errors.ts'
import { fileRef } from '../../shared/rpc/wire.ts'
import type { WireAnswer } from '../../shared/rpc/wire.ts'
import { Unreachable } from './page-transport.ts'
import type { Bridge, PageTransport } from './page-transport.ts'

declare global {
  interface Window {
    /** Present in the desktop window only. */
    readonly constancia?: Bridge
  }
}

/** Over the preload's bridge. The core lives as long as the window: the connection is never lost. */
export function ipcTransport(bridge: Bridge): PageTransport {
  return {
    call: (request) => bridge.call(request),
    cancel: (id) => bridge.cancel(id),
    onNews: (listener) => bridge.onNews(listener),
    send: async (name, bytes) => fileRef.parse(valueOf(await bridge.send(name, bytes))),
    fetch: async (file) => {
      const bytes = valueOf(await bridge.fetch(file))
      if (!(bytes instanceof Uint8Array)) throw new Unreachable(bytes)
      return bytes
    },
    onConnection: () => () => undefined,
  }
}

/** The value of an answer; a refusal is thrown as the failure it says. */
function valueOf(answer: WireAnswer): unknown {
  if (!answer.ok) throw new AppError(answer.error)
  return answer.value
}
