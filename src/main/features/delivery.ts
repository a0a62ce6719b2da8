import type { contract } from '../../shared/contract/index.ts'
import type { FileRef } from '../../shared/rpc/wire.ts'
import type { Handlers, JobContext } from '../core/context.ts'
import { Failure } from '../core/failures.ts'
import type { Reader } from '../db/doors.ts'
import { fillSheet, handOver, signByHand } from './delivery/handing.ts'
import { printPile, printRun, printRuns, tellOutcome } from './delivery/printing.ts'
import { handoverSheet, handoverSheets, readHandoverSheet } from './delivery/sheet-records.ts'
import { drawn, printHandoverSheets } from './delivery/sheets.ts'
import { deliveryIds, deliveryRows, pendingByOrganisation } from './delivery/steps.ts'
import { FileRefused, readScan } from './evidence/files.ts'
import { keepFile } from './evidence/records.ts'
import { live } from './live.ts'

export const delivery: Handlers<typeof contract.delivery> = {
  list: ({ db }, { offset, limit, ...filter }) => deliveryRows(db, filter, { offset, limit }),
  pending: async ({ db }, { year }) => ({ rows: await pendingByOrganisation(db, year) }),
  ids: ({ db }, filter) => deliveryIds(db, filter),
  get: async ({ db }, { certificateId }) => ({
    prints: await printsOf(db, certificateId),
    signings: await db.selectFrom('signings').select(['id', 'kind', 'signedOn', 'assetId', 'signers', 'note']).where('certificateId', '=', certificateId).where('removedAt', 'is', null).orderBy('signedOn').orderBy('id').execute(),
    handovers: await db
      .selectFrom('handovers')
      .select(['id', 'handedOn', 'toWhom', 'proxyName', 'proxyDocument', 'proxyNote', 'sheetId'])
      .where('certificateId', '=', certificateId)
      .where('removedAt', 'is', null)
      .orderBy('handedOn')
      .orderBy('id')
      .execute(),
  }),
  print: (context, input) => printPile(context, input),
  runs: ({ db }, window) => printRuns(db, window),
  run: ({ db }, { runId }) => printRun(db, runId),
  outcome: async ({ db }, { runId, ranges }) => {
    await tellOutcome(db, runId, ranges)
    return { id: runId, act: db.act }
  },
  signByHand: async ({ db, today }, input) => ({ ...(await signByHand(db, input, today())), id: db.act, act: db.act }),
  handOver: async ({ db, today }, input) => ({ ...(await handOver(db, input, today())), id: db.act, act: db.act }),
  takeBackHandover: async ({ db }, { handoverId }) => {
    await live(db, 'handovers', handoverId, 'delivery.handoverMissing')
    await db.remove('handovers', handoverId)
    return { id: handoverId, act: db.act }
  },
  sheets: ({ db }, window) => handoverSheets(db, window),
  sheet: ({ db }, { sheetId }) => handoverSheet(db, sheetId),
  printSheets: (context, input) => printHandoverSheets(context, input),
  drawSheet: (context, { sheetId }) => drawn(context, [sheetId]),
  fillSheet: async ({ db, today }, input) => {
    await fillSheet(db, input, today())
    return { id: input.sheetId, act: db.act }
  },
  attachScan: (context, input) => attachScan(context, input),
}

async function printsOf(db: Reader, certificateId: string) {
  return db
    .selectFrom('prints')
    .innerJoin('printRuns', 'printRuns.id', 'prints.runId')
    .select(['printRuns.printedAt', 'printRuns.kind', 'printRuns.reason', 'prints.outcome', 'printRuns.who'])
    .where('prints.certificateId', '=', certificateId)
    .where('prints.removedAt', 'is', null)
    .orderBy('printRuns.printedAt')
    .orderBy('prints.id')
    .execute()
}

/** Keeps what came back of a sheet: scans and photographs, each once. Throws `refused` naming the file that is none. */
async function attachScan({ files, write, language }: JobContext, { sheetId, files: given }: { readonly sheetId: string; readonly files: readonly FileRef[] }): Promise<{ id: string; act: string }> {
  const scans: Awaited<ReturnType<typeof readScan>>[] = []
  for (const file of given) {
    scans.push(
      await readScan(files.path(file), file).catch((error: unknown) => {
        throw error instanceof FileRefused ? new Failure('refused', 'evidence.notTaken', { name: file.name, reason: error.say(language) }) : error
      }),
    )
  }
  return write(async (db) => {
    const { scanIds } = await readHandoverSheet(db, sheetId)
    const kept = new Set(scanIds)
    for (const scan of scans) kept.add(await keepFile(db, scan))
    await db.change('handoverSheets', sheetId, { scans: JSON.stringify([...kept]) })
    return { id: sheetId, act: db.act }
  })
}
