import type { AnnexKind } from '../../../shared/domain/report-sections.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Block } from '../../documents/funder-report/model.ts'
import type { Row } from '../../documents/report-model.ts'
import { certificateRows } from '../certificates/register.ts'
import { behindFigure } from '../counting/count.ts'
import { describeBehind } from '../counting/behind.ts'
import { behindOf } from '../indicators/figures.ts'
import type { Composing } from './composing.ts'
import { bodyOf, table } from './composing.ts'
import type { ToldIndicator } from './frame-section.ts'
import { peopleAsked } from './people-section.ts'
import type { Section } from './records.ts'
import { initiativesOf } from './result-sections.ts'
import { surveysOf } from './training-sections.ts'

/** How many rows of the register of papers one report takes. */
const mostPapers = 200_000
const letters: Readonly<Record<AnnexKind, string>> = { lists: 'A', actas: 'B', sheets: 'C', files: 'D', certificates: 'E', surveys: 'F' }

/** Gathers what goes along and numbers it: lists A-1, A-2…; records of results B-1…; before the frame, which points at them. */
export async function gatherAnnexes(composing: Composing, section: Section | null, told: readonly ToldIndicator[]): Promise<void> {
  const kinds = section?.annexes ?? []
  addPeople(composing, kinds.includes('lists'))
  addIndicators(composing, told, kinds.includes('lists'))
  if (kinds.includes('actas')) await addActas(composing)
  if (kinds.includes('sheets')) await addSheets(composing)
  if (kinds.includes('files')) await addFiles(composing, told)
  if (kinds.includes('certificates')) addCertificates(composing)
  if (kinds.includes('surveys')) await addSurveys(composing)
}

const next = (composing: Composing, kind: AnnexKind): string => `${letters[kind]}-${[...composing.lists.flatMap((list) => list.number ?? []), ...composing.files.map((file) => file.number)].filter((number) => number.startsWith(`${letters[kind]}-`)).length + 1}`

function behindColumns({ context: { language } }: Composing) {
  return [
    { label: say(language, 'lists.order'), kind: 'integer' as const },
    { label: say(language, 'funderReports.name'), kind: 'text' as const },
    { label: say(language, 'funderReports.detail'), kind: 'text' as const },
    { label: say(language, 'funderReports.group'), kind: 'text' as const },
    { label: say(language, 'funderReports.day'), kind: 'date' as const },
    { label: say(language, 'funderReports.value'), kind: 'figure' as const },
  ]
}

interface Behind {
  readonly label: string
  readonly detail: string
  readonly cohortName: string | null
  readonly on: string | null
  readonly value: number
}

const behindRow = (row: Behind, at: number): Row => [at + 1, row.label, row.detail, row.cohortName, row.on, row.value]

function addPeople(composing: Composing, goesOut: boolean): void {
  const { context, editionIds, facts, lists, annexOf } = composing
  if (editionIds.length === 0) return
  const number = goesOut ? next(composing, 'lists') : null
  if (number !== null) annexOf.set('people', number)
  const refs = behindFigure(facts, peopleAsked(composing), null)
  lists.push({ key: 'people', number, title: say(context.language, 'funderReports.listPeople'), columns: behindColumns(composing), rows: async () => (await describeBehind(context.db, refs, context.language)).map(behindRow) })
}

function addIndicators(composing: Composing, told: readonly ToldIndicator[], goesOut: boolean): void {
  const { context, span, lists, annexOf } = composing
  for (const { indicator, label, real, isSensitive, isProtected } of told) {
    if (indicator.counts === 'share' || (real === null && !isProtected)) continue
    // A list of who is of a sensitive category would tell it name by name.
    const number = goesOut && !isSensitive ? next(composing, 'lists') : null
    if (number !== null) annexOf.set(indicator.id, number)
    const asked = { indicatorId: indicator.id, periodId: span.period?.id ?? null, from: span.period === null ? span.from : null, until: span.period === null ? span.until : null }
    lists.push({ key: `indicator ${indicator.id}`, number, title: label, columns: behindColumns(composing), rows: async () => (await behindOf(context, asked, null)).rows.map(behindRow) })
  }
}

