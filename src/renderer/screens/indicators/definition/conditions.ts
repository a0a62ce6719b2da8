import type { CountedThing } from '../../../../shared/domain/counting/dimensions.ts'
import type { Definition } from '../../../../shared/domain/counting/definition.ts'

/** Conditions as a person sees them: `training` is any of five lists of a definition, `ages` two of its values. */
export const conditions = [
  'registerId', 'rowConditions', 'initiativeKinds', 'initiativeStages',
  'roles', 'training', 'actionTypes', 'modalities', 'places',
  'states', 'personClasses', 'sexes', 'ages', 'sectors', 'organisationKinds', 'organisationIds', 'regimes', 'areas', 'ethnicities', 'languages', 'disabilities',
  'leastShare', 'leastMinutes', 'leastMark', 'paper', 'inActa',
] as const
export type Condition = (typeof conditions)[number]

/** Conditions whose value is a list of words or ids. */
export type ListCondition = Exclude<Condition, 'training' | 'registerId' | 'rowConditions' | 'ages' | 'leastShare' | 'leastMinutes' | 'leastMark' | 'paper' | 'inActa'>

export const conditionGroups = ['result', 'training', 'who', 'earned'] as const
export type ConditionGroup = (typeof conditionGroups)[number]

const WHO: ReadonlySet<Condition> = new Set(['roles', 'personClasses', 'sexes', 'ages', 'sectors', 'organisationKinds', 'organisationIds', 'regimes', 'areas', 'ethnicities', 'languages', 'disabilities'] as const)
const EARNED: ReadonlySet<Condition> = new Set(['states', 'leastShare', 'leastMinutes', 'leastMark', 'paper', 'inActa'] as const)
const RESULT: ReadonlySet<Condition> = new Set(['registerId', 'rowConditions', 'initiativeKinds', 'initiativeStages'] as const)

export function groupOf(condition: Condition): ConditionGroup {
  return RESULT.has(condition) ? 'result' : WHO.has(condition) ? 'who' : EARNED.has(condition) ? 'earned' : 'training'
}

const OF_SESSIONS: readonly Condition[] = ['training', 'actionTypes', 'modalities', 'places']
const OF_INITIATIVES: readonly Condition[] = ['initiativeKinds', 'initiativeStages', 'training', 'actionTypes', 'modalities', 'places']
const OF_ROWS: readonly Condition[] = ['registerId', 'rowConditions', 'training', 'places', 'sectors', 'organisationKinds', 'organisationIds']

/** The conditions that mean something for what is counted, in the order of the sentence. */
export function conditionsOf(counts: CountedThing): readonly Condition[] {
  if (counts === 'manual' || counts === 'sum' || counts === 'share') return []
  const of = counts === 'sessions' ? OF_SESSIONS : counts === 'initiatives' ? OF_INITIATIVES : counts === 'rows' ? OF_ROWS : undefined
  return conditions.filter((one) => (of === undefined ? groupOf(one) !== 'result' : of.includes(one)))
}

/** The lists of a definition that say which training: what stands in any of them counts. */
export const trainingLists = ['programmeIds', 'editionIds', 'cohortIds', 'agreementIds', 'commitmentIds'] as const
export type TrainingList = (typeof trainingLists)[number]

/** Whether the definition asks it. */
export function isAsked(definition: Definition, condition: Condition): boolean {
  if (condition === 'training') return trainingLists.some((list) => definition[list].length > 0)
  if (condition === 'ages') return definition.ageFrom !== null || definition.ageTo !== null
  const value = definition[condition]
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== false
}

/** The same definition without that condition. */
export function without(definition: Definition, condition: Condition): Definition {
  if (condition === 'training') return { ...definition, programmeIds: [], editionIds: [], cohortIds: [], agreementIds: [], commitmentIds: [] }
  if (condition === 'ages') return { ...definition, ageFrom: null, ageTo: null }
  // The values of a row belong to the register that was chosen.
  if (condition === 'registerId') return { ...definition, registerId: null, rowConditions: [] }
  if (condition === 'inActa') return { ...definition, inActa: false }
  if (condition === 'leastShare' || condition === 'leastMinutes' || condition === 'leastMark' || condition === 'paper') return { ...definition, [condition]: null }
  return { ...definition, [condition]: [] }
}

/** What the steps of the waterfall are called where they are not called as here. */
const CALLED: Readonly<Record<string, Condition>> = { register: 'registerId', age: 'ages', organisations: 'organisationIds', minutes: 'leastMinutes', share: 'leastShare', mark: 'leastMark', acta: 'inActa', rows: 'rowConditions' }

/** The condition that a step of the waterfall tells of; undefined for those that nobody chose. */
export function conditionNamed(name: string): Condition | undefined {
  return CALLED[name] ?? conditions.find((one) => one === name)
}

export const sameDefinition = (one: Definition, other: Definition): boolean => JSON.stringify(one) === JSON.stringify(other)
