/** How somebody who finished was reached. */
export const contactMeans = ['call', 'message', 'mail', 'visit', 'event', 'form', 'other'] as const

/** What a contact told of where the person is now. */
export const whereabouts = ['samePost', 'sameOrganisation', 'elsewhere', 'notWorking'] as const
export type Whereabouts = (typeof whereabouts)[number]

/** Whether a trained person is still in post: known from a contact or from the posts since; `unknown` where nothing after the course tells. */
export const inPostStates = ['samePost', 'sameOrganisation', 'elsewhere', 'notWorking', 'unknown'] as const
export type InPostState = (typeof inPostStates)[number]

interface Post {
  readonly id: string
  readonly organisationId: string | null
  readonly title: string | null
  readonly since: string | null
  readonly until: string | null
}

interface Told {
  readonly on: string
  readonly whereabouts: Whereabouts | null
}

/**
 * Where somebody who finished a course is now, by the latest that is known: what she told at a contact, a post begun after
 * the course, or the end of the post she had. Days are YYYY-MM-DD; `held`: the post at the course; `contacts` the latest first.
 */
export function whereNow(known: { readonly held: Post | null; readonly posts: readonly Post[]; readonly contacts: readonly Told[]; readonly finishedOn: string | null; readonly today: string }): { inPost: InPostState; knownOn: string | null } {
  const { held, contacts, today } = known
  const after = known.finishedOn ?? ''
  const told = contacts.find((one) => one.whereabouts !== null && one.on >= after)
  const later = known.posts.filter((post) => post.id !== held?.id && post.since !== null && post.since > after && post.since <= today).sort((one, other) => ((one.since ?? '') < (other.since ?? '') ? 1 : -1))[0]
  const signs: { inPost: InPostState; knownOn: string }[] = []
  if (told?.whereabouts != null) signs.push({ inPost: told.whereabouts, knownOn: told.on })
  if (later?.since != null) signs.push({ inPost: comparedTo(held, later), knownOn: later.since })
  if (held?.until != null && held.until <= today && held.until >= after) signs.push({ inPost: 'elsewhere', knownOn: held.until })
  // Where two signs are of one day, what was told first in this list stands: a person's own word before a date.
  const latest = signs.reduce<(typeof signs)[number] | undefined>((one, other) => (one === undefined || other.knownOn > one.knownOn ? other : one), undefined)
  return latest ?? { inPost: 'unknown', knownOn: null }
}

function comparedTo(held: Post | null, now: Post): InPostState {
  if (held?.organisationId == null || now.organisationId !== held.organisationId) return 'elsewhere'
  return now.title === held.title ? 'samePost' : 'sameOrganisation'
}
