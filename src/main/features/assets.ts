import { readFile } from 'node:fs/promises'
import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import type { Reader } from '../db/doors.ts'
import { readImageFacts } from '../documents/image-facts.ts'
import { keepFile } from './evidence/records.ts'
import { live } from './live.ts'

/** Bytes of an image; a logo or a signature larger than this is a photograph that nobody reduced. */
const limitBytes = 8 * 1024 * 1024
/** Pixels, both sides multiplied: more would take hundreds of megabytes when drawn. */
const limitPixels = 40_000_000

export const assets: Handlers<typeof contract.assets> = {
  byHash: async ({ db }, { hashes }) => {
    const rows = hashes.length === 0 ? [] : await db.selectFrom('assets').selectAll().where('sha256', 'in', [...new Set(hashes)]).where('type', 'in', ['png', 'jpg']).execute()
    const once = new Map(rows.map((row) => [row.sha256, row]))
    return [...once.values()].map(({ sha256, type, width, height, bytes }) => ({ hash: sha256, type, width, height, dataUrl: dataUrl(type, bytes) }))
  },
  add: async ({ files, write }, { file }) => {
    const bytes = new Uint8Array(await readFile(files.path(file)))
    const facts = checkedImage(bytes, file.name)
    return write(async (db) => {
      const id = await keepFile(db, { bytes, name: file.name, ...facts })
      const { name, type, width, height, sha256 } = await live(db, 'assets', id, 'assets.missing')
      return { id, name, type, width, height, hash: sha256 }
    })
  },
  get: async ({ db }, { id }) => {
    const asset = await live(db, 'assets', id, 'assets.missing')
    const { name, type, width, height } = asset
    return { id, name, type, width, height, dataUrl: dataUrl(type, asset.bytes) }
  },
}

/** Type and pixels of a PNG or JPG. Refused when it is no image, or larger than paper can use. */
export function checkedImage(bytes: Uint8Array, name: string): ReturnType<typeof readImageFacts> & object {
  if (bytes.length > limitBytes) refuse('assets.tooLarge', { name })
  const facts = readImageFacts(bytes) ?? refuse('assets.notAnImage', { name })
  if (facts.width * facts.height > limitPixels) refuse('assets.tooLarge', { name })
  return facts
}

function dataUrl(type: string, bytes: Uint8Array): string {
  return `data:image/${type === 'jpg' ? 'jpeg' : 'png'};base64,${Buffer.from(bytes).toString('base64')}`
}

/** SHA-256 of assets by their ids. */
export async function hashesById(db: Reader, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('assets').select(['id', 'sha256']).where('id', 'in', wanted).execute()
  return new Map(rows.map((row) => [row.id, row.sha256]))
}

/** Bytes of images by SHA-256, as frozen papers name them. One whose asset was removed is still there: nothing is erased. */
export async function imagesByHash(db: Reader, hashes: Iterable<string>): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = [...new Set(hashes)]
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('assets').select(['sha256', 'bytes']).where('sha256', 'in', wanted).execute()
  return new Map(rows.map((row) => [row.sha256, row.bytes]))
}
