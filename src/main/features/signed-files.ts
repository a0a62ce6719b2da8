import type { contract } from '../../shared/contract/index.ts'
import { safeName } from '../../shared/domain/file-names.ts'
import { say } from '../../shared/messages/messages.ts'
import type { Handlers, JobContext } from '../core/context.ts'
import { missing } from '../core/failures.ts'
import { inChunks } from '../db/chunks.ts'
import { keepPapers, keptFiles } from './certificates/kept.ts'
import type { KnownParts } from './certificates/kept.ts'
import { inOrder } from './certificates/paper.ts'
import { refuseOutOfForce } from './delivery/force.ts'
import { judgeFiles } from './signed-files/judge.ts'
import { takeBackSigned } from './signed-files/keep.ts'

export const signedFiles: Handlers<typeof contract.signedFiles> = {
  exportFolder: async (context, { certificateIds }) => {
    const { read, files, language } = context
    const ids = [...new Set(certificateIds)]
    await read((db) => refuseOutOfForce(db, ids))
    await keepPapers(context, ids)
    const name = say(language, 'signed.folderName', { day: context.today(), n: ids.length })
    return files.writeFolder(name, exported(context, ids))
  },
  read: async (context, { files }) => {
    const judged = await judgeFiles(context, files)
    return { rows: judged.map(({ sha256: _, extends: _more, ...row }) => row) }
  },
  takeBack: (context, { files }) => takeBackSigned(context, files),
  open: async ({ read, files }, { certificateId }) => {
    const signed = await read((db) =>
      db
        .selectFrom('signings')
        .innerJoin('assets', 'assets.id', 'signings.assetId')
        .innerJoin('certificates', 'certificates.id', 'signings.certificateId')
        .select(['assets.bytes', 'certificates.number', 'certificates.personName'])
        .where('signings.certificateId', '=', certificateId)
        .where('signings.kind', '=', 'digital')
        .where('signings.removedAt', 'is', null)
        .orderBy('signings.id', 'desc')
        .executeTakeFirst(),
    )
    if (signed === undefined) missing('signed.notSigned')
    return files.write(safeName(`${signed.number} ${signed.personName} [firmado].pdf`), signed.bytes)
  },
}

/** The papers as they are kept, each named by its number and person, and what to do with them. */
async function* exported({ read, step, language }: JobContext, ids: readonly string[]): AsyncGenerator<{ name: string; bytes: Uint8Array }> {
  const records = await read((db) => inOrder(db, ids, 'number'))
  const parts: KnownParts = new Map()
  let done = 0
  for (const chunk of inChunks(records, 100)) {
    const kept = await read((db) => keptFiles(db, chunk.map((one) => one.id), parts))
    for (const one of chunk) {
      const bytes = kept.get(one.id)
      if (bytes !== undefined) yield { name: safeName(`${one.number} ${one.personName}.pdf`), bytes }
      done += 1
    }
    await step({ done, total: records.length, note: '' })
  }
  const list = records.map((one, at) => `${at + 1}\t${one.number}\t${one.personName}\t${safeName(`${one.number} ${one.personName}.pdf`)}`)
  // Notepad takes UTF-8 for what it is by this mark, and needs both signs at the end of a line.
  const words = `\uFEFF${[...say(language, 'signed.readMe', { n: records.length }).split('\n'), '', say(language, 'signed.listHead'), ...list, ''].join('\r\n')}`
  yield { name: 'LEAME.txt', bytes: new TextEncoder().encode(words) }
}
