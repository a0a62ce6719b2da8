import type { ConditionKey, CountingBase } from '../../../shared/domain/counting/conditions.ts'
import { baseOf } from '../../../shared/domain/counting/conditions.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import { countFigure } from './count.ts'
import type { Asked } from './counted.ts'
import { dayIsIn, enrolmentIsIn, paperIsIn } from './counted.ts'
import type { Condition } from './match.ts'
import { allEnrolments, allInitiatives, allPapers, allRows, allSessions, enrolmentConditions, initiativeConditions, initiativeDay, paperConditions, rowConditions, sessionConditions } from './match.ts'
import type { Exclusions, Facts } from './model.ts'
import type { Names } from './words.ts'
import { conditionWords, placeName, spanWords } from './words.ts'

interface Narrowed {
  readonly all: number
  readonly steps: readonly { readonly key: ConditionKey | 'period'; readonly left: number; readonly excludes: number }[]
}

/** How each condition narrows what there is, in the order of the sentence. */
export function explainFigure(facts: Facts, asked: Asked, language: Language): Exclusions {
  const base = baseOf(asked.counts)
  const value = countFigure(facts, asked) ?? 0
  if (base === null) return { all: 0, steps: [], value: 0, sentence: '' }
  const { all, steps } = narrowed(facts, asked, base)
  const names = namesIn(facts, asked)
  const seen = steps.map(({ key, left, excludes }) => ({
    condition: key, words: key === 'period' ? spanWords(asked.from, asked.until, language) : conditionWords(key, asked.definition, names, language), left, excludes,
  }))
  return { all, steps: seen, value, sentence: sentenceOf(base, { all, steps: seen, value }, language) }
}

function sentenceOf(base: CountingBase, { all, steps, value }: Omit<Exclusions, 'sentence'>, language: Language): string {
  if (all === 0) return say(language, 'counting.nothingThere', { base })
  const left = steps.at(-1)?.left ?? all
  if (value > 0) return say(language, 'counting.someCount', { base, left, all })
  if (left > 0) return say(language, 'counting.countedBefore', { left })
  const most = steps.reduce((one, other) => (other.excludes > one.excludes ? other : one))
  return say(language, 'counting.nobodyCounts', { base, words: most.words, excludes: most.excludes, all })
}

function narrowed(facts: Facts, asked: Asked, base: CountingBase): Narrowed {
  const { definition, counts } = asked
  const isIn = dayIsIn(asked)
  switch (base) {
    case 'enrolments':
      return narrow(allEnrolments(facts), enrolmentConditions(facts, definition, counts), asked, enrolmentIsIn(facts, asked))
    case 'papers':
      return narrow(allPapers(facts), paperConditions(facts, definition), asked, paperIsIn(facts, asked))
    case 'sessions':
      return narrow(allSessions(facts), sessionConditions(facts, definition), asked, (one) => isIn(one.day))
    case 'initiatives':
      return narrow(allInitiatives(facts), initiativeConditions(facts, definition), asked, (one) => isIn(initiativeDay(one, definition)))
    case 'rows':
      return narrow(allRows(facts), rowConditions(facts, definition), asked, (one) => isIn(one.on))
  }
}

function narrow<T>(all: readonly T[], conditions: readonly Condition<T>[], { from, until }: Asked, isIn: (one: T) => boolean): Narrowed {
  const asked: { key: ConditionKey | 'period'; test: (one: T) => boolean }[] = [...conditions, ...(from === null && until === null ? [] : [{ key: 'period' as const, test: isIn }])]
  const steps = asked.map(({ key }) => ({ key, left: 0, excludes: 0 }))
  for (const one of all) {
    let isLeft = true
    for (const [index, { test }] of asked.entries()) {
      const step = steps[index]
      if (step === undefined) continue
      const passes = test(one)
      if (!passes) step.excludes += 1
      isLeft &&= passes
      if (isLeft) step.left += 1
    }
  }
  return { all: all.length, steps }
}

/** Names as the facts have them. */
export function namesIn(facts: Facts, { definition }: Pick<Asked, 'definition'>): Names {
  const register = facts.registers.get(definition.registerId ?? '')
  const known = (id: string): string | undefined =>
    facts.programmes.get(id)?.name ?? facts.editions.get(id)?.name ?? facts.cohorts.get(id)?.name ?? facts.organisations.get(id)?.name ?? facts.agreementNames.get(id) ?? facts.commitmentNames.get(id) ?? facts.registers.get(id)?.name
  return {
    of: (id) => known(id) ?? id,
    field: (id) => register?.fields.find((field) => field.id === id)?.label ?? id,
    place: (code) => placeName(code, facts.districts),
    ethnicity: (code) => facts.traits.ethnicities.get(code) ?? null,
    language: (code) => facts.traits.languages.get(code) ?? null,
  }
}
