import type { Cbor, CborMap } from './cbor.ts'
import { decodeCbor, encodeCbor } from './cbor.ts'

/** The key under which each kind of payload holds its body: no signature can be read as one of another kind. */
export const BODY = { paper: -65537, bundle: -65538, list: -65539 } as const

/** Last second of the year 9999, and its day. */
export const lastMoment = 253_402_300_799
export const lastDay = 2_932_896
/** So many serials that their bits fill one MiB. */
export const lastSerial = 8_388_607

/** Seconds since 1970 of a moment in UTC text; parts of a second are dropped. */
export function secondsOf(moment: string): number {
  const seconds = Math.floor(Date.parse(moment) / 1000)
  if (!Number.isSafeInteger(seconds)) throw new RangeError(`not a moment: ${moment}`)
  return seconds
}

/** The moment as UTC text. */
export function momentOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}

/** A map in deterministic CBOR that encodes to the same bytes again, or null. */
export function readMap(bytes: Uint8Array): CborMap | null {
  const value = decodeCbor(bytes)
  if (!isMap(value)) return null
  return isSame(encodeCbor(value), bytes) ? value : null
}

export function isMap(value: Cbor | null | undefined): value is CborMap {
  return value instanceof Map
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}

/** Whether the map has all of these keys and none but these and those. */
export function hasOnly(map: CborMap, needed: readonly number[], allowed: readonly number[] = []): boolean {
  return needed.every((key) => map.has(key)) && [...map.keys()].every((key) => needed.includes(key) || allowed.includes(key))
}

export function isWhole(value: Cbor | undefined, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most
}

export const isRuc = (value: Cbor | undefined): value is number => isWhole(value, 10_000_000_000, 99_999_999_999)
export const isMoment = (value: Cbor | undefined): value is number => isWhole(value, 0, lastMoment)

export function isBytes(value: Cbor | undefined, length: number): value is Uint8Array {
  return value instanceof Uint8Array && value.length === length
}

/** NFC, no control characters, from 1 character (code point) up to so many. */
export function isText(value: Cbor | undefined, most: number): value is string {
  if (typeof value !== 'string' || value === '' || value.length > 2 * most) return false
  return [...value].length <= most && !CONTROL.test(value) && value.normalize('NFC') === value
}

const CONTROL = /[\u0000-\u001F\u007F-\u009F]/
const CONTROLS = /[\u0000-\u001F\u007F-\u009F]+/g

/** The text as a seal may hold it: NFC, control characters as blanks, cut with «…» where it is longer. */
export function fittedText(text: string, most: number): string {
  const clean = text.toWellFormed().replace(CONTROLS, ' ').replace(/ {2,}/g, ' ').trim().normalize('NFC')
  const letters = [...clean]
  return letters.length <= most ? clean : `${letters.slice(0, most - 1).join('').trimEnd()}…`.normalize('NFC')
}

/** 0…0, as a key. */
export const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Bytes of an even number of hexadecimal digits. */
export function bytesOfHex(hex: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/.test(hex)) throw new RangeError('not hexadecimal')
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16))
}
