import { createHash } from 'node:crypto'
import { deflate, inflate } from 'node:zlib'
import type { z } from 'zod'
import type { behindRow } from '../../../shared/contract/counting.ts'
import type { About } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import { breathe } from '../counting/read.ts'
import type { Book, FrozenHead } from './book.ts'
import type { CategoryOf } from './figures.ts'
import { calledBy } from './parts.ts'
import type { Indicator } from './records.ts'
import type { Split } from './split.ts'
import { unknownSplit } from './split.ts'

/** Stands where a dimension does, for what makes the whole figure. */
export const whole = 'whole'

export type BehindRow = z.output<typeof behindRow>

/** What of an indicator says what it counts: what a closed period keeps of it. */
export type WhatCounts = Pick<Indicator, 'counts' | 'once' | 'definition' | 'parts' | 'over' | 'hourMinutes'>

/** What a closed period said of one indicator. */
export interface Frozen {
  readonly value: number | null
  readonly name: string
  readonly unit: string | null
  readonly what: WhatCounts
  /** The definition as it was read then. */
  readonly sentence: string
  readonly target: number | null
  readonly breakdowns: readonly Split[]
  /** Of typed figures, those of categories too. */
  readonly behind: readonly BehindRow[]
  /** By dimension, the category in which each of those behind stands; by `whole`, '' for those that only say something of a category. */
  readonly categories: ReadonlyMap<string, readonly string[]>
}

/** As it is kept: the list by columns, deflated, in base64. */
type Kept = Omit<Frozen, 'behind' | 'categories'> & { readonly behind: string }

/** Words that repeat stand once; `at` says which stands in each row. */
interface Column<T> {
  readonly words: readonly T[]
  readonly at: readonly number[]
}

interface Columns {
  readonly id: readonly string[]
  readonly label: readonly string[]
  readonly detail: readonly string[]
  /** 1 where it is the thing itself. */
  readonly personId: readonly (string | null | 1)[]
  readonly kind: Column<BehindRow['kind']>
  readonly cohort: Column<readonly [id: string | null, name: string | null]>
  readonly on: Column<string | null>
  readonly value: readonly number[]
  readonly evidence: readonly number[]
  readonly categories: Readonly<Record<string, Column<string>>>
}

/** The text to keep and its SHA-256. */
export async function frozenText({ behind, categories, ...rest }: Frozen): Promise<{ readonly frozen: string; readonly frozenHash: string }> {
  const bytes = await packed(deflate, Buffer.from(JSON.stringify(columnsOf(behind, categories))))
  const kept: Kept = { ...rest, behind: bytes.toString('base64') }
  const frozen = JSON.stringify(kept)
  return { frozen, frozenHash: createHash('sha256').update(frozen).digest('hex') }
}

/** The whole of what was frozen. */
export async function frozenOf(db: Reader, id: string): Promise<Frozen> {
  const { behind, ...rest } = await keptOf(db, id)
  const columns = JSON.parse((await packed(inflate, Buffer.from(behind, 'base64'))).toString()) as Columns
  return { ...rest, behind: rowsOf(columns), categories: new Map(Object.entries(columns.categories).map(([dimension, column]) => [dimension, spread(column)])) }
}

/** What stood behind a frozen figure, or behind a category of it. Nothing where that breakdown was not kept. */
export async function frozenBehind(db: Reader, id: string, of: CategoryOf | null): Promise<readonly BehindRow[]> {
  const { behind, categories } = await frozenOf(db, id)
  const isWhole = categories.get(whole)
  const keys = of === null ? undefined : categories.get(of.dimension)
  if (of === null || (keys === undefined && of.category === '')) return behind.filter((_, index) => isWhole?.[index] !== '')
  return behind.filter((_, index) => keys?.[index] === of.category)
}

/** The breakdowns as they were frozen; of one that was not kept, nothing is known. */
export async function frozenSplits(book: Book, head: FrozenHead, dimensions: readonly string[]): Promise<Split[]> {
  const { breakdowns } = await keptOf(book.context.db, head.id)
  return dimensions.map((dimension) => breakdowns.find((split) => split.dimension === dimension) ?? unknownSplit(book, dimension, head.value))
}

