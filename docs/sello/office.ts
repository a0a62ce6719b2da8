// The offices of the example vectors, and bytes that the app itself would never write. Run by vectores.ts.
import { deflateRawSync } from 'node:zlib'
import type { Bundle } from '../../src/shared/domain/seal/bundle.ts'
import { encodeBundle } from '../../src/shared/domain/seal/bundle.ts'
import type { SealBody } from '../../src/shared/domain/seal/body.ts'
import { encodePayload } from '../../src/shared/domain/seal/body.ts'
import { envelopeBytes, signedBytes } from '../../src/shared/domain/seal/cose.ts'
import { hexOf } from '../../src/shared/domain/seal/fields.ts'
import type { ListEntry } from '../../src/shared/domain/seal/list.ts'
import { bitString, encodeList } from '../../src/shared/domain/seal/list.ts'
import type { Signer } from '../../src/main/features/seal/ed25519.ts'
import { signerOf } from '../../src/main/features/seal/ed25519.ts'
import { fingerprintOf } from '../../src/main/features/seal/words.ts'

export const NOW = '2026-11-22T15:00:00.000Z'
export const RUC_A = '20123456789'
export const RUC_B = '20987654321'

/** Test keys: a seed is its number, 32 times. */
export const seeds = { rootA: 1, a1: 2, a2: 3, a3: 4, rootB: 5, b1: 6, rootA2: 7, a4: 8, stranger: 9 } as const
export type SeedName = keyof typeof seeds
export const seedOf = (name: SeedName): Uint8Array => new Uint8Array(32).fill(seeds[name])
export const keys = Object.fromEntries((Object.keys(seeds) as SeedName[]).map((name) => [name, signerOf(seedOf(name))])) as Record<SeedName, Signer>

export const hex = (bytes: Uint8Array): string => hexOf(bytes)
export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
export const joined = (...parts: readonly (Uint8Array | readonly number[] | string)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'hex') : Buffer.from(part)))))

/** Any payload in its envelope; `kid` where it is not the signer's own. */
export function enveloped(signer: Signer, payload: Uint8Array, kid: Uint8Array = signer.kid): Uint8Array {
  return envelopeBytes({ kid, payload, signature: signer.sign(signedBytes(kid, payload)) })
}

export const usual: SealBody = {
  kind: 'CERT', name: 'Ñahui Condori, Yésica Pilar', document: '01-45678912', action: 'Curso «Gobierno abierto y participación ciudadana»', from: '2026-03-02', to: '2026-03-27', hours: 40,
  number: 'N° 004-2026-MPC/GRH', signer: 'Rosa Quispe Mamani, Gerenta de Recursos Humanos', resolution: null, grade: '17', textHash: null, expiresAt: null,
}

export function seal(signer: Signer, serial: number, { body = {}, issuedAt = '2026-04-01T16:20:30.000Z', ruc = RUC_A, kid = signer.kid }: { body?: Partial<SealBody>; issuedAt?: string; ruc?: string; kid?: Uint8Array } = {}): Uint8Array {
  return enveloped(signer, encodePayload({ ruc, issuedAt, serial, body: { ...usual, ...body } }), kid)
}

export function bundle(root: Signer, key: Signer, given: Partial<Bundle> = {}): Uint8Array {
  const whole: Bundle = {
    ruc: RUC_A, issuedAt: '2026-01-15T14:00:00.000Z', kid: hex(key.kid), publicKey: key.publicKey, since: '2026-01-15T14:00:00.000Z', until: '2027-01-15T14:00:00.000Z', name: 'Computadora de Capacitaciones',
    ubigeo: '060101', compromisedAt: null, ...given,
  }
  return enveloped(root, encodeBundle(whole))
}

export function entry(key: Signer, highest: number, serials: readonly number[]): ListEntry {
  return { kid: hex(key.kid), highest, bits: new Uint8Array(deflateRawSync(bitString(serials))) }
}

export function list(signer: Signer, entries: readonly ListEntry[], { ruc = RUC_A, issuedAt = '2026-11-01T15:00:00.000Z', nextAt = '2026-12-01T04:59:59.000Z' } = {}): Uint8Array {
  return enveloped(signer, encodeList({ ruc, issuedAt, nextAt, entries }))
}

export interface Office {
  readonly name: string
  readonly ruc: string
  readonly rootPublicKey: string
  readonly fingerprint: string
  readonly bundles: readonly string[]
  readonly lists: readonly string[]
}

