import { useState } from 'react'
import type { FormEvent } from 'react'
import { Button } from '@mantine/core'
import { useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { dateText } from '../../ui/fields/date-text.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconAlertTriangle, IconClock, IconLock, IconLockOpen, IconPencil, IconPlayerPlay, IconTrash } from '../../ui/icons.ts'
import type { Period } from './frame-rows.ts'
import { PeriodForm } from './period-form.tsx'
import { periodState } from './period-plan.ts'
import style from './frame.module.css'

const SIGNS = { closed: { Icon: IconLock, tone: 'rest' }, over: { Icon: IconAlertTriangle, tone: 'waits' }, running: { Icon: IconPlayerPlay, tone: 'rest' }, coming: { Icon: IconClock, tone: 'rest' } } as const

/** One period: its days, how it stands, and what can be done with it. */
export function PeriodLine(props: { readonly frameId: string; readonly period: Period; readonly today: string; readonly indicators: number; readonly isOpen: boolean }) {
  const t = useText()
  const { period } = props
  const state = periodState(period, props.today)
  const [asking, setAsking] = useState<'close' | 'reopen' | 'edit' | undefined>(props.isOpen && state === 'over' ? 'close' : undefined)
  const remove = useCommand('frames.removePeriod', { said: t('indicatorScreens.periodRemoved') })
  const { Icon, tone } = SIGNS[state]
  const done = (): void => setAsking(undefined)
  return (
    <li>
      <div className={style['when']}>
        <b>{period.name}</b>
        <small>{`${dateText(period.startsOn)} – ${dateText(period.endsOn)}`}</small>
        <div>
          <span className={style['state']} data-tone={tone}>
            <Icon size={15} aria-hidden />
            {period.closedAt === null ? t('indicatorScreens.periodState', { state }) : t('indicatorScreens.closedOn', { on: dateText(period.closedAt.slice(0, 10)), who: period.closedBy ?? '' })}
          </span>
        </div>
      </div>
      <div className={style['acts']}>
        {state === 'over' && (
          <Button size="compact-sm" aria-label={t('indicatorScreens.closePeriod', { period: period.name })} leftSection={<IconLock size={14} aria-hidden />} onClick={() => setAsking('close')}>
            {t('indicatorScreens.close')}
          </Button>
        )}
        {state === 'closed' ? (
          <Button size="compact-sm" variant="subtle" aria-label={t('indicatorScreens.reopenPeriod', { period: period.name })} leftSection={<IconLockOpen size={14} aria-hidden />} onClick={() => setAsking('reopen')}>
            {t('indicatorScreens.reopen')}
          </Button>
        ) : (
          <>
            <button type="button" className={style['dots']} aria-label={t('indicatorScreens.editPeriod', { period: period.name })} onClick={() => setAsking('edit')}>
              <IconPencil size={15} aria-hidden />
            </button>
            <button type="button" className={style['dots']} aria-label={t('indicatorScreens.removePeriod', { period: period.name })} onClick={() => void remove.run({ id: period.id })}>
              <IconTrash size={15} aria-hidden />
            </button>
          </>
        )}
      </div>
      {remove.error !== undefined && (
        <div className={style['ask']}>
          <Failure error={remove.error} onClose={remove.forget} />
        </div>
      )}
      {asking === 'edit' && <div className={style['wide']}><PeriodForm frameId={props.frameId} period={period} startsOn={null} onDone={done} /></div>}
      {asking === 'close' && <Close period={period} indicators={props.indicators} onDone={done} />}
      {asking === 'reopen' && <Reopen period={period} onDone={done} />}
    </li>
  )
}

/** What closing freezes, before it is done. */
function Close(props: { readonly period: Period; readonly indicators: number; readonly onDone: () => void }) {
  const t = useText()
  const { period } = props
  const close = useCommand('frames.closePeriod', { said: t('indicatorScreens.periodClosed') })
  const onClose = async (): Promise<void> => {
    if ((await close.run({ id: period.id })) !== undefined) props.onDone()
  }
  return (
    <div className={style['ask']} role="group" aria-label={t('indicatorScreens.closeAsk', { period: period.name })}>
      <h4>{t('indicatorScreens.closeAsk', { period: period.name })}</h4>
      <ul>
        <li>{t('indicatorScreens.closeWhat', { n: props.indicators })}</li>
        <li>{t('indicatorScreens.closeThen')}</li>
        <li>{t('indicatorScreens.closeBack')}</li>
      </ul>
      <Failure error={close.error} onClose={close.forget} />
      <div className={style['acts']}>
        <Button variant="subtle" onClick={props.onDone}>
          {t('frame.cancel')}
        </Button>
        <Button variant="filled" autoFocus loading={close.running} leftSection={<IconLock size={16} aria-hidden />} onClick={() => void onClose()}>
          {t('indicatorScreens.closePeriod', { period: period.name })}
        </Button>
      </div>
    </div>
  )
}

function Reopen(props: { readonly period: Period; readonly onDone: () => void }) {
  const t = useText()
  const { period } = props
  const reopen = useCommand('frames.reopenPeriod', { said: t('indicatorScreens.periodReopened') })
  const [reason, setReason] = useState('')
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (reason.trim() !== '' && (await reopen.run({ id: period.id, reason })) !== undefined) props.onDone()
  }
  return (
    <form noValidate className={style['ask']} onSubmit={(event) => void onSubmit(event)}>
      <h4>{t('indicatorScreens.reopenAsk', { period: period.name })}</h4>
      <p className={style['soft']}>{t('indicatorScreens.reopenWhy')}</p>
      <TextField label={t('indicatorScreens.reopenReason')} required autoFocus maxLength={500} value={reason} onChange={setReason} />
      <Failure error={reopen.error} onClose={reopen.forget} />
      <div className={style['acts']}>
        <Button variant="subtle" onClick={props.onDone}>
          {t('frame.cancel')}
        </Button>
        <Button type="submit" variant="filled" loading={reopen.running} disabled={reason.trim() === ''}>
          {t('indicatorScreens.reopen')}
        </Button>
      </div>
    </form>
  )
}