/** Throws `refused` where it is not what was closed. */
async function keptOf(db: Reader, id: string): Promise<Kept> {
  const kept = await wholeOf(db, id)
  if (kept !== null) return kept
  const named = await db
    .selectFrom('frozenFigures')
    .innerJoin('periods', 'periods.id', 'frozenFigures.periodId')
    .innerJoin('indicators', 'indicators.id', 'frozenFigures.indicatorId')
    .select(['periods.name as period', 'indicators.name', 'indicators.code'])
    .where('frozenFigures.id', '=', id)
    .executeTakeFirstOrThrow()
  return refuseDamaged(named, named.period)
}

export function refuseDamaged(indicator: Pick<Indicator, 'name' | 'code'>, period: string): never {
  return refuse('indicators.frozenDamaged', { indicator: calledBy(indicator), period })
}

/** What was closed; null where its text or its value is another than it was then. */
async function wholeOf(db: Reader, id: string): Promise<Kept | null> {
  const { frozen, frozenHash, value } = await db.selectFrom('frozenFigures').select(['frozen', 'frozenHash', 'value']).where('id', '=', id).executeTakeFirstOrThrow()
  if (createHash('sha256').update(frozen).digest('hex') !== frozenHash) return null
  const kept = JSON.parse(frozen) as Kept
  return kept.value === value ? kept : null
}

/** Figures of this office that were found to be what was closed, with what they said. */
const sound = new WeakMap<About, Map<string, string>>()

/** Those that are not what was closed. Each is read whole once: its text can be of some megabytes. */
export async function damagedAmong(db: Reader, about: About, heads: readonly (FrozenHead & { readonly frozenHash: string })[]): Promise<ReadonlySet<string>> {
  const known = sound.get(about) ?? new Map<string, string>()
  sound.set(about, known)
  const damaged = new Set<string>()
  for (const { id, value, frozenHash } of heads) {
    const says = `${value} ${frozenHash}`
    if (known.get(id) === says) continue
    if ((await wholeOf(db, id)) === null) damaged.add(id)
    else known.set(id, says)
    await breathe()
  }
  return damaged
}

/** Off the main thread: a hundred thousand names take about a second. */
function packed(work: typeof deflate | typeof inflate, bytes: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => work(bytes, (error, result) => (error === null ? resolve(result) : reject(error))))
}

function columnsOf(rows: readonly BehindRow[], categories: ReadonlyMap<string, readonly string[]>): Columns {
  return {
    id: rows.map((row) => row.id),
    label: rows.map((row) => row.label),
    detail: rows.map((row) => row.detail),
    personId: rows.map((row) => (row.personId === row.id ? 1 : row.personId)),
    kind: gathered(rows.map((row) => row.kind), String),
    cohort: gathered(rows.map((row) => [row.cohortId, row.cohortName] as const), ([id]) => id ?? ''),
    on: gathered(rows.map((row) => row.on), (day) => day ?? ''),
    value: rows.map((row) => row.value),
    evidence: rows.map((row) => row.evidence),
    categories: Object.fromEntries([...categories].map(([dimension, keys]) => [dimension, gathered(keys, String)])),
  }
}

function rowsOf({ id, label, detail, personId, kind, cohort, on, value, evidence }: Columns): BehindRow[] {
  const [kinds, cohorts, days] = [spread(kind), spread(cohort), spread(on)]
  return id.map((own, index) => {
    const person = personId[index] ?? null
    const [cohortId, cohortName] = cohorts[index] ?? [null, null]
    return { kind: kinds[index] ?? 'entry', id: own, label: label[index] ?? '', detail: detail[index] ?? '', personId: person === 1 ? own : person, cohortId, cohortName, on: days[index] ?? null, value: value[index] ?? 0, evidence: evidence[index] ?? 0 }
  })
}

function gathered<T>(values: readonly T[], keyOf: (value: T) => string): Column<T> {
  const words: T[] = []
  const places = new Map<string, number>()
  const at = values.map((value) => {
    const key = keyOf(value)
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, words.length)
    return words.push(value) - 1
  })
  return { words, at }
}

function spread<T>({ words, at }: Column<T>): T[] {
  return at.map((place) => words[place] as T)
}
