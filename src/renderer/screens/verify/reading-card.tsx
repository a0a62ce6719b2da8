import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { Button, Textarea } from '@mantine/core'
import { sealIn } from '../../../shared/domain/seal/verify.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconFile, IconFolderOpen, IconVideo } from '../../ui/icons.ts'
import { Card } from '../../ui/screen.tsx'
import type { Chosen } from './folder-files.ts'
import { chooseFolder, choosePapers } from './folder-files.ts'
import { useHasCamera } from './camera-view.tsx'
import style from './verify.module.css'

type Asked = Takes<'seal.verify'>

/** Milliseconds that a reader has to send its Enter: some send none. */
const PAUSE_MS = 400

/** The ways to give a paper to be checked. The field waits for a USB reader, wherever the cursor stands. */
export function ReadingCard(props: { /** One line, where the room is needed below. */ readonly isLow: boolean; readonly onAsk: (asked: Asked) => void; readonly onFiles: (chosen: Chosen) => void; readonly onCamera: () => void }) {
  const t = useText()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const hasCamera = useHasCamera()
  useTypedAnywhere(field)
  const ask = (read: string): void => {
    if (read.trim() === '') return
    props.onAsk({ kind: 'text', text: read.slice(0, 20_000) })
    setText('')
    field.current?.focus()
  }
  const latest = useRef(ask)
  latest.current = ask
  useEffect(() => {
    // What is still being typed is no whole seal.
    if (!(sealIn(text) instanceof Uint8Array)) return undefined
    const timer = setTimeout(() => latest.current(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <Card {...(props.isLow ? {} : { title: t('sealScreens.read') })}>
      <form className={style['reading']} onSubmit={(event) => (event.preventDefault(), ask(text))}>
        <Textarea
          ref={field}
          label={t('sealScreens.readHow')}
          value={text}
          minRows={props.isLow ? 1 : 3}
          maxRows={6}
          autosize
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return
            event.preventDefault()
            ask(event.currentTarget.value)
          }}
        />
        <Button type="submit" variant="filled" disabled={text.trim() === ''}>
          {t('sealScreens.check')}
        </Button>
      </form>
      <div className={style['ways']}>
        <Button leftSection={<IconFile size={16} aria-hidden />} onClick={() => void choosePapers().then(props.onFiles)}>
          {t('sealScreens.chooseFiles')}
        </Button>
        <Button leftSection={<IconFolderOpen size={16} aria-hidden />} onClick={() => void chooseFolder().then(props.onFiles)}>
          {t('sealScreens.chooseFolder')}
        </Button>
        {hasCamera && (
          <Button leftSection={<IconVideo size={16} aria-hidden />} onClick={props.onCamera}>
            {t('sealScreens.camera')}
          </Button>
        )}
      </div>
      <p className={style['soft']}>{t('sealScreens.dropHere')}</p>
    </Card>
  )
}

/** Keeps the cursor in the field: what is typed outside any other field is a reader's. */
function useTypedAnywhere(field: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    const onKey = (event: KeyboardEvent): void => {
      const isText = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.altKey && !event.metaKey
      const isElsewhere = !(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
      if (isText && isElsewhere && !event.defaultPrevented) field.current?.focus({ preventScroll: true })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [field])
}

/** Number, RUC and code as they stand beside the QR, for a paper whose QR cannot be read. */
export function TypedCard(props: { readonly onAsk: (asked: Asked) => void }) {
  const t = useText()
  const [number, setNumber] = useState('')
  const [ruc, setRuc] = useState('')
  const [code, setCode] = useState('')
  const isReady = code.trim() !== ''
  return (
    <Card title={t('sealScreens.typed')}>
      <form className={style['typed']} onSubmit={(event) => (event.preventDefault(), isReady && props.onAsk({ kind: 'typed', number, ruc, code }))}>
        <TextField label={t('sealScreens.number')} value={number} onChange={setNumber} maxLength={120} />
        <TextField label={t('sealScreens.officeRuc')} value={ruc} onChange={setRuc} maxLength={20} inputMode="numeric" />
        <TextField label={t('sealScreens.code')} value={code} onChange={setCode} maxLength={40} placeholder={t('sealScreens.codeSample')} />
        <Button type="submit" disabled={!isReady}>
          {t('sealScreens.checkTyped')}
        </Button>
      </form>
    </Card>
  )
}
