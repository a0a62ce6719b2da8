import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { checkTypedCode, codeOfHash } from '../../src/renderer/verifier/code.ts'
import { readSigned } from '../../src/renderer/verifier/cose.ts'
import { bytesOfDigits } from '../../src/renderer/verifier/digits.ts'
import { byArithmetic, isGoodSignature } from '../../src/renderer/verifier/ed25519.ts'
import { codeOf, fingerprintOf } from '../../src/renderer/verifier/hash.ts'
import { inflate } from '../../src/renderer/verifier/inflate.ts'
import { acceptBundle, readOffices } from '../../src/renderer/verifier/offices.ts'
import type { OfficeData } from '../../src/renderer/verifier/offices.ts'
import { sizeOf } from '../../src/renderer/verifier/pictures.ts'
import { problemOfTyped } from '../../src/renderer/verifier/typed.ts'
import type { Verification } from '../../src/renderer/verifier/verify.ts'
import { verifySeal, verifyText } from '../../src/renderer/verifier/verify.ts'

// The page's own reading of docs/sello.md, against the examples that the document publishes.

interface Case {
  readonly name: string
  readonly text: string
  readonly offices?: readonly string[]
  readonly now?: string
  readonly answer: string
  readonly reason: string
  readonly facts: Readonly<Record<string, unknown>> | null
  readonly code: string | null
  readonly listDate: string | null
}

interface Vectors {
  readonly now: string
  readonly digits: readonly { readonly hex: string; readonly digits: string }[]
  readonly notDigits: readonly string[]
  readonly fingerprints: readonly { readonly publicKey: string; readonly fingerprint: string }[]
  readonly codes: readonly { readonly hex: string; readonly code: string }[]
  readonly offices: Readonly<Record<string, OfficeData>>
  readonly bundles: readonly { readonly name: string; readonly hex: string; readonly accepted: boolean; readonly rootPublicKey: string; readonly ruc: string }[]
  readonly lists: readonly { readonly name: string; readonly office: string; readonly hex: string; readonly accepted: boolean }[]
  readonly seals: readonly Case[]
}

const vectors = JSON.parse(readFileSync('docs/sello/vectores.json', 'utf8')) as Vectors
const seconds = (moment: string) => Math.floor(Date.parse(moment) / 1000)
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))
const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64')
const known = (names: readonly string[], now: string) =>
  readOffices({ generatedAt: now, offices: names.map((name) => vectors.offices[name]).filter((one) => one !== undefined) }, seconds(now))

/** As the examples write it. */
function written(verification: Verification) {
  const moment = (at: number | null) => (at === null ? null : new Date(at * 1000).toISOString())
  const day = (at: number | null) => (at === null ? null : new Date(at * 86_400_000).toISOString().slice(0, 10))
  const { facts } = verification
  return {
    answer: verification.answer,
    reason: verification.reason,
    facts: facts && { ...facts, from: day(facts.from), to: day(facts.to), issuedAt: moment(facts.issuedAt), expiresAt: moment(facts.expiresAt) },
    code: verification.code?.replace('-', '') ?? null,
    listDate: moment(verification.list?.issuedAt ?? null),
  }
}

/** Of a seal that is authentic among the examples. */
async function usual() {
  const example = vectors.seals.find((one) => one.reason === 'authentic' && one.offices === undefined && /^\d+$/.test(one.text))
  const seal = bytesOfDigits(example?.text ?? '')
  if (seal === null) throw new Error('no usual seal among the examples')
  return { seal, offices: await known(['A'], vectors.now) }
}

describe('the verifier page on the published examples', () => {
  it('answers each seal as published', async () => {
    const answers = await Promise.all(
      vectors.seals.map(async (one) => {
        const now = one.now ?? vectors.now
        return { name: one.name, ...written(await verifyText(one.text, await known(one.offices ?? ['A'], now), seconds(now))) }
      }),
    )
    const expected = vectors.seals.map(({ name, answer, reason, facts, code, listDate }) => {
      // The hash of the printed text is of no use to who sees no text.
      const { textHash: _, ...seen } = facts ?? {}
      return { name, answer, reason, facts: facts && seen, code, listDate }
    })
    expect(answers).toEqual(expected)
    expect(answers.length).toBeGreaterThan(100)
  })

  it('accepts the bundles and lists that are to be accepted, and no other', async () => {
    const bundles = await Promise.all(vectors.bundles.map(async (one) => [one.name, (await acceptBundle(base64(one.hex), bytes(one.rootPublicKey), one.ruc)) !== null]))
    expect(bundles).toEqual(vectors.bundles.map((one) => [one.name, one.accepted]))
    const lists = await Promise.all(
      vectors.lists.map(async (one) => {
        const office = { ...(vectors.offices[one.office] as OfficeData), lists: [base64(one.hex)] }
        const read = await readOffices({ generatedAt: '', offices: [office] }, seconds(vectors.now))
        return [one.name, read.offices[0]?.lists.length === 1]
      }),
    )
    expect(lists).toEqual(vectors.lists.map((one) => [one.name, one.accepted]))
  })

  it('reads digits, codes and fingerprints alike', () => {
    expect(vectors.digits.map((one) => Buffer.from(bytesOfDigits(one.digits) ?? [0xde, 0xad]).toString('hex'))).toEqual(vectors.digits.map((one) => one.hex))
    expect(vectors.notDigits.map((digits) => bytesOfDigits(digits))).toEqual(vectors.notDigits.map(() => null))
    expect(vectors.codes.map((one) => codeOf(bytes(one.hex)).replace('-', ''))).toEqual(vectors.codes.map((one) => one.code))
    expect(vectors.codes.map((one) => checkTypedCode(one.code.toLowerCase()))).toEqual(vectors.codes.map(() => 'good'))
    expect(vectors.fingerprints.map((one) => fingerprintOf(bytes(one.publicKey)))).toEqual(vectors.fingerprints.map((one) => one.fingerprint))
  })
})

