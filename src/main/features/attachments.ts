import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../core/context.ts'
import { Failure, missing, refuse } from '../core/failures.ts'
import type { Reader } from '../db/doors.ts'
import { attachmentsOf } from './attachments/records.ts'
import type { AttachmentOwner } from './attachments/records.ts'
import { FileRefused, readAny } from './evidence/files.ts'
import { keepFile } from './evidence/records.ts'
import { live } from './live.ts'

export const attachments: Handlers<typeof contract.attachments> = {
  list: ({ db }, { owner, ownerId }) => attachmentsOf(db, owner, ownerId),
  add: async ({ files, write, language, now }, { file, owner, ownerId, title, datedOn, note }) => {
    const read = await readAny(files.path(file), file).catch((error: unknown) => {
      throw error instanceof FileRefused ? new Failure('refused', 'evidence.notTaken', { name: file.name, reason: error.say(language) }) : error
    })
    return write(async (db) => {
      await ownerLive(db, owner, ownerId)
      const assetId = await keepFile(db, read)
      const same = await db.selectFrom('attachments').select('id').where('assetId', '=', assetId).where('ownerId', '=', ownerId).where('removedAt', 'is', null).executeTakeFirst()
      if (same !== undefined) refuse('evidence.alreadyThere')
      const [id = ''] = await db.add('attachments', [{ assetId, owner, ownerId, title: title ?? titleOf(file.name), datedOn, note, addedAt: now() }])
      return { id, act: db.act }
    })
  },
  update: async ({ db }, { id, fields }) => {
    await live(db, 'attachments', id, 'attachments.missing')
    await db.change('attachments', id, fields)
    return { id, act: db.act }
  },
  remove: async ({ db }, { id }) => {
    await live(db, 'attachments', id, 'attachments.missing')
    await db.remove('attachments', id)
    return { id, act: db.act }
  },
  file: async ({ read, files }, { id }) => {
    const asset = await read(async (db) => {
      const { assetId } = await live(db, 'attachments', id, 'attachments.missing')
      return db.selectFrom('assets').select(['name', 'bytes']).where('id', '=', assetId).executeTakeFirstOrThrow()
    })
    return files.writePassing(asset.name, asset.bytes)
  },
}

/** What the file is called until somebody says what it is: its name without the extension. */
function titleOf(name: string): string {
  const bare = name.normalize('NFC').replace(/\.[^.]{1,5}$/, '').trim()
  return (bare === '' ? name : bare).slice(0, 200)
}

/** Throws `missing` when the record that the file would belong to is gone. */
async function ownerLive(db: Reader, owner: AttachmentOwner, id: string): Promise<void> {
  // Each of these tables has an id and a mark of removal; Kysely wants the literal name of one.
  const row = await db.selectFrom(owner as 'agreements').select('id').where('id', '=', id).where('removedAt', 'is', null).executeTakeFirst()
  if (row === undefined) missing('attachments.noOwner')
}
