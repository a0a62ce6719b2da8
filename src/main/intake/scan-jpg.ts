import { ScanFailure } from './scan-failure.ts'

/** What a JPEG says of itself before its pixels (ITU-T T.81, annex B). */
export interface JpgFacts {
  readonly width: number
  readonly height: number
  readonly components: number
  /** Quarter turns clockwise that set it upright, by what the camera wrote (Exif, tag 0x0112). */
  readonly turns: number
}

/** Reads the head of a JPEG. Throws a `ScanFailure` when it holds no picture. */
export function readJpgFacts(bytes: Uint8Array): JpgFacts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let turns = 0
  for (let at = 2; at + 9 < file.length; ) {
    if (file.readUInt8(at) !== 0xff) break
    const marker = file.readUInt8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7), components: file.readUInt8(at + 9), turns }
    if (marker === 0xe1) turns = exifTurns(file.subarray(at + 4, at + 2 + file.readUInt16BE(at + 2)))
    at += 2 + file.readUInt16BE(at + 2)
  }
  throw new ScanFailure('damaged')
}

/** Turned photographs only; mirrored ones do not come out of cameras. */
function exifTurns(exif: Buffer): number {
  if (exif.length < 14 || exif.toString('latin1', 0, 4) !== 'Exif') return 0
  const tiff = exif.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12
    if (short(at) === 0x0112) return { 6: 1, 3: 2, 8: 3 }[short(at + 8)] ?? 0
  }
  return 0
}

/** A PDF of one page that is the photograph, a point a pixel: what renders PDF pages then reads JPEGs of every kind too. */
export function jpgAsPdf(bytes: Uint8Array, { width, height, components }: JpgFacts): Uint8Array {
  const colours = components === 1 ? '/DeviceGray' : components === 4 ? '/DeviceCMYK' : '/DeviceRGB'
  // Adobe writes the four inks of a JPEG upside down.
  const inverted = components === 4 ? ' /Decode [1 0 1 0 1 0 1 0]' : ''
  const content = `q ${width} 0 0 ${height} 0 0 cm /I Do Q`
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let length = pieces[0]?.length ?? 0
  const write = (...all: (string | Uint8Array)[]): void => {
    for (const one of all) {
      const piece = typeof one === 'string' ? Buffer.from(one, 'latin1') : Buffer.from(one.buffer, one.byteOffset, one.byteLength)
      pieces.push(piece)
      length += piece.length
    }
  }
  const object = (...body: (string | Uint8Array)[]): void => {
    offsets.push(length)
    write(`${offsets.length} 0 obj\n`, ...body, '\nendobj\n')
  }
  object('<< /Type /Catalog /Pages 2 0 R >>')
  object('<< /Type /Pages /Kids [3 0 R] /Count 1 >>')
  object(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /XObject << /I 4 0 R >> >> /Contents 5 0 R >>`)
  object(`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 /ColorSpace ${colours}${inverted} /Filter /DCTDecode /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream')
  object(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  const table = length
  write(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`, ...offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`))
  write(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`)
  return Buffer.concat(pieces)
}
