import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { designDocument } from '../../../shared/contract/designs.ts'
import { enrolmentRole } from '../../../shared/contract/enrolments.ts'
import { paperKind } from '../../../shared/contract/numbering.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import type { Writer } from '../../db/doors.ts'
import { checkedImage, imagesByHash } from '../assets.ts'
import { keepFile } from '../evidence/records.ts'
import { live } from '../live.ts'
import { designToUse, imagesOf, isModel, written } from './records.ts'

/** What a design's file says it is. */
const MARK = 'diseño de Constancia'
/** Of the file's own shape; the design inside has a format of its own. */
const FORMAT = 1
/** Bytes; a design with eight full-page images stays below. */
const LARGEST = 90 * 1024 * 1024

const designFile = z.strictObject({
  constancia: z.literal(MARK),
  format: z.literal(FORMAT),
  name: z.string().min(1).max(80),
  paperKind: paperKind.nullable(),
  role: enrolmentRole.nullable(),
  document: designDocument,
  images: z.array(z.strictObject({ hash: z.string(), name: z.string().max(200), base64: z.string() })).max(200),
})

/** The design with its images as one file. The same design is the same bytes. */
export async function exportDesign({ read, files, language }: JobContext, ref: string): Promise<FileRef> {
  const { name, body } = await read(async (db) => {
    const design = await designToUse(db, ref, language)
    const { paperKind: kind, role } = isModel(ref) ? { paperKind: null, role: null } : await live(db, 'designs', ref, 'paperDesigns.missing')
    const images = [...(await imagesByHash(db, imagesOf(design.document)))].map(([hash, bytes]) => ({ hash, name: hash.slice(0, 12), base64: Buffer.from(bytes).toString('base64') }))
    return { name: design.name, body: { constancia: MARK, format: FORMAT, name: design.name, paperKind: kind, role, document: design.document, images } }
  })
  return files.write(`${name}.diseno.json`, new TextEncoder().encode(JSON.stringify(body)))
}

/** Takes a design's file in as a new design with one version. Refused, saying why, when it is not one, newer, or damaged. */
export async function loadDesign({ write, files, who, now }: JobContext, file: FileRef): Promise<{ id: string; act: string; name: string }> {
  const read = await readDesignFile(await readFile(files.path(file)), file.name)
  const images = read.images.map(({ hash, name, base64 }) => {
    const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
    if (createHash('sha256').update(bytes).digest('hex') !== hash) refuse('paperDesigns.damagedFile', { name: file.name })
    return { bytes, name, ...checkedImage(bytes, name) }
  })
  return write(async (db) => {
    for (const image of images) await keepFile(db, image)
    const id = await addDesign(db, { name: read.name, paperKind: read.paperKind, role: read.role }, read.document, { savedAt: now(), savedBy: who })
    return { id, act: db.act, name: read.name }
  })
}

/** A new design with its first version. Gives its id. */
export async function addDesign(
  db: Writer,
  fields: Pick<z.output<typeof designFile>, 'name' | 'paperKind' | 'role'>,
  document: z.output<typeof designDocument>,
  by: { readonly savedAt: string; readonly savedBy: string },
): Promise<string> {
  const [id = ''] = await db.add('designs', [{ ...fields, draft: null }])
  const { json, sha256 } = written(document)
  await db.add('designVersions', [{ designId: id, version: 1, document: json, sha256, ...by }])
  return id
}

async function readDesignFile(bytes: Buffer, name: string): Promise<z.output<typeof designFile>> {
  if (bytes.length > LARGEST) refuse('paperDesigns.fileTooLarge', { name })
  let found: unknown
  try {
    found = JSON.parse(bytes.toString('utf8'))
  } catch {
    refuse('paperDesigns.notADesign', { name })
  }
  if (typeof found !== 'object' || found === null || !('constancia' in found) || found.constancia !== MARK) refuse('paperDesigns.notADesign', { name })
  if (isNewer(found)) refuse('paperDesigns.newerFile', { name })
  const read = designFile.safeParse(found)
  return read.success ? read.data : refuse('paperDesigns.damagedFile', { name })
}

/** Whether a newer version of the app wrote it: the file's shape or the design's. */
function isNewer(found: object): boolean {
  const above = (holder: unknown): boolean => typeof holder === 'object' && holder !== null && 'format' in holder && typeof holder.format === 'number' && holder.format > FORMAT
  return above(found) || above('document' in found ? found.document : null)
}
