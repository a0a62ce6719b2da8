import { useState } from 'react'
import { Select } from '@mantine/core'
import { breakdownDimensions } from '../../../shared/domain/counting/dimensions.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconCheck, IconChevronDown, IconLock, IconPlus } from '../../ui/icons.ts'
import { Card } from '../../ui/screen.tsx'
import { BreakdownCard } from './breakdown-card.tsx'
import { figureText } from './figure-text.ts'
import type { FrameSeen, Indicator } from './frame-rows.ts'
import type { OpenFigure } from './indicator-screen.tsx'
import style from './breakdown.module.css'

/** A figure split by the dimensions that the office wants to see, each as table and picture; each category leads to its list. */
export function BreakdownView(props: { readonly seen: FrameSeen; readonly indicator: Indicator; readonly onOpen: (figure: OpenFigure) => void }) {
  const t = useText()
  const { indicator, seen } = props
  const [periodId, setPeriodId] = useState('')
  const update = useCommand('indicators.update', { quiet: true })
  const dimensions = indicator.dimensions
  const asked = useQuery('indicators.breakdown', { indicatorId: indicator.id, periodId: periodId === '' ? null : periodId, dimensions }, { enabled: dimensions.length > 0, keepOld: true })
  const targets = useQuery('indicators.get', { id: indicator.id }).data?.targets ?? []
  const period = seen.periods.find((one) => one.id === periodId)
  const shown = asked.data?.breakdowns.filter((one) => dimensions.includes(one.dimension)) ?? []
  return (
    <>
      <div className={style['tools']}>
        <DimensionChoice indicator={indicator} onChange={(next) => void update.run({ id: indicator.id, fields: { dimensions: next } })} />
        {seen.periods.length > 0 && (
          <Select
            aria-label={t('indicatorScreens.period')}
            value={periodId}
            w={200}
            data={[{ value: '', label: t('indicatorScreens.total') }, ...seen.periods.map((one) => ({ value: one.id, label: one.name }))]}
            rightSection={<IconChevronDown size={16} aria-hidden />}
            rightSectionPointerEvents="none"
            onChange={(value) => setPeriodId(value ?? '')}
          />
        )}
        {asked.data !== undefined && dimensions.length > 0 && (
          <p className={style['sum']}>
            {t('indicatorScreens.splitSum', { n: figureText(asked.data.value), unit: indicator.unit ?? '' })}
            {asked.data.isFrozen && <IconLock size={14} aria-label={t('indicatorScreens.behindFrozen')} />}
          </p>
        )}
      </div>
      <Failure error={update.error} onClose={update.forget} />
      <Failure error={asked.error} onRetry={asked.reload} />
      {dimensions.length === 0 && (
        <Card>
          <EmptyState drawing="people" title={t('indicatorScreens.splitNone')}>
            {t('indicatorScreens.splitNoneWhy')}
          </EmptyState>
        </Card>
      )}
      {shown.map((one) => (
        <BreakdownCard
          key={one.dimension}
          seen={one}
          indicator={indicator}
          periodId={period?.id ?? null}
          targets={targets.filter((target) => target.dimension === one.dimension && target.periodId === (period?.id ?? null))}
          onOpen={(category, categoryName) => props.onOpen({ period, dimension: one.dimension, category, categoryName: `${one.label}: ${categoryName}` })}
        />
      ))}
    </>
  )
}

const OF_PEOPLE: readonly string[] = breakdownDimensions.filter((one) => one !== 'stage')
const OF_PLACE: readonly string[] = ['programme', 'edition', 'cohort', 'department', 'province', 'district']
const TRAITS: Readonly<Record<string, 'ethnicity' | 'language' | 'disability' | 'area'>> = { ethnicity: 'ethnicity', language: 'language', disability: 'disability', area: 'area' }

/** By what a thing of that kind can be split; rows of a register also by its fields of choice. */
function dimensionsOf(counts: Indicator['counts'], register: Gives<'resultRegisters.list'>[number] | undefined): readonly string[] {
  if (counts === 'sessions') return OF_PLACE
  if (counts === 'initiatives') return ['stage', ...OF_PLACE]
  if (counts !== 'rows') return OF_PEOPLE
  const fields = register?.fields.filter((one) => one.kind === 'choice' || one.kind === 'yesno') ?? []
  return [...fields.map((one) => `field:${one.id}`), 'department', 'province', 'district']
}

/** Dimensions to see, each on or off; turning one off loses nothing. */
function DimensionChoice(props: { readonly indicator: Indicator; readonly onChange: (dimensions: string[]) => void }) {
  const t = useText()
  const { indicator } = props
  const kept = useQuery('traits.settings', {}).data?.kept ?? []
  const registers = useQuery('resultRegisters.list', {}, { enabled: indicator.counts === 'rows' }).data
  const register = registers?.find((one) => one.id === indicator.definition.registerId)
  const on = indicator.dimensions
  const offered = dimensionsOf(indicator.counts, register).filter((one) => on.includes(one) || TRAITS[one] === undefined || kept.includes(TRAITS[one]))
  const name = (dimension: string): string => register?.fields.find((one) => `field:${one.id}` === dimension)?.label ?? t('indicatorScreens.dimensionName', { dimension })
  return (
    <div role="group" aria-label={t('indicatorScreens.splitBy')} className={style['toggles']}>
      {offered.map((one) => {
        const isOn = on.includes(one)
        const Icon = isOn ? IconCheck : IconPlus
        return (
          <button key={one} type="button" aria-pressed={isOn} onClick={() => props.onChange(isOn ? on.filter((other) => other !== one) : [...on, one])}>
            <Icon size={13} aria-hidden />
            {name(one)}
          </button>
        )
      })}
    </div>
  )
}
