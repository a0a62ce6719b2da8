import { frequentGivenNames } from '../frequent-names.ts'
import type { NameOrder } from '../name-parts.ts'
import { guessNameOrder } from '../name-parts.ts'
import type { RosterCell } from './cells.ts'
import { cellLine, folded, isBlank } from './cells.ts'
import type { ColumnContent } from './content.ts'
import { contentOf } from './content.ts'
import type { RosterField } from './fields.ts'
import { labelMatch, REPEATABLE } from './fields.ts'

/** Why a column is taken for a field. */
export type ColumnReason = 'label' | 'content' | 'label-and-content' | 'remembered' | 'repeated' | 'unknown' | 'empty'

export interface ColumnProposal {
  /** From 0, as in the sheet's rows. */
  readonly column: number
  readonly label: string
  readonly field: RosterField
  /** 0 to 1. */
  readonly confidence: number
  readonly reason: ColumnReason
  /** Up to five different values, as the office sees them. */
  readonly samples: readonly string[]
  readonly filled: number
}

/** In which order a column of whole names holds them, and why it is taken so. */
export interface ColumnNameOrder {
  readonly order: NameOrder
  readonly reason: 'comma' | 'label' | 'known-names' | 'custom'
  /** 0 to 1. */
  readonly confidence: number
}

/** What each column of a list probably is, by its label and by what its cells look like. A field that a list has once goes to the surest column. */
export function proposeColumns(labels: readonly string[], rows: readonly (readonly RosterCell[])[]): ColumnProposal[] {
  const drafts = labels.map((label, column) => draft(label, column, rows.map((row) => row[column] ?? null)))
  const withNames = settleNames(drafts)
  const proposals = onePerField(withNames.map(({ content: _content, ...proposal }) => proposal))
  return proposals
}

type Draft = ColumnProposal & { readonly content: ColumnContent }

function draft(label: string, column: number, cells: readonly RosterCell[]): Draft {
  const content = contentOf(cells)
  const base = { column, label, samples: samplesOf(cells), filled: content.filled, content }
  if (content.filled === 0 && labelMatch(label) === null) return { ...base, field: 'ignore', confidence: 1, reason: 'empty' }
  const byLabel = labelMatch(label)
  const byContent = contentMatch(content)
  if (byLabel === null) {
    return byContent === null
      ? { ...base, field: 'ignore', confidence: 0, reason: 'unknown' }
      : { ...base, field: byContent.field, confidence: byContent.strength * 0.7, reason: 'content' }
  }
  if (byContent?.field === byLabel.field) return { ...base, field: byLabel.field, confidence: Math.max(byLabel.strength, 0.95), reason: 'label-and-content' }
  const trusted = contradicts(byLabel.field, content) && content.filled >= 3 ? 0.25 : byLabel.strength
  if (byContent !== null && byContent.strength * 0.7 > trusted) return { ...base, field: byContent.field, confidence: byContent.strength * 0.7, reason: 'content' }
  return { ...base, field: byLabel.field, confidence: trusted, reason: 'label' }
}

/** What the cells alone say. The sure shapes stand first. */
function contentMatch(content: ColumnContent): { field: RosterField; strength: number } | null {
  if (content.filled === 0) return null
  const shapes: readonly (readonly [RosterField, number, number])[] = [
    ['email', content.email, 0.6],
    ['timestamp', content.dateTime, 0.8],
    ['ruc', content.ruc, 0.8],
    ['phone', content.phone, 0.8],
    ['sensitive', content.sensitive, 0.4],
    ['documentType', content.documentType, 0.9],
    ['regime', content.regime, 0.6],
    ['rowNumber', content.sequence, 0.8],
    ['ubigeo', content.distinct < content.filled ? content.ubigeo : 0, 0.95],
    ['documentNumber', content.document, 0.7],
    ['birthDate', content.date, 0.8],
    ['sex', content.distinct <= 10 ? content.sex : 0, 0.9],
    ['attendance', content.distinct <= 8 ? content.attendance : 0, 0.9],
    ['age', content.age, 0.9],
    ['department', content.department, 0.9],
    ['organisation', content.organisation, 0.5],
    ['fullName', content.comma, 0.7],
  ]
  for (const [field, share, least] of shapes) if (share >= least) return { field, strength: share }
  return null
}

