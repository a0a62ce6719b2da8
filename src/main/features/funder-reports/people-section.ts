import { emptyDefinition } from '../../../shared/domain/counting/definition.ts'
import { sensitiveDimensions } from '../../../shared/domain/counting/dimensions.ts'
import { othersKey } from '../../../shared/domain/small-numbers.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Block } from '../../documents/funder-report/model.ts'
import { figureText, percent } from '../../documents/report-format.ts'
import type { Row } from '../../documents/report-model.ts'
import type { Asked } from '../counting/count.ts'
import { countFigure, splitFigure } from '../counting/count.ts'
import { traitSettingsOf } from '../traits/settings.ts'
import type { Composing } from './composing.ts'
import { bodyOf, percentFigure, table } from './composing.ts'
import type { Section } from './records.ts'

/** Bars that a chart of the report has at most: what is more stands in the table. */
const mostBars = 16

/** The people that the report tells of: each once, whose group ended in its days. */
export function peopleAsked({ editionIds, span }: Pick<Composing, 'editionIds' | 'span'>): Asked {
  return { counts: 'people', once: 'period', definition: { ...emptyDefinition, editionIds: [...editionIds], roles: ['participant'], states: ['enrolled', 'completed', 'approved'] }, hourMinutes: 60, from: span.from, until: span.until }
}

/** People by each dimension chosen; sensitive ones only as far as no other figure lets anybody subtract. */
export async function peopleSection(composing: Composing, section: Section): Promise<Block[]> {
  const { context: { db, language }, facts, figures, problems } = composing
  const asked = peopleAsked(composing)
  const total = composing.editionIds.length === 0 ? 0 : (countFigure(facts, asked) ?? 0)
  figures.push({ key: 'people', label: say(language, 'funderReports.people'), value: total })
  if (total === 0) {
    problems.push({ sentence: say(language, 'funderReports.problem.nobody'), isFatal: false, sectionId: section.id })
    return [...bodyOf(section), { kind: 'note', text: say(language, 'funderReports.nobody') }]
  }
  const blocks: Block[] = [...bodyOf(section), { kind: 'text', text: say(language, 'funderReports.peopleTold', { n: figureText(total) }) }]
  const kept: readonly string[] = (await traitSettingsOf(db, language)).kept
  const dimensions = section.dimensions.filter((dimension) => !sensitiveDimensions.has(dimension) || kept.includes(dimension))
  for (const dimension of dimensions) blocks.push(...(sensitiveDimensions.has(dimension) ? sensitiveBlocks(composing, asked, dimension) : plainBlocks(composing, asked, dimension)))
  return blocks
}

function plainBlocks({ context: { language }, facts }: Composing, asked: Asked, dimension: string): Block[] {
  const [split] = splitFigure(facts, asked, [dimension], language)
  if (split === undefined) return []
  const cells = split.cells.filter((cell) => cell.value !== 0)
  return breakdownBlocks(language, split.label, cells, split.total)
}

function breakdownBlocks(language: Composing['context']['language'], label: string, cells: readonly { readonly label: string; readonly value: number }[], total: number): Block[] {
  const share = (value: number): string => percent(total === 0 ? 0 : value / total)
  const title = say(language, 'funderReports.by', { dimension: label.toLowerCase() })
  const bars = cells.slice(0, mostBars).map((cell) => ({ label: cell.label, value: cell.value, words: `${figureText(cell.value)} · ${share(cell.value)}` }))
  return [
    ...(bars.length < 2 ? [] : [{ kind: 'chart' as const, title, alt: `${title}: ${bars.map((bar) => `${bar.label}, ${bar.words}`).join('; ')}`, chart: { kind: 'bars' as const, bars } }]),
    table(
      [{ label, kind: 'text' }, { label: say(language, 'funderReports.people'), kind: 'integer' }, { label: '%', kind: 'figure' }],
      cells.map((cell): Row => [cell.label, cell.value, percentFigure(cell.value, total)]),
      { title: bars.length < 2 ? title : null, total: [say(language, 'funderReports.total'), total, total === 0 ? 0 : 100] },
    ),
  ]
}

/** Numbers of a draft wait until it goes out: two drafts side by side would be two reports. */
function sensitiveBlocks(composing: Composing, asked: Asked, dimension: string): Block[] {
  const { context: { language }, facts, protection, isDraft } = composing
  const { label, cells, untold } = protection.breakdown(facts, asked, dimension, language)
  const title = say(language, 'funderReports.by', { dimension: label.toLowerCase() })
  if (cells.length === 0) return [{ kind: 'heading', text: title }, { kind: 'note', text: say(language, 'funderReports.notTold') }]
  const sorted = [...cells].sort((a, b) => Number(a.key === othersKey) - Number(b.key === othersKey) || b.value - a.value || (a.label < b.label ? -1 : 1))
  const rows = [
    ...sorted.map((cell) => ({ label: cell.key === othersKey ? say(language, 'funderReports.others') : cell.label, value: cell.value })),
    ...(untold === 0 ? [] : [{ label: say(language, 'funderReports.untold'), value: untold }]),
  ]
  const note: Block = { kind: 'note', text: say(language, 'funderReports.protectedNote') }
  if (!isDraft) return [...breakdownBlocks(language, label, rows, rows.reduce((sum, row) => sum + row.value, 0)), note]
  const names = sorted.map((cell): Row => [cell.key === othersKey ? say(language, 'funderReports.others') : cell.label, say(language, 'funderReports.atIssue')])
  return [table([{ label, kind: 'text' }, { label: say(language, 'funderReports.people'), kind: 'text' }], names, { title }), note]
}
