import { actorKinds, completionLevels, itemTree, productsDone } from '../../../shared/domain/commitments.ts'
import { formatDate, longDate } from '../../../shared/domain/dates.ts'
import type { Language, MessageKey, ParamsOf } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import { commitmentSheetHtml } from '../../documents/commitment-sheet-html.ts'
import type { CommitmentSheet, Completion, Part, Progress } from '../../documents/commitment-sheet-model.ts'
import { drawCommitmentSheet } from '../../documents/drawing-batch.ts'
import type { Fact, ReportHeader } from '../../documents/report-model.ts'
import { headerOf } from '../reports/written.ts'
import type { CommitmentSeen } from './seen.ts'
import { commitmentSeen } from './seen.ts'
import { completionSaid, outcomeLine, productLine, replanningLine } from './words.ts'

/** The sheet that citizens read, of today, as a paper or as one page of the web. */
export async function commitmentSheet(context: JobContext, id: string, format: 'pdf' | 'html'): Promise<FileRef> {
  const { language, files, signal, step } = context
  const today = context.today()
  const { seen, header } = await context.read(async (db) => ({
    seen: await commitmentSeen({ db, about: context.about, language, today: () => today }, id),
    header: await headerOf(db, today, null),
  }))
  const sheet = sheetOf(language, seen, { header, today, madeAt: context.now() })
  const name = `${say(language, 'commitments.sheet')} ${seen.commitment.code ?? seen.commitment.title.slice(0, 80).trim()} ${today}`
  await step({ done: 0, total: 0, note: sheet.kicker })
  return files.write(`${name}.${format}`, format === 'pdf' ? drawCommitmentSheet(sheet, { signal }) : new TextEncoder().encode(commitmentSheetHtml(sheet)))
}

interface Made {
  readonly header: ReportHeader
  readonly today: string
  readonly madeAt: string
}

function sheetOf(language: Language, seen: CommitmentSeen, { header, today, madeAt }: Made): CommitmentSheet {
  const { commitment, plan, items, replannings } = seen
  const t = <K extends MessageKey>(key: K, ...params: ParamsOf<K>): string => say(language, key, ...params)
  const { products, outcomes } = itemTree(items)
  return {
    language, header, madeAt,
    kicker: commitment.code === null ? t('commitments.sheet') : `${t('commitments.sheet')} · ${commitment.code}`,
    title: commitment.title,
    subtitle: plan.name,
    facts: factsOf(language, seen),
    completion: completionOf(language, seen),
    progress: progressOf(language, seen),
    texts: textsOf(language, seen),
    values: { heading: t('commitments.values'), nothing: null, lines: seen.values.map(({ value, explanation, degree }) => ({ name: t(`commitments.value.${value}`), explanation, degree: degree === null ? null : t('commitments.opened', { degree: t(`commitments.degree.${degree}`) }) })) },
    actors: actorsPart(language, seen),
    products: {
      heading: t('commitments.products'),
      nothing: t('commitments.noProducts'),
      columns: [t('commitments.product'), t('commitments.dates'), t('commitments.state'), t('commitments.proof')],
      lines: products.flatMap(({ product, milestones }) => [product, ...milestones].map((item) => productLine(language, item))),
    },
    outcomes: { heading: t('commitments.outcomes'), nothing: null, lines: outcomes.map((item) => outcomeLine(language, item)) },
    training: { heading: t('commitments.training'), nothing: null, lines: seen.editions.map(({ programmeName, editionName, participants }) => t('commitments.trainingLine', { programme: programmeName, edition: editionName, n: participants })) },
    initiatives: { heading: t('commitments.initiatives'), nothing: null, lines: seen.initiatives.map((one) => one.title) },
    replannings: {
      heading: t('commitments.replannings'),
      nothing: t('commitments.noReplannings'),
      columns: [t('commitments.decidedOn'), t('commitments.whatChanged'), t('commitments.beforeAfter'), t('commitments.reason')],
      lines: replannings.map((one) => replanningLine(language, one)),
    },
    closing: commitment.additional === null ? null : { heading: t('commitments.additional'), text: commitment.additional },
    foot: t('commitments.foot', { day: longDate(today, language), entity: header.entityName }),
    page: t('commitments.page'),
  }
}

function factsOf(language: Language, { commitment }: CommitmentSeen): Fact[] {
  const lead = [commitment.leadOrganisationName, commitment.leadUnit].filter((one) => one !== null).join(' · ')
  const person = [commitment.leadName, commitment.leadPost].filter((one) => one !== null).join(', ')
  const facts: (readonly [MessageKey, string | null])[] = [
    ['commitments.startsOn', commitment.startsOn === null ? null : formatDate(commitment.startsOn)],
    ['commitments.endsOn', commitment.endsOn === null ? null : formatDate(commitment.endsOn)],
    ['commitments.lead', lead || null],
    ['commitments.leadPerson', person || null],
    ['commitments.leadEmail', commitment.leadEmail],
    ['commitments.policyArea', commitment.policyArea],
    ['commitments.sector', commitment.sector],
  ]
  return facts.flatMap(([key, value]) => (value === null ? [] : [{ label: say(language, key as 'commitments.sector'), value }]))
}

function completionOf(language: Language, { commitment }: CommitmentSeen): Completion {
  return {
    heading: say(language, 'commitments.completion'),
    levels: completionLevels.map((level) => say(language, `commitments.level.${level}`)),
    at: commitment.completion === null ? null : completionLevels.indexOf(commitment.completion),
    said: completionSaid(language, commitment),
    note: commitment.completionNote,
  }
}

function progressOf(language: Language, { items }: CommitmentSeen): Progress | null {
  const { products, done } = productsDone(items)
  if (products === 0) return null
  const late = items.filter((item) => item.isOverdue).length
  const said = [say(language, 'commitments.productsDone', { done, of: products }), late === 0 ? null : say(language, 'commitments.lateItems', { n: late })].filter((one) => one !== null)
  return { label: say(language, 'commitments.progress'), said: said.join(' · '), share: done / products }
}

function textsOf(language: Language, { commitment }: CommitmentSeen): CommitmentSheet['texts'] {
  const texts: (readonly [MessageKey, string | null])[] = [
    ['commitments.problem', commitment.problem],
    ['commitments.statusQuo', commitment.statusQuo],
    ['commitments.action', commitment.action],
    ['commitments.contribution', commitment.contribution],
    ['commitments.outcomesText', commitment.outcomes],
    ['commitments.longTermGoal', commitment.longTermGoal],
  ]
  return texts.flatMap(([key, text]) => (text === null ? [] : [{ heading: say(language, key as 'commitments.problem'), text }]))
}

/** Institutions and areas by kind; people are named only where nothing else names the actor. */
function actorsPart(language: Language, { actors }: CommitmentSeen): Part<CommitmentSheet['actors']['lines'][number]> {
  const lines = actorKinds.flatMap((kind) => {
    const names = actors.filter((actor) => actor.kind === kind).map(({ organisationName, name, unit, personName, personPost }) => {
      const place = [organisationName ?? name, unit].filter((one) => one !== null)
      return (place.length > 0 ? place : [personName, personPost].filter((one) => one !== null)).join(' · ')
    })
    const named = [...new Set(names.filter((one) => one !== ''))]
    return named.length === 0 ? [] : [{ kind: say(language, `commitments.actorKind.${kind}`), names: named }]
  })
  return { heading: say(language, 'commitments.actors'), nothing: null, lines }
}
