import { useState } from 'react'
import { Button } from '@mantine/core'
import { useCommand, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import style from './delivery.module.css'

/** Notes that the chosen papers were signed by hand. */
export function SignPanel(props: { readonly ids: readonly string[]; readonly onClose: () => void }) {
  const t = useText()
  const today = useQuery('app.about', {}).data?.today
  const [day, setDay] = useState<string | null>()
  const [note, setNote] = useState('')
  const [left, setLeft] = useState<number>()
  const sign = useCommand('delivery.signByHand', { said: t('deliveryScreens.signedNoted') })
  const signedOn = day === undefined ? today : day
  const onSign = async (): Promise<void> => {
    if (signedOn === undefined || signedOn === null) return
    const done = await sign.run({ certificateIds: [...props.ids], signedOn, note: note.trim() === '' ? null : note })
    if (done === undefined) return
    if (done.leftOut === 0) props.onClose()
    else setLeft(done.leftOut)
  }
  return (
    <Panel
      title={t('deliveryScreens.act', { act: 'sign' })}
      subtitle={t('issuing.registerCount', { n: props.ids.length })}
      onClose={props.onClose}
      actions={
        left === undefined && (
          <Button type="submit" form="sign-papers" variant="filled" disabled={signedOn === null || signedOn === undefined} loading={sign.running}>
            {t('deliveryScreens.note')}
          </Button>
        )
      }
    >
      {left === undefined ? (
        <form id="sign-papers" className={style['form']} onSubmit={(event) => (event.preventDefault(), void onSign())}>
          <p className={style['soft']}>{t('deliveryScreens.signWhy')}</p>
          <DateField label={t('deliveryScreens.signedOn')} value={signedOn ?? null} required onChange={setDay} />
          <TextField label={t('deliveryScreens.remark')} value={note} maxLength={300} onChange={setNote} />
        </form>
      ) : (
        <Note tone="info">{t('deliveryScreens.leftOut', { n: left })}</Note>
      )}
      <Failure error={sign.error} onClose={sign.forget} />
    </Panel>
  )
}
