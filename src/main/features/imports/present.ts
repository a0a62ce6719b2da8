import type { contract } from '../../../shared/contract/index.ts'
import { columnLetters } from '../../../shared/domain/column-letters.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { cellLine, folded } from '../../../shared/domain/roster/cells.ts'
import type { RosterField } from '../../../shared/domain/roster/fields.ts'
import { LEFT_OUT } from '../../../shared/domain/roster/fields.ts'
import type { Cause, Finding, RowPlace, Severity } from '../../../shared/domain/roster/findings.ts'
import { isOpen, rejects, ruleOf } from '../../../shared/domain/roster/findings.ts'
import type { Plan, RowPlan } from '../../../shared/domain/roster/plan.ts'
import { sectors } from '../../../shared/domain/sectors.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { Prepared } from './prepare.ts'
import { acceptLabel, causeExplanation, causeTitle, columnReason, detailSentence, fieldName, leftOutReason, signsSentence } from './sentences.ts'

export type Review = OutputOf<typeof contract.imports.review>
type CauseSeen = Review['causes'][number]
type CauseRow = CauseSeen['rows'][number]
type RowOutcome = Review['rejected'][number]

/** Which rows of one cause to show. */
export interface Show {
  readonly cause: Cause
  readonly offset: number
  readonly limit: number
}

const SHOWN = 20
const MOST_ROWS = 200

/** What a plan says, in the reader's language. */
export function reviewSeen(language: Language, prepared: Prepared, plan: Plan, show: Show | undefined): Review {
  const rejected = plan.rows.filter((row) => row.outcome === 'rejected')
  const organisations = organisationsSeen(prepared, plan)
  const groups = groupsUsed(prepared, plan)
  return {
    numbers: {
      ...plan.numbers,
      newOrganisations: organisations.filter((one) => one.isNew).length,
      newGroups: groups.filter((one) => one.cohortId === null && one.people > 0).length,
    },
    ready: rejected.length === 0,
    asOf: prepared.asOf,
    causes: causesSeen(language, prepared, plan, show),
    groups,
    organisations,
    columnsLeft: columnsLeft(language, prepared),
    sample: plan.rows.filter((row) => row.outcome === 'created' || row.outcome === 'updated').slice(0, 8).map(sampleRow),
    rejected: rejected.slice(0, MOST_ROWS).map((row) => outcomeRow(language, row)),
    skipped: plan.rows.filter((row) => row.outcome === 'skipped').slice(0, MOST_ROWS).map((row) => outcomeRow(language, row)),
  }
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, proposed: 1, doubt: 2, tidied: 3 }

function causesSeen(language: Language, prepared: Prepared, plan: Plan, show: Show | undefined): CauseSeen[] {
  const found = new Map<Cause, { row: RowPlan; finding: Finding }[]>()
  const silent = new Map<string, boolean>()
  for (const row of plan.rows) {
    for (const finding of row.findings) {
      if (finding.cause.endsWith('-spelling') && saysNothing(language, finding, silent)) continue
      const list = found.get(finding.cause)
      if (list === undefined) found.set(finding.cause, [{ row, finding }])
      else list.push({ row, finding })
    }
  }
  const seen = [...found].map(([cause, list]): CauseSeen => {
    const window = show?.cause === cause ? list.slice(show.offset, show.offset + show.limit) : list.slice(0, SHOWN)
    const { severity } = ruleOf(cause)
    return {
      cause,
      severity,
      count: list.length,
      open: list.filter(({ finding }) => isOpen(finding)).length,
      rejected: list.filter(({ finding, row }) => rejects(finding) && row.outcome === 'rejected').length,
      title: causeTitle(language, cause),
      explanation: causeExplanation(language, cause),
      acceptLabel: acceptLabel(language, cause),
      duplicate: list.some(({ finding }) => finding.other !== undefined || finding.person !== undefined) && severity !== 'tidied',
      rows: window.map(({ row, finding }) => causeRow(language, prepared, row, finding)),
    }
  })
  return seen.sort((a, b) => Number(b.rejected > 0) - Number(a.rejected > 0) || WEIGHT[a.severity] - WEIGHT[b.severity] || b.count - a.count || (a.cause < b.cause ? -1 : 1))
}

/** "Mujer" read as Mujer: nothing that a person would call a change. The same few words come thousands of times. */
function saysNothing(language: Language, finding: Finding, silent: Map<string, boolean>): boolean {
  if (finding.cause !== 'sex-spelling' && finding.cause !== 'kind-spelling' && finding.cause !== 'regime-spelling') return false
  const key = `${finding.cause}|${finding.before}|${finding.after}`
  const known = silent.get(key) ?? folded(finding.before) === folded(worded(language, finding.field, finding.after))
  silent.set(key, known)
  return known
}

