import type { contract } from '../../shared/contract/index.ts'
import { say } from '../../shared/messages/messages.ts'
import type { Handlers, JobContext } from '../core/context.ts'
import { missing, refuse } from '../core/failures.ts'
import type { Reader, Writer } from '../db/doors.ts'
import type { EntityTables } from '../db/schema.ts'
import type { AnnexList } from '../documents/funder-report/model.ts'
import { live } from './live.ts'
import { compose } from './funder-reports/compose.ts'
import { drawIssued, drawnReport, packed } from './funder-reports/files.ts'
import { issuedOf, keepIssued, nextNumber, partRows, readyToKeep } from './funder-reports/kept.ts'
import { issuedSeen, listText } from './funder-reports/look.ts'
import type { ReportDefinition } from './funder-reports/records.ts'
import { issuedRows, readReport, reportOf, spanOf, usualSections } from './funder-reports/records.ts'

export const funderReports: Handlers<typeof contract.funderReports> = {
  list: async ({ db }) => {
    const issued = Map.groupBy(await issuedRows(db), (row) => row.reportId)
    const frames = await db.selectFrom('frames').leftJoin('organisations', 'organisations.id', 'frames.organisationId').select(['frames.id', 'frames.name', 'organisations.name as organisationName']).execute()
    const rows = await db.selectFrom('funderReports').selectAll().where('removedAt', 'is', null).orderBy('id', 'desc').execute()
    return rows.map(readReport).map((report) => {
      const frame = frames.find((one) => one.id === report.frameId)
      return { ...report, frameName: frame?.name ?? '', organisationName: frame?.organisationName ?? null, issued: issued.get(report.id) ?? [] }
    })
  },
  get: async ({ db }, { id }) => ({ ...(await reportOf(db, id)), issued: (await issuedRows(db)).filter((row) => row.reportId === id) }),
  create: async ({ db, language }, { name, frameId, agreementId }) => {
    const frame = await live(db, 'frames', frameId, 'funderReports.frameMissing')
    const paidBy = agreementId ?? frame.agreementId
    const [id = ''] = await db.add('funderReports', [written({ name, frameId, agreementId: paidBy, editionIds: null, language, currency: await currencyOf(db, paidBy), logoAssetIds: await logosOf(db, paidBy), sections: usualSections() })])
    return { id, act: db.act }
  },
  update: async ({ db }, { id, fields }) => {
    const before = await reportOf(db, id)
    if (fields.frameId !== undefined && fields.frameId !== before.frameId) await live(db, 'frames', fields.frameId, 'funderReports.frameMissing')
    if (fields.agreementId != null && fields.agreementId !== before.agreementId) await live(db, 'agreements', fields.agreementId, 'funderReports.agreementMissing')
    const ids = (fields.sections ?? []).map((section) => section.id)
    if (new Set(ids).size !== ids.length) refuse('funderReports.sameSection')
    const { id: _, ...whole } = { ...before, ...fields }
    await db.change('funderReports', id, written(whole))
    return { id, act: db.act }
  },
  copy: async ({ db }, { id, name }) => {
    const { id: _, ...fields } = await reportOf(db, id)
    const [copy = ''] = await db.add('funderReports', [written({ ...fields, name })])
    return { id: copy, act: db.act }
  },
  remove: async ({ db }, { id }) => {
    await reportOf(db, id)
    if ((await nextNumber(db, id)) > 1) refuse('funderReports.wasIssued')
    await db.remove('funderReports', id)
    return { id, act: db.act }
  },
  check: async (context, asked) => {
    const report = await reportOf(context.db, asked.reportId)
    const { problems } = await compose(context, report, await spanOf(context.db, report, asked), { number: null, madeAt: context.now() })
    return { problems: problems.map((one) => ({ ...one })) }
  },
  draft: async (context, { format, ...asked }) => {
    const { data, lists } = await composedDraft(context, asked, format === 'xlsx')
    const name = say(data.language, 'funderReports.draftFileName', { title: data.title })
    await context.step({ done: 0, total: 0, note: name })
    return context.files.writePassing(`${name}.${format}`, drawnReport(context, data, lists, format))
  },
  issue: async (context, asked) => {
    const { step, now, who, language } = context
    await step({ done: 0, total: 0, note: say(language, 'funderReports.counting') })
    const { report, span, number, ready } = await context.read(async (db) => {
      const definition = await reportOf(db, asked.reportId)
      const days = await spanOf(db, definition, asked)
      const next = await nextNumber(db, definition.id)
      const composed = await compose(readingContext(context, db, definition), definition, days, { number: next, madeAt: now() })
      const fatal = composed.problems.find((problem) => problem.isFatal)
      if (fatal !== undefined) refuse('funderReports.fatal', { sentence: fatal.sentence })
      return { report: definition, span: days, number: next, ready: await readyToKeep(composed, (done, total) => step({ done, total, note: say(language, 'funderReports.keeping') })) }
    })
    const id = await context.write((db) => keepIssued(db, { report, span, number, ready, at: now(), who }))
    return { id, number }
  },
  draw: (context, { issuedId, format }) => drawIssued(context, issuedId, format),
  package: (context, { issuedId, formats }) => packed(context, issuedId, formats),
  issued: (context, { issuedId }) => issuedSeen(context, issuedId),
  issuedList: async ({ db }, { issuedId, key }) => {
    const { frozen } = await issuedOf(db, issuedId)
    const list = frozen.lists.find((one) => one.key === key)
    if (list === undefined) return missing('funderReports.listMissing')
    const rows: string[][] = []
    for (const name of list.parts) for (const row of await partRows(db, issuedId, name)) rows.push(listText(row, list.columns, frozen.data.language))
    return { columns: list.columns.map((column) => column.label), rows }
  },
}

