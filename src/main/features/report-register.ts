import { say } from '../../shared/messages/messages.ts'
import type { Language } from '../../shared/messages/messages.ts'
import type { Reader } from '../db/doors.ts'
import type { ReportData, ReportHeader } from '../documents/report-model.ts'
import type { RegisterFilter } from './certificate-register.ts'
import { filteredCertificates } from './certificate-register.ts'
import { breakdowns, sectorSeen } from './report-totals.ts'

export interface RegisterAsked {
  readonly language: Language
  readonly header: ReportHeader
  readonly filter: RegisterFilter
  readonly regionOf: (district: string) => string | null
}

/** The certificate register as a book: in the order of the numbers, annulled ones in their place. */
export async function registerReport(db: Reader, asked: RegisterAsked): Promise<ReportData> {
  const { language, header, filter } = asked
  const rows = await filteredCertificates(db, filter)
    .innerJoin('cohorts', 'cohorts.id', 'certificates.cohortId')
    .innerJoin('editions', 'editions.id', 'cohorts.editionId')
    .innerJoin('people', 'people.id', 'certificates.personId')
    .innerJoin('enrolments', 'enrolments.id', 'certificates.enrolmentId')
    .leftJoin('posts', 'posts.id', 'enrolments.postId')
    .leftJoin('organisations', 'organisations.id', 'posts.organisationId')
    .select(['certificates.number', 'certificates.issuedOn', 'certificates.paperKind', 'certificates.role', 'certificates.personName', 'certificates.documentNumber', 'certificates.title', 'certificates.code', 'certificates.personId'])
    .select(['cohorts.name as cohortName', 'cohorts.districtCode as cohortDistrict', 'editions.hours', 'people.sex', 'people.districtCode', 'posts.sector'])
    .select(['organisations.name as organisationName', 'organisations.kind as organisationKind', 'organisations.districtCode as organisationDistrict'])
    .orderBy('certificates.year', 'desc')
    .orderBy('certificates.seriesId')
    .orderBy('certificates.correlative')
    .execute()
  const label = (key: 'order' | 'number' | 'issuedOn' | 'paperKind' | 'person' | 'document' | 'organisation' | 'role' | 'title' | 'cohort' | 'hours' | 'code'): string => say(language, `lists.${key}`)
  return {
    language,
    title: say(language, 'lists.register'),
    ...(filter.year === undefined ? {} : { subtitle: String(filter.year) }),
    header,
    facts: [{ label: say(language, 'lists.factPapers'), value: String(rows.length) }],
    columnsThatStay: 2,
    columns: [
      { label: label('order'), kind: 'integer' },
      { label: label('number'), kind: 'text' },
      { label: label('issuedOn'), kind: 'date' },
      { label: label('paperKind'), kind: 'text' },
      { label: label('person'), kind: 'text' },
      { label: label('document'), kind: 'document' },
      { label: label('organisation'), kind: 'text' },
      { label: label('role'), kind: 'text' },
      { label: label('title'), kind: 'text' },
      { label: label('cohort'), kind: 'text' },
      { label: label('hours'), kind: 'decimal' },
      { label: label('code'), kind: 'document' },
    ],
    rows: rows.map((row, index) => [
      index + 1,
      row.number,
      row.issuedOn,
      say(language, 'paper.heading', { kind: row.paperKind }),
      row.personName,
      row.documentNumber,
      row.organisationName,
      say(language, 'lists.roleName', { role: row.role }),
      row.title,
      row.cohortName,
      row.hours,
      `${row.code.slice(0, 5)}-${row.code.slice(5)}`,
    ]),
    totals: breakdowns(
      rows.map((row) => ({ personId: row.personId, sex: row.sex, sector: sectorSeen(row), district: row.organisationDistrict ?? row.districtCode ?? row.cohortDistrict, cohortName: row.cohortName })),
      { language, byCohort: true, regionOf: asked.regionOf },
    ),
  }
}
