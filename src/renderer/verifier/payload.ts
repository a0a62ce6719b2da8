// What the three kinds of signed bytes say: a paper's seal, a key's bundle, an annulment list. Exact keys, exact types.

import { Malformed, readCbor } from './cbor.ts'
import type { CborMap, CborValue } from './cbor.ts'
import { toHex } from './cose.ts'
import { inflate } from './inflate.ts'

/** Facts of a paper, as they must be printed on it. Moments in seconds, days since 1970-01-01. */
export interface Facts {
  readonly ruc: string
  readonly issuedAt: number
  readonly expiresAt: number | null
  readonly kind: string
  readonly name: string
  readonly document: string | null
  readonly action: string | null
  readonly from: number | null
  readonly to: number | null
  readonly hours: number | null
  readonly number: string
  readonly serial: number
  readonly signer: string | null
  readonly resolution: string | null
  readonly grade: string | null
}

/** A signing key as an office's root vouches for it. Moments in seconds. */
export interface KeyBundle {
  readonly ruc: string
  readonly issuedAt: number
  readonly kid: string
  readonly publicKey: Uint8Array
  readonly from: number
  readonly to: number
  readonly name: string
  readonly compromisedAt: number | null
}

export interface AnnulmentList {
  readonly ruc: string
  readonly issuedAt: number
  readonly nextAt: number
  /** By the key that sealed: up to which serial the list speaks, and the bits of those annulled. */
  readonly byKid: ReadonlyMap<string, { readonly highest: number; readonly bits: Uint8Array }>
}

const PAPER = -65537
const BUNDLE = -65538
const LIST = -65539

const MOMENT = 253402300799
const DAY = 2932896
const SERIAL = 8388607
const HOURS = 99999
const LIST_BYTES = 1024 * 1024
const LIST_ENTRIES = 200

/** Takes the values out of a map one by one; what is left over at the end, or of another type, is `Malformed`. */
class Fields {
  readonly #map: Map<number, CborValue>

  constructor(value: CborValue | undefined) {
    if (!(value instanceof Map)) throw new Malformed('no map')
    this.#map = new Map(value as CborMap)
  }

