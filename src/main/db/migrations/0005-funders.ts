import type { Migration } from './table.ts'
import { createTable, makeAppendOnly, run } from './table.ts'

/** Results for funders: agreements, budget, commitments, indicators, initiatives, registers of results, the network, what people tell of themselves, reports. */
export const funders: Migration = async (db, engine) => {
  await createAttachments(db, engine)
  await createAgreements(db, engine)
  await createBudget(db, engine)
  await createInitiatives(db, engine)
  await createRegisters(db, engine)
  await createCommitments(db, engine)
  await createIndicators(db, engine)
  await tieCommitments(db, engine)
  await createNetwork(db, engine)
  await createReports(db, engine)
}

const createAttachments: Migration = async (db, engine) => {
  await createTable(db, engine, 'attachments', { id: 'id', assetId: '-> assets', owner: 'text', ownerId: 'text', title: 'text', datedOn: 'text?', note: 'text?', addedAt: 'text', removedAt: 'text?' })
  await run(db, 'create index "attachmentsOfOwner" on "attachments" ("ownerId")')
}

const createAgreements: Migration = async (db, engine) => {
  await createTable(db, engine, 'agreements', {
    id: 'id', kind: 'text', number: 'text?', title: 'text', signedOn: 'text?', startsOn: 'text?', endsOn: 'text?', amountCents: 'integer?', currency: 'text?', purpose: 'text?', predecessorId: '->? agreements',
    notes: 'text?', searchKey: 'key', sortKey: 'key', removedAt: 'text?',
  })
  await createTable(db, engine, 'agreementParties', { id: 'id', agreementId: '-> agreements', organisationId: '-> organisations', role: 'text', signatory: 'text?', logoAssetId: '->? assets', position: 'integer', removedAt: 'text?' })
  await run(db, 'create index "partiesOfAgreement" on "agreementParties" ("agreementId", "position")')
  await run(db, 'create index "agreementsOfOrganisation" on "agreementParties" ("organisationId")')
  await createTable(db, engine, 'agreementItems', { id: 'id', agreementId: '-> agreements', kind: 'text', name: 'text', quantity: 'real?', unit: 'text?', amountCents: 'integer?', position: 'integer', removedAt: 'text?' })
  await run(db, 'create index "itemsOfAgreement" on "agreementItems" ("agreementId", "position")')
  await createTable(db, engine, 'agreementAddenda', { id: 'id', agreementId: '-> agreements', number: 'text?', signedOn: 'text', text: 'text', newEndsOn: 'text?', addedCents: 'integer?', removedAt: 'text?' })
  await run(db, 'create index "addendaOfAgreement" on "agreementAddenda" ("agreementId", "signedOn")')
  await createTable(db, engine, 'agreementEditions', { id: 'id', agreementId: '-> agreements', editionId: '-> editions', sharePercent: 'real', removedAt: 'text?' }, [`check ("sharePercent" >= 0 and "sharePercent" <= 100)`])
  await run(db, 'create unique index "oneShareAnEdition" on "agreementEditions" ("agreementId", "editionId") where "removedAt" is null')
  await run(db, 'create index "agreementsOfEdition" on "agreementEditions" ("editionId")')
}

const createBudget: Migration = async (db, engine) => {
  await createTable(db, engine, 'budgetLines', {
    id: 'id', editionId: '->? editions', agreementId: '->? agreements', agreementItemId: '->? agreementItems', category: 'text?', concept: 'text', plannedCents: 'integer', currency: 'text', position: 'integer', removedAt: 'text?',
  })
  await run(db, 'create index "budgetOfEdition" on "budgetLines" ("editionId")')
  await run(db, 'create index "budgetOfAgreement" on "budgetLines" ("agreementId")')
  await createTable(db, engine, 'expenses', { id: 'id', budgetLineId: '-> budgetLines', spentOn: 'text', amountCents: 'integer', currency: 'text', supplier: 'text?', document: 'text?', note: 'text?', removedAt: 'text?' })
  await run(db, 'create index "expensesOfLine" on "expenses" ("budgetLineId", "spentOn")')
  await createTable(db, engine, 'exchangeRates', { id: 'id', currency: 'text', since: 'text', soles: 'text', source: 'text?', removedAt: 'text?' })
  await run(db, 'create unique index "oneRateADay" on "exchangeRates" ("currency", "since") where "removedAt" is null')
}

