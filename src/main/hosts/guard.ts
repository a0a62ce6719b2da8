/** What an input may be at most, before any schema looks at it. */
export interface Limits {
  readonly depth: number
  /** Values of any kind, counted through. */
  readonly values: number
  /** Characters of all texts and keys together. */
  readonly letters: number
}

/** As much as a call needs: 20,000 ids, or a sheet's column of decisions, and a good margin. */
export const callLimits: Limits = { depth: 24, values: 400_000, letters: 8 * 1024 * 1024 }

const POISON = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Whether a value is plain data of bounded size: null, booleans, finite numbers, texts, arrays, objects without a class.
 * Structured clone also carries maps, dates, buffers and cycles; no call takes those.
 */
export function isPlainData(value: unknown, limits: Limits = callLimits): boolean {
  const left = { values: limits.values, letters: limits.letters }
  return isPlain(value, limits.depth, left)
}

function isPlain(value: unknown, depth: number, left: { values: number; letters: number }): boolean {
  left.values -= 1
  if (left.values < 0 || depth < 0) return false
  if (value === null || value === undefined || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value === 'string') return (left.letters -= value.length) >= 0
  if (typeof value !== 'object') return false
  if (Array.isArray(value)) return value.every((one) => isPlain(one, depth - 1, left))
  const kind: unknown = Object.getPrototypeOf(value)
  if (kind !== null && Object.getPrototypeOf(kind) !== null) return false
  return Reflect.ownKeys(value).every((key) => {
    if (typeof key !== 'string' || POISON.has(key) || (left.letters -= key.length) < 0) return false
    return isPlain(Reflect.get(value, key), depth - 1, left)
  })
}
