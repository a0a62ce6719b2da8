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
    send: (name, bytes) => bridge.send(name, bytes),
    fetch: (file) => bridge.fetch(file),
    onConnection: () => () => undefined,
  }
}
