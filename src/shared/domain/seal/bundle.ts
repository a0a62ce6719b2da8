import type { Cbor } from './cbor.ts'
import { encodeCbor } from './cbor.ts'
import { BODY, bytesOfHex, hasOnly, hexOf, isBytes, isMap, isMoment, isRuc, isText, momentOf, readMap, secondsOf } from './fields.ts'

/** What the office's root says of a signing key. Moments are UTC text, whole seconds. docs/sello.md §4 */
export interface Bundle {
  readonly ruc: string
  readonly issuedAt: string
  /** Sixteen hexadecimal digits. */
  readonly kid: string
  readonly publicKey: Uint8Array
  readonly since: string
  readonly until: string
  /** What the office calls the computer. */
  readonly name: string
  readonly ubigeo: string | null
  readonly compromisedAt: string | null
}

/** Most characters of a computer's name. */
export const mostName = 120

/** The payload's bytes. Throws RangeError for what the format cannot hold. */
export function encodeBundle(bundle: Bundle): Uint8Array {
  const body = new Map<number, Cbor>([[0, 1], [1, bytesOfHex(bundle.kid)], [2, bundle.publicKey], [3, secondsOf(bundle.since)], [4, secondsOf(bundle.until)], [5, bundle.name]])
  if (bundle.ubigeo !== null) body.set(6, bundle.ubigeo)
  if (bundle.compromisedAt !== null) body.set(7, secondsOf(bundle.compromisedAt))
  const bytes = encodeCbor(new Map<number, Cbor>([[1, Number(bundle.ruc)], [6, secondsOf(bundle.issuedAt)], [BODY.bundle, body]]))
  if (decodeBundle(bytes) === null) throw new RangeError('a bundle cannot hold this')
  return bytes
}

/** What the payload says, or null when it is not strictly a bundle. Whether its root signed it is not asked here. */
export function decodeBundle(bytes: Uint8Array): Bundle | null {
  const map = readMap(bytes)
  const body = map?.get(BODY.bundle)
  if (map === null || !isMap(body) || !hasOnly(map, [1, 6, BODY.bundle]) || !hasOnly(body, [0, 1, 2, 3, 4, 5], [6, 7])) return null
  const [ruc, issued] = [map.get(1), map.get(6)]
  const [format, kid, publicKey, from, to, name, ubigeo, compromised] = [0, 1, 2, 3, 4, 5, 6, 7].map((key) => body.get(key))
  if (format !== 1 || !isRuc(ruc) || !isMoment(issued) || !isBytes(kid, 8) || !isBytes(publicKey, 32)) return null
  if (!isMoment(from) || !isMoment(to) || from > to || !isText(name, mostName)) return null
  if (ubigeo !== undefined && !(typeof ubigeo === 'string' && /^[0-9]{6}$/.test(ubigeo))) return null
  if (compromised !== undefined && !isMoment(compromised)) return null
  return {
    ruc: String(ruc), issuedAt: momentOf(issued), kid: hexOf(kid), publicKey, since: momentOf(from), until: momentOf(to), name,
    ubigeo: ubigeo ?? null, compromisedAt: compromised === undefined ? null : momentOf(compromised),
  }
}
