import type { contract } from '../../shared/contract/index.ts'
import { modelNames } from '../../shared/domain/design/models.ts'
import { say } from '../../shared/messages/messages.ts'
import type { Language } from '../../shared/messages/messages.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import type { Reader } from '../db/doors.ts'
import { rowCount } from '../db/queries.ts'
import { drawPreview } from '../documents/certificate-batch.ts'
import { layOut } from '../documents/design/layout.ts'
import { imagesByHash } from './assets.ts'
import { checkPeople } from './designs/check.ts'
import { addDesign, exportDesign, loadDesign } from './designs/file.ts'
import { imageSizes, sampleFor, warningsOf } from './designs/look.ts'
import { blankDocument, modelFor } from './designs/models.ts'
import { proofOf } from './designs/proof.ts'
import { designToUse, isModel, readDocument, versionOf, written } from './designs/records.ts'
import { live } from './live.ts'

export const designs: Handlers<typeof contract.designs> = {
  list: async ({ db, language }) => ({ models: modelsSeen(language), designs: await designsSeen(db) }),
  get: async ({ db, language }, { id, version }) => {
    if (isModel(id)) {
      const { name, document } = await designToUse(db, id, language)
      return { id, name, ...modelFor(id), document, isDraft: false, version: 0, versions: [] }
    }
    const { name, paperKind, role, draft } = await live(db, 'designs', id, 'paperDesigns.missing')
    const kept = await versionOf(db, id, version)
    const isDraft = version === undefined && draft !== null
    return { id, name, paperKind, role, document: isDraft ? readDocument(draft) : kept.document, isDraft, version: kept.version, versions: await versionsSeen(db, id) }
  },
  create: async ({ db, language, who, now }, { name, from, paperKind, role }) => {
    await checkName(db, name)
    const document = from === null ? blankDocument(styleNames(language)) : (await designToUse(db, from, language)).document
    return { id: await addDesign(db, { name, paperKind, role }, document, { savedAt: now(), savedBy: who }), act: db.act }
  },
  rename: async ({ db }, { id, fields }) => {
    await live(db, 'designs', id, 'paperDesigns.missing')
    if (fields.name !== undefined) await checkName(db, fields.name, id)
    await db.change('designs', id, fields)
    return { id, act: db.act }
  },
  keepDraft: async ({ db }, { id, document }) => {
    await live(db, 'designs', id, 'paperDesigns.missing')
    const { json, sha256 } = written(document)
    await db.change('designs', id, { draft: sha256 === (await versionOf(db, id)).sha256 ? null : json })
    return { id }
  },
  discardDraft: async ({ db }, { id }) => {
    await live(db, 'designs', id, 'paperDesigns.missing')
    await db.change('designs', id, { draft: null })
    return { id, act: db.act }
  },
  save: async ({ db, who, now }, { id, document }) => {
    await live(db, 'designs', id, 'paperDesigns.missing')
    const last = await versionOf(db, id)
    const { json, sha256 } = written(document)
    const isSame = sha256 === last.sha256
    if (!isSame) await db.add('designVersions', [{ designId: id, version: last.version + 1, document: json, sha256, savedAt: now(), savedBy: who }])
    await db.change('designs', id, { draft: null })
    return { id, act: db.act, version: isSame ? last.version : last.version + 1 }
  },
  remove: async ({ db }, { id }) => {
    await live(db, 'designs', id, 'paperDesigns.missing')
    await db.remove('designs', id)
    return { id, act: db.act }
  },
  look: async ({ db, language, today }, { document, ...asked }) => {
    const words = await sampleFor(db, asked, { language, today: today() })
    const images = await imageSizes(db, document, words)
    return { pages: layOut(document, words, images), warnings: warningsOf(document, words, images, language) }
  },
  check: async ({ db, language, today }, { id, enrolmentIds }) => checkPeople(db, await designToUse(db, id, language), enrolmentIds, { language, today: today() }),
  draw: async ({ read, files, language, today }, { document, ...asked }) => {
    const { words, images } = await read(async (db) => {
      const sample = await sampleFor(db, asked, { language, today: today() })
      return { words: sample, images: await imagesByHash(db, (await imageSizes(db, document, sample)).keys()) }
    })
    return files.writePassing(`${say(language, 'paperDesigns.proof')}.pdf`, await drawPreview(proofOf(document, words, { language, today: today() }), images))
  },
  export: (context, { id }) => exportDesign(context, id),
  load: (context, { file }) => loadDesign(context, file),
}

function styleNames(language: Language) {
  return { title: say(language, 'paperDesigns.styleTitle'), name: say(language, 'paperDesigns.styleName'), text: say(language, 'paperDesigns.styleText'), small: say(language, 'paperDesigns.styleSmall') }
}

function modelsSeen(language: Language) {
  return modelNames.map((model) => ({ model, name: say(language, 'paperDesigns.model', { model }), about: say(language, 'paperDesigns.modelAbout', { model }), ...modelFor(model) }))
}

async function designsSeen(db: Reader) {
  const rows = await db.selectFrom('designs').selectAll().where('removedAt', 'is', null).orderBy('name').orderBy('id').execute()
  const versions = await db.selectFrom('designVersions').select(['designId', 'version', 'savedAt']).orderBy('version').execute()
  const used = await usesBy(db)
  return rows.map(({ id, name, paperKind, role, draft }) => {
    const last = versions.findLast((one) => one.designId === id)
    return { id, name, paperKind, role, hasDraft: draft !== null, version: last?.version ?? 0, savedAt: last?.savedAt ?? null, used: used.filter((one) => one.ref === id).reduce((sum, one) => sum + one.n, 0) }
  })
}

async function versionsSeen(db: Reader, designId: string) {
  const rows = await db.selectFrom('designVersions').select(['version', 'savedAt', 'savedBy']).where('designId', '=', designId).orderBy('version', 'desc').execute()
  const used = await usesBy(db, designId)
  return rows.map((row) => ({ ...row, used: used.find((one) => one.version === row.version)?.n ?? 0 }))
}

/** How many papers were issued with each version of each design. */
async function usesBy(db: Reader, designId?: string): Promise<{ ref: string; version: number | null; n: number }[]> {
  let ask = db
    .selectFrom('certificates')
    .innerJoin('certificateLooks', 'certificateLooks.id', 'certificates.lookId')
    .select(['certificateLooks.designRef as ref', 'certificateLooks.designVersion as version', rowCount().as('n')])
    .groupBy(['certificateLooks.designRef', 'certificateLooks.designVersion'])
  if (designId !== undefined) ask = ask.where('certificateLooks.designRef', '=', designId)
  return ask.execute()
}

/** Two designs of one name would be told apart by nobody. */
async function checkName(db: Reader, name: string, except?: string): Promise<void> {
  const rows = await db.selectFrom('designs').select(['id', 'name']).where('removedAt', 'is', null).execute()
  if (rows.some((row) => row.id !== except && row.name.toLocaleLowerCase('es') === name.toLocaleLowerCase('es'))) refuse('paperDesigns.nameTaken', { name })
}
