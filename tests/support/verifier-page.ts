import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '../..')

/** Path of the verifier page as `npm run build` makes it, built now if its sources are newer. */
export async function verifierPage(): Promise<string> {
  const builder = (await import(pathToFileURL(join(root, '.ci/verifier.mjs')).href)) as { readonly freshVerifier: (root: string) => Promise<string> }
  return builder.freshVerifier(root)
}
