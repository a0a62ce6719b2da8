// What the page knows beforehand: roots, the keys that they vouch for, and the lists that those keys signed.

import { readSigned } from './cose.ts'
import type { Signed } from './cose.ts'
import { isGoodSignature, isSoundKey } from './ed25519.ts'
import { fingerprintOf } from './hash.ts'
import { readBundle, readList } from './payload.ts'
import type { AnnulmentList, KeyBundle } from './payload.ts'

/** An office as the page's data block or another office's file writes it. */
export interface OfficeData {
  readonly name: string
  readonly ruc: string
  readonly rootPublicKey: string
  readonly fingerprint: string
  readonly bundles: readonly string[]
  readonly lists: readonly string[]
}

export interface PageData {
  readonly generatedAt: string
  readonly offices: readonly OfficeData[]
}

export interface Key extends KeyBundle {
  readonly office: Office
}

export interface Office {
  readonly name: string
  readonly ruc: string
  readonly fingerprint: string
  readonly keys: readonly Key[]
  readonly lists: readonly SignedList[]
  /** Bundles and lists that were not accepted. */
  readonly refused: number
}

export interface Known {
  readonly offices: readonly Office[]
  /** Offices whose data do not agree with themselves: never used, and said. */
  readonly unsound: readonly string[]
}

/** Clocks of two computers differ; more than this is another day. Seconds. */
export const CLOCK_SLACK = 600

/** Checks each office's keys against its root, and its lists against its keys. `now` in seconds. */
export async function readOffices(data: PageData, now: number): Promise<Known> {
  const read = await Promise.all(data.offices.map((office) => readOffice(office, now)))
  return {
    offices: read.filter((office) => office !== null),
    unsound: data.offices.filter((_, at) => read[at] === null).map((office) => office.name),
  }
}

/** Null when the root's key is none, or its eight words are not those that stand beside it. */
async function readOffice(data: OfficeData, now: number): Promise<Office | null> {
  const root = fromBase64(data.rootPublicKey)
  if (root === null || !isSoundKey(root) || !/^[1-9]\d{10}$/.test(data.ruc)) return null
  const fingerprint = fingerprintOf(root)
  if (data.fingerprint.normalize('NFC').trim() !== fingerprint) return null
  const bundles = (await Promise.all(data.bundles.map((one) => acceptBundle(one, root, data.ruc)))).filter((one) => one !== null)
  const keys: Key[] = []
  const office: Office = { name: data.name, ruc: data.ruc, fingerprint, keys, lists: [], refused: data.bundles.length - bundles.length }
  keys.push(...inForce(bundles).map((bundle) => ({ ...bundle, office })))
  const lists = (await Promise.all(data.lists.map((one) => acceptList(one, keys, now)))).filter((one) => one !== null)
  return Object.assign(office, { lists: newest(lists), refused: office.refused + data.lists.length - lists.length })
}

/** A bundle that this root signed for this RUC; null for any other. Exported for the tests. */
export async function acceptBundle(text: string, root: Uint8Array, ruc: string): Promise<KeyBundle | null> {
  const read = readQuietly(text, readBundle)
  if (read === null || read.said.ruc !== ruc || !isSoundKey(read.said.publicKey)) return null
  return (await isGoodSignature(root, read.signed.message, read.signed.signature)) ? read.said : null
}

/** Of several bundles of one key the newest, but what any of them says of a theft is never taken back. */
function inForce(bundles: readonly KeyBundle[]): KeyBundle[] {
  const byKey = new Map<string, KeyBundle>()
  for (const bundle of bundles) {
    const name = String(bundle.publicKey)
    const other = byKey.get(name)
    const newer = other === undefined || bundle.issuedAt > other.issuedAt ? bundle : other
    const thefts = [bundle.compromisedAt, other?.compromisedAt].filter((moment) => typeof moment === 'number')
    byKey.set(name, { ...newer, compromisedAt: thefts.length === 0 ? null : Math.min(...thefts) })
  }
  return [...byKey.values()]
}

export interface SignedList extends AnnulmentList {
  readonly signer: KeyBundle
}

/**
 * The page's knowledge with a list that was scanned from a notice board; null when none of the offices signed it, or a newer
 * one of the same key is here.
 */
export async function withScannedList(known: Known, bytes: Uint8Array, now: number): Promise<{ readonly known: Known; readonly office: Office } | null> {
  for (const office of known.offices) {
    const list = await acceptList(btoa(String.fromCharCode(...bytes)), office.keys, now)
    if (list === null) continue
    const lists = newest([...office.lists, list])
    if (!lists.includes(list)) return null
    const fresh: Office = { ...office, lists }
    // Keys point back at their office, and through it at its lists.
    const keys = office.keys.map((key) => ({ ...key, office: fresh }))
    Object.assign(fresh, { keys })
    return { known: { ...known, offices: known.offices.map((one) => (one === office ? fresh : one)) }, office: fresh }
  }
  return null
}

/** A list that one of the office's sound keys signed while it was valid, and not dated ahead; null for any other. */
async function acceptList(text: string, keys: readonly KeyBundle[], now: number): Promise<SignedList | null> {
  const read = readQuietly(text, readList)
  if (read === null || read.said.issuedAt > now + CLOCK_SLACK) return null
  const { signed, said } = read
  const signers = keys.filter((key) => key.kid === signed.kid && key.ruc === said.ruc)
  for (const signer of signers) {
    const isSound = signer.compromisedAt === null && signer.from <= said.issuedAt && said.issuedAt <= signer.to
    if (isSound && (await isGoodSignature(signer.publicKey, signed.message, signed.signature))) return { ...said, signer }
  }
  return null
}

/** The newest list of each key that signs. */
function newest(lists: readonly SignedList[]): SignedList[] {
  const bySigner = new Map<string, SignedList>()
  for (const list of lists) {
    const name = String(list.signer.publicKey)
    const other = bySigner.get(name)
    if (other === undefined || list.issuedAt > other.issuedAt) bySigner.set(name, list)
  }
  return [...bySigner.values()]
}

function readQuietly<T>(text: string, read: (payload: Uint8Array) => T): { readonly signed: Signed; readonly said: T } | null {
  const bytes = fromBase64(text)
  if (bytes === null) return null
  try {
    const signed = readSigned(bytes)
    return { signed, said: read(signed.payload) }
  } catch {
    return null
  }
}

/** Null for a text that is no base64. */
function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}
