import { useState } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { followUpStates } from '../../../shared/domain/initiatives.ts'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { Row, Section } from '../../ui/panel.tsx'
import { AttachmentList } from '../attachments/attachment-list.tsx'
import { FollowUpWord, stateOf } from './initiative-words.tsx'
import type { FollowUp, Seen } from './initiative-words.tsx'
import style from './initiatives.module.css'

/** The looks at it as a row of states; one opened below is filled in. */
export function FollowUps({ seen, today }: { readonly seen: Seen; readonly today: string }) {
  const t = useText()
  const { followUps } = seen
  // What one comes for is the one that is late.
  const [openId, setOpenId] = useState(() => followUps.find((one) => one.isOverdue)?.id)
  const [isAdding, setIsAdding] = useState(false)
  const open = followUps.find((one) => one.id === openId)
  return (
    <Section
      title={t('initiatives.followUps')}
      actions={
        isAdding ? undefined : (
          <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setIsAdding(true)}>
            {t('initiativeScreens.addFollowUp')}
          </Button>
        )
      }
    >
      {followUps.length > 0 && (
        <ul className={style['looks']}>
          {followUps.map((one) => (
            <li key={one.id}>
              <button type="button" aria-expanded={one.id === openId} onClick={() => setOpenId(one.id === openId ? undefined : one.id)}>
                <b>{t('initiativeScreens.months', { n: one.months })}</b>
                <FollowUpWord state={stateOf(one)} />
                <span className="tabular">{formatDate(one.state === 'pending' ? one.dueOn : one.checkedOn)}</span>
                {one.attachments > 0 && <span>{t('initiativeScreens.filesOf', { n: one.attachments })}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {isAdding && <Add initiativeId={seen.initiative.id} today={today} onClose={() => setIsAdding(false)} />}
      {open !== undefined && <Fields key={open.id} followUp={open} today={today} />}
    </Section>
  )
}

function Fields({ followUp, today }: { readonly followUp: FollowUp; readonly today: string }) {
  const t = useText()
  const save = useCommand('initiatives.saveFollowUp', { quiet: true })
  const remove = useCommand('initiatives.removeFollowUp', { said: t('initiativeScreens.followUpRemoved') })
  const [waiting, setWaiting] = useState<FollowUp['state']>()
  const put = (fields: Takes<'initiatives.saveFollowUp'>['fields']): Promise<unknown> => save.runOrThrow({ id: followUp.id, fields })
  // A result is kept once somebody says who looked: until then it waits with the name.
  const onState = (value: string | null): Promise<unknown> => {
    const state = followUpStates.find((one) => one === value) ?? followUp.state
    if (state !== 'pending' && followUp.checkedBy === null) {
      setWaiting(state)
      return Promise.resolve()
    }
    setWaiting(undefined)
    return put(state === 'pending' ? { state } : { state, checkedOn: followUp.checkedOn ?? today })
  }
  const onBy = (checkedBy: string): Promise<unknown> => put(waiting !== undefined && checkedBy !== '' ? { state: waiting, checkedOn: followUp.checkedOn ?? today, checkedBy } : { checkedBy })
  const isWaiting = waiting !== undefined && followUp.checkedBy === null
  return (
    <div className={style['inset']} role="group" aria-label={t('initiativeScreens.months', { n: followUp.months })}>
      <Row columns={[3, 2]}>
        <SelectField label={t('initiativeScreens.result')} value={isWaiting ? waiting : followUp.state} choices={followUpStates.map((value) => ({ value, label: t(`initiatives.followUp.${value}`) }))} onSave={onState} />
        <DateField label={t('initiativeScreens.checkedOn')} value={followUp.checkedOn} onSave={(checkedOn) => put({ checkedOn })} />
      </Row>
      <TextField label={t('initiativeScreens.checkedBy')} description={isWaiting ? t('initiativeScreens.whoFirst') : undefined} maxLength={200} value={followUp.checkedBy ?? ''} onSave={onBy} />
      <TextField label={t('initiativeScreens.finding')} lines={2} maxLength={4000} value={followUp.finding ?? ''} onSave={(finding) => put({ finding })} />
      <AttachmentList owner="followUps" ownerId={followUp.id} title={t('initiativeScreens.evidence')} />
      <div className={style['ends']}>
        <DateField label={t('initiativeScreens.dueOn')} required value={followUp.dueOn} onSave={(dueOn) => put({ dueOn: dueOn ?? followUp.dueOn })} />
        <Button variant="subtle" size="compact-sm" loading={remove.running} onClick={() => void remove.run({ id: followUp.id })}>
          {t('initiativeScreens.removeFollowUp')}
        </Button>
      </div>
      <Failure error={remove.error} onClose={remove.forget} />
    </div>
  )
}

function Add(props: { readonly initiativeId: string; readonly today: string; readonly onClose: () => void }) {
  const t = useText()
  const add = useCommand('initiatives.addFollowUp', { said: t('initiativeScreens.followUpAdded') })
  const [months, setMonths] = useState('18')
  const [dueOn, setDueOn] = useState<string | null>(props.today)
  const n = Number(months)
  const isGood = Number.isInteger(n) && n >= 1 && n <= 60
  const send = async (): Promise<void> => {
    if (isGood && dueOn !== null && (await add.run({ initiativeId: props.initiativeId, months: n, dueOn })) !== undefined) props.onClose()
  }
  return (
    <form className={style['inset']} onSubmit={(event) => (event.preventDefault(), void send())}>
      <Row>
        <TextField label={t('initiativeScreens.monthsAfter')} inputMode="numeric" autoFocus value={months} error={isGood ? undefined : t('initiativeScreens.monthsWrong')} onChange={setMonths} />
        <DateField label={t('initiativeScreens.dueOn')} required value={dueOn} onChange={setDueOn} />
      </Row>
      <Failure error={add.error} onClose={add.forget} />
      <div className={style['acts']}>
        <Button onClick={props.onClose}>{t('frame.cancel')}</Button>
        <Button type="submit" loading={add.running} disabled={!isGood || dueOn === null}>
          {t('initiativeScreens.add')}
        </Button>
      </div>
    </form>
  )
}
