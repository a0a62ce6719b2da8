// Writes vectores.json: `node docs/sello/vectores.ts`. Everything comes from fixed seeds, so that it is the same each time.
import { writeFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { verificationCode } from '../../src/shared/domain/numbering.ts'
import { toDigits } from '../../src/shared/domain/seal/digits.ts'
import { hexOf } from '../../src/shared/domain/seal/fields.ts'
import type { KnownKey, KnownList } from '../../src/shared/domain/seal/known.ts'
import { knownKeys, readBundle, readList } from '../../src/shared/domain/seal/known.ts'
import type { SealVerdict } from '../../src/shared/domain/seal/verify.ts'
import { verifyText } from '../../src/shared/domain/seal/verify.ts'
import { sha256, verifySignature } from '../../src/main/features/seal/ed25519.ts'
import { fingerprintOf, wordsOfSeed } from '../../src/main/features/seal/words.ts'
import type { Case } from './cases.ts'
import { cases } from './cases.ts'
import type { Office, SeedName } from './office.ts'
import { bundle, entry, enveloped, hex, joined, keys, list, listA, NOW, offices, RUC_A, RUC_B, seedOf, seeds } from './office.ts'
import { encodeBundle } from '../../src/shared/domain/seal/bundle.ts'

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))

export const means = {
  verifySignature,
  inflate: (bytes: Uint8Array, most: number): Uint8Array | null => {
    try {
      return new Uint8Array(inflateRawSync(bytes, { maxOutputLength: most }))
    } catch {
      return null
    }
  },
}

/** What a verifier that trusts these offices knows. */
export function knowing(trusted: readonly Office[], now: string): { keys: KnownKey[]; lists: KnownList[] } {
  const known: { keys: KnownKey[]; lists: KnownList[] } = { keys: [], lists: [] }
  for (const { ruc, rootPublicKey, bundles, lists } of trusted) {
    const root = { id: rootPublicKey, ruc, publicKey: bytesOf(rootPublicKey) }
    const own = knownKeys(root, bundles.flatMap((one) => readBundle(bytesOf(one), root, verifySignature) ?? []))
    known.keys.push(...own)
    for (const one of lists) {
      const read = readList(bytesOf(one), own, now, means)
      if (typeof read !== 'string') known.lists.push(read)
    }
  }
  return known
}

function factsOf(payload: SealVerdict['payload']): object | null {
  if (payload === null) return null
  const { body, ...outer } = payload
  return { ...outer, ...body, textHash: body.textHash === null ? null : hexOf(body.textHash) }
}

function answered({ name, text, offices: trusted, now, reason }: Case): object {
  const given = { ...(trusted === undefined ? {} : { offices: trusted }), ...(now === undefined ? {} : { now }) }
  const moment = now ?? NOW
  const known = (trusted ?? ['A']).map((one) => offices[one]).filter((one) => one !== undefined)
  const verdict = verifyText(text, { ...knowing(known, moment), now: moment, verifySignature })
  // The expected reason is written by hand beside each case: an answer that differs is a fault here, never a new expectation.
  if (verdict.reason !== reason) throw new Error(`«${name}»: expected ${reason}, answered ${verdict.reason}`)
  const code = verdict.cose === null ? null : verificationCode(sha256(verdict.cose))
  return { name, text, ...given, answer: verdict.answer, reason, facts: factsOf(verdict.payload), code, listDate: verdict.listDate }
}

const { rootA, a1, a3, rootB, stranger } = keys
const rootFacts = { rootPublicKey: hex(rootA.publicKey), ruc: RUC_A }
const plain = bundle(rootA, a1)
const flipped = (bytes: Uint8Array, at: number): Uint8Array => bytes.with(at, (bytes[at] ?? 0) ^ 1)
const bundleCases = [
  { name: 'usual', hex: hex(plain), accepted: true },
  { name: 'sin UBIGEO', hex: hex(bundle(rootA, a1, { ubigeo: null })), accepted: true },
  { name: 'comprometida', hex: hex(bundle(rootA, a3, { compromisedAt: '2026-06-01T05:00:00.000Z' })), accepted: true },
  { name: 'firmado por otra raíz', hex: hex(bundle(rootB, a1)), accepted: false },
  { name: 'de otro RUC', hex: hex(bundle(rootA, a1, { ruc: RUC_B })), accepted: false },
  { name: 'un bit cambiado', hex: hex(flipped(plain, 40)), accepted: false },
  { name: 'un byte de sobra', hex: hex(joined(plain, [0])), accepted: false },
  { name: 'el contenido de un sello', hex: hex(enveloped(rootA, joined('a1', '01', '01'))), accepted: false },
  { name: 'con una llave de más', hex: hex(enveloped(rootA, withExtra(encodeBundle({ ruc: RUC_A, issuedAt: NOW, kid: hex(a1.kid), publicKey: a1.publicKey, since: NOW, until: NOW, name: 'X', ubigeo: '060101', compromisedAt: NOW })))), accepted: false },
].map((one) => ({ ...one, ...rootFacts }))

