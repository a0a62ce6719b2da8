import { useState } from 'react'
import { Button } from '@mantine/core'
import { useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { ChoiceCards } from '../certificates/choice-cards.tsx'
import style from './delivery.module.css'
import { OutcomeForm } from './outcome-form.tsx'

const ORDERS = ['surname', 'organisation', 'number'] as const

/** One PDF in the order of the pile, then how it came out; what came out damaged goes straight to the printer again. */
export function PrintPanel(props: { readonly ids: readonly string[]; readonly reason?: string; readonly onClose: () => void }) {
  const t = useText()
  const [ids, setIds] = useState(props.ids)
  const [order, setOrder] = useState<(typeof ORDERS)[number]>('surname')
  const [reason, setReason] = useState(props.reason ?? '')
  const [made, setMade] = useState<Gives<'delivery.print'>>()
  const print = useJob('delivery.print', { label: t('deliveryScreens.printing', { n: ids.length }), quiet: true })
  // The core knows which were printed before; what it says is asked for by its field.
  const asksWhy = reason !== '' || print.error?.code === 'refused'
  const onPrint = async (): Promise<void> => {
    setMade(undefined)
    setMade(await print.run({ certificateIds: [...ids], order, reason: reason.trim() === '' ? null : reason }))
  }
  const onAgain = (damaged: readonly string[]): void => {
    setMade(undefined)
    setIds(damaged)
    setReason(t('deliveryScreens.damagedReason'))
  }
  return (
    <Panel
      width={480}
      title={t('deliveryScreens.act', { act: 'print' })}
      subtitle={t('issuing.registerCount', { n: ids.length })}
      onClose={props.onClose}
      actions={
        made === undefined && (
          <Button type="submit" form="print-pile" variant="filled" loading={print.running}>
            {t('deliveryScreens.prepare')}
          </Button>
        )
      }
    >
      {made === undefined ? (
        <form id="print-pile" className={style['form']} onSubmit={(event) => (event.preventDefault(), void onPrint())}>
          {ids.length > 1 && <ChoiceCards label={t('issuing.order')} value={order} onChange={setOrder} options={ORDERS.map((one) => ({ value: one, word: t('issuing.orderName', { order: one }) }))} />}
          {asksWhy && <TextField label={t('deliveryScreens.reprintWhy')} description={t('deliveryScreens.reprintHint')} value={reason} maxLength={300} autoFocus onChange={setReason} />}
          <p className={style['soft']}>{t('deliveryScreens.pileHint')}</p>
        </form>
      ) : (
        <>
          <FileDone file={made.file} primary title={t('deliveryScreens.sheetsReady', { papers: ids.length, sheets: made.sheets })} />
          <OutcomeForm runId={made.runId} onAgain={onAgain} isTitled />
        </>
      )}
      {print.running && <ProgressBar label={t('deliveryScreens.printing', { n: ids.length })} progress={print.progress} startedAt={print.startedAt} onCancel={print.cancel} />}
      <Failure error={print.error} onClose={print.forget} />
    </Panel>
  )
}

/** The same question for a pile that was printed earlier. */
export function OutcomePanel(props: { readonly runId: string; readonly onClose: () => void; readonly onAgain: (ids: readonly string[]) => void }) {
  const t = useText()
  const run = useQuery('delivery.run', { runId: props.runId })
  return (
    <Panel width={480} title={t('deliveryScreens.cameOut')} subtitle={run.data === undefined ? undefined : t('issuing.registerCount', { n: run.data.lines.length })} onClose={props.onClose}>
      <OutcomeForm runId={props.runId} onAgain={props.onAgain} />
    </Panel>
  )
}
