import type { FileRef } from '../../../shared/rpc/wire.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { groupedNumber } from '../../../shared/domain/numbers.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { JobContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import type { Breakdown, Fact, ReportData } from '../../documents/report-model.ts'
import type { ListColumn } from '../reports/columns.ts'
import { listed } from '../reports/columns.ts'
import { cohortsSeen, editionOf, programmeOf } from '../programmes/records.ts'
import { headerOf, written } from '../reports/written.ts'
import type { CheckSeen, PlanSeen } from './records.ts'
import { promises } from './records.ts'

interface Asked {
  readonly cohortId?: string | undefined
  readonly editionId?: string | undefined
  readonly format: 'xlsx' | 'pdf'
}

type Promised = Awaited<ReturnType<typeof promises>>
const states = ['done', 'partly', 'notDone', 'pending'] as const

/** What each participant promised and what became of it (levels 3 and 4), with how many were carried out. */
export async function applicationReport(context: JobContext, asked: Asked): Promise<FileRef> {
  const { language } = context
  const data = await context.read(async (db) => {
    const [cohort] = asked.cohortId === undefined ? [] : await cohortsSeen(db, { id: asked.cohortId })
    const edition = await editionOf(db, cohort?.editionId ?? asked.editionId ?? refuse('lists.nothingChosen'))
    const programme = await programmeOf(db, edition.programmeId)
    const found = await promises(db, cohort === undefined ? { editionId: edition.id } : { cohortId: cohort.id }, context.today())
    const { columns, rows, facts } = listed(rowsOf(found), columnsOf(language, cohort === undefined), asked.format)
    const result: ReportData = {
      language,
      title: say(language, 'application.report'),
      subtitle: [programme.name, edition.name, ...(cohort === undefined ? [] : [cohort.name])].join(' · '),
      header: await headerOf(db, context.today(), edition.id),
      facts: [...factsOf(language, found), ...facts],
      columns,
      rows,
      totals: totalsOf(language, found),
      columnsThatStay: 2,
    }
    return result
  })
  return written(context, data, asked.format)
}

type ReportRow = { readonly name: string; readonly cohortName: string | null; readonly plan: PlanSeen | null }

/** A row a promise, and after them a row for each who promised nothing. */
function rowsOf({ plans, without }: Promised): ReportRow[] {
  return [...plans.map((plan) => ({ name: plan.name, cohortName: plan.cohortName, plan })), ...without.map(({ name }) => ({ name, cohortName: null, plan: null }))]
}

function columnsOf(language: Language, ofEdition: boolean): ListColumn<ReportRow>[] {
  const text = (label: string, of: (plan: PlanSeen) => string | null): ListColumn<ReportRow> => ({ label, kind: 'text', of: ({ plan }) => (plan === null ? null : of(plan)) })
  const checks = (level: CheckSeen['level']) => (plan: PlanSeen): string =>
    plan.checks
      .filter((check) => check.level === level)
      .map((check) => checkSaid(language, check))
      .join('\n')
  return [
    { label: say(language, 'lists.order'), kind: 'integer', of: (_, index) => index + 1 },
    { label: say(language, 'lists.person'), kind: 'text', of: (row) => row.name },
    ...(ofEdition ? [text(say(language, 'lists.cohort'), (plan) => plan.cohortName)] : []),
    { label: say(language, 'application.promise'), kind: 'text', of: ({ plan }) => plan?.promise ?? say(language, 'application.nothingPromised') },
    text(say(language, 'application.indicator'), (plan) => plan.indicator),
    text(say(language, 'application.baseline'), (plan) => plan.baseline),
    text(say(language, 'application.target'), (plan) => plan.target),
    text(say(language, 'application.measured'), (plan) => plan.checks.findLast((check) => check.measured !== null)?.measured ?? null),
    text(say(language, 'application.level.application'), checks('application')),
    text(say(language, 'application.level.impact'), checks('impact')),
    { label: say(language, 'application.evidence'), kind: 'integer', of: ({ plan }) => (plan === null ? null : plan.checks.reduce((sum, check) => sum + check.evidence.length, 0)) },
  ]
}

/** "3 meses: cumplido, 12/03/2027". */
function checkSaid(language: Language, check: CheckSeen): string {
  const state = say(language, check.isOverdue ? 'application.state.overdue' : `application.state.${check.state}`)
  const day = check.state === 'pending' ? check.dueOn : check.checkedOn
  return say(language, 'application.checkSaid', { months: check.months, state: state.toLowerCase(), day: formatDate(day) })
}

function factsOf(language: Language, { counts, without }: Promised): Fact[] {
  const checked = counts.done + counts.partly + counts.notDone
  return [
    { label: say(language, 'application.factPromised'), value: say(language, 'application.ofParticipants', { n: counts.participants - without.length, of: counts.participants }) },
    { label: say(language, 'application.factChecked'), value: say(language, 'application.ofChecks', { n: checked, of: checked + counts.pending }) },
    ...(checked === 0 ? [] : [{ label: say(language, 'application.factDone'), value: say(language, 'application.ofChecked', { n: counts.done, of: checked, percent: groupedNumber((counts.done / checked) * 100, 1) }) }]),
    ...(counts.overdue === 0 ? [] : [{ label: say(language, 'application.state.overdue'), value: String(counts.overdue) }]),
  ]
}

function totalsOf(language: Language, { plans, without }: Promised): Breakdown[] {
  if (plans.length === 0) return []
  const last = plans.map((plan) => plan.checks.findLast((check) => check.state !== 'pending')?.state ?? 'pending')
  const byPlan: Breakdown = {
    title: say(language, 'application.byLastCheck'),
    columns: [say(language, 'application.state'), say(language, 'application.promises')],
    rows: [...states.map((state) => [state === 'pending' ? say(language, 'application.notChecked') : say(language, `application.state.${state}`), last.filter((one) => one === state).length] as const), ...(without.length === 0 ? [] : [[say(language, 'application.nothingPromised'), without.length] as const])],
  }
  const byLevel = (['application', 'impact'] as const).flatMap((level): Breakdown[] => {
    const checks = plans.flatMap((plan) => plan.checks.filter((check) => check.level === level))
    return checks.length === 0 ? [] : [{ title: say(language, 'application.checksOf', { level: say(language, `application.level.${level}`) }), columns: [say(language, 'application.state'), say(language, 'application.checks')], rows: states.map((state) => [say(language, `application.state.${state}`), checks.filter((check) => check.state === state).length] as const) }]
  })
  return [byPlan, ...byLevel]
}

