import type { Migration } from './table.ts'
import { createTable, makeAppendOnly, run } from './table.ts'

/** Designs, versions and kept bytes of papers, corrections, annulments, delivery, reserved numbers, the seal. */
export const trust: Migration = async (db, engine) => {
  await createSeal(db, engine)
  await createDesigns(db, engine)
  await rebuildCertificates(db, engine)
  await createKept(db, engine)
  await createCorrections(db, engine)
  await createDelivery(db, engine)
  await extendSettings(db, engine)
}

const createSeal: Migration = async (db, engine) => {
  await createTable(db, engine, 'sealRoots', { id: 'id', publicKey: 'text', fingerprint: 'text', ruc: 'text', name: 'text', isOwn: 'integer', addedAt: 'text', removedAt: 'text?' })
  await run(db, 'create unique index "oneRootAKey" on "sealRoots" ("publicKey") where "removedAt" is null')
  await createTable(
    db,
    engine,
    'sealKeys',
    {
      id: 'id', rootId: '-> sealRoots', kid: 'text', publicKey: 'text', ruc: 'text', ubigeo: 'text?', name: 'text', since: 'text', until: 'text', compromisedAt: 'text?', bundle: 'text',
      isOwn: 'integer', device: 'text?', lastSerial: 'integer', removedAt: 'text?',
    },
    [`check ("lastSerial" >= 0)`],
  )
  await run(db, 'create index "sealKeysByKid" on "sealKeys" ("kid")')
  await run(db, 'create unique index "oneBundleAKey" on "sealKeys" ("rootId", "publicKey") where "removedAt" is null')
  await createTable(db, engine, 'sealLists', { id: 'id', ruc: 'text', rootId: '-> sealRoots', kid: 'text', issuedAt: 'text', nextAt: 'text', bytes: 'text', isOwn: 'integer', removedAt: 'text?' })
  await run(db, 'create index "sealListsOfRoot" on "sealLists" ("rootId", "issuedAt")')
}

const createDesigns: Migration = async (db, engine) => {
  await createTable(db, engine, 'designs', { id: 'id', name: 'text', paperKind: 'text?', role: 'text?', draft: 'text?', removedAt: 'text?' })
  await createTable(db, engine, 'designVersions', { id: 'id', designId: '-> designs', version: 'integer', document: 'text', sha256: 'text', savedAt: 'text', savedBy: 'text' }, ['unique ("designId", "version")'])
  await makeAppendOnly(db, engine, 'designVersions')
  await createTable(db, engine, 'certificateLooks', { id: 'id', sha256: 'text', designRef: 'text', designVersion: 'integer?', words: 'text' }, ['unique ("sha256")'])
  await run(db, 'create index "looksOfDesign" on "certificateLooks" ("designRef")')
  await makeAppendOnly(db, engine, 'certificateLooks')
}

/** A number may now bear several versions, one after another: the rule that gave each number once is made anew, so the table is too. */
const rebuildCertificates: Migration = async (db, engine) => {
  const old = ['id', 'enrolmentId', 'personId', 'cohortId', 'seriesId', 'year', 'correlative', 'number', 'paperKind', 'role', 'personName', 'documentNumber', 'title', 'issuedOn', 'issuedAt', 'code', 'frozen', 'frozenHash', 'searchKey', 'sortKey', 'actaId']
  await createTable(
    db,
    engine,
    'certificatesAnew',
    {
      id: 'id', enrolmentId: '-> enrolments', personId: '-> people', cohortId: '-> cohorts', seriesId: '-> series', year: 'integer', correlative: 'integer', number: 'text', paperKind: 'text',
      role: 'text', personName: 'text', documentNumber: 'text?', title: 'text', issuedOn: 'text', issuedAt: 'text', code: 'text', version: 'integer', replacesId: 'text?', sealKeyId: '->? sealKeys', serial: 'integer?',
      lookId: '->? certificateLooks', frozen: 'text', frozenHash: 'text', searchKey: 'key', sortKey: 'key', actaId: '->? actas',
    },
    // A number is given once, a paper is replaced by one other at most, a serial is given once, whatever the code above does.
    ['unique ("seriesId", "year", "correlative", "version")', 'unique ("code")', 'unique ("replacesId")', 'unique ("sealKeyId", "serial")', `check (("version" = 1) = ("replacesId" is null))`],
  )
  const names = old.map((name) => `"${name}"`).join(', ')
  await run(db, `insert into "certificatesAnew" (${names}, "version") select ${names}, 1 from "certificates"`)
  await run(db, 'drop table "certificates"')
  if (engine === 'postgres') await run(db, 'drop function if exists "certificates_append_only"()')
  await run(db, 'alter table "certificatesAnew" rename to "certificates"')
  await makeAppendOnly(db, engine, 'certificates')
  await run(db, 'create index "certificatesInOrder" on "certificates" ("year" desc, "seriesId", "correlative")')
  await run(db, 'create index "certificatesByMoment" on "certificates" ("issuedAt", "cohortId")')
  await run(db, 'create index "certificatesOfCohort" on "certificates" ("cohortId")')
  await run(db, 'create index "certificatesOfPerson" on "certificates" ("personId")')
  await run(db, 'create index "certificatesOfEnrolment" on "certificates" ("enrolmentId")')
  await run(db, 'create index "certificatesOfActa" on "certificates" ("actaId")')
}

