import { byText } from './order.ts'

/** When a post was held. Days are `YYYY-MM-DD`; null has no limit on that side. */
export interface Held {
  readonly id: string
  readonly since: string | null
  readonly until: string | null
}

export function isHeldOn(post: Held, day: string): boolean {
  return (post.since === null || post.since <= day) && (post.until === null || day <= post.until)
}

/**
 * The post that a person holds on a day: of those in force the one that began last; where none is, the last one that
 * ended, then those to come. Posts that began together: the one written down last (ids are UUIDv7).
 */
export function postAsOf<P extends Held>(posts: readonly P[], day: string): P | undefined {
  return [...posts].sort((one, other) => compare(other, one, day))[0]
}

/** Latest first, for a list of the posts of one person. */
export function latestFirst(one: Held, other: Held): number {
  return byText(other.since ?? '', one.since ?? '') || byText(other.id, one.id)
}

function compare(one: Held, other: Held, day: string): number {
  return standing(one, day) - standing(other, day) || byText(one.since ?? '', other.since ?? '') || byText(one.id, other.id)
}

const standing = (post: Held, day: string): number => (isHeldOn(post, day) ? 2 : post.since !== null && post.since > day ? 0 : 1)
