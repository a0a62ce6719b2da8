import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plainAddPlaceholder } from '@signpdf/placeholder-plain'
import { P12Signer } from '@signpdf/signer-p12'
import { SignPdf } from '@signpdf/signpdf'
import { Integer, ObjectIdentifier, OctetString, PrintableString, Utf8String } from 'asn1js'
import forge from 'node-forge'
import { Attribute, AttributeTypeAndValue, Certificate, ContentInfo, EncapsulatedContentInfo, IssuerAndSerialNumber, SignedAndUnsignedAttributes, SignedData, SignerInfo, Time } from 'pkijs'
import type { FileRef } from '../../src/shared/rpc/wire.ts'
import type { OpenApp } from '../support/open-app.ts'

export interface RsaSigner {
  readonly p12: Buffer
}

/** A certificate of its own, as the State's would be: name, DNI in its serial number, one year from 2026. */
export function aSigner(name = 'ÑAUPARI QUISPE Rosa', dni = 'PNOPE-40404040', from = '2026-01-01', to = '2027-01-01'): RsaSigner {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = forge.pki.privateKeyFromPem(pair.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString())
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicKey.export({ type: 'spki', format: 'pem' }).toString())
  certificate.serialNumber = '0a1b2c'
  certificate.validity.notBefore = new Date(`${from}T00:00:00Z`)
  certificate.validity.notAfter = new Date(`${to}T00:00:00Z`)
  certificate.setSubject([{ name: 'commonName', value: name, valueTagClass: forge.asn1.Type.UTF8 }, { type: '2.5.4.5', value: dni }])
  certificate.setIssuer([{ name: 'commonName', value: 'ECEP de prueba' }])
  certificate.sign(key, forge.md.sha256.create())
  const store = forge.pkcs12.toPkcs12Asn1(key, [certificate], '', { algorithm: '3des' })
  return { p12: Buffer.from(forge.asn1.toDer(store).getBytes(), 'binary') }
}

/** The PDF and a signature after it, by a program that is not ours. `rect`: where it is seen, in points. */
export async function signed(pdf: Buffer, { p12 }: RsaSigner, { at = '2026-11-20T15:00:00Z', rect = [0, 0, 0, 0] }: { readonly at?: string; readonly rect?: number[] } = {}): Promise<Buffer> {
  const signingTime = new Date(at)
  const withRoom = plainAddPlaceholder({ pdfBuffer: pdf, reason: 'Firma', contactInfo: '', name: 'Firmante', location: 'Lima', signingTime, widgetRect: rect })
  return new SignPdf().sign(withRoom, new P12Signer(p12), signingTime)
}

/** An incremental update as any editor writes it: these objects, a table of them, a trailer that goes back to the one before. */
export function updated(pdf: Buffer, objects: Readonly<Record<number, string>>): Buffer {
  const text = pdf.toString('latin1')
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? ''
  const root = [...text.matchAll(/\/Root (\d+ \d+ R)/g)].at(-1)?.[1] ?? ''
  const info = [...text.matchAll(/\/Info (\d+ \d+ R)/g)].at(-1)?.[1]
  let body = text.endsWith('\n') ? text : `${text}\n`
  const offsets: [string, number][] = []
  for (const [number, value] of Object.entries(objects)) {
    offsets.push([number, body.length])
    body += `${number} 0 obj\n${value}\nendobj\n`
  }
  const at = body.length
  body += `xref\n${offsets.map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size 99999 /Root ${root}${info === undefined ? '' : ` /Info ${info}`} /Prev ${previous} >>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.from(body, 'latin1')
}

/** The last text of the object that holds this. */
export function objectWith(pdf: Buffer, what: RegExp): { readonly number: number; readonly value: string } {
  const found = [...pdf.toString('latin1').matchAll(/(?:^|\n)(\d+) 0 obj\s*\n([\s\S]*?)\nendobj/g)].filter((one) => what.test(one[2] ?? '')).at(-1)
  return { number: Number(found?.[1]), value: found?.[2] ?? '' }
}

/** The same by an elliptic curve, in the form of ETSI's signatures; its certificate is of an organisation. */
export async function signedByCurve(pdf: Buffer): Promise<Buffer> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ value: 77 })
  for (const name of [certificate.subject, certificate.issuer]) name.typesAndValues.push(new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: 'CURVA Elvira' }) }), new AttributeTypeAndValue({ type: '2.5.4.5', value: new PrintableString({ value: 'VATPE-20601234567' }) }))
  certificate.notBefore = new Time({ type: 0, value: new Date('2026-01-01T00:00:00Z') })
  certificate.notAfter = new Time({ type: 0, value: new Date('2027-01-01T00:00:00Z') })
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey)
  await certificate.sign(pair.privateKey, 'SHA-256')
  const signer = new (class extends P12Signer {
    override async sign(data: Buffer): Promise<Buffer> {
      const bytes = new Uint8Array(data)
      const digest = await crypto.subtle.digest('SHA-256', bytes)
      const signedAttrs = new SignedAndUnsignedAttributes({
        type: 0,
        attributes: [
          new Attribute({ type: '1.2.840.113549.1.9.3', values: [new ObjectIdentifier({ value: '1.2.840.113549.1.7.1' })] }),
          new Attribute({ type: '1.2.840.113549.1.9.4', values: [new OctetString({ valueHex: digest })] }),
        ],
      })
      const info = new SignerInfo({ version: 1, sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }), signedAttrs })
      const whole = new SignedData({ version: 1, encapContentInfo: new EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1' }), signerInfos: [info], certificates: [certificate] })
      await whole.sign(pair.privateKey, 0, 'SHA-256', bytes.buffer)
      return Buffer.from(new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: whole.toSchema(true) }).toSchema().toBER())
    }
  })(Buffer.alloc(1))
  const withRoom = plainAddPlaceholder({ pdfBuffer: pdf, reason: 'Firma', contactInfo: '', name: '', location: '', signingTime: new Date('2026-11-20T15:00:00Z'), subFilter: 'ETSI.CAdES.detached' })
  return new SignPdf().sign(withRoom, signer)
}

export async function dropped(app: OpenApp, bytes: Uint8Array, name: string): Promise<FileRef> {
  const path = join(await mkdtemp(join(tmpdir(), 'firmado-')), 'archivo')
  await writeFile(path, bytes)
  return app.drop(path, name)
}

