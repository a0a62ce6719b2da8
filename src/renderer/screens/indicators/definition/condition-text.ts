import type { Definition } from '../../../../shared/domain/counting/definition.ts'
import type { Text } from '../../../language.tsx'
import { figureText } from '../figure-text.ts'
import type { Condition } from './conditions.ts'
import { isAsked, trainingLists } from './conditions.ts'
import type { Choice, Choices } from './use-choices.ts'

/** How many names a chip says before "y 4 más". */
const NAMED = 3

/** What stands on the chip of a condition: "Participante", "75 % de asistencia", "18 a 29 años". */
export function conditionText(t: Text, definition: Definition, condition: Condition, choices: Choices): string {
  if (!isAsked(definition, condition)) return t('indicatorScreens.chooseSome')
  if (condition === 'training') return joined(t, trainingLists.flatMap((list) => definition[list].map((value) => calledIn(choices.training[list], value))))
  if (condition === 'ages') return t('indicatorScreens.ages', { from: definition.ageFrom, to: definition.ageTo })
  if (condition === 'leastShare') return t('indicatorScreens.leastShare', { n: figureText(definition.leastShare) })
  if (condition === 'leastMinutes') return t('indicatorScreens.leastHours', { n: figureText((definition.leastMinutes ?? 0) / 60) })
  if (condition === 'leastMark') return figureText(definition.leastMark)
  if (condition === 'paper') return t('indicatorScreens.paperName', { paper: definition.paper ?? 'any' })
  if (condition === 'inActa') return t('indicatorScreens.inActa')
  if (condition === 'registerId') return choices.registers.find((one) => one.id === definition.registerId)?.name ?? '…'
  if (condition === 'rowConditions') return rowText(t, definition, choices)
  const names = namesOf(definition, condition, choices)
  const words = joined(t, names)
  return condition === 'places' ? `${words} (${t('indicatorScreens.placeOfShort', { placeOf: definition.placeOf })})` : words
}

function namesOf(definition: Definition, condition: Exclude<Condition, 'training' | 'ages' | 'leastShare' | 'leastMinutes' | 'leastMark' | 'paper' | 'inActa' | 'registerId' | 'rowConditions'>, choices: Choices): readonly string[] {
  if (condition === 'places' || condition === 'organisationIds') return definition[condition].map((value) => choices.nameOf(condition, value))
  const known = choices.of(condition)
  return definition[condition].map((value) => lowered(calledIn(known, value)))
}

function calledIn(choices: readonly Choice[], value: string): string {
  const one = choices.find((other) => other.value === value)
  return one?.said ?? one?.label ?? '…'
}

/** "Gobierno local" in the middle of a sentence; initials and numbers stay ("ONG", "D.Leg. 728"). */
function lowered(word: string): string {
  return /^\p{Lu}\p{Ll}+( |$)/u.test(word) ? word.slice(0, 1).toLowerCase() + word.slice(1) : word
}

function rowText(t: Text, definition: Definition, choices: Choices): string {
  const fields = choices.registers.find((one) => one.id === definition.registerId)?.fields ?? []
  const parts = definition.rowConditions.map(({ fieldId, values }) => {
    const field = fields.find((one) => one.id === fieldId)
    const words = values.map((value) => (field?.kind === 'yesno' ? (value === 'yes' ? t('indicatorScreens.yes') : t('indicatorScreens.no')) : value))
    return `${field?.label ?? '…'}: ${joined(t, words)}`
  })
  return parts.join(' · ')
}

function joined(t: Text, names: readonly string[]): string {
  if (names.length > NAMED) return `${names.slice(0, NAMED - 1).join(', ')} ${t('indicatorScreens.andMore', { n: names.length - NAMED + 1 })}`
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(t('indicatorScreens.or'))
}