  #take(key: number): CborValue {
    const value = this.#map.get(key)
    if (value === undefined) throw new Malformed(`key ${key} is missing`)
    this.#map.delete(key)
    return value
  }

  /** Null when the key is not there; else what `read` makes of it. */
  maybe<T>(key: number, read: (key: number) => T): T | null {
    return this.#map.has(key) ? read(key) : null
  }

  uint(key: number, most: number, least = 0): number {
    return asUint(this.#take(key), most, least)
  }

  text(key: number, most: number): string {
    const value = this.#take(key)
    if (typeof value !== 'string') throw new Malformed(`key ${key} is no text`)
    const length = Array.from(value).length
    const isClean = value === value.normalize('NFC') && !/[\u0000-\u001f\u007f-\u009f]/.test(value)
    if (length < 1 || length > most || !isClean) throw new Malformed(`the text of key ${key} is not as it must be`)
    return value
  }

  bytes(key: number, length: number): Uint8Array {
    return asBytes(this.#take(key), length)
  }

  ruc(key: number): string {
    return String(this.uint(key, 99999999999, 10000000000))
  }

  value(key: number): CborValue {
    return this.#take(key)
  }

  map(key: number): Fields {
    return new Fields(this.#take(key))
  }

  done(): void {
    if (this.#map.size > 0) throw new Malformed('a key that the format does not name')
  }
}

function asUint(value: CborValue | undefined, most: number, least = 0): number {
  if (typeof value !== 'number' || value < least || value > most) throw new Malformed('a number out of its bounds')
  return value
}

function asBytes(value: CborValue | undefined, length: number): Uint8Array {
  if (!(value instanceof Uint8Array) || value.length !== length) throw new Malformed('bytes of another length')
  return value
}

/** What signed bytes are, before their signature is looked at. */
export type Sort = 'paper' | 'other' | 'newer'

/** `other` for a bundle or a list, `newer` for a later version of the format. Throws `Malformed` when it is no map. */
export function sortOf(payload: Uint8Array): Sort {
  const map = readCbor(payload)
  if (!(map instanceof Map)) throw new Malformed('no map')
  if (map.has(BUNDLE) || map.has(LIST)) return 'other'
  const body: CborValue | undefined = map.get(PAPER)
  const format = body instanceof Map ? body.get(0) : undefined
  return typeof format === 'number' && format > 1 ? 'newer' : 'paper'
}

/** Reads a paper's facts. Throws `Malformed`. */
export function readFacts(payload: Uint8Array): Facts {
  const outer = new Fields(readCbor(payload))
  const body = outer.map(PAPER)
  body.uint(0, 1, 1)
  const text = (most: number) => (key: number) => body.text(key, most)
  const day = (key: number) => body.uint(key, DAY)
  const facts: Facts = {
    ruc: outer.ruc(1),
    expiresAt: outer.maybe(4, (key) => outer.uint(key, MOMENT)),
    issuedAt: outer.uint(6, MOMENT),
    kind: body.text(1, 8),
    name: body.text(2, 100),
    document: body.maybe(3, text(16)),
    action: body.maybe(4, text(120)),
    from: body.maybe(5, day),
    to: body.maybe(6, day),
    hours: body.maybe(7, (key) => body.uint(key, HOURS)),
    number: body.text(8, 40),
    serial: body.uint(9, SERIAL, 1),
    signer: body.maybe(10, text(60)),
    resolution: body.maybe(11, text(80)),
    grade: body.maybe(12, text(20)),
  }
  // Of the printed text's hash this page can ask nothing: it sees no text.
  body.maybe(13, (key) => body.bytes(key, 16))
  body.done()
  outer.done()
  return facts
}

/** Reads what a root says of a key. Throws `Malformed`. */
export function readBundle(payload: Uint8Array): KeyBundle {
  const outer = new Fields(readCbor(payload))
  const body = outer.map(BUNDLE)
  body.uint(0, 1, 1)
  const bundle: KeyBundle = {
    ruc: outer.ruc(1),
    issuedAt: outer.uint(6, MOMENT),
    kid: toHex(body.bytes(1, 8)),
    publicKey: body.bytes(2, 32),
    from: body.uint(3, MOMENT),
    to: body.uint(4, MOMENT),
    name: body.text(5, 120),
    compromisedAt: body.maybe(7, (key) => body.uint(key, MOMENT)),
  }
  const ubigeo = body.maybe(6, (key) => body.text(key, 6))
  if (ubigeo !== null && !/^\d{6}$/.test(ubigeo)) throw new Malformed('a UBIGEO that is none')
  if (bundle.from > bundle.to) throw new Malformed('a key that ends before it begins')
  body.done()
  outer.done()
  return bundle
}

/** Reads an annulment list and inflates its bits. Throws `Malformed`. */
export function readList(payload: Uint8Array): AnnulmentList {
  const outer = new Fields(readCbor(payload))
  const body = outer.map(LIST)
  body.uint(0, 1, 1)
  const list = { ruc: outer.ruc(1), nextAt: outer.uint(4, MOMENT), issuedAt: outer.uint(6, MOMENT) }
  if (list.issuedAt > list.nextAt) throw new Malformed('a list older than itself')
  const entries = body.value(1)
  if (!Array.isArray(entries) || entries.length > LIST_ENTRIES) throw new Malformed('no list of entries')
  const byKid = new Map<string, { highest: number; bits: Uint8Array }>()
  for (const entry of entries as readonly CborValue[]) {
    if (!Array.isArray(entry) || entry.length !== 3) throw new Malformed('an entry of another shape')
    const [kid, highest, packed] = entry as readonly CborValue[]
    if (!(packed instanceof Uint8Array)) throw new Malformed('an entry without its bits')
    const name = toHex(asBytes(kid, 8))
    if (byKid.has(name)) throw new Malformed('a key named twice')
    byKid.set(name, { highest: asUint(highest, SERIAL), bits: inflate(packed, LIST_BYTES) })
  }
  body.done()
  outer.done()
  return { ...list, byKid }
}

/** Whether the list says that a serial is annulled; past its bits nothing is. */
export function isBitSet(bits: Uint8Array, serial: number): boolean {
  return ((bits[serial >> 3] ?? 0) & (0x80 >> (serial & 7))) !== 0
}
