import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { bundle, entry, enveloped, hex, keys, list } from '../../docs/sello/office.ts'
import { encodeBundle } from '../../src/shared/domain/seal/bundle.ts'
import { encodePayload } from '../../src/shared/domain/seal/body.ts'
import { encodeList } from '../../src/shared/domain/seal/list.ts'
import { bytesOfHex } from '../../src/shared/domain/seal/fields.ts'
import { fingerprintOf } from '../../src/main/features/seal/words.ts'
import { anotherComputer, carried } from '../support/another-computer.ts'
import { dropBytes } from '../support/dropped-files.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'
import { aSealingOffice, digitsOf, rucs, sealedPapers } from './seal-support.ts'

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const since = '2026-01-15T14:00:00.000Z'

interface Given {
  readonly ruc?: string
  readonly bundles?: readonly Uint8Array[]
  readonly lists?: readonly Uint8Array[]
  readonly fingerprint?: string
  readonly version?: number
}

/** A file of an invented office whose root is B's of the published examples. */
function officeFile({ ruc = rucs.other, bundles = [bundle(keys.rootB, keys.b1, { ruc })], lists = [], fingerprint, version = 1 }: Given = {}): string {
  const { publicKey } = keys.rootB
  return JSON.stringify({ format: 'constancia-oficina', version, name: 'Gobierno Regional de Junín', ruc, rootPublicKey: base64(publicKey), fingerprint: fingerprint ?? fingerprintOf(publicKey), bundles: bundles.map(base64), lists: lists.map(base64) })
}
const drop = (opened: OpenApp, given: Given = {}) => dropBytes(opened, 'oficina.json', officeFile(given))
const listOfB = (issuedAt: string, serials: readonly number[] = [], ruc: string = rucs.other) => list(keys.b1, [entry(keys.b1, 100, serials)], { ruc, issuedAt, nextAt: '2026-12-20T04:59:59.000Z' })

