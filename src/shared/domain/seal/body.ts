import { dayFromNumber, dayNumber } from '../dates.ts'
import type { Cbor, CborMap } from './cbor.ts'
import { encodeCbor } from './cbor.ts'
import { BODY, fittedText, hasOnly, isBytes, isMap, isMoment, isRuc, isText, isWhole, lastDay, lastMoment, lastSerial, momentOf, readMap, secondsOf } from './fields.ts'

/** What a paper's seal states, to be compared with the paper. Absent things are null. */
export interface SealBody {
  /** "CERT", "CONST": up to 8 characters. */
  readonly kind: string
  /** As it is printed. */
  readonly name: string
  /** "01-12345678", whole or masked as on the paper. */
  readonly document: string | null
  readonly action: string | null
  /** Civil days. */
  readonly from: string | null
  readonly to: string | null
  /** Whole hours. */
  readonly hours: number | null
  /** The printed number. */
  readonly number: string
  readonly signer: string | null
  readonly resolution: string | null
  readonly grade: string | null
  /** First 16 bytes of SHA-256 of the printed text. */
  readonly textHash: Uint8Array | null
  /** UTC moment until which it stands. */
  readonly expiresAt: string | null
}

export interface SealPayload {
  readonly ruc: string
  /** UTC moment, whole seconds. */
  readonly issuedAt: string
  readonly serial: number
  readonly body: SealBody
}

/** Most characters (code points) of each text, docs/sello.md §3. Longer ones are cut and end with «…». */
export const sealLimits = { kind: 8, name: 100, document: 16, action: 120, number: 40, signer: 60, resolution: 80, grade: 20 } as const
const mostHours = 99_999
const hashLength = 16

/** The body as a seal can hold it: texts in NFC and cut where they are longer, what does not fit a field left out. Throws RangeError without a kind, a name or a number. */
export function fittedBody(body: SealBody): SealBody {
  const fit = (text: string | null, most: number): string | null => (text === null ? null : fittedText(text, most) || null)
  const must = (text: string, most: number): string => fit(text, most) ?? raise('a seal needs a kind, a name and a number')
  return {
    kind: must(body.kind, sealLimits.kind),
    name: must(body.name, sealLimits.name),
    document: fit(body.document, sealLimits.document),
    action: fit(body.action, sealLimits.action),
    from: fittedDay(body.from),
    to: fittedDay(body.to),
    hours: body.hours !== null && isWhole(body.hours, 0, mostHours) && Number.isInteger(body.hours) ? body.hours : null,
    number: must(body.number, sealLimits.number),
    signer: fit(body.signer, sealLimits.signer),
    resolution: fit(body.resolution, sealLimits.resolution),
    grade: fit(body.grade, sealLimits.grade),
    textHash: body.textHash,
    expiresAt: body.expiresAt,
  }
}

function fittedDay(day: string | null): string | null {
  return day !== null && isWhole(dayNumber(day), 0, lastDay) ? day : null
}

function raise(message: string): never {
  throw new RangeError(message)
}

/** The payload's bytes. Throws RangeError for what the format cannot hold; `fittedBody` makes it fit. */
export function encodePayload({ ruc, issuedAt, serial, body }: SealPayload): Uint8Array {
  const held: [number, Cbor | null][] = [
    [0, 1], [1, body.kind], [2, body.name], [3, body.document], [4, body.action],
    [5, body.from === null ? null : dayNumber(body.from)], [6, body.to === null ? null : dayNumber(body.to)],
    [7, body.hours], [8, body.number], [9, serial], [10, body.signer], [11, body.resolution], [12, body.grade], [13, body.textHash],
  ]
  const outer: [number, Cbor | null][] = [[1, Number(ruc)], [4, body.expiresAt === null ? null : secondsOf(body.expiresAt)], [6, secondsOf(issuedAt)], [BODY.paper, mapOf(held)]]
  const bytes = encodeCbor(mapOf(outer))
  // What this very reader would refuse is never signed.
  if (typeof decodePayload(bytes) === 'string') throw new RangeError('a seal cannot hold this')
  return bytes
}

function mapOf(entries: readonly [number, Cbor | null][]): CborMap {
  return new Map(entries.filter((entry): entry is [number, Cbor] => entry[1] !== null))
}

/** What the payload states; or that it is another kind of payload, of a later format, or not strictly what docs/sello.md §3 says. */
export function decodePayload(bytes: Uint8Array): SealPayload | 'notAPaper' | 'newerFormat' | 'malformed' {
  const map = readMap(bytes)
  if (map === null) return 'malformed'
  if (map.has(BODY.bundle) || map.has(BODY.list)) return 'notAPaper'
  const body = map.get(BODY.paper)
  if (!isMap(body)) return 'malformed'
  const format: Cbor | undefined = body.get(0)
  if (isWhole(format, 2, Number.MAX_SAFE_INTEGER)) return 'newerFormat'
  const [ruc, expires, issued] = [map.get(1), map.get(4), map.get(6)]
  if (!isWhole(format, 1, 1) || !hasOnly(map, [1, 6, BODY.paper], [4]) || !isRuc(ruc) || !isMoment(issued)) return 'malformed'
  if (expires !== undefined && !isMoment(expires)) return 'malformed'
  const serial = body.get(9)
  if (!isBody(body) || typeof serial !== 'number') return 'malformed'
  return { ruc: String(ruc), issuedAt: momentOf(issued), serial, body: bodyOf(body, expires ?? null) }
}

function isBody(map: CborMap): boolean {
  const optional = (key: number, isRight: (value: Cbor) => boolean): boolean => {
    const value = map.get(key)
    return value === undefined || isRight(value)
  }
  const day = (value: Cbor): boolean => isWhole(value, 0, lastDay)
  return (
    hasOnly(map, [0, 1, 2, 8, 9], [3, 4, 5, 6, 7, 10, 11, 12, 13]) &&
    isText(map.get(1), sealLimits.kind) &&
    isText(map.get(2), sealLimits.name) &&
    optional(3, (value) => isText(value, sealLimits.document)) &&
    optional(4, (value) => isText(value, sealLimits.action)) &&
    optional(5, day) &&
    optional(6, day) &&
    optional(7, (value) => isWhole(value, 0, mostHours)) &&
    isText(map.get(8), sealLimits.number) &&
    isWhole(map.get(9), 1, lastSerial) &&
    optional(10, (value) => isText(value, sealLimits.signer)) &&
    optional(11, (value) => isText(value, sealLimits.resolution)) &&
    optional(12, (value) => isText(value, sealLimits.grade)) &&
    optional(13, (value) => isBytes(value, hashLength))
  )
}

/** Of a map whose types were looked at. */
function bodyOf(map: CborMap, expires: number | null): SealBody {
  const text = (key: number): string | null => (map.get(key) as string | undefined) ?? null
  const whole = (key: number): number | null => (map.get(key) as number | undefined) ?? null
  const day = (key: number): string | null => {
    const days = whole(key)
    return days === null ? null : dayFromNumber(days)
  }
  return {
    kind: text(1) ?? '', name: text(2) ?? '', document: text(3), action: text(4), from: day(5), to: day(6), hours: whole(7), number: text(8) ?? '',
    signer: text(10), resolution: text(11), grade: text(12), textHash: (map.get(13) as Uint8Array | undefined) ?? null,
    expiresAt: expires === null ? null : momentOf(Math.min(expires, lastMoment)),
  }
}
