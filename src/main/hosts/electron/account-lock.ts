import type { SafeStorage } from 'electron'
import type { Wrap } from '../../core/keeper.ts'

/**
 * How secrets are locked to this person's account (DPAPI on Windows, Keychain on macOS, the secret service on Linux); undefined
 * where the system has no such lock, or only one whose key anybody knows. To be asked once Electron is ready.
 */
export function accountLock(storage: SafeStorage, platform: NodeJS.Platform): Wrap | undefined {
  const isLocked = storage.isEncryptionAvailable() && (platform !== 'linux' || storage.getSelectedStorageBackend() !== 'basic_text')
  if (!isLocked) return undefined
  return {
    wrap: (secret) => storage.encryptString(Buffer.from(secret).toString('base64')),
    unwrap: (locked) => Buffer.from(storage.decryptString(Buffer.from(locked)), 'base64'),
  }
}