/** A ninth key, 8: 0, at the end of the body. */
function withExtra(payload: Uint8Array): Uint8Array {
  const at = payload.findIndex((byte, index) => byte === 0x3a && payload[index + 4] === 0x01 && payload[index + 5] === 0xa8)
  return joined(payload.subarray(0, at + 5), [0xa9], payload.subarray(at + 6), [0x08, 0x00])
}

const listCases = [
  { name: 'usual', bytes: listA, problem: null },
  { name: 'sin nada', bytes: list(a1, []), problem: null },
  { name: 'cien mil papeles, uno de cada mil anulado', bytes: list(a1, [entry(a1, 100_000, Array.from({ length: 100 }, (_, at) => at * 997 + 13))]), problem: null },
  { name: 'diez minutos adelantada', bytes: list(a1, [], { issuedAt: '2026-11-22T15:10:00.000Z' }), problem: null },
  { name: 'con fecha futura', bytes: list(a1, [], { issuedAt: '2026-11-22T15:10:01.000Z' }), problem: 'future' },
  { name: 'de una clave desconocida', bytes: list(stranger, []), problem: 'unknownKey' },
  { name: 'de otro RUC', bytes: list(a1, [], { ruc: RUC_B }), problem: 'unknownKey' },
  { name: 'de la clave comprometida, con fecha anterior', bytes: list(a3, [], { issuedAt: '2026-05-01T15:00:00.000Z' }), problem: 'keyCompromised' },
  { name: 'antes de que valiera la clave', bytes: list(a1, [], { issuedAt: '2026-01-01T15:00:00.000Z' }), problem: 'keyNotValid' },
  { name: 'un bit de la firma', bytes: flipped(listA, listA.length - 40), problem: 'badSignature' },
  { name: 'bits que no se descomprimen', bytes: list(a1, [{ kid: hex(a1.kid), highest: 9, bits: Uint8Array.of(0xff, 0xff) }]), problem: 'malformed' },
  { name: 'bits que se inflan', bytes: bytesOf(offices['A_lista_bomba']?.lists[0] ?? ''), problem: 'malformed' },
].map(({ name, bytes, problem }) => {
  const read = readList(bytes, knowing([offices['A'] as Office], NOW).keys, NOW, means)
  if ((typeof read === 'string' ? read : null) !== problem) throw new Error(`«${name}»: expected ${problem}, read ${JSON.stringify(read)}`)
  return { name, office: 'A', hex: hex(bytes), accepted: problem === null, problem }
})

/** The whole file as data. */
export function makeVectors(): object {
  for (const { name, hex: bytes, accepted } of bundleCases) {
    const read = readBundle(new Uint8Array(Buffer.from(bytes, 'hex')), { id: '', ruc: RUC_A, publicKey: rootA.publicKey }, verifySignature)
    if ((read !== null) !== accepted) throw new Error(`«${name}»: expected ${accepted}`)
  }
  const names = Object.keys(seeds) as SeedName[]
  const samples = [...Array.from({ length: 14 }, (_, n) => new Uint8Array(n).fill(255)), new Uint8Array(13), new Uint8Array(30).map((_, at) => at * 9)]
  return {
    format: 1,
    now: NOW,
    seeds: Object.fromEntries(names.map((name) => [name, { seed: hex(seedOf(name)), publicKey: hex(keys[name].publicKey), kid: hex(keys[name].kid) }])),
    digits: samples.map((bytes) => ({ hex: hex(bytes), digits: toDigits(bytes) })),
    notDigits: ['1', '256', '65536', '12', '9'.repeat(32), '4'.repeat(31), `${toDigits(new Uint8Array(13).fill(255)).slice(0, -1)}6`],
    fingerprints: names.map((name) => ({ publicKey: hex(keys[name].publicKey), fingerprint: fingerprintOf(keys[name].publicKey) })),
    rootWords: names.map((name) => ({ seed: hex(seedOf(name)), words: wordsOfSeed(seedOf(name)).join(' ') })),
    codes: samples.map((bytes) => ({ hex: hex(bytes), code: verificationCode(sha256(bytes)) })),
    offices,
    bundles: bundleCases,
    lists: listCases,
    seals: cases.map(answered),
  }
}

if (process.argv[1] === import.meta.filename) writeFileSync(new URL('vectores.json', import.meta.url), `${JSON.stringify(makeVectors(), null, 1)}\n`)
