import { groupedCode } from '../../../shared/domain/numbering.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { Reader } from '../../db/doors.ts'
import type { ReportData, ReportHeader } from '../../documents/report-model.ts'
import type { RegisterFilter } from '../certificates/register.ts'
import { filteredCertificates } from '../certificates/register.ts'
import { stateOfRow } from '../certificates/state.ts'
import type { ListColumn } from './columns.ts'
import { listed } from './columns.ts'
import { breakdowns, sectorSeen } from './totals.ts'

export interface RegisterAsked {
  readonly language: Language
  readonly header: ReportHeader
  readonly filter: RegisterFilter
  readonly format: 'xlsx' | 'pdf'
  readonly regionOf: (district: string) => string | null
}

/** The certificate register as a book: in the order of the numbers. */
export async function registerReport(db: Reader, asked: RegisterAsked): Promise<ReportData> {
  const { language, header, filter, format } = asked
  const papers = await papersOf(db, filter)
  const { columns, rows, facts } = listed(papers, columnsOf(language, format), format)
  const valid = papers.filter((one) => one.state === 'valid')
  return {
    language,
    title: say(language, 'lists.register'),
    ...(filter.year === undefined ? {} : { subtitle: String(filter.year) }),
    header,
    facts: [{ label: say(language, 'lists.factPapers'), value: String(papers.length) }, ...(valid.length === papers.length ? [] : [{ label: say(language, 'lists.factNotValid'), value: String(papers.length - valid.length) }]), ...facts],
    columnsThatStay: 2,
    columns,
    rows,
    totals: breakdowns(
      valid.map((one) => ({ personId: one.personId, sex: one.sex, sector: sectorSeen(one), district: one.organisationDistrict ?? one.districtCode ?? one.cohortDistrict, cohortName: one.cohortName })),
      { language, byCohort: true, regionOf: asked.regionOf },
    ),
  }
}

type Seen = Awaited<ReturnType<typeof papersOf>>[number]

function columnsOf(language: Language, format: 'xlsx' | 'pdf'): ListColumn<Seen>[] {
  const label = (key: 'order' | 'number' | 'issuedOn' | 'paperKind' | 'nameOnPaper' | 'document' | 'organisation' | 'role' | 'title' | 'cohort' | 'hours' | 'version' | 'paperState' | 'code'): string => say(language, `lists.${key}`)
  return [
    { label: label('order'), kind: 'integer', of: (_, index) => index + 1 },
    { label: label('number'), kind: 'text', width: 20, of: (one) => one.number },
    { label: label('issuedOn'), kind: 'date', of: (one) => one.issuedOn },
    { label: label('paperKind'), kind: 'text', foldable: true, of: (one) => say(language, 'paper.heading', { kind: one.paperKind }) },
    { label: label('nameOnPaper'), kind: 'text', of: (one) => one.personName },
    { label: label('document'), kind: 'document', of: (one) => one.documentNumber },
    { label: label('organisation'), kind: 'text', of: (one) => one.organisationName },
    { label: label('role'), kind: 'text', foldable: true, of: (one) => say(language, 'lists.roleName', { role: one.role }) },
    { label: label('title'), kind: 'text', foldable: true, of: (one) => one.title },
    { label: label('cohort'), kind: 'text', foldable: true, of: (one) => one.cohortName },
    { label: label('hours'), kind: 'decimal', foldable: true, of: (one) => one.hours },
    // On paper a first version says nothing of itself.
    { label: label('version'), kind: 'integer', foldable: true, of: (one) => (format === 'pdf' && one.version === 1 ? null : one.version) },
    { label: label('paperState'), kind: 'text', foldable: true, of: (one) => say(language, 'certificates.stateName', { state: one.state }) },
    { label: label('code'), kind: 'document', width: 13, of: (one) => groupedCode(one.code) },
  ]
}

function papersOf(db: Reader, filter: RegisterFilter) {
  return filteredCertificates(db, filter)
    .innerJoin('cohorts', 'cohorts.id', 'certificates.cohortId')
    .innerJoin('editions', 'editions.id', 'cohorts.editionId')
    .innerJoin('people', 'people.id', 'certificates.personId')
    .innerJoin('enrolments', 'enrolments.id', 'certificates.enrolmentId')
    .leftJoin('posts', 'posts.id', 'enrolments.postId')
    .leftJoin('organisations', 'organisations.id', 'posts.organisationId')
    .select(['certificates.number', 'certificates.issuedOn', 'certificates.paperKind', 'certificates.role', 'certificates.personName', 'certificates.documentNumber', 'certificates.title', 'certificates.code', 'certificates.personId', 'certificates.version', stateOfRow().as('state')])
    .select(['cohorts.name as cohortName', 'cohorts.districtCode as cohortDistrict', 'editions.hours', 'people.sex', 'people.districtCode', 'posts.sector'])
    .select(['organisations.name as organisationName', 'organisations.kind as organisationKind', 'organisations.districtCode as organisationDistrict'])
    .orderBy('certificates.year', 'desc')
    .orderBy('certificates.seriesId')
    .orderBy('certificates.correlative')
    .orderBy('certificates.version')
    .execute()
}
