/** What the tests use of it; the package comes without types. */
declare module 'node-forge' {
  interface Certificate {
    publicKey: unknown
    serialNumber: string
    readonly validity: { notBefore: Date; notAfter: Date }
    setSubject(attributes: readonly object[]): void
    setIssuer(attributes: readonly object[]): void
    sign(key: unknown, digest: unknown): void
  }
  const forge: {
    readonly asn1: { readonly Type: { readonly UTF8: number }; toDer(value: unknown): { getBytes(): string } }
    readonly md: { readonly sha256: { create(): unknown } }
    readonly pkcs12: { toPkcs12Asn1(key: unknown, certificates: readonly Certificate[], password: string, options: { readonly algorithm: '3des' }): unknown }
    readonly pki: { createCertificate(): Certificate; privateKeyFromPem(pem: string): unknown; publicKeyFromPem(pem: string): unknown }
  }
  export default forge
}
