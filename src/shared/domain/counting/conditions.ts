import type { Definition } from './definition.ts'
import type { CountedThing } from './dimensions.ts'

/** What is gone through one by one to count: enrolments, papers in force, sessions, initiatives, rows of registers. */
export type CountingBase = 'enrolments' | 'papers' | 'sessions' | 'initiatives' | 'rows'

/** Null for what is typed by hand or made of other indicators. */
export function baseOf(counts: CountedThing): CountingBase | null {
  if (counts === 'people' || counts === 'participations' || counts === 'organisations' || counts === 'hours') return 'enrolments'
  if (counts === 'certificates') return 'papers'
  return counts === 'sessions' || counts === 'initiatives' || counts === 'rows' ? counts : null
}

/** In the order of the sentence. */
export const conditionKeys = [
  'held', 'register', 'initiativeKinds', 'initiativeStages', 'training', 'actionTypes', 'modalities', 'places', 'roles', 'states', 'personClasses', 'sexes', 'age', 'sectors', 'organisationKinds', 'organisations', 'regimes',
  'areas', 'ethnicities', 'languages', 'disabilities', 'minutes', 'share', 'mark', 'paper', 'acta', 'rows', 'knownOrganisation', 'attended', 'dated',
] as const
export type ConditionKey = (typeof conditionKeys)[number]

const onPeople: readonly ConditionKey[] = [
  'training', 'actionTypes', 'modalities', 'places', 'roles', 'states', 'personClasses', 'sexes', 'age', 'sectors', 'organisationKinds', 'organisations', 'regimes', 'areas', 'ethnicities', 'languages', 'disabilities',
  'minutes', 'share', 'mark', 'paper', 'acta', 'knownOrganisation', 'attended', 'dated',
]

/** Conditions that a base knows: those on persons say nothing of a session. */
const known: Readonly<Record<CountingBase, readonly ConditionKey[]>> = {
  enrolments: onPeople,
  papers: onPeople,
  sessions: ['held', 'training', 'actionTypes', 'modalities', 'places'],
  initiatives: ['initiativeKinds', 'initiativeStages', 'training', 'actionTypes', 'modalities', 'places'],
  rows: ['register', 'training', 'actionTypes', 'modalities', 'places', 'sectors', 'organisationKinds', 'organisations', 'rows'],
}

/** The conditions that a definition sets to what is counted, in the order of the sentence. */
export function conditionsGiven(definition: Definition, counts: CountedThing): ConditionKey[] {
  const base = baseOf(counts)
  return base === null ? [] : conditionKeys.filter((key) => known[base].includes(key) && isGiven(key, definition, counts))
}

function isGiven(key: ConditionKey, definition: Definition, counts: CountedThing): boolean {
  switch (key) {
    case 'held':
      return true
    case 'register':
      return definition.registerId !== null
    case 'training':
      return [definition.programmeIds, definition.editionIds, definition.cohortIds, definition.agreementIds, definition.commitmentIds].some((ids) => ids.length > 0)
    case 'age':
      return definition.ageFrom !== null || definition.ageTo !== null
    case 'organisations':
      return definition.organisationIds.length > 0
    case 'minutes':
      return definition.leastMinutes !== null
    case 'share':
      return definition.leastShare !== null
    case 'mark':
      return definition.leastMark !== null
    case 'paper':
      return definition.paper !== null
    case 'acta':
      return definition.inActa
    case 'rows':
      return definition.rowConditions.length > 0
    case 'knownOrganisation':
      return counts === 'organisations'
    case 'attended':
      return counts === 'hours'
    case 'dated':
      return definition.dated === 'session' || definition.dated === 'acta' || (definition.dated === 'paper' && counts !== 'certificates')
    default:
      return definition[key].length > 0
  }
}
