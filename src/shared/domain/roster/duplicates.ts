import { nameLikeness } from '../name-likeness.ts'
import type { DecisionBook } from './decisions.ts'
import type { RosterEntry, RosterPerson } from './entries.ts'
import { accentsIn, comparableOf, compare, contradicts, documentKey } from './entries.ts'
import type { Cause, Finding, Sign } from './findings.ts'
import { rejects, ruleOf } from './findings.ts'

/** What a row is among the rows of its own file. */
export interface Standing {
  /** Index of the row that holds instead of this one: the same person, listed twice. */
  readonly heldBy: number | null
  readonly findings: readonly Finding[]
}

/**
 * Who is listed twice in one import. The same document with the same name is the same person: the row that holds is the one in the
 * order of its list, then the one that keeps its accents, then the first. The same document under another name, and namesakes that
 * nothing tells apart, are for a person to decide: two names under one document both wait.
 */
export function* findStandings(entries: readonly RosterEntry[], decisions: DecisionBook): Generator<number, Standing[]> {
  const standings: { heldBy: number | null; findings: Finding[] }[] = entries.map(() => ({ heldBy: null, findings: [] }))
  const able = entries.flatMap((entry, index) => (entry.person !== null && !entry.skipped && !entry.findings.some(isHopeless) ? [{ entry, index, person: entry.person }] : []))
  yield 0

  const out = new Set<number>()
  for (const listed of groupedByDocument(able)) {
    const [holder, ...others] = listed.toSorted(holdsFirst)
    for (const one of others) {
      const standing = standings[one.index]
      if (holder === undefined || standing === undefined) continue
      out.add(one.index)
      const said = decisions.sameRow(one.entry, holder.entry)
      const alike = said ?? (one.entry.nameKey === holder.entry.nameKey || nameLikeness(one.entry.name, holder.entry.name).reason !== null)
      if (alike) {
        standing.heldBy = holder.index
        standing.findings.push(listedTwice(one, holder, decisions))
      } else {
        // Nobody knows which of the two is right: neither comes in until somebody says.
        standing.findings.push(about('document-shared', one, holder, decisions, ['document']))
        standings[holder.index]?.findings.push(about('document-shared', holder, one, decisions, ['document']))
      }
    }
  }
  yield 0

  const byName = new Map<string, Able[]>()
  for (const [at, one] of able.entries()) {
    if (at % 500 === 499) yield at
    if (out.has(one.index)) continue
    const namesakes = byName.get(one.entry.nameKey) ?? []
    byName.set(one.entry.nameKey, namesakes)
    const standing = standings[one.index]
    let told = false
    for (const holder of namesakes) {
      if (standing === undefined || standing.heldBy !== null) break
      const verdict = judgeNamesakes(one, holder, decisions)
      if (verdict === 'same') {
        standing.heldBy = holder.index
        standing.findings.push(listedTwice(one, holder, decisions))
      } else if (verdict !== null && (verdict.cause !== 'twins' || !told)) {
        // One namesake is told, not each of ten.
        told ||= verdict.cause === 'twins'
        standing.findings.push(verdict)
      }
    }
    if (standing?.heldBy === null) namesakes.push(one)
  }
  return standings
}

/** Rows with one document, where there are several. */
function groupedByDocument(able: readonly Able[]): Able[][] {
  const groups = new Map<string, Able[]>()
  for (const one of able) {
    const key = documentKey(one.person)
    if (key === null) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** In the order of its list, then with its accents, then first. */
function holdsFirst(a: Able, b: Able): number {
  return Number(b.entry.inSequence) - Number(a.entry.inSequence) || accentsIn(b.person) - accentsIn(a.person) || a.index - b.index
}

/** A row that waits for a yes still holds its place: its second listing must not slip in under another group meanwhile. */
function isHopeless(finding: Finding): boolean {
  return rejects(finding) && ruleOf(finding.cause).severity !== 'proposed'
}

interface Able {
  readonly entry: RosterEntry
  readonly index: number
  readonly person: RosterPerson
}

function judgeNamesakes(one: Able, holder: Able, decisions: DecisionBook): Finding | 'same' | null {
  const said = decisions.sameRow(one.entry, holder.entry)
  if (said === true) return 'same'
  if (said === false) return null
  const comparison = compare(comparableOf(one.entry, one.person), comparableOf(holder.entry, holder.person))
  const signs: Sign[] = ['name', ...comparison.agree.filter((sign) => sign !== 'sex')]
  const bothHaveDocuments = one.person.documentNumber !== null && holder.person.documentNumber !== null
  // Two birth dates are two people: namesakes are common, and telling them all would hide the doubtful ones.
  if (comparison.differ.includes('birthDate')) return null
  if (contradicts(comparison)) return about('twins', one, holder, decisions, signs)
  if (!bothHaveDocuments) return about('twins-no-document', one, holder, decisions, signs)
  const sameNumber = comparison.agree.includes('document')
  return about(sameNumber || comparison.agree.includes('birthDate') ? 'twins-same-birth' : 'twins', one, holder, decisions, signs)
}

function about(cause: Cause, one: Able, holder: Able, decisions: DecisionBook, signs: readonly Sign[]): Finding {
  return {
    cause,
    field: cause === 'twins' || cause === 'twins-no-document' ? 'fullName' : 'documentNumber',
    before: cause === 'document-shared' || cause === 'twins-same-birth' ? (one.person.documentNumber ?? '') : one.entry.name,
    after: '',
    accepted: decisions.accepts(cause, one.entry),
    other: { sheet: holder.entry.sheet, row: holder.entry.row, name: holder.entry.name },
    signs,
  }
}

function listedTwice(one: Able, holder: Able, decisions: DecisionBook): Finding {
  const differing = differences(one, holder)
  const cause = differing.length > 0 ? 'twice-differs' : 'twice-same'
  return {
    cause,
    field: 'fullName',
    before: differing.map(([mine]) => mine).join(' · ') || one.entry.name,
    after: differing.map(([, theirs]) => theirs).join(' · ') || holder.entry.name,
    accepted: decisions.accepts(cause, one.entry),
    other: { sheet: holder.entry.sheet, row: holder.entry.row, name: holder.entry.name },
    signs: compare(comparableOf(one.entry, one.person), comparableOf(holder.entry, holder.person)).agree,
  }
}

/** What the second listing says that the first one says otherwise: both sides as they would be shown. */
function differences(one: Able, holder: Able): readonly (readonly [string, string])[] {
  const pairs: readonly (readonly [string | null, string | null])[] = [
    [one.entry.post?.organisationName ?? null, holder.entry.post?.organisationName ?? null],
    [one.entry.post?.title ?? null, holder.entry.post?.title ?? null],
    [one.person.birthDate, holder.person.birthDate],
    [one.person.sex, holder.person.sex],
    [one.person.email, holder.person.email],
    [one.person.phone, holder.person.phone],
  ]
  return pairs.flatMap(([mine, theirs]) => (mine !== null && theirs !== null && mine.toLowerCase() !== theirs.toLowerCase() ? [[mine, theirs] as const] : []))
}
