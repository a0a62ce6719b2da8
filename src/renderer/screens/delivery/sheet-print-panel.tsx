import { useState } from 'react'
import { Button } from '@mantine/core'
import { useJob } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { ChoiceCards } from '../certificates/choice-cards.tsx'
import style from './delivery.module.css'

const BY = ['organisation', 'one'] as const

/** Lists with a signature column for the chosen papers that nobody has yet. */
export function SheetPrintPanel(props: { readonly ids: readonly string[]; readonly onClose: () => void }) {
  const t = useText()
  const [by, setBy] = useState<(typeof BY)[number]>('organisation')
  const [made, setMade] = useState<Gives<'delivery.printSheets'>>()
  const print = useJob('delivery.printSheets', { label: t('deliveryScreens.makingSheets'), quiet: true })
  const onPrint = async (): Promise<void> => setMade(await print.run({ certificateIds: [...props.ids], by }))
  return (
    <Panel
      width={480}
      title={t('deliveryScreens.act', { act: 'sheet' })}
      subtitle={t('issuing.registerCount', { n: props.ids.length })}
      onClose={props.onClose}
      actions={
        made === undefined && (
          <Button type="submit" form="print-handover" variant="filled" loading={print.running}>
            {t('deliveryScreens.prepare')}
          </Button>
        )
      }
    >
      {made === undefined ? (
        <form id="print-handover" className={style['form']} onSubmit={(event) => (event.preventDefault(), void onPrint())}>
          <ChoiceCards label={t('deliveryScreens.sheetBy')} value={by} onChange={setBy} options={BY.map((one) => ({ value: one, word: t('deliveryScreens.sheetByName', { by: one }), about: t('deliveryScreens.sheetByMeans', { by: one }) }))} />
          <p className={style['soft']}>{t('deliveryScreens.sheetHint')}</p>
        </form>
      ) : (
        <>
          <FileDone file={made.file} primary title={t('deliveryScreens.handoverSheets', { n: made.sheetIds.length })} />
          {made.act === null && <p className={style['soft']}>{t('deliveryScreens.sameSheets')}</p>}
          <p className={style['soft']}>{t('deliveryScreens.afterSheet')}</p>
          <div className={style['acts']}>
            <Button onClick={() => go('certificates', made.sheetIds.length === 1 ? ['entrega', 'hojas', ...made.sheetIds] : ['entrega', 'hojas'])}>{t('deliveryScreens.view', { view: 'hojas' })}</Button>
          </div>
        </>
      )}
      {print.running && <ProgressBar label={t('deliveryScreens.makingSheets')} progress={print.progress} startedAt={print.startedAt} onCancel={print.cancel} />}
      <Failure error={print.error} onClose={print.forget} />
    </Panel>
  )
}
