import { inflateSync } from 'node:zlib'
import type { Release } from '../../../shared/domain/small-numbers.ts'
import { tell, tellWhole } from '../../../shared/domain/small-numbers.ts'
import type { Reader } from '../../db/doors.ts'
import { behindFigure, countFigure, splitFigure } from '../counting/count.ts'
import type { Asked } from '../counting/count.ts'
import type { Facts } from '../counting/model.ts'
import type { Indicator } from '../indicators/records.ts'

/** The part of an issued report that keeps whom it told of. It never goes out. */
export const releasesPart = 'releases'

interface KeptRelease {
  readonly dimension: string
  readonly key: string
  readonly groups: readonly (readonly [person: string, group: string])[]
  readonly closed: readonly string[]
}

/** What all reports that went out told of sensitive categories. */
export async function releasesIssued(db: Reader): Promise<Release[]> {
  const rows = await db.selectFrom('issuedReportParts').innerJoin('issuedReports', 'issuedReports.id', 'issuedReportParts.issuedId').select(['issuedReportParts.issuedId', 'issuedReportParts.bytes']).where('issuedReportParts.name', '=', releasesPart).orderBy('issuedReports.issuedAt').orderBy('issuedReports.id').execute()
  return rows.flatMap(({ issuedId, bytes }) => (JSON.parse(inflateSync(bytes).toString()) as KeptRelease[]).map((one, at) => ({ ...one, id: `${issuedId} ${at}`, groups: new Map(one.groups) })))
}

export function keptReleases(releases: readonly Release[]): readonly KeptRelease[] {
  return releases.map(({ dimension, key, groups, closed }) => ({ dimension, key, groups: [...groups], closed }))
}

export interface ProtectedCell {
  /** `othersKey` for the others. */
  readonly key: string
  readonly label: string
  readonly value: number
}

/** Collects what one report tells of sensitive categories, each telling beside all before it. */
export class Protection {
  readonly releases: Release[] = []
  private readonly before: readonly Release[]

  constructor(before: readonly Release[]) {
    this.before = before
  }

  /** The people of a figure by a sensitive dimension, as far as it may go out. `untold`: of how many it may not. */
  breakdown(facts: Facts, asked: Asked, dimension: string, language: 'es' | 'en'): { readonly label: string; readonly cells: readonly ProtectedCell[]; readonly untold: number } {
    const [split] = splitFigure(facts, asked, [dimension], language)
    const categories = new Map<string, string>()
    for (const { key } of split?.cells ?? []) for (const { personId } of behindFigure(facts, asked, { dimension, category: key })) if (personId !== null) categories.set(personId, key)
    const told = tell([...this.before, ...this.releases], { id: `new ${this.releases.length}`, dimension, key: dimension, categories })
    this.releases.push(told.release)
    const labels = new Map((split?.cells ?? []).map((cell) => [cell.key, cell.label]))
    return { label: split?.label ?? dimension, cells: [...told.cells].map(([key, value]) => ({ key, label: labels.get(key) ?? '', value })), untold: told.untold }
  }

  /** A figure that counts only people of some sensitive categories, or null where it may not go out. */
  figure(facts: Facts, indicator: Indicator, span: { readonly from: string; readonly until: string }, value: number | null): number | null {
    const conditions = sensitiveConditions(indicator)
    const [condition] = conditions
    if (condition === undefined || conditions.length > 1 || indicator.counts !== 'people' || value === null) return null
    const asked: Asked = { counts: 'people', once: indicator.once, definition: indicator.definition, hourMinutes: 60, from: span.from, until: span.until }
    const all: Asked = { ...asked, definition: { ...asked.definition, [condition.field]: [] } }
    if (countFigure(facts, asked) !== value) return null
    const inside = new Set(behindFigure(facts, asked, null).map((one) => one.personId))
    const categories = new Map(behindFigure(facts, all, null).flatMap(({ personId }) => (personId === null ? [] : [[personId, inside.has(personId) ? 'in' : 'out'] as const])))
    const told = tellWhole([...this.before, ...this.releases], { id: `new ${this.releases.length}`, dimension: condition.dimension, key: `${condition.dimension}=${[...condition.values].sort().join(',')}`, categories })
    this.releases.push(told.release)
    return told.untold === 0 && told.cells.get('in') === value ? value : null
  }
}

const fields = [
  { field: 'ethnicities', dimension: 'ethnicity' },
  { field: 'languages', dimension: 'language' },
  { field: 'disabilities', dimension: 'disability' },
] as const

function sensitiveConditions({ definition }: Pick<Indicator, 'definition'>): { readonly field: (typeof fields)[number]['field']; readonly dimension: string; readonly values: readonly string[] }[] {
  return fields.flatMap(({ field, dimension }) => (definition[field].length === 0 ? [] : [{ field, dimension, values: definition[field] }]))
}

/** Whether a figure depends on what somebody is by law not to be asked of: its own conditions, or those of what it is made of. */
export function isProtected(indicator: Indicator, all: ReadonlyMap<string, Indicator>, path: readonly string[] = []): boolean {
  if (path.includes(indicator.id)) return false
  if (indicator.counts !== 'sum' && indicator.counts !== 'share') return indicator.counts !== 'manual' && sensitiveConditions(indicator).length > 0
  return [...indicator.parts, ...indicator.over].some((id) => {
    const part = all.get(id)
    return part !== undefined && isProtected(part, all, [...path, indicator.id])
  })
}