export function office(name: string, root: Signer, ruc: string, bundles: readonly Uint8Array[], lists: readonly Uint8Array[]): Office {
  return { name, ruc, rootPublicKey: base64(root.publicKey), fingerprint: fingerprintOf(root.publicKey), bundles: bundles.map(base64), lists: lists.map(base64) }
}

const { rootA, a1, a2, a3, rootB, b1, rootA2, a4 } = keys
const expired = bundle(rootA, a2, { since: '2025-01-01T05:00:00.000Z', until: '2026-01-01T04:59:59.000Z', issuedAt: '2025-01-01T05:00:00.000Z', name: 'Computadora antigua' })
const stolen = bundle(rootA, a3, { issuedAt: '2026-07-01T15:00:00.000Z', name: 'Portátil', compromisedAt: '2026-06-01T05:00:00.000Z' })
const stolenBefore = bundle(rootA, a3, { name: 'Portátil' })
export const bundlesA = [bundle(rootA, a1), expired, stolen]
const entriesA = [entry(a1, 1000, [5, 8, 1000]), entry(a2, 50, [3]), entry(a3, 100, [7])]
export const listA = list(a1, entriesA)
const older = list(a1, [entry(a1, 900, [5])], { issuedAt: '2026-10-01T15:00:00.000Z' })
const stale = list(a1, entriesA, { issuedAt: '2026-05-01T15:00:00.000Z', nextAt: '2026-06-01T04:59:59.000Z' })
const future = list(a1, [entry(a1, 1000, [])], { issuedAt: '2026-11-23T15:00:00.000Z', nextAt: '2027-12-01T04:59:59.000Z' })
const bomb = list(a1, [{ kid: hex(a1.kid), highest: 1000, bits: new Uint8Array(deflateRawSync(new Uint8Array(1024 * 1024 + 1))) }])

const A = 'Municipalidad Provincial de Cajamarca'
const B = 'Gobierno Regional de Junín'
/** What a verifier may know of offices; each named set is one office of the page's data. */
export const offices: Readonly<Record<string, Office>> = {
  A: office(A, rootA, RUC_A, bundlesA, [listA]),
  A_sin_lista: office(A, rootA, RUC_A, bundlesA, []),
  A_lista_vencida: office(A, rootA, RUC_A, bundlesA, [stale]),
  A_lista_nueva_y_vieja: office(A, rootA, RUC_A, bundlesA, [listA, older]),
  A_lista_futura: office(A, rootA, RUC_A, bundlesA, [listA, future]),
  A_solo_lista_futura: office(A, rootA, RUC_A, bundlesA, [future]),
  A_lista_bomba: office(A, rootA, RUC_A, bundlesA, [bomb]),
  A_lista_de_clave_comprometida: office(A, rootA, RUC_A, bundlesA, [list(a3, [entry(a1, 1000, [])])]),
  A_sin_saber_del_robo: office(A, rootA, RUC_A, [bundle(rootA, a1), stolenBefore], [listA]),
  A_el_robo_no_se_retira: office(A, rootA, RUC_A, [bundle(rootA, a1), stolen, bundle(rootA, a3, { issuedAt: '2026-09-01T15:00:00.000Z', name: 'Portátil' })], [listA]),
  /** A bundle that another root signed: it must not count. */
  A_con_clave_ajena: office(A, rootA, RUC_A, [bundle(rootB, b1), ...bundlesA], [listA]),
  /** The same RUC and another root; its key claims the kid of A's. */
  A_raiz_anterior: office(A, rootA2, RUC_A, [bundle(rootA2, a4, { kid: hex(a1.kid) })], [list(a4, [entry(a1, 1000, [2])])]),
  B: office(B, rootB, RUC_B, [bundle(rootB, b1, { ruc: RUC_B })], [list(b1, [entry(b1, 10, []), entry(a1, 1000, [2])], { ruc: RUC_B })]),
  /** Another office whose key claims the kid of A's. */
  B_mismo_kid: office(B, rootB, RUC_B, [bundle(rootB, b1, { ruc: RUC_B, kid: hex(a1.kid) })], [list(b1, [entry(a1, 1000, [2])], { ruc: RUC_B })]),
  /** Another office that certifies a key for A's RUC. */
  B_se_hace_pasar: office(B, rootB, RUC_B, [bundle(rootB, b1)], []),
}
