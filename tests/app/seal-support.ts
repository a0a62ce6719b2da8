import { create } from 'qrcode'
import { pngOf } from '../../src/main/intake/scan-pixels.ts'
import { toDigits } from '../../src/shared/domain/seal/digits.ts'
import { aCourse, anOffice, somePeople } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'

/** Of real check digits, of no office of this name. */
export const rucs = { own: '20143625681', other: '20131370645' } as const

/** An office that can seal. */
export async function aSealingOffice(opened: OpenApp, { ruc = rucs.own, name = 'Municipalidad Provincial de Cajamarca' }: { ruc?: string; name?: string } = {}) {
  const office = await anOffice(opened)
  await opened.api.entity.save({ ruc, name })
  const { words, fingerprint } = await opened.api.seal.prepare({ computerName: 'Capacitaciones' })
  return { ...office, words, fingerprint }
}

/** The same with sealed certificates of so many people, in the order of surnames. */
export async function sealedPapers(opened: OpenApp, people: number, given: Parameters<typeof aSealingOffice>[1] = {}) {
  const office = await aSealingOffice(opened, given)
  const { cohortId } = await aCourse(opened.api)
  await opened.api.enrolments.add({ cohortId, personIds: await somePeople(opened.api, people) })
  const enrolmentIds = (await opened.api.enrolments.list({ cohortId })).map((one) => one.id)
  const { issued } = await opened.api.certificates.issue({ enrolmentIds, paperKind: 'certificado', seriesId: office.seriesId, issuedOn: '2026-11-22', model: 'sober', signatoryIds: [office.signatoryId] })
  const seals = await Promise.all(issued.map((id) => sealOf(opened, id)))
  return { ...office, cohortId, issued, seals }
}

/** The COSE bytes of an issued paper. */
export async function sealOf({ api }: OpenApp, id: string): Promise<Uint8Array> {
  const { seal } = JSON.parse((await api.certificates.get({ id })).frozen) as { seal: string }
  return new Uint8Array(Buffer.from(seal, 'base64'))
}

export const digitsOf = (cose: Uint8Array): string => toDigits(cose)

/** A picture of a page with these codes one under another. */
export function pictureOf(texts: readonly string[]): Uint8Array {
  const width = 900
  const height = 60 + texts.length * 560
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  texts.forEach((text, index) => {
    const { modules } = create(text, { errorCorrectionLevel: 'M' })
    const scale = Math.floor(500 / modules.size)
    for (let y = 0; y < modules.size * scale; y += 1) {
      for (let x = 0; x < modules.size * scale; x += 1) {
        if (modules.get(Math.floor(y / scale), Math.floor(x / scale)) === 0) continue
        data.fill(0, ((y + 60 + index * 560) * width + x + 60) * 4, ((y + 60 + index * 560) * width + x + 60) * 4 + 3)
      }
    }
  })
  return pngOf({ width, height, data })
}
