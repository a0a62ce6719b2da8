import type { FrozenActa } from '../../../shared/contract/actas.ts'
import { frozenActa } from '../../../shared/contract/actas.ts'
import { dateRange, longDate } from '../../../shared/domain/dates.ts'
import { outcomeOf } from '../../../shared/domain/eligibility.ts'
import { shownMark } from '../../../shared/domain/marks.ts'
import { hoursShown } from '../../../shared/domain/training-hours.ts'
import type { PaperKind } from '../../../shared/domain/training.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Result } from '../results/gather.ts'
import type { Gathered } from './gather.ts'
import { paperLanguage as language } from './gather.ts'

type Line = FrozenActa['lines'][number]
type Fact = FrozenActa['facts'][number]

/** Every word of the record, from what is known now. From here on it never changes. Pure. */
export function composeActa(gathered: Gathered, { number, closedAt }: { readonly number: string; readonly closedAt: string }): FrozenActa {
  const { entity, edition, fields, inForce } = gathered
  const lines = gathered.results.map((result) => lineOf(gathered, result))
  const replaces = inForce === null ? null : { number: inForce.number, reason: fields.replaceReason ?? '–' }
  return frozenActa.parse({
    format: 1,
    language,
    number,
    heading: say(language, 'actas.heading'),
    entityName: entity.name ?? say(language, 'certificates.entityUnnamed'),
    entityUnit: entity.unit,
    yearName: gathered.yearName,
    logos: gathered.logos,
    facts: factsOf(gathered),
    rules: rulesOf(gathered),
    lines,
    totals: totalsOf(lines),
    observations: fields.observations,
    replaces,
    closingLine: closingOf(gathered, closedAt, lines.length),
    signers: fields.signers,
    closedAt,
    minutesPerHour: edition.minutesPerHour,
    words: {
      columns: [
        say(language, 'actas.columnNumber'),
        say(language, 'actas.columnName'),
        say(language, 'actas.columnDocument'),
        say(language, 'actas.columnHours'),
        say(language, 'actas.columnShare'),
        say(language, 'actas.columnMark'),
        say(language, 'actas.columnResult'),
        say(language, 'actas.columnObservation'),
      ],
      rules: say(language, 'actas.rules'),
      nothing: say(language, 'actas.nothing'),
      observations: say(language, 'actas.observations'),
      replaces: replaces === null ? null : say(language, 'actas.replaces', replaces),
      digest: say(language, 'actas.digest'),
      page: say(language, 'actas.page'),
    },
  })
}

/** The papers that a result releases, the most fitting first. */
export function papersOf(result: Result): PaperKind[] {
  return result.papers.filter((paper) => paper.verdict === 'earned').map((paper) => paper.paperKind)
}

/** What the certificates' gate says of a line: "No cumplió. Asistió 18 de 24 h…". */
export function reasonOf(line: Pick<Line, 'outcome' | 'observation'>): string {
  return clipped(say(language, 'actas.refusedBecause', { outcome: line.outcome, why: line.observation ?? '' }), 600)
}

function lineOf({ organisations }: Gathered, result: Result): Line {
  const outcome = say(language, 'actas.outcome', { outcome: outcomeOf(result) })
  const observation = [whyNot(result), ...exceptionsOf(result)].filter((part) => part !== '').join('. ')
  return {
    enrolmentId: result.enrolmentId,
    personId: result.personId,
    personName: clipped(result.name, 250),
    documentNumber: result.documentNumber,
    organisationName: organisations.get(result.enrolmentId) ?? null,
    plannedMinutes: result.plannedMinutes,
    attendedMinutes: result.attendedMinutes,
    share: result.share,
    mark: result.mark,
    papers: papersOf(result),
    isWithdrawn: result.isWithdrawn,
    outcome,
    observation: observation === '' ? null : clipped(observation, 1200),
  }
}

/** Which rules were not met: of the least paper, for who earned none; for who earned a lesser one, of the better. */
function whyNot(result: Result): string {
  if (result.isWithdrawn) return ''
  const best = result.papers.findIndex((paper) => paper.verdict === 'earned')
  const earnedNone = best === -1
  // Of a lesser paper than hers nothing is said: an exception may have been granted for the better one alone.
  const asked = (earnedNone ? result.papers.slice(-1) : result.papers.slice(0, best)).filter((paper) => paper.verdict === 'notEarned')
  const reasons = [...new Set(asked.flatMap((paper) => paper.reasons.filter((reason) => reason.verdict === 'notEarned' && !reason.excepted).map((reason) => reason.sentence)))]
  if (reasons.length === 0) return ''
  return earnedNone ? reasons.map(continued).join('; ').replace(/^./u, (letter) => letter.toUpperCase()) : say(language, 'actas.withoutCertificado', { why: reasons.map(continued).join('; ') })
}

/** As it stands after a colon or a semicolon. */
const continued = (sentence: string): string => sentence.replace(/^./u, (letter) => letter.toLowerCase())

function exceptionsOf(result: Result): string[] {
  const said = result.exceptions.map((one) => say(language, 'actas.exception', { rule: one.rule, reason: one.reason, by: one.grantedBy, document: one.document }))
  return [...new Set(said)]
}

