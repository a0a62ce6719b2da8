import type { FileRef, Transport, WireAnswer, WireNews, WireRequest } from '../../shared/rpc/wire.ts'

/** A transport seen from the page: it also tells when the core cannot be reached, and when it can again. */
export interface PageTransport extends Transport {
  onConnection(listener: (alive: boolean) => void): () => void
}

/** What the Electron preload puts on `window.constancia`. */
export interface Bridge {
  call(request: WireRequest): Promise<WireAnswer>
  cancel(id: string): void
  onNews(listener: (news: WireNews) => void): () => void
  send(name: string, bytes: Uint8Array): Promise<WireAnswer>
  fetch(file: FileRef): Promise<WireAnswer>
}

/** Thrown when the core gives no answer at all; the screen says it in the person's language. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('the core gives no answer', { cause })
    this.name = 'Unreachable'
  }
}

/** A set of listeners; `add` gives back the way to leave. */
export function listeners<T>() {
  const all = new Set<(value: T) => void>()
  return {
    add(listener: (value: T) => void): () => void {
      all.add(listener)
      return () => void all.delete(listener)
    },
    tell(value: T): void {
      for (const listener of all) listener(value)
    },
  }
}
