import type { Definition } from '../../../shared/contract/counting.ts'
import type { ConditionKey } from '../../../shared/domain/counting/conditions.ts'
import { baseOf, conditionsGiven } from '../../../shared/domain/counting/conditions.ts'
import type { CountedThing } from '../../../shared/domain/counting/dimensions.ts'
import { definitionSentence } from '../../../shared/domain/counting/sentence.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import type { DistrictIndex } from '../../../shared/domain/geography.ts'
import { departments, districtLabel } from '../../../shared/domain/geography.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import { inChunks } from '../../db/chunks.ts'
import type { About } from '../../core/context.ts'
import type { Reader } from '../../db/doors.ts'
import { districtsOf } from '../geography.ts'
import type { RegisterField } from './model.ts'

/** What the things are called that a definition points at. */
export interface Names {
  /** Of programmes, editions, groups, agreements, commitments, organisations, registers; the id itself of what is gone. */
  of(id: string): string
  field(fieldId: string): string
  /** Of two, four or six digits. */
  place(code: string): string
  ethnicity(code: string): string | null
  language(code: string): string | null
}

/** A definition as a sentence that the office reads, with the names of what it points at. `about` names provinces and districts. */
export async function definitionWords(db: Reader, definition: Definition, counts: CountedThing, once: 'ever' | 'period', language: Language, about?: Pick<About, 'resources'>): Promise<string> {
  return wordsOf({ definition, counts, once }, await namesOf(db, definition, about), language)
}

export function wordsOf({ definition, counts, once }: { readonly definition: Definition; readonly counts: CountedThing; readonly once: 'ever' | 'period' }, names: Names, language: Language): string {
  const counted = say(language, 'counting.counted', { counts, once })
  if (baseOf(counts) === null) return `${counted}.`
  const conditions = conditionsGiven(definition, counts).filter((key) => !implied.has(key)).map((key) => conditionWords(key, definition, names, language))
  return definitionSentence({ counted, conditions, dated: datedWords(definition, counts, language) })
}

/** What the thing counted says by itself, or the day does. */
const implied: ReadonlySet<ConditionKey> = new Set<ConditionKey>(['held', 'knownOrganisation', 'attended', 'dated'])

function datedWords(definition: Definition, counts: CountedThing, language: Language): string {
  const own = counts === 'sessions' || counts === 'rows' ? counts : counts === 'initiatives' ? (definition.initiativeStages.length > 0 ? 'stage' : 'began') : null
  return say(language, 'counting.dated', { by: own ?? definition.dated })
}

/** One condition in the words of its sentence. */
export function conditionWords(key: ConditionKey, definition: Definition, names: Names, language: Language): string {
  const any = (list: readonly string[]): string => anyOf(list, language)
  switch (key) {
    case 'held':
      return say(language, 'counting.ifHeld')
    case 'register':
      return say(language, 'counting.ifRegister', { name: names.of(definition.registerId ?? '') })
    case 'initiativeKinds':
      return say(language, 'counting.ifKind', { list: any(definition.initiativeKinds.map((kind) => say(language, 'counting.initiativeKind', { kind }))) })
    case 'initiativeStages':
      return say(language, 'counting.ifStage', { list: any(definition.initiativeStages.map((stage) => say(language, 'counting.stageName', { stage }))) })
    case 'training':
      return say(language, 'counting.ifTraining', { list: any(trainingWords(definition, names, language)) })
    case 'actionTypes':
      return say(language, 'counting.ifAction', { list: any(definition.actionTypes.map((type) => say(language, 'certificates.noun', { type }))) })
    case 'modalities':
      return say(language, 'counting.ifModality', { list: any(definition.modalities.map((modality) => say(language, 'training.modalityName', { modality }).toLowerCase())) })
    case 'places':
      return say(language, 'counting.ifPlace', { of: definition.placeOf, list: any(definition.places.map((code) => names.place(code))) })
    case 'rows':
      return definition.rowConditions.map(({ fieldId, values }) => say(language, 'counting.ifField', { field: names.field(fieldId), list: any(values.map((value) => (value === 'yes' || value === 'no' ? say(language, 'counting.yesNo', { key: value }) : value))) })).join('; ')
    case 'knownOrganisation':
      return say(language, 'counting.ifOrganisationKnown')
    case 'attended':
      return say(language, 'counting.ifAttended')
    case 'dated':
      return say(language, 'counting.ifDated', { by: definition.dated })
    default:
      return personWords(key, definition, names, language) ?? earnedWords(key, definition, language)
  }
}

function personWords(key: ConditionKey, definition: Definition, names: Names, language: Language): string | null {
  const list = (values: readonly string[], name: (value: string) => string): { list: string } => ({ list: anyOf(values.map(name), language) })
  switch (key) {
    case 'roles':
      return say(language, 'counting.ifRole', list(definition.roles, (role) => say(language, 'lists.roleName', { role }).toLowerCase()))
    case 'states':
      return say(language, 'counting.ifState', list(definition.states, (state) => say(language, 'lists.stateName', { state }).toLowerCase()))
    case 'personClasses':
      return say(language, 'counting.ifClass', list(definition.personClasses, (personClass) => say(language, 'people.className', { personClass }).toLowerCase()))
    case 'sexes':
      return say(language, 'counting.ifSex', list(definition.sexes, (sex) => say(language, 'lists.sexName', { sex }).toLowerCase()))
    case 'age':
      return say(language, 'counting.ifAge', { from: definition.ageFrom, to: definition.ageTo })
    case 'sectors':
      return say(language, 'counting.ifSector', list(definition.sectors, (sector) => say(language, 'lists.sectorName', { sector }).toLowerCase()))
    case 'organisationKinds':
      return say(language, 'counting.ifOrganisationKind', list(definition.organisationKinds, (kind) => say(language, 'organisations.kindName', { kind }).toLowerCase()))
    case 'organisations':
      return say(language, 'counting.ifOrganisation', list(definition.organisationIds, (id) => names.of(id)))
    case 'regimes':
      return say(language, 'counting.ifRegime', list(definition.regimes, (regime) => say(language, 'people.regimeName', { regime })))
    case 'areas':
      return say(language, 'counting.ifArea', list(definition.areas, (area) => say(language, 'counting.areaName', { area }).toLowerCase()))
    case 'ethnicities':
      return say(language, 'counting.ifEthnicity', list(definition.ethnicities, (code) => names.ethnicity(code) ?? say(language, 'traits.ethnicityName', { code })))
    case 'languages':
      return say(language, 'counting.ifLanguage', list(definition.languages, (code) => names.language(code) ?? say(language, 'traits.languageName', { code })))
    case 'disabilities':
      return say(language, 'counting.ifDisability', list(definition.disabilities, (answer) => say(language, 'counting.disabilityName', { answer }).toLowerCase()))
    default:
      return null
  }
}

