import { useRef, useState } from 'react'
import { Button, Checkbox } from '@mantine/core'
import { usualStatuses } from '../../../shared/domain/attendance.ts'
import { AppError } from '../../../shared/rpc/errors.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useEscape } from '../../ui/escape.ts'
import { IconPlus } from '../../ui/icons.ts'
import { Card } from '../../ui/screen.tsx'
import style from './status-settings.module.css'

type Status = Gives<'attendance.statuses'>[number]
type Fields = Omit<Takes<'attendance.saveStatus'>, 'key'>

const LETTER = /^[A-ZÑ0-9]$/

/** The statuses of attendance: their names, keys, and what they count. */
export function StatusSettings() {
  const t = useText()
  const statuses = useQuery('attendance.statuses', {})
  const [adding, setAdding] = useState(false)
  // The button comes back with the cursor on it.
  const wasAdding = useRef(false)
  const leave = (): void => {
    wasAdding.current = true
    setAdding(false)
  }
  return (
    <>
      <p className={style['why']}>{t('attending.statusesWhy')}</p>
      <Failure error={statuses.error} onRetry={statuses.reload} />
      {statuses.data !== undefined && (
        <Card>
          <ul className={style['statuses']}>
            {statuses.data.map((status) => (
              <StatusLine key={status.key} status={status} />
            ))}
            {adding && <NewStatus taken={statuses.data.map((one) => one.letter)} onDone={leave} />}
          </ul>
          {!adding && (
            <div>
              <Button autoFocus={wasAdding.current} leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
                {t('attending.addStatus')}
              </Button>
            </div>
          )}
        </Card>
      )}
    </>
  )
}

function StatusLine(props: { readonly status: Status }) {
  const t = useText()
  const { status } = props
  const save = useCommand('attendance.saveStatus', { quiet: true })
  const remove = useCommand('attendance.removeStatus', { said: status.code === null ? t('attending.statusGone') : t('attending.statusReset') })
  const usualName = useUsualName(status)
  // The app's own word is not kept as the office's: it stays in the reader's language.
  const ownName = (name: string | null): string | null => (name === usualName ? null : name)
  const kept = { key: status.key, name: ownName(status.name), letter: status.letter, share: status.share, exempts: status.exempts }
  const put = (change: Partial<Fields>): Promise<unknown> =>
    save.runOrThrow({ ...kept, ...change, name: ownName(change.name === undefined ? kept.name : change.name) })
  return (
    <li className={style['status']} aria-label={status.name}>
      <b aria-hidden>{status.letter}</b>
      <TextField label={t('attending.statusName')} value={status.name} maxLength={40} required onSave={(name) => put({ name })} />
      <TextField label={t('attending.letter')} value={status.letter} maxLength={1} onSave={(letter) => saved(readLetter(letter), t('attending.badLetter'), (read) => put({ letter: read }))} />
      <TextField label={t('attending.counted')} value={String(status.share)} maxLength={3} inputMode="numeric" disabled={status.exempts} onSave={(share) => saved(readShare(share), t('attending.badShare'), (read) => put({ share: read }))} />
      <Checkbox label={t('attending.exempts')} checked={status.exempts} onChange={(event) => void save.run({ ...kept, exempts: event.currentTarget.checked })} />
      {isUsual(status) && status.name === usualName ? (
        <span />
      ) : (
        <Button size="compact-sm" variant="subtle" loading={remove.running} onClick={() => void remove.run({ key: status.key })}>
          {status.code === null ? t('attending.removeStatus') : t('attending.resetStatus')}
        </Button>
      )}
      <div className={style['failure']}>
        <Failure error={remove.error ?? save.error} onClose={() => (remove.forget(), save.forget())} />
      </div>
    </li>
  )
}

function NewStatus(props: { readonly taken: readonly string[]; readonly onDone: () => void }) {
  const t = useText()
  const save = useCommand('attendance.saveStatus', { said: t('attending.statusSaved') })
  const [name, setName] = useState('')
  const [letter, setLetter] = useState('')
  const [share, setShare] = useState('100')
  const [exempts, setExempts] = useState(false)
  useEscape(true, props.onDone)
  const read = { letter: readLetter(letter), share: readShare(share) }
  const isReady = name.trim() !== '' && read.letter !== undefined && read.share !== undefined
  const send = async (): Promise<void> => {
    if (!isReady || read.letter === undefined || read.share === undefined) return
    if ((await save.run({ key: null, name: name.trim(), letter: read.letter, share: read.share, exempts })) !== undefined) props.onDone()
  }
  return (
    <li>
      <form className={style['status']} aria-label={t('attending.newStatus')} onSubmit={(event) => (event.preventDefault(), void send())}>
        <b aria-hidden>{read.letter ?? '·'}</b>
        <TextField label={t('attending.statusName')} value={name} onChange={setName} maxLength={40} autoFocus required />
        <TextField label={t('attending.letter')} value={letter} onChange={setLetter} maxLength={1} error={letter !== '' && read.letter === undefined ? t('attending.badLetter') : undefined} required />
        <TextField label={t('attending.counted')} value={share} onChange={setShare} maxLength={3} inputMode="numeric" disabled={exempts} error={read.share === undefined ? t('attending.badShare') : undefined} />
        <Checkbox label={t('attending.exempts')} checked={exempts} onChange={(event) => setExempts(event.currentTarget.checked)} />
        <span className={style['acts']}>
          <Button type="submit" variant="filled" disabled={!isReady} loading={save.running}>
            {t('attending.addStatus')}
          </Button>
          <Button variant="subtle" onClick={props.onDone}>
            {t('frame.cancel')}
          </Button>
        </span>
        <div className={style['failure']}>
          <Failure error={save.error} onClose={save.forget} />
        </div>
      </form>
    </li>
  )
}

/** Saves what could be read; otherwise says at the field what it must be. */
function saved<V>(read: V | undefined, wrong: string, put: (value: V) => Promise<unknown>): Promise<unknown> {
  return read === undefined ? Promise.reject(new AppError({ code: 'invalid', message: wrong })) : put(read)
}

function readLetter(typed: string): string | undefined {
  const letter = typed.trim().toUpperCase()
  return LETTER.test(letter) ? letter : undefined
}

function readShare(typed: string): number | undefined {
  const share = Number(typed.trim())
  return typed.trim() !== '' && Number.isInteger(share) && share >= 0 && share <= 100 ? share : undefined
}

/** What the app itself calls one of the five. */
function useUsualName(status: Status): string | undefined {
  const t = useText()
  const names = {
    present: t('attendance.status.present'),
    late: t('attendance.status.late'),
    leftEarly: t('attendance.status.leftEarly'),
    excused: t('attendance.status.excused'),
    absent: t('attendance.status.absent'),
  }
  return status.code === null ? undefined : names[status.code]
}

function isUsual(status: Status): boolean {
  const usual = usualStatuses.find((one) => one.key === status.code)
  return usual !== undefined && usual.letter === status.letter && usual.share === status.share && usual.exempts === status.exempts
}
