import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Whether a product is there and no older than any of its sources; all of them paths below `root`. */
export function isFresh(root, product, sources) {
  if (!existsSync(join(root, product))) return false
  const built = statSync(join(root, product)).mtimeMs
  return sources.every((source) => newest(join(root, source)) <= built)
}

/** The moment of the latest change of a file, or below a folder, in milliseconds. */
function newest(path) {
  const seen = statSync(path, { throwIfNoEntry: false })
  if (seen === undefined) return 0
  if (!seen.isDirectory()) return seen.mtimeMs
  return Math.max(seen.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
