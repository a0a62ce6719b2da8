import { UTCTime, GeneralizedTime, fromBER } from 'asn1js'
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData } from 'pkijs'

/** What a signature says of itself, and whether it fits. Moments are UTC text. */
export interface SignatureFacts {
  readonly signer: string
  readonly document: string | null
  readonly issuer: string
  readonly signedAt: string | null
  readonly isIntact: boolean
  readonly validFrom: string
  readonly validTo: string
  readonly isWithinValidity: boolean
}

const oids = { commonName: '2.5.4.3', serialNumber: '2.5.4.5', givenName: '2.5.4.42', surname: '2.5.4.4', organisation: '2.5.4.10', signingTime: '1.2.840.113549.1.9.5' } as const

/**
 * Checks a CMS signature (RFC 5652) over these bytes: the digest is theirs and the signature is made by the key of the
 * signer's certificate, which it carries. The chain above that certificate is not looked at.
 * `saidAt`: when the PDF says it was signed, for signatures without a time of their own. Null: no CMS at all.
 */
export async function readCms(contents: Uint8Array, data: Uint8Array, saidAt: string | null): Promise<SignatureFacts | null> {
  const signed = signedDataOf(contents)
  const certificate = signed === null ? null : signerOf(signed)
  if (signed === null || certificate === null) return null
  const isIntact = await fits(signed, data)
  const signedAt = signingTime(signed) ?? saidAt
  const [validFrom, validTo] = [certificate.notBefore.value.toISOString(), certificate.notAfter.value.toISOString()]
  const names = namesOf(certificate.subject)
  const whole = [names.get(oids.givenName), names.get(oids.surname)].filter((part) => part !== undefined).join(' ')
  return {
    signer: names.get(oids.commonName) ?? (whole === '' ? (names.get(oids.organisation) ?? '') : whole),
    document: documentIn(names.get(oids.serialNumber)),
    issuer: namesOf(certificate.issuer).get(oids.commonName) ?? namesOf(certificate.issuer).get(oids.organisation) ?? '',
    signedAt,
    isIntact,
    validFrom,
    validTo,
    isWithinValidity: signedAt !== null && signedAt >= validFrom && signedAt <= validTo,
  }
}

function signedDataOf(contents: Uint8Array): SignedData | null {
  try {
    // The room kept for it is longer than the signature: what follows are zeros.
    const { result, offset } = fromBER(new Uint8Array(contents).buffer)
    if (offset === -1) return null
    const info = new ContentInfo({ schema: result })
    return info.contentType === '1.2.840.113549.1.7.2' ? new SignedData({ schema: info.content }) : null
  } catch {
    return null
  }
}

/** The certificate whose key signed: found by the issuer and the serial number that the signature names. */
function signerOf(signed: SignedData): Certificate | null {
  const [info] = signed.signerInfos
  const all = (signed.certificates ?? []).filter((one) => one instanceof Certificate)
  if (info === undefined) return null
  const sid: unknown = info.sid
  const named = sid instanceof IssuerAndSerialNumber ? all.find((one) => one.serialNumber.isEqual(sid.serialNumber) && one.issuer.isEqual(sid.issuer)) : undefined
  return named ?? (all.length === 1 ? (all[0] ?? null) : null)
}

async function fits(signed: SignedData, data: Uint8Array): Promise<boolean> {
  try {
    if (signed.signerInfos.length !== 1) return false
    return await signed.verify({ signer: 0, data: new Uint8Array(data).buffer, checkChain: false })
  } catch {
    // An algorithm that is not known, a key that is none: it does not fit.
    return false
  }
}

function signingTime(signed: SignedData): string | null {
  const attribute = signed.signerInfos[0]?.signedAttrs?.attributes.find((one) => one.type === oids.signingTime)
  const value: unknown = attribute?.values[0]
  return value instanceof UTCTime || value instanceof GeneralizedTime ? value.toDate().toISOString() : null
}

function namesOf(name: Certificate['subject']): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const one of name.typesAndValues) {
    const { valueBlock } = one.value as { readonly valueBlock: { readonly value?: unknown } }
    if (typeof valueBlock.value === 'string') names.set(one.type, valueBlock.value.normalize('NFC').slice(0, 250))
  }
  return names
}

/** "PNOPE-12345678" (ETSI EN 319 412-1), "DNI:12345678", "12345678": the digits of a DNI or a RUC. */
function documentIn(serial: string | undefined): string | null {
  if (serial === undefined) return null
  return /(?:^|\D)(\d{11}|\d{8})$/.exec(serial.trim())?.[1] ?? serial.trim()
}
