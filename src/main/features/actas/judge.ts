import type { FrozenActa } from '../../../shared/contract/actas.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { outcomeOf } from '../../../shared/domain/eligibility.ts'
import { shownMark } from '../../../shared/domain/marks.ts'
import { groupedCode } from '../../../shared/domain/numbering.ts'
import { isHeldOn } from '../../../shared/domain/posts.ts'
import { hoursShown } from '../../../shared/domain/training-hours.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import { signs } from '../entity/records.ts'
import type { Result } from '../results/gather.ts'
import type { Gathered } from './gather.ts'
import { paperLanguage } from './gather.ts'

type Line = FrozenActa['lines'][number]

/** As many names as a sentence can carry. */
const namedAtMost = 12

/** What stands in the place of the number where none is left to this computer. */
export const noNumber = '–'

/** Why the record cannot be closed yet, as sentences; none: it can. Pure. */
export function blockersOf(gathered: Gathered, next: FrozenActa, { language, today }: { readonly language: Language; readonly today: string }): string[] {
  const { settings, rules, told, fields, inForce, lastHeld, series } = gathered
  const day = formatDate(fields.drawnUpOn)
  if (settings.withoutActa) return [say(language, 'actas.withoutActa')]
  const undecided = told.filter((result) => outcomeOf(result) === 'undecided')
  return [
    rules.length === 0 ? say(language, 'actas.noRules') : null,
    told.length === 0 ? say(language, 'actas.nobody') : null,
    undecided.length === 0 ? null : undecidedSentence(undecided, language),
    fields.drawnUpOn > today ? say(language, 'actas.inFuture', { day }) : null,
    lastHeld !== null && fields.drawnUpOn < lastHeld ? say(language, 'actas.beforeHeld', { day, held: formatDate(lastHeld) }) : null,
    inForce !== null && fields.drawnUpOn < inForce.drawnUpOn ? say(language, 'actas.beforeReplaced', { day, number: inForce.number, replaced: formatDate(inForce.drawnUpOn) }) : null,
    inForce !== null && isSame(next, inForce.frozen) ? say(language, 'actas.sameAsBefore', { number: inForce.number }) : null,
    inForce !== null && fields.replaceReason === null ? say(language, 'actas.needsReason', { number: inForce.number }) : null,
    next.number === noNumber ? say(language, 'numbering.noneLeft', { series: series.name, year: fields.drawnUpOn.slice(0, 4), owner: groupedCode(series.owner ?? '') }) : null,
    ...fields.signers.filter((signer) => isOutOfMandate(signer, gathered)).map(({ name }) => say(language, 'actas.signerOutOfMandate', { name, day })),
  ].filter((sentence) => sentence !== null)
}

/** A signatory of the office signs within her mandate; who is none of them is the office's own word. */
function isOutOfMandate(signer: { readonly name: string; readonly post: string }, { signatories, fields }: Gathered): boolean {
  const known = signatories.filter((one) => one.name === signer.name && one.post === signer.post)
  return known.length > 0 && !known.some((one) => isHeldOn(one, fields.drawnUpOn) && signs(one, 'acta'))
}

function undecidedSentence(undecided: readonly Result[], language: Language): string {
  const list = undecided.slice(0, namedAtMost).map((result) => {
    const open = result.papers.filter((paper) => paper.verdict === 'undecided').flatMap((paper) => paper.reasons.filter((reason) => reason.verdict === 'undecided' && !reason.excepted))
    const why = [...new Set(open.map((reason) => reason.sentence))].join('; ')
    return say(language, 'actas.undecidedOne', { name: result.name, why })
  })
  return say(language, 'actas.undecided', { n: undecided.length, list: list.join(' · '), more: undecided.length - list.length })
}

/** What gathering found beside the results that is worth a look before closing. */
export interface Found {
  readonly pagesMissing: readonly { readonly day: string; readonly pages: readonly number[] }[]
  readonly walkIns: number
  /** People in two sessions at once, as sentences. */
  readonly clashes: readonly string[]
  /** Papers already given, by enrolment. */
  readonly papers: ReadonlyMap<string, readonly { readonly paperKind: string; readonly number: string }[]>
}

