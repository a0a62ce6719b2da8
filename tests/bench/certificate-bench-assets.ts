import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import type { FrozenCertificate } from '../../src/shared/contract/frozen.ts'
import { fourSignatories, sampleAssets, sampleCertificate } from '../documents/certificate-sample.ts'

// The assets of design/STACK.md: a background PNG of about 200 KB, two signature images, names that repeat as Peru's do.

/** An A4 background of soft noise: about 200 KB as PNG, 8 bits, no alpha. */
function background(): Uint8Array {
  const width = 842
  const height = 595
  const raw = Buffer.alloc(height * (1 + width * 3))
  let state = 20_261_122
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      state = (state * 48_271) % 2_147_483_647
      const at = y * (1 + width * 3) + 1 + x * 3
      const grain = state % 5 === 0 ? 1 : 0
      raw[at] = 250 - grain
      raw[at + 1] = 248 - grain
      raw[at + 2] = 240 - Math.floor(y / 60) - grain
    }
  }
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length, 0)
    body.copy(out, 4)
    out.writeUInt32BE(crc32(body), body.length + 4)
    return out
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(raw, { level: 6 })), chunk('IEND', Buffer.alloc(0))])
  return new Uint8Array(bytes)
}

export const backgroundBytes = background()
export const backgroundHash = createHash('sha256').update(backgroundBytes).digest('hex')

export const benchAssets: ReadonlyMap<string, Uint8Array> = new Map([...sampleAssets, [backgroundHash, backgroundBytes]])

const given = ['María Elena', 'José Luis', 'Rosa', 'Juan Carlos', 'Ana Lucía', 'Elmer', 'Flor de María', 'Wilder', 'Nélida', 'Segundo']
const surnames = ['Quispe', 'Huamán', 'Mamani', 'Flores', 'Ñahui', 'Vásquez', 'Chávez', 'Tsamajẽin', 'De la Cruz', 'Rojas', 'Cueva', 'Ccahuana', 'Terrones']
const template = sampleCertificate({ artworkHash: backgroundHash, logos: [], legalBasis: null, signatories: fourSignatories.slice(0, 2) })

export function benchCertificate(index: number): FrozenCertificate {
  const name = `${given[index % given.length]} ${surnames[(index * 7) % surnames.length]} ${surnames[(index * 5 + 3) % surnames.length]}`
  const number = String(index + 1).padStart(5, '0')
  const code = (index * 7_919_777_777 + 60_466_176).toString(36).toUpperCase().padStart(10, '0').slice(-10)
  return {
    ...template,
    personName: name,
    documentText: `identificada con DNI N° ${String(10_000_000 + ((index * 7_919) % 89_999_999))}`,
    number: `N° ${number}-2026-MPC/GRH`,
    code,
    qrText: `https://constancia.municaj.gob.pe/v#${code}|N° ${number}-2026-MPC/GRH|20143623042`,
  }
}
