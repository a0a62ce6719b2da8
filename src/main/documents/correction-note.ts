import { formatDate, longDate } from '../../shared/domain/dates.ts'
import { groupedCode } from '../../shared/domain/numbering.ts'
import type { Language } from '../../shared/messages/messages.ts'
import { say } from '../../shared/messages/messages.ts'
import type { FormalDocument } from './formal-model.ts'
import type { ReportHeader, Row } from './report-model.ts'

/** One paper that took the place of another. */
export interface NotePaper {
  readonly number: string
  readonly version: number
  readonly paperKind: string
  readonly title: string
  readonly cohortName: string
  readonly code: string
  /** Day on which the replaced paper was made, `YYYY-MM-DD`. */
  readonly oldOn: string
  readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[]
}

interface Procedure {
  readonly header: ReportHeader
  readonly language: Language
  readonly city: string | null
  readonly reason: string
  /** As a sentence has it: "22 de noviembre de 2026". */
  readonly decidedOn: string
  readonly resolution: string | null
  /** The moment inside the file, UTC text. */
  readonly madeAt: string
}

/** What is handed over with a person's corrected papers: which replaces which, what changed and why, and the request to give the old ones back. */
export function correctionNote(person: { readonly name: string; readonly document: string | null; readonly papers: readonly NotePaper[] }, procedure: Procedure): FormalDocument {
  const { language, header, city, reason, decidedOn, resolution, madeAt } = procedure
  const { papers } = person
  const n = papers.length
  const all = [
    [say(language, 'corrections.noteTo'), person.name],
    [say(language, 'corrections.noteDocument'), person.document],
    [say(language, 'corrections.noteDecided'), decidedOn],
    [say(language, 'corrections.noteResolution'), resolution],
    [say(language, 'corrections.noteReason'), reason],
  ] as const
  const title = say(language, 'corrections.noteTitle')
  return {
    language,
    title,
    subtitle: say(language, 'corrections.noteSubtitle', { n }),
    header,
    facts: all.flatMap(([label, value]) => (value === null ? [] : [{ label, value }])),
    notice: say(language, 'corrections.noteReplaces', { n }),
    rules: null,
    columns: [
      { label: say(language, 'corrections.noteColumnPaper'), kind: 'text' },
      { label: say(language, 'corrections.noteColumnWhat'), kind: 'text' },
      { label: say(language, 'corrections.noteColumnBefore'), kind: 'text' },
      { label: say(language, 'corrections.noteColumnAfter'), kind: 'text' },
    ],
    rows: papers.flatMap((paper) => rowsOf(paper, language)),
    quietRows: [],
    nothing: '',
    totals: [],
    paragraphs: [
      { heading: say(language, 'corrections.noteReturnHeading', { n }), text: say(language, 'corrections.noteReturn', { n }) },
      { heading: say(language, 'corrections.noteCheckHeading'), text: say(language, 'corrections.noteCheck', { n, codes: papers.map((paper) => groupedCode(paper.code)) }) },
      { heading: null, text: say(language, 'corrections.notePlace', { city, day: longDate(header.generatedOn, language) }) },
    ],
    signers: [
      { name: say(language, 'corrections.noteGives'), post: header.entityName },
      { name: say(language, 'corrections.noteReceives'), post: [person.name, person.document].filter((part) => part !== null).join('\n') },
    ],
    foot: `${title} · ${papers[0]?.number ?? ''} · ${person.name}`,
    page: say(language, 'actas.page'),
    watermark: null,
    madeAt,
  }
}

/** What the paper is stands in its first row alone. */
function rowsOf(paper: NotePaper, language: Language): Row[] {
  const which = [
    `${say(language, 'paper.heading', { kind: paper.paperKind })} ${paper.number.replaceAll(' ', '\u00a0')}`,
    say(language, 'corrections.noteVersion', { version: paper.version, oldOn: formatDate(paper.oldOn) }),
    [paper.title, paper.cohortName].filter((part) => part !== '').join(' · '),
  ].join('\n')
  if (paper.changes.length === 0) return [[which, say(language, 'corrections.noteSame'), '', '']]
  const nothing = say(language, 'corrections.nothingWritten')
  return paper.changes.map(({ label, before, after }, at) => [at === 0 ? which : '', label, before === '' ? nothing : before, after === '' ? nothing : after])
}
