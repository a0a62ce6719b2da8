import type { contract } from '../../shared/contract/index.ts'
import { say } from '../../shared/messages/messages.ts'
import type { Handlers } from '../core/context.ts'
import { missing } from '../core/failures.ts'
import { actaPaper, actaSheet } from '../documents/acta-paper.ts'
import { drawFormal, drawReport } from '../documents/drawing-batch.ts'
import { closeActa } from './actas/close.ts'
import { gatherActa, paperLanguage, readActa } from './actas/gather.ts'
import { draftSeen, nextActa } from './actas/look.ts'
import { actaOf, actaRows, papersGivenBy } from './actas/register.ts'
import { imagesByHash } from './assets.ts'

export const actas: Handlers<typeof contract.actas> = {
  list: ({ db }, which) => actaRows(db, which),
  draft: ({ db, language, today, now, about }, { cohortId }) => draftSeen(db, cohortId, { language, today: today(), now: now(), device: about.device }),
  saveDraft: async ({ db, today, language }, { cohortId, fields }) => {
    const { fields: current, draftId } = await gatherActa(db, cohortId, { today: today(), language })
    const { signers, ...rest } = { ...current, ...fields }
    const row = { ...rest, signers: JSON.stringify(signers) }
    if (draftId !== null) await db.change('actaDrafts', draftId, row)
    const [id = draftId ?? ''] = draftId === null ? await db.add('actaDrafts', [{ cohortId, ...row }]) : []
    return { id, act: db.act }
  },
  preview: async ({ read, files, language, today, now, about, signal, step }, { cohortId }) => {
    const { next, images, group } = await read(async (db) => {
      const { next: acta, gathered } = await nextActa(db, cohortId, { language, today: today(), now: now(), device: about.device })
      return { next: acta, images: await imagesByHash(db, acta.logos.map((logo) => logo.assetHash)), group: gathered.cohort.name }
    })
    const name = say(language, 'actas.draftFileName', { group })
    await step({ done: 0, total: 0, note: name })
    const paper = actaPaper(next, { images, digest: null, watermark: say(paperLanguage, 'actas.draft') })
    return files.writePassing(`${name}.pdf`, drawFormal(paper, { signal }))
  },
  close: ({ db, language, today, now, who, about }, { cohortId }) => closeActa(db, cohortId, { language, today: today(), now: now(), who, device: about.device }),
  get: async ({ db }, { id }) => {
    const [row] = await actaRows(db, { id })
    if (row === undefined) missing('actas.missing')
    return { ...row, frozen: (await actaOf(db, id)).frozen, papers: await papersGivenBy(db, id) }
  },
  draw: async ({ read, files, language, signal, step }, { id, format }) => {
    const { acta, frozen, images, group } = await read(async (db) => {
      const row = await actaOf(db, id)
      const words = readActa(row.frozen)
      const cohort = await db.selectFrom('cohorts').select('name').where('id', '=', row.cohortId).executeTakeFirstOrThrow()
      return { acta: row, frozen: words, images: await imagesByHash(db, words.logos.map((logo) => logo.assetHash)), group: cohort.name }
    })
    const name = say(language, 'actas.fileName', { number: acta.number, group })
    await step({ done: 0, total: 0, note: name })
    if (format === 'xlsx') return files.write(`${name}.xlsx`, drawReport('xlsx', actaSheet(frozen), { signal }))
    return files.write(`${name}.pdf`, drawFormal(actaPaper(frozen, { images, digest: acta.frozenHash, watermark: null }), { signal }))
  },
}