const createInitiatives: Migration = async (db, engine) => {
  await createTable(db, engine, 'initiatives', {
    id: 'id', kind: 'text', code: 'text?', title: 'text', problem: 'text?', proposal: 'text?', place: 'text?', districtCode: 'text?', editionId: '->? editions', cohortId: '->? cohorts', agreementId: '->? agreements',
    amountCents: 'integer?', currency: 'text?', beneficiaries: 'integer?', beneficiariesNote: 'text?', outcome: 'text?', dueOn: 'text?', stage: 'text', stageOn: 'text', searchKey: 'key', sortKey: 'key', removedAt: 'text?',
  })
  await run(db, 'create index "initiativesOfEdition" on "initiatives" ("editionId")')
  await createTable(db, engine, 'initiativePeople', { id: 'id', initiativeId: '-> initiatives', personId: '->? people', name: 'text?', role: 'text', position: 'integer', removedAt: 'text?' }, [`check ("personId" is not null or "name" is not null)`])
  await run(db, 'create index "peopleOfInitiative" on "initiativePeople" ("initiativeId", "position")')
  await run(db, 'create index "initiativesOfPerson" on "initiativePeople" ("personId")')
  await createTable(db, engine, 'initiativeSteps', { id: 'id', initiativeId: '-> initiatives', stage: 'text', on: 'text', note: 'text?', removedAt: 'text?' })
  await run(db, 'create index "stepsOfInitiative" on "initiativeSteps" ("initiativeId", "on")')
  await createTable(db, engine, 'consultings', {
    id: 'id', initiativeId: '-> initiatives', on: 'text', minutes: 'integer?', adviserId: '->? people', adviserName: 'text?', subject: 'text', advice: 'text?', agreed: 'text?', sessionId: '->? sessions', removedAt: 'text?',
  })
  await run(db, 'create index "consultingsOfInitiative" on "consultings" ("initiativeId", "on")')
  await createTable(db, engine, 'followUps', { id: 'id', initiativeId: '-> initiatives', months: 'integer', dueOn: 'text', state: 'text', checkedOn: 'text?', checkedBy: 'text?', finding: 'text?', removedAt: 'text?' })
  await run(db, 'create index "followUpsOfInitiative" on "followUps" ("initiativeId", "months")')
  await run(db, `create index "followUpsDue" on "followUps" ("dueOn") where "state" = 'pending'`)
}

const createRegisters: Migration = async (db, engine) => {
  await createTable(db, engine, 'resultRegisters', { id: 'id', name: 'text', rowName: 'text', description: 'text?', fields: 'text', sortKey: 'key', removedAt: 'text?' })
  await createTable(db, engine, 'resultRows', {
    id: 'id', registerId: '-> resultRegisters', title: 'text', on: 'text', districtCode: 'text?', agreementId: '->? agreements', editionId: '->? editions', values: 'text', note: 'text?', searchKey: 'key', sortKey: 'key', removedAt: 'text?',
  })
  await run(db, 'create index "rowsOfRegister" on "resultRows" ("registerId", "on")')
  await createTable(db, engine, 'resultRowLinks', { id: 'id', rowId: '-> resultRows', personId: '->? people', organisationId: '->? organisations', position: 'integer', removedAt: 'text?' }, [`check (("personId" is null) <> ("organisationId" is null))`])
  await run(db, 'create index "linksOfRow" on "resultRowLinks" ("rowId", "position")')
}

