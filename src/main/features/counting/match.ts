import type { Definition } from '../../../shared/contract/counting.ts'
import { isAged } from '../../../shared/domain/counting/age-groups.ts'
import type { ConditionKey } from '../../../shared/domain/counting/conditions.ts'
import { conditionsGiven } from '../../../shared/domain/counting/conditions.ts'
import type { CountedThing } from '../../../shared/domain/counting/dimensions.ts'
import { minutesNeeded } from '../../../shared/domain/eligibility.ts'
import { ageOf, districtOf, hasTrait, organisationOf, sectorOf } from './aspects.ts'
import type { CohortFact, EditionFact, EnrolmentFact, Facts, InitiativeFact, PaperFact, RowFact, SessionFact } from './model.ts'
import { packing } from './model.ts'

/** One condition, and whether a thing fulfils it. */
export interface Condition<T> {
  readonly key: ConditionKey
  readonly test: (one: T) => boolean
}

/** What there is before any condition. */
export const allEnrolments = (facts: Facts): EnrolmentFact[] => [...facts.enrolments.values()].filter(({ person, cohort }) => person.isLive && cohort.isLive)
export const allPapers = (facts: Facts): PaperFact[] => allEnrolments(facts).flatMap((one) => one.papers)
export const allSessions = (facts: Facts): SessionFact[] => facts.sessionList.filter((one) => one.isLive && one.cohort?.isLive === true)
export const allInitiatives = (facts: Facts): InitiativeFact[] => [...facts.initiatives.values()].filter((one) => one.isLive)
export const allRows = (facts: Facts): RowFact[] => [...facts.rows.values()].filter((one) => one.isLive && facts.registers.get(one.registerId)?.isLive === true)

/** Those that fulfil all conditions; kept until something is written. */
export function found<T>(facts: Facts, key: { readonly base: string; readonly definition?: Definition; readonly counts?: CountedThing }, all: (facts: Facts) => readonly T[], conditions: readonly Condition<T>[]): readonly T[] {
  // Sessions to come are held once their day comes.
  const name = JSON.stringify([key, facts.today])
  const known = facts.found.get(name)
  if (known !== undefined) return known as readonly T[]
  const tests = conditions.map((condition) => condition.test)
  const matching = all(facts).filter((one) => tests.every((test) => test(one)))
  forgetSome(facts, matching.length)
  facts.found.set(name, matching)
  return matching
}

/** Things kept of all definitions together: some eight bytes each. */
const KEPT = 3_000_000

function forgetSome({ found: kept }: Facts, coming: number): void {
  let size = coming
  for (const one of kept.values()) size += one.length
  for (const [name, one] of kept) {
    if (size <= KEPT) return
    kept.delete(name)
    size -= one.length
  }
}

/** The conditions on enrolments, in the order of the sentence. */
export function enrolmentConditions(facts: Facts, definition: Definition, counts: CountedThing): Condition<EnrolmentFact>[] {
  return conditionsGiven(definition, counts).map((key) => ({ key, test: enrolmentTest(key, facts, definition) }))
}

/** The same on papers: which paper is asked of itself, all else of its enrolment. */
export function paperConditions(facts: Facts, definition: Definition): Condition<PaperFact>[] {
  return enrolmentConditions(facts, definition, 'certificates').map(({ key, test }) => (key === 'paper' ? { key, test: (one) => isPaper(one, definition) } : { key, test: (one) => test(one.enrolment) }))
}

const isPaper = (paper: PaperFact, { paper: asked }: Definition): boolean => asked === null || asked === 'any' || paper.kind === asked

/** The first day of a paper in force of the kind asked for; 0 without one. */
export const paperDay = (one: EnrolmentFact, definition: Definition): number => one.papers.find((paper) => isPaper(paper, definition))?.day ?? 0

const among = <T>(values: readonly T[]): ((value: T | null) => boolean) => {
  const set = new Set<T | null>(values)
  return (value) => value !== null && set.has(value)
}

