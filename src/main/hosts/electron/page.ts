import { randomBytes } from 'node:crypto'
import type { CustomScheme } from 'electron'
import { contentPolicy } from '../http.ts'
import type { Page } from '../http.ts'

export const SCHEME = 'constancia'
/** The one address the window ever shows. */
export const HOME = `${SCHEME}://app/`

/** A web origin of its own: storage and same-origin rules work, `file:` is never used. Fetch only together with CORS. */
export const scheme: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true },
}

/** Whether an address is one of the app's own origin. An empty or foreign one is not. */
export function isOwn(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return url.protocol === `${SCHEME}:` && url.host === 'app' && url.username === '' && url.password === '' && url.port === ''
}

/** Answers the page's requests from the fixed list of built files: no path is ever joined. */
export function servePage(request: { readonly url: string; readonly method: string }, page: Page): Response {
  if (request.method !== 'GET' || !isOwn(request.url)) return new Response(null, { status: 403 })
  const { pathname } = new URL(request.url)
  if (pathname === '/') {
    const nonce = randomBytes(16).toString('base64')
    return new Response(page.html.replaceAll('__NONCE__', nonce), {
      headers: { ...COMMON, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentPolicy(nonce) },
    })
  }
  const asset = page.assets.get(pathname)
  if (asset === undefined) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(asset.bytes), { headers: { ...COMMON, 'content-type': asset.type } })
}

const COMMON = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-origin' }
