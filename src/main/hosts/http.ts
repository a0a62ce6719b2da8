import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { say } from '../../shared/messages/messages.ts'
import type { App } from '../app.ts'
import type { Session } from '../core/context.ts'
import { isPlainData } from './guard.ts'

/**
 * The loopback host: the same app in the system's browser, for a machine where Electron cannot be had, and for tests.
 * Only this machine reaches it; a token made at each start, exchanged for a same-site cookie, tells our page from others;
 * a foreign `Host` (DNS rebinding) or `Origin` is refused.
 */
export interface HttpHost {
  /** Address with the token of this start: open it once, the page keeps the rest. */
  readonly address: string
  close(): Promise<void>
}

/** Bytes that a call may carry; a file sent in may have more. */
const callLimit = 8 * 1024 * 1024
const fileLimit = 200 * 1024 * 1024

export async function startHttpHost(options: { readonly app: App; readonly page: string; readonly session: Session; readonly port?: number }): Promise<HttpHost> {
  const token = randomBytes(24).toString('base64url')
  const page = await readPage(options.page)
  const streams = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    serve(request, response, { ...options, token, page, streams, origin: originOf(server) }).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(error instanceof TooLarge ? 413 : 500)
      response.end()
    })
  })
  const stopNews = options.app.onNews((news) => {
    for (const stream of streams) stream.write(`data: ${JSON.stringify(news)}\n\n`)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  return {
    address: `${originOf(server)}/?t=${token}`,
    close: async () => {
      stopNews()
      for (const stream of streams) stream.end()
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
    },
  }
}

interface Serving {
  readonly app: App
  readonly session: Session
  readonly token: string
  readonly page: Page
  readonly streams: Set<ServerResponse>
  readonly origin: string
}

class TooLarge extends Error {}

async function serve(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const url = new URL(request.url ?? '/', serving.origin)
  const answer = (status: number, headers: Record<string, string> = {}, body: string | Uint8Array = ''): void => {
    response.writeHead(status, { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-store', ...headers })
    response.end(body)
  }
  if (!isOurs(request, serving.origin)) return answer(403)
  const given = url.searchParams.get('t')
  if (request.method === 'GET' && url.pathname === '/' && given !== null) {
    if (!isSame(given, serving.token)) return answer(403)
    return answer(303, { location: '/', 'set-cookie': `constancia=${serving.token}; HttpOnly; SameSite=Strict; Path=/` })
  }
  if (!isSame(cookieOf(request), serving.token)) return answer(403, { 'content-type': 'text/plain; charset=utf-8' }, say(serving.session.language, 'host.noToken'))
  if (request.method === 'GET') return serveGet(url, response, serving, answer)
  if (request.method !== 'POST') return answer(405)
  if (url.pathname === '/call' || url.pathname === '/cancel') {
    if (request.headers['content-type']?.split(';')[0] !== 'application/json') return answer(415)
    const body = plainBody(await whole(request, callLimit))
    if (body === undefined) return answer(400)
    if (url.pathname === '/call') return answer(200, { 'content-type': 'application/json' }, JSON.stringify(await serving.app.call(body, serving.session)))
    if (typeof body === 'object' && body !== null && 'id' in body) serving.app.cancel(String(body.id))
    return answer(204)
  }
  if (url.pathname === '/send') {
    const taken = await serving.app.receive(url.searchParams.get('name') ?? 'archivo', limited(request, fileLimit), serving.session)
    return answer(200, { 'content-type': 'application/json' }, JSON.stringify(taken))
  }
  return answer(404)
}

type Answer = (status: number, headers?: Record<string, string>, body?: string | Uint8Array) => void

async function serveGet(url: URL, response: ServerResponse, serving: Serving, answer: Answer): Promise<void> {
  if (url.pathname === '/news') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(': constancia\n\n')
    serving.streams.add(response)
    response.on('close', () => serving.streams.delete(response))
    return
  }
  const file = /^\/files\/([0-9a-f-]{36})$/.exec(url.pathname)
  if (file?.[1] !== undefined) {
    // Only what the app itself took in or wrote has an id: no path comes from outside.
    const asked = { id: file[1], name: file[1], size: 0, type: 'other' as const }
    const found = await serving.app.bytesOf(asked, serving.session)
    if (found.ok && found.value instanceof Uint8Array) return answer(200, { 'content-type': 'application/octet-stream' }, found.value)
    return answer(404, { 'content-type': 'application/json' }, JSON.stringify(found))
  }
  if (url.pathname === '/') {
    const nonce = randomBytes(16).toString('base64')
    return answer(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentPolicy(nonce) }, serving.page.html.replaceAll('__NONCE__', nonce))
  }
  const asset = serving.page.assets.get(url.pathname)
  return asset === undefined ? answer(404) : answer(200, { 'content-type': asset.type, 'cache-control': 'max-age=31536000, immutable' }, asset.bytes)
}

/** What the page may load: itself, and nothing else. The nonce is for the styles that the interface library writes. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

export interface Page {
  readonly html: string
  readonly assets: ReadonlyMap<string, { readonly type: string; readonly bytes: Uint8Array }>
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
}

/** The built page, read whole: what is served is this fixed list, whatever address is asked for. */
export async function readPage(folder: string): Promise<Page> {
  const assets = new Map<string, { type: string; bytes: Uint8Array }>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    assets.set(path.slice(folder.length).replaceAll('\\', '/').replace(/^\/?/, '/'), { type, bytes: await readFile(path) })
  }
  return { html: await readFile(join(folder, 'index.html'), 'utf8'), assets }
}

/** The request names us as host, and comes from our own page or from no page (the address bar). */
function isOurs(request: IncomingMessage, origin: string): boolean {
  if (`http://${request.headers.host ?? ''}` !== origin) return false
  const from = request.headers.origin
  if (from !== undefined) return from === origin
  const site = request.headers['sec-fetch-site']
  return request.method === 'GET' ? site !== 'cross-site' || request.url?.startsWith('/?t=') === true : site === 'same-origin'
}

function cookieOf(request: IncomingMessage): string {
  for (const cookie of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = cookie.trim().split('=')
    if (name === 'constancia') return value ?? ''
  }
  return ''
}

function isSame(given: string, token: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(token)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** The JSON of a call, or undefined when it is none, or is more than any call needs. */
function plainBody(bytes: Buffer): unknown {
  try {
    const body: unknown = JSON.parse(bytes.toString('utf8'))
    return isPlainData(body) ? body : undefined
  } catch {
    return undefined
  }
}

async function whole(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of limited(request, limit)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* limited(request: IncomingMessage, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > limit) throw new TooLarge()
    yield bytes
  }
}

function originOf(server: Server): string {
  const address = server.address()
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
}
