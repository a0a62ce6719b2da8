import { useState } from 'react'
import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconTable } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { SwitchLine } from '../../ui/switch-line.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'
import { ActualPanel } from './actual-panel.tsx'
import { BreakdownView } from './breakdown-view.tsx'
import { CardView } from './card-view.tsx'
import { DefinitionView } from './definition/definition-view.tsx'
import { FigurePanel } from './figure-panel.tsx'
import { indicatorTitle } from './frame-rows.ts'
import type { Indicator, Period } from './frame-rows.ts'
import { TypedView } from './typed-view.tsx'

/** A figure whose list or panel is open beside the indicator. */
export interface OpenFigure {
  readonly period: Period | undefined
  readonly dimension?: string
  readonly category?: string
  readonly categoryName?: string
}

/** One indicator: what it counts, how it splits, and its card. */
export function IndicatorScreen(props: { readonly frameId: string; readonly indicatorId: string; readonly part: string | undefined; readonly params: Readonly<Record<string, string>> }) {
  const t = useText()
  const { frameId, indicatorId } = props
  const asked = useQuery('frames.get', { id: frameId })
  const [open, setOpen] = useState<OpenFigure>()
  const seen = asked.data
  const indicator = seen?.indicators.find((one) => one.id === indicatorId)
  const crumbs = [
    { word: t('outcomes.tabIndicators'), href: href('outcomes', ['indicadores']) },
    ...(seen === undefined ? [] : [{ word: seen.frame.name, href: href('outcomes', ['indicadores', frameId]) }]),
    ...(indicator === undefined ? [] : [{ word: indicatorTitle(indicator) }]),
  ]
  if (seen === undefined || indicator === undefined) {
    return (
      <Screen title={t('indicatorScreens.indicator')} tabs={<OutcomeTabs at="indicadores" />} crumbs={crumbs}>
        <Failure error={asked.error?.code === 'missing' ? undefined : asked.error} onRetry={asked.reload} />
        {(asked.error?.code === 'missing' || seen !== undefined) && (
          <EmptyState drawing="search" title={t('indicatorScreens.gone')} actions={<Button component="a" href={href('outcomes', ['indicadores'])}>{t('indicatorScreens.backToList')}</Button>}>
            {t('indicatorScreens.goneWhy')}
          </EmptyState>
        )}
      </Screen>
    )
  }
  const at = (part?: string): string => href('outcomes', ['indicadores', frameId, indicatorId, ...(part === undefined ? [] : [part])])
  return (
    <Screen
      title={indicatorTitle(indicator)}
      tabs={<OutcomeTabs at="indicadores" />}
      crumbs={crumbs}
      about={seen.frame.name}
      tools={
        <SwitchLine
          label={t('indicatorScreens.parts')}
          tabs={[
            { word: t('indicatorScreens.whatCounts'), href: at(), isOpen: props.part === undefined },
            { word: t('indicatorScreens.breakdown'), href: at('desglose'), isOpen: props.part === 'desglose' },
            { word: t('indicatorScreens.card'), href: at('ficha'), isOpen: props.part === 'ficha' },
          ]}
        />
      }
      actions={
        <Button component="a" leftSection={<IconTable size={16} aria-hidden />} href={href('outcomes', ['indicadores', frameId])}>
          {t('indicatorScreens.seeMatrix')}
        </Button>
      }
      panel={open === undefined ? undefined : <Beside indicator={indicator} periods={seen.periods} open={open} onClose={() => setOpen(undefined)} />}
    >
      {props.part === 'desglose' ? (
        <BreakdownView seen={seen} indicator={indicator} onOpen={setOpen} />
      ) : props.part === 'ficha' ? (
        <CardView seen={seen} indicator={indicator} />
      ) : (
        <>
          <DefinitionView seen={seen} indicator={indicator} onList={(period) => setOpen({ period })} />
          {indicator.counts === 'manual' && <TypedView indicator={indicator} periods={seen.periods} onOpen={(period) => setOpen({ period })} />}
        </>
      )}
    </Screen>
  )
}

function Beside(props: { readonly indicator: Indicator; readonly periods: readonly Period[]; readonly open: OpenFigure; readonly onClose: () => void }) {
  const { indicator, open } = props
  const key = `${open.period?.id ?? ''} ${open.dimension ?? ''} ${open.category ?? ''}`
  if (indicator.counts === 'manual') return <ActualPanel key={key} indicator={indicator} periods={props.periods} periodId={open.period?.id ?? null} onClose={props.onClose} />
  return <FigurePanel key={key} indicator={indicator} {...open} onClose={props.onClose} />
}