async function addActas(composing: Composing): Promise<void> {
  const { context: { db, language }, editionIds, files, span } = composing
  if (editionIds.length === 0) return
  const replaced = db.selectFrom('actas as later').select('later.replacesId').where('later.replacesId', 'is not', null)
  const rows = await db
    .selectFrom('actas')
    .innerJoin('cohorts', 'cohorts.id', 'actas.cohortId')
    .select(['actas.id', 'actas.number', 'actas.frozenHash', 'cohorts.name'])
    .where('cohorts.editionId', 'in', [...editionIds])
    .where('actas.drawnUpOn', '>=', span.from)
    .where('actas.drawnUpOn', '<=', span.until)
    .where('actas.id', 'not in', replaced as never)
    .orderBy('actas.drawnUpOn')
    .orderBy('actas.id')
    .execute()
  for (const row of rows) files.push({ number: next(composing, 'actas'), title: say(language, 'funderReports.annexActa', { number: row.number, group: row.name }), kind: 'acta', id: row.id, fileName: `${row.number}.pdf`, sha256: row.frozenHash })
}

/** Signed sheets that were scanned, each file once. */
async function addSheets(composing: Composing): Promise<void> {
  const { context: { db, language }, editionIds, files, span } = composing
  if (editionIds.length === 0) return
  const rows = await db
    .selectFrom('evidence')
    .innerJoin('sessions', 'sessions.id', 'evidence.sessionId')
    .innerJoin('cohorts', 'cohorts.id', 'sessions.cohortId')
    .innerJoin('assets', 'assets.id', 'evidence.assetId')
    .select(['assets.id', 'assets.sha256', 'evidence.fileName', 'cohorts.name', 'sessions.day', 'cohorts.sortKey'])
    .where('cohorts.editionId', 'in', [...editionIds])
    .where('sessions.day', '>=', span.from)
    .where('sessions.day', '<=', span.until)
    .where('evidence.removedAt', 'is', null)
    .where('sessions.removedAt', 'is', null)
    .where('cohorts.removedAt', 'is', null)
    .orderBy('cohorts.sortKey')
    .orderBy('sessions.day')
    .orderBy('evidence.id')
    .execute()
  const once = new Map(rows.map((row) => [row.id, row] as const))
  for (const row of once.values()) files.push({ number: next(composing, 'sheets'), title: say(language, 'funderReports.annexSheet', { file: row.fileName, group: row.name }), kind: 'file', id: row.id, fileName: row.fileName, sha256: row.sha256 })
}

/** Files kept with the agreement, the indicators and what was typed of them, and the initiatives. */
async function addFiles(composing: Composing, told: readonly ToldIndicator[]): Promise<void> {
  const { context: { db }, report, files, annexOf } = composing
  const indicators = told.filter((one) => !one.isSensitive).map((one) => one.indicator.id)
  const typed = indicators.length === 0 ? [] : await db.selectFrom('actuals').select(['id', 'indicatorId']).where('indicatorId', 'in', indicators).where('removedAt', 'is', null).execute()
  const initiatives = await initiativesOf(composing)
  const owners = new Set([...(report.agreementId === null ? [] : [report.agreementId]), ...indicators, ...typed.map((row) => row.id), ...initiatives.map((row) => row.id)])
  if (owners.size === 0) return
  const rows = await db
    .selectFrom('attachments')
    .innerJoin('assets', 'assets.id', 'attachments.assetId')
    .select(['attachments.ownerId', 'attachments.title', 'assets.id', 'assets.sha256', 'assets.name as fileName'])
    .where('attachments.removedAt', 'is', null)
    .orderBy('attachments.addedAt')
    .orderBy('attachments.id')
    .execute()
  const proves = new Map(typed.map((row) => [row.id, row.indicatorId]))
  for (const row of rows.filter((one) => owners.has(one.ownerId))) {
    const number = next(composing, 'files')
    files.push({ number, title: row.title, kind: 'file', id: row.id, fileName: row.fileName, sha256: row.sha256 })
    const indicator = proves.get(row.ownerId) ?? row.ownerId
    if (indicators.includes(indicator)) annexOf.set(indicator, [annexOf.get(indicator), number].filter((one) => one !== undefined).join(', '))
  }
}