describe('the verifier page against forgeries', () => {
  it('finds no seal authentic of which one bit, any bit, was turned', async () => {
    const { seal, offices } = await usual()
    const found: number[] = []
    for (let bit = 0; bit < seal.length * 8; bit += 1) {
      const forged = Uint8Array.from(seal)
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7))
      const { answer, reason } = await verifySeal(forged, offices, seconds(vectors.now))
      // Another key's name or RUC is an office that is not known here; all else is a forgery.
      if (answer === 'authentic' || !['malformed', 'badSignature', 'unknownKey', 'notAPaper', 'newerFormat'].includes(reason)) found.push(bit)
    }
    expect((await verifySeal(seal, offices, seconds(vectors.now))).answer).toBe('authentic')
    expect(found).toEqual([])
  })

  it('judges a signature alike by the browser and by arithmetic', async () => {
    const key = bytes(vectors.fingerprints[1]?.publicKey ?? '')
    const { seal } = await usual()
    const { message, signature } = readSigned(seal)
    const turned = (whole: Uint8Array, bit: number) => whole.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
    const tried = [signature, ...Array.from({ length: 64 }, (_, at) => turned(signature, at * 8 + (at % 8)))]
    const answers = await Promise.all(tried.map(async (one) => [await isGoodSignature(key, message, one), byArithmetic(key, message, one)]))
    expect(answers).toEqual(tried.map((one) => (one === signature ? [true, true] : [false, false])))
  })

  it('does not use an office whose eight words are not those of its key', async () => {
    const office = { ...(vectors.offices['A'] as OfficeData), fingerprint: vectors.offices['B']?.fingerprint ?? '' }
    expect(await readOffices({ generatedAt: '', offices: [office] }, 0)).toEqual({ offices: [], unsound: [office.name] })
  })
})

describe('the verifier page with what is packed or typed', () => {
  it('unpacks what zlib packs, whatever its kind of blocks, and no more than allowed', () => {
    const noise = Uint8Array.from({ length: 70_000 }, (_, at) => (Math.imul(at + 1, 2_654_435_761) >>> 13) & 255)
    const sparse = Uint8Array.from({ length: 12_500 }, (_, at) => (at % 97 === 0 ? 4 : 0))
    for (const plain of [new Uint8Array(), Uint8Array.of(7), sparse, noise, new Uint8Array(1_048_576)]) {
      for (const level of [0, 1, 6, 9]) expect(inflate(deflateRawSync(plain, { level }), 1_048_576)).toEqual(plain)
      expect(inflate(deflateRawSync(plain, { strategy: 4 }), 1_048_576)).toEqual(plain)
    }
    expect(() => inflate(deflateRawSync(new Uint8Array(1_048_577)), 1_048_576)).toThrow('larger than allowed')
    expect(() => inflate(deflateRawSync(new Uint8Array(200_000_000)), 1_048_576)).toThrow('larger than allowed')
    const packed = deflateRawSync(sparse)
    expect(() => inflate(packed.subarray(0, -1), 1_048_576)).toThrow('breaks off')
    expect(() => inflate(Buffer.concat([packed, Buffer.of(0)]), 1_048_576)).toThrow('bytes behind the stream')
  })

  it('says what is wrong with a code typed by hand, and never that the paper is authentic', () => {
    const code = codeOfHash(Uint8Array.of(1, 2, 3, 4, 5, 6))
    const typed = { number: 'N° 004-2026', ruc: '20100070970', code }
    expect(problemOfTyped(typed)).toBeNull()
    expect(problemOfTyped({ ...typed, code: ` ${code.toLowerCase().replace('-', ' ')}` })).toBeNull()
    expect(problemOfTyped({ ...typed, code: code.slice(1) })).toMatch(/diez caracteres/)
    expect(problemOfTyped({ ...typed, code: `U${code.slice(1)}` })).toMatch(/no usan/)
    expect(problemOfTyped({ ...typed, code: `${code.startsWith('7') ? '8' : '7'}${code.slice(1)}` })).toMatch(/no concuerda/)
    expect(problemOfTyped({ ...typed, ruc: '20100070971' })).toMatch(/RUC/)
  })

  it('knows how large a picture is before it is unpacked', () => {
    const png = Buffer.alloc(32)
    png.writeUInt32BE(0x89504e47)
    png.writeUInt32BE(10_000, 16)
    png.writeUInt32BE(9_999, 20)
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 11, 8, 0x12, 0x34, 0x56, 0x78, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(sizeOf(png)).toEqual({ width: 10_000, height: 9_999 })
    expect(sizeOf(jpeg)).toEqual({ width: 0x5678, height: 0x1234 })
    expect(sizeOf(Buffer.from('no es una imagen, de ningún modo'))).toBeNull()
  })
})
