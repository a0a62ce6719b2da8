// Throws changed seals at the verifier and counts how many it calls authentic: `node tests/bench/seal-mutations.ts [how many] [seed]`.
import type { Cbor, CborMap } from '../../src/shared/domain/seal/cbor.ts'
import { decodeCbor, encodeCbor } from '../../src/shared/domain/seal/cbor.ts'
import { envelopeBytes, readEnvelope } from '../../src/shared/domain/seal/cose.ts'
import { fromDigits, toDigits } from '../../src/shared/domain/seal/digits.ts'
import { verifySeal } from '../../src/shared/domain/seal/verify.ts'
import { verifySignature } from '../../src/main/features/seal/ed25519.ts'
import { cases } from '../../docs/sello/cases.ts'
import { NOW, offices } from '../../docs/sello/office.ts'
import { knowing } from '../../docs/sello/vectores.ts'

/** xorshift32: the same seed throws the same changes. */
function randomOf(seed: number): (below: number) => number {
  let state = seed | 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

type Random = (below: number) => number
type Change = (seal: Uint8Array, random: Random, others: readonly Uint8Array[]) => Uint8Array | null

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

/** Payload and around it: what a signature must hold together. */
const changes: Readonly<Record<string, Change>> = {
  bit: (seal, random) => flipped(seal, [random(seal.length * 8)]),
  bits: (seal, random) => flipped(seal, Array.from({ length: 2 + random(6) }, () => random(seal.length * 8))),
  byte: (seal, random) => seal.with(random(seal.length), random(256)),
  swap: (seal, random) => {
    const [a, b] = [random(seal.length), random(seal.length)]
    return seal.with(a, seal[b] ?? 0).with(b, seal[a] ?? 0)
  },
  cut: (seal, random) => seal.slice(0, random(seal.length)),
  longer: (seal, random) => joined(seal, Uint8Array.from({ length: 1 + random(4) }, () => random(256))),
  taken: (seal, random) => {
    const at = random(seal.length)
    return joined(seal.subarray(0, at), seal.subarray(at + 1 + random(3)))
  },
  given: (seal, random) => {
    const at = random(seal.length)
    return joined(seal.subarray(0, at), Uint8Array.from({ length: 1 + random(3) }, () => random(256)), seal.subarray(at))
  },
  splice: (seal, random, others) => {
    const other = others[random(others.length)] ?? seal
    const at = random(seal.length)
    return joined(seal.subarray(0, at), other.subarray(Math.min(at, other.length)))
  },
  signatureOfOther: (seal, random, others) => {
    const other = others[random(others.length)] ?? seal
    return joined(seal.subarray(0, -64), other.subarray(-64))
  },
  digit: (seal, random) => {
    const digits = toDigits(seal)
    const at = random(digits.length)
    return fromDigits(`${digits.slice(0, at)}${random(10)}${digits.slice(at + 1)}`)
  },
  value: (seal, random) => reshaped(seal, (payload) => changedMap(payload, random)),
  head: (seal, random) => {
    const at = 16 + random(Math.max(1, seal.length - 82))
    // A head in a longer form, or another major type.
    const byte = seal[at] ?? 0
    return random(2) === 0 ? seal.with(at, (byte & 31) | (random(8) << 5)) : joined(seal.subarray(0, at), Uint8Array.of((byte & 0xe0) | 24, byte & 31), seal.subarray(at + 1))
  },
}

function flipped(seal: Uint8Array, bits: readonly number[]): Uint8Array {
  const changed = seal.slice()
  for (const bit of bits) changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return changed
}

/** The payload changed as CBOR and written well again, under the old signature. */
function reshaped(seal: Uint8Array, change: (payload: CborMap) => CborMap): Uint8Array | null {
  const envelope = readEnvelope(seal)
  const payload = envelope === null ? null : decodeCbor(envelope.payload)
  return envelope === null || !(payload instanceof Map) ? null : envelopeBytes({ ...envelope, payload: encodeCbor(change(payload)) })
}

function changedMap(map: CborMap, random: Random): CborMap {
  const changed = new Map(map)
  const keys = [...map.keys()]
  const key = keys[random(keys.length)] ?? 0
  const value = map.get(key)
  const way = random(6)
  if (value instanceof Map) changed.set(key, changedMap(value, random))
  else if (way === 0) changed.delete(key)
  else if (way === 1) changed.set(random(16), random(100_000))
  else changed.set(key, changedValue(value ?? 0, random))
  return changed
}

function changedValue(value: Cbor, random: Random): Cbor {
  if (typeof value === 'number') return Math.max(0, value + (random(2) === 0 ? 1 + random(3) : -1 - random(3)))
  if (typeof value === 'string') {
    const letters = [...value]
    letters[random(letters.length)] = String.fromCodePoint(32 + random(0x2000))
    return letters.join('').normalize('NFC')
  }
  return value instanceof Uint8Array ? value.with(random(Math.max(1, value.length)), random(256)) : random(1000)
}

export interface Thrown {
  readonly thrown: number
  /** Changed, and called authentic all the same: must be none. */
  readonly accepted: number
  /** What the strict reader let through, so that the signature decided. */
  readonly signaturesAsked: number
  /** Changes that gave a seal back as it was. */
  readonly unchanged: number
}

/** So many changes of seals that are authentic, by every way in turn. */
export function throwChanges(count: number, seed: number, onProgress: (done: number) => void = () => {}): Thrown {
  const random = randomOf(seed)
  const originals = cases.filter((one) => one.reason === 'authentic' && one.offices === undefined && /^\d+$/.test(one.text)).map((one) => fromDigits(one.text) ?? new Uint8Array())
  const known = new Set(originals.map((seal) => Buffer.from(seal).toString('latin1')))
  let signaturesAsked = 0
  const verifier = {
    ...knowing([offices['A'], offices['B']].filter((one) => one !== undefined), NOW),
    now: NOW,
    verifySignature: (key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean => {
      signaturesAsked += 1
      return verifySignature(key, message, signature)
    },
  }
  if (originals.some((seal) => verifySeal(seal, verifier).answer !== 'authentic')) throw new Error('the seals to be changed are not authentic themselves')
  const ways = Object.values(changes)
  let accepted = 0
  let unchanged = 0
  let thrown = 0
  for (let at = 0; thrown < count; at += 1) {
    const seal = originals[random(originals.length)] ?? new Uint8Array()
    const changed = ways[at % ways.length]?.(seal, random, originals) ?? null
    if (changed === null) continue
    if (known.has(Buffer.from(changed.buffer, changed.byteOffset, changed.byteLength).toString('latin1'))) {
      unchanged += 1
      continue
    }
    thrown += 1
    if (verifySeal(changed, verifier).answer === 'authentic') accepted += 1
    if (thrown % 100_000 === 0) onProgress(thrown)
  }
  return { thrown, accepted, signaturesAsked: signaturesAsked - originals.length, unchanged }
}

if (process.argv[1] === import.meta.filename) {
  const [count = 10_000_000, seed = 20_261_122] = process.argv.slice(2).map(Number)
  const start = performance.now()
  const told = throwChanges(count, seed, (done) => {
    if (done % 1_000_000 === 0) process.stdout.write(`${done.toLocaleString('en')} thrown, ${Math.round((performance.now() - start) / 1000)} s\n`)
  })
  process.stdout.write(`${told.thrown.toLocaleString('en')} changed seals in ${Math.round((performance.now() - start) / 1000)} s: ${told.accepted} accepted; the signature decided ${told.signaturesAsked.toLocaleString('en')}; ${told.unchanged.toLocaleString('en')} changes that changed nothing were left out\n`)
}
