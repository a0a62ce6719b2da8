import { useState } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useCommand, useJob } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconFile, IconX } from '../../ui/icons.ts'
import { Row } from '../../ui/panel.tsx'
import type { Check, Plan } from './promise-rows.ts'
import { PromiseStateWord } from './promise-state.tsx'
import style from './application.module.css'

const STATES = ['pending', 'done', 'partly', 'notDone'] as const
/** What serves as evidence: a document, a photo, a sheet. */
const EVIDENCE = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.odt,.ods,.csv,.zip'

/** One look at a promise: how it stands, and once opened what was found, by whom, with what proof. */
export function CheckCard(props: { readonly check: Check; readonly plan: Plan; readonly today: string; readonly isOpen: boolean; readonly onToggle: () => void }) {
  const t = useText()
  const { check, isOpen } = props
  const word = t('promise.checkAfter', { months: check.months, level: t(`application.level.${check.level}`) })
  return (
    <section className={style['check']} data-open={isOpen}>
      <button type="button" className={style['head']} aria-expanded={isOpen} onClick={props.onToggle}>
        <b>{word}</b>
        <PromiseStateWord state={check.isOverdue ? 'overdue' : check.state} />
        <span className="tabular">{check.state === 'pending' ? t('promise.dueOn', { day: formatDate(check.dueOn), late: check.isOverdue }) : formatDate(check.checkedOn)}</span>
      </button>
      {isOpen && <CheckFields {...props} />}
    </section>
  )
}

function CheckFields({ check, plan, today }: Parameters<typeof CheckCard>[0]) {
  const t = useText()
  const save = useCommand('application.saveCheck', { quiet: true })
  const remove = useCommand('application.removeCheck', { said: t('promise.checkRemoved') })
  const put = (fields: Takes<'application.saveCheck'>['fields']): Promise<unknown> => save.runOrThrow({ id: check.id, fields })
  // Who says how it stands looked at it today, and is whoever was to check: both may be put right afterwards.
  const onState = (value: string | null): Promise<unknown> => {
    const state = STATES.find((one) => one === value) ?? check.state
    return put(state === 'pending' ? { state } : { state, checkedOn: check.checkedOn ?? today, checkedBy: check.checkedBy ?? plan.checker })
  }
  return (
    <div className={style['inside']}>
      <Row columns={[3, 2]}>
        <SelectField label={t('promise.result')} value={check.state} choices={STATES.map((one) => ({ value: one, label: t(`application.state.${one}`) }))} onSave={onState} />
        <TextField label={t('application.measured')} placeholder={plan.target === null ? '' : t('promise.targetIs', { target: plan.target })} value={check.measured ?? ''} maxLength={60} onSave={(measured) => put({ measured })} />
      </Row>
      <Row columns={[2, 3]}>
        <DateField label={t('promise.checkedOn')} value={check.checkedOn} onSave={(checkedOn) => put({ checkedOn })} />
        <TextField label={t('promise.checkedBy')} value={check.checkedBy ?? ''} maxLength={200} onSave={(checkedBy) => put({ checkedBy })} />
      </Row>
      <TextField label={t('promise.finding')} value={check.finding ?? ''} lines={2} maxLength={2000} onSave={(finding) => put({ finding })} />
      <Evidence check={check} />
      <div className={style['ends']}>
        <DateField label={t('promise.due')} value={check.dueOn} required onSave={(dueOn) => put({ dueOn: dueOn ?? check.dueOn })} />
        <Button variant="subtle" size="compact-sm" loading={remove.running} onClick={() => void remove.run({ id: check.id })}>
          {t('promise.removeCheck')}
        </Button>
      </div>
      <Failure error={remove.error} onClose={remove.forget} />
    </div>
  )
}

/** The files that prove it: dropped, looked at, taken out. */
function Evidence({ check }: { readonly check: Check }) {
  const t = useText()
  const attach = useJob('evidence.attach', { label: t('promise.keeping'), said: t('promise.kept') })
  const remove = useCommand('evidence.remove', { said: t('promise.evidenceRemoved') })
  const picture = useJob('evidence.picture', { quiet: true })
  const [shown, setShown] = useState<{ readonly id: string; readonly file: FileRef }>()
  const onFiles = async (files: readonly FileRef[]): Promise<void> => {
    for (const file of files) await attach.run({ file, to: { kind: 'check', id: check.id } })
  }
  const onShow = async (id: string): Promise<void> => {
    const file = await picture.run({ id })
    setShown(file === undefined ? undefined : { id, file })
  }
  return (
    <div className={style['evidence']}>
      {check.evidence.length > 0 && (
        <ul aria-label={t('application.evidence')}>
          {check.evidence.map((one) => (
            <li key={one.id}>
              <button type="button" className={style['name']} onClick={() => void onShow(one.id)}>
                <IconFile size={15} aria-hidden /> {one.fileName}
              </button>
              <button type="button" aria-label={t('promise.removeEvidence', { file: one.fileName })} onClick={() => void remove.run({ id: one.id })}>
                <IconX size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {shown !== undefined && check.evidence.some((one) => one.id === shown.id) && <FileDone key={shown.file.id} file={shown.file} />}
      <FileDrop small many accept={EVIDENCE} title={t('promise.dropEvidence')} button={t('promise.chooseEvidence')} onFiles={(files) => void onFiles(files)} />
      <Failure error={attach.error ?? remove.error ?? picture.error} onClose={() => (attach.forget(), remove.forget(), picture.forget())} />
    </div>
  )
}
