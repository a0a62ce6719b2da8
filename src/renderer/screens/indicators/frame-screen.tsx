import { Button, Menu } from '@mantine/core'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go, href, replace } from '../../router.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconCalendar, IconChevronDown, IconList, IconPlus, IconSettings } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'
import { ActualPanel } from './actual-panel.tsx'
import { FigurePanel } from './figure-panel.tsx'
import { FramePanel } from './frame-panel.tsx'
import type { FrameSeen } from './frame-rows.ts'
import { FrameTable } from './frame-table.tsx'
import { NewIndicatorPanel } from './new-indicator-panel.tsx'
import { PeriodsPanel } from './periods-panel.tsx'
import { ResultPanel } from './result-panel.tsx'
import style from './frame.module.css'

/** Parts of a matrix that open beside it, as they stand in the address. */
const PARTS = { settings: 'datos', periods: 'periodos', indicator: 'indicador', result: 'resultado' } as const

/** What a figure's address says: of which indicator, and of which period ('' is the total). */
type Params = Readonly<Record<string, string>>

/** One matrix as the table a funder asks for. A figure, a result, its periods or its data open beside it. */
export function FrameScreen(props: { readonly frameId: string; readonly part: string | undefined; readonly params: Params }) {
  const t = useText()
  const asked = useQuery('frames.get', { id: props.frameId })
  const figures = useQuery('indicators.figures', { frameId: props.frameId })
  const seen = asked.data
  if (seen === undefined) return <Waiting error={asked.error} onRetry={asked.reload} />
  const open = (part?: string, params: Params = {}): void => replace('outcomes', ['indicadores', props.frameId, ...(part === undefined ? [] : [part])], params)
  const isEmpty = seen.indicators.length === 0 && seen.results.length === 0
  const openFigure = props.params['ver'] === undefined ? undefined : { indicatorId: props.params['ver'], periodId: props.params['periodo'] ?? null }
  return (
    <Screen
      title={seen.frame.name}
      fill
      tabs={<OutcomeTabs at="indicadores" />}
      crumbs={[{ word: t('outcomes.tabIndicators'), href: href('outcomes', ['indicadores']) }, { word: seen.frame.name }]}
      about={[seen.frame.organisationName ?? t('indicatorScreens.ownOffice'), t('indicatorScreens.indicatorCount', { n: seen.indicators.length }), t('indicatorScreens.periodCount', { n: seen.periods.length })].join(' · ')}
      actions={<Acts seen={seen} onOpen={open} isEmpty={isEmpty} />}
      panel={<Beside seen={seen} part={props.part} params={props.params} onClose={() => open()} />}
    >
      <Failure error={figures.error} onRetry={figures.reload} />
      {isEmpty ? (
        <div className={style['blank']}>
          <EmptyState
            drawing="sheet"
            title={t('indicatorScreens.emptyFrame')}
            actions={
              <>
                <Button variant="filled" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => open(PARTS.indicator)}>
                  {t('indicatorScreens.addIndicator')}
                </Button>
                <Button onClick={() => open(PARTS.result)}>{t('indicatorScreens.addResult')}</Button>
              </>
            }
          >
            {t('indicatorScreens.emptyFrameWhy')}
          </EmptyState>
        </div>
      ) : (
        <FrameTable
          seen={seen}
          rows={figures.data?.rows}
          openFigure={openFigure}
          onFigure={(indicatorId, periodId) => open(undefined, periodId === null ? { ver: indicatorId } : { ver: indicatorId, periodo: periodId })}
          onPeriods={(periodId) => open(PARTS.periods, { periodo: periodId })}
          onResult={(id) => open(PARTS.result, { id })}
          onAdd={(resultId) => open(PARTS.indicator, { resultado: resultId })}
        />
      )}
    </Screen>
  )
}

function Waiting(props: { readonly error: Parameters<typeof Failure>[0]['error']; readonly onRetry: () => void }) {
  const t = useText()
  const isGone = props.error?.code === 'missing'
  return (
    <Screen title={t('outcomes.tabIndicators')} tabs={<OutcomeTabs at="indicadores" />} crumbs={[{ word: t('outcomes.tabIndicators'), href: href('outcomes', ['indicadores']) }]}>
      {isGone ? (
        <EmptyState drawing="search" title={t('indicatorScreens.gone')} actions={<Button component="a" href={href('outcomes', ['indicadores'])}>{t('indicatorScreens.backToList')}</Button>}>
          {t('indicatorScreens.goneWhy')}
        </EmptyState>
      ) : (
        <Failure error={props.error} onRetry={props.onRetry} />
      )}
    </Screen>
  )
}

function Acts(props: { readonly seen: FrameSeen; readonly onOpen: (part: string, params?: Params) => void; readonly isEmpty: boolean }) {
  const t = useText()
  return (
    <>
      <Button leftSection={<IconCalendar size={16} aria-hidden />} onClick={() => props.onOpen(PARTS.periods)}>
        {t('indicatorScreens.periods')}
      </Button>
      <Button leftSection={<IconSettings size={16} aria-hidden />} onClick={() => props.onOpen(PARTS.settings)}>
        {t('indicatorScreens.frameSettings')}
      </Button>
      {!props.isEmpty && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="filled" leftSection={<IconPlus size={16} aria-hidden />} rightSection={<IconChevronDown size={14} aria-hidden />}>
              {t('indicatorScreens.addIndicator')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={() => props.onOpen(PARTS.indicator)}>
              {t('indicatorScreens.addIndicator')}
            </Menu.Item>
            <Menu.Item leftSection={<IconList size={16} aria-hidden />} onClick={() => props.onOpen(PARTS.result)}>
              {t('indicatorScreens.addResult')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}

/** What is open beside the matrix, by its address. */
function Beside(props: { readonly seen: FrameSeen; readonly part: string | undefined; readonly params: Params; readonly onClose: () => void }) {
  const { seen, part, params, onClose } = props
  const frameId = seen.frame.id
  if (part === PARTS.settings) return <FramePanel frame={seen.frame} onClose={onClose} />
  if (part === PARTS.periods) return <PeriodsPanel frameId={frameId} periods={seen.periods} indicators={seen.indicators.length} openId={params['periodo']} onClose={onClose} />
  if (part === PARTS.result) return <ResultPanel key={params['id'] ?? ''} frameId={frameId} result={seen.results.find((one) => one.id === params['id'])} onClose={onClose} />
  if (part === PARTS.indicator) return <NewIndicatorPanel frameId={frameId} results={seen.results} resultId={params['resultado'] ?? null} onClose={onClose} onMade={(id) => go('outcomes', ['indicadores', frameId, id])} />
  const indicator = seen.indicators.find((one) => one.id === params['ver'])
  if (indicator === undefined) return null
  const periodId = params['periodo'] ?? null
  const key = `${indicator.id} ${periodId ?? ''}`
  if (indicator.counts === 'manual') return <ActualPanel key={key} indicator={indicator} periods={seen.periods} periodId={periodId} onClose={onClose} />
  return <FigurePanel key={key} indicator={indicator} period={seen.periods.find((one) => one.id === periodId)} onClose={onClose} />
}
