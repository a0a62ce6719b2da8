import { formatDate } from '../../../shared/domain/dates.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Block, DrawnSection, FunderReportData } from '../../documents/funder-report/model.ts'
import type { Fact } from '../../documents/report-model.ts'
import { factsOf } from '../counting/facts.ts'
import { entityOf, yearNameOf } from '../entity/records.ts'
import { annexesSection, gatherAnnexes } from './annexes.ts'
import { assetsGone, checkFigures } from './check.ts'
import type { AnnexFile, ComposeContext, Composing, ListToDraw, Problem, SaidFigure } from './composing.ts'
import { bodyOf, drawn } from './composing.ts'
import type { ToldIndicator } from './frame-section.ts'
import { frameSection, summarySection, toldIndicators } from './frame-section.ts'
import { peopleSection } from './people-section.ts'
import { Protection, releasesIssued } from './protect.ts'
import type { ReportDefinition, Section, Span } from './records.ts'
import { editionsOf } from './records.ts'
import { budgetSection, commitmentsSection, initiativesSection, registersSection } from './result-sections.ts'
import { activitiesSection, attendanceSection, satisfactionSection } from './training-sections.ts'

export interface Composed {
  readonly data: FunderReportData
  readonly lists: readonly ListToDraw[]
  readonly files: readonly AnnexFile[]
  readonly figures: readonly SaidFigure[]
  readonly problems: readonly Problem[]
  readonly protection: Protection
}

/** `number` null: a draft. `madeAt`: UTC text. */
export interface Making {
  readonly number: number | null
  readonly madeAt: string
}

/** Everything that a report says of its days, as it stands now. */
export async function compose(context: ComposeContext, report: ReportDefinition, span: Span, making: Making): Promise<Composed> {
  const { db } = context
  const composing: Composing = {
    context, report, span, editionIds: await editionsOf(db, report), facts: await factsOf(context), protection: new Protection(await releasesIssued(db)), isDraft: making.number === null,
    problems: [], figures: [], lists: [], files: [], annexOf: new Map(),
  }
  const shown = report.sections.filter((section) => section.isShown)
  const told = await toldIndicators(composing)
  await gatherAnnexes(composing, shown.find((section) => section.kind === 'annexes') ?? null, told)
  const sections: DrawnSection[] = []
  for (const section of shown) {
    const blocks = await blocksOf(composing, section, told)
    if (blocks.length > 0 || section.kind === 'cover') sections.push(drawn(section, usualTitle(context, section), blocks))
  }
  checkFigures(composing, told)
  composing.problems.push(...(await assetsGone(composing)))
  return { data: await dataOf(composing, sections, making), lists: composing.lists, files: composing.files, figures: composing.figures, problems: composing.problems, protection: composing.protection }
}

export const usualTitle = ({ language }: Pick<ComposeContext, 'language'>, { kind }: Pick<Section, 'kind'>): string => say(language, `funderReports.section.${kind}`)

async function blocksOf(composing: Composing, section: Section, told: readonly ToldIndicator[]): Promise<readonly Block[]> {
  switch (section.kind) {
    case 'cover':
    case 'text':
      return bodyOf(section)
    case 'summary':
      return summarySection(composing, section, told)
    case 'frame':
      return frameSection(composing, section, told)
    case 'activities':
      return activitiesSection(composing, section)
    case 'people':
      return peopleSection(composing, section)
    case 'attendance':
      return attendanceSection(composing, section)
    case 'satisfaction':
      return satisfactionSection(composing, section)
    case 'initiatives':
      return initiativesSection(composing, section)
    case 'registers':
      return registersSection(composing, section)
    case 'commitments':
      return commitmentsSection(composing, section)
    case 'budget':
      return budgetSection(composing, section)
    case 'annexes':
      return annexesSection(composing, section)
  }
}

async function dataOf({ context, report, span }: Composing, sections: readonly DrawnSection[], { number, madeAt }: Making): Promise<FunderReportData> {
  const { db, language, today } = context
  const entity = await entityOf(db)
  const day = today()
  const frame = await db.selectFrom('frames').leftJoin('organisations', 'organisations.id', 'frames.organisationId').select(['frames.name', 'organisations.name as funder']).where('frames.id', '=', report.frameId).executeTakeFirst()
  const agreement = report.agreementId === null ? undefined : await db.selectFrom('agreements').select(['number', 'title']).where('id', '=', report.agreementId).executeTakeFirst()
  const logos = report.logoAssetIds.length === 0 ? [] : await db.selectFrom('assets').select(['id', 'sha256']).where('id', 'in', report.logoAssetIds).execute()
  const days = say(language, 'funderReports.days', { from: formatDate(span.from), to: formatDate(span.until) })
  const facts: Fact[] = [
    ...(frame?.funder == null ? [] : [{ label: say(language, 'funderReports.funder'), value: frame.funder }]),
    ...(agreement === undefined ? [] : [{ label: say(language, 'funderReports.agreement'), value: [agreement.number, agreement.title].filter((part) => part !== null).join(', ') }]),
    { label: say(language, 'funderReports.period'), value: span.period === null ? days : `${span.period.name} (${days})` },
    { label: say(language, 'funderReports.office'), value: [entity.name, entity.unit].filter((part) => part !== null && part !== '').join(' · ') },
    { label: say(language, 'funderReports.date'), value: formatDate(day) },
  ]
  return {
    language,
    title: report.name,
    subtitle: [frame?.name ?? null, span.period?.name ?? null].filter((part) => part !== null && part !== report.name).join(' · ') || null,
    entityName: entity.name ?? '',
    unit: entity.unit,
    yearName: await yearNameOf(db, Number(day.slice(0, 4))),
    logos: report.logoAssetIds.flatMap((id) => logos.find((logo) => logo.id === id)?.sha256 ?? []),
    facts,
    sections,
    generatedOn: day,
    madeAt,
    watermark: number === null ? say(language, 'funderReports.draft') : null,
    foot: number === null ? say(language, 'funderReports.draftFoot', { day: formatDate(day) }) : say(language, 'funderReports.foot', { number, day: formatDate(day) }),
    words: { contents: say(language, 'funderReports.contents'), page: say(language, 'reports.page', { n: '{n}', of: '{of}' }) },
  }
}
