import { useState } from 'react'
import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ActualForm } from './actual-form.tsx'
import { indicatorTitle } from './frame-rows.ts'
import type { Indicator, Period } from './frame-rows.ts'

export type Actual = Gives<'indicators.get'>['actuals'][number]

/** Figures typed by hand of one period, or of all: each with where it stands and the papers that prove it. */
export function ActualPanel(props: { readonly indicator: Indicator; readonly periods: readonly Period[]; readonly periodId: string | null; readonly onClose: () => void }) {
  const t = useText()
  const { indicator, periods } = props
  const asked = useQuery('indicators.get', { id: indicator.id })
  const [isAdding, setIsAdding] = useState(false)
  const period = periods.find((one) => one.id === props.periodId)
  const typed = asked.data?.actuals.filter((one) => props.periodId === null || one.periodId === props.periodId)
  const isClosed = period !== undefined && period.closedAt !== null
  const canType = !isClosed && periods.some((one) => one.closedAt === null)
  return (
    <Panel
      title={indicatorTitle(indicator)}
      subtitle={period?.name ?? t('indicatorScreens.total')}
      width={480}
      onClose={props.onClose}
      actions={
        canType && !isAdding && typed !== undefined && typed.length > 0 ? (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setIsAdding(true)}>
            {t('indicatorScreens.typeAnother')}
          </Button>
        ) : undefined
      }
    >
      <Failure error={asked.error} onRetry={asked.reload} />
      {isClosed && <Note tone="info">{t('indicatorScreens.closedNoTyping')}</Note>}
      {periods.length === 0 && (
        <Note tone="info" actions={<Button component="a" href={href('outcomes', ['indicadores', indicator.frameId, 'periodos'])}>{t('indicatorScreens.periods')}</Button>}>
          {t('indicatorScreens.needsPeriods')}
        </Note>
      )}
      {typed?.map((one) => (
        <ActualForm key={one.id} indicator={indicator} periods={periods} actual={one} periodId={one.periodId} isFixed={periods.find((each) => each.id === one.periodId)?.closedAt !== null} onDone={() => undefined} />
      ))}
      {canType && typed !== undefined && (isAdding || typed.length === 0) && (
        <ActualForm key={`new ${typed.length}`} indicator={indicator} periods={periods} actual={undefined} periodId={props.periodId} isFixed={false} onDone={() => setIsAdding(false)} />
      )}
    </Panel>
  )
}
