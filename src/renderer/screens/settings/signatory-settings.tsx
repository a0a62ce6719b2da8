import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { isHeldOn } from '../../../shared/domain/posts.ts'
import { useText } from '../../language.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useEscape } from '../../ui/escape.ts'
import { IconPlus } from '../../ui/icons.ts'
import { Row } from '../../ui/panel.tsx'
import { Card } from '../../ui/screen.tsx'
import { ImageField } from './image-field.tsx'
import style from './settings.module.css'

type Signatory = Gives<'entity.get'>['signatories'][number]
type Fields = Takes<'entity.updateSignatory'>['fields']

/** Who signs, with post, mandate and image. A certificate keeps the ones it was issued with. */
export function SignatorySettings(props: { readonly signatories: readonly Signatory[] }) {
  const t = useText()
  const add = useCommand('entity.addSignatory')
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
        {props.signatories.map((one) => (
          <SignatoryCard key={one.id} signatory={one} today={today} />
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
      <Failure error={add.error} onClose={add.forget} />
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

function SignatoryCard(props: { readonly signatory: Signatory; readonly today: string }) {
  const t = useText()
  const { signatory } = props
  const update = useCommand('entity.updateSignatory', { quiet: true })
  const remove = useCommand('entity.removeSignatory', { said: t('settings.signatoryRemoved') })
  const put = (fields: Fields): Promise<unknown> => update.runOrThrow({ id: signatory.id, fields })
  const inForce = isHeldOn(signatory, props.today)
  return (
    <Card
      title={signatory.name}
      actions={
        <span className={style['state']} data-good={inForce}>
          {inForce ? t('settings.inForce') : t('settings.notInForce')}
        </span>
      }
    >
      <TextField label={t('settings.signatoryName')} value={signatory.name} onSave={(name) => put({ name })} maxLength={120} required />
      <TextField label={t('settings.signatoryPost')} value={signatory.post} onSave={(post) => put({ post })} maxLength={160} required />
      <TextField label={t('settings.signatoryEntity')} description={t('settings.signatoryEntityWhy')} value={signatory.entityName ?? ''} onSave={(entityName) => put({ entityName })} maxLength={200} />
      <Row columns={[1, 1]}>
        <DateField label={t('settings.since')} value={signatory.since} onSave={(since) => put({ since })} />
        <DateField label={t('settings.until')} value={signatory.until} onSave={(until) => put({ until })} />
      </Row>
      <ImageField label={t('settings.signatureImage')} about={t('settings.signatureImageWhy')} assetId={signatory.imageAssetId} onSave={(imageAssetId) => put({ imageAssetId })} />
      <div className={style['acts']}>
        <Button variant="subtle" size="compact-sm" onClick={() => void remove.run({ id: signatory.id })}>
          {t('settings.removeSignatory')}
        </Button>
      </div>
      <Failure error={remove.error} onClose={remove.forget} />
    </Card>
  )
}
