import type { Gap } from '../../shared/domain/numbering-ranges.ts'
import { folioOf } from '../../shared/domain/numbering-ranges.ts'
import type { Language } from '../../shared/messages/messages.ts'
import { say } from '../../shared/messages/messages.ts'
import type { Fact, ReportHeader } from './report-model.ts'

/**
 * The libro de registro of a series in a year: plain data, every word of it said already. A folio holds as many numbers as
 * the office said, so that what a paper prints ("Folio 15 · Registro 345") is where it stands here.
 */
export interface RegisterBook {
  readonly language: Language
  readonly title: string
  readonly subtitle: string
  readonly header: ReportHeader
  readonly facts: readonly Fact[]
  /** Said on the first page and on the last, each above a line to sign on. */
  readonly opening: BookWords
  readonly closing: BookWords
  readonly columns: readonly BookColumn[]
  readonly rowsPerFolio: number
  /** In ascending order of number; versions of one number follow each other. */
  readonly entries: readonly BookEntry[]
  /** Stretches that no paper bears, in ascending order. */
  readonly gaps: readonly Gap[]
  /** At the foot of each page. */
  readonly foot: string
  /** The moment inside the file: the same book is the same bytes. UTC text. */
  readonly madeAt: string
}

export interface BookWords {
  readonly heading: string
  readonly paragraphs: readonly string[]
  readonly signer: string
}

export interface BookColumn {
  readonly label: string
  /** Share of the width. */
  readonly share: number
  readonly align?: 'right'
}

export interface BookEntry {
  readonly correlative: number
  readonly cells: readonly string[]
  /** Replaced or annulled: in quiet ink. */
  readonly quiet: boolean
}

export type BookLine = { readonly kind: 'entry'; readonly entry: BookEntry } | { readonly kind: 'gap'; readonly text: string }

/** One folio, or several that follow each other and bear nothing but gaps. */
export interface Folios {
  readonly first: number
  readonly last: number
  readonly lines: readonly BookLine[]
}

/** The lines of each folio in the order of the numbers; gaps stand in their place. */
export function foliosOf({ entries, gaps, rowsPerFolio, language }: Pick<RegisterBook, 'entries' | 'gaps' | 'rowsPerFolio' | 'language'>): Folios[] {
  const last = Math.max(0, entries.at(-1)?.correlative ?? 0, gaps.at(-1)?.last ?? 0)
  const all: Folios[] = []
  let entryAt = 0
  let gapAt = 0
  for (let folio = 1; folio <= folioOf(last, rowsPerFolio); folio += 1) {
    const from = (folio - 1) * rowsPerFolio + 1
    const to = folio * rowsPerFolio
    const whole = gaps[gapAt]
    if (whole !== undefined && whole.first <= from && whole.last >= to) {
      // Nothing but one gap: all the folios it fills stand together.
      const end = Math.floor(whole.last / rowsPerFolio)
      all.push({ first: folio, last: end, lines: [gapLine(from, end * rowsPerFolio, whole, language)] })
      folio = end
      if (whole.last === end * rowsPerFolio) gapAt += 1
      continue
    }
    const lines: { at: number; line: BookLine }[] = []
    for (; (entries[entryAt]?.correlative ?? Infinity) <= to; entryAt += 1) {
      const entry = entries[entryAt]
      if (entry !== undefined) lines.push({ at: entry.correlative, line: { kind: 'entry', entry } })
    }
    for (let gap = gaps[gapAt]; gap !== undefined && gap.first <= to; gap = gaps[gapAt]) {
      lines.push({ at: Math.max(from, gap.first), line: gapLine(Math.max(from, gap.first), Math.min(to, gap.last), gap, language) })
      if (gap.last > to) break
      gapAt += 1
    }
    all.push({ first: folio, last: folio, lines: lines.toSorted((one, other) => one.at - other.at).map(({ line }) => line) })
  }
  return all
}

function gapLine(first: number, last: number, { because, explanation }: Gap, language: Language): BookLine {
  const why = because === 'unexplained' ? say(language, 'numbering.gapUnexplained') : explanation
  return { kind: 'gap', text: say(language, 'numbering.bookGap', { first, last, why }) }
}