function causeRow(language: Language, prepared: Prepared, { entry }: RowPlan, finding: Finding): CauseRow {
  return {
    sheet: entry.sheet,
    row: entry.row,
    name: entry.name,
    field: finding.field,
    fieldLabel: fieldName(language, finding.field),
    before: finding.person === undefined ? finding.before : worded(language, finding.field, finding.before),
    after: worded(language, finding.field, finding.after),
    accepted: finding.accepted,
    rejects: rejects(finding),
    detail: detailOf(language, finding),
    other: finding.other ?? null,
    person: finding.person ?? null,
    cells: cellsSeen(language, prepared, entry),
    otherCells: finding.other === undefined ? [] : cellsSeen(language, prepared, finding.other),
  }
}

function detailOf(language: Language, finding: Finding): string {
  return [detailSentence(language, finding.detail), signsSentence(language, finding.signs ?? [])].filter((part) => part !== '').join(' ')
}

/** Codes as words, days as they are written in Peru. */
function worded(language: Language, field: RosterField, value: string): string {
  if (value === '') return ''
  if (field === 'regime') return say(language, 'imports.regimeName', { regime: value })
  if (field === 'sex') return say(language, 'imports.sexName', { sex: value })
  if (field === 'organisationKind') return sectors.some((sector) => sector === value) ? say(language, 'lists.sectorName', { sector: value }) : value
  return field === 'birthDate' || field === 'since' ? formatDate(value) : value
}

/** The cells of a row as the office wrote them, or as they were typed anew, for mending them in place. */
function cellsSeen(language: Language, prepared: Prepared, place: RowPlace): CauseRow['cells'] {
  const list = prepared.lists.find((one) => one.sheet.name === place.sheet)
  const source = list?.rows.find((row) => row.row === place.row)
  if (list === undefined || source === undefined) return []
  return list.columns
    .filter((column) => !LEFT_OUT.has(column.field))
    .map((column) => ({
      field: column.field,
      label: column.label === '' ? fieldName(language, column.field) : column.label,
      value: prepared.decisions.edited(place, column.field) ?? cellLine(source.cells[column.column]),
    }))
}

/** Why a row stays out or is not taken: its first reason, with where to look. */
export function reasonOf(language: Language, findings: readonly Finding[], outcome: RowPlan['outcome']): string {
  const telling = findings.filter((finding) => (outcome === 'rejected' ? rejects(finding) : finding.cause === 'twice-same' || finding.cause === 'twice-differs'))
  if (telling.length === 0) return outcome === 'skipped' ? say(language, 'imports.skippedByHand') : ''
  return telling.map((finding) => motive(language, finding)).join(' ')
}

function motive(language: Language, finding: Finding): string {
  const { other, person } = finding
  const elsewhere = other !== undefined ? say(language, 'imports.otherRow', other) : person !== undefined ? say(language, 'imports.otherPerson', { name: person.name, document: person.document ?? '' }) : ''
  return say(language, 'imports.motive', { title: causeTitle(language, finding.cause), before: finding.person === undefined ? finding.before : worded(language, finding.field, finding.before), detail: detailOf(language, finding), other: elsewhere })
}

function outcomeRow(language: Language, row: RowPlan): RowOutcome {
  return { sheet: row.entry.sheet, row: row.entry.row, name: row.entry.name, outcome: row.outcome, personId: row.known?.id ?? null, reason: reasonOf(language, row.findings, row.outcome) }
}

function sampleRow({ entry, outcome }: RowPlan): Review['sample'][number] {
  return { sheet: entry.sheet, row: entry.row, name: entry.name, document: entry.person?.documentNumber ?? '', organisation: entry.post?.organisationName ?? '', post: entry.post?.title ?? '', outcome }
}

function organisationsSeen(prepared: Prepared, plan: Plan): Review['organisations'] {
  const people = new Map<string, number>()
  for (const row of plan.rows) {
    const key = row.outcome === 'created' || row.outcome === 'updated' ? (row.post?.organisationKey ?? null) : null
    if (key !== null) people.set(key, (people.get(key) ?? 0) + 1)
  }
  return prepared.organisations
    .all()
    .flatMap((one) => (people.has(one.key) ? [{ name: one.name, kind: one.kind, isNew: one.id === null, people: people.get(one.key) ?? 0 }] : []))
    .sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1))
}

function groupsUsed(prepared: Prepared, plan: Plan): Review['groups'] {
  const people = new Map<string, number>()
  for (const row of plan.rows) {
    if (!row.enrol || row.entry.group === null) continue
    people.set(folded(row.entry.group), (people.get(folded(row.entry.group)) ?? 0) + 1)
  }
  return [...prepared.groups].flatMap(([key, group]) => (group === null ? [] : [{ key: group.key, name: group.name, cohortId: group.cohortId, people: people.get(key) ?? 0 }]))
}

function columnsLeft(language: Language, prepared: Prepared): Review['columnsLeft'] {
  return prepared.lists.flatMap((list) =>
    list.columns.flatMap((column) => {
      const reason = leftOutReason(language, column.field)
      if (reason === null || column.filled === 0) return []
      const why = column.field === 'ignore' && column.reason === 'repeated' ? columnReason(language, 'repeated', column.label) : reason
      return [{ sheet: list.sheet.name, label: column.label === '' ? columnLetters(column.column + 1) : column.label, field: column.field, reason: why }]
    }),
  )
}

