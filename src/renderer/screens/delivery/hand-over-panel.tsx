import { useState } from 'react'
import { Button } from '@mantine/core'
import { useCommand, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ChoiceCards } from '../certificates/choice-cards.tsx'
import style from './delivery.module.css'

const WHOM = ['person', 'proxy'] as const

/** Notes that the chosen papers were handed to their persons, or to somebody who came for them with a document. */
export function HandOverPanel(props: { readonly ids: readonly string[]; readonly onClose: () => void }) {
  const t = useText()
  const today = useQuery('app.about', {}).data?.today
  const [day, setDay] = useState<string | null>()
  const [whom, setWhom] = useState<(typeof WHOM)[number]>('person')
  const [proxy, setProxy] = useState({ name: '', document: '', note: '' })
  const [left, setLeft] = useState<number>()
  const hand = useCommand('delivery.handOver', { said: t('deliveryScreens.handedNoted') })
  const handedOn = day === undefined ? today : day
  const isReady = handedOn !== null && handedOn !== undefined && (whom === 'person' || (proxy.name.trim() !== '' && proxy.document.trim() !== ''))
  const onHand = async (): Promise<void> => {
    if (!isReady) return
    const to = whom === 'person' ? { kind: 'person' as const } : { kind: 'proxy' as const, name: proxy.name, document: proxy.document, note: proxy.note.trim() === '' ? null : proxy.note }
    const done = await hand.run({ certificateIds: [...props.ids], handedOn, to })
    if (done === undefined) return
    if (done.leftOut === 0) props.onClose()
    else setLeft(done.leftOut)
  }
  return (
    <Panel
      title={t('deliveryScreens.act', { act: 'hand' })}
      subtitle={t('issuing.registerCount', { n: props.ids.length })}
      onClose={props.onClose}
      actions={
        left === undefined && (
          <Button type="submit" form="hand-papers" variant="filled" disabled={!isReady} loading={hand.running}>
            {t('deliveryScreens.note')}
          </Button>
        )
      }
    >
      {left === undefined ? (
        <form id="hand-papers" className={style['form']} onSubmit={(event) => (event.preventDefault(), void onHand())}>
          <DateField label={t('deliveryScreens.handedOn')} value={handedOn ?? null} required onChange={setDay} />
          <ChoiceCards label={t('deliveryScreens.toWhom')} value={whom} onChange={setWhom} options={WHOM.map((one) => ({ value: one, word: t('deliveryScreens.whom', { whom: one, n: props.ids.length }), about: t('deliveryScreens.whomMeans', { whom: one }) }))} />
          {whom === 'proxy' && (
            <>
              <TextField label={t('deliveryScreens.proxyName')} value={proxy.name} maxLength={200} required onChange={(name) => setProxy((old) => ({ ...old, name }))} />
              <TextField label={t('deliveryScreens.proxyDocument')} value={proxy.document} maxLength={40} required onChange={(document) => setProxy((old) => ({ ...old, document }))} />
              <TextField label={t('deliveryScreens.proxyWhy')} description={t('deliveryScreens.proxyWhyHint')} value={proxy.note} maxLength={300} onChange={(note) => setProxy((old) => ({ ...old, note }))} />
            </>
          )}
        </form>
      ) : (
        <Note tone="info">{t('deliveryScreens.leftOut', { n: left })}</Note>
      )}
      <Failure error={hand.error} onClose={hand.forget} />
    </Panel>
  )
}
