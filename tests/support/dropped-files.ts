import type { FileRef } from '../../src/shared/rpc/wire.ts'
import type { OpenApp } from './open-app.ts'

/** Hands bytes to the app as a file of that name, as a person who drops it on the window. */
export function dropBytes({ app }: OpenApp, name: string, bytes: Uint8Array | string): Promise<FileRef> {
  return app.files().receive(name, typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
}
