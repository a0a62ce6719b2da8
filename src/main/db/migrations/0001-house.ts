import type { Migration } from './table.ts'
import { createTable, makeAppendOnly, run } from './table.ts'

/** The tables of the main job: people, organisations, programmes, enrolments, papers, settings, the change log. */
export const house: Migration = async (db, engine) => {
  if (engine === 'sqlite') await createTable(db, engine, 'meta', { key: 'id', value: 'text' })
  await createTable(
    db,
    engine,
    'changes',
    { device: 'text', number: 'integer', at: 'text', who: 'text', act: 'text', entity: 'text', entityId: 'text', field: 'text', before: 'text?', after: 'text?', hash: 'text' },
    ['primary key ("device", "number")'],
  )
  await makeAppendOnly(db, engine, 'changes')
  await run(db, 'create index "changesOfRecord" on "changes" ("entityId")')
  await run(db, 'create index "changesOfAct" on "changes" ("act")')

  await createTable(db, engine, 'assets', { id: 'id', sha256: 'text', name: 'text', type: 'text', width: 'integer', height: 'integer', bytes: 'bytes', removedAt: 'text?' })
  await run(db, 'create unique index "assetsByContent" on "assets" ("sha256") where "removedAt" is null')
  await createPeople(db, engine)
  await createProgrammes(db, engine)
  await createPapers(db, engine)
}

const createPeople: Migration = async (db, engine) => {
  await createTable(
    db,
    engine,
    'organisations',
    { id: 'id', name: 'text', shortName: 'text?', kind: 'text', ruc: 'text?', districtCode: 'text?', federation: 'text?', searchKey: 'key', sortKey: 'key', nameKey: 'key', removedAt: 'text?' },
    [`check ("ruc" is null or length("ruc") = 11)`],
  )
  await run(db, 'create index "organisationsInOrder" on "organisations" ("sortKey", "id")')
  await run(db, 'create index "organisationsByName" on "organisations" ("nameKey") where "removedAt" is null')
  await createTable(
    db,
    engine,
    'people',
    {
      id: 'id', documentType: 'text', documentNumber: 'text?', documentCountry: 'text?', firstSurname: 'text', secondSurname: 'text?', givenNames: 'text', certificateName: 'text?',
      sex: 'text?', birthDate: 'text?', statedAge: 'text?', statedAgeOn: 'text?', email: 'text?', phone: 'text?', personClass: 'text', community: 'text?', districtCode: 'text?', notes: 'text?',
      searchKey: 'key', sortKey: 'key', nameKey: 'key', removedAt: 'text?',
    },
    [
      `check ("sex" in ('F', 'M'))`,
      // A number bound to a text column would arrive as '12345678.0': the table itself refuses it.
      `check ("documentType" <> '01' or ("documentNumber" is not null and length("documentNumber") = 8))`,
      `check ("documentType" <> '00' or "documentNumber" is null)`,
    ],
  )
  await run(db, `create unique index "peopleByDocument" on "people" ("documentType", "documentNumber", coalesce("documentCountry", '')) where "documentNumber" is not null and "removedAt" is null`)
  // Holds all that a list asks for: a search reads this index from end to end and no row of the table.
  // It does not begin with the mark of removal: an engine that found it so would walk everybody for one name or one document.
  await run(db, 'create index "peopleInOrder" on "people" ("sortKey", "id", "searchKey", "documentNumber", "sex", "birthDate", "personClass", "removedAt") where "removedAt" is null')
  await run(db, 'create index "peopleByName" on "people" ("nameKey") where "removedAt" is null')
  await createTable(db, engine, 'posts', { id: 'id', personId: '-> people', organisationId: '->? organisations', title: 'text?', unit: 'text?', regime: 'text?', sector: 'text?', since: 'text?', until: 'text?', removedAt: 'text?' })
  await run(db, 'create index "postsOfPerson" on "posts" ("personId", "since")')
  await run(db, 'create index "postsInOrganisation" on "posts" ("organisationId")')
}