function enrolmentTest(key: ConditionKey, facts: Facts, definition: Definition): (one: EnrolmentFact) => boolean {
  const personal = personTest(key, facts, definition)
  if (personal !== null) return personal
  switch (key) {
    case 'training': {
      const isIn = trainingTest(facts, definition)
      return ({ cohort }) => isIn.cohort(cohort)
    }
    case 'actionTypes': {
      const is = among(definition.actionTypes)
      return ({ cohort }) => is(cohort.edition?.actionType ?? null)
    }
    case 'modalities': {
      const is = among<string>(definition.modalities)
      return ({ cohort }) => is(cohort.modality)
    }
    case 'minutes':
      return (one) => one.attendedMinutes >= (definition.leastMinutes ?? 0)
    case 'share':
      return (one) => one.cohort.sessionCount > 0 && one.attendedMinutes >= minutesNeeded(definition.leastShare ?? 0, one.cohort.plannedMinutes - one.exemptMinutes)
    case 'mark':
      return (one) => one.mark !== null && one.mark >= (definition.leastMark ?? 0)
    case 'paper':
      return (one) => paperDay(one, definition) > 0
    case 'acta':
      return (one) => one.actaDay > 0
    case 'attended':
      return (one) => one.attendedMinutes > 0
    case 'dated':
      if (definition.dated === 'acta') return (one) => one.actaDay > 0
      return definition.dated === 'paper' ? (one) => paperDay(one, definition) > 0 : (one) => one.attended.some((packed) => packed % packing > 1)
    default:
      return () => true
  }
}

/** Conditions on the person and where she comes from; null for those on the training and what was earned. */
function personTest(key: ConditionKey, facts: Facts, definition: Definition): ((one: EnrolmentFact) => boolean) | null {
  switch (key) {
    case 'places': {
      const isThere = placeTest(definition)
      return (one) => isThere(districtOf(one, definition.placeOf))
    }
    case 'roles':
      return pick(definition.roles, (one) => one.role)
    case 'states':
      return pick(definition.states, (one) => one.state)
    case 'personClasses':
      return pick(definition.personClasses, (one) => one.person.personClass)
    case 'sexes':
      return pick(definition.sexes, (one) => one.person.sex)
    case 'age':
      return (one) => {
        const age = ageOf(one)
        return age !== null && isAged(age, definition.ageFrom, definition.ageTo)
      }
    case 'sectors':
      return pick(definition.sectors, sectorOf)
    case 'organisationKinds':
      return pick(definition.organisationKinds, (one) => organisationOf(one)?.kind ?? null)
    case 'organisations':
      return pick(definition.organisationIds, (one) => organisationOf(one)?.id ?? null)
    case 'regimes':
      return pick(definition.regimes, (one) => one.post?.regime ?? null)
    case 'areas':
      return pick(definition.areas, hasTrait(facts, 'area'))
    case 'ethnicities':
      return pick(definition.ethnicities, hasTrait(facts, 'ethnicity'))
    case 'languages':
      return pick(definition.languages, hasTrait(facts, 'language'))
    case 'disabilities':
      return pick(definition.disabilities, hasTrait(facts, 'disability'))
    case 'knownOrganisation':
      return (one) => organisationOf(one) !== null
    default:
      return null
  }
}

function pick(values: readonly string[], of: (one: EnrolmentFact) => string | null): (one: EnrolmentFact) => boolean {
  const is = among(values)
  return (one) => is(of(one))
}

/** Codes of two, four or six digits hold every district that begins so. */
function placeTest({ places }: Definition): (district: string | null) => boolean {
  const set = new Set(places)
  return (district) => district !== null && (set.has(district.slice(0, 2)) || set.has(district.slice(0, 4)) || set.has(district))
}

interface TrainingTest {
  cohort(one: CohortFact | null): boolean
  edition(one: EditionFact | null): boolean
}

/** Any of the programmes, editions, groups, agreements and commitments given. */
function trainingTest(facts: Facts, definition: Definition): TrainingTest {
  const [programmes, cohorts] = [new Set(definition.programmeIds), new Set(definition.cohortIds)]
  const editions = new Set(definition.editionIds)
  for (const id of definition.agreementIds) for (const editionId of facts.agreementEditions.get(id) ?? []) editions.add(editionId)
  for (const id of definition.commitmentIds) for (const editionId of facts.commitmentEditions.get(id) ?? []) editions.add(editionId)
  const edition = (one: EditionFact | null): boolean => one !== null && (editions.has(one.id) || programmes.has(one.programme?.id ?? ''))
  return { edition, cohort: (one) => one !== null && (cohorts.has(one.id) || edition(one.edition)) }
}

