/** Open Government Partnership, or a plan of another kind. */
export const planKinds = ['ogp', 'own'] as const

/** IRM's scale of completion: sin evidencia, no iniciado, limitado, sustancial, completo (opengovpartnership.org/glossary/completion). */
export const completionLevels = ['noEvidence', 'notStarted', 'limited', 'substantial', 'complete'] as const
export type CompletionLevel = (typeof completionLevels)[number]

/** OGP's values; access to information is its older word for transparency. Inclusion and technology are extra (glossary/relevance). */
export const ogpValues = ['transparency', 'participation', 'accountability', 'inclusion', 'technology'] as const
export type OgpValue = (typeof ogpValues)[number]

/** "Did it open government?": degree of change per value in the end-of-commitment assessment. */
export const opennessDegrees = ['notApplicable', 'worsened', 'none', 'marginal', 'major', 'outstanding'] as const

export const actorKinds = ['government', 'civil', 'private'] as const
export const commitmentItemKinds = ['product', 'milestone', 'outcome'] as const
export const itemStates = ['pending', 'inProgress', 'done', 'dropped'] as const
export type ItemState = (typeof itemStates)[number]

/** What a re-planning changes: dates and name of a product, dates and title of a commitment; `dropped` takes a product out of the plan. */
export const replannedFields = ['startsOn', 'endsOn', 'name', 'title', 'dropped'] as const
export type ReplannedField = (typeof replannedFields)[number]

/** Whether the commitment runs already: from then on its dates, its title and its products change only with a reason. Days are `YYYY-MM-DD`. */
export function hasBegun({ startsOn }: { readonly startsOn: string | null }, today: string): boolean {
  return startsOn !== null && startsOn <= today
}

/** Whether a product or milestone should be done by now and is not; its last day is still in time. */
export function isLate(item: { readonly kind: string; readonly endsOn: string | null; readonly state: ItemState }, today: string): boolean {
  return item.kind !== 'outcome' && item.endsOn !== null && item.endsOn < today && (item.state === 'pending' || item.state === 'inProgress')
}

/** How many products are done, of those that are still in the plan. */
export function productsDone(items: readonly { readonly kind: string; readonly state: ItemState }[]): { readonly products: number; readonly done: number } {
  const products = items.filter((item) => item.kind === 'product' && item.state !== 'dropped')
  return { products: products.length, done: products.filter((item) => item.state === 'done').length }
}

/** Products each with its milestones below it, and the outcomes, in their order. */
export function itemTree<T extends { readonly id: string; readonly kind: string; readonly parentId: string | null }>(items: readonly T[]): { readonly products: readonly { readonly product: T; readonly milestones: readonly T[] }[]; readonly outcomes: readonly T[] } {
  const products = items.filter((item) => item.kind === 'product').map((product) => ({ product, milestones: items.filter((item) => item.kind === 'milestone' && item.parentId === product.id) }))
  return { products, outcomes: items.filter((item) => item.kind === 'outcome') }
}
