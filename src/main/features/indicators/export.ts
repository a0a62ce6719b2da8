import type { contract } from '../../../shared/contract/index.ts'
import { sensitiveDimensions } from '../../../shared/domain/counting/dimensions.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { groupedNumber } from '../../../shared/domain/numbers.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { ParsedInputOf } from '../../../shared/rpc/define.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import type { ReportData, Row } from '../../documents/report-model.ts'
import { headerOf, written } from '../reports/written.ts'
import type { Over } from './answers.ts'
import { answeredValue, askedIn } from './answers.ts'
import type { Book } from './book.ts'
import { bookOf } from './book.ts'
import { described } from './described.ts'
import type { BehindList } from './figures.ts'
import { behindLists } from './figures.ts'
import type { BehindRow } from './frozen.ts'
import { categoryLabel, dimensionLabel } from './labels.ts'
import { calledBy } from './parts.ts'
import type { Indicator } from './records.ts'
import { sentenceOf } from './seen.ts'

type Asked = ParsedInputOf<typeof contract.indicators.exportBehind>

/** Rows described at once: what stands in memory while a long list is written. */
const BATCH = 1_000

/** The list behind a figure as a file. Throws `refused` for a category of what is sensitive: such a list says of each what she told in confidence. */
export async function exportBehind(context: JobContext, { format, dimension, category, ...asked }: Asked): Promise<FileRef> {
  if (dimension !== null && sensitiveDimensions.has(dimension)) refuse('indicators.sensitiveList')
  const { language } = context
  const of = dimension === null ? null : { dimension, category: category ?? '' }
  const { lists, data } = await context.read(async (db) => {
    const book = await bookOf({ db, about: context.about, language, today: context.today })
    const { indicator, over } = askedIn(book, asked)
    const lists = await behindLists(book, indicator, over, of)
    const frame = await db.selectFrom('frames').select('name').where('id', '=', indicator.frameId).executeTakeFirst()
    const value = answeredValue(book, indicator, over)
    const facts = [
      { label: say(language, 'indicators.factFrame'), value: frame?.name ?? '' },
      { label: say(language, 'indicators.factOver'), value: overSaid(book, over) },
      { label: say(language, 'indicators.factCounts'), value: await sentenceOf(book.context, indicator, book.indicators) },
      { label: say(language, 'indicators.factValue'), value: value === null ? say(language, 'indicators.noFigure') : `${groupedNumber(value, Number.isInteger(value) ? 0 : 2)}${indicator.unit === null ? '' : ` ${indicator.unit}`}` },
      ...(of === null ? [] : [{ label: dimensionLabel(book, of.dimension), value: categoryLabel(book, of.dimension, of.category) }]),
      ...frozenFact(book, lists),
    ]
    return { lists, data: { ...headOf(book, indicator), header: await headerOf(db, context.today(), null), facts } }
  })
  return written(context, { ...data, rows: rowsOf(context, lists) }, format)
}

function headOf({ context: { language } }: Book, indicator: Indicator): Pick<ReportData, 'language' | 'title' | 'columns' | 'totals' | 'columnsThatStay'> {
  const label = (key: 'order' | 'name' | 'detail' | 'cohort' | 'on' | 'value' | 'evidence'): string => say(language, `indicators.column.${key}`)
  return {
    language,
    title: calledBy(indicator),
    columnsThatStay: 2,
    columns: [
      { label: label('order'), kind: 'integer' },
      { label: label('name'), kind: 'text' },
      { label: label('detail'), kind: 'text' },
      { label: label('cohort'), kind: 'text' },
      { label: label('on'), kind: 'date' },
      { label: label('value'), kind: indicator.counts === 'hours' || indicator.counts === 'manual' ? 'decimal' : 'integer' },
      { label: label('evidence'), kind: 'integer' },
    ],
    totals: [],
  }
}

function overSaid({ context: { language } }: Book, over: Over): string {
  if (over.kind === 'period') return `${over.period.name} (${formatDate(over.period.startsOn)} – ${formatDate(over.period.endsOn)})`
  if (over.kind === 'frame') return say(language, 'indicators.allPeriods')
  const { from, until } = over.span
  return from === null ? say(language, 'indicators.untilDay', { day: formatDate(until) }) : until === null ? say(language, 'indicators.sinceDay', { day: formatDate(from) }) : `${formatDate(from)} – ${formatDate(until)}`
}

function frozenFact({ context: { language } }: Book, lists: readonly BehindList[]): readonly { readonly label: string; readonly value: string }[] {
  if (lists.length === 0 || lists.some((list) => list.kind === 'live')) return []
  return [{ label: say(language, 'indicators.factState'), value: say(language, 'indicators.asClosed') }]
}

/** Numbered from the first list to the last; live ones are described a batch at a time, each behind a door of its own, while the one before is drawn. */
async function* rowsOf({ read, language }: Pick<JobContext, 'read' | 'language'>, lists: readonly BehindList[]): AsyncGenerator<Row> {
  let order = 0
  for (const list of lists) {
    const at = (start: number): Promise<readonly BehindRow[]> => {
      if (list.kind === 'frozen') return Promise.resolve(list.rows.slice(start, start + BATCH))
      const coming = describedRows(read, list.rows.slice(start, start + BATCH), language)
      // Whoever stops reading never comes for this one: its failure is nobody's then.
      coming.catch(() => undefined)
      return coming
    }
    let next = at(0)
    for (let start = 0; start < list.rows.length; start += BATCH) {
      const rows = await next
      if (start + BATCH < list.rows.length) next = at(start + BATCH)
      for (const row of rows) yield [(order += 1), row.label, row.detail, row.cohortName, row.on, row.value, row.evidence]
    }
  }
}

function describedRows(read: <T>(work: (db: Reader) => Promise<T>) => Promise<T>, refs: Parameters<typeof described>[1], language: JobContext['language']): Promise<BehindRow[]> {
  return read((db) => described(db, refs, language))
}
