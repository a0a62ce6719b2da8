import { useState } from 'react'
import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import type { Found } from '../../ui/fields/find-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonField } from '../pickers/person-field.tsx'
import type { Status } from './attendance-words.ts'
import style from './paper.module.css'
import type { PaperRow, Sheet } from './use-paper.ts'

type WalkIn = Gives<'walkIns.list'>[number]

interface FormProps {
  readonly sheet: Sheet
  readonly page: number
  readonly row: PaperRow
  readonly statuses: readonly Status[]
  /** What was typed on the row. */
  readonly status: string
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Somebody who signed on a blank row: written as she wrote it, and known now or later. */
export function WalkInForm(props: FormProps) {
  const t = useText()
  const { row } = props
  const known = useQuery('walkIns.list', { cohortId: props.sheet.cohortId }, { enabled: row.walkInId !== null })
  const title = t('attending.walkInTitle', { row: row.row })
  if (row.walkInId === null) {
    return (
      <Panel title={title} width={340} onClose={props.onClose}>
        <NewWalkIn {...props} />
      </Panel>
    )
  }
  const here = known.data?.filter((one) => one.sheetId === props.sheet.id && one.row === row.row) ?? []
  return (
    <Panel title={title} width={340} onClose={props.onClose}>
      <Failure error={known.error} onRetry={known.reload} />
      {here.map((one) => (
        <KnownWalkIn key={one.id} walkIn={one} statuses={props.statuses} onDone={props.onDone} />
      ))}
    </Panel>
  )
}

function NewWalkIn({ sheet, page, row, statuses, status: typed, onDone }: FormProps) {
  const t = useText()
  const add = useCommand('walkIns.add', { said: t('attending.walkInKept') })
  const identify = useCommand('walkIns.identify', { quiet: true })
  const [mode, setMode] = useState<'later' | 'now'>('later')
  const [person, setPerson] = useState<Found | null>(null)
  const [name, setName] = useState(row.isGone ? row.name : '')
  const [document, setDocument] = useState('')
  const [organisation, setOrganisation] = useState('')
  const [status, setStatus] = useState(typed)
  const [sessions, setSessions] = useState<ReadonlySet<string>>(new Set(sheet.sessions.map((one) => one.id)))
  const written = mode === 'now' ? (person?.label ?? '') : name.trim()
  const isReady = written !== '' && sessions.size > 0
  const keep = async (): Promise<void> => {
    for (const sessionId of sessions) {
      const fields = { sheetId: sheet.id, page, row: row.row, writtenName: written, writtenDocument: document, writtenOrganisation: organisation, status, minutes: null, source: 'paper' as const }
      const added = await add.run({ sessionId, fields })
      if (added === undefined) return
      if (mode === 'now' && person !== null && (await identify.run({ id: added.id, personId: person.id })) === undefined) return
    }
    onDone()
  }
  return (
    <form className={style['form']} onSubmit={(event) => (event.preventDefault(), isReady && void keep())}>
      <SegmentedControl aria-label={t('attending.whoIsIt')} value={mode} onChange={(value) => setMode(value === 'now' ? 'now' : 'later')} data={[{ value: 'later', label: t('attending.later') }, { value: 'now', label: t('attending.now') }]} />
      {mode === 'now' ? (
        <PersonField label={t('attending.person')} value={person} onChange={setPerson} autoFocus required />
      ) : (
        <>
          <TextField label={t('attending.writtenName')} description={t('attending.writtenNameWhy')} value={name} onChange={setName} maxLength={200} autoFocus required />
          <TextField label={t('attending.writtenDocument')} value={document} onChange={setDocument} maxLength={20} inputMode="numeric" />
          <TextField label={t('attending.writtenOrganisation')} value={organisation} onChange={setOrganisation} maxLength={200} />
        </>
      )}
      <SelectField label={t('attending.status')} value={status} choices={statuses.map((one) => ({ value: one.key, label: `${one.letter} · ${one.name}` }))} onChange={(value) => value !== null && setStatus(value)} />
      {sheet.sessions.length > 1 && (
        <fieldset className={style['sessions']}>
          <legend>{t('attending.signedIn')}</legend>
          {sheet.sessions.map((one) => (
            <Checkbox
              key={one.id}
              label={`${one.startsAt} · ${one.subject}`}
              checked={sessions.has(one.id)}
              onChange={(event) => {
                const next = new Set(sessions)
                if (event.currentTarget.checked) next.add(one.id)
                else next.delete(one.id)
                setSessions(next)
              }}
            />
          ))}
        </fieldset>
      )}
      <Failure error={add.error ?? identify.error} onClose={() => (add.forget(), identify.forget())} />
      <div>
        <Button type="submit" variant="filled" disabled={!isReady} loading={add.running || identify.running}>
          {t('attending.keepWalkIn')}
        </Button>
      </div>
    </form>
  )
}

function KnownWalkIn(props: { readonly walkIn: WalkIn; readonly statuses: readonly Status[]; readonly onDone: () => void }) {
  const t = useText()
  const { walkIn, statuses } = props
  const update = useCommand('walkIns.update', { quiet: true })
  const remove = useCommand('walkIns.remove')
  const isKnown = walkIn.enrolmentId !== null
  const put = (fields: { writtenName?: string; writtenDocument?: string; writtenOrganisation?: string; status?: string }): Promise<unknown> => update.runOrThrow({ id: walkIn.id, fields })
  return (
    <div className={style['form']}>
      {isKnown && <p className={style['known']}>{t('attending.isKnown', { name: walkIn.personName ?? '' })}</p>}
      <TextField label={t('attending.writtenName')} value={walkIn.writtenName} onSave={(writtenName) => put({ writtenName })} maxLength={200} disabled={isKnown} required />
      <TextField label={t('attending.writtenDocument')} value={walkIn.writtenDocument ?? ''} onSave={(writtenDocument) => put({ writtenDocument })} maxLength={20} disabled={isKnown} />
      <TextField label={t('attending.writtenOrganisation')} value={walkIn.writtenOrganisation ?? ''} onSave={(writtenOrganisation) => put({ writtenOrganisation })} maxLength={200} disabled={isKnown} />
      <SelectField label={t('attending.status')} value={walkIn.status} choices={statuses.map((one) => ({ value: one.key, label: `${one.letter} · ${one.name}` }))} onSave={(status) => (status === null ? Promise.resolve() : put({ status }))} disabled={isKnown} />
      <Failure error={remove.error} onClose={remove.forget} />
      {!isKnown && (
        <div>
          <Button size="compact-sm" variant="subtle" onClick={() => void remove.run({ id: walkIn.id }).then((done) => done !== undefined && props.onDone())}>
            {t('attending.removeWalkIn')}
          </Button>
        </div>
      )}
    </div>
  )
}
