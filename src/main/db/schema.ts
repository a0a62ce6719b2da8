import type { z } from 'zod'
import type { acta, actaDraft, actaLine } from '../../shared/contract/actas.ts'
import type { addendum, agreement, agreementEdition, agreementItem, agreementParty } from '../../shared/contract/agreements.ts'
import type { applicationCheck, applicationPlan } from '../../shared/contract/application.ts'
import type { asset } from '../../shared/contract/assets.ts'
import type { attachment } from '../../shared/contract/attachments.ts'
import type { attendanceRow, attendanceStatus, walkIn } from '../../shared/contract/attendance.ts'
import type { budgetLine, exchangeRate, expense } from '../../shared/contract/budget.ts'
import type { certificate, certificateLook, paper, paperPart } from '../../shared/contract/certificates.ts'
import type { commitment, commitmentActor, commitmentItem, commitmentLink, commitmentPlan, commitmentValue, replanning } from '../../shared/contract/commitments.ts'
import type { annulment, correction, correctionLine } from '../../shared/contract/corrections.ts'
import type { handover, handoverSheet, print, printRun, signing } from '../../shared/contract/delivery.ts'
import type { design, designVersion } from '../../shared/contract/designs.ts'
import type { enrolment } from '../../shared/contract/enrolments.ts'
import type { entityRow, signatory, yearName } from '../../shared/contract/entity.ts'
import type { funderReport, issuedReport, issuedReportPart } from '../../shared/contract/funder-reports.ts'
import type { changeEntry } from '../../shared/contract/history.ts'
import type { importLayout, importRecord, verdictRow } from '../../shared/contract/imports.ts'
import type { actual, frame, frameResult, frozenFigure, indicator, period, target } from '../../shared/contract/indicators.ts'
import type { consulting, followUp, initiative, initiativePerson, initiativeStep } from '../../shared/contract/initiatives.ts'
import type { contact, directoryConsent } from '../../shared/contract/network.ts'
import type { numberBlock, numberNote, series, seriesCounter } from '../../shared/contract/numbering.ts'
import type { organisation } from '../../shared/contract/organisations.ts'
import type { person, post } from '../../shared/contract/people.ts'
import type { cohort, edition, editionPartner, programme } from '../../shared/contract/programmes.ts'
import type { resultRegister, resultRow, resultRowLink } from '../../shared/contract/registers.ts'
import type { courseRule, courseSettings, exceptionRow, mark, markItem, requirement, requirementCheck } from '../../shared/contract/results.ts'
import type { sealKey, sealList, sealRoot } from '../../shared/contract/seal.ts'
import type { session, sessionSpeaker } from '../../shared/contract/sessions.ts'
import type { evidenceRow, sheet } from '../../shared/contract/sheets.ts'
import type { survey, surveyResponse } from '../../shared/contract/surveys.ts'
import type { personTraits, traitSettings } from '../../shared/contract/traits.ts'

