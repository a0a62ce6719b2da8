import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { MeetingExport } from '../../../shared/domain/meetings/read-export.ts'
import { readExport } from '../../../shared/domain/meetings/read-export.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import type { Reader } from '../../db/doors.ts'
import { IntakeFailure } from '../../intake/failures.ts'
import { readWorkbook } from '../../intake/read.ts'
import type { Workbook } from '../../intake/table.ts'

/** A file as it was read: what it tells of a meeting, or what is wrong with it. */
export interface MeetingFile {
  readonly sha256: string
  readonly name: string
  readonly read: MeetingExport | null
  /** What the intake said of a file that it could not read. */
  readonly failure: IntakeFailure | null
}

/** Each reading after a decision asks for the same files again: those of one import stay parsed. */
const KEPT = 80
const cache = new Map<string, MeetingFile>()
/** Files that are parsed at once: each has a thread of its own. */
const AT_ONCE = 3

/** Reads the files, each parsed in a worker the first time. One that cannot be read says so and keeps no other back. */
export async function readMeetingFiles(context: JobContext, files: readonly FileRef[]): Promise<MeetingFile[]> {
  const note = say(context.language, 'meetings.step.reading')
  const found: MeetingFile[] = []
  for (let start = 0; start < files.length; start += AT_ONCE) {
    await context.step({ done: start, total: files.length, note })
    found.push(...(await Promise.all(files.slice(start, start + AT_ONCE).map(async (file) => parsed(context, context.files.path(file), await context.files.digest(file), file.name)))))
  }
  return found
}

/** The bytes and the type of a file that came in, as evidence keeps them. */
export async function bytesOf(context: JobContext, file: FileRef): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: 'csv' | 'xlsx' | 'other' }> {
  const extension = extname(file.name).toLowerCase()
  return { bytes: new Uint8Array(await readFile(context.files.path(file))), type: extension === '.xlsx' ? 'xlsx' : extension === '.csv' || extension === '.txt' ? 'csv' : 'other' }
}

/** An export that was taken for a session before. */
export interface EarlierFile extends MeetingFile {
  readonly sessionId: string
}

/**
 * The exports that were kept as evidence of a group's sessions, but those that come again now: what a second file of one session adds
 * is joined to them, and never takes their minutes away.
 */
export async function earlierFiles(context: JobContext, cohortId: string, now: readonly MeetingFile[]): Promise<EarlierFile[]> {
  const rows = await context.read((db) => earlierRows(db, cohortId))
  const again = new Set(now.map((file) => file.sha256))
  const found: EarlierFile[] = []
  for (const row of rows) {
    if (again.has(row.sha256)) continue
    const known = cache.get(`${row.sha256}|${row.fileName}`) ?? (await parsedBytes(context, row))
    found.push({ ...known, sessionId: row.sessionId })
  }
  return found
}

interface EarlierRow {
  readonly assetId: string
  readonly sha256: string
  readonly fileName: string
  readonly sessionId: string
}

async function earlierRows(db: Reader, cohortId: string): Promise<EarlierRow[]> {
  const rows = await db
    .selectFrom('evidence')
    .innerJoin('sessions', 'sessions.id', 'evidence.sessionId')
    .innerJoin('assets', 'assets.id', 'evidence.assetId')
    .select(['evidence.assetId', 'evidence.fileName', 'evidence.sessionId', 'assets.sha256'])
    .where('sessions.cohortId', '=', cohortId)
    .where('sessions.removedAt', 'is', null)
    .where('evidence.kind', '=', 'meeting')
    .where('evidence.removedAt', 'is', null)
    .orderBy('evidence.id')
    .execute()
  return rows.flatMap((row) => (row.sessionId === null ? [] : [{ ...row, sessionId: row.sessionId }]))
}

async function parsedBytes(context: JobContext, { assetId, sha256, fileName }: EarlierRow): Promise<MeetingFile> {
  const asset = await context.read((db) => db.selectFrom('assets').select('bytes').where('id', '=', assetId).executeTakeFirst())
  const file = await context.files.receive(fileName, asset?.bytes ?? new Uint8Array())
  return parsed(context, context.files.path(file), sha256, fileName)
}

async function parsed(context: JobContext, path: string, sha256: string, name: string): Promise<MeetingFile> {
  const key = `${sha256}|${name}`
  const known = cache.get(key)
  if (known !== undefined) return known
  const file = await readOne(context, path, sha256, name)
  if (file.failure === null) cache.set(key, file)
  for (const old of [...cache.keys()].slice(0, -KEPT)) cache.delete(old)
  return file
}

async function readOne(context: JobContext, path: string, sha256: string, name: string): Promise<MeetingFile> {
  try {
    const workbook = await readWorkbook(path, { signal: context.signal })
    return { sha256, name, read: exportIn(workbook), failure: null }
  } catch (error) {
    if (error instanceof IntakeFailure) return { sha256, name, read: null, failure: error }
    throw error
  }
}

/** The sheet of a workbook that tells of the joins; a report of several sheets has them on one. */
function exportIn(workbook: Workbook): MeetingExport | null {
  const reads = workbook.sheets.filter((sheet) => !sheet.hidden).flatMap((sheet) => readExport(sheet) ?? [])
  const timed = reads.find((read) => read.joins.some((one) => one.join !== null))
  return timed ?? reads[0] ?? null
}
