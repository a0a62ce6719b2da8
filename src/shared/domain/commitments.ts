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
