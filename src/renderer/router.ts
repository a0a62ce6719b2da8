import { useSyncExternalStore } from 'react'

/** The places of the rail, by the name of the folder under `screens`, and their word in the address. */
export const ADDRESSES = {
  home: 'inicio',
  people: 'personas',
  programmes: 'programas',
  certificates: 'certificados',
  outcomes: 'resultados',
  settings: 'ajustes',
} as const

export type Place = keyof typeof ADDRESSES
export const PLACES = Object.keys(ADDRESSES) as readonly Place[]

/** Where the person is: `#/personas/organizaciones/<id>?vista=x` is people, ['organizaciones', id], { vista: 'x' }. */
export interface Route {
  readonly place: Place
  readonly path: readonly string[]
  readonly params: Readonly<Record<string, string>>
}

/** The address of a place, for `<a href>`. */
export function href(place: Place, path: readonly string[] = [], params: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(params).toString()
  return `#/${[ADDRESSES[place], ...path.map(encodeURIComponent)].join('/')}${query === '' ? '' : `?${query}`}`
}

/** Goes there; the browser's "back" returns. */
export function go(place: Place, path: readonly string[] = [], params: Readonly<Record<string, string>> = {}): void {
  window.location.hash = href(place, path, params)
}

/** Goes there without leaving a step for "back": for filters and for what a panel shows. */
export function replace(place: Place, path: readonly string[] = [], params: Readonly<Record<string, string>> = {}): void {
  window.history.replaceState(null, '', href(place, path, params))
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

/** An address that no place has leads home. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const [first, ...rest] = path.split('/').filter((part) => part !== '').map(decoded)
  const place = PLACES.find((one) => ADDRESSES[one] === first)
  const params = Object.fromEntries(new URLSearchParams(query))
  return place === undefined ? { place: 'home', path: [], params: {} } : { place, path: rest, params }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

let seen: { hash: string; route: Route } | undefined

function current(): Route {
  const { hash } = window.location
  if (seen?.hash !== hash) seen = { hash, route: routeOf(hash) }
  return seen.route
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

export function useRoute(): Route {
  return useSyncExternalStore(subscribe, current)
}
