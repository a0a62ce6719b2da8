import type { contract } from '../../../shared/contract/index.ts'
import { percentWords } from '../../../shared/domain/numbers.ts'
import type { ParsedInputOf } from '../../../shared/rpc/define.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { JobContext } from '../../core/context.ts'
import type { Reader } from '../../db/doors.ts'
import type { ReportData } from '../../documents/report-model.ts'
import type { ListColumn } from '../reports/columns.ts'
import { listed } from '../reports/columns.ts'
import { headerOf, written } from '../reports/written.ts'
import type { Alumnus } from './alumni.ts'
import { alumniOf, inPostCounts } from './alumni.ts'
import { directoryOf } from './directory.ts'

type Asked = ParsedInputOf<typeof contract.network.report>

/** The alumni as the filter shows them, or the directory with what each person lets be shown, as a sheet or on paper. */
export async function networkReport(context: JobContext, asked: Asked): Promise<FileRef> {
  const data = await context.read((db) => (asked.what === 'alumni' ? alumniReport(db, context, asked) : directoryReport(db, context, asked.format)))
  return written(context, data, asked.format)
}

async function alumniReport(db: Reader, { language, today }: JobContext, { filter, format }: Extract<Asked, { what: 'alumni' }>): Promise<ReportData> {
  const all = await alumniOf(db, filter, today())
  const shown = filter.inPost === undefined ? all : all.filter((one) => one.inPost === filter.inPost)
  const label = (key: 'person' | 'course' | 'finishedOn' | 'then' | 'now' | 'inPost' | 'knownOn' | 'lastContact'): string => say(language, `network.column.${key}`)
  const both = (post: string | null, organisation: string | null): string => [post, organisation].filter((word) => word !== null).join(', ')
  const columns: ListColumn<Alumnus>[] = [
    { label: label('person'), kind: 'text', of: (one) => one.name },
    { label: label('course'), kind: 'text', foldable: true, of: (one) => `${one.finished.programmeName}, ${one.finished.editionName}` },
    { label: label('finishedOn'), kind: 'date', of: (one) => one.finished.on },
    { label: label('then'), kind: 'text', of: (one) => both(one.postThen, one.organisationThen) },
    { label: label('now'), kind: 'text', of: (one) => both(one.postNow, one.organisationNow) },
    { label: label('inPost'), kind: 'text', of: (one) => say(language, 'network.inPost', { state: one.inPost }) },
    { label: label('knownOn'), kind: 'date', of: (one) => one.knownOn },
    { label: label('lastContact'), kind: 'date', of: (one) => one.lastContactOn },
  ]
  const { columns: heads, rows, facts } = listed(shown, columns, format)
  const { inPost, stillThere } = inPostCounts(all)
  return {
    language,
    title: say(language, 'network.alumniTitle'),
    header: await headerOf(db, today(), filter.editionId ?? null),
    facts: [...facts, ...(stillThere === null ? [] : [{ label: say(language, 'network.stillThere'), value: percentWords(stillThere) }])],
    columns: heads,
    rows,
    totals: all.length === 0 ? [] : [{ title: say(language, 'network.byState'), columns: [label('inPost'), say(language, 'lists.persons')], rows: inPost.map(({ state, count }): [string, number] => [say(language, 'network.inPost', { state }), count]) }],
  }
}

async function directoryReport(db: Reader, { language, today, about }: JobContext, format: 'xlsx' | 'pdf'): Promise<ReportData> {
  const { rows: people } = await directoryOf(db, about, { search: '' }, today())
  const label = (key: 'person' | 'now' | 'city' | 'themes' | 'email' | 'phone'): string => say(language, `network.column.${key}`)
  const columns: ListColumn<(typeof people)[number]>[] = [
    { label: label('person'), kind: 'text', of: (one) => one.name },
    { label: label('now'), kind: 'text', of: (one) => [one.post, one.organisation].filter((word) => word !== null).join(', ') },
    { label: label('city'), kind: 'text', of: (one) => [one.city, one.department].filter((word) => word !== null).join(', ') },
    { label: label('themes'), kind: 'text', of: (one) => one.themes.join(', ') },
    { label: label('email'), kind: 'text', of: (one) => one.email },
    { label: label('phone'), kind: 'document', of: (one) => one.phone },
  ]
  const { columns: heads, rows, facts } = listed(people, columns, format)
  return { language, title: say(language, 'network.directoryTitle'), header: await headerOf(db, today(), null), facts, columns: heads, rows, totals: [] }
}
