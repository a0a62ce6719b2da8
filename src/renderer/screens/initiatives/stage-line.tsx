import { useState } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { initiativeStages } from '../../../shared/domain/initiatives.ts'
import { useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconArrowBackUp, IconArrowRight } from '../../ui/icons.ts'
import { Row, Section } from '../../ui/panel.tsx'
import { asStage, stageChoices } from './initiative-words.tsx'
import type { Seen } from './initiative-words.tsx'
import style from './initiatives.module.css'

/** The stages that it came to, each with its day, and the way to the next. */
export function StageLine({ seen, today }: { readonly seen: Seen; readonly today: string }) {
  const t = useText()
  const back = useCommand('initiatives.removeStep', { said: t('initiativeScreens.stepRemoved') })
  const [isMoving, setIsMoving] = useState(false)
  const { steps } = seen
  const last = steps.at(-1)
  return (
    <Section
      title={t('initiatives.stage')}
      actions={
        isMoving ? undefined : (
          <Button size="compact-sm" rightSection={<IconArrowRight size={14} aria-hidden />} onClick={() => setIsMoving(true)}>
            {t('initiativeScreens.move')}
          </Button>
        )
      }
    >
      <ol className={style['line']}>
        {steps.map((step) => (
          <li key={step.id} aria-current={step === last ? 'step' : undefined} data-stage={step.stage}>
            <b>{t(`initiatives.stage.${step.stage}`)}</b>
            <span className="tabular">{formatDate(step.on)}</span>
            {step.note !== null && <span>{step.note}</span>}
          </li>
        ))}
      </ol>
      {isMoving && <Move seen={seen} today={today} onClose={() => setIsMoving(false)} />}
      {!isMoving && last !== undefined && steps.length > 1 && (
        <div>
          <Button variant="subtle" size="compact-sm" leftSection={<IconArrowBackUp size={14} aria-hidden />} loading={back.running} onClick={() => void back.run({ id: last.id })}>
            {t('initiativeScreens.removeStep', { stage: t(`initiatives.stage.${last.stage}`) })}
          </Button>
        </div>
      )}
      <Failure error={back.error} onClose={back.forget} />
    </Section>
  )
}

function Move({ seen, today, onClose }: { readonly seen: Seen; readonly today: string; readonly onClose: () => void }) {
  const t = useText()
  const { id, stage: now } = seen.initiative
  const move = useCommand('initiatives.moveTo', { said: t('initiativeScreens.moved') })
  const [stage, setStage] = useState<string | null>(initiativeStages[initiativeStages.indexOf(now) + 1] ?? null)
  const [on, setOn] = useState<string | null>(today)
  const [note, setNote] = useState('')
  const to = asStage(stage)
  const send = async (): Promise<void> => {
    if (to !== undefined && on !== null && (await move.run({ id, stage: to, on, note })) !== undefined) onClose()
  }
  return (
    <form className={style['inset']} onSubmit={(event) => (event.preventDefault(), void send())}>
      <Row>
        <SelectField label={t('initiativeScreens.nextStage')} value={stage} choices={stageChoices(t).filter((one) => one.value !== now)} onChange={setStage} />
        <DateField label={t('initiatives.since')} required value={on} onChange={setOn} />
      </Row>
      <TextField label={t('initiativeScreens.note')} maxLength={1000} value={note} onChange={setNote} />
      <Failure error={move.error} onClose={move.forget} />
      <div className={style['acts']}>
        <Button onClick={onClose}>{t('frame.cancel')}</Button>
        <Button type="submit" variant="filled" loading={move.running} disabled={to === undefined || on === null}>
          {t('initiativeScreens.moveTo')}
        </Button>
      </div>
    </form>
  )
}