/** What the record says of its course, from what is known now. */
export function factsOf({ programme, edition, cohort, partners, sessions, fields }: Pick<Gathered, 'programme' | 'edition' | 'cohort' | 'partners' | 'sessions'> & { readonly fields: Pick<Gathered['fields'], 'drawnUpOn'> }): Fact[] {
  const startsOn = cohort.startsOn ?? edition.startsOn
  const endsOn = cohort.endsOn ?? edition.endsOn ?? startsOn
  const planned = sessions.reduce((sum, session) => sum + session.plannedMinutes, 0)
  const hours = edition.hours === null ? null : say(language, 'paper.hours', { n: String(edition.hours), one: edition.hours === 1, minutes: edition.minutesPerHour })
  const all: (readonly [string, string | null])[] = [
    [say(language, 'actas.factProgramme'), programme.name],
    [say(language, 'actas.factEdition'), edition.name],
    [say(language, 'actas.factAction'), edition.title],
    [say(language, 'actas.factGroup'), cohort.name],
    [say(language, 'actas.factDates'), startsOn === null ? null : dateRange(startsOn, endsOn ?? startsOn, language)],
    [say(language, 'actas.factHours'), hours],
    [say(language, 'actas.factModality'), say(language, 'actas.modality', { modality: cohort.modality ?? edition.modality })],
    [say(language, 'actas.factPlace'), placeOf(cohort, edition)],
    [say(language, 'actas.factSessions'), sessions.length === 0 ? null : say(language, 'actas.sessions', { n: sessions.length, hours: hoursShown(planned, edition.minutesPerHour) })],
    [say(language, 'actas.factPartners'), partners.length === 0 ? null : partners.join(', ')],
    [say(language, 'actas.factLegalBasis'), edition.legalBasis],
    [say(language, 'actas.factDay'), longDate(fields.drawnUpOn, language)],
  ]
  return all.flatMap(([label, value]) => (value === null || value.trim() === '' ? [] : [{ label, value: clipped(value, 600) }]))
}

/** Where it was held, unless the group is called so. */
function placeOf(cohort: Gathered['cohort'], edition: Gathered['edition']): string | null {
  return cohort.site === cohort.name ? edition.place : (cohort.site ?? edition.place)
}

/** The rules of the course as sentences: what each paper asks, and what the final mark is made of. */
function rulesOf({ rules, requirements, items, settings }: Pick<Gathered, 'rules' | 'requirements' | 'items' | 'settings'>): string[] {
  const papers = rules.map((rule) => {
    const asked = rule.requirementIds.flatMap((id) => requirements.filter((one) => one.id === id)).map(({ name }) => say(language, 'actas.asksRequirement', { name }))
    const asks = [
      rule.leastShare === null ? null : say(language, 'actas.asksShare', { share: shownMark(rule.leastShare) }),
      rule.needsRequired === 1 ? say(language, 'actas.asksRequired') : null,
      rule.leastMark === null ? null : say(language, 'actas.asksMark', { mark: shownMark(rule.leastMark) }),
      ...asked,
    ].filter((ask) => ask !== null)
    return say(language, 'actas.ruleOfPaper', { kind: rule.paperKind, asks: asks.length === 0 ? say(language, 'actas.asksNothing') : asks.join('; ') })
  })
  const weighted = items.filter((item) => item.weight > 0)
  const weights = weighted.reduce((sum, item) => sum + item.weight, 0)
  const named = weighted.map((item) => say(language, 'actas.weightedItem', { name: item.name, percent: shownMark((item.weight / weights) * 100) })).join(', ')
  const ofMarks = weighted.length === 0 ? [] : [say(language, 'actas.ruleOfMarks', { items: named, rounding: settings.markRounding })]
  return [...papers, ...ofMarks].map((sentence) => clipped(sentence, 400))
}

function totalsOf(lines: readonly Line[]): FrozenActa['totals'] {
  const count = (kind: PaperKind): number => lines.filter((line) => line.papers[0] === kind).length
  const [certificado, constancia] = [count('certificado'), count('constancia')]
  const withdrawn = lines.filter((line) => line.isWithdrawn).length
  const none = lines.length - certificado - constancia - withdrawn
  return [
    { label: say(language, 'actas.totalPeople', { n: lines.length }), value: lines.length },
    { label: say(language, 'actas.totalCertificado', { n: certificado }), value: certificado },
    { label: say(language, 'actas.totalConstancia', { n: constancia }), value: constancia },
    { label: say(language, 'actas.totalNone', { n: none }), value: none },
    { label: say(language, 'actas.totalWithdrawn', { n: withdrawn }), value: withdrawn },
  ]
}

/** The hour is said where the record is closed on its own day: otherwise it would be the hour of another. */
function closingOf({ fields }: Gathered, closedAt: string, people: number): string {
  const lima = inLima(closedAt)
  return say(language, 'actas.closing', { place: fields.place, time: lima.day === fields.drawnUpOn ? lima.time : null, day: longDate(fields.drawnUpOn, language), n: people })
}

/** Peru keeps UTC−5 the whole year. */
function inLima(moment: string): { readonly day: string; readonly time: string } {
  const local = new Date(Date.parse(moment) - 5 * 3_600_000).toISOString()
  return { day: local.slice(0, 10), time: local.slice(11, 16) }
}

function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}
