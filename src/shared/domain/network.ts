/** How somebody who finished was reached. */
export const contactMeans = ['call', 'message', 'mail', 'visit', 'event', 'form', 'other'] as const

/** What a contact told of where the person is now. */
export const whereabouts = ['samePost', 'sameOrganisation', 'elsewhere', 'notWorking'] as const
export type Whereabouts = (typeof whereabouts)[number]

/** Whether a trained person is still in post: known from a contact or from the posts since; `unknown` where nothing after the course tells. */
export const inPostStates = ['samePost', 'sameOrganisation', 'elsewhere', 'notWorking', 'unknown'] as const
export type InPostState = (typeof inPostStates)[number]
