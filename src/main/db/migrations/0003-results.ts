import type { Migration } from './table.ts'
import { createTable, makeAppendOnly, run } from './table.ts'

/** Sessions, attendance, sheets and their scans, marks, rules, surveys, follow-up, and the record of results. */
export const results: Migration = async (db, engine) => {
  await createSessions(db, engine)
  await createPaper(db, engine)
  await createMarks(db, engine)
  await createActas(db, engine)
  await createSurveys(db, engine)
  await createEvidence(db, engine)
}

const createSessions: Migration = async (db, engine) => {
  await createTable(
    db,
    engine,
    'sessions',
    {
      id: 'id', cohortId: '-> cohorts', day: 'text', startsAt: 'text', endsAt: 'text', plannedMinutes: 'integer', subject: 'text', module: 'text?', place: 'text?', link: 'text?',
      modality: 'text?', isRequired: 'integer', removedAt: 'text?',
    },
    [`check ("endsAt" > "startsAt")`, `check ("plannedMinutes" > 0)`],
  )
  await run(db, 'create index "sessionsOfCohort" on "sessions" ("cohortId", "day", "startsAt")')
  await run(db, 'create index "sessionsOfDay" on "sessions" ("day")')
  await createTable(db, engine, 'sessionSpeakers', { id: 'id', sessionId: '-> sessions', personId: '-> people', role: 'text', position: 'integer', removedAt: 'text?' })
  await run(db, 'create index "speakersOfSession" on "sessionSpeakers" ("sessionId")')
  await run(db, 'create index "sessionsOfSpeaker" on "sessionSpeakers" ("personId")')
  await createTable(db, engine, 'attendanceStatuses', { id: 'id', code: 'text?', name: 'text?', letter: 'text', share: 'integer', exempts: 'integer', position: 'integer', removedAt: 'text?' }, [`check ("share" between 0 and 100)`])
  await run(db, 'create unique index "oneStatusACode" on "attendanceStatuses" ("code") where "code" is not null and "removedAt" is null')
  await createTable(
    db,
    engine,
    'attendances',
    { id: 'id', sessionId: '-> sessions', enrolmentId: '-> enrolments', status: 'text', minutes: 'integer?', source: 'text', note: 'text?', removedAt: 'text?' },
    [`check ("minutes" is null or "minutes" >= 0)`],
  )
  await run(db, 'create unique index "onceASession" on "attendances" ("sessionId", "enrolmentId") where "removedAt" is null')
  // Holds all that counting asks for: 40 sessions of 10,000 people are counted from this index alone.
  await run(db, 'create index "attendancesOfEnrolment" on "attendances" ("enrolmentId", "sessionId", "status", "minutes") where "removedAt" is null')
}

const createPaper: Migration = async (db, engine) => {
  await createTable(
    db,
    engine,
    'sheets',
    { id: 'id', cohortId: '-> cohorts', code: 'text', sessionIds: 'text', day: 'text', rows: 'text', blankRows: 'integer', rowsPerPage: 'integer', pages: 'integer', printedAt: 'text', removedAt: 'text?' },
    ['unique ("code")'],
  )
  await run(db, 'create index "sheetsOfCohort" on "sheets" ("cohortId")')
  await createTable(
    db,
    engine,
    'walkIns',
    {
      id: 'id', sessionId: '-> sessions', sheetId: '->? sheets', page: 'integer?', row: 'integer?', writtenName: 'text', writtenDocument: 'text?', writtenOrganisation: 'text?', status: 'text', minutes: 'integer?',
      source: 'text', enrolmentId: '->? enrolments', removedAt: 'text?',
    },
  )
  await run(db, 'create index "walkInsOfSession" on "walkIns" ("sessionId")')
}

const createMarks: Migration = async (db, engine) => {
  await createTable(db, engine, 'courseSettings', { id: 'id', editionId: '-> editions', withoutActa: 'integer', markRounding: 'text', retakes: 'text', removedAt: 'text?' })
  await run(db, 'create unique index "oneSettingACourse" on "courseSettings" ("editionId") where "removedAt" is null')
  await createTable(
    db,
    engine,
    'markItems',
    { id: 'id', editionId: '-> editions', name: 'text', kind: 'text', weight: 'real', scaleMin: 'real', scaleMax: 'real', position: 'integer', removedAt: 'text?' },
    [`check ("scaleMax" > "scaleMin")`],
  )
  await run(db, 'create index "itemsOfEdition" on "markItems" ("editionId")')
  await createTable(db, engine, 'marks', { id: 'id', markItemId: '-> markItems', enrolmentId: '-> enrolments', attempt: 'integer', value: 'real?', removedAt: 'text?' })
  await run(db, 'create unique index "oneMarkAnAttempt" on "marks" ("markItemId", "enrolmentId", "attempt") where "removedAt" is null')
  await run(db, 'create index "marksOfEnrolment" on "marks" ("enrolmentId")')
  await createTable(db, engine, 'requirements', { id: 'id', editionId: '-> editions', name: 'text', dueOn: 'text?', position: 'integer', removedAt: 'text?' })
  await run(db, 'create index "requirementsOfEdition" on "requirements" ("editionId")')
  await createTable(db, engine, 'requirementChecks', { id: 'id', requirementId: '-> requirements', enrolmentId: '-> enrolments', met: 'integer', removedAt: 'text?' })
  await run(db, 'create unique index "oneCheckAPerson" on "requirementChecks" ("requirementId", "enrolmentId") where "removedAt" is null')
  await run(db, 'create index "checksOfEnrolment" on "requirementChecks" ("enrolmentId")')
  await createTable(db, engine, 'courseRules', { id: 'id', editionId: '-> editions', paperKind: 'text', leastShare: 'real?', needsRequired: 'integer', leastMark: 'real?', requirementIds: 'text', removedAt: 'text?' })
  await run(db, 'create unique index "oneRuleAPaper" on "courseRules" ("editionId", "paperKind") where "removedAt" is null')
  await createTable(db, engine, 'exceptions', {
    id: 'id', enrolmentId: '-> enrolments', paperKind: 'text', rule: 'text', reason: 'text', grantedBy: 'text', document: 'text?', grantedOn: 'text', removedAt: 'text?',
  })
  await run(db, 'create index "exceptionsOfEnrolment" on "exceptions" ("enrolmentId")')
}

