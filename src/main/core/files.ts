import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { numberedName, safeName, uniqueNames } from '../../shared/domain/file-names.ts'
import type { FileRef } from '../../shared/rpc/wire.ts'
import { Failure } from './failures.ts'

/** Bytes to be written: all at once, or as they are made. */
export type Source = Uint8Array | AsyncIterable<Uint8Array>

/** Every file the app takes in or writes. What it writes appears whole or not at all. */
export interface Files {
  /** Where a file that came in or was written lies. Throws `unavailable` when it is gone. */
  path(file: FileRef): string
  /** Takes a file from outside into a folder of this running app's own, which goes with it. */
  receive(name: string, bytes: Source): Promise<FileRef>
  /** Writes a file for the person, in the folder of results. A name already taken gets a number: nothing is overwritten. */
  write(name: string, bytes: Source): Promise<FileRef>
  /** Writes a folder of files: it appears whole. */
  writeFolder(name: string, entries: AsyncIterable<{ readonly name: string; readonly bytes: Uint8Array }>): Promise<FileRef>
  /** Writes a file that is only looked at (a preview), away from the results: it goes after a day. */
  writePassing(name: string, bytes: Source): Promise<FileRef>
  /** SHA-256 of a file, lower-case hexadecimal. */
  digest(file: FileRef): Promise<string>
  /** Takes away the copies of what came in: the originals are the person's, and lists of people lie in no second place. */
  close(): Promise<void>
}

/** @param folder the office's folder; results go to `salidas` in it, what comes in to `entradas`, previews to `vistas`. */
export function createFiles(folder: string): Files {
  const known = new Map<string, string>()
  const received = join(folder, 'entradas', randomUUID())
  const remember = async (path: string): Promise<FileRef> => {
    const facts = await stat(path)
    const id = randomUUID()
    known.set(id, path)
    const name = path.split(/[\\/]/).at(-1) ?? path
    return { id, name, size: facts.isDirectory() ? 0 : facts.size, type: facts.isDirectory() ? 'folder' : typeOf(name) }
  }
  /** Paths that are being written: two that begin at once must not choose the same. */
  const claimed = new Set<string>()
  const putAt = async (place: string, name: string, write: (path: string) => Promise<void>): Promise<FileRef> => {
    await mkdir(place, { recursive: true })
    const path = freePath(place, safeName(name), claimed)
    claimed.add(path.toLowerCase())
    try {
      await write(path)
      return await remember(path)
    } finally {
      claimed.delete(path.toLowerCase())
    }
  }
  const put = (place: string, name: string, bytes: Source): Promise<FileRef> => putAt(place, name, (path) => writeWhole(path, bytes))
  const pathOf = (file: FileRef): string => {
    const path = known.get(file.id)
    if (path === undefined || !existsSync(path)) throw new Failure('unavailable', 'core.fileMissing', { name: file.name })
    return path
  }

  return {
    path: pathOf,
    receive: (name, bytes) => put(join(received, randomUUID()), name, bytes),
    write: (name, bytes) => put(join(folder, 'salidas'), name, bytes),
    writePassing: (name, bytes) => put(join(folder, 'vistas', randomUUID()), name, bytes),
    writeFolder: (name, entries) => putAt(join(folder, 'salidas'), name, (path) => writeFolderWhole(path, entries)),
    digest: async (file) => createHash('sha256').update(await readFile(pathOf(file))).digest('hex'),
    // What another program holds open goes at a later start.
    close: () => rm(received, { recursive: true, force: true }).catch(() => undefined),
  }
}

/** Writes beside, syncs, renames: a power cut leaves the old file or the new one, never a half. */
export async function writeWhole(path: string, bytes: Source, mode = 0o666): Promise<void> {
  const part = `${path}.part`
  try {
    const handle = await open(part, 'w', mode)
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
    const nameOf = uniqueNames()
    for await (const entry of entries) await writeFile(join(part, nameOf(safeName(entry.name))), entry.bytes, { flag: 'wx' })
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

/** The name, or the next of that name that nothing on the disk and nothing being written has. */
function freePath(folder: string, name: string, claimed: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? name : numberedName(name, count))
    if (!existsSync(path) && !claimed.has(path.toLowerCase())) return path
  }
}

/** A day: what was left behind this long ago, nobody is still writing nor looking at. */
const forgotten = 24 * 3_600_000

/**
 * Takes away what a power cut left half written among the results, and what is older than a day of what came in or was only looked at.
 * `alone`: whether no other program can be writing here now.
 */
export async function removeLeftovers(folder: string, alone: boolean, now: number): Promise<void> {
  const old = async (path: string): Promise<boolean> => now - (await stat(path)).mtimeMs > forgotten
  for (const [place, isLeftover] of [
    ['salidas', async (path: string) => path.endsWith('.part') && (alone || (await old(path)))],
    ['entradas', old],
    ['vistas', old],
  ] as const) {
    const names = await readdir(join(folder, place)).catch(() => [])
    for (const name of names) {
      const path = join(folder, place, name)
      // What cannot be taken away is no reason not to open.
      if (await isLeftover(path).catch(() => false)) await rm(path, { recursive: true, force: true }).catch(() => undefined)
    }
  }
}

function typeOf(name: string): FileRef['type'] {
  const types: Readonly<Record<string, FileRef['type']>> = { '.pdf': 'pdf', '.xlsx': 'xlsx', '.csv': 'csv', '.zip': 'zip', '.png': 'png', '.jpg': 'jpg', '.jpeg': 'jpg' }
  return types[extname(name).toLowerCase()] ?? 'other'
}
