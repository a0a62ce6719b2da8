import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go, href } from '../../router.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Figures } from '../../ui/figures.tsx'
import { Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'
import { ByProgramme, ByRegion, ByYear } from './breakdowns.tsx'
import style from './dashboard.module.css'
import { DuePart } from './due-part.tsx'
import { PeopleBehind } from './people-behind.tsx'
import { ProgressPart } from './progress-part.tsx'
import { SpanTools } from './span-tools.tsx'
import { paramsWith, spanOf } from './span.ts'

export type Overview = Gives<'dashboard.overview'>

/** What the office's training came to: figures that lead to their names, the country, the years, targets and what waits. */
export function DashboardScreen(props: { readonly path: readonly string[]; readonly params: Readonly<Record<string, string>> }) {
  if (props.params['ver'] === 'personas') return <PeopleBehind params={props.params} />
  return <OverviewScreen params={props.params} />
}

function OverviewScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const t = useText()
  const span = spanOf(params)
  const asked = useQuery('dashboard.overview', { ...span }, { keepOld: true })
  const seen = asked.data
  const isNarrowed = span.programmeId !== null || span.from !== null || span.until !== null
  const isNew = seen !== undefined && !isNarrowed && seen.totals.people === 0 && seen.totals.initiatives === 0 && seen.progress.length === 0
  return (
    <Screen title={t('dashboard.title')} tabs={<OutcomeTabs at="panorama" />} actions={seen === undefined || isNew ? undefined : <SpanTools params={params} years={seen.yearsThere} />}>
      <Failure error={asked.error} onRetry={asked.reload} />
      {seen !== undefined &&
        (isNew ? (
          <>
            <Empty overview={seen} />
            {seen.due.length > 0 && <DuePart due={seen.due} />}
          </>
        ) : (
          <Filled overview={seen} params={params} />
        ))}
    </Screen>
  )
}

function Filled({ overview, params }: { readonly overview: Overview; readonly params: Readonly<Record<string, string>> }) {
  return (
    <>
      <Totals totals={overview.totals} params={params} />
      <div className={style['parts']}>
        <div className={style['column']}>
          <ByRegion regions={overview.regions} params={params} />
          {overview.years.length > 0 && <ByYear years={overview.years} params={params} />}
          {overview.programmes.length > 0 && <ByProgramme programmes={overview.programmes} params={params} />}
        </div>
        <div className={style['column']}>
          {overview.progress.length > 0 && <ProgressPart progress={overview.progress} />}
          {overview.due.length > 0 && <DuePart due={overview.due} />}
        </div>
      </div>
    </>
  )
}

function Totals({ totals, params }: { readonly totals: Overview['totals']; readonly params: Readonly<Record<string, string>> }) {
  const t = useText()
  const people = (more: Readonly<Record<string, string>> = {}) => href('outcomes', [], paramsWith(params, { ver: 'personas', ...more }))
  const women = totals.people === 0 ? 0 : Math.round((totals.women / totals.people) * 100)
  return (
    <Figures
      label={t('dashboard.figures')}
      figures={[
        { label: t('dashboard.people'), value: totals.people, href: people(), note: t('dashboard.participations', { n: totals.participations }) },
        { label: t('dashboard.women'), value: totals.women, href: people({ sexo: 'F' }), note: t('dashboard.percentOfPeople', { n: women }) },
        { label: t('dashboard.attendedHours'), value: Math.round(totals.hours), note: t('dashboard.hoursEach', { n: totals.people === 0 ? 0 : Math.round(totals.hours / totals.people) }) },
        { label: t('dashboard.certificates'), value: totals.certificates, href: href('certificates'), note: t('dashboard.inForce') },
        { label: t('dashboard.organisations'), value: totals.organisations, href: href('people', ['organizaciones']), note: t('dashboard.whoSentThem') },
        { label: t('dashboard.programmes'), value: totals.programmes, href: href('programmes'), note: t('dashboard.editionCount', { n: totals.editions }) },
        ...(totals.initiatives === 0 ? [] : [{ label: t('dashboard.initiatives'), value: totals.initiatives, href: href('outcomes', ['iniciativas']) }]),
      ]}
    />
  )
}

function Empty({ overview }: { readonly overview: Overview }) {
  const t = useText()
  const hasProgrammes = overview.totals.cohorts > 0
  return (
    <EmptyState
      drawing="programmes"
      title={t('dashboard.emptyTitle')}
      actions={
        <>
          <Button variant="filled" onClick={() => (hasProgrammes ? go('people', ['importar']) : go('programmes'))}>
            {hasProgrammes ? t('dashboard.emptyImport') : t('dashboard.emptyProgramme')}
          </Button>
          <Button onClick={() => go('outcomes', ['indicadores'])}>{t('dashboard.emptyIndicators')}</Button>
        </>
      }
    >
      {t('dashboard.emptyWhy')}
    </EmptyState>
  )
}