/** Tables whose rows are records of the work: each change of a row has its entry in the change log. */
export interface EntityTables {
  actaDrafts: z.output<typeof actaDraft>
  actaLines: z.output<typeof actaLine>
  actas: z.output<typeof acta>
  actuals: z.output<typeof actual>
  agreementAddenda: z.output<typeof addendum>
  agreementEditions: z.output<typeof agreementEdition>
  agreementItems: z.output<typeof agreementItem>
  agreementParties: z.output<typeof agreementParty>
  agreements: z.output<typeof agreement>
  annulments: z.output<typeof annulment>
  applicationChecks: z.output<typeof applicationCheck>
  applicationPlans: z.output<typeof applicationPlan>
  assets: z.output<typeof asset>
  attachments: z.output<typeof attachment>
  attendances: z.output<typeof attendanceRow>
  attendanceStatuses: z.output<typeof attendanceStatus>
  budgetLines: z.output<typeof budgetLine>
  certificateLooks: z.output<typeof certificateLook>
  certificates: z.output<typeof certificate>
  cohorts: z.output<typeof cohort>
  commitmentActors: z.output<typeof commitmentActor>
  commitmentItems: z.output<typeof commitmentItem>
  commitmentLinks: z.output<typeof commitmentLink>
  commitmentPlans: z.output<typeof commitmentPlan>
  commitments: z.output<typeof commitment>
  commitmentValues: z.output<typeof commitmentValue>
  consultings: z.output<typeof consulting>
  contacts: z.output<typeof contact>
  correctionLines: z.output<typeof correctionLine>
  corrections: z.output<typeof correction>
  courseRules: z.output<typeof courseRule>
  courseSettings: z.output<typeof courseSettings>
  designs: z.output<typeof design>
  designVersions: z.output<typeof designVersion>
  directoryConsents: z.output<typeof directoryConsent>
  editionPartners: z.output<typeof editionPartner>
  editions: z.output<typeof edition>
  enrolments: z.output<typeof enrolment>
  entity: z.output<typeof entityRow>
  evidence: z.output<typeof evidenceRow>
  exceptions: z.output<typeof exceptionRow>
  exchangeRates: z.output<typeof exchangeRate>
  expenses: z.output<typeof expense>
  followUps: z.output<typeof followUp>
  frameResults: z.output<typeof frameResult>
  frames: z.output<typeof frame>
  frozenFigures: z.output<typeof frozenFigure>
  funderReports: z.output<typeof funderReport>
  handovers: z.output<typeof handover>
  handoverSheets: z.output<typeof handoverSheet>
  importLayouts: z.output<typeof importLayout>
  imports: z.output<typeof importRecord>
  indicators: z.output<typeof indicator>
  initiativePeople: z.output<typeof initiativePerson>
  initiatives: z.output<typeof initiative>
  initiativeSteps: z.output<typeof initiativeStep>
  issuedReportParts: z.output<typeof issuedReportPart>
  issuedReports: z.output<typeof issuedReport>
  markItems: z.output<typeof markItem>
  marks: z.output<typeof mark>
  numberBlocks: z.output<typeof numberBlock>
  numberNotes: z.output<typeof numberNote>
  organisations: z.output<typeof organisation>
  paperParts: z.output<typeof paperPart>
  papers: z.output<typeof paper>
  people: z.output<typeof person>
  periods: z.output<typeof period>
  personTraits: z.output<typeof personTraits>
  posts: z.output<typeof post>
  printRuns: z.output<typeof printRun>
  prints: z.output<typeof print>
  programmes: z.output<typeof programme>
  replannings: z.output<typeof replanning>
  requirementChecks: z.output<typeof requirementCheck>
  requirements: z.output<typeof requirement>
  resultRegisters: z.output<typeof resultRegister>
  resultRowLinks: z.output<typeof resultRowLink>
  resultRows: z.output<typeof resultRow>
  sealKeys: z.output<typeof sealKey>
  sealLists: z.output<typeof sealList>
  sealRoots: z.output<typeof sealRoot>
  series: z.output<typeof series>
  seriesCounters: z.output<typeof seriesCounter>
  sessions: z.output<typeof session>
  sessionSpeakers: z.output<typeof sessionSpeaker>
  sheets: z.output<typeof sheet>
  signatories: z.output<typeof signatory>
  signings: z.output<typeof signing>
  surveyResponses: z.output<typeof surveyResponse>
  surveys: z.output<typeof survey>
  targets: z.output<typeof target>
  traitSettings: z.output<typeof traitSettings>
  verdicts: z.output<typeof verdictRow>
  walkIns: z.output<typeof walkIn>
  yearNames: z.output<typeof yearName>
}

/** All tables. Column names equal the schemas' field names: there is no mapping layer. */
export interface Tables extends EntityTables {
  changes: z.output<typeof changeEntry>
  /** Facts about the file itself: format version, device. */
  meta: { key: string; value: string }
}

export type EntityTable = keyof EntityTables & string

