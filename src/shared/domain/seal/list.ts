import type { Cbor } from './cbor.ts'
import { encodeCbor } from './cbor.ts'
import { BODY, bytesOfHex, hasOnly, hexOf, isBytes, isMap, isMoment, isRuc, isWhole, lastSerial, momentOf, readMap, secondsOf } from './fields.ts'

/** Serials of one key that count no more. */
export interface ListEntry {
  readonly kid: string
  /** The last serial that the list knows of. */
  readonly highest: number
  /** Deflated bit string (RFC 1951): serial n is byte n>>3, mask 0x80>>(n&7). */
  readonly bits: Uint8Array
}

/** An annulment list. Moments are UTC text, whole seconds. docs/sello.md §5 */
export interface AnnulmentList {
  readonly ruc: string
  readonly issuedAt: string
  readonly nextAt: string
  readonly entries: readonly ListEntry[]
}

/** Bytes of a bit string, inflated. */
export const mostBits = 1024 * 1024
const mostEntries = 200

/** The bit string of these serials, without zero bytes at its end. */
export function bitString(serials: readonly number[]): Uint8Array {
  const bits = new Uint8Array(serials.length === 0 ? 0 : (serials.reduce((a, b) => Math.max(a, b), 0) >> 3) + 1)
  for (const serial of serials) bits[serial >> 3] = (bits[serial >> 3] ?? 0) | (0x80 >> (serial & 7))
  return bits
}

export function hasBit(bits: Uint8Array, serial: number): boolean {
  return ((bits[serial >> 3] ?? 0) & (0x80 >> (serial & 7))) !== 0
}

/** The payload's bytes. Throws RangeError for what the format cannot hold. */
export function encodeList({ ruc, issuedAt, nextAt, entries }: AnnulmentList): Uint8Array {
  const body = new Map<number, Cbor>([[0, 1], [1, entries.map(({ kid, highest, bits }) => [bytesOfHex(kid), highest, bits])]])
  const bytes = encodeCbor(new Map<number, Cbor>([[1, Number(ruc)], [4, secondsOf(nextAt)], [6, secondsOf(issuedAt)], [BODY.list, body]]))
  if (decodeList(bytes) === null) throw new RangeError('a list cannot hold this')
  return bytes
}

/** What the payload says, or null when it is not strictly a list. Neither its signature nor its bits are looked at here. */
export function decodeList(bytes: Uint8Array): AnnulmentList | null {
  const map = readMap(bytes)
  const body = map?.get(BODY.list)
  if (map === null || !isMap(body) || !hasOnly(map, [1, 4, 6, BODY.list]) || !hasOnly(body, [0, 1]) || body.get(0) !== 1) return null
  const [ruc, next, issued, held] = [map.get(1), map.get(4), map.get(6), body.get(1)]
  if (!isRuc(ruc) || !isMoment(next) || !isMoment(issued) || issued > next || !Array.isArray(held) || held.length > mostEntries) return null
  const entries: ListEntry[] = []
  for (const entry of held as readonly Cbor[]) {
    if (!Array.isArray(entry) || entry.length !== 3) return null
    const [kid, highest, bits] = entry as readonly Cbor[]
    if (!isBytes(kid, 8) || !isWhole(highest, 0, lastSerial) || !(bits instanceof Uint8Array)) return null
    entries.push({ kid: hexOf(kid), highest, bits })
  }
  if (new Set(entries.map((entry) => entry.kid)).size !== entries.length) return null
  return { ruc: String(ruc), issuedAt: momentOf(issued), nextAt: momentOf(next), entries }
}