const createCommitments: Migration = async (db, engine) => {
  await createTable(db, engine, 'commitmentPlans', { id: 'id', name: 'text', kind: 'text', startsOn: 'text?', endsOn: 'text?', notes: 'text?', removedAt: 'text?' })
  await createTable(db, engine, 'commitments', {
    id: 'id', planId: '-> commitmentPlans', code: 'text?', title: 'text', startsOn: 'text?', endsOn: 'text?', leadOrganisationId: '->? organisations', leadUnit: 'text?', leadName: 'text?', leadPost: 'text?', leadEmail: 'text?',
    policyArea: 'text?', sector: 'text?', problem: 'text?', statusQuo: 'text?', action: 'text?', contribution: 'text?', outcomes: 'text?', longTermGoal: 'text?', additional: 'text?', completion: 'text?', completionOn: 'text?',
    completionNote: 'text?', sortKey: 'key', removedAt: 'text?',
  })
  await run(db, 'create index "commitmentsOfPlan" on "commitments" ("planId")')
  await createTable(db, engine, 'commitmentActors', {
    id: 'id', commitmentId: '-> commitments', kind: 'text', organisationId: '->? organisations', name: 'text?', unit: 'text?', personId: '->? people', personName: 'text?', personPost: 'text?', position: 'integer', removedAt: 'text?',
  })
  await createTable(db, engine, 'commitmentValues', { id: 'id', commitmentId: '-> commitments', value: 'text', explanation: 'text?', degree: 'text?', removedAt: 'text?' })
  await createTable(db, engine, 'replannings', {
    id: 'id', commitmentId: '-> commitments', itemId: 'text?', field: 'text', before: 'text?', after: 'text?', reason: 'text', decidedOn: 'text', document: 'text?', at: 'text', who: 'text', removedAt: 'text?',
  })
  for (const table of ['commitmentActors', 'commitmentValues', 'replannings']) await run(db, `create index "${table}OfCommitment" on "${table}" ("commitmentId")`)
}

const createIndicators: Migration = async (db, engine) => {
  await createTable(db, engine, 'frames', { id: 'id', name: 'text', organisationId: '->? organisations', agreementId: '->? agreements', commitmentId: '->? commitments', notes: 'text?', sortKey: 'key', removedAt: 'text?' })
  await createTable(db, engine, 'frameResults', { id: 'id', frameId: '-> frames', level: 'text', code: 'text?', text: 'text', position: 'integer', removedAt: 'text?' })
  await createTable(
    db,
    engine,
    'periods',
    { id: 'id', frameId: '-> frames', name: 'text', startsOn: 'text', endsOn: 'text', closedAt: 'text?', closedBy: 'text?', reopenReason: 'text?', removedAt: 'text?' },
    [`check ("endsOn" >= "startsOn")`],
  )
  await createTable(db, engine, 'indicators', {
    id: 'id', frameId: '-> frames', resultId: '->? frameResults', code: 'text?', name: 'text', unit: 'text?', counts: 'text', once: 'text', definition: 'text', parts: 'text', over: 'text', hourMinutes: 'integer',
    baseline: 'real?', baselineOn: 'text?', baselineNote: 'text?', verification: 'text?', dimensions: 'text', notes: 'text?', position: 'integer', removedAt: 'text?',
  })
  for (const table of ['frameResults', 'periods', 'indicators']) await run(db, `create index "${table}OfFrame" on "${table}" ("frameId")`)
  await createTable(db, engine, 'targets', { id: 'id', indicatorId: '-> indicators', periodId: '->? periods', dimension: 'text?', category: 'text?', value: 'real', removedAt: 'text?' })
  await createTable(db, engine, 'actuals', { id: 'id', indicatorId: '-> indicators', periodId: '-> periods', dimension: 'text?', category: 'text?', value: 'real', on: 'text?', verification: 'text', note: 'text?', removedAt: 'text?' })
  await createTable(db, engine, 'frozenFigures', { id: 'id', periodId: '-> periods', indicatorId: '-> indicators', value: 'real?', frozen: 'text', frozenHash: 'text', at: 'text', who: 'text', removedAt: 'text?' })
  for (const table of ['targets', 'actuals', 'frozenFigures']) await run(db, `create index "${table}OfIndicator" on "${table}" ("indicatorId")`)
  await run(db, 'create unique index "frozenOnce" on "frozenFigures" ("periodId", "indicatorId") where "removedAt" is null')
}