function earnedWords(key: ConditionKey, definition: Definition, language: Language): string {
  switch (key) {
    case 'minutes':
      return say(language, 'counting.ifMinutes', { minutes: definition.leastMinutes ?? 0 })
    case 'share':
      return say(language, 'counting.ifShare', { share: definition.leastShare ?? 0 })
    case 'mark':
      return say(language, 'counting.ifMark', { mark: definition.leastMark ?? 0 })
    case 'paper':
      return say(language, 'counting.ifPaper', { kind: definition.paper ?? 'any' })
    default:
      return say(language, 'counting.ifActa')
  }
}

/** "del 1 al 31 de marzo" and the like, for the days asked for. */
export function spanWords(from: string | null, until: string | null, language: Language): string {
  return say(language, 'counting.ifDays', { from: from === null ? null : formatDate(from), until: until === null ? null : formatDate(until) })
}

/** "a, b o c", as each language joins them. */
function anyOf(list: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(list)
}

function trainingWords(definition: Definition, names: Names, language: Language): string[] {
  const named = (kind: 'programme' | 'edition' | 'cohort' | 'agreement' | 'commitment', ids: readonly string[]): string[] => ids.map((id) => say(language, 'counting.trainingName', { kind, name: names.of(id) }))
  return [
    ...named('programme', definition.programmeIds),
    ...named('edition', definition.editionIds),
    ...named('cohort', definition.cohortIds),
    ...named('agreement', definition.agreementIds),
    ...named('commitment', definition.commitmentIds),
  ]
}

/** "Cajamarca", "Jaén (Cajamarca)", the district with its province and department; the code where there is no catalogue. */
export function placeName(code: string, catalogue: Pick<DistrictIndex, 'byCode'> | null): string {
  const department = departments.find((one) => one.code === code)
  if (department !== undefined) return department.name
  const district = catalogue?.byCode(code.length === 4 ? `${code}01` : code) ?? null
  if (district === null) return code
  return code.length === 4 ? `${district.province} (${district.department})` : districtLabel(district)
}

async function namesOf(db: Reader, definition: Definition, about: Pick<About, 'resources'> | undefined): Promise<Names> {
  const names = new Map<string, string>()
  const add = async (ids: readonly string[], read: (some: readonly string[]) => Promise<readonly { readonly id: string; readonly name: string }[]>): Promise<void> => {
    for (const some of inChunks(ids, 1)) for (const { id, name } of await read(some)) names.set(id, name)
  }
  await add(definition.programmeIds, (some) => db.selectFrom('programmes').select(['id', 'name']).where('id', 'in', some).execute())
  await add(definition.editionIds, (some) => db.selectFrom('editions').select(['id', 'name']).where('id', 'in', some).execute())
  await add(definition.cohortIds, (some) => db.selectFrom('cohorts').select(['id', 'name']).where('id', 'in', some).execute())
  await add(definition.organisationIds, (some) => db.selectFrom('organisations').select(['id', 'name']).where('id', 'in', some).execute())
  await add(definition.agreementIds, async (some) => (await db.selectFrom('agreements').select(['id', 'number', 'title']).where('id', 'in', some).execute()).map(({ id, number, title }) => ({ id, name: number ?? title })))
  await add(definition.commitmentIds, async (some) => (await db.selectFrom('commitments').select(['id', 'code', 'title']).where('id', 'in', some).execute()).map(({ id, code, title }) => ({ id, name: [code, title].filter((part) => part !== null).join(' ') })))
  const register = definition.registerId === null ? undefined : await db.selectFrom('resultRegisters').select(['id', 'name', 'fields']).where('id', '=', definition.registerId).executeTakeFirst()
  if (register !== undefined) names.set(register.id, register.name)
  const fields = new Map((JSON.parse(register?.fields ?? '[]') as RegisterField[]).map((field) => [field.id, field.label]))
  const settings = await db.selectFrom('traitSettings').select(['ethnicities', 'languages']).where('removedAt', 'is', null).orderBy('id').executeTakeFirst()
  const choices = (json: string | undefined): Map<string, string> => new Map((JSON.parse(json ?? '[]') as { code: string; name: string }[]).map(({ code, name }) => [code, name]))
  const [ethnicities, languages] = [choices(settings?.ethnicities), choices(settings?.languages)]
  return {
    of: (id) => names.get(id) ?? id,
    field: (id) => fields.get(id) ?? id,
    place: (code) => placeName(code, about === undefined ? null : districtsOf(about)),
    ethnicity: (code) => ethnicities.get(code) ?? null,
    language: (code) => languages.get(code) ?? null,
  }
}
