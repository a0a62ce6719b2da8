import type { TrainingRecord } from '../../shared/contract/people.ts'
import { formatDate, longDate } from '../../shared/domain/dates.ts'
import { shownMark } from '../../shared/domain/marks.ts'
import { groupedNumber } from '../../shared/domain/numbers.ts'
import { hoursShown } from '../../shared/domain/training-hours.ts'
import type { Language } from '../../shared/messages/messages.ts'
import { say } from '../../shared/messages/messages.ts'
import type { FormalDocument } from './formal-model.ts'
import type { Column, ReportHeader, Row } from './report-model.ts'

type Line = TrainingRecord['lines'][number]

/** Hours of different courses are added in clock hours only. */
const clockHour = 60

/** A person's training on paper (historial de capacitación), as it stands on the header's day. */
export function trainingRecordPaper(record: TrainingRecord, { language, header, madeAt }: { readonly language: Language; readonly header: ReportHeader; readonly madeAt: string }): FormalDocument {
  const { totals } = record
  const title = say(language, 'trainingRecord.title')
  return {
    language,
    title,
    subtitle: record.name,
    header,
    facts: factsOf(record, language, header.generatedOn),
    notice: null,
    rules: null,
    columns: columnsOf(language),
    rows: record.lines.map((line) => rowOf(line, record, language)),
    quietRows: record.lines.flatMap((line, at) => (line.state === 'withdrawn' ? [at] : [])),
    nothing: say(language, 'trainingRecord.nothing'),
    totals: [
      { label: say(language, 'trainingRecord.courses', { n: totals.courses }), value: groupedNumber(totals.courses) },
      { label: say(language, 'trainingRecord.hours'), value: hoursShown(totals.attendedMinutes, clockHour) },
      { label: say(language, 'trainingRecord.asSpeaker'), value: groupedNumber(totals.asSpeaker) },
      { label: say(language, 'trainingRecord.papers'), value: groupedNumber(totals.certificates) },
    ],
    paragraphs: [{ heading: null, text: say(language, 'trainingRecord.closing', { entity: header.entityName, day: longDate(header.generatedOn, language) }) }],
    signers: [],
    foot: `${title} · ${formatDate(header.generatedOn)}`,
    page: say(language, 'actas.page'),
    watermark: null,
    madeAt,
  }
}

function factsOf({ documentType, documentNumber, postTitle, organisationName }: TrainingRecord, language: Language, day: string): FormalDocument['facts'] {
  const document = documentNumber === null ? null : `${say(language, 'certificates.documentShort', { type: documentType })} ${documentNumber}`.trim()
  const all = [
    [say(language, 'trainingRecord.document'), document],
    [say(language, 'trainingRecord.post'), postTitle],
    [say(language, 'trainingRecord.organisation'), organisationName],
    [say(language, 'trainingRecord.asOf'), longDate(day, language)],
  ] as const
  return all.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]))
}

function columnsOf(language: Language): Column[] {
  return [
    { label: say(language, 'trainingRecord.course'), kind: 'text' },
    { label: say(language, 'trainingRecord.role'), kind: 'text' },
    { label: say(language, 'trainingRecord.dates'), kind: 'text' },
    { label: say(language, 'trainingRecord.courseHours'), kind: 'decimal' },
    { label: say(language, 'trainingRecord.attendedHours'), kind: 'decimal' },
    { label: say(language, 'actas.columnMark'), kind: 'decimal' },
    { label: say(language, 'trainingRecord.documents'), kind: 'text' },
  ]
}

function rowOf(line: Line, record: TrainingRecord, language: Language): Row {
  const withdrawn = line.state === 'withdrawn' ? ` (${say(language, 'actas.outcome', { outcome: 'withdrawn' }).toLowerCase()})` : ''
  const minutes = line.hours === null || line.minutesPerHour === clockHour ? null : unbroken(say(language, 'trainingRecord.minutes', { minutes: line.minutesPerHour }))
  const place = [line.programmeName === line.title ? null : line.programmeName, line.editionName, line.cohortName, minutes].filter((part) => part !== null).join(' · ')
  const papers = [
    ...(line.acta === null ? [] : [say(language, 'trainingRecord.acta', { number: unbroken(line.acta.number) })]),
    ...line.certificates.map((one) => say(language, 'trainingRecord.paper', { kind: one.paperKind, number: unbroken(one.number), day: formatDate(one.issuedOn), version: one.version, state: one.state })),
  ]
  return [
    [line.title, place, heldThen(line, record)].filter((part) => part !== '').join('\n'),
    `${say(language, 'lists.roleName', { role: line.role })}${withdrawn}`,
    datesOf(line),
    line.hours === null ? '–' : shownMark(line.hours),
    line.attendedMinutes === null ? '–' : hoursShown(line.attendedMinutes, line.minutesPerHour),
    line.mark === null ? '–' : shownMark(line.mark),
    papers.join('\n'),
  ]
}

/** The post held then, where it is not the one that stands above. */
function heldThen({ postTitle, organisationName }: Line, now: TrainingRecord): string {
  if (postTitle === now.postTitle && organisationName === now.organisationName) return ''
  return [postTitle, organisationName].filter((part) => part !== null).join(', ')
}

function datesOf({ startsOn, endsOn }: Line): string {
  return [...new Set([formatDate(startsOn), formatDate(endsOn)])].filter((day) => day !== '').join(' – ')
}

/** What stays on one line: a number, a measure. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')
