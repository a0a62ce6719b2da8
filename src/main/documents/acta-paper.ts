import type { FrozenActa } from '../../shared/contract/actas.ts'
import { shownMark } from '../../shared/domain/marks.ts'
import { groupedNumber } from '../../shared/domain/numbers.ts'
import { hoursShown } from '../../shared/domain/training-hours.ts'
import type { FormalDocument } from './formal-model.ts'
import type { Column, ReportData, ReportHeader } from './report-model.ts'

/** PNG or JPEG by SHA-256. */
export type ActaImages = ReadonlyMap<string, Uint8Array>

const kinds = ['integer', 'text', 'document', 'decimal', 'decimal', 'decimal', 'text', 'text'] as const

/** The record of results on paper, from what was frozen and from nothing else. `watermark`: what is not closed yet, which has no number. */
export function actaPaper(frozen: FrozenActa, { images, digest, watermark }: { readonly images: ActaImages; readonly digest: string | null; readonly watermark: string | null }): FormalDocument {
  const { words, lines } = frozen
  return {
    language: frozen.language,
    title: frozen.heading,
    subtitle: watermark === null ? frozen.number : null,
    header: headerOf(frozen, images),
    facts: frozen.facts,
    notice: words.replaces,
    rules: { heading: words.rules, lines: frozen.rules },
    columns: columnsOf(frozen),
    rows: lines.map((line, index) => [
      index + 1,
      line.personName,
      line.documentNumber,
      line.isWithdrawn ? '–' : hoursShown(line.attendedMinutes, frozen.minutesPerHour),
      line.isWithdrawn || line.share === null ? '–' : shownMark(line.share),
      line.mark === null ? '–' : shownMark(line.mark),
      line.outcome,
      line.observation,
    ]),
    quietRows: lines.flatMap((line, index) => (line.isWithdrawn ? [index] : [])),
    nothing: words.nothing,
    totals: frozen.totals.map(({ label, value }) => ({ label, value: groupedNumber(value) })),
    paragraphs: [
      ...(frozen.observations === null ? [] : [{ heading: words.observations, text: frozen.observations }]),
      { heading: null, text: frozen.closingLine },
    ],
    signers: frozen.signers,
    foot: [frozen.heading, watermark ?? frozen.number, digest === null ? null : `${words.digest} ${grouped(digest)}`].filter((part) => part !== null).join(' · '),
    page: words.page,
    watermark,
    madeAt: frozen.closedAt,
  }
}

/** The same as a sheet: figures are numbers there. */
export function actaSheet(frozen: FrozenActa): ReportData {
  const { words, lines } = frozen
  const result = words.columns[6] ?? ''
  return {
    language: frozen.language,
    title: frozen.heading,
    subtitle: frozen.number,
    header: headerOf(frozen, new Map()),
    facts: [
      ...frozen.facts,
      ...(words.replaces === null ? [] : [{ label: frozen.heading, value: words.replaces }]),
      ...(frozen.rules.length === 0 ? [] : [{ label: words.rules, value: frozen.rules.join('\n') }]),
      ...(frozen.observations === null ? [] : [{ label: words.observations, value: frozen.observations }]),
    ],
    columns: columnsOf(frozen),
    rows: lines.map((line, index) => [
      index + 1,
      line.personName,
      line.documentNumber,
      line.isWithdrawn ? null : Number(hoursShown(line.attendedMinutes, frozen.minutesPerHour)),
      line.isWithdrawn ? null : line.share,
      line.mark,
      line.outcome,
      line.observation,
    ]),
    totals: [{ title: result, columns: [result, words.columns[1] ?? ''], rows: frozen.totals.slice(1).map(({ label, value }) => [label, value]), total: [frozen.totals[0]?.value ?? lines.length] }],
    columnsThatStay: 2,
  }
}

function columnsOf({ words }: FrozenActa): Column[] {
  return kinds.map((kind, at) => ({ label: words.columns[at] ?? '', kind }))
}

function headerOf(frozen: FrozenActa, images: ActaImages): ReportHeader {
  return {
    entityName: frozen.entityName,
    ...(frozen.entityUnit === null ? {} : { unit: frozen.entityUnit }),
    ...(frozen.yearName === null ? {} : { yearName: frozen.yearName }),
    logos: frozen.logos.flatMap(({ assetHash }) => images.get(assetHash) ?? []),
    hasOwnLogo: frozen.logos[0]?.name === frozen.entityName,
    generatedOn: frozen.closedAt.slice(0, 10),
  }
}

/** The first 16 digits of a hash in fours: enough to tell one list from another, and short enough to be read aloud. */
function grouped(digest: string): string {
  return (digest.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(' ')
}
