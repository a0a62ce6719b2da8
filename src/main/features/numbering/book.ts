import { formatDate, longDate } from '../../../shared/domain/dates.ts'
import { groupedNumber } from '../../../shared/domain/numbers.ts'
import type { Gap } from '../../../shared/domain/numbering-ranges.ts'
import { folioOf } from '../../../shared/domain/numbering-ranges.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'

import type { EntityTables } from '../../db/schema.ts'
import { drawRegisterBook } from '../../documents/drawing-batch.ts'
import type { RegisterBook } from '../../documents/register-book-model.ts'
import type { ReportHeader } from '../../documents/report-model.ts'
import { live } from '../live.ts'
import { headerOf } from '../reports/written.ts'
import type { BookRows } from './book-rows.ts'
import { actaRows, certificateRows } from './book-rows.ts'
import { gapsOf } from './gaps.ts'
import { bookOf } from './series.ts'

type Series = EntityTables['series']

/** The libro de registro of a series in a year, as it stands today. */
export async function printBook({ read, files, language, today, about, signal, step }: JobContext, { seriesId, year }: { readonly seriesId: string; readonly year: number }): Promise<FileRef> {
  const day = today()
  const book = await read(async (db) => {
    const series = await live(db, 'series', seriesId, 'certificates.seriesMissing')
    const rows = series.paperKind === 'acta' ? await actaRows(db, series, year, language) : await certificateRows(db, series, year, language)
    const given = [...new Set(rows.entries.map((entry) => entry.correlative))]
    const gaps = await gapsOf(db, { series, year, device: about.device, language }, given)
    return bookData({ series, year, rows, gaps, header: await headerOf(db, day, null), language, day })
  })
  const name = say(language, 'numbering.bookFileName', { series: book.title, year: String(year), day })
  const pages = folioOf(Math.max(book.entries.at(-1)?.correlative ?? 0, book.gaps.at(-1)?.last ?? 0), book.rowsPerFolio) + 2
  await step({ done: 0, total: pages, note: name })
  return files.write(`${name}.pdf`, drawRegisterBook(book, { signal, onProgress: (done) => void step({ done, total: pages, note: name }).catch(() => undefined) }))
}

interface BookFacts {
  readonly series: Series
  readonly year: number
  readonly rows: BookRows
  readonly gaps: readonly Gap[]
  readonly header: ReportHeader
  readonly language: Language
  readonly day: string
}

function bookData({ series, year, rows, gaps, header, language, day }: BookFacts): RegisterBook {
  const book = bookOf(series, year)
  const last = Math.max(0, rows.entries.at(-1)?.correlative ?? 0, gaps.at(-1)?.last ?? 0)
  const folios = folioOf(last, series.rowsPerFolio)
  const title = say(language, 'numbering.bookTitle', { series: series.name })
  const subtitle = book === null ? String(year) : say(language, 'numbering.bookSubtitle', { book, year: String(year) })
  const missing = gaps.reduce((sum, gap) => sum + gap.last - gap.first + 1, 0)
  const unexplained = gaps.reduce((sum, gap) => sum + (gap.because === 'unexplained' ? gap.last - gap.first + 1 : 0), 0)
  const { entity, signer } = { entity: header.entityName, signer: say(language, 'numbering.bookSigner') }
  return {
    language,
    title,
    subtitle,
    header,
    facts: [
      { label: say(language, 'numbering.bookFactYear'), value: String(year) },
      ...(book === null ? [] : [{ label: say(language, 'numbering.bookFactBook'), value: book }]),
      { label: say(language, 'numbering.bookFactFolios'), value: say(language, 'numbering.bookFactFoliosOf', { n: folios, rows: series.rowsPerFolio }) },
      { label: say(language, 'numbering.bookFactAsOf'), value: longDate(day, language) },
    ],
    opening: { heading: say(language, 'numbering.bookOpening'), paragraphs: [say(language, 'numbering.bookOpeningText', { entity, series: series.name, year: String(year), rows: series.rowsPerFolio }), say(language, 'numbering.bookRules')], signer },
    closing: {
      heading: say(language, 'numbering.bookClosing'),
      paragraphs: [
        say(language, 'numbering.bookClosingText', { day: longDate(day, language), last: groupedNumber(last, 0), folios: groupedNumber(folios, 0), year: String(year) }),
        say(language, 'numbering.bookCounts', { ...rows.counts, isActa: series.paperKind === 'acta' }),
        ...(missing === 0 ? [] : [say(language, 'numbering.bookMissing', { n: missing, unexplained })]),
      ],
      signer,
    },
    columns: rows.columns,
    rowsPerFolio: series.rowsPerFolio,
    entries: rows.entries,
    gaps,
    foot: say(language, 'numbering.bookFoot', { entity, day: formatDate(day) }),
    // The day is enough: the same register on the same day is the same file.
    madeAt: `${day}T12:00:00.000Z`,
  }
}
