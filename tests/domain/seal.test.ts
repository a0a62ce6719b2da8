import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ed25519 } from '@noble/curves/ed25519.js'
import { decode, encode } from 'cborg'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundle, enveloped, keys, list, listA, NOW, offices, RUC_A, seal, usual } from '../../docs/sello/office.ts'
import { knowing, makeVectors, means } from '../../docs/sello/vectores.ts'
import { verificationCode } from '../../src/shared/domain/numbering.ts'
import type { SealBody } from '../../src/shared/domain/seal/body.ts'
import { decodePayload, encodePayload, fittedBody, sealLimits } from '../../src/shared/domain/seal/body.ts'
import type { Cbor } from '../../src/shared/domain/seal/cbor.ts'
import { decodeCbor, encodeCbor } from '../../src/shared/domain/seal/cbor.ts'
import { readEnvelope, signedBytes } from '../../src/shared/domain/seal/cose.ts'
import { digitRuns, fromDigits, toDigits } from '../../src/shared/domain/seal/digits.ts'
import { bitString, hasBit } from '../../src/shared/domain/seal/list.ts'
import { readBundle, readList } from '../../src/shared/domain/seal/known.ts'
import { verifySeal, verifyText } from '../../src/shared/domain/seal/verify.ts'
import { signerOf, verifySignature } from '../../src/main/features/seal/ed25519.ts'
import { throwChanges } from '../bench/seal-mutations.ts'

interface Vectors {
  readonly seeds: Record<string, { seed: string; publicKey: string; kid: string }>
  readonly digits: { hex: string; digits: string }[]
  readonly notDigits: string[]
  readonly codes: { hex: string; code: string }[]
  readonly seals: { name: string; text: string; now?: string; offices?: string[]; answer: string; reason: string; facts: Record<string, unknown> | null; code: string | null }[]
}
const file = readFileSync(new URL('../../docs/sello/vectores.json', import.meta.url), 'utf8')
const vectors = JSON.parse(file) as Vectors
const bytesOf = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))
const office = offices['A']
const known = { ...knowing(office === undefined ? [] : [office], NOW), now: NOW, verifySignature }

describe('the published examples', () => {
  it('are made again, letter by letter', () => {
    expect(`${JSON.stringify(makeVectors(), null, 1)}\n` === file).toBe(true)
  })

  it('are read alike by another reader of CBOR and another Ed25519', () => {
    const names: Record<string, number> = { kind: 1, name: 2, document: 3, action: 4, hours: 7, number: 8, serial: 9, signer: 10, resolution: 11, grade: 12 }
    let read = 0
    for (const one of vectors.seals.filter((each) => each.answer === 'authentic' || each.answer === 'annulled')) {
      const cose = coseIn(one.text)
      const parts: unknown = decode(cose, strict)
      if (!Array.isArray(parts)) throw new Error(one.name)
      const [header, unprotected, payload, signature] = parts as [Uint8Array, Map<unknown, unknown>, Uint8Array, Uint8Array]
      expect(decode(header, strict)).toEqual(new Map<number, unknown>([[1, -8], [4, header.slice(5)]]))
      expect(unprotected.size).toBe(0)
      const map = decode(payload, strict) as Map<number, unknown>
      const body = map.get(-65537) as Map<number, unknown>
      for (const [field, key] of Object.entries(names)) expect([one.name, field, body.get(key) ?? null]).toEqual([one.name, field, one.facts?.[field]])
      expect(String(map.get(1))).toBe(one.facts?.['ruc'])
      const message = encode(['Signature1', header, new Uint8Array(0), payload])
      const signers = Object.values(vectors.seeds).filter((key) => key.kid === Buffer.from(header.slice(5)).toString('hex'))
      expect(signers.map((key) => ed25519.verify(signature, message, bytesOf(key.publicKey), { zip215: false }))).toEqual([true])
      read += 1
    }
    expect(read).toBeGreaterThan(20)
  })

  it('are signed alike by another Ed25519, which also refuses what is refused', () => {
    for (const { seed, publicKey } of Object.values(vectors.seeds)) expect(Buffer.from(ed25519.getPublicKey(bytesOf(seed))).toString('hex')).toBe(publicKey)
    const { kid, payload, signature } = readEnvelope(seal(keys.a1, 1)) ?? { kid: new Uint8Array(), payload: new Uint8Array(), signature: new Uint8Array() }
    expect(ed25519.sign(signedBytes(kid, payload), bytesOf(vectors.seeds['a1']?.seed ?? ''))).toEqual(signature)
    for (const { text } of vectors.seals.filter((one) => one.reason === 'badSignature')) {
      const envelope = readEnvelope(coseIn(text))
      expect(envelope !== null && noble(keys.a1.publicKey, signedBytes(envelope.kid, envelope.payload), envelope.signature)).toBe(false)
    }
  })

  it('of digits and codes read and write alike, and what is no writing of bytes is refused', () => {
    for (const { hex, digits } of vectors.digits) expect([toDigits(bytesOf(hex)), fromDigits(digits)]).toEqual([digits, bytesOf(hex)])
    for (const digits of vectors.notDigits) expect(fromDigits(digits)).toBeNull()
  })
})

