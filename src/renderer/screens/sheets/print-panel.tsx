import { useState } from 'react'
import { Button, Checkbox } from '@mantine/core'
import { useJob } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PdfPreview } from '../../ui/pdf-preview.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { ChoiceCards } from '../certificates/choice-cards.tsx'
import { sessionWords } from '../sessions/session-words.ts'
import type { SessionSeen } from '../sessions/session-words.ts'
import style from './sheets.module.css'

const BY = ['session', 'day'] as const
/** Walk-ins of an ordinary day. */
const BLANK = '5'

/** Sign-in sheets for the chosen sessions: one each or one a day, with blank rows for who comes without being on the list. */
export function PrintPanel(props: { readonly cohortId: string; readonly sessions: readonly SessionSeen[]; readonly chosen: readonly string[]; readonly onClose: () => void }) {
  const { t, language } = useLanguage()
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set(props.chosen))
  const [by, setBy] = useState<(typeof BY)[number]>('session')
  const [blank, setBlank] = useState(BLANK)
  const [made, setMade] = useState<Gives<'sheets.print'>>()
  const print = useJob('sheets.print', { label: t('signing.printing'), quiet: true })
  const blankRows = /^\d{1,3}$/.test(blank.trim()) && Number(blank) <= 200 ? Number(blank) : undefined
  const isReady = ids.size > 0 && blankRows !== undefined
  const onPrint = async (): Promise<void> => {
    if (blankRows === undefined) return
    setMade(undefined)
    setMade(await print.run({ cohortId: props.cohortId, sessionIds: props.sessions.filter((one) => ids.has(one.id)).map((one) => one.id), by, blankRows }))
  }
  const toggle = (id: string, isOn: boolean): void => setIds((old) => new Set(isOn ? [...old, id] : [...old].filter((one) => one !== id)))
  return (
    <Panel
      title={t('agenda.printSheets')}
      subtitle={t('agenda.sessions', { n: ids.size })}
      onClose={props.onClose}
      actions={
        made === undefined ? (
          <Button type="submit" form="print-sheets" variant="filled" disabled={!isReady} loading={print.running}>
            {t('signing.prepare')}
          </Button>
        ) : (
          <Button onClick={() => setMade(undefined)}>{t('signing.others')}</Button>
        )
      }
    >
      {made !== undefined && (
        <>
          <FileDone file={made.file} primary title={t('signing.ready', { sheets: made.sheets.length, pages: made.sheets.reduce((sum, one) => sum + one.pages, 0) })} />
          {made.sheets.some((one) => !one.isNew) && <p className={style['soft']}>{t('signing.printedBefore', { n: made.sheets.filter((one) => !one.isNew).length })}</p>}
          <div className={style['preview']}>
            <PdfPreview file={made.file} label={t('signing.previewOf')} />
          </div>
        </>
      )}
      {print.running && <ProgressBar label={t('signing.printing')} progress={print.progress} startedAt={print.startedAt} onCancel={print.cancel} />}
      <Failure error={print.error} onClose={print.forget} />
      {made === undefined && (
        <form id="print-sheets" className={style['form']} onSubmit={(event) => (event.preventDefault(), isReady && void onPrint())}>
          <ChoiceCards label={t('signing.by')} value={by} onChange={setBy} options={BY.map((one) => ({ value: one, word: t('signing.byName', { by: one }), about: t('signing.byMeans', { by: one }) }))} />
          <TextField label={t('signing.blankRows')} description={t('signing.blankWhy')} value={blank} inputMode="numeric" maxLength={3} error={blankRows === undefined ? t('signing.badBlank') : undefined} onChange={setBlank} />
          <fieldset className={style['which']}>
            <legend>{t('signing.which')}</legend>
            <Checkbox
              label={t('signing.all')}
              checked={ids.size === props.sessions.length}
              indeterminate={ids.size > 0 && ids.size < props.sessions.length}
              onChange={(event) => setIds(new Set(event.currentTarget.checked ? props.sessions.map((one) => one.id) : []))}
            />
            <div>
              {props.sessions.map((one) => (
                <Checkbox key={one.id} label={sessionWords(one, language)} checked={ids.has(one.id)} onChange={(event) => toggle(one.id, event.currentTarget.checked)} />
              ))}
            </div>
          </fieldset>
        </form>
      )}
    </Panel>
  )
}