const createProgrammes: Migration = async (db, engine) => {
  await createTable(db, engine, 'programmes', { id: 'id', name: 'text', shortName: 'text?', description: 'text?', sortKey: 'key', removedAt: 'text?' })
  await createTable(
    db,
    engine,
    'editions',
    {
      id: 'id', programmeId: '-> programmes', name: 'text', title: 'text?', actionType: 'text', year: 'integer', modality: 'text', startsOn: 'text?', endsOn: 'text?',
      hours: 'real?', minutesPerHour: 'integer', place: 'text?', syllabus: 'text?', legalBasis: 'text?', removedAt: 'text?',
    },
    [`check ("endsOn" is null or "startsOn" is null or "endsOn" >= "startsOn")`],
  )
  await run(db, 'create index "editionsOfProgramme" on "editions" ("programmeId")')
  await createTable(db, engine, 'editionPartners', { id: 'id', editionId: '-> editions', organisationId: '-> organisations', role: 'text', logoAssetId: '->? assets', position: 'integer', removedAt: 'text?' })
  await run(db, 'create index "partnersOfEdition" on "editionPartners" ("editionId")')
  await run(db, 'create index "editionsOfPartner" on "editionPartners" ("organisationId")')
  await createTable(db, engine, 'cohorts', { id: 'id', editionId: '-> editions', name: 'text', site: 'text?', districtCode: 'text?', startsOn: 'text?', endsOn: 'text?', modality: 'text?', sortKey: 'key', removedAt: 'text?' })
  await run(db, 'create index "cohortsOfEdition" on "cohorts" ("editionId")')
  await createTable(db, engine, 'enrolments', { id: 'id', cohortId: '-> cohorts', personId: '-> people', postId: '->? posts', role: 'text', state: 'text', removedAt: 'text?' })
  await run(db, 'create unique index "enrolmentsOnce" on "enrolments" ("cohortId", "personId", "role") where "removedAt" is null')
  await run(db, 'create index "enrolmentsOfPerson" on "enrolments" ("personId")')
  await run(db, 'create index "enrolmentsOfPost" on "enrolments" ("postId")')
}

const createPapers: Migration = async (db, engine) => {
  await createTable(db, engine, 'entity', {
    id: 'id', name: 'text?', siglas: 'text?', unit: 'text?', unitSiglas: 'text?', ruc: 'text?', districtCode: 'text?', city: 'text?', address: 'text?', logoAssetId: '->? assets', verifyUrl: 'text?',
  })
  await createTable(db, engine, 'yearNames', { id: 'id', year: 'integer', name: 'text', removedAt: 'text?' })
  await run(db, 'create unique index "oneNameAYear" on "yearNames" ("year") where "removedAt" is null')
  await createTable(db, engine, 'signatories', { id: 'id', name: 'text', post: 'text', entityName: 'text?', imageAssetId: '->? assets', since: 'text?', until: 'text?', position: 'integer', removedAt: 'text?' })
  await createTable(db, engine, 'series', { id: 'id', name: 'text', paperKind: 'text', pattern: 'text', removedAt: 'text?' })
  await createTable(db, engine, 'seriesCounters', { id: 'id', seriesId: '-> series', year: 'integer', last: 'integer' }, ['unique ("seriesId", "year")'])
  await createTable(
    db,
    engine,
    'certificates',
    {
      id: 'id', enrolmentId: '-> enrolments', personId: '-> people', cohortId: '-> cohorts', seriesId: '-> series', year: 'integer', correlative: 'integer', number: 'text', paperKind: 'text',
      role: 'text', personName: 'text', documentNumber: 'text?', title: 'text', issuedOn: 'text', issuedAt: 'text', code: 'text', frozen: 'text', frozenHash: 'text', searchKey: 'key', sortKey: 'key',
    },
    // What makes a number impossible to give twice, whatever the code above does.
    ['unique ("seriesId", "year", "correlative")', 'unique ("code")'],
  )
  await makeAppendOnly(db, engine, 'certificates')
  await run(db, 'create index "certificatesInOrder" on "certificates" ("year" desc, "seriesId", "correlative")')
  await run(db, 'create index "certificatesByMoment" on "certificates" ("issuedAt", "cohortId")')
  await run(db, 'create index "certificatesOfCohort" on "certificates" ("cohortId")')
  await run(db, 'create index "certificatesOfPerson" on "certificates" ("personId")')
  await run(db, 'create index "certificatesOfEnrolment" on "certificates" ("enrolmentId")')
}