const strict = { useMaps: true, strict: true, rejectDuplicateMapKeys: true, allowIndefinite: false, allowUndefined: false } as const

function coseIn(text: string): Uint8Array {
  for (const run of digitRuns(text)) {
    const bytes = fromDigits(run)
    if (bytes !== null && readEnvelope(bytes) !== null) return bytes
  }
  throw new Error(text)
}

function noble(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false })
  } catch {
    return false
  }
}

describe('keys of small order', () => {
  it('satisfy no signature, and neither does one that is written otherwise or out of the prime subgroup', () => {
    const torsion = ['0100000000000000000000000000000000000000000000000000000000000000', 'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', '0000000000000000000000000000000000000000000000000000000000000000', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a', 'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f']
    const zero = new Uint8Array(64)
    zero[0] = 1
    for (const key of torsion) expect(verifySignature(bytesOf(key), new Uint8Array(3), zero)).toBe(false)
    const mixed = ed25519.Point.fromBytes(keys.a1.publicKey).add(ed25519.Point.fromBytes(bytesOf(torsion[3] ?? ''))).toBytes()
    expect(verifySignature(mixed, new Uint8Array(3), keys.a1.sign(new Uint8Array(3)))).toBe(false)
  })

  it('agree with another Ed25519 over signatures of any message', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array({ maxLength: 80 }), (seed, message) => noble(signerOf(seed).publicKey, message, signerOf(seed).sign(message))), { numRuns: 30 })
  })
})

describe('CBOR', () => {
  const leaf = fc.oneof(fc.maxSafeNat(), fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 300 }))
  const value = fc.oneof(leaf, fc.array(leaf, { maxLength: 30 }), fc.array(fc.tuple(fc.integer({ min: -70_000, max: 70_000 }), leaf), { maxLength: 30 }).map((entries) => new Map<number, Cbor>(entries)))

  it('is written as another library writes it, and read back', () => {
    fc.assert(fc.property(value, (one) => {
      const bytes = encodeCbor(one)
      expect(Buffer.from(bytes).equals(Buffer.from(encode(one)))).toBe(true)
      expect(decodeCbor(bytes)).toEqual(one)
    }), { numRuns: 300 })
  })

  it('is read only in the one writing of each value', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const read = decodeCbor(bytes)
      expect(read === null || Buffer.from(encodeCbor(read)).equals(Buffer.from(bytes))).toBe(true)
    }), { numRuns: 3000 })
  })

  it('of many levels or of claimed lengths beyond its end is refused at once', () => {
    for (const bytes of [new Uint8Array(100_000).fill(0x81), bytesOf('9b001fffffffffffff'), bytesOf('5b001fffffffffffff00'), bytesOf('bb001fffffffffffff')]) expect(decodeCbor(bytes)).toBeNull()
  })
})

