import { deflateSync } from 'node:zlib'
import { cutFace } from '../../src/main/documents/pdf-faces.ts'
import { RecordedObject, prepareImage } from '../../src/main/documents/pdf-images.ts'
import { qrPath } from '../../src/main/documents/pdf-qr.ts'
import { layText, widthOf } from '../../src/main/documents/pdf-text.ts'
import type { FaceName } from '../../src/main/documents/fonts.ts'
import type { FrozenCertificate } from '../../src/shared/contract/frozen.ts'
import { CertificatePress, prepareImages } from '../../src/main/documents/certificate/draw.ts'

// The limit: a writer that knows nothing but this one page. No library, no fitting, no look to compare, no checks;
// objects are strings put together. It lays text and QR by the same functions as the product, so that what is compared
// is the cost of everything around them.

interface Shared {
  readonly objects: readonly Buffer[]
  /** Object numbers of the page's resources. */
  readonly resources: string
}

const catalog = 1
const pages = 2

/** Everything that does not change, as finished objects: faces, images, and the layer as the product draws it. */
export async function prepareBare(frozen: FrozenCertificate, assets: ReadonlyMap<string, Uint8Array>): Promise<Shared> {
  const objects: Buffer[] = []
  const add = (dictionary: string, stream: Uint8Array | null): number => {
    const number = 3 + objects.length
    const head = `${number} 0 obj\n<<${dictionary}${stream === null ? '' : `/Length ${stream.length}`}>>\n`
    objects.push(
      stream === null
        ? Buffer.from(`${head}endobj\n`, 'latin1')
        : Buffer.concat([Buffer.from(`${head}stream\n`, 'latin1'), stream, Buffer.from('\nendstream\nendobj\n', 'latin1')]),
    )
    return number
  }
  const fonts = (['serif', 'serifItalic', 'serifSemiBold'] as const).map((face) => `/${face} ${addFace(face, add)} 0 R`).join(' ')
  const images: string[] = []
  for (const hash of [frozen.artworkHash, ...frozen.signatories.map((signatory) => signatory.imageHash)]) {
    const bytes = hash === null ? undefined : assets.get(hash)
    if (bytes !== undefined && hash !== null) images.push(`/I${hash.slice(0, 16)} ${addRecorded((await prepareImage(bytes)).object, add)} 0 R`)
  }
  const press = new CertificatePress(await prepareImages(assets))
  const resources = `/Font <<${fonts}>> /XObject <<${images.join(' ')}>>`
  const front = add(`/Type /XObject /Subtype /Form /BBox [0 0 842 596] /Resources <<${resources}>> /Filter /FlateDecode `, press.frontLayer(frozen).bytes)
  return { objects, resources: `/Font <<${fonts}>> /XObject <</Front ${front} 0 R>>` }
}

/** The page's own operators, deflated. */
function pageContent(frozen: FrozenCertificate): Buffer {
  const text = (face: FaceName, words: string, size: number, x: number, y: number, align: number) => {
    const runs = layText(face, words)
    const items = runs.map((run) => run.segments.map((segment) => segment.items).join('')).join('')
    return `BT /${face} ${size} Tf ${(x - align * widthOf(runs, size)).toFixed(2)} ${y} Td [${items}] TJ ET\n`
  }
  const { size, path } = qrPath(frozen.qrText)
  const module = 98 / (size + 8)
  const content =
    `/Front Do\n0.09 0.15 0.25 rg\n` +
    text('serifSemiBold', frozen.number, 9.5, 766, 512, 1) +
    text('serifSemiBold', frozen.personName, 35, 421, 298, 0.5) +
    text('serif', frozen.documentText ?? '', 10.5, 421, 257, 0.5) +
    text('serif', frozen.codeLabel, 5.75, 725, 67, 0.5) +
    text('serifSemiBold', `${frozen.code.slice(0, 5)}-${frozen.code.slice(5)}`, 8.5, 725, 57, 0.5) +
    `1 1 1 rg 676 71 98 98 re f q 0 g ${module.toFixed(4)} 0 0 ${module.toFixed(4)} ${(676 + 4 * module).toFixed(2)} ${(71 + 4 * module).toFixed(2)} cm\n${path}f Q\n`
  return deflateSync(Buffer.from(content, 'latin1'))
}

/** A file of these certificates; `write` is given its bytes in order. */
export function emitBare(shared: Shared, batch: Iterable<FrozenCertificate>, write: (bytes: Uint8Array) => void): void {
  const offsets: number[] = [0, 0]
  let offset = 0
  let pending: Buffer[] = []
  let waiting = 0
  const put = (bytes: Buffer) => {
    pending.push(bytes)
    offset += bytes.length
    waiting += bytes.length
    if (waiting < 262_144) return
    write(Buffer.concat(pending))
    pending = []
    waiting = 0
  }
  put(Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1'))
  for (const object of shared.objects) {
    offsets.push(offset)
    put(object)
  }
  const kids: number[] = []
  for (const frozen of batch) {
    const content = pageContent(frozen)
    const number = offsets.length + 1
    offsets.push(offset)
    put(Buffer.from(`${number} 0 obj\n<</Length ${content.length} /Filter /FlateDecode>>\nstream\n`, 'latin1'))
    put(content)
    put(Buffer.from('\nendstream\nendobj\n', 'latin1'))
    offsets.push(offset)
    kids.push(number + 1)
    put(Buffer.from(`${number + 1} 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 841.89 595.28] /Contents ${number} 0 R /Resources <<${shared.resources}>>>>\nendobj\n`, 'latin1'))
  }
  offsets[0] = offset
  put(Buffer.from(`${catalog} 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n`, 'latin1'))
  offsets[1] = offset
  put(Buffer.from(`${pages} 0 obj\n<</Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>\nendobj\n`, 'latin1'))
  const start = offset
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  put(Buffer.from(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${offsets.length + 1} /Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`, 'latin1'))
  write(Buffer.concat(pending))
}

type Add = (dictionary: string, stream: Uint8Array | null) => number

function addFace(face: FaceName, add: Add): number {
  const cut = cutFace(face, [])
  const file = add(`/Filter /FlateDecode /Length1 ${cut.fontFileLength} `, cut.fontFile)
  const map = add('/Filter /FlateDecode ', cut.cidToGid)
  const unicode = add('/Filter /FlateDecode ', cut.toUnicode)
  const name = `CONSTA+${cut.postscriptName}`
  const { bbox, italicAngle, ascent, descent, capHeight } = cut.descriptor
  const descriptor = add(
    `/Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [${bbox.join(' ')}] /ItalicAngle ${italicAngle} /Ascent ${ascent} /Descent ${descent} /CapHeight ${capHeight} /StemV 80 /FontFile2 ${file} 0 R`,
    null,
  )
  const descendant = add(
    `/Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor ${descriptor} 0 R /W ${cut.widths} /CIDToGIDMap ${map} 0 R`,
    null,
  )
  return add(`/Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${unicode} 0 R`, null)
}

function addRecorded(recorded: RecordedObject, add: Add): number {
  const value = (item: unknown): string => {
    if (item instanceof RecordedObject) return `${addRecorded(item, add)} 0 R`
    if (Array.isArray(item)) return `[${item.map(value).join(' ')}]`
    return typeof item === 'string' ? `/${item}` : String(item)
  }
  const entries = Object.entries(recorded.data).map(([key, item]) => `/${key} ${value(item)} `)
  return add(entries.join(''), recorded.bytes)
}
