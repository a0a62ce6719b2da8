import { useState } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useCommand, useJob, useQuery } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconFile, IconPencil, IconX } from '../../ui/icons.ts'
import { Section } from '../../ui/panel.tsx'
import style from './attachments.module.css'

type Attachment = Gives<'attachments.list'>[number]
type Owner = Takes<'attachments.list'>['owner']

/** What an office has of a record: scans, photographs, papers of Word. */
const KINDS = '.pdf,.jpg,.jpeg,.png,.docx,.doc,.odt,.xlsx,.xls,.csv,.zip,.txt,.mp3,.mp4'

/** The files of a record: dropped or chosen, opened, told what they are, taken out. */
export function AttachmentList(props: { readonly owner: Owner; readonly ownerId: string; readonly title?: string }) {
  const t = useText()
  const { owner, ownerId } = props
  const list = useQuery('attachments.list', { owner, ownerId })
  const add = useJob('attachments.add', { label: t('attachments.keeping'), said: t('attachments.kept') })
  const remove = useCommand('attachments.remove', { said: t('attachments.removed') })
  const file = useJob('attachments.file', { quiet: true })
  const [shown, setShown] = useState<{ readonly id: string; readonly file: FileRef }>()
  const [editing, setEditing] = useState<string>()
  const rows = list.data ?? []
  const onFiles = async (files: readonly FileRef[]): Promise<void> => {
    for (const one of files) await add.run({ file: one, owner, ownerId })
  }
  const onOpen = async (id: string): Promise<void> => {
    const opened = await file.run({ id })
    setShown(opened === undefined ? undefined : { id, file: opened })
  }
  return (
    <Section title={props.title ?? t('attachments.title')}>
      {rows.length > 0 && (
        <ul className={style['list']} aria-label={props.title ?? t('attachments.title')}>
          {rows.map((row) => (
            <li key={row.id}>
              {editing === row.id ? (
                <Editing row={row} onDone={() => setEditing(undefined)} />
              ) : (
                <Line row={row} onOpen={() => void onOpen(row.id)} onEdit={() => setEditing(row.id)} onRemove={() => void remove.run({ id: row.id })} />
              )}
              {shown?.id === row.id && <FileDone key={shown.file.id} file={shown.file} title={row.title} />}
            </li>
          ))}
        </ul>
      )}
      <FileDrop small many accept={KINDS} title={t('attachments.drop')} button={t('attachments.choose')} onFiles={(files) => void onFiles(files)} />
      <Failure error={list.error ?? add.error ?? remove.error ?? file.error} onClose={() => (add.forget(), remove.forget(), file.forget())} />
    </Section>
  )
}

function Line(props: { readonly row: Attachment; readonly onOpen: () => void; readonly onEdit: () => void; readonly onRemove: () => void }) {
  const t = useText()
  const { row } = props
  const details = [row.datedOn === null ? null : formatDate(row.datedOn), row.title === row.fileName ? null : row.fileName, row.note].filter((word) => word !== null)
  return (
    <div className={style['line']}>
      <button type="button" className={style['name']} aria-label={t('attachments.open', { title: row.title })} onClick={props.onOpen}>
        <IconFile size={16} stroke={1.5} aria-hidden />
        <span>
          <strong>{row.title}</strong>
          {details.length > 0 && <small>{details.join(' · ')}</small>}
        </span>
      </button>
      <button type="button" className={style['act']} aria-label={t('attachments.edit', { title: row.title })} onClick={props.onEdit}>
        <IconPencil size={15} aria-hidden />
      </button>
      <button type="button" className={style['act']} aria-label={t('attachments.remove', { title: row.title })} onClick={props.onRemove}>
        <IconX size={15} aria-hidden />
      </button>
    </div>
  )
}

function Editing(props: { readonly row: Attachment; readonly onDone: () => void }) {
  const t = useText()
  const { row } = props
  const update = useCommand('attachments.update', { quiet: true })
  const save = (fields: Takes<'attachments.update'>['fields']): Promise<unknown> => update.runOrThrow({ id: row.id, fields })
  return (
    <div className={style['editing']}>
      <TextField label={t('attachments.what')} value={row.title} maxLength={200} autoFocus onSave={(title) => save({ title })} />
      <DateField label={t('attachments.datedOn')} value={row.datedOn} onSave={(datedOn) => save({ datedOn })} />
      <TextField label={t('attachments.note')} value={row.note ?? ''} maxLength={500} onSave={(note) => save({ note })} />
      <Button variant="default" onClick={props.onDone}>
        {t('attachments.doneEditing')}
      </Button>
    </div>
  )
}
