import type { contract } from '../../shared/contract/index.ts'
import type { RosterField } from '../../shared/domain/roster/fields.ts'
import { decisionBook } from '../../shared/domain/roster/decisions.ts'
import { writingOf } from '../../shared/domain/roster/entries.ts'
import type { Plan } from '../../shared/domain/roster/plan.ts'
import { say } from '../../shared/messages/messages.ts'
import type { Handlers, JobContext } from '../core/context.ts'
import { act } from './imports/act.ts'
import { detailsOf } from './imports/details.ts'
import { rememberedLayouts } from './imports/gather.ts'
import type { Settings } from './imports/groups.ts'
import { groupsBy, groupsSeen } from './imports/groups.ts'
import type { Prepared } from './imports/prepare.ts'
import { planWith, prepare } from './imports/prepare.ts'
import { reviewSeen } from './imports/present.ts'
import { emptySheetSeen, sheetSeen } from './imports/reading.ts'
import { getImport, listImports, undoImport, writeRejects } from './imports/records.ts'
import { isMeetingExport, listSheets, proposedLists } from './imports/sheets.ts'
import { sourceOf } from './imports/source.ts'
import { refuse } from '../core/failures.ts'

export const imports: Handlers<typeof contract.imports> = {
  read: async (context, asked) => {
    const { language } = context
    const { sha256, workbook } = await sourceOf(context, asked)
    if (isMeetingExport(workbook)) refuse('imports.meetingExport', { file: asked.file.name })
    const { remembered, before } = await context.read(async (db) => ({
      remembered: await rememberedLayouts(db),
      before: await db.selectFrom('imports').select(['id as importId', 'at']).where('fileSha256', '=', sha256).where('removedAt', 'is', null).orderBy('at', 'desc').executeTakeFirst(),
    }))
    const lists = listSheets(workbook, remembered)
    const chosen = proposedLists(lists)
    const sheets = workbook.sheets.map((sheet) => {
      const list = lists.find((one) => one.sheet === sheet)
      return list === undefined ? emptySheetSeen(language, sheet) : sheetSeen(language, list, chosen.includes(list))
    })
    if (!sheets.some((sheet) => sheet.rows > 0)) refuse('imports.noSheets', { file: asked.file.name })
    const by = groupsBy(chosen)
    const { kind, encoding, delimiter, alternatives } = workbook
    return { kind, sha256, encoding, delimiter, alternatives, before: before ?? null, sheets, groups: { by, groups: groupsSeen(chosen, by, say(language, 'imports.oneGroup')) } }
  },
  review: async (context, { show, ...settings }) => {
    const prepared = await prepare(context, settings)
    const note = say(context.language, 'imports.step.comparing')
    const plan = await context.read((db) => planWith(db, prepared, (done, total) => context.step({ done, total, note })))
    return reviewSeen(context.language, prepared, plan, show)
  },
  write: async (context, settings) => {
    const prepared = await prepare(context, settings)
    const result = await writeImport(context, settings, prepared)
    await remember(context, settings, prepared)
    return result
  },
  rejects: (context, { importId }) => writeRejects(context, importId),
  list: listImports,
  get: getImport,
  undo: (context, { id }) => undoImport(context, id),
}

type Written = Awaited<ReturnType<Handlers<typeof contract.imports>['write']>>

/** Decides and writes behind one door: nobody can change the data in between. */
async function writeImport(context: JobContext, settings: Settings, prepared: Prepared): Promise<Written> {
  const said = (key: 'imports.step.comparing' | 'imports.step.writing') => {
    const note = say(context.language, key)
    return (done: number, total: number): Promise<void> => context.step({ done, total, note })
  }
  return context.write(async (db) => {
    const plan: Plan = await planWith(db, prepared, said('imports.step.comparing'))
    const writing = said('imports.step.writing')
    const acted = await act(db, settings, prepared, plan, (done) => writing(done, plan.rows.length))
    const { read, created, updated, unchanged, skipped, rejected, enrolled } = plan.numbers
    const [importId = ''] = await db.add('imports', [
      {
        at: context.now(), who: context.who, fileName: settings.file.name, fileSha256: prepared.source.sha256, act: db.act,
        editionId: settings.target.kind === 'groups' ? settings.target.editionId : null,
        rowsRead: read, created, updated, unchanged, skipped, rejected, enrolled,
        details: JSON.stringify(detailsOf(settings, prepared, plan, acted.personIds)),
      },
    ])
    return { importId, act: db.act, numbers: { ...plan.numbers, newOrganisations: acted.newOrganisations, newGroups: acted.newGroups } }
  })
}

/**
 * What was decided, for the next time: how each layout was read, and who is or is not whom. After the import and apart from it, so that
 * undoing the import does not forget it.
 */
async function remember(context: JobContext, settings: Settings, prepared: Prepared): Promise<void> {
  const decisions = decisionBook(settings.decisions)
  const verdicts = settings.decisions.verdicts.flatMap((verdict) => {
    const entry = prepared.entries.find((one) => one.sheet === verdict.sheet && one.row === verdict.row)
    if (entry === undefined || entry.person === null || verdict.personId === null || decisions.skips(entry)) return []
    return [{ writing: writingOf(entry), personId: verdict.personId, same: verdict.same ? 1 : 0 }]
  })
  await context.write(async (db) => {
    for (const list of prepared.lists) {
      if (list.layout.headerRows.length === 0) continue
      const fields: RosterField[] = list.columns.map((column) => column.field)
      const mapping = JSON.stringify({ fields, nameOrder: list.order?.order ?? 'surnames-first' })
      const known = await db.selectFrom('importLayouts').select(['id', 'mapping']).where('fingerprint', '=', list.fingerprint).where('removedAt', 'is', null).executeTakeFirst()
      if (known === undefined) await db.add('importLayouts', [{ fingerprint: list.fingerprint, mapping }])
      else if (known.mapping !== mapping) await db.change('importLayouts', known.id, { mapping })
    }
    for (const verdict of verdicts) {
      const known = await db.selectFrom('verdicts').select('id').where('writing', '=', verdict.writing).where('personId', '=', verdict.personId).where('removedAt', 'is', null).executeTakeFirst()
      if (known === undefined) await db.add('verdicts', [verdict])
      else await db.change('verdicts', known.id, { same: verdict.same })
    }
  })
}
