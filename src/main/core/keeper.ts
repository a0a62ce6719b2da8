import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from './files.ts'

/** How the operating system locks a secret to this person's account; a host that cannot gives none. */
export interface Wrap {
  wrap(secret: Uint8Array): Uint8Array
  /** Throws when the secret was locked by another account or computer. */
  unwrap(locked: Uint8Array): Uint8Array
}

/** Secrets of this computer (signing keys). They lie beside the database, never in it: a backup or a copy of the data holds none. */
export interface Keeper {
  /** The secret of that name, or null: it is not on this computer, or another account locked it. */
  load(name: string): Promise<Uint8Array | null>
  /** Replaces what the name held. The file appears whole or not at all. */
  save(name: string, secret: Uint8Array): Promise<void>
  /** Names of the secrets that are here. */
  names(): Promise<readonly string[]>
}

const LOCKED = '.llave'
const PLAIN = '.llave-abierta'

/** @param folder the office's folder; secrets lie in `llaves` in it, readable by this account alone. */
export function createKeeper(folder: string, lock?: Wrap): Keeper {
  const place = join(folder, 'llaves')
  return {
    load: async (name) => {
      const locked = join(place, `${name}${LOCKED}`)
      if (lock !== undefined && existsSync(locked)) {
        try {
          return lock.unwrap(await readFile(locked))
        } catch {
          return null
        }
      }
      const plain = join(place, `${name}${PLAIN}`)
      return existsSync(plain) ? await readFile(plain) : null
    },
    save: async (name, secret) => {
      await mkdir(place, { recursive: true, mode: 0o700 })
      await writeWhole(join(place, `${name}${lock === undefined ? PLAIN : LOCKED}`), lock === undefined ? secret : lock.wrap(secret), 0o600)
    },
    names: async () => {
      const files = await readdir(place).catch(() => [])
      return files.filter((file) => file.endsWith(LOCKED) || file.endsWith(PLAIN)).map((file) => file.replace(/\.llave(-abierta)?$/, ''))
    },
  }
}