/** What should be looked at before, as sentences. Pure. */
export function warningsOf(gathered: Gathered, next: FrozenActa, found: Found, language: Language): string[] {
  const { entity, yearName, fields, sessions, lastHeld } = gathered
  const pages = found.pagesMissing.reduce((sum, sheet) => sum + sheet.pages.length, 0)
  const days = [...new Set(found.pagesMissing.map((sheet) => formatDate(sheet.day)))].join(', ')
  const last = sessions.at(-1)?.day ?? ''
  const withoutDocument = next.lines.filter((line) => line.documentNumber === null && !line.isWithdrawn).length
  const held = next.lines.flatMap((line) => (found.papers.get(line.enrolmentId) ?? []).filter((paper) => !line.papers.some((kind) => kind === paper.paperKind)).map((paper) => ({ name: line.personName, number: paper.number })))
  return [
    entity.name === null ? say(language, 'actas.noEntity') : null,
    yearName === null ? say(language, 'actas.noYearName', { year: fields.drawnUpOn.slice(0, 4) }) : null,
    fields.signers.length === 0 ? say(language, 'actas.noSigner') : null,
    last > fields.drawnUpOn && last > (lastHeld ?? '') ? say(language, 'actas.beforeLastSession', { day: formatDate(fields.drawnUpOn), last: formatDate(last) }) : null,
    pages > 0 ? say(language, 'actas.pagesMissing', { n: pages, days }) : null,
    found.walkIns > 0 ? say(language, 'actas.walkIns', { n: found.walkIns }) : null,
    ...found.clashes.slice(0, namedAtMost),
    found.clashes.length > namedAtMost ? say(language, 'actas.moreClashes', { n: found.clashes.length - namedAtMost }) : null,
    withoutDocument > 0 ? say(language, 'actas.withoutDocument', { n: withoutDocument }) : null,
    ...held.map((one) => say(language, 'actas.holdsPaper', one)),
  ].filter((sentence) => sentence !== null)
}

/** Against the record in force: who enters, who leaves, whose result changes, and whether anything else does. Pure. */
export function differencesOf(next: FrozenActa, inForce: FrozenActa, language: Language): string[] {
  const before = new Map(inForce.lines.map((line) => [line.enrolmentId, line]))
  const now = new Set(next.lines.map((line) => line.enrolmentId))
  const people = next.lines.flatMap((line) => {
    const old = before.get(line.enrolmentId)
    if (old === undefined) return [say(language, 'actas.enters', { name: line.personName, outcome: line.outcome })]
    const what = changesOf(old, line, next.minutesPerHour, language)
    return what.length === 0 ? [] : [say(language, 'actas.changes', { name: line.personName, what: what.join('; ') })]
  })
  const gone = inForce.lines.filter((line) => !now.has(line.enrolmentId)).map((line) => say(language, 'actas.leaves', { name: line.personName }))
  const rules = same(next.rules, inForce.rules) ? [] : [say(language, 'actas.rulesChange')]
  const rest = same(restOf(next), restOf(inForce)) ? [] : [say(language, 'actas.restChanges')]
  return [...people, ...gone, ...rules, ...rest]
}

function changesOf(old: Line, line: Line, minutesPerHour: number, language: Language): string[] {
  const none = say(language, 'actas.none')
  const change = (what: string, before: string | null, after: string | null): string[] => (before === after ? [] : [say(language, 'actas.changeOf', { what, before: before ?? none, after: after ?? none })])
  const mark = (value: number | null): string | null => (value === null ? null : shownMark(value))
  const hours = (minutes: number): string => hoursShown(minutes, minutesPerHour)
  const told = [
    ...change(say(language, 'actas.whatName'), old.personName, line.personName),
    ...change(say(language, 'actas.whatDocument'), old.documentNumber, line.documentNumber),
    ...change(say(language, 'actas.whatOutcome'), old.outcome, line.outcome),
    ...change(say(language, 'actas.whatMark'), mark(old.mark), mark(line.mark)),
    ...change(say(language, 'actas.whatHours'), hours(old.attendedMinutes), hours(line.attendedMinutes)),
  ]
  // A remark mostly repeats in words what the figures say: it is told where it is all that changes.
  return told.length > 0 || same(old, line) ? told : [say(language, 'actas.whatObservation')]
}

/** Whether two records say the same: everything but their numbers, their days and why one replaces the other. */
function isSame(next: FrozenActa, inForce: FrozenActa): boolean {
  return same(next.lines, inForce.lines) && same(next.rules, inForce.rules) && same(restOf(next), restOf(inForce))
}

function restOf({ facts, observations, signers, entityName, entityUnit }: FrozenActa): unknown {
  const day = say(paperLanguage, 'actas.factDay')
  return { facts: facts.filter((fact) => fact.label !== day), observations, signers, entityName, entityUnit }
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
