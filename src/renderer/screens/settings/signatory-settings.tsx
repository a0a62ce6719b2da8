import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useEscape } from '../../ui/escape.ts'
import { IconPlus } from '../../ui/icons.ts'
import { Card } from '../../ui/screen.tsx'
import { SignatoryCard } from './signatory-card.tsx'
import style from './settings.module.css'

type Signatory = Gives<'entity.get'>['signatories'][number]

/** Who signs, with post, mandate and image. A certificate keeps the ones it was issued with. */
export function SignatorySettings(props: { readonly signatories: readonly Signatory[] }) {
  const t = useText()
  const add = useCommand('entity.addSignatory')
  const put = useCommand('entity.updateSignatory', { quiet: true })
  const about = useQuery('app.about', {})
  const [adding, setAdding] = useState(false)
  // The button comes back with the cursor on it: many add several, one after another.
  const wasAdding = useRef(false)
  const leave = (): void => {
    wasAdding.current = true
    setAdding(false)
  }
  const today = about.data?.today ?? ''
  const none = props.signatories.length === 0
  /** Changes places with a neighbour; those that stood at the same place are told apart on the way. */
  const move = async (at: number, by: -1 | 1): Promise<void> => {
    const order = [...props.signatories]
    const moved = order.splice(at, 1)
    order.splice(at + by, 0, ...moved)
    for (const [position, one] of order.entries()) if (one.position !== position) await put.run({ id: one.id, fields: { position } })
  }
  const last = Math.max(-1, ...props.signatories.map((one) => one.position))
  return (
    <>
      <p className={style['why']}>{t('settings.signatoriesWhy')}</p>
      {none && !adding && (
        <EmptyState
          drawing="signature"
          title={t('settings.noSignatories')}
          actions={
            <Button variant="filled" leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
              {t('settings.addSignatory')}
            </Button>
          }
        >
          {t('settings.noSignatoriesWhy')}
        </EmptyState>
      )}
      <div className={style['cards']}>
        {props.signatories.map((one, at) => (
          <SignatoryCard key={one.id} signatory={one} today={today} place={{ n: at + 1, of: props.signatories.length }} onMove={(by) => void move(at, by)} />
        ))}
        {adding && (
          <NewSignatory
            onCancel={leave}
            onAdd={async (name, post) => {
              const made = await add.run({ name, post, entityName: null, imageAssetId: null, since: null, until: null, position: last + 1 })
              if (made !== undefined) leave()
            }}
          />
        )}
      </div>
      <Failure error={add.error ?? put.error} onClose={() => (add.forget(), put.forget())} />
      {!none && !adding && (
        <div>
          <Button autoFocus={wasAdding.current} leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            {t('settings.addSignatory')}
          </Button>
        </div>
      )}
    </>
  )
}

function NewSignatory(props: { readonly onAdd: (name: string, post: string) => Promise<void>; readonly onCancel: () => void }) {
  const t = useText()
  const [name, setName] = useState('')
  const [post, setPost] = useState('')
  const ready = name.trim() !== '' && post.trim() !== ''
  useEscape(true, props.onCancel)
  return (
    <Card title={t('settings.newSignatory')}>
      <form
        className={style['stack']}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void props.onAdd(name.trim(), post.trim())
        }}
      >
        <TextField label={t('settings.signatoryName')} value={name} onChange={setName} maxLength={120} autoFocus required />
        <TextField label={t('settings.signatoryPost')} value={post} onChange={setPost} maxLength={160} required />
        <div className={style['acts']}>
          <Button type="submit" variant="filled" disabled={!ready}>
            {t('settings.addSignatory')}
          </Button>
          <Button variant="subtle" onClick={props.onCancel}>
            {t('frame.cancel')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

