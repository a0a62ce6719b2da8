import { initiativeStages } from '../../../shared/domain/initiatives.ts'
import { sensitiveDimensions } from '../../../shared/domain/counting/dimensions.ts'
import { textSortKey } from '../../../shared/domain/names.ts'
import { byText } from '../../../shared/domain/order.ts'
import { sectors } from '../../../shared/domain/sectors.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { textOfDay } from './apply.ts'
import { organisationOf } from './aspects.ts'
import { categoryLabel, categoryOf, dimensionLabel, stoodOf } from './categories.ts'
import type { Asked, Counted } from './counted.ts'
import { countedOf, countedOfPerson } from './counted.ts'
import type { BehindRef, BreakdownSeen, EnrolmentFact, Facts, InitiativeFact, RowFact, SessionFact } from './model.ts'

export type { Asked } from './counted.ts'

/** How many. Null for what is typed by hand or made of other indicators. */
export function countFigure(facts: Facts, asked: Asked): number | null {
  const counted = countedOf(facts, asked)
  return counted === null ? null : sumOf(counted, asked)
}

/** Hours are divided once, so that no part of them is lost. */
function sumOf(counted: readonly Counted[], asked: Asked): number {
  let sum = 0
  for (const { value } of counted) sum += value
  return inUnits(sum, asked)
}

const inUnits = (sum: number, { counts, hourMinutes }: Asked): number => (counts === 'hours' ? sum / hourMinutes : sum)

/** The figure by each of the dimensions: the cells of each add up to it. Nothing for what is typed by hand or made of other indicators. */
export function splitFigure(facts: Facts, asked: Asked, dimensions: readonly string[], language: Language): BreakdownSeen[] {
  const counted = countedOf(facts, asked)
  if (counted === null) return []
  const total = sumOf(counted, asked)
  return dimensions.map((dimension) => {
    const category = categoryOf(facts, dimension, asked.definition)
    const sums = new Map<string, number>()
    for (const one of counted) {
      const key = category(one)
      sums.set(key, (sums.get(key) ?? 0) + one.value)
    }
    const cells = [...sums].map(([key, sum]) => ({ key, label: categoryLabel(facts, dimension, key, language), value: inUnits(sum, asked) }))
    return { dimension, label: dimensionLabel(facts, dimension, asked.definition.registerId, language), isSensitive: sensitiveDimensions.has(dimension), cells: inOrder(cells, dimension), total }
  })
}

type Cell = BreakdownSeen['cells'][number]

/** Categories that have an order of their own. */
const orders: Readonly<Record<string, readonly string[]>> = { sex: ['F', 'M'], sector: sectors, area: ['urban', 'rural'], disability: ['yes', 'no'], stage: initiativeStages }

/** As the dimension has it: years and places as they come, the others the largest first; what is not known, last. */
function inOrder(cells: Cell[], dimension: string): Cell[] {
  const order = orders[dimension]
  const years = (cell: Cell): number => Number.parseInt(cell.key, 10)
  const compare = (one: Cell, other: Cell): number => {
    if (order !== undefined) return order.indexOf(one.key) - order.indexOf(other.key)
    if (dimension === 'age') return years(one) - years(other)
    return other.value - one.value || byText(textSortKey(one.label), textSortKey(other.label))
  }
  return cells.sort((one, other) => Number(one.key === '') - Number(other.key === '') || compare(one, other))
}

/** The things behind a figure, or behind one category of it, in alphabetical order. */
export function behindFigure(facts: Facts, asked: Asked, of: { readonly dimension: string; readonly category: string } | null): BehindRef[] {
  const counted = countedOf(facts, asked) ?? []
  const category = of === null ? null : categoryOf(facts, of.dimension, asked.definition)
  const chosen = category === null ? counted : counted.filter((one) => category(one) === of?.category)
  return sorted(chosen, facts.order.length).map((one) => refOf(facts, asked, one))
}

/** The same of one person alone: what of hers counts, without looking at anybody else. */
export function behindPerson(facts: Facts, asked: Asked, personId: string): BehindRef[] {
  return countedOfPerson(facts, asked, personId).map((one) => refOf(facts, asked, one))
}

function refOf(facts: Facts, asked: Asked, one: Counted): BehindRef {
  return {
    kind: one.kind,
    id: one.id,
    personId: isOfPerson(one) ? (one.of as EnrolmentFact).person.id : null,
    cohortId: stoodOf(facts, one, asked.definition).cohort?.id ?? null,
    on: textOfDay(one.on),
    value: inUnits(one.value, asked),
  }
}

const isOfPerson = ({ kind }: Counted): boolean => kind === 'person' || kind === 'participation' || kind === 'certificate'

/** Persons by their place among all, sessions by day, the others by their own keys. */
function sorted(counted: Counted[], size: number): Counted[] {
  const first = counted[0]
  if (first === undefined) return counted
  if (isOfPerson(first)) return byRank(counted, size)
  const copy = [...counted]
  const key = ({ kind, of }: Counted): string => {
    if (kind === 'organisation') return organisationOf(of as EnrolmentFact)?.sortKey ?? ''
    if (kind === 'session') return `${(of as SessionFact).day} ${(of as SessionFact).startsAt}`
    return (of as InitiativeFact | RowFact).sortKey
  }
  return copy.sort((one, other) => byText(key(one), key(other)) || byText(one.id, other.id))
}

/** Puts things by their persons' places among all: with 100,000 of them, laying each in its place is faster than comparing. */
function byRank(counted: readonly Counted[], size: number): Counted[] {
  const places: (Counted | Counted[] | undefined)[] = []
  places.length = size
  for (const one of counted) {
    const { rank } = (one.of as EnrolmentFact).person
    const there = places[rank]
    if (there === undefined) places[rank] = one
    else if (Array.isArray(there)) there.push(one)
    else places[rank] = [there, one]
  }
  const order: Counted[] = []
  for (const there of places) {
    if (there === undefined) continue
    if (Array.isArray(there)) order.push(...there.sort((one, other) => byText(one.id, other.id)))
    else order.push(there)
  }
  return order
}