const createKept: Migration = async (db, engine) => {
  await createTable(db, engine, 'papers', { id: 'id', certificateId: '-> certificates', sha256: 'text', byteLength: 'integer', own: 'bytes', recipe: 'text', drawnAt: 'text' }, ['unique ("certificateId")'])
  await makeAppendOnly(db, engine, 'papers')
  await createTable(db, engine, 'paperParts', { id: 'id', sha256: 'text', bytes: 'bytes' }, ['unique ("sha256")'])
  await makeAppendOnly(db, engine, 'paperParts')
}

const createCorrections: Migration = async (db, engine) => {
  await createTable(db, engine, 'corrections', { id: 'id', reason: 'text', decidedOn: 'text', resolution: 'text?', at: 'text', who: 'text' })
  await makeAppendOnly(db, engine, 'corrections')
  await createTable(db, engine, 'correctionLines', { id: 'id', correctionId: '-> corrections', oldId: '-> certificates', newId: '-> certificates' }, ['unique ("oldId")', 'unique ("newId")'])
  await makeAppendOnly(db, engine, 'correctionLines')
  await run(db, 'create index "linesOfCorrection" on "correctionLines" ("correctionId")')
  await createTable(db, engine, 'annulments', { id: 'id', certificateId: '-> certificates', reason: 'text', resolution: 'text?', annulledOn: 'text', at: 'text', who: 'text' }, ['unique ("certificateId")'])
  await makeAppendOnly(db, engine, 'annulments')
}

const createDelivery: Migration = async (db, engine) => {
  // When a paper was drawn stands behind its bytes: found here without reading them.
  await run(db, 'create index "papersDrawn" on "papers" ("certificateId", "drawnAt")')
  await createTable(db, engine, 'printRuns', { id: 'id', kind: 'text', reason: 'text?', printedAt: 'text', who: 'text', removedAt: 'text?' })
  await createTable(db, engine, 'prints', { id: 'id', runId: '-> printRuns', certificateId: '-> certificates', position: 'integer', pages: 'integer', outcome: 'text', removedAt: 'text?' }, [`check ("position" >= 1 and "pages" >= 1)`])
  await run(db, 'create index "printsOfRun" on "prints" ("runId", "position")')
  await run(db, 'create index "printsOfCertificate" on "prints" ("certificateId")')
  await createTable(db, engine, 'signings', { id: 'id', certificateId: '-> certificates', kind: 'text', signedOn: 'text', assetId: '->? assets', signers: 'text', note: 'text?', removedAt: 'text?' })
  await run(db, 'create index "signingsOfCertificate" on "signings" ("certificateId")')
  await createTable(db, engine, 'handoverSheets', { id: 'id', code: 'text', title: 'text', organisationId: '->? organisations', cohortId: '->? cohorts', rows: 'text', pages: 'integer', printedAt: 'text', scans: 'text', removedAt: 'text?' }, ['unique ("code")'])
  await createTable(db, engine, 'handovers', {
    id: 'id', certificateId: '-> certificates', handedOn: 'text', toWhom: 'text', proxyName: 'text?', proxyDocument: 'text?', proxyNote: 'text?', sheetId: '->? handoverSheets', removedAt: 'text?',
  })
  await run(db, 'create unique index "handedOnce" on "handovers" ("certificateId") where "removedAt" is null')
  await run(db, 'create index "handoversOfSheet" on "handovers" ("sheetId")')
}

const extendSettings: Migration = async (db, engine) => {
  for (const column of ['act', 'papers']) await run(db, `alter table "signatories" add column "${column}" text`)
  for (const column of ['unitSiglas', 'book', 'owner']) await run(db, `alter table "series" add column "${column}" text`)
  await run(db, 'alter table "series" add column "rowsPerFolio" integer not null default 25')
  await createTable(
    db,
    engine,
    'numberBlocks',
    { id: 'id', seriesId: '-> series', year: 'integer', first: 'integer', last: 'integer', holder: 'text', holderName: 'text', givenAt: 'text', returnedAt: 'text?', returnReason: 'text?', removedAt: 'text?' },
    [`check ("first" >= 1 and "last" >= "first")`],
  )
  await run(db, 'create index "blocksOfSeries" on "numberBlocks" ("seriesId", "year")')
  await createTable(db, engine, 'numberNotes', { id: 'id', seriesId: '-> series', year: 'integer', first: 'integer', last: 'integer', reason: 'text', removedAt: 'text?' })
  await run(db, 'create index "notesOfSeries" on "numberNotes" ("seriesId", "year")')
}
