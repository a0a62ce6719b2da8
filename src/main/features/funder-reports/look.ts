import type { contract } from '../../../shared/contract/index.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { QueryContext } from '../../core/context.ts'
import { valueText } from '../../documents/report-format.ts'
import type { Column, Row } from '../../documents/report-model.ts'
import { countFigure } from '../counting/count.ts'
import { factsOf } from '../counting/facts.ts'
import { figureOf } from '../indicators/figures.ts'
import { indicatorsOf } from '../indicators/records.ts'
import { isGone } from './check.ts'
import { issuedOf } from './kept.ts'
import { peopleAsked } from './people-section.ts'
import { editionsOf, reportOf } from './records.ts'

/** What an issued report said, and what the register says today, figure by figure. */
export async function issuedSeen(context: QueryContext, issuedId: string): Promise<OutputOf<typeof contract.funderReports.issued>> {
  const { db, language } = context
  const { row, frozen } = await issuedOf(db, issuedId)
  const now = await figuresNow(context, row)
  const annexes = [
    ...frozen.lists.flatMap((list) => (list.number === null ? [] : [{ number: list.number, title: list.title, isGone: false }])),
    ...(await Promise.all(frozen.files.map(async (file) => ({ number: file.number, title: file.title, isGone: file.kind === 'file' && (await isGone(db, file, true)) })))),
  ]
  return {
    ...row,
    figures: frozen.figures.map(({ key, label, value }) => ({ key, label, said: value, now: now.get(key) ?? null })),
    annexes,
    lists: frozen.lists.map(({ key, number, title, rows }) => ({ key, title: number === null ? say(language, 'funderReports.officeList', { title }) : `${number} ${title}`, rows })),
  }
}

/** Of the same days, live: a closed period would answer what it froze. */
async function figuresNow(context: QueryContext, row: { readonly reportId: string; readonly frameId: string; readonly from: string; readonly until: string; readonly periodId: string | null }): Promise<ReadonlyMap<string, number | null>> {
  const { db } = context
  const now = new Map<string, number | null>()
  const days = { periodId: null, from: row.from, until: row.until }
  for (const indicator of await indicatorsOf(db, row.frameId)) {
    const asked = indicator.counts === 'manual' && row.periodId !== null ? { periodId: row.periodId, from: null, until: null } : days
    now.set(indicator.id, await figureOf(context, { indicatorId: indicator.id, ...asked }))
  }
  const report = await reportOf(db, row.reportId)
  const editionIds = await editionsOf(db, report)
  const span = { from: row.from, until: row.until, period: null }
  now.set('people', editionIds.length === 0 ? 0 : countFigure(await factsOf(context), peopleAsked({ editionIds, span })))
  return now
}

export const listText = (row: Row, columns: readonly Column[], language: Language): string[] => columns.map(({ kind }, at) => valueText(row[at] ?? null, kind, language))
