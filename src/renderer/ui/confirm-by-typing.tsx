import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Modal, TextInput } from '@mantine/core'
import { useText } from '../language.tsx'

/** Asks before what cannot be undone: the person types what it is. Accents and case are forgiven. */
export function ConfirmByTyping(props: {
  readonly open: boolean
  readonly title: string
  readonly word: string
  readonly act: string
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children?: ReactNode
}) {
  return (
    <Modal opened={props.open} onClose={props.onClose} title={props.title} closeButtonProps={{ 'aria-label': props.title }}>
      {props.open && <Form {...props} />}
    </Modal>
  )
}

function Form(props: Parameters<typeof ConfirmByTyping>[0]) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const agrees = folded(typed) === folded(props.word)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (agrees) props.onConfirm()
      }}
    >
      {props.children}
      <TextInput mt="md" data-autofocus label={t('frame.confirmType', { word: props.word })} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 16 }}>
        <Button onClick={props.onClose}>{t('frame.cancel')}</Button>
        <Button type="submit" variant="filled" disabled={!agrees}>
          {props.act}
        </Button>
      </div>
    </form>
  )
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{Mn}/gu, '').trim().toLowerCase()
}
