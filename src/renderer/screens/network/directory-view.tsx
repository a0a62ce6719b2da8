import { useDeferredValue, useMemo } from 'react'
import { Button } from '@mantine/core'
import { useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { go, href, replace } from '../../router.ts'
import { rowsOf } from '../../rows.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'
import { SearchBox } from '../programmes/search-box.tsx'
import { ReportMenu, useMadeFile } from '../surveys/report-file.tsx'
import { NetworkPersonPanel } from './network-person-panel.tsx'
import { Narrow } from '../../ui/narrow.tsx'
import { bothOf, changed, NetworkTabs } from './network-words.tsx'
import type { Params } from './network-words.tsx'

type Directory = Gives<'network.directory'>
type Listed = Directory['rows'][number]

/** Those who consented to be found by others, by city and theme, with only what each lets be shown. */
export function DirectoryView({ openId, params }: { readonly openId: string | undefined; readonly params: Params }) {
  const t = useText()
  const { buscar: search = '', departamento: department, tema: theme } = params
  const asked = { search: useDeferredValue(search), ...(department === undefined ? {} : { department }), ...(theme === undefined ? {} : { theme }) }
  const key = JSON.stringify(asked)
  const list = useQuery('network.directory', asked, { keepOld: true })
  const source = useMemo(() => rowsOf(list.data?.rows, key), [list.data, key])
  const columns = useMemo(() => columnsOf(t), [t])
  const report = useJob('network.report', { label: t('networkScreens.makingReport') })
  const made = useMadeFile()
  const open = (id?: string): void => go('outcomes', id === undefined ? ['red', 'directorio'] : ['red', 'directorio', id], params)
  const show = (change: Readonly<Record<string, string | null>>): void => replace('outcomes', openId === undefined ? ['red', 'directorio'] : ['red', 'directorio', openId], changed(params, change))
  const onReport = async (format: 'xlsx' | 'pdf'): Promise<void> => {
    made.show(undefined)
    made.show(await report.run({ what: 'directory', format }), t('networkScreens.reportReady'))
  }
  const isFiltered = search !== '' || department !== undefined || theme !== undefined
  const isEmpty = list.data?.rows.length === 0 && !isFiltered
  return (
    <Screen
      title={t('outcomes.tabNetwork')}
      fill
      tabs={<OutcomeTabs at="red" />}
      about={list.data === undefined || isEmpty ? undefined : t('networkScreens.directoryCount', { n: list.data.rows.length })}
      actions={isEmpty || list.data === undefined ? undefined : <ReportMenu word={t('networkScreens.directoryReport')} running={report.running} onMake={(format) => void onReport(format)} />}
      tools={<Tools listed={isEmpty ? undefined : list.data} params={params} search={search} onShow={show} />}
      panel={openId === undefined ? null : <NetworkPersonPanel key={openId} id={openId} onClose={() => open()} />}
    >
      {made.outcome}
      <Failure error={report.error} onClose={report.forget} />
      <Failure error={list.error} onRetry={list.reload} />
      <DataTable
        id="directory"
        label={t('networkScreens.directory')}
        source={source}
        columns={columns}
        idOf={(row) => row.personId}
        openId={openId}
        onOpen={(row) => open(row.personId)}
        empty={
          isFiltered ? (
            <EmptyState drawing="search" title={t('networkScreens.noneMatch')} actions={<Button onClick={() => go('outcomes', ['red', 'directorio'])}>{t('networkScreens.seeAll')}</Button>} />
          ) : (
            <EmptyState
              drawing="people"
              title={t('networkScreens.directoryEmpty')}
              actions={
                <Button component="a" href={href('outcomes', ['red'])}>
                  {t('networkScreens.toAlumni')}
                </Button>
              }
            >
              {t('networkScreens.directoryWhy')}
            </EmptyState>
          )
        }
      />
    </Screen>
  )
}

function Tools(props: { readonly listed: Directory | undefined; readonly params: Params; readonly search: string; readonly onShow: (change: Readonly<Record<string, string | null>>) => void }) {
  const t = useText()
  const { listed, params, onShow } = props
  if (listed === undefined) return <NetworkTabs at="directory" />
  const counted = (value: string, word: string, n: number) => ({ value, label: t('frame.count', { word, n }) })
  return (
    <>
      <NetworkTabs at="directory" />
      <SearchBox label={t('networkScreens.searchDirectory')} value={props.search} onChange={(value) => onShow({ buscar: value })} />
      <Narrow label={t('networkScreens.allDepartments')} width={226} choices={listed.cities.map((one) => counted(one.department, one.name, one.count))} value={params['departamento']} onChange={(departamento) => onShow({ departamento })} />
      <Narrow label={t('networkScreens.allThemes')} width={240} choices={listed.themes.map((one) => counted(one.theme, one.theme, one.count))} value={params['tema']} onChange={(tema) => onShow({ tema })} />
    </>
  )
}

function columnsOf(t: Text): readonly Column<Listed>[] {
  return [
    { key: 'name', title: t('network.column.person'), width: 250, show: (row) => row.name },
    { key: 'now', title: t('network.column.now'), width: 270, show: (row) => bothOf(row.post, row.organisation) },
    { key: 'city', title: t('network.column.city'), width: 180, show: (row) => bothOf(row.city, row.department) },
    { key: 'themes', title: t('network.column.themes'), width: 220, show: (row) => row.themes.join(', ') },
    { key: 'email', title: t('network.column.email'), width: 190, show: (row) => row.email ?? '' },
    { key: 'phone', title: t('network.column.phone'), width: 110, show: (row) => <span className="tabular">{row.phone}</span>, text: (row) => row.phone ?? '' },
    { key: 'programmes', title: t('networkScreens.programmes'), width: 240, show: (row) => row.programmes.join(', ') },
  ]
}
