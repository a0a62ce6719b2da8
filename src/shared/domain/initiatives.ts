/** Iniciativa of a group of participants, or plan de acción individual (KOICA's cycle: every participant brings one). */
export const initiativeKinds = ['initiative', 'actionPlan'] as const
export type InitiativeKind = (typeof initiativeKinds)[number]

/** Idea, formulada, aprobada, financiada, en ejecución, concluida, detenida. */
export const initiativeStages = ['idea', 'designed', 'approved', 'funded', 'running', 'finished', 'stopped'] as const
export type InitiativeStage = (typeof initiativeStages)[number]

export const initiativeRoles = ['author', 'adviser', 'responsible'] as const
export const followUpStates = ['pending', 'done', 'partly', 'notDone'] as const

/** Months after which an initiative is looked at (KOICA: monitoring and an ex-post evaluation within a year). */
export const usualFollowUps: readonly number[] = [3, 6, 12]
