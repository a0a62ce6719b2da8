import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import type { FileRef } from '../../shared/rpc/wire.ts'
import { Failure } from './failures.ts'

/** Bytes to be written: all at once, or as they are made. */
export type Source = Uint8Array | AsyncIterable<Uint8Array>

/** Every file the app takes in or writes. What it writes appears whole or not at all. */
export interface Files {
  /** Where a file that came in or was written lies. Throws `unavailable` when it is gone. */
  path(file: FileRef): string
  /** Takes a file from outside into the app's own folder. */
  receive(name: string, bytes: Source): Promise<FileRef>
  /** Writes a file for the person, in the folder of results. A name already taken gets a number: nothing is overwritten. */
  write(name: string, bytes: Source): Promise<FileRef>
  /** Writes a folder of files: it appears whole. */
  writeFolder(name: string, entries: AsyncIterable<{ readonly name: string; readonly bytes: Uint8Array }>): Promise<FileRef>
  /** Writes a file that is only looked at (a preview), away from the results. */
  writePassing(name: string, bytes: Source): Promise<FileRef>
  /** SHA-256 of a file, lower-case hexadecimal. */
  digest(file: FileRef): Promise<string>
}

/** @param folder the office's folder; results go to `salidas` in it, what comes in to `entradas`. */
export function createFiles(folder: string): Files {
  const known = new Map<string, string>()
  const remember = async (path: string): Promise<FileRef> => {
    const facts = await stat(path)
    const id = randomUUID()
    known.set(id, path)
    const name = path.split(/[\\/]/).at(-1) ?? path
    return { id, name, size: facts.isDirectory() ? 0 : facts.size, type: facts.isDirectory() ? 'folder' : typeOf(name) }
  }
  const put = async (place: string, name: string, bytes: Source): Promise<FileRef> => {
    await mkdir(place, { recursive: true })
    const path = await freePath(place, safeName(name))
    await writeWhole(path, bytes)
    return remember(path)
  }
  const pathOf = (file: FileRef): string => {
    const path = known.get(file.id)
    if (path === undefined || !existsSync(path)) throw new Failure('unavailable', 'core.fileMissing', { name: file.name })
    return path
  }

  return {
    path: pathOf,
    receive: (name, bytes) => put(join(folder, 'entradas', randomUUID()), name, bytes),
    write: (name, bytes) => put(join(folder, 'salidas'), name, bytes),
    writePassing: (name, bytes) => put(join(folder, 'entradas', randomUUID()), name, bytes),
    writeFolder: async (name, entries) => {
      await mkdir(join(folder, 'salidas'), { recursive: true })
      const path = await freePath(join(folder, 'salidas'), safeName(name))
      await writeFolderWhole(path, entries)
      return remember(path)
    },
    digest: async (file) => createHash('sha256').update(await readFile(pathOf(file))).digest('hex'),
  }
}

/** Writes beside, syncs, renames: a power cut leaves the old file or the new one, never a half. */
export async function writeWhole(path: string, bytes: Source): Promise<void> {
  const part = `${path}.part`
  try {
    const handle = await open(part, 'w')
    try {
      if (bytes instanceof Uint8Array) await handle.writeFile(bytes)
      else for await (const chunk of bytes) await handle.write(chunk)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

async function writeFolderWhole(path: string, entries: AsyncIterable<{ readonly name: string; readonly bytes: Uint8Array }>): Promise<void> {
  const part = `${path}.part`
  try {
    await mkdir(part, { recursive: true })
    for await (const entry of entries) {
      const handle = await open(await freePath(part, safeName(entry.name)), 'wx')
      await handle.writeFile(entry.bytes)
      await handle.close()
    }
    // One sync for all: thousands of small files would each wait for the disk.
    for (const name of await readdir(part)) await syncPath(join(part, name))
    await rename(part, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  await handle.sync()
  await handle.close()
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no handle for a folder; its rename is durable by itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

/** A name that every file system takes: no path, no reserved sign, at most 120 characters. */
export function safeName(name: string): string {
  const extension = extname(name).slice(0, 10)
  const stem = name
    .slice(0, name.length - extname(name).length)
    // eslint-disable-next-line no-control-regex -- control characters are what must go
    .replace(/[\u0000-\u001f<>:"/\\|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 120)
  const plain = stem === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem) ? `archivo ${stem}`.trim() : stem
  return `${plain}${extension}`
}

async function freePath(folder: string, name: string): Promise<string> {
  const extension = extname(name)
  const stem = name.slice(0, name.length - extension.length)
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? name : `${stem} (${count})${extension}`)
    if (!existsSync(path)) return path
  }
}

function typeOf(name: string): FileRef['type'] {
  const types: Readonly<Record<string, FileRef['type']>> = { '.pdf': 'pdf', '.xlsx': 'xlsx', '.csv': 'csv', '.zip': 'zip', '.png': 'png', '.jpg': 'jpg', '.jpeg': 'jpg' }
  return types[extname(name).toLowerCase()] ?? 'other'
}