/** Those of a session: when and where its group met, and whether its day has come. */
export function sessionConditions(facts: Facts, definition: Definition): Condition<SessionFact>[] {
  const isSo = among<string>(definition.modalities)
  const tests: Partial<Record<ConditionKey, (one: SessionFact) => boolean>> = {
    held: (one) => facts.today === 0 || one.day <= facts.today,
    ...trainingTests(facts, definition, (one: SessionFact) => ({ cohort: one.cohort, edition: one.cohort?.edition ?? null, district: one.cohort?.districtCode ?? null })),
    modalities: (one) => isSo(one.ownModality ?? one.cohort?.modality ?? null),
  }
  return conditionsGiven(definition, 'sessions').map((key) => ({ key, test: tests[key] ?? (() => true) }))
}

interface Stood {
  readonly cohort: CohortFact | null
  readonly edition: EditionFact | null
  readonly district: string | null
}

function trainingTests<T>(facts: Facts, definition: Definition, of: (one: T) => Stood): Partial<Record<ConditionKey, (one: T) => boolean>> {
  const isIn = trainingTest(facts, definition)
  const isThere = placeTest(definition)
  const isAction = among(definition.actionTypes)
  const isSo = among<string>(definition.modalities)
  return {
    training: (one) => isIn.cohort(of(one).cohort) || isIn.edition(of(one).edition),
    actionTypes: (one) => isAction(of(one).edition?.actionType ?? null),
    modalities: (one) => isSo(of(one).cohort?.modality ?? of(one).edition?.modality ?? null),
    places: (one) => isThere(of(one).district),
  }
}

/** The group, edition and place of an initiative. */
export function initiativeStood(facts: Facts, one: InitiativeFact): Stood {
  const cohort = facts.cohorts.get(one.cohortId ?? '') ?? null
  return { cohort, edition: facts.editions.get(one.editionId ?? '') ?? cohort?.edition ?? null, district: one.districtCode ?? cohort?.districtCode ?? null }
}

export function initiativeConditions(facts: Facts, definition: Definition): Condition<InitiativeFact>[] {
  const tests = trainingTests(facts, definition, (one: InitiativeFact) => initiativeStood(facts, one))
  const agreements = new Set(definition.agreementIds)
  const linked = new Set(definition.commitmentIds.flatMap((id) => [...(facts.commitmentInitiatives.get(id) ?? [])]))
  const own: Partial<Record<ConditionKey, (one: InitiativeFact) => boolean>> = {
    ...tests,
    training: (one) => agreements.has(one.agreementId ?? '') || linked.has(one.id) || tests.training?.(one) === true,
    initiativeKinds: (one) => definition.initiativeKinds.includes(one.kind),
    initiativeStages: (one) => definition.initiativeStages.includes(one.stage),
  }
  return conditionsGiven(definition, 'initiatives').map((key) => ({ key, test: own[key] ?? (() => true) }))
}

/** The day an initiative counts: when it came to one of the stages asked for; else when it began. */
export function initiativeDay(one: InitiativeFact, { initiativeStages }: Definition): number {
  const step = one.steps.find(({ stage }) => initiativeStages.length === 0 || initiativeStages.includes(stage))
  return step?.on ?? one.stageOn
}

/** A register's value as the key of its category; '' for a blank. */
export function valueKey(value: string | number | boolean | null | undefined): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? '')
}

export function rowStood(facts: Facts, one: RowFact): Stood {
  return { cohort: null, edition: facts.editions.get(one.editionId ?? '') ?? null, district: one.districtCode }
}

export function rowConditions(facts: Facts, definition: Definition): Condition<RowFact>[] {
  const tests = trainingTests(facts, definition, (one: RowFact) => rowStood(facts, one))
  const agreements = new Set(definition.agreementIds)
  const linked = (one: RowFact) => one.organisationIds.flatMap((id) => facts.organisations.get(id) ?? []).filter((organisation) => organisation.isLive)
  const own: Partial<Record<ConditionKey, (one: RowFact) => boolean>> = {
    ...tests,
    register: (one) => one.registerId === definition.registerId,
    training: (one) => agreements.has(one.agreementId ?? '') || tests.training?.(one) === true,
    sectors: (one) => linked(one).some((organisation) => definition.sectors.includes(sectorOf({ post: { sector: null, organisation } }) ?? '')),
    organisationKinds: (one) => linked(one).some(({ kind }) => definition.organisationKinds.includes(kind)),
    organisations: (one) => linked(one).some(({ id }) => definition.organisationIds.includes(id)),
    rows: (one) => definition.rowConditions.every(({ fieldId, values }) => values.some((value) => valueKey(one.values[fieldId]) === value || String(one.values[fieldId] ?? '') === value)),
  }
  return conditionsGiven(definition, 'rows').map((key) => ({ key, test: own[key] ?? (() => true) }))
}
