import { useState } from 'react'
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { pickFiles } from '../../ui/pick-files.ts'
import { useTakenFiles } from '../../ui/use-taken-files.ts'
import type { Meetings } from './use-meetings.ts'
import style from './meetings.module.css'

/** How minutes become attendance, and more files. */
export function MeetingSettings(props: { readonly meetings: Meetings; readonly accept: string }) {
  const t = useText()
  const { draft, change, addFiles } = props.meetings
  const [typed, setTyped] = useState(String(draft.tolerance))
  const files = useTakenFiles({ accept: props.accept, many: true, onFiles: addFiles })
  const minutes = /^\d{1,3}$/.test(typed.trim()) && Number(typed) <= 120 ? Number(typed) : undefined
  return (
    <div className={style['settings']}>
      <label htmlFor="tolerance" title={t('joining.toleranceWhy')}>
        {t('joining.tolerance')}
      </label>
      <TextInput
        id="tolerance"
        size="xs"
        inputMode="numeric"
        maxLength={3}
        rightSection={<small>{t('joining.min')}</small>}
        title={t('joining.toleranceWhy')}
        error={minutes === undefined}
        aria-invalid={minutes === undefined}
        value={typed}
        onChange={(event) => {
          const value = event.currentTarget.value
          setTyped(value)
          if (/^\d{1,3}$/.test(value.trim()) && Number(value) <= 120) change({ tolerance: Number(value) })
        }}
      />
      <Checkbox size="sm" label={t('joining.absentOthers')} checked={draft.absentOthers} onChange={(event) => change({ absentOthers: event.currentTarget.checked })} />
      <Button size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} loading={files.sending !== undefined} onClick={() => void pickFiles(props.accept, true).then(files.take)}>
        {t('joining.moreFiles')}
      </Button>
      {files.refused !== undefined && (
        <Note tone="warn" onClose={files.forget}>
          {t('frame.wrongType', { name: files.refused, accept: props.accept })}
        </Note>
      )}
      <Failure error={files.error} onClose={files.forget} />
    </div>
  )
}
