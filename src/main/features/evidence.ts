import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../core/context.ts'
import { Failure, refuse } from '../core/failures.ts'
import type { Reader } from '../db/doors.ts'
import type { EntityTables } from '../db/schema.ts'
import { scanPicture } from '../intake/scan-picture.ts'
import { asRefusal, FileRefused, readAny } from './evidence/files.ts'
import { recognise } from './evidence/recognise.ts'
import { addEvidence, keepFile, sameEvidence } from './evidence/records.ts'
import { evidenceSeen } from './evidence/seen.ts'
import { live } from './live.ts'

/** Dots an inch of a page to look at: small writing can be read, and a page takes a tenth of a second. */
const screenDpi = 110

export const evidence: Handlers<typeof contract.evidence> = {
  recognise: (context, { files }) => recognise(context, files),
  attach: async (context, { file, to, note }) => {
    const { files, write, language, now } = context
    const read = await readAny(files.path(file), file).catch((error: unknown) => {
      throw error instanceof FileRefused ? new Failure('refused', 'evidence.notTaken', { name: file.name, reason: error.say(language) }) : error
    })
    return write(async (db) => {
      const of = to.kind === 'session' ? { sessionId: (await live(db, 'sessions', to.id, 'sessions.missing')).id } : { checkId: (await live(db, 'applicationChecks', to.id, 'evidence.noCheck')).id }
      const assetId = await keepFile(db, read)
      const kind = to.kind === 'session' && ['pdf', 'jpg', 'png'].includes(read.type) ? 'list' : 'other'
      const { id, isNew } = await addEvidence(db, { assetId, fileName: file.name, kind, addedAt: now(), placedBy: 'hand', note, ...of })
      if (!isNew) refuse('evidence.alreadyThere')
      return { id }
    })
  },
  list: ({ db, language }, which) => evidenceSeen(db, which, language),
  place: async ({ db }, { id, to }) => {
    const row = await live(db, 'evidence', id, 'evidence.missing')
    const patch = await placeWanted(db, to)
    const same = await sameEvidence(db, { ...row, ...patch })
    if (same !== null && same !== id) refuse('evidence.alreadyThere')
    // What waited in the tray carried the reason why; it is answered now.
    const wasInTray = row.sheetId === null && row.sessionId === null && row.checkId === null
    await db.change('evidence', id, { ...patch, ...(wasInTray ? { note: null } : {}) })
    return { id, act: db.act }
  },
  remove: async ({ db }, { id }) => {
    await live(db, 'evidence', id, 'evidence.missing')
    await db.remove('evidence', id)
    return { id, act: db.act }
  },
  picture: async ({ read, files }, { id }) => {
    const { row, type } = await read(async (db) => {
      const found = await live(db, 'evidence', id, 'evidence.missing')
      const asset = await db.selectFrom('assets').select('type').where('id', '=', found.assetId).executeTakeFirstOrThrow()
      return { row: found, type: asset.type }
    })
    const bytes = (): Promise<Uint8Array> => read((db) => bytesOf(db, row.assetId))
    // A PDF kept whole has many pages: it is shown as it came.
    const isPage = type === 'jpg' || type === 'png' || (type === 'pdf' && row.filePage !== null)
    if (!isPage) return files.writePassing(row.fileName, await bytes())
    const png = await scanPicture({ key: row.assetId, bytes, type, page: row.filePage ?? 1, turns: row.turns, dpi: screenDpi }).catch((error: unknown) => {
      throw asRefusal(error) instanceof FileRefused ? new Failure('refused', 'evidence.noPicture', { name: row.fileName }) : error
    })
    return files.writePassing(`${row.fileName.replace(/\.[^.]*$/, '')}${row.filePage === null ? '' : ` ${row.filePage}`}.png`, png)
  },
}

type Wanted = Parameters<typeof evidence.place>[1]['to']
type Place = Pick<EntityTables['evidence'], 'kind' | 'sheetId' | 'page' | 'sessionId' | 'checkId' | 'placedBy'>

/** The fields that put it there. Throws `missing`, or `refused` for a page that the sheet does not have. */
async function placeWanted(db: Reader, to: Wanted): Promise<Place> {
  const nowhere = { sheetId: null, page: null, sessionId: null, checkId: null }
  if (to.kind === 'tray') return { ...nowhere, kind: 'sheet', placedBy: null }
  if (to.kind === 'session') return { ...nowhere, kind: 'list', placedBy: 'hand', sessionId: (await live(db, 'sessions', to.sessionId, 'sessions.missing')).id }
  const sheet = await live(db, 'sheets', to.sheetId, 'sheets.missing')
  if (to.page > sheet.pages) refuse('evidence.pageOutside', { code: sheet.code, pages: sheet.pages })
  return { ...nowhere, kind: 'sheet', placedBy: 'hand', sheetId: sheet.id, page: to.page }
}

async function bytesOf(db: Reader, assetId: string): Promise<Uint8Array> {
  const asset = await db.selectFrom('assets').select('bytes').where('id', '=', assetId).executeTakeFirstOrThrow()
  return asset.bytes
}