/** Rows that are never taken back: a number that was given, or set aside for another computer, stays given. */
export const permanentTables: ReadonlySet<string> = new Set<EntityTable>(['actas', 'actaLines', 'annulments', 'certificateLooks', 'certificates', 'correctionLines', 'corrections', 'issuedReportParts', 'issuedReports', 'numberBlocks', 'paperParts', 'papers', 'sealKeys', 'sealLists', 'seriesCounters'])

/** Tables whose rows have no mark of removal. */
export const unremovableTables: ReadonlySet<string> = new Set<EntityTable>([
  'actas', 'actaLines', 'annulments', 'certificateLooks', 'certificates', 'correctionLines', 'corrections', 'designVersions', 'issuedReportParts', 'issuedReports', 'paperParts', 'papers', 'seriesCounters', 'entity',
])

/** Rows that are seen only through another: they go out of sight with it, and have no mark of removal of their own. By table, that of the other. */
export const partTables: ReadonlyMap<string, EntityTable> = new Map([['designVersions', 'designs']])

/** Keys for search, order and comparison: computed from the other fields, so the log does not repeat them. */
export const computedFields: ReadonlySet<string> = new Set(['searchKey', 'sortKey', 'nameKey'])

/** Long texts: the log keeps their SHA-256, the table keeps them. They never change after they are added, but for drafts, which no undo brings back. */
export const loggedByHash: Readonly<Partial<Record<string, readonly string[]>>> = {
  actas: ['frozen'], certificateLooks: ['words'], certificates: ['frozen'], designs: ['draft'], designVersions: ['document'], frozenFigures: ['frozen'], handoverSheets: ['rows'], imports: ['details'], issuedReports: ['frozen'], sealKeys: ['bundle'], sealLists: ['bytes'], sheets: ['rows'],
}

/**
 * Rows that never change and are many and long: the log keeps the SHA-256 of the whole row when it is added, by which it
 * vouches for it as for any other.
 */
export const loggedWhole: ReadonlySet<string> = new Set<EntityTable>(['certificateLooks', 'certificates', 'issuedReportParts', 'paperParts', 'papers'])