/** What of a commitment points at indicators and initiatives, which point at commitments. */
const tieCommitments: Migration = async (db, engine) => {
  await createTable(db, engine, 'commitmentItems', {
    id: 'id', commitmentId: '-> commitments', kind: 'text', parentId: '->? commitmentItems', name: 'text', startsOn: 'text?', endsOn: 'text?', verification: 'text?', responsible: 'text?', state: 'text', doneOn: 'text?',
    indicatorId: '->? indicators', note: 'text?', position: 'integer', removedAt: 'text?',
  })
  await run(db, 'create index "itemsOfCommitment" on "commitmentItems" ("commitmentId", "position")')
  await createTable(db, engine, 'commitmentLinks', { id: 'id', commitmentId: '-> commitments', editionId: '->? editions', initiativeId: '->? initiatives', removedAt: 'text?' }, [`check (("editionId" is null) <> ("initiativeId" is null))`])
  await run(db, 'create index "linksOfCommitment" on "commitmentLinks" ("commitmentId")')
}

const createNetwork: Migration = async (db, engine) => {
  await createTable(db, engine, 'contacts', {
    id: 'id', personId: '-> people', on: 'text', means: 'text', contactedBy: 'text?', subject: 'text', answer: 'text?', whereabouts: 'text?', nextOn: 'text?', removedAt: 'text?',
  })
  await run(db, 'create index "contactsOfPerson" on "contacts" ("personId", "on")')
  await createTable(db, engine, 'directoryConsents', { id: 'id', personId: '-> people', givenOn: 'text', means: 'text?', showsEmail: 'integer', showsPhone: 'integer', themes: 'text', withdrawnOn: 'text?', at: 'text', removedAt: 'text?' })
  await run(db, 'create index "consentsOfPerson" on "directoryConsents" ("personId")')
  await createTable(db, engine, 'personTraits', {
    id: 'id', personId: '-> people', ethnicity: 'text?', indigenousPeople: 'text?', language: 'text?', disability: 'text?', disabilityKind: 'text?', area: 'text?', consentOn: 'text?', consentMeans: 'text?', removedAt: 'text?',
  })
  await run(db, 'create unique index "oneTraitsAPerson" on "personTraits" ("personId") where "removedAt" is null')
  await createTable(db, engine, 'traitSettings', { id: 'id', kept: 'text', purpose: 'text?', ethnicities: 'text', languages: 'text', ageBounds: 'text', removedAt: 'text?' })
}

const createReports: Migration = async (db, engine) => {
  await createTable(db, engine, 'funderReports', {
    id: 'id', name: 'text', frameId: '-> frames', agreementId: '->? agreements', editionIds: 'text?', language: 'text', currency: 'text?', logoAssetIds: 'text', sections: 'text', removedAt: 'text?',
  })
  await createTable(
    db,
    engine,
    'issuedReports',
    {
      id: 'id', reportId: '-> funderReports', frameId: '-> frames', number: 'integer', title: 'text', from: 'text', until: 'text', periodId: '->? periods', frozen: 'text', frozenHash: 'text', issuedAt: 'text', who: 'text',
    },
    ['unique ("reportId", "number")'],
  )
  await makeAppendOnly(db, engine, 'issuedReports')
  await createTable(db, engine, 'issuedReportParts', { id: 'id', issuedId: '-> issuedReports', name: 'text', bytes: 'bytes' }, ['unique ("issuedId", "name")'])
  await makeAppendOnly(db, engine, 'issuedReportParts')
}