const createActas: Migration = async (db, engine) => {
  await createTable(
    db,
    engine,
    'actas',
    {
      id: 'id', cohortId: '-> cohorts', seriesId: '-> series', year: 'integer', correlative: 'integer', number: 'text', drawnUpOn: 'text', closedAt: 'text', closedBy: 'text', replacesId: '->? actas', replaceReason: 'text?',
      frozen: 'text', frozenHash: 'text',
    },
    // A number is given once, and a record is replaced by one other at most, whatever the code above does.
    ['unique ("seriesId", "year", "correlative")', 'unique ("replacesId")'],
  )
  await makeAppendOnly(db, engine, 'actas')
  await run(db, 'create index "actasOfCohort" on "actas" ("cohortId")')
  // One record a group that replaces none: a second one says which it corrects.
  await run(db, 'create unique index "oneFirstActa" on "actas" ("cohortId") where "replacesId" is null')
  await createTable(db, engine, 'actaLines', {
    id: 'id', actaId: '-> actas', enrolmentId: '-> enrolments', personId: '-> people', position: 'integer', papers: 'text', attendedMinutes: 'real', plannedMinutes: 'integer', mark: 'real?', outcome: 'text',
  })
  await makeAppendOnly(db, engine, 'actaLines')
  await run(db, 'create index "linesOfActa" on "actaLines" ("actaId")')
  await run(db, 'create index "linesOfEnrolment" on "actaLines" ("enrolmentId")')
  await createTable(db, engine, 'actaDrafts', { id: 'id', cohortId: '-> cohorts', drawnUpOn: 'text', place: 'text?', observations: 'text?', signers: 'text', replaceReason: 'text?', removedAt: 'text?' })
  await run(db, 'create unique index "oneDraftACohort" on "actaDrafts" ("cohortId") where "removedAt" is null')
  await run(db, 'alter table "certificates" add column "actaId" text references "actas" ("id")')
  await run(db, 'create index "certificatesOfActa" on "certificates" ("actaId")')
}

const createSurveys: Migration = async (db, engine) => {
  await createTable(db, engine, 'surveys', { id: 'id', editionId: '-> editions', name: 'text', intro: 'text?', questions: 'text', removedAt: 'text?' })
  await run(db, 'create index "surveysOfEdition" on "surveys" ("editionId")')
  await createTable(db, engine, 'surveyResponses', { id: 'id', surveyId: '-> surveys', cohortId: '-> cohorts', answeredOn: 'text', source: 'text', answers: 'text', removedAt: 'text?' })
  await run(db, 'create index "responsesOfSurvey" on "surveyResponses" ("surveyId", "cohortId")')
  await createTable(db, engine, 'applicationPlans', {
    id: 'id', enrolmentId: '-> enrolments', promise: 'text', indicator: 'text?', baseline: 'text?', target: 'text?', promisedOn: 'text', checker: 'text?', removedAt: 'text?',
  })
  await run(db, 'create index "plansOfEnrolment" on "applicationPlans" ("enrolmentId")')
  await createTable(db, engine, 'applicationChecks', {
    id: 'id', planId: '-> applicationPlans', level: 'text', months: 'integer', dueOn: 'text', state: 'text', checkedOn: 'text?', checkedBy: 'text?', finding: 'text?', measured: 'text?', removedAt: 'text?',
  })
  await run(db, 'create index "checksOfPlan" on "applicationChecks" ("planId")')
  await run(db, 'create index "checksByDay" on "applicationChecks" ("dueOn")')
}

const createEvidence: Migration = async (db, engine) => {
  await createTable(db, engine, 'evidence', {
    id: 'id', assetId: '-> assets', fileName: 'text', filePage: 'integer?', kind: 'text', sheetId: '->? sheets', page: 'integer?', sessionId: '->? sessions', checkId: '->? applicationChecks', placedBy: 'text?',
    turns: 'integer', note: 'text?', addedAt: 'text', removedAt: 'text?',
  })
  await run(db, 'create unique index "onePageOnce" on "evidence" ("assetId", coalesce("filePage", 0), coalesce("sessionId", \'\'), coalesce("checkId", \'\')) where "removedAt" is null')
  await run(db, 'create index "evidenceOfSheet" on "evidence" ("sheetId")')
  await run(db, 'create index "evidenceOfSession" on "evidence" ("sessionId")')
  await run(db, 'create index "evidenceOfCheck" on "evidence" ("checkId")')
}