type Fields = Omit<ReportDefinition, 'id'>

function written({ editionIds, logoAssetIds, sections, ...fields }: Fields): Omit<EntityTables['funderReports'], 'id' | 'removedAt'> {
  return { ...fields, editionIds: editionIds === null ? null : JSON.stringify(editionIds), logoAssetIds: JSON.stringify(logoAssetIds), sections: JSON.stringify(sections) }
}

/** The office's own logo, then those of the parties of the agreement. */
async function logosOf(db: Writer, agreementId: string | null): Promise<string[]> {
  const entity = await db.selectFrom('entity').select('logoAssetId').executeTakeFirst()
  const parties = agreementId === null ? [] : await db.selectFrom('agreementParties').select('logoAssetId').where('agreementId', '=', agreementId).where('removedAt', 'is', null).orderBy('position').execute()
  return [...new Set([...parties.map((party) => party.logoAssetId), entity?.logoAssetId ?? null].filter((id) => id !== null))].slice(0, 8)
}

async function currencyOf(db: Writer, agreementId: string | null): Promise<string | null> {
  if (agreementId === null) return null
  const { currency } = await live(db, 'agreements', agreementId, 'funderReports.agreementMissing')
  return currency === 'PEN' ? null : currency
}

const readingContext = (context: JobContext, db: Reader, { language }: Pick<ReportDefinition, 'language'>) => ({ db, about: context.about, language, today: () => context.today() })

/** Its lists are read here, where the workbook wants them: the door is closed when they are drawn. */
async function composedDraft(context: JobContext, asked: { readonly reportId: string; readonly periodId: string | null; readonly from: string | null; readonly until: string | null }, withLists: boolean): Promise<{ data: Awaited<ReturnType<typeof compose>>['data']; lists: AnnexList[] }> {
  await context.step({ done: 0, total: 0, note: say(context.language, 'funderReports.counting') })
  return context.read(async (db) => {
    const report = await reportOf(db, asked.reportId)
    const { data, lists } = await compose(readingContext(context, db, report), report, await spanOf(db, report, asked), { number: null, madeAt: context.now() })
    const read: AnnexList[] = []
    for (const list of lists) if (withLists && list.number !== null) read.push({ number: list.number, title: list.title, columns: list.columns, rows: await list.rows() })
    return { data, lists: read }
  })
}