describe('what a seal states', () => {
  const text = (most: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength: most * 3 })
  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
  const body: fc.Arbitrary<SealBody> = fc.record({
    kind: text(sealLimits.kind).map((one) => `C${one}`), name: text(sealLimits.name).map((one) => `Ñ${one}`), document: maybe(text(20)), action: maybe(text(200)),
    from: fc.constantFrom(null, '1970-01-01', '2026-02-28', '1950-01-01'), to: fc.constantFrom(null, '9999-12-31'), hours: fc.constantFrom(null, 0, 40, 2.5, 1e9), number: text(60).map((one) => `1${one}`),
    signer: maybe(text(90)), resolution: maybe(text(90)), grade: maybe(text(30)), textHash: maybe(fc.uint8Array({ minLength: 16, maxLength: 16 })), expiresAt: fc.constantFrom(null, '2030-01-01T00:00:00.000Z'),
  })

  it('is fitted, written and read back whole, whatever the words', () => {
    fc.assert(fc.property(body, (given) => {
      const fitted = fittedBody(given)
      const payload = { ruc: RUC_A, issuedAt: '2026-11-22T15:00:00.000Z', serial: 7, body: fitted }
      expect(decodePayload(encodePayload(payload))).toEqual(payload)
    }), { numRuns: 300 })
  })

  it('that does not fit is cut with a sign of it, and refused where it is not fitted', () => {
    const long = { ...usual, name: 'Á'.repeat(140), number: 'N° 1\n2', hours: 7.5 }
    expect(fittedBody(long)).toMatchObject({ name: `${'Á'.repeat(99)}…`, number: 'N° 1 2', hours: null })
    expect(() => encodePayload({ ruc: RUC_A, issuedAt: NOW, serial: 1, body: long })).toThrow(RangeError)
    expect(() => fittedBody({ ...usual, name: '  ' })).toThrow(RangeError)
    expect(() => encodePayload({ ruc: '123', issuedAt: NOW, serial: 1, body: usual })).toThrow(RangeError)
  })
})

describe('bit strings', () => {
  it('hold exactly the serials they were made of', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { maxLength: 60 }), (serials) => {
      const bits = bitString(serials)
      expect(Array.from({ length: 5100 }, (_, serial) => serial).filter((serial) => hasBit(bits, serial))).toEqual(serials.toSorted((a, b) => a - b))
    }), { numRuns: 50 })
  })
})

describe('forgeries', () => {
  const flips = (bytes: Uint8Array): Uint8Array[] => Array.from({ length: bytes.length * 8 }, (_, bit) => bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))))

  it('by one bit of a seal are refused, every one of them', () => {
    const [accepted, refused] = [verifySeal(seal(keys.a1, 1), known), flips(seal(keys.a1, 1)).map((changed) => verifySeal(changed, known).answer)]
    expect(accepted.answer).toBe('authentic')
    expect(refused.filter((answer) => answer === 'authentic' || answer === 'annulled')).toEqual([])
  })

  it('by one bit of a bundle are refused, every one of them', () => {
    const root = { id: 'A', ruc: RUC_A, publicKey: keys.rootA.publicKey }
    // The root's kid is only a way to look it up, but it is signed too.
    expect(flips(bundle(keys.rootA, keys.a1)).filter((changed) => readBundle(changed, root, verifySignature) !== null)).toEqual([])
  })

  it('by one bit of a list are refused, every one of them', () => {
    expect(typeof readList(listA, known.keys, NOW, means)).toBe('object')
    expect(flips(listA).filter((changed) => typeof readList(changed, known.keys, NOW, means) !== 'string')).toEqual([])
  })

  it('by one digit are refused, every one of them', () => {
    const digits = toDigits(seal(keys.a1, 1))
    const changed = [...digits].flatMap((digit, at) => [1, 5].map((more) => `${digits.slice(0, at)}${(Number(digit) + more) % 10}${digits.slice(at + 1)}`))
    expect(changed.filter((text) => verifyText(text, known).answer === 'authentic')).toEqual([])
  })

  it('of one kind of signed bytes never pass for another', () => {
    const root = { id: 'A', ruc: RUC_A, publicKey: keys.rootA.publicKey }
    const [paper, told, key] = [seal(keys.rootA, 1), list(keys.rootA, []), bundle(keys.rootA, keys.a1)]
    for (const bytes of [paper, told]) expect(readBundle(bytes, root, verifySignature)).toBeNull()
    for (const bytes of [seal(keys.a1, 1), enveloped(keys.a1, readEnvelope(key)?.payload ?? new Uint8Array())]) expect(readList(bytes, known.keys, NOW, means)).toBe('malformed')
    expect(verifySeal(listA, known).reason).toBe('notAPaper')
  })

  it('by twenty thousand changes of seals are refused, every one of them', () => {
    expect(throwChanges(20_000, 3)).toMatchObject({ thrown: 20_000, accepted: 0 })
  })
})

describe('codes', () => {
  it('of the examples are the first bits of what was sealed', () => {
    for (const { text, code } of vectors.seals.filter((one) => one.code !== null && one.reason === 'authentic')) expect(verificationCode(sha(coseIn(text)))).toBe(code)
  })
})

function sha(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}