describe('the files of other offices', () => {
  it('are read before they are trusted, and take their place among the known ones', async () => {
    const opened = await openApp()
    const file = await drop(opened, { lists: [listOfB('2026-11-01T15:00:00.000Z')] })
    expect(await opened.api.seal.readOffice({ file })).toEqual({ name: 'Gobierno Regional de Junín', ruc: rucs.other, fingerprint: fingerprintOf(keys.rootB.publicKey), isKnown: false, keys: 1, listDate: '2026-11-01T15:00:00.000Z', problems: [] })
    expect((await opened.api.seal.state({})).offices).toEqual([])
    const { id } = await opened.api.seal.trustOffice({ file })
    expect((await opened.api.seal.state({})).offices).toMatchObject([{ id, ruc: rucs.other, keys: 1, listDate: '2026-11-01T15:00:00.000Z' }])
    expect((await opened.api.seal.readOffice({ file })).isKnown).toBe(true)
    await opened.api.seal.distrustOffice({ rootId: id })
    expect((await opened.api.seal.state({})).offices).toEqual([])
    await opened.api.seal.trustOffice({ file })
    expect((await opened.api.seal.state({})).offices).toMatchObject([{ keys: 1 }])
  })

  it('of another kind, damaged or changed are refused in a sentence', async () => {
    const opened = await openApp()
    const read = async (text: string): Promise<unknown> => opened.api.seal.readOffice({ file: await dropBytes(opened, 'oficina.json', text) })
    for (const text of ['', '{', '[]', '{"format":"otra"}', officeFile().slice(0, -20), officeFile().replace(/"ruc":"\d+"/, '"ruc":"123"')]) await expect(read(text)).rejects.toThrow('no es un archivo de oficina')
    await expect(read(officeFile({ version: 2 }))).rejects.toThrow('versión más nueva')
    await expect(read(officeFile({ fingerprint: 'ábaco ábaco ábaco ábaco ábaco ábaco ábaco ábaco' }))).rejects.toThrow('la huella no corresponde')
    await expect(opened.api.seal.trustOffice({ file: await drop(opened, { bundles: [bundle(keys.rootA, keys.b1, { ruc: rucs.other })] }) })).rejects.toThrow('ninguna clave que su raíz haya firmado')
  })

  it('cannot pass for this office, nor move a known root to another RUC', async () => {
    const opened = await openApp()
    await aSealingOffice(opened)
    await expect(opened.api.seal.readOffice({ file: await drop(opened, { ruc: rucs.own, bundles: [bundle(keys.rootB, keys.b1, { ruc: rucs.own })] }) })).rejects.toThrow('dice ser de su propia oficina')
    await opened.api.seal.trustOffice({ file: await drop(opened) })
    await expect(opened.api.seal.trustOffice({ file: await drop(opened, { ruc: '20100000001', bundles: [bundle(keys.rootB, keys.b1, { ruc: '20100000001' })] }) })).rejects.toThrow('ya se conoce aquí con otro RUC')
    const [own] = (await opened.api.seal.state({})).keys
    await expect(opened.api.seal.distrustOffice({ rootId: own?.rootId ?? '' })).rejects.toThrow('su propia oficina')
  })

  it('with an older list never replace the newer, and lists of the future or of others are not taken', async () => {
    const opened = await openApp()
    const date = async (): Promise<string | null | undefined> => (await opened.api.seal.state({})).offices[0]?.listDate
    const newer = await drop(opened, { lists: [listOfB('2026-11-10T15:00:00.000Z', [7])] })
    await opened.api.seal.trustOffice({ file: newer })
    const older = await drop(opened, { lists: [listOfB('2026-11-01T15:00:00.000Z')] })
    expect((await opened.api.seal.readOffice({ file: older })).problems).toEqual(['Su lista de anulados es del 01/11/2026, más vieja que la que ya se tiene, del 10/11/2026: se queda la nueva.'])
    await opened.api.seal.trustOffice({ file: older })
    const future = await drop(opened, { lists: [listOfB('2026-11-23T15:00:00.000Z'), list(keys.a1, [], { ruc: rucs.other })] })
    expect((await opened.api.seal.readOffice({ file: future })).problems).toEqual([expect.stringContaining('fecha futura'), expect.stringContaining('que no firmó ninguna de sus claves')])
    await opened.api.seal.trustOffice({ file: future })
    expect(await date()).toBe('2026-11-10T15:00:00.000Z')
    const sealed = enveloped(keys.b1, encodePayload({ ruc: rucs.other, issuedAt: '2026-10-01T15:00:00.000Z', serial: 7, body: { kind: 'CERT', name: 'Ana', document: null, action: null, from: null, to: null, hours: null, number: '1', signer: null, resolution: null, grade: null, textHash: null, expiresAt: null } }))
    expect((await opened.api.seal.verify({ kind: 'text', text: digitsOf(sealed) })).answer).toBe('annulled')
  })

  it('that tell of a stolen key are believed for ever, whichever bundle comes later', async () => {
    const opened = await openApp()
    const told = bundle(keys.rootB, keys.b1, { ruc: rucs.other, issuedAt: '2026-07-01T15:00:00.000Z', compromisedAt: '2026-06-01T05:00:00.000Z' })
    const forgot = bundle(keys.rootB, keys.b1, { ruc: rucs.other, issuedAt: '2026-09-01T15:00:00.000Z' })
    for (const bundles of [[told], [forgot], [forgot, told]]) await opened.api.seal.trustOffice({ file: await drop(opened, { bundles, lists: [listOfB('2026-11-01T15:00:00.000Z')] }) })
    expect((await opened.api.seal.readOffice({ file: await drop(opened, { bundles: [forgot], lists: [listOfB('2026-11-01T15:00:00.000Z')] }) })).problems).toEqual([expect.stringContaining('robada o copiada')])
  })

  it('with keys of the same kid, or with this office’s own key, never stand in the way of its papers', async () => {
    const opened = await openApp()
    const { seals, issued } = await sealedPapers(opened, 1)
    const [own] = (await opened.api.seal.state({})).keys
    const kid = own?.kid ?? ''
    const key = { issuedAt: since, since, until: '2027-01-15T14:00:00.000Z', name: 'X', ubigeo: null, compromisedAt: null, ruc: rucs.other }
    const exported = JSON.parse(await readFile(opened.path(await opened.api.seal.exportOffice({})), 'utf8')) as { bundles: string[] }
    const claimed = enveloped(keys.rootB, encodeBundle({ ...key, kid, publicKey: publicKeyOf(exported.bundles[0] ?? ''), compromisedAt: since }))
    const sameKid = enveloped(keys.rootB, encodeBundle({ ...key, kid, publicKey: keys.b1.publicKey }))
    const against = enveloped(keys.b1, encodeList({ ruc: rucs.other, issuedAt: '2026-11-20T15:00:00.000Z', nextAt: '2026-12-20T15:00:00.000Z', entries: [{ ...entry(keys.b1, 10, [1]), kid }] }), bytesOfHex(kid))
    await opened.api.seal.trustOffice({ file: await drop(opened, { bundles: [sameKid, claimed], lists: [against] }) })
    await opened.api.seal.publishList({ nextOn: '2026-12-22' })
    const text = digitsOf(seals[0] ?? new Uint8Array())
    expect(await opened.api.seal.verify({ kind: 'text', text })).toMatchObject({ answer: 'authentic', key: { kid, isOwn: true }, certificate: { id: issued[0], state: 'valid' } })
    // The office's file still brings its key to who trusted the claimant first.
    const stranger = await anotherComputer()
    await stranger.api.seal.trustOffice({ file: await drop(stranger, { bundles: [claimed, sameKid], lists: [against] }) })
    await stranger.api.seal.trustOffice({ file: await carried(opened, stranger, await opened.api.seal.exportOffice({})) })
    expect((await stranger.api.seal.verify({ kind: 'text', text })).answer).toBe('authentic')
    expect(hex(keys.b1.kid)).not.toBe(kid)
  })
})

/** Key 2 of a bundle's body: 32 bytes after `02 58 20`. */
function publicKeyOf(bundleText: string): Uint8Array {
  const bytes = Buffer.from(bundleText, 'base64')
  const at = bytes.indexOf(Buffer.from('025820', 'hex')) + 3
  return new Uint8Array(bytes.subarray(at, at + 32))
}
