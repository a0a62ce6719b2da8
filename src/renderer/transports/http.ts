import { fileRef, wireAnswer, wireNews } from '../../shared/rpc/wire.ts'
import type { WireNews, WireRequest } from '../../shared/rpc/wire.ts'
import { AppError } from '../../shared/rpc/errors.ts'
import { listeners, Unreachable } from './page-transport.ts'
import type { PageTransport } from './page-transport.ts'

/** Milliseconds between two attempts to reach a host that went away. */
const RETRY_MS = 2_000

/** Over the loopback host that served this page; its same-site cookie travels by itself. */
export function httpTransport(): PageTransport {
  const news = listeners<WireNews>()
  const connection = listeners<boolean>()
  let lost = false
  listenForNews(
    (seen) => news.tell(seen),
    (alive) => {
      connection.tell(alive)
      // What changed while nobody listened is unknown: everything asks again.
      if (alive && lost) news.tell({ kind: 'changed', topics: ['*'] })
      lost = !alive
    },
  )

  return {
    async call(request: WireRequest) {
      const answer = await post('/call', JSON.stringify(request), 'application/json')
      return wireAnswer.parse(await answer.json())
    },
    cancel(id) {
      void post('/cancel', JSON.stringify({ id }), 'application/json').catch(() => undefined)
    },
    onNews: (listener) => news.add(listener),
    onConnection: (listener) => connection.add(listener),
    async send(name, bytes) {
      const answer = await post(`/send?name=${encodeURIComponent(name)}`, new Blob([bytes.slice()]), 'application/octet-stream')
      return fileRef.parse(await answered(answer))
    },
    async fetch(file) {
      const answer = await reach(`/files/${encodeURIComponent(file.id)}`, {})
      if (!answer.ok) await answered(answer)
      return new Uint8Array(await answer.arrayBuffer())
    },
  }
}

function post(path: string, body: BodyInit, type: string): Promise<Response> {
  return reach(path, { method: 'POST', body, headers: { 'content-type': type } })
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, credentials: 'same-origin' })
  } catch (cause) {
    throw new Unreachable(cause)
  }
}

/** The value of an answer in the wire's envelope; a refusal is thrown as the failure it says. */
async function answered(answer: Response): Promise<unknown> {
  const wire = wireAnswer.safeParse(await answer.json().catch(() => null))
  if (!wire.success) throw new Unreachable(answer.status)
  if (!wire.data.ok) throw new AppError(wire.data.error)
  return wire.data.value
}

/** Keeps one stream of news open for ever, and says whenever it breaks or comes back. */
function listenForNews(tell: (news: WireNews) => void, connected: (alive: boolean) => void): void {
  const open = (): void => {
    const source = new EventSource('/news')
    source.addEventListener('open', () => connected(true))
    source.addEventListener('message', (event: MessageEvent<string>) => {
      const seen = wireNews.safeParse(JSON.parse(event.data))
      if (seen.success) tell(seen.data)
    })
    source.addEventListener('error', () => {
      connected(false)
      source.close()
      setTimeout(open, RETRY_MS)
    })
  }
  open()
}
