import { useDeferredValue, useMemo } from 'react'
import { Button } from '@mantine/core'
import { addDays, formatDate } from '../../../shared/domain/dates.ts'
import { inPostStates } from '../../../shared/domain/network.ts'
import { useJob, useQuery } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { go, href, replace } from '../../router.ts'
import { useRows } from '../../rows.ts'
import type { RowOf } from '../../rows.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { figure } from '../../ui/figure.ts'
import { Figures } from '../../ui/figures.tsx'
import { Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'
import { ReportMenu, useMadeFile } from '../surveys/report-file.tsx'
import { AlumniTools } from './alumni-tools.tsx'
import { DuePanel } from './due-panel.tsx'
import { NetworkPersonPanel } from './network-person-panel.tsx'
import { bothOf, changed, InPostWord } from './network-words.tsx'
import type { Params } from './network-words.tsx'

type Alumnus = RowOf<'network.alumni'>
type Answer = Gives<'network.alumni'>

/** How far ahead a contact that is due is shown, in days. */
const AHEAD_DAYS = 30

/** Everybody who finished a course and where she is now; one at a time beside the list, or the contacts that are due. */
export function AlumniView({ openId, params }: { readonly openId: string | undefined; readonly params: Params }) {
  const t = useText()
  const search = params['buscar'] ?? ''
  const filter = filterOf(params)
  const source = useRows('network.alumni', { ...filter, search: useDeferredValue(search) })
  const today = useQuery('app.about', {}).data?.today
  const due = useQuery('network.due', { until: today === undefined ? '2000-01-01' : addDays(today, AHEAD_DAYS) }, { enabled: today !== undefined })
  const columns = useMemo(() => columnsOf(t), [t])
  const report = useJob('network.report', { label: t('networkScreens.makingReport') })
  const made = useMadeFile()
  const open = (id?: string): void => go('outcomes', id === undefined ? ['red'] : ['red', id], params)
  const show = (change: Readonly<Record<string, string | null>>): void => replace('outcomes', openId === undefined ? ['red'] : ['red', openId], changed(params, change))
  const onReport = async (format: 'xlsx' | 'pdf'): Promise<void> => {
    made.show(undefined)
    made.show(await report.run({ what: 'alumni', filter: { ...filter, search }, format }), t('networkScreens.reportReady'))
  }
  const isFiltered = search !== '' || Object.keys(filter).length > 0
  const isEmpty = source.total === 0 && !isFiltered
  return (
    <Screen
      title={t('outcomes.tabNetwork')}
      fill
      tabs={<OutcomeTabs at="red" />}
      about={source.total === undefined || isEmpty ? undefined : t('networkScreens.count', { n: source.total })}
      actions={isEmpty || source.total === undefined ? undefined : <ReportMenu word={t('networkScreens.report')} running={report.running} onMake={(format) => void onReport(format)} />}
      tools={<AlumniTools answer={source.answer} isEmpty={isEmpty} params={params} search={search} onShow={show} />}
      panel={
        openId === undefined ? null : openId === 'pendientes' ? (
          <DuePanel due={due.data} today={today} onClose={() => open()} onOpen={open} />
        ) : (
          <NetworkPersonPanel key={openId} id={openId} onClose={() => open()} />
        )
      }
    >
      {made.outcome}
      <Failure error={report.error} onClose={report.forget} />
      <Failure error={source.error ?? due.error} onRetry={source.reload} />
      {!isEmpty && source.answer !== undefined && <Known answer={source.answer} late={today === undefined ? undefined : due.data?.filter((one) => one.nextOn <= today).length} params={params} />}
      <DataTable
        id="alumni"
        label={t('networkScreens.alumni')}
        source={source}
        columns={columns}
        idOf={(row) => row.personId}
        openId={openId}
        onOpen={(row) => open(row.personId)}
        empty={
          isFiltered ? (
            <EmptyState drawing="search" title={t('networkScreens.noneMatch')} actions={<Button onClick={() => go('outcomes', ['red'])}>{t('networkScreens.seeAll')}</Button>} />
          ) : (
            <EmptyState
              drawing="people"
              title={t('networkScreens.none')}
              actions={
                <Button component="a" href={href('programmes')}>
                  {t('networkScreens.toProgrammes')}
                </Button>
              }
            >
              {t('networkScreens.noneWhy')}
            </EmptyState>
          )
        }
      />
    </Screen>
  )
}

/** How many are known of, how many are still there, how many are to be contacted. */
function Known({ answer, late, params }: { readonly answer: Answer; readonly late: number | undefined; readonly params: Params }) {
  const t = useText()
  const countOf = (state: string): number => answer.inPost.find((one) => one.state === state)?.count ?? 0
  const everybody = answer.inPost.reduce((sum, one) => sum + one.count, 0)
  const known = everybody - countOf('unknown')
  const there = countOf('samePost') + countOf('sameOrganisation')
  return (
    <Figures
      label={t('networkScreens.figures')}
      figures={[
        { label: t('networkScreens.stillThere'), value: answer.stillThere === null ? '–' : t('networkScreens.percent', { n: figure(Math.round(answer.stillThere * 10) / 10) }), note: t('networkScreens.thereOf', { there, known }) },
        { label: t('networkScreens.known'), value: known, note: t('networkScreens.ofAlumni', { n: everybody }) },
        { label: t('networkScreens.due'), value: late ?? '–', href: href('outcomes', ['red', 'pendientes'], params), note: t('networkScreens.dueNote') },
      ]}
    />
  )
}

/** What the address narrows the list to. */
function filterOf(params: Params): Omit<Takes<'network.alumni'>, 'offset' | 'limit' | 'search'> {
  const { programa, edicion, departamento, situacion, sincontacto } = params
  const inPost = inPostStates.find((one) => one === situacion)
  return {
    ...(programa === undefined ? {} : { programmeId: programa }),
    ...(edicion === undefined ? {} : { editionId: edicion }),
    ...(departamento === undefined ? {} : { department: departamento }),
    ...(inPost === undefined ? {} : { inPost }),
    ...(sincontacto === '6' || sincontacto === '12' ? { quietMonths: Number(sincontacto) } : {}),
  }
}

function columnsOf(t: Text): readonly Column<Alumnus>[] {
  const day = (date: string | null) => <span className="tabular">{formatDate(date)}</span>
  const course = ({ finished }: Alumnus): string => [finished.programmeName, finished.editionName].join(', ')
  return [
    { key: 'name', title: t('network.column.person'), width: 250, show: (row) => row.name, text: (row) => row.name },
    { key: 'inPost', title: t('network.column.inPost'), width: 266, show: (row) => <InPostWord state={row.inPost} />, text: (row) => t('network.inPost', { state: row.inPost }) },
    { key: 'now', title: t('network.column.now'), width: 250, show: (row) => bothOf(row.postNow, row.organisationNow) },
    { key: 'lastContact', title: t('network.column.lastContact'), width: 134, show: (row) => day(row.lastContactOn), text: (row) => formatDate(row.lastContactOn) },
    { key: 'nextContact', title: t('networkScreens.nextContact'), width: 144, show: (row) => day(row.nextContactOn), text: (row) => formatDate(row.nextContactOn) },
    { key: 'course', title: t('network.column.course'), width: 290, show: course, text: course },
    { key: 'finishedOn', title: t('network.column.finishedOn'), width: 96, show: (row) => day(row.finished.on), text: (row) => formatDate(row.finished.on) },
    { key: 'then', title: t('network.column.then'), width: 250, show: (row) => bothOf(row.postThen, row.organisationThen) },
  ]
}
