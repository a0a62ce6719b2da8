import { ageOn, longDate } from '../../../shared/domain/dates.ts'
import { displayName, surnamesOf, titleCase, upperCase } from '../../../shared/domain/names.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import type { Fact, ReportData, ReportHeader } from '../../documents/report-model.ts'
import { certificateNumbersOf } from '../enrolments.ts'
import type { ListColumn } from './columns.ts'
import { listed } from './columns.ts'
import { breakdowns, sectorSeen } from './totals.ts'

export interface ParticipantsAsked {
  readonly language: Language
  readonly header: ReportHeader
  readonly programme: { readonly name: string }
  readonly edition: Omit<EntityTables['editions'], 'removedAt'>
  readonly cohort: { readonly id: string; readonly name: string; readonly startsOn: string | null; readonly endsOn: string | null; readonly site: string | null } | null
  readonly regionOf: (district: string) => string | null
  readonly format: 'xlsx' | 'pdf'
  /** Ages are told on this day. */
  readonly day: string
}

/** The list of participants: one row an enrolment, in Peru's alphabetical order, with totals of persons. */
export async function participantsReport(db: Reader, asked: ParticipantsAsked): Promise<ReportData> {
  const { language, cohort, edition, format } = asked
  const people = await enrolled(db, edition.id, cohort?.id)
  const { columns, rows, facts } = listed(people, columnsOf(asked), format)
  return {
    language,
    title: say(language, 'lists.participants'),
    subtitle: [asked.programme.name, edition.name, cohort?.name].filter((part) => part !== undefined).join(' · '),
    header: asked.header,
    facts: [...factsOf(asked, people.length), ...facts],
    columnsThatStay: 3,
    columns,
    rows,
    totals: breakdowns(people, { language, byCohort: cohort === null, regionOf: asked.regionOf }),
  }
}

type Seen = Awaited<ReturnType<typeof enrolled>>[number]

function columnsOf({ language, cohort, day, format }: ParticipantsAsked): ListColumn<Seen>[] {
  const label = (key: ColumnKey): string => say(language, `lists.${key}`)
  const names: ListColumn<Seen>[] =
    format === 'pdf'
      ? [{ label: label('person'), kind: 'text', of: displayName }]
      : [
          { label: label('surnames'), kind: 'text', of: (one) => upperCase(surnamesOf(one)) },
          { label: label('givenNames'), kind: 'text', of: (one) => titleCase(one.givenNames) },
        ]
  return [
    { label: label('order'), kind: 'integer', of: (_, index) => index + 1 },
    { label: label('documentType'), kind: 'text', foldable: true, of: (one) => say(language, 'certificates.documentShort', { type: one.documentType }) },
    { label: label('document'), kind: 'document', of: (one) => one.documentNumber },
    ...names,
    { label: label('sex'), kind: 'text', of: (one) => one.sex },
    { label: label('birthDate'), kind: 'date', sheetOnly: true, of: (one) => one.birthDate },
    { label: label('age'), kind: 'integer', of: (one) => (one.birthDate === null ? null : ageOn(one.birthDate, day)) },
    { label: label('organisation'), kind: 'text', of: (one) => one.organisationName },
    { label: label('kind'), kind: 'text', sheetOnly: true, of: (one) => (one.sector === null ? null : say(language, 'lists.sectorName', { sector: one.sector })) },
    { label: label('post'), kind: 'text', of: (one) => one.postTitle },
    ...(cohort === null ? [{ label: label('cohort'), kind: 'text' as const, of: (one: Seen) => one.cohortName }] : []),
    { label: label('role'), kind: 'text', foldable: true, of: (one) => say(language, 'lists.roleName', { role: one.role }) },
    { label: label('state'), kind: 'text', foldable: true, of: (one) => say(language, 'lists.stateName', { state: one.state }) },
    { label: label('email'), kind: 'text', sheetOnly: true, of: (one) => one.email },
    { label: label('phone'), kind: 'document', sheetOnly: true, of: (one) => one.phone },
    { label: label('certificate'), kind: 'text', width: 20, of: (one) => one.numbers.join(', ') },
  ]
}

type ColumnKey =
  | 'order' | 'documentType' | 'document' | 'person' | 'surnames' | 'givenNames' | 'sex' | 'birthDate' | 'age'
  | 'organisation' | 'kind' | 'post' | 'cohort' | 'role' | 'state' | 'email' | 'phone' | 'certificate'

function factsOf({ language, edition, cohort }: ParticipantsAsked, count: number): Fact[] {
  const from = cohort?.startsOn ?? edition.startsOn
  const to = cohort?.endsOn ?? edition.endsOn
  const place = cohort?.site ?? edition.place
  const fact = (key: 'factDates' | 'factHours' | 'factPlace' | 'factCount', value: string | null): Fact[] => (value === null ? [] : [{ label: say(language, `lists.${key}`), value }])
  return [
    ...fact('factDates', from === null ? null : [from, to].filter((day) => day !== null).map((day) => longDate(day, language)).join(' – ')),
    ...fact('factHours', edition.hours === null ? null : say(language, 'paper.hours', { n: String(edition.hours), one: edition.hours === 1, minutes: edition.minutesPerHour })),
    ...fact('factPlace', place),
    ...fact('factCount', String(count)),
  ]
}

/** Everyone enrolled, with the post held then and the numbers of her papers. */
async function enrolled(db: Reader, editionId: string, cohortId: string | undefined) {
  let ask = db
    .selectFrom('enrolments')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .leftJoin('posts', 'posts.id', 'enrolments.postId')
    .leftJoin('organisations', 'organisations.id', 'posts.organisationId')
    .select(['enrolments.id', 'enrolments.personId', 'enrolments.role', 'enrolments.state', 'cohorts.name as cohortName', 'cohorts.districtCode as cohortDistrict'])
    .select(['people.documentType', 'people.documentNumber', 'people.firstSurname', 'people.secondSurname', 'people.givenNames', 'people.sex', 'people.birthDate', 'people.email', 'people.phone', 'people.districtCode'])
    .select(['organisations.name as organisationName', 'organisations.kind as organisationKind', 'organisations.districtCode as organisationDistrict', 'posts.title as postTitle', 'posts.sector'])
    .where('enrolments.removedAt', 'is', null)
    .where('cohorts.removedAt', 'is', null)
    .where('cohorts.editionId', '=', editionId)
    .orderBy('people.sortKey')
    .orderBy('enrolments.id')
  if (cohortId !== undefined) ask = ask.where('cohorts.id', '=', cohortId)
  const rows = await ask.execute()
  const numbers = await certificateNumbersOf(db, rows.map((row) => row.id))
  return rows.map((row) => ({
    ...row,
    sector: sectorSeen(row),
    /** Where the person works; else where she lives; else where the group met. */
    district: row.organisationDistrict ?? row.districtCode ?? row.cohortDistrict,
    numbers: numbers.get(row.id) ?? [],
  }))
}
