import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { go, href } from '../../router.ts'
import { rowsOf } from '../../rows.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconAlertTriangle, IconCheck, IconPlus } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'
import { NewFramePanel } from './new-frame-panel.tsx'
import style from './frame.module.css'

type Frame = Gives<'frames.list'>[number]

/** Every matrix: for whom, how many periods and indicators, and which period waits to be closed. */
export function FrameList(props: { readonly isNew: boolean }) {
  const t = useText()
  const list = useQuery('frames.list', {})
  const close = (): void => go('outcomes', ['indicadores'])
  const create = (
    <Button component="a" variant="filled" leftSection={<IconPlus size={16} aria-hidden />} href={href('outcomes', ['indicadores', 'nueva'])}>
      {t('indicatorScreens.new')}
    </Button>
  )
  const isEmpty = list.data?.length === 0
  return (
    <Screen
      title={t('outcomes.tabIndicators')}
      fill
      tabs={<OutcomeTabs at="indicadores" />}
      crumbs={[{ word: t('outcomes.tabIndicators') }]}
      about={list.data === undefined || isEmpty ? undefined : t('indicatorScreens.frameCount', { n: list.data.length })}
      actions={isEmpty || props.isNew ? undefined : create}
      panel={props.isNew ? <NewFramePanel onClose={close} /> : undefined}
    >
      <Failure error={list.error} onRetry={list.reload} />
      {isEmpty && (
        <div className={style['blank']}>
          <EmptyState drawing="sheet" title={t('indicatorScreens.none')} actions={props.isNew ? undefined : create}>
            <p>{t('indicatorScreens.noneWhy')}</p>
            <p>{t('indicatorScreens.noneSecond')}</p>
          </EmptyState>
        </div>
      )}
      {list.data !== undefined && !isEmpty && (
        <DataTable id="frames" label={t('outcomes.tabIndicators')} source={rowsOf(list.data, 'frames')} columns={columnsOf(t)} idOf={(row) => row.id} onOpen={(row) => go('outcomes', ['indicadores', row.id])} empty={null} />
      )}
    </Screen>
  )
}

function columnsOf(t: Text): readonly Column<Frame>[] {
  return [
    { key: 'name', title: t('indicatorScreens.frame'), width: 380, show: (row) => row.name },
    { key: 'funder', title: t('indicatorScreens.funder'), width: 260, show: (row) => row.organisationName ?? t('indicatorScreens.ownOffice') },
    { key: 'indicators', title: t('indicatorScreens.indicators'), width: 110, align: 'right', show: (row) => row.indicators },
    { key: 'periods', title: t('indicatorScreens.periods'), width: 170, show: (row) => (row.periods.length === 0 ? t('indicatorScreens.periodCount', { n: 0 }) : t('indicatorScreens.closedOf', { closed: row.periods.filter((one) => one.closedAt !== null).length, n: row.periods.length })) },
    { key: 'close', title: t('indicatorScreens.closing'), width: 260, text: (row) => waiting(t, row), show: (row) => <Waiting frame={row} /> },
  ]
}

function waiting(t: Text, frame: Frame): string {
  const period = frame.periods.find((one) => one.id === frame.toClose)
  return period === undefined ? t('indicatorScreens.nothingToClose') : t('indicatorScreens.toClose', { period: period.name })
}

function Waiting({ frame }: { readonly frame: Frame }) {
  const t = useText()
  if (frame.periods.length === 0) return null
  const Icon = frame.toClose === null ? IconCheck : IconAlertTriangle
  return (
    <span className={style['state']} data-tone={frame.toClose === null ? 'done' : 'waits'}>
      <Icon size={15} aria-hidden />
      {waiting(t, frame)}
    </span>
  )
}
