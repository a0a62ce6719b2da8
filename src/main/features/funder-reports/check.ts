import { createHash } from 'node:crypto'
import { formatDate } from '../../../shared/domain/dates.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Reader } from '../../db/doors.ts'
import type { AnnexFile, Composing, Problem } from './composing.ts'
import type { ToldIndicator } from './frame-section.ts'
import { percentOf, percentText } from './frame-section.ts'

/** Under so many percent of its target an indicator asks for an explanation (PERU.md F.3). */
const wantsReason = 60

/** What of the figures is missing or must be looked at. */
export function checkFigures({ context: { language, today }, report, span, problems }: Composing, told: readonly ToldIndicator[]): void {
  const sectionId = (kind: string): string | null => report.sections.find((section) => section.kind === kind && section.isShown)?.id ?? null
  const add = (sentence: string, isFatal: boolean, of: string | null): void => void problems.push({ sentence, isFatal, sectionId: of })
  if (!report.sections.some((section) => section.isShown)) add(say(language, 'funderReports.problem.noSections'), true, null)
  if (span.until > today()) add(say(language, 'funderReports.problem.notOver', { day: formatDate(span.until) }), false, null)
  else if (span.period !== null && span.period.closedAt === null) add(say(language, 'funderReports.problem.notClosed', { period: span.period.name }), false, null)
  const frame = sectionId('frame')
  if (frame === null && sectionId('summary') === null) return
  if (told.length === 0) return add(say(language, 'funderReports.problem.noIndicators'), true, frame)
  const why = new Set(report.sections.flatMap((section) => section.explanations.map((one) => one.indicatorId)))
  for (const one of told) {
    if (one.isProtected) continue
    if (one.real === null) add(say(language, 'funderReports.problem.noFigure', { indicator: one.label }), false, frame)
    if (one.target === null && one.wholeTarget === null) add(say(language, 'funderReports.problem.noTarget', { indicator: one.label }), false, frame)
    const percent = percentOf(one)
    if (percent !== null && percent < wantsReason && !why.has(one.indicator.id)) add(say(language, 'funderReports.problem.noReason', { indicator: one.label, percent: percentText(percent) }), false, frame)
  }
}

/** Annexes and logos that are not there any more: they are named, with what they were. */
export async function assetsGone({ context: { db, language }, report, files }: Composing): Promise<Problem[]> {
  const problems: Problem[] = []
  const sectionId = report.sections.find((section) => section.kind === 'annexes')?.id ?? null
  for (const file of files) if (file.kind === 'file' && (await isGone(db, file, false))) problems.push({ sentence: say(language, 'funderReports.problem.annexGone', { number: file.number, title: file.title, sha: file.sha256.slice(0, 16) }), isFatal: false, sectionId })
  for (const id of report.logoAssetIds) {
    const logo = await db.selectFrom('assets').select('type').where('id', '=', id).executeTakeFirst()
    if (logo === undefined || (logo.type !== 'png' && logo.type !== 'jpg')) problems.push({ sentence: say(language, 'funderReports.problem.logoGone'), isFatal: true, sectionId: null })
  }
  return problems
}

/** Whether the file of an annex was taken away or, read `whole`, is no longer what it was. */
export async function isGone(db: Reader, file: AnnexFile, whole: boolean): Promise<boolean> {
  const row = await db.selectFrom('assets').select(['removedAt', 'sha256']).where('id', '=', file.id).executeTakeFirst()
  if (row === undefined || row.removedAt !== null || row.sha256 !== file.sha256) return true
  return whole && (await bytesOf(db, file)) === null
}

/** The bytes of an annex, or null where they are gone or are not what they were. */
export async function bytesOf(db: Reader, file: AnnexFile): Promise<Uint8Array | null> {
  const row = await db.selectFrom('assets').select(['bytes', 'removedAt']).where('id', '=', file.id).executeTakeFirst()
  if (row === undefined || row.removedAt !== null) return null
  return createHash('sha256').update(row.bytes).digest('hex') === file.sha256 ? row.bytes : null
}
