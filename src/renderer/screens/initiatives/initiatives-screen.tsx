import { useDeferredValue, useMemo } from 'react'
import { Button } from '@mantine/core'
import { initiativeKinds } from '../../../shared/domain/initiatives.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { go, replace } from '../../router.ts'
import { rowsOf } from '../../rows.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FilterWords } from '../../ui/filter-words.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { Narrow } from '../../ui/narrow.tsx'
import { Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'
import { SearchBox } from '../programmes/search-box.tsx'
import { ReportMenu, useMadeFile } from '../surveys/report-file.tsx'
import { GroupPlans } from './group-plans.tsx'
import { InitiativePanel } from './initiative-panel.tsx'
import { asStage, FollowUpMarks, followUpSaid, StageWord } from './initiative-words.tsx'
import type { InitiativeRow } from './initiative-words.tsx'
import { NewInitiative } from './new-initiative.tsx'

type Params = Readonly<Record<string, string>>
type Listed = Gives<'initiatives.list'>

/** In the address: what has no place. */
const NOWHERE = '-'

/** Initiatives and action plans by place, with their stage and their follow-ups; one at a time beside the list. */
export function InitiativesScreen({ path, params }: { readonly path: readonly string[]; readonly params: Params }) {
  const t = useText()
  const [openId] = path
  const search = params['buscar'] ?? ''
  const filter = filterOf(params)
  const asked = { ...filter, search: useDeferredValue(search) }
  const key = JSON.stringify(asked)
  const list = useQuery('initiatives.list', asked, { keepOld: true })
  const source = useMemo(() => rowsOf(list.data?.rows, key), [list.data, key])
  const columns = useMemo(() => columnsOf(t), [t])
  const report = useJob('initiatives.report', { label: t('initiativeScreens.makingReport') })
  const made = useMadeFile()
  const open = (id?: string): void => go('outcomes', id === undefined ? ['iniciativas'] : ['iniciativas', id], params)
  const show = (change: Readonly<Record<string, string | null>>): void => replace('outcomes', ['iniciativas', ...path], Object.fromEntries(Object.entries({ ...params, ...change }).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== '')))
  const onReport = async (format: 'xlsx' | 'pdf'): Promise<void> => {
    made.show(undefined)
    made.show(await report.run({ ...filter, search, format }), t('initiativeScreens.reportReady'))
  }
  const isFiltered = search !== '' || Object.keys(filter).length > 0
  const plans = <Button onClick={() => open('planes')}>{t('initiativeScreens.plansOfGroup')}</Button>
  const make = (
    <Button variant="filled" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => open('nueva')}>
      {t('initiativeScreens.new')}
    </Button>
  )
  return (
    <Screen
      title={t('outcomes.tabInitiatives')}
      fill
      crumbs={[{ word: t('outcomes.tabInitiatives') }]}
      tabs={<OutcomeTabs at="iniciativas" />}
      about={list.data === undefined || list.data.rows.length === 0 ? undefined : t('initiativeScreens.count', { n: list.data.rows.length, places: new Set(list.data.rows.map((row) => row.placeLabel)).size })}
      actions={
        <>
          {list.data !== undefined && list.data.rows.length > 0 && <ReportMenu word={t('initiativeScreens.report')} running={report.running} onMake={(format) => void onReport(format)} />}
          {plans}
          {make}
        </>
      }
      tools={<Tools listed={list.data} params={params} search={search} onShow={show} />}
      panel={
        openId === undefined ? null : openId === 'nueva' ? (
          <NewInitiative onClose={() => open()} onMade={open} />
        ) : openId === 'planes' ? (
          <GroupPlans onClose={() => open()} />
        ) : (
          <InitiativePanel key={openId} id={openId} onClose={() => open()} />
        )
      }
    >
      {made.outcome}
      <Failure error={report.error} onClose={report.forget} />
      <Failure error={list.error} onRetry={list.reload} />
      <DataTable
        id="initiatives"
        label={t('outcomes.tabInitiatives')}
        source={source}
        columns={columns}
        idOf={(row) => row.id}
        openId={openId}
        onOpen={(row) => open(row.id)}
        empty={
          isFiltered ? (
            <EmptyState drawing="search" title={t('initiativeScreens.noneMatch')} actions={<Button onClick={() => go('outcomes', ['iniciativas'])}>{t('initiativeScreens.seeAll')}</Button>} />
          ) : (
            <EmptyState drawing="people" title={t('initiativeScreens.none')} actions={plans}>
              {t('initiativeScreens.noneWhy')}
            </EmptyState>
          )
        }
      />
    </Screen>
  )
}

