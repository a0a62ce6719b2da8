import { useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import { Button, Loader } from '@mantine/core'
import type { FileRef } from '../../shared/rpc/wire.ts'
import { useText } from '../language.tsx'
import { Drawing } from './drawing.tsx'
import { Failure } from './failure.tsx'
import style from './file-drop.module.css'
import { Note } from './note.tsx'
import { pickFiles } from './pick-files.ts'
import { useTakenFiles } from './use-taken-files.ts'

/**
 * Takes files by dialog or by dropping them, hands them to the core, and gives what the core calls them.
 * `accept`: ".xlsx,.csv". `small`: one line, for an image in a form.
 */
export function FileDrop(props: {
  readonly accept: string
  readonly many?: boolean
  readonly small?: boolean
  readonly title?: string
  readonly button?: string
  readonly primary?: boolean
  readonly children?: ReactNode
  readonly onFiles: (files: readonly FileRef[]) => void
}) {
  const t = useText()
  const { take, sending, error, refused, forget } = useTakenFiles(props)
  const [over, setOver] = useState(false)
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    void take([...event.dataTransfer.files])
  }
  return (
    <div className={style['outside']}>
      {/* The button inside does the same for the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={style['drop']}
        data-over={over}
        data-small={props.small === true}
        onDragOver={(event) => (event.preventDefault(), setOver(true))}
        onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false)}
        onDrop={onDrop}
      >
        {props.small !== true && <Drawing name="sheet" />}
        <strong>{over ? t('frame.dropHere') : (props.title ?? t('frame.dropOrChoose'))}</strong>
        {props.children !== undefined && <div className={style['about']}>{props.children}</div>}
        <Button
          variant={props.primary === true ? 'filled' : 'default'}
          disabled={sending !== undefined}
          leftSection={sending !== undefined ? <Loader size={14} color="teal" /> : undefined}
          onClick={() => void pickFiles(props.accept, props.many).then(take)}
        >
          {sending !== undefined ? t('frame.reading') : (props.button ?? t('frame.chooseFile'))}
        </Button>
      </div>
      {refused !== undefined && (
        <Note tone="warn" onClose={forget}>
          {t('frame.wrongType', { name: refused, accept: props.accept.replaceAll(',', ', ') })}
        </Note>
      )}
      <Failure error={error} onClose={forget} />
    </div>
  )
}