/** Who points at whom: a record that something newer points at is not removed by an undo. */
export const references: readonly { readonly from: EntityTable; readonly column: string; readonly to: EntityTable }[] = [
  { from: 'posts', column: 'personId', to: 'people' },
  { from: 'posts', column: 'organisationId', to: 'organisations' },
  { from: 'enrolments', column: 'personId', to: 'people' },
  { from: 'enrolments', column: 'cohortId', to: 'cohorts' },
  { from: 'enrolments', column: 'postId', to: 'posts' },
  { from: 'imports', column: 'editionId', to: 'editions' },
  { from: 'certificates', column: 'personId', to: 'people' },
  { from: 'certificates', column: 'cohortId', to: 'cohorts' },
  { from: 'certificates', column: 'enrolmentId', to: 'enrolments' },
  { from: 'certificates', column: 'seriesId', to: 'series' },
  { from: 'editions', column: 'programmeId', to: 'programmes' },
  { from: 'cohorts', column: 'editionId', to: 'editions' },
  { from: 'editionPartners', column: 'editionId', to: 'editions' },
  { from: 'editionPartners', column: 'organisationId', to: 'organisations' },
  { from: 'editionPartners', column: 'logoAssetId', to: 'assets' },
  { from: 'signatories', column: 'imageAssetId', to: 'assets' },
  { from: 'entity', column: 'logoAssetId', to: 'assets' },
  { from: 'certificates', column: 'actaId', to: 'actas' },
  { from: 'actas', column: 'cohortId', to: 'cohorts' },
  { from: 'actas', column: 'seriesId', to: 'series' },
  { from: 'actaLines', column: 'enrolmentId', to: 'enrolments' },
  { from: 'actaLines', column: 'personId', to: 'people' },
  { from: 'actaDrafts', column: 'cohortId', to: 'cohorts' },
  { from: 'sessions', column: 'cohortId', to: 'cohorts' },
  { from: 'sessionSpeakers', column: 'sessionId', to: 'sessions' },
  { from: 'sessionSpeakers', column: 'personId', to: 'people' },
  { from: 'attendances', column: 'sessionId', to: 'sessions' },
  { from: 'attendances', column: 'enrolmentId', to: 'enrolments' },
  // One of the five codes, or the id of an own status.
  { from: 'attendances', column: 'status', to: 'attendanceStatuses' },
  { from: 'walkIns', column: 'status', to: 'attendanceStatuses' },
  { from: 'walkIns', column: 'sessionId', to: 'sessions' },
  { from: 'walkIns', column: 'sheetId', to: 'sheets' },
  { from: 'walkIns', column: 'enrolmentId', to: 'enrolments' },
  { from: 'sheets', column: 'cohortId', to: 'cohorts' },
  { from: 'evidence', column: 'assetId', to: 'assets' },
  { from: 'evidence', column: 'sheetId', to: 'sheets' },
  { from: 'evidence', column: 'sessionId', to: 'sessions' },
  { from: 'evidence', column: 'checkId', to: 'applicationChecks' },
  { from: 'courseSettings', column: 'editionId', to: 'editions' },
  { from: 'courseRules', column: 'editionId', to: 'editions' },
  { from: 'markItems', column: 'editionId', to: 'editions' },
  { from: 'marks', column: 'markItemId', to: 'markItems' },
  { from: 'marks', column: 'enrolmentId', to: 'enrolments' },
  { from: 'requirements', column: 'editionId', to: 'editions' },
  { from: 'requirementChecks', column: 'requirementId', to: 'requirements' },
  { from: 'requirementChecks', column: 'enrolmentId', to: 'enrolments' },
  { from: 'exceptions', column: 'enrolmentId', to: 'enrolments' },
  { from: 'surveys', column: 'editionId', to: 'editions' },
  { from: 'surveyResponses', column: 'surveyId', to: 'surveys' },
  { from: 'surveyResponses', column: 'cohortId', to: 'cohorts' },
  { from: 'applicationPlans', column: 'enrolmentId', to: 'enrolments' },
  { from: 'applicationChecks', column: 'planId', to: 'applicationPlans' },
  { from: 'certificates', column: 'sealKeyId', to: 'sealKeys' },
  { from: 'sealKeys', column: 'rootId', to: 'sealRoots' },
  { from: 'sealLists', column: 'rootId', to: 'sealRoots' },
  { from: 'numberBlocks', column: 'seriesId', to: 'series' },
  { from: 'numberNotes', column: 'seriesId', to: 'series' },
  { from: 'prints', column: 'runId', to: 'printRuns' },
  { from: 'signings', column: 'assetId', to: 'assets' },
  { from: 'handovers', column: 'sheetId', to: 'handoverSheets' },
  { from: 'handoverSheets', column: 'organisationId', to: 'organisations' },
  { from: 'handoverSheets', column: 'cohortId', to: 'cohorts' },
  { from: 'attachments', column: 'assetId', to: 'assets' },
  ...(['agreements', 'agreementAddenda', 'commitments', 'commitmentItems', 'initiatives', 'followUps', 'resultRows', 'indicators', 'actuals', 'expenses', 'personTraits', 'directoryConsents'] as const).map((to) => ({ from: 'attachments' as const, column: 'ownerId', to })),
  { from: 'agreements', column: 'predecessorId', to: 'agreements' },
  { from: 'agreementParties', column: 'agreementId', to: 'agreements' },
  { from: 'agreementParties', column: 'organisationId', to: 'organisations' },
  { from: 'agreementParties', column: 'logoAssetId', to: 'assets' },
  { from: 'agreementItems', column: 'agreementId', to: 'agreements' },
  { from: 'agreementAddenda', column: 'agreementId', to: 'agreements' },
  { from: 'agreementEditions', column: 'agreementId', to: 'agreements' },
  { from: 'agreementEditions', column: 'editionId', to: 'editions' },
  { from: 'budgetLines', column: 'editionId', to: 'editions' },
  { from: 'budgetLines', column: 'agreementId', to: 'agreements' },
  { from: 'budgetLines', column: 'agreementItemId', to: 'agreementItems' },
  { from: 'expenses', column: 'budgetLineId', to: 'budgetLines' },
  { from: 'initiatives', column: 'editionId', to: 'editions' },
  { from: 'initiatives', column: 'cohortId', to: 'cohorts' },
  { from: 'initiatives', column: 'agreementId', to: 'agreements' },
  { from: 'initiativePeople', column: 'initiativeId', to: 'initiatives' },
  { from: 'initiativePeople', column: 'personId', to: 'people' },
  { from: 'initiativeSteps', column: 'initiativeId', to: 'initiatives' },
  { from: 'consultings', column: 'initiativeId', to: 'initiatives' },
  { from: 'consultings', column: 'adviserId', to: 'people' },
  { from: 'consultings', column: 'sessionId', to: 'sessions' },
  { from: 'followUps', column: 'initiativeId', to: 'initiatives' },
  { from: 'resultRows', column: 'registerId', to: 'resultRegisters' },
  { from: 'resultRows', column: 'agreementId', to: 'agreements' },
  { from: 'resultRows', column: 'editionId', to: 'editions' },
  { from: 'resultRowLinks', column: 'rowId', to: 'resultRows' },
  { from: 'resultRowLinks', column: 'personId', to: 'people' },
  { from: 'resultRowLinks', column: 'organisationId', to: 'organisations' },
  { from: 'commitments', column: 'planId', to: 'commitmentPlans' },
  { from: 'commitments', column: 'leadOrganisationId', to: 'organisations' },
  { from: 'commitmentActors', column: 'commitmentId', to: 'commitments' },
  { from: 'commitmentActors', column: 'organisationId', to: 'organisations' },
  { from: 'commitmentActors', column: 'personId', to: 'people' },
  { from: 'commitmentValues', column: 'commitmentId', to: 'commitments' },
  { from: 'commitmentItems', column: 'commitmentId', to: 'commitments' },
  { from: 'commitmentItems', column: 'parentId', to: 'commitmentItems' },
  { from: 'commitmentItems', column: 'indicatorId', to: 'indicators' },
  { from: 'replannings', column: 'commitmentId', to: 'commitments' },
  { from: 'replannings', column: 'itemId', to: 'commitmentItems' },
  { from: 'commitmentLinks', column: 'commitmentId', to: 'commitments' },
  { from: 'commitmentLinks', column: 'editionId', to: 'editions' },
  { from: 'commitmentLinks', column: 'initiativeId', to: 'initiatives' },
  { from: 'frames', column: 'organisationId', to: 'organisations' },
  { from: 'frames', column: 'agreementId', to: 'agreements' },
  { from: 'frames', column: 'commitmentId', to: 'commitments' },
  { from: 'frameResults', column: 'frameId', to: 'frames' },
  { from: 'periods', column: 'frameId', to: 'frames' },
  { from: 'indicators', column: 'frameId', to: 'frames' },
  { from: 'indicators', column: 'resultId', to: 'frameResults' },
  { from: 'targets', column: 'indicatorId', to: 'indicators' },
  { from: 'targets', column: 'periodId', to: 'periods' },
  { from: 'actuals', column: 'indicatorId', to: 'indicators' },
  { from: 'actuals', column: 'periodId', to: 'periods' },
  { from: 'frozenFigures', column: 'periodId', to: 'periods' },
  { from: 'frozenFigures', column: 'indicatorId', to: 'indicators' },
  { from: 'contacts', column: 'personId', to: 'people' },
  { from: 'directoryConsents', column: 'personId', to: 'people' },
  { from: 'personTraits', column: 'personId', to: 'people' },
  { from: 'funderReports', column: 'frameId', to: 'frames' },
  { from: 'funderReports', column: 'agreementId', to: 'agreements' },
  { from: 'issuedReports', column: 'reportId', to: 'funderReports' },
  { from: 'issuedReports', column: 'frameId', to: 'frames' },
  { from: 'issuedReports', column: 'periodId', to: 'periods' },
  { from: 'issuedReportParts', column: 'issuedId', to: 'issuedReports' },
]