/** What the address narrows the list to. */
function filterOf(params: Params) {
  const [kind, stage, place, group] = [initiativeKinds.find((one) => one === params['clase']), asStage(params['etapa'] ?? null), params['lugar'], params['grupo']]
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(stage === undefined ? {} : { stage }),
    ...(place === undefined ? {} : { place: place === NOWHERE ? '' : place }),
    ...(group === undefined ? {} : { cohortId: group }),
    ...(params['persona'] === undefined ? {} : { personId: params['persona'] }),
    ...(params['atraso'] === undefined ? {} : { onlyOverdue: true }),
  }
}

function Tools(props: { readonly listed: Listed | undefined; readonly params: Params; readonly search: string; readonly onShow: (change: Readonly<Record<string, string | null>>) => void }) {
  const t = useText()
  const { listed, params, onShow } = props
  const counted = (value: string, word: string, n: number) => ({ value, label: t('frame.count', { word, n }) })
  const places = (listed?.places ?? []).map(({ place, count }) => counted(place === '' ? NOWHERE : place, place === '' ? t('initiativeScreens.nowhere') : place, count))
  const stages = (listed?.stages ?? []).filter((one) => one.count > 0 || one.stage === params['etapa']).map(({ stage, count }) => counted(stage, t(`initiatives.stage.${stage}`), count))
  const kinds = (listed?.kinds ?? []).map(({ kind, count }) => counted(kind, t(`initiativeScreens.kinds.${kind}`), count))
  return (
    <>
      <SearchBox label={t('initiativeScreens.search')} value={props.search} onChange={(value) => onShow({ buscar: value })} />
      {(params['persona'] ?? params['grupo']) !== undefined && <Button onClick={() => onShow({ persona: null, grupo: null })}>{t(params['persona'] === undefined ? 'initiativeScreens.onlyGroup' : 'initiativeScreens.onlyPerson')}</Button>}
      <Narrow label={t('initiativeScreens.allPlaces')} choices={places} value={params['lugar']} onChange={(lugar) => onShow({ lugar })} />
      <Narrow label={t('initiativeScreens.allStages')} choices={stages} value={params['etapa']} onChange={(etapa) => onShow({ etapa })} />
      <Narrow label={t('initiativeScreens.allKinds')} choices={kinds} value={params['clase']} onChange={(clase) => onShow({ clase })} />
      <FilterWords
        value={params['atraso'] === undefined ? 'all' : 'late'}
        onChange={(value) => onShow({ atraso: value === 'late' ? '1' : null })}
        words={[
          { value: 'all', word: t('initiativeScreens.all') },
          { value: 'late', word: t('initiativeScreens.late'), count: listed?.overdue },
        ]}
      />
    </>
  )
}

function columnsOf(t: Text): readonly Column<InitiativeRow>[] {
  const money = (row: InitiativeRow): string => (row.amountCents === null ? '' : formatMoney(row.amountCents, row.currency ?? 'PEN'))
  const marks = (row: InitiativeRow): string => row.followUps.map((one) => followUpSaid(t, one)).join('; ')
  return [
    { key: 'title', title: t('initiatives.title'), width: 330, show: (row) => row.title, text: (row) => row.title },
    { key: 'place', title: t('initiatives.place'), width: 120, show: (row) => row.placeLabel, text: (row) => row.placeLabel },
    { key: 'stage', title: t('initiatives.stage'), width: 118, show: (row) => <StageWord stage={row.stage} />, text: (row) => t(`initiatives.stage.${row.stage}`) },
    { key: 'since', title: t('initiatives.since'), width: 96, show: (row) => <span className="tabular">{formatDate(row.stageOn)}</span>, text: (row) => formatDate(row.stageOn) },
    { key: 'followUps', title: t('initiativeScreens.followUpColumn'), width: 158, show: (row) => <FollowUpMarks followUps={row.followUps} />, text: marks },
    { key: 'authors', title: t('initiatives.authors'), width: 210, show: (row) => row.authors.join('; '), text: (row) => row.authors.join('; ') },
    { key: 'budget', title: t('initiatives.budget'), width: 120, align: 'right', show: money, text: money },
    { key: 'kind', title: t('initiatives.kind'), width: 110, show: (row) => t(`initiatives.kind.${row.kind}`), text: (row) => t(`initiatives.kind.${row.kind}`) },
  ]
}
