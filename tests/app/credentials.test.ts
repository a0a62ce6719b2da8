import { createHash } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import { base58 } from '@scure/base'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'
import type { OpenApp } from '../support/open-app.ts'
import { aCourse, aPerson } from '../support/builders.ts'

interface Credential {
  readonly '@context': readonly string[]
  readonly id: string
  readonly type: readonly string[]
  readonly name: string
  readonly issuer: { readonly id: string; readonly name: string; readonly otherIdentifier: readonly { readonly identifier: string }[] }
  readonly validFrom: string
  readonly credentialSubject: { readonly identifier: readonly { readonly identityType: string; readonly identityHash: string }[]; readonly licenseNumber: string; readonly achievement: { readonly name: string; readonly criteria: { readonly narrative: string } } }
  readonly proof: { readonly proofValue: string; readonly verificationMethod: string; readonly cryptosuite: string }
}

/** A sealed office with two people of one course, certified. */
async function issued(options: { readonly document?: 'whole' | 'masked' } = {}): Promise<{ app: OpenApp; ids: readonly string[] }> {
  const app = await openApp()
  const { api } = app
  await api.entity.save({ name: 'Municipalidad Provincial de Cajamarca', siglas: 'MPC', ruc: '20143625681', city: 'Cajamarca' })
  await api.seal.prepare({ computerName: 'Mesa de partes' })
  const { cohortId } = await aCourse(api)
  const people = [aPerson({ documentType: '01', documentNumber: '20000001', givenNames: 'ANA', firstSurname: 'ÑAUPARI' }), aPerson({ documentType: '01', documentNumber: '20000002', givenNames: 'LUIS', firstSurname: 'ROJAS' })]
  const personIds: string[] = []
  for (const one of people) personIds.push((await api.people.create(one)).id)
  await api.enrolments.add({ cohortId, personIds, role: 'participant' })
  const enrolmentIds = (await api.enrolments.list({ cohortId })).map((one) => one.id)
  const series = (await api.numbering.list({})).find((one) => one.paperKind === 'constancia')
  const { issued: ids } = await api.certificates.issue({ enrolmentIds, paperKind: 'constancia', seriesId: series?.id ?? '', issuedOn: '2026-11-22', model: 'attendance', signatoryIds: [], document: options.document ?? 'whole' })
  return { app, ids }
}

async function exported({ api, bytes }: OpenApp, id: string): Promise<{ text: string; credential: Credential }> {
  const text = (await bytes(await api.credentials.export({ certificateIds: [id] }))).toString('utf8')
  return { text, credential: JSON.parse(text) as Credential }
}

/** RFC 8785 for what a credential holds (texts, lists, objects): an own writer, so that the proof is recomputed apart. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

describe('credentials', () => {
  test('a certificate goes out as an Open Badges credential whose proof holds by an independent check', async () => {
    const { app, ids } = await issued()
    const { credential } = await exported(app, ids[0] ?? '')
    expect(credential['@context'][0]).toBe('https://www.w3.org/ns/credentials/v2')
    expect(credential.type).toEqual(['VerifiableCredential', 'OpenBadgeCredential'])
    expect(credential.issuer).toMatchObject({ name: 'Municipalidad Provincial de Cajamarca', otherIdentifier: [{ identifier: '20143625681' }] })
    expect(credential.credentialSubject.identifier).toMatchObject([{ identityType: 'name' }, { identityType: 'nationalIdentityNumber', identityHash: '20000001' }])
    expect(credential.credentialSubject.identifier[0]?.identityHash.toUpperCase()).toContain('ÑAUPARI')
    expect(credential.credentialSubject.achievement.criteria.narrative.length).toBeGreaterThan(20)

    const { proof, ...document } = credential
    const { proofValue, ...optionsOfProof } = proof
    const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
    const message = Buffer.concat([hash(canonical(optionsOfProof)), hash(canonical(document))])
    const key = base58.decode(proof.verificationMethod.replace(/^did:key:z/, '').split('#')[0] ?? '').slice(2)
    expect(proof.cryptosuite).toBe('eddsa-jcs-2022')
    expect(ed25519.verify(base58.decode(proofValue.slice(1)), message, key, { zip215: false })).toBe(true)
    expect(credential.issuer.id).toBe(proof.verificationMethod.split('#')[0])
  })

  test('any letter that is changed is told, and so is a key that nobody knows', async () => {
    const { app, ids } = await issued()
    const { text, credential } = await exported(app, ids[0] ?? '')
    expect(await app.api.credentials.verify({ json: text })).toMatchObject({ isValid: true })
    for (const changed of [
      { ...credential, name: 'Maestría en Gestión pública' },
      { ...credential, validFrom: '2020-01-01T00:00:00.000Z' },
      { ...credential, credentialSubject: { ...credential.credentialSubject, licenseNumber: 'N° 999' } },
      { ...credential, proof: { ...credential.proof, created: '2020-01-01T00:00:00Z' } },
      { ...credential, proof: { ...credential.proof, proofValue: `${credential.proof.proofValue.slice(0, -1)}2` } },
    ]) {
      const answer = await app.api.credentials.verify({ json: JSON.stringify(changed) })
      expect(answer.isValid).toBe(false)
    }
    expect((await app.api.credentials.verify({ json: 'hola' })).reasons[0]).toContain('no es una credencial')
    const other = await openApp()
    expect(await other.api.credentials.verify({ json: text })).toMatchObject({ isValid: false, reasons: [expect.stringContaining('No se puede comprobar')] })
  })

  test('the number of a document that the paper masks does not go with it', async () => {
    const { app, ids } = await issued({ document: 'masked' })
    const { text } = await exported(app, ids[0] ?? '')
    expect(text).not.toContain('20000001')
  })

  test('several are one ZIP, and what was annulled is not given', async () => {
    const { app, ids } = await issued()
    const zip = unzipSync(await app.bytes(await app.api.credentials.export({ certificateIds: [...ids] })))
    expect(Object.keys(zip)).toHaveLength(2)
    const { text } = await exported(app, ids[0] ?? '')
    await app.api.corrections.annul({ certificateIds: [ids[0] ?? ''], reason: 'Se emitió por error', resolution: null, annulledOn: '2026-11-22' })
    await expect(app.api.credentials.export({ certificateIds: [...ids] })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('anulado') })
    expect(await app.api.credentials.verify({ json: text })).toMatchObject({ isValid: false, reasons: [expect.stringContaining('anulado')] })
  })

  test('without a seal on this computer it says what to do', async () => {
    const app = await openApp()
    await expect(app.api.credentials.export({ certificateIds: ['01890000-0000-7000-8000-000000000000'] })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('Ajustes → Sello') })
  })
})