/** A label whose cells cannot be what it says ("DNI" over a column of names). */
function contradicts(field: RosterField, content: ColumnContent): boolean {
  switch (field) {
    case 'documentNumber':
      return content.document < 0.2 && content.people > 0.6
    case 'email':
      return content.email < 0.1
    case 'sex':
      return content.sex < 0.2
    case 'fullName': case 'givenNames': case 'surnames': case 'firstSurname': case 'secondSurname':
      return content.document > 0.5 || content.email > 0.5 || content.sequence > 0.8 || content.date > 0.5
    case 'ubigeo':
      return content.ubigeo < 0.2
    case 'birthDate': case 'since':
      return content.date < 0.2 && content.people > 0.5
    default:
      return false
  }
}

/** "Nombres" without a column of surnames is the whole name; without any label of a name, the column of people is. */
function settleNames(drafts: readonly Draft[]): Draft[] {
  const has = (field: RosterField): boolean => drafts.some((one) => one.field === field)
  const hasSurnames = has('surnames') || has('firstSurname')
  const settled = drafts.map((one): Draft => {
    if (one.field === 'givenNames' && !hasSurnames && !has('fullName')) return { ...one, field: 'fullName', confidence: Math.min(one.confidence, 0.8) }
    if (one.field === 'surnames' && !has('givenNames') && !has('fullName')) return { ...one, field: 'fullName', confidence: Math.min(one.confidence, 0.7) }
    if (one.field === 'surnames' && has('secondSurname') && !has('firstSurname')) return { ...one, field: 'firstSurname' }
    return one
  })
  if (settled.some((one) => one.field === 'fullName' || one.field === 'givenNames' || one.field === 'firstSurname')) return settled
  const likeliest = settled
    .filter((one) => one.reason === 'unknown' && one.content.people > 0.7)
    .toSorted((a, b) => namesShare(b) - namesShare(a) || b.content.distinct - a.content.distinct)[0]
  return settled.map((one) => (one === likeliest ? { ...one, field: 'fullName' as const, confidence: 0.6, reason: 'content' as const } : one))
}

function namesShare(one: Draft): number {
  const words = one.samples.flatMap((sample) => folded(sample).split(' '))
  return words.filter((word) => frequentGivenNames.has(word)).length / Math.max(1, words.length)
}

/** Of two columns for one field the surer stays; the other is left out and says so. */
function onePerField(proposals: readonly ColumnProposal[]): ColumnProposal[] {
  const winners = new Map<RosterField, ColumnProposal>()
  for (const proposal of proposals) {
    if (REPEATABLE.has(proposal.field)) continue
    const winner = winners.get(proposal.field)
    const wins = winner === undefined || proposal.confidence > winner.confidence || (proposal.confidence === winner.confidence && winner.filled === 0 && proposal.filled > 0)
    if (wins) winners.set(proposal.field, proposal)
  }
  return proposals.map((proposal) =>
    REPEATABLE.has(proposal.field) || winners.get(proposal.field) === proposal
      ? proposal
      : { ...proposal, field: 'ignore', confidence: 0.5, reason: 'repeated' },
  )
}

function samplesOf(cells: readonly RosterCell[]): string[] {
  const samples = new Set<string>()
  for (const cell of cells) {
    if (isBlank(cell)) continue
    samples.add(cellLine(cell).slice(0, 60))
    if (samples.size === 5) break
  }
  return [...samples]
}

/** In which order a column of whole names holds them: by its commas, its label, or where the frequent given names stand. */
export function columnNameOrder(label: string, cells: readonly RosterCell[]): ColumnNameOrder {
  const names = cells.filter((cell): cell is string => typeof cell === 'string' && !isBlank(cell)).slice(0, 500)
  const withComma = names.filter((name) => /\p{L},\s*\p{L}/u.test(name)).length
  if (names.length > 0 && withComma / names.length > 0.5) return { order: 'surnames-first', reason: 'comma', confidence: withComma / names.length }
  const words = folded(label)
  if (/^(los )?(apellidos?|last|surname|family)/.test(words)) return { order: 'surnames-first', reason: 'label', confidence: 0.9 }
  if (/^(pre ?nombres?|nombres?|given|first|name) (y |and )?(apellidos?|last|surname)/.test(words)) return { order: 'given-first', reason: 'label', confidence: 0.9 }
  const guess = guessNameOrder(names)
  return guess.order === null ? { order: 'surnames-first', reason: 'custom', confidence: 0.5 } : { order: guess.order, reason: 'known-names', confidence: guess.confidence }
}