function addCertificates(composing: Composing): void {
  const { context: { db, language }, editionIds, lists, span } = composing
  if (editionIds.length === 0) return
  const column = (label: string, kind: 'text' | 'date' | 'integer' | 'document' = 'text') => ({ label, kind })
  lists.push({
    key: 'certificates',
    number: next(composing, 'certificates'),
    title: say(language, 'funderReports.listCertificates'),
    columns: [column(say(language, 'funderReports.number')), column(say(language, 'funderReports.name')), column(say(language, 'funderReports.document'), 'document'), column(say(language, 'funderReports.group')), column(say(language, 'funderReports.day'), 'date'), column(say(language, 'funderReports.code'))],
    rows: async () => {
      const rows: Row[] = []
      for (const editionId of editionIds) {
        const found = await certificateRows(db, { search: '', editionId }, { offset: 0, limit: mostPapers })
        for (const row of found.rows) if (row.issuedOn >= span.from && row.issuedOn <= span.until && row.state === 'valid') rows.push([row.number, row.personName, row.documentNumber, row.cohortName, row.issuedOn, row.code])
      }
      return rows
    },
  })
}

/** How often each answer was given; what somebody wrote in her own words stays in the office. */
async function addSurveys(composing: Composing): Promise<void> {
  const { context: { language }, lists } = composing
  for (const { key, title, seen } of await surveysOf(composing)) {
    const rows = seen.questions.flatMap((one) => one.counts.map((count): Row => [one.question.text, count.label, count.n, Math.round(count.share * 1000) / 10]))
    if (rows.length === 0) continue
    lists.push({
      key: `survey ${key}`,
      number: next(composing, 'surveys'),
      title,
      columns: [{ label: say(language, 'funderReports.question'), kind: 'text' }, { label: say(language, 'funderReports.answer'), kind: 'text' }, { label: say(language, 'funderReports.answers'), kind: 'integer' }, { label: '%', kind: 'figure' }],
      rows: () => Promise.resolve(rows),
    })
  }
}

/** The index of what goes along, with the fingerprint of each file. */
export function annexesSection({ context: { language }, lists, files }: Composing, section: Section): Block[] {
  const rows: Row[] = [
    ...lists.flatMap((list): Row[] => (list.number === null ? [] : [[list.number, list.title, say(language, 'funderReports.inWorkbook'), null]])),
    ...files.map((file): Row => [file.number, file.title, file.fileName, file.sha256.slice(0, 16)]),
  ].sort((a, b) => (String(a[0]).split('-')[0] ?? '').localeCompare(String(b[0]).split('-')[0] ?? '') || Number(String(a[0]).split('-')[1]) - Number(String(b[0]).split('-')[1]))
  if (rows.length === 0) return [...bodyOf(section), { kind: 'note', text: say(language, 'funderReports.noAnnexes') }]
  return [
    ...bodyOf(section),
    table([{ label: say(language, 'funderReports.annex'), kind: 'text' }, { label: say(language, 'funderReports.annexTitle'), kind: 'text' }, { label: say(language, 'funderReports.file'), kind: 'text' }, { label: 'SHA-256', kind: 'document' }], rows),
    { kind: 'note', text: say(language, 'funderReports.annexNote') },
  ]
}
