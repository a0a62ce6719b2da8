import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startHttpHost } from '../../src/main/hosts/http.ts'
import { fileRef, wireAnswer, wireNews } from '../../src/shared/rpc/wire.ts'
import type { Transport } from '../../src/shared/rpc/wire.ts'
import { openApp } from '../support/open-app.ts'
import { everythingIsCarried } from './scenario.ts'

const logo = join(import.meta.dirname, '../../samples/assets/logo-municipalidad.png')

/** The loopback host on a real office, with a page of one file beside a secret that must not be served. */
async function openHost() {
  const opened = await openApp()
  const page = join(opened.folder, 'pagina')
  await mkdir(page)
  await writeFile(join(page, 'index.html'), '<meta name="csp-nonce" content="__NONCE__">')
  await writeFile(join(page, 'app.js'), 'export {}')
  await writeFile(join(opened.folder, 'secreto.js'), 'secret')
  const host = await startHttpHost({ app: opened.app, page, session: { who: 'Prueba', language: 'es' } })
  onTestFinished(() => host.close())
  const url = new URL(host.address)
  const first = await fetch(host.address, { redirect: 'manual' })
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { ...opened, origin: url.origin, cookie, address: host.address }
}

type Host = Awaited<ReturnType<typeof openHost>>

/** The page's own way of asking. */
const headers = (host: Host, more: Record<string, string> = {}) => ({ cookie: host.cookie, origin: host.origin, ...more })

function transportTo(host: Host): Transport {
  const post = (path: string, body: string | Uint8Array, type: string): Promise<Response> =>
    fetch(`${host.origin}${path}`, { method: 'POST', body: body as BodyInit, headers: headers(host, { 'content-type': type }) })
  return {
    call: async (call) => wireAnswer.parse(await (await post('/call', JSON.stringify(call), 'application/json')).json()),
    cancel: (id) => void post('/cancel', JSON.stringify({ id }), 'application/json'),
    onNews: (listener) => {
      const ask = request(`${host.origin}/news`, { headers: headers(host) }, (stream) => {
        stream.setEncoding('utf8').on('data', (text: string) => {
          for (const line of text.split('\n')) if (line.startsWith('data: ')) listener(wireNews.parse(JSON.parse(line.slice(6))))
        })
      })
      ask.on('error', () => undefined).end()
      return () => ask.destroy()
    },
    send: async (name, bytes) => {
      const answer = wireAnswer.parse(await (await post(`/send?name=${encodeURIComponent(name)}`, bytes, 'application/octet-stream')).json())
      return fileRef.parse(answer.ok ? answer.value : null)
    },
    fetch: async (file) => new Uint8Array(await (await fetch(`${host.origin}/files/${file.id}`, { headers: headers(host) })).arrayBuffer()),
  }
}

/** One request whose Host header is ours to choose: `fetch` would set its own. */
function status(host: Host, path: string, sent: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(host.origin)
    request({ hostname, port, path, method, headers: sent }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

describe('the loopback host', () => {
  it('carries calls, refusals, files, progress, cancel and news', async () => {
    const host = await openHost()
    await everythingIsCarried(transportTo(host), await readFile(logo))
  })

  it('listens on this machine only and changes its token at each start', async () => {
    const [one, other] = [await openHost(), await openHost()]
    expect(new URL(one.origin).hostname).toBe('127.0.0.1')
    expect(one.cookie).not.toBe(other.cookie)
  })

  it('refuses who does not hold the token', async () => {
    const host = await openHost()
    const host1 = new URL(host.origin).host
    for (const cookie of ['', 'constancia=', 'constancia=x', `${host.cookie}x`]) {
      expect(await status(host, '/', { host: host1, cookie })).toBe(403)
      expect(await status(host, '/news', { host: host1, cookie })).toBe(403)
      expect(await status(host, '/call', { host: host1, cookie, origin: host.origin, 'content-type': 'application/json' }, 'POST')).toBe(403)
    }
    expect(await status(host, '/?t=otro', { host: host1 })).toBe(403)
  })

  it('refuses a foreign Host and a foreign Origin, token or not', async () => {
    const host = await openHost()
    const own = new URL(host.origin).host
    expect(await status(host, '/', { host: 'constancia.example', cookie: host.cookie })).toBe(403)
    expect(await status(host, '/', { host: own.replace('127.0.0.1', 'localhost'), cookie: host.cookie })).toBe(403)
    expect(await status(host, '/call', { host: own, cookie: host.cookie, origin: 'http://otro.example', 'content-type': 'application/json' }, 'POST')).toBe(403)
    expect(await status(host, '/call', { host: own, cookie: host.cookie, origin: 'null', 'content-type': 'application/json' }, 'POST')).toBe(403)
    expect(await status(host, '/call', { host: own, cookie: host.cookie, 'content-type': 'application/json' }, 'POST')).toBe(403)
    expect(await status(host, '/', { host: own, cookie: host.cookie, 'sec-fetch-site': 'cross-site' })).toBe(403)
  })

  it('serves the page under a strict policy with a new nonce each time, and nothing beside the page', async () => {
    const host = await openHost()
    const pages = [await fetch(host.origin, { headers: { cookie: host.cookie } }), await fetch(host.origin, { headers: { cookie: host.cookie } })]
    const nonces = await Promise.all(pages.map(async (page) => /content="([^"]+)"/.exec(await page.text())?.[1]))
    expect(nonces[0]).not.toBe(nonces[1])
    expect(pages[0]?.headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonces[0]}'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'`,
    )
    const own = new URL(host.origin).host
    expect(await status(host, '/app.js', { host: own, cookie: host.cookie })).toBe(200)
    for (const path of ['/../secreto.js', '/..%2fsecreto.js', '/%2e%2e/secreto.js', '/secreto.js', '/constancia.db', '/files/../../constancia.db', '/files/01900000-0000-7000-8000-000000000000']) {
      expect(await status(host, path, { host: own, cookie: host.cookie })).toBe(404)
    }
  })

  it('answers what is not a call without failing', async () => {
    const host = await openHost()
    const call = async (body: string, type = 'application/json'): Promise<number> => (await fetch(`${host.origin}/call`, { method: 'POST', body, headers: headers(host, { 'content-type': type }) })).status
    expect(await call('{}', 'text/plain')).toBe(415)
    expect(await call('not json')).toBe(400)
    expect(await call('{"id":"1","name":"people.list","input":{"__proto__":{"x":1}}}')).toBe(400)
    const unknown = await fetch(`${host.origin}/call`, { method: 'POST', body: '{"id":"1","name":"people.constructor","input":{}}', headers: headers(host, { 'content-type': 'application/json' }) })
    expect(await unknown.json()).toMatchObject({ ok: false, error: { code: 'missing' } })
    expect(host.bugs).toEqual([])
  })
})
